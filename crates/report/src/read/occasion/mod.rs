//! Day, place and stage of a match.

use byline_record::ask::english::dates::{Time, time_at, weekday};
use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Match, StageKind, Venue, fold};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;

/// The stage named at a token, with the token after it.
pub(crate) fn stage_at(passage: &Passage, at: usize) -> Option<(StageKind, usize)> {
    const STAGES: &[(&str, StageKind)] = &[
        ("quarter finals", StageKind::QuarterFinal),
        ("quarter final", StageKind::QuarterFinal),
        ("quarterfinals", StageKind::QuarterFinal),
        ("quarterfinal", StageKind::QuarterFinal),
        ("last eight", StageKind::QuarterFinal),
        ("last 8", StageKind::QuarterFinal),
        ("semi finals", StageKind::SemiFinal),
        ("semi final", StageKind::SemiFinal),
        ("semifinals", StageKind::SemiFinal),
        ("semifinal", StageKind::SemiFinal),
        ("last four", StageKind::SemiFinal),
        ("last 4", StageKind::SemiFinal),
        ("round of 16", StageKind::RoundOf16),
        ("round of sixteen", StageKind::RoundOf16),
        ("last 16", StageKind::RoundOf16),
        ("last sixteen", StageKind::RoundOf16),
        ("round of 32", StageKind::RoundOf32),
        ("last 32", StageKind::RoundOf32),
        ("third place play off", StageKind::ThirdPlace),
        ("third place match", StageKind::ThirdPlace),
        ("third place playoff", StageKind::ThirdPlace),
        ("match for third place", StageKind::ThirdPlace),
        ("play off for third place", StageKind::ThirdPlace),
        ("group stage", StageKind::Group),
        ("group stages", StageKind::Group),
    ];
    if passage.name_at(at).is_some_and(|name| name.first != at) {
        return None;
    }
    if !passage.is_any(
        at,
        &[
            "quarter",
            "quarterfinals",
            "quarterfinal",
            "last",
            "semi",
            "semifinals",
            "semifinal",
            "round",
            "third",
            "match",
            "play",
            "group",
            "final",
        ],
    ) {
        return None;
    }
    // "the last 16" is a stage; "16" alone is a number.
    for &(phrase, stage) in STAGES {
        let mut next = at;
        let fits = phrase.split(' ').all(|word| {
            let here = match word.parse::<u32>() {
                Ok(number) => passage.kind(next) == Some(TokenKind::Number(number)),
                Err(_) => passage.word(next) == word,
            };
            next += 1;
            here
        });
        if fits {
            return Some((stage, next));
        }
    }
    let is_final = passage.word(at) == "final"
        && !passage.is_any(
            at + 1,
            &[
                "whistle", "minute", "minutes", "group", "game", "third", "day", "match", "ball", "moments", "score",
                "stages", "round", "word", "act", "place", "four", "eight", "kick", "ten", "quarter", "penalty", "say",
                "seconds", "pass", "touch", "table",
            ],
        )
        && !(at > 0 && passage.is_any(at - 1, &["semi", "quarter", "a"]))
        && passage.cardinal(at + 1).is_none();
    is_final.then_some((StageKind::Final, at + 1))
}

/// Reads day, place and stage. `taken` are the tokens of what comes next.
pub(crate) fn read<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    taken: &[(usize, usize)],
    out: &mut Out<'r>,
) {
    let is_taken = |at: usize| taken.iter().any(|&(first, end)| (first..end).contains(&at));
    let Some(focus) = foci.iter().find(|focus| !focus.loose) else { return };
    let own = focus.is_anchor;
    let told = tells_of_the_match(passage);
    for at in 0..passage.len() {
        if is_taken(at) {
            continue;
        }
        if own && passage.quote.is_none() {
            day(passage, at, focus, told, out);
        }
        place(passage, at, foci, told, out);
        if let Some((stage, end)) = stage_at(passage, at) {
            stage_told(passage, at, end, stage, foci, told, out);
        }
    }
    let _ = reader;
}

/// Whether a passage tells how the match went.
fn tells_of_the_match(passage: &Passage) -> bool {
    passage.has(
        0,
        passage.len(),
        &[
            "beat", "defeated", "won", "lost", "drew", "draw", "victory", "win", "defeat", "thrashed", "loss",
            "played", "held", "scored", "edged", "beaten", "stunned", "triumph",
        ],
    )
}

fn local_days(entry: &Match) -> Vec<Date> {
    let Some(instant) = entry.kick_off.and_then(|kick_off| kick_off.instant(entry.date)) else { return Vec::new() };
    [-12_i8, 14]
        .into_iter()
        .filter_map(|hours| Some(jiff::tz::Offset::from_hours(hours).ok()?.to_datetime(instant).date()))
        .collect()
}

fn day(passage: &Passage, at: usize, focus: &Focus<'_>, told: bool, out: &mut Out<'_>) {
    let entry = focus.entry;
    let published = (out.view.as_of() != Date::MAX).then(|| out.view.as_of());
    if passage.name_at(at).is_some() {
        return;
    }
    let (said, end): (Said, usize) =
        if let Some(day) = weekday(passage.word(at)).filter(|_| passage.token(at).is_some_and(|token| token.capital)) {
            let end = if passage.is_any(at + 1, &["night", "evening", "afternoon", "lunchtime", "morning"]) {
                at + 2
            } else {
                at + 1
            };
            (Said::Weekday(day), end)
        } else if passage.is_any(at, &["yesterday"]) {
            let Some(day) = published.and_then(|today| today.checked_sub(1.day()).ok()) else { return };
            (Said::Day(day), at + 1)
        } else if let Ok(Some(found)) = time_at(&passage.tokens, at, published)
            && let Time::Day(day) = found.time
            && !passage.is_any(at, &["yesterday", "today"])
        {
            (Said::Day(day), at + found.length)
        } else {
            return;
        };
    // Only the last days before the report are told by their weekday.
    if published.is_some_and(|today| (today - entry.date).get_days() > 6) && matches!(said, Said::Weekday(_)) {
        return;
    }
    let fits = |date: Date| match said {
        Said::Weekday(day) => date.weekday() == day,
        Said::Day(day) => date == day,
    };
    let elsewhere = local_days(entry).into_iter().any(fits);
    let spoken = (at.saturating_sub(4)..at).any(|before| {
        passage.is_any(
            before,
            &[
                "said",
                "told",
                "speaking",
                "training",
                "arrived",
                "flew",
                "announced",
                "since",
                "next",
                "until",
                "last",
                "born",
                "before",
                "by",
                "from",
            ],
        )
    });
    let later = passage.has(
        0,
        at,
        &[
            "will",
            "face",
            "faces",
            "meet",
            "play",
            "take on",
            "next",
            "await",
            "awaits",
            "set up",
            "against the winners",
        ],
    );
    let reading = match said {
        Said::Weekday(day) => format!("the match was on a {}", words::weekday(day)),
        Said::Day(day) => format!("the match was on {}", words::date(day)),
    };
    let mut rows = out.match_row(entry);
    for row in &mut rows {
        row.text = format!("{}, a {}", row.text, words::weekday(entry.date.weekday()));
    }
    let judged = if fits(entry.date) {
        if spoken && !told {
            return;
        }
        Judged::new(Verdict::Confirmed)
    } else if elsewhere {
        Judged::new(Verdict::Rounding).because("the day in another time zone")
    } else if told
        && !spoken
        && !later
        && focus.may_contradict
        && passage.names.iter().any(|name| name.team().is_some())
    {
        Judged::new(Verdict::Contradicted)
    } else {
        return;
    };
    out.push(passage, (at, end), Kind::Date, reading, judged.showing(rows).about(Topic::Match(entry.id)));
}

enum Said {
    Weekday(Weekday),
    Day(Date),
}

/// The words of a venue that name it: stadium, city, and each word of them that is long enough to stand alone.
fn place_words(venue: &Venue) -> Vec<String> {
    [venue.stadium.as_deref(), venue.city.as_deref()].into_iter().flatten().map(fold).collect()
}

pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Places with a ground of their own, and the city a report calls them by.
pub(super) const SUBURBS: &[(&str, &str)] = &[
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

fn place(passage: &Passage, at: usize, foci: &[Focus<'_>], told: bool, out: &mut Out<'_>) {
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
                        && said.iter().any(|word| word.len() > 3 && !COMMON.contains(word))
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
    if !told || !focus.is_anchor || !focus.may_contradict || passage.quote.is_some() || !matches!(before, "in" | "at") {
        return;
    }
    let scored = (0..passage.len()).any(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))))
        || passage.has(0, passage.len(), &["beat", "defeated", "lost to", "thrashed", "stunned"]);
    let recalled = passage.has(
        0,
        passage.len(),
        &["since", "ago", "last", "earlier", "had", "who", "where", "when", "next", "will", "face", "meet", "play"],
    );
    let Some(own) = focus.entry.venue.map(|venue| out.record().venue(venue)) else { return };
    if !scored || recalled {
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

fn stage_told(
    passage: &Passage,
    at: usize,
    end: usize,
    stage: StageKind,
    foci: &[Focus<'_>],
    told: bool,
    out: &mut Out<'_>,
) {
    let ahead = (at.saturating_sub(6)..at).any(|before| {
        passage.is_any(
            before,
            &[
                "reach",
                "reached",
                "reaching",
                "into",
                "place",
                "places",
                "set",
                "next",
                "face",
                "faces",
                "will",
                "meet",
                "for",
                "qualify",
                "qualified",
                "through",
                "booked",
                "towards",
                "first",
                "last",
                "not",
                "never",
                "their",
                "only",
                "against",
                "beyond",
                "past",
            ],
        )
    });
    for focus in foci.iter().filter(|focus| !focus.loose).take(3) {
        let Some(kind) = focus.entry.stage.as_ref().map(|stage| stage.kind) else { continue };
        let right = kind == stage
            || (stage == StageKind::Group && kind == StageKind::SecondGroup)
            || (stage == StageKind::Final && kind == StageKind::FinalRound);
        let text = format!("the match was the {}", stage.name());
        if right && !(ahead && !told) {
            let rows = out.match_row(focus.entry);
            out.push(
                passage,
                (at, end),
                Kind::Stage,
                text,
                Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(focus.entry.id)),
            );
            return;
        }
        if focus.is_anchor
            && focus.may_contradict
            && told
            && !ahead
            && foci.len() == 1
            && plainly_of_the_match(passage, at)
            && !right
        {
            let rows = out.match_row(focus.entry);
            out.push(
                passage,
                (at, end),
                Kind::Stage,
                text,
                Judged::new(Verdict::Contradicted).showing(rows).about(Topic::Match(focus.entry.id)),
            );
            return;
        }
    }
}

/// "beat England 2-1 in the World Cup quarter-final": a score, then the stage, with nothing but the tournament between.
fn plainly_of_the_match(passage: &Passage, at: usize) -> bool {
    let from = at.saturating_sub(9);
    (from..at)
        .rev()
        .take_while(|&before| !passage.is_break(before))
        .any(|before| matches!(passage.kind(before), Some(TokenKind::Score(..))))
        && (from..at).any(|before| passage.is_any(before, &["in"]))
}
