//! The answer, right: verdict, channel, charts, order, proof, findings.

use crate::stage::Stage;
use crate::state::{follow, whether};
use fiberlane_catalog::built_in;
use fiberlane_engine::design::Design;
use fiberlane_engine::{Verdicts, encode_fragment};
use fiberlane_messages::text;
use fiberlane_view as view;
use leptos::prelude::*;

/// Charts and proof of the static page. Those of the page that runs follow its verdict: the code
/// that draws them weighs as much as a tenth of all that is needed for one.
fn charts() -> [String; 3] {
    #[cfg(feature = "ssr")]
    {
        let screen = crate::state::state().glance(Clone::clone);
        let design = screen.plan.recommended.as_ref();
        [view::ladder, view::curves, |design: &Design, _| view::proof(design)]
            .map(|draw| design.map(|design| draw(design, screen.narrow)).unwrap_or_default())
    }
    #[cfg(not(feature = "ssr"))]
    <[String; 3]>::default()
}

/// The whole answer.
#[component]
pub(crate) fn Answer() -> impl IntoView {
    let section = |render: fn(&Design) -> String| {
        follow(Stage::Tables, move |screen| {
            screen.plan.recommended.as_ref().map(render).unwrap_or_default()
        })
    };
    let [ladder, curves, proof] = charts();
    let channel = follow(Stage::Channel, |screen| {
        let design = screen.plan.recommended.as_ref();
        design.map(|design| view::channel_in(design, screen.room)).unwrap_or_default()
    });
    let whole = |stage: Stage, render: fn(&Verdicts) -> String| {
        follow(stage, move |screen| render(&screen.plan))
    };
    let invalid = || whether(Stage::Verdict, |screen| !screen.errors.is_empty());
    let last_good = follow(Stage::Verdict, |screen| {
        if screen.errors.is_empty() { String::new() } else { text("answer.lastGood").to_owned() }
    });
    let request = follow(Stage::Tables, |screen| encode_fragment(built_in(), &screen.request));
    let notice = follow(Stage::Verdict, |screen| screen.notice.clone().unwrap_or_default());
    view! {
        <main
            id="answer"
            tabindex="-1"
            class:grayed=invalid()
        >
            <p class="notice" role="alert">{notice}</p>
            <p class="notice" role="status">{last_good}</p>
            <div role="status" aria-live="polite" inner_html=whole(Stage::Verdict, view::banner)></div>
            // What the second stage is to be worked out for, read from outside.
            <output id="fl-request" hidden>{request}</output>
            <section class="advised" data-advice="repairs"></section>
            <section class="channel" aria-label=text("section.channel") inner_html=channel></section>
            <section class="findings" aria-label=text("section.findings") inner_html=whole(Stage::Channel, view::findings)></section>
            <div class="charts">
                <section class="ladder" aria-label=text("section.loss") data-chart="ladder" inner_html=ladder></section>
                <section class="curves" aria-label=text("section.margin") data-chart="curves" inner_html=curves></section>
            </div>
            <div class="tables">
                <section class="order" aria-label=text("section.order") inner_html=section(view::order)></section>
                <section class="proof" aria-label=text("section.proof") data-chart="proof" inner_html=proof></section>
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
