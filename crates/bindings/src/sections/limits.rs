//! What the installer tests against, and the limits beside loss and reach.

use super::{head, heading};
use fiberlane_engine::Plan;
use fiberlane_engine::advice::{OtherLimits, TestLimits};
use fiberlane_engine::design::Design;
use fiberlane_engine::loss::usual_loss;
use fiberlane_messages::{Figure as _, Html, Voice, element_title, least_words, reflectance_words};

pub(super) fn section(voice: Voice<'_>, plan: &Plan) -> String {
    let mut html = Html::new();
    let Some(design) = &plan.first.recommended else { return html.finish() };
    if let Some(limits) = &plan.advice.test_limits {
        tests(voice, &mut html, design, limits);
    }
    if let Some(limits) = &plan.advice.other_limits {
        others(voice, &mut html, design, limits);
    }
    html.finish()
}

fn tests(voice: Voice<'_>, html: &mut Html, design: &Design, limits: &TestLimits) {
    heading(voice, html, "limits", voice.text("advice.tests"), "");
    html.raw("<div class=\"scroll\"><table>");
    head(
        html,
        &[
            voice.text("advice.tests.segment"),
            voice.text("advice.tests.accept"),
            voice.text("advice.tests.planned"),
        ],
    );
    html.raw("<tbody>");
    let elements = &design.frame.assembly.elements;
    for segment in &limits.segments {
        let [from, to] = segment.ends.map(|at| element_title(voice, elements, at));
        let name = voice.fill(
            "advice.tests.link",
            &[
                ("from", &from),
                ("to", &to),
                ("length", &segment.length.said(voice)),
                ("pairs", &segment.intermediate.to_string()),
                ("splices", &segment.splices.to_string()),
            ],
        );
        html.raw("<tr><th scope=\"row\">").text(&name).raw("</th>");
        html.leaf("td", "number", &(segment.acceptance.said(voice) + "\u{a0}dB"));
        html.leaf("td", "number", &(segment.planned.said(voice) + "\u{a0}dB")).raw("</tr>");
    }
    html.raw("<tr><th scope=\"row\">").text(voice.text("advice.tests.channel")).raw("</th>");
    html.leaf("td", "number", &(limits.channel.said(voice) + "\u{a0}dB"));
    html.leaf("td", "number", &(design.figures.total.said(voice) + "\u{a0}dB"));
    html.raw("</tr><tr><th scope=\"row\">")
        .text(voice.text("advice.tests.application"))
        .raw("</th>");
    let application = limits.application.map(|limit| limit.said(voice) + "\u{a0}dB");
    let application = application.unwrap_or_else(|| voice.text("advice.noMargin").to_owned());
    html.raw("<td colspan=\"2\" class=\"number\">").text(&application).raw("</td></tr>");
    html.raw("</tbody></table></div>");
    let words = voice.fill(
        "advice.tests.note",
        &[
            ("end", &limits.reference_end.exact(voice)),
            ("attenuation", &limits.attenuation.said(voice)),
        ],
    );
    html.leaf("p", "summary", &words);
}

fn others(voice: Voice<'_>, html: &mut Html, design: &Design, limits: &OtherLimits) {
    html.leaf("h3", "", voice.text("advice.others")).raw("<ul>");
    html.leaf("li", "", &reflectance_words(voice, limits.reflectance.as_ref()));
    html.leaf("li", "", &least_words(voice, limits.least, usual_loss(&design.terms)));
    if let Some((application, limit)) = &limits.guidance {
        let values = [("application", *application), ("limit", &limit.exact(voice))];
        html.leaf("li", "", &voice.fill("advice.others.guidance", &values));
    }
    html.raw("</ul>");
}
