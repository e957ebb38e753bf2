//! Since when, and best of all: "have not conceded in a knockout match since 2006", "the first time they had lost their
//! opening match since 1990", "Belgium's best World Cup", "the sides met in the 1998 semi-final".

use byline_record::ask::{Verdict, words};
use byline_record::{CompetitionId, EditionId, Match, Side, StageKind, TeamId, View};

use super::about::{is_hypothetical, is_wanted};
use super::eras::sets;
use super::ledger::{Ledger, confederation, skip, tell};
use super::progress::stage_at;
use super::{Judged, Out, Reader, history};
use crate::claim::Kind;
use crate::passage::Passage;

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        match passage.word(at) {
            "lost" | "won" | "conceded" if passage.is_any(at.wrapping_sub(1), &["not", "never"]) => {
                not_since(reader, passage, at, out);
            }
            "opening" => opener_since(reader, passage, at, out),
            "best" => best(reader, passage, at, out),
            "met" => met_at(reader, passage, at, out),
            _ => {}
        }
    }
}

/// What is denied: a match that ended so, or one in which a goal was let in.
fn is_so(told: &str, entry: &Match, side: Side) -> bool {
    match told {
        "lost" => entry.winner() == Some(side.other()),
        "won" => entry.winner() == Some(side),
        _ => entry.score.end.is_some_and(|end| end.of(side.other()) > 0),
    }
}

/// "have not conceded in a knockout match since 2006", "have not lost to African opposition at a World Cup".
fn not_since<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let told = passage.word(at).to_owned();
    let mut next = skip(passage, at + 1, &["a", "any"]);
    let mut knock_out = false;
    let mut against = None;
    let mut named: Option<Vec<Vec<CompetitionId>>> = None;
    while next < at + 14 {
        if passage.is_any(next, &["in", "at", "a", "any", "the", "match", "game", "goal", "to", "against", "finals"]) {
            next += 1;
        } else if let Some(end) = passage.any_phrase(next, &["knockout", "knock out"]) {
            knock_out = true;
            next = end;
        } else if let Some(end) = passage.any_phrase(next, &["major tournament", "major finals", "major championship"])
        {
            named = sets(reader, out).pop().map(|set| vec![set]);
            next = end;
        } else if let Some(confederation) = confederation(passage.word(next)) {
            if !passage.is_any(next + 1, &["opposition", "opponents", "opponent", "team", "teams", "side", "sides"]) {
                return;
            }
            against = Some(confederation);
            next += 2;
        } else if let Some(name) = passage.name_from(next)
            && name.edition().is_none()
            && let Some(id) = name.competition()
        {
            // "Have not won the World Cup since 1990": no match of it.
            let direct = (at + 1..next).all(|at| passage.is_any(at, &["the", "a", "any"]));
            if direct && !passage.is_any(name.end, &["match", "game", "tie", "fixture", "finals", "knockout", "knock"])
            {
                return;
            }
            named = Some(vec![vec![id]]);
            next = name.end;
        } else {
            break;
        }
    }
    // Without a tournament it may be of every match.
    if named.is_none() && !knock_out || is_hypothetical(passage, at) || next <= at + 1 {
        return;
    }
    let since = (passage.word(next) == "since").then(|| history::since(reader, passage, next + 1, out)).flatten();
    let (year, end) = match since {
        Some((when, end)) => (when.year, end),
        None if passage.word(next) == "since" || against.is_none() => return,
        None => (None, next),
    };
    if !(end >= passage.len() || passage.is_break(end)) {
        return;
    }
    let first =
        (at.saturating_sub(3)..at).find(|&word| passage.is_any(word, &["have", "has", "had"])).unwrap_or(at - 1);
    let meant = reader.teams_about(passage, first, out);
    let Some(team) = meant.likely() else { return };
    let record = out.record();
    let of_set = |set: &[CompetitionId], view: &View<'r>| {
        Ledger::of_competitions(view, team, set).only(|entry, side| {
            let stage = entry.stage.as_ref().map(|stage| stage.kind);
            let opponent = record.team(entry.team(side.other())).confederation.as_deref();
            (!knock_out || stage.is_some_and(StageKind::is_knock_out)) && (against.is_none() || opponent == against)
        })
    };
    let sets = named.unwrap_or_else(|| sets(reader, out));
    let fits = |set: &[CompetitionId], view: &View<'r>| {
        let ledger = of_set(set, view);
        let last = ledger.only(|entry, side| is_so(&told, entry, side)).matches.last().map(|(entry, _)| *entry);
        match (last, year) {
            (Some(entry), Some(year)) => record.is_of_year(entry, year),
            (None, None) => ledger.len() > 1,
            _ => false,
        }
    };
    let days = reader.days(out);
    let right = sets.iter().any(|set| days.iter().any(|view| fits(set, view)));
    let Some(ledger) = sets.last().map(|set| of_set(set, &out.view)) else { return };
    let since = year.map_or_else(String::new, |year| format!(" since {year}"));
    let of_what = if knock_out { " in the knock-out stage" } else { "" };
    let reading = format!("{} {told} no match or goal{of_what}{since}, at its tournaments", words::team(record, team));
    tell(passage, (first, end), Kind::Streak, reading, (right, meant.sure), &ledger, out);
}

/// "the first time Argentina had lost their opening match since 1990", "first opening defeat since Euro 2000".
fn opener_since<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let from = passage.clause_start(at);
    let noun = at + 1;
    let Some((cue, told)) = (if passage.is_any(noun, &["match", "game", "fixture"]) {
        let verb = (from.max(at.saturating_sub(3))..at)
            .find(|&verb| passage.is_any(verb, &["lost", "won", "losing", "winning"]));
        let told = verb.map(|verb| if passage.word(verb).starts_with('l') { "lost" } else { "won" });
        passage.find(from, at, &["first time", "not lost", "not won"]).map(|(cue, _)| cue).zip(told)
    } else if passage.word(at.wrapping_sub(1)) == "first" {
        match passage.word(noun) {
            "defeat" | "loss" => Some((at - 1, "lost")),
            "win" | "victory" => Some((at - 1, "won")),
            _ => None,
        }
    } else {
        None
    }) else {
        return;
    };
    let next = noun + 1;
    let next = match passage.any_phrase(next, &["at a", "of a", "at the", "in a"]) {
        Some(name) => passage.name_from(name).map_or(name, |name| name.end),
        None => next,
    };
    if passage.word(next) != "since" || is_hypothetical(passage, cue) || is_wanted(passage, cue) {
        return;
    }
    let Some((when, end)) = history::since(reader, passage, next + 1, out) else { return };
    let (Some(year), Some(own)) = (when.year, reader.tournament(out)) else { return };
    let inner = passage.names.iter().find(|name| name.first > cue && name.end <= at && name.team().is_some());
    let meant = reader.teams_about(passage, cue, out);
    let named = inner.and_then(crate::passage::Name::team);
    let Some(team) = named.or_else(|| meant.likely()) else { return };
    let record = out.record();
    let competition = record.edition(own).competition;
    let openers = Ledger::of_competitions(&out.view, team, &[competition]).openers();
    let so: Vec<&Match> =
        openers.matches.iter().filter(|(entry, side)| is_so(told, entry, *side)).map(|(entry, _)| *entry).collect();
    let denied = passage.is_any(cue, &["not"]);
    let before = so.iter().rev().find(|entry| entry.edition != own);
    let today = so.iter().any(|entry| entry.edition == own);
    let right = (today || denied) && before.is_some_and(|entry| record.is_of_year(entry, year));
    let reading = format!(
        "{} {told} the first match of the {}, as last in {year}",
        words::team(record, team),
        words::edition(record, own)
    );
    let plain = (named.is_some() || meant.sure) && today;
    tell(passage, (cue, end), Kind::FirstSince, reading, (right, plain), &openers, out);
}

/// How far a team came at an edition, smaller is further; `None` while it is still in.
fn finish(view: &View<'_>, team: TeamId, edition: EditionId) -> Option<u8> {
    let ledger = Ledger::of_edition(view, team, edition);
    let (last, side) = ledger.matches.last().copied()?;
    let won = last.winner() == Some(side);
    Some(match last.stage.as_ref()?.kind {
        StageKind::Final => 2 - u8::from(won),
        StageKind::ThirdPlace => 4 - u8::from(won),
        StageKind::SemiFinal if !won => 4,
        // Nobody whose last match was in a second group came fourth.
        StageKind::QuarterFinal if !won => 5,
        StageKind::SecondGroup if view.is_over(edition) => 5,
        StageKind::RoundOf16 if !won => 6,
        StageKind::RoundOf32 | StageKind::FirstRound if !won => 7,
        StageKind::Group if view.is_over(edition) => 7,
        _ => return None,
    })
}

/// "Belgium's best World Cup", "their best finish since 1990".
fn best<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some(own) = reader.tournament(out) else { return };
    let record = out.record();
    let competition = record.edition(own).competition;
    let mut next = at + 1;
    let mut titled = false;
    if let Some(name) = passage.name_from(next) {
        if name.competition() != Some(competition) || name.edition().is_some() {
            return;
        }
        titled = true;
        next = name.end;
    }
    if passage.is_any(next, &["finish", "performance", "showing", "placing", "result"]) {
        next += 1;
    } else if !titled {
        return;
    }
    let mut end = next;
    if let Some(last) = passage.any_phrase(end, &["at a", "in a", "at the"])
        && let Some(name) = passage.name_from(last)
        && name.competition() == Some(competition)
    {
        end = name.end;
    }
    let mut year = None;
    if passage.word(end) == "since" {
        let Some((when, last)) = history::since(reader, passage, end + 1, out) else { return };
        (year, end) = (when.year, last);
    } else if passage.is_any(end, &["yet", "ever"]) {
        end += 1;
    }
    let owned = passage.is_any(at.wrapping_sub(1), &["their", "its"]) || passage.is_possessive(at.wrapping_sub(1));
    if !owned
        || !(end >= passage.len() || passage.is_break(end))
        || is_hypothetical(passage, at)
        || is_wanted(passage, at)
        || passage.is_any(at.wrapping_sub(2), &["match", "equal", "equalled", "matched", "matching", "beat"])
    {
        return;
    }
    let first = if passage.is_possessive(at - 1) { at } else { at - 1 };
    let meant = reader.teams_about(passage, first, out);
    let Some(team) = meant.likely() else { return };
    if passage.has(end, passage.len(), &["until", "till"]) || reader.anchor.is_none() && !passage.is_possessive(at - 1)
    {
        return;
    }
    let Some(place) = finish(&out.view, team, own) else { return };
    let all = Ledger::of_competitions(&out.view, team, &[competition]).exits();
    let mut earlier: Vec<(i16, u8)> = Vec::new();
    for (entry, _) in &all.matches {
        if entry.edition == own {
            continue;
        }
        let Some(label) = record.edition(entry.edition).year() else { return };
        match finish(&out.view, team, entry.edition) {
            Some(place) => earlier.push((label, place)),
            // An edition without such stages, which may have been better.
            None if year.is_none_or(|year| label >= year) => return,
            None => {}
        }
    }
    let right = match year {
        Some(year) => {
            let since = earlier.iter().filter(|(label, _)| *label > year).all(|(_, other)| *other > place);
            since && earlier.iter().any(|(label, other)| *label == year && *other <= place)
        }
        None => earlier.iter().all(|(_, other)| *other > place),
    };
    let since = year.map_or_else(String::new, |year| format!(" since {year}"));
    let reading = format!(
        "{}: the best finish at the {}{since} was at the {}",
        words::team(record, team),
        words::competition(record, competition),
        words::edition(record, own)
    );
    tell(passage, (meant.first.min(first), end), Kind::Record, reading, (right, meant.sure), &all, out);
}

/// "the sides met in the 1998 semi-final": the two named last, or those of the match.
fn met_at<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    if !passage.is_any(at + 1, &["in", "at"]) || is_hypothetical(passage, at) {
        return;
    }
    let mut next = skip(passage, at + 2, &["the", "a"]);
    let mut edition = None;
    let mut year = None;
    let mut competition = None;
    let mut stage = None;
    while next < at + 9 {
        if let Some(told) = reader.year_at(passage, next) {
            year = Some(told);
            next += 1;
        } else if let Some(name) = passage.name_from(next) {
            if let Some(id) = name.edition() {
                edition = Some(id);
            } else if let Some(id) = name.competition() {
                competition = Some(id);
            } else {
                break;
            }
            next = name.end;
        } else if let Some((kind, end)) = stage_at(passage, next) {
            stage = Some(kind);
            next = skip(passage, end, &["stage", "stages"]);
        } else if passage.is_any(next, &["of", "at", "in", "the"]) && stage.is_some() {
            next += 1;
        } else {
            break;
        }
    }
    let end = next;
    let Some(stage) = stage else { return };
    let editions: Vec<EditionId> = match (edition, year) {
        (Some(id), _) => vec![id],
        (None, Some(year)) => {
            let of = competition.map_or_else(|| reader.competitions(out), |id| vec![id]);
            of.into_iter().filter_map(|id| reader.edition_of(id, year, out)).collect()
        }
        _ => return,
    };
    // "of", "in" at the end belong to what follows.
    let end = if passage.is_any(end - 1, &["of", "at", "in", "the"]) { end - 1 } else { end };
    let here: Vec<TeamId> =
        passage.names.iter().filter(|name| name.end <= at).filter_map(crate::passage::Name::team).collect();
    let before = reader.passage_before(passage);
    let mut pairs: Vec<(TeamId, TeamId)> = Vec::new();
    let of_text = |teams: &[TeamId]| match *teams {
        [one, other] if one != other => Some((one, other)),
        _ => None,
    };
    let told_here = of_text(&here);
    pairs.extend(told_here);
    if here.is_empty() {
        let mut named: Vec<TeamId> =
            before.iter().flat_map(|before| &before.names).filter_map(crate::passage::Name::team).collect();
        named.dedup();
        pairs.extend(of_text(&named));
        pairs.extend(reader.anchor.map(|entry| (entry.home, entry.away)));
    }
    let record = out.record();
    let found = pairs.iter().find_map(|&(one, other)| {
        out.view
            .meetings(one, other)
            .into_iter()
            .find(|entry| editions.contains(&entry.edition) && entry.is_at(stage))
            .map(|entry| (entry, one, other))
    });
    if let Some((entry, one, other)) = found {
        let reading =
            format!("{} met {} in the {}", words::team(record, one), words::team(record, other), stage.name());
        let rows = out.match_row(entry);
        out.push(passage, (at, end), Kind::HeadToHead, reading, Judged::new(Verdict::Confirmed).showing(rows));
        return;
    }
    let ([edition], Some((one, other))) = (editions.as_slice(), told_here) else { return };
    let rows: Vec<_> = out
        .view
        .meetings(one, other)
        .into_iter()
        .filter(|entry| {
            entry.edition == *edition
                || record.edition(entry.edition).competition == record.edition(*edition).competition
        })
        .flat_map(|entry| out.match_row(entry))
        .collect();
    if rows.is_empty() {
        return;
    }
    let reading = format!(
        "{} met {} in the {} of the {}",
        words::team(record, one),
        words::team(record, other),
        stage.name(),
        words::edition(record, *edition)
    );
    let judged = Judged::new(Verdict::RecordDiffers).because("the record has them meeting at another stage or time");
    out.push(passage, (at, end), Kind::HeadToHead, reading, judged.showing(rows));
}
