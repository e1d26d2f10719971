//! Every code has a case for and a case against it: in the text cases, or here where no request
//! brings the fault about.

use crate::cases;
use fiberlane_catalog::{EndFace, Fiber, built_in};
use fiberlane_engine::channel::{Element, ElementKind, Path};
use fiberlane_engine::checks::{Case, all};
use fiberlane_engine::design::Design;
use fiberlane_engine::end::Pins;
use fiberlane_engine::finding::Code;
use fiberlane_engine::loss::matings;
use fiberlane_engine::proof::prove;
use fiberlane_engine::request::{FarEnd, GradeRef, Lengths, Topology};
use fiberlane_engine::{Request, Value, read_request, verdict};
use fiberlane_units::Length;
use std::collections::BTreeSet;

fn design(request: &str) -> (Request, Design) {
    let text = request.replacen('{', "{\"schema\":\"fiberlane.request/1\",", 1);
    let value: Value = serde_json::from_str(&text).unwrap();
    let request = read_request(built_in(), &value).unwrap();
    let design = verdict(built_in(), &request).recommended.unwrap();
    (request, design)
}

/// The codes that the checks find after the channel was altered.
fn after(request: &str, alter: impl Fn(&mut Vec<Element>)) -> BTreeSet<Code> {
    let (request, design) = design(request);
    let mut elements = design.frame.assembly.elements.clone();
    alter(&mut elements);
    let (proof, matings) = (prove(&design.frame.link, &elements), matings(&elements));
    let catalog = built_in();
    let case = Case {
        catalog,
        request: &request,
        link: &design.frame.link,
        application: catalog.application(design.frame.link.near),
        far_application: catalog.application(design.frame.link.far),
        module: None,
        far_module: None,
        span: &design.frame.span,
        elements: &elements,
        matings: &matings,
        method: design.frame.assembly.method,
        proof: &proof,
        order: &design.frame.order,
        brand: design.brand,
        terms: &design.terms,
        figures: design.figures,
    };
    all(&case).into_iter().map(|finding| finding.code).collect()
}

const PANELS: &str = r#"{"application":"400GBASE-DR4","topology":"interconnect"}"#;
const CASSETTES: &str = r#"{"application":"100GBASE-DR","topology":"cassette-to-cassette"}"#;
const TWIN: &str = r#"{"application":"800G 2xFR4","topology":"cassette-to-cassette"}"#;

fn trunk(elements: &mut [Element]) -> &mut Element {
    elements.iter_mut().find(|element| element.kind == ElementKind::Trunk).unwrap()
}

fn repin(elements: &mut [Element], kind: ElementKind, pins: Pins) {
    for element in elements.iter_mut().filter(|element| element.kind == kind) {
        for end in element.ends.iter_mut().flatten() {
            end.pins = pins;
        }
    }
}

/// Gives the far cassette, or both, another map.
fn remap(elements: &mut [Element], id: &str, both: bool) {
    let wanted = built_in().map_named(id).unwrap();
    let cassettes = elements.iter_mut().filter(|e| e.kind == ElementKind::Cassette);
    for element in cassettes.skip(usize::from(!both)) {
        if let Path::Ports { map, .. } = &mut element.path {
            *map = wanted;
        }
    }
}

#[test]
fn faults_that_no_request_brings_about() {
    let sound = after(PANELS, |_| {});
    for code in [Code::Pin001, Code::Pin002, Code::End001, Code::Pol001] {
        assert!(!sound.contains(&code), "{code:?}");
    }
    assert!(
        after(PANELS, |e| repin(e, ElementKind::Trunk, Pins::Unpinned)).contains(&Code::Pin001)
    );
    assert!(after(PANELS, |e| repin(e, ElementKind::Cord, Pins::Pinned)).contains(&Code::Pin002));
    let flat = after(PANELS, |elements| {
        for end in trunk(elements).ends.iter_mut().flatten() {
            end.face = Some(EndFace::Flat);
        }
    });
    assert!(flat.contains(&Code::End001));
    let dead = after(PANELS, |elements| {
        trunk(elements).path = Path::Positions(built_in().map_named("cable-a-8").unwrap());
    });
    assert!(dead.contains(&Code::Pol001));
}

#[test]
fn cassettes_of_two_kinds() {
    let sound = after(CASSETTES, |_| {});
    for code in [Code::Pol002, Code::Pol003] {
        assert!(!sound.contains(&code), "{code:?}");
    }
    assert!(after(CASSETTES, |e| remap(e, "pairs-12", false)).contains(&Code::Pol002));
    assert!(after(CASSETTES, |e| remap(e, "pairs-12", true)).contains(&Code::Pol003));
}

#[test]
fn crossed_plugs_of_a_twin_port() {
    assert!(!after(TWIN, |_| {}).contains(&Code::Pol005));
    assert!(after(TWIN, |e| remap(e, "pairs-12", true)).contains(&Code::Pol005));
}

/// No grade of the catalog is worse than a limit that it could be used with, so one is set beside
/// a limit that it is not made for.
#[test]
fn a_grade_that_reflects_too_much() {
    let (request, design) = design(PANELS);
    let catalog = built_in();
    let judged = |grade: &str, fiber| {
        let mut figures = design.figures;
        figures.grade = GradeRef::find(catalog, grade).unwrap();
        figures.fiber = fiber;
        let case = Case {
            catalog,
            request: &request,
            link: &design.frame.link,
            application: catalog.application(design.frame.link.near),
            far_application: catalog.application(design.frame.link.far),
            module: None,
            far_module: None,
            span: &design.frame.span,
            elements: &design.frame.assembly.elements,
            matings: &design.frame.matings,
            method: design.frame.assembly.method,
            proof: &design.frame.assembly.proof,
            order: &design.frame.order,
            brand: design.brand,
            terms: &design.terms,
            figures,
        };
        let codes: BTreeSet<Code> = all(&case).into_iter().map(|finding| finding.code).collect();
        codes.contains(&Code::Ref001)
    };
    // 400GBASE-DR4 asks for 45 dB (unconfirmed): 35 dB is too little, 60 dB is enough.
    assert!(judged("mpo-low-loss-mm-apc", Fiber::Om4));
    assert!(!judged("mpo-low-loss-sm-apc", Fiber::Os2));
}

#[test]
fn lengths_for_another_topology() {
    let request = Request {
        application: built_in().find_application("400GBASE-DR4").ok(),
        topology: Some(Topology::Direct),
        lengths: Lengths { trunks: vec![Length::from_meters(10)], ..Lengths::default() },
        ..Request::default()
    };
    let plan = verdict(built_in(), &request);
    assert!(plan.recommended.is_none());
    assert_eq!(plan.findings[0].code, Code::Top002);
}

/// A link or another program may hold it; the reader refuses it by name.
#[test]
fn a_far_module_of_another_application() {
    let module = |id: &str| built_in().module_called(id);
    let with = |far: &str| {
        let request = Request {
            module: module("nvidia-mms4x00-nm"),
            far_end: Some(FarEnd::Same(module(far))),
            ..Request::default()
        };
        verdict(built_in(), &request)
    };
    let other = with("nvidia-mms4x00-ns400");
    assert!(other.recommended.is_none());
    let finding = &other.findings[0];
    assert_eq!(finding.code, Code::Brk006);
    // Its fix is the breakout that would be right, with the same module.
    let right = finding.fixes[0].far_end.unwrap();
    assert_eq!(right.breakout(), built_in().application_called("400GBASE-DR4"));
    assert_eq!(right.module(), module("nvidia-mms4x00-ns400"));
    let alike = with("nvidia-mms4x00-nm-t");
    assert!(alike.recommended.is_some());
    assert!(alike.findings.iter().all(|finding| finding.code != Code::Brk006));
}

#[test]
fn every_code_has_a_case_for_and_a_case_against() {
    let claims: Vec<String> = cases::all().into_iter().flat_map(|case| case.claims).collect();
    let here = [
        Code::Pin001,
        Code::Pin002,
        Code::End001,
        Code::Pol002,
        Code::Pol003,
        Code::Pol005,
        Code::Ref001,
        Code::Top002,
        Code::Brk006,
    ];
    for code in Code::ALL.iter().filter(|code| !here.contains(code)) {
        for claim in [format!("finding {}", code.name()), format!("no finding {}", code.name())] {
            assert!(claims.contains(&claim), "no case says \"{claim}\"");
        }
    }
}
