//! The elements that can be pointed at.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use crate::backend::{Drawn, Svg};
use crate::palette::Ink;

/// Radius of a dot in units of the viewBox.
const DOT: u32 = 45;

/// A short line, a dot when it has one point or an area when it has more than two, with a title and the part it stands for.
pub(crate) struct Mark<'a> {
    pub(crate) points: Vec<(i64, i64)>,
    pub(crate) ink: Ink,
    pub(crate) part: Option<usize>,
    pub(crate) title: &'a str,
}

impl<'a> PointCollection<'a, (i64, i64)> for &'a Mark<'_> {
    type Point = &'a (i64, i64);
    type IntoIter = &'a [(i64, i64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.points
    }
}

impl Drawable<Svg<'_>> for Mark<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut Svg<'_>,
        _: (u32, u32),
    ) -> Drawn {
        if self.points.len() > 1 {
            let close = if self.points.len() > 2 { "Z" } else { "" };
            backend.path(self.ink, &mut points, close, Some((self.part, self.title)));
        } else if let Some(point) = points.next() {
            backend.dot(self.ink, point, DOT, self.title);
        }
        Ok(())
    }
}
