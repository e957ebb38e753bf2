//! The words of what is still to come.

use byline_record::ask::english::dates::weekday;
use byline_record::ask::english::tokens::TokenKind;
use jiff::civil::Weekday;

use crate::passage::Passage;

/// Verbs and phrases of what is to come, with the opponent after them.
pub(super) const AHEAD: &[&str] = &[
    "will face",
    "will meet",
    "will play",
    "will take on",
    "now face",
    "now meet",
    "now play",
    "face",
    "faces",
    "facing",
    "meet",
    "meets",
    "play",
    "plays",
    "take on",
    "takes on",
    "to face",
    "to meet",
    "to play",
    "go on to face",
    "goes on to face",
    "go on to meet",
    "next face",
    "next meet",
    "set up",
    "sets up",
    "setting up",
    "up against",
    "against",
    "begin against",
    "awaits",
    "await",
    "booked",
    "earned",
    "next is",
    "next are",
    "next come",
    "next up is",
    "next up are",
    "next",
    "where they face",
    "where they meet",
    "where they will face",
    "await next",
    "lie in wait",
    "travel to",
    "visit",
    "follow",
    "follows",
    "are next",
    "is next",
    "are up next",
    "come next",
    "lies in wait",
    "stand in the way",
    "stand between",
    "contest",
    "settle for",
    "contend with",
    "clash with",
    "clash against",
    "showdown with",
    "showdown against",
    "meeting with",
    "do battle with",
    "will do battle with",
    "tackle",
    "line up against",
    "lines up against",
    "lined up against",
    "square off against",
    "square off with",
    "lock horns with",
    "locks horns with",
    "squares off against",
    "squares off with",
    "tackles",
    "comes up against",
    "goes up against",
    "crosses swords with",
    "goes head to head with",
    "come up against",
    "go up against",
    "paired with",
    "drawn against",
    "run into",
    "runs into",
    "between",
    "must face",
    "must beat",
    "need to beat",
    "needs to beat",
    "have to beat",
    "has to beat",
    "need to defeat",
    "needs to defeat",
    "must now beat",
    "must now face",
    "must now play",
    "must now win against",
    "must play",
    "must meet",
    "have a date with",
    "opponents",
    "opponent",
    "host",
    "cross swords with",
    "go head to head with",
    "in action against",
    "awaiting",
];

/// Cues with the opponent before them: "France await", "Brazil are next".
pub(super) const AFTER_OPPONENT: &[&str] = &[
    "await",
    "awaits",
    "lie in wait",
    "lies in wait",
    "are next",
    "is next",
    "are up next",
    "come next",
    "follow",
    "follows",
    "stand in the way",
    "stand between",
    "await next",
];

/// Cues of the very next match, whose opponent may be contradicted.
pub(super) const PLAIN: &[&str] = &[
    "will", "now", "face", "faces", "meet", "meets", "set", "sets", "setting", "play", "plays", "take", "takes",
    "next", "await", "awaits", "to", "are", "is", "follow", "follows", "begin", "it", "lock", "locks", "line", "lines",
];

/// Words after which another match than the next may be meant, or none.
const OPEN: &[&str] = &[
    "if",
    "could",
    "would",
    "should",
    "might",
    "potential",
    "possible",
    "possibly",
    "winners",
    "winner",
    "either",
    "then",
    "later",
    "eventually",
];

/// Whether words from a token to another speak of the very next match, and surely.
pub(super) fn is_next(passage: &Passage, from: usize, to: usize) -> bool {
    // "In a winner-take-all clash": nobody is left open.
    let takes_all = |at: usize| {
        (at + 1..at + 6).any(|next| passage.word(next) == "all")
            && (at + 1..at + 4).any(|next| passage.is_any(next, &["take", "takes"]))
    };
    !(from..to).any(|at| passage.any_phrase(at, OPEN).is_some_and(|end| end <= to) && !takes_all(at))
}

/// Where the part of a clause begins that ends before a token: after the last comma, "when" or "while".
pub(super) fn begin(passage: &Passage, start: usize, at: usize) -> usize {
    let opens =
        |before: usize| passage.is_any(before, &["when", "while", "where", "but"]) || passage.is_mark(before, ',');
    (start..at).rev().find(|&before| opens(before)).map_or(start, |before| before + 1)
}

/// Whether a day is put in between with a result: "meet Czechoslovakia, 4-1 winners over Costa Rica on Saturday, on
/// Sunday".
fn is_of_a_result(passage: &Passage, from: usize, at: usize) -> bool {
    const PAST: &[&str] = &["winners", "conquerors", "beat", "who", "which", "won", "whose", "victors", "drew", "lost"];
    let comma = (from..at).rev().find(|&before| passage.is_mark(before, ',') || passage.is_mark(before, '('));
    comma.is_some_and(|comma| {
        (comma + 1..at).any(|before| {
            passage.name_at(before).is_none() && passage.is_any(before, PAST)
                || matches!(passage.kind(before), Some(TokenKind::Score(..)))
        })
    })
}

fn is_month(word: &str) -> bool {
    matches!(word, "may" | "june" | "july" | "november" | "december")
}

/// Days of the week named between two tokens.
pub(super) fn days_after(passage: &Passage, from: usize, to: usize) -> Vec<(Weekday, usize, usize)> {
    let mut days = Vec::new();
    for at in from..to {
        if let Some(day) = weekday(passage.word(at)).filter(|_| passage.token(at).is_some_and(|token| token.capital))
            && !(passage.is_any(at.wrapping_sub(1), &["last", "since", "earlier"])
                || passage.is_any(at.wrapping_sub(2), &["earlier", "played"]))
            && passage.name_at(at).is_none()
            && !is_of_a_result(passage, from, at)
        {
            days.push((day, at, at + 1));
        }
    }
    days.truncate(1);
    // "In Fortaleza on July 4 and on the display of Saturday": a date says which day it is.
    days.retain(|&(_, first, _)| {
        !(from..first).any(|at| is_month(passage.word(at)) && passage.cardinal(at + 1).is_some())
    });
    days
}
