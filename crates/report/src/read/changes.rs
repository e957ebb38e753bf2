//! Who came on, who started and who was left out, as far as the record has line-ups.

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{EventKind, Match, PersonId, Side, Table};

use super::memory::{Memory, is_complete};
use super::moment::{self, Happening};
use super::who::{self, Named};
use super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

/// Words of somebody who came on, after his name.
const ON: &[&str] = &[
    "came on",
    "coming on",
    "on as a substitute",
    "on as substitute",
    "came off the bench",
    "coming off the bench",
    "off the bench",
    "introduced as a substitute",
    "sent on",
    "a substitute",
    "entered the fray",
];
/// Words of somebody who left.
const OFF: &[&str] = &[
    "was replaced by",
    "was substituted",
    "went off injured",
    "was taken off",
    "limped off",
    "made way for",
    "replaced by",
    "was carried off",
    "hobbled off",
];
const SUBSTITUTES: &[&str] = &["substitute", "sub", "replacement"];
const SUSPENDED: &[&str] = &["suspended", "banned", "suspension"];
const ELSEWHERE: &[&str] = &["against", "versus", "in the opening", "in the opener", "in the previous", "in the last"];
const NOT_SO: &[&str] = &["could", "would", "might", "should", "not", "never", "if", "will", "unused", "may", "hoping"];

/// What one of begins all that is read here.
const HEADS: Heads = Heads::of(ON).and(Heads::of(OFF)).and(Heads::of(SUBSTITUTES)).and(Heads::of(SUSPENDED));

pub(crate) fn read<'r>(passage: &Passage, foci: &[Focus<'r>], memory: &Memory<'r>, out: &mut Out<'r>) {
    for at in passage.starts(&HEADS) {
        if passage.name_at(at).is_some() {
            continue;
        }
        if passage.is_any(at, SUBSTITUTES)
            && let Some((index, name)) =
                passage.names.iter().enumerate().find(|(_, name)| name.first == at + 1 && name.is_person())
        {
            let named = (index, name.people());
            came_on(passage, (at, name.end), &named, foci, out);
        } else if let Some(end) = passage.any_phrase(at, ON) {
            // "Starting after coming on against the Czechs": in another match.
            if passage.has(at.saturating_sub(4), at, NOT_SO) || passage.has(end, end + 7, ELSEWHERE) {
                continue;
            }
            for named in who::before(passage, at, &memory.pronoun()).first().into_iter().flatten() {
                let first = who::place(passage, named).map_or(at, |(first, _)| first);
                came_on(passage, (first, end), named, foci, out);
            }
        } else if let Some(end) = passage.any_phrase(at, OFF) {
            if passage.has(at.saturating_sub(4), at, NOT_SO) {
                continue;
            }
            if let Some([named]) = who::before(passage, at, &memory.pronoun()).first().map(Vec::as_slice) {
                let first = who::place(passage, named).map_or(at, |(first, _)| first);
                went_off(passage, (first, end), named, foci, out);
            }
        } else if passage.is_any(at, SUSPENDED) {
            suspended(passage, at, foci, memory, out);
        }
    }
}

/// Substitutions of a match.
fn changes(entry: &Match) -> impl Iterator<Item = (usize, &byline_record::Event, Option<PersonId>)> {
    entry.events.iter().enumerate().filter_map(|(index, event)| match event.kind {
        EventKind::Substitution { on } => Some((index, event, on)),
        _ => None,
    })
}

fn push(passage: &Passage, span: (usize, usize), focus: &Focus<'_>, (index, what): (usize, String), out: &mut Out<'_>) {
    let entry = focus.entry;
    let topic = Topic::Event(entry.id, index);
    let judged = Judged::new(Verdict::Confirmed).showing(out.event_row(entry, index)).about(topic.clone());
    out.push(passage, span, Kind::Substitution, what.clone(), judged);
    if let Some(words) = moment::beside(passage, entry.score.extra_time.is_some(), span) {
        let clock = entry.events.get(index).and_then(|event| event.clock);
        let happening = Happening {
            focus: *focus,
            index,
            clock,
            other: None,
            of_award: false,
            plain: false,
            beside: false,
            what,
            topic,
        };
        moment::judge(passage, &words, &happening, out);
    }
}

fn came_on(passage: &Passage, span: (usize, usize), (_, people): &Named, foci: &[Focus<'_>], out: &mut Out<'_>) {
    for focus in foci {
        let found = changes(focus.entry).find(|(_, _, on)| on.is_some_and(|on| people.contains(&on)));
        if let Some((index, _, on)) = found {
            let what = format!("{} came on", out.person(on));
            push(passage, span, focus, (index, what), out);
            return;
        }
    }
}

fn went_off(passage: &Passage, span: (usize, usize), (_, people): &Named, foci: &[Focus<'_>], out: &mut Out<'_>) {
    for focus in foci {
        let found = changes(focus.entry).find(|(_, event, _)| event.player.is_some_and(|off| people.contains(&off)));
        if let Some((index, event, _)) = found {
            let what = format!("{} went off", out.person(event.player));
            push(passage, span, focus, (index, what), out);
            return;
        }
    }
}

/// Whether somebody has any part in a match.
fn has_part(entry: &Match, person: PersonId) -> bool {
    let is_on = |event: &byline_record::Event| {
        event.player == Some(person) || matches!(event.kind, EventKind::Substitution { on } if on == Some(person))
    };
    let in_sheet = |side: Side| {
        entry.sheet(side).is_some_and(|sheet| {
            sheet.starters.contains(&person) || sheet.keepers.iter().any(|(keeper, _)| *keeper == person)
        })
    };
    entry.events.iter().any(is_on) || Side::BOTH.into_iter().any(in_sheet)
}

/// "the suspended Ballack": he had been sent off in his team's match before, or booked in it for the second time, and
/// has no part in this one.
fn suspended(passage: &Passage, at: usize, foci: &[Focus<'_>], memory: &Memory<'_>, out: &mut Out<'_>) {
    let following = who::after(passage, at + 1);
    let adjacent =
        following.first().filter(|named| who::place(passage, named).is_some_and(|(first, _)| first == at + 1));
    let before = who::before(passage, at, &memory.pronoun());
    let Some(named) = adjacent.or_else(|| before.first().and_then(|list| list.first())) else { return };
    let Some((first, end)) = who::place(passage, named) else { return };
    let [person] = *named.1.as_slice() else { return };
    for focus in foci.iter().filter(|focus| focus.is_anchor) {
        let entry = focus.entry;
        let Some(side) = out.side_of_person(entry, person) else { continue };
        if has_part(entry, person) {
            continue;
        }
        let earlier: Vec<&Match> = out
            .view
            .matches_of(entry.team(side))
            .filter(|other| other.edition == entry.edition && other.id < entry.id)
            .collect();
        let carded = |other: &&&Match| {
            other
                .events
                .iter()
                .any(|event| event.player == Some(person) && matches!(event.kind, EventKind::Card { .. }))
        };
        let off = |other: &Match| {
            other.events.iter().any(|event| {
                event.player == Some(person)
                    && matches!(event.kind, EventKind::Card { card, .. } if card.is_dismissal())
            })
        };
        let Some(last) = earlier.last() else { continue };
        let cautioned: Vec<&&Match> = earlier.iter().filter(carded).collect();
        let is_second = cautioned.len() >= 2 && cautioned.last().is_some_and(|other| other.id == last.id);
        if !(off(last) || is_second) || !is_complete(out, last, Table::Dismissals) {
            continue;
        }
        let rows: Vec<Evidence> = cautioned
            .iter()
            .flat_map(|other| other.events.iter().enumerate().map(move |(index, event)| (**other, index, event)))
            .filter(|(_, _, event)| event.player == Some(person) && matches!(event.kind, EventKind::Card { .. }))
            .flat_map(|(other, index, _)| out.event_row(other, index))
            .collect();
        let who = words::person(out.record(), person);
        out.push(
            passage,
            (first.min(at), end.max(at + 1)),
            Kind::LineUp,
            format!("{who} was suspended"),
            Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(entry.id)),
        );
        return;
    }
}
