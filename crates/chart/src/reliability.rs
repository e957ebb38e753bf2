//! Whether what was forecast happened as often as was said.

use crate::axis::{self, Scale};
use crate::canvas::{Canvas, Caption, LABEL, MARGIN, Mark, SMALL};
use crate::error::{self, CHANCE, ChartError};
use crate::label::Area;
use crate::scene::{Anchor, Dash, Node, Paint, Scene, Stroke, Text};
use crate::text::{self, Weight};
use crate::theme::Ink;

/// The forecasts of about one chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReliabilityBin {
    /// Their mean.
    pub forecast: f64,
    /// The share that came true.
    pub observed: f64,
    /// Lower and upper end of the interval of that share.
    pub interval: (f64, f64),
    /// How many they are.
    pub count: u64,
}

/// One model's forecasts.
#[derive(Debug, Clone, PartialEq)]
pub struct ReliabilityModel {
    /// The model.
    pub name: String,
    /// Its bins, at most 100; those without forecasts are left out of the picture.
    pub bins: Vec<ReliabilityBin>,
    /// The expected calibration error over them, nought to one.
    pub calibration_error: f64,
}

/// Forecast against frequency, one panel for each model, with how many forecasts there were beneath.
#[derive(Debug, Clone, PartialEq)]
pub struct Reliability {
    /// The words around.
    pub caption: Caption,
    /// The models, at most 12, up to four in a row.
    pub models: Vec<ReliabilityModel>,
}

const MOST_MODELS: usize = 12;
const MOST_BINS: usize = 100;
const AXIS: f64 = 40.0;
const GUTTER: f64 = 46.0;
const COUNTS: f64 = 44.0;
const TITLE: f64 = 40.0;

impl Reliability {
    /// Lays the chart out.
    ///
    /// # Errors
    /// When there is no model or more than twelve, one has no bins or more than a hundred, or a share lies outside nought
    /// to one.
    pub fn scene(&self) -> Result<Scene, ChartError> {
        self.check()?;
        let columns = match self.models.len() {
            count @ 1..=3 => count,
            5 | 6 | 9 => 3,
            _ => 4,
        };
        let side = match columns {
            1 => 400.0,
            2 => 330.0,
            3 => 250.0,
            _ => 205.0,
        };
        let inner = AXIS + columns as f64 * side + (columns - 1) as f64 * GUTTER;
        // The last label of the axis reaches beyond the panel.
        let mut canvas = Canvas::new(inner + 2.0 * MARGIN + 16.0);
        let start = canvas.head(&self.caption) + 16.0;
        let mut bottom = start;
        let row_height = TITLE + side + COUNTS + 66.0;
        for (index, model) in self.models.iter().enumerate() {
            let (row, column) = (index / columns, index % columns);
            let x = MARGIN + AXIS + column as f64 * (side + GUTTER);
            let y = start + row as f64 * row_height + TITLE;
            let plot = Area { x, y, width: side, height: side };
            panel(&mut canvas, model, &plot, column == 0);
            bottom = start + (row + 1) as f64 * row_height - 16.0;
        }
        let key = ["Dots: share with interval", "Dashes: perfect calibration", "Bars: number of forecasts"];
        let bottom = canvas.key(&key.map(|words| (Mark::None, words.to_owned())), bottom);
        Ok(canvas.finish(bottom, &self.caption, self.describe()))
    }

    fn check(&self) -> Result<(), ChartError> {
        error::count("models", self.models.len(), MOST_MODELS)?;
        for model in &self.models {
            let what = format!("bins of {}", text::one_line(&model.name));
            error::count(&what, model.bins.len(), MOST_BINS)?;
            error::within(&format!("calibration error of {}", model.name), 0, model.calibration_error, &CHANCE)?;
            for (index, bin) in model.bins.iter().enumerate() {
                let (low, high) = bin.interval;
                for value in [bin.forecast, bin.observed, low, high] {
                    error::within(&what, index, value, &CHANCE)?;
                }
            }
        }
        Ok(())
    }

    fn describe(&self) -> String {
        let models: Vec<String> =
            self.models.iter().map(|model| format!("{}: {}", model.name, summary(model))).collect();
        format!("Forecast chance against the share that came true, by model. {}.", models.join("; "))
    }
}

fn total(model: &ReliabilityModel) -> u64 {
    model.bins.iter().fold(0, |sum, bin| sum.saturating_add(bin.count))
}

fn summary(model: &ReliabilityModel) -> String {
    format!("ECE {:.3}, {} forecasts", model.calibration_error, axis::thousands(total(model)))
}

fn panel(canvas: &mut Canvas, model: &ReliabilityModel, plot: &Area, outer: bool) {
    let name = text::shorten(&model.name, plot.width, LABEL, Weight::Bold);
    canvas.text(Text::new(plot.x, plot.y - 28.0, LABEL, Ink::Text, &name).bold());
    let words = text::shorten(&summary(model), plot.width, SMALL, Weight::Regular);
    canvas.text(Text::new(plot.x, plot.y - 12.0, SMALL, Ink::Muted, &words));

    let across = Scale::new((0.0, 1.0), (plot.x, plot.right()));
    let up = Scale::new((0.0, 1.0), (plot.bottom(), plot.y));
    let base = plot.bottom() + COUNTS + 10.0;
    for tick in axis::percent_ticks() {
        let (x, y) = (across.at(tick.at), up.at(tick.at));
        let stroke = Stroke::new(Ink::Grid, 1.0);
        canvas.nodes.push(Node::Line { from: (plot.x, y), to: (plot.right(), y), stroke });
        canvas.nodes.push(Node::Line { from: (x, plot.y), to: (x, plot.bottom()), stroke });
        if outer {
            let label = Text::new(plot.x - 8.0, y + 0.36 * SMALL, SMALL, Ink::Muted, &tick.label);
            canvas.text(label.anchor(Anchor::End));
        }
        let half = tick.at == 0.25 || tick.at == 0.75;
        if !half || plot.width > 240.0 {
            let label = Text::new(x, base + 4.0 + text::ASCENT * SMALL, SMALL, Ink::Muted, &tick.label);
            canvas.text(label.anchor(Anchor::Middle));
        }
    }
    canvas.nodes.push(Node::Line {
        from: (plot.x, plot.bottom()),
        to: (plot.right(), plot.y),
        stroke: Stroke::new(Ink::Axis, 1.25).dash(Dash::Dashed),
    });
    if outer {
        let note =
            Text::new(plot.x + 8.0, plot.y + 6.0 + text::ASCENT * SMALL, SMALL, Ink::Muted, "↑ Share that came true");
        canvas.text(note.halo());
        let axis_name = Text::new(plot.x, base + 22.0 + text::ASCENT * SMALL, SMALL, Ink::Muted, "Forecast chance →");
        canvas.text(axis_name);
    }
    counts(canvas, model, &across, base);
    let seen = || model.bins.iter().filter(|bin| bin.count > 0);
    for bin in seen() {
        let x = across.at(bin.forecast);
        let (low, high) = (up.at(bin.interval.0), up.at(bin.interval.1));
        canvas.nodes.push(Node::Line { from: (x, low), to: (x, high), stroke: Stroke::new(Ink::Home, 1.5) });
    }
    for bin in seen() {
        let title = format!(
            "forecast {}, came true {}, {} forecasts",
            axis::percent(bin.forecast, 1),
            axis::percent(bin.observed, 1),
            axis::thousands(bin.count)
        );
        let paint = Paint::fill(Ink::Home);
        let centre = (across.at(bin.forecast), up.at(bin.observed));
        canvas.nodes.push(Node::Group { title: Some(title), nodes: vec![Node::Circle { centre, radius: 4.5, paint }] });
    }
}

fn counts(canvas: &mut Canvas, model: &ReliabilityModel, across: &Scale, base: f64) {
    let most = model.bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1);
    let wide = ((across.at(1.0) - across.at(0.0)) / (model.bins.len() as f64 * 1.6)).clamp(1.0, 14.0);
    for bin in &model.bins {
        let tall = (COUNTS - 4.0) * bin.count as f64 / most as f64;
        let area = Area { x: across.at(bin.forecast) - wide / 2.0, y: base - tall, width: wide, height: tall };
        canvas.nodes.push(Node::Rect { area, radius: 0.0, paint: Paint::fill(Ink::Axis) });
    }
    let stroke = Stroke::new(Ink::Axis, 1.0);
    canvas.nodes.push(Node::Line { from: (across.at(0.0), base), to: (across.at(1.0), base), stroke });
}
