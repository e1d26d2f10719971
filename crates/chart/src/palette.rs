//! Inks: what a line or a word *is*, in place of what color it has.
//!
//! plotters hands its backend colors only, so every ink travels as a sentinel color and comes out
//! as a class name. Light, dark, print and forced colors are then the style sheet's business.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, TextStyle};
use plotters_backend::BackendColor;

/// Declares the inks together with their class names, so that the two cannot drift apart.
macro_rules! inks {
    ($($(#[$doc:meta])* $name:ident = $class:literal),+ $(,)?) => {
        /// Everything a chart draws with.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Ink { $($(#[$doc])* $name),+ }

        /// Every ink with its class, in order of declaration.
        const CLASSES: &[(Ink, &str)] = &[$((Ink::$name, $class)),+];
    };
}

inks! {
    /// Draws nothing: plotters' own transparent black, so the border of an area stays away.
    Nothing = "",
    /// A line at a tick.
    Grid = "fc-grid",
    /// The base line of the ladder.
    Axis = "fc-axis",
    /// Numbers at the axes, names beside steps and lines.
    Label = "fc-label",
    /// The loss in the worst case, from end to end.
    Worst = "fc-worst",
    /// The typical loss, from end to end.
    Typical = "fc-typical",
    /// The area under the worst case.
    Fill = "fc-fill",
    /// The application's limit.
    Limit = "fc-limit",
    /// The words at the limit.
    LimitLabel = "fc-limit-label",
    /// The distance between the total and the limit.
    Margin = "fc-margin",
    /// The words at that distance.
    MarginLabel = "fc-margin-label",
    /// The lengths beyond reach.
    Reach = "fc-reach",
    /// The words at the reach.
    ReachLabel = "fc-reach-label",
    /// One grade among several.
    Series = "fc-series",
    /// The grade of the design on screen.
    SeriesCurrent = "fc-series-current",
    /// One part among several, up to its worst loss.
    Bar = "fc-bar",
    /// The part of the design on screen.
    BarCurrent = "fc-bar-current",
    /// The typical loss of a part.
    Tick = "fc-tick",
    /// Name and figure of the part of the design on screen.
    CurrentLabel = "fc-current-label",
    /// No margin left.
    Zero = "fc-zero",
    /// The design on screen.
    Dot = "fc-dot",
    /// One step, to be lit when its part is pointed at.
    Step = "fc-step",
}

impl Ink {
    /// The ink behind a sentinel color. A color from outside the palette draws nothing.
    pub(crate) fn of(color: BackendColor) -> Self {
        CLASSES.get(usize::from(color.rgb.0)).map_or(Self::Nothing, |entry| entry.0)
    }

    /// The class name in the SVG.
    pub(crate) fn class(self) -> &'static str {
        CLASSES.iter().find(|entry| entry.0 == self).map_or("", |entry| entry.1)
    }

    /// Height of its letters in units of the viewBox, a tenth of a CSS pixel.
    pub(crate) fn font_size(self) -> i32 {
        if self == Self::MarginLabel { 130 } else { 120 }
    }

    /// Words in this ink, vertically centered on their anchor.
    pub(crate) fn words(self, align: HPos) -> TextStyle<'static> {
        // The backend takes family and size from the class: what is said here is never read.
        let font = FontDesc::from(FontFamily::SansSerif);
        TextStyle { font, color: self.to_backend_color(), pos: Pos::new(align, VPos::Center) }
    }
}

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (*self as u8, 0, 0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_survives_the_trip_through_plotters() {
        for (ink, class) in CLASSES {
            assert_eq!(Ink::of(ink.to_backend_color()), *ink);
            assert_eq!(ink.class(), *class);
        }
        assert_eq!(Ink::of(plotters::style::TRANSPARENT.to_backend_color()), Ink::Nothing);
        assert_eq!(Ink::of(plotters::style::WHITE.to_backend_color()), Ink::Nothing);
    }
}
