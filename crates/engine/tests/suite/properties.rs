//! What must hold of every plan.

use fiberlane_catalog::{Connector, EndFace, Fiber, built_in};
use fiberlane_engine::advice::{OptionState, options};
use fiberlane_engine::design::Verdict;
use fiberlane_engine::end::Pins;
use fiberlane_engine::finding::Severity;
use fiberlane_engine::proof::Light;
use fiberlane_engine::request::{
    AttenuationBasis, Conversion, FarEnd, GradeRef, Installed, InstalledKind, Lengths, Measured,
    Method, Pinning, Place, Polarity, Priority, Situation, Spares, Topology,
};
use fiberlane_engine::{
    Request, Value, decode_fragment, encode_fragment, plan, read_request, verdict, write_plan,
    write_request,
};
use fiberlane_units::{Length, Loss};
use proptest::prelude::*;

fn pick<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(proptest::sample::select(all))
}

fn lengths() -> impl Strategy<Value = Lengths> {
    let length = || (1u64..20_000_000).prop_map(Length::from_steps);
    let ends = (proptest::option::of(length()), proptest::option::of(length()));
    let lists =
        (proptest::collection::vec(length(), 0..4), proptest::collection::vec(length(), 0..3));
    (ends, lists).prop_map(|((cord_a, cord_b), (trunks, cross))| Lengths {
        cord_a,
        trunks,
        cross,
        cord_b,
    })
}

/// Any request at all, sensible or not.
pub(crate) fn request() -> impl Strategy<Value = Request> {
    let catalog = built_in();
    let applications: Vec<_> = catalog.application_ids().collect();
    let grades: Vec<_> =
        (0..3).map(GradeRef::Planning).chain((0..54).map(GradeRef::Catalog)).collect();
    let polarities: Vec<_> = Method::ALL.iter().map(|m| Polarity::Method(*m)).collect();
    let first = (
        proptest::sample::select(applications.clone()),
        pick(applications),
        pick(Fiber::ALL.to_vec()),
        pick(grades.clone()),
        pick(grades),
        pick(Topology::ALL.to_vec()),
        lengths(),
    );
    let second = (
        proptest::option::of(1u32..2_000),
        proptest::option::of(0u32..6),
        pick(polarities),
        pick(Pinning::ALL.to_vec()),
        pick(vec![8u8, 12, 16, 24]),
        proptest::option::of(1u32..24),
        proptest::option::of(0u32..=100),
        pick(AttenuationBasis::ALL.to_vec()),
        pick(Priority::ALL.to_vec()),
    );
    (first, second, place()).prop_map(|(first, second, place)| {
        let (application, far, fiber, grade, lc_grade, topology, lengths) = first;
        let (links, splices, polarity, pinning, base, trunk_legs, spares, attenuation, priority) =
            second;
        Request {
            application: Some(application),
            far_end: far.map(|id| FarEnd::Breakout(id, None)),
            fiber,
            grade,
            lc_grade,
            topology,
            lengths,
            links,
            splices,
            polarity,
            pinning,
            base,
            trunk_legs,
            spares: spares.map(Spares::All),
            attenuation,
            priority,
            ..place
        }
    })
}

/// Parts in place, conversion, rules and situation; mostly none.
fn place() -> impl Strategy<Value = Request> {
    let connectors = [Connector::Mpo8, Connector::Mpo12, Connector::Mpo16, Connector::Mpo24];
    let trunk = (
        pick(connectors.to_vec()),
        pick(Fiber::ALL.to_vec()),
        pick(vec![EndFace::Flat, EndFace::Angled]),
        pick(vec![[Pins::Pinned; 2], [Pins::Unpinned; 2], [Pins::Pinned, Pins::Unpinned]]),
        pick(vec![Method::A, Method::B, Method::C]),
        pick((0..3).map(GradeRef::Planning).collect()),
        (proptest::option::of(0u64..5_000_000), 0usize..12, any::<bool>()),
    );
    let trunk = trunk.prop_map(|(connector, fiber, face, pins, method, grade, more)| {
        let (length, turn, measured) = more;
        let mut part = Installed::unknown(InstalledKind::Trunk);
        let two_rows = connector == Some(Connector::Mpo24);
        part.connector = connector;
        part.fiber = fiber;
        part.face = face;
        part.pins = pins;
        part.method = method.filter(|_| !two_rows);
        part.grade = grade;
        part.length = length.map(Length::from_steps);
        part.map = connector.filter(|_| measured).and_then(|connector| {
            let all: Vec<u8> = connector.positions().collect();
            let pairs: Vec<(u8, u8)> = (0..all.len())
                .map(|at| (all[at], all[(all.len() + turn - at) % all.len()]))
                .collect();
            Measured::new(connector, &pairs)
        });
        vec![part]
    });
    let situation = (pick(Place::ALL.to_vec()), proptest::option::of(0u32..1_000), any::<bool>());
    (
        proptest::option::weighted(0.3, trunk),
        proptest::option::weighted(0.2, proptest::sample::select(Conversion::ALL)),
        proptest::option::weighted(0.2, (0u32..3_000).prop_map(Loss::from_milli)),
        proptest::option::weighted(0.2, situation),
    )
        .prop_map(|(installed, conversion, connections_at_most, situation)| Request {
            installed,
            conversion,
            connections_at_most,
            situation: situation.map(|(place, matings_per_year, changes)| Situation {
                place,
                matings_per_year,
                field_changes: changes.then_some(true),
                ..Situation::default()
            }),
            ..Request::default()
        })
}

/// A speed and little else.
fn open_request() -> impl Strategy<Value = Request> {
    let speeds = vec![40u16, 100, 200, 400, 800, 1600];
    (request(), proptest::sample::select(speeds), any::<[bool; 4]>()).prop_map(
        |(full, speed, keep)| Request {
            speed: Some(speed),
            fiber: full.fiber.filter(|_| keep[0]),
            grade: full.grade.filter(|_| keep[1]),
            topology: full.topology.filter(|_| keep[2]),
            lengths: if keep[3] { full.lengths } else { Lengths::default() },
            links: full.links,
            priority: full.priority,
            ..Request::default()
        },
    )
}

proptest! {
    #![proptest_config(crate::random(400))]

    #[test]
    fn the_total_is_the_sum_of_its_terms(request in request()) {
        if let Some(design) = verdict(built_in(), &request).recommended {
            let sum: Loss = design.terms.iter().map(|term| term.loss).sum();
            prop_assert_eq!(sum, design.figures.total);
            let length: Length = design.terms.iter().filter_map(|term| term.length).sum();
            prop_assert_eq!(length, design.figures.length);
        }
    }

    #[test]
    fn a_plan_is_always_answered_and_fails_exactly_with_an_error(request in request()) {
        let first = verdict(built_in(), &request);
        let error = first.findings.iter().any(|finding| finding.severity == Severity::Error);
        prop_assert_eq!(first.verdict == Verdict::Fail, error);
        if first.recommended.is_none() {
            prop_assert!(!first.findings.is_empty());
        }
    }

    #[test]
    fn loss_never_falls_when_a_part_is_added(request in request(), more in 1u64..1_000_000) {
        let Some(before) = verdict(built_in(), &request).recommended else { return Ok(()) };
        // The same choices again, with one splice and some length more.
        let fixed = Request {
            fiber: Some(before.figures.fiber),
            grade: Some(before.figures.grade),
            lc_grade: Some(before.figures.lc_grade),
            topology: Some(before.frame.topology),
            splices: Some(request.splices.unwrap_or(0) + 1),
            lengths: Lengths {
                cord_a: Some(Length::from_steps(before.frame.span.cord_a.steps() + more)),
                ..request.lengths.clone()
            },
            ..request.clone()
        };
        let after = verdict(built_in(), &fixed).recommended.unwrap();
        prop_assert!(after.figures.total > before.figures.total);
    }

    #[test]
    fn another_trunk_adds_a_pair(length in 1u64..1_000_000) {
        let trunks = |count: usize| Request {
            application: built_in().find_application("400GBASE-DR4").ok(),
            topology: Some(Topology::Interconnect),
            grade: Some(GradeRef::Planning(0)),
            lengths: Lengths { trunks: vec![Length::from_steps(length); count], ..Lengths::default() },
            ..Request::default()
        };
        let mut last = Loss::ZERO;
        for count in 1..=6 {
            let design = verdict(built_in(), &trunks(count)).recommended.unwrap();
            prop_assert!(design.figures.total > last);
            prop_assert!(design.frame.assembly.proof.light() == Light::Arrives);
            last = design.figures.total;
        }
    }

    #[test]
    fn link_and_text_carry_the_request(request in request()) {
        let fragment = encode_fragment(built_in(), &request);
        prop_assert_eq!(decode_fragment(built_in(), &fragment), Ok(request.clone()));
        let text = write_request(built_in(), &request);
        let value: Value = serde_json::from_str(&text).unwrap();
        // Text is also judged as a whole; where that refuses, it must still name a field.
        match read_request(built_in(), &value) {
            Ok(read) => prop_assert_eq!(read, request),
            Err(problems) => prop_assert!(problems.iter().all(|p| !p.field.is_empty())),
        }
    }

    #[test]
    fn any_fragment_is_read_or_refused(text in ".{0,80}") {
        let _ = decode_fragment(built_in(), &text);
        let _ = decode_fragment(built_in(), &format!("#fl=1.{text}"));
    }

    #[test]
    fn canonical_plans_repeat(request in request()) {
        let once = write_plan(built_in(), &plan(built_in(), &request));
        prop_assert_eq!(&once, &write_plan(built_in(), &plan(built_in(), &request)));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&once).is_ok());
    }
}

proptest! {
    #![proptest_config(crate::random(80))]

    #[test]
    fn a_repair_repairs(request in request()) {
        let plan = plan(built_in(), &request);
        for repair in &plan.advice.repairs {
            let repaired = verdict(built_in(), &repair.change.on(&request));
            prop_assert_eq!(repaired.verdict, repair.effect.verdict);
            prop_assert!(crate::offers::repaired(&plan, &repair.change, &repaired));
            // What was an error is gone, and nothing new is one.
            prop_assert!(repaired.findings.iter().all(|f| f.severity != Severity::Error));
        }
    }

    #[test]
    fn an_available_option_does_what_it_says(request in request()) {
        let plan = plan(built_in(), &request);
        for choice in plan.advice.options.iter().flat_map(|field| &field.options) {
            let (change, effect) = match (&choice.state, &choice.admitted) {
                (OptionState::Available(effect), _) => (&choice.change, effect),
                (_, Some((change, effect))) => (change, effect),
                _ => continue,
            };
            let applied = verdict(built_in(), &change.on(&request));
            prop_assert_eq!(applied.recommended.unwrap().effect(), *effect);
        }
    }

    /// Whatever is offered, and every option that is excluded, over requests that nobody would make.
    #[test]
    fn offers_do_what_they_say(request in request()) {
        let text = write_request(built_in(), &request);
        if read_request(built_in(), &serde_json::from_str(&text).unwrap()).is_ok() {
            let mut wrong = Vec::new();
            crate::offers::tried(&request, &mut wrong);
            prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        }
    }

    #[test]
    fn an_option_of_an_open_request_does_what_it_says(request in open_request()) {
        let first = verdict(built_in(), &request);
        let table = options(built_in(), &request, first.recommended.as_ref());
        for choice in table.iter().flat_map(|field| &field.options) {
            if let OptionState::Available(effect) = &choice.state {
                let applied = verdict(built_in(), &choice.change.on(&request));
                prop_assert_eq!(applied.recommended.unwrap().effect(), *effect);
            }
        }
    }

    #[test]
    fn a_fix_removes_its_finding(request in request()) {
        let first = verdict(built_in(), &request);
        for finding in &first.findings {
            for fix in &finding.fixes {
                let fixed = verdict(built_in(), &fix.on(&request));
                prop_assert!(fixed.findings.iter().all(|other| other.code != finding.code));
                let errors = |plan: &fiberlane_engine::Verdicts| {
                    plan.findings.iter().filter(|f| f.severity == Severity::Error).count()
                };
                prop_assert!(errors(&fixed) < errors(&first));
            }
        }
    }
}
