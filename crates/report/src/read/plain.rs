//! Words of a passage in the plain order and spelling the record's own reader of English takes.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::words;
use byline_record::names::find::Entity;
use byline_record::{Record, TeamId};

use crate::passage::Passage;

/// Words of newspapers for words of the record's reader.
const PLAIN: &[(&str, &str)] = &[
    ("side", "team"),
    ("nation", "team"),
    ("country", "team"),
    ("teams", "team"),
    ("man", "player"),
    ("footballer", "player"),
    ("striker", "player"),
    ("forward", "player"),
    ("victory", "win"),
    ("victories", "wins"),
    ("triumph", "win"),
    ("defeat", "loss"),
    ("defeats", "losses"),
    ("lift", "win"),
    ("lifted", "won"),
    ("crown", "title"),
    ("trophy", "title"),
    ("games", "matches"),
    ("game", "match"),
    ("knockout", "knock out"),
    ("overcome", "beat"),
    ("lone", "only"),
    ("sole", "only"),
];

/// Words that add nothing to a statement of the record.
const EMPTY: &[&str] = &["only", "ever", "successfully", "also", "just", "still", "even", "thus", "now", "therefore"];

/// A name in full.
fn full(record: &Record, means: &[Entity]) -> Option<String> {
    Some(match *means {
        [Entity::Team(team)] => words::team(record, team),
        [Entity::Person(person)] => words::person(record, person),
        [Entity::Competition(competition), ..] => words::competition(record, competition),
        [Entity::Edition(edition), ..] => {
            let edition = record.edition(edition);
            format!("{} {}", edition.label, record.competition(edition.competition).name)
        }
        _ => return None,
    })
}

/// The words from a token to another, names in full; `None` if a name is not decided or something is no word.
pub(crate) fn rendered(passage: &Passage, from: usize, to: usize, record: &Record) -> Option<String> {
    let mut text = String::new();
    let mut at = from;
    while at < to.min(passage.len()) {
        if !text.is_empty() {
            text.push(' ');
        }
        if let Some((words, end)) = turned(passage, at) {
            text.push_str(words);
            at = end;
            continue;
        }
        if let Some(name) = passage.name_at(at) {
            if name.first != at || name.end > to {
                return None;
            }
            text.push_str(&full(record, &name.means)?);
            at = name.end;
            continue;
        }
        match passage.kind(at)? {
            TokenKind::Word => {
                let word = passage.word(at);
                if EMPTY.contains(&word)
                    && passage.is_any(at + 1, &["the", "a", "won", "to", "beaten", "been", "second", "third"])
                {
                    text.pop();
                } else {
                    text.push_str(PLAIN.iter().find(|(is, _)| *is == word).map_or(word, |(_, plain)| plain));
                }
            }
            TokenKind::Number(number) => text.push_str(&number.to_string()),
            TokenKind::Ordinal(number) => text.push_str(&words::ordinal(number)),
            TokenKind::Score(one, other) => text.push_str(&format!("{one}-{other}")),
            TokenKind::Mark(',') => {
                text.pop();
                text.push(',');
            }
            TokenKind::Possessive => {
                text.pop();
                text.push_str("'s");
            }
            _ => return None,
        }
        at += 1;
    }
    Some(text)
}

/// Phrases of newspapers for phrases of the record's reader.
const TURNED: &[(&str, &str)] = &[
    ("team from africa", "african team"),
    ("side from africa", "african team"),
    ("nation from africa", "african team"),
    ("country from africa", "african team"),
    ("team from asia", "asian team"),
    ("side from asia", "asian team"),
    ("team in a", "team to reach a"),
    ("side in a", "team to reach a"),
    ("team in the", "team to reach the"),
    ("side in the", "team to reach the"),
    ("nation in the", "team to reach the"),
    ("gone beyond the last eight", "reached the semi finals"),
    ("gone beyond the quarter finals", "reached the semi finals"),
    ("gone past the last eight", "reached the semi finals"),
    ("gone past the quarter finals", "reached the semi finals"),
    ("gone beyond the last 16", "reached the quarter finals"),
    ("gone past the last 16", "reached the quarter finals"),
    ("been beyond the last eight", "reached the semi finals"),
    ("been beyond the quarter finals", "reached the semi finals"),
    ("got beyond the last eight", "reached the semi finals"),
    ("got beyond the quarter finals", "reached the semi finals"),
    ("got past the quarter finals", "reached the semi finals"),
    ("got past the last 16", "reached the quarter finals"),
    ("a penalty shoot out", "a shoot out"),
    ("on the biggest stage", "at a world cup"),
];

/// A phrase that is turned into another at a token, and the token after it.
fn turned(passage: &Passage, at: usize) -> Option<(&'static str, usize)> {
    let word = passage.word(at);
    let may = TURNED.iter().filter(|(phrase, _)| !word.is_empty() && phrase.split(' ').next() == Some(word));
    may.filter_map(|(phrase, plain)| Some((*plain, numbered(passage, at, phrase)?))).next()
}

/// As [`Passage::phrase`], with numbers.
fn numbered(passage: &Passage, at: usize, phrase: &str) -> Option<usize> {
    let mut next = at;
    for word in phrase.split(' ') {
        let same = match passage.kind(next)? {
            TokenKind::Number(number) => number.to_string() == word,
            _ => passage.word(next) == word,
        };
        if !same {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// The days of the week.
pub(crate) const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether nothing after a token narrows what was said before it: a clause ends, or another begins.
pub(crate) fn closes(passage: &Passage, at: usize) -> bool {
    const OPEN: &[&str] = &[
        "and", "but", "when", "while", "as", "after", "because", "thanks", "which", "who", "although", "though",
        "where", "however", "then", "yet", "through", "courtesy", "despite",
    ];
    at >= passage.len()
        || passage.is_stop(at)
        || passage.is_mark(at, ',')
        || passage.is_mark(at, '(')
        || passage.is_mark(at, ')')
        || passage.is_mark(at, '-')
        || passage.name_at(at).is_none()
            && (passage.is_any(at, OPEN) || passage.word(at) == "on" && passage.is_any(at + 1, WEEKDAYS))
}

/// "At the World Cup and the European Championship", "in the finals and in friendlies": whether words from a token on add
/// other matches to those of the competition named before them.
pub(crate) fn adds_others(passage: &Passage, at: usize) -> bool {
    const ADDED: &[&str] =
        &["friendly", "friendlies", "qualifying", "qualifiers", "a qualifier", "a friendly", "european finals"];
    if !passage.is_any(at, &["and", "or", "nor"]) {
        return false;
    }
    let next = if passage.is_any(at + 1, &["at", "in"]) { at + 2 } else { at + 1 };
    let named = if passage.is_any(next, &["a", "an", "the", "any"]) { next + 1 } else { next };
    passage.any_phrase(next, ADDED).or_else(|| passage.any_phrase(named, ADDED)).is_some()
        || passage.name_from(named).is_some_and(|name| name.edition().is_none() && name.competition().is_some())
}

/// "Won all eight matches to get there", "three goals in three games to reach the final": whether words from a token on say
/// that what was counted before them was played to be somewhere.
pub(crate) fn is_of_the_way(passage: &Passage, at: usize) -> bool {
    const WAY: &[&str] =
        &["to get", "to qualify", "to reach", "to make", "to be here", "on the way", "on the road", "en route"];
    passage.any_phrase(at, WAY).is_some()
}

/// Words behind a number that make it one of men: "shared the prize for the top scorer with five others".
pub(crate) const OTHER_MEN: &[&str] = &["others", "other", "players", "men"];

/// Where a clause that begins at a token may end, longest first.
pub(crate) fn ends(passage: &Passage, from: usize) -> Vec<usize> {
    let most = passage.len().min(from + 26);
    let stop = (from..most).find(|&at| passage.is_stop(at) || passage.is_mark(at, '(')).unwrap_or(most);
    let mut ends: Vec<usize> = (from + 2..=stop).filter(|&at| closes(passage, at)).collect();
    ends.reverse();
    ends.truncate(6);
    ends
}

/// The name of a team, for the front of a sentence.
pub(crate) fn team(record: &Record, team: TeamId) -> String {
    words::team(record, team)
}
