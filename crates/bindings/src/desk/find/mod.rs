//! A switch port or optic, typed into one field, finds the transceiver, its breakout or the module.
//! Every word of the query is used, or named as not used.

mod amount;
mod atoms;
mod count;
mod designation;
mod distance;
mod far;
mod fiber;
mod filler;
mod infiniband;
mod length;
mod query;
mod read;
mod rows;
mod say;
mod score;
mod spare;
mod take;
mod uncovered;
mod word;

use super::difference::kept;
use fiberlane_catalog::built_in;
use fiberlane_engine::design::Design;
use fiberlane_engine::wire::Json;
use fiberlane_engine::{Request, encode_fragment, verdict};
use fiberlane_messages::Voice;
use query::Query;
use rows::{Row, rows};
use say::{current, detail, mark, said, title, uncovered};
use score::Answer;
use std::sync::LazyLock;
use take::{Fate, Taken, take, take_amounts};
use word::Word;

/// Most rows of a short answer.
const SHORT: usize = 12;
/// Most rows of an answer.
const MOST: usize = 240;
/// About the most that a row reaches without being named.
const PLAIN: i32 = 200;

/// A hit: how it reads, and the request that it stands for.
struct Hit {
    title: String,
    detail: String,
    mark: String,
    taken: Taken,
    /// What stays of the design on screen although nobody typed it.
    kept: Vec<String>,
}

/// What was found, best first, as JSON: `title`, `detail`, `mark`, and `link` to the request with
/// it in place of its transceiver, `used` and `unused` with the words of the query, and `kept` with
/// what stays of the design on screen. Lengths and
/// links that nobody typed stay, and where the route does not suit, it is cut anew over the same
/// distance, as everywhere on the page. At most twelve.
#[must_use]
pub fn find(voice: Voice<'_>, query: &str, request: &Request) -> String {
    let (query, mut hits, _) = hits(voice, query, request, SHORT);
    hits.truncate(SHORT);
    let mut json = Json::new();
    json.list(|j| rows_of(voice, j, &query, &hits));
    json.finish()
}

/// The same as an object: `rows`, as many as anybody scrolls through, `total` of what was found,
/// `note` with what is not covered, and, where nothing was found, `unused` with every word.
#[must_use]
pub fn search(voice: Voice<'_>, query: &str, request: &Request) -> String {
    let (query, hits, total) = hits(voice, query, request, MOST);
    let mut json = Json::new();
    json.object(|j| {
        j.key("total").number(&total.to_string());
        j.key("note").string(&uncovered(voice, &query));
        let none = vec![Fate::Unused; query.words.len()];
        let unused = if hits.is_empty() { left(&query, &none) } else { Vec::new() };
        strings(j, "unused", &unused);
        j.key("left").string(&said(voice, "find.unused", &unused, voice.list_comma()));
        j.key("rows").list(|j| rows_of(voice, j, &query, &hits));
    });
    json.finish()
}

fn rows_of(voice: Voice<'_>, j: &mut Json, query: &Query, hits: &[Hit]) {
    for hit in hits {
        let link = encode_fragment(built_in(), &hit.taken.request);
        let unused = left(query, &hit.taken.fates);
        let used = taken(query, &hit.taken.fates);
        let mut labels: Vec<String> = used.iter().map(|(_, label)| label.clone()).collect();
        labels.retain(|label| !label.is_empty());
        j.object(|j| {
            j.key("title").string(&hit.title);
            j.key("detail").string(&hit.detail);
            j.key("mark").string(&hit.mark);
            j.key("link").string(&["#", &link].concat());
            let typed: Vec<String> = used.into_iter().map(|(typed, _)| typed).collect();
            strings(j, "used", &typed);
            strings(j, "unused", &unused);
            j.key("taken").string(&said(voice, "find.used", &labels, " · "));
            j.key("left").string(&said(voice, "find.unused", &unused, voice.list_comma()));
            j.key("kept").string(&said(voice, "find.kept", &hit.kept, " · "));
        });
    }
}

fn strings(j: &mut Json, key: &str, words: &[String]) {
    j.key(key).list(|j| {
        for word in words {
            j.string(word);
        }
    });
}

/// The words that are used, with what they became.
fn taken(query: &Query, fates: &[Fate]) -> Vec<(String, String)> {
    let used = |(word, fate): (&Word, &Fate)| match fate {
        Fate::Used(label) => Some((word.said.clone(), label.clone())),
        Fate::Unused | Fate::Filler => None,
    };
    query.words.iter().zip(fates).filter_map(used).collect()
}

/// The words that are not used.
fn left(query: &Query, fates: &[Fate]) -> Vec<String> {
    let unused = |(word, fate): (&Word, &Fate)| {
        let filler =
            matches!(word.meaning, word::Meaning::Filler | word::Meaning::Far { breakout: false });
        (*fate == Fate::Unused && !filler).then(|| word.said.clone())
    };
    query.words.iter().zip(fates).filter_map(unused).collect()
}

/// What was found, and how much of it there is.
fn hits(voice: Voice<'_>, text: &str, request: &Request, most: usize) -> (Query, Vec<Hit>, usize) {
    static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| rows(built_in()));
    let query = Query::read(voice.decimal_sign(), text, &ROWS);
    let first = verdict(built_in(), request);
    let design = first.recommended.as_ref();
    let found = found(&query, &ROWS);
    let total = found.len();
    let hit = |(answer, row): (Answer, &Row)| hit(voice, &query, row, &answer, request, design);
    let mut hits: Vec<Hit> = found.into_iter().take(most).map(hit).collect();
    if let Some(hit) = amounts(voice, &query, request) {
        hits.push(hit);
        return (query, hits, 1);
    }
    (query, hits, total)
}

fn hit(
    voice: Voice<'_>,
    query: &Query,
    row: &Row,
    answer: &Answer,
    base: &Request,
    design: Option<&Design>,
) -> Hit {
    let taken = take(voice, query, row, answer, base, design);
    Hit {
        title: title(voice, query, row),
        detail: detail(voice, query, row),
        mark: mark(voice, query, row),
        kept: kept(voice, base, &taken.request),
        taken,
    }
}

/// Amounts alone are said of the design on screen.
fn amounts(voice: Voice<'_>, query: &Query, request: &Request) -> Option<Hit> {
    let sayable = |word: &Word| {
        word.meaning.is_amount()
            || matches!(word.meaning, word::Meaning::Filler | word::Meaning::Far { .. })
    };
    let some = query.words.iter().any(|word| word.meaning.is_amount());
    let design = request.speed.is_some() || request.named_application(built_in()).is_some();
    if !some || !design || !query.words.iter().all(sayable) {
        return None;
    }
    let taken = take_amounts(voice, query, request);
    let used = taken.fates.iter().any(|fate| matches!(fate, Fate::Used(_)));
    let (detail, mark) = Default::default();
    // All of the design on screen is meant.
    used.then(|| Hit { title: current(voice, request), detail, mark, taken, kept: Vec::new() })
}

fn found<'a>(query: &Query, rows: &'a [Row]) -> Vec<(Answer, &'a Row)> {
    let named = rows.iter().any(|row| query.whole(row) || query.begun(row, None));
    if !named && !query.is_about() {
        return Vec::new();
    }
    let answer = |row: &'a Row| Some((query.answer(row)?, row));
    let mut found: Vec<(Answer, &Row)> = rows.iter().filter_map(answer).collect();
    // Rows of the same score keep the order of the catalog.
    found.sort_by_key(|(answer, _)| std::cmp::Reverse(answer.score));
    let best = found.first().map_or(0, |(answer, _)| answer.score);
    // Half as good as the best is an answer to another question; a name alone is not the measure.
    found.retain(|(answer, _)| answer.score * 2 >= best.min(PLAIN));
    found
}
