//! Strokes in *along* and *across*, written as SVG in x and y.

use fiberlane_messages::Html;

/// A point: along, across.
pub(super) type At = (i32, i32);

/// Writes the drawing.
#[derive(Debug)]
pub(super) struct Pen {
    html: Html,
    vertical: bool,
}

impl Pen {
    pub(super) fn new(vertical: bool) -> Self {
        Self { html: Html::new(), vertical }
    }

    pub(super) fn finish(self) -> String {
        self.html.finish()
    }

    /// Opens a group that is known by a number.
    pub(super) fn group(&mut self, class: &str, attribute: &str, number: usize) {
        self.html.raw("<g class=\"").raw(class).raw("\" ").raw(attribute).raw("=\"");
        self.html.int(i32::try_from(number).unwrap_or(0)).raw("\">");
    }

    pub(super) fn end_group(&mut self) {
        self.html.raw("</g>");
    }

    fn xy(&self, (along, across): At) -> At {
        if self.vertical { (across, along) } else { (along, across) }
    }

    fn pair(&mut self, at: At) {
        let (x, y) = self.xy(at);
        self.html.int(x).raw(" ").int(y);
    }

    pub(super) fn rect(&mut self, from: At, to: At, class: &str) {
        let ((x, y), (right, bottom)) = (self.xy(from), self.xy(to));
        self.html.raw("<rect x=\"").int(x).raw("\" y=\"").int(y).raw("\" width=\"");
        self.html.int(right - x).raw("\" height=\"").int(bottom - y);
        self.html.raw("\" rx=\"2\" class=\"").raw(class).raw("\"/>");
    }

    pub(super) fn circle(&mut self, at: At, radius: i32, class: &str) {
        let (x, y) = self.xy(at);
        self.html.raw("<circle cx=\"").int(x).raw("\" cy=\"").int(y).raw("\" r=\"").int(radius);
        self.html.raw("\" class=\"").raw(class).raw("\"/>");
    }

    /// Begins a path at a point.
    pub(super) fn begin(&mut self, at: At) {
        self.html.raw("<path d=\"M");
        self.pair(at);
    }

    pub(super) fn straight(&mut self, to: At) {
        self.html.raw("L");
        self.pair(to);
    }

    /// A bend that leaves and arrives along the channel.
    pub(super) fn bend(&mut self, from: At, to: At) {
        let middle = (from.0 + to.0) / 2;
        self.html.raw("C");
        self.pair((middle, from.1));
        self.html.raw(" ");
        self.pair((middle, to.1));
        self.html.raw(" ");
        self.pair(to);
    }

    pub(super) fn end(&mut self, class: &str) {
        self.html.raw("\" class=\"").raw(class).raw("\"/>");
    }

    /// A bend of its own.
    pub(super) fn fiber(&mut self, from: At, to: At, class: &str) {
        self.begin(from);
        self.bend(from, to);
        self.end(class);
    }

    /// Words at a point, `start`, `middle` or `end` of which lies there.
    pub(super) fn words(&mut self, at: At, anchor: &str, class: &str, words: &str) {
        let (x, y) = self.xy(at);
        self.html.raw("<text x=\"").int(x).raw("\" y=\"").int(y).raw("\" text-anchor=\"");
        self.html.raw(anchor).raw("\" class=\"").raw(class).raw("\">").text(words).raw("</text>");
    }
}
