//! Stages of a tournament as words name them: the grammar every reader of stages begins with.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::{Match, StageKind};

use crate::heads::Heads;
use crate::passage::Passage;

/// A stage, and the token after it.
pub(crate) type StageAt = Option<(StageKind, usize)>;

/// The words a stage begins with.
const FIRST: &[&str] = &[
    "semi",
    "semis",
    "semifinal",
    "semifinals",
    "quarter",
    "quarters",
    "quarterfinal",
    "quarterfinals",
    "final",
    "last",
    "round",
    "group",
    "groups",
    "second",
    "first",
    "third",
    "match",
    "play",
];

/// The words a stage begins with.
pub(crate) const HEADS: Heads = Heads::of(FIRST);

/// What is counted after "last" or "final": "the last four matches" are no stage.
const COUNTED: &[&str] = &[
    "minute",
    "minutes",
    "match",
    "matches",
    "game",
    "games",
    "meetings",
    "years",
    "seconds",
    "tournaments",
    "world",
    "european",
    "euros",
    "finals",
    "editions",
    "goals",
    "competitive",
    "internationals",
    "kicks",
    "penalties",
    "months",
    "weeks",
    "days",
    "encounters",
    "fixtures",
    "outings",
    "times",
    "occasions",
];

/// The longest stage named at a token, with the token after it.
pub(crate) fn stage_words(passage: &Passage, at: usize) -> Option<(StageKind, usize)> {
    passage.stages().get(at).copied().flatten()
}

/// Of each token the stage named there.
pub(crate) fn stages(passage: &Passage) -> Vec<StageAt> {
    if !passage.may_meet(&HEADS) {
        return Vec::new();
    }
    (0..passage.len()).map(|at| find(passage, at)).collect()
}

fn find(passage: &Passage, at: usize) -> StageAt {
    if !passage.may_begin(at, &HEADS)
        || !passage.is_any(at, FIRST)
        || passage.name_at(at).is_some_and(|name| name.first != at)
    {
        return None;
    }
    let alone = match passage.word(at) {
        "semis" => Some(StageKind::SemiFinal),
        "quarters" => Some(StageKind::QuarterFinal),
        _ => None,
    };
    if let Some(kind) = alone {
        return Some((kind, at + 1));
    }
    let mut text = String::new();
    let mut found = None;
    for end in at + 1..=at + 5 {
        match passage.kind(end - 1) {
            Some(TokenKind::Word) => text.push_str(passage.word(end - 1)),
            Some(TokenKind::Number(number)) => text.push_str(&number.to_string()),
            _ => break,
        }
        if let Some(kind) = StageKind::read(&text) {
            found = Some((kind, end));
        }
        text.push(' ');
    }
    // "The second round of Group A games", "their first Group D match": of a group, whatever its number.
    const PARTS: &[&str] = &["group", "games", "matches", "fixtures", "qualifying", "pool", "qualifiers"];
    let is_part = |end: usize| {
        let next = if passage.is_any(end + 1, &["the"]) { end + 2 } else { end + 1 };
        let letter = passage.token(end).is_some_and(|token| token.capital && token.word.len() == 1);
        passage.is_any(at, &["first", "second", "third"])
            && (passage.is_any(end, &["of"]) && passage.is_any(next, PARTS) || letter)
    };
    let is_counted = |end: usize| passage.is_any(at, &["last", "final"]) && passage.is_any(end, COUNTED);
    found.filter(|&(_, end)| !is_counted(end) && !is_part(end))
}

/// Whether a match of one stage may be said to be of another: nobody tells the groups of a first round from those of a
/// second, or the round that decided a tournament from a final.
pub(crate) fn is_called(kind: StageKind, said: StageKind) -> bool {
    kind == said
        || matches!(
            (kind, said),
            (StageKind::SecondGroup | StageKind::FirstRound, StageKind::Group)
                | (StageKind::FinalRound, StageKind::Final)
                | (StageKind::Group, StageKind::FirstRound)
                | (StageKind::FirstRound | StageKind::SecondGroup, StageKind::RoundOf16)
        )
}

/// Whether a match was of a stage as words call it.
pub(crate) fn is_of(entry: &Match, said: StageKind) -> bool {
    entry.stage.as_ref().is_some_and(|own| is_called(own.kind, said))
}
