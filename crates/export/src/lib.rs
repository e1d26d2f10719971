//! Documents in plain text: the order list, the CSV, the request for quote.
//!
//! They are made of the rows of [`fiberlane_messages::order`], which the page shows as well.
#![forbid(unsafe_code)]

mod csv;
mod details;
mod doc;
mod figures;
mod list;
mod notice;
mod rfq;

pub use csv::order_csv;
pub use details::{BrandWish, Details};
pub use figures::{mated_pairs, pair_words, return_loss_words};
pub use list::order_text;
pub use notice::{Mark, application_marks, document, marks, notices, state};
pub use rfq::rfq_text;
