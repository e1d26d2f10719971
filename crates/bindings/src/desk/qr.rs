//! A link as a QR code.

use fiberlane_messages::{Html, Voice};
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// Modules of light around the code, which readers need.
const QUIET: i32 = 4;

/// The QR code of a text as SVG; nothing where the text is too long for any.
#[must_use]
pub fn qr(voice: Voice<'_>, content: &str) -> String {
    let code = [QrCodeEcc::Medium, QrCodeEcc::Low]
        .into_iter()
        .find_map(|level| QrCode::encode_text(content, level).ok());
    let Some(code) = code else { return String::new() };
    let size = code.size() + 2 * QUIET;
    let mut html = Html::new();
    html.raw("<svg class=\"qr\" role=\"img\" aria-label=\"").text(voice.text("qr.label"));
    html.raw("\" viewBox=\"0 0 ").int(size).raw(" ").int(size);
    // Dark on light whatever the theme: many readers know no other.
    html.raw("\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h").int(size);
    html.raw("v").int(size).raw("H0z\"/><path fill=\"#000\" d=\"").raw(&dark(&code));
    html.raw("\"/></svg>");
    html.finish()
}

/// Every run of dark modules of a row as one bar.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    path
}
