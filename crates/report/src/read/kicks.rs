//! Single kicks of a shoot-out.

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::names::find::How;
use byline_record::{Kick, Match, PenaltyOutcome, PersonId, Side, Table};

use super::kick_cues::{FATES, NO_KICKS, PLAY, SAVES, Said};
use super::memory::{Memory, is_complete};
use super::who::{self, Named};
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;

/// A kick as a passage tells it.
struct Told {
    first: usize,
    end: usize,
    takers: Vec<Named>,
    keeper: Option<PersonId>,
    said: Said,
    plain: bool,
    /// Whether only the nearest person can be meant.
    alone: bool,
    /// "Only Hargreaves scored".
    only: bool,
}

/// "the first five from each side all scored", "the first six penalties went in": how many kicks, whether of each side,
/// and the token after the words.
pub(crate) fn first_kicks(passage: &Passage, at: usize) -> Option<(usize, bool, usize)> {
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
        ],
    )?;
    let negated = passage.has(at.saturating_sub(3), found, &["not", "only", "none", "failed", "but"]);
    (!negated).then_some((usize::try_from(count).ok()?, each.is_some(), end))
}

/// The kicks of a side in the order taken, each with its place in the match.
fn of_side(entry: &Match, side: Side) -> Vec<(usize, &Kick)> {
    entry.kicks.iter().enumerate().filter(|(_, kick)| kick.side == side).collect()
}

/// A kick as evidence.
fn row(out: &Out<'_>, entry: &Match, index: usize) -> Vec<Evidence> {
    let Some(kick) = entry.kicks.get(index) else { return Vec::new() };
    let place = entry.kicks.iter().take(index + 1).filter(|other| other.side == kick.side).count();
    let record = out.record();
    let place = u8::try_from(place).unwrap_or(u8::MAX);
    let text = format!("{}: {}", words::match_line(record, entry), words::kick(record, entry, kick, place));
    vec![Evidence { in_match: Some(entry.id), text, sources: kick.sources }]
}

pub(crate) fn read<'r>(
    _: &Reader<'_, 'r>,
    passage: &Passage,
    cases: &[Focus<'r>],
    sure: bool,
    memory: &mut Memory<'r>,
    out: &mut Out<'r>,
) {
    let told = told(passage, &memory.pronoun());
    for focus in cases.iter().filter(|focus| !focus.entry.kicks.is_empty()) {
        let mut found = false;
        for told in &told {
            let right = judge(passage, told, focus, sure || memory.shoot_out, out);
            let is_told = found || memory.kicks || super::shootouts::is_named_before(passage, told.first);
            if !right && is_told {
                no_kick(passage, told, focus, out);
            }
            found |= right || nearest(passage, told).is_some_and(|told| judge(passage, &told, focus, false, out));
        }
        found |= firsts(passage, focus, out);
        found |= places(passage, focus, &memory.pronoun(), out);
        if found {
            memory.note(focus.entry);
            memory.kicks = true;
            return;
        }
    }
}

/// Of several takers the nearest alone, where the others may be objects of the clause before.
fn nearest(passage: &Passage, told: &Told) -> Option<Told> {
    let last = told.takers.last().filter(|_| told.takers.len() > 1 && !told.alone)?.clone();
    let (first, _) = who::place(passage, &last)?;
    Some(Told { first, end: told.end, takers: vec![last], keeper: told.keeper, said: told.said, ..*told })
}

fn told(passage: &Passage, pronoun: &[PersonId]) -> Vec<Told> {
    let mut found: Vec<Told> = Vec::new();
    let mut at = 0;
    while at < passage.len() {
        if passage.name_at(at).is_some() {
            at += 1;
            continue;
        }
        let told = save(passage, at, pronoun).or_else(|| fate(passage, at, pronoun));
        let Some(told) = told else {
            at += 1;
            continue;
        };
        at = told.end.max(at + 1);
        // Two words on one kick: "blazed his kick over the bar".
        let again = found.iter().any(|before| {
            before.takers.first().map(|taker| taker.0) == told.takers.first().map(|taker| taker.0)
                && before.said != Said::Scored
                && !(before.end..told.end.saturating_sub(1)).any(|between| passage.is_any(between, &["and", "but"]))
        });
        if !again {
            found.push(told);
        }
    }
    found
}

/// "Pickford clawed away Bacca's kick", "Schmeichel saved from Van Basten".
fn save(passage: &Passage, at: usize, pronoun: &[PersonId]) -> Option<Told> {
    let end = passage.any_phrase(at, SAVES)?;
    if at > 0
        && passage.is_any(
            at - 1,
            &[
                "was",
                "were",
                "been",
                "being",
                "his",
                "theirs",
                "had",
                "is",
                "are",
                "kick",
                "penalties",
                "kicks",
                "efforts",
                "penalty",
                "effort",
            ],
        )
        || passage.is_any(end, &["by"])
    {
        return None;
    }
    let takers = who::after(passage, end);
    let (_, stop) = who::place(passage, takers.last()?)?;
    let keepers = who::before(passage, at, pronoun);
    let keeper = keepers.first().and_then(|list| match list.as_slice() {
        [(_, people)] => people.first().copied().filter(|_| people.len() == 1),
        _ => None,
    });
    let first = keepers.first().and_then(|list| who::place(passage, list.first()?)).map_or(at, |(first, _)| first);
    let mut end = stop;
    if passage.is_possessive(end) {
        end += 1;
        while passage.is_any(
            end,
            &[
                "kick", "penalty", "effort", "spot", "first", "second", "third", "fourth", "fifth", "attempt", "shot",
                "kicks",
            ],
        ) {
            end += 1;
        }
    }
    Some(Told { first, end, takers, keeper, said: Said::Saved, plain: true, alone: true, only: false })
}

fn fate(passage: &Passage, at: usize, pronoun: &[PersonId]) -> Option<Told> {
    let cues =
        FATES.iter().filter_map(|&(phrase, said, plain)| passage.phrase(at, phrase).map(|end| (end, said, plain)));
    let (mut end, mut said, mut plain) = cues.max_by_key(|(end, _, _)| *end)?;
    let hedged = (at.saturating_sub(4)..at).any(|before| {
        passage.is_any(
            before,
            &[
                "could", "would", "should", "might", "if", "never", "not", "no", "nobody", "without", "had", "nearly",
                "almost",
            ],
        ) && !passage.has(
            before,
            at,
            &["theirs", "his", "effort", "kick", "penalty", "their", "penalties", "kicks", "efforts"],
        )
    });
    let is_past_perfect = passage.has(at.saturating_sub(3), at, &["had earlier", "had already", "who had"]);
    let is_no_kick = said == Said::Missed && passage.any_phrase(end, NO_KICKS).is_some();
    if hedged || is_past_perfect || is_no_kick {
        return None;
    }
    if matches!(said, Said::Scored) {
        if let Some((_, after)) = passage.find(
            end,
            (end + 5).min(passage.len()),
            &[
                "winning penalty",
                "winning kick",
                "winning spot kick",
                "decisive penalty",
                "decisive kick",
                "decisive spot kick",
                "deciding penalty",
                "deciding kick",
                "final penalty",
                "the winner",
                "last kick",
                "final kick",
                "final spot kick",
                "clinching penalty",
                "clinching kick",
                "winning one",
            ],
        ) {
            said = Said::Winning;
            plain = true;
            end = after;
        } else if passage.has(
            end,
            (end + 5).min(passage.len()),
            &["minute", "minutes", "goal", "goals", "twice", "half"],
        ) {
            return None;
        }
    }
    let by = passage.find(end, (end + 4).min(passage.len()), &["by"]).map(|(_, end)| end);
    let keepers = by.map(|by| who::after(passage, by)).unwrap_or_default();
    let keeper = match keepers.as_slice() {
        [(_, people)] if people.len() == 1 && said == Said::Saved => people.first().copied(),
        _ => None,
    };
    if let Some((_, stop)) = keepers.last().and_then(|named| who::place(passage, named)).filter(|_| said == Said::Saved)
    {
        end = stop;
    }
    let lists = who::before(passage, at, pronoun);
    let takers = lists.first()?.clone();
    let first = who::place(passage, takers.first()?).map_or(at, |(first, _)| first);
    let only = first > 0 && passage.is_any(first - 1, &["only"]) && said == Said::Scored;
    let is_pronoun = takers.first().is_some_and(|(name, _)| *name == usize::MAX);
    let first = if only { first - 1 } else { first };
    let alone = lists.len() == 1 && who::begins_clause(passage, &takers);
    Some(Told { first, end, takers, keeper, said, plain: plain && !is_pronoun, alone, only })
}

/// Judges each taker; whether any kick was confirmed.
fn judge(passage: &Passage, told: &Told, focus: &Focus<'_>, sure: bool, out: &mut Out<'_>) -> bool {
    let entry = focus.entry;
    let complete = is_complete(out, entry, Table::ShootOutKicks);
    let mut right = Vec::new();
    let mut wrong = Vec::new();
    for (_, people) in &told.takers {
        let kicks: Vec<(usize, &Kick)> = entry
            .kicks
            .iter()
            .enumerate()
            .filter(|(_, kick)| kick.taker.is_some_and(|taker| people.contains(&taker)))
            .collect();
        let Some(&(first, kick)) = kicks.first() else { return false };
        // A scorer in play may be told of his goal.
        let in_play = entry.events.iter().any(|event| {
            event.player == kick.taker
                && (event.kind.is_goal() || matches!(event.kind, byline_record::EventKind::Penalty(_)))
        });
        if in_play && (!sure || told.said != Said::Winning) {
            return false;
        }
        let fitting = kicks.iter().find(|(_, kick)| told.said.fits(kick.outcome) == Some(true));
        match fitting {
            Some(&(index, _)) => right.push(index),
            None if kicks.iter().all(|(_, kick)| told.said.fits(kick.outcome) == Some(false)) => wrong.push(first),
            None => return false,
        }
    }
    let Some(&index) = right.first().or(wrong.first()) else { return false };
    let Some(kick) = entry.kicks.get(index) else { return false };
    let keeper = kick.keeper.or_else(|| entry.keeper_at(kick.side.other(), None));
    let other_keeper = told.keeper.is_some() && keeper.is_some() && told.keeper != keeper;
    let not_last = told.said == Said::Winning && !is_decisive(entry, index);
    let not_only = told.only
        && of_side(entry, kick.side)
            .into_iter()
            .any(|(other, kick)| other != index && kick.outcome == PenaltyOutcome::Scored);
    let confirmed = wrong.is_empty() && !other_keeper && !not_last && !not_only;
    let may_be_wrong = told.plain && told.alone && sure && focus.may_contradict && complete;
    // The last kick of the winners is called the winner even where a save came after it.
    let is_last = of_side(entry, kick.side).last().is_some_and(|(last, _)| *last == index)
        && entry.score.shoot_out.is_some_and(|decided| decided.winner == kick.side);
    let is_known_mistake =
        !wrong.is_empty() || not_only || (other_keeper && is_keeper(entry, told.keeper)) || (not_last && !is_last);
    if !confirmed && (!may_be_wrong || !is_known_mistake) {
        return false;
    }
    let who: Vec<String> = wrong
        .iter()
        .chain(&right)
        .map(|&index| out.person(entry.kicks.get(index).and_then(|kick| kick.taker)))
        .collect();
    let shown: Vec<Evidence> = wrong.iter().chain(&right).flat_map(|&index| row(out, entry, index)).collect();
    let by = told.keeper.map_or_else(String::new, |keeper| format!(" by {}", out.person(Some(keeper))));
    let only = if told.only { ", alone of his side" } else { "" };
    out.push(
        passage,
        (told.first, told.end),
        Kind::ShootOut,
        format!("shoot-out kick of {} {}{by}{only}", words::list(&who), told.said.words()),
        Judged::new(if confirmed { Verdict::Confirmed } else { Verdict::Contradicted })
            .showing(shown)
            .about(Topic::Kick(entry.id, index)),
    );
    confirmed
}

/// Contradicts a kick of somebody who took none, among kicks that were told of.
fn no_kick(passage: &Passage, told: &Told, focus: &Focus<'_>, out: &mut Out<'_>) {
    let [(name, people)] = told.takers.as_slice() else { return };
    let [person] = *people.as_slice() else { return };
    let entry = focus.entry;
    let exact = passage.names.get(*name).is_some_and(|name| name.how != How::Misprint);
    let took = entry.kicks.iter().any(|kick| kick.taker.is_none_or(|taker| taker == person));
    if took
        || !exact
        || !told.plain
        || !told.alone
        || !focus.may_contradict
        || passage.quote.is_some()
        || passage.has(0, passage.len(), PLAY)
        || !out.in_squad(entry, person)
        || !is_complete(out, entry, Table::ShootOutKicks)
    {
        return;
    }
    let side = out.side_of_person(entry, person);
    let rows: Vec<Evidence> = entry
        .kicks
        .iter()
        .enumerate()
        .filter(|(_, kick)| Some(kick.side) == side && told.said.fits(kick.outcome) != Some(false))
        .flat_map(|(index, _)| row(out, entry, index))
        .collect();
    let rows = if rows.is_empty() { out.match_row(entry) } else { rows };
    let who = out.person(Some(person));
    out.push(
        passage,
        (told.first, told.end),
        Kind::ShootOut,
        format!("shoot-out kick of {who} {}", told.said.words()),
        Judged::new(Verdict::Contradicted)
            .because("the record has no kick of his in this shoot-out")
            .showing(rows)
            .about(Topic::ShootOut(entry.id)),
    );
}

/// Whether somebody kept goal in a match at all.
pub(crate) fn is_keeper(entry: &Match, person: Option<PersonId>) -> bool {
    Side::BOTH
        .into_iter()
        .filter_map(|side| entry.sheet(side))
        .any(|sheet| sheet.keepers.iter().any(|(keeper, _)| Some(*keeper) == person))
}

/// Whether a kick was the last of the winners, and, as far as the order is known, of all.
fn is_decisive(entry: &Match, index: usize) -> bool {
    let (Some(kick), Some(decided)) = (entry.kicks.get(index), entry.score.shoot_out) else { return false };
    let is_last_of_side = of_side(entry, kick.side).last().is_some_and(|(last, _)| *last == index);
    let is_last = !entry.kicks_in_order || index + 1 == entry.kicks.len();
    kick.side == decided.winner && is_last_of_side && is_last
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

/// "The eighth, by Uli Hoeness", "he was the first penalty taker": a kick by its place.
fn places(passage: &Passage, focus: &Focus<'_>, pronoun: &[PersonId], out: &mut Out<'_>) -> bool {
    let entry = focus.entry;
    let mut any = false;
    for at in 0..passage.len() {
        if let Some((nth, end)) = passage.ordinal(at)
            && let Some((_, by)) = passage.find(end, (end + 4).min(passage.len()), &["by"])
            && entry.kicks_in_order
            && let Some(taker @ (_, people)) = who::after(passage, by).first()
            && let Some(index) = usize::try_from(nth).ok().and_then(|nth| nth.checked_sub(1))
            && let Some(kick) = entry.kicks.get(index)
            && kick.taker.is_some_and(|taker| people.contains(&taker))
            && let Some((_, stop)) = who::place(passage, taker)
        {
            place(passage, (at, stop), entry, index, &format!("kick number {nth} of the shoot-out"), out);
            any = true;
        }
        if let Some(end) = passage.any_phrase(
            at,
            &[
                "first penalty taker",
                "first taker",
                "first to kick",
                "took the first penalty",
                "took the first kick",
                "took the first spot kick",
                "stepped up first",
                "went first",
                "took the first",
            ],
        ) && let Some(list) = who::before(passage, at, pronoun).first()
            && let [(_, people)] = list.as_slice()
            && let Some((index, _)) = Side::BOTH
                .into_iter()
                .filter_map(|side| of_side(entry, side).first().copied())
                .find(|(_, kick)| kick.taker.is_some_and(|taker| people.contains(&taker)))
        {
            place(passage, (at, end), entry, index, "first kick of the side", out);
            any = true;
        }
    }
    any
}

fn place(passage: &Passage, span: (usize, usize), entry: &Match, index: usize, what: &str, out: &mut Out<'_>) {
    let who = out.person(entry.kicks.get(index).and_then(|kick| kick.taker));
    let shown = row(out, entry, index);
    out.push(
        passage,
        span,
        Kind::ShootOut,
        format!("{who}: {what}"),
        Judged::new(Verdict::Confirmed).showing(shown).about(Topic::Kick(entry.id, index)),
    );
}
