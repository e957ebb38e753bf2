//! How many a side scored and let in on its way, told without a verb or with two: "fourteen goals for, one against", "four
//! goals scored, three conceded", "have scored nine and conceded two"; and that it let in none after one match: "have not
//! conceded since".
//!
//! Of two numbers each vouches for the other: only where one is right may the other be wrong.

use byline_record::ask::{Verdict, words};
use byline_record::{EditionId, StageKind, TeamId};

use super::about::{Meant, is_current, is_hypothetical, is_wanted};
use super::campaigns::ELSEWHERE;
use super::elsewhere::is_elsewhere;
use super::focus::years;
use super::ledger::{Ledger, back, skip};
use super::plain::closes;
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Words that close the first half of a balance, or stand before it.
const SCORED: &[&str] = &["scored", "scoring", "score", "for", "hit", "netted"];
/// Words of the second half.
const CONCEDED: &[&str] = &["conceded", "conceding", "against", "let in", "letting in", "shipped", "shipping"];
/// Words of a side that lets in no more, behind a word that denies.
const LET_IN: &[&str] = &[
    "conceded",
    "conceded a goal",
    "let in a goal",
    "let one in",
    "let in another",
    "let in any",
    "conceded again",
    "conceded another",
    "been breached",
];
const DENIED: &[&str] = &["not", "never", "havent", "hasnt", "hadnt"];
const HEADS: Heads = Heads::of(SCORED).and(Heads::of(LET_IN));

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if passage.quote.is_some() || !passage.may_meet(&HEADS) || is_of_others(reader, passage) {
        return;
    }
    let Some(edition) = reader.tournament(out) else { return };
    for at in passage.starts(&HEADS).filter(|&at| passage.name_at(at).is_none()) {
        if let Some(told) = balance(passage, at).filter(|told| !is_wished(passage, told.scored.0)) {
            judge(reader, passage, foci, edition, &told, out);
        }
        if let Some(span) = since(passage, at).filter(|span| !is_wished(passage, span.0)) {
            judge_since(reader, passage, foci, edition, span, out);
        }
    }
}

fn is_wished(passage: &Passage, at: usize) -> bool {
    is_hypothetical(passage, at) || is_wanted(passage, at)
}

/// Whether the paragraph so far speaks of other matches than those of the finals.
fn is_of_others(reader: &Reader<'_, '_>, passage: &Passage) -> bool {
    let mut own = reader.up_to(passage).iter().rev().take_while(|other| other.paragraph == passage.paragraph);
    own.any(|other| is_elsewhere(other, ELSEWHERE))
}

/// Goals scored and conceded, and the tokens that tell of them.
#[derive(Debug)]
struct Balance {
    goals: (u32, u32),
    /// The words of the goals scored.
    scored: (usize, usize),
    /// Those of the goals let in.
    conceded: (usize, usize),
}

impl Balance {
    const fn span(&self) -> (usize, usize) {
        (self.scored.0, self.conceded.1)
    }
}

/// "None", "nil", "only one", "just two", "11": a count of goals let in, with the token after it.
fn count_at(passage: &Passage, at: usize) -> Option<(u32, usize)> {
    let at = skip(passage, at, &["only", "just", "but", "a", "mere", "solitary"]);
    match passage.word(at) {
        "none" | "nil" | "nothing" => Some((0, at + 1)),
        "once" => Some((1, at + 1)),
        "twice" => Some((2, at + 1)),
        _ => passage.cardinal(at),
    }
}

fn goals_at(passage: &Passage, at: usize) -> usize {
    skip(passage, at, &["goals", "goal"])
}

/// Between the two halves: a comma, "and", "but", "while".
fn joint_at(passage: &Passage, at: usize) -> Option<usize> {
    let next = if passage.is_mark(at, ',') { at + 1 } else { at };
    let next = skip(passage, next, &["and", "but", "while"]);
    (next > at).then_some(next)
}

/// The balance whose first half has its word at a token.
fn balance(passage: &Passage, at: usize) -> Option<Balance> {
    let word = passage.any_phrase(at, SCORED)?;
    // "Fourteen goals for, one against", "four scored, three conceded"
    let noun = back(passage, at, &["goals", "goal"]);
    if let Some((first, scored)) = passage.cardinal_before(noun)
        && passage.is_any(at, &["for", "scored"])
        && let Some(next) = joint_at(passage, word)
        && let Some((conceded, end)) = count_at(passage, next)
        && let Some(end) = passage.any_phrase(goals_at(passage, end), CONCEDED)
        && passage.is_any(at, &["for"]) == passage.is_any(end - 1, &["against"])
    {
        return tells_no_more(passage, end).then_some(Balance {
            goals: (scored, conceded),
            scored: (first, word),
            conceded: (next, end),
        });
    }
    // "Scored nine and conceded two", "scoring nine goals, letting in two"
    if passage.is_any(at, &["for"]) {
        return None;
    }
    let (scored, end) = passage.cardinal(skip(passage, word, &["only", "just"]))?;
    let goals = goals_at(passage, end);
    let next = joint_at(passage, goals)?;
    let next = skip(passage, next, &["have", "has", "had", "only", "just"]);
    let verb = next;
    let next = passage.any_phrase(verb, CONCEDED).filter(|_| !passage.is_any(verb, &["against"]))?;
    let (conceded, end) = count_at(passage, next)?;
    let end = goals_at(passage, end);
    tells_no_more(passage, end).then_some(Balance {
        goals: (scored, conceded),
        scored: (at, goals),
        conceded: (verb, end),
    })
}

/// Whether a balance ends at a token: "conceded two from corners" counts something else.
fn tells_no_more(passage: &Passage, end: usize) -> bool {
    const OF_ALL: &[&str] = &["so far", "in the group", "in the group stage", "in the finals", "at the tournament"];
    closes(passage, end)
        || passage.any_phrase(end, OF_ALL).is_some_and(|end| closes(passage, end))
        || passage.is_any(end, &["in"])
            && passage
                .cardinal(skip(passage, end + 1, &["their", "the", "all"]))
                .is_some_and(|(_, noun)| passage.is_any(noun, &["games", "matches", "group"]))
}

/// "Have not conceded since", "haven't let in a goal since the opening day".
fn since(passage: &Passage, at: usize) -> Option<(usize, usize)> {
    const FROM: &[&str] = &["then", "the opener", "the opening game", "the opening match", "the opening day", "that"];
    let end = LET_IN.iter().filter_map(|phrase| passage.phrase(at, phrase)).max()?;
    let denied = at.checked_sub(1).filter(|&denied| passage.is_any(denied, DENIED))?;
    if !passage.is_any(end, &["since"]) {
        return None;
    }
    let first = back(passage, denied, &["have", "has", "had"]);
    let last = passage.any_phrase(end + 1, FROM).unwrap_or(end + 1);
    closes(passage, last).then_some((first, last))
}

/// Whose it is: the team words are about, with everybody of the match the other may be.
fn whose(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(TeamId, bool)> {
    let meant: Meant<TeamId> = reader.teams_about(passage, at, out);
    meant.likely().map(|team| (team, meant.sure))
}

/// Whether words are of the tournament under report, and may be held against it.
fn is_of_now<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &Out<'r>) -> bool {
    let this_year = reader.this_year(out);
    let of_paragraph = reader.up_to(passage).iter().rev().take_while(|other| other.paragraph == passage.paragraph);
    let undated = of_paragraph.into_iter().all(|other| years(other, out, this_year).is_empty());
    let to_come = reader.anchor.is_none() && reader.fixture.is_some();
    undated
        && !reader.local.contains_key(&passage.paragraph)
        && (to_come || reader.anchor.is_some() && is_current(reader, passage, foci, out))
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    edition: EditionId,
    told: &Balance,
    out: &mut Out<'r>,
) {
    if out.is_denied(passage, told.span()) {
        return;
    }
    let Some((team, sure)) = whose(reader, passage, told.scored.0, out) else { return };
    let days = reader.eves(out);
    let both = |team: TeamId| {
        let all = days.iter().map(move |view| Ledger::of_edition(view, team, edition));
        all.flat_map(|all| [all.at_stage(StageKind::Group), all]).filter(|all| all.len() > 0).collect::<Vec<_>>()
    };
    let ledgers = both(team);
    let right = ledgers.iter().find(|ledger| ledger.goals() == told.goals);
    let one_of_two = |(scored, conceded): (u32, u32)| (scored == told.goals.0) != (conceded == told.goals.1);
    // No other side of the report has this balance.
    let others = || {
        let sides = out.own.iter().chain(&reader.heavy).copied();
        sides.filter(|&other| other != team).flat_map(both).any(|ledger| ledger.goals() == told.goals)
    };
    let near = ledgers.iter().find(|ledger| ledger.len() > 1 && one_of_two(ledger.goals()));
    let is_told = |span: (usize, usize)| out.is_confirmed(passage, span, &[Kind::Tally]);
    let (verdict, ledger, span) = match (right, near) {
        (Some(ledger), _) if ledger.len() > 1 && !is_told(told.span()) => (Verdict::Confirmed, ledger, told.span()),
        (None, Some(ledger)) if sure && is_of_now(reader, passage, foci, out) && !others() => {
            let wrong = if ledger.goals().0 == told.goals.0 { told.conceded } else { told.scored };
            if is_told(wrong) {
                return;
            }
            (Verdict::Contradicted, ledger, wrong)
        }
        _ => return,
    };
    let record = out.record();
    let (scored, conceded) = told.goals;
    let of = words::edition(record, edition);
    let reading = format!("{} scored {scored} and conceded {conceded} at the {of}", words::team(record, team));
    let rows = ledger.rows(out);
    out.push(passage, span, Kind::Tally, reading, Judged::new(verdict).showing(rows));
}

fn judge_since<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    edition: EditionId,
    span: (usize, usize),
    out: &mut Out<'r>,
) {
    let Some((team, sure)) = whose(reader, passage, span.0, out) else { return };
    // Of which matches a report of the day tells it is not said: the match itself, or those before it.
    let days = reader.eves(out);
    let let_in = |view: &byline_record::View<'r>| {
        let ledger = Ledger::of_edition(view, team, edition);
        let of = |&(entry, side): &(&byline_record::Match, byline_record::Side)| {
            entry.score.end.is_some_and(|end| end.of(side.other()) > 0)
        };
        let beaten: Vec<bool> = ledger.matches.iter().map(of).collect();
        (ledger, beaten)
    };
    let told: Vec<_> = days.iter().map(let_in).filter(|(_, beaten)| beaten.len() > 1).collect();
    let holds = |beaten: &[bool]| beaten.last() == Some(&false) && beaten.iter().filter(|beaten| **beaten).count() == 1;
    let fails = |beaten: &[bool]| beaten.last() == Some(&true);
    let right = told.iter().find(|(_, beaten)| holds(beaten));
    let (verdict, ledger) = match (right, told.first()) {
        (Some((ledger, _)), _) => (Verdict::Confirmed, ledger),
        (None, Some((ledger, _)))
            if sure && told.iter().all(|(_, beaten)| fails(beaten)) && is_of_now(reader, passage, foci, out) =>
        {
            (Verdict::Contradicted, ledger)
        }
        _ => return,
    };
    let record = out.record();
    let of = words::edition(record, edition);
    let reading = format!("{} conceded in one match of the {of} and in none after it", words::team(record, team));
    let rows = ledger.rows(out);
    out.push(passage, span, Kind::Streak, reading, Judged::new(verdict).showing(rows));
}
