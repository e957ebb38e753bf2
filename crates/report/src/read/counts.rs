//! How many goals somebody has, told in passing: "Seven in all", "eight in Qatar", "Skuhravy on five", "Klose (16)", "four
//! for Messi at these finals", "14 in five tournaments", "left Japan with five".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{CompetitionClass, CompetitionId, EditionId, Match, PersonId, View};

use super::about::{is_hypothetical, is_wanted};
use super::careers::scored;
use super::elsewhere::is_elsewhere;
use super::ledger::skip;
use super::tallies::{Of, has_in_finals, matches, scope_at, told_of};
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Nouns that are goals.
const GOALS: &[&str] = &["goals", "goal", "strikes"];
/// Words of counts that are of something else.
const ELSEWHERE: &[&str] = &[
    "caps",
    "cap",
    "competitions",
    "internationals",
    "international goals",
    "for his country",
    "assists",
    "saves",
    "yellow",
    "bookings",
];
/// Nouns behind a number that are no goals.
const OTHERS: &[&str] = &[
    "minutes",
    "minute",
    "years",
    "year",
    "games",
    "game",
    "matches",
    "match",
    "penalties",
    "times",
    "men",
    "players",
    "points",
    "days",
    "metres",
    "yards",
    "caps",
    "wins",
    "defeats",
    "draws",
    "titles",
    "shots",
    "kicks",
    "teams",
    "months",
    "weeks",
    "seconds",
    "cards",
    "corners",
    "chances",
    "saves",
    "victories",
    "tournaments",
    "finals",
    "world",
    "others",
    "more",
    "changes",
    "appearances",
    "minutes'",
    "hours",
    "clear",
    "ahead",
    "behind",
    "short",
    "fewer",
];

/// Words by which a bare number is of a tournament.
const NOW: &[&str] = &["in all", "in total", "all told", "altogether", "already", "so far", "now", "to date"];
/// Words that narrow a count to the tournament under report.
const HERE: &[&str] = &[
    "at these finals",
    "at this tournament",
    "in this tournament",
    "of this tournament",
    "this summer",
    "this tournament",
    "this world cup",
    "in these finals",
    "of these finals",
    "of these",
    "here",
    "at the tournament",
    "in the tournament",
    "of the tournament",
    "of the finals",
    "at the finals",
    "in the finals",
    "in the competition",
    "of the competition",
];
/// Words of a count at one tournament, whichever.
const SINGLE: &[&str] = &[
    "in one world cup",
    "at one world cup",
    "in a single world cup",
    "at a single world cup",
    "at a single tournament",
    "in a single tournament",
    "at one tournament",
    "in one tournament",
    "in a single finals",
    "at a single finals",
];

/// Words of a list of who scored most.
const LISTS: &[&str] = &["leads", "lead", "scorers", "next best", "list", "ahead of", "behind", "golden boot"];

/// Words of goals, by which a sentence, or the one before it, counts them.
const COUNTED: &[&str] = &[
    "goals",
    "goal",
    "scorer",
    "scorers",
    "scored",
    "scoring",
    "tally",
    "golden boot",
    "marksman",
    "leads the list",
    "hat trick",
];
const COUNTED_HEADS: Heads = Heads::of(COUNTED);

/// How a number stands to whoever has so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Who {
    person: PersonId,
    first: usize,
    /// Whether the number stands right beside the name.
    adjacent: bool,
}

/// A name with a number in brackets behind it.
struct Listed {
    people: Vec<PersonId>,
    first: usize,
    end: usize,
    count: u32,
}

/// Which tournaments a count is of: several ways to take it, the token after the words, whether they say it.
struct Scopes {
    all: Vec<Of>,
    last: usize,
    said: bool,
    /// The most tournaments the goals are from.
    editions: Option<usize>,
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &mut Out<'r>) {
    let counts: Vec<(usize, usize, u32)> = (0..passage.len())
        .filter_map(|at| passage.cardinal(at).map(|(count, end)| (at, end, count)))
        .filter(|&(at, _, count)| {
            (1..=30).contains(&count) && passage.name_at(at).is_none() && !passage.is_any(at, &["one", "a"])
        })
        .collect();
    if counts.is_empty() || is_elsewhere(passage, ELSEWHERE) || competition_of(reader, out).is_none() {
        return;
    }
    let mut listed = Vec::new();
    for count in counts {
        count_at(reader, passage, count, &mut listed, out);
    }
    // "Klose (16), Ronaldo (15) and Muller (14)": a list.
    if listed.len() > 1 {
        list(reader, passage, &listed, out);
    }
}

/// The competition of the report, or the World Cup where it is of none.
fn competition_of(reader: &Reader<'_, '_>, out: &Out<'_>) -> Option<CompetitionId> {
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    own.or_else(|| reader.world_cup(out))
}

/// The goals of somebody in some tournaments, with the matches.
pub(super) fn goals_of<'r>(
    reader: &Reader<'_, 'r>,
    view: &View<'r>,
    person: PersonId,
    of: Of,
) -> (u32, Vec<&'r Match>) {
    let record = view.record();
    let entries: Vec<&'r Match> = reader
        .index
        .scored(person)
        .iter()
        .filter_map(|&id| view.get(id))
        .filter(|entry| {
            let competition = record.edition(entry.edition).competition;
            let in_it = match of {
                Of::Edition(id) => entry.edition == id,
                Of::Competition(id) => competition == id,
                Of::Group(id) => entry.edition == id && entry.is_at(byline_record::StageKind::Group),
            };
            in_it && record.competition(competition).class == CompetitionClass::Finals && scored(entry, person) > 0
        })
        .collect();
    (entries.iter().map(|entry| scored(entry, person)).sum(), entries)
}

/// The editions that were held in a country, of the report's competitions.
pub(super) fn held_in(reader: &Reader<'_, '_>, name: &Name, out: &Out<'_>) -> Vec<EditionId> {
    let Some(team) = name.team() else { return Vec::new() };
    let record = out.record();
    let country = words::team(record, team);
    let competitions = reader.competitions(out);
    let editions = out.view.editions().filter(|edition| competitions.contains(&edition.competition));
    editions.filter(|edition| edition.is_hosted_by(&country)).map(|edition| edition.id).collect()
}

fn scopes(reader: &Reader<'_, '_>, passage: &Passage, (at, end): (usize, usize), out: &Out<'_>) -> Option<Scopes> {
    let own = reader.tournament(out);
    let here = || -> Vec<Of> { own.map(Of::Edition).into_iter().collect() };
    let competition = competition_of(reader, out)?;
    let both = || -> Vec<Of> { own.map(Of::Edition).into_iter().chain([Of::Competition(competition)]).collect() };
    let mut next = skip(passage, end, GOALS);
    next = passage.any_phrase(next, &["as a teenager", "as a boy", "for him", "for himself"]).unwrap_or(next);
    let by = passage.is_any(next, &["for", "by", "from", "of"]).then(|| passage.name_from(next + 1)).flatten();
    let next = by.map_or(next, |name| name.end);
    let of = |all: Vec<Of>, last: usize, said: bool| Some(Scopes { all, last, said, editions: None });
    if let Some(last) = passage.any_phrase(next, HERE) {
        return of(here(), last, true);
    }
    if let Some(last) = passage.any_phrase(next, NOW) {
        let inner = passage.any_phrase(last, HERE);
        return match inner {
            Some(last) => of(here(), last, true),
            None => of(both(), last, true),
        };
    }
    if passage.any_phrase(next, SINGLE).is_some() {
        let last = passage.any_phrase(next, SINGLE)?;
        let all = out.view.editions().filter(|edition| reader.competitions(out).contains(&edition.competition));
        return of(all.map(|edition| Of::Edition(edition.id)).collect(), last, true);
    }
    if passage.is_any(next, &["in", "at", "from"]) {
        if let Some((several, noun)) = passage.cardinal(next + 1)
            && let Some(last) = passage
                .any_phrase(noun, &["tournaments", "finals", "world cups", "european championships", "championships"])
                .or_else(|| passage.name_from(noun).filter(|name| name.competition().is_some()).map(|name| name.end))
        {
            let named = passage.name_from(noun).and_then(Name::competition).unwrap_or(competition);
            return Some(Scopes {
                all: vec![Of::Competition(named)],
                last,
                said: true,
                editions: usize::try_from(several).ok(),
            });
        }
        if let Some(name) = passage.name_from(next + 1) {
            let held = held_in(reader, name, out);
            if !held.is_empty() && passage.is_any(next, &["in"]) {
                return of(held.into_iter().map(Of::Edition).collect(), name.end, true);
            }
        }
    }
    if let Some((found, last)) = scope_at(reader, passage, next, out) {
        let games = passage.is_any(last.wrapping_sub(1), &["games", "matches"]);
        return (!games).then_some(()).and_then(|()| of(vec![found], last, true));
    }
    if let Some((editions, last)) = reader.edition_at(passage, next, None, out) {
        return of(editions.into_iter().map(Of::Edition).collect(), last, true);
    }
    // "left Japan with five", "South Africa brought another three"
    let before = (at.saturating_sub(5)..at).rev().find_map(|before| passage.name_from(before));
    if let Some(name) = before.filter(|name| name.team().is_some()) {
        let verb = passage.is_any(name.first.wrapping_sub(1), &["left", "leaving"])
            || passage.is_any(name.end, &["brought", "gave", "yielded", "saw", "added"]);
        let held = if verb { held_in(reader, name, out) } else { Vec::new() };
        if !held.is_empty() {
            return of(held.into_iter().map(Of::Edition).collect(), next, true);
        }
    }
    // "Giroud has five goals" is of the tournament, unless the sentence speaks of more.
    const EVER: &[&str] = &["history", "record", "records", "all time", "ever", "career", "world cups"];
    let more = passage.has(0, passage.len(), EVER) || passage.names.iter().any(|name| name.competition().is_some());
    let all = if own.is_some() && !more { here() } else { both() };
    let closed = super::plain::closes(passage, next);
    closed.then_some(Scopes { all, last: next, said: false, editions: None })
}

/// Who has so many: named beside the number, or whom the sentence is about.
fn who(reader: &Reader<'_, '_>, passage: &Passage, (at, end): (usize, usize)) -> Vec<Who> {
    let noun = skip(passage, end, GOALS);
    // "four for Messi", "eight by Lionel Messi", "the 11 of Kocsis"
    if passage.is_any(noun, &["for", "by", "of", "from"])
        && let Some(person) = passage.name_from(noun + 1).and_then(Name::person)
    {
        return vec![Who { person, first: at, adjacent: true }];
    }
    let mut before = at;
    while passage.is_any(
        before.wrapping_sub(1),
        &["now", "already", "just", "only", "the", "also", "another", "all", "his", "a", "total", "of"],
    ) {
        before -= 1;
    }
    const LINKS: &[&str] = &["on", "with", "has", "had", "have", "got"];
    let link = before.checked_sub(1);
    let named = |last: Option<usize>| {
        last.and_then(|last| passage.name_at(last)).and_then(|name| Some((name.person()?, name.first)))
    };
    if let Some(link) = link {
        let is_link = passage.is_any(link, LINKS);
        let comma =
            link.checked_sub(1).filter(|&mark| passage.is_mark(mark, ',') && passage.is_any(link, &["on", "with"]));
        // "Alvarez, who has five in the tournament"
        let who = link.checked_sub(1).filter(|&who| is_link && passage.is_any(who, &["who"]));
        let comma = comma.or_else(|| who?.checked_sub(1).filter(|&mark| passage.is_mark(mark, ',')));
        let beside = if is_link {
            let last = who.unwrap_or(link);
            named(last.checked_sub(1)).or_else(|| named(comma.and_then(|mark| mark.checked_sub(1))))
        } else if passage.is_possessive(link) || passage.is_mark(link, '(') {
            named(link.checked_sub(1))
        } else {
            None
        };
        if let Some((person, first)) = beside {
            return vec![Who { person, first, adjacent: true }];
        }
    }
    let meant = reader.people_before(passage, before);
    let near = reader.people_near(passage, at);
    let mut all: Vec<PersonId> = meant.all.clone();
    all.extend(near.into_iter().filter(|person| !meant.all.contains(person)));
    if let Some(hero) = hero(reader).filter(|hero| !all.contains(hero)) {
        let spoken_of =
            passage.names.iter().all(|name| !name.is_person()) || passage.has(0, passage.len(), &["he", "his", "him"]);
        all.extend(spoken_of.then_some(hero));
    }
    // "The Benfica man": one of those who scored in the match.
    let scorers = reader.anchor.into_iter().flat_map(|entry| entry.goals().filter_map(|goal| goal.player));
    for person in scorers {
        if !all.contains(&person) {
            all.push(person);
        }
    }
    all.into_iter().take(8).map(|person| Who { person, first: at, adjacent: false }).collect()
}

/// Whom a report of no match is about: the person named in its first passages.
pub(crate) fn hero(reader: &Reader<'_, '_>) -> Option<PersonId> {
    let named = |passage: &Passage| passage.names.iter().find_map(Name::person);
    reader.passages.iter().take(3).find_map(named)
}

fn count_at<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    (at, end, count): (usize, usize, u32),
    listed: &mut Vec<Listed>,
    out: &mut Out<'r>,
) {
    let goals = passage.is_any(end, GOALS);
    if !goals && passage.is_any(end, OTHERS)
        || matches!(passage.kind(at), Some(TokenKind::Score(..) | TokenKind::Ordinal(_)))
        || is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.is_any(at.wrapping_sub(1), &["in", "after", "at", "aged", "group", "last", "of", "every", "under"])
        || passage.is_mark(end, '-')
        || passage.is_mark(at.wrapping_sub(1), '-')
    {
        return;
    }
    let bracketed = passage.is_mark(at.wrapping_sub(1), '(') && passage.is_mark(end, ')');
    if bracketed && let Some(name) = at.checked_sub(2).and_then(|last| passage.name_at(last)) {
        let people = name.people();
        if !people.is_empty() {
            listed.push(Listed { people, first: name.first, end: end + 1, count });
        }
        return;
    }
    let people = who(reader, passage, (at, end));
    let Some(scopes) = scopes(reader, passage, (at, end), out) else { return };
    let adjacent = people.first().is_some_and(|who| who.adjacent);
    // A bare number says what it counts beside a name and a word of a list, or nowhere.
    let cue = goals
        || passage.has(
            0,
            passage.len(),
            &["goals", "scorers", "scorer", "scored", "tally", "golden boot", "scoring", "leads", "marksman"],
        );
    let says_enough = if scopes.said { cue || adjacent || count > 2 } else { adjacent && cue && count > 2 };
    if !says_enough {
        return;
    }
    let days = reader.counted(passage, out);
    let total = |view: &View<'r>, person: PersonId, of: Of| {
        let (total, entries) = goals_of(reader, view, person, of);
        let mut editions: Vec<EditionId> = entries.iter().map(|entry| entry.edition).collect();
        editions.dedup();
        (total, editions.len() <= scopes.editions.unwrap_or(usize::MAX) && !entries.is_empty())
    };
    let fits = |who: &Who| {
        scopes.all.iter().copied().find(|&of| days.iter().any(|view| total(view, who.person, of) == (count, true)))
    };
    let found = people
        .iter()
        .enumerate()
        .filter(|(nth, who)| *nth == 0 || who.adjacent || count > 2)
        .find_map(|(_, who)| fits(who).map(|of| (*who, of)));
    let (who, of, verdict) = match (found, people.first()) {
        (Some((who, of)), _) => (who, of, Verdict::Confirmed),
        (None, Some(who)) if goals_known(reader, &people, &scopes, out) => {
            let best = scopes.all.iter().copied().max_by_key(|&of| goals_of(reader, &out.view, who.person, of).0);
            // Somebody of whom it says so who has no goal at all is another of the name.
            let Some(of) = best.filter(|&of| goals_of(reader, &out.view, who.person, of).0 > 0) else { return };
            let days = reader.eves(out);
            let so_many = |person: PersonId| {
                scopes.all.iter().any(|&of| days.iter().any(|view| goals_of(reader, view, person, of).0 == count))
                    || reader.anchor.is_some_and(|entry| scored(entry, person) == count)
            };
            let said =
                scopes.said || passage.is_any(at.wrapping_sub(1), &["on"]) && passage.has(0, passage.len(), LISTS);
            let beside = who.adjacent
                && said
                && scopes.editions.is_none()
                && (goals || count > 2 || passage.has(0, passage.len(), LISTS));
            // Whoever is meant: nobody near has so many.
            let named = reader.people_near(passage, passage.len());
            let of_nobody = || {
                let everybody = reader.passages.iter().flat_map(|other| &other.names).flat_map(Name::people);
                counts_goals(reader, passage, (at, end), &scopes)
                    && !everybody.chain(people.iter().map(|who| who.person)).any(so_many)
            };
            let nobody = scopes.said
                && goals
                && count > 2
                && !named.is_empty()
                && !named.iter().chain(people.iter().map(|who| &who.person)).any(|&person| so_many(person))
                && passage.names.iter().all(|name| name.team().is_none() || name.end > at);
            // "Henry's eleven goals, five at European Championships and six at World Cups"
            let finals = passage.has(end, scopes.last, &["finals"])
                && has_in_finals(&goals_of(reader, &out.view, who.person, of).1, who.person, count);
            let in_all = finals || usize::try_from(count) == Ok(out.goals_of(who.person));
            if so_many(who.person)
                || in_all
                || passage.quote.is_some()
                || !(beside || nobody && scopes.editions.is_none() || of_nobody())
            {
                return;
            }
            (*who, of, Verdict::Contradicted)
        }
        _ => return,
    };
    let record = out.record();
    let reading =
        format!("{}: {} {}", words::person(record, who.person), words::count(count, "goal", "goals"), told_of(out, of));
    let rows = evidence(reader, who.person, of, out);
    let span = (who.first.min(at), scopes.last.max(end));
    out.push(passage, span, Kind::Tally, reading, Judged::new(verdict).showing(rows));
}

/// Whether the goals of every tournament a count may be of are known, as far as whoever may have them scored in it.
fn goals_known(reader: &Reader<'_, '_>, people: &[Who], scopes: &Scopes, out: &Out<'_>) -> bool {
    let scored = |of: Of| people.iter().any(|who| goals_of(reader, &out.view, who.person, of).0 > 0);
    scopes.all.iter().all(|&of| matches(&out.view, of).is_some() || scopes.all.len() > 3 && !scored(of))
}

/// "Four as a teenager in Russia, eight in Qatar" of a sentence that counts goals: whether a number of more than two with
/// its tournament can be of nothing else, and of no team.
fn counts_goals(reader: &Reader<'_, '_>, passage: &Passage, (at, end): (usize, usize), scopes: &Scopes) -> bool {
    const OTHERS: &[&str] =
        &["they", "their", "we", "our", "side", "team", "country", "conceded", "between", "together", "than", "not"];
    let count = passage.cardinal(at).map_or(0, |(count, _)| count);
    let opens = at == 0
        || passage.is_mark(at - 1, ',')
        || passage.is_stop(at - 1)
        || passage.is_any(at - 1, &["with", "has", "scored", "and", "had"]);
    let closes = super::plain::closes(passage, scopes.last) || passage.is_any(scopes.last, &["for", "behind"]);
    scopes.said
        && count > 2
        && opens
        && closes
        && end <= scopes.last
        && reader.tells_of(passage, &COUNTED_HEADS, COUNTED)
        && passage.names.iter().all(|name| name.team().is_none() || name.first >= at || is_left(passage, name))
        && !passage.has(0, passage.len(), OTHERS)
}

/// "Left Japan with five": whether a country is where a tournament was.
fn is_left(passage: &Passage, name: &Name) -> bool {
    passage.is_any(name.first.wrapping_sub(1), &["left", "leaving", "in", "from", "to"])
}

fn evidence<'r>(reader: &Reader<'_, 'r>, person: PersonId, of: Of, out: &Out<'r>) -> Vec<Evidence> {
    let (_, entries) = goals_of(reader, &out.view, person, of);
    entries.iter().rev().take(12).flat_map(|entry| out.match_row(entry)).collect()
}

/// Names with their goals in brackets, of one competition: those that fit say which.
fn list<'r>(reader: &Reader<'_, 'r>, passage: &Passage, listed: &[Listed], out: &mut Out<'r>) {
    let Some(competition) = competition_of(reader, out) else { return };
    let own = reader.tournament(out).map(Of::Edition);
    let view = out.view;
    let goals = |person: PersonId, of: Of| goals_of(reader, &view, person, of).0;
    let fitting = |one: &Listed, of: Of| one.people.iter().copied().find(|&person| goals(person, of) == one.count);
    let right = |of: Of| listed.iter().filter(|one| fitting(one, of).is_some()).count();
    let of = own.into_iter().chain([Of::Competition(competition)]).max_by_key(|&of| right(of));
    let Some(of) = of.filter(|&of| right(of) > 0 && right(of) + 1 >= listed.len()) else { return };
    // "Goals from Müller, Kroos (2) and Schürrle (2)": of a match.
    let of_match = reader.anchor.is_some_and(|entry| {
        listed.iter().all(|one| one.people.iter().any(|&person| scored(entry, person) == one.count))
    });
    if of_match {
        return;
    }
    // Two that agree say what is listed.
    let may_be_wrong = right(of) > 1;
    let record = out.record();
    for one in listed {
        let (person, verdict) = match (fitting(one, of), one.people.as_slice()) {
            (Some(person), _) => (person, Verdict::Confirmed),
            (None, &[person]) if may_be_wrong => (person, Verdict::Contradicted),
            _ => continue,
        };
        let rows = evidence(reader, person, of, out);
        if rows.is_empty() {
            continue;
        }
        let count = words::count(one.count, "goal", "goals");
        let reading = format!("{}: {count} {}", words::person(record, person), told_of(out, of));
        out.push(passage, (one.first, one.end), Kind::Tally, reading, Judged::new(verdict).showing(rows));
    }
}
