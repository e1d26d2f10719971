//! The second stage as readable text.

use fiberlane_catalog::Confidence;
use fiberlane_engine::Plan;
use fiberlane_engine::advice::{BaseValue, Choosing, Step};
use fiberlane_engine::design::Design;
use fiberlane_messages::advice::{
    change_of, cost_words, effect_words, growth_words, margin_words, reasons_words, repair_words,
    risk_words, settle_words,
};
use fiberlane_messages::{Voice, element_title, status_text};
use std::fmt::Write as _;

/// Everything beyond the verdict.
pub(crate) fn write(voice: Voice<'_>, out: &mut String, plan: &Plan) {
    repairs(voice, out, plan);
    alternatives(voice, out, plan);
    if let Some(design) = &plan.first.recommended {
        risk(voice, out, plan, design);
        limits(voice, out, plan, design);
    }
    bases(voice, out, plan);
    growth(voice, out, plan);
    if let Some(choosing) = &plan.advice.choosing {
        parts(voice, out, choosing);
    }
}

fn repairs(voice: Voice<'_>, out: &mut String, plan: &Plan) {
    if !plan.advice.repairs.is_empty() {
        let _ = writeln!(out, "\n{}", voice.text("advice.repairs"));
        for repair in &plan.advice.repairs {
            let mut change = repair_words(voice, &plan.request, repair);
            let also = change_of(voice, &plan.request, &repair.also);
            if !also.is_empty() {
                let _ = write!(change, " {}", voice.fill("advice.also", &[("change", &also)]));
            }
            let settles = settle_words(voice, repair);
            let settles = if settles.is_empty() { String::new() } else { format!("; {settles}") };
            let _ = writeln!(out, "  {change}: {}{settles}", effect_words(voice, &repair.effect));
        }
    }
    if let Some(derivation) = &plan.advice.derivation {
        let (singles, pairs) = (derivation.singles.to_string(), derivation.pairs.to_string());
        let tried = [("singles", singles.as_str()), ("pairs", pairs.as_str())];
        let _ = writeln!(out, "\n{}", voice.text("advice.derivation"));
        let _ = writeln!(out, "  {}", voice.fill("advice.derivation.tried", &tried));
        for (_, change, reasons) in &derivation.nearest {
            let change = change_of(voice, &plan.request, change);
            let _ = writeln!(out, "  {change}: {}", reasons_words(voice, reasons));
        }
    }
}

fn alternatives(voice: Voice<'_>, out: &mut String, plan: &Plan) {
    if plan.advice.alternatives.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{} ({})", voice.text("advice.alternatives"), voice.text("cost.note"));
    for alternative in &plan.advice.alternatives {
        let best: Vec<&str> = alternative.best.iter().map(|best| best.name()).collect();
        let leaves = change_of(voice, &plan.request, &alternative.change);
        let leaves = if leaves.is_empty() { leaves } else { format!(" ({leaves})") };
        let effect = effect_words(voice, &alternative.design.effect());
        let _ = writeln!(out, "  {}{leaves}: {effect}", best.join(", "));
    }
}

fn risk(voice: Voice<'_>, out: &mut String, plan: &Plan, design: &Design) {
    let Some(risk) = &plan.advice.risk else { return };
    let _ = writeln!(out, "\n{}", voice.text("advice.risk"));
    let _ = writeln!(out, "  {}", risk_words(voice, design, risk));
    let values = [
        ("lanes", risk.lanes.to_string()),
        ("links", risk.links.to_string()),
        ("fixed", risk.fixed.db_rounded()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let _ = writeln!(out, "  {}", voice.fill("advice.risk.model", &values));
}

fn limits(voice: Voice<'_>, out: &mut String, plan: &Plan, design: &Design) {
    let elements = &design.frame.assembly.elements;
    if let Some(limits) = &plan.advice.test_limits {
        let _ = writeln!(out, "\n{}", voice.text("advice.tests"));
        for segment in &limits.segments {
            let [from, to] = segment.ends.map(|at| element_title(voice, elements, at));
            let values = [
                ("from", from),
                ("to", to),
                ("length", segment.length.meters()),
                ("pairs", segment.intermediate.to_string()),
                ("splices", segment.splices.to_string()),
            ];
            let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
            let name = voice.fill("advice.tests.link", &values);
            let (accept, planned) = (segment.acceptance.db_rounded(), segment.planned.db_rounded());
            let _ = writeln!(
                out,
                "  {name}: {} {accept} dB; {} {planned} dB",
                voice.text("advice.tests.accept"),
                voice.text("advice.tests.planned")
            );
        }
        let limit = limits.application.map(|limit| limit.db_rounded() + " dB");
        let limit = limit.unwrap_or_else(|| voice.text("advice.noMargin").to_owned());
        let _ = writeln!(out, "  {}: {limit}", voice.text("advice.tests.application"));
    }
    let Some(others) = &plan.advice.other_limits else { return };
    if let Some((application, limit)) = &others.guidance {
        let values = [("application", *application), ("limit", &limit.db())];
        let _ = writeln!(out, "  {}", voice.fill("advice.others.guidance", &values));
    }
}

fn bases(voice: Voice<'_>, out: &mut String, plan: &Plan) {
    if plan.advice.bases.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", voice.text("advice.bases"));
    for row in &plan.advice.bases {
        let name = match row.value {
            BaseValue::Base(base) => {
                voice.fill("choice.base.value", &[("count", &base.to_string())])
            }
            BaseValue::Conversion(kind) => {
                voice.fill("advice.change.conversion", &[("value", kind.name())])
            }
        };
        let words = match &row.effect {
            Some(effect) => format!(
                "{}; {}: {}",
                effect_words(voice, effect),
                voice.text("advice.bases.stranded"),
                voice.fill(
                    "advice.bases.wasted",
                    &[
                        ("fibers", &row.stranded.to_string()),
                        ("cost", &cost_words(voice, row.stranded_cost))
                    ]
                )
            ),
            None => reasons_words(voice, &row.reasons),
        };
        let _ = writeln!(out, "  {name:<30} {words}");
    }
}

fn growth(voice: Voice<'_>, out: &mut String, plan: &Plan) {
    if plan.advice.growth.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", voice.text("advice.growth"));
    for row in &plan.advice.growth {
        let application = voice.catalog().application(row.application);
        let mut name = application.name.to_owned();
        if application.status != Confidence::Standard {
            let _ = write!(name, " ({})", status_text(voice, application.status));
        }
        let passes = !matches!(row.step, Step::Never | Step::NotChecked);
        let margin = if passes { margin_words(voice, row.margin) } else { String::new() };
        let _ = writeln!(
            out,
            "  {name:<34} {margin:>12}  {}",
            growth_words(voice, row, plan.request.links.unwrap_or(1))
        );
    }
}

fn parts(voice: Voice<'_>, out: &mut String, choosing: &Choosing) {
    let _ = writeln!(out, "\n{}", voice.text("advice.choosing"));
    let words = |kind: &str, name: &str| {
        voice.lookup(&["advice.choose.", kind, ".", name].concat()).unwrap_or_default()
    };
    for item in &choosing.items {
        let mut line = words("value", item.value).to_owned();
        for because in &item.because {
            line.push(' ');
            line.push_str(words("why", because));
        }
        let _ = writeln!(out, "  {}: {line}", words("item", item.item.name()));
        for note in &item.notes {
            let _ = writeln!(out, "    {}", words("note", note));
        }
    }
    if let Some(tenths) = choosing.break_even {
        let minutes = format!("{}.{}", tenths / 10, tenths % 10);
        let _ =
            writeln!(out, "  {}", voice.fill("advice.choose.breakEven", &[("minutes", &minutes)]));
    }
    if let Some(tenths) = choosing.years {
        let years = format!("{}.{}", tenths / 10, tenths % 10);
        let _ = writeln!(out, "  {}", voice.fill("advice.choose.years", &[("years", &years)]));
    }
}
