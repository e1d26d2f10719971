//! Applications with their limits, modules, breakouts.

use super::table::{
    CONNECTORS, FACES, FIBERS, MODES, Row, STATUSES, Table, connector_fibers, loss,
};
use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;

const SCHEMES: &[(&str, &str)] = &[
    ("duplex", "LaneScheme::Duplex"),
    ("duplex-bidi", "LaneScheme::DuplexBidi"),
    ("parallel", "LaneScheme::Parallel"),
    ("bidi", "LaneScheme::Bidi"),
    ("two-row", "LaneScheme::TwoRows"),
    ("mpo-32", "LaneScheme::Unmapped"),
];

/// Spelling as people type it, so that no two names meet.
fn key(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '+'))
        .map(|c| c.to_ascii_uppercase())
        .collect();
    plain.replace("BASE", "")
}

/// What is counted in: a `u16`.
const MOST_GIGABITS: u32 = u16::MAX as u32;

/// A speed that has a row of its own.
fn speed(row: &Row, speeds: &[String], p: &mut Vec<String>) -> u32 {
    if !speeds.iter().any(|known| known == row.text("speed_g", p)) {
        row.problem("speed_g", "a speed of speeds.csv", p);
    }
    row.whole("speed_g", MOST_GIGABITS, p)
}

/// The other end face that modules are sold with.
fn sold_with(row: &Row, p: &mut Vec<String>) -> String {
    if row.text("sold_with", p).is_empty() {
        return "None".to_owned();
    }
    if row.text("sold_with", p) == row.text("end_face", p) {
        row.problem("sold_with", "the other end face than end_face", p);
    }
    format!("Some({})", row.word("sold_with", FACES, p))
}

pub(crate) fn speeds(table: &Table, p: &mut Vec<String>) -> String {
    table.unique("speed_g", p);
    table.unique("name", p);
    let mut rows: Vec<(u32, &Row)> = Vec::new();
    for row in &table.rows {
        rows.push((row.whole("speed_g", MOST_GIGABITS, p), row));
    }
    rows.sort_by_key(|(speed, _)| *speed);
    let mut out = String::from("static SPEEDS: &[Speed] = &[\n");
    for (speed, row) in rows {
        let _ = writeln!(
            out,
            "Speed {{ gigabits: {speed}, name: {:?}, end_a: {} }},",
            row.text("name", p),
            row.yes("end_a", p),
        );
    }
    out + "];\n"
}

pub(crate) fn applications(
    table: &Table,
    limits: &Table,
    speeds: &[String],
    names: &[String],
    documents: &[String],
    p: &mut Vec<String>,
) -> String {
    let mut out = String::from("static APPLICATIONS: &[Application] = &[\n");
    let mut keys = BTreeSet::new();
    let mut used = 0;
    for row in &table.rows {
        let name = row.text("name", p).to_owned();
        let (aliases, former) = (row.list("aliases", p), row.list("former", p));
        let spellings: BTreeSet<String> =
            std::iter::once(&name).chain(&aliases).chain(&former).map(|n| key(n)).collect();
        for spelling in spellings {
            if !keys.insert(spelling) {
                row.problem("aliases", "names that lead to this application alone", p);
            }
        }
        let status = row.word("status", STATUSES, p);
        let confirmed = row.list("verified", p);
        let interface = confidence(
            status,
            row.documented(documents, p)
                && confirmed.iter().any(|f| f == "connector")
                && (connector_fibers(row.text("connector", p)) == 2
                    || confirmed.iter().any(|f| f == "end_face")),
        );
        let fibers = row.whole("fibers", 32, p);
        let plugs = row.whole("plugs", 2, p);
        let room = connector_fibers(row.text("connector", p)) * plugs;
        if fibers == 0 || fibers > room {
            row.problem("fibers", &format!("1 to {room}, what the connector holds"), p);
        }
        let mut figures = String::new();
        let mut own: Vec<&Row> =
            limits.rows.iter().filter(|l| l.text("application", &mut Vec::new()) == name).collect();
        own.sort_by_key(|limit| {
            let fiber = limit.text("fiber", &mut Vec::new());
            FIBERS.iter().position(|(known, _)| *known == fiber)
        });
        for limit in own {
            used += 1;
            figures += &limit_code(limit, status, row.text("mode", p) == "MM", documents, p);
        }
        if figures.is_empty() {
            row.problem("name", "at least one row of limits.csv", p);
        }
        let port_types = port_types(row, names, table, "lane_gbps", p);
        let told_from = ids(row, "told_from", names, p);
        if (told_from == "&[]") != former.is_empty() {
            row.problem("told_from", "what else the former names stood for,", p);
        }
        // The page has no field in which an application is named.
        let aliases =
            if env::var_os("CARGO_FEATURE_LONG").is_some() { aliases } else { Vec::new() };
        let _ = writeln!(
            out,
            "Application {{ name: {name:?}, aliases: &{aliases:?}, former: &{former:?}, told_from: {told_from}, bought: {}, port_types: {port_types}, speed: {}, status: {status}, standard: {:?}, lanes: {}, lane_rate: {}, mode: {}, plug: Plug {{ connector: {}, count: {plugs} }}, fibers: {fibers}, end_face: {}, sold_with: {}, array_end_face: {}, scheme: {}, interface_confidence: {interface}, limits: &[{figures}] }},",
            !row.yes("no_longer_bought", p),
            speed(row, speeds, p),
            row.text("standard", p),
            row.whole("lanes", 16, p),
            row.whole("lane_gbps", MOST_GIGABITS, p),
            row.word("mode", MODES, p),
            row.word("connector", CONNECTORS, p),
            row.word("end_face", FACES, p),
            sold_with(row, p),
            row.word("mpo_end_face", FACES, p),
            row.word("lane_scheme", SCHEMES, p),
        );
    }
    if used != limits.rows.len() {
        let known: BTreeSet<String> =
            table.rows.iter().map(|r| r.text("name", p).to_owned()).collect();
        for row in &limits.rows {
            if !known.contains(row.text("application", p)) {
                row.problem("application", "a name of applications.csv", p);
            }
        }
    }
    out + "];\n"
}

fn confidence(status: &'static str, confirmed: bool) -> &'static str {
    if confirmed { status } else { "Confidence::Unconfirmed" }
}

fn limit_code(
    row: &Row,
    status: &'static str,
    multi: bool,
    documents: &[String],
    p: &mut Vec<String>,
) -> String {
    let documented = row.documented(documents, p);
    let fiber = row.word("fiber", FIBERS, p);
    if row.text("fiber", p).starts_with("OM") != multi {
        row.problem("fiber", "a fiber of the application's mode", p);
    }
    let (total, share) = (row.milli("loss_db", p), row.milli("allocation_db", p));
    if let (Some(total), Some(share)) = (total, share)
        && share > total
    {
        row.problem("allocation_db", "at most loss_db", p);
    }
    let reach = row.whole("reach_m", 200_000, p);
    if reach == 0 {
        row.problem("reach_m", "a reach above 0", p);
    }
    format!(
        "Limit {{ fiber: {fiber}, reach: Length::from_meters({reach}), reach_confidence: {}, loss: {}, loss_confidence: {}, allocation: {}, allocation_confidence: {}, min_loss: {}, clause_attenuation: Attenuation::from_milli({}) }},",
        confidence(status, documented && row.yes("reach_verified", p)),
        loss(total),
        confidence(status, documented && row.yes("loss_verified", p)),
        loss(share),
        confidence(status, documented && row.yes("allocation_verified", p)),
        loss(row.milli("min_loss_db", p)),
        row.needed_milli("alpha_clause_db_km", p),
    )
}

/// The applications that a list names.
fn ids(row: &Row, column: &str, names: &[String], p: &mut Vec<String>) -> String {
    let mut ids = Vec::new();
    for name in row.list(column, p) {
        match names.iter().position(|known| *known == name) {
            Some(index) => ids.push(format!("ApplicationId({index})")),
            None => row.problem(column, "names of applications.csv", p),
        }
    }
    format!("&[{}]", ids.join(", "))
}

/// The published types that the ports of a twin-port application or module are, of the rate and
/// mode of the applications they belong to.
fn port_types(
    row: &Row,
    names: &[String],
    applications: &Table,
    own: &str,
    p: &mut Vec<String>,
) -> String {
    let mut ids = Vec::new();
    for name in row.list("port_types", p) {
        let Some(index) = names.iter().position(|known| *known == name) else {
            row.problem("port_types", "names of applications.csv", p);
            continue;
        };
        let port = &applications.rows[index];
        let whole = match own {
            "lane_gbps" => Some(row),
            of => names
                .iter()
                .position(|known| known == row.text(of, p))
                .map(|index| &applications.rows[index]),
        };
        let alike = |column| {
            whole.is_some_and(|whole| {
                whole.text(column, &mut Vec::new()) == port.text(column, &mut Vec::new())
            })
        };
        if !alike("lane_gbps") || !alike("mode") {
            row.problem("port_types", "types of the same rate and mode", p);
        }
        ids.push(format!("ApplicationId({index})"));
    }
    format!("&[{}]", ids.join(", "))
}

fn reference(row: &Row, column: &str, names: &[String], p: &mut Vec<String>) -> usize {
    let name = row.text(column, p);
    names.iter().position(|n| n == name).unwrap_or_else(|| {
        row.problem(column, "a name of applications.csv", p);
        0
    })
}

pub(crate) fn modules(
    table: &Table,
    applications: &Table,
    speeds: &[String],
    names: &[String],
    documents: &[String],
    p: &mut Vec<String>,
) -> String {
    table.unique("id", p);
    let mut out = String::from("static MODULES: &[Module] = &[\n");
    for row in &table.rows {
        let plug = if row.text("connector", p).is_empty() {
            "None".to_owned()
        } else {
            let connector = row.word("connector", CONNECTORS, p);
            format!("Some(Plug {{ connector: {connector}, count: {} }})", row.whole("plugs", 2, p))
        };
        let confirmed = row.list("verified", p);
        let documented = row.documented(documents, p);
        let read = |figure: &str| documented && confirmed.iter().any(|known| known == figure);
        let sure = |figure: &str| confidence("Confidence::Vendor", read(figure));
        // Read on every fiber, or on this one alone.
        let mut reach = |figure: &str| {
            let column = [figure, "_m"].concat();
            if row.text(&column, p).is_empty() {
                return "None".to_owned();
            }
            let trust = confidence("Confidence::Vendor", read("reach") || read(figure));
            format!("Some((Length::from_meters({}), {trust}))", row.whole(&column, 200_000, p))
        };
        let reaches =
            ["reach_om3", "reach_om4", "reach_om5", "reach_os2"].map(&mut reach).join(", ");
        let port_types = port_types(row, names, applications, "application", p);
        if (port_types != "&[]") != (row.whole("ports", 2, p) == 2) {
            row.problem("port_types", "a type of each port exactly where there are two", p);
        }
        let _ = writeln!(
            out,
            "Module {{ id: {:?}, vendor: {:?}, part_number: {:?}, #[cfg(feature = \"long\")] name: {:?}, speed: {}, application: ApplicationId({}), port_types: {port_types}, #[cfg(feature = \"long\")] form_factor: {:?}, plug: {plug}, end_face: {}, fibers: {}, mode: {}, reaches: [{reaches}], own_optics: {}, plug_confidence: {}, face_confidence: {} }},",
            row.text("id", p),
            row.text("vendor", p),
            row.text("part_number", p),
            row.text("name", p),
            speed(row, speeds, p),
            reference(row, "application", names, p),
            row.text("form_factor", p),
            row.word("end_face", FACES, p),
            row.whole("fibers", 32, p),
            row.word("mode", MODES, p),
            row.yes("own_optics", p),
            sure("connector"),
            sure("end_face"),
        );
    }
    out + "];\n"
}

pub(crate) fn breakouts(
    table: &Table,
    names: &[String],
    modules: &[String],
    documents: &[String],
    p: &mut Vec<String>,
) -> String {
    let mut out = String::from("static BREAKOUTS: &[Breakout] = &[\n");
    let mut seen = BTreeSet::new();
    for row in table.listed(p) {
        if !row.yes("resolved", p) {
            continue;
        }
        let (from, to) = (reference(row, "from", names, p), reference(row, "to", names, p));
        if !seen.insert((from, to)) {
            row.problem("to", "a pair that no other row has", p);
        }
        let supported = row.word(
            "supported",
            &[("yes", "Support::Yes"), ("depends", "Support::Depends"), ("no", "Support::No")],
            p,
        );
        let reason = if supported == "Support::Yes" { "" } else { row.text("reason", p) };
        // The page has the reasons among its words.
        let reason = if env::var_os("CARGO_FEATURE_LONG").is_some() { reason } else { "" };
        let only = match row.text("module", p) {
            "" => "None".to_owned(),
            id => match modules.iter().position(|known| known == id) {
                Some(index) => format!("Some(ModuleId({index}))"),
                None => {
                    row.problem("module", "an id of modules.csv", p);
                    "None".to_owned()
                }
            },
        };
        let _ = writeln!(
            out,
            "Breakout {{ from: ApplicationId({from}), to: ApplicationId({to}), only: {only}, legs: {}, supported: {supported}, reason: {:?}, confidence: {} }},",
            row.whole("legs", 16, p).max(1),
            reason,
            confidence(
                "Confidence::Vendor",
                row.documented(documents, p) && row.yes("verified", p)
            ),
        );
    }
    out + "];\n"
}

pub(crate) fn reflectances(table: &Table, names: &[String], p: &mut Vec<String>) -> String {
    let mut out = String::from("static REFLECTANCES: &[Reflectance] = &[\n");
    let mut seen = Vec::new();
    for row in &table.rows {
        let name = row.text("application", p).to_owned();
        let Some(index) = names.iter().position(|known| *known == name) else {
            row.problem("application", "a name of applications.csv", p);
            continue;
        };
        let count = row.text("connections", p).to_owned();
        if seen.contains(&(index, count.clone())) {
            row.problem("connections", "a number that no other row of the application has", p);
        }
        let connections = match count.as_str() {
            "" => "None".to_owned(),
            _ => format!("Some({})", row.whole("connections", 64, p)),
        };
        let confidence =
            row.word("confidence", &[("draft", "Draft"), ("unconfirmed", "Unconfirmed")], p);
        let _ = writeln!(
            out,
            "Reflectance {{ application: ApplicationId({index}), connections: {connections}, return_loss: {}, confidence: Confidence::{confidence} }},",
            row.whole("return_loss_db", 99, p),
        );
        seen.push((index, count));
    }
    out + "];\n"
}

pub(crate) fn channel_rules(table: &Table, p: &mut Vec<String>) -> String {
    table.unique("id", p);
    let mut out = String::from("static CHANNEL_RULES: &[ChannelRule] = &[\n");
    for row in table.listed(p) {
        let rates: Vec<u16> =
            row.list("lane_gbps", p).iter().filter_map(|rate| rate.parse().ok()).collect();
        if rates.is_empty() {
            row.problem("lane_gbps", "rates in Gb/s", p);
        }
        let mut modes = Vec::new();
        for word in row.list("mode", p) {
            match MODES.iter().find(|(name, _)| *name == word) {
                Some((_, code)) => modes.push(*code),
                None => row.problem("mode", "MM, SM or both", p),
            }
        }
        let kind = match row.word("channel", &[("splitter", "s"), ("twin-port", "t")], p) {
            "s" => format!(
                "ChannelRuleKind::Splitter(Length::from_meters({}))",
                row.whole("most_m", 200_000, p)
            ),
            _ => "ChannelRuleKind::TwinPort".to_owned(),
        };
        let _ = writeln!(
            out,
            "ChannelRule {{ id: {:?}, vendor: {:?}, modes: &[{}], lane_rates: &{rates:?}, kind: {kind} }},",
            row.text("id", p),
            row.text("vendor", p),
            modes.join(", "),
        );
    }
    out + "];\n"
}

pub(crate) fn infiniband(table: &Table, names: &[String], p: &mut Vec<String>) -> String {
    table.unique("name", p);
    let mut out = String::from(
        "/// InfiniBand names and the ports that go by them.\npub static INFINIBAND: &[InfiniBand] = &[\n",
    );
    for row in &table.rows {
        let applications = ids(row, "applications", names, p);
        let near = ids(row, "near", names, p);
        if (applications == "&[]") == (near == "&[]") {
            row.problem("near", "applications, or what comes near them where there is none,", p);
        }
        let _ = writeln!(
            out,
            "InfiniBand {{ name: {:?}, lanes: {}, lane_rate: {}, applications: {applications}, near: {near}, note: {:?} }},",
            row.text("name", p),
            row.whole("lanes", 16, p),
            row.whole("lane_gbps", MOST_GIGABITS, p),
            row.text("note", p),
        );
    }
    out + "];\n"
}
