//! Ratings of teams over the years.

use crate::axis::{self, Scale};
use crate::canvas::{Canvas, Caption, MARGIN, SMALL};
use crate::ends::{self, EndLabel};
use crate::error::{self, ChartError};
use crate::label::Area;
use crate::scene::{Anchor, Dash, Node, Paint, Scene, Stroke, Text, polygon};
use crate::text::{self, Weight};
use crate::theme::{Ink, SERIES};

/// What the places of points are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TimeAxis {
    /// Decimal years: 2022.5 is the middle of 2022.
    #[default]
    Years,
    /// Days since 1970-01-01.
    Days,
}

impl TimeAxis {
    fn year(self, at: f64) -> f64 {
        match self {
            TimeAxis::Years => at,
            // The mean Gregorian year: never off by more than a day or two, which no one sees on an axis of years.
            TimeAxis::Days => 1970.0 + at / axis::DAYS_A_YEAR,
        }
    }
}

/// A rating at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatingPoint {
    /// When, as the [`TimeAxis`] says.
    pub at: f64,
    /// The rating.
    pub rating: f64,
    /// Lower and upper end of its interval, if it has one. All points of a series have one or none.
    pub band: Option<(f64, f64)>,
}

/// One team's ratings.
#[derive(Debug, Clone, PartialEq)]
pub struct RatingSeries {
    /// The team.
    pub name: String,
    /// Its ratings in order of time; at most 20,000.
    pub points: Vec<RatingPoint>,
    /// Drawn thin and grey, to compare with.
    pub background: bool,
}

/// Lines of ratings, each with its name at its end.
#[derive(Debug, Clone, PartialEq)]
pub struct RatingHistory {
    /// The words around.
    pub caption: Caption,
    /// What the places of points are.
    pub time: TimeAxis,
    /// The teams, at most 16; from the ninth in colour on, colours come again with broken lines.
    pub series: Vec<RatingSeries>,
}

/// Years below which days are told instead.
const BY_DAY: f64 = 0.3;
const WIDTH: f64 = 820.0;
const HEIGHT: f64 = 340.0;
const MOST_SERIES: usize = 16;
const MOST_POINTS: usize = 20_000;
/// Ratings larger than this are a mistake, and would not fit beside the axis.
const LARGEST: f64 = 1e7;

struct Line<'a> {
    series: &'a RatingSeries,
    ink: Ink,
    stroke: Stroke,
}

impl RatingHistory {
    /// Lays the chart out.
    ///
    /// # Errors
    /// When there is no series or one without points, more than 16 or one of more than 20,000 points, a rating is no
    /// number or beyond ten million, a year lies outside -9999 to 9999, points run backwards, a band is upside down, or
    /// only some points of a series have one.
    pub fn scene(&self) -> Result<Scene, ChartError> {
        self.check()?;
        let mut canvas = Canvas::new(WIDTH);
        let top = canvas.head(&self.caption) + 18.0;
        let values = || {
            self.series.iter().flat_map(|series| &series.points).flat_map(|point| {
                let (low, high) = point.band.unwrap_or((point.rating, point.rating));
                [low.min(point.rating), high.max(point.rating)]
            })
        };
        let (low, high) = at_least(extent(values()), 1.0);
        let ceiling = high + 0.04 * (high - low);
        let ticks: Vec<f64> = axis::nice_ticks(low, high, 5).into_iter().filter(|&tick| tick <= ceiling).collect();
        let floor = ticks.first().map_or(low, |tick| tick.min(low));
        let tick_labels: Vec<String> = ticks.iter().map(|&tick| axis::plain(tick)).collect();
        let axis_room = tick_labels.iter().map(|label| text::width(label, SMALL, Weight::Regular)).fold(0.0, f64::max);

        let lines = self.lines();
        let last = |line: &Line<'_>| line.series.points.last().map_or((0.0, 0.0), |point| (point.at, point.rating));
        let named: Vec<(String, String)> = lines
            .iter()
            .map(|line| (format!("{} {}", line.series.name, self.shown(last(line).1)), String::new()))
            .collect();
        let room = ends::room(named.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let needed: f64 =
            named.iter().map(|(name, value)| EndLabel::new((0.0, 0.0), Ink::Text, name, value.clone()).height()).sum();

        let left = MARGIN + axis_room + 8.0;
        let plot = Area { x: left, y: top, width: canvas.right() - room - left, height: HEIGHT.max(needed) };
        let points = self.series.iter().flat_map(|series| &series.points);
        let extent = extent(points.map(|point| self.time.year(point.at)));
        // A few weeks of days are told by the day.
        let by_day = self.time == TimeAxis::Days && extent.1 - extent.0 < BY_DAY;
        let years = at_least(extent, if by_day { 6.0 / axis::DAYS_A_YEAR } else { 0.25 });
        let time = Scale::new(years, (plot.x, plot.right()));
        let height = Scale::new((floor, ceiling), (plot.bottom(), plot.y));

        for (&tick, label) in ticks.iter().zip(&tick_labels) {
            let y = height.at(tick);
            let ink = if tick == floor { Ink::Axis } else { Ink::Grid };
            canvas.nodes.push(Node::Line { from: (plot.x, y), to: (plot.right(), y), stroke: Stroke::new(ink, 1.0) });
            let label = Text::new(plot.x - 8.0, y + 0.36 * SMALL, SMALL, Ink::Muted, label);
            canvas.text(label.anchor(Anchor::End));
        }
        let bottom = time_axis(&mut canvas, years, &time, &plot, by_day);
        for line in &lines {
            self.band(&mut canvas, line, &time, &height);
        }
        for line in &lines {
            let points =
                line.series.points.iter().map(|point| (time.at(self.time.year(point.at)), height.at(point.rating)));
            let points: Vec<(f64, f64)> = points.collect();
            if let [only] = points.as_slice() {
                canvas.nodes.push(Node::Circle { centre: *only, radius: 3.0, paint: Paint::fill(line.ink) });
            }
            canvas.nodes.push(Node::Group {
                title: Some(text::one_line(&line.series.name)),
                nodes: vec![Node::Polyline { points, stroke: line.stroke }],
            });
        }
        let labels: Vec<EndLabel> = lines
            .iter()
            .zip(named)
            .map(|(line, (name, value))| {
                let (at, rating) = last(line);
                EndLabel::new((time.at(self.time.year(at)), height.at(rating)), line.ink, &name, value)
            })
            .collect();
        ends::write(&mut canvas, &labels, plot.right(), plot.y - 4.0, plot.bottom() + 4.0);
        Ok(canvas.finish(bottom, &self.caption, self.describe()))
    }

    fn check(&self) -> Result<(), ChartError> {
        error::count("series of ratings", self.series.len(), MOST_SERIES)?;
        let ratings = -LARGEST..=LARGEST;
        for series in &self.series {
            let what = format!("ratings of {}", text::one_line(&series.name));
            error::count(&what, series.points.len(), MOST_POINTS)?;
            let expected = usize::from(series.points.first().is_some_and(|point| point.band.is_some()));
            for (index, point) in series.points.iter().enumerate() {
                error::within(&format!("{what}, year"), index, self.time.year(point.at), &(-9999.0..=9999.0))?;
                error::within(&what, index, point.rating, &ratings)?;
                let found = usize::from(point.band.is_some());
                if found != expected {
                    return Err(ChartError::Uneven { what: format!("{what}, band"), index, found, expected });
                }
                if let Some((low, high)) = point.band {
                    error::within(&format!("{what}, lower end"), index, low, &ratings)?;
                    error::within(&format!("{what}, upper end"), index, high, &(low..=LARGEST))?;
                }
            }
            error::ordered(&what, series.points.iter().map(|point| point.at))?;
        }
        Ok(())
    }

    /// The series in drawing order, those of the background first.
    fn lines(&self) -> Vec<Line<'_>> {
        let behind = self.series.iter().filter(|series| series.background);
        let before = self.series.iter().filter(|series| !series.background);
        let grey = behind.map(|series| Line { series, ink: Ink::Muted, stroke: Stroke::new(Ink::Axis, 1.25) });
        let coloured = before.zip(0_u8..).map(|(series, index)| {
            let dash = if index < SERIES { Dash::Solid } else { Dash::Dashed };
            let ink = Ink::Series(index % SERIES);
            Line { series, ink, stroke: Stroke::new(ink, 2.25).dash(dash) }
        });
        grey.chain(coloured).collect()
    }

    fn band(&self, canvas: &mut Canvas, line: &Line<'_>, time: &Scale, height: &Scale) {
        let ends = |pick: fn((f64, f64)) -> f64| {
            let place = move |point: &RatingPoint| {
                point.band.map(|band| (time.at(self.time.year(point.at)), height.at(pick(band))))
            };
            line.series.points.iter().filter_map(place)
        };
        let steps = polygon(ends(|band| band.1).chain(ends(|band| band.0).rev()));
        if !steps.is_empty() {
            canvas.nodes.push(Node::Path { steps, paint: Paint::fill(line.ink).opacity(0.16) });
        }
    }

    /// A rating as it is told: with decimals where whole numbers would be all alike.
    fn shown(&self, rating: f64) -> String {
        /// Range of ratings from which on whole numbers tell them apart.
        const WIDE: f64 = 20.0;
        let points = self.series.iter().flat_map(|series| &series.points);
        let (low, high) = extent(points.map(|point| point.rating));
        axis::plain(if high - low < WIDE { rating } else { rating.round() })
    }

    fn describe(&self) -> String {
        let series: Vec<String> = self
            .series
            .iter()
            .filter_map(|series| {
                let (first, last) = (series.points.first()?, series.points.last()?);
                let year = |point: &RatingPoint| self.time.year(point.at).floor();
                let rating = |point: &RatingPoint| self.shown(point.rating);
                Some(format!(
                    "{} from {} in {} to {} in {}",
                    series.name,
                    rating(first),
                    year(first),
                    rating(last),
                    year(last)
                ))
            })
            .collect();
        format!("Ratings over the years: {}.", series.join("; "))
    }
}

fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

/// The same range, or one of this width around it.
fn at_least((low, high): (f64, f64), span: f64) -> (f64, f64) {
    if high - low >= span { (low, high) } else { (low - span / 2.0, high + span / 2.0) }
}

fn time_axis(canvas: &mut Canvas, years: (f64, f64), time: &Scale, plot: &Area, by_day: bool) -> f64 {
    let y = plot.bottom();
    let base = y + 8.0 + text::ASCENT * SMALL;
    let ticks = if by_day { axis::day_ticks } else { axis::year_ticks };
    for tick in ticks(years.0, years.1, plot.width, SMALL) {
        let x = time.at(tick.at);
        canvas.nodes.push(Node::Line { from: (x, y), to: (x, y + 4.0), stroke: Stroke::new(Ink::Axis, 1.0) });
        canvas.text(Text::new(x, base, SMALL, Ink::Muted, &tick.label).anchor(Anchor::Middle));
    }
    y + 26.0
}
