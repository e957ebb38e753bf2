//! Single kicks of a shoot-out.

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{Kick, Match, PenaltyOutcome, PersonId, Side, Table};

use super::kick_cues::{FATES, NO_KICKS, PLAY, SAVES, Said};
use super::kick_lists::{self, Listed};
use super::memory::{Memory, is_complete};
use super::who::{self, Named};
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

/// A kick as a passage tells it.
struct Told {
    first: usize,
    end: usize,
    takers: Vec<Named>,
    /// Who may have kept goal, likeliest first.
    keeper: Vec<PersonId>,
    said: Said,
    plain: bool,
    /// Whether only the nearest person can be meant.
    alone: bool,
    /// "Only Hargreaves scored".
    only: bool,
    /// The score of the shoot-out after it.
    after: Option<(u8, u8)>,
}

/// Words of somebody's turn in a shoot-out.
const TURNS: &[&str] = &[
    "went first",
    "first up",
    "second up",
    "third up",
    "fourth up",
    "fifth up",
    "last up",
    "man up",
    "man to walk",
    "man to step up",
    "first to go",
    "last to go",
];

/// A kick of a shoot-out by its place: "missed the first kick".
const KICKS: &[&str] = &[
    "first kick",
    "opening kick",
    "second kick",
    "third kick",
    "fourth kick",
    "fifth kick",
    "last kick",
    "final kick",
    "decisive kick",
    "opening penalty of the shoot out",
];

/// Words by which what somebody did was in a shoot-out.
const OF_SHOOT_OUT: &[&str] = &[
    "the ones to miss",
    "the one to miss",
    "the only one to miss",
    "the only ones to miss",
    "the men to miss",
    "in the shoot out",
    "in the shootout",
    "his penalty",
    "his kick",
    "his spot kick",
    "their penalties",
    "their kicks",
    "their spot kicks",
];

/// "Scored the last Russian kick": whether a kick from the spot is the object that begins at a token.
fn is_of_kick(passage: &Passage, at: usize) -> bool {
    const OTHER: &[&str] = &["free", "goal", "overhead", "bicycle", "scissors", "corner", "back", "drop"];
    let noun = (at..at + 5).take_while(|&near| !passage.is_break(near)).find(|&near| passage.is_any(near, &["kick"]));
    noun.is_some_and(|noun| !passage.is_any(noun - 1, OTHER) && !passage.is_mark(noun - 1, '-'))
}

/// Whether a passage has a noun of a kick from the spot.
pub(crate) fn names_kick(passage: &Passage) -> bool {
    (0..passage.len())
        .any(|at| passage.is_any(at, &["kick", "kicks", "penalty", "penalties", "spot", "taker", "takers"]))
}

/// The kicks of a side in the order taken, each with its place in the match.
pub(super) fn of_side(entry: &Match, side: Side) -> Vec<(usize, &Kick)> {
    entry.kicks.iter().enumerate().filter(|(_, kick)| kick.side == side).collect()
}

/// A kick as evidence.
pub(super) fn row(out: &Out<'_>, entry: &Match, index: usize) -> Vec<Evidence> {
    let Some(kick) = entry.kicks.get(index) else { return Vec::new() };
    let place = entry.kicks.iter().take(index + 1).filter(|other| other.side == kick.side).count();
    let record = out.record();
    let place = u8::try_from(place).unwrap_or(u8::MAX);
    let text = format!("{}: {}", words::match_line(record, entry), words::kick(record, entry, kick, place));
    vec![Evidence { in_match: Some(entry.id), text, sources: kick.sources }]
}

pub(crate) fn read<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    cases: &[Focus<'r>],
    sure: bool,
    memory: &mut Memory<'r>,
    out: &mut Out<'r>,
) {
    let before = reader.passage_before(passage).filter(|before| before.paragraph == passage.paragraph);
    let told = told(passage, before, &memory.pronoun());
    for focus in cases.iter().filter(|focus| !focus.entry.kicks.is_empty()) {
        let mut found = false;
        let mut not_found = Vec::new();
        for told in told.iter().filter(|told| !is_of_play(passage, told)) {
            // "Made it 3-0": of the kick after which it stood so.
            if told.after.is_some_and(|score| !kick_lists::stood(focus.entry, &told.takers, score)) {
                not_found.push(told);
                continue;
            }
            let right = judge(passage, told, focus, sure || memory.shoot_out || is_of_spot(passage, told), out);
            found |= right || nearest(passage, told).is_some_and(|told| judge(passage, &told, focus, false, out));
            if !right {
                not_found.push(told);
            }
        }
        for told in not_found {
            // "Beaten 4-3 on penalties when Roa parried Batty's kick"
            let in_play = |event: &byline_record::Event| matches!(event.kind, byline_record::EventKind::Penalty(_));
            let of_kick = || {
                passage.has(told.first, told.end, &["kick", "kicks", "spot kick", "spot kicks"])
                    || passage.has(told.first, passage.clause_end(told.end), OF_SHOOT_OUT)
                    || is_of_kick(passage, told.end)
                    || passage.find(told.end, told.end + 4, KICKS).is_some_and(|(at, _)| {
                        (told.end..at).all(|between| !passage.is_break(between) && passage.name_at(between).is_none())
                    })
                    || passage.has(told.first, passage.clause_end(told.end), &["penalties", "penalty", "spot kicks"])
                        && !focus.entry.events.iter().any(in_play)
            };
            let named = || memory.ever_shoot_out && focus.is_anchor || super::shootouts::is_named(passage);
            let of_turn = focus.is_anchor && passage.has(told.first, told.end, TURNS);
            let is_told = found
                || of_turn
                || memory.shoot_out && focus.is_anchor && super::kick_fates::is_kick(passage, (told.first, told.end))
                || memory.shoot_out && focus.is_anchor && told.takers.len() > 2 && told.said == Said::Scored
                || memory.kicks
                || super::shootouts::is_named_before(passage, told.first)
                || named() && of_kick();
            match told.after {
                Some(score) if is_told => not_so(passage, told, score, focus, out),
                Some(_) => {}
                None => {
                    let others = not_so_taken(told, focus.entry);
                    if let Some(person) = who::exactly(passage, &others) {
                        if others.len() < told.takers.len() {
                            not_as_told(passage, told, person, focus, out);
                        }
                        if is_told || most_took(told, &others, focus.entry) {
                            no_kick(passage, told, person, found, focus, out);
                        }
                    }
                }
            }
        }
        if found {
            memory.note(focus.entry);
            memory.kicks = true;
            return;
        }
    }
}

/// "Saved the penalty of Pedro": whether the very words name a kick from the spot, in a passage about no other match.
fn is_of_spot(passage: &Passage, told: &Told) -> bool {
    told.said == Said::Saved
        && passage.has(told.first, told.end, &["penalty", "penalties", "spot kick", "spot kicks"])
        && !super::moment::is_elsewhere(passage)
}

/// Whether words of the clock stand beside what is told: "saved from Kolo Muani in the last minute of extra time",
/// "four minutes later Shearer levelled". Kicks of a shoot-out have no minute.
fn is_of_play(passage: &Passage, told: &Told) -> bool {
    const PERIODS: &[&str] = &["of extra time", "of normal time", "in extra time", "in normal time", "in regulation"];
    let stop = (told.end..passage.len().min(told.end + 9))
        .find(|&at| {
            passage.is_stop(at) || passage.is_mark(at, ',') || passage.is_any(at, &["and", "but", "before", "after"])
        })
        .unwrap_or_else(|| passage.len().min(told.end + 9));
    let comma = |at: usize| if passage.is_mark(at, ',') { at + 1 } else { at };
    passage.clocks(false).iter().any(|words| {
        !matches!(words.meant, super::clock::Meant::Within(_))
            && ((told.end <= words.first && words.first < stop)
                || comma(words.end) == told.first
                || told.said == Said::Scored && told.first < words.first && words.end <= told.end)
    }) || passage.has(told.end, stop, PERIODS)
}

/// Of several takers the nearest alone, where the others may be objects of the clause before.
fn nearest(passage: &Passage, told: &Told) -> Option<Told> {
    let last = told.takers.last().filter(|_| told.takers.len() > 1 && !told.alone)?.clone();
    let (first, _) = who::place(passage, &last)?;
    Some(Told { first, end: told.end, takers: vec![last], keeper: told.keeper.clone(), said: told.said, ..*told })
}

fn told(passage: &Passage, before: Option<&Passage>, pronoun: &[PersonId]) -> Vec<Told> {
    let mut found: Vec<Told> = Vec::new();
    let mut at = 0;
    while at < passage.len() {
        if passage.name_at(at).is_some() {
            at += 1;
            continue;
        }
        let listed = || {
            let last = || kick_lists::last_fate(passage, at).or_else(|| kick_lists::last_fate(before?, before?.len()));
            let Listed { first, end, takers, said, after } = kick_lists::listed(passage, at, &last, pronoun)?;
            Some(Told { first, end, takers, keeper: Vec::new(), said, plain: false, alone: true, only: false, after })
        };
        let told = save(passage, at, pronoun).or_else(|| fate(passage, at, pronoun)).or_else(listed);
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
    const HEADS: Heads = Heads::of(SAVES);
    let end = passage.may_begin(at, &HEADS).then(|| passage.any_phrase(at, SAVES))??;
    let denied = (at.saturating_sub(4)..at).any(|before| {
        passage.is_any(before, &["failed", "unable", "not", "nearly", "almost", "never", "could", "cannot"])
    });
    // "Between those two saves", "a stop": nouns.
    let verb = at > 0
        && (passage.is_any(at - 1, &["to", "and", "then"])
            || passage.name_at(at - 1).is_some_and(crate::passage::Name::is_person));
    let noun = end == at + 1 && passage.is_any(at, &["save", "saves", "stop", "block", "read", "deny"]) && !verb;
    if denied || noun {
        return None;
    }
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
    // "Beat Ricardo, who saved from Lampard"
    let who_at = if passage.is_any(at.wrapping_sub(1), &["had", "then", "also"]) {
        at.wrapping_sub(2)
    } else {
        at.wrapping_sub(1)
    };
    let owner = who_at.checked_sub(1).filter(|_| passage.is_any(who_at, &["who"])).and_then(|last| {
        let last = if passage.is_mark(last, ',') { last.checked_sub(1)? } else { last };
        passage.name_at(last)?.person()
    });
    let keeper = owner
        .into_iter()
        .chain(keepers.iter().filter_map(|list| match list.as_slice() {
            [(_, people)] => people.first().copied().filter(|_| people.len() == 1),
            _ => None,
        }))
        .collect();
    let first = keepers.first().and_then(|list| who::place(passage, list.first()?)).map_or(at, |(first, _)| first);
    let mut end = stop;
    if passage.is_possessive(end) {
        end += 1;
        while passage.is_any(
            end,
            &[
                "kick", "penalty", "effort", "spot", "first", "second", "third", "fourth", "fifth", "attempt", "shot",
                "kicks", "opening",
            ],
        ) {
            end += 1;
        }
    }
    Some(Told { first, end, takers, keeper, said: Said::Saved, plain: true, alone: true, only: false, after: None })
}

fn fate(passage: &Passage, at: usize, pronoun: &[PersonId]) -> Option<Told> {
    const HEADS: Heads = Heads::of_triples(FATES);
    let cues = passage.rows_at(at, FATES, &HEADS, |fate| fate.0).map(|(&(_, said, plain), end)| (end, said, plain));
    let cues = cues.chain(super::kick_fates::fate_at(passage, at));
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
    // "Struck the base of the post": where it ended is said after the verb.
    if said == Said::Scored
        && let Some(after) = on_woodwork(passage, at, end)
    {
        (end, said, plain) = (after, Said::Woodwork, true);
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
        ) || of_a_goal(passage, end)
        {
            return None;
        }
    }
    let by = passage.find(end, (end + 4).min(passage.len()), &["by"]).map(|(_, end)| end);
    let keepers = by.map(|by| who::after(passage, by)).unwrap_or_default();
    let keeper = match keepers.as_slice() {
        [(_, people)] if people.len() == 1 && said == Said::Saved => people.clone(),
        _ => Vec::new(),
    };
    if let Some((_, stop)) = keepers.last().and_then(|named| who::place(passage, named)).filter(|_| said == Said::Saved)
    {
        end = stop;
    }
    // "As well as a winning spot-kick from Rakitic"
    let from = (said == Said::Winning && passage.is_any(end, &["from"])).then(|| who::after(passage, end + 1));
    let lists = match from {
        Some(takers) if !takers.is_empty() => vec![takers],
        _ => who::before(passage, at, pronoun),
    };
    let takers = lists.first()?.clone();
    let first = who::place(passage, takers.first()?).map_or(at, |(first, _)| first.min(at));
    let only = first > 0 && passage.is_any(first - 1, &["only"]) && said == Said::Scored;
    let is_pronoun = takers.first().is_some_and(|(name, _)| *name == usize::MAX);
    let first = if only { first - 1 } else { first };
    // "Seaman saved from Crespo but Ince missed": who stands right before the verb is its subject.
    let opens = |first: usize| passage.is_break(first) || passage.is_any(first, &["but", "and", "when", "before"]);
    let adjacent = match takers.as_slice() {
        [taker] => who::place(passage, taker)
            .is_some_and(|(first, end)| over_age(passage, end) == at && first.checked_sub(1).is_some_and(opens)),
        _ => false,
    };
    let alone = adjacent || lists.len() == 1 && who::begins_clause(passage, &takers);
    Some(Told { first, end, takers, keeper, said, plain: plain && !is_pronoun, alone, only, after: None })
}

/// "Panenka, 27, chipped it", "Pereira having in between shot over": the token after what only says more of a subject.
fn over_age(passage: &Passage, end: usize) -> usize {
    const MORE: &[&str] = &["having", "in", "between", "meanwhile", "then", "also", "duly", "too"];
    let aged =
        passage.is_mark(end, ',') && passage.cardinal(end + 1).is_some_and(|(_, next)| passage.is_mark(next, ','));
    match passage.cardinal(end + 1).filter(|_| aged) {
        Some((_, next)) => next + 1,
        None => super::ledger::skip(passage, end, MORE),
    }
}

/// The token after the frame of the goal that a ball is said to have struck, and no more.
fn on_woodwork(passage: &Passage, at: usize, end: usize) -> Option<usize> {
    const FRAME: &[&str] = &["post", "bar", "crossbar", "upright", "woodwork"];
    const VIA: &[&str] = &["in", "inside", "into", "off", "under", "and", "home", "past", "between", "via"];
    const HIT: &[&str] = &["struck", "strikes", "hit", "hits", "smashed", "thumped", "hammered", "crashed", "placed"];
    let mut near = (end..end + 7).take_while(|&next| !passage.is_break(next) && !passage.is_any(next, VIA));
    near.find(|&next| passage.is_any(at, HIT) && passage.is_any(next, FRAME)).map(|frame| frame + 1)
}

/// Whether what follows "scored" is of a goal in play: "a hat-trick", "the equaliser", "to send the game to penalties".
fn of_a_goal(passage: &Passage, end: usize) -> bool {
    const GOALS: &[&str] = &[
        "hat trick",
        "hattrick",
        "brace",
        "double",
        "treble",
        "again",
        "equaliser",
        "equalizer",
        "opener",
        "his first",
        "his second",
        "a second",
        "another second",
        "header",
        "volley",
        "ahead",
        "in front",
        "level",
    ];
    const FORCED: &[&str] = &[
        "to penalties",
        "force penalties",
        "forcing penalties",
        "to a shoot out",
        "to a shootout",
        "force a shoot out",
        "force a shootout",
        "force the shoot out",
        "force the shootout",
        "to extra time",
        "into extra time",
        "to a penalty shoot out",
        "to a penalty shootout",
    ];
    let stop = passage.clause_end(end);
    passage.has(end, stop.min(end + 6), GOALS) || passage.has(end, stop.min(end + 20), FORCED)
}

/// Judges each taker; whether any kick was confirmed.
fn judge(passage: &Passage, told: &Told, focus: &Focus<'_>, sure: bool, out: &mut Out<'_>) -> bool {
    let entry = focus.entry;
    let complete = is_complete(out, entry, Table::ShootOutKicks);
    let mut right = Vec::new();
    let mut wrong = Vec::new();
    let mut any_in_play = false;
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
        // Three listed together took kicks: a goal of one of them is not meant.
        if in_play && !sure && told.takers.len() < 3 {
            return false;
        }
        any_in_play |= in_play;
        let fitting = kicks.iter().find(|(_, kick)| told.said.fits(kick.outcome) == Some(true));
        match fitting {
            Some(&(index, _)) => right.push(index),
            None if kicks.iter().all(|(_, kick)| told.said.fits(kick.outcome) == Some(false)) => wrong.push(first),
            None => return false,
        }
    }
    // "Saved from Rodrygo, Vlasic and Modric were successful": nobody saves from both sides.
    let mut sides = right.iter().chain(&wrong).filter_map(|&index| entry.kicks.get(index)).map(|kick| kick.side);
    let one_side = sides.next().is_none_or(|side| sides.all(|other| other == side));
    if told.said == Said::Saved && !one_side && !passage.has(told.first, told.end, &["both", "each", "saw"]) {
        return false;
    }
    let Some(&index) = right.first().or(wrong.first()) else { return false };
    let Some(kick) = entry.kicks.get(index) else { return false };
    let keeper = kick.keeper.or_else(|| entry.keeper_at(kick.side.other(), None));
    let other_keeper = !told.keeper.is_empty() && keeper.is_some_and(|keeper| !told.keeper.contains(&keeper));
    let said_keeper = told.keeper.iter().copied().find(|&said| Some(said) == keeper).or(told.keeper.first().copied());
    let not_last = told.said == Said::Winning && !is_decisive(entry, index);
    let not_only = told.only
        && of_side(entry, kick.side)
            .into_iter()
            .any(|(other, kick)| !right.contains(&other) && kick.outcome == PenaltyOutcome::Scored);
    let confirmed = wrong.is_empty() && !other_keeper && !not_last && !not_only;
    let sure = sure && (!any_in_play || told.said == Said::Winning);
    // Two of a list who took such kicks say that the list is of kicks.
    let listed = right.len() > 1 && told.takers.len() > 2 && (right.len() > 2 || !any_in_play);
    let may_be_wrong = (told.plain && sure || listed) && told.alone && focus.may_contradict && complete;
    // The last kick of the winners is called the winner even where a save came after it.
    let is_last = of_side(entry, kick.side).last().is_some_and(|(last, _)| *last == index)
        && entry.score.shoot_out.is_some_and(|decided| decided.winner == kick.side);
    let own = kick.side.other();
    let is_known_keeper =
        is_keeper(entry, said_keeper) || said_keeper.is_some_and(|said| is_reserve(entry, own, said, out));
    let is_known_mistake = !wrong.is_empty() || not_only || (other_keeper && is_known_keeper) || (not_last && !is_last);
    if !confirmed && (!may_be_wrong || !is_known_mistake) {
        return false;
    }
    let who: Vec<String> = wrong
        .iter()
        .chain(&right)
        .map(|&index| out.person(entry.kicks.get(index).and_then(|kick| kick.taker)))
        .collect();
    let shown: Vec<Evidence> = wrong.iter().chain(&right).flat_map(|&index| row(out, entry, index)).collect();
    let by = said_keeper.map_or_else(String::new, |keeper| format!(" by {}", out.person(Some(keeper))));
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
    if let Some(keeper) = keeper.filter(|_| confirmed && told.said == Said::Saved && !told.keeper.is_empty()) {
        super::keepers::saved(passage, (told.first, told.end), entry, (own, keeper), out);
    }
    confirmed
}

/// Whether somebody was of the squad of a side as a goalkeeper and did not play.
fn is_reserve(entry: &Match, side: Side, person: PersonId, out: &Out<'_>) -> bool {
    entry.sheet(side).is_some_and(|sheet| !sheet.keepers.is_empty())
        && !is_keeper(entry, Some(person))
        && out.side_of_person(entry, person) == Some(side)
        && super::keepers::is_goalkeeper(entry, side, person, out)
}

/// "Littbarski made it 4-1": contradicts how a shoot-out stood after the only kick of somebody who did nothing else in the
/// match of which a score could be told.
fn not_so(passage: &Passage, told: &Told, (one, other): (u8, u8), focus: &Focus<'_>, out: &mut Out<'_>) {
    let entry = focus.entry;
    let Some(person) = who::exactly(passage, &told.takers) else { return };
    let mut own = entry.kicks.iter().enumerate().filter(|(_, kick)| kick.taker == Some(person));
    let (Some((index, kick)), None) = (own.next(), own.next()) else { return };
    let is_plain = told.alone
        && focus.may_contradict
        && passage.quote.is_none()
        && entry.kicks_in_order
        && kick.outcome == PenaltyOutcome::Scored
        && is_complete(out, entry, Table::ShootOutKicks)
        && !entry.events.iter().any(|event| event.player == Some(person) && event.kind.is_goal());
    if !is_plain {
        return;
    }
    let reading = format!("{one}-{other} after the shoot-out kick of {}", out.person(Some(person)));
    let judged = Judged::new(Verdict::Contradicted).showing(row(out, entry, index)).about(Topic::Kick(entry.id, index));
    out.push(passage, (told.first, told.end), Kind::ShootOut, reading, judged);
}

/// The takers told of who took no kick that went as told.
fn not_so_taken(told: &Told, entry: &Match) -> Vec<Named> {
    told.takers.iter().filter(|(_, people)| !went(told, entry, people)).cloned().collect()
}

/// Whether somebody took a kick that went as told.
fn went(told: &Told, entry: &Match, people: &[PersonId]) -> bool {
    let mut own = entry.kicks.iter().filter(|kick| kick.taker.is_some_and(|taker| people.contains(&taker)));
    own.any(|kick| told.said.fits(kick.outcome) == Some(true))
}

/// "Albertini, Romario, Evani and Mazinho all converted": whether all but one of a long list scored kicks and nobody of it
/// scored in play, so that nothing but kicks can be meant.
fn most_took(told: &Told, others: &[Named], entry: &Match) -> bool {
    let scored = |(_, people): &Named| {
        entry
            .events
            .iter()
            .any(|event| event.kind.is_goal() && event.player.is_some_and(|player| people.contains(&player)))
    };
    told.takers.len() > 2 && others.len() == 1 && !told.takers.iter().any(scored)
}

/// Contradicts a kick of `person`, who took none, among kicks that were told of and all taken as told; `beside` is
/// whether the passage tells of others rightly.
fn no_kick(passage: &Passage, told: &Told, person: PersonId, beside: bool, focus: &Focus<'_>, out: &mut Out<'_>) {
    let entry = focus.entry;
    let took = entry.kicks.iter().any(|kick| kick.taker.is_none_or(|taker| taker == person))
        || entry
            .events
            .iter()
            .any(|event| event.player == Some(person) && matches!(event.kind, byline_record::EventKind::Penalty(_)));
    // Beside kicks told of rightly only words at the verb itself can put it into play.
    let of_play = match beside {
        true => passage.has(told.end.saturating_sub(3), passage.clause_end(told.end), PLAY),
        false => passage.has(0, passage.len(), PLAY) || passage.has(0, passage.len(), &["training", "practice"]),
    };
    // Of three or more who are told of together the others did take such kicks: it is this shoot-out.
    let listed = told.takers.len() > 2;
    let focus = &if listed { focus.sure(true) } else { *focus };
    let stop = passage.clause_end(told.end);
    let named = passage.has(told.first, stop, OF_SHOOT_OUT);
    // "Neville hid his face as the last kick was saved": of somebody else's.
    const JOINTS: &[&str] = &["as", "when", "while", "after", "before", "until"];
    let after = told.takers.last().and_then(|taker| who::place(passage, taker)).map_or(told.end, |(_, end)| end);
    let of_another = passage.has(after, told.end, JOINTS);
    // "Began by missing the team talk": no kick.
    let object = passage.is_any(told.end, &["the", "a", "an", "this", "that", "much"])
        && !passage.has(told.end, told.end + 5, &["penalty", "kick", "spot", "target", "goal", "first", "last"])
        && told.said == Said::Missed;
    let plain = (told.plain || beside || listed || named) && told.alone && !took && !of_play && !of_another && !object;
    if !plain || !who::may_deny(passage, person, focus, Table::ShootOutKicks, out) {
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

/// "Akinfeev saved from Ramos and Aspas": contradicts the one of several whose only kick was scored, or was not.
fn not_as_told(passage: &Passage, told: &Told, person: PersonId, focus: &Focus<'_>, out: &mut Out<'_>) {
    let entry = focus.entry;
    let mut own = entry.kicks.iter().enumerate().filter(|(_, kick)| kick.taker == Some(person));
    let (Some((index, kick)), None) = (own.next(), own.next()) else { return };
    let in_play = |event: &byline_record::Event| {
        matches!(event.kind, byline_record::EventKind::Penalty(_)) && event.player == Some(person)
    };
    let known = entry.kicks.iter().all(|kick| kick.taker.is_some()) && !entry.events.iter().any(in_play);
    // How a kick was missed is told in more than one way; whether it was is not.
    let opposite = told.said.fits(kick.outcome) == Some(false)
        && (matches!(told.said, Said::Scored) || kick.outcome == PenaltyOutcome::Scored);
    if !told.alone || !known || !opposite || passage.quote.is_some() || passage.has(0, passage.len(), PLAY) {
        return;
    }
    if !(focus.may_contradict || focus.is_anchor) || !is_complete(out, entry, Table::ShootOutKicks) {
        return;
    }
    let reading = format!("shoot-out kick of {} {}", out.person(Some(person)), told.said.words());
    let judged = Judged::new(Verdict::Contradicted).showing(row(out, entry, index)).about(Topic::Kick(entry.id, index));
    out.push(passage, (told.first, told.end), Kind::ShootOut, reading, judged);
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
