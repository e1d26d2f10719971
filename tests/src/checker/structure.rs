//! The recommended design: every field of the wire with its type and its enumerated values.

use serde_json::Value;

use super::document::VERDICTS;
use super::elements::{element, from_one, spot};
use super::json::{At, DB, METERS};
use super::wire::{Design, Lane, Term};

/// Polarity has its own words; a warning is one that lanes may be exchanged or ports reversed.
const POLARITY: [&str; 5] = ["pass", "tight", "warning", "fail", "not-checked"];

/// Reads the recommended design; `None` when it is null or no object.
pub(crate) fn design(plan: &Value, out: &mut Vec<String>) -> Option<Design> {
    let root = At::new(plan, "plan");
    let at = root.maybe("recommended")?;
    let channel = at.field("channel", out)?.list(out);
    let channel = channel.iter().enumerate().map(|(i, e)| element(i, e, out)).collect();
    let loss = at.field("loss", out);
    let terms = loss.as_ref().and_then(|l| l.field("terms", out)).map(|t| t.list(out));
    let terms = terms.unwrap_or_default().iter().filter_map(|t| term(t, out)).collect();
    let db = |name: &str, out: &mut Vec<String>| {
        let field = loss.as_ref().and_then(|l| l.nullable(name, out));
        field.and_then(|f| f.number(DB, out))
    };
    let (worst, limit, margin) = (db("worstCaseDb", out), db("limitDb", out), db("marginDb", out));
    if let Some(loss) = &loss {
        loss.nullable("statistical", out);
    }
    let reach = at.field("reach", out);
    let meters = |name: &str, out: &mut Vec<String>| {
        let field = reach.as_ref().and_then(|r| r.nullable(name, out));
        field.and_then(|f| f.number(METERS, out))
    };
    let (reach_length, reach_limit) = (meters("lengthM", out), meters("limitM", out));
    if let Some(reach) = &reach {
        reach.nullable("basis", out);
    }
    let verdict = |place: Option<&At<'_>>, out: &mut Vec<String>| {
        let field = place?.field("verdict", out)?;
        field.one_of(&VERDICTS, out).map(str::to_owned)
    };
    let polarity = at.field("polarity", out);
    let reach_verdict = verdict(reach.as_ref(), out);
    let polarity_verdict = polarity.as_ref().and_then(|p| p.field("verdict", out));
    let lanes = polarity.as_ref().and_then(|p| p.field("lanes", out)).map(|l| l.list(out));
    Some(Design {
        channel,
        terms,
        worst,
        limit,
        margin,
        reach_length,
        reach_limit,
        reach_verdict,
        method: polarity.as_ref().and_then(|p| Some(p.nullable("method", out)?.text(out)?.into())),
        polarity_verdict: polarity_verdict
            .and_then(|v| v.one_of(&POLARITY, out).map(str::to_owned)),
        lanes: lanes.unwrap_or_default().iter().filter_map(|l| lane(l, out)).collect(),
        bom: super::order::read(at.field("bom", out), out),
        in_place: super::order::read(at.maybe("inPlace"), out),
        fiber: at.maybe("fiber").and_then(|f| f.text(out)).map(str::to_owned),
    })
}

fn term(at: &At<'_>, out: &mut Vec<String>) -> Option<Term> {
    let kinds = ["matedPair", "fiber", "splice", "cassette"];
    let kind = at.field("kind", out)?.one_of(&kinds, out)?.to_owned();
    let index = at.field("at", out)?.count(out)?;
    at.nullable("source", out);
    Some(Term {
        kind,
        at: usize::try_from(index).unwrap_or(usize::MAX),
        length: at.maybe("lengthM").and_then(|l| l.number(METERS, out)),
        db: at.field("db", out)?.number(DB, out)?,
        typical: at.maybe("typicalDb").and_then(|l| l.number(DB, out)),
    })
}

fn lane(at: &At<'_>, out: &mut Vec<String>) -> Option<Lane> {
    let path = at.field("path", out)?.list(out);
    let way = at.field("direction", out)?.one_of(&["AtoB", "BtoA"], out)?;
    let mut place = |name: &str| {
        let field = at.field(name, out)?;
        field.field("port", out);
        spot(&field, out)
    };
    let (from, to) = (place("from")?, place("to")?);
    Some(Lane {
        lane: from_one(&at.field("lane", out)?, out)?,
        a_to_b: way == "AtoB",
        from,
        to,
        path: path.iter().filter_map(|p| spot(p, out)).collect(),
        ok: at.field("ok", out)?.flag(out)?,
    })
}
