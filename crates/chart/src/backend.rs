//! A drawing backend for plotters that writes SVG text with class names.
//!
//! plotters' own text measuring asks the document on wasm, writes an inline style and fails in a
//! worker. Every path to it ends in `draw_text` or `estimate_text_size`; both are answered here,
//! so that the same bytes come out natively and in the browser.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use crate::palette::Ink;
use crate::place::text_width;

/// Nothing here can fail: text is appended to a string.
pub(crate) type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// SVG text in the making.
pub(crate) struct Svg<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

impl<'a> Svg<'a> {
    /// Appends to `out`; `size` is the viewBox.
    pub(crate) fn new(out: &'a mut String, size: (u32, u32)) -> Self {
        Self { out, size }
    }

    /// The one place that writes a line or an area.
    pub(crate) fn path(
        &mut self,
        ink: Ink,
        points: &mut dyn Iterator<Item = BackendCoord>,
        close: &str,
        mark: Option<(Option<usize>, &str)>,
    ) {
        if ink == Ink::Nothing {
            return;
        }
        self.open("path", ink);
        if let Some((Some(part), _)) = mark {
            self.number("data-part", part);
        }
        self.out.push_str(" vector-effect=\"non-scaling-stroke\" d=\"");
        let mut last = None;
        let mut command = 'M';
        for (x, y) in points {
            // Two losses can fall on the same tenth of a pixel; a flat step keeps its two ends.
            if last != Some((x, y)) || command == 'L' && mark.is_some() {
                let _ = write!(self.out, "{command}{x} {y}");
                command = 'L';
            }
            last = Some((x, y));
        }
        self.out.push_str(close);
        self.out.push('"');
        self.close("path", mark.map_or("", |(_, title)| title));
    }

    /// A round point with a tooltip.
    pub(crate) fn dot(&mut self, ink: Ink, (x, y): BackendCoord, radius: u32, title: &str) {
        self.open("circle", ink);
        self.number("cx", x);
        self.number("cy", y);
        self.number("r", radius);
        self.close("circle", title);
    }

    fn open(&mut self, element: &str, ink: Ink) {
        for text in ["<", element, " class=\"", ink.class(), "\""] {
            self.out.push_str(text);
        }
    }

    fn number(&mut self, attribute: &str, value: impl std::fmt::Display) {
        let _ = write!(self.out, " {attribute}=\"{value}\"");
    }

    fn close(&mut self, element: &str, title: &str) {
        if title.is_empty() {
            self.out.push_str("/>");
        } else {
            self.out.push_str("><title>");
            escape(self.out, title);
            for text in ["</title></", element, ">"] {
                self.out.push_str(text);
            }
        }
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.path(Ink::of(style.color()), &mut [from, to].into_iter(), "", None);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.path(Ink::of(style.color()), &mut path.into_iter(), "", None);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        self.path(Ink::of(style.color()), &mut vert.into_iter(), "Z", None);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x0, y0): BackendCoord,
        (x1, y1): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)];
        self.path(Ink::of(style.color()), &mut corners.into_iter(), "Z", None);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.dot(Ink::of(style.color()), (x, y), radius, "");
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        (x, y): BackendCoord,
    ) -> Drawn {
        let ink = Ink::of(style.color());
        let size = ink.font_size();
        // From the anchor to the base line, for digits and capitals: `dominant-baseline` differs
        // between browsers and is lost by most programs that open an exported drawing.
        let drop = match style.anchor().v_pos {
            VPos::Top => size * 3 / 4,
            VPos::Center => size * 36 / 100,
            VPos::Bottom => 0,
        };
        self.open("text", ink);
        self.number("x", x);
        self.number("y", y.saturating_add(drop));
        self.number("font-size", size);
        self.out.push_str(match style.anchor().h_pos {
            HPos::Left => ">",
            HPos::Center => " text-anchor=\"middle\">",
            HPos::Right => " text-anchor=\"end\">",
        });
        escape(self.out, text);
        self.out.push_str("</text>");
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = Ink::of(style.color()).font_size();
        Ok((text_width(text, size).unsigned_abs(), size.unsigned_abs()))
    }
}

/// Appends `text` so that it is safe between tags and inside double quotes.
pub(crate) fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // A control character is not allowed in XML, not even escaped.
            _ if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_safe_between_tags_and_in_quotes() {
        let mut out = String::new();
        escape(&mut out, "a<b> & \"c\" 'd'\u{0}\u{b}é");
        assert_eq!(out, "a&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;  é");
    }
}
