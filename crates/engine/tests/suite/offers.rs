//! Whatever is offered is written, read again and has the effect that it states.

use crate::cases::{all, facts, here};
use fiberlane_catalog::built_in;
use fiberlane_engine::advice::{
    BaseValue, Effect, OptionState, Repair, option_fields, with_suitable_topology,
};
use fiberlane_engine::design::Verdict;
use fiberlane_engine::finding::{Code, Finding, Severity};
use fiberlane_engine::request::{Change, FarEnd, Field, Lengths};
use fiberlane_engine::{
    Plan, Request, Verdicts, plan, read_request, verdict, write_plan, write_request,
};
use fiberlane_tests::random::{Wire, request};
use fiberlane_units::{Length, Loss, Margin};
use serde_json::Value as Json;
use std::fs;

/// What an offer says of the plan that it leads to.
enum Claim {
    /// All of it.
    Effect(Effect),
    /// The same, and what a whole design says beyond.
    Design(Effect, Loss, Length),
    /// What a row of growth says.
    Row(Verdict, Option<Margin>, Option<Length>),
    /// That a finding is gone.
    Gone(Code),
    /// That the design has it: nothing that comes of fixing it.
    Had,
}

struct Offer {
    what: String,
    changed: Request,
    claim: Claim,
    /// The fields that whoever takes it has chosen; none where it is advice.
    chosen: Vec<Field>,
}

/// Everything that a plan offers.
fn offers(request: &Request, plan: &Plan) -> Vec<Offer> {
    let advice = &plan.advice;
    let mut found = Vec::new();
    let mut offer = |what: String, changed: Request, claim: Claim, chosen: Vec<Field>| {
        found.push(Offer { what, changed, claim, chosen });
    };
    for field in &advice.options {
        for choice in &field.options {
            let name = field.field.name();
            // Modules and far ends are those of an application, which may come with them.
            let of_ends = [Field::Application, Field::Module, Field::FarEnd];
            let chosen = if of_ends.contains(&field.field) {
                let named = choice.change.fields().collect::<Vec<_>>();
                if named.contains(&Field::FarEnd) && field.field == Field::FarEnd {
                    named
                } else {
                    vec![field.field]
                }
            } else {
                vec![field.field]
            };
            let claim = match &choice.state {
                // What is left open is left to the rest of the search; named, it holds for the whole
                // of it: a grade of one kind no longer follows the other, a route has lengths of its
                // own, another application may be the cheapest with it.
                OptionState::Chosen(effect) => Some(match field.field {
                    Field::Grade | Field::LcGrade | Field::Topology => Claim::Had,
                    _ => Claim::Effect(*effect),
                }),
                OptionState::Available(effect) => Some(Claim::Effect(*effect)),
                OptionState::Excluded(_) => None,
            };
            if let Some(claim) = claim {
                let changed = choice.change.on(request);
                offer(format!("option {name}"), changed, claim, chosen.clone());
            }
            if let Some((change, effect)) = &choice.admitted {
                let changed = change.on(request);
                offer(format!("admitted {name}"), changed, Claim::Effect(*effect), chosen);
            }
        }
    }
    for repair in &advice.repairs {
        let changed = repair.change.on(request);
        offer("repair".to_owned(), changed, Claim::Effect(repair.effect), Vec::new());
    }
    for one in &advice.alternatives {
        let mut changed = one.change.on(request);
        changed.priority = Some(one.priority);
        let figures = &one.design.figures;
        let claim = Claim::Design(one.design.effect(), figures.total, figures.length);
        offer(format!("alternative {:?}", one.best), changed, claim, Vec::new());
    }
    for row in &advice.growth {
        if row.verdict != Verdict::Fail {
            let claim = Claim::Row(row.verdict, row.margin, row.reach);
            // Another application is what a row of growth is.
            let chosen = vec![Field::Application, Field::FarEnd, Field::Speed, Field::Links];
            offer("growth".to_owned(), row.request.clone(), claim, chosen);
        }
    }
    for row in &advice.bases {
        let change = Change::of(|set| match row.value {
            BaseValue::Base(base) => set.base = Some(base),
            BaseValue::Conversion(conversion) => set.conversion = Some(conversion),
        });
        if let Some(effect) = row.effect {
            offer("base".to_owned(), change.on(request), Claim::Effect(effect), Vec::new());
        }
    }
    for finding in &plan.first.findings {
        for fix in &finding.fixes {
            // The far end is what this one is about.
            let chosen = if finding.code == Code::Brk006 { vec![Field::FarEnd] } else { vec![] };
            let what = format!("fix of {}", finding.code.name());
            offer(what, fix.on(request), Claim::Gone(finding.code), chosen);
        }
    }
    found
}

/// The speed that is asked for, by itself or with the application.
fn speed(request: &Request) -> Option<u16> {
    let named = request.named_application(built_in());
    named.map(|id| built_in().application(id).speed).or(request.speed)
}

fn keeps(request: &Request, offer: &Offer) -> Result<(), String> {
    let changed = &offer.changed;
    let chose = |field: Field| offer.chosen.contains(&field);
    if changed.links != request.links && !chose(Field::Links) {
        return Err(format!("links {:?}", changed.links));
    }
    if speed(request).is_some() && speed(changed) != speed(request) && !chose(Field::Application) {
        return Err(format!("speed {:?}", speed(changed)));
    }
    let far = request.far_end.filter(|far| *far != FarEnd::Same(None));
    let Some(far) = far.filter(|_| !chose(Field::FarEnd)) else { return Ok(()) };
    // A choice of another application says what becomes of a far end that it does not have.
    let said = changed.far_end.is_some() && chose(Field::Application);
    // The breakout that a far module belongs to keeps it.
    // A repair may name another module of the same application, never none.
    let kind = |end: FarEnd| end.module().map(|module| built_in().module(module).application);
    let repair = offer.what.starts_with("repair");
    let kept = changed.far_end.is_some_and(|new| {
        let same = new.module() == far.module() || repair && kind(new) == kind(far);
        same && far.breakout().is_none_or(|to| new.breakout() == Some(to))
    });
    if said || kept { Ok(()) } else { Err(format!("far end {:?}", changed.far_end)) }
}

/// Writes the request and reads it again.
fn again(changed: &Request) -> Result<Request, String> {
    let text = write_request(built_in(), changed);
    let value = serde_json::from_str(&text).unwrap();
    read_request(built_in(), &value)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}

fn holds(claim: &Claim, after: &Verdicts) -> Result<(), String> {
    let design = after.recommended.as_ref();
    let effect = design.map(|design| design.effect());
    let differ = |found: &dyn std::fmt::Debug, said: &dyn std::fmt::Debug| {
        Err(format!("says {said:?}, is {found:?}"))
    };
    match claim {
        Claim::Effect(said) if effect == Some(*said) => Ok(()),
        Claim::Effect(said) => differ(&effect, said),
        Claim::Design(said, loss, length) => {
            let found = design.map(|d| (d.effect(), d.figures.total, d.figures.length));
            let said = (*said, *loss, *length);
            if found == Some(said) { Ok(()) } else { differ(&found, &said) }
        }
        Claim::Row(verdict, margin, reach) => {
            let found = effect.map(|effect| (effect.verdict, effect.margin, effect.reach));
            let said = (*verdict, *margin, *reach);
            if found == Some(said) { Ok(()) } else { differ(&found, &said) }
        }
        Claim::Had => Ok(()),
        Claim::Gone(code) => {
            let errors = |f: &&Finding| f.code == *code;
            match after.findings.iter().find(errors) {
                Some(finding) => Err(format!("{:?} is there still", finding.code)),
                None => Ok(()),
            }
        }
    }
}

/// Whether a change repairs: it passes, or what failed has nothing left open but a limit that nobody
/// has published for its own optics.
pub(crate) fn repaired(plan: &Plan, change: &Change, after: &Verdicts) -> bool {
    if after.verdict != Verdict::NotChecked {
        return matches!(after.verdict, Verdict::Pass | Verdict::Tight);
    }
    let limit = |first: &Verdicts| first.recommended.as_ref().and_then(|d| d.figures.limit);
    let mut open = after.findings.iter().filter(|finding| finding.code.leaves_open());
    plan.first.verdict == Verdict::Fail
        && limit(&plan.first).is_none()
        && limit(after).is_none()
        && change.application.is_none()
        && change.module.is_none()
        && open.all(|finding| finding.code == Code::Los002)
}

/// Whether advice is over the same distance, but where it says that a cable becomes shorter: a pass
/// over a run that has vanished is none.
fn same_way(plan: &Plan, offer: &Offer, after: &Verdicts) -> Result<(), String> {
    let (Some(was), Some(is)) = (&plan.first.recommended, &after.recommended) else {
        return Ok(());
    };
    let said = was.frame.span.assumed.is_empty() && is.frame.span.assumed.is_empty();
    let (long, now) = (was.figures.length, is.figures.length);
    // Cross cords go with their route; a trunk that lies there does not grow by them.
    let crossed = !was.frame.span.cross.is_empty() && plan.request.installed.is_some();
    // A way of a few meters is cut into pieces of one at least.
    let short = long < Length::from_meters(10);
    let shortened = offer.what == "repair"
        && offer.changed.topology == plan.request.topology
        && offer.changed.installed == plan.request.installed
        && now < long
        && now.steps() * 3 >= long.steps() * 2;
    if !said || short || crossed || now == long || shortened || offer.what.starts_with("fix") {
        return Ok(());
    }
    if offer.what == "growth" {
        return Ok(());
    }
    Err(format!("over {now:?} instead of {long:?}"))
}

/// Whether the lengths that an offer names are those of the channel that it leads to.
fn as_built(request: &Request, offer: &Offer, after: &Verdicts) -> Result<(), String> {
    let named = &offer.changed.lengths;
    let Some(design) = &after.recommended else { return Ok(()) };
    if *named == request.lengths {
        return Ok(());
    }
    let span = &design.frame.span;
    // A cord of no length is none.
    let said = |named: Option<Length>, built: Option<Length>| {
        named.is_none() || named == Some(built.unwrap_or(Length::ZERO))
    };
    let ends = said(named.cord_a, Some(span.cord_a)) && said(named.cord_b, span.cord_b);
    let all = |named: &[Length], built: &[Length]| named.is_empty() || named == built;
    if ends && all(&named.trunks, &span.trunks) && all(&named.cross, &span.cross) {
        return Ok(());
    }
    Err(format!("names {named:?} and is built of {span:?}"))
}

/// What is wrong with the offers as they are written: another program reads the plan, and takes an
/// option's value where no change stands beside it.
fn as_written(request: &Request, plan: &Plan) -> Result<(), String> {
    let json = |text: &str| -> Json { serde_json::from_str(text).unwrap() };
    let written = json(&write_plan(built_in(), plan));
    let asked = json(&write_request(built_in(), request));
    let taken = |change: &Json, meant: &Request| {
        let mut asked = asked.clone();
        let fields = asked.as_object_mut().unwrap();
        for (field, value) in change.as_object().unwrap() {
            fields.insert(field.clone(), value.clone());
        }
        fields.retain(|_, value| !value.is_null());
        match read_request(built_in(), &serde_json::from_value(asked).unwrap()) {
            Ok(read) if read == *meant => Ok(()),
            Ok(_) => Err(format!("written {change} does something else")),
            Err(problems) => Err(format!("written {change} is refused: {}", problems[0])),
        }
    };
    for known in &plan.advice.options {
        let field = known.field.name();
        let rows = written["options"][field].as_array().unwrap();
        for (choice, row) in known.options.iter().zip(rows) {
            let alone = serde_json::json!({ field: row["value"] });
            let meant = match &choice.state {
                OptionState::Excluded(_) => choice.admitted.as_ref().map(|(change, _)| change),
                OptionState::Available(_) => Some(&choice.change),
                OptionState::Chosen(_) => None,
            };
            if let Some(meant) = meant {
                taken(row.get("change").unwrap_or(&alone), &meant.on(request))?;
            }
        }
    }
    for (repair, row) in plan.advice.repairs.iter().zip(written["repairs"].as_array().unwrap()) {
        taken(&row["change"], &repair.change.on(request))?;
    }
    for (finding, row) in plan.first.findings.iter().zip(written["findings"].as_array().unwrap()) {
        for (fix, change) in finding.fixes.iter().zip(row["fixes"].as_array().unwrap()) {
            taken(&change["change"], &fix.on(request))?;
        }
    }
    Ok(())
}

/// What is wrong with the offers for a request; the number that were tried.
pub(crate) fn tried(request: &Request, wrong: &mut Vec<String>) -> usize {
    let mut request = request.clone();
    // A former name is read and never written.
    request.former = None;
    let plan = plan(built_in(), &request);
    let all = offers(&request, &plan);
    let asked = || write_request(built_in(), &request);
    for offer in &all {
        let Offer { what, changed, claim, .. } = offer;
        let found = keeps(&request, offer).and_then(|()| again(changed)).and_then(|read| {
            if read != *changed {
                return Err("is read as another".to_owned());
            }
            let after = verdict(built_in(), &read);
            same_way(&plan, offer, &after)?;
            as_built(&request, offer, &after)?;
            holds(claim, &after)
        });
        if let Err(why) = found {
            let to = write_request(built_in(), changed);
            wrong.push(format!("{what}: {why}\n    of {}\n    to {to}", asked()));
        }
    }
    if let Err(why) = as_written(&request, &plan) {
        wrong.push(format!("{why}\n    of {}", asked()));
    }
    excluded(&request, &plan, wrong);
    chosen_on_the_page(&request, &plan, wrong);
    for repair in &plan.advice.repairs {
        if let Err(why) = in_order(&request, &plan, repair) {
            let to = write_request(built_in(), &repair.change.on(&request));
            wrong.push(format!("repair {why}\n    of {}\n    to {to}", asked()));
        }
    }
    all.len()
}

/// What comes first among repairs, and how far one that shortens goes.
fn in_order(request: &Request, plan: &Plan, repair: &Repair) -> Result<(), String> {
    let all = &plan.advice.repairs;
    let at = all.iter().position(|one| one.change == repair.change).unwrap_or_default();
    let before = &all[..at];
    let change = &repair.change;
    let set: Vec<Field> = change.fields().collect();
    if !repaired(plan, change, &verdict(built_in(), &change.on(request))) {
        return Err("does not repair".to_owned());
    }
    // What takes nothing away that lies there comes before what does; no longer bought comes last.
    let taken = |one: &Repair| {
        let gone = one
            .change
            .installed
            .as_ref()
            .is_some_and(|left| left.len() != request.installed.as_ref().map_or(0, Vec::len));
        let unbought = one.change.application.is_some_and(|id| !built_in().application(id).bought);
        (unbought, gone || one.replaces)
    };
    if taken(repair).1 != repair.replaces {
        return Err("replaces what lies there and does not say so".to_owned());
    }
    if before.iter().any(|one| taken(one) > taken(repair)) {
        return Err("comes after what is worse".to_owned());
    }
    if set == [Field::Limit] && at > 0 {
        return Err("of the limit is not the first".to_owned());
    }
    // Fiber of a lower class has a larger limit and no more.
    if let (Some(fiber), Some(design)) = (change.fiber, &plan.first.recommended) {
        let own = design.figures.fiber;
        if design.figures.limit.is_some() && fiber.mode() == own.mode() && fiber < own {
            return Err(format!("by {} for {}", fiber.name(), own.name()));
        }
    }
    // Lengths of the same route: one cable is shorter, by a third at most, and nothing else changes.
    if set.contains(&Field::Lengths) && change.topology.is_none() && change.installed.is_none() {
        if set.len() > 1 {
            return Err("shortens as half of a pair".to_owned());
        }
        let flat = |lengths: &Lengths| -> Vec<Length> {
            let ends = lengths.cord_a.into_iter().chain(lengths.cord_b);
            ends.chain(lengths.trunks.iter().chain(&lengths.cross).copied()).collect()
        };
        let (was, is) = (flat(&request.lengths), flat(&change.lengths));
        let moved: Vec<(Length, Length)> =
            was.iter().copied().zip(is).filter(|(was, is)| was != is).collect();
        let [(long, short)] = moved[..] else { return Err("moves several lengths".to_owned()) };
        if short >= long || short.steps() * 3 < long.steps() * 2 {
            return Err(format!("shortens {long:?} to {short:?}"));
        }
        let grain = if long.steps() > 100_000 { 10_000 } else { 1_000 };
        let longer = Length::from_steps(short.steps() + grain);
        if short.steps() % grain != 0 {
            return Err(format!("to {short:?}, which nobody cuts"));
        }
        // A step longer does not pass.
        if longer < long {
            let put = |length: &mut Length| {
                if *length == short {
                    *length = longer;
                }
            };
            let mut lengths = change.lengths.clone();
            let ends = lengths.cord_a.iter_mut().chain(lengths.cord_b.iter_mut());
            ends.chain(lengths.trunks.iter_mut().chain(&mut lengths.cross)).for_each(put);
            let tried = Request { lengths, ..request.clone() };
            let change = Change::default();
            if repaired(plan, &change, &verdict(built_in(), &tried)) {
                return Err(format!("to {short:?}, where {longer:?} would do"));
            }
        }
    }
    Ok(())
}

/// The page applies an option together with the route that suits it: that is what was offered.
fn chosen_on_the_page(request: &Request, plan: &Plan, wrong: &mut Vec<String>) {
    let design = plan.first.recommended.as_ref();
    let fields = option_fields(built_in(), request, design);
    for ((field, changes), known) in fields.into_iter().zip(&plan.advice.options) {
        for (change, choice) in changes.into_iter().zip(&known.options) {
            if !matches!(choice.state, OptionState::Available(_)) {
                continue;
            }
            let whole = with_suitable_topology(built_in(), request, design, change);
            if whole.on(request) != choice.change.on(request) {
                let [of, to] = [request, &whole.on(request)].map(|r| write_request(built_in(), r));
                wrong.push(format!("on the page {}\n    of {of}\n    to {to}", field.name()));
            }
        }
    }
}

/// An excluded option fails when it is taken, and for the reasons that it gives.
fn excluded(request: &Request, plan: &Plan, wrong: &mut Vec<String>) {
    for field in &plan.advice.options {
        for choice in &field.options {
            let OptionState::Excluded(reasons) = &choice.state else { continue };
            // A route is judged with lengths of its own.
            let design = plan.first.recommended.as_ref();
            let whole = match choice.change.topology {
                Some(_) => {
                    let change = choice.change.clone();
                    with_suitable_topology(built_in(), request, design, change)
                }
                None => choice.change.clone(),
            };
            // With them it may work; as they are they do not suit.
            let works = verdict(built_in(), &whole.on(request)).verdict != Verdict::Fail;
            let changed = if works { choice.change.on(request) } else { whole.on(request) };
            let why = as_it_says(&changed, reasons);
            if let Err(why) = why {
                let (of, to) = (request, &changed);
                let [of, to] = [of, to].map(|request| write_request(built_in(), request));
                wrong.push(format!(
                    "excluded {}: {why}\n    of {of}\n    to {to}",
                    field.field.name()
                ));
            }
        }
    }
}

fn as_it_says(changed: &Request, reasons: &[Finding]) -> Result<(), String> {
    if reasons.is_empty() {
        return Err("no reason".to_owned());
    }
    let text = write_request(built_in(), changed);
    match read_request(built_in(), &serde_json::from_str(&text).unwrap()) {
        Ok(_) => {}
        // A letter for two rows is no plan that fails, it is no request; nor are lengths that do
        // not suit another route.
        Err(problems) => {
            let known = |field: &str| field == "polarity" || field.starts_with("lengths");
            let named = problems.iter().all(|problem| known(&problem.field));
            return if named { Ok(()) } else { Err(format!("refused: {problems:?}")) };
        }
    }
    let after = verdict(built_in(), changed);
    if after.verdict != Verdict::Fail {
        return Err(format!("excluded by {:?} and {:?}", reasons[0].code, after.verdict));
    }
    for reason in reasons.iter().filter(|reason| reason.severity == Severity::Error) {
        let same = |f: &Finding| f.code == reason.code && f.facts == reason.facts;
        if !after.findings.iter().any(same) {
            return Err(format!("{reason:?} is not among {:?}", after.findings));
        }
    }
    Ok(())
}

/// One of each kind of what is wrong is shown, with how many there are.
fn finish(wrong: &[String], tried: usize, least: usize) {
    let kind = |why: &str| -> String {
        why.chars().take_while(|c| !c.is_ascii_digit() && *c != '\n').take(60).collect()
    };
    let mut kinds: Vec<(String, usize, &str)> = Vec::new();
    for why in wrong {
        match kinds.iter_mut().find(|(known, ..)| *known == kind(why)) {
            Some((_, count, _)) => *count += 1,
            None => kinds.push((kind(why), 1, why)),
        }
    }
    let shown: Vec<String> = kinds.iter().map(|(_, n, why)| format!("{n} x {why}")).collect();
    assert!(wrong.is_empty(), "{} of {tried} wrong:\n{}", wrong.len(), shown.join("\n"));
    assert!(tried >= least, "{tried} tried");
}

fn read(text: &str) -> Option<Request> {
    read_request(built_in(), &serde_json::from_str(text).unwrap()).ok()
}

#[test]
fn offers_of_every_case_do_what_they_say() {
    let (mut count, mut wrong) = (0, Vec::new());
    for case in all() {
        if let Some(request) = read(&case.request) {
            count += tried(&request, &mut wrong);
        }
    }
    for line in fs::read_to_string(here("goldens/requests.txt")).unwrap().lines() {
        let whole = line.replacen('{', "{\"schema\":\"fiberlane.request/1\",", 1);
        if let Some(request) = whole.starts_with('{').then(|| read(&whole)).flatten() {
            count += tried(&request, &mut wrong);
        }
    }
    finish(&wrong, count, 4_000);
}

#[test]
fn offers_of_every_vector_do_what_they_say() {
    let (mut count, mut wrong) = (0, Vec::new());
    for file in ["facts/vectors.jsonl", "facts/faults.jsonl", "facts/faults-more.jsonl"] {
        let text = fs::read_to_string(here(file)).unwrap();
        for line in text.lines() {
            let row: Json = serde_json::from_str(line).unwrap();
            if let Some(request) = read(&row["request"].to_string()) {
                count += tried(&request, &mut wrong);
            }
        }
    }
    finish(&wrong, count, 8_000);
}

#[test]
fn offers_of_random_requests_do_what_they_say() {
    let facts = facts();
    let more = std::env::var("FIBERLANE_SEEDS").ok().and_then(|n| n.parse().ok());
    let (mut count, mut wrong) = (0, Vec::new());
    for seed in 20_001..=20_000 + more.unwrap_or(250) {
        let asked = request(&facts, seed, Wire::Whole);
        if let Some(request) = read(&asked.to_string()) {
            count += tried(&request, &mut wrong);
        }
    }
    finish(&wrong, count, 4_000);
}
