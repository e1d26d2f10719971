//! The proof: lane by lane, and what every check says.

use crate::heading;
use fiberlane_engine::design::Design;
use fiberlane_engine::proof::{Direction, Lane};
use fiberlane_messages::Html;
use fiberlane_messages::checks::{checks, unchecked_words};
use fiberlane_messages::{Voice, place_name};

/// The lanes and the checks.
pub fn lanes(voice: Voice<'_>, design: &Design) -> String {
    let proof = &design.frame.assembly.proof;
    let method = design.frame.assembly.method;
    let mut html = Html::new();
    let remark = if method.is_empty() {
        String::new()
    } else {
        voice.fill("proof.method", &[("method", method)])
    };
    heading(voice, &mut html, "proof", voice.text("section.proof"), &remark);
    if proof.unknown {
        html.leaf("p", "", voice.text("proof.unknown"));
    } else {
        let all = || proof.lanes.iter().enumerate();
        let of = |direction| all().filter(move |(_, lane)| lane.direction == direction);
        lane_table(voice, &mut html, design, of(Direction::AtoB), "proof.aToB");
        html.raw("<details><summary>").text(voice.text("proof.back")).raw("</summary>");
        lane_table(voice, &mut html, design, of(Direction::BtoA), "proof.bToA");
        html.raw("</details>");
    }
    results(voice, &mut html, design);
    html.finish()
}

fn lane_table<'a>(
    voice: Voice<'_>,
    html: &mut Html,
    design: &Design,
    lanes: impl Iterator<Item = (usize, &'a Lane)>,
    title: &'static str,
) {
    let caption = voice.text(title);
    let ports = design.frame.link.a.plug.count > 1 || design.frame.link.far_ports > 1;
    let place = |port: u8, position: u8| {
        if ports { format!("{port}:{position}") } else { position.to_string() }
    };
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").text(caption);
    html.raw("\"><table class=\"lanes\"><caption>").text(caption).raw("</caption>");
    // What the light passes between the transceivers, on its way.
    let elements = &design.frame.assembly.elements;
    let mut parts: Vec<usize> = (1..elements.len().saturating_sub(1)).collect();
    let mut lanes = lanes.peekable();
    if lanes.peek().is_some_and(|(_, lane)| lane.direction == Direction::BtoA) {
        parts.reverse();
    }
    html.raw("<thead><tr>");
    column(html, voice.text("proof.lane"));
    column(html, voice.text("proof.from"));
    parts.iter().for_each(|index| column(html, &place_name(voice, elements, *index)));
    column(html, voice.text("proof.to"));
    column(html, voice.text("proof.result"));
    html.raw("</tr></thead><tbody>");
    let mut first = true;
    for (number, lane) in lanes {
        let arrives = design.arrives(lane);
        html.raw(if arrives { "<tr" } else { "<tr class=\"dead\"" });
        html.raw(" data-lane=\"").int(number.try_into().unwrap_or(0));
        // One stop for the whole table; arrows go from lane to lane.
        html.raw(if first { "\" tabindex=\"0\">" } else { "\" tabindex=\"-1\">" });
        first = false;
        html.raw("<th scope=\"row\">")
            .text(&voice.fill("proof.tx", &[("lane", &lane.lane.to_string())]));
        html.raw("</th>").leaf("td", "", &place(lane.from.port, lane.from.position));
        for position in &lane.path {
            html.leaf("td", "", &position.to_string());
        }
        // Where the fiber ends on the way, nothing comes after it.
        for _ in lane.path.len()..parts.len() {
            html.leaf("td", "", "");
        }
        html.leaf("td", "end", &place(lane.to.port, lane.to.position));
        html.leaf("td", "ok", voice.text(if arrives { "proof.arrives" } else { "proof.lost" }));
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div>");
}

/// The head of a column; its words stand upright where the figures below are narrow.
fn column(html: &mut Html, words: &str) {
    html.raw("<th scope=\"col\"><span>").text(words).raw("</span></th>");
}

/// What was checked with its result, then what was not.
fn results(voice: Voice<'_>, html: &mut Html, design: &Design) {
    html.open("dl", "checks");
    for result in checks(voice, design) {
        check(html, result.name, result.result.holds(), &result.words);
    }
    for words in unchecked_words(voice, design) {
        check(html, voice.text("check.notChecked"), None, &words);
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
