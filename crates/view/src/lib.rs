//! A design as markup: verdict, drawing, charts, order, proof, findings.
//!
//! One set of rows: the page, the comparison and the quote sheet show what is made here. Markup is
//! text, escaped by [`Html`]; colors are the style sheet's.
#![forbid(unsafe_code)]

mod charts;
mod drawing;
mod findings;
mod order;
mod proof;
mod verdict;

pub use charts::{axes, curves, ladder};
pub use drawing::channel;
pub use findings::list as findings;
pub use order::table as order;
pub use proof::lanes as proof;
pub use verdict::banner;

use fiberlane_messages::Html;

/// A section's heading with its remark.
fn heading(html: &mut Html, title: &str, remark: &str) {
    html.open("h2", "").text(title);
    if !remark.is_empty() {
        html.raw(" ").leaf("small", "", remark);
    }
    html.close("h2");
}
