//! A switch port or optic, typed into one field, finds the transceiver, its breakout or the module.

mod lex;
mod rows;
mod score;

use fiberlane_catalog::{Application, Confidence, Plug, Support, built_in};
use fiberlane_engine::advice::with_suitable_topology;
use fiberlane_engine::request::{Change, FarEnd};
use fiberlane_engine::wire::Json;
use fiberlane_engine::{Request, encode_fragment, verdict};
use fiberlane_messages::{Figure as _, fill, list_comma, status_text, text};
use rows::{Row, forms, rows};
use score::Query;

/// Most rows of an answer.
const MOST: usize = 12;
/// About the most that a row reaches without being named.
const PLAIN: i32 = 200;
/// Longest text that is read.
const LONGEST: usize = 200;

/// What was found, best first, as JSON: `title`, `detail`, `mark`, and `link` to the request with
/// it in place of its transceiver. Lengths and links stay, and where the route does not suit, it is
/// cut anew over the same distance, as everywhere on the page.
#[must_use]
pub fn find(query: &str, request: &Request) -> String {
    let found = found(query);
    let first = (!found.is_empty()).then(|| verdict(built_in(), request));
    let design = first.as_ref().and_then(|first| first.recommended.as_ref());
    let mut json = Json::new();
    json.list(|j| {
        for row in &found {
            let far = row.far.as_ref().map(|far| FarEnd::Breakout(far.row.to, None));
            let change = Change::application(request, row.application).and(|set| {
                set.module = row.module;
                set.far_end = far;
            });
            let whole = with_suitable_topology(built_in(), request, design, change);
            let link = encode_fragment(built_in(), &whole.on(request));
            j.object(|j| {
                j.key("title").string(&title(row));
                j.key("detail").string(&detail(row));
                j.key("mark").string(&mark(row));
                j.key("link").string(&["#", &link].concat());
            });
        }
    });
    json.finish()
}

fn found(query: &str) -> Vec<Row> {
    let text: String = query.chars().take(LONGEST).collect();
    let rows = rows(built_in());
    let mut query = Query::read(&text);
    if !query.keep_known(&rows) {
        return Vec::new();
    }
    let mut scored: Vec<(i32, Row)> =
        rows.into_iter().filter_map(|row| Some((query.score(&row)?, row))).collect();
    // Rows of the same score keep the order of the catalog.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let best = scored.first().map_or(0, |(score, _)| *score);
    // Half as good as the best is an answer to another question; a name alone is not the measure.
    scored.retain(|(score, _)| score * 2 >= best.min(PLAIN));
    scored.truncate(MOST);
    scored.into_iter().map(|(_, row)| row).collect()
}

fn name(row: &Row) -> String {
    match row.module.map(|id| built_in().module(id)) {
        Some(module) => {
            fill("find.module", &[("vendor", module.vendor), ("number", module.part_number)])
        }
        None => built_in().application(row.application).name.to_owned(),
    }
}

fn title(row: &Row) -> String {
    let Some(far) = &row.far else { return name(row) };
    let to = built_in().application(far.row.to).name;
    let key = if far.legs == 1 { "find.pair" } else { "find.breakout" };
    fill(key, &[("from", &name(row)), ("count", &far.legs.to_string()), ("to", to)])
}

fn detail(row: &Row) -> String {
    let application = built_in().application(row.application);
    let mut words: Vec<String> = Vec::new();
    match row.module.map(|id| built_in().module(id)) {
        Some(module) => {
            words.push(module.name.to_owned());
            words.push(application.name.to_owned());
            words.push(module.form_factor.to_owned());
            words.extend(module.plug.map(plug));
        }
        None => {
            words.push(forms(application).join(list_comma()));
            words.push(plug(application.plug));
            words.extend(reaches(application));
        }
    }
    words.retain(|word| !word.is_empty());
    words.join(" · ")
}

fn plug(plug: Plug) -> String {
    match plug.count {
        1 => plug.connector.name().to_owned(),
        count => format!("{count} × {}", plug.connector.name()),
    }
}

fn reaches(application: &Application) -> impl Iterator<Item = String> {
    application.limits.iter().map(|limit| {
        fill("choice.reach", &[("reach", &limit.reach.said()), ("fiber", limit.fiber.name())])
    })
}

/// What speaks against taking it unseen.
fn mark(row: &Row) -> String {
    let status = built_in().application(row.application).status;
    let depends = row.far.as_ref().is_some_and(|far| far.row.supported == Support::Depends);
    let mut words: Vec<&str> = Vec::new();
    if status != Confidence::Standard {
        words.push(status_text(status));
    }
    if row.module.is_some_and(|id| built_in().module(id).own_optics) {
        words.push(text("find.nearest"));
    }
    if depends {
        words.push(text("find.depends"));
    }
    words.join(list_comma())
}
