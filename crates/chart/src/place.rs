//! Where words may stand: integer text metrics, and a list of what is already on the paper.

use plotters::style::text_anchor::HPos;
use plotters_backend::BackendCoord;

use crate::palette::Ink;

/// Units of the viewBox per CSS pixel. plotters draws in integers; at one unit per pixel a slope
/// of a few pixels would show its stairs.
pub(crate) const PX: i32 = 10;

/// The width of `text` in letters of `size`, on the generous side of the common sans serif fonts.
///
/// A table of four widths instead of a measurement: the same answer natively, in the browser and
/// in a worker, and an error of a few percent only moves a label.
pub(crate) fn text_width(text: &str, size: i32) -> i32 {
    let per_mille: i32 = text
        .chars()
        .map(|letter| match letter {
            '.' | ',' | ':' | ';' | '!' | '\'' | '|' | 'i' | 'j' | 'l' | ' ' | '\u{a0}' => 300,
            '(' | ')' | '[' | ']' | '-' | '/' | 'f' | 'r' | 't' | 'I' | '·' | '\u{202f}' => 400,
            'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 900,
            'A'..='Z' | '+' => 720,
            '\u{1100}'.. => 1000,
            _ => 600,
        })
        .fold(0, i32::saturating_add);
    // A thousandth of the size per unit; saturating, because the text is the caller's.
    per_mille.saturating_mul(size / PX) / 100
}

/// `text`, cut where it is wider than `width`.
pub(crate) fn shortened(text: &str, size: i32, width: i32) -> String {
    if text_width(text, size) <= width {
        return text.to_owned();
    }
    let room = width - text_width("…", size);
    let mut end = 0;
    for (start, letter) in text.char_indices() {
        let next = start + letter.len_utf8();
        if text_width(&text[..next], size) > room {
            break;
        }
        end = next;
    }
    [text[..end].trim_end(), "…"].concat()
}

/// A rectangle on the paper, in units of the viewBox.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) right: i32,
    pub(crate) bottom: i32,
}

impl Area {
    fn touches(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// Whether the straight line from `a` to `b` passes through.
    fn crossed_by(&self, a: BackendCoord, b: BackendCoord) -> bool {
        let around = Self {
            left: a.0.min(b.0),
            right: a.0.max(b.0).saturating_add(1),
            top: a.1.min(b.1),
            bottom: a.1.max(b.1).saturating_add(1),
        };
        if !self.touches(&around) {
            return false;
        }
        let side = |x: i32, y: i32| {
            let (dx, dy) = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
            (dx * i64::from(y - a.1) - dy * i64::from(x - a.0)).signum()
        };
        let corners = [
            side(self.left, self.top),
            side(self.right, self.top),
            side(self.right, self.bottom),
            side(self.left, self.bottom),
        ];
        corners.iter().any(|&corner| corner != corners[0]) || corners[0] == 0
    }
}

/// A place offered to a label: where its anchor is and which side of the words that is.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    pub(crate) x: i32,
    /// The middle of the letters.
    pub(crate) y: i32,
    pub(crate) align: HPos,
}

impl Spot {
    /// Words that begin at `x`.
    pub(crate) fn after(x: i32, y: i32) -> Self {
        Self { x, y, align: HPos::Left }
    }

    /// Words around `x`.
    pub(crate) fn around(x: i32, y: i32) -> Self {
        Self { x, y, align: HPos::Center }
    }

    /// Words that end at `x`.
    pub(crate) fn before(x: i32, y: i32) -> Self {
        Self { x, y, align: HPos::Right }
    }
}

/// Spots above and below the line from `a` to `b`, so many tenths along the part of it that can
/// carry the words. None when the line is shorter than they are.
pub(crate) fn along(a: BackendCoord, b: BackendCoord, words: &str, tenth: i32) -> Vec<Spot> {
    let size = Ink::Label.font_size();
    let width = text_width(words, size);
    let (run, rise) = (b.0 - a.0, b.1 - a.1);
    let slack = run - width - 12 * PX;
    if slack < 0 || run <= 0 {
        return Vec::new();
    }
    let on_line = |dx: i32| {
        let dy = i64::from(rise) * i64::from(dx) / i64::from(run);
        i32::try_from(dy).unwrap_or(0)
    };
    let dx = 6 * PX + width / 2 + slack * tenth / 10;
    let y = a.1 + on_line(dx);
    // What the line climbs under half of the words, and a gap.
    let away = on_line(width / 2).abs() + size / 2 + 5 * PX;
    [y - away, y + away].map(|y| Spot::around(a.0 + dx, y)).to_vec()
}

/// Spots over the upper end of a post at `x`, from its middle outward to both sides.
pub(crate) fn over(x: i32, y: i32) -> Vec<Spot> {
    let step = 4 * PX;
    (0..40).flat_map(|n| [x - n * step, x + n * step]).map(|x| Spot::around(x, y)).collect()
}

/// The paper so far.
pub(crate) struct Paper {
    bounds: Area,
    taken: Vec<Area>,
    lines: Vec<(BackendCoord, BackendCoord)>,
}

impl Paper {
    /// Labels must stay inside `bounds`.
    pub(crate) fn new(bounds: Area) -> Self {
        Self { bounds, taken: Vec::new(), lines: Vec::new() }
    }

    /// Keeps labels off a line through these points.
    pub(crate) fn line(&mut self, points: &[BackendCoord]) {
        self.lines.extend(points.windows(2).map(|pair| (pair[0], pair[1])));
    }

    /// The first of `spots` where words of this size stand free; it is then taken.
    pub(crate) fn place(&mut self, text: &str, size: i32, spots: &[Spot]) -> Option<Spot> {
        let (spot, area) = self.free(text, size, spots)?;
        self.taken.push(area);
        Some(spot)
    }

    /// Whether there is a place for words of this size at all.
    pub(crate) fn has_room(&self, text: &str, size: i32, spots: &[Spot]) -> bool {
        self.free(text, size, spots).is_some()
    }

    fn free(&self, text: &str, size: i32, spots: &[Spot]) -> Option<(Spot, Area)> {
        let width = text_width(text, size);
        spots.iter().find_map(|&spot| {
            let left = match spot.align {
                HPos::Left => spot.x,
                HPos::Center => spot.x - width / 2,
                HPos::Right => spot.x - width,
            };
            // A pixel of air above and below, and three at both ends: fonts differ in width.
            let area = Area {
                left: left - 3 * PX,
                right: left.saturating_add(width).saturating_add(3 * PX),
                top: spot.y - size / 2 - PX,
                bottom: spot.y + size / 2 + PX,
            };
            let free = self.bounds.holds(&area)
                && !self.taken.iter().any(|other| other.touches(&area))
                && !self.lines.iter().any(|&(a, b)| area.crossed_by(a, b));
            free.then_some((spot, area))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Area = Area { left: 0, top: 0, right: 2000, bottom: 1000 };

    #[test]
    fn a_label_takes_its_place_and_the_next_one_moves_on() {
        let mut paper = Paper::new(BOUNDS);
        let spots = [200, 400].map(|y| Spot::after(100, y));
        assert_eq!(paper.place("panel A", 120, &spots).map(|spot| spot.y), Some(200));
        assert_eq!(paper.place("panel B", 120, &spots).map(|spot| spot.y), Some(400));
        assert!(paper.place("panel C", 120, &spots).is_none());
    }

    #[test]
    fn a_label_stays_off_lines_and_inside_the_paper() {
        let mut paper = Paper::new(BOUNDS);
        paper.line(&[(0, 1000), (2000, 0)]);
        let at = |x, y| [Spot::after(x, y)];
        assert!(paper.place("on the slope", 120, &at(800, 500)).is_none());
        assert!(paper.place("above it", 120, &at(800, 200)).is_some());
        assert!(paper.place("over the edge", 120, &at(1900, 900)).is_none());
    }

    #[test]
    fn a_text_is_cut_only_where_it_must_be() {
        assert_eq!(shortened("low-loss", 120, 2000), "low-loss");
        let cut = shortened("ultra-low loss, bend-insensitive", 120, 900);
        assert!(cut.starts_with("ultra-low") && cut.ends_with('…'), "{cut}");
        assert!(text_width(&cut, 120) <= 900);
        assert_eq!(shortened("é", 120, 0), "…");
    }

    #[test]
    fn widths_grow_with_the_text_and_never_overflow() {
        assert!(text_width("0.35", 120) < text_width("+0.350", 120));
        assert_eq!(text_width("0", 120), 72);
        assert!(text_width(&"W".repeat(5_000_000), 120) > 0);
    }
}
