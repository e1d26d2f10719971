//! Starts the page in the browser.

fn main() {
    fiberlane_app::start();
}
