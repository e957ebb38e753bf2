//! Scores and results.
//!
//! [`told`] reads a score with the words around it: who won, against whom. [`judge`] finds the matches these can mean
//! and holds the score against them, [`beside`] does so by the goals told in the same sentence. [`moments`] reads scores that stood for a while, half-time among them, and
//! [`results`] wins, draws and defeats without a score. [`clause`] finds subjects and objects, [`words`] has the words.

mod beside;
mod clause;
mod judge;
mod loose;
mod moments;
mod pairs;
mod results;
mod told;
mod words;

pub(crate) use beside::beside_goals;
pub(crate) use judge::names_other_football;

use byline_record::ask::english::tokens::TokenKind;

use super::{Focus, Out, Reader};
use crate::passage::Passage;
use words::AT_HALF_TIME;

/// A score as a passage gives it, from its first token to the one after its last.
#[derive(Debug, Clone, Copy)]
struct Said {
    one: u8,
    other: u8,
    first: usize,
    end: usize,
}

/// Reads scores, and results without a score.
pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let scores = said(passage);
    let mut before = None;
    for said in &scores {
        before = told::score(reader, passage, said, before, foci, out).or(before);
    }
    told::teams_with_numbers(reader, passage, foci, out);
    moments::half_time_words(reader, passage, foci, out);
    moments::goalless_half(passage, foci, out);
    results::results(reader, passage, &scores, foci, out);
    moments::comeback(passage, foci, out);
    for said in &scores {
        loose::score(reader, passage, said, foci, out);
    }
}

/// The scores of a passage, in digits and in words.
fn said(passage: &Passage) -> Vec<Said> {
    let mut scores: Vec<Said> = Vec::new();
    for at in 0..passage.len() {
        if let Some(TokenKind::Score(one, other)) = passage.kind(at) {
            if !is_of_standings(passage, at) {
                scores.push(Said { one, other, first: at, end: at + 1 });
            }
        } else if let Some(said) = spaced(passage, at) {
            scores.push(said);
        } else if passage.is_any(at, &["goalless", "scoreless"]) {
            const DRAWN: &[&str] = &[
                "draw",
                "stalemate",
                "deadlock",
                "tie",
                "minutes",
                "match",
                "game",
                "affair",
                "encounter",
                "contest",
                "hours",
                "first half",
                "opening half",
            ];
            // "Ireland, goalless in open play against Romania"
            let met = passage.any_phrase(at + 1, &["against", "with", "in open play"]).is_some();
            let drawn = met || (at + 1..at + 4).any(|next| passage.any_phrase(next, DRAWN).is_some());
            // "The match finished goalless"
            let ended = passage.is_any(at.wrapping_sub(1), &["finished", "ended", "finishing", "ending"])
                && passage.word(at + 1) != "in";
            // "Both have won two and one was a goalless draw": of a count of meetings.
            const ONE: &[&str] =
                &["one was a", "one was", "one ended in a", "one ended", "another was a", "the other was a"];
            let of_several = (at.saturating_sub(4)..at).any(|from| passage.any_phrase(from, ONE) == Some(at));
            if of_several || is_denied(passage, at) {
                continue;
            }
            if drawn || ended || passage.any_phrase(at + 1, AT_HALF_TIME).is_some() {
                scores.push(Said { one: 0, other: 0, first: at, end: at + 1 });
            }
        } else {
            scores.extend(in_words(passage, at));
        }
    }
    scores
}

/// "Three teams finished 2-1 in Group F": whether two numbers are the wins and defeats of a team in its group.
fn is_of_standings(passage: &Passage, at: usize) -> bool {
    const WENT: &[&str] = &["finished", "finish", "finishing", "went", "going"];
    let teams = (at.saturating_sub(4)..at).any(|of| passage.is_any(of, &["teams", "sides"]));
    let group = passage.any_phrase(at + 1, &["in group", "in the group", "in their group", "in its group"]).is_some();
    passage.is_any(at.wrapping_sub(1), WENT)
        && group
        && (teams || passage.any_phrase(at + 1, &["in group play", "in the group stage"]).is_some())
}

/// "None of their 26 meetings had ended goalless", "have never played out a goalless draw": that there was none.
fn is_denied(passage: &Passage, at: usize) -> bool {
    const NONE: &[&str] = &["none", "never", "neither", "nor", "no", "not"];
    let near = (passage.clause_start(at).max(at.saturating_sub(12))..at).rev();
    near.into_iter().take_while(|&before| !passage.is_mark(before, ',')).any(|before| passage.is_any(before, NONE))
}

/// "7 – 1".
fn spaced(passage: &Passage, at: usize) -> Option<Said> {
    let small = |at: usize| match passage.kind(at) {
        Some(TokenKind::Number(number @ 0..=20)) => u8::try_from(number).ok(),
        _ => None,
    };
    let dash = passage.is_mark(at + 1, '-') || passage.is_mark(at + 1, '–') || passage.is_mark(at + 1, '—');
    let said = Said { one: small(at)?, other: small(at + 2).filter(|_| dash)?, first: at, end: at + 3 };
    // "on the 24th – 26th", "2 – 3 minutes": no score.
    (!passage.is_any(said.end, &["minutes", "minute", "years", "metres", "yards", "days"])).then_some(said)
}

/// "one-nil", "2-all", "by two goals to one", "Two-one".
fn in_words(passage: &Passage, at: usize) -> Option<Said> {
    let small = |at: usize| {
        if passage.is_any(at, &["nil", "nothing", "love"]) {
            return Some((0, at + 1));
        }
        let (value, end) = passage.cardinal(at)?;
        (value <= 12 && passage.name_at(at).is_none()).then_some((u8::try_from(value).ok()?, end))
    };
    // "By the odd goal of five"
    if let Some(next) = passage.any_phrase(at, &["the odd goal of", "the odd goal in", "odd goal in", "odd goal of"])
        && let Some((all @ (3 | 5 | 7 | 9), end)) = passage.cardinal(next)
    {
        let less = u8::try_from(all / 2).ok()?;
        return Some(Said { one: less + 1, other: less, first: at, end });
    }
    let (one, mut next) = small(at)?;
    let joined = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| passage.token(before));
        before.zip(passage.token(at)).is_some_and(|(before, token)| before.span.end + 1 == token.span.start)
    };
    if passage.is_any(next, &["all"]) && joined(next) && !passage.is_any(next + 1, &["the", "of", "but"]) {
        return Some(Said { one, other: one, first: at, end: next + 1 });
    }
    let goals = passage.is_any(next, &["goal", "goals"]) && passage.is_any(next + 1, &["to"]);
    if goals {
        next += 2;
    }
    let (other, end) = small(next)?;
    let is_word = matches!(passage.kind(at), Some(TokenKind::Word)) && passage.word(at) != "a";
    let nil = other == 0 && one > 0;
    // "two one-on-ones", "one two": what stands alone, or has a nil.
    let alone = is_word && matches!(passage.kind(next), Some(TokenKind::Word)) && (at == 0 && end + 1 >= passage.len());
    (goals || (is_word && nil) || alone).then_some(Said { one, other, first: at, end })
}
