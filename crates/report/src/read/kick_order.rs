//! The order of the kicks of a shoot-out: who began, whose was the fifth, the score between two of them, sudden death.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Kick, Match, PenaltyOutcome, PersonId, Side, Table};

use super::kicks::{of_side, row};
use super::memory::{Memory, is_complete};
use super::who;
use super::{Focus, Judged, Out, Reader, kick_places, kick_totals};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;

/// Nouns of a kick.
pub(super) const KICKS: &[&str] = &[
    "penalties",
    "penalty kicks",
    "penalty kick",
    "penalty",
    "spot kicks",
    "spot kick",
    "kicks",
    "kick",
    "efforts",
    "effort",
    "attempts",
    "attempt",
    "shots",
];

pub(crate) fn read<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    cases: &[Focus<'r>],
    sure: bool,
    memory: &mut Memory<'r>,
    out: &mut Out<'r>,
) {
    for focus in cases.iter().filter(|focus| !focus.entry.kicks.is_empty()) {
        let mut found = firsts(passage, focus, out);
        found |= kick_places::read(passage, cases, focus, (&memory.pronoun(), sure), out);
        found |= running(passage, focus, out);
        found |= began(reader, passage, focus, sure, out);
        found |= kick_totals::totals(reader, passage, focus, sure, out);
        found |= kick_totals::all(passage, focus, sure, out);
        found |= kick_totals::saved(passage, focus, sure, out);
        found |= kick_totals::of_all(passage, focus, sure, out);
        found |= first_to_miss(passage, focus, sure, out);
        found |= sudden_death(passage, focus, out);
        found |= listed(passage, focus, sure, out);
        if found {
            memory.note(focus.entry);
            memory.kicks = true;
            return;
        }
    }
}

/// What is told of a shoot-out, judged.
pub(super) fn say(
    passage: &Passage,
    span: (usize, usize),
    text: String,
    (right, wrong): (bool, bool),
    focus: &Focus<'_>,
    out: &mut Out<'_>,
) -> bool {
    let may_be_told = right || wrong && focus.may_contradict && passage.quote.is_none();
    if !may_be_told {
        return false;
    }
    let entry = focus.entry;
    let shown = out.match_row(entry);
    let rows = (0..entry.kicks.len()).flat_map(|index| row(out, entry, index));
    let shown = if right { shown } else { shown.into_iter().chain(rows).collect() };
    let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
    let judged = Judged::new(verdict).showing(shown).about(Topic::ShootOut(entry.id));
    out.push(passage, span, Kind::ShootOut, text, judged);
    right
}

/// The score of a shoot-out after each of its kicks, home side first; empty where the order is not known.
fn scores(entry: &Match) -> Vec<(u8, u8)> {
    let mut score = (0, 0);
    let after = |kick: &Kick| {
        match (kick.outcome, kick.side) {
            (PenaltyOutcome::Scored, Side::Home) => score.0 += 1,
            (PenaltyOutcome::Scored, Side::Away) => score.1 += 1,
            _ => {}
        }
        score
    };
    if entry.kicks_in_order { entry.kicks.iter().map(after).collect() } else { Vec::new() }
}

/// "It was 5-5 when Vassell stepped up", "with the shoot-out level at 3-3": a score between the kicks.
fn running(passage: &Passage, focus: &Focus<'_>, out: &mut Out<'_>) -> bool {
    const STEPS: &[&str] = &["stepped", "came", "walked", "strode", "took", "began", "went", "placed", "ran"];
    let entry = focus.entry;
    let all = scores(entry);
    let mut any = false;
    for at in 0..passage.len() {
        let Some(TokenKind::Score(one, other)) = passage.kind(at) else { continue };
        let is = |&(home, away): &(u8, u8)| (home, away) == (one, other) || (away, home) == (one, other);
        let text = format!("the shoot-out stood {one}-{other} at some moment");
        let taker = passage.any_phrase(at + 1, &["when", "as", "before"]).map(|next| who::after(passage, next)).filter(
            |list| {
                list.len() == 1
                    && list
                        .iter()
                        .any(|named| who::place(passage, named).is_some_and(|(_, end)| passage.is_any(end, STEPS)))
            },
        );
        let before = taker.as_ref().and_then(|list| {
            let (_, people) = list.first()?;
            let index = entry.kicks.iter().position(|kick| kick.taker.is_some_and(|taker| people.contains(&taker)))?;
            Some(index.checked_sub(1).and_then(|before| all.get(before)).copied().unwrap_or((0, 0)))
        });
        // "It was 1-1 after three kicks apiece"
        let each =
            passage.any_phrase(at + 1, &["after"]).and_then(|next| passage.cardinal(next)).and_then(|(count, next)| {
                let end = passage.any_phrase(next, KICKS).unwrap_or(next);
                passage.is_any(end, &["each", "apiece"]).then_some(usize::try_from(count).ok()? * 2)
            });
        if let Some(score) = each.and_then(|kicks| all.get(kicks.checked_sub(1)?)) {
            any |= say(passage, (at, at + 1), text, (is(score), true), focus, out);
        } else if let Some(before) = before.filter(|_| !all.is_empty()) {
            any |= say(passage, (at, at + 1), text, (is(&before), true), focus, out);
        } else if passage.has(at.saturating_sub(6), at, &["shoot out", "shootout", "kicks", "penalties"])
            && passage.is_any(at.wrapping_sub(1), &["at", "level", "led", "ahead", "leading", "stood"])
            && all.iter().any(is)
        {
            any |= say(passage, (at, at + 1), text, (true, false), focus, out);
        }
    }
    any
}

/// "Switzerland went first", "the hosts took the first kick": which side began.
fn began<'r>(reader: &Reader<'_, 'r>, passage: &Passage, focus: &Focus<'r>, sure: bool, out: &mut Out<'r>) -> bool {
    const BEGAN: &[&str] = &[
        "kicked first",
        "shot first",
        "went first",
        "going first",
        "took the first kick",
        "took the first penalty",
        "had the first kick",
        "kicking first",
        "shooting first",
        "took their penalties first",
    ];
    let Some((at, end)) = passage.find(1, passage.len(), BEGAN) else { return false };
    let entry = focus.entry;
    let meant = reader.teams_before(passage, at, out);
    let beside = passage.name_at(at - 1).and_then(crate::passage::Name::team);
    let Some(side) = meant.likely().and_then(|team| out.side(entry, team)) else { return false };
    let (Some(first), true) = (entry.kicks.first(), entry.kicks_in_order) else { return false };
    let text = format!("{} took the first kick of the shoot-out", words::team(out.record(), entry.team(side)));
    let wrong = sure && beside.is_some() && !passage.has(0, at, &["not", "if"]);
    say(passage, (at, end), text, (first.side == side, wrong), focus, out)
}

/// "The first six kicks were scored: Baresi, Baggio and De Agostini for Italy, …": a list of takers after a colon.
fn listed(passage: &Passage, focus: &Focus<'_>, sure: bool, out: &mut Out<'_>) -> bool {
    const SCORED: &[&str] = &["scored", "converted", "on target", "successful", "found the net", "scorers", "netted"];
    const MISSED: &[&str] = &["missed", "failed", "denied", "saved", "unsuccessful", "not scored", "misses"];
    let entry = focus.entry;
    let Some(colon) = (1..passage.len()).find(|&at| passage.is_mark(at, ':')) else { return false };
    let from = colon.saturating_sub(8);
    let missed = passage.has(from, colon, MISSED);
    if !missed && !passage.has(from, colon, SCORED) {
        return false;
    }
    let stop = passage.clause_end(colon + 1);
    // "And Tah's, after which Canale stepped up": he is of what follows.
    let stop = passage.find(colon, stop, &["after which", "whereupon", "before"]).map_or(stop, |(at, _)| at);
    let names = passage.names.iter().filter(|name| name.first > colon && name.end <= stop && name.is_person());
    let takers: Vec<_> = names.collect();
    let (Some(first), Some(last), true) = (takers.first(), takers.last(), takers.len() > 1) else { return false };
    let went = |people: &[PersonId]| {
        let mut kicks = entry.kicks.iter().filter(|kick| kick.taker.is_some_and(|taker| people.contains(&taker)));
        kicks.any(|kick| (kick.outcome == PenaltyOutcome::Scored) != missed)
    };
    let right = takers.iter().all(|name| went(&name.people()));
    let others = takers.iter().filter(|name| !went(&name.people())).count();
    let known = takers.iter().all(|name| name.person().is_some_and(|person| out.in_squad(entry, person)));
    let wrong = sure && known && others * 2 < takers.len() && is_complete(out, entry, Table::ShootOutKicks);
    let list: Vec<String> = takers.iter().map(|name| out.person(name.people().first().copied())).collect();
    let how = if missed { "did not score" } else { "scored" };
    let text = format!("{} {how} in the shoot-out", words::list(&list));
    say(passage, (first.first, last.end), text, (right, wrong), focus, out)
}

/// "Six was the first Frenchman to falter", "Baresi, the first to miss": whose was the first kick that was not scored.
fn first_to_miss(passage: &Passage, focus: &Focus<'_>, sure: bool, out: &mut Out<'_>) -> bool {
    const MISS: &[&str] = &["to miss", "to fail", "to falter", "to crack", "to blink", "to blunder", "to slip up"];
    let entry = focus.entry;
    let Some((miss, end)) = passage.find(1, passage.len(), MISS) else { return false };
    let start = passage.clause_start(miss);
    let Some((first, nth, _)) = (start..miss).rev().find_map(|at| {
        let (nth, end) = passage.ordinal(at)?;
        (end + 4 >= miss && nth <= 3).then_some((at, nth, end))
    }) else {
        return false;
    };
    let subject = (start..first).rev().find_map(|at| passage.name_at(at)).filter(|name| {
        name.is_person()
            && (name.end..first).all(|at| passage.is_any(at, &["was", "is", "the", "also"]) || passage.is_mark(at, ','))
    });
    let Some(name) = subject else { return false };
    let people = name.people();
    let is_his = |kick: &Kick| kick.taker.is_some_and(|taker| people.contains(&taker));
    let Some(side) = entry.kicks.iter().find(|kick| is_his(kick)).map(|kick| kick.side) else { return false };
    let missed = |kick: &&Kick| kick.outcome != PenaltyOutcome::Scored;
    let Some(before) = usize::try_from(nth).ok().and_then(|nth| nth.checked_sub(1)) else { return false };
    let of_side = entry.kicks.iter().filter(|kick| kick.side == side).filter(missed).nth(before);
    let of_all = entry.kicks.iter().filter(missed).nth(before).filter(|_| entry.kicks_in_order);
    let right = of_side.is_some_and(is_his) || of_all.is_some_and(is_his);
    let wrong = sure
        && entry.kicks_in_order
        && name.person().is_some()
        && name.how != byline_record::names::find::How::Misprint
        && is_complete(out, entry, Table::ShootOutKicks)
        && !passage.has(0, passage.len(), &["if", "would", "could", "extra time", "normal time"]);
    let text = format!("{} was number {nth} to miss in the shoot-out", out.person(people.first().copied()));
    say(passage, (name.first, end), text, (right, wrong), focus, out)
}

/// "In sudden death": each side kicked more than five times.
fn sudden_death(passage: &Passage, focus: &Focus<'_>, out: &mut Out<'_>) -> bool {
    const CUES: &[&str] = &["in sudden death", "to sudden death", "into sudden death", "by sudden death"];
    const OPEN: &[&str] = &["not", "never", "if", "could", "would", "without", "almost", "nearly", "golden", "extra"];
    let Some((at, end)) = passage.find(0, passage.len(), CUES) else { return false };
    if passage.has(at.saturating_sub(6), at, OPEN) {
        return false;
    }
    let long = Side::BOTH.into_iter().any(|side| of_side(focus.entry, side).len() > 5);
    let wrong = is_complete(out, focus.entry, Table::ShootOutKicks) && focus.is_anchor;
    say(passage, (at, end), "the shoot-out went to sudden death".to_owned(), (long, wrong), focus, out)
}

/// "After ten perfect kicks", "there were ten faultless penalties before he missed".
fn faultless(passage: &Passage, at: usize) -> Option<(usize, bool, usize)> {
    const PERFECT: &[&str] = &["perfect", "faultless", "flawless", "successful", "immaculate", "unerring"];
    let next = passage.is_any(at, &["after", "were"]).then_some(at + 1)?;
    let (count, next) = passage.cardinal(next).filter(|&(count, _)| (2..=20).contains(&count))?;
    let noun = passage.any_phrase(next, PERFECT)?;
    let end = passage.any_phrase(noun, KICKS)?;
    let before = passage.is_any(at, &["after"]) || passage.is_any(end, &["before", "until"]);
    before.then_some((usize::try_from(count).ok()?, false, end))
}

/// "the first five from each side all scored", "the first six penalties went in": how many kicks, whether of each side,
/// and the token after the words.
pub(crate) fn first_kicks(passage: &Passage, at: usize) -> Option<(usize, bool, usize)> {
    if let Some(told) = faultless(passage, at) {
        return Some(told);
    }
    let next = passage.any_phrase(at, &["first", "opening"])?;
    let (count, next) = passage.cardinal(next).filter(|&(count, _)| (2..=20).contains(&count))?;
    let noun = passage.any_phrase(
        next,
        &["penalties", "kicks", "spot kicks", "penalty kicks", "takers", "penalty takers", "attempts", "efforts"],
    );
    let mut end = noun.unwrap_or(next);
    let each = passage.any_phrase(
        end,
        &[
            "from each side",
            "from both sides",
            "on each side",
            "of each side",
            "for each side",
            "each",
            "apiece",
            "from either side",
            "by each side",
            "from each team",
            "for both sides",
        ],
    );
    end = each.unwrap_or(end);
    if noun.is_none() && each.is_none() {
        return None;
    }
    let (found, end) = passage.find(
        end,
        (end + 5).min(passage.len()),
        &[
            "all scored",
            "were scored",
            "were good",
            "went in",
            "were converted",
            "found the net",
            "all converted",
            "were faultless",
            "were perfect",
            "were successful",
            "all went in",
            "scored",
            "converted",
            "flew in",
            "been scored",
            "been converted",
            "all found the net",
            "were flawless",
            "hit the target",
        ],
    )?;
    let negated = passage.has(at.saturating_sub(3), found, &["not", "only", "none", "failed", "but"]);
    (!negated).then_some((usize::try_from(count).ok()?, each.is_some(), end))
}

/// "The first six penalties went in."
fn firsts(passage: &Passage, focus: &Focus<'_>, out: &mut Out<'_>) -> bool {
    let entry = focus.entry;
    let Some((at, (count, each, end))) =
        (0..passage.len()).find_map(|at| first_kicks(passage, at).map(|told| (at, told)))
    else {
        return false;
    };
    let kicks: Vec<(usize, &Kick)> = if each || (!entry.kicks_in_order && count % 2 == 0) {
        let of_each = if each { count } else { count / 2 };
        Side::BOTH.into_iter().flat_map(|side| of_side(entry, side).into_iter().take(of_each)).collect()
    } else if entry.kicks_in_order {
        entry.kicks.iter().enumerate().take(count).collect()
    } else {
        return false;
    };
    let wanted = if each { count * 2 } else { count };
    let misses: Vec<usize> =
        kicks.iter().filter(|(_, kick)| kick.outcome != PenaltyOutcome::Scored).map(|(index, _)| *index).collect();
    let right = misses.is_empty() && kicks.len() == wanted;
    let wrong = focus.may_contradict && is_complete(out, entry, Table::ShootOutKicks) && !misses.is_empty();
    if !right && !wrong {
        return false;
    }
    let shown =
        if right { out.match_row(entry) } else { misses.iter().flat_map(|&miss| row(out, entry, miss)).collect() };
    let noun = if each { "kicks of each side" } else { "kicks" };
    out.push(
        passage,
        (at, end),
        Kind::ShootOut,
        format!("the first {count} {noun} of the shoot-out were scored"),
        Judged::new(if right { Verdict::Confirmed } else { Verdict::Contradicted })
            .showing(shown)
            .about(Topic::ShootOut(entry.id)),
    );
    right
}
