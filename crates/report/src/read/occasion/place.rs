//! Where a match was played.

use byline_record::ask::Verdict;
use byline_record::ask::english::tokens::TokenKind;
use byline_record::{Venue, fold};

use super::super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;

/// The words of a venue that name it: stadium, city, and each word of them that is long enough to stand alone.
fn place_words(venue: &Venue) -> Vec<String> {
    [venue.stadium.as_deref(), venue.city.as_deref()].into_iter().flatten().map(fold).collect()
}

pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Places with a ground of their own, and the city a report calls them by.
pub(crate) const SUBURBS: &[(&str, &str)] = &[
    ("saint denis", "paris"),
    ("decines", "lyon"),
    ("decines charpieu", "lyon"),
    ("villeneuve dascq", "lille"),
    ("pasadena", "angeles"),
    ("inglewood", "angeles"),
    ("lusail", "doha"),
    ("al rayyan", "doha"),
    ("al wakrah", "doha"),
    ("al khor", "doha"),
    ("east rutherford", "york"),
    ("foxborough", "boston"),
    ("pontiac", "detroit"),
    ("stanford", "francisco"),
    ("santa clara", "francisco"),
    ("miami gardens", "miami"),
    ("arlington", "dallas"),
    ("zapopan", "guadalajara"),
    ("guadalupe", "monterrey"),
    ("saitama", "tokyo"),
    ("yokohama", "tokyo"),
    ("solna", "stockholm"),
    ("seongnam", "seoul"),
];

/// Words of a stadium's name that name no stadium alone.
const COMMON: &[&str] = &[
    "stadium",
    "stadion",
    "stade",
    "estadio",
    "arena",
    "park",
    "the",
    "national",
    "olympic",
    "stadio",
    "de",
    "del",
    "la",
    "le",
    "cup",
    "world",
    "city",
    "new",
    "san",
    "santa",
    "saint",
    "st",
    "international",
    "nacional",
    "of",
];

pub(super) fn place(passage: &Passage, at: usize, foci: &[Focus<'_>], (told, lead): (bool, bool), out: &mut Out<'_>) {
    let Some(token) = passage.token(at) else { return };
    if !token.capital || passage.name_at(at).is_some_and(|name| name.is_person() || name.first != at) {
        return;
    }
    let before = at.checked_sub(1).map_or("", |before| passage.word(before));
    let before = if before == "the" { at.checked_sub(2).map_or("", |before| passage.word(before)) } else { before };
    if !matches!(before, "in" | "at" | "to" | "from" | "inside" | "of") {
        return;
    }
    for focus in foci.iter().filter(|focus| !focus.loose).take(3) {
        let Some(venue) = focus.entry.venue.map(|venue| out.record().venue(venue)) else { continue };
        let names = place_words(venue);
        let mut end = at + 1;
        while passage.token(end).is_some_and(|token| {
            (token.capital && passage.name_at(end).is_none())
                || token.is("de")
                || token.is("of")
                || token.is("la")
                || token.is("on")
        }) {
            end += 1;
        }
        while end > at {
            let said: Vec<&str> = (at..end).map(|at| passage.word(at)).filter(|word| !word.is_empty()).collect();
            let said_text = said.join(" ");
            let fits = names.iter().any(|name| {
                let plain: String =
                    name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
                let words: Vec<&str> = plain.split_whitespace().collect();
                plain.split_whitespace().collect::<Vec<_>>().join(" ") == said_text
                    || (said.len() <= words.len()
                        && said.iter().any(|word| word.len() > 2 && !COMMON.contains(word))
                        && words.windows(said.len()).any(|window| window == said.as_slice()))
                    || (said.iter().filter(|word| !COMMON.contains(word)).count() > 0
                        && said.iter().filter(|word| !COMMON.contains(word)).all(|word| words.contains(word))
                        && said.len() <= words.len() + 1)
            });
            if fits {
                let mut rows = out.match_row(focus.entry);
                for row in &mut rows {
                    row.text = format!("{}, {venue}", row.text);
                }
                let text = format!("the match was played in {venue}");
                out.push(
                    passage,
                    (at, end),
                    Kind::Venue,
                    text,
                    Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(focus.entry.id)),
                );
                return;
            }
            end -= 1;
        }
    }
    // Another ground of the same tournament, in a sentence that tells how the match went.
    let [focus] = foci else { return };
    if !(told || lead)
        || !focus.is_anchor
        || !focus.may_contradict
        || passage.quote.is_some()
        || !matches!(before, "in" | "at")
    {
        return;
    }
    let scored = (0..passage.len()).any(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))))
        || passage.has(0, passage.len(), &["beat", "defeated", "lost to", "thrashed", "stunned"]);
    let recalled = passage.has(
        0,
        passage.len(),
        &[
            "since",
            "ago",
            "earlier",
            "had",
            "who",
            "where",
            "when",
            "next",
            "will",
            "face",
            "meet",
            "play",
            "last year",
        ],
    );
    let Some(own) = focus.entry.venue.map(|venue| out.record().venue(venue)) else { return };
    // "to reach Wednesday's semi-final in Moscow": of what comes next.
    let ahead = (at.saturating_sub(10)..at).any(|before| {
        passage
            .is_any(before, &["reach", "reached", "set", "book", "booked", "for", "into", "through", "born", "based"])
            && !passage.has(before, at, &["minutes"])
    });
    if !(scored || lead) || recalled || ahead {
        return;
    }
    let said = passage.word(at).to_owned();
    let mut others =
        out.view.matches_in(focus.entry.edition).filter_map(|entry| entry.venue.map(|venue| out.record().venue(venue)));
    let is_city = |venue: &Venue| venue.city.as_deref().is_some_and(|city| fold(city) == said);
    let contains = own
        .city
        .as_deref()
        .is_some_and(|city| SUBURBS.iter().any(|&(suburb, city_of)| suburb == fold(city) && city_of == said));
    if contains {
        let mut rows = out.match_row(focus.entry);
        for row in &mut rows {
            row.text = format!("{}, {own}", row.text);
        }
        let text = format!("the match was played in {own}");
        out.push(
            passage,
            (at, at + 1),
            Kind::Venue,
            text,
            Judged::new(Verdict::Rounding)
                .because("the city the ground belongs to")
                .showing(rows)
                .about(Topic::Match(focus.entry.id)),
        );
        return;
    }
    let known = place_words(own)
        .iter()
        .any(|name| name.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == said));
    if !known && others.any(is_city) {
        let mut rows = out.match_row(focus.entry);
        for row in &mut rows {
            row.text = format!("{}, {own}", row.text);
        }
        let text = format!("the match was played in {}", capitalised(&said));
        out.push(
            passage,
            (at, at + 1),
            Kind::Venue,
            text,
            Judged::new(Verdict::Contradicted).showing(rows).about(Topic::Match(focus.entry.id)),
        );
    }
}
