//! The chance of every score, as a grid of cells.

use crate::axis;
use crate::canvas::{Canvas, Caption, LABEL, MARGIN, SMALL};
use crate::error::{self, ChartError};
use crate::label::{self, Area};
use crate::scene::{Anchor, Node, Paint, Scene, Stroke, Text};
use crate::text::{self, Weight};
use crate::theme::Ink;

/// A score grid: home goals down, away goals across, the chance in each cell, sums at the edges, the most likely score
/// outlined, and the chances of win, draw and defeat beneath.
#[derive(Debug, Clone, PartialEq)]
pub struct GridHeat {
    /// The words around.
    pub caption: Caption,
    /// The first-named side, whose goals run down.
    pub home: String,
    /// The second-named side, whose goals run across.
    pub away: String,
    /// `cells[h][a]` is the chance of `h` home and `a` away goals: rows of one length, 1 to 12 by 1 to 12. They may add
    /// up to less than one; the rest is said beneath.
    pub cells: Vec<Vec<f64>>,
    /// The chance that home wins, of a draw, and that away wins; they add up to one.
    pub win: [f64; 3],
}

const MOST_GOALS: usize = 12;
const WIDEST_NAME: f64 = 110.0;
const DIGITS: f64 = 40.0;
const TOTALS: f64 = 104.0;
/// Room for a value of a row's sum.
const VALUE: f64 = 46.0;
const BAR: f64 = 46.0;
const COLUMN_BAR: f64 = 30.0;
const RESULT: f64 = 22.0;
const NARROWEST: f64 = 560.0;

struct Grid {
    area: Area,
    cell: (f64, f64),
    highest: f64,
}

impl Grid {
    fn cell(&self, home: usize, away: usize) -> Area {
        let (width, height) = self.cell;
        Area { x: self.area.x + away as f64 * width, y: self.area.y + home as f64 * height, width, height }
    }
}

impl GridHeat {
    /// Lays the chart out.
    ///
    /// # Errors
    /// When the grid is empty, uneven or larger than 12 by 12, when a chance is no chance, when cells add up to more
    /// than one, or win, draw and defeat to anything but one (within 0.002).
    pub fn scene(&self) -> Result<Scene, ChartError> {
        let columns = self.check()?;
        let rows = self.cells.len();
        let cell = ((460.0 / columns as f64).clamp(46.0, 60.0), 34.0);
        let name_room = self.home_lines().iter().map(|line| text::width(line, LABEL, Weight::Bold)).fold(0.0, f64::max);
        let wide = name_room + DIGITS + columns as f64 * cell.0 + TOTALS;
        let mut canvas = Canvas::new((wide + 2.0 * MARGIN).max(NARROWEST));
        let start = canvas.head(&self.caption) + 14.0;
        let left = MARGIN + name_room + DIGITS;
        let area = Area { x: left, y: start + 40.0, width: columns as f64 * cell.0, height: rows as f64 * cell.1 };
        let highest = self.cells.iter().flatten().copied().fold(0.0, f64::max);
        let grid = Grid { area, cell, highest };

        self.names(&mut canvas, &grid);
        self.fill(&mut canvas, &grid);
        let bottom = self.sums(&mut canvas, &grid, columns);
        let names_end = area.y + self.home_lines().len() as f64 * text::LEADING * LABEL;
        let y = self.result(&mut canvas, bottom.max(names_end) + 20.0);
        let y = self.rest(&mut canvas, y + 8.0);
        Ok(canvas.finish(y, &self.caption, self.describe()))
    }

    fn check(&self) -> Result<usize, ChartError> {
        error::count("rows of the score grid", self.cells.len(), MOST_GOALS)?;
        let expected = self.cells.first().map_or(0, Vec::len);
        error::count("columns of the score grid", expected, MOST_GOALS)?;
        for (index, row) in self.cells.iter().enumerate() {
            if row.len() != expected {
                let what = "rows of the score grid".to_owned();
                return Err(ChartError::Uneven { what, index, found: row.len(), expected });
            }
            for &chance in row {
                error::within("chance of a score, row of the grid", index, chance, &error::CHANCE)?;
            }
        }
        error::sums_to_at_most_one("score grid", self.cells.iter().flatten().sum())?;
        error::sums_to_one("chances of home win, draw and away win", 0, &self.win)?;
        Ok(expected)
    }

    /// The likeliest score; the one with fewer goals where several are.
    fn likeliest(&self) -> (usize, usize, f64) {
        let mut best = (0, 0, f64::NEG_INFINITY);
        for (home, row) in self.cells.iter().enumerate() {
            for (away, &chance) in row.iter().enumerate() {
                if chance > best.2 {
                    best = (home, away, chance);
                }
            }
        }
        best
    }

    fn home_lines(&self) -> Vec<String> {
        let mut lines = text::wrap(&self.home, WIDEST_NAME, LABEL, Weight::Bold, 3);
        lines.push("goals ↓".into());
        lines
    }

    fn names(&self, canvas: &mut Canvas, grid: &Grid) {
        let area = grid.area;
        let goals = " goals →";
        let room = canvas.right() - area.x - text::width(goals, LABEL, Weight::Bold);
        let away = text::shorten(&self.away, room, LABEL, Weight::Bold);
        canvas.text(Text::new(area.x, area.y - 26.0, LABEL, Ink::Away, &format!("{away}{goals}")).bold());
        let mut y = area.y + 0.5 * grid.cell.1 + 0.36 * LABEL;
        for line in self.home_lines() {
            canvas.text(Text::new(MARGIN, y, LABEL, Ink::Home, &line).bold());
            y += text::LEADING * LABEL;
        }
    }

    fn fill(&self, canvas: &mut Canvas, grid: &Grid) {
        for (home, row) in self.cells.iter().enumerate() {
            for (away, &chance) in row.iter().enumerate() {
                let area = grid.cell(home, away);
                let heat = Ink::heat(if grid.highest > 0.0 { chance / grid.highest } else { 0.0 });
                let label = axis::percent(chance, 1);
                let inner =
                    Area { x: area.x + 1.0, y: area.y + 1.0, width: area.width - 2.0, height: area.height - 2.0 };
                let (x, y) = (area.x + area.width / 2.0, area.y + area.height / 2.0 + 0.36 * SMALL);
                canvas.nodes.push(Node::Group {
                    title: Some(format!("{home}–{away}: {label}")),
                    nodes: vec![
                        Node::Rect { area: inner, radius: 2.0, paint: Paint::fill(Ink::Heat(heat)) },
                        Node::Text(Text::new(x, y, SMALL, Ink::OnHeat(heat), &label).anchor(Anchor::Middle)),
                    ],
                });
            }
        }
        let (home, away, _) = self.likeliest();
        canvas.nodes.push(Node::Rect {
            area: grid.cell(home, away),
            radius: 3.0,
            paint: Paint::line(Stroke::new(Ink::Text, 2.25)),
        });
    }

    /// Goals along both edges and the chance of each number of goals, as bars to the right and beneath.
    fn sums(&self, canvas: &mut Canvas, grid: &Grid, columns: usize) -> f64 {
        let rows: Vec<f64> = self.cells.iter().map(|row| row.iter().sum()).collect();
        let of_column = |column: usize| self.cells.iter().filter_map(|row| row.get(column)).sum::<f64>();
        let across: Vec<f64> = (0..columns).map(of_column).collect();
        let most = rows.iter().chain(&across).copied().fold(f64::MIN_POSITIVE, f64::max);
        let (right, bottom) = (grid.area.right() + 8.0, grid.area.bottom() + 8.0);

        let over = Text::new(right, grid.area.y - 8.0, SMALL, Ink::Muted, "sum");
        let beside = Text::new(grid.area.x - 8.0, bottom + text::ASCENT * SMALL, SMALL, Ink::Muted, "sum");
        canvas.text(over);
        canvas.text(beside.anchor(Anchor::End));
        for (goals, &sum) in rows.iter().enumerate() {
            let area = grid.cell(goals, 0);
            let base = area.y + area.height / 2.0 + 0.36 * SMALL;
            let digit = Text::new(area.x - 8.0, base, LABEL, Ink::Text, &goals.to_string());
            canvas.text(digit.anchor(Anchor::End));
            canvas.text(Text::new(right, base, SMALL, Ink::Home, &axis::percent(sum, 1)));
            let bar =
                Area { x: right + VALUE, y: area.y + area.height / 2.0 - 6.0, width: BAR * sum / most, height: 12.0 };
            canvas.nodes.push(Node::Rect { area: bar, radius: 0.0, paint: Paint::fill(Ink::Home) });
        }
        for (goals, &sum) in across.iter().enumerate() {
            let area = grid.cell(0, goals);
            let x = area.x + area.width / 2.0;
            let digit = Text::new(x, area.y - 8.0, LABEL, Ink::Text, &goals.to_string());
            canvas.text(digit.anchor(Anchor::Middle));
            let base = bottom + text::ASCENT * SMALL;
            canvas.text(Text::new(x, base, SMALL, Ink::Away, &axis::percent(sum, 1)).anchor(Anchor::Middle));
            let top = bottom + text::LEADING * SMALL + 2.0;
            let bar = Area { x: x - 6.0, y: top, width: 12.0, height: COLUMN_BAR * sum / most };
            canvas.nodes.push(Node::Rect { area: bar, radius: 0.0, paint: Paint::fill(Ink::Away) });
        }
        bottom + COLUMN_BAR + 2.0 + text::LEADING * SMALL
    }

    /// The bar of win, draw and defeat with its labels beneath.
    fn result(&self, canvas: &mut Canvas, y: f64) -> f64 {
        let wide = canvas.right() - MARGIN;
        let values = self.win.map(|chance| axis::percent(chance, 1));
        let bold = |words: &str| text::width(words, LABEL, Weight::Bold) + 8.0;
        let room = (wide - bold("Draw") - values.iter().map(|value| bold(value)).sum::<f64>()) / 2.0 - 16.0;
        let [home, away] = [&self.home, &self.away].map(|name| text::shorten(name, room, LABEL, Weight::Bold));
        let names = [home, "Draw".to_owned(), away];
        let mut x = MARGIN;
        let mut labels = Vec::new();
        for (((name, value), ink), chance) in
            names.into_iter().zip(values).zip([Ink::Home, Ink::Draw, Ink::Away]).zip(self.win)
        {
            let part = Area { x, y, width: wide * chance, height: RESULT };
            canvas.nodes.push(Node::Rect { area: part, radius: 0.0, paint: Paint::fill(ink) });
            x = part.right();
            if x < canvas.right() - 1.0 {
                let stroke = Stroke::new(Ink::Paper, 2.0);
                canvas.nodes.push(Node::Line { from: (x, y), to: (x, y + RESULT), stroke });
            }
            let label = text::one_line(&format!("{name} {value}"));
            labels.push((part.x + part.width / 2.0, ink, label));
        }
        let wanted: Vec<(f64, f64)> =
            labels.iter().map(|(centre, _, label)| (*centre, text::width(label, LABEL, Weight::Bold) + 10.0)).collect();
        let base = y + RESULT + 5.0 + text::ASCENT * LABEL;
        let centres = label::spread(&wanted, MARGIN, canvas.right());
        for ((_, ink, label), centre) in labels.into_iter().zip(centres) {
            canvas.text(Text::new(centre, base, LABEL, ink, &label).bold().anchor(Anchor::Middle));
        }
        y + RESULT + 5.0 + text::LEADING * LABEL
    }

    /// In words: the likeliest score, and what lies beyond the grid.
    fn rest(&self, canvas: &mut Canvas, y: f64) -> f64 {
        let lines = text::wrap(&self.words(), canvas.right() - MARGIN, SMALL, Weight::Regular, 2);
        let mut bottom = y;
        for line in lines {
            canvas.text(Text::new(MARGIN, bottom + text::ASCENT * SMALL, SMALL, Ink::Muted, &line));
            bottom += text::LEADING * SMALL;
        }
        bottom
    }

    fn words(&self) -> String {
        let (home, away, chance) = self.likeliest();
        let mut words = format!("Most likely score: {home}–{away} ({}).", axis::percent(chance, 1));
        let rest = 1.0 - self.cells.iter().flatten().sum::<f64>();
        if rest >= 5e-4 {
            words += &format!(" Higher scores, not shown: {}.", axis::percent(rest, 1));
        }
        words
    }

    fn describe(&self) -> String {
        let [home, draw, away] = self.win.map(|chance| axis::percent(chance, 1));
        format!(
            "Chance of each score, goals of {} down, goals of {} across. {} {} wins {home}, draw {draw}, {} wins {away}.",
            self.home,
            self.away,
            self.words(),
            self.home,
            self.away
        )
    }
}
