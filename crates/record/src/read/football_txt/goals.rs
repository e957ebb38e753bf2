//! Goals of a match: `(Bellingham 35' Saka 43', 62'; Taremi 65', 90+13' (pen.))`.

use super::entries::{Entries, Minute};
use crate::claim::{Name, event};
use crate::read::scan::{Fault, Parsed, name};
use crate::{Event, EventKind, Goals, Penalty, PenaltyOutcome, Side};

/// Reads the inside of the bracket into `events`. Where no `;` parts the sides, the goals are the first side's; a
/// `foreign` file leaves the `;` out also where only the second side scored.
pub(super) fn read<'t>(
    text: &'t str,
    end: Option<Goals>,
    foreign: bool,
    events: &mut Vec<Event<Name>>,
) -> Parsed<'t, ()> {
    // A goal takes some sixteen letters; cards and the like follow.
    events.reserve(text.len() / 16 + 4);
    let only_away = foreign && end.is_some_and(|end| end.home == 0 && end.away > 0);
    match text.split_once(';') {
        Some((home, away)) => {
            side(home, Side::Home, foreign, events)?;
            side(away, Side::Away, foreign, events)
        }
        None => side(text, if only_away { Side::Away } else { Side::Home }, foreign, events),
    }
}

fn side<'t>(text: &'t str, side: Side, foreign: bool, events: &mut Vec<Event<Name>>) -> Parsed<'t, ()> {
    let mut entries = Entries::of(text);
    while let Some(entry) = entries.next()? {
        if entry.minute == Minute::Missing && !foreign {
            return Err(Fault::unexpected(entry.name, "a minute behind the name, `54'`, or `?'` where none is known"));
        }
        let kind = match entry.note {
            None | Some("g.g." | "gg" | "s.g." | "sg") => EventKind::Goal,
            Some("pen." | "pen" | "p" | "p." | "penalty") => EventKind::Penalty(Penalty::of(PenaltyOutcome::Scored)),
            Some("o.g." | "og" | "o.g" | "o" | "own goal") => EventKind::OwnGoal,
            Some(note) => return Err(Fault::unexpected(note, "`(pen.)` or `(o.g.)`")),
        };
        events.push(event(entry.minute.clock(), side, kind, Some(name(entry.name))));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, end: Goals, foreign: bool) -> Result<String, String> {
        let mut events = Vec::new();
        read(text, Some(end), foreign, &mut events).map_err(|fault| fault.locate(text).to_string())?;
        let event = |event: &Event<Name>| {
            let side = if event.side == Side::Home { 'h' } else { 'a' };
            let clock = event.clock.map_or("?".to_owned(), |clock| clock.to_string());
            format!("{side} {} {clock} {}", event.player.as_deref().unwrap_or_default(), event.kind.key())
        };
        Ok(events.iter().map(event).collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn an_own_goal_stands_with_the_side_it_counts_for() {
        assert_eq!(
            told("Rapaic 48pen, Prso 52; Tudor 22og, Trezeguet 64", Goals::new(2, 2), true).unwrap(),
            "h Rapaic 48 penalty; h Prso 52 goal; a Tudor 22 own_goal; a Trezeguet 64 goal"
        );
    }

    #[test]
    fn only_foreign_files_leave_out_the_empty_side() {
        let (text, score) = ("Charisteas 57'", Goals::new(0, 1));
        assert_eq!(told(text, score, true).unwrap(), "a Charisteas 57 goal");
        assert_eq!(told(text, score, false).unwrap(), "h Charisteas 57 goal");
        assert_eq!(told("; Charisteas 57'", score, false).unwrap(), "a Charisteas 57 goal");
    }

    #[test]
    fn our_own_files_say_every_minute() {
        assert_eq!(told("Ademir", Goals::new(1, 0), true).unwrap(), "h Ademir ? goal");
        assert!(told("Ademir", Goals::new(1, 0), false).unwrap_err().starts_with("1:1: `Ademir`; expected a minute"));
        assert!(told("Ademir 5' (header)", Goals::new(1, 0), true).is_err());
    }
}
