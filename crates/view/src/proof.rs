//! The proof: lane by lane, and what every check says.

use crate::heading;
use fiberlane_catalog::EndFace;
use fiberlane_engine::design::Design;
use fiberlane_engine::end::mate;
use fiberlane_engine::finding::{Code, Finding};
use fiberlane_engine::proof::{Direction, Lane};
use fiberlane_messages::Html;
use fiberlane_messages::{Figure as _, fill, text, word};

/// The lanes and the checks.
pub fn lanes(design: &Design) -> String {
    let proof = &design.frame.assembly.proof;
    let method = design.frame.assembly.method;
    let mut html = Html::new();
    let remark =
        if method.is_empty() { String::new() } else { fill("proof.method", &[("method", method)]) };
    heading(&mut html, text("section.proof"), &remark);
    if proof.unknown {
        html.leaf("p", "", text("proof.unknown"));
    } else {
        let of = |direction| proof.lanes.iter().filter(move |lane| lane.direction == direction);
        lane_table(&mut html, design, of(Direction::AtoB), text("proof.aToB"));
        html.raw("<details><summary>").text(text("proof.back")).raw("</summary>");
        lane_table(&mut html, design, of(Direction::BtoA), text("proof.bToA"));
        html.raw("</details>");
    }
    checks(&mut html, design);
    html.finish()
}

fn lane_table<'a>(
    html: &mut Html,
    design: &Design,
    lanes: impl Iterator<Item = &'a Lane>,
    caption: &str,
) {
    let ports = design.frame.link.a.plug.count > 1 || design.frame.link.far_ports > 1;
    let place = |port: u8, position: u8| {
        if ports { format!("{port}:{position}") } else { position.to_string() }
    };
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").text(caption);
    html.raw("\"><table class=\"lanes\"><caption>").text(caption).raw("</caption><tbody>");
    for lane in lanes {
        html.raw(if lane.ok { "<tr>" } else { "<tr class=\"dead\">" });
        html.raw("<th scope=\"row\">").text(&fill("proof.tx", &[("lane", &lane.lane.to_string())]));
        html.raw("</th>").leaf("td", "", &place(lane.from.port, lane.from.position));
        for position in &lane.path {
            html.leaf("td", "", &position.to_string());
        }
        html.leaf("td", "end", &place(lane.to.port, lane.to.position));
        html.leaf("td", "ok", text(if lane.ok { "proof.arrives" } else { "proof.lost" }));
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div>");
}

fn checks(html: &mut Html, design: &Design) {
    let has = |codes: &[Code]| design.findings.iter().any(|f: &Finding| codes.contains(&f.code));
    let proof = &design.frame.assembly.proof;
    let pins = has(&[Code::Pin001, Code::Pin002]);
    let faces = has(&[Code::End001, Code::Key001]);
    let interface = has(&[Code::Ifc001, Code::Key002, Code::Mod001]);
    let polarity = has(&[Code::Pol001, Code::Pol002, Code::Pol005])
        || (proof.breakout && has(&[Code::Pol004]));
    html.open("dl", "checks");
    let arrays = design.frame.matings.iter().filter(|m| m.a.connector.is_array()).count();
    let sound = design.frame.matings.iter().all(|m| mate(m.a, m.b, m.key).is_ok());
    let lanes = proof.lanes.len().to_string();
    let polarity_state = if proof.unknown { None } else { Some(!polarity) };
    check(
        html,
        text("check.polarity"),
        polarity_state,
        &if proof.unknown {
            text("check.polarity.unknown").to_owned()
        } else if polarity {
            text("check.polarity.bad").to_owned()
        } else {
            fill("check.polarity.ok", &[("lanes", &lanes)])
        },
    );
    let pinned = fill("check.pins.ok", &[("count", &arrays.to_string())]);
    let pins_words = match (pins, arrays) {
        (true, _) => text("check.bad").to_owned(),
        (false, 0) => text("check.pins.none").to_owned(),
        (false, _) => pinned,
    };
    check(html, text("check.pins"), Some(!pins), &pins_words);
    let has = |face: EndFace| {
        let arrays = design.frame.matings.iter().filter(|m| m.a.connector.is_array());
        arrays.into_iter().any(|mating| mating.a.face == Some(face))
    };
    let face_words = match (has(EndFace::Angled), has(EndFace::Flat)) {
        _ if faces => text("check.bad").to_owned(),
        (true, true) => text("check.face.both").to_owned(),
        (angled, _) => {
            let face = if angled { EndFace::Angled } else { EndFace::Flat };
            fill("check.face.ok", &[("face", &word(face.name()))])
        }
    };
    check(html, text("check.face"), Some(!faces), &face_words);
    let interface_words = if interface || !sound && !pins && !faces {
        text("check.bad").to_owned()
    } else {
        text("check.interface.ok").to_owned()
    };
    check(html, text("check.interface"), Some(!interface), &interface_words);
    let figures = &design.figures;
    let reach = figures.reach.map(|reach| figures.length <= reach);
    let reach_words = figures.reach.map_or_else(
        || text("check.unknown").to_owned(),
        |reach| {
            fill(
                "check.reach.ok",
                &[
                    ("length", &figures.length.said()),
                    ("reach", &reach.said()),
                    ("basis", figures.reach_basis),
                ],
            )
        },
    );
    check(html, text("check.reach"), reach, &reach_words);
    for finding in design.findings.iter().filter(|f| f.code == Code::Chk001) {
        let words = fiberlane_messages::finding_in("{unchecked}", finding, Some(design));
        check(html, text("check.notChecked"), None, &words);
    }
    html.close("dl");
}

fn check(html: &mut Html, name: &str, ok: Option<bool>, words: &str) {
    let (class, icon) = match ok {
        Some(true) => ("ok", "✓"),
        Some(false) => ("bad", "✕"),
        None => ("open", "○"),
    };
    html.raw("<div><dt class=\"").raw(class).raw("\"><span aria-hidden=\"true\">").raw(icon);
    html.raw("</span> ").text(name).raw("</dt>").leaf("dd", "", words).raw("</div>");
}
