//! The channel as one drawing: every face with key, pins, white dot and lit positions, every map
//! as its fibers, and every lane from transmit to receive.
//!
//! It runs from left to right where there is room, and from top to bottom in a column: the same
//! drawing with its two axes exchanged. *Along* is the way the light goes, *across* the way the
//! positions are counted. Coordinates are whole pixels of a drawing that the style sheet scales.

mod face;
mod lanes;
mod layout;
mod legend;
mod parts;
mod pen;

use crate::heading;
use fiberlane_engine::channel::ElementKind;
use fiberlane_engine::design::Design;
use fiberlane_messages::{Figure as _, Html, Voice, element_title};
use layout::Layout;
use pen::Pen;

/// The drawing with its legend, from left to right or in a column.
#[must_use]
pub fn channel(voice: Voice<'_>, design: &Design, narrow: bool) -> String {
    channel_in(voice, design, if narrow { 0 } else { layout::WIDTH })
}

/// The drawing with its legend for so many pixels of room, so that all of it is seen; its caption is
/// for those who do not see it.
#[must_use]
pub fn channel_in(voice: Voice<'_>, design: &Design, room: i32) -> String {
    let mut html = Html::new();
    heading(voice, &mut html, "channel", voice.text("section.channel"), "");
    let layout = Layout::of(voice, design, room);
    let mut pen = Pen::new(layout.vertical);
    // What lies behind first: cables and boxes, then lanes, then faces and words.
    for (index, element) in layout.elements.iter().enumerate() {
        pen.group("part", "data-part", index);
        match element.kind {
            ElementKind::Transceiver => parts::device(&mut pen, &layout, index),
            ElementKind::Adapter => parts::panel(&mut pen, &layout, index),
            ElementKind::Cassette | ElementKind::Conversion => {
                parts::module(&mut pen, &layout, index);
            }
            _ => parts::cable(&mut pen, &layout, index),
        }
        pen.end_group();
    }
    lanes::draw(&mut pen, &layout);
    for index in 0..layout.elements.len() {
        face::faces(&mut pen, &layout, index);
    }
    for index in layout.faults() {
        parts::fault(&mut pen, &layout, index);
    }
    if !layout.vertical {
        legend::ruler(&mut pen, &layout);
    }
    let (width, height) = layout.size();
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
    html.text(voice.text("section.channel")).raw("\"><svg class=\"drawing");
    html.raw(if layout.vertical { " column" } else { "" });
    html.raw("\" role=\"img\" viewBox=\"0 0 ").int(width).raw(" ").int(height);
    html.raw("\" aria-label=\"").text(&caption(voice, design)).raw("\">");
    html.raw(&pen.finish()).raw("</svg></div>");
    legend::words(&mut html, &layout);
    html.finish()
}

/// The channel in words.
fn caption(voice: Voice<'_>, design: &Design) -> String {
    let elements = &design.frame.assembly.elements;
    let mut words = String::new();
    for (index, element) in elements.iter().enumerate() {
        if index > 0 {
            words.push_str(voice.text("list.comma"));
        }
        words.push_str(&element_title(voice, elements, index));
        if let Some(length) = element.length {
            words.push(' ');
            words.push_str(&length.said(voice));
        }
    }
    words
}
