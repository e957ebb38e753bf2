//! Labels at the ends of lines, in place of a key.

use crate::canvas::{Canvas, LABEL, SMALL};
use crate::label;
use crate::scene::{Node, Stroke, Text};
use crate::text::{self, Weight};
use crate::theme::Ink;

/// The name of a line, and what it comes to.
pub(crate) struct EndLabel {
    /// Where the line ends.
    end: (f64, f64),
    ink: Ink,
    name: Vec<String>,
    value: String,
}

/// Names wider than this are broken or cut.
const WIDEST: f64 = 160.0;
const NAME_ROW: f64 = 16.0;
const VALUE_ROW: f64 = 15.0;
/// Between the plot and the labels.
pub(crate) const GAP: f64 = 12.0;

impl EndLabel {
    pub(crate) fn new(end: (f64, f64), ink: Ink, name: &str, value: String) -> Self {
        EndLabel { end, ink, name: text::wrap(name, WIDEST, LABEL, Weight::Bold, 2), value }
    }

    pub(crate) fn width(&self) -> f64 {
        let name = self.name.iter().map(|line| text::width(line, LABEL, Weight::Bold)).fold(0.0, f64::max);
        name.max(text::width(&self.value, SMALL, Weight::Regular))
    }

    pub(crate) fn height(&self) -> f64 {
        let value = if self.value.is_empty() { 0.0 } else { VALUE_ROW };
        self.name.len() as f64 * NAME_ROW + value + 3.0
    }
}

/// The room that labels with these names and values need to the right of the plot.
pub(crate) fn room<'a>(labels: impl IntoIterator<Item = (&'a str, &'a str)>) -> f64 {
    let width = |(name, value): (&str, &str)| EndLabel::new((0.0, 0.0), Ink::Text, name, value.into()).width();
    GAP + labels.into_iter().map(width).fold(0.0, f64::max)
}

/// Writes the labels right of `start`, between `low` and `high`, each as near as can be to its line.
pub(crate) fn write(canvas: &mut Canvas, labels: &[EndLabel], start: f64, low: f64, high: f64) {
    let wanted: Vec<(f64, f64)> = labels.iter().map(|label| (label.end.1, label.height())).collect();
    for (label, centre) in labels.iter().zip(label::spread(&wanted, low, high)) {
        let (x, y) = label.end;
        if x < start - 1.0 || (centre - y).abs() > label.height() / 2.0 {
            let stroke = Stroke::new(Ink::Axis, 0.75);
            canvas.nodes.push(Node::Polyline {
                points: vec![(x + 3.0, y), (start.max(x + 3.0), y), (start + GAP - 3.0, centre)],
                stroke,
            });
        }
        let mut base = centre - label.height() / 2.0 + 1.5 + text::ASCENT * LABEL;
        for line in &label.name {
            canvas.text(Text::new(start + GAP, base, LABEL, label.ink, line).bold().halo());
            base += NAME_ROW;
        }
        canvas.text(Text::new(start + GAP, base - 1.5, SMALL, label.ink, &label.value).halo());
    }
}
