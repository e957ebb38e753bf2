//! Goals somebody has, told beside his name and of no match: "Gerd Müller's 14 goals", "Deyna with three", "Piola and
//! Colaussi had two each", "Salenko had five of the six", "Müller his fifth of the month".
//!
//! Such words leave open of which tournament they are. A number somebody scored in a match told of, in a tournament, or in
//! all of them by the days they may be of, is right; one that is none of these is wrong of whichever is meant.

use std::collections::BTreeMap;

use byline_record::ask::{Verdict, words};
use byline_record::{CompetitionClass, CompetitionId, EditionId, Match, PersonId, StageKind, View};

use super::about::{is_hypothetical, is_wanted};
use super::careers::{counts_something_else, scored};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Words by which a sentence counts goals.
const COUNTS: &[&str] = &[
    "goal",
    "goals",
    "scored",
    "scorer",
    "scorers",
    "scoring",
    "golden boot",
    "hat trick",
    "marksman",
    "netted",
    "headed",
    "volley",
    "opener",
    "equaliser",
    "header",
    "winner",
];
/// Words by which a count is of other matches, or of something else.
const ELSEWHERE: &[&str] =
    &["cap", "international goals", "saved", "booked", "titles", "points", "for his country", "penalties"];
/// Nouns of goals.
const GOALS: &[&str] = &["goals", "goal", "strikes"];
/// Between a name and a number of goals.
const HAS: &[&str] =
    &["has", "had", "have", "with", "on", "got", "finished", "ended", "ends", "finishes", "contributed"];
/// Likewise, of a count that is complete where the words stand.
const STANDS: &[&str] = &[
    "stayed on",
    "stays on",
    "remained on",
    "remains on",
    "is still on",
    "stuck on",
    "is on",
    "was on",
    "now on",
    "moves on to",
    "moved on to",
    "moves to",
    "moved to",
    "moves up to",
    "moved up to",
    "goes to",
    "got to",
    "gets to",
    "climbed to",
    "climbs to",
    "rises to",
    "rose to",
    "advances to",
    "advanced to",
    "is up to",
    "ended up on",
    "ended up with",
    "ends up with",
    "finishes on",
    "finished up with",
    "closed on",
    "signed off on",
    "signed off with",
    "goes home with",
    "went home with",
    "leaves with",
    "tally of",
    "total of",
    "haul of",
    "count of",
    "return of",
    "collection of",
];
/// What a sentence goes on with behind a complete count.
const GOES_ON: &[&str] = &[
    "was", "is", "past", "behind", "for", "at", "in", "beats", "equals", "won", "earned", "made", "leaves", "left",
    "puts", "put", "took", "brought", "gives", "gave",
];
/// Behind a number that is all somebody has.
const TO_HIS_NAME: &[&str] = &["to his name", "to his credit", "to the good", "against his name", "to show for it"];
const HEADS: Heads = Heads::of(COUNTS);

/// How many goals somebody has, by one way to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Match(byline_record::MatchId),
    Edition(EditionId),
    Competition(CompetitionId),
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let goals = reader.tells_of(passage, &HEADS, COUNTS);
    let mut elsewhere = None;
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        let count = goals.then(|| passage.cardinal(at)).flatten().filter(|(count, _)| (2..=25).contains(count));
        // "His 16th" of somebody whose 16th it was needs no more words.
        let nth = passage.ordinal(at).filter(|(nth, _)| (if goals { 2 } else { 5 }..=25).contains(nth));
        if (count.is_some() || nth.is_some())
            && *elsewhere.get_or_insert_with(|| counts_something_else(passage, ELSEWHERE))
        {
            return;
        }
        if let Some((count, end)) = count {
            total(reader, passage, foci, (at, end, count), out);
        } else if let Some((nth, end)) = nth {
            nth_goal(reader, passage, foci, (at, end, nth), out);
        }
    }
}

/// The names directly before a token: one, or a list of them; and where they begin.
fn named_before(passage: &Passage, end: usize) -> (Vec<&Name>, usize) {
    let mut names: Vec<&Name> = Vec::new();
    let mut first = end;
    while let Some(name) = first.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.is_person()) {
        names.insert(0, name);
        first = name.first;
        let joint = first.checked_sub(1).filter(|&at| passage.is_any(at, &["and"]) || passage.is_mark(at, ','));
        let Some(joint) = joint.filter(|&at| at > 0 && passage.name_at(at - 1).is_some_and(Name::is_person)) else {
            break;
        };
        first = joint;
    }
    (names, first)
}

/// Whose number it is, where the name or "he" stands beside it; where the words begin; and whether they end a count:
/// "finished with six".
fn owners(reader: &Reader<'_, '_>, passage: &Passage, at: usize) -> Option<(Vec<PersonId>, usize, bool)> {
    const JUST: &[&str] = &["now", "already", "both", "just", "alone"];
    const ENDED: &[&str] = &["finished", "ended", "ends", "finishes"];
    let borne = |names: &[&Name]| -> Option<Vec<PersonId>> {
        names.iter().map(|name| reader.bearer(name)).collect::<Option<Vec<_>>>().filter(|all| !all.is_empty())
    };
    let before = at.checked_sub(1)?;
    if passage.is_possessive(before) {
        let (names, first) = named_before(passage, before);
        return (names.len() == 1).then(|| Some((borne(&names)?, first, false)))?;
    }
    let link = super::ledger::back(passage, at, JUST);
    let mut verb = super::ledger::back(passage, link, HAS);
    if let Some(first) = stands_before(passage, link) {
        let owned = passage.is_possessive(first.wrapping_sub(1));
        let end = if owned { first - 1 } else { super::ledger::back(passage, first, JUST) };
        let (names, first) = named_before(passage, end);
        return (names.len() == 1).then(|| Some((borne(&names)?, first, true)))?;
    }
    if link == verb
        && passage.is_any(verb.wrapping_sub(1), &["scored"])
        && passage.is_any(verb.wrapping_sub(2), &["who"])
    {
        verb -= 1;
    }
    let closes = (verb..link).any(|at| passage.is_any(at, ENDED));
    let verb = super::ledger::back(passage, verb, JUST);
    if passage.is_any(verb.wrapping_sub(1), &["he"]) && verb < link {
        let meant = reader.people_before(passage, verb - 1);
        let person = meant.likely().filter(|_| meant.sure)?;
        return Some((vec![person], verb - 1, closes));
    }
    // "Neymar, who has four goals", "Kocsis, with eleven"
    let relative = passage.is_any(verb.wrapping_sub(1), &["who"]);
    let end = if relative { verb - 1 } else { verb };
    let end = if passage.is_mark(end.wrapping_sub(1), ',') { end - 1 } else { end };
    let (names, first) = named_before(passage, end);
    // "Piola, Zsengellér and Sárosi five apiece"
    let bare = link == verb && names.len() < 2;
    (!bare).then(|| Some((borne(&names)?, first, closes)))?
}

/// Where words of a complete count begin that end before a token.
fn stands_before(passage: &Passage, end: usize) -> Option<usize> {
    (end.saturating_sub(4)..end)
        .find(|&at| passage.name_at(at).is_none() && STANDS.iter().any(|words| passage.phrase(at, words) == Some(end)))
}

/// The goals of somebody in matches of the finals, by every way to count them.
fn ways(reader: &Reader<'_, '_>, view: &View<'_>, person: PersonId) -> BTreeMap<By, u32> {
    let record = view.record();
    let mut all = BTreeMap::new();
    for entry in reader.index.scored(person).iter().filter_map(|&id| view.get(id)) {
        let competition = record.edition(entry.edition).competition;
        let goals = scored(entry, person);
        if goals == 0 || record.competition(competition).class != CompetitionClass::Finals {
            continue;
        }
        for by in [By::Match(entry.id), By::Edition(entry.edition), By::Competition(competition)] {
            *all.entry(by).or_insert(0) += goals;
        }
    }
    all
}

/// "Deyna with three": of the tournament told of, of one of his, or of all of them.
fn total<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, count): (usize, usize, u32),
    out: &mut Out<'r>,
) {
    const EACH: &[&str] = &["each", "apiece"];
    let Some((people, first, closing)) = owners(reader, passage, at) else { return };
    let goals = passage.is_any(end, GOALS);
    let noun = if goals { end + 1 } else { end };
    let each = passage.is_any(noun, EACH);
    let last = if each { noun + 1 } else { noun };
    let his = passage.any_phrase(last, TO_HIS_NAME);
    let (last, closing) = (his.unwrap_or(last), closing || his.is_some());
    // "Salenko had five of the six"
    let of_so_many = passage.is_any(last, &["of"])
        && passage.is_any(last + 1, &["the", "them", "their", "his"])
        && (passage.cardinal(last + 2).is_some_and(|(_, end)| super::plain::closes(passage, end))
            || super::plain::closes(passage, last + 2));
    let closed = super::plain::closes(passage, last)
        || passage.any_phrase(last, &["at that tournament", "that summer", "that month", "that year"]).is_some()
        || of_so_many
        || closing && passage.is_any(last, GOES_ON)
        || passage.is_any(last, &["for", "in", "led", "were", "are", "had", "put", "at"])
            && passage.is_possessive(at - 1);
    if people.len() > 1 && !each
        || !closed && !goals
        || is_hypothetical(passage, at)
        // "Without Neymar, who has four goals": he has them.
        || is_wanted(passage, at) && !passage.is_any(at.wrapping_sub(2), &["who"])
        || passage.name_from(last).is_some_and(|name| !name.is_person())
    {
        return;
    }
    // "Sterling scored with 15 minutes left and Kane with four"
    const TIMES: &[&str] = &["minutes", "minute", "to go", "left", "remaining"];
    if !goals && passage.has(0, passage.len(), TIMES)
        || out.is_confirmed(passage, (first, last), &[Kind::Tally])
        || out.is_denied(passage, (first, last))
    {
        return;
    }
    let days = reader.counted(passage, out);
    let own = reader.tournament(out);
    // "Batistuta has four goals": now, and not at another tournament.
    let past = !passage.has(first, at, &["has", "have"]);
    let told_here = |id: byline_record::MatchId| foci.iter().any(|focus| focus.entry.id == id);
    // Whom a match told of gave so many of them is told of that match; else the tournament of the report goes first.
    let way = |person: PersonId| -> Option<By> {
        let mut fitting: Vec<By> = days
            .iter()
            .flat_map(|view| ways(reader, view, person))
            .filter(|&(by, goals)| {
                goals == count
                    && match by {
                        By::Match(id) => told_here(id) || count > 3 && past,
                        By::Edition(edition) => {
                            Some(edition) == own || count > 2 && past || recalled(reader, passage, edition, out)
                        }
                        // "Giroud has five goals" of a tournament is of no others.
                        By::Competition(_) => count > 2 && (past || own.is_none()),
                    }
            })
            .map(|(by, _)| by)
            .collect();
        fitting.sort_by_key(|by| (*by != own.map_or(*by, By::Edition), *by));
        fitting.first().copied()
    };
    let found: Vec<Option<By>> = people.iter().map(|&person| way(person)).collect();
    let verdict = if found.iter().all(Option::is_some) {
        Verdict::Confirmed
    } else {
        // Of nobody in any match, tournament or all of them.
        let is_any = |person: PersonId| {
            reader.eves(out).iter().any(|view| ways(reader, view, person).values().any(|&goals| goals == count))
        };
        let known = |person: PersonId| !ways(reader, &out.view, person).is_empty();
        let before = reader.passage_before(passage).filter(|before| before.paragraph == passage.paragraph);
        let cue = passage.has(0, passage.len(), COUNTS)
            || before
                .is_some_and(|before| before.has(0, before.len(), GOALS) && !counts_something_else(before, ELSEWHERE));
        // "Müller had seven goals after the group": at some point.
        let at_a_point = passage.is_any(last, &["after", "when", "by", "at", "before", "until"]);
        let plain = (goals || cue && (count > 2 || closing))
            && !at_a_point
            && !of_so_many
            && !passage.is_any(at - 1, &["scored"])
            && passage.quote.is_none()
            && super::plain::closes(passage, last)
            && !passage.has(
                0,
                passage.len(),
                &["both competitions", "world cups and", "at world cups", "tournaments", "career", "ever"],
            );
        let namesake = |person: PersonId| reader.has_namesake(passage, person, out);
        if !plain || people.iter().any(|&person| is_any(person) || !known(person) || namesake(person)) {
            return;
        }
        Verdict::Contradicted
    };
    let of = found.first().copied().flatten();
    let rows = people.iter().flat_map(|&person| rows(reader, person, of, own, out)).collect();
    let who: Vec<String> = people.iter().map(|&person| out.person(Some(person))).collect();
    let each = if people.len() > 1 { " each" } else { "" };
    let reading = format!("{}: {}{each}{}", words::list(&who), words::count(count, "goal", "goals"), told_of(of, out));
    out.push(passage, (first, last), Kind::Tally, reading, Judged::new(verdict).showing(rows));
}

/// Whether a tournament is one a sentence, or one before it in its paragraph, tells of by its year.
fn recalled(reader: &Reader<'_, '_>, passage: &Passage, edition: EditionId, out: &Out<'_>) -> bool {
    let competition = out.record().edition(edition).competition;
    reader.editions_recalled(passage, Some(competition), out).is_some_and(|all| all.contains(&edition))
}

fn told_of(by: Option<By>, out: &Out<'_>) -> String {
    let record = out.record();
    match by {
        None => " at the finals".to_owned(),
        Some(By::Match(_)) => " in the match".to_owned(),
        Some(By::Edition(id)) => format!(" of the {}", words::edition(record, id)),
        Some(By::Competition(id)) => format!(" of the {} of every year", words::competition(record, id)),
    }
}

fn rows(
    reader: &Reader<'_, '_>,
    person: PersonId,
    by: Option<By>,
    own: Option<EditionId>,
    out: &Out<'_>,
) -> Vec<byline_record::ask::Evidence> {
    let entries: Vec<&Match> = reader.index.scored(person).iter().filter_map(|&id| out.view.get(id)).collect();
    let competition = |entry: &Match| out.record().edition(entry.edition).competition;
    let of_it = |entry: &&&Match| match by {
        Some(By::Match(id)) => entry.id == id,
        Some(By::Edition(id)) => entry.edition == id,
        Some(By::Competition(id)) => competition(entry) == id,
        None => own.is_none_or(|own| competition(entry) == out.record().edition(own).competition),
    };
    let scoring = entries.iter().filter(of_it).filter(|entry| scored(entry, person) > 0);
    scoring.rev().take(12).flat_map(|entry| out.match_row(entry)).collect()
}

/// "Müller his fifth of the month", "Klose's was his 16th", "his third in finals": one of the goals of the match told of,
/// by the tournament or by all of them.
fn nth_goal<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, nth): (usize, usize, u32),
    out: &mut Out<'r>,
) {
    /// Of one tournament.
    const ONE: &[&str] = &[
        "of the month",
        "of the summer",
        "of the tournament",
        "of the championship",
        "of the competition",
        "in this competition",
        "of this tournament",
        "this month",
        "this summer",
        "at these finals",
    ];
    /// Of one or of all of them.
    const ANY: &[&str] = &[
        "in two tournaments",
        "at the finals",
        "in finals",
        "in the finals",
        "of the finals",
        "in all",
        "in total",
        "altogether",
        "all told",
        "here",
    ];
    let his = passage.is_any(at.wrapping_sub(1), &["his"]);
    let noun = super::ledger::skip(passage, end, GOALS);
    let one = passage.any_phrase(noun, ONE);
    let last = one.or_else(|| passage.any_phrase(noun, ANY)).unwrap_or(noun);
    let first = at.saturating_sub(1);
    if !his
        || !super::plain::closes(passage, last)
        || is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || out.is_confirmed(passage, (first, last), &[Kind::Tally])
        || out.is_denied(passage, (first, last))
    {
        return;
    }
    // The name beside it, or whoever alone the clause names before it.
    let (beside, _) = named_before(passage, first);
    let person = match beside.as_slice() {
        &[name] => reader.bearer(name),
        _ => {
            let meant = reader.people_before(passage, first);
            meant.likely().filter(|_| meant.sure)
        }
    };
    let Some(person) = person else { return };
    let of_finals = passage.phrase(noun, "in finals").is_some();
    let entries: Vec<&'r Match> = reader.index.scored(person).iter().filter_map(|&id| out.view.get(id)).collect();
    let finals = |entry: &&&'r Match| {
        let competition = out.record().edition(entry.edition).competition;
        out.record().competition(competition).class == CompetitionClass::Finals && scored(entry, person) > 0
    };
    let entries: Vec<&'r Match> = entries.iter().filter(finals).copied().collect();
    let competition = |entry: &Match| out.record().edition(entry.edition).competition;
    let is_final = |entry: &Match| entry.is_at(StageKind::Final);
    let in_it = |here: &Match, counts: &dyn Fn(&Match) -> bool| {
        let before: u32 = entries
            .iter()
            .take_while(|entry| entry.id != here.id)
            .filter(|entry| counts(entry))
            .map(|entry| scored(entry, person))
            .sum();
        counts(here) && nth > before && nth <= before + scored(here, person)
    };
    let fits = |here: &Match| {
        in_it(here, &|entry| entry.edition == here.edition)
            || one.is_none() && in_it(here, &|entry| competition(entry) == competition(here))
            || of_finals && in_it(here, &|entry| competition(entry) == competition(here) && is_final(entry))
    };
    let here: Vec<&'r Match> =
        foci.iter().map(|focus| focus.entry).filter(|entry| entries.iter().any(|other| other.id == entry.id)).collect();
    let Some(entry) = here.iter().find(|entry| fits(entry)) else { return };
    let reading = format!("{}: goal number {nth} at the finals", out.person(Some(person)));
    let rows = out.match_row(entry);
    out.push(passage, (first, last), Kind::Tally, reading, Judged::new(Verdict::Confirmed).showing(rows));
}
