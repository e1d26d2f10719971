//! What the signs of the drawing mean, and where along the channel its parts lie.

use super::layout::Layout;
use super::pen::Pen;
use fiberlane_messages::Html;
use fiberlane_units::Length;

/// The distance from end A at every junction, where there is room for it.
pub(super) fn ruler(pen: &mut Pen, layout: &Layout<'_>) {
    let (_, height) = layout.size();
    let across = height - 20;
    let last = layout.elements.len().saturating_sub(2);
    let (first, _) = layout.span(1);
    let (_, end) = layout.span(last);
    pen.begin((first, across));
    pen.straight((end, across));
    pen.end("ruler");
    let mut at = Length::ZERO;
    let mut taken = (-100, None);
    for index in 1..=last {
        let (from, to) = layout.span(index);
        let Some(length) = layout.elements[index].length else { continue };
        for (along, distance) in [(from, at), (to, at + length)] {
            let is_end = index == last && along == to;
            pen.begin((along, across - 4));
            pen.straight((along, across));
            pen.end("ruler");
            let room = along - taken.0;
            // A part without length begins and ends at the same distance, which is said once.
            if room > 40 && taken.1 != Some(distance) || is_end && room > 20 {
                let unit = if is_end {
                    ["\u{a0}", layout.voice.unit_sign()].concat()
                } else {
                    String::new()
                };
                let words = layout.voice.length_number(distance) + &unit;
                pen.words((along, across + 14), "middle", "small", &words);
                taken = (along, Some(distance));
            }
        }
        at = at + length;
    }
}

/// The signs, each with its words.
pub(super) fn words(html: &mut Html, layout: &Layout<'_>) {
    html.raw("<ul class=\"legend\">");
    let classes: Vec<&str> = layout.fibers.iter().map(|f| f.class(layout.design)).collect();
    for (class, key) in [
        ("out", "legend.out"),
        ("in", "legend.in"),
        ("both", "legend.both"),
        ("dead", "legend.dead"),
    ] {
        if classes.contains(&class) {
            html.raw("<li class=\"")
                .raw(class)
                .raw("\">")
                .text(layout.voice.text(key))
                .raw("</li>");
        }
    }
    let arrays = layout.elements.iter().flat_map(|e| e.ends).flatten();
    if arrays.into_iter().any(|end| end.connector.is_array()) {
        for (class, key) in [
            ("dark", "legend.dark"),
            ("pin", "legend.pin"),
            ("hole", "legend.hole"),
            ("dot", "legend.dot"),
            ("key", "legend.key"),
        ] {
            html.raw("<li class=\"")
                .raw(class)
                .raw("\">")
                .text(layout.voice.text(key))
                .raw("</li>");
        }
    }
    let plugs = layout.design.frame.link.a.plug.count;
    if plugs > layout.plugs {
        let count = plugs.to_string();
        html.leaf("li", "", &layout.voice.fill("legend.plug", &[("count", &count)]));
    }
    html.raw("</ul>");
}
