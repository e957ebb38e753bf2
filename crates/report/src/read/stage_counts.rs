//! Which of the matches of a stage it was that went a certain way: "the third World Cup final to be decided on penalties,
//! after 1994 and 2006", "the first goalless final", "only the second semi-final to go to extra time since 1990".

use byline_record::ask::{Verdict, words};
use byline_record::{CompetitionId, Match, StageKind};

use super::about::{is_current, is_hypothetical, is_wanted};
use super::ledger::{editions, skip};
use super::out::verdict;
use super::progress::stage_at;
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::Passage;

/// How a match went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    ShootOut,
    ExtraTime,
    Goalless,
}

impl Way {
    fn went(self, entry: &Match) -> bool {
        match self {
            Self::ShootOut => entry.score.shoot_out.is_some(),
            Self::ExtraTime => entry.score.extra_time.is_some(),
            Self::Goalless => entry.score.end.is_some_and(|end| end.home == 0 && end.away == 0),
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::ShootOut => "decided on penalties",
            Self::ExtraTime => "that went to extra time",
            Self::Goalless => "without a goal",
        }
    }
}

/// What is told of how a match went, behind its noun.
const WAYS: &[(&str, Way)] = &[
    ("decided on penalties", Way::ShootOut),
    ("decided by penalties", Way::ShootOut),
    ("decided by a penalty shoot out", Way::ShootOut),
    ("decided by a penalty shootout", Way::ShootOut),
    ("decided by a shoot out", Way::ShootOut),
    ("decided by a shootout", Way::ShootOut),
    ("decided in a shoot out", Way::ShootOut),
    ("decided from the spot", Way::ShootOut),
    ("settled on penalties", Way::ShootOut),
    ("settled by penalties", Way::ShootOut),
    ("settled by a penalty shoot out", Way::ShootOut),
    ("settled by a shoot out", Way::ShootOut),
    ("settled by a shootout", Way::ShootOut),
    ("won on penalties", Way::ShootOut),
    ("won by a shoot out", Way::ShootOut),
    ("go to penalties", Way::ShootOut),
    ("go to a penalty shoot out", Way::ShootOut),
    ("go to a shoot out", Way::ShootOut),
    ("go to a shootout", Way::ShootOut),
    ("finish on penalties", Way::ShootOut),
    ("end in a shoot out", Way::ShootOut),
    ("go to extra time", Way::ExtraTime),
    ("need extra time", Way::ExtraTime),
    ("require extra time", Way::ExtraTime),
    ("go beyond 90 minutes", Way::ExtraTime),
    ("finish goalless", Way::Goalless),
    ("end goalless", Way::Goalless),
    ("finish without a goal", Way::Goalless),
    ("end without a goal", Way::Goalless),
    ("without a goal", Way::Goalless),
];

const HEADS: Heads = Heads::of_pairs(WAYS).and(Heads::of(&["goalless", "scoreless"]));

/// The matches spoken of: at which stage, of which competition, how they went, and the token after the words.
struct Told {
    stage: StageKind,
    competition: Option<CompetitionId>,
    way: Way,
    end: usize,
}

/// "World Cup final to be decided on penalties", "goalless final".
fn told_at(passage: &Passage, from: usize) -> Option<Told> {
    let mut at = skip(passage, from, &["ever"]);
    let mut goalless = false;
    let mut competition = None;
    for _ in 0..3 {
        if passage.is_any(at, &["goalless", "scoreless"]) {
            goalless = true;
            at += 1;
        }
        if let Some(name) = passage.name_from(at) {
            competition = Some(name.competition().filter(|_| name.edition().is_none())?);
            at = name.end;
        }
    }
    let (stage, end) = stage_at(passage, at).filter(|(stage, _)| stage.is_knock_out())?;
    if goalless {
        return Some(Told { stage, competition, way: Way::Goalless, end: behind(passage, end) });
    }
    let end = behind(passage, end);
    let (way, end) = way_at(passage, end).or_else(|| way_told(passage, end))?;
    Some(Told { stage, competition, way, end })
}

/// "To be decided on penalties", with what is told behind it of all of history.
fn way_at(passage: &Passage, at: usize) -> Option<(Way, usize)> {
    way_told(passage, passage.any_phrase(at, &["ever to be", "ever to", "to have been", "to be", "to"])?)
}

/// "Decided on penalties".
fn way_told(passage: &Passage, at: usize) -> Option<(Way, usize)> {
    let (way, end) = WAYS.iter().find_map(|&(phrase, way)| Some((way, passage.phrase(at, phrase)?)))?;
    Some((way, behind(passage, end)))
}

/// Behind words of all the history of a competition.
fn behind(passage: &Passage, at: usize) -> usize {
    const HISTORY: &[&str] = &[
        "in world cup history",
        "in the history of the competition",
        "in the history of the tournament",
        "in history",
        "ever",
    ];
    // "In the competition's history": the possessive is a token of its own.
    let owned = passage.any_phrase(at, &["in the competition", "in the tournament"]);
    let owned = owned.filter(|&owner| passage.is_possessive(owner) && passage.is_any(owner + 1, &["history"]));
    owned.map(|owner| owner + 2).or_else(|| passage.any_phrase(at, HISTORY)).unwrap_or(at)
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    if passage.quote.is_some() || !passage.may_meet(&HEADS) {
        return;
    }
    let mut before: Option<Told> = None;
    for at in 0..passage.len() {
        let nth = if passage.word(at) == "first" { Some((1, at + 1)) } else { passage.ordinal(at) };
        let Some((nth @ 1..=25, end)) = nth else { continue };
        if passage.name_at(at).is_some() {
            continue;
        }
        let told = told_at(passage, end).or_else(|| again(passage, end, before.as_ref()?));
        if let Some(told) = told {
            judge(reader, passage, foci, (at, nth), &told, out);
            before = Some(told);
        }
    }
}

/// "The first goalless final, and the first to go to penalties": of what was told of before.
fn again(passage: &Passage, at: usize, before: &Told) -> Option<Told> {
    let (way, end) = way_at(passage, at)?;
    let near = !(before.end..at).any(|at| passage.is_stop(at));
    near.then_some(Told { way, end, ..*before })
}

fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, nth): (usize, u32),
    told: &Told,
    out: &mut Out<'r>,
) {
    // Which of them it was is said of the match of the report.
    let Some(own) = reader.anchor.filter(|own| own.is_at(told.stage) && told.way.went(own)) else { return };
    let competition = out.record().edition(own.edition).competition;
    if told.competition.is_some_and(|named| named != competition)
        || is_hypothetical(passage, at)
        || is_wanted(passage, at)
    {
        return;
    }
    let all = editions(&out.view, &[competition]).into_iter().flat_map(|id| out.view.matches_in(id));
    let mut all: Vec<&'r Match> = all
        .filter(|entry| entry.is_at(told.stage) && told.way.went(entry) && (entry.date, entry.id) <= (own.date, own.id))
        .collect();
    all.sort_by_key(|entry| (entry.date, entry.id));
    let before = all.len().saturating_sub(1);
    let since = passage.is_any(told.end, &["since"]).then(|| reader.year_at(passage, told.end + 1)).flatten();
    if passage.is_any(told.end, &["since", "of", "at", "in"]) && since.is_none() {
        return;
    }
    let record = out.record();
    let of_year = |entry: &Match, year: i16| record.is_of_year(entry, year);
    // "The second since 1990": counted from the one of that year, or without it.
    let counted: Vec<u32> = match since {
        None => vec![u32::try_from(all.len()).unwrap_or(u32::MAX)],
        Some(year) => {
            let after = all.iter().filter(|entry| entry.date.year() > year).count();
            let with = all.iter().filter(|entry| entry.date.year() >= year).count();
            [after, with].into_iter().map(|count| u32::try_from(count).unwrap_or(u32::MAX)).collect()
        }
    };
    let dated = since
        .is_none_or(|year| nth > 1 || all.iter().take(before).next_back().is_some_and(|entry| of_year(entry, year)));
    let right = counted.contains(&nth) && dated;
    let plain = is_current(reader, passage, foci, out) && told.stage == StageKind::Final;
    let end = if since.is_some() { told.end + 2 } else { told.end };
    let rows: Vec<_> = all.iter().rev().take(12).rev().flat_map(|entry| out.match_row(entry)).collect();
    let Some(verdict) = verdict(right, plain) else { return };
    let reading = format!("the {} {} {}", words::ordinal(nth), told.stage.name(), told.way.words());
    let reading = since.map_or_else(|| reading.clone(), |year| format!("{reading} since {year}"));
    out.push(passage, (at, end), Kind::FirstSince, reading, Judged::new(verdict).showing(rows.clone()));
    // "After 1994 and 2006": those before.
    let years = if since.is_some() { Vec::new() } else { reader.years_before(passage, told.end) };
    for (is, at) in years {
        let right = all.iter().take(before).any(|entry| of_year(entry, is));
        if right || plain {
            let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
            let reading = format!("the {} of {is} was one {}", told.stage.name(), told.way.words());
            out.push(passage, (at, at + 1), Kind::FirstSince, reading, Judged::new(verdict).showing(rows.clone()));
        }
    }
}
