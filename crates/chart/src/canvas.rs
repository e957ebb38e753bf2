//! What every chart has around it: headline, subtitle, key, source.

use crate::glyph::{self, EventKind};
use crate::label::Area;
use crate::scene::{Node, Paint, Scene, Text};
use crate::text::{self, Weight};
use crate::theme::Ink;

/// The words around a chart. Empty ones are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caption {
    /// What the picture tells, in a line.
    pub headline: String,
    /// What is measured, of whom and when, with the unit.
    pub subtitle: String,
    /// Where the numbers come from.
    pub source: String,
}

/// Room left free on all sides.
pub(crate) const MARGIN: f64 = 24.0;
/// Size of axis labels, keys and sources.
pub(crate) const SMALL: f64 = 12.0;
/// Size of labels in the chart.
pub(crate) const LABEL: f64 = 13.0;
const HEADLINE: f64 = 21.0;
const SUBTITLE: f64 = 14.0;
/// From the top of one row of a key to that of the next.
const KEY_ROW: f64 = 20.0;

/// What stands before a word of a key.
#[derive(Clone, Copy)]
pub(crate) enum Mark {
    Glyph(EventKind, Ink),
    /// How opaque the colour is, as in the areas it stands for.
    Swatch(Ink, f64),
    None,
}

pub(crate) struct Canvas {
    pub(crate) width: f64,
    pub(crate) nodes: Vec<Node>,
}

impl Canvas {
    pub(crate) fn new(width: f64) -> Self {
        Canvas { width: width.ceil(), nodes: Vec::new() }
    }

    pub(crate) fn right(&self) -> f64 {
        self.width - MARGIN
    }

    fn room(&self) -> f64 {
        self.width - 2.0 * MARGIN
    }

    pub(crate) fn text(&mut self, text: Text) {
        if !text.content.is_empty() {
            self.nodes.push(Node::Text(text));
        }
    }

    /// Writes headline and subtitle; gives where they end.
    pub(crate) fn head(&mut self, caption: &Caption) -> f64 {
        let mut y = MARGIN;
        for line in text::wrap(&caption.headline, self.room(), HEADLINE, Weight::Bold, 3) {
            self.text(Text::new(MARGIN, y + text::ASCENT * HEADLINE, HEADLINE, Ink::Text, &line).bold());
            y += text::LEADING * HEADLINE;
        }
        for line in text::wrap(&caption.subtitle, self.room(), SUBTITLE, Weight::Regular, 3) {
            self.text(Text::new(MARGIN, y + text::ASCENT * SUBTITLE, SUBTITLE, Ink::Muted, &line));
            y += text::LEADING * SUBTITLE;
        }
        y
    }

    /// Writes a key in as many rows as it needs, the first with its top at `y`; gives where it ends.
    pub(crate) fn key(&mut self, items: &[(Mark, String)], y: f64) -> f64 {
        let (mut x, mut top) = (MARGIN, y);
        for (mark, words) in items {
            let indent = if matches!(mark, Mark::None) { 0.0 } else { 16.0 };
            let words = text::shorten(words, self.room() - indent, SMALL, Weight::Regular);
            let wide = indent + text::width(&words, SMALL, Weight::Regular);
            if x > MARGIN && x + wide > self.right() {
                (x, top) = (MARGIN, top + KEY_ROW);
            }
            let middle = top + KEY_ROW / 2.0;
            match *mark {
                Mark::Glyph(kind, ink) => self.nodes.extend(glyph::draw(kind, (x + 6.0, middle), ink)),
                Mark::Swatch(ink, opacity) => self.nodes.push(Node::Rect {
                    area: Area { x, y: middle - 5.0, width: 10.0, height: 10.0 },
                    radius: 2.0,
                    paint: Paint::fill(ink).opacity(opacity),
                }),
                Mark::None => {}
            }
            self.text(Text::new(x + indent, middle + 0.36 * SMALL, SMALL, Ink::Muted, &words));
            x += wide + 18.0;
        }
        if items.is_empty() { y } else { top + KEY_ROW }
    }

    /// Writes the source beneath `y` and closes the picture.
    pub(crate) fn finish(mut self, y: f64, caption: &Caption, description: String) -> Scene {
        let mut bottom = y;
        let lines = text::wrap(&caption.source, self.room(), SMALL, Weight::Regular, 2);
        if !lines.is_empty() {
            bottom += 10.0;
        }
        for line in lines {
            self.text(Text::new(MARGIN, bottom + text::ASCENT * SMALL, SMALL, Ink::Muted, &line));
            bottom += text::LEADING * SMALL;
        }
        Scene {
            width: self.width,
            height: (bottom + MARGIN - 6.0).ceil(),
            title: text::one_line(&caption.headline),
            description: text::one_line(&description),
            nodes: self.nodes,
        }
    }
}
