//! Prints the default design as the page renders it, for the static page.
#![allow(clippy::print_stdout, reason = "printing is what this program does")]

fn main() {
    println!("{}", fiberlane_app::prerender());
}
