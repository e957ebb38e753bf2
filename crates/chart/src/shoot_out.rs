//! A shoot-out kick by kick.

use crate::axis;
use crate::canvas::{Canvas, Caption, LABEL, MARGIN, SMALL};
use crate::error::{self, ChartError};
use crate::glyph::{self, EventKind};
use crate::label::Area;
use crate::scene::{Anchor, Node, Paint, Scene, Stroke, Text};
use crate::text::{self, Weight};
use crate::theme::Ink;

/// Kicks from the top, each side's takers on its side, with the score and the chance to win after each as a divided bar.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ShootOut {
    /// The words around.
    pub caption: Caption,
    /// The side that kicked first, and the other.
    pub teams: [String; 2],
    /// Chance of the first side before the first kick.
    pub before: f64,
    /// The kicks: 1 to 60.
    pub kicks: Vec<ShootOutKick>,
}

/// A kick.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ShootOutKick {
    /// 0 for the side that kicked first, 1 for the other.
    pub side: usize,
    /// Who took it.
    pub taker: String,
    /// Whether it was scored.
    pub scored: bool,
    /// Score after it.
    pub score: [u16; 2],
    /// Chance of the first side after it.
    pub win: f64,
}

const MOST_KICKS: usize = 60;
const ROW: f64 = 24.0;
const NAME: f64 = 150.0;
const MARK: f64 = 22.0;
const SCORE: f64 = 60.0;
const BAR: f64 = 240.0;

impl ShootOut {
    /// Lays the chart out.
    ///
    /// # Errors
    /// When there is no kick or more than can be drawn, or a chance that is none.
    pub fn scene(&self) -> Result<Scene, ChartError> {
        error::count("kicks of the shoot-out", self.kicks.len(), MOST_KICKS)?;
        error::within("chance before the shoot-out", 0, self.before, &error::CHANCE)?;
        for (index, kick) in self.kicks.iter().enumerate() {
            error::within("chance after a kick", index, kick.win, &error::CHANCE)?;
        }
        let wide = 2.0 * (NAME + MARK) + SCORE + 24.0 + BAR + 56.0;
        let mut canvas = Canvas::new(wide + 2.0 * MARGIN);
        let mut top = canvas.head(&self.caption) + 14.0;
        let middle = MARGIN + NAME + MARK + SCORE / 2.0;
        let bar = MARGIN + 2.0 * (NAME + MARK) + SCORE + 24.0;
        let [one, two] = &self.teams;
        let base = top + text::ASCENT * LABEL;
        let first = text::shorten(one, NAME, LABEL, Weight::Bold);
        let second = text::shorten(two, NAME, LABEL, Weight::Bold);
        canvas.text(Text::new(MARGIN + NAME, base, LABEL, Ink::Home, &first).bold().anchor(Anchor::End));
        canvas.text(Text::new(middle + SCORE / 2.0 + MARK, base, LABEL, Ink::Away, &second).bold());
        let head = text::shorten(&format!("chance of {one}"), BAR + 40.0, SMALL, Weight::Regular);
        canvas.text(Text::new(bar, base, SMALL, Ink::Muted, &head));
        top += text::LEADING * LABEL + 6.0;
        self.bar(&mut canvas, bar, top, self.before, "before");
        top += ROW;
        for kick in &self.kicks {
            let base = top + ROW / 2.0 + 0.36 * LABEL;
            let height = top + ROW / 2.0;
            let ink = if kick.side == 0 { Ink::Home } else { Ink::Away };
            let mark = if kick.scored { EventKind::PenaltyScored } else { EventKind::PenaltyMissed };
            let taker = text::shorten(&kick.taker, NAME, LABEL, Weight::Regular);
            let shown = if kick.scored { Ink::Text } else { Ink::Muted };
            if kick.side == 0 {
                canvas.text(Text::new(MARGIN + NAME, base, LABEL, shown, &taker).anchor(Anchor::End));
                canvas.nodes.extend(glyph::draw(mark, (MARGIN + NAME + MARK / 2.0 + 3.0, height), ink));
            } else {
                let x = middle + SCORE / 2.0;
                canvas.text(Text::new(x + MARK, base, LABEL, shown, &taker));
                canvas.nodes.extend(glyph::draw(mark, (x + MARK / 2.0 - 3.0, height), ink));
            }
            let [home, away] = kick.score;
            let score = Text::new(middle, base, LABEL, Ink::Text, &format!("{home}–{away}")).anchor(Anchor::Middle);
            canvas.text(score.bold());
            self.bar(&mut canvas, bar, top, kick.win, "after");
            top += ROW;
        }
        Ok(canvas.finish(top + 4.0, &self.caption, self.describe()))
    }

    fn bar(&self, canvas: &mut Canvas, x: f64, top: f64, win: f64, when: &str) {
        let label = axis::percent(win, 0);
        let (y, height) = (top + 4.0, ROW - 8.0);
        let own = Area { x, y, width: BAR * win, height };
        let other = Area { x: x + BAR * win, y, width: BAR * (1.0 - win), height };
        let line = Stroke::new(Ink::Paper, 1.0);
        canvas.nodes.push(Node::Group {
            title: Some(text::one_line(&format!("{} {when}: {label}", self.teams.first().map_or("", |team| team)))),
            nodes: vec![
                Node::Rect { area: own, radius: 0.0, paint: Paint::fill(Ink::Home).opacity(0.85) },
                Node::Rect { area: other, radius: 0.0, paint: Paint::fill(Ink::Away).opacity(0.55) },
                Node::Line { from: (x + BAR / 2.0, y), to: (x + BAR / 2.0, y + height), stroke: line },
                Node::Text(Text::new(x + BAR + 8.0, top + ROW / 2.0 + 0.36 * SMALL, SMALL, Ink::Text, &label)),
            ],
        });
    }

    fn describe(&self) -> String {
        let [one, _] = &self.teams;
        let mut words = format!("Chance of {one} before the shoot-out {}.", axis::percent(self.before, 0));
        for kick in &self.kicks {
            let team = self.teams.get(kick.side).map_or("", |team| team);
            let how = if kick.scored { "scored" } else { "missed" };
            let [home, away] = kick.score;
            let chance = axis::percent(kick.win, 0);
            words.push_str(&format!(" {} ({team}) {how}, {home}–{away}, {chance};", kick.taker));
        }
        words
    }
}
