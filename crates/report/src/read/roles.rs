//! Hosts, managers and captains: "hosts Qatar", "England manager Gareth Southgate", "Otto Rehhagel's team".

use byline_record::ask::statement::{Honour, MatchRef, Role, Says};
use byline_record::ask::{Evidence, Verdict, words};
use byline_record::names::find::How;
use byline_record::{EditionId, PersonId, TeamId, fold};

use super::about::{is_hypothetical, is_of_today, statement};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::passage::Passage;

const MANAGER: &[&str] = &["manager", "coach", "boss", "head coach", "trainer"];
const CAPTAIN: &[&str] = &["captain", "skipper"];
/// Words for a team behind its manager's name.
const CREW: &[&str] = &[
    "side",
    "team",
    "men",
    "players",
    "squad",
    "eleven",
    "charges",
    "boys",
    "troops",
    "lads",
    "outfit",
    "hosts",
    "champions",
    "holders",
];

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            crew(reader, passage, at, out);
            continue;
        }
        if passage.is_any(at, &["hosts", "host"]) {
            hosts(reader, passage, foci, at, out);
        } else if let Some(end) = passage.any_phrase(at, MANAGER) {
            held(reader, passage, (at, end), Role::Manager, out);
        } else if let Some(end) = passage.any_phrase(at, CAPTAIN) {
            held(reader, passage, (at, end), Role::Captain, out);
        } else if passage.word(at) == "captained" && passage.word(at + 1) == "by" {
            led_by(reader, passage, at, out);
        }
    }
}

/// "hosts Qatar", "co-hosts Australia", "Germany, the hosts,", "the hosts, Sweden,".
fn hosts<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let mut first = at;
    while passage.is_any(first.wrapping_sub(1), &["co", "the", "joint", "tournament"]) {
        first -= 1;
    }
    let mut end = at + 1;
    if passage.word(at) == "host" {
        if !passage.is_any(end, &["nation", "country"]) {
            return;
        }
        end += 1;
    }
    if is_hypothetical(passage, at)
        || passage.is_any(first.wrapping_sub(1), &["future", "next", "previous", "former", "for"])
    {
        return;
    }
    let team_at = |at: usize| passage.name_from(at).and_then(|name| name.team().map(|team| (team, name.end)));
    let before = || {
        let name = passage.name_at(first.checked_sub(2)?)?;
        (passage.is_mark(first - 1, ',') && passage.is_break(end))
            .then(|| name.team().map(|team| (team, name.first)))?
    };
    let comma = || {
        let next = if passage.word(end + 1) == "the" { end + 2 } else { end + 1 };
        let found = team_at(next).filter(|_| passage.is_mark(end, ','))?;
        (found.1 >= passage.len() || passage.is_break(found.1)).then_some(found)
    };
    let (team, span) = if let Some((team, last)) = team_at(end) {
        (team, (first, last))
    } else if let Some((team, start)) = before() {
        (team, (start, end))
    } else if let Some((team, last)) = comma() {
        (team, (first, last))
    } else if let (Some(entry), true) = (reader.anchor, is_of_today(reader, foci)) {
        // "The hosts" alone: of the two sides the one that is.
        let hosts = &out.record().edition(entry.edition).hosts;
        let is_host = |team: &TeamId| hosts.iter().any(|host| **host == *words::team(out.record(), *team));
        let mut of_match = [entry.home, entry.away].into_iter().filter(is_host);
        let Some(team) = of_match.next().filter(|_| passage.word(first) == "the" && of_match.next().is_none()) else {
            return;
        };
        (team, (first, end))
    } else {
        return;
    };
    let told = reader.edition_at(passage, span.1, None, out).map(|(editions, _)| editions);
    let mut editions: Vec<EditionId> = told.unwrap_or_default();
    let named = !editions.is_empty();
    if !named {
        editions.extend(reader.tournament(out));
        editions.extend(foci.iter().map(|focus| focus.entry.edition));
        editions.dedup();
    }
    let ways: Vec<_> = editions
        .into_iter()
        .map(|edition| {
            let says =
                Says::Honours { team: Some(team), honour: Honour::Hosts, competition: None, edition: Some(edition) };
            (statement(says, reader.sex(out), Vec::new()), out.view)
        })
        .collect();
    let plain = named || is_of_today(reader, foci) && reader.edition.is_some();
    out.decide(passage, span, Kind::Role, &ways, &[], plain);
}

/// "Rehhagel's team": he managed one. The name may have been found to stand for the team already.
fn crew<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some(name) = passage.name_from(at) else { return };
    let (mark, end) =
        if name.team().is_some() { (name.end.saturating_sub(2), name.end) } else { (name.end, name.end + 2) };
    if mark <= at || !passage.is_possessive(mark) || !passage.is_any(mark + 1, CREW) {
        return;
    }
    let found = match name.team() {
        Some(team) => {
            let surname = passage.word(mark - 1);
            managers(reader, team, out)
                .into_iter()
                .find(|&person| fold(&out.record().person(person).name).ends_with(surname))
                .map(|person| (person, team))
        }
        None => name.person().and_then(|person| Some((person, reader.managed_by(person, out)?))),
    };
    // A manager of neither side, whose team is not named either, is somebody else or a mistake.
    let of_match = |team: TeamId| reader.anchor.is_none_or(|entry| out.side(entry, team).is_some());
    let is_named = |team: TeamId| {
        reader
            .passages
            .iter()
            .flat_map(|passage| &passage.names)
            .any(|other| other.team() == Some(team) && !passage.is_possessive(other.end.saturating_sub(2)))
    };
    let Some((person, team)) = found else { return };
    if of_match(team) || is_named(team) {
        managed(reader, passage, (at, end), person, team, out);
    } else if let (Some(entry), Some(edition)) = (reader.anchor, reader.edition)
        && out.record().edition(edition).managers.iter().any(|is| is.manager == person)
    {
        // His team is nowhere in the report, and he is in charge of neither side.
        let record = out.record();
        let own: Vec<(TeamId, Vec<PersonId>)> =
            [entry.home, entry.away].into_iter().map(|team| (team, managers(reader, team, out))).collect();
        if own.iter().any(|(_, people)| people.is_empty() || people.contains(&person)) {
            return;
        }
        let place = words::edition(record, edition);
        let line = |(team, people): &(TeamId, Vec<PersonId>)| {
            let names: Vec<String> = people.iter().map(|&id| words::person(record, id)).collect();
            let text = format!("{} at the {place}: managed by {}", words::team(record, *team), words::list(&names));
            Evidence { in_match: None, text, sources: record.edition(edition).sources }
        };
        let rows: Vec<Evidence> = own.iter().map(line).collect();
        let reading = format!("{} managed one of the two sides, {place}", words::person(record, person));
        out.push(passage, (at, end), Kind::Role, reading, Judged::new(Verdict::Contradicted).showing(rows));
    }
}

/// Who managed a team at the tournament of the report, or in its match.
fn managers(reader: &Reader<'_, '_>, team: TeamId, out: &Out<'_>) -> Vec<PersonId> {
    let record = out.record();
    let root = record.root(team);
    let appointed = reader.edition.map(|edition| record.edition(edition).managers.as_slice()).unwrap_or_default();
    let mut all: Vec<PersonId> =
        appointed.iter().filter(|is| record.root(is.team) == root).map(|is| is.manager).collect();
    let sheet = reader.anchor.and_then(|entry| entry.sheet(out.side(entry, team)?)?.manager);
    if let Some(manager) = sheet.filter(|manager| !all.contains(manager)) {
        all.push(manager);
    }
    all
}

/// A person in charge of a team, as the record has it.
fn managed<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    span: (usize, usize),
    person: PersonId,
    team: TeamId,
    out: &mut Out<'r>,
) {
    let record = out.record();
    let Some(edition) = reader.edition else { return };
    let root = record.root(team);
    let appointments = &record.edition(edition).managers;
    let of_team = managers(reader, team, out);
    let other = appointments.iter().any(|is| is.manager == person && record.root(is.team) != root);
    let verdict = if of_team.contains(&person) {
        Verdict::Confirmed
    } else if other && !of_team.is_empty() {
        Verdict::Contradicted
    } else {
        return;
    };
    let names: Vec<String> = of_team.iter().map(|&id| words::person(record, id)).collect();
    let place = words::edition(record, edition);
    let team = words::team(record, team);
    let text = format!("{team} at the {place}: managed by {}", words::list(&names));
    let row = Evidence { in_match: None, text, sources: record.edition(edition).sources };
    let reading = format!("{} managed {team}, {place}", words::person(record, person));
    out.push(passage, span, Kind::Role, reading, Judged::new(verdict).showing(vec![row]));
}

/// "Croatia, captained by Luka Modric".
fn led_by<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some(name) = passage.name_from(at + 2).filter(|name| name.is_person()) else { return };
    let Some(person) = name.person() else { return };
    let before = at.checked_sub(1).and_then(|before| passage.name_at(before));
    let before = before.or_else(|| passage.name_at(at.checked_sub(2)?).filter(|_| passage.is_mark(at - 1, ',')));
    let team = before.and_then(|name| Some((name.team()?, name.first)));
    let first = team.map_or(at, |(_, first)| first);
    captained(reader, passage, (first, name.end), person, team.map(|(team, _)| team), out);
}

/// A captain of a team at the tournament of the report, as the record has it. Another than the record names may have
/// led a team on some day: nothing is contradicted.
fn captained<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    span: (usize, usize),
    person: PersonId,
    team: Option<TeamId>,
    out: &mut Out<'r>,
) -> bool {
    let record = out.record();
    let Some(edition) = reader.edition else { return false };
    let entry = record.edition(edition);
    let is_of = |of: TeamId| team.is_none_or(|team| record.root(team) == record.root(of));
    let Some(held) = entry.captains.iter().find(|held| held.captain == person && is_of(held.team)) else {
        return false;
    };
    let place = words::edition(record, edition);
    let team = words::team(record, held.team);
    let names: Vec<String> = entry.captains_of(held.team).map(|id| words::person(record, id)).collect();
    let text = format!("{team} at the {place}: captained by {}", words::list(&names));
    let row = Evidence { in_match: None, text, sources: entry.sources };
    let reading = format!("{} captained {team}, {place}", words::person(record, person));
    out.push(passage, span, Kind::Role, reading, Judged::new(Verdict::Confirmed).showing(vec![row]));
    true
}

/// "England manager Gareth Southgate", "coach Walid Regragui", "Didier Deschamps, the France coach,".
fn held<'r>(reader: &Reader<'_, 'r>, passage: &Passage, (at, end): (usize, usize), role: Role, out: &mut Out<'r>) {
    if passage.is_any(
        at.wrapping_sub(1),
        &["former", "assistant", "ex", "vice", "goalkeeping", "then", "future", "previous", "old", "club", "new"],
    ) {
        return;
    }
    let mut first = at;
    let mut team = None;
    // Whether a people's adjective is all that tells of a team.
    let mut people = false;
    let mut before = at.checked_sub(1);
    if before.is_some_and(|before| passage.is_possessive(before)) {
        before = before.and_then(|before| before.checked_sub(1));
    }
    if let Some(name) = before.and_then(|before| passage.name_at(before))
        && let Some(is) = name.team()
    {
        team = Some(is);
        first = name.first;
        // "Greece's German coach": where he is from, and whose coach he is.
        let owner = first.checked_sub(2).filter(|_| passage.is_possessive(first - 1));
        let owner = owner.and_then(|owner| passage.name_at(owner)).filter(|owner| owner.team().is_some());
        if name.how == How::Demonym
            && let Some(owner) = owner
        {
            team = owner.team();
            first = owner.first;
        }
        people = name.how == How::Demonym && owner.is_none();
    }
    let after = passage
        .name_from(end)
        .or_else(|| passage.name_from(end + 1).filter(|_| passage.is_mark(end, ',') && team.is_some()))
        .filter(|name| name.is_person());
    let (person, span) = match after {
        Some(name) => (name.person(), (first, name.end)),
        None => {
            // "Deschamps, the France coach,"
            let mut start = first;
            while passage.is_any(start.wrapping_sub(1), &["the", "their"]) {
                start -= 1;
            }
            let name = start.checked_sub(2).and_then(|last| passage.name_at(last)).filter(|name| name.is_person());
            let Some(name) = name.filter(|_| passage.is_mark(start - 1, ',') && passage.is_break(end)) else { return };
            (name.person(), (name.first, end))
        }
    };
    let Some(person) = person else { return };
    if role == Role::Manager {
        let managed_by = reader.managed_by(person, out);
        // "The German coach Otto Rehhagel" may be of another team.
        let abroad = people && managed_by.is_some() && managed_by != team;
        let of_match = |team: TeamId| reader.anchor.is_some_and(|entry| out.side(entry, team).is_some());
        let team = team.filter(|&team| !abroad || of_match(team)).or(managed_by);
        if let Some(team) = team {
            managed(reader, passage, span, person, team, out);
        }
        return;
    }
    if captained(reader, passage, span, person, team, out) {
        return;
    }
    let Some(entry) = reader.anchor else { return };
    let team = team.filter(|&team| out.side(entry, team).is_some());
    let at = MatchRef { id: Some(entry.id), team, ..MatchRef::default() };
    let says = Says::Role { at, role, person: Some(person) };
    let ways = [(statement(says, reader.sex(out), Vec::new()), out.view)];
    out.decide(passage, span, Kind::Role, &ways, &[], false);
}
