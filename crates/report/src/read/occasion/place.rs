//! Where a match was played.

use byline_record::ask::Verdict;
use byline_record::ask::english::dates::weekday;
use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::words::capitalised;
use byline_record::names::find::{Grounds, bynames_of, city_called};
use byline_record::{Venue, fold};

use super::super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;
use crate::read::stages::{is_called, stage_words};

/// What a venue is called, folded: stadium, city, and what else the ground is called.
fn place_words(venue: &Venue) -> Vec<String> {
    let (stadium, city) = (venue.stadium.as_deref().map(fold), venue.city.as_deref().map(fold));
    let others: Vec<String> =
        stadium.iter().flat_map(|stadium| bynames_of(stadium, city.as_deref())).map(str::to_owned).collect();
    stadium.into_iter().chain(city).chain(others).collect()
}

/// Places with a ground of their own, and the city a report calls them by.
const SUBURBS: &[(&str, &str)] = &[
    ("saint denis", "paris"),
    ("decines", "lyon"),
    ("decines charpieu", "lyon"),
    ("villeneuve dascq", "lille"),
    ("pasadena", "los angeles"),
    ("inglewood", "los angeles"),
    ("lusail", "doha"),
    ("al rayyan", "doha"),
    ("al wakrah", "doha"),
    ("al khor", "doha"),
    ("east rutherford", "new york"),
    ("east rutherford", "new jersey"),
    ("foxborough", "boston"),
    ("pontiac", "detroit"),
    ("stanford", "san francisco"),
    ("santa clara", "san francisco"),
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

/// Words a ground's name begins with: whoever the rest is called after, it is a ground.
const HEADS: &[&str] = &["estadio", "stadio", "stade", "stadion", "parc", "parque", "arena", "estádio"];

/// The token after the words of a place that begins at a token.
pub(crate) fn run_end(passage: &Passage, at: usize) -> usize {
    const JOINTS: &[&str] = &["de", "da", "do", "dos", "del", "della", "delle", "des", "du", "di", "of", "la", "on"];
    let ground = passage.is_any(at, HEADS);
    let is_part = |at: usize| {
        passage.token(at).is_some_and(|token| {
            token.capital && weekday(&token.word).is_none() && (ground || passage.name_at(at).is_none())
        })
    };
    let mut end = at + 1;
    loop {
        let mut next = end;
        while next < end + 2 && passage.is_any(next, JOINTS) {
            next += 1;
        }
        if !is_part(next) {
            return end;
        }
        end = next + 1;
    }
}

/// Whether words name a place the record knows, and none where a match could be said to have been.
pub(super) fn is_elsewhere(reader: &Reader<'_, '_>, said: &str, own: &Venue, out: &Out<'_>) -> bool {
    let Some(grounds) = reader.names.grounds(said) else { return false };
    let record = out.record();
    let country = matches!(grounds, Grounds::Country(_));
    let own_city = own.city.as_deref().map(fold);
    !country
        && !grounds.venues().iter().any(|&venue| {
            let venue = record.venue(venue);
            venue == own || venue.city.as_deref().map(fold) == own_city || is_suburb_of(own, &fold(said))
        })
}

/// Whether words name the country a tournament was held in.
fn is_host(entry: &byline_record::Match, said: &str, out: &Out<'_>) -> bool {
    out.record().edition(entry.edition).hosts.iter().any(|host| fold(host) == said)
}

/// Whether a single word is the name of another ground of the same tournament: "at the Olympiastadion".
fn is_ground_of(entry: &byline_record::Match, said: &str, own: &Venue, out: &Out<'_>) -> bool {
    let other =
        |venue: &Venue| venue.city != own.city && venue.stadium.as_deref().is_some_and(|stadium| fold(stadium) == said);
    !COMMON.contains(&said)
        && out
            .view
            .matches_in(entry.edition)
            .filter_map(|entry| entry.venue)
            .any(|venue| other(out.record().venue(venue)))
}

/// Whether a stage stands right before "in PLACE" that none of the matches in question was of.
fn is_of_another_round(passage: &Passage, at: usize, foci: &[Focus<'_>]) -> bool {
    let Some(link) = at.checked_sub(1).filter(|&link| passage.is_any(link, &["in", "at"])) else { return false };
    let stage = (link.saturating_sub(3)..link)
        .find_map(|from| stage_words(passage, from).filter(|(_, end)| *end == link).map(|(stage, _)| stage));
    stage.is_some_and(|stage| {
        foci.iter().all(|focus| focus.entry.stage.as_ref().is_some_and(|own| !is_called(own.kind, stage)))
    })
}

/// Reads a place. `of_result` gives the match whose result is told right beside tokens.
pub(super) fn place<'f, 'r: 'f>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    at: usize,
    foci: &[Focus<'f>],
    (told, lead): (bool, bool),
    of_result: &dyn Fn(usize, usize) -> Option<Focus<'r>>,
    out: &mut Out<'r>,
) {
    if !passage.token(at).is_some_and(|token| token.capital) {
        return;
    }
    let ground = passage.is_any(at, HEADS);
    // "In Dallas": whoever bears the name, after "in" it is a place.
    let inside = passage.is_any(at.wrapping_sub(1), &["in"]);
    let named =
        passage.name_at(at).is_some_and(|name| name.first != at || name.is_person() && !(inside && name.end == at + 1));
    if named && !ground {
        return;
    }
    let before = at.checked_sub(1).map_or("", |before| passage.word(before));
    let before = if before == "the" { at.checked_sub(2).map_or("", |before| passage.word(before)) } else { before };
    // "In the South Korean city of Daegu"
    let city = before == "of" && passage.is_any(at.wrapping_sub(2), &["city", "town", "port"]);
    let before = if city { "in" } else { before };
    // "in Turin's Stadio delle Alpi"
    let owned = ground && at > 1 && passage.is_possessive(at - 1);
    let end = run_end(passage, at);
    // "KAZAN, Russia -"
    let dateline = at == 0 && (passage.is_mark(end, ',') || passage.is_mark(end, '-') || passage.is_mark(end, '('));
    if !owned && !dateline && !matches!(before, "in" | "at" | "to" | "from" | "inside" | "of" | "around") {
        return;
    }
    // "hopes of reaching the final in Berlin": where another round is played.
    if is_of_another_round(passage, at, foci) {
        return;
    }
    // "Their defeat to France in 1998": a team, though a ground has its name.
    let team = passage.name_at(at).is_some_and(|name| name.team().is_some() && name.end == at + 1);
    if team && matches!(before, "to" | "of" | "from") && !dateline {
        return;
    }
    let tied: Option<Focus<'f>> = of_result(at, end).filter(|_| !dateline);
    // "England, who play Ukraine on Tuesday in Donetsk": of what comes next.
    const AHEAD: &[&str] = &["play", "plays", "face", "faces", "meet", "meets", "will face", "will meet", "will play"];
    let is_ahead = (at.saturating_sub(12)..at).rev().take_while(|&before| !passage.is_stop(before)).any(|before| {
        passage.name_at(before).is_none()
            && passage.any_phrase(before, AHEAD).is_some()
            && !passage.is_any(before.wrapping_sub(1), &["to", "the", "this", "open", "of", "a", "did", "not"])
            && !(before..at).any(|between| matches!(passage.kind(between), Some(TokenKind::Score(..))))
    });
    // "Knocked England out in the qualifying stages by winning at Wembley"
    if super::super::focus::is_of_qualifying(passage) && !dateline {
        return;
    }
    // "The final takes place on Sunday in Moscow"
    const TO_COME: &[&str] =
        &["takes place", "will take place", "to be played", "will be played", "will be held", "kicks off"];
    let is_ahead = is_ahead || passage.has(0, passage.len(), TO_COME);
    if tied.is_none() && !dateline && is_ahead && foci.iter().all(|focus| focus.entry.is_played()) {
        return;
    }
    // What stands beside the result of one match is of no other.
    let few = foci.iter().filter(|focus| !focus.loose && tied.is_none_or(|tied| !tied.may_contradict)).take(3);
    for focus in tied.iter().chain(few) {
        let Some(venue) = focus.entry.venue.map(|venue| out.record().venue(venue)) else { continue };
        // "At France 98": of the Stade de France only its city is meant by a country's name.
        let names =
            if team && !ground { venue.city.as_deref().map(fold).into_iter().collect() } else { place_words(venue) };
        for end in (at + 1..=end).rev() {
            if is_named(&names, &passage.words_between(at, end)) {
                say(passage, (at, end), venue, focus, Judged::new(Verdict::Confirmed), out);
                city_of_ground(passage, (at, end), venue, focus.entry, out);
                return;
            }
        }
    }
    if let Some(tied) = tied
        .filter(|tied| tied.may_contradict && (owned || matches!(before, "in" | "at" | "inside")))
        // "In France's opening match"
        .filter(|_| owned || !passage.is_possessive(end))
        && let Some(own) = tied.entry.venue.map(|venue| out.record().venue(venue))
    {
        let said = passage.words_between(at, end);
        if is_suburb_of(own, &said) {
            let judged = Judged::new(Verdict::Rounding).because("the city the ground belongs to");
            say(passage, (at, end), own, &tied, judged, out);
        } else if !is_host(tied.entry, &said, out) && is_elsewhere(reader, &said, own, out) {
            say(passage, (at, end), own, &tied, Judged::new(Verdict::Contradicted), out);
        }
        return;
    }
    if dateline {
        return;
    }
    // Another ground of the same tournament, in a sentence that tells how the match went.
    let [focus] = foci else { return };
    let clocked = !passage.clocks(false).is_empty();
    if !(told || lead || clocked)
        || !focus.is_anchor
        || !focus.may_contradict
        || passage.quote.is_some()
        || !matches!(before, "in" | "at")
    {
        return;
    }
    let scored = (0..passage.len()).any(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))))
        || passage.has(0, passage.len(), &["beat", "defeated", "lost to", "thrashed", "stunned"]);
    // "Ten minutes from time in Samara": what is timed was there.
    let timed = passage.names.iter().any(|name| name.is_person())
        && passage.clocks(false).iter().any(|words| matches!(words.meant, crate::read::clock::Meant::At(_)));
    // "When Camara scored in Oita, Senegal were through": the match itself.
    let opens = usize::from(passage.is_any(0, &["when"]));
    let recalled = passage.has(
        at.saturating_sub(12).max(opens),
        (at + 4).min(passage.len()),
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
    // "He scored and West Germany were in Madrid": where that takes a side.
    let bound = passage.is_any(at.wrapping_sub(1), &["in"])
        && passage.is_any(at.wrapping_sub(2), &["were", "are"])
        && at > 3
        && passage.name_at(at - 3).is_some_and(|name| name.team().is_some());
    let ahead = ahead || bound;
    // "a 2-0 win over Sweden in Samara": right after the score.
    let from = at.saturating_sub(8);
    // "to settle a quarter-final in Sochi"
    let of_stage = passage.is_any(at.wrapping_sub(1), &["in"])
        && (at.saturating_sub(4)..at - 1).any(|from| {
            stage_words(passage, from).is_some_and(|(stage, end)| {
                end + 1 == at
                    && focus.entry.stage.as_ref().is_some_and(|own| own.kind == stage && own.kind.is_knock_out())
            })
        });
    // "The two teams met in Dortmund, where …"
    let met = passage.is_any(at.wrapping_sub(1), &["in"])
        && passage.has(at.saturating_sub(4), at, &["teams met in", "sides met in"]);
    let direct = met || of_stage && (told || lead || clocked) && !recalled && !ahead || (from..at).rev().take_while(|&before| !passage.is_break(before)).any(
        |before| matches!(passage.kind(before), Some(TokenKind::Score(one, other)) if focus.entry.score.end.is_some_and(|end| crate::read::fit::is_score(end, one, other))),
    );
    if !direct && (!(scored || lead || timed) || recalled || ahead) {
        return;
    }
    let said = passage.word(at).to_owned();
    let whole = passage.words_between(at, end);
    if is_suburb_of(own, &whole) {
        let judged = Judged::new(Verdict::Rounding).because("the city the ground belongs to");
        say(passage, (at, end), own, focus, judged, out);
        return;
    }
    let judged = if is_suburb_of(own, &said) {
        Judged::new(Verdict::Rounding).because("the city the ground belongs to")
    } else if !place_words(own).iter().any(|name| name.split(' ').any(|word| word == said))
        && (out.is_host_city(focus.entry.edition, &said) || is_ground_of(focus.entry, &said, own, out) || {
            end > at + 1 && is_elsewhere(reader, &whole, own, out)
        })
    {
        Judged::new(Verdict::Contradicted)
    } else {
        return;
    };
    say(passage, (at, at + 1), own, focus, judged, out);
}

/// "The Olympiastadion, Munich", "the Luz in Porto": the city told behind a ground is not that of the ground.
pub(super) fn city_of_ground(
    passage: &Passage,
    (first, end): (usize, usize),
    venue: &Venue,
    entry: &byline_record::Match,
    out: &mut Out<'_>,
) {
    let Some(own) = venue.city.as_deref().map(fold) else { return };
    let ground = passage.words_between(first, end);
    let at = end + 1;
    let linked = passage.is_mark(end, ',') || passage.is_any(end, &["in"]);
    let named = passage.name_at(at).is_some_and(|name| !name.is_person() || name.first != at);
    if !linked || named || passage.quote.is_some() || is_named(std::slice::from_ref(&own), &ground) {
        return;
    }
    if !passage.token(at).is_some_and(|token| token.capital) || weekday(passage.word(at)).is_some() {
        return;
    }
    let last = run_end(passage, at);
    let said = passage.words_between(at, last);
    let closed = last >= passage.len() || passage.is_break(last) || passage.is_any(last, &["on", "in", "to"]);
    // "Munich-born Müller"
    let compound = passage.is_mark(last, '-');
    if !closed || compound || is_named(std::slice::from_ref(&own), &said) || is_suburb_of(venue, &said) {
        return;
    }
    // Only a city with a ground of the same tournament is mistaken for another.
    let record = out.record();
    let mut venues = out.view.matches_in(entry.edition).filter_map(|entry| entry.venue);
    if venues.any(|venue| record.venue(venue).city.as_deref().map(fold).as_deref() == Some(city_called(&said))) {
        say_at(passage, (at, last), venue, entry, Judged::new(Verdict::Contradicted), out);
    }
}

/// Whether the words of a range of tokens name a venue.
pub(crate) fn names_venue(passage: &Passage, (first, end): (usize, usize), venue: &Venue) -> bool {
    let said = passage.words_between(first, end);
    !said.is_empty() && is_named(&place_words(venue), &said)
}

/// Whether the words said name what one of some folded names names: all of it, some of its words that tell it from
/// others, or all but those that do not.
fn is_named(names: &[String], said: &str) -> bool {
    let city = city_called(said);
    let said: Vec<&str> = said.split(' ').collect();
    let telling = || said.iter().filter(|word| !COMMON.contains(word));
    let tells = telling().any(|word| word.len() > 2);
    names.iter().any(|name| {
        let words: Vec<&str> = name.split(' ').collect();
        words == said
            || city == *name
            || (tells
                && (said.len() <= words.len() && words.windows(said.len()).any(|window| window == said)
                    || telling().all(|word| words.contains(word)) && said.len() <= words.len() + 1))
    })
}

/// Whether a ground stands in a place of its own that belongs to the city named, in full or by its last word.
pub(crate) fn is_suburb_of(venue: &Venue, city: &str) -> bool {
    let own = venue.city.as_deref().map(fold);
    let is_it = |of: &str| of == city || of.rsplit(' ').next() == Some(city);
    own.is_some_and(|own| SUBURBS.iter().any(|&(suburb, of)| suburb == own && is_it(of)))
}

/// Puts down where a match is said to have been played.
fn say(passage: &Passage, span: (usize, usize), venue: &Venue, focus: &Focus<'_>, judged: Judged, out: &mut Out<'_>) {
    say_at(passage, span, venue, focus.entry, judged, out);
}

/// As [`say`], of any match.
pub(super) fn say_at(
    passage: &Passage,
    span: (usize, usize),
    venue: &Venue,
    entry: &byline_record::Match,
    judged: Judged,
    out: &mut Out<'_>,
) {
    let mut rows = out.match_row(entry);
    for row in &mut rows {
        row.text = format!("{}, {venue}", row.text);
    }
    let said = || (span.0..span.1).map(|at| capitalised(passage.word(at))).collect::<Vec<_>>().join(" ");
    let place = if judged.is(Verdict::Contradicted) { said() } else { venue.to_string() };
    let judged = judged.showing(rows).about(Topic::Match(entry.id));
    out.push(passage, span, Kind::Venue, format!("the match was played in {place}"), judged);
}
