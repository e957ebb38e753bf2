//! Whether a report of the day of its match was written before it was played.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::{Match, View};

use crate::passage::{Name, Passage};
use crate::read::fit::is_score;

/// Words that only a match still to come is told with.
const TO_COME: &[&str] = &[
    "kicks off",
    "kick off is",
    "kick off at",
    "local time",
    "match preview",
    "probable line up",
    "probable line ups",
    "probable lineups",
    "possible line ups",
    "possible lineups",
    "likely line ups",
    "predicted line ups",
    "predicted lineups",
    "how they could line up",
];
/// What teams do on the day.
const MEETINGS: &[&str] = &[
    "face",
    "faces",
    "meet",
    "meets",
    "play",
    "plays",
    "take on",
    "takes on",
    "facing",
    "meeting",
    "engage",
    "clash",
    "lock horns",
];
/// The day itself.
const TODAY: &[&str] = &["today", "tonight", "this evening", "this afternoon"];
/// Words of what may be.
const AHEAD: &[&str] = &["will", "expected", "likely", "could", "hope", "hopes", "must"];

/// Whether what is told on the day of a match was told before it: its score is nowhere, and words say that it is still
/// to come.
pub(crate) fn is_preview(view: &View<'_>, passages: &[Passage], entry: &Match) -> bool {
    let ends = [entry.score.end, entry.score.shoot_out.and_then(|decided| decided.score)];
    // "Portugal won in 2018, 1-0": of another year.
    let of_then = |passage: &Passage| {
        (0..passage.len()).any(|at| match passage.kind(at) {
            Some(TokenKind::Number(year @ 1900..=2100)) => u32::try_from(entry.date.year()) != Ok(year),
            _ => false,
        })
    };
    let tells = |passage: &Passage| {
        !of_then(passage)
            && (0..passage.len()).any(|at| match passage.kind(at) {
                Some(TokenKind::Score(one, other)) => ends.iter().flatten().any(|&end| is_score(end, one, other)),
                _ => false,
            })
    };
    // "South Korea 2 Algeria 4"
    let counts = |passage: &Passage| {
        passage.names.windows(2).any(|pair| match pair {
            [one, other] => {
                let goals = |name: &Name| name.team().and_then(|_| passage.cardinal(name.end)).map(|(goals, _)| goals);
                let said = goals(one).zip(goals(other)).filter(|_| other.first <= one.end + 3);
                said.and_then(|(one, other)| Some((u8::try_from(one).ok()?, u8::try_from(other).ok()?)))
                    .is_some_and(|(one, other)| ends.iter().flatten().any(|&end| is_score(end, one, other)))
            }
            _ => false,
        })
    };
    let told_after = |passage: &Passage| passage.is_title && passage.has(0, passage.len(), &["match report"]);
    if passages.iter().any(|passage| tells(passage) || counts(passage) || told_after(passage)) {
        return false;
    }
    let has = |passage: &Passage, phrases: &[&str]| passage.has(0, passage.len(), phrases);
    let is_own = |name: &Name| name.team().is_some_and(|team| view.record().side_of_line(entry, team).is_some());
    // "Germany v Argentina"
    let ties = |passage: &Passage| {
        passage.names.windows(2).any(|pair| match pair {
            [one, other] => {
                is_own(one)
                    && is_own(other)
                    && other.first == one.end + 1
                    && passage.is_any(one.end, &["v", "vs", "versus"])
            }
            _ => false,
        })
    };
    let ahead = || passages.iter().any(|passage| has(passage, AHEAD));
    passages.iter().any(|passage| {
        passage.quote.is_none()
            && (has(passage, TO_COME)
                || passage.names.iter().any(is_own) && has(passage, MEETINGS) && has(passage, TODAY)
                || passage.is_title && ties(passage) && ahead())
    })
}
