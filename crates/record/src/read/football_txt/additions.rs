//! Lines below a match that start with a word and a colon: what our notation adds to Football.TXT.

use super::entries::{Entries, Entry, Minute};
use super::open::{Open, Teams};
use crate::claim::{DisputeClaim, Name, event};
use crate::read::scan::{Fault, Parsed, leading_clock, name, names, quoted};
use crate::{Card, EventKind, Penalty, PenaltyOutcome, Side, TeamSheet};

/// The keys of our notation, as the error about an unknown one lists them.
const KEYS: &str = "`Missed:`, `Retaken:`, `Yellow:`, `Second yellow:`, `Red:`, `Coach yellow:`, `Coach red:`, \
                    `Keepers:`, `Captains:`, `Managers:`, `Line-ups:`, `Subs:`, `Attendance:`, `Referee:`, \
                    `First kick:`, `Penalties:` or `Disputed:`";

/// Reads one such line into the match it stands below. `false` if the key is none of ours.
pub(super) fn read<'t>(open: &mut Open<'t>, key: &'t str, text: &'t str) -> Parsed<'t, bool> {
    match key {
        "Missed" => penalties(open, text, false)?,
        "Retaken" => penalties(open, text, true)?,
        "Yellow" => cards(open, text, Card::Yellow, false)?,
        "Second yellow" => cards(open, text, Card::SecondYellow, false)?,
        "Red" => cards(open, text, Card::Red, false)?,
        "Coach yellow" => cards(open, text, Card::Yellow, true)?,
        "Coach second yellow" => cards(open, text, Card::SecondYellow, true)?,
        "Coach red" => cards(open, text, Card::Red, true)?,
        "Keepers" => for_sides(open, text, keepers)?,
        "Captains" => for_sides(open, text, |sheet, text| first_of(&mut sheet.captain, text))?,
        "Managers" => for_sides(open, text, |sheet, text| first_of(&mut sheet.manager, text))?,
        "Line-ups" => line_ups(open, text)?,
        "Subs" => substitutions(open, text)?,
        "Attendance" => open.claim.attendance = Some(attendance(text)?),
        "Referee" => open.claim.referee = Some(name(text.split(',').next().unwrap_or(text))),
        "First kick" => open.first_kick = Some(open.teams.side_named(text)?),
        "Penalties" => open.kicks = Some(text),
        "Disputed" => open.claim.disputes.push(dispute(text)?),
        _ => return Ok(false),
    }
    Ok(true)
}

/// The error about a key nobody knows.
pub(super) fn unknown<'t>(key: &'t str) -> Fault<'t> {
    Fault::new(key, format!("unknown line {}", quoted(key)), KEYS).with_hint("a note to readers starts with `#`")
}

/// The parts of a line that start with a team, and what they say of it.
fn by_team<'t>(teams: Teams<'t>, text: &'t str) -> impl Iterator<Item = Parsed<'t, (Side, &'t str)>> {
    let parts = text.split(['|', ';']).map(str::trim_ascii).filter(|part| !part.is_empty());
    parts.map(move |part| teams.strip_team(part))
}

/// Calls `add` for each entry of each team.
fn for_entries<'t>(
    open: &mut Open<'t>,
    text: &'t str,
    mut add: impl FnMut(&mut Open<'t>, Side, Entry<'t>) -> Parsed<'t, ()>,
) -> Parsed<'t, ()> {
    for part in by_team(open.teams, text) {
        let (side, part) = part?;
        let mut entries = Entries::of(part);
        while let Some(entry) = entries.next()? {
            if entry.minute == Minute::Missing {
                return Err(Fault::unexpected(
                    entry.name,
                    "a minute behind the name, `84'`, or `?'` where none is known",
                ));
            }
            add(open, side, entry)?;
        }
    }
    Ok(())
}

fn cards<'t>(open: &mut Open<'t>, text: &'t str, card: Card, bench: bool) -> Parsed<'t, ()> {
    for_entries(open, text, |open, side, entry| {
        if let Some(note) = entry.note {
            return Err(Fault::unexpected(note, "nothing behind the minute of a card"));
        }
        let kind = EventKind::Card { card, bench };
        open.claim.events.push(event(entry.minute.clock(), side, kind, Some(name(entry.name))));
        Ok(())
    })
}

/// Penalties that were not scored, or that were taken again.
fn penalties<'t>(open: &mut Open<'t>, text: &'t str, retaken: bool) -> Parsed<'t, ()> {
    for_entries(open, text, |open, side, entry| {
        let mut penalty = Penalty { retaken, ..Penalty::of(PenaltyOutcome::Missed) };
        if let Some(note) = entry.note {
            penalty_note(&mut penalty, note)?;
        }
        if penalty.outcome == PenaltyOutcome::Scored && !penalty.retaken {
            let note = entry.note.unwrap_or(entry.name);
            return Err(Fault::unexpected(note, "`saved`, `off target`, `woodwork` or `missed`")
                .with_hint("a penalty scored stands with the goals, `54' (pen.)`"));
        }
        open.claim.events.push(event(entry.minute.clock(), side, EventKind::Penalty(penalty), Some(name(entry.name))));
        Ok(())
    })
}

/// `saved, given 82', retaken, keeper Hugo Lloris`
fn penalty_note<'t>(penalty: &mut Penalty<Name>, note: &'t str) -> Parsed<'t, ()> {
    for part in note.split(',').map(str::trim_ascii) {
        if let Some(outcome) = PenaltyOutcome::read(part) {
            penalty.outcome = outcome;
        } else if part == "retaken" {
            penalty.retaken = true;
        } else if let Some(keeper) = part.strip_prefix("keeper ") {
            penalty.keeper = Some(name(keeper));
        } else if let Some(minute) = part.strip_prefix("given ") {
            let Some((clock, "")) = leading_clock(minute.trim_ascii())? else {
                return Err(Fault::unexpected(part, "`given 82'`"));
            };
            penalty.awarded = clock;
        } else {
            return Err(Fault::unexpected(
                part,
                "`saved`, `off target`, `woodwork` or `missed`, then `given 82'`, `retaken`, `keeper Name`",
            ));
        }
    }
    Ok(())
}

/// `Home; Away`, each read by `read`; an empty side is not known.
fn for_sides<'t>(
    open: &mut Open<'t>,
    text: &'t str,
    read: impl Fn(&mut TeamSheet<Name>, &'t str) -> Parsed<'t, Option<&'t str>>,
) -> Parsed<'t, ()> {
    let mut parts = text.split([';', '|']);
    for sheet in &mut open.claim.sheets {
        let part = parts.next().unwrap_or_default().trim_ascii();
        if !matches!(part, "" | "-" | "?")
            && let Some(left_out) = read(sheet, part)?
        {
            open.left_out = Some(left_out);
        }
    }
    match parts.next() {
        Some(third) => Err(Fault::unexpected(third.trim_ascii_start(), "two sides, `Home; Away`")),
        None => Ok(()),
    }
}

/// Takes the first name of a list; gives back the rest, for which there is no room.
fn first_of<'t>(slot: &mut Option<Name>, text: &'t str) -> Parsed<'t, Option<&'t str>> {
    let (first, others) = match text.split_once(',') {
        Some((first, others)) => (first, Some(others.trim_ascii())),
        None => (text, None),
    };
    *slot = Some(name(first));
    Ok(others)
}

/// `Jasper Cillessen, Tim Krul 120+1'`: who started, then who took over and when.
fn keepers<'t>(sheet: &mut TeamSheet<Name>, text: &'t str) -> Parsed<'t, Option<&'t str>> {
    let mut entries = Entries::of(text);
    while let Some(entry) = entries.next()? {
        match (sheet.keepers.is_empty(), entry.minute) {
            (true, Minute::Missing) => sheet.keepers.push((name(entry.name), None)),
            (false, Minute::At(clock)) => sheet.keepers.push((name(entry.name), Some(clock))),
            (true, _) => return Err(Fault::unexpected(entry.name, "the keeper who started, without a minute")),
            (false, _) => return Err(Fault::unexpected(entry.name, "the minute he took over, `Tim Krul 120+1'`")),
        }
    }
    Ok(None)
}

fn line_ups<'t>(open: &mut Open<'t>, text: &'t str) -> Parsed<'t, ()> {
    for part in by_team(open.teams, text) {
        let (side, part) = part?;
        let starters = &mut open.sheet(side).starters;
        if !starters.is_empty() {
            return Err(Fault::unexpected(part, "one line-up a side"));
        }
        starters.reserve(11);
        for player in names(part, "a line-up, `Jordan Pickford, Kyle Walker, …`") {
            starters.push(name(player?));
        }
        if starters.len() > 11 {
            return Err(Fault::new(part, format!("{} names", starters.len()), "a starting eleven"));
        }
    }
    Ok(())
}

fn substitutions<'t>(open: &mut Open<'t>, text: &'t str) -> Parsed<'t, ()> {
    for_entries(open, text, |open, side, entry| {
        let Some((off, on)) = entry.name.split_once('>') else {
            return Err(Fault::unexpected(entry.name, "`Off > On 46'`"));
        };
        let kind = EventKind::Substitution { on: Some(name(on)) };
        open.claim.events.push(event(entry.minute.clock(), side, kind, Some(name(off))));
        Ok(())
    })
}

/// A number of spectators, thousands parted or not.
fn attendance(text: &str) -> Parsed<'_, u32> {
    let parts: Vec<&str> = text.split([',', '.', '_', ' ']).collect();
    let grouped = parts.len() == 1 || parts.iter().skip(1).all(|part| part.len() == 3);
    let digits: String = parts.concat();
    match digits.parse() {
        Ok(number) if grouped && digits.bytes().all(|byte| byte.is_ascii_digit()) => Ok(number),
        _ => Err(Fault::unexpected(text, "a number of spectators, `68895`")),
    }
}

/// `what | other value source[, source] | other value source`
fn dispute(text: &str) -> Parsed<'_, DisputeClaim> {
    let expected = "`what | other value source[, source]`";
    let (about, rest) = text.split_once('|').ok_or_else(|| Fault::unexpected(text, expected))?;
    let rest = rest.trim_ascii();
    // Sources have no spaces: the list of them starts with the last word before the first comma that no spaces follow.
    let mut value_end = rest.len();
    let mut sources = Vec::new();
    for part in rest.rsplit(',') {
        let trimmed = part.trim_ascii();
        let (before, source) = trimmed.rsplit_once(char::is_whitespace).unwrap_or(("", trimmed));
        if source.is_empty()
            || !source.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        {
            return Err(
                Fault::unexpected(rest, expected).with_hint("sources are keys of `sources.txt`, `world-cup-database`")
            );
        }
        sources.push(source.into());
        if !before.is_empty() {
            value_end = before.as_ptr().addr() + before.len() - rest.as_ptr().addr();
            break;
        }
        value_end = 0;
    }
    sources.reverse();
    let other = rest.get(..value_end).unwrap_or_default();
    if about.trim_ascii().is_empty() || other.trim_ascii().is_empty() {
        return Err(Fault::unexpected(text, expected));
    }
    Ok(DisputeClaim { about: name(about), other: name(other), sources })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dispute_names_the_other_value_and_who_has_it() {
        let dispute = dispute("goal Argentina Lionel Messi 108' | 109' international-results, openfootball").unwrap();
        assert_eq!((&*dispute.about, &*dispute.other), ("goal Argentina Lionel Messi 108'", "109'"));
        assert_eq!(dispute.sources.join(" "), "international-results openfootball");
        let dispute = super::dispute("venue Lyon | Lille, France openfootball").unwrap();
        assert_eq!((&*dispute.other, dispute.sources.len()), ("Lille, France", 1));
        for text in ["goal x", "goal x | openfootball", "goal x | 9' Somebody", "| 9' openfootball", "a | , "] {
            assert!(super::dispute(text).is_err(), "{text}");
        }
    }

    #[test]
    fn spectators_are_counted_with_and_without_commas() {
        assert_eq!(attendance("68895").unwrap(), 68895);
        assert_eq!(attendance("68,895").unwrap(), 68895);
        assert_eq!(attendance("68_895").unwrap(), 68895);
        for text in ["", "68,95", "many", "68895 people", "99999999999"] {
            assert!(attendance(text).is_err(), "{text}");
        }
    }
}
