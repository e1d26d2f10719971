//! The locale file speaks of everything the engine can say.

use crate::voices::english;
use fiberlane_catalog::{NameError, built_in};
use fiberlane_engine::checks::{explain, explanations};
use fiberlane_engine::finding::Code;
use fiberlane_engine::read_request;
use fiberlane_messages::finding_text;

#[test]
fn every_code_has_a_sentence_and_an_explanation() {
    for code in Code::ALL {
        let key = format!("finding.{}", code.name());
        assert!(english().lookup(&key).is_some(), "{key}");
        assert!(explain(code.name()).is_some(), "{}", code.name());
    }
    assert_eq!(explanations().len(), Code::ALL.len());
}

/// No sentence is left with a name that its finding does not have.
#[test]
fn every_sentence_finds_its_facts() {
    for case in crate::cases::all() {
        let value = serde_json::from_str(&case.request).unwrap();
        let Ok(request) = read_request(built_in(), &value) else {
            continue;
        };
        let first = fiberlane_engine::verdict(built_in(), &request);
        for finding in &first.findings {
            let words = finding_text(english(), finding, first.recommended.as_ref());
            assert!(!words.contains('{') && !words.contains('}'), "{}: {words}", case.name);
        }
    }
}

/// Common spellings lead to the application that is meant; an extended one keeps its letter.
#[test]
fn applications_by_the_names_people_type() {
    for (typed, meant) in [
        ("400g-dr4", "400GBASE-DR4"),
        ("400GE-DR4", "400GBASE-DR4"),
        ("400GbE DR4", "400GBASE-DR4"),
        ("100GE SR4", "100GBASE-SR4"),
        ("40G eSR4", "40G eSR4 / CSR4"),
        ("100G BiDi", "100G-SR1.2"),
        ("100G BiDi (SRBD / SR1.2)", "100G-SR1.2"),
        ("100G SRBD", "100G-SRBD"),
        ("XDR", "800GBASE-DR4"),
        ("800G 2xDR4", "800G 2xDR4 (dual MPO-12 OSFP)"),
    ] {
        let found = built_in().find_application(typed).map(|id| built_in().application(id).name);
        assert_eq!(found, Ok(meant), "{typed}");
    }
    assert!(built_in().find_application("DR4").is_err());
    assert!(built_in().find_application("").is_err());
    // A name that leaves the medium open is nobody's, and its ports are named.
    let open = ["400GBASE-VR4", "400GBASE-DR4", "400GBASE-FR4"].to_vec();
    assert_eq!(built_in().find_application("ndr"), Err(NameError::InfiniBand(open)));
    let near = vec!["40GBASE-SR4"];
    assert_eq!(built_in().find_application("FDR"), Err(NameError::InfiniBand(near)));
}
