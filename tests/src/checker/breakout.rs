//! The far end: the same application, or legs of another one as `breakouts.csv` decides.

use serde_json::Value;

use super::facts::{Facts, ModuleRow};
use super::plug::plug;
use super::spec::{Side, Support, effective};

/// What stands at end B.
pub(crate) struct Far {
    /// `None` when it is the same application.
    application: Option<String>,
    pub(crate) ports: u64,
    pub(crate) support: Option<Support>,
    /// Whether ports of end A are taken apart.
    pub(crate) splits: bool,
}

/// Reads the far end of the request (or the chosen one).
///
/// # Errors
/// A sentence when the far application is not known.
pub(crate) fn far(
    facts: &Facts,
    request: &Value,
    plan: &Value,
    a: &Side,
    (module, far_module): (Option<&ModuleRow>, Option<&ModuleRow>),
) -> Result<Far, String> {
    let value = effective(request, plan, "farEnd");
    let kind = value.and_then(|v| v.get("kind")).and_then(Value::as_str);
    if kind != Some("breakout") {
        return Ok(Far { application: None, ports: a.plug.ports, support: None, splits: false });
    }
    let named = value.and_then(|v| v.get("application")).and_then(Value::as_str).unwrap_or("");
    let to = facts.application(named).ok_or(format!("far application `{named}` is not known"))?;
    let part = module.map_or("", |m| m.part_number.as_str());
    let from_here = |from: &str| {
        // A row may speak of one module alone, which it names at its end, with or without its maker.
        let of_part = !part.is_empty()
            && (from.contains(&format!("({part})")) || from.ends_with(&format!(" {part})")));
        from == a.application || of_part
    };
    let row = facts.breakouts.iter().find(|r| from_here(&r.from) && r.to == to.pmd);
    let support = match row.map(|r| r.supported.as_str()) {
        Some("yes") => Support::Yes,
        Some("depends") => Support::Depends,
        Some(_) => Support::No,
        None => Support::Unlisted,
    };
    // A module that lights twice the application's fibers is the application twice.
    let own = facts.application(&a.application).map_or(0, |row| row.fibers);
    let times = module.map_or(1, |m| m.fibers.checked_div(own).unwrap_or(1).max(1));
    let ports = match row {
        // One leg is the whole link: the far plug has its own number of receptacles. Of a module that
        // is the far application several times, a link takes as many as it has at A.
        Some(r) if r.legs == 1 => {
            let ports = plug(to, far_module).ports;
            let lit = far_module.map_or(to.fibers, |m| m.fibers);
            match lit.checked_div(to.fibers) {
                Some(times) if times > 1 => (ports / times).max(a.plug.ports),
                _ => ports,
            }
        }
        Some(r) => r.legs * times,
        None => 1,
    };
    let splits = row.is_some_and(|r| r.legs > 1);
    Ok(Far { application: Some(to.pmd.clone()), ports, support: Some(support), splits })
}

impl Far {
    /// End B as a side of its own.
    ///
    /// # Errors
    /// A sentence when the application is not known.
    pub(crate) fn side(
        &self,
        facts: &Facts,
        a: &Side,
        fiber: &str,
        module: Option<&ModuleRow>,
    ) -> Result<Side, String> {
        let name = match (&self.application, module) {
            (None, None) => return Ok(a.clone()),
            (name, _) => name.as_ref().unwrap_or(&a.application),
        };
        let any = facts.application(name).ok_or(format!("application `{name}` is not known"))?;
        Ok(Side {
            application: name.clone(),
            plug: plug(any, module),
            speed: any.speed,
            row: facts.row(name, fiber).cloned(),
        })
    }
}
