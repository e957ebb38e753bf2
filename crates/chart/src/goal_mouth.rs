//! The goal mouth as the taker sees it: where kicks went and which were goals.

use crate::axis;
use crate::canvas::{Canvas, Caption, LABEL, MARGIN, SMALL};
use crate::error::{self, ChartError};
use crate::label::Area;
use crate::scene::{Anchor, Node, Paint, Scene, Stroke, Text};
use crate::text::{self, Weight};
use crate::theme::Ink;

/// One or two goals side by side, each in nine zones: the darker, the more kicks; in each its kicks and the chance of a goal
/// there; over them every kick whose place is known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GoalMouth {
    /// The words around.
    pub caption: Caption,
    /// The goals: 1 or 2.
    pub goals: Vec<GoalView>,
}

/// A goal with the kicks of somebody.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GoalView {
    /// Whose kicks: `Harry Kane`.
    pub name: String,
    /// Zones as the taker sees them: three rows from the top, from left to right.
    pub zones: [[GoalZone; 3]; 3],
    /// Places in metres right of the middle of the goal and above the ground, and whether it was a goal: at most 400. What
    /// lies far beside the goal is drawn at the edge.
    pub kicks: Vec<([f64; 2], bool)>,
    /// A line beneath: `12 more kicks of which only the side is known`.
    pub note: String,
}

/// A zone.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct GoalZone {
    /// Kicks there.
    pub kicks: u32,
    /// Share of all kicks that went there.
    pub share: f64,
    /// Chance of a goal there; `None` where there is nothing to say.
    pub chance: Option<f64>,
}

const MOST_GOALS: usize = 2;
const MOST_KICKS: usize = 400;
/// Width and height of a goal in metres (Laws of the Game, law 1).
const GOAL: [f64; 2] = [7.32, 2.44];
/// Pixels a metre.
const METRE: f64 = 56.0;
/// Metres drawn beside and above the goal.
const BESIDE: f64 = 0.7;

impl GoalMouth {
    /// Lays the chart out.
    ///
    /// # Errors
    /// When there is no goal or more than two, more kicks than can be drawn, or a share, chance or place that is none.
    pub fn scene(&self) -> Result<Scene, ChartError> {
        error::count("goals", self.goals.len(), MOST_GOALS)?;
        for goal in &self.goals {
            error::at_most("kicks of a goal", goal.kicks.len(), MOST_KICKS)?;
            for (index, zone) in goal.zones.iter().flatten().enumerate() {
                error::within("share of a zone", index, zone.share, &error::CHANCE)?;
                error::within("chance of a zone", index, zone.chance.unwrap_or(0.0), &error::CHANCE)?;
            }
            for (index, ([across, height], _)) in goal.kicks.iter().enumerate() {
                error::within("metres across", index, *across, &(-100.0..=100.0))?;
                error::within("metres above the ground", index, *height, &(-1.0..=100.0))?;
            }
        }
        let wide = (GOAL[0] + 2.0 * BESIDE) * METRE;
        let mut canvas = Canvas::new(wide + 2.0 * MARGIN);
        let mut top = canvas.head(&self.caption) + 14.0;
        for goal in &self.goals {
            top = draw(&mut canvas, goal, top);
        }
        Ok(canvas.finish(top, &self.caption, self.describe()))
    }

    fn describe(&self) -> String {
        let mut words = String::from("The goal mouth as the taker sees it.");
        for goal in &self.goals {
            words.push_str(&format!(" {}:", goal.name));
            for (row, height) in goal.zones.iter().zip(["high", "middle", "low"]) {
                for (zone, side) in row.iter().zip(["left", "centre", "right"]) {
                    words.push_str(&format!(" {height} {side} {} kicks;", zone.kicks));
                }
            }
        }
        words
    }
}

/// Draws a goal with its top at `y`; gives where it ends.
fn draw(canvas: &mut Canvas, goal: &GoalView, y: f64) -> f64 {
    let name = text::shorten(&goal.name, canvas.right() - MARGIN, LABEL, Weight::Bold);
    canvas.text(Text::new(MARGIN, y + text::ASCENT * LABEL, LABEL, Ink::Text, &name).bold());
    let frame = Area {
        x: MARGIN + BESIDE * METRE,
        y: y + text::LEADING * LABEL + 4.0 + BESIDE * METRE,
        width: GOAL[0] * METRE,
        height: GOAL[1] * METRE,
    };
    let most = goal.zones.iter().flatten().map(|zone| zone.share).fold(0.0, f64::max);
    let [wide, high] = [frame.width / 3.0, frame.height / 3.0];
    for (row, zones) in goal.zones.iter().enumerate() {
        for (column, zone) in zones.iter().enumerate() {
            let area =
                Area { x: frame.x + column as f64 * wide, y: frame.y + row as f64 * high, width: wide, height: high };
            let heat = Ink::heat(if most > 0.0 { 0.75 * zone.share / most } else { 0.0 });
            let inner = Area { x: area.x + 1.0, y: area.y + 1.0, width: wide - 2.0, height: high - 2.0 };
            let middle = area.x + wide / 2.0;
            let base = area.y + high / 2.0;
            let kicks = if zone.kicks == 1 { "1 kick".to_owned() } else { format!("{} kicks", zone.kicks) };
            let mut nodes = vec![
                Node::Rect { area: inner, radius: 0.0, paint: Paint::fill(Ink::Heat(heat)) },
                Node::Text(
                    Text::new(middle, base - 3.0, LABEL, Ink::OnHeat(heat), &kicks).bold().anchor(Anchor::Middle),
                ),
            ];
            if let Some(chance) = zone.chance {
                let label = format!("{} goals", axis::percent(chance, 0));
                let base = base + text::LEADING * SMALL;
                nodes
                    .push(Node::Text(Text::new(middle, base, SMALL, Ink::OnHeat(heat), &label).anchor(Anchor::Middle)));
            }
            canvas.nodes.push(Node::Group { title: Some(kicks), nodes });
        }
    }
    for ([across, height], scored) in &goal.kicks {
        let x = frame.x + frame.width / 2.0 + across.clamp(-GOAL[0] / 2.0 - BESIDE, GOAL[0] / 2.0 + BESIDE) * METRE;
        let y = frame.bottom() - height.clamp(0.05, GOAL[1] + BESIDE) * METRE;
        let paint = if *scored {
            Paint::fill(Ink::Home).outlined(Stroke::new(Ink::Paper, 1.5))
        } else {
            Paint::fill(Ink::Paper).outlined(Stroke::new(Ink::Away, 2.0))
        };
        canvas.nodes.push(Node::Circle { centre: (x, y), radius: 4.5, paint });
    }
    let post = Stroke::new(Ink::Text, 4.0);
    canvas.nodes.push(Node::Polyline {
        points: vec![
            (frame.x, frame.bottom()),
            (frame.x, frame.y),
            (frame.right(), frame.y),
            (frame.right(), frame.bottom()),
        ],
        stroke: post,
    });
    let ground = Stroke::new(Ink::Axis, 1.0);
    canvas.nodes.push(Node::Line {
        from: (MARGIN, frame.bottom()),
        to: (canvas.right(), frame.bottom()),
        stroke: ground,
    });
    let note = text::shorten(&goal.note, canvas.right() - MARGIN, SMALL, Weight::Regular);
    let base = frame.bottom() + 6.0 + text::ASCENT * SMALL;
    canvas.text(Text::new(MARGIN, base, SMALL, Ink::Muted, &note));
    frame.bottom() + 10.0 + text::LEADING * SMALL + 12.0
}
