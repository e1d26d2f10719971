//! Where a length lands: a direct cord has it whole; with panels it is the trunk, between the cords
//! that are there. Where optics reach as far as was said and no further, it is the whole channel.

use super::query::Query;
use super::word::{Cable, Meaning};
use fiberlane_catalog::{Fiber, built_in};
use fiberlane_engine::Request;
use fiberlane_engine::assemble::{Span, topologies};
use fiberlane_engine::link::Link;
use fiberlane_engine::request::{FarEnd, Topology};
use fiberlane_messages::{Figure as _, fill};
use fiberlane_units::Length;

/// How many trunks there are in a row; none of a direct cord or harness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Route {
    Cord,
    Trunk,
    TwoTrunks,
}

/// Sets the lengths of a query and says what they became.
pub(super) fn take(query: &Query, request: &mut Request, said: &mut [Option<String>]) {
    let first = |wanted: Cable| {
        query.words.iter().enumerate().find_map(|(at, word)| match word.meaning {
            Meaning::Length(length, cable) if cable == wanted => Some((at, length)),
            _ => None,
        })
    };
    let (trunk, cords, plain) = (first(Cable::Trunk), first(Cable::Cords), first(Cable::Distance));
    if trunk.is_some() && route(request) == Route::Cord {
        with_trunk(request);
    }
    let route = route(request);
    if let Some((at, length)) = cords {
        // A direct cord is as long as the distance, where one is said.
        if route != Route::Cord {
            request.lengths.cord_a = Some(length);
            request.lengths.cord_b = Some(length);
            said[at] = Some(fill("find.cords", &[("length", &length.said())]));
        } else if plain.is_none() {
            request.lengths.cord_a = Some(length);
            said[at] = Some(fill("find.cord", &[("length", &length.said())]));
        }
    }
    match (route, trunk, plain) {
        (Route::Cord, _, Some((at, length))) => {
            request.lengths.cord_a = Some(length);
            let harness = request.topology == Some(Topology::BreakoutHarness);
            let key = if harness { "find.harness" } else { "find.cord" };
            said[at] = Some(fill(key, &[("length", &length.said())]));
        }
        (_, Some((at, length)), _) => said[at] = Some(run(request, route, length, false)),
        (_, None, Some((at, length))) => {
            let whole = only_whole(request, length);
            said[at] = Some(run(request, route, length, whole));
        }
        _ => {}
    }
}

/// Sets the trunks of a route, or all of it, and says so.
fn run(request: &mut Request, route: Route, length: Length, whole: bool) -> String {
    let topology = request.topology.unwrap_or(Topology::Interconnect);
    if route == Route::Trunk {
        request.lengths.trunks = vec![length];
    }
    let span = Span::asked(topology, &request.lengths);
    let around = around(&span);
    let trunk = if whole {
        Length::from_steps(length.steps().saturating_sub(around.steps()))
    } else {
        length
    };
    let half = Length::from_steps(trunk.steps().div_ceil(2));
    request.lengths.trunks = match route {
        Route::TwoTrunks => vec![half, Length::from_steps(trunk.steps() - half.steps())],
        Route::Cord | Route::Trunk => vec![trunk],
    };
    let [a, b] = [span.cord_a, span.cord_b.unwrap_or(span.cord_a)];
    let cords = if a == b { a.said() } else { [a.said(), b.said()].join(" + ") };
    let key = match (whole, route) {
        (true, _) => "find.run",
        (false, Route::TwoTrunks) => "find.trunks",
        (false, _) => "find.trunk",
    };
    let (length, trunk) = (length.said(), trunk.said());
    fill(key, &[("length", &length), ("trunk", &trunk), ("cords", &cords)])
}

fn around(span: &Span) -> Length {
    let ends = span.cord_a + span.cord_b.unwrap_or(Length::ZERO);
    ends + span.cross.iter().copied().sum()
}

fn route(request: &Request) -> Route {
    let lengths = &request.lengths;
    let no_trunk = lengths.trunks.is_empty() && lengths.cord_b.is_none();
    match request.topology {
        Some(Topology::Direct) => Route::Cord,
        Some(Topology::BreakoutHarness) if no_trunk => Route::Cord,
        Some(Topology::CrossConnect) => Route::TwoTrunks,
        Some(_) => Route::Trunk,
        None if no_trunk && lengths.cord_a.is_some() => Route::Cord,
        None if lengths.trunks.len() == 2 && !lengths.cross.is_empty() => Route::TwoTrunks,
        None => Route::Trunk,
    }
}

/// A trunk was named where the route has none: the first route that has one.
fn with_trunk(request: &mut Request) {
    request.lengths.cord_a = None;
    if request.topology == Some(Topology::Direct) {
        let suitable = link(request).map(|link| topologies(&link)).unwrap_or_default();
        request.topology = suitable.iter().copied().find(|route| *route != Topology::Direct);
    }
    // A harness runs behind a trunk as soon as one has a length.
    request.lengths.trunks = vec![Length::from_meters(1)];
}

fn link(request: &Request) -> Option<Link> {
    let near = request.named_application(built_in())?;
    Link::resolve(built_in(), near, request.module, request.far_end.unwrap_or(FarEnd::Same(None)))
        .ok()
}

/// Whether light goes as far as was said on some fiber, and on none so far and through cords, too.
fn only_whole(request: &Request, length: Length) -> bool {
    let topology = request.topology.unwrap_or(Topology::Interconnect);
    let mut lengths = request.lengths.clone();
    lengths.trunks = vec![length];
    let around = around(&Span::asked(topology, &lengths));
    let reaches = |least: Length| {
        let fibers = Fiber::ALL.iter().filter(|fiber| request.fiber.is_none_or(|f| f == **fiber));
        fibers.filter_map(|fiber| reach(request, *fiber)).any(|reach| reach >= least)
    };
    length > around && reaches(length) && !reaches(length + around)
}

/// How far the weaker end goes on a fiber.
fn reach(request: &Request, fiber: Fiber) -> Option<Length> {
    let near = request.named_application(built_in())?;
    let far = match request.far_end {
        Some(FarEnd::Breakout(far, _)) => far,
        _ => near,
    };
    let own = request.module.and_then(|id| built_in().module(id).reach(fiber));
    let of = |id| built_in().application(id).limit(fiber).map(|limit| limit.reach);
    let near = own.or_else(|| of(near))?;
    let module = request.far_end.and_then(FarEnd::module);
    let far = module.and_then(|id| built_in().module(id).reach(fiber)).or_else(|| of(far));
    Some(far.map_or(near, |far| far.min(near)))
}
