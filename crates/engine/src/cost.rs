//! Relative cost of an order by the planning index. Not prices.

use crate::design::Design;
use crate::order::{Line, LineKind, Order};
use crate::request::{Brand, GradeRef};
use fiberlane_catalog::{Catalog, Connector, Fiber, Mode};

/// Relative cost in steps of 10⁻⁷ of the planning index.
pub type Cost = u128;

/// Decimal places of a cost.
pub const COST_DIGITS: u32 = 7;
/// Steps in a thousandth of the index.
const MILLI: u128 = 10_000;

/// What the index distinguishes.
#[derive(Clone, Copy, Debug)]
pub struct Quality {
    /// Class of fiber.
    pub fiber: Fiber,
    /// Grade of array connectors.
    pub grade: GradeRef,
    /// Grade of duplex connectors.
    pub lc_grade: GradeRef,
    /// Brand of array connectors.
    pub brand: Brand,
}

/// Relative cost of an order.
#[must_use]
pub fn relative_cost(catalog: &Catalog, order: &Order, quality: &Quality) -> Cost {
    order.lines.iter().map(|line| piece(catalog, line, quality) * u128::from(line.quantity)).sum()
}

/// Relative cost of one line of a design.
#[must_use]
pub fn line_cost(catalog: &Catalog, design: &Design, line: &Line) -> Cost {
    let quality = Quality {
        fiber: design.figures.ordered,
        grade: design.figures.grade,
        lc_grade: design.figures.lc_grade,
        brand: design.brand,
    };
    piece(catalog, line, &quality) * u128::from(line.quantity)
}

fn piece(catalog: &Catalog, line: &Line, quality: &Quality) -> Cost {
    let costs = &catalog.costs;
    let part = line.part.map(|id| catalog.part(id));
    let end = |connector| connector_end(catalog, connector, quality);
    let both_ends =
        || -> Cost { line.ends.map_or(0, |ends| ends.iter().map(|e| end(e.connector)).sum()) };
    let glass = || -> Cost {
        let fibers = u128::from(line.fibers.unwrap_or(0));
        let steps = u128::from(line.length.map_or(0, |length| length.steps()));
        u128::from(fiber_meter(catalog, quality.fiber)) * fibers * steps
    };
    let sides = || -> Cost {
        let Some(ends) = line.ends else { return 0 };
        let counts = line.sides(catalog);
        ends.iter().zip(counts).map(|(e, count)| end(e.connector) * u128::from(count)).sum()
    };
    // One 0.1 mm step at one thousandth of the index per meter is 10⁻⁷ of the index.
    match line.kind {
        LineKind::Trunk => glass() + both_ends() * u128::from(line.legs.unwrap_or(1)),
        LineKind::Cord => glass() + both_ends(),
        LineKind::Harness => glass() + sides() + u128::from(costs.harness_body) * MILLI,
        LineKind::Cassette => {
            let [eight, twelve, sixteen, more] = costs.cassette_body;
            let body = match line.fibers.unwrap_or(12) {
                0..=8 => eight,
                9..=12 => twelve,
                13..=16 => sixteen,
                _ => more,
            };
            sides() + u128::from(body) * MILLI
        }
        LineKind::Conversion => sides() + u128::from(costs.conversion_body) * MILLI,
        LineKind::AdapterPanel => u128::from(costs.adapter_panel) * MILLI,
        LineKind::Enclosure => {
            let [one, two, four] = costs.enclosure;
            let index = match part.map_or(1, |part| part.rack_units) {
                0 | 1 => one,
                2 => two,
                _ => four,
            };
            u128::from(index) * MILLI
        }
    }
}

fn fiber_meter(catalog: &Catalog, fiber: Fiber) -> u32 {
    let [om3, om4, om5, os2] = catalog.costs.fiber_meter;
    match fiber {
        Fiber::Om3 => om3,
        Fiber::Om4 => om4,
        Fiber::Om5 => om5,
        Fiber::Os2 | Fiber::Os1a | Fiber::Os2IndoorOutdoor => os2,
    }
}

/// Whether the index counts a grade as better than standard.
fn is_low_loss(catalog: &Catalog, grade: GradeRef) -> bool {
    match grade {
        GradeRef::Planning(index) => catalog.grades[usize::from(index)].costs_low_loss,
        // One that a data sheet states, where it is as good as that.
        GradeRef::Catalog(index) => {
            let low = &catalog.grades[usize::from(catalog.roles.low_loss)];
            catalog.catalog_grades[usize::from(index)].loss.max <= low.array_multi.max
        }
    }
}

fn connector_end(catalog: &Catalog, connector: Connector, quality: &Quality) -> Cost {
    let costs = &catalog.costs;
    let multi = quality.fiber.mode() == Mode::Multi;
    if !connector.is_array() {
        let [standard, low] = if multi { costs.duplex_end_multi } else { costs.duplex_end_single };
        let index = if is_low_loss(catalog, quality.lc_grade) { low } else { standard };
        return u128::from(index) * MILLI;
    }
    let [standard, low, elite] = if multi { costs.array_end_multi } else { costs.array_end_single };
    let index = match (is_low_loss(catalog, quality.grade), quality.brand) {
        (false, _) => standard,
        (true, Brand::Any) => low,
        (true, Brand::Mtp) => elite,
    };
    let [sixteen, twenty_four, thirty_two] = costs.array_factor;
    let factor = match connector {
        Connector::Mpo16 => sixteen,
        Connector::Mpo24 => twenty_four,
        Connector::Mpo32 => thirty_two,
        _ => 1_000,
    };
    u128::from(index) * MILLI * u128::from(factor) / 1_000
}
