//! Chances of many teams to reach many things: a table whose cells are the darker the likelier.

use crate::axis;
use crate::canvas::{Canvas, Caption, LABEL, MARGIN, SMALL};
use crate::error::{self, ChartError};
use crate::label::Area;
use crate::scene::{Anchor, Node, Paint, Scene, Text};
use crate::text::{self, Weight};
use crate::theme::Ink;

/// Teams down, what they can reach across.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChanceTable {
    /// The words around; used only where the table stands alone.
    pub caption: Caption,
    /// What can be reached: 1 to 12.
    pub columns: Vec<String>,
    /// Teams from the top with their chances, one a column: 1 to 64 teams.
    pub rows: Vec<(String, Vec<f64>)>,
}

const MOST_COLUMNS: usize = 12;
const MOST_ROWS: usize = 64;
const CELL: f64 = 76.0;
const ROW: f64 = 22.0;
const WIDEST_NAME: f64 = 190.0;

impl ChanceTable {
    /// Lays the chart out.
    ///
    /// # Errors
    /// When there is no team or nothing to reach, more than can be drawn, or a chance that is none.
    pub fn scene(&self) -> Result<Scene, ChartError> {
        let mut canvas = Canvas::new((self.width() + 2.0 * MARGIN).max(360.0));
        let top = canvas.head(&self.caption) + 14.0;
        let bottom = self.draw(&mut canvas, top)?;
        Ok(canvas.finish(bottom, &self.caption, self.describe()))
    }

    fn names(&self) -> f64 {
        let widest = self.rows.iter().map(|(name, _)| text::width(name, LABEL, Weight::Regular)).fold(60.0, f64::max);
        widest.min(WIDEST_NAME) + 12.0
    }

    pub(crate) fn width(&self) -> f64 {
        self.names() + self.columns.len() as f64 * CELL
    }

    pub(crate) fn describe(&self) -> String {
        let mut words = "Chances:".to_owned();
        for (name, chances) in &self.rows {
            words.push_str(&format!(" {name}"));
            for (column, &chance) in self.columns.iter().zip(chances) {
                words.push_str(&format!(", {column} {}", axis::percent(chance, 1)));
            }
            words.push(';');
        }
        words
    }

    /// Draws the table with its top at `y`; gives where it ends.
    pub(crate) fn draw(&self, canvas: &mut Canvas, y: f64) -> Result<f64, ChartError> {
        error::count("columns of the table of chances", self.columns.len(), MOST_COLUMNS)?;
        error::count("rows of the table of chances", self.rows.len(), MOST_ROWS)?;
        for (index, (_, chances)) in self.rows.iter().enumerate() {
            if chances.len() != self.columns.len() {
                let (what, found, expected) =
                    ("rows of the table of chances".to_owned(), chances.len(), self.columns.len());
                return Err(ChartError::Uneven { what, index, found, expected });
            }
            for &chance in chances {
                error::within("chance, row of the table", index, chance, &error::CHANCE)?;
            }
        }
        let names = self.names();
        let heads: Vec<Vec<String>> =
            self.columns.iter().map(|column| text::wrap(column, CELL - 6.0, SMALL, Weight::Regular, 2)).collect();
        let lines = heads.iter().map(Vec::len).max().unwrap_or(1);
        for (column, head) in heads.iter().enumerate() {
            let x = MARGIN + names + (column as f64 + 0.5) * CELL;
            for (line, words) in head.iter().enumerate() {
                let from_end = (head.len() - 1 - line) as f64;
                let base = y + (lines as f64 - from_end) * text::LEADING * SMALL - 4.0;
                canvas.text(Text::new(x, base, SMALL, Ink::Muted, words).anchor(Anchor::Middle));
            }
        }
        let mut top = y + lines as f64 * text::LEADING * SMALL + 2.0;
        for (name, chances) in &self.rows {
            let base = top + ROW / 2.0 + 0.36 * LABEL;
            let shown = text::shorten(name, names - 12.0, LABEL, Weight::Regular);
            canvas.text(Text::new(MARGIN, base, LABEL, Ink::Text, &shown));
            for (column, (&chance, what)) in chances.iter().zip(&self.columns).enumerate() {
                let x = MARGIN + names + column as f64 * CELL;
                let heat = Ink::heat(chance);
                let label = if chance == 0.0 { "–".to_owned() } else { axis::percent(chance, 1) };
                let area = Area { x: x + 1.0, y: top + 1.0, width: CELL - 2.0, height: ROW - 2.0 };
                let middle = x + CELL / 2.0;
                canvas.nodes.push(Node::Group {
                    title: Some(text::one_line(&format!("{name}, {what}: {label}"))),
                    nodes: vec![
                        Node::Rect { area, radius: 2.0, paint: Paint::fill(Ink::Heat(heat)) },
                        Node::Text(Text::new(middle, base, SMALL, Ink::OnHeat(heat), &label).anchor(Anchor::Middle)),
                    ],
                });
            }
            top += ROW;
        }
        Ok(top + 4.0)
    }
}
