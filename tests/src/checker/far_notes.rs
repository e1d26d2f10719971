//! Findings about modules: a maker's rule for its channels, an optic shorter than its type, lengths
//! that use up the reach, limits that nobody publishes.

use serde_json::Value;

use super::figures::Reach;
use super::findings::codes;
use super::spec::Spec;

/// NVIDIA: single-mode splitter channels of 100G and 200G lanes, 50 m in all.
const SPLITTER_MOST: i128 = 500_000;

/// Checks VND001, MDL002 and RCH003.
pub(crate) fn check(spec: &Spec, plan: &Value, out: &mut Vec<String>) {
    let all: Vec<&str> = ["error", "warning", "info"].iter().flat_map(|s| codes(plan, s)).collect();
    let has = |code: &str| all.contains(&code);
    let splits = spec.is_breakout() && spec.far_ports > spec.a.plug.ports;
    let of_maker = spec.vendors.iter().any(|v| v == "NVIDIA");
    let lanes = spec.a.row.as_ref().map_or("", |row| row.lane_rate.as_str());
    let fast = lanes.starts_with("53.125") || lanes.starts_with("106.25");
    let long = spec.lengths.total() > SPLITTER_MOST;
    let by_maker = of_maker && splits && fast && spec.fiber.starts_with("OS");
    if by_maker && long && !codes(plan, "warning").contains(&"VND001") {
        out.push("a maker's rule for splitters is broken and VND001 does not warn".to_owned());
    }
    if !of_maker && has("VND001") {
        out.push("VND001 without a module of a maker with rules".to_owned());
    }
    if spec.is_short && !has("MDL002") {
        out.push("a module is shorter than its type and MDL002 does not say so".to_owned());
    }
    if let Reach::Known(reach) = spec.reach {
        let nothing_left = reach == spec.lengths.total();
        if nothing_left != has("RCH003") {
            out.push(format!("RCH003 is expected: {nothing_left}, found: {}", !nothing_left));
        }
    }
}
