//! How long something had not been: "had waited 24 years for a final", "had gone 44 years without a title", "not since 1994 had a
//! final gone to penalties", "the first final without a goal".

use byline_record::{Match, StageKind};

use super::about::{is_hypothetical, is_wanted};
use super::deed_nouns::noun_at;
use super::deed_words::verb_at;
use super::deeds::{Deed, Told};
use super::firsts::auxiliary;
use super::ledger::{editions, skip};
use super::times::{Claim, Time, say};
use super::{Focus, Judged, Out, Reader, history, plain};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// Verbs of time that went by.
const WENT: &[&str] = &["waited", "waiting", "gone", "went", "been"];
const WENT_HEADS: Heads = Heads::of(WENT);
/// What is won.
const TITLES: &[&str] = &[
    "title",
    "trophy",
    "crown",
    "championship",
    "world title",
    "european title",
    "world crown",
    "european crown",
    "another title",
    "another trophy",
];

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if passage.quote.is_some() {
        return;
    }
    for at in passage.starts(&WENT_HEADS).filter(|&at| passage.is_any(at, WENT)) {
        waited(reader, passage, foci, at, out);
    }
    const YEARS: Heads = Heads::of(&["years"]);
    for at in passage.starts(&YEARS).filter(|&at| passage.is_any(at, &["years"])) {
        years_since(reader, passage, foci, at, out);
    }
    for at in 0..passage.len() {
        if let Some((nth, end)) = passage.ordinal(at).filter(|&(nth, _)| nth <= 20 && passage.name_at(at).is_none()) {
            relative(reader, passage, foci, (at, end, nth), out);
        }
    }
    of_finals(reader, passage, out);
}

/// "Had waited 32 years for a final", "had gone 24 years without a semi-final".
fn waited<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let Some((count, noun)) = passage.cardinal(skip(passage, at + 1, &["for", "all", "of"])) else { return };
    let (years, end) = match passage.word(noun) {
        "years" => (count, noun + 1),
        "decades" => (count.saturating_mul(10), noun + 1),
        _ => return,
    };
    let Ok(years) = i16::try_from(years) else { return };
    let is_wait = passage.is_any(at, &["waited", "waiting"]);
    let link = passage.any_phrase(end, if is_wait { &["for", "to"] } else { &["without"] });
    let (told, last) = match link {
        Some(next) => {
            let object = skip(passage, next, &["a", "an", "any", "another", "the", "this", "their", "to", "such"]);
            // "Without the World Cup": without winning it.
            let cup = passage.name_from(object).filter(|name| name.edition().is_none());
            let of_cup = cup.and_then(|name| Some((name.competition()?, name.end)));
            let cup = of_cup.filter(|&(_, end)| plain::closes(passage, end)).map(|(competition, end)| {
                (Told { competitions: Some(vec![competition]), ..Told::new(Deed::Title) }, end)
            });
            let title = cup.or_else(|| passage.any_phrase(object, TITLES).map(|end| (Told::new(Deed::Title), end)));
            let Some(found) = title
                .or_else(|| noun_at(reader, passage, object, out))
                .or_else(|| verb_at(reader, passage, object, out))
            else {
                return;
            };
            found
        }
        // "Brazil had waited 24 years": for the title they won.
        None => {
            let won = reader.anchor.is_some_and(|entry| entry.is_at(StageKind::Final)) && is_wait;
            if !won || !plain::closes(passage, end) {
                return;
            }
            (Told::new(Deed::Title), end)
        }
    };
    let start =
        super::ledger::back(passage, at, &["now", "already", "still", "been", "have", "has", "had", "were", "are"]);
    let meant = super::firsts::about(reader, passage, auxiliary(passage, start), out);
    // "Have gone 55 years without a title": they go on.
    let goes_on = passage.has(start, at, &["have", "has", "are"]) && link.is_some();
    let is_plain = plain::closes(passage, last) && link.is_some() && !goes_on;
    let wanted = is_wanted(passage, at) || is_hypothetical(passage, at);
    if !wanted {
        let year = reader.this_year(out).map(|year| year - years).filter(|_| goes_on);
        let time = year.map_or(Time::InYears(years), Time::LastIn);
        let span = (at, last);
        say(reader, passage, foci, Claim { told, time, span, plain: is_plain, wanted, earlier: false }, &meant, out);
    }
}

/// "It is 53 years since Italy last won it", "16 years after they last reached a final".
fn years_since<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], at: usize, out: &mut Out<'r>) {
    let Some((first, years)) = passage.cardinal_before(at) else { return };
    let Some(next) = passage.any_phrase(at + 1, &["since", "after", "have passed since", "have gone by since"]) else {
        return;
    };
    let next = skip(passage, next, &["the"]);
    let named = passage.name_from(next).filter(|name| name.team().is_some());
    let pronoun = passage.is_any(next, &["they", "it"]);
    let subject = named.map(|name| name.end).or(pronoun.then_some(next + 1));
    let Some(verb) = subject.and_then(|end| passage.any_phrase(end, &["last", "had last"])) else { return };
    let Some((told, last)) = verb_at(reader, passage, verb, out) else { return };
    let meant = match named.and_then(crate::passage::Name::team) {
        Some(team) => super::about::Meant { all: vec![team], sure: true, first: next },
        None => reader.teams_about(passage, first, out),
    };
    let year = i16::try_from(years).ok().and_then(|years| reader.this_year(out)?.checked_sub(years));
    let Some(year) = year.filter(|_| plain::closes(passage, last) && !is_hypothetical(passage, first)) else { return };
    let claim =
        Claim { told, time: Time::LastIn(year), span: (first, last), plain: false, wanted: false, earlier: false };
    say(reader, passage, foci, claim, &meant, out);
}

/// "The first final they have lost", "the third title Argentina have won".
fn relative<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, noun, nth): (usize, usize, u32),
    out: &mut Out<'r>,
) {
    let competition = passage.name_from(noun).filter(|name| name.edition().is_none() && name.competition().is_some());
    let after = competition.map_or(noun, |name| name.end);
    let stage = super::stages::stage_words(passage, after).filter(|(stage, _)| stage.is_knock_out());
    let (stage, end) = match stage {
        Some((stage, end)) => (Some(stage), end),
        None => {
            let title = passage.any_phrase(after, TITLES).or(competition.map(|name| name.end));
            let Some(end) = title else { return };
            (None, end)
        }
    };
    let next = skip(passage, end, &["that", "the"]);
    let named = passage.name_from(next).filter(|name| name.team().is_some());
    let subject = named.map(|name| name.end).or(passage.is_any(next, &["they"]).then_some(next + 1));
    let Some(verb) = subject.and_then(|end| passage.any_phrase(end, &["have", "has", "had"])) else { return };
    let verb = skip(passage, verb, &["ever", "now", "also"]);
    let told = match (passage.word(verb), stage) {
        ("won", None) => Told::new(Deed::Title),
        ("won", Some(StageKind::Final)) => Told::new(Deed::Title),
        ("lost", Some(stage)) => Told { stage: Some(stage), ..Told::new(Deed::Lose) },
        ("won", Some(stage)) => Told { stage: Some(stage), ..Told::new(Deed::Win) },
        ("reached" | "played" | "contested", Some(stage)) => Told::new(Deed::Reach(stage)),
        _ => return,
    };
    let told = Told { competitions: competition.and_then(|name| name.competition()).map(|id| vec![id]), ..told };
    let last = verb + 1;
    let first = if passage.is_any(at.wrapping_sub(1), &["the"]) { at - 1 } else { at };
    let meant = match named.and_then(crate::passage::Name::team) {
        Some(team) => super::about::Meant { all: vec![team], sure: true, first: next },
        None => reader.teams_about(passage, first, out),
    };
    if !plain::closes(passage, last) || is_hypothetical(passage, first) || is_wanted(passage, first) {
        return;
    }
    let time = if nth == 1 { Time::First } else { Time::Nth(nth) };
    let plain = named.is_some();
    say(
        reader,
        passage,
        foci,
        Claim { told, time, span: (first, last), plain, wanted: false, earlier: false },
        &meant,
        out,
    );
}

/// What may become of a final.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event {
    Penalties,
    ExtraTime,
    Goalless,
}

const EVENTS: &[(&str, Event)] = &[
    ("to penalties", Event::Penalties),
    ("to a shoot out", Event::Penalties),
    ("to a penalty shoot out", Event::Penalties),
    ("decided by a shoot out", Event::Penalties),
    ("decided by a penalty shoot out", Event::Penalties),
    ("decided on penalties", Event::Penalties),
    ("decided by penalties", Event::Penalties),
    ("settled by a shoot out", Event::Penalties),
    ("settled on penalties", Event::Penalties),
    ("settled by penalties", Event::Penalties),
    ("to extra time", Event::ExtraTime),
    ("into extra time", Event::ExtraTime),
    ("needed extra time", Event::ExtraTime),
    ("to need extra time", Event::ExtraTime),
    ("without a goal", Event::Goalless),
    ("to finish goalless", Event::Goalless),
    ("to end goalless", Event::Goalless),
];
const EVENT_HEADS: Heads = Heads::of_pairs(EVENTS);

impl Event {
    fn is_of(self, entry: &Match) -> bool {
        match self {
            Self::Penalties => entry.score.shoot_out.is_some(),
            Self::ExtraTime => entry.score.extra_time.is_some(),
            Self::Goalless => entry.score.end.is_some_and(|end| end.home == 0 && end.away == 0),
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Penalties => "decided on penalties",
            Self::ExtraTime => "with extra time",
            Self::Goalless => "without a goal",
        }
    }
}

/// "Not since 1994 had a final gone to penalties", "no final had been decided by a shoot-out before", "the first final without
/// a goal", "a European final went to penalties for the first time since 1976".
fn of_finals(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    const CALLED: &[&str] = &["semi", "quarter", "cup", "the", "his", "their", "league", "copa"];
    let Some((start, event, end)) = passage
        .starts(&EVENT_HEADS)
        .find_map(|at| EVENTS.iter().find_map(|&(words, event)| Some((at, event, passage.phrase(at, words)?))))
    else {
        return;
    };
    // "No final", "a World Cup final", "the first European final"
    let Some(noun) = (0..end).rev().find(|&at| passage.is_any(at, &["final"])) else { return };
    let named = noun.checked_sub(1).and_then(|last| passage.name_at(last));
    let competition = named.and_then(crate::passage::Name::competition);
    let before = named.map_or(noun, |name| name.first);
    let before = if passage.is_any(before.wrapping_sub(1), &["european"]) { before - 1 } else { before };
    let first = passage.is_any(before.wrapping_sub(1), &["first"]);
    let no = passage.is_any(before.wrapping_sub(1), &["no"]);
    let a = passage.is_any(before.wrapping_sub(1), &["a", "any"]);
    // "No final at Wembley had gone to penalties": of some finals only.
    const BETWEEN: &[&str] =
        &["had", "have", "has", "been", "ever", "gone", "went", "go", "going", "to", "be", "that", "was", "also"];
    if !(noun + 1..start).all(|at| passage.is_any(at, BETWEEN)) {
        return;
    }
    let own_words = competition.is_none() && named.is_some() || !first && !no && !a;
    if own_words || passage.is_any(noun.wrapping_sub(1), CALLED) && named.is_none() {
        return;
    }
    let since = (0..passage.len()).find(|&at| passage.is_any(at, &["since"]));
    let year = since.and_then(|at| history::since(reader, passage, at + 1, out));
    let year = match (since, year) {
        (Some(_), Some((when, last))) => Some((when.year, last)),
        (Some(_), None) => return,
        (None, _) => None,
    };
    let time = passage.find(0, passage.len(), &["first time"]);
    let denied = passage.is_any(since.unwrap_or_default().wrapping_sub(1), &["not"]);
    let told = match year {
        Some((Some(_), _)) => no || first || a && (denied || time.is_some()),
        Some((None, _)) => false,
        None => first || no && passage.has(end, end + 1, &["before"]) || a && time.is_some(),
    };
    if !told || is_hypothetical(passage, noun) || is_wanted(passage, noun) {
        return;
    }
    let (Some(own), Some(edition)) =
        (reader.anchor.filter(|entry| entry.is_at(StageKind::Final)), reader.tournament(out))
    else {
        return;
    };
    let record = out.record();
    let of = record.edition(edition).competition;
    if competition.is_some_and(|named| named != of) || own.edition != edition || !event.is_of(own) {
        return;
    }
    let all = editions(&out.view, &[of]);
    let mut finals = all
        .iter()
        .flat_map(|&edition| out.view.matches_in(edition))
        .filter(|entry| entry.is_at(StageKind::Final) && entry.date < own.date && entry.is_played());
    let previous = finals.rfind(|entry| event.is_of(entry));
    let label = previous.and_then(|entry| record.edition(entry.edition).year());
    let right = match year {
        Some((said, _)) => label == said,
        None => previous.is_none(),
    };
    let span = (before.saturating_sub(1), year.map_or(end, |(_, last)| last.max(end)));
    let verdict =
        if right { byline_record::ask::Verdict::Confirmed } else { byline_record::ask::Verdict::Contradicted };
    let since = year.and_then(|(said, _)| said).map_or_else(String::new, |year| format!(" since {year}"));
    let reading = format!("the first final{since} {}", event.words());
    let rows = previous.into_iter().chain([own]).flat_map(|entry| out.match_row(entry)).collect();
    out.push(passage, span, Kind::FirstSince, reading, Judged::new(verdict).showing(rows));
}
