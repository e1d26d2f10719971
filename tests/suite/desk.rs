//! What is handed out says what the plan says, and what is typed finds what is meant.

use crate::cases::{all, planned};
use crate::voices::{english, spoken, words};
use fiberlane_bindings::desk::{
    compare, difference, examples, examples_json, find, qr, quote_sheet,
};
use fiberlane_bindings::sections;
use fiberlane_catalog::built_in;
use fiberlane_catalog::long::{SOURCES, SourceKind};
use fiberlane_engine::design::Verdict;
use fiberlane_engine::request::FarEnd;
use fiberlane_engine::{
    Request, Verdicts, decode_fragment, encode_fragment, read_request, verdict, write_request,
};
use fiberlane_export::{BrandWish, Details, order_csv, order_text, rfq_text};
use fiberlane_messages::{Figure as _, Spoken, Unit, Words};
use qrcodegen::{QrCode, QrCodeEcc};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

fn read(text: &str) -> Request {
    let whole = text.replacen('{', r#"{"schema":"fiberlane.request/1","#, 1);
    read_request(built_in(), &serde_json::from_str(&whole).unwrap()).unwrap()
}

/// Every request of the cases that is one, planned.
fn requests() -> Vec<(String, Request, Verdicts)> {
    let mut out = Vec::new();
    for case in all() {
        let value = serde_json::from_str(&case.request).unwrap();
        if let Ok(request) = read_request(built_in(), &value) {
            let first = verdict(built_in(), &request);
            out.push((case.name, request, first));
        }
    }
    out
}

fn details() -> Details {
    Details {
        number: "Q-17 <b>".to_owned(),
        customer: "A & B \"Ltd\"".to_owned(),
        date: "2025-03-04".to_owned(),
        prepared_by: "J. Doe".to_owned(),
        notes: "First.\n<script>alert(1)</script>".to_owned(),
        link: "https://example.com/#fl=1.abc".to_owned(),
        brand: Some(BrandWish::Equivalent),
    }
}

/// RFC 4180, read by the letter and by nobody's library.
fn parse(csv: &str) -> Vec<Vec<String>> {
    let mut text = csv.strip_prefix('\u{feff}').expect("a byte order mark").chars().peekable();
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    while let Some(c) = text.next() {
        match c {
            '"' if quoted && text.peek() == Some(&'"') => {
                text.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            c if quoted => cell.push(c),
            ',' => row.push(std::mem::take(&mut cell)),
            '\r' => {
                assert_eq!(text.next(), Some('\n'), "a line ends with CR and LF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\n' => panic!("a line feed by itself"),
            c => cell.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the last line ends");
    rows
}

fn bom(request: &Request) -> Vec<Json> {
    let plan = planned(&write_request(built_in(), request)).unwrap();
    let plan: Json = serde_json::from_str(&plan).unwrap();
    plan["recommended"]["bom"].as_array().cloned().unwrap_or_default()
}

#[test]
fn the_csv_is_the_bill_of_the_plan() {
    let mut lines = 0;
    for (name, request, first) in requests() {
        let rows = parse(&order_csv(english(), &first));
        let head = &rows[0];
        let column = |name: &str| head.iter().position(|column| column == name).unwrap();
        assert!(rows.iter().all(|row| row.len() == head.len()), "{name}");
        let wire = bom(&request);
        // Every record is an item: nothing is said in the place of one.
        assert_eq!(rows.len() - 1, wire.len(), "{name}");
        for (index, (row, line)) in rows[1..].iter().zip(&wire).enumerate() {
            let cell = |name: &str| row[column(name)].as_str();
            let said = |value: Option<&Json>| match value {
                Some(Json::String(word)) => word.clone(),
                Some(value) => value.to_string(),
                None => String::new(),
            };
            assert_eq!(cell("item"), (index + 1).to_string(), "{name}");
            assert_eq!(cell("unit"), "piece", "{name}");
            for (column, key) in [
                ("quantity", "quantity"),
                ("spare", "spare"),
                ("kind", "kind"),
                ("part", "part"),
                ("description", "description"),
                ("length_m", "lengthM"),
                ("legs", "legs"),
                ("fibers", "fibers"),
                ("polarity", "polarity"),
                ("key", "key"),
                ("fiber", "fiber"),
                ("brand", "brand"),
            ] {
                assert_eq!(cell(column), said(line.get(key)), "{name}: {column}");
            }
            let grades = [line.get("grade"), line.get("lcGrade")].into_iter().flatten();
            let grades: Vec<String> = grades.map(|grade| said(Some(grade))).collect();
            assert_eq!(cell("grade"), grades.join(";"), "{name}: grade");
            for (column, place) in [("at_a", "a"), ("between", "between"), ("at_b", "b")] {
                assert_eq!(cell(column), said(line.get("places").map(|at| &at[place])), "{name}");
            }
            let open =
                line.get("toBeConfirmed").and_then(Json::as_array).cloned().unwrap_or_default();
            let open: Vec<&str> = open.iter().filter_map(Json::as_str).collect();
            assert_eq!(cell("to_be_confirmed"), open.join(";"), "{name}");
            // What must not be missed travels with every line.
            assert_eq!(cell("verdict"), first.verdict.name(), "{name}");
            for finding in &first.findings {
                let code = finding.code.name();
                let condition = code == "END003" || code == "ASM001" && !first.assumes.is_empty();
                let grave = finding.severity.name() == "error" || code == "SRC001" || condition;
                assert!(!grave || cell("findings").split(';').any(|c| c == code), "{name}: {code}");
            }
            lines += 1;
        }
    }
    assert!(lines > 200, "{lines}");
}

/// A program that read the table yesterday reads it tomorrow, whatever the person speaks.
#[test]
fn the_csv_is_the_same_in_every_language() {
    let wire: Vec<String> =
        requests().iter().map(|(_, _, first)| order_csv(english(), first)).collect();
    for language in ["de", "ja"] {
        let spoken = spoken(language, Unit::Feet);
        for ((name, _, first), csv) in requests().iter().zip(&wire) {
            assert_eq!(order_csv(spoken.voice(), first), *csv, "{name}");
        }
    }
}

/// How far a figure can be trusted is said in the words of the reader, the same on every paper.
#[test]
fn confidence_is_said_in_the_language_of_the_reader() {
    let request = read(
        r#"{"application":"1.6TBASE-DR8","fiber":"OS2","grade":"mpo-16-low-loss-sm-apc","topology":"interconnect","lengths":{"cordA":5,"trunks":[50],"cordB":5},"links":1}"#,
    );
    let known = Words::english();
    let table: BTreeMap<String, String> = known
        .keys()
        .map(|key| {
            let own = key.strip_prefix("status.").map(|status| format!("trust in {status}"));
            (key.to_owned(), own.unwrap_or_else(|| known.lookup(key).unwrap().to_owned()))
        })
        .collect();
    let spoken = Spoken::new(words(&table), Unit::Meters, built_in());
    let first = verdict(built_in(), &request);
    let sheet = quote_sheet(spoken.voice(), &request, &first, &Details::default());
    let (_, reflectance) = sheet.split_once("<strong>Reflectance</strong>").unwrap();
    let (reflectance, _) = reflectance.split_once("</li>").unwrap();
    assert!(reflectance.contains("(trust in "), "{reflectance}");
    let asked = joined(&rfq_text(spoken.voice(), &request, &first, &details()));
    assert!(!asked.contains("dB, as the application asks (draft)"), "{asked}");
}

/// Standards and the pages of the named modules' own makers may be named to a customer, and nobody else.
#[test]
fn no_other_maker_stands_on_a_paper() {
    let mut named = 0;
    for (name, request, first) in requests() {
        let near = first.recommended.as_ref().and_then(|design| design.frame.link.module);
        let far = request.far_end.and_then(FarEnd::module);
        let own =
            [near.or(request.module), far].map(|id| id.map(|id| built_in().module(id).vendor));
        let sheet = quote_sheet(english(), &request, &first, &Details::default());
        let asked = joined(&rfq_text(english(), &request, &first, &details()));
        for paper in [&sheet, &asked] {
            for source in SOURCES.iter().filter(|source| source.kind == SourceKind::Document) {
                assert!(!paper.contains(&escaped(source.title)), "{name}: {}", source.title);
                assert!(source.address.is_empty() || !paper.contains(source.address), "{name}");
            }
            for module in built_in().modules.iter().filter(|m| !own.contains(&Some(m.vendor))) {
                let maker = format!("{} ", module.vendor);
                assert!(!paper.contains(&maker), "{name}: {maker}");
            }
        }
        named += usize::from(sheet.contains("commonly published"));
    }
    assert!(named > 20, "{named}");
}

/// A request text breaks lines; what it says is compared without them.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn every_document_has_every_line() {
    let details = details();
    for (name, request, first) in requests() {
        let rfq = rfq_text(english(), &request, &first, &details);
        let sheet = quote_sheet(english(), &request, &first, &details);
        let list = order_text(english(), &first);
        for text in [&rfq, &sheet, &list, &order_csv(english(), &first)] {
            assert!(!text.contains(['{', '}']), "{name}: {text}");
            assert!(!text.contains("MPO/MTP"), "{name}");
        }
        for line in rfq.lines().filter(|line| *line != details.link) {
            assert!(line.chars().count() <= 78 && !line.ends_with(' '), "{name}: {line}");
        }
        let flat = joined(&rfq);
        for line in bom(&request) {
            let description = line["description"].as_str().unwrap();
            assert!(flat.contains(description), "{name}: {description}\n{rfq}");
            let length = description.replace(" m", "\u{a0}m");
            let in_sheet = [description, &length].iter().any(|d| sheet.contains(&escaped(d)));
            assert!(in_sheet, "{name}: {description}");
            let quantity = line["quantity"].to_string();
            assert!(list.contains(&format!("{quantity}\t{description}\n")), "{name}\n{list}");
        }
        // The first thing said of a design that does not work is that it does not.
        let start = "<article class=\"sheet\"><p class=\"state ";
        let bad = matches!(first.verdict, Verdict::Fail | Verdict::NotChecked);
        assert_eq!(sheet.starts_with(start), bad, "{name}");
        assert_eq!(rfq.starts_with("This design "), bad, "{name}");
        assert_eq!(list.starts_with("This design "), bad, "{name}");
        assert!(!sheet.contains("<script>") && !sheet.contains("elative cabling cost"), "{name}");
        let draft = first.findings.iter().any(|finding| finding.code.name() == "SRC001");
        for (text, word) in [(&sheet, "Draft figures"), (&rfq, "draft"), (&list, "Draft: ")] {
            assert!(!draft || text.contains(word), "{name}: {word}");
        }
    }
}

/// What no plan can check is said on every quote, and what was not checked is not said to be.
#[test]
fn what_was_not_checked_is_said() {
    for (name, request, first) in requests() {
        let Some(design) = &first.recommended else { continue };
        let sheet = quote_sheet(english(), &request, &first, &Details::default());
        let (_, open) = sheet.split_once("<ul class=\"unchecked\">").unwrap();
        for words in ["host compatibility", "module coding", "software", "optical monitoring"] {
            assert!(open.contains(words), "{name}: {words}");
            assert!(
                joined(&rfq_text(english(), &request, &first, &details())).contains(words),
                "{name}"
            );
        }
        let (checked, _) = sheet.split_once("<ul class=\"unchecked\">").unwrap();
        let loss = checked.contains("<strong>Loss</strong>");
        assert_eq!(loss, design.figures.limit.is_some(), "{name}");
        let lanes = checked.contains("<strong>Polarity</strong>");
        assert_eq!(lanes, !design.frame.assembly.proof.unknown, "{name}");
    }
}

/// Every field that a supplier asks, for every cable and module.
#[test]
fn a_request_for_quote_asks_everything() {
    let request = read(
        r#"{"application":"400GBASE-FR4","fiber":"OS2","topology":"cassette-to-cassette","lengths":{"cordA":10,"cross":[5,5],"trunks":[1200],"cordB":10},"links":7,"spares":5}"#,
    );
    let first = verdict(built_in(), &request);
    let text = rfq_text(english(), &request, &first, &details());
    let (items, rest) = text.split_once("\nWiring diagrams\n").unwrap();
    let items: Vec<&str> = items.split("\nItem ").skip(1).collect();
    let mut asked = 0;
    for item in &items {
        let kind = item.split(" × ").nth(1).unwrap();
        if kind.starts_with("Enclosure") || kind.starts_with("Adapter panel") {
            continue;
        }
        asked += 1;
        for field in [
            "Quantity",
            "Part number",
            "Fibers",
            "Connectors",
            "Connector A",
            "Pins A",
            "End face A",
            "Connector B",
            "Pins B",
            "End face B",
            "Fiber class",
            "Connector grade",
            "Insertion loss of a mated pair",
            "Return loss of a mated pair",
            "Polarity",
            "Brand",
            "Wiring diagram",
            "Test report",
            "Labels",
            "Packaging",
            "Lead time",
        ] {
            assert!(item.contains(&format!("\n  {field}: ")), "{field}:\n{item}");
        }
        if !kind.starts_with("Cassette") {
            assert!(item.contains("\n  Jacket color: yellow jacket"), "{item}");
            assert!(item.contains("Fire rating (OFNP, OFNR, LSZH or Euroclass): to be"), "{item}");
        } else {
            assert!(item.contains("\n  Enclosure: Enclosure, "), "{item}");
        }
        assert!(item.contains("MTP, or technically equivalent"), "{item}");
    }
    assert!(asked >= 4, "{text}");
    // U1: universal modules on a Type B trunk.
    assert!(rest.contains("1-12, 2-11, 3-10"), "{rest}");
    assert!(joined(rest).contains("1-1:1, 2-2:1, 3-3:1"), "{rest}");
}

#[test]
fn no_difference_between_equals() {
    for (name, request, _) in requests() {
        let found: Json = serde_json::from_str(&difference(english(), &request, &request)).unwrap();
        assert_eq!(found, serde_json::json!({"words":"","asked":[],"results":[]}), "{name}");
    }
}

#[test]
fn a_difference_names_what_was_asked_and_what_follows() {
    let a = read(
        r#"{"application":"40GBASE-SR4","topology":"interconnect","lengths":{"cordA":3,"trunks":[85],"cordB":3},"links":24,"grade":"low-loss"}"#,
    );
    let b = read(
        r#"{"application":"40GBASE-SR4","topology":"interconnect","lengths":{"cordA":3,"trunks":[140],"cordB":3},"links":24,"grade":"low-loss","fiber":"OM4"}"#,
    );
    let found: Json = serde_json::from_str(&difference(english(), &a, &b)).unwrap();
    let words = found["words"].as_str().unwrap().replace('\u{a0}', " ");
    assert_eq!(words, "Fiber: as recommended → OM4; Trunk: 85 m → 140 m");
    let results = found["results"].as_array().unwrap();
    let row = |name: &str| results.iter().find(|row| row["name"] == name);
    assert_eq!(row("Length of the channel").unwrap()["after"], "146\u{a0}m");
    assert!(row("Margin").is_some() && row("Polarity").is_none(), "{found}");
    let back: Json = serde_json::from_str(&difference(english(), &b, &a)).unwrap();
    assert_eq!(back["asked"][0]["after"], "as recommended");
    // One list longer than the other.
    let crossed = read(
        r#"{"application":"40GBASE-SR4","topology":"cross-connect","lengths":{"cordA":3,"trunks":[40,45],"cross":[5],"cordB":3},"links":24,"grade":"low-loss"}"#,
    );
    let found: Json = serde_json::from_str(&difference(english(), &a, &crossed)).unwrap();
    assert!(found["words"].as_str().unwrap().contains("Trunk 2: – → 45"), "{found}");
}

/// Different requests never read the same.
#[test]
fn every_field_shows_in_a_difference() {
    let all = requests();
    for pair in all.windows(2) {
        let [(name, a, _), (_, b, _)] = pair else { continue };
        let found: Json = serde_json::from_str(&difference(english(), a, b)).unwrap();
        assert_eq!(a == b, found["asked"].as_array().unwrap().is_empty(), "{name}");
        assert!(!found.to_string().contains("{name"), "{name}");
    }
}

#[test]
fn a_comparison_marks_what_differs() {
    let all = examples();
    let (a, b) = (&all[1].request, &all[2].request);
    let both = compare(english(), a, Some(b));
    assert_eq!(both.matches("<section class=\"column\">").count(), 6); // verdict, order, drawing
    assert!(both.contains("class=\"differs\"") && both.contains("<table class=\"differences\">"));
    let one = compare(english(), a, None);
    assert!(!one.contains("differs") && !one.contains("differences"));
    assert!(!compare(english(), a, Some(a)).contains("\"differs\""));
    assert!(![&both, &one].iter().any(|text| text.contains(['{', '}'])));
}

/// The worst loss and the verdict that the scenarios print.
#[test]
fn examples_are_the_scenarios() {
    let expected = [
        ("example.s1", "1.473", Verdict::Tight),
        ("example.s3", "0.752", Verdict::Pass),
        ("example.s3cross", "1.456", Verdict::Pass),
        ("example.s5", "0.826", Verdict::Pass),
        ("example.s6", "1.460", Verdict::Pass),
        ("example.s8", "2.392", Verdict::Pass),
        // Two pairs of MPO at 0.35 and one of LC at 0.25, 36 m at 3.0 dB/km, against 1.9 dB.
        ("example.breakout", "1.058", Verdict::Pass),
    ];
    let found = examples();
    assert_eq!(found.len(), expected.len());
    for (example, (title, loss, judged)) in found.iter().zip(expected) {
        let first = verdict(built_in(), &example.request);
        assert_eq!(example.title, title);
        assert_eq!(
            first.recommended.as_ref().unwrap().figures.total.said(english()),
            loss,
            "{title}"
        );
        assert_eq!(first.verdict, judged, "{title}");
        assert!(
            english().lookup(example.title).is_some() && english().lookup(example.text).is_some(),
            "{title}"
        );
    }
    let json: Json = serde_json::from_str(&examples_json(english())).unwrap();
    for (row, example) in json.as_array().unwrap().iter().zip(&found) {
        let link = row["link"].as_str().unwrap().trim_start_matches('#');
        assert_eq!(decode_fragment(built_in(), link).as_ref(), Ok(&example.request));
    }
}

/// The dark modules that the bars of the path cover.
fn covered(svg: &str) -> BTreeSet<(i32, i32)> {
    let path = svg.split("fill=\"#000\" d=\"M").nth(1).unwrap().split('"').next().unwrap();
    let mut dark = BTreeSet::new();
    for bar in path.split('M') {
        let (at, rest) = bar.split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
        let run: i32 = rest.split_once('v').unwrap().0.parse().unwrap();
        assert_eq!(rest, format!("{run}v1h-{run}z"));
        dark.extend((x..x + run).map(|x| (x, y)));
    }
    dark
}

#[test]
fn a_qr_code_has_its_modules_and_its_quiet_zone() {
    let link = format!(
        "https://fiberlane.example/#{}",
        encode_fragment(built_in(), &examples()[3].request)
    );
    for text in ["a", &link] {
        let svg = qr(english(), text);
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let size = code.size();
        let mut dark = BTreeSet::new();
        for (y, x) in (0..size).flat_map(|y| (0..size).map(move |x| (y, x))) {
            if code.get_module(x, y) {
                dark.insert((x + 4, y + 4));
            }
        }
        assert_eq!(covered(&svg), dark);
        assert!(svg.contains(&format!("viewBox=\"0 0 {0} {0}\"", size + 8)));
        assert!(svg.starts_with("<svg class=\"qr\" role=\"img\" aria-label=\""));
    }
    assert_eq!(qr(english(), &"x".repeat(4_000)), "");
}

fn found(query: &str, request: &Request) -> Vec<Json> {
    serde_json::from_str::<Json>(&find(english(), query, request))
        .unwrap()
        .as_array()
        .unwrap()
        .clone()
}

/// First hits by what the catalog says, not by what the search says.
#[test]
fn what_is_typed_is_found() {
    let twin = "800G 2xDR4 (dual MPO-12 OSFP)";
    let cases = [
        ("800G DR8 OSFP", "800GBASE-DR8"),
        ("QSFP-DD SR8", "400GBASE-SR8"),
        ("100G SR4 to 4 x 25G", "100GBASE-SR4 to 4 × 25GBASE-SR"),
        ("400g-dr4", "400GBASE-DR4"),
        ("400GbE DR4", "400GBASE-DR4"),
        ("400ge dr4", "400GBASE-DR4"),
        ("400GBASE-DR4", "400GBASE-DR4"),
        ("400gdr4", "400GBASE-DR4"),
        ("dr4-2", "400GBASE-DR4-2"),
        ("2xFR4", "800G 2xFR4"),
        ("800G 2xFR4", "800G 2xFR4"),
        ("800g 2fr4 osfp", "800G 2xFR4"),
        ("100G BiDi", "100G-SR1.2"),
        ("400G BiDi", "400GBASE-SR4.2"),
        ("400G SRBD", "400GBASE-SR4.2"),
        ("40G SR4 QSFP+", "40GBASE-SR4"),
        ("1.6T DR8", "1.6TBASE-DR8"),
        ("1600G DR8", "1.6TBASE-DR8"),
        ("1600G 2xDR4", "1.6T 2xDR4 (dual MPO-12 OSFP)"),
        ("MMA4Z00-NS", "NVIDIA MMA4Z00-NS"),
        ("mma4z00-ns400", "NVIDIA MMA4Z00-NS400"),
        ("nvidia 800G SR8", "NVIDIA MMA4Z00-NS"),
        ("mellanox MMA1B00-C100D", "NVIDIA MMA1B00-C100D"),
        ("QDD-400G-DR4-S", "Cisco QDD-400G-DR4-S"),
        ("QDD-400G-DR4-S to 4x100G", "Cisco QDD-400G-DR4-S to 4 × 100GBASE-DR"),
        ("cisco 400g fr4", "Cisco QDD-400G-FR4-S"),
        ("arista 800g 2xdr4 osfp", "Arista LPO-800G-2DR4"),
        // This one is a part number.
        ("arista osfp 800g 2xdr4", "Arista OSFP-800G-2XDR4"),
        ("JL309A", "HPE Aruba JL309A"),
        ("finisar FTLC9551REPM", "Coherent (Finisar) FTLC9551REPM"),
        ("400G FR4", "400GBASE-FR4"),
        ("400G LR4-10", "400G-LR4-10"),
        ("PSM4", "100G PSM4"),
        ("CWDM4", "100G CWDM4"),
        ("400G XDR4", "400G-XDR4 / DR4+ (4x100G-FR)"),
        ("400G DR4+", "400G-XDR4 / DR4+ (4x100G-FR)"),
        ("4x100G-FR", "400G-XDR4 / DR4+ (4x100G-FR)"),
        ("QSFP28 100G LR4", "100GBASE-LR4"),
        ("100G DR", "100GBASE-DR"),
        ("SFP112 100G FR", "100GBASE-FR1"),
        ("200G SR4", "200GBASE-SR4"),
        ("800G SR8 OSFP", "800GBASE-SR8"),
        ("800G DR4", "800GBASE-DR4"),
        ("2x400G DR4", twin),
        ("800G OSFP dual MPO-12 DR4", twin),
        ("400G OS2 MPO-12", "400GBASE-DR4"),
        ("800 DR8", "800GBASE-DR8"),
        ("MMS4X", "NVIDIA MMS4X00-NS"),
        ("switch port 100G SR4", "100GBASE-SR4"),
        ("400G DR4 breakout", "400GBASE-DR4 to 4 × 100GBASE-DR"),
        ("breakout 400G DR4", "400GBASE-DR4 to 4 × 100GBASE-DR"),
        ("400G DR4 4x100G", "400GBASE-DR4 to 4 × 100GBASE-DR"),
        ("400GBASE-DR4 -> 4x100GBASE-FR1", "400GBASE-DR4 to 4 × 100GBASE-FR1"),
        ("800G 2xDR4 to 8x100G", "800G 2xDR4 (dual MPO-12 OSFP) to 8 × 100GBASE-DR"),
        ("800G DR8 to 2x400G", "800GBASE-DR8 to 2 × 400GBASE-DR4"),
        ("40G SR4 to 4×10G", "40GBASE-SR4 to 4 × 10GBASE-SR"),
        ("400G SR8 to 2x200G", "400GBASE-SR8 to 2 × 200GBASE-SR4"),
        ("400G SR4.2 to 4x100G", "400GBASE-SR4.2 to 4 × 100G-SR1.2"),
    ];
    let mut wrong = Vec::new();
    for (query, meant) in cases {
        let hits = found(query, &Request::default());
        let first = hits.first().map_or("nothing", |hit| hit["title"].as_str().unwrap());
        if first != meant {
            wrong.push(format!("{query}: {first}, meant {meant}"));
        }
        assert!(hits.len() <= 12);
        assert_eq!(hits, found(query, &Request::default()), "{query}");
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    for nothing in ["", "   ", "asdfqwer", "?!", "12345", "\u{0}"] {
        assert_eq!(found(nothing, &Request::default()), Vec::<Json>::new(), "{nothing}");
    }
    // The plug decides: both kinds of DR8 stand on top, the one with two MPO-12 second.
    let hits = found("800G DR8 OSFP", &Request::default());
    assert_eq!(hits[1]["title"], twin);
    assert!(hits[1]["detail"].as_str().unwrap().contains("2 × MPO-12"));
    assert_eq!(hits[1]["mark"], "proprietary");
}

#[test]
fn what_is_found_keeps_the_rest_of_the_request() {
    let request = read(
        r#"{"speed":"100G","grade":"low-loss","topology":"interconnect","lengths":{"cordA":4,"trunks":[33],"cordB":2},"links":9,"spares":5}"#,
    );
    for (query, application) in [
        ("400g-dr4", "400GBASE-DR4"),
        ("MMS4X00-NM", "800G 2xDR4 (dual MPO-12 OSFP)"),
        ("800G 2xDR4 to 2x400G", "800G 2xDR4 (dual MPO-12 OSFP)"),
    ] {
        let hits = found(query, &request);
        let link = hits[0]["link"].as_str().unwrap().trim_start_matches('#');
        let linked = decode_fragment(built_in(), link).unwrap();
        let name = linked.application.map(|id| built_in().application(id).name);
        assert_eq!(name, Some(application), "{query}");
        assert_eq!(linked.speed, None);
        let kept = Request {
            application: None,
            module: None,
            far_end: None,
            speed: request.speed,
            ..linked.clone()
        };
        assert_eq!(kept, request, "{query}");
        assert_eq!(linked.module.is_some(), query.starts_with("MMS"));
        assert_eq!(linked.far_end.is_some(), query.contains(" to "));
    }
}

/// Each repair says in words what is to be done, and the limit that it may set is a choice.
#[test]
fn repairs_are_said_in_words() {
    for (request, words) in [
        (
            r#"{"application":"40GBASE-SR4","fiber":"OM4","topology":"interconnect","lengths":{"cordA":3,"trunks":[30,30],"cordB":3},"links":4,"installed":[{"kind":"trunk","at":1,"connector":"MPO-12","fiber":"OM4"}]}"#,
            &[
                "loss limit: every class that the fiber meets",
                "confirm that the trunk (run 1) is of low-loss grade",
                "new parts instead of those in place",
            ][..],
        ),
        (
            r#"{"application":"400GBASE-DR4","grade":"low-loss","topology":"interconnect","lengths":{"cordA":5,"trunks":[600],"cordB":5},"links":2}"#,
            &["shorten 600\u{a0}m to 490\u{a0}m"],
        ),
        (
            r#"{"application":"100GBASE-SR10","fiber":"OM4","topology":"interconnect","lengths":{"cordA":3,"trunks":[30],"cordB":3},"polarity":"24-a-index","links":4}"#,
            &["map 24-a-geometric"],
        ),
        (
            r#"{"module":"QDD-400G-BD","fiber":"OM5","topology":"direct","lengths":{"cordA":110},"links":1}"#,
            &["shorten 110\u{a0}m to 100\u{a0}m", "a figure from its maker would settle it"],
        ),
    ] {
        let answer: Json = serde_json::from_str(&sections(english(), &read(request))).unwrap();
        let repairs = answer["sections"]["repairs"].as_str().unwrap();
        for words in words {
            assert!(repairs.contains(words), "{words} is not in {repairs}");
        }
        assert!(!repairs.contains("method 24-"), "{repairs}");
    }
    let request = read(r#"{"application":"40GBASE-SR4","limit":"class-met"}"#);
    let answer: Json = serde_json::from_str(&sections(english(), &request)).unwrap();
    let place = answer["sections"]["place"].as_str().unwrap();
    assert!(place.contains(r#"<select name="limit">"#), "{place}");
    assert!(place.contains(r#"<option value="class-met" selected>"#), "{place}");
    // Lesser fiber says beside it what it closes.
    let request = read(
        r#"{"application":"40GBASE-SR4","topology":"interconnect","lengths":{"cordA":3,"trunks":[74],"cordB":3},"links":12}"#,
    );
    let answer: Json = serde_json::from_str(&sections(english(), &request)).unwrap();
    let options = answer["options"].as_array().unwrap();
    let om3 = options.iter().find(|one| one["field"] == "fiber" && one["key"] == "OM3").unwrap();
    let html = om3["html"].as_str().unwrap();
    assert!(html.contains("no longer carries 100GBASE-SR4"), "{html}");
}
