//! Proof that the checker can fail: right plans pass, and every mutation of them is reported.

mod advice;
mod breakouts;
mod by_place;
mod conversions;
mod every_leaf;
mod facts;
mod figures;
mod in_place;
mod legs;
mod more;
mod mutations;
mod pieces;
mod risk;
mod scenarios;
mod shapes;
mod traces;
mod units;

use super::check;
use scenarios::Case;

fn right(name: &str, (request, plan): &Case) {
    let found = check(&facts::facts(), request, plan);
    assert!(found.is_empty(), "{name}: {found:#?}");
}

#[test]
fn the_enterprise_row_is_right() {
    right("S1", &scenarios::s1());
}

#[test]
fn the_leaf_spine_is_right() {
    right("S3", &scenarios::s3());
}

#[test]
fn other_shapes_are_right() {
    right("S5", &more::s5());
    right("S8", &more::s8());
    right("breakout by cassette", &breakouts::cassette_breakout());
    right("breakout by harness", &breakouts::harness_breakout());
    right("SR10", &more::sr10());
    right("SR4.2", &more::bidirectional());
    right("MPO-16", &shapes::sixteen());
    right("two trunks", &shapes::two_trunks());
    right("splitter", &legs::splitter());
    right("twin harness", &legs::twin_harness(false));
    right("twin harness, ports per receptacle", &legs::twin_harness(true));
    right("twin duplex", &legs::twin_duplex());
    right("aligned on angled", &shapes::aligned_on_angled());
    right("MPO-32", &shapes::thirty_two());
    right("trunk in place", &in_place::placed());
    right("measured trunk", &in_place::measured());
    right("one run in place", &by_place::one_run());
    right("one cassette in place", &by_place::one_cassette());
    right("conversion", &conversions::conversion());
    right("second stage", &risk::advised());
}
