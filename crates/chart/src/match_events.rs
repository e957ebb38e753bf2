//! What happened in a match, named in lanes above and below a chart and marked on its lines.

use crate::axis::Scale;
use crate::canvas::{Canvas, MARGIN, SMALL};
use crate::glyph::{EventKind, REACH};
use crate::label::{self, Area, Flag, Hung};
use crate::scene::{Anchor, Node, Stroke, Text};
use crate::text::{self, Weight};
use crate::theme::Ink;

/// A side of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The first-named.
    Home,
    /// The second-named.
    Away,
}

impl Side {
    pub(crate) fn ink(self) -> Ink {
        match self {
            Side::Home => Ink::Home,
            Side::Away => Ink::Away,
        }
    }
}

/// Something to mark on the curve.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchEvent {
    /// The place on the [`MatchClock`](crate::MatchClock).
    pub at: f64,
    /// The minute as it is written, such as `54` or `90+6`, without a prime.
    pub minute: String,
    /// What happened.
    pub kind: EventKind,
    /// For whom a goal counted, who took the penalty, who lost a man.
    pub side: Side,
    /// Who did it; may be empty.
    pub player: String,
}

impl MatchEvent {
    pub(crate) fn label(&self) -> String {
        let minute = if self.minute.trim().is_empty() { String::new() } else { format!("{}′", self.minute.trim()) };
        text::one_line(&format!("{} {} {minute}", self.player, self.kind.word()))
    }

    /// The label with the team.
    pub(crate) fn sentence(&self, home: &str, away: &str) -> String {
        let team = if self.side == Side::Home { home } else { away };
        text::one_line(&format!("{} ({team})", self.label()))
    }
}

const LANE: f64 = 18.0;
/// Between pole and label.
const POLE: f64 = 5.0;

/// An event and the middle of its mark.
pub(crate) type Marked<'a> = (&'a MatchEvent, (f64, f64));

pub(crate) fn in_order<'a>(events: impl Iterator<Item = &'a MatchEvent>) -> Vec<&'a MatchEvent> {
    let mut events: Vec<&MatchEvent> = events.collect();
    events.sort_by(|first, second| first.at.total_cmp(&second.at));
    events
}

/// Where each event's mark goes: where `wanted` says, moved towards the middle of the plot where another mark is there
/// already.
pub(crate) fn marks<'a>(
    events: &'a [MatchEvent],
    plot: &Area,
    wanted: impl Fn(&MatchEvent) -> (f64, f64),
) -> Vec<Marked<'a>> {
    let mut placed: Vec<Marked<'a>> = Vec::new();
    for event in in_order(events.iter()) {
        let (x, y) = wanted(event);
        let inward = if y < plot.y + plot.height / 2.0 { 1.0 } else { -1.0 };
        let free = |place: &(f64, f64)| {
            placed
                .iter()
                .all(|(_, other)| (place.0 - other.0).abs() >= REACH || (place.1 - other.1).abs() >= 2.0 * REACH + 1.0)
        };
        let tries = (0..=2 * events.len()).map(|step| (x, y + inward * step as f64 * (REACH + 1.0)));
        let place = tries.take_while(|place| place.1 >= plot.y && place.1 <= plot.bottom()).find(free);
        placed.push((event, place.unwrap_or((x, y))));
    }
    placed
}

struct Label<'a> {
    event: &'a MatchEvent,
    words: String,
    hung: Hung,
    flag: Flag,
}

/// The labels of one side's events, in lanes.
pub(crate) struct Labels<'a> {
    side: Side,
    labels: Vec<Label<'a>>,
}

impl<'a> Labels<'a> {
    pub(crate) fn new(events: &'a [MatchEvent], side: Side, time: &Scale, right: f64) -> Self {
        let of_side = events.iter().filter(|event| event.side == side);
        // Lanes above the chart go up: of one minute's events the first shall come on top.
        let events = if side == Side::Home { in_order(of_side.rev()) } else { in_order(of_side) };
        let room = (right - MARGIN) * 0.4;
        let words: Vec<String> =
            events.iter().map(|event| text::shorten(&event.label(), room, SMALL, Weight::Regular)).collect();
        let width = |words: &String| POLE + text::width(words, SMALL, Weight::Regular);
        let flags: Vec<Flag> = events
            .iter()
            .zip(&words)
            .map(|(event, words)| Flag { x: time.at(event.at), width: width(words) })
            .collect();
        let hung = label::hang(&flags, MARGIN, right, 10.0);
        let labels = events
            .into_iter()
            .zip(words)
            .zip(hung.into_iter().zip(flags))
            .map(|((event, words), (hung, flag))| Label { event, words, hung, flag })
            .collect();
        Labels { side, labels }
    }

    /// The room that the lanes take.
    pub(crate) fn height(&self) -> f64 {
        LANE * self.labels.iter().map(|label| label.hung.lane + 1).max().unwrap_or(0) as f64
    }

    /// Writes the labels and draws the poles they hang on, to the marks. `edge` is that of the first lane; lanes go up
    /// for home and down for away. A pole that would strike one of `texts` leaves it free.
    pub(crate) fn write(&self, canvas: &mut Canvas, marks: &[Marked<'_>], edge: f64, texts: &[Area]) {
        let lane = if self.side == Side::Home { -LANE } else { LANE };
        for label in &self.labels {
            let x = label.flag.x;
            let near = edge + lane * label.hung.lane as f64;
            if let Some((_, mark)) = marks.iter().find(|(event, _)| std::ptr::eq(*event, label.event)) {
                pole(canvas, x, (mark.1, near + lane * 0.85), texts);
            }
            let (anchor, offset) =
                if label.hung.flipped { (Anchor::End, label.flag.width - POLE) } else { (Anchor::Start, POLE) };
            let base = near + lane / 2.0 + 0.36 * SMALL;
            let text = Text::new(label.hung.left + offset, base, SMALL, self.side.ink(), &label.words);
            canvas.text(text.anchor(anchor));
        }
    }
}

fn pole(canvas: &mut Canvas, x: f64, (from, to): (f64, f64), texts: &[Area]) {
    let pieces = match texts.iter().find(|text| x > text.x - 3.0 && x < text.right() + 3.0) {
        Some(text) => vec![(from, text.y - 6.0), (text.bottom() + 1.0, to)],
        None => vec![(from, to)],
    };
    for (from, to) in pieces {
        canvas.nodes.push(Node::Line { from: (x, from), to: (x, to), stroke: Stroke::new(Ink::Axis, 0.75) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(at: f64, side: Side, player: &str, kind: EventKind) -> MatchEvent {
        MatchEvent { at, minute: "31".into(), kind, side, player: player.into() }
    }

    #[test]
    fn labels_read_as_in_a_newspaper() {
        let labels = [
            event(31.0, Side::Home, "Kane", EventKind::PenaltyScored),
            event(31.0, Side::Home, " Kane ", EventKind::PenaltyMissed),
            event(31.0, Side::Away, "Giroud", EventKind::Goal),
            event(31.0, Side::Away, "", EventKind::RedCard),
        ]
        .map(|event| event.label());
        assert_eq!(labels, ["Kane pen 31′", "Kane pen missed 31′", "Giroud 31′", "red card 31′"]);
    }

    #[test]
    fn marks_of_one_minute_stand_apart_and_in_the_plot() {
        let plot = Area { x: 0.0, y: 100.0, width: 500.0, height: 300.0 };
        let events = vec![event(31.0, Side::Home, "", EventKind::Goal); 9];
        for wanted in [100.0, 250.0, 400.0] {
            let mut places: Vec<f64> =
                marks(&events, &plot, |event| (event.at, wanted)).into_iter().map(|(_, place)| place.1).collect();
            places.sort_by(f64::total_cmp);
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 2.0 * REACH), "{places:?}");
            assert!(places[0] >= plot.y && places[8] <= plot.bottom());
        }
    }

    #[test]
    fn of_one_minutes_events_the_first_is_read_first() {
        let scale = Scale::new((0.0, 90.0), (0.0, 700.0));
        for (side, higher_first) in [(Side::Home, true), (Side::Away, false)] {
            let events = [event(31.0, side, "First", EventKind::Goal), event(31.0, side, "Second", EventKind::Goal)];
            let labels = Labels::new(&events, side, &scale, 760.0);
            let lane =
                |name: &str| labels.labels.iter().find(|label| label.event.player == name).map(|label| label.hung.lane);
            assert_eq!(lane("First") > lane("Second"), higher_first);
        }
    }
}
