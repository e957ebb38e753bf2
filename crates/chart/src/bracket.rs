//! A knock-out bracket, with the chances of what is still to be played.

use crate::axis;
use crate::canvas::{Canvas, Caption, LABEL, MARGIN, SMALL};
use crate::chance_table::ChanceTable;
use crate::error::{self, ChartError};
use crate::label::Area;
use crate::scene::{Anchor, Node, Paint, Scene, Stroke, Text};
use crate::text::{self, Weight};
use crate::theme::Ink;

/// Rounds from left to right, each match between the two it takes its sides from; beneath, where there is one, a table
/// of chances.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bracket {
    /// The words around.
    pub caption: Caption,
    /// Rounds, the first first: 1 to 7.
    pub rounds: Vec<BracketRound>,
    /// A match beside the last round, such as that for third place: its name and the match.
    pub beside: Option<(String, BracketTie)>,
    /// Chances of every team.
    pub table: Option<ChanceTable>,
}

/// A round.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BracketRound {
    /// What it is called.
    pub name: String,
    /// Its matches from the top: 1 to 64.
    pub ties: Vec<BracketTie>,
}

/// A match.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BracketTie {
    /// First and second side, from the top.
    pub sides: [BracketSide; 2],
    /// For each side the match of the round before it comes from, from the top.
    pub from: [Option<usize>; 2],
    /// A word or two beneath: the day, `on penalties`.
    pub note: String,
}

/// A side of a match.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BracketSide {
    /// Who, or what the place is called while that is open.
    pub name: String,
    /// Whether that is known.
    pub known: bool,
    /// What it scored: `3`, `2 (4)`.
    pub score: String,
    /// Its chance of going through, of a match still to be played.
    pub chance: Option<f64>,
    /// Whether it went through; `None` before the match.
    pub through: Option<bool>,
}

const MOST_ROUNDS: usize = 7;
const MOST_TIES: usize = 64;
const BOX: f64 = 172.0;
const GAP: f64 = 34.0;
const ROW: f64 = 21.0;
/// From the top of one match of the first round to that of the next.
const PITCH: f64 = 2.0 * ROW + 26.0;

impl Bracket {
    /// Lays the chart out.
    ///
    /// # Errors
    /// When there is no round, a round without matches or more than can be drawn, or a chance that is none.
    pub fn scene(&self) -> Result<Scene, ChartError> {
        error::count("rounds of the bracket", self.rounds.len(), MOST_ROUNDS)?;
        for round in &self.rounds {
            error::count("matches of a round of the bracket", round.ties.len(), MOST_TIES)?;
        }
        let ties = || self.rounds.iter().flat_map(|round| &round.ties).chain(self.beside.iter().map(|(_, tie)| tie));
        for (index, side) in ties().flat_map(|tie| &tie.sides).enumerate() {
            if let Some(chance) = side.chance {
                error::within("chance of a side of the bracket", index, chance, &error::CHANCE)?;
            }
        }
        let columns = self.rounds.len() as f64;
        let wide = columns * BOX + (columns - 1.0) * GAP;
        let table_wide = self.table.as_ref().map_or(0.0, ChanceTable::width);
        let mut canvas = Canvas::new(wide.max(table_wide).max(420.0) + 2.0 * MARGIN);
        let top = canvas.head(&self.caption) + 16.0;
        let first = top + text::LEADING * LABEL + 8.0;
        let middles = self.middles(first);
        for (column, (round, of_round)) in self.rounds.iter().zip(&middles).enumerate() {
            let x = MARGIN + column as f64 * (BOX + GAP);
            let name = text::shorten(&round.name, BOX, LABEL, Weight::Bold);
            canvas.text(Text::new(x, top + text::ASCENT * LABEL, LABEL, Ink::Muted, &name).bold());
            for (tie, &middle) in round.ties.iter().zip(of_round) {
                if let Some(before) = column.checked_sub(1).and_then(|before| middles.get(before)) {
                    connect(&mut canvas, tie, x, middle, before);
                }
                draw(&mut canvas, tie, x, middle);
            }
        }
        let mut bottom = middles.iter().flatten().copied().fold(first, f64::max) + ROW + text::LEADING * SMALL + 4.0;
        if let (Some((name, tie)), Some(last)) = (&self.beside, middles.last()) {
            let x = MARGIN + (columns - 1.0) * (BOX + GAP);
            let below = last.iter().copied().fold(first, f64::max) + PITCH + text::LEADING * LABEL + 14.0;
            let name = text::shorten(name, BOX, LABEL, Weight::Bold);
            canvas.text(Text::new(x, below - ROW - 8.0, LABEL, Ink::Muted, &name).bold());
            draw(&mut canvas, tie, x, below);
            bottom = bottom.max(below + ROW + text::LEADING * SMALL + 4.0);
        }
        if let Some(table) = &self.table {
            bottom = table.draw(&mut canvas, bottom + 16.0)?;
        }
        Ok(canvas.finish(bottom, &self.caption, self.describe()))
    }

    /// Where the middle of each match of each round stands: between those it takes its sides from.
    fn middles(&self, first: f64) -> Vec<Vec<f64>> {
        let most = self.rounds.iter().map(|round| round.ties.len()).max().unwrap_or(1) as f64;
        let mut all: Vec<Vec<f64>> = Vec::with_capacity(self.rounds.len());
        for round in &self.rounds {
            let share = most * PITCH / round.ties.len() as f64;
            let before = all.last();
            let mut middles: Vec<f64> = Vec::with_capacity(round.ties.len());
            for (place, tie) in round.ties.iter().enumerate() {
                let known: Vec<f64> = tie.from.iter().filter_map(|from| before?.get((*from)?).copied()).collect();
                let wanted = if known.is_empty() {
                    first + (place as f64 + 0.5) * share
                } else {
                    known.iter().sum::<f64>() / known.len() as f64
                };
                // However the sides come, no match covers the one above it.
                let least = middles.last().map_or(first + ROW, |above| above + PITCH);
                middles.push(wanted.max(least));
            }
            all.push(middles);
        }
        all
    }

    fn describe(&self) -> String {
        let mut words = format!("Bracket: {} rounds.", self.rounds.len());
        for round in &self.rounds {
            words.push_str(&format!(" {}:", round.name));
            for tie in &round.ties {
                let [one, two] = tie.sides.each_ref().map(|side| format!("{} {}", side.name, value(side)));
                words.push_str(&format!(" {} v {};", one.trim(), two.trim()));
            }
        }
        if let Some(table) = &self.table {
            words.push_str(&format!(" {}", table.describe()));
        }
        words
    }
}

/// The score of a side, or its chance.
fn value(side: &BracketSide) -> String {
    match side.chance {
        Some(chance) if side.score.is_empty() => axis::percent(chance, 0),
        _ => side.score.clone(),
    }
}

/// Lines from the matches of the round before to this one.
fn connect(canvas: &mut Canvas, tie: &BracketTie, x: f64, middle: f64, before: &[f64]) {
    for from in tie.from.iter().flatten().filter_map(|&from| before.get(from)) {
        let turn = x - GAP / 2.0;
        canvas.nodes.push(Node::Polyline {
            points: vec![(x - GAP, *from), (turn, *from), (turn, middle), (x, middle)],
            stroke: Stroke::new(Ink::Axis, 1.0),
        });
    }
}

/// A match with its middle at a height.
fn draw(canvas: &mut Canvas, tie: &BracketTie, x: f64, middle: f64) {
    let mut nodes = Vec::new();
    let area = Area { x, y: middle - ROW, width: BOX, height: 2.0 * ROW };
    nodes.push(Node::Rect { area, radius: 3.0, paint: Paint::fill(Ink::Paper).outlined(Stroke::new(Ink::Axis, 1.0)) });
    nodes.push(Node::Line { from: (x, middle), to: (x + BOX, middle), stroke: Stroke::new(Ink::Grid, 1.0) });
    for (side, top) in tie.sides.iter().zip([middle - ROW, middle]) {
        let base = top + ROW / 2.0 + 0.36 * LABEL;
        let value = text::one_line(&value(side));
        let ink = if side.known && side.through != Some(false) { Ink::Text } else { Ink::Muted };
        let weight = if side.through == Some(true) { Weight::Bold } else { Weight::Regular };
        if let Some(chance) = side.chance {
            let bar = Area { x: x + 1.0, y: top + ROW - 3.0, width: (BOX - 2.0) * chance, height: 2.0 };
            nodes.push(Node::Rect { area: bar, radius: 0.0, paint: Paint::fill(Ink::Home).opacity(0.75) });
        }
        let room = BOX - 24.0 - text::width(&value, LABEL, Weight::Bold);
        let name = text::shorten(&side.name, room, LABEL, weight);
        let mut name = Text::new(x + 8.0, base, LABEL, ink, &name);
        let mut value = Text::new(x + BOX - 8.0, base, LABEL, ink, &value).anchor(Anchor::End);
        if weight == Weight::Bold {
            name = name.bold();
            value = value.bold();
        }
        nodes.extend([name, value].into_iter().filter(|text| !text.content.is_empty()).map(Node::Text));
    }
    let [one, two] = &tie.sides;
    canvas.nodes.push(Node::Group { title: Some(text::one_line(&format!("{} v {}", one.name, two.name))), nodes });
    let note = text::shorten(&tie.note, BOX, SMALL, Weight::Regular);
    let base = middle + ROW + 3.0 + text::ASCENT * SMALL;
    canvas.text(Text::new(x + 8.0, base, SMALL, Ink::Muted, &note));
}
