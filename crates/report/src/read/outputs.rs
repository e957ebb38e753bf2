//! Goals of a team or of one man over a stretch: "Brazil's 18 goals", "won the World Cup with eight goals", "six in his last
//! three matches", "all of them in the knock-out rounds", "goes home without a goal".

use byline_record::ask::{Verdict, words};
use byline_record::{Match, PersonId, StageKind, TeamId, View};

use super::about::{is_current, is_hypothetical, is_wanted};
use super::campaigns::ELSEWHERE;
use super::careers::scored;
use super::ledger::{Ledger, skip};
use super::{Focus, Judged, Out, Reader, plain};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Nouns of goals.
const GOALS: &[&str] = &["goals", "goal"];
const GOAL_HEADS: Heads = Heads::of(GOALS);
/// What a team did with its goals, and whether it had them all by then.
const DID: &[&str] = &[
    "won the world cup",
    "won the tournament",
    "won the title",
    "won the cup",
    "won the championship",
    "won it",
    "reached the final",
    "got to the final",
    "came to the final",
    "went out",
    "go out",
    "go home",
    "went home",
    "got here",
    "got this far",
    "came this far",
    "reached this stage",
    "finished",
    "ended",
];
const DID_HEADS: Heads = Heads::of(DID);
/// Where all of somebody's goals were.
const STAGES: &[(&str, bool)] = &[
    ("in the knock out rounds", true),
    ("in the knock out stage", true),
    ("in the knock out stages", true),
    ("in the knock out phase", true),
    ("in knock out matches", true),
    ("in knock out games", true),
    ("after the group stage", true),
    ("after the group", true),
    ("in the group stage", false),
    ("in the group", false),
    ("in the group stages", false),
    ("in group matches", false),
    ("in group games", false),
    ("in the group phase", false),
];

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if passage.quote.is_some() || passage.has(0, passage.len(), ELSEWHERE) {
        return;
    }
    // "In 1970 Brazil's 19 goals", of another year.
    let own = reader.tournament(out).and_then(|edition| out.record().edition(edition).year());
    if super::focus::years(passage, out, None).into_iter().any(|year| Some(year) != own) {
        return;
    }
    if passage.may_meet(&GOAL_HEADS) {
        for at in 0..passage.len() {
            let Some((count @ 2..=40, end)) = passage.cardinal(at).filter(|_| passage.name_at(at).is_none()) else {
                continue;
            };
            owned(reader, passage, foci, (at, end, count), out);
            won_with(reader, passage, foci, (at, end, count), out);
        }
    }
    all_in(reader, passage, out);
    lately(reader, passage, out);
    goalless(reader, passage, out);
}

/// "Brazil's 18 goals", "Germany's 17 goals in six matches".
fn owned<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, count): (usize, usize, u32),
    out: &mut Out<'r>,
) {
    let Some(last) = passage.any_phrase(end, GOALS) else { return };
    let possessive = at.checked_sub(1).filter(|&owner| passage.is_possessive(owner));
    let Some(name) = possessive.and_then(|owner| passage.name_at(owner.checked_sub(1)?)) else { return };
    let Some(team) = name.team() else { return };
    // "Germany's seven goals in 90 minutes", "Spain's five goals against Croatia": of a match.
    const OF_ONE: &[&str] = &["against", "past", "tonight", "from", "by", "on", "to"];
    let games = passage.any_phrase(last, &["in"]).and_then(|next| passage.cardinal(next));
    let played = games.filter(|&(_, noun)| passage.is_any(noun, &["matches", "games"]));
    if passage.is_any(last, OF_ONE) || games.is_some() && played.is_none() || count < 3 {
        return;
    }
    let last = played.map_or(last, |(_, noun)| noun + 1);
    let plain = count > 7 || played.is_some();
    let by_now = !passage.has(0, at, &["had", "until", "before"]);
    judge(reader, passage, foci, (name.first, last), (team, count, plain, by_now), out);
}

/// "Spain won the World Cup with eight goals", "Argentina got to the final on five goals".
fn won_with<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end, count): (usize, usize, u32),
    out: &mut Out<'r>,
) {
    let Some(last) = passage.any_phrase(end, GOALS) else { return };
    let link = super::ledger::back(passage, at, &["just", "only", "a", "mere"]);
    let did = link.checked_sub(1).filter(|&link| passage.is_any(link, &["with", "on", "from"])).and_then(|end| {
        let from = end.saturating_sub(8);
        (from..end).find(|&at| passage.may_begin(at, &DID_HEADS) && passage.any_phrase(at, DID).is_some())
    });
    let Some(verb) = did.filter(|_| plain::closes(passage, last) || passage.is_any(last, &["in", "from"])) else {
        return;
    };
    let meant = reader.teams_about(passage, verb, out);
    let Some(team) = meant.likely() else { return };
    judge(reader, passage, foci, (verb, last), (team, count, meant.sure, passage.is_any(verb, &["won"])), out);
}

/// Judges how many goals a team has by its tournament: all of them by one of the days the words may be of. A number that is
/// that of no stretch of its matches is wrong.
fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (first, last): (usize, usize),
    (team, count, plain, by_now): (TeamId, u32, bool, bool),
    out: &mut Out<'r>,
) {
    let Some(edition) = reader.tournament(out) else { return };
    let told = out.is_confirmed(passage, (first, last), &[Kind::Tally]) || out.is_denied(passage, (first, last));
    if told || is_hypothetical(passage, first) || is_wanted(passage, first) {
        return;
    }
    let views = if by_now { nows(out) } else { reader.eves(out) };
    let ledgers: Vec<Ledger<'r>> = views.iter().map(|view| Ledger::of_edition(view, team, edition)).collect();
    let fits = |ledger: &&Ledger<'r>| ledger.len() > 1 && ledger.goals().0 == count;
    let found = ledgers.iter().find(fits);
    let whole = Ledger::of_edition(&out.view, team, edition);
    let matches = whole.matches.as_slice();
    let stretch = |from: usize, to: usize| {
        let part = Ledger { matches: matches.get(from..to).unwrap_or_default().to_vec() };
        part.goals().0 == count || part.goals().1 == count
    };
    let anywhere = (0..matches.len()).any(|from| (from + 1..=matches.len()).any(|to| stretch(from, to)));
    let wrong = plain
        && !anywhere
        && whole.len() > 1
        && reader.anchor.is_some()
        && is_current(reader, passage, foci, out)
        && (plain::closes(passage, last) || passage.is_any(last, &["came", "were", "are"]));
    let verdict = match found {
        Some(_) => Verdict::Confirmed,
        None if wrong => Verdict::Contradicted,
        None => return,
    };
    let record = out.record();
    let reading = format!(
        "{}: {} at the {}",
        words::team(record, team),
        words::count(count, "goal", "goals"),
        words::edition(record, edition)
    );
    let rows = found.unwrap_or(&whole).rows(out);
    out.push(passage, (first, last), Kind::Tally, reading, Judged::new(verdict).showing(rows));
}

/// "All of those were scored in the knock-out rounds", "Baggio's five all came in the knock-out stage".
fn all_in(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    const CAME: &[&str] = &["came", "were scored", "were all scored", "all came", "have come", "have all come", "were"];
    const HEADS: Heads = Heads::of(&["all"]);
    for all in passage.starts(&HEADS).filter(|&at| passage.is_any(at, &["all"])) {
        // "All five of his goals", "all of them", "Baggio's five all came"
        let mut next =
            passage.any_phrase(all + 1, &["of those", "of them", "of his goals", "of these"]).unwrap_or(all + 1);
        let number = passage.cardinal(next).or_else(|| {
            let (first, count) = passage.cardinal_before(all)?;
            passage.is_possessive(first.checked_sub(1)?).then_some((count, next))
        });
        if let Some((_, end)) = number {
            next = skip(passage, end, &["of", "his", "goals", "them", "those"]);
        }
        let Some(scope) = passage.any_phrase(next, CAME) else { continue };
        let Some((end, knock_out)) =
            STAGES.iter().find_map(|&(words, knock_out)| Some((passage.phrase(scope, words)?, knock_out)))
        else {
            continue;
        };
        let counts = passage.may_meet(&GOAL_HEADS) || reader.tells_of(passage, &GOAL_HEADS, GOALS);
        if counts && plain::closes(passage, end) && !is_hypothetical(passage, all) {
            spread(reader, passage, (all, end), (number.map(|(count, _)| count), knock_out), out);
        }
    }
}

/// Judges where all goals of somebody were.
fn spread(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    (first, last): (usize, usize),
    (count, knock_out): (Option<u32>, bool),
    out: &mut Out<'_>,
) {
    let Some(edition) = reader.tournament(out) else { return };
    let meant = reader.people_before(passage, first);
    let total = |person: PersonId| -> u32 { out.view.matches_in(edition).map(|entry| scored(entry, person)).sum() };
    // "Baggio's five": of two of the name the one who has so many.
    let owner = passage.names.iter().rev().find(|name| name.end <= first && passage.is_possessive(name.end));
    let owner = owner.and_then(|name| {
        reader.bearer(name).or_else(|| {
            let mut fitting = name.people().into_iter().filter(|&person| count == Some(total(person)));
            fitting.next().filter(|_| fitting.next().is_none())
        })
    });
    let named = owner.or_else(|| meant.likely());
    let Some(person) = named.or_else(|| super::counts::hero(reader)) else { return };
    let is_group = |entry: &Match| {
        [StageKind::Group, StageKind::FirstRound, StageKind::SecondGroup].into_iter().any(|stage| entry.is_at(stage))
    };
    let of_him = |person: PersonId| -> Vec<&Match> {
        out.view.matches_in(edition).filter(|entry| scored(entry, person) > 0).collect()
    };
    let entries = of_him(person);
    let total: u32 = entries.iter().map(|entry| scored(entry, person)).sum();
    if entries.is_empty() || count.is_some_and(|count| count != total) {
        return;
    }
    let right = entries.iter().all(|entry| is_group(entry) != knock_out);
    let none = entries.iter().all(|entry| is_group(entry) == knock_out);
    let sure = owner.is_some() || meant.sure && count.is_some();
    let verdict = match (right, none) {
        (true, _) => Verdict::Confirmed,
        (false, true) if sure => Verdict::Contradicted,
        _ => return,
    };
    let place = if knock_out { "after the group stage" } else { "in the group stage" };
    let reading = format!("{}: all {total} goals {place}", words::person(out.record(), person));
    let rows = entries.iter().flat_map(|entry| out.match_row(entry)).collect();
    out.push(passage, (first, last), Kind::Tally, reading, Judged::new(verdict).showing(rows));
}

/// The days what is so now may be of: that of the report, and the one before it, where a match of the day may be to come.
fn nows<'r>(out: &Out<'r>) -> Vec<View<'r>> {
    vec![out.view, out.view.before(out.view.as_of())]
}

/// "Has six in his last three matches", "now has two in two": the goals of somebody in the last matches of his team.
fn lately(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    const LAST: &[&str] = &["in his last", "in the last", "in his past", "from his last", "in"];
    const MATCHES: &[&str] = &["matches", "games", "outings"];
    const HEADS: Heads = Heads::of(&["in", "from"]);
    let Some(edition) = reader.tournament(out) else { return };
    for link in passage.starts(&HEADS) {
        let Some(next) = passage.any_phrase(link, LAST) else { continue };
        let Some((played @ 2..=7, end)) = passage.cardinal(next) else { continue };
        let noun = passage.any_phrase(end, MATCHES);
        let is_last = next > link + 1;
        let Some(before) = passage.any_phrase(link.wrapping_sub(1), GOALS).map_or(Some(link), |_| link.checked_sub(1))
        else {
            continue;
        };
        let Some((first, count)) = passage.cardinal_before(before).filter(|(_, count)| (2..=12).contains(count)) else {
            continue;
        };
        let last = noun.unwrap_or(end);
        // "Two in two", "five goals in three games"
        let told = noun.is_some() || is_last || before < link;
        let has = super::ledger::back(passage, first, &["now", "already"]);
        let verb = has.wrapping_sub(1);
        let name = passage.name_at(verb.wrapping_sub(1)).filter(|name| {
            name.is_person() && name.end == verb && passage.is_any(verb, &["has", "had", "scored", "with"])
        });
        let counts = passage.may_meet(&GOAL_HEADS) || reader.tells_of(passage, &GOAL_HEADS, GOALS);
        let Some(person) = name.and_then(|name| reader.bearer(name)).filter(|_| counts) else { continue };
        if !(told || noun.is_none() && passage.is_any(verb, &["has"]))
            || !plain::closes(passage, last)
            || is_hypothetical(passage, first)
            || is_wanted(passage, first)
            || out.is_confirmed(passage, (first, last), &[Kind::Tally])
            || out.is_denied(passage, (first, last))
        {
            continue;
        }
        let Some(size) = usize::try_from(played).ok() else { continue };
        let teams = &out.record().person(person).teams;
        let stretches = |view: &View<'_>| -> Vec<u32> {
            let ledgers = teams.iter().map(|&team| Ledger::of_edition(view, team, edition));
            let Some(ledger) = ledgers.max_by_key(Ledger::len) else { return Vec::new() };
            let goals: Vec<u32> = ledger.entries().iter().map(|entry| scored(entry, person)).collect();
            goals.windows(size).map(|part| part.iter().sum()).collect()
        };
        let views = if passage.is_any(verb, &["has"]) { nows(out) } else { reader.eves(out) };
        let now = views.iter().any(|view| stretches(view).last() == Some(&count));
        let whole = stretches(&out.view);
        let sure = noun.is_some() && is_last && !whole.is_empty() && passage.is_any(verb, &["has"]);
        let verdict = match (now, whole.contains(&count)) {
            (true, _) => Verdict::Confirmed,
            (false, false) if sure => Verdict::Contradicted,
            _ => continue,
        };
        let reading = format!(
            "{}: {} in his last {played} matches",
            words::person(out.record(), person),
            words::count(count, "goal", "goals")
        );
        let entries: Vec<&Match> = out.view.matches_in(edition).filter(|entry| scored(entry, person) > 0).collect();
        let rows = entries.iter().flat_map(|entry| out.match_row(entry)).collect();
        out.push(passage, (first, last), Kind::Tally, reading, Judged::new(verdict).showing(rows));
    }
}

/// "Lautaro Martinez goes home without a goal", "still awaits his first goal here": somebody who played and did not score.
fn goalless(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    const WITHOUT: &[&str] = &[
        "goes home without a goal",
        "went home without a goal",
        "leaves without a goal",
        "left without a goal",
        "departs without a goal",
        "finished without a goal",
        "is without a goal",
        "remains without a goal",
        "is still without a goal",
        "is yet to score",
        "has yet to score",
        "still awaits his first goal",
        "awaits his first goal",
        "is still waiting for his first goal",
        "is waiting for his first goal",
        "has not scored",
        "has still not scored",
        "has still to score",
    ];
    const HEADS: Heads = Heads::of(WITHOUT);
    const HERE: &[&str] = &[
        "here",
        "at this world cup",
        "at these finals",
        "at the finals",
        "at this tournament",
        "at the tournament",
        "in this tournament",
        "of the tournament",
        "of the finals",
        "at the world cup",
    ];
    let Some(edition) = reader.tournament(out) else { return };
    for at in passage.starts(&HEADS) {
        let Some(end) = passage.any_phrase(at, WITHOUT) else { continue };
        let name = at.checked_sub(1).and_then(|last| passage.name_at(last)).filter(|name| name.is_person());
        let Some(person) = name.and_then(|name| reader.bearer(name)) else { continue };
        // "In Qatar": where it is held.
        let held = passage.is_any(end, &["in"]).then(|| reader.edition_at(passage, end, None, out)).flatten();
        let place = passage.name_from(end + 1).filter(|_| passage.is_any(end, &["in"]));
        let hosted = place.filter(|name| super::counts::held_in(reader, name, out).contains(&edition));
        let scope = passage
            .any_phrase(end, HERE)
            .or_else(|| held.filter(|(editions, _)| editions.contains(&edition)).map(|(_, end)| end))
            .or_else(|| hosted.map(|name| name.end));
        let last = scope.unwrap_or(end);
        let leaves = passage.is_any(at, &["goes", "went", "leaves", "left", "departs", "finished"]);
        if !plain::closes(passage, last) || scope.is_none() && !leaves || is_hypothetical(passage, at) {
            continue;
        }
        let teams = &out.record().person(person).teams;
        let played: Vec<&Match> = out
            .view
            .matches_in(edition)
            .filter(|entry| teams.iter().any(|&team| out.side(entry, team).is_some()) && out.in_squad(entry, person))
            .collect();
        let scoring: Vec<&Match> = played.iter().copied().filter(|entry| scored(entry, person) > 0).collect();
        let verdict = if played.is_empty() {
            continue;
        } else if nows(out).iter().all(|view| view.matches_in(edition).any(|entry| scored(entry, person) > 0)) {
            Verdict::Contradicted
        } else {
            Verdict::Confirmed
        };
        let shown = if scoring.is_empty() { &played } else { &scoring };
        let reading = format!(
            "{} has no goal at the {}",
            words::person(out.record(), person),
            words::edition(out.record(), edition)
        );
        let rows = shown.iter().flat_map(|entry| out.match_row(entry)).collect();
        let first = name.map_or(at, |name| name.first);
        out.push(passage, (first, last), Kind::Tally, reading, Judged::new(verdict).showing(rows));
    }
}
