//! Hosts, managers and captains: "hosts Qatar", "England manager Gareth Southgate", "Otto Rehhagel's team".

use byline_record::ask::statement::{Honour, MatchRef, Role, Says};
use byline_record::ask::{Evidence, Verdict, words};
use byline_record::names::find::How;
use byline_record::{EditionId, PersonId, TeamId, fold};

use super::about::{is_current, is_hypothetical, is_of_today, statement};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Phrases;
use crate::passage::{Name, Passage};

const MANAGER: Phrases = Phrases::of(&[
    "manager",
    "coach",
    "boss",
    "head coach",
    "trainer",
    "caretaker",
    "selector",
    "national coach",
    "head trainer",
]);
const CAPTAIN: Phrases = Phrases::of(&["captain", "skipper"]);
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

/// Looser words for it: nothing is contradicted by them.
const LOOSE_CREW: &[&str] = &[
    "lot",
    "mob",
    "heroes",
    "crew",
    "group",
    "army",
    "bunch",
    "finalists",
    "underdogs",
    "outsiders",
    "newcomers",
    "debutants",
    "women",
    "warriors",
    "xi",
];

/// What may be said of a captain or manager behind his name: "Matthäus, the home captain,".
const KIND_OF: &[&str] = &[
    "the",
    "their",
    "home",
    "visiting",
    "winning",
    "losing",
    "beaten",
    "defeated",
    "victorious",
    "veteran",
    "inspirational",
    "influential",
    "experienced",
    "talismanic",
    "outgoing",
    "departing",
    "long",
    "serving",
    "suspended",
    "injured",
    "young",
];

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if matches!(passage.word(at), "hosts" | "host") {
            hosts(reader, passage, foci, at, out);
            continue;
        }
        if passage.name_at(at).is_some() {
            crew(reader, passage, at, out);
            at_work(reader, passage, at, out);
            continue;
        }
        if let Some(end) = passage.one_of(at, &MANAGER) {
            held(reader, passage, (at, end), Role::Manager, out);
        } else if let Some(end) = passage.one_of(at, &CAPTAIN) {
            held(reader, passage, (at, end), Role::Captain, out);
        } else if passage.word(at) == "captained" && passage.word(at + 1) == "by" {
            led_by(reader, passage, at, out);
        } else if matches!(passage.word(at), "captained" | "captains" | "skippered") {
            captains(reader, passage, at, out);
        } else if matches!(passage.word(at), "coached" | "managed" | "charge" | "under") {
            in_charge(reader, passage, at, out);
        }
    }
}

/// "Tony Popovic sent on Ryan", "Boskov's double substitution": somebody who does what only whoever is in charge does.
fn at_work<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    const DOES: &[&str] = &[
        "sent on",
        "sends on",
        "sent for",
        "brought on",
        "brings on",
        "threw on",
        "throws on",
        "put on",
        "called on",
        "turned to his bench",
        "turned to the bench",
        "introduced",
        "withdrew",
        "took off",
        "rang the changes",
        "reshuffled",
        "made one change",
        "made two changes",
        "made three changes",
        "made four changes",
        "made five changes",
        "made six changes",
        "made seven changes",
        "made eight changes",
        "made a change",
        "made changes",
        "named an unchanged",
        "named the same",
        "rested",
        "banned from the bench",
        "banned from the touchline",
        "banished to the stands",
        "watched from the stands",
        "on the touchline",
        "in the dugout",
    ];
    const OWNS: &[&str] = &[
        "substitution",
        "substitutions",
        "double substitution",
        "triple substitution",
        "substitutes",
        "changes",
        "selection",
        "selections",
        "team selection",
        "starting eleven",
        "starting line up",
        "line up",
        "tactics",
        "formation",
        "team talk",
        "half time team talk",
        "game plan",
        "gamble",
    ];
    const AUXILIARIES: &[&str] = &["had", "has", "then", "duly", "also", "even", "again", "was", "in desperation"];
    let Some(name) = passage.name_from(at).filter(|name| name.how != How::Misprint) else { return };
    let Some(person) = name.person() else { return };
    let works = if passage.is_possessive(name.end) {
        passage.any_phrase(name.end + 1, OWNS).is_some()
    } else {
        let open = if passage.is_mark(name.end, ',') { name.end + 1 } else { name.end };
        let next = passage.any_phrase(open, AUXILIARIES).unwrap_or(open);
        passage.any_phrase(next, DOES).is_some()
    };
    if works && !is_hypothetical(passage, at) {
        elsewhere(reader, passage, (name.first, name.end), person, None, out);
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
    // "That may be why Switzerland, hosts of the 1954 World Cup, …": what is put in between is not in doubt.
    let apposed = first > 1
        && passage.is_mark(first - 1, ',')
        && passage.name_at(first - 2).is_some_and(|name| name.team().is_some());
    if is_hypothetical(passage, at) && !apposed
        || passage.is_any(first.wrapping_sub(1), &["future", "next", "previous", "former"])
        // "One goal did for the hosts"
        || passage.is_any(first.wrapping_sub(1), &["for"])
            && !passage.is_any(first.wrapping_sub(2), &["did", "doing", "does", "do", "accounted", "enough"])
    {
        return;
    }
    let team_at = |at: usize| passage.name_from(at).and_then(|name| name.team().map(|team| (team, name.end)));
    let before = || {
        let name = passage.name_at(first.checked_sub(2)?)?;
        let dated = reader.edition_at(passage, end, None, out).is_some();
        (passage.is_mark(first - 1, ',') && (passage.is_break(end) || dated))
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
    } else if let Some(team) = host_named(reader, passage, foci, out)
        .or_else(|| host_met(reader, passage, first, out))
        .filter(|_| passage.word(first) == "the")
    {
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

/// "The hosts" alone: of the two sides the one that is, or of the teams the paragraph names.
fn host_named(reader: &Reader<'_, '_>, passage: &Passage, foci: &[Focus<'_>], out: &Out<'_>) -> Option<TeamId> {
    let edition = out.record().edition(reader.tournament(out)?);
    let is_host = |team: &TeamId| edition.is_hosted_by(&words::team(out.record(), *team));
    if reader.edition == Some(edition.id) && is_current(reader, passage, foci, out) {
        let mut of_match = out.own.iter().copied().filter(is_host);
        if let Some(team) = of_match.next().filter(|_| of_match.next().is_none()) {
            return Some(team);
        }
    }
    let paragraph = reader.up_to(passage).iter().rev().take_while(|other| other.paragraph == passage.paragraph);
    let mut named: Vec<TeamId> = paragraph
        .take(4)
        .flat_map(|other| other.names.iter().filter_map(crate::passage::Name::team))
        .filter(is_host)
        .collect();
    named.sort_unstable();
    named.dedup();
    match *named.as_slice() {
        [team] => Some(team),
        _ => None,
    }
}

/// "Thrashed 6-1 by the co-hosts": the one host that a team named in the sentence has met at the tournament.
fn host_met(reader: &Reader<'_, '_>, passage: &Passage, first: usize, out: &Out<'_>) -> Option<TeamId> {
    const OBJECT: &[&str] = &["by", "to", "against", "with", "over", "for", "past", "beat", "beating", "held", "lost"];
    let edition = out.record().edition(reader.tournament(out)?);
    if !passage.is_any(first.wrapping_sub(1), OBJECT) || !super::tables::is_of_this_year(reader, passage, out) {
        return None;
    }
    let is_host = |team: TeamId| edition.is_hosted_by(&words::team(out.record(), team));
    let met = |team: TeamId| {
        let entries = out.view.matches_of(team).filter(|entry| entry.edition == edition.id && entry.is_played());
        entries.map(move |entry| if entry.home == team { entry.away } else { entry.home })
    };
    let named = passage.names.iter().filter(|name| name.end <= first).filter_map(crate::passage::Name::team);
    let mut hosts: Vec<TeamId> = named.flat_map(met).filter(|&team| is_host(team)).collect();
    hosts.sort_unstable();
    hosts.dedup();
    match *hosts.as_slice() {
        [team] => Some(team),
        _ => None,
    }
}

/// "Rehhagel's team": he managed one. The name may have been found to stand for the team already.
fn crew<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some(name) = passage.name_from(at) else { return };
    of_team(reader, passage, at, out);
    let (mark, end) =
        if name.team().is_some() { (name.end.saturating_sub(2), name.end) } else { (name.end, name.end + 2) };
    let loose = passage.is_any(mark + 1, LOOSE_CREW);
    if mark <= at || !passage.is_possessive(mark) || !(passage.is_any(mark + 1, CREW) || loose) {
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
    // "Hidalgo's men" of a tournament the passage looks back on.
    if found.is_none()
        && let Some(person) = name.person()
    {
        elsewhere(reader, passage, (at, end), person, None, out);
        return;
    }
    // "Jurgen Klinsmann's hosts": only who manages hosts has them.
    if passage.is_any(mark + 1, HOSTS)
        && let Some((person, team)) = found
        && let Some(edition) = reader.edition
        && !out.record().edition(edition).is_hosted_by(&words::team(out.record(), team))
    {
        other_hosts(reader, passage, (at, end), (person, team, edition), out);
        return;
    }
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
    // A sentence of a side his own team met at the tournament tells of that match.
    let met = |other: TeamId| {
        let meetings = || out.view.meetings(team, other).into_iter();
        !of_match(other) && meetings().any(|meeting| Some(meeting.edition) == reader.edition)
    };
    let of_another_side = passage.names.iter().filter_map(Name::team).any(met);
    if of_match(team) || is_named(team) {
        managed(reader, passage, (at, end), person, team, out);
    } else if !loose && !of_another_side {
        stranger(reader, passage, (at, end), person, out);
    }
}

/// Nouns of a team at home.
const HOSTS: &[&str] = &["hosts", "co"];

/// Contradicts "X's hosts" of somebody who managed another team, where one of the two sides is at home.
fn other_hosts(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    span: (usize, usize),
    (person, team, edition): (PersonId, TeamId, EditionId),
    out: &mut Out<'_>,
) {
    let is_host = |team: &TeamId| out.record().edition(edition).is_hosted_by(&words::team(out.record(), *team));
    let mut at_home = out.own.iter().copied().filter(is_host);
    let (Some(host), None) = (at_home.next(), at_home.next()) else { return };
    let named = super::who::exactly(passage, super::who::name_from(passage, span.0).as_slice()) == Some(person);
    if !named || passage.quote.is_some() || reader.anchor.is_none() || passage.has(0, span.0, &["next", "future"]) {
        return;
    }
    let managers = managers(reader, host, out);
    if managers.is_empty() || managers.contains(&person) || team == host {
        return;
    }
    say_managed(passage, span, (person, host, edition), (Verdict::Contradicted, &managers), out);
}

/// Somebody said to be in charge of one of the two sides who was in charge of another team, which the report does not
/// name.
fn stranger<'r>(reader: &Reader<'_, 'r>, passage: &Passage, span: (usize, usize), person: PersonId, out: &mut Out<'r>) {
    let (Some(entry), Some(edition)) = (reader.anchor, reader.edition) else { return };
    let record = out.record();
    if !record.edition(edition).managers.iter().any(|is| is.manager == person) {
        return;
    }
    let own: Vec<(TeamId, Vec<PersonId>)> =
        [entry.home, entry.away].into_iter().map(|team| (team, managers(reader, team, out))).collect();
    if own.iter().any(|(_, people)| people.is_empty() || people.contains(&person)) {
        return;
    }
    let rows: Vec<Evidence> = own.iter().map(|(team, people)| row(*team, people, edition, out)).collect();
    let place = words::edition(record, edition);
    let reading = format!("{} managed one of the two sides, {place}", words::person(record, person));
    out.push(passage, span, Kind::Role, reading, Judged::new(Verdict::Contradicted).showing(rows));
}

/// Who managed a team in an edition, as evidence.
fn row(team: TeamId, people: &[PersonId], edition: EditionId, out: &Out<'_>) -> Evidence {
    let record = out.record();
    let names: Vec<String> = people.iter().map(|&id| words::person(record, id)).collect();
    let (team, place) = (words::team(record, team), words::edition(record, edition));
    let text = format!("{team} at the {place}: managed by {}", words::list(&names));
    Evidence { in_match: None, text, sources: record.edition(edition).sources }
}

/// Says with a verdict that somebody managed a team in an edition, and who did.
fn say_managed(
    passage: &Passage,
    span: (usize, usize),
    (person, team, edition): (PersonId, TeamId, EditionId),
    (verdict, managers): (Verdict, &[PersonId]),
    out: &mut Out<'_>,
) {
    let record = out.record();
    let place = words::edition(record, edition);
    let reading = format!("{} managed {}, {place}", words::person(record, person), words::team(record, team));
    let rows = vec![row(team, managers, edition, out)];
    out.push(passage, span, Kind::Role, reading, Judged::new(verdict).showing(rows));
}

/// Whether a report names a team anywhere.
fn is_named(reader: &Reader<'_, '_>, team: TeamId, out: &Out<'_>) -> bool {
    let root = out.record().root(team);
    let mut named = reader.passages.iter().flat_map(|passage| &passage.names).filter_map(crate::passage::Name::team);
    named.any(|other| out.record().root(other) == root)
}

/// Whether a team is of the match, or the paragraph of a passage names it.
fn is_spoken_of(reader: &Reader<'_, '_>, passage: &Passage, team: TeamId, out: &Out<'_>) -> bool {
    let root = out.record().root(team);
    reader.anchor.is_some_and(|entry| out.side(entry, team).is_some())
        || reader
            .passages
            .iter()
            .filter(|other| other.paragraph == passage.paragraph)
            .flat_map(|other| &other.names)
            .filter_map(crate::passage::Name::team)
            .any(|other| out.record().root(other) == root)
}

/// "Joachim Low's Germany", "Egil Olsen's Norwegians": whose team it was.
fn of_team<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some(name) = passage.name_from(at).filter(|name| name.is_person()) else { return };
    let Some(person) = name.person().filter(|_| passage.is_possessive(name.end)) else { return };
    let Some(of) = passage.name_from(name.end + 1) else { return };
    let Some(team) = of.team().filter(|_| !passage.is_possessive(of.end)) else { return };
    led(reader, passage, (at, of.end), person, team, out);
}

/// A person said to lead a named team: at the tournament of the report, or at one the passage looks back on.
fn led<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    span: (usize, usize),
    person: PersonId,
    team: TeamId,
    out: &mut Out<'r>,
) {
    let own = reader.edition.and_then(|edition| out.record().edition(edition).year());
    let today = super::focus::years(passage, out, reader.this_year(out)).into_iter().all(|year| Some(year) == own);
    let of_match = reader.anchor.is_some_and(|entry| out.side(entry, team).is_some());
    if today && of_match && reader.managed_by(person, out).is_some() {
        managed(reader, passage, span, person, team, out);
        return;
    }
    elsewhere(reader, passage, span, person, Some(team), out);
}

/// "Otto Gloria, the Brazilian in charge", "Karl Rappan, who coached the Swiss", "Italy, managed by Bearzot", "under
/// Rappan".
fn in_charge<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let person_at = |at: usize| passage.name_from(at).and_then(|name| Some((name.person()?, name.end)));
    let before = |reach: usize| {
        let name = passage.names.iter().rfind(|name| name.end <= at && name.is_person())?;
        let near = name.end + reach >= at && passage.is_mark(name.end, ',');
        near.then(|| Some((name.person()?, name.first)))?
    };
    let team_at = |at: usize| {
        let at = if passage.word(at) == "the" { at + 1 } else { at };
        passage.name_from(at).and_then(|name| Some((name.team()?, name.end)))
    };
    match passage.word(at) {
        "charge" if passage.word(at.wrapping_sub(1)) == "in" => {
            if let Some((person, first)) = before(5) {
                elsewhere(reader, passage, (first, at + 1), person, None, out);
            }
        }
        "coached" | "managed" if passage.word(at + 1) == "by" => {
            let Some((person, end)) = person_at(at + 2) else { return };
            // "The Netherlands, coached by Van Basten"
            let owner =
                at.checked_sub(2).filter(|_| passage.is_mark(at - 1, ',')).and_then(|last| passage.name_at(last));
            match owner.and_then(Name::team) {
                Some(team) => led(reader, passage, (at, end), person, team, out),
                None => elsewhere(reader, passage, (at, end), person, None, out),
            }
        }
        "coached" | "managed" if passage.is_any(at.wrapping_sub(1), &["who", "had"]) => {
            if let (Some((person, first)), Some((team, end))) = (before(4), team_at(at + 1)) {
                led(reader, passage, (first, end), person, team, out);
            }
        }
        "under" => {
            if let Some((person, end)) = person_at(at + 1) {
                elsewhere(reader, passage, (at, end), person, None, out);
            }
        }
        _ => {}
    }
}

/// A person in charge of a team at one of the tournaments the report or the passage tells of.
fn elsewhere<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    span: (usize, usize),
    person: PersonId,
    team: Option<TeamId>,
    out: &mut Out<'r>,
) {
    let record = out.record();
    let mut editions: Vec<EditionId> = reader.edition.into_iter().chain(reader.editions.iter().copied()).collect();
    let own = reader.this_year(out);
    for year in super::focus::years(passage, out, own) {
        editions.extend(reader.competitions(out).into_iter().filter_map(|id| reader.edition_of(id, year, out)));
    }
    let root = |team: TeamId| record.root(team);
    let found = editions.iter().find_map(|&edition| {
        let entry = record.edition(edition);
        let held = entry
            .managers
            .iter()
            .find(|is| is.manager == person && team.is_none_or(|team| root(team) == root(is.team)))?;
        Some((entry, held))
    });
    let Some((edition, held)) = found else { return };
    if team.is_none() && !is_spoken_of(reader, passage, held.team, out) {
        return;
    }
    say_managed(passage, span, (person, held.team, edition.id), (Verdict::Confirmed, &[person]), out);
}

/// Who managed a team at the tournament of the report, or in its match.
fn managers(reader: &Reader<'_, '_>, team: TeamId, out: &Out<'_>) -> Vec<PersonId> {
    let record = out.record();
    let root = record.root(team);
    let edition = edition_of(reader, team, out);
    let appointed = edition.map(|edition| record.edition(edition).managers.as_slice()).unwrap_or_default();
    let mut all: Vec<PersonId> =
        appointed.iter().filter(|is| record.root(is.team) == root).map(|is| is.manager).collect();
    let sheet = reader.anchor.and_then(|entry| entry.sheet(out.side(entry, team)?)?.manager);
    if let Some(manager) = sheet.filter(|manager| !all.contains(manager)) {
        all.push(manager);
    }
    all
}

/// The tournament of the report, or of a report of no one match the first it tells of that a team was led at.
fn edition_of(reader: &Reader<'_, '_>, team: TeamId, out: &Out<'_>) -> Option<EditionId> {
    let record = out.record();
    let root = record.root(team);
    let led = |edition: &EditionId| record.edition(*edition).managers.iter().any(|is| record.root(is.team) == root);
    reader.edition.or_else(|| reader.editions.iter().copied().find(led))
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
    let Some(edition) = edition_of(reader, team, out) else { return };
    let root = record.root(team);
    let appointments = &record.edition(edition).managers;
    let of_team = managers(reader, team, out);
    let other = appointments.iter().any(|is| is.manager == person && record.root(is.team) != root);
    let verdict = if of_team.contains(&person) {
        Verdict::Confirmed
    } else if other && !of_team.is_empty() && reader.edition.is_some() {
        Verdict::Contradicted
    } else {
        return;
    };
    say_managed(passage, span, (person, team, edition), (verdict, &of_team), out);
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

/// "Philipp Lahm captained Germany", "Messi captains his country".
fn captains<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some(name) = at.checked_sub(1).and_then(|last| passage.name_at(last)) else { return };
    let named = passage.name_with_article(at + 1).and_then(|name| Some((name.team()?, name.end)));
    let own = || {
        passage.any_phrase(
            super::ledger::skip(passage, at + 1, &["the"]),
            &["his country", "his side", "his team", "side", "team"],
        )
    };
    let Some(end) = named.map(|(_, end)| end).or_else(own) else { return };
    if let Some(person) = name.person().filter(|_| !is_hypothetical(passage, at)) {
        captained(reader, passage, (name.first, end), person, named.map(|(team, _)| team), out);
    }
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
    const OTHER: &[&str] =
        &["former", "assistant", "ex", "vice", "goalkeeping", "then", "future", "previous", "old", "club", "new"];
    if passage.is_any(at.wrapping_sub(1), OTHER) {
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
    // "Former Netherlands manager Guus Hiddink"
    const ONCE: &[&str] = &["former", "ex", "then", "future", "previous", "old", "onetime", "erstwhile"];
    let once = first.wrapping_sub(1 + usize::from(passage.is_mark(first.wrapping_sub(1), '-')));
    if team.is_some() && passage.is_any(once, ONCE) {
        return;
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
            while passage.is_any(start.wrapping_sub(1), KIND_OF) {
                start -= 1;
            }
            // "Lloris, 31 and France's captain,"
            let aged = start.checked_sub(3).filter(|&comma| {
                passage.is_any(start - 1, &["and"])
                    && passage.is_mark(comma, ',')
                    && passage.cardinal(comma + 1).is_some_and(|(age, end)| end + 1 == start && age < 100)
            });
            let start = aged.map_or(start, |comma| comma + 1);
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
        let team_said = team;
        let team = team.filter(|&team| !abroad || of_match(team)).or(managed_by);
        // "The former coach Otto Rehhagel" apart, a coach of no team named is one of the two.
        if let (None, Some(other)) = (team_said, managed_by)
            && !is_spoken_of(reader, passage, other, out)
        {
            let current =
                !reader.local.contains_key(&passage.paragraph) && super::tables::is_of_this_year(reader, passage, out);
            if reader.anchor.is_some() && current && !is_named(reader, other, out) {
                stranger(reader, passage, span, person, out);
            }
            return;
        }
        match (team, managed_by) {
            (Some(team), _) if reader.edition.is_some() => managed(reader, passage, span, person, team, out),
            (team, _) => elsewhere(reader, passage, span, person, team, out),
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
