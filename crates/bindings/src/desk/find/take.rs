//! What of a query goes into the request, and what is said of it.

use super::distance;
use super::far;
use super::query::Query;
use super::rows::Row;
use super::score::Answer;
use super::spare;
use super::word::{Meaning, Other, Word};
use fiberlane_catalog::{Fiber, built_in};
use fiberlane_engine::Request;
use fiberlane_engine::advice::with_suitable_topology;
use fiberlane_engine::design::Design;
use fiberlane_engine::request::{Change, FarEnd, MAX_LINKS};
use fiberlane_messages::Voice;

/// Where a word of a query ends up. Every word has exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It says nothing.
    Filler,
    /// It is used, as this.
    Used(String),
    /// It is not used.
    Unused,
}

/// A request made of a row and a query.
pub(super) struct Taken {
    pub(super) request: Request,
    /// The fate of every word, in its order.
    pub(super) fates: Vec<Fate>,
}

/// The request on screen with a row in place of its transceiver, and with the amounts.
pub(super) fn take(
    voice: Voice<'_>,
    query: &Query,
    row: &Row,
    answer: &Answer,
    base: &Request,
    design: Option<&Design>,
) -> Taken {
    let module = query.words.iter().find_map(|word| far::module(word, row).filter(|_| word.far));
    let far_end = match &row.far {
        Some(far) => Some(FarEnd::Breakout(far.row.to, module)),
        None => module.map(|module| FarEnd::Same(Some(module))),
    };
    let change = Change::application(built_in(), base, row.application).and(|set| {
        set.module = row.module;
        set.far_end = far_end;
    });
    let whole = with_suitable_topology(built_in(), base, design, change);
    let mut whole = whole.on(base);
    // A fiber of the design before gives way where the transceiver does not light its kind.
    let lit = |fiber: Fiber| {
        let limits = built_in().application(row.application).limits.iter();
        limits.map(|limit| limit.fiber.mode()).any(|mode| mode == fiber.mode())
    };
    whole.fiber = whole.fiber.filter(|fiber| lit(*fiber));
    let used = |at: usize| answer.used.get(at).copied().unwrap_or(false);
    amounts(voice, query, whole, used)
}

/// The request on screen with the amounts alone.
pub(super) fn take_amounts(voice: Voice<'_>, query: &Query, base: &Request) -> Taken {
    amounts(voice, query, base.clone(), |_| false)
}

fn amounts(
    voice: Voice<'_>,
    query: &Query,
    mut request: Request,
    used: impl Fn(usize) -> bool,
) -> Taken {
    let mut said: Vec<Option<String>> = vec![None; query.words.len()];
    // Fiber first: how far light goes depends on it.
    let mut fiber_said = false;
    for (at, word) in query.words.iter().enumerate().filter(|(at, _)| used(*at)) {
        let taken = match word.meaning {
            Meaning::Fiber(fiber) => {
                // The first one counts.
                let taken = !fiber_said || request.fiber == Some(fiber);
                request.fiber = request.fiber.filter(|_| fiber_said).or(Some(fiber));
                fiber_said = true;
                taken
            }
            Meaning::Mode(mode) => {
                // A fixed fiber of the other kind gives way to what was said.
                request.fiber = request.fiber.filter(|fiber| fiber.mode() == mode);
                true
            }
            _ => continue,
        };
        said[at] = taken.then(|| word.said.clone());
    }
    for (at, word) in query.words.iter().enumerate() {
        if let Some(label) = count(voice, query, word, &mut request, &said) {
            said[at] = Some(label);
        }
    }
    spare::take(voice, query, &mut request, &mut said);
    distance::take(voice, query, &mut request, &mut said);
    let fates = query.words.iter().enumerate().map(|(at, word)| {
        let own = match &word.meaning {
            Meaning::Filler | Meaning::Far { breakout: false } => return Fate::Filler,
            meaning if meaning.is_amount() => None,
            Meaning::Fiber(_) | Meaning::Mode(_) => None,
            // One module stands at the far end.
            Meaning::Name(_) if word.far && !first_name(query, at, &used) => None,
            _ => used(at).then(|| word.said.clone()),
        };
        said[at].clone().or(own).map_or(Fate::Unused, Fate::Used)
    });
    let fates = fates.collect();
    Taken { request, fates }
}

/// A count or spares, set and said; nothing where they do not fit or were said before.
fn count(
    voice: Voice<'_>,
    query: &Query,
    word: &Word,
    request: &mut Request,
    said: &[Option<String>],
) -> Option<String> {
    let links = |request: &mut Request, links: u32| {
        // The first one counts.
        let before = query.words.iter().zip(said).any(|(word, said)| {
            said.is_some()
                && matches!(
                    word.meaning,
                    Meaning::Links(_)
                        | Meaning::Product(..)
                        | Meaning::Many(..)
                        | Meaning::Ports(_)
                )
        });
        let fits = (1..=MAX_LINKS).contains(&links) && !before;
        fits.then(|| {
            request.links = Some(links);
            voice.grouped(u128::from(links))
        })
    };
    let product = |count: u32, each: u32, all: &str| {
        let [a, b] = [count, each].map(|number| voice.grouped(u128::from(number)));
        voice.fill("find.product", &[("a", &a), ("b", &b), ("count", all)])
    };
    match word.meaning {
        Meaning::Links(number) => {
            links(request, number).map(|count| several(voice, number, &count))
        }
        Meaning::Many(number, _) => {
            let label = links(request, number).map(|count| several(voice, number, &count))?;
            Some([word.said.as_str(), " = ", &label].concat())
        }
        Meaning::Product(count, each) => {
            let all = links(request, count.checked_mul(each)?)?;
            Some(product(count, each, &all))
        }
        Meaning::Ports(each) => {
            let devices = query.words.iter().find_map(|word| match word.meaning {
                Meaning::Devices(number) => Some(number),
                _ => None,
            })?;
            let all = links(request, devices.checked_mul(each)?)?;
            Some(product(devices, each, &all))
        }
        // Said with the ports.
        Meaning::Devices(_) => {
            let first = query.words.iter().find(|word| matches!(word.meaning, Meaning::Devices(_)));
            first.is_some_and(|first| std::ptr::eq(first, word)).then(String::new)
        }
        _ => None,
    }
}

/// Whether no part number before it stands at the far end.
fn first_name(query: &Query, at: usize, used: &impl Fn(usize) -> bool) -> bool {
    let far = |(_, word): &(usize, &Word)| word.far && matches!(word.meaning, Meaning::Name(_));
    query.words.iter().enumerate().filter(far).find(|(at, _)| used(*at)).map(|(at, _)| at)
        == Some(at)
}

fn several(voice: Voice<'_>, links: u32, said: &str) -> String {
    voice.fill(if links == 1 { "find.link" } else { "find.links" }, &[("count", said)])
}

/// The key of what is not covered.
pub(super) const fn uncovered_key(other: Other) -> &'static str {
    match other {
        Other::Switch => "find.not.switch",
        Other::Adapter => "find.not.adapter",
        Other::Server => "find.not.server",
        Other::Copper => "find.not.copper",
        Other::ActiveOptical => "find.not.optical",
        Other::Coherent => "find.not.coherent",
        Other::Infiniband => "find.not.infiniband",
    }
}
