//! Fibers per connector, side by side: what is lit, what is stranded, what it costs.

use super::Effect;
use super::options::{Choice, FieldOptions, OptionState};
use crate::cost::{Cost, line_cost};
use crate::design::{Design, Verdict, best};
use crate::finding::Finding;
use crate::order::LineKind;
use crate::request::{Conversion, Field, Request};
use fiberlane_catalog::Catalog;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseValue {
    /// Fibers per connector.
    Base(u8),
    /// Conversion modules at both ends.
    Conversion(Conversion),
}

/// One way of filling connectors.
#[derive(Clone, Debug)]
pub struct BaseRow {
    /// What it is.
    pub value: BaseValue,
    /// What it would do; none where it does not work.
    pub effect: Option<Effect>,
    /// Fibers of the trunks that carry no light.
    pub stranded: u32,
    /// What those fibers and their share of the connectors cost.
    pub stranded_cost: Cost,
    /// Why it does not work.
    pub reasons: Vec<Finding>,
}

/// The rows; none where there is no trunk.
pub(super) fn bases(
    catalog: &'static Catalog,
    request: &Request,
    design: Option<&Design>,
    options: &[FieldOptions],
) -> Vec<BaseRow> {
    let trunks = |design: &Design| design.frame.order.trunk_legs > 0;
    if !design.is_some_and(trunks) {
        return Vec::new();
    }
    let fields =
        options.iter().filter(|field| matches!(field.field, Field::Base | Field::Conversion));
    fields
        .flat_map(|field| &field.options)
        .filter_map(|choice| row(catalog, request, choice))
        .collect()
}

fn row(catalog: &'static Catalog, request: &Request, choice: &Choice) -> Option<BaseRow> {
    let value = match (choice.change.base, choice.change.conversion) {
        (_, Some(Conversion::Without)) => return None,
        (_, Some(conversion)) => BaseValue::Conversion(conversion),
        (Some(base), None) => BaseValue::Base(base),
        (None, None) => return None,
    };
    if let OptionState::Excluded(reasons) = &choice.state {
        return Some(failing(value, reasons));
    }
    let design = best(catalog, &choice.change.on(request)).ok()?;
    if design.verdict == Verdict::Fail {
        // What is chosen may fail as well.
        return Some(failing(value, &design.findings));
    }
    let order = &design.frame.order;
    let stranded = order.fibers.saturating_sub(order.lit_fibers);
    let trunks: Cost = order
        .lines
        .iter()
        .filter(|line| line.kind == LineKind::Trunk)
        .map(|line| line_cost(catalog, &design, line))
        .sum();
    let stranded_cost = trunks * u128::from(stranded) / u128::from(order.fibers.max(1));
    Some(BaseRow {
        value,
        effect: Some(design.effect()),
        stranded,
        stranded_cost,
        reasons: Vec::new(),
    })
}

/// A row that does not work, and why.
fn failing(value: BaseValue, findings: &[Finding]) -> BaseRow {
    let errors = findings.iter().filter(|finding| finding.is_error());
    BaseRow {
        value,
        effect: None,
        stranded: 0,
        stranded_cost: 0,
        reasons: errors.cloned().collect(),
    }
}
