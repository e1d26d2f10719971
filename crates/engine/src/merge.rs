//! Lines of an order that turn out to be one part once fiber and grades are known.

use crate::channel::Own;
use crate::checks::Figures;
use crate::order::{Line, Order, spare_kind, with_spares};
use crate::request::Spares;

impl Order {
    /// The order where what is ordered alike to parts in place is the very part that is ordered
    /// anyway, by fiber and grades: one line, whose spares are rounded once. Nothing where there is
    /// no such line.
    #[must_use]
    pub fn merged(&self, figures: &Figures, spares: Option<Spares>) -> Option<Self> {
        self.lines.iter().find(|line| line.own.is_some())?;
        let made_of = |own: Option<Own>| {
            let of = own.map(|own| (own.fiber, own.grade, own.lc_grade)).unwrap_or_default();
            (
                of.0.unwrap_or(figures.ordered),
                of.1.unwrap_or(figures.grade),
                of.2.unwrap_or(figures.lc_grade),
            )
        };
        let alike = |a: &Line, b: &Line| {
            (a.kind, a.part, a.length, a.legs, a.fibers, a.ends, a.map, a.key)
                == (b.kind, b.part, b.length, b.legs, b.fibers, b.ends, b.map, b.key)
                && made_of(a.own) == made_of(b.own)
        };
        let mut lines: Vec<Line> = Vec::new();
        for line in &self.lines {
            let kind = spare_kind(line.kind);
            let known = lines
                .iter_mut()
                .find(|known| kind.is_some() && known.own != line.own && alike(known, line));
            let (Some(known), Some(kind)) = (known, kind) else {
                lines.push(line.clone());
                continue;
            };
            let needed = known.quantity - known.spare + line.quantity - line.spare;
            known.quantity = with_spares(needed, spares.map_or(0, |spares| spares.of(kind)));
            known.spare = known.quantity - needed;
            if let (Some(at), Some(more)) = (&mut known.places, line.places) {
                for (count, more) in at.iter_mut().zip(more) {
                    *count += more;
                }
                known.per_end = (at[0] == at[2] && at[0] > 0).then_some(at[0]);
            }
            known.elements.extend(&line.elements);
            known.own = known.own.and(line.own);
        }
        let fewer = lines.len() < self.lines.len();
        fewer.then(|| Self {
            lines,
            in_place: self.in_place.clone(),
            missing: self.missing.clone(),
            ..*self
        })
    }
}
