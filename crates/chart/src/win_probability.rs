//! The chance of winning, or of going through, minute by minute, and what happened on the way.

use crate::axis::{self, Scale};
use crate::canvas::{Canvas, Caption, LABEL, MARGIN, Mark, SMALL};
use crate::ends::{self, EndLabel};
use crate::error::{self, ChartError};
use crate::glyph::{self, EventKind};
use crate::label::Area;
use crate::match_clock::MatchClock;
use crate::match_events::{self, Labels, MatchEvent, Side};
use crate::scene::{Anchor, Node, Paint, Scene, Stroke, Text, polygon};
use crate::text::{self, Weight};
use crate::theme::Ink;
use std::collections::BTreeSet;

/// The chances at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// The place on the [`MatchClock`]. Two moments at one place make a jump.
    pub at: f64,
    /// The chance that home wins, of a draw, and that away wins in ninety minutes; they add up to one.
    pub win: [f64; 3],
    /// In a knock-out, the chance that home goes through; away's is the rest. All moments have it or none.
    pub through: Option<f64>,
}

/// How the chance of winning moved during a match.
///
/// One line for each side (and one for the draw) with its name at its end; events of the home side are named above the
/// chart, those of the away side below. In a knock-out the lines are the chances of going through, and a strip beneath
/// shows the result after ninety minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct WinProbability {
    /// The words around.
    pub caption: Caption,
    /// The first-named side.
    pub home: String,
    /// The second-named side.
    pub away: String,
    /// What the main lines of a knock-out are the chance of: `going through`, or for a final `winning the cup`. Without
    /// meaning where moments have no [`Moment::through`].
    pub stake: String,
    /// The periods.
    pub clock: MatchClock,
    /// The chances, in order of time; at most 5,000.
    pub moments: Vec<Moment>,
    /// What happened, in any order; at most 60.
    pub events: Vec<MatchEvent>,
}

const WIDTH: f64 = 820.0;
const HEIGHT: f64 = 300.0;
const STRIP: f64 = 64.0;
/// Room for the labels of the axis.
const AXIS: f64 = 40.0;
const TICKS: f64 = 24.0;
/// How opaque the areas are.
const SIDE_AREA: f64 = 0.85;
const DRAW_AREA: f64 = 0.4;
const MOST_MOMENTS: usize = 5_000;
const MOST_EVENTS: usize = 60;

struct Curve {
    name: String,
    ink: Ink,
    width: f64,
    values: Vec<(f64, f64)>,
}

impl Curve {
    fn first(&self) -> f64 {
        self.values.first().map_or(0.0, |value| value.1)
    }

    fn last(&self) -> (f64, f64) {
        self.values.last().copied().unwrap_or_default()
    }

    fn summary(&self) -> String {
        format!("{} → {}", axis::percent(self.first(), 0), axis::percent(self.last().1, 0))
    }

    /// The value after everything that happened at `at`.
    fn at(&self, at: f64) -> f64 {
        self.values.iter().rev().find(|value| value.0 <= at).map_or_else(|| self.first(), |value| value.1)
    }
}

impl WinProbability {
    /// Lays the chart out.
    ///
    /// # Errors
    /// When there is no moment, moments run backwards or off the clock, chances are no chances or do not add up to one
    /// (within 0.002), some moments have a chance of going through and others none, an event is off the clock, or there
    /// are too many of either.
    pub fn scene(&self) -> Result<Scene, ChartError> {
        self.check()?;
        let knock_out = self.knock_out();
        let curves = self.curves();
        let labels: Vec<(String, String)> = curves.iter().map(|curve| (curve.name.clone(), curve.summary())).collect();
        let room = ends::room(labels.iter().map(|(name, value)| (name.as_str(), value.as_str())));

        let mut canvas = Canvas::new(WIDTH);
        let mut y = canvas.head(&self.caption) + 12.0;
        if knock_out {
            let words =
                text::shorten(&format!("Chance of {}", self.stake), canvas.right() - MARGIN, LABEL, Weight::Bold);
            canvas.text(Text::new(MARGIN, y + text::ASCENT * LABEL, LABEL, Ink::Text, &words).bold());
            y += text::LEADING * LABEL + 4.0;
        }
        let left = MARGIN + AXIS;
        let right = canvas.right() - room;
        let time = Scale::new((0.0, self.clock.end()), (left, right));

        let above = Labels::new(&self.events, Side::Home, &time, canvas.right());
        let below = Labels::new(&self.events, Side::Away, &time, canvas.right());
        let top = y + above.height() + 10.0;
        let plot = Area { x: left, y: top, width: right - left, height: HEIGHT };
        let height = Scale::new((0.0, 1.0), (plot.bottom(), plot.y));

        self.frame(&mut canvas, &plot, &time, &height);
        let ticks = self.ticks(&mut canvas, &time, plot.bottom());
        let value = |event: &MatchEvent| {
            let ink = event.side.ink();
            let value = curves.iter().find(|curve| curve.ink == ink).map_or(0.5, |curve| curve.at(event.at));
            (time.at(event.at), height.at(value))
        };
        let marks = match_events::marks(&self.events, &plot, value);
        above.write(&mut canvas, &marks, plot.y - 8.0, &[]);
        let lanes_top = plot.bottom() + TICKS;
        below.write(&mut canvas, &marks, lanes_top + 2.0, &ticks);
        for curve in &curves {
            let points = curve.values.iter().map(|&(at, value)| (time.at(at), height.at(value))).collect();
            canvas.nodes.push(Node::Polyline { points, stroke: Stroke::new(curve.ink, curve.width) });
        }
        for (event, place) in &marks {
            let nodes = glyph::draw(event.kind, *place, event.side.ink());
            canvas.nodes.push(Node::Group { title: Some(event.sentence(&self.home, &self.away)), nodes });
        }
        let end_labels: Vec<EndLabel> = curves
            .iter()
            .map(|curve| {
                let (at, value) = curve.last();
                EndLabel::new((time.at(at), height.at(value)), curve.ink, &curve.name, curve.summary())
            })
            .collect();
        // While a match runs, the labels stand at the present minute.
        let now = self.moments.last().map_or(right, |moment| time.at(moment.at));
        ends::write(&mut canvas, &end_labels, now, plot.y - 6.0, plot.bottom() + 4.0);

        y = lanes_top + below.height() + if below.height() > 0.0 { 6.0 } else { 0.0 };
        if knock_out {
            y = self.strip(&mut canvas, &time, y + 12.0);
        }
        y = canvas.key(&self.key(), y + 8.0);
        Ok(canvas.finish(y, &self.caption, self.describe(&curves)))
    }

    fn check(&self) -> Result<(), ChartError> {
        error::count("moments", self.moments.len(), MOST_MOMENTS)?;
        error::at_most("events", self.events.len(), MOST_EVENTS)?;
        let clock = 0.0..=self.clock.end();
        let through = usize::from(self.knock_out());
        for (index, moment) in self.moments.iter().enumerate() {
            error::within("place of a moment on the clock", index, moment.at, &clock)?;
            error::sums_to_one("chances of home win, draw and away win", index, &moment.win)?;
            let found = usize::from(moment.through.is_some());
            if found != through {
                let what = "chance of going through".to_owned();
                return Err(ChartError::Uneven { what, index, found, expected: through });
            }
            error::within("chance of going through", index, moment.through.unwrap_or(0.0), &error::CHANCE)?;
        }
        error::ordered("moments", self.moments.iter().map(|moment| moment.at))?;
        for (index, event) in self.events.iter().enumerate() {
            error::within("place of an event on the clock", index, event.at, &clock)?;
        }
        Ok(())
    }

    fn knock_out(&self) -> bool {
        self.moments.first().is_some_and(|moment| moment.through.is_some())
    }

    fn curves(&self) -> Vec<Curve> {
        let curve = |name: &str, ink, width, value: &dyn Fn(&Moment) -> f64| Curve {
            name: text::one_line(name),
            ink,
            width,
            values: self.moments.iter().map(|moment| (moment.at, value(moment))).collect(),
        };
        if self.knock_out() {
            return vec![
                curve(&self.away, Ink::Away, 2.5, &|moment| 1.0 - moment.through.unwrap_or(0.0)),
                curve(&self.home, Ink::Home, 2.5, &|moment| moment.through.unwrap_or(0.0)),
            ];
        }
        let [home, draw, away] = [0, 1, 2].map(|index| move |moment: &Moment| nth(moment.win, index));
        vec![
            curve("Draw", Ink::Draw, 1.5, &draw),
            curve(&self.away, Ink::Away, 2.5, &away),
            curve(&self.home, Ink::Home, 2.5, &home),
        ]
    }

    fn frame(&self, canvas: &mut Canvas, plot: &Area, time: &Scale, height: &Scale) {
        if let Some((from, to)) = self.clock.kicks() {
            let (from, to) = (time.at(from), time.at(to));
            canvas.nodes.push(Node::Rect {
                area: Area { x: from, y: plot.y, width: to - from, height: plot.height },
                radius: 0.0,
                paint: Paint::fill(Ink::Grid).opacity(0.45),
            });
        }
        for tick in axis::percent_ticks() {
            let y = height.at(tick.at);
            let stroke = if tick.at == 0.0 { Stroke::new(Ink::Axis, 1.0) } else { Stroke::new(Ink::Grid, 1.0) };
            canvas.nodes.push(Node::Line { from: (plot.x, y), to: (plot.right(), y), stroke });
            let label = Text::new(plot.x - 8.0, y + 0.36 * SMALL, SMALL, Ink::Muted, &tick.label);
            canvas.text(label.anchor(Anchor::End));
        }
        self.breaks(canvas, time, plot.y, plot.bottom(), self.clock.end());
    }

    fn breaks(&self, canvas: &mut Canvas, time: &Scale, top: f64, bottom: f64, until: f64) {
        for tick in self.clock.breaks().into_iter().filter(|tick| tick.at <= until) {
            let x = time.at(tick.at);
            canvas.nodes.push(Node::Line { from: (x, top), to: (x, bottom), stroke: Stroke::new(Ink::Grid, 1.0) });
        }
    }

    /// Writes the minutes beneath the base line; gives the room they take.
    fn ticks(&self, canvas: &mut Canvas, time: &Scale, y: f64) -> Vec<Area> {
        let mut ticks = self.clock.breaks();
        if let Some((from, to)) = self.clock.kicks() {
            ticks.push(axis::Tick { at: (from + to) / 2.0, label: "Pens".into() });
        }
        ticks.extend(self.clock.quarters());
        let mut taken: Vec<Area> = Vec::new();
        for tick in ticks {
            let x = time.at(tick.at);
            let label = Text::new(x, y + 6.0 + text::ASCENT * SMALL, SMALL, Ink::Muted, &tick.label);
            let label = label.anchor(Anchor::Middle);
            let area = label.area();
            if taken.iter().any(|other| other.overlaps(&area)) {
                continue;
            }
            canvas.nodes.push(Node::Line { from: (x, y), to: (x, y + 4.0), stroke: Stroke::new(Ink::Axis, 1.0) });
            canvas.text(label);
            taken.push(area);
        }
        taken
    }

    /// The result after ninety minutes, as areas one on another; gives where it ends.
    fn strip(&self, canvas: &mut Canvas, time: &Scale, y: f64) -> f64 {
        canvas.text(Text::new(MARGIN, y + text::ASCENT * LABEL, LABEL, Ink::Text, "Result after 90 minutes").bold());
        let start = self.moments.first().map_or([0.0; 3], |moment| moment.win);
        let named = |name: &str, index| format!("{name} {}", axis::percent(nth(start, index), 0));
        let home = text::shorten(&self.home, 220.0, SMALL, Weight::Regular);
        let away = text::shorten(&self.away, 220.0, SMALL, Weight::Regular);
        let key = [
            (Mark::None, "Before kick-off:".to_owned()),
            (Mark::Swatch(Ink::Home, SIDE_AREA), named(&home, 0)),
            (Mark::Swatch(Ink::Draw, DRAW_AREA), named("draw", 1)),
            (Mark::Swatch(Ink::Away, SIDE_AREA), named(&away, 2)),
        ];
        let top = canvas.key(&key, y + text::LEADING * LABEL) + 6.0;
        let height = Scale::new((0.0, 1.0), (top + STRIP, top));
        let shown: Vec<&Moment> = self.moments.iter().filter(|moment| moment.at <= self.clock.full_time()).collect();
        let mut floor: Vec<f64> = vec![0.0; shown.len()];
        for (index, ink) in [(2, Ink::Away), (1, Ink::Draw), (0, Ink::Home)] {
            let ceiling: Vec<f64> =
                floor.iter().zip(&shown).map(|(floor, moment)| floor + nth(moment.win, index)).collect();
            let edge = |values: &[f64]| -> Vec<(f64, f64)> {
                shown
                    .iter()
                    .zip(values)
                    .map(|(moment, &value)| (time.at(moment.at), height.at(value.min(1.0))))
                    .collect()
            };
            let outline = edge(&ceiling).into_iter().chain(edge(&floor).into_iter().rev());
            let paint = Paint::fill(ink).opacity(if ink == Ink::Draw { DRAW_AREA } else { SIDE_AREA });
            canvas.nodes.push(Node::Path { steps: polygon(outline), paint });
            floor = ceiling;
        }
        self.breaks(canvas, time, top, top + STRIP, self.clock.full_time() - 1.0);
        for (at, label) in [(0.0, "0%"), (1.0, "100%")] {
            let base = height.at(at) + if at > 0.5 { text::ASCENT * SMALL } else { 0.0 };
            canvas.text(Text::new(MARGIN + AXIS - 8.0, base, SMALL, Ink::Muted, label).anchor(Anchor::End));
        }
        top + STRIP
    }

    fn key(&self) -> Vec<(Mark, String)> {
        let kinds: BTreeSet<EventKind> = self.events.iter().map(|event| event.kind).collect();
        let mut key: Vec<(Mark, String)> =
            kinds.into_iter().map(|kind| (Mark::Glyph(kind, Ink::Muted), kind.name().to_owned())).collect();
        if !key.is_empty() {
            let words = format!("{} above, {} below", text::one_line(&self.home), text::one_line(&self.away));
            key.push((Mark::None, words));
        }
        key
    }

    fn describe(&self, curves: &[Curve]) -> String {
        let what = if self.knock_out() { self.stake.as_str() } else { "each result" };
        let lines: Vec<String> =
            curves.iter().rev().map(|curve| format!("{} {}", curve.name, curve.summary())).collect();
        let mut said = format!("Chance of {what} from kick-off to the end: {}.", lines.join(", "));
        if !self.events.is_empty() {
            let events: Vec<String> = match_events::in_order(self.events.iter())
                .into_iter()
                .map(|event| {
                    let word = if event.kind == EventKind::Goal { "goal: " } else { "" };
                    format!("{word}{}", event.sentence(&self.home, &self.away))
                })
                .collect();
            said += &format!(" Events: {}.", events.join("; "));
        }
        said
    }
}

fn nth(win: [f64; 3], index: usize) -> f64 {
    win.get(index).copied().unwrap_or(0.0)
}
