//! Whose the goals of a match were: "three of the four came from Hurst", "both Argentine goals were Maradona's", "Salenko
//! scored five of Russia's six".
//!
//! Of a part and a whole the whole says of which match they are told: only where it is right may the part be wrong.

use byline_record::ask::{Verdict, words};
use byline_record::{Match, PersonId, TeamId};

use super::about::{is_hypothetical, is_wanted};
use super::careers::scored;
use super::moment::is_elsewhere;
use super::plain::closes;
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Words that may begin a part, or stand in it.
const HEADS: Heads = Heads::of(&["of", "both", "all"]);
const GOALS: &[&str] = &["goals", "strikes"];
/// Verbs of somebody who scored a part of the goals.
const SCORED: &[&str] = &[
    "scored",
    "got",
    "netted",
    "struck",
    "hit",
    "grabbed",
    "bagged",
    "claimed",
    "notched",
    "scoring",
    "netting",
    "contributed",
    "supplied",
    "provided",
];
/// Words between goals and whoever scored them.
const BY: &[&str] = &[
    "were scored by",
    "had been scored by",
    "being scored by",
    "scored by",
    "were the work of",
    "were headed in by",
    "were headed by",
    "were converted by",
    "were put away by",
    "were netted by",
    "were down to",
    "belonged to",
    "fell to",
    "came from",
    "coming from",
    "came via",
    "came courtesy of",
    "came through",
];
/// Words by which other goals are counted than all of one match.
const NARROW: &[&str] = &[
    "half",
    "minutes",
    "minute",
    "extra time",
    "penalties",
    "penalty",
    "spot",
    "headers",
    "shoot out",
    "shootout",
    "kicks",
    "tournament",
    "finals",
    "competition",
    "so far",
    "group",
    "qualifying",
    "qualifiers",
    "season",
    "at least",
    "more than",
    "fewer than",
    "not",
    "never",
    "almost",
    "nearly",
    "disallowed",
    "ruled out",
];

/// A part of the goals of a match, and whose it was.
struct Part {
    first: usize,
    end: usize,
    count: u32,
    /// How many goals there were, of the team if one is named.
    whole: u32,
    team: Option<TeamId>,
    person: PersonId,
    /// Whether the words count goals and nothing else.
    plain: bool,
}

/// Judges whose a part of the goals of a match is said to have been.
pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, foci: &[Focus<'_>], out: &mut Out<'_>) {
    if !passage.may_meet(&HEADS) {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_none()
            && let Some(part) = part(reader, passage, at, out)
            && !is_hypothetical(passage, part.first)
            && !is_wanted(passage, part.first)
        {
            judge(reader, passage, &part, foci, out);
        }
    }
}

/// The part whose number stands at a token.
fn part(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<Part> {
    let goals = counted(reader, passage, at, out)?;
    let before = scorer_before(passage, at).filter(|_| closes(passage, goals.end));
    let (person, first, end) = before
        .map(|(person, first)| (person, first, goals.end))
        .or_else(|| scorer_after(passage, goals.end).map(|(person, end)| (person, at, end)))?;
    // "Two of the seven came from Klose": of seven shots, it may be.
    let plain = passage.is_any(goals.end - 1, GOALS) || goals.count == goals.whole || before.is_some();
    Some(Part { first, end, count: goals.count, whole: goals.whole, team: goals.team, person, plain })
}

/// Goals counted: a part, the whole, and whose they were.
struct Goals {
    count: u32,
    whole: u32,
    team: Option<TeamId>,
    end: usize,
}

/// "Three of the four", "five of Russia's six goals", "both Argentine goals", "all three of Italy's goals".
fn counted(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<Goals> {
    let goal = |at: usize| passage.is_any(at, GOALS).then_some(at + 1);
    let (count, next) = match passage.word(at) {
        "both" => (2, at + 1),
        "all" => passage.cardinal(at + 1)?,
        _ => {
            let (count, of) = passage.cardinal(at).filter(|&(count, _)| (2..10).contains(&count))?;
            if passage.is_any(at.wrapping_sub(1), &["all"]) || !passage.is_any(of, &["of"]) {
                return None;
            }
            let (team, number) = owner(reader, passage, of + 1, out)?;
            let (whole, end) = passage.cardinal(number).filter(|&(whole, _)| whole > count && whole < 13)?;
            let end = goal(end).or_else(|| goal(end + 1).filter(|_| passage.name_at(end).is_some())).unwrap_or(end);
            return Some(Goals { count, whole, team, end });
        }
    };
    let noun = if passage.is_any(next, &["of"]) { next + 1 } else { next };
    let (team, noun) = owner(reader, passage, noun, out).unwrap_or((None, noun));
    let end = goal(noun)?;
    // "Both goals for France"
    let (team, end) = if team.is_none() && passage.is_any(end, &["for"]) {
        owner(reader, passage, end + 1, out)?
    } else {
        (team, end)
    };
    Some(Goals { count, whole: count, team, end })
}

/// Whose the goals were by the words at a token: "the", "their", "Russia's", "Argentine".
fn owner(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(Option<TeamId>, usize)> {
    let from = if passage.is_any(at, &["the", "their"]) { at + 1 } else { at };
    match passage.name_from(from) {
        Some(name) => {
            let team = reader.team_meant(passage, name, out)?;
            let end = if passage.is_possessive(name.end) { name.end + 1 } else { name.end };
            Some((Some(team), end))
        }
        None => (from > at).then_some((None, from)),
    }
}

/// Whoever is named before the verb before a token, and where his name begins.
fn scorer_before(passage: &Passage, at: usize) -> Option<(PersonId, usize)> {
    let verb = at.checked_sub(1).filter(|&verb| passage.is_any(verb, SCORED))?;
    let name = verb.checked_sub(1).and_then(|last| passage.name_at(last))?;
    let joined = name.first.checked_sub(1).is_some_and(|joint| passage.is_any(joint, &["and", "or", "by"]));
    Some((name.person().filter(|_| !joined)?, name.first))
}

/// Whoever goals are said to be of by the words at a token, with nothing to narrow it behind.
fn scorer_after(passage: &Passage, at: usize) -> Option<(PersonId, usize)> {
    let owned = passage.is_any(at, &["were", "are"]).then(|| passage.name_from(at + 1)).flatten();
    let owned = owned.filter(|name| passage.is_possessive(name.end)).map(|name| (name, name.end + 1));
    let by = || {
        let next = passage.any_phrase(at, BY)?;
        let name: &Name = passage.name_from(next)?;
        (!passage.is_possessive(name.end)).then_some((name, name.end))
    };
    let (name, end) = owned.or_else(by)?;
    let more = passage.is_any(end, &["and"]) && passage.name_at(end + 1).is_some();
    Some((name.person().filter(|_| closes(passage, end) && !more)?, end))
}

/// Whether a match had as many goals as the whole is said to be, of the team named, of the scorer's, or of both.
fn is_whole(entry: &Match, part: &Part, out: &Out<'_>) -> bool {
    let Some(end) = entry.score.end else { return false };
    let of = |side| u32::from(end.of(side));
    let own = out.side_of_person(entry, part.person);
    match part.team {
        Some(team) => own.is_some() && own == out.side(entry, team) && own.map(of) == Some(part.whole),
        None => own.map(of) == Some(part.whole) || u32::from(end.home) + u32::from(end.away) == part.whole,
    }
}

fn judge(reader: &Reader<'_, '_>, passage: &Passage, part: &Part, foci: &[Focus<'_>], out: &mut Out<'_>) {
    let wholly = |focus: &&Focus<'_>| !focus.loose && is_whole(focus.entry, part, out);
    let is_so = |focus: &&Focus<'_>| scored(focus.entry, part.person) == part.count;
    let sole = || match foci {
        [focus] if focus.is_anchor && focus.may_contradict && out.timeline(focus.entry).complete => Some(focus),
        _ => None,
    };
    let may_deny = || {
        part.plain
            && !is_elsewhere(passage)
            && !passage.has(0, passage.len(), NARROW)
            && !reader.has_namesake(passage, part.person, out)
    };
    let (entry, verdict) = if let Some(focus) = foci.iter().filter(wholly).find(is_so) {
        (focus.entry, Verdict::Confirmed)
    } else if let Some(focus) = sole().filter(wholly).filter(|_| may_deny()) {
        (focus.entry, Verdict::Contradicted)
    } else {
        return;
    };
    let record = out.record();
    let reading = format!(
        "{}: {} of {} in the match",
        words::person(record, part.person),
        part.count,
        words::count(part.whole, "goal", "goals")
    );
    let judged = Judged::new(verdict).showing(out.match_row(entry)).about(Topic::Match(entry.id));
    out.push(passage, (part.first, part.end), Kind::Tally, reading, judged);
}
