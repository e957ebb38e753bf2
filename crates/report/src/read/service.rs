//! How many tournaments somebody has been to, as a player or in charge: "Hong, in his fourth tournament", "it is Löw's
//! fourth European Championship", "has played in four World Cups", "took Holland to the same stage four years ago".

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{CompetitionClass, CompetitionId, EditionId, Extent, PersonId, Table};

use super::about::{is_hypothetical, is_wanted};
use super::elsewhere::is_elsewhere;
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Nouns of a tournament of no name.
const TOURNAMENTS: &[&str] = &["tournament", "tournaments", "finals", "major tournament", "major tournaments"];
const HEADS: Heads = Heads::of(TOURNAMENTS);
/// Verbs of having been at several.
const BEEN: &[&str] = &["played", "appeared", "been", "featured", "taken", "coached", "managed", "part"];
/// Words of what is counted besides tournaments.
const ELSEWHERE: &[&str] = &["scored", "goals", "scorer"];

pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    let named = passage.names.iter().any(|name| name.competition().is_some());
    if !named && !passage.may_meet(&HEADS) {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        if let Some((nth, end)) = passage.ordinal(at).filter(|(nth, _)| (2..=8).contains(nth)) {
            nth_tournament(reader, passage, (at, end, nth), out);
        } else if let Some((count, end)) = passage.cardinal(at).filter(|(count, _)| (2..=8).contains(count)) {
            several(reader, passage, (at, end, count), out);
        }
    }
}

/// The competitions a noun at a token may mean, and the token after it; the second is whether it is named.
fn tournament(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    at: usize,
    out: &Out<'_>,
) -> Option<(Vec<CompetitionId>, usize)> {
    if let Some(name) = passage.name_from(at) {
        let id = name.competition().filter(|_| name.edition().is_none())?;
        let finals = out.record().competition(id).class == CompetitionClass::Finals;
        let end = if passage.is_any(name.end, &["finals"]) { name.end + 1 } else { name.end };
        return finals.then_some((vec![id], end));
    }
    let end = passage.any_phrase(at, TOURNAMENTS)?;
    Some((reader.competitions(out), end))
}

/// "in his fourth tournament", "Löw's fourth European Championship in charge"
fn nth_tournament(reader: &Reader<'_, '_>, passage: &Passage, (at, end, nth): (usize, usize, u32), out: &mut Out<'_>) {
    let Some(owner) = at.checked_sub(1) else { return };
    let his = passage.is_any(owner, &["his", "her"]);
    if !his && !passage.is_possessive(owner) {
        return;
    }
    let Some((competitions, last)) = tournament(reader, passage, end, out) else { return };
    // "His third World Cup final", "his fourth World Cup goal"
    let charge = passage.any_phrase(last, &["in charge", "as coach", "as manager", "in succession"]);
    if charge.is_none() && !super::plain::closes(passage, last) {
        return;
    }
    let (first, person, sure) = if his {
        let meant = reader.people_before(passage, owner);
        let Some(person) = meant.likely() else { return };
        (owner, person, meant.sure)
    } else {
        let Some(name) = passage.name_at(owner.wrapping_sub(1)).filter(|name| name.is_person()) else { return };
        let Some(person) = reader.bearer(name) else { return };
        (name.first, person, true)
    };
    let last = charge.unwrap_or(last);
    judge(passage, ((first, last), (person, sure), nth, &competitions), out);
}

/// "has played in four World Cups"
fn several(reader: &Reader<'_, '_>, passage: &Passage, (at, end, count): (usize, usize, u32), out: &mut Out<'_>) {
    let Some((competitions, last)) = tournament(reader, passage, end, out) else { return };
    let verb = super::ledger::back(passage, at, &["in", "at", "to", "of"]);
    let Some(verb) = verb.checked_sub(1).filter(|&verb| verb + 1 < at && passage.is_any(verb, BEEN)) else { return };
    if !super::plain::closes(passage, last) {
        return;
    }
    let meant = reader.people_before(passage, verb);
    let nearest = passage.names.iter().rfind(|name| name.end <= verb);
    let Some(person) = meant.likely().filter(|_| nearest.is_none_or(Name::is_person)) else { return };
    judge(passage, ((verb, last), (person, meant.sure), count, &competitions), out);
}

/// The editions of a competition by today somebody was in a squad at, and those he was in charge at.
fn been_at(person: PersonId, competitions: &[CompetitionId], out: &Out<'_>) -> (Vec<EditionId>, Vec<EditionId>) {
    let record = out.record();
    let editions = super::ledger::editions(&out.view, competitions);
    let played = |id: &EditionId| {
        let teams = &record.person(person).teams;
        teams.iter().any(|&team| {
            let squad = out.view.squad(*id, team);
            squad.is_some_and(|squad| squad.players.iter().any(|one| one.player == person))
        })
    };
    let led = |id: &EditionId| record.edition(*id).managers.iter().any(|is| is.manager == person);
    (editions.iter().copied().filter(played).collect(), editions.iter().copied().filter(led).collect())
}

fn judge(
    passage: &Passage,
    (span, (person, sure), count, competitions): ((usize, usize), (PersonId, bool), u32, &[CompetitionId]),
    out: &mut Out<'_>,
) {
    if is_hypothetical(passage, span.0) || is_wanted(passage, span.0) || is_elsewhere(passage, ELSEWHERE) {
        return;
    }
    if out.is_denied(passage, span) {
        return;
    }
    let each: Vec<(Vec<EditionId>, Vec<EditionId>)> = competitions
        .iter()
        .map(|&id| vec![id])
        .chain((competitions.len() > 1).then(|| competitions.to_vec()))
        .map(|set| been_at(person, &set, out))
        .collect();
    let is_count = |editions: &[EditionId]| u32::try_from(editions.len()) == Ok(count);
    let right = each.iter().flat_map(|(played, led)| [played, led]).find(|editions| is_count(editions));
    // A squad is not a match: he may have been to fewer; never to more than he played or led at.
    let either = |(played, led): &(Vec<EditionId>, Vec<EditionId>)| {
        played.len() + led.iter().filter(|edition| !played.contains(edition)).count()
    };
    let most = each.iter().map(either).max().unwrap_or_default();
    let never_led = each.iter().all(|(_, led)| led.is_empty());
    let only_led = each.iter().all(|(played, led)| played.is_empty() && !led.is_empty());
    let too_many = usize::try_from(count).is_ok_and(|count| count > most);
    let plain = sure
        && passage.quote.is_none()
        && most > 0
        && (too_many && squads_known(competitions, out) && never_led
            || only_led && managers_known(person, competitions, out));
    let (verdict, shown) = match right {
        Some(editions) => (Verdict::Confirmed, editions.clone()),
        None if plain => {
            let best = each.iter().flat_map(|(played, led)| [played, led]).max_by_key(|editions| editions.len());
            (Verdict::Contradicted, best.cloned().unwrap_or_default())
        }
        None => return,
    };
    let record = out.record();
    let all: Vec<String> = shown.iter().map(|&id| words::edition(record, id)).collect();
    let text = format!("{}: {}", words::person(record, person), words::list(&all));
    let sources = shown.first().map(|&id| record.edition(id).sources);
    let Some(sources) = sources else { return };
    let rows = vec![Evidence { in_match: None, text, sources }];
    let reading =
        format!("{} was at {}", words::person(record, person), words::count(count, "tournament", "tournaments"));
    out.push(passage, span, Kind::Role, reading, Judged::new(verdict).showing(rows));
}

/// Whether the squads of every tournament of some competitions are known.
fn squads_known(competitions: &[CompetitionId], out: &Out<'_>) -> bool {
    let editions = super::ledger::editions(&out.view, competitions);
    editions.into_iter().all(|id| matches!(out.view.extent(id, Table::Squads), Extent::Complete))
}

/// Whether it is known who managed at every tournament of some competitions, or that it was somebody.
fn managers_known(person: PersonId, competitions: &[CompetitionId], out: &Out<'_>) -> bool {
    let editions = super::ledger::editions(&out.view, competitions);
    editions.into_iter().all(|id| {
        matches!(out.view.extent(id, Table::Managers), Extent::Complete)
            || out.record().edition(id).managers.iter().any(|is| is.manager == person)
    })
}
