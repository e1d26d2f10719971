//! Who speaks in these tests; and that two who speak at once know nothing of each other.

use fiberlane_bindings::desk::quote_sheet;
use fiberlane_bindings::sections;
use fiberlane_catalog::built_in;
use fiberlane_engine::{Request, plan, read_request};
use fiberlane_export::{Details, order_csv, order_text, rfq_text};
use fiberlane_messages::{Spoken, Unit, Voice, Words};
use fiberlane_view as view;
use std::collections::BTreeMap;
use std::sync::{Barrier, LazyLock};

static ENGLISH: LazyLock<Spoken> =
    LazyLock::new(|| Spoken::new(Words::english(), Unit::Meters, built_in()));

/// English, in meters.
pub(crate) fn english() -> Voice<'static> {
    ENGLISH.voice()
}

/// The words of a table.
pub(crate) fn words(table: &BTreeMap<String, String>) -> Words {
    let entries: Vec<String> = table.iter().map(|(key, word)| format!("{key}\n{word}")).collect();
    Words::new(entries.join("\n"))
}

/// Another language, as a face reads it.
pub(crate) fn spoken(language: &str, unit: Unit) -> Spoken {
    let path = format!("{}/../site/locales/{language}.json", env!("CARGO_MANIFEST_DIR"));
    let table = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    Spoken::new(words(&table), unit, built_in())
}

/// Everything that is said of a request: report, documents, markup of both stages.
fn everything(voice: Voice<'_>, request: &Request) -> Vec<(&'static str, String)> {
    let plan = plan(built_in(), request);
    let mut said = vec![
        ("report", fiberlane_cli::report(voice, &plan)),
        ("request", rfq_text(voice, request, &plan.first, &Details::default())),
        ("list", order_text(voice, &plan.first)),
        ("table", order_csv(voice, &plan.first)),
        ("sheet", quote_sheet(voice, request, &plan.first, &Details::default())),
        ("banner", view::banner(voice, &plan.first)),
        ("findings", view::findings(voice, &plan.first)),
        ("advice", sections(voice, request)),
    ];
    if let Some(design) = &plan.first.recommended {
        said.extend([
            ("channel", view::channel(voice, design, false)),
            ("ladder", view::ladder(voice, design, false)),
            ("curves", view::curves(voice, design, true)),
            ("order", view::order(voice, design)),
            ("proof", view::proof(voice, design)),
        ]);
    }
    said
}

/// A German in meters and an Englishman in feet, each on a thread, request by request at the same
/// time: each says what it says alone.
#[test]
fn two_voices_speak_side_by_side() {
    let requests: Vec<Request> = crate::cases::all()
        .iter()
        .step_by(25)
        .filter_map(|case| {
            let value = serde_json::from_str(&case.request).unwrap();
            read_request(built_in(), &value).ok()
        })
        .collect();
    assert!(requests.len() > 5, "{}", requests.len());
    let both = [spoken("de", Unit::Meters), spoken("en", Unit::Feet)];
    let say = |spoken: &Spoken, together: Option<&Barrier>| -> Vec<Vec<(&'static str, String)>> {
        let one = |request: &Request| {
            together.map(Barrier::wait);
            everything(spoken.voice(), request)
        };
        requests.iter().map(one).collect()
    };
    let alone = both.each_ref().map(|spoken| say(spoken, None));
    let barrier = Barrier::new(both.len());
    let together = std::thread::scope(|scope| {
        let threads = both.each_ref().map(|spoken| scope.spawn(|| say(spoken, Some(&barrier))));
        threads.map(|thread| thread.join().unwrap())
    });
    for (alone, together) in
        alone.iter().flatten().flatten().zip(together.iter().flatten().flatten())
    {
        assert_eq!(alone, together);
    }
    let [german, english] = &together;
    let has = |said: &[Vec<(&str, String)>], name: &str, words: &str| {
        said.iter().flatten().any(|(of, text)| *of == name && text.contains(words))
    };
    assert!(has(german, "request", "Angebot") && !has(german, "request", "\u{a0}ft"));
    assert!(has(english, "request", "Request for quote") && has(english, "request", " ft"));
    assert!(!has(german, "ladder", "\u{a0}ft") && has(english, "ladder", "\u{a0}ft"));
    // The table is for programs, the same for both.
    for (german, english) in german.iter().flatten().zip(english.iter().flatten()) {
        assert_eq!(german.0, english.0);
        assert!(german.0 != "table" || german.1 == english.1);
    }
}

/// A voice can be handed to any thread.
#[test]
fn a_voice_goes_to_any_thread() {
    const fn fits<T: Send + Sync + Copy>(_: T) {}
    fits(english());
    assert_eq!(size_of::<Voice<'_>>(), size_of::<usize>());
}
