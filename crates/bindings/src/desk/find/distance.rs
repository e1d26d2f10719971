//! Where a length lands: a direct cord has it whole; with panels it is the trunk, between the cords
//! that are there, also where light does not go as far: what was typed is not shortened to pass.

use super::query::Query;
use super::word::{Cable, Meaning};
use fiberlane_catalog::built_in;
use fiberlane_engine::Request;
use fiberlane_engine::assemble::{Span, topologies};
use fiberlane_engine::link::Link;
use fiberlane_engine::request::{FarEnd, Topology};
use fiberlane_messages::{Figure as _, Voice};
use fiberlane_units::Length;

/// How many trunks there are in a row; none of a direct cord or harness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Route {
    Cord,
    Trunk,
    TwoTrunks,
}

/// Sets the lengths of a query and says what they became.
pub(super) fn take(
    voice: Voice<'_>,
    query: &Query,
    request: &mut Request,
    said: &mut [Option<String>],
) {
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
            said[at] = Some(voice.fill("find.cords", &[("length", &length.said(voice))]));
        } else if plain.is_none() {
            request.lengths.cord_a = Some(length);
            said[at] = Some(voice.fill("find.cord", &[("length", &length.said(voice))]));
        }
    }
    match (route, trunk, plain) {
        (Route::Cord, _, Some((at, length))) => {
            request.lengths.cord_a = Some(length);
            let harness = request.topology == Some(Topology::BreakoutHarness);
            let key = if harness { "find.harness" } else { "find.cord" };
            said[at] = Some(voice.fill(key, &[("length", &length.said(voice))]));
        }
        (_, Some((at, length)), _) => said[at] = Some(run(voice, request, route, length)),
        (_, None, Some((at, length))) => {
            said[at] = Some(run(voice, request, route, length));
        }
        _ => {}
    }
}

/// Sets the trunks of a route, and says so.
fn run(voice: Voice<'_>, request: &mut Request, route: Route, trunk: Length) -> String {
    let topology = request.topology.unwrap_or(Topology::Interconnect);
    if route == Route::Trunk {
        request.lengths.trunks = vec![trunk];
    }
    let span = Span::asked(topology, &request.lengths);
    let half = Length::from_steps(trunk.steps().div_ceil(2));
    request.lengths.trunks = match route {
        Route::TwoTrunks => vec![half, Length::from_steps(trunk.steps() - half.steps())],
        Route::Cord | Route::Trunk => vec![trunk],
    };
    let [a, b] = [span.cord_a, span.cord_b.unwrap_or(span.cord_a)];
    let cords = if a == b { a.said(voice) } else { [a.said(voice), b.said(voice)].join(" + ") };
    let key = if route == Route::TwoTrunks { "find.trunks" } else { "find.trunk" };
    voice.fill(key, &[("length", &trunk.said(voice)), ("cords", &cords)])
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
