//! The words for what a team does over and over: verbs with their objects, and nouns.

use byline_record::{CompetitionId, StageKind};

use super::deeds::{Deed, Told, next};
use super::eras::sets;
use super::ledger::{confederation, skip};
use super::progress::{REACHED, WENT_OUT, stage_at};
use super::{Out, Reader};
use crate::passage::{Name, Passage};

/// Words between a verb and its object that say nothing.
const FILL: &[&str] = &[
    "a", "an", "the", "their", "its", "any", "another", "to", "even", "of", "as", "far", "single", "this", "that",
    "of", "his", "all", "men", "senior", "grand", "out", "through",
];

const MATCH: &[&str] = &["match", "matches", "game", "games", "tie", "ties", "fixture", "fixtures", "contest"];

const TITLES: &[&str] = &["title", "trophy", "crown", "tournament", "competition", "silverware", "titles", "cup", "it"];

const MAJOR: &[&str] = &[
    "major tournament",
    "major tournaments",
    "major finals",
    "major championship",
    "major championships",
    "major competition",
    "tournament finals",
    "big tournament",
];

/// Verbs of coming to a stage besides those of progress.
const CAME: &[&str] = &[
    "contested",
    "contest",
    "contesting",
    "appeared in",
    "appearing in",
    "featured in",
    "played in",
    "play in",
    "playing in",
    "been in",
    "been to",
    "play",
    "played",
    "playing",
    "get to",
    "got into",
    "get into",
    "make it to",
    "appear in",
    "feature in",
    "gone to",
    "got as far as",
    "progressed as far as",
    "gone as far as",
    "go as far as",
    "made it as far as",
    "reached",
    "going to",
    "go to",
    "heading to",
    "head to",
    "heads to",
    "heading for",
    "progress into",
    "move into",
    "moved into",
    "moving into",
    "going into",
    "fought their way to",
    "fought their way into",
    "sent them to",
    "sent them into",
];

const BEYOND: &[&str] = &[
    "gone beyond",
    "gone past",
    "got beyond",
    "got past",
    "been beyond",
    "been past",
    "progressed beyond",
    "progressed past",
    "advanced beyond",
    "advanced past",
    "went beyond",
    "go beyond",
    "get past",
    "get beyond",
    "gone further than",
    "got further than",
    "made it past",
    "made it beyond",
    "survived",
    "come through",
    "emerged from",
    "get out of",
    "got out of",
    "escaped",
];

const TAKE_PART: &[&str] = &[
    "qualified for",
    "qualified",
    "qualify for",
    "appeared at",
    "appearing at",
    "played at",
    "play at",
    "playing at",
    "been at",
    "back at",
    "back in",
    "took part in",
    "taken part in",
    "competed at",
    "competing at",
];

pub(crate) const WON: &[&str] = &[
    "won",
    "win",
    "wins",
    "winning",
    "lifted",
    "lift",
    "lifting",
    "claimed",
    "claim",
    "captured",
    "clinched",
    "conquered",
    "secured",
    "tasted",
    "recorded",
    "registered",
    "celebrated",
    "earned",
    "managed",
    "achieved",
];

const LOST: &[&str] = &["lost", "lose", "losing", "loses", "suffered", "tasted defeat", "suffer"];

const BEATEN: &[&str] = &[
    "beaten",
    "beat",
    "beating",
    "defeated",
    "defeating",
    "overcome",
    "overcame",
    "got the better of",
    "seen off",
    "defeat",
    "eliminated",
    "knocked out",
    "toppled",
    "dethroned",
    "downed",
    "stunned",
];

const MET: &[&str] = &["met", "faced", "played", "meet", "face", "encountered"];

/// The competitions a name or "a major tournament" at a token means, and the token after them.
pub(crate) fn competitions_at(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    at: usize,
    out: &Out<'_>,
) -> Option<(Vec<CompetitionId>, usize)> {
    if let Some(name) = passage.name_from(at) {
        let id = name.competition().filter(|_| name.edition().is_none())?;
        return Some((vec![id], skip(passage, name.end, &["finals", "tournaments", "history"])));
    }
    let bare = passage.word(at) == "tournament" && passage.is_any(at.wrapping_sub(1), &["a", "any"]);
    let end = if bare { at + 1 } else { passage.any_phrase(at, MAJOR)? };
    Some((sets(reader, out).pop()?, end))
}

/// Reads on behind verb or noun: against whom, at which stage and tournament. Gives the token after what was understood.
pub(crate) fn tail(reader: &Reader<'_, '_>, passage: &Passage, from: usize, told: &mut Told, out: &Out<'_>) -> usize {
    let mut end = from;
    while end < passage.len() {
        if let Some(after) = passage.any_phrase(
            end,
            &[
                "in the tournament",
                "of the tournament",
                "at this tournament",
                "in this tournament",
                "at the tournament",
                "at these finals",
                "of the finals",
                "at this world cup",
                "of the campaign",
                "of the competition",
                "at the finals",
                "of these finals",
            ],
        ) && !told.is_of_edition()
        {
            told.edition = reader.tournament(out);
            end = after;
            continue;
        }
        if passage.is_any(end, &["in", "at", "of"])
            && passage.is_any(skip(passage, end + 1, &["a", "the", "any"]), &["group"])
            && passage.is_any(
                skip(passage, end + 1, &["a", "the", "any"]) + 1,
                &["match", "game", "matches", "games", "stage"],
            )
        {
            told.stage = Some(StageKind::Group);
            end = skip(passage, end + 1, &["a", "the", "any"]) + 2;
            continue;
        }
        if let Some(after) = passage.any_phrase(
            end,
            &[
                "at one",
                "in one",
                "in the tournament",
                "in the competition",
                "in tournament history",
                "in world cup history",
                "in the finals",
                "of the two neighbours",
                "between the two",
                "between the sides",
                "between the teams",
                "between the nations",
                "between the countries",
                "of the two",
                "in the world cup",
                "of the sides",
                "in euros history",
                "in the showpiece",
            ],
        ) {
            if passage.word(after - 1) == "showpiece" {
                told.stage = Some(StageKind::Final);
            }
            end = skip(passage, after, &["sides", "teams", "nations", "countries", "neighbours", "rivals"]);
            continue;
        }
        let preposition = passage.is_any(
            end,
            &["against", "over", "to", "by", "with", "from", "at", "in", "of", "on", "into", "during", "beyond"],
        );
        let mut at = if preposition { end + 1 } else { end };
        at = skip(passage, at, &["a", "an", "the", "any", "their", "its", "this", "competitive"]);
        let of_match = passage.is_any(end, &["at", "in", "of", "on", "into", "during"]) || !preposition;
        if let Some(team) = passage.name_from(at).and_then(Name::team) {
            let against = passage.is_any(end, &["against", "over", "to", "by", "with", "from"]);
            if !against || told.opponent.is_some() {
                break;
            }
            told.opponent = Some(team);
            end = passage.name_from(at).map_or(at + 1, |name| name.end);
            continue;
        }
        if let Some(confederation) = confederation(passage.word(at))
            && passage.is_any(at + 1, &["opposition", "opponents", "opponent", "team", "teams", "side", "sides"])
        {
            told.confederation = Some(confederation);
            end = at + 2;
            continue;
        }
        if !of_match {
            break;
        }
        if let Some((competitions, after)) = competitions_at(reader, passage, at, out) {
            told.competitions = Some(competitions);
            end = after;
        } else if let Some(after) = passage.any_phrase(
            at,
            &[
                "knockout stage",
                "knockout stages",
                "knockout rounds",
                "knockout round",
                "knockouts",
                "knockout phase",
                "knock out stage",
                "knock out stages",
                "knock out rounds",
                "knock out phase",
                "knockout",
                "knock out",
            ],
        ) {
            told.knock_out = true;
            end = skip(passage, after, MATCH);
        } else if let Some((stage, after)) = stage_at(passage, at) {
            told.stage = Some(stage);
            end = skip(passage, after, &["stage", "stages"]);
        } else if passage.is_any(at, &["opening"]) && passage.is_any(at + 1, MATCH) {
            told.opener = true;
            end = at + 2;
        } else if passage.is_any(at, &["opener"]) {
            told.opener = true;
            end = at + 1;
        } else if let Some(after) =
            passage.any_phrase(at, &["shoot out", "shootout", "penalty shoot out", "penalty shootout"])
        {
            told.shoot_out = true;
            end = after;
        } else if passage.is_any(at, &["group"]) && passage.is_any(at + 1, MATCH) {
            told.stage = Some(StageKind::Group);
            end = at + 2;
        } else if passage.is_any(at, MATCH) && at > from {
            end = at + 1;
        } else {
            break;
        }
    }
    end
}

/// What a verb at a token and its object tell, and the token after them.
pub(crate) fn verb_at(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(Told, usize)> {
    if passage.name_at(at).is_some() {
        return None;
    }
    let finish = |mut told: Told, from: usize| {
        let end = tail(reader, passage, from, &mut told, out);
        (told, end)
    };
    if let Some(end) = passage.any_phrase(at, BEYOND) {
        let (named, from) = named(reader, passage, end, out);
        let (stage, end) = stage_at(passage, from)?;
        let told = Told { competitions: named, ..Told::new(Deed::Reach(next(stage)?)) };
        return Some(finish(told, skip(passage, end, &["stage", "stages"])));
    }
    if let Some(end) = passage
        .one_of(at, &WENT_OUT)
        .or_else(|| passage.any_phrase(at, &["failed to get past", "failed to get out of", "failed to get beyond"]))
    {
        let (named, from) = named(reader, passage, end, out);
        if let Some((stage, end)) = stage_at(passage, from) {
            let told = Told { competitions: named, ..Told::new(Deed::GoOut(stage)) };
            return Some(finish(told, skip(passage, end, &["stage", "stages"])));
        }
    }
    if let Some(end) = passage.any_phrase(at, CAME).or_else(|| passage.one_of(at, &REACHED)) {
        let (named, from) = named(reader, passage, end, out);
        if let Some((stage, end)) = stage_at(passage, from).filter(|(stage, _)| stage.is_knock_out()) {
            let told = Told { competitions: named, ..Told::new(Deed::Reach(stage)) };
            return Some(finish(told, skip(passage, end, &["stage", "stages"])));
        }
    }
    if let Some(end) = passage.any_phrase(at, TAKE_PART) {
        let from = skip(passage, end, FILL);
        if let Some((competitions, end)) = competitions_at(reader, passage, from, out) {
            let told = Told { competitions: Some(competitions), ..Told::new(Deed::TakePart) };
            return (!passage.is_any(end, MATCH)).then_some((told, end));
        }
    }
    // "England, in the last four for the first time"
    if passage.word(at) == "in"
        && (passage.is_mark(at.wrapping_sub(1), ',')
            || passage.is_any(at.wrapping_sub(1), &["are", "were", "is", "was", "back", "now", "be", "themselves"]))
    {
        let (competitions, from) = named(reader, passage, at + 1, out);
        if let Some((stage, end)) = stage_at(passage, from).filter(|(stage, _)| stage.is_knock_out()) {
            let told = Told { competitions, ..Told::new(Deed::Reach(stage)) };
            return Some(finish(told, skip(passage, end, &["stage", "stages"])));
        }
        if passage.word(from) == "finals" {
            return Some((Told { competitions, ..Told::new(Deed::TakePart) }, from + 1));
        }
    }
    let lost = passage.any_phrase(at, LOST);
    if let Some(end) = passage.any_phrase(at, WON).or(lost) {
        let deed = if lost.is_some() { Deed::Lose } else { Deed::Win };
        let (named, from) = named(reader, passage, end, out);
        let told = Told { competitions: named.clone(), ..Told::new(deed) };
        let closing =
            |at: usize| super::plain::closes(passage, at) || passage.is_any(at, &["since", "for", "in", "before"]);
        if deed == Deed::Win && (named.is_some() && closing(from) || passage.is_any(from, TITLES)) {
            let end = skip(passage, from, TITLES);
            return Some((Told { competitions: named, ..Told::new(Deed::Title) }, end));
        }
        let end_of_noun = skip(passage, from, &["win", "victory", "defeat", "loss"]);
        let (told, end) = finish(told, skip(passage, end_of_noun, MATCH));
        // "Won" alone is of anything.
        let is_told = end > from || passage.is_any(from, MATCH) || told.competitions.is_some();
        return is_told.then_some((told, end));
    }
    if let Some(end) = passage.any_phrase(at, BEATEN) {
        if passage.word(end) == "by" {
            let (told, end) = finish(Told::new(Deed::Lose), end);
            return told.opponent.is_some().then_some((told, end));
        }
        let team = passage.name_from(skip(passage, end, FILL)).filter(|name| name.team().is_some())?;
        let told = Told { opponent: team.team(), ..Told::new(Deed::Win) };
        return Some(finish(told, team.end));
    }
    if let Some(end) = passage.any_phrase(at, MET) {
        let (told, end) = match passage.name_from(skip(passage, end, &["the"])).filter(|name| name.team().is_some()) {
            Some(name) => finish(Told { opponent: name.team(), ..Told::new(Deed::Play) }, name.end),
            None => finish(Told::new(Deed::Play), skip(passage, end, &["each", "other"])),
        };
        return Some((told, end));
    }
    if let Some(end) = passage
        .any_phrase(at, &["failed to reach", "failed to make", "missed out on", "failing to reach", "failing to make"])
    {
        let (named, from) = named(reader, passage, end, out);
        let (stage, end) = stage_at(passage, from).filter(|(stage, _)| stage.is_knock_out())?;
        let told = Told { competitions: named, ..Told::new(Deed::Miss(stage)) };
        return Some(finish(told, skip(passage, end, &["stage", "stages"])));
    }
    if let Some(found) = called_at(reader, passage, at, out) {
        return Some(found);
    }
    let deed = match passage.word(at) {
        "conceded" | "concede" => Deed::Concede,
        "drawn" | "drew" => Deed::Draw,
        "failed" if passage.any_phrase(at, &["failed to score"]).is_some() => Deed::Blank,
        _ => return None,
    };
    let end = if deed == Deed::Blank { at + 3 } else { at + 1 };
    Some(finish(Told::new(deed), skip(passage, end, &["a", "goal", "with"])))
}

/// "world champions", "semi-finalists": what a team is called by what it did.
fn called_at(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<(Told, usize)> {
    let of = |deed: Deed, competition: Option<CompetitionId>, end: usize| {
        let told = Told { competitions: competition.map(|id| vec![id]), ..Told::new(deed) };
        let mut told = told;
        let end = tail(reader, passage, end, &mut told, out);
        Some((told, end))
    };
    let world = ["world champions", "champions of the world", "crowned world champions"];
    let european = ["european champions", "champions of europe", "crowned european champions", "kings of europe"];
    if let Some(end) = passage.any_phrase(at, &world) {
        return of(Deed::Title, Some(reader.world_cup(out)?), end);
    }
    if let Some(end) = passage.any_phrase(at, &european) {
        return of(Deed::Title, Some(reader.european_championship(out)?), end);
    }
    if let Some(end) = passage.any_phrase(at, &["crowned champions", "crowned"]) {
        return of(Deed::Title, None, end);
    }
    for (phrase, stage) in [
        ("finalists", StageKind::Final),
        ("semi finalists", StageKind::SemiFinal),
        ("semifinalists", StageKind::SemiFinal),
        ("quarter finalists", StageKind::QuarterFinal),
        ("quarterfinalists", StageKind::QuarterFinal),
    ] {
        if let Some(end) = passage.phrase(at, phrase) {
            return of(Deed::Reach(stage), None, end);
        }
    }
    None
}

/// Words and a competition's name before a stage or a title.
fn named(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> (Option<Vec<CompetitionId>>, usize) {
    let from = skip(passage, at, FILL);
    match competitions_at(reader, passage, from, out) {
        Some((competitions, end)) if passage.name_from(from).is_some() => {
            (Some(competitions), skip(passage, end, &["finals"]))
        }
        _ if passage.word(from) == "major" => (sets(reader, out).pop(), from + 1),
        _ => (None, from),
    }
}
