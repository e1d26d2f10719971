//! The answer, right: verdict, channel, charts, order, proof, findings.
//!
//! The page itself says the verdict. Everything else here is made by the second module and filled
//! in from outside, behind the verdict's paint; the static page has it for its own design.

use crate::stage::Stage;
use crate::state::{follow, whether};
use crate::voice::text;
use fiberlane_catalog::built_in;
use fiberlane_engine::encode_fragment;
use fiberlane_view as view;
use leptos::prelude::*;

/// The parts of the answer that follow the verdict, by their name in `data-answer`, for the static
/// page.
#[cfg(feature = "ssr")]
fn part(name: &str) -> String {
    let plan = crate::state::state().glance(|screen| screen.plan.clone());
    let parts = crate::voice::say(|voice| view::parts(voice, &plan, i32::MAX));
    parts.into_iter().find(|(known, _)| *known == name).map(|(_, html)| html).unwrap_or_default()
}

/// Filled in from outside.
#[cfg(not(feature = "ssr"))]
const fn part(_: &str) -> String {
    String::new()
}

/// The whole answer.
#[component]
pub(crate) fn Answer() -> impl IntoView {
    let banner = follow(Stage::Verdict, |voice, screen| view::banner(voice, &screen.plan));
    let last_good = follow(Stage::Verdict, |voice, screen| {
        if screen.errors.is_empty() {
            String::new()
        } else {
            voice.text("answer.lastGood").to_owned()
        }
    });
    let request = follow(Stage::Request, |_, screen| encode_fragment(built_in(), &screen.request));
    let notice = follow(Stage::Verdict, |_, screen| screen.notice.clone().unwrap_or_default());
    view! {
        <main
            id="answer"
            tabindex="-1"
            class:grayed=whether(Stage::Verdict, |screen| !screen.errors.is_empty())
        >
            <p class="notice" role="alert">{notice}</p>
            <p class="notice" role="status">{last_good}</p>
            <div role="status" aria-live="polite" inner_html=banner></div>
            // What the rest is to be worked out for, read from outside.
            <output id="fl-request" hidden>{request}</output>
            <section class="advised" data-advice="repairs"></section>
            <section class="channel" aria-label=text("section.channel") data-answer="channel" data-coming=text("answer.coming") inner_html=part("channel")></section>
            <section class="findings" aria-label=text("section.findings") data-answer="findings" inner_html=part("findings")></section>
            <div class="charts">
                <section class="ladder" aria-label=text("section.loss") data-answer="ladder" inner_html=part("ladder")></section>
                <section class="curves" aria-label=text("section.margin") data-answer="curves" inner_html=part("curves")></section>
            </div>
            <div class="tables">
                <section class="order" aria-label=text("section.order") data-answer="order" inner_html=part("order")></section>
                <section class="proof" aria-label=text("section.proof") data-answer="proof" inner_html=part("proof")></section>
            </div>
            <section class="advised alternatives" data-advice="alternatives"></section>
            <div class="tables">
                <section class="advised" data-advice="growth"></section>
                <div>
                    <section class="advised" data-advice="risk"></section>
                    <section class="advised" data-advice="parts"></section>
                </div>
            </div>
            <section class="advised" data-advice="bases"></section>
            <div class="tables">
                <section class="advised" data-advice="limits"></section>
                <section class="advised" data-advice="choosing"></section>
            </div>
            <section class="advised" data-advice="place"></section>
            <p class="foot">{text("cost.note")} " " {text("trademark")}</p>
        </main>
    }
}
