//! Whose kick of a shoot-out was which: "the eighth, by Hoeness", "Ayala, fifth up", "the last kick of the shoot-out".

use byline_record::ask::Verdict;
use byline_record::{EventKind, Kick, Match, PersonId, Table};

use super::kick_order::KICKS;
use super::kicks::{of_side, row};
use super::memory::is_complete;
use super::who::{self, Named};
use super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

/// A place among the kicks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Nth(usize),
    Last,
}

impl Place {
    fn words(self) -> String {
        match self {
            Self::Nth(1) => "first kick of the side".to_owned(),
            Self::Nth(nth) => format!("kick number {nth}"),
            Self::Last => "last kick".to_owned(),
        }
    }
}

/// A place given to somebody, with the words that give it.
struct Told {
    first: usize,
    end: usize,
    place: Place,
    /// Whether the words say that it is a place among the kicks of both sides.
    of_all: bool,
    /// Whether only a shoot-out has words like these.
    plain: bool,
    taker: Named,
}

/// Places among the kicks that a passage gives to their takers, in one match; `said` is whom "he" stands for and whether
/// the passage plainly tells of a shoot-out.
pub(super) fn read(
    passage: &Passage,
    cases: &[Focus<'_>],
    focus: &Focus<'_>,
    (pronoun, sure): (&[PersonId], bool),
    out: &mut Out<'_>,
) -> bool {
    let mut any = false;
    let mut at = 0;
    while at < passage.len() {
        let told = told(passage, at, pronoun);
        at = told.as_ref().map_or(at + 1, |told| told.end.max(at + 1));
        let Some(told) = told else { continue };
        any |= judge(passage, &told, cases, focus, sure, out);
    }
    any
}

fn judge(
    passage: &Passage,
    told: &Told,
    cases: &[Focus<'_>],
    focus: &Focus<'_>,
    sure: bool,
    out: &mut Out<'_>,
) -> bool {
    let entry = focus.entry;
    let (_, people) = &told.taker;
    let is_his = |kick: &Kick| kick.taker.is_some_and(|taker| people.contains(&taker));
    let Some(index) = entry.kicks.iter().position(is_his) else { return false };
    let Some(kick) = entry.kicks.get(index) else { return false };
    let own: Vec<usize> = of_side(entry, kick.side).iter().map(|(index, _)| *index).collect();
    let of_side = own.iter().position(|&other| other == index).map(|place| place + 1);
    let right = match told.place {
        Place::Nth(nth) => entry.kicks_in_order && index + 1 == nth || of_side == Some(nth),
        Place::Last => {
            own.last() == Some(&index) && (!entry.kicks_in_order || !told.of_all || index + 1 == entry.kicks.len())
        }
    };
    let once = entry.kicks.iter().filter(|kick| is_his(kick)).count() == 1;
    let elsewhere =
        cases.iter().any(|other| other.entry.id != entry.id && placed(other.entry, told.place).is_some_and(is_his));
    let in_play = |event: &byline_record::Event| {
        event.player == kick.taker && (matches!(event.kind, EventKind::Penalty(_)) || event.kind.is_goal())
    };
    // The last of his side, though not of all: which is meant may be asked.
    let half = told.place == Place::Last && own.last() == Some(&index);
    let wrong = (sure || told.plain && focus.is_anchor)
        && !half
        && once
        && !elsewhere
        && entry.kicks_in_order
        && who::exactly(passage, std::slice::from_ref(&told.taker)).is_some()
        && !entry.events.iter().any(in_play)
        && !passage.has(0, passage.len(), &["sudden death", "would", "could", "should", "if"])
        && is_complete(out, entry, Table::ShootOutKicks);
    let text = format!("{}: {}", out.person(kick.taker), told.place.words());
    let may_be_told = right || wrong && focus.may_contradict && passage.quote.is_none();
    if !may_be_told {
        return false;
    }
    let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
    // That he scored says nothing of when.
    let topic = if right { Topic::Kick(entry.id, index) } else { Topic::Other };
    let judged = Judged::new(verdict).showing(row(out, entry, index)).about(topic);
    out.push(passage, (told.first, told.end), Kind::ShootOut, text, judged);
    right
}

/// The kick that had a place among all of a shoot-out.
fn placed(entry: &Match, place: Place) -> Option<&Kick> {
    match place {
        Place::Nth(nth) => entry.kicks.get(nth.checked_sub(1)?),
        Place::Last => entry.kicks.last(),
    }
}

/// The place a token begins to give, and to whom.
fn told(passage: &Passage, at: usize, pronoun: &[PersonId]) -> Option<Told> {
    first_of_side(passage, at, pronoun)
        .or_else(|| by_agent(passage, at))
        .or_else(|| of_kick(passage, at, pronoun))
        .or_else(|| in_turn(passage, at, pronoun))
        .or_else(|| of_the_turn(passage, at, pronoun))
}

/// "Put the first away", "took the fifth", "skied England's second": a place whose noun is left out.
fn of_the_turn(passage: &Passage, at: usize, pronoun: &[PersonId]) -> Option<Told> {
    const GOES_ON: &[&str] =
        &["away", "in", "home", "over", "wide", "past", "beyond", "into", "against", "and", "high", "low"];
    let (nth, end) = passage.ordinal(at)?;
    let owned = passage.is_possessive(at.wrapping_sub(1));
    let article = if owned {
        at.checked_sub(2).and_then(|last| passage.name_at(last)).filter(|name| name.team().is_some())?.first
    } else {
        at.checked_sub(1).filter(|&article| passage.is_any(article, &["the"]))?
    };
    let closed = super::plain::closes(passage, end)
        || passage.is_any(end, GOES_ON)
        || passage.any_phrase(end, &["of all"]).is_some();
    let first = if passage.is_any(article.wrapping_sub(1), &["in", "away", "home"]) { article - 1 } else { article };
    let verb = first.checked_sub(1).filter(|&verb| {
        passage.is_any(verb, super::kick_fates::STRIKES) || passage.is_any(verb, &["took", "takes", "taking"])
    })?;
    if !closed || passage.has(0, passage.len(), super::kick_cues::PLAY) {
        return None;
    }
    Some(Told {
        first: verb,
        end,
        place: Place::Nth(usize::try_from(nth).ok()?),
        of_all: false,
        plain: false,
        taker: subject(passage, verb, pronoun)?,
    })
}

/// "He was the first penalty taker", "stepped up first".
fn first_of_side(passage: &Passage, at: usize, pronoun: &[PersonId]) -> Option<Told> {
    const FIRST: &[&str] = &[
        "first penalty taker",
        "first taker",
        "first to kick",
        "took the first penalty",
        "took the first kick",
        "took the first spot kick",
        "stepped up first",
        "went first",
        "took the first",
        "began by missing",
        "began by scoring",
        "began by shooting over",
        "began by shooting wide",
    ];
    const HEADS: Heads = Heads::of(FIRST);
    let end = passage.may_begin(at, &HEADS).then(|| passage.any_phrase(at, FIRST))??;
    Some(Told {
        first: at,
        end,
        place: Place::Nth(1),
        of_all: false,
        plain: false,
        taker: subject(passage, at, pronoun)?,
    })
}

/// "The eighth, by Uli Hoeness".
fn by_agent(passage: &Passage, at: usize) -> Option<Told> {
    let (nth, end) = passage.ordinal(at)?;
    let (_, by) = passage.find(end, (end + 4).min(passage.len()), &["by"])?;
    let taker = who::after(passage, by).into_iter().next()?;
    let (_, stop) = who::place(passage, &taker)?;
    Some(Told {
        first: at,
        end: stop,
        place: Place::Nth(usize::try_from(nth).ok()?),
        of_all: false,
        plain: false,
        taker,
    })
}

/// "Settled it with the 18th kick", "took the fifth penalty", "put the last kick of the shoot-out over the bar".
fn of_kick(passage: &Passage, at: usize, pronoun: &[PersonId]) -> Option<Told> {
    const OF: &[&str] = &["of the shoot out", "of the shootout", "of a penalty shoot out", "of a shoot out"];
    let (place, noun) = place_at(passage, at)?;
    let end = passage.any_phrase(noun, KICKS)?;
    let of = passage.any_phrase(end, OF);
    // "The second penalty to be saved", "the third kick that Roa stopped": counted among others.
    if passage.is_any(end, &["to", "that", "which", "saved", "missed", "in"]) {
        return None;
    }
    if !passage.is_any(at.wrapping_sub(1), &["the", "their"])
        || of.is_none() && matches!(place, Place::Nth(1) | Place::Last)
    {
        return None;
    }
    Some(Told {
        first: at,
        end: of.unwrap_or(end),
        place,
        of_all: of.is_some(),
        plain: of.is_some(),
        taker: subject(passage, at - 1, pronoun)?,
    })
}

/// "Ayala, fifth up", "Rakitic, last man up", "Collovati, the 17th man to walk", "Salah went third".
fn in_turn(passage: &Passage, at: usize, pronoun: &[PersonId]) -> Option<Told> {
    const TURNS: &[&str] = &[
        "up",
        "man up",
        "to go",
        "man to go",
        "man to walk up",
        "man to walk",
        "man to step up",
        "man to kick",
        "to step up",
        "to walk up",
        "to kick",
        "to shoot",
        "in line",
        "penalty taker",
        "taker",
    ];
    let (place, next) = place_at(passage, at)?;
    let article = passage.is_any(at.wrapping_sub(1), &["the"]);
    let first = if article { at - 1 } else { at };
    if passage.is_any(first.wrapping_sub(1), &["went"]) {
        return Some(Told {
            first: first - 1,
            end: next,
            place,
            of_all: false,
            plain: false,
            taker: subject(passage, first - 1, pronoun)?,
        });
    }
    let end = passage.any_phrase(next, TURNS)?;
    let comma = first.checked_sub(1).filter(|&comma| passage.is_mark(comma, ','));
    let taker = match comma.and_then(|comma| comma.checked_sub(1)).and_then(|last| passage.name_at(last)) {
        Some(name) if name.is_person() => who::name_from(passage, name.first)?,
        _ => subject(passage, first, pronoun).filter(|_| passage.is_any(first.wrapping_sub(1), &["was", "is"]))?,
    };
    let plain = !passage.is_any(next, &["to", "in"]);
    Some(Told { first, end, place, of_all: false, plain, taker })
}

fn place_at(passage: &Passage, at: usize) -> Option<(Place, usize)> {
    if let Some((nth, end)) = passage.ordinal(at) {
        return Some((Place::Nth(usize::try_from(nth).ok()?), end));
    }
    if passage.is_any(at, &["opening"]) {
        return Some((Place::Nth(1), at + 1));
    }
    passage.is_any(at, &["last", "final"]).then_some((Place::Last, at + 1))
}

/// The one person who is the subject before a token.
fn subject(passage: &Passage, at: usize, pronoun: &[PersonId]) -> Option<Named> {
    match who::before(passage, at, pronoun).into_iter().next()?.as_slice() {
        [taker] => Some(taker.clone()),
        _ => None,
    }
}
