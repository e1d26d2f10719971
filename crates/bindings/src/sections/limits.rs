//! What the installer tests against, and the limits beside loss and reach.

use super::{head, heading};
use fiberlane_engine::Plan;
use fiberlane_engine::advice::{OtherLimits, TestLimits};
use fiberlane_engine::design::Design;
use fiberlane_engine::loss::usual_loss;
use fiberlane_messages::{
    Figure as _, Html, element_title, fill, least_words, reflectance_words, text,
};

pub(super) fn section(plan: &Plan) -> String {
    let mut html = Html::new();
    let Some(design) = &plan.first.recommended else { return html.finish() };
    if let Some(limits) = &plan.advice.test_limits {
        tests(&mut html, design, limits);
    }
    if let Some(limits) = &plan.advice.other_limits {
        others(&mut html, design, limits);
    }
    html.finish()
}

fn tests(html: &mut Html, design: &Design, limits: &TestLimits) {
    heading(html, "limits", text("advice.tests"), "");
    html.raw("<div class=\"scroll\"><table>");
    head(
        html,
        &[text("advice.tests.segment"), text("advice.tests.accept"), text("advice.tests.planned")],
    );
    html.raw("<tbody>");
    let elements = &design.frame.assembly.elements;
    for segment in &limits.segments {
        let [from, to] = segment.ends.map(|at| element_title(elements, at));
        let name = fill(
            "advice.tests.link",
            &[
                ("from", &from),
                ("to", &to),
                ("length", &segment.length.said()),
                ("pairs", &segment.intermediate.to_string()),
                ("splices", &segment.splices.to_string()),
            ],
        );
        html.raw("<tr><th scope=\"row\">").text(&name).raw("</th>");
        html.leaf("td", "number", &(segment.acceptance.said() + "\u{a0}dB"));
        html.leaf("td", "number", &(segment.planned.said() + "\u{a0}dB")).raw("</tr>");
    }
    html.raw("<tr><th scope=\"row\">").text(text("advice.tests.channel")).raw("</th>");
    html.leaf("td", "number", &(limits.channel.said() + "\u{a0}dB"));
    html.leaf("td", "number", &(design.figures.total.said() + "\u{a0}dB"));
    html.raw("</tr><tr><th scope=\"row\">").text(text("advice.tests.application")).raw("</th>");
    let application = limits.application.map(|limit| limit.said() + "\u{a0}dB");
    let application = application.unwrap_or_else(|| text("advice.noMargin").to_owned());
    html.raw("<td colspan=\"2\" class=\"number\">").text(&application).raw("</td></tr>");
    html.raw("</tbody></table></div>");
    let words = fill(
        "advice.tests.note",
        &[("end", &limits.reference_end.exact()), ("attenuation", &limits.attenuation.said())],
    );
    html.leaf("p", "summary", &words);
}

fn others(html: &mut Html, design: &Design, limits: &OtherLimits) {
    html.leaf("h3", "", text("advice.others")).raw("<ul>");
    html.leaf("li", "", &reflectance_words(limits.reflectance.as_ref()));
    html.leaf("li", "", &least_words(limits.least, usual_loss(&design.terms)));
    if let Some((application, limit)) = &limits.guidance {
        let values = [("application", *application), ("limit", &limit.exact())];
        html.leaf("li", "", &fill("advice.others.guidance", &values));
    }
    html.raw("</ul>");
}
