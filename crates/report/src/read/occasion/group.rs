//! The group a match belonged to: "in a frenetic Group B clash", "beat Nigeria in Group D on Tuesday".

use byline_record::StageKind;
use byline_record::ask::Verdict;

use super::super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;

/// Nouns of a match after the letter of its group.
const MATCHES: &[&str] = &[
    "match",
    "game",
    "clash",
    "opener",
    "encounter",
    "fixture",
    "contest",
    "meeting",
    "tie",
    "decider",
    "showdown",
    "thriller",
    "battle",
    "affair",
    "duel",
    "tussle",
    "finale",
    "win",
    "victory",
    "defeat",
    "draw",
];
/// Words before the group by which it is of a place in it, of what is to come, or of another match.
const ELSE: &[&str] = &[
    "top", "bottom", "first", "second", "third", "fourth", "last", "place", "spot", "points", "lead", "leads",
    "winners", "runners", "up", "from", "of", "through", "face", "meet", "play", "will", "next", "other", "the",
    "behind", "earlier", "against",
];

/// The letter of a group at a token, with the token after it.
fn letter_at(passage: &Passage, at: usize) -> Option<(String, usize)> {
    let letter = passage.token(at + 1).filter(|token| token.capital && token.word.len() == 1)?;
    passage.is_any(at, &["group"]).then(|| (letter.word.to_uppercase(), at + 2))
}

/// Judges the group a match is said to be of. `told` where the passage tells how it went.
pub(super) fn group(passage: &Passage, at: usize, foci: &[Focus<'_>], told: bool, out: &mut Out<'_>) {
    let Some((letter, end)) = letter_at(passage, at) else { return };
    let noun = passage.is_any(end, MATCHES);
    let article = (at.saturating_sub(5)..at).rev().find(|&before| passage.is_any(before, &["a", "in", "their", "its"]));
    let in_it = passage.is_any(at.wrapping_sub(1), &["in"])
        && (super::super::plain::closes(passage, end) || passage.is_any(end, &["on", "here", "in", "at", "to", "and"]));
    let ahead = (at.saturating_sub(6)..article.unwrap_or(at))
        .any(|before| passage.name_at(before).is_none() && passage.is_any(before, ELSE));
    // "In the Group G game against Ghana": the letter of the match, however it is told of.
    let told = told || noun && passage.has(0, passage.len(), &["scoring", "goal", "against", "minute", "came"]);
    if !(noun || in_it) || !told || ahead || passage.quote.is_some() {
        return;
    }
    let Some(focus) = foci.iter().find(|focus| focus.is_anchor) else { return };
    let Some(stage) = focus.entry.stage.as_ref().filter(|stage| stage.kind == StageKind::Group) else { return };
    let Some(own) = stage.group.as_deref() else { return };
    let plain = noun
        && foci.len() == 1
        && focus.may_contradict
        && passage.is_any(at.wrapping_sub(1), &["a", "in", "cup", "their"]);
    let verdict = match own == letter {
        true => Verdict::Confirmed,
        false if plain => Verdict::Contradicted,
        false => return,
    };
    let rows = out.match_row(focus.entry);
    let judged = Judged::new(verdict).showing(rows).about(Topic::Match(focus.entry.id));
    out.push(passage, (at, end), Kind::Stage, format!("the match was of group {letter}"), judged);
}
