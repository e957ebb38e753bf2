//! Goals of one man beside those of another: "level with Olivier Giroud on four goals", "past Gabriel Batistuta, who scored
//! ten", "eight goals, one more than Messi".

use byline_record::PersonId;
use byline_record::ask::words;

use super::about::{is_current, is_hypothetical, is_wanted};
use super::careers::counts_something_else;
use super::counts::goals_of;
use super::ledger::skip;
use super::out::verdict;
use super::tallies::{Of, matches, rows, told_of};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::{Heads, Phrases};
use crate::passage::{Name, Passage};

/// Words before somebody who is compared with.
const BESIDE: Phrases = Phrases::of(&[
    "level with",
    "alongside",
    "tied with",
    "joint top with",
    "past",
    "ahead of",
    "clear of",
    "behind",
    "overtaking",
    "overtook",
    "surpassing",
    "surpassed",
    "equalling",
    "equalled",
    "passing",
    "passed",
    "matching",
    "matched",
]);

const HEADS: Heads = Heads::of(BESIDE.list()).and(Heads::of(&["goal", "goals"]));

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if passage.quote.is_some() || !passage.may_meet(&HEADS) || counts_something_else(passage, &[]) {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        if let Some(next) = passage.one_of(at, &BESIDE) {
            beside(reader, passage, foci, next, out);
        }
        more_than(reader, passage, foci, at, out);
    }
}

/// The goals somebody may be said to have: here so far, at every tournament of the kind, at one he is known for.
fn totals(reader: &Reader<'_, '_>, person: PersonId, out: &Out<'_>) -> Option<Vec<(u32, Of)>> {
    let own = reader.tournament(out)?;
    let competition = out.record().edition(own).competition;
    let of_kind = out.view.editions().filter(|edition| edition.competition == competition).map(|edition| edition.id);
    let mut all: Vec<(u32, Of)> = Vec::new();
    for view in reader.eves(out) {
        all.extend(
            [Of::Edition(own), Of::Competition(competition)].map(|of| (goals_of(reader, &view, person, of).0, of)),
        );
    }
    all.extend(of_kind.map(Of::Edition).map(|of| (goals_of(reader, &out.view, person, of).0, of)));
    all.retain(|&(goals, _)| goals > 0);
    Some(all)
}

/// "Level with Giroud on four goals", "past Batistuta, who scored ten": how many the other has.
fn beside<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let Some(name) = passage.name_from(skip(passage, at, &["the", "fellow"])).filter(|name| name.is_person()) else {
        return;
    };
    let link = if passage.is_mark(name.end, ',') { name.end + 1 } else { name.end };
    let verb = passage.any_phrase(link, &["on", "who scored", "who has", "who had", "who got", "who finished with"]);
    let of_his = passage.is_possessive(name.end).then_some(name.end + 1);
    let Some(number) = verb.or(of_his) else { return };
    let number = skip(passage, number, &["just", "only", "a", "record"]);
    let Some((count, end)) = passage.cardinal(number).filter(|(count, _)| (2..=25).contains(count)) else { return };
    let goals = passage.is_any(end, &["goals"]);
    let last = if goals { end + 1 } else { end };
    // "On five goals" is of them both; a bare number needs its sentence to count goals.
    let counts = goals
        || passage.has(at, last, &["who scored"])
        || passage.has(0, passage.len(), &["goal", "goals", "scorer", "scorers"]);
    if !counts || !super::plain::closes(passage, last) || is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    judge(reader, passage, foci, (name, name.first, last), count, out);
}

/// "Eight goals, one more than Messi", "two fewer than Lukaku": how many the other has, by the difference.
fn more_than<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let Some((count, end)) = passage.cardinal(at).filter(|&(_, end)| passage.is_any(end, &["goals", "goal"])) else {
        return;
    };
    let comma = end + 1;
    if !passage.is_mark(comma, ',') {
        return;
    }
    let Some((by, next)) = passage.cardinal(comma + 1) else { return };
    let more = passage.any_phrase(next, &["more than", "ahead of", "clear of"]);
    let fewer = passage.any_phrase(next, &["fewer than", "less than", "behind", "short of"]);
    let Some(from) = more.or(fewer) else { return };
    let other = if more.is_some() { count.checked_sub(by) } else { count.checked_add(by) };
    let (Some(name), Some(other)) = (passage.name_from(from).filter(|name| name.is_person()), other) else { return };
    if is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    judge(reader, passage, foci, (name, comma + 1, name.end), other, out);
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (name, first, last): (&Name, usize, usize),
    count: u32,
    out: &mut Out<'r>,
) {
    let Some(person) = name.person() else { return };
    let Some(all) = totals(reader, person, out).filter(|all| !all.is_empty()) else { return };
    let found = all.iter().find(|(goals, _)| *goals == count);
    let Some((_, of)) = found.or_else(|| all.first()).copied() else { return };
    let record = out.record();
    let Some(entries) = matches(&out.view, of) else { return };
    let known = all.iter().all(|&(_, of)| matches(&out.view, of).is_some());
    let plain = known
        && usize::try_from(count) != Ok(out.goals_of(person))
        && name.how != byline_record::names::find::How::Misprint
        && !reader.has_namesake(passage, person, out)
        && is_current(reader, passage, foci, out);
    let Some(verdict) = verdict(found.is_some(), plain) else { return };
    let evidence = rows(out, &entries, person);
    if evidence.is_empty() {
        return;
    }
    let reading =
        format!("{}: {} {}", words::person(record, person), words::count(count, "goal", "goals"), told_of(out, of));
    out.push(passage, (first, last), Kind::Tally, reading, Judged::new(verdict).showing(evidence));
}
