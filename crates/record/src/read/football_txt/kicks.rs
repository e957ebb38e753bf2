//! Shoot-outs kick by kick: `Penalties: 0-1 Kylian Mbappé, 1-1 Lionel Messi, 1-1 Kingsley Coman (saved)`.

use super::score::leading_goals;
use crate::claim::Name;
use crate::read::scan::{Fault, Parsed, name, skip, split_bracket};
use crate::{Goals, Kick, PenaltyOutcome, Side, Sources};

/// A kick as written.
struct WrittenKick<'t> {
    at: &'t str,
    /// The score after it, where written.
    after: Option<Goals>,
    taker: &'t str,
    note: Option<&'t str>,
}

/// Reads the kicks. Sides take turns; who began is told by the first kick scored, or by `first`.
pub(super) fn read<'t>(text: &'t str, first: Option<Side>) -> Parsed<'t, Vec<Kick<Name>>> {
    let mut written = Vec::new();
    let mut rest = text;
    while let Some((kick, after)) = next(rest)? {
        written.push(kick);
        rest = after;
    }
    let mut score = Goals::default();
    let mut kicks = Vec::with_capacity(written.len());
    let mut turn = first;
    if let Some((position, side)) = first_scored(&written)? {
        turn = Some(if position % 2 == 0 { side } else { side.other() });
    }
    let Some(mut turn) = turn else {
        return Err(Fault::new(text, "no kick was scored, so nothing tells who began", "a kick that was scored"));
    };
    for kick in &written {
        let scored = kick.after.and_then(|after| if after == score { None } else { Some(after) });
        if let Some(after) = scored {
            if after != score.plus_one(turn) {
                return Err(Fault::new(
                    kick.at,
                    format!("{after} follows {score}"),
                    format!("{} or {score}: sides take turns, and one kick is worth one goal", score.plus_one(turn)),
                ));
            }
            score = after;
        }
        let outcome = match (scored, kick.note) {
            (Some(_), None | Some("scored")) => PenaltyOutcome::Scored,
            (Some(after), Some(note)) => {
                return Err(Fault::new(
                    kick.at,
                    format!("a kick `{note}` that made it {after}"),
                    format!("{score} again"),
                ));
            }
            (None, Some(note)) => missed(note),
            (None, None) => PenaltyOutcome::Missed,
        };
        let keeper = kick.note.and_then(|note| note.split_once("keeper ")).map(|(_, keeper)| name(keeper));
        kicks.push(Kick {
            side: turn,
            taker: Some(name(kick.taker)),
            keeper,
            outcome,
            placement: None,
            sources: Sources::NONE,
        });
        turn = turn.other();
    }
    Ok(kicks)
}

/// The kicks scored by each side.
pub(super) fn tally(kicks: &[Kick<Name>]) -> Goals {
    kicks
        .iter()
        .filter(|kick| kick.outcome == PenaltyOutcome::Scored)
        .fold(Goals::default(), |goals, kick| goals.plus_one(kick.side))
}

fn next<'t>(text: &'t str) -> Parsed<'t, Option<(WrittenKick<'t>, &'t str)>> {
    let at = skip(text, b" ,\n\r\t");
    if at.is_empty() {
        return Ok(None);
    }
    let (after, rest) = match leading_goals(at) {
        Some((after, rest)) => (Some(after), rest.trim_ascii_start()),
        None => (None, at),
    };
    let end = rest.bytes().position(|byte| matches!(byte, b',' | b'(')).unwrap_or(rest.len());
    let (taker, mut rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let taker = taker.trim_ascii();
    if taker.is_empty() || taker.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(Fault::unexpected(at, "a kick, `1-0 Taker` or `1-0 Taker (saved)`"));
    }
    let mut note = None;
    if rest.starts_with('(') {
        let (inside, after) = split_bracket(rest)
            .ok_or_else(|| Fault::new(rest, "a bracket that is not closed", "`)` behind the note"))?;
        note = Some(inside.trim_ascii());
        rest = after;
    }
    if !rest.trim_ascii_start().is_empty() && !rest.trim_ascii_start().starts_with(',') {
        return Err(Fault::unexpected(rest.trim_ascii_start(), "`,` before the next kick"));
    }
    Ok(Some((WrittenKick { at, after, taker, note }, rest)))
}

/// Position and side of the first kick scored.
fn first_scored<'t>(kicks: &[WrittenKick<'t>]) -> Parsed<'t, Option<(usize, Side)>> {
    let scored = kicks.iter().enumerate().find_map(|(position, kick)| {
        let after = kick.after.filter(|after| *after != Goals::default())?;
        Some((position, kick.at, after))
    });
    match scored {
        None => Ok(None),
        Some((position, _, Goals { home: 1, away: 0 })) => Ok(Some((position, Side::Home))),
        Some((position, _, Goals { home: 0, away: 1 })) => Ok(Some((position, Side::Away))),
        Some((_, at, after)) => Err(Fault::new(at, format!("the first kick scored made it {after}"), "1-0 or 0-1")),
    }
}

/// How a kick that was not scored ended.
fn missed(note: &str) -> PenaltyOutcome {
    let word = note.split(',').next().unwrap_or_default().trim_ascii();
    match PenaltyOutcome::read(word) {
        Some(PenaltyOutcome::Scored) | None => match word {
            "over" | "wide" | "over the bar" => PenaltyOutcome::OffTarget,
            "post" | "bar" | "crossbar" | "hit post" | "hit bar" => PenaltyOutcome::Woodwork,
            _ => PenaltyOutcome::Missed,
        },
        Some(outcome) => outcome,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        match read(text, None) {
            Ok(kicks) => kicks
                .iter()
                .map(|kick| {
                    let side = if kick.side == Side::Home { 'h' } else { 'a' };
                    format!("{side} {} {}", kick.taker.as_deref().unwrap_or_default(), kick.outcome.name())
                })
                .collect::<Vec<_>>()
                .join("; "),
            Err(fault) => fault.locate(text).to_string(),
        }
    }

    #[test]
    fn sides_take_turns_whoever_scores() {
        assert_eq!(
            told("0-0 Beckham (off target), 1-0 Deco, 1-1 Owen,\n  2-1 Simão"),
            "a Beckham off target; h Deco scored; a Owen scored; h Simão scored"
        );
        // Belgrade 1976: the miss has no score of its own.
        assert_eq!(told("4-3 x").as_str().split(';').next().unwrap(), "1:1: the first kick scored made it 4-3");
        assert_eq!(
            told("1-0 Masny, Hoeneß (over), 2-0 Panenka"),
            "h Masny scored; a Hoeneß off target; h Panenka scored"
        );
    }

    #[test]
    fn a_score_that_jumps_is_refused_where_it_jumps() {
        assert!(told("1-0 Deco, 2-0 Owen").starts_with("1:11: 2-0 follows 1-0; expected 1-1 or 1-0"));
        assert!(told("1-0 Deco, 1-2 Owen").starts_with("1:11: 1-2 follows 1-0"));
        assert!(told("1-0 Deco (saved)").starts_with("1:1: a kick `saved` that made it 1-0"));
        assert!(told("0-0 Deco (saved)").contains("nothing tells who began"));
        assert!(told("1-0 Deco 1-1 Owen, 2-1").starts_with("1:"));
    }
}
