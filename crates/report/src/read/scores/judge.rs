//! Holds a score against the matches it can mean.

use byline_record::ask::{Verdict, words};
use byline_record::{Goals, Match, MatchId, Side, StageKind, TeamId};

use super::clause::is_only_opponent;
use super::words::Went;
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};
use crate::read::against::is_at_another;
use crate::read::fit::{is_score, seen_from};
use crate::read::stages::is_called;
use crate::read::{Focus, Judged, Out, Reader, focus, stage_words};
use crate::timeline::Timeline;

/// Two teams, as far as the words name them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pair {
    pub(super) team: Option<TeamId>,
    pub(super) opponent: Option<TeamId>,
}

/// A score with what was told of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// Its tokens, with the words that belong to it.
    pub(super) span: (usize, usize),
    pub(super) pair: Pair,
    /// Goals of the team spoken of, then of the other.
    pub(super) goals: (u8, u8),
    /// How it went for the team spoken of, if that is told.
    pub(super) went: Option<Went>,
    /// Whether the words say that it is the score at the end.
    pub(super) at_the_end: bool,
}

/// A match with the side of the team spoken of.
pub(super) type Sided<'r> = (&'r Match, Option<Side>);

/// How near to a score such words stand that say it is of another match than the report's, in tokens.
const BESIDE: usize = 8;

/// Words of matches the record may not have.
const OTHER_FOOTBALL: &[&str] = &[
    "friendly",
    "friendlies",
    "qualifying",
    "qualifier",
    "qualifiers",
    "qualification",
    "nations league",
    "warm up",
    "olympic",
    "olympics",
    "confederations",
    "under 21",
    "aggregate",
    "copa",
    "gold cup",
    "asian cup",
    "africa cup",
    "cup of nations",
    "last month",
    "last week",
    "last year",
    "last season",
    "earlier this year",
    "month later",
    "months later",
    "months earlier",
    "months before",
    "months after",
    "in january",
    "in february",
    "in march",
    "in april",
    "in september",
    "in october",
    "in november",
    "in the autumn",
    "in the spring",
    "behind closed doors",
    "league",
    "club",
    "wimbledon",
    "tennis",
    "hockey",
];

/// Words by which a score is of the past, whenever that was.
const PAST: &[&str] = &["had", "once", "when"];

/// Words of ties that decide who qualifies, and of some of the finals.
const PLAY_OFFS: &[&str] = &["play off", "playoff", "play offs", "playoffs"];

/// Whether a passage has any word of football the record does not have, or of play-offs.
pub(crate) fn names_other_football(passage: &Passage) -> bool {
    [OTHER_FOOTBALL, PLAY_OFFS].into_iter().any(|words| passage.has(0, passage.len(), words))
}

/// Whether words from a token to another may be of matches the record does not have, or not of the finals; `found` are the
/// matches they would be of.
pub(super) fn is_of_other_football(
    passage: &Passage,
    (from, to): (usize, usize),
    found: &[Sided<'_>],
    out: &Out<'_>,
) -> bool {
    // "Saturday's play-off for third place", "a play-off in Basle" after a group.
    let of_finals = || {
        passage.has(0, passage.len(), &["third place", "third"])
            || found.iter().any(|(entry, _)| out.line(entry).contains("play-off"))
    };
    focus::tells(passage, (from, to), OTHER_FOOTBALL) || passage.has(from, to, PLAY_OFFS) && !of_finals()
}

fn in_order(found: &mut Vec<Sided<'_>>) {
    found.sort_by_key(|(entry, _)| entry.id);
    found.dedup_by_key(|(entry, _)| entry.id);
}

/// The matches a pair can mean among those in question, each with the side of the team spoken of.
pub(super) fn matches<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    pair: Pair,
    foci: &[Focus<'r>],
    out: &Out<'r>,
) -> Vec<Sided<'r>> {
    let sides = |entry: &'r Match| -> Option<Sided<'r>> {
        match (pair.team, pair.opponent) {
            (Some(team), Some(opponent)) => {
                let side = out.side(entry, team)?;
                (out.side(entry, opponent) == Some(side.other())).then_some((entry, Some(side)))
            }
            (Some(team), None) => Some((entry, Some(out.side(entry, team)?))),
            (None, Some(opponent)) => {
                let side = out.side(entry, opponent)?.other();
                let own = reader.anchor.is_some_and(|anchor| anchor.id == entry.id);
                // "They edged Australia and drew with Peru": of neither against the other.
                let is_it = |team| out.side(entry, team) == Some(side);
                (own || !is_only_opponent(passage, &is_it)).then_some((entry, Some(side)))
            }
            (None, None) => Some((entry, None)),
        }
    };
    // Of nobody in particular only where one match is spoken of, or the report's own.
    let nobody = pair.team.is_none() && pair.opponent.is_none() && foci.len() > 1;
    let spoken_of = |focus: &&Focus<'r>| !nobody || focus.is_anchor || reader.anchor.is_some();
    let mut found: Vec<_> = foci.iter().filter(spoken_of).filter_map(|focus| sides(focus.entry)).collect();
    if let (Some(team), Some(opponent), true) = (pair.team, pair.opponent, found.is_empty()) {
        let dated = focus::years(passage, out, reader.this_year(out));
        let hosted = reader.hosted_in(passage, out);
        let others = out.view.meetings(team, opponent).into_iter().filter(|entry| match dated.as_slice() {
            _ if !hosted.is_empty() => hosted.contains(&entry.edition),
            [] => reader.editions.contains(&entry.edition) || (reader.anchor.is_none() && focus::near(out, entry)),
            years => years.iter().any(|&year| out.record().is_of_year(entry, year)),
        });
        found.extend(others.filter_map(sides));
    }
    in_order(&mut found);
    found
}

/// Adds the matches of the report's own teams against the one that is named.
fn with_own<'r>(reader: &Reader<'_, 'r>, told: &Told, found: &mut Vec<Sided<'r>>, out: &Out<'r>) {
    let fits = |&(entry, _): &Sided<'r>| entry.score.end.is_some_and(|end| is_score(end, told.goals.0, told.goals.1));
    match (told.pair.team, told.pair.opponent) {
        (None, Some(opponent)) if !found.iter().any(fits) => {
            found.extend(reader.with_own_teams(Some(opponent), out));
        }
        // "Croatia were held 0-0": one side named, the other is the report's own.
        (Some(team), None) if found.is_empty() => {
            let own = reader.with_own_teams(Some(team), out);
            found.extend(own.into_iter().map(|(entry, side)| (entry, side.map(Side::other))));
        }
        _ => {}
    }
    in_order(found);
}

/// The words of a score, read of a match.
fn reading(told: &Told, entry: &Match, out: &Out<'_>) -> String {
    let record = out.record();
    let Pair { team, opponent } = told.pair;
    let side = team
        .and_then(|team| out.side(entry, team))
        .or_else(|| opponent.and_then(|team| out.side(entry, team)).map(Side::other));
    // Of nobody in particular the goals are given as the words give them.
    let is_away = || entry.score.end.is_some_and(|end| seen_from(end, Side::Away) == told.goals);
    let side = side.unwrap_or_else(|| if is_away() { Side::Away } else { Side::Home });
    let (one, other) = (entry.team(side), entry.team(side.other()));
    let (one, other) = (words::team(record, team.unwrap_or(one)), words::team(record, opponent.unwrap_or(other)));
    // "A 4-0 disaster against Argentina": where it is not told how it went, the goals are given as they were.
    let unordered = told.went.is_none() && team.is_none();
    let (high, low) = told.goals;
    let turned = unordered && entry.score.end.is_some_and(|end| seen_from(end, side) == (low, high));
    let (high, low) = if turned { (low, high) } else { (high, low) };
    format!("{one} {high}-{low} {other}")
}

const AFTER_NINETY: &str = " after ninety minutes";
/// "Won 4-3" of a match that was won in a shoot-out.
const IN_SHOOT_OUT: &str = " in the shoot-out";

/// Says that a match ended so, `when` it was not at the end.
fn confirm(passage: &Passage, told: &Told, entry: &Match, when: &str, out: &mut Out<'_>) {
    // "Held France 2-1" is no draw, whatever a match ended like.
    if told.went == Some(Went::Drew) && told.goals.0 != told.goals.1 && when != IN_SHOOT_OUT {
        return;
    }
    let text = format!("{}{when}", reading(told, entry, out));
    let judged = Judged::new(Verdict::Confirmed).showing(out.match_row(entry));
    let judged = if when == AFTER_NINETY { judged.because("the score after ninety minutes") } else { judged };
    let (kind, topic) = if when == IN_SHOOT_OUT {
        (Kind::ShootOut, Topic::ShootOut(entry.id))
    } else {
        (Kind::Score, Topic::Match(entry.id))
    };
    out.push(passage, told.span, kind, text, judged.about(topic));
}

/// The played matches a score can mean.
fn candidates<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    told: &Told,
    foci: &[Focus<'r>],
    out: &Out<'r>,
) -> Vec<Sided<'r>> {
    let mut found = matches(reader, passage, told.pair, foci, out);
    // "Secured for their counterparts over Italy in 1966": of another year, and of others than the report's own teams.
    let today = reader.this_year(out);
    let root = |team: TeamId| out.record().root(team);
    let is_own = |team: TeamId| out.own.iter().any(|&own| root(own) == root(team));
    let others = (told.span.1..passage.clause_end(told.span.1)).any(|at| {
        let other = passage.is_any(at, &["over", "against"]).then(|| passage.name_with_article(at + 1)).flatten();
        other.and_then(Name::team).is_some_and(|team| !is_own(team))
    });
    if !others || focus::years(passage, out, today).iter().all(|&year| Some(year) == today) {
        with_own(reader, told, &mut found, out);
    }
    // "In Qatar they lost 2-1 to France": at the tournament held there.
    let hosted = reader.hosted_in(passage, out);
    if !hosted.is_empty() {
        if let (None, Some(opponent)) = (told.pair.team, told.pair.opponent) {
            let own = out.own.iter().flat_map(|&team| out.view.meetings(team, opponent));
            found.extend(own.filter_map(|entry| Some((entry, Some(out.side(entry, opponent)?.other())))));
            in_order(&mut found);
        }
        found.retain(|(entry, _)| hosted.contains(&entry.edition));
    }
    found.retain(|(entry, _)| entry.is_played());
    if found.is_empty() {
        found.extend(of_these_days(reader, told, out));
        found.extend(of_hero(reader, told, out));
    }
    match of_stage_told(passage, told, &found, out) {
        Some(of_stage) => vec![of_stage],
        None => found,
    }
}

/// The stage named right behind a score: "lost to them 1-0 in the group".
fn stage_behind(passage: &Passage, end: usize) -> Option<StageKind> {
    let link = passage.any_phrase(end, &["in the", "in their", "at the"])?;
    let group = || passage.is_any(link, &["group"]).then_some(StageKind::Group);
    stage_words(passage, link).map(|(stage, _)| stage).or_else(group)
}

/// Whether the stage named right behind a score is that of a match.
fn is_of_stage_behind(passage: &Passage, end: usize, entry: &Match) -> bool {
    let own = entry.stage.as_ref().map(|stage| stage.kind);
    stage_behind(passage, end).zip(own).is_some_and(|(said, own)| is_called(own, said))
}

/// "Had lost to them 1-0 in the group": the match at the stage named behind a score, of those found or of the same two teams
/// at the same tournament.
fn of_stage_told<'r>(passage: &Passage, told: &Told, found: &[Sided<'r>], out: &Out<'r>) -> Option<Sided<'r>> {
    let end = told.span.1;
    stage_behind(passage, end)?;
    let mut of_it = found.iter().filter(|(entry, _)| is_of_stage_behind(passage, end, entry));
    if let Some(&only) = of_it.next() {
        return of_it.next().is_none().then_some(only);
    }
    let &[(entry, side)] = found else { return None };
    let other = met_at_stage_behind(passage, end, entry, out)?;
    Some((other, side.and_then(|side| out.side(other, entry.team(side)))))
}

/// The match of the two teams of another, at its tournament, that was of the stage named right behind a score.
pub(super) fn met_at_stage_behind<'r>(
    passage: &Passage,
    end: usize,
    entry: &Match,
    out: &Out<'r>,
) -> Option<&'r Match> {
    let mut met =
        out.view.meetings(entry.home, entry.away).into_iter().filter(|other| {
            other.edition == entry.edition && other.is_played() && is_of_stage_behind(passage, end, other)
        });
    met.next().filter(|_| met.next().is_none())
}

/// "His pair put out Northern Ireland, 4-0" of somebody's portrait: the matches of his team in which he scored, against the
/// one named.
fn of_hero<'r>(reader: &Reader<'_, 'r>, told: &Told, out: &Out<'r>) -> Vec<Sided<'r>> {
    let Some(opponent) = told.pair.opponent.filter(|_| reader.anchor.is_none() && told.went.is_some()) else {
        return Vec::new();
    };
    let Some(hero) = crate::read::counts::hero(reader) else { return Vec::new() };
    let scored = reader.index.scored(hero).iter().filter_map(|&id| out.view.get(id));
    scored
        .filter_map(|entry| {
            let side = out.side(entry, opponent)?.other();
            (out.side_of_person(entry, hero) == Some(side)).then_some((entry, Some(side)))
        })
        .collect()
}

/// "Russia won 6-1" of a round-up: the match of a team in the last days, at a tournament told of.
fn of_these_days<'r>(reader: &Reader<'_, 'r>, told: &Told, out: &Out<'r>) -> Option<Sided<'r>> {
    let team =
        told.pair.team.filter(|_| told.pair.opponent.is_none() && told.went.is_some_and(|went| went != Went::Drew))?;
    let mut all = out.view.matches_of(team).filter(|entry| entry.is_played() && is_of_last_days(reader, entry, out));
    let entry = all.next().filter(|_| all.next().is_none())?;
    Some((entry, Some(out.side(entry, team)?)))
}

/// Whether a match was of yesterday or today, at a tournament told of in a report of no one match.
fn is_of_last_days(reader: &Reader<'_, '_>, entry: &Match, out: &Out<'_>) -> bool {
    let today = out.view.as_of();
    reader.anchor.is_none()
        && today != jiff::civil::Date::MAX
        && reader.editions.contains(&entry.edition)
        && (0..=1).contains(&(today - entry.date).get_days())
}

/// Confirms a score if it fits one of the matches found. Gives back whether it does.
fn confirm_one(passage: &Passage, told: &Told, found: &[Sided<'_>], out: &mut Out<'_>) -> bool {
    let ordered = told.went.is_some() || told.pair.team.is_some();
    let fits = |side: Option<Side>, goals: Goals| match side {
        Some(side) if ordered => seen_from(goals, side) == told.goals,
        _ => is_score(goals, told.goals.0, told.goals.1),
    };
    let after_ninety = |entry: &Match| entry.score.full_time.filter(|_| entry.score.extra_time.is_some());
    let of_kicks = |entry: &Match| entry.score.shoot_out.and_then(|decided| decided.score);
    type Scores<'a> = &'a dyn Fn(&Match) -> Option<Goals>;
    let ways: [(Scores<'_>, &str); 3] =
        [(&|entry| entry.score.end, ""), (&after_ninety, AFTER_NINETY), (&of_kicks, IN_SHOOT_OUT)];
    for (goals, when) in ways {
        let right = found.iter().find(|(entry, side)| goals(entry).is_some_and(|goals| fits(*side, goals)));
        if let Some(&(entry, _)) = right {
            confirm(passage, told, entry, when, out);
            return true;
        }
    }
    false
}

/// Confirms a score of a team that is not surely the one spoken of. Gives back whether it fits a match.
pub(super) fn confirmed<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    told: &Told,
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) -> bool {
    let foci: Vec<Focus<'r>> = foci.iter().filter(|focus| !focus.loose).copied().collect();
    let found = candidates(reader, passage, told, &foci, out);
    confirm_one(passage, told, &found, out)
}

/// Whether a score is one that shoot-outs end with and matches do not: eleven to ten, six to five.
const fn is_of_sudden_death((one, other): (u8, u8)) -> bool {
    one.abs_diff(other) == 1 && one.saturating_add(other) >= 9
}

/// "Had thrashed Ecuador 3-0 in the last 16": the match of one of the report's own teams at the stage named behind a
/// score, which ended so against somebody else.
fn with_another<'r>(reader: &Reader<'_, 'r>, passage: &Passage, told: &Told, out: &Out<'r>) -> Option<&'r Match> {
    let (team, opponent) = (told.pair.team?, told.pair.opponent?);
    let edition = reader.edition.filter(|_| told.went.is_some() && passage.quote.is_none())?;
    let link = passage.any_phrase(told.span.1, &["in the", "in their", "at the"])?;
    let (stage, _) = stage_words(passage, link).filter(|(stage, _)| stage.is_knock_out())?;
    let own_year = out.record().edition(edition).year();
    let years = focus::years(passage, out, reader.this_year(out));
    if !out.own.contains(&team) || years.iter().any(|&year| Some(year) != own_year) {
        return None;
    }
    let met = |entry: &&Match| out.side(entry, opponent).is_some();
    let of_edition = || out.view.matches_of(team).filter(|entry| entry.edition == edition);
    if of_edition().any(|entry| met(&entry)) {
        return None;
    }
    of_edition().find(|entry| {
        entry.is_at(stage)
            && out.side(entry, team).zip(entry.score.end).is_some_and(|(side, end)| seen_from(end, side) == told.goals)
    })
}

/// "Went out 3-1 in the semi-final", "lost 2-0 in the 1998 final": the match of a team at the stage named behind a score.
fn at_stage<'r>(reader: &Reader<'_, 'r>, passage: &Passage, told: &Told, out: &Out<'r>) -> Option<Sided<'r>> {
    let team = told.pair.team.filter(|_| told.pair.opponent.is_none() && told.went.is_some())?;
    let mut next = passage.any_phrase(told.span.1, &["in the", "in their", "at the"])?;
    let dated = reader.year_at(passage, next);
    next += usize::from(dated.is_some());
    let (stage, _) = stage_words(passage, next).filter(|(stage, _)| stage.is_knock_out())?;
    let editions = match dated {
        Some(year) => reader.competitions(out).into_iter().filter_map(|id| reader.edition_of(id, year, out)).collect(),
        None => {
            reader.editions_recalled(passage, None, out).unwrap_or_else(|| reader.tournament(out).into_iter().collect())
        }
    };
    let of_stage = |entry: &&Match| {
        editions.contains(&entry.edition) && entry.is_played() && crate::read::stages::is_of(entry, stage)
    };
    let line = out.record().lineage(team);
    let mut found = line.iter().flat_map(|&team| out.view.matches_of(team)).filter(of_stage);
    let entry = found.next().filter(|_| found.next().is_none())?;
    Some((entry, Some(out.side(entry, team)?)))
}

/// Contradicts the score of the one match of a team at a stage, if it went as the words say and ended otherwise.
fn not_at_stage<'r>(reader: &Reader<'_, 'r>, passage: &Passage, told: &Told, out: &mut Out<'r>) -> bool {
    let Some((entry, Some(side))) = at_stage(reader, passage, told, out) else { return false };
    let Some(end) = entry.score.end else { return false };
    let went = match end.leader() {
        None => Went::Drew,
        Some(leader) if leader == side => Went::Won,
        Some(_) => Went::Lost,
    };
    let (one, other) = told.goals;
    let wrong = told.went == Some(went)
        && !is_score(end, one, other)
        && entry.score.shoot_out.is_none()
        && entry.score.full_time.is_none_or(|goals| !is_score(goals, one, other))
        && passage.quote.is_none()
        && !is_of_other_football(passage, (0, passage.len()), &[(entry, Some(side))], out);
    if wrong {
        let judged = Judged::new(Verdict::Contradicted).showing(out.match_row(entry)).about(Topic::Match(entry.id));
        out.push(passage, told.span, Kind::Score, reading(told, entry, out), judged);
    }
    wrong
}

/// The match, among some, that a day named beside a score is of: the only one of its weekday in the last week.
fn of_the_day<'r>(passage: &Passage, told: &Told, found: &[Sided<'r>], out: &Out<'r>) -> Option<&'r Match> {
    let today = out.view.as_of();
    let (first, end) = told.span;
    let near = first.saturating_sub(2)..(end + 6).min(passage.len());
    let mut days = near.filter_map(|at| {
        let capital = passage.token(at).is_some_and(|token| token.capital);
        let ahead = passage.is_any(at.wrapping_sub(1), &["next", "until", "by", "to"]);
        byline_record::ask::english::dates::weekday(passage.word(at)).filter(|_| capital && !ahead)
    });
    let day = days.next().filter(|_| days.next().is_none() && today != jiff::civil::Date::MAX)?;
    let is_it = |entry: &Match| entry.date.weekday() == day && (0..=6).contains(&(today - entry.date).get_days());
    let mut of_day = found.iter().filter(|(entry, _)| is_it(entry));
    of_day.next().filter(|_| of_day.next().is_none()).map(|(entry, _)| *entry)
}

/// "Senegal, who enjoyed a 2-0 upset of France", "following a 3-1 win over Uruguay, Denmark lead the group": whose score
/// it is, where one other team alone is named that it can be of, and its one match found went as the words say.
fn by_the_only_team<'r>(
    passage: &Passage,
    told: &Told,
    found: &[Sided<'r>],
    out: &Out<'r>,
) -> Option<(Told, Sided<'r>)> {
    const OPENS: &[&str] = &["following", "after"];
    let (Pair { team: None, opponent: Some(opponent) }, Some(went)) = (told.pair, told.went) else { return None };
    let record = out.record();
    let first = told.span.0;
    let is_other = |name: &&Name| name.team().is_some_and(|team| record.root(team) != record.root(opponent));
    let before: Vec<&Name> = passage.names.iter().filter(|name| name.end <= first).filter(is_other).collect();
    let name = match before.as_slice() {
        [] if passage.is_any(0, OPENS) && first < 6 => {
            let behind = passage.names.iter().filter(|name| name.first >= told.span.1);
            let subject = behind.filter(is_other).find(|name| passage.is_mark(name.first.wrapping_sub(1), ','))?;
            let verb = passage.token(subject.end).filter(|token| !token.capital)?;
            matches!(verb.kind, byline_record::ask::english::tokens::TokenKind::Word).then_some(subject)?
        }
        [] => return None,
        [one, others @ ..] => others.iter().all(|other| other.team() == one.team()).then_some(*one)?,
    };
    let team = name.team()?;
    if passage.is_possessive(name.end) || super::clause::is_object(passage, 0, name.first) || passage.quote.is_some() {
        return None;
    }
    let mut of = found.iter().filter(|(entry, _)| {
        let sides = out.side(entry, team).zip(out.side(entry, opponent));
        sides.is_some_and(|(side, other)| {
            let gone = match entry.winner_in_play() {
                None => Went::Drew,
                Some(winner) if winner == side => Went::Won,
                Some(_) => Went::Lost,
            };
            side != other && gone == went
        })
    });
    let &(entry, _) = of.next().filter(|_| of.next().is_none())?;
    let told = Told { pair: Pair { team: Some(team), opponent: Some(opponent) }, ..*told };
    Some((told, (entry, out.side(entry, team))))
}

/// Judges a score by the matches it can mean: one it fits is enough.
pub(super) fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    told: &Told,
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) {
    let foci: Vec<Focus<'r>> = foci.iter().filter(|focus| !focus.loose).copied().collect();
    let mut found = candidates(reader, passage, told, &foci, out);
    if confirm_one(passage, told, &found, out) {
        return;
    }
    let named;
    let told = match by_the_only_team(passage, told, &found, out) {
        Some((by, of)) => {
            found = vec![of];
            named = by;
            &named
        }
        None => told,
    };
    if let Some(entry) = with_another(reader, passage, told, out) {
        let judged = Judged::new(Verdict::Contradicted)
            .because("it ended so against somebody else")
            .showing(out.match_row(entry))
            .about(Topic::Match(entry.id));
        out.push(passage, told.span, Kind::Score, reading(told, entry, out), judged);
        return;
    }
    // Of several the one of the day that is named.
    let dated = of_the_day(passage, told, &found, out).filter(|_| told.went.is_some());
    if let Some(entry) = dated {
        found.retain(|(other, _)| other.id == entry.id);
    }
    // "That match had ended 1-1"; "they beat Brazil 7-1 on the way", of a year named before.
    if crate::read::moment::refers_back(passage) || dated.is_none() && was_so_once(reader, passage, told, &found, out) {
        return;
    }
    if not_at_stage(reader, passage, told, out) {
        return;
    }
    let of_anchor = found.iter().find(|(entry, _)| reader.anchor.is_some_and(|anchor| anchor.id == entry.id));
    let Some(&(entry, _)) = of_anchor.or(found.first()) else { return };
    if !is_pinned(reader, passage, told, &found, &foci, out) {
        return;
    }
    // "Final: France 2, Spain 0" of a piece about no one match, and no year in the sentence: of any year they ended so.
    if reader.anchor.is_none()
        && dated.is_none()
        && focus::years(passage, out, None).is_empty()
        && let (Some(team), Some(opponent)) = (told.pair.team, told.pair.opponent)
        && out.view.matches_of(team).any(|entry| {
            out.side(entry, opponent).is_some()
                && entry.score.end.is_some_and(|end| is_score(end, told.goals.0, told.goals.1))
        })
    {
        return;
    }
    // "Won the first of their games 3-1 while Portugal won the next in 2018": one of several they played.
    const NTH: &[&str] = &["first", "second", "third", "next", "last", "previous", "earlier", "other"];
    const ONE: &[&str] = &["of", "in", "one", "time", "match", "game", "meeting", "encounter", "engagement", "clash"];
    let one_of = (passage.clause_start(told.span.0)..told.span.1)
        .any(|at| passage.is_any(at, NTH) && passage.is_any(at + 1, ONE) && passage.name_at(at).is_none());
    let so = |other: &&Match| other.score.end.is_some_and(|end| is_score(end, told.goals.0, told.goals.1));
    if one_of && out.view.meetings(entry.home, entry.away).iter().any(so) {
        return;
    }
    if met_before(entry, told, out) || is_of_somebodys_team(reader, passage, told, out) {
        return;
    }
    let reversed = entry.score.end.is_some_and(|end| is_score(end, told.goals.0, told.goals.1));
    // "Led Portugal 2-0 after 18 minutes", "to turn a 1-0 defeat into a win": it stood for a while.
    const STOOD: &[&str] = &[
        "led",
        "leading",
        "lead",
        "leads",
        "trailed",
        "trailing",
        "ahead",
        "turn",
        "turned",
        "turning",
        "avoid",
        "avoided",
        "facing",
        "heading",
        "overturned",
        "overturn",
        "transformed",
    ];
    let (first, end) = told.span;
    let stood = (first.saturating_sub(5)..end).any(|at| passage.name_at(at).is_none() && passage.is_any(at, STOOD));
    if stood && Timeline::of(entry).ran_through(told.goals.0, told.goals.1) {
        return;
    }
    // The other way round, and the other team is named first: it may be the subject.
    let named_first = |name: &Name| {
        name.end <= told.span.0
            && name.team().is_some_and(|team| told.pair.team != Some(team) && out.side(entry, team).is_some())
            && !(name.end..told.span.0).any(|at| passage.is_stop(at))
    };
    if reversed && told.went.is_some() && told.pair.team.is_some() && passage.names.iter().any(named_first) {
        return;
    }
    // "Won the next two, 6-5 against England": the score of a shoot-out these teams had, whichever it was.
    let of_kicks = |entry: &Match| {
        let kicks = entry.score.shoot_out.and_then(|decided| decided.score);
        kicks.is_some_and(|kicks| is_score(kicks, told.goals.0, told.goals.1))
    };
    if found.iter().any(|(entry, _)| of_kicks(entry)) || is_of_sudden_death(told.goals) {
        return;
    }
    // "Had beaten Germany 5-1 in Munich": a place behind the score that is of none of them, so it may be of another match.
    let behind = told.span.1..told.span.1 + 2;
    let of_another = |at: usize| {
        found.iter().all(|(entry, _)| is_at_another(passage, at, entry, out))
            && (passage.has(0, told.span.1, PAST) || is_ground(reader, passage, at + 1))
    };
    // A year says which match it is, wherever it was.
    let dated = || {
        let years = focus::years(passage, out, reader.this_year(out));
        found.iter().any(|(entry, _)| years.contains(&entry.date.year()))
    };
    if behind.into_iter().any(of_another) && !dated() || is_of_last_meeting(passage) {
        return;
    }
    let kicks = found.iter().all(|(entry, _)| entry.score.shoot_out.is_some())
        && told.went.is_some_and(|went| went != Went::Drew);
    let judged = Judged::new(Verdict::Contradicted);
    let judged = if reversed { judged.because("the same score the other way round") } else { judged };
    let (kind, topic) =
        if kicks { (Kind::ShootOut, Topic::ShootOut(entry.id)) } else { (Kind::Score, Topic::Match(entry.id)) };
    let text = reading(told, entry, out);
    let rows = found.iter().take(2).flat_map(|(entry, _)| out.match_row(entry)).collect();
    out.push(passage, told.span, kind, text, judged.showing(rows).about(topic));
}

/// Whether words that begin at a token name a place the record knows.
fn is_ground(reader: &Reader<'_, '_>, passage: &Passage, at: usize) -> bool {
    let end = crate::read::occasion::run_end(passage, at);
    reader.names.grounds(&passage.words_between(at, end)).is_some()
}

/// "Had won 3-2 when the sides last met": in whatever match, unless words bind it to a tournament.
fn is_of_last_meeting(passage: &Passage) -> bool {
    const LAST: &[&str] = &["last met", "last meeting", "most recent meeting", "previous meeting"];
    const BOUND: &[&str] = &["tournament", "finals", "final", "world cup", "euro", "euros", "championship", "group"];
    passage.has(0, passage.len(), LAST)
        && !passage.has(0, passage.len(), BOUND)
        && passage.names.iter().all(|name| name.edition().is_none() && name.competition().is_none())
}

/// Whether a score that fits none of the matches found must be meant of one of them.
fn is_pinned<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    told: &Told,
    found: &[Sided<'r>],
    foci: &[Focus<'r>],
    out: &Out<'r>,
) -> bool {
    let (one, other) = told.goals;
    let focus_of = |id: MatchId| foci.iter().find(|focus| focus.entry.id == id);
    let anchored = |id: MatchId| focus_of(id).is_some_and(|focus| focus.is_anchor && focus.may_contradict);
    // A score without a word of its outcome may have stood for a while.
    const PARTS: &[&str] = &["half", "break", "interval", "period"];
    let ended = told.at_the_end && !passage.has(0, passage.len(), PARTS);
    if told.went.is_none() && !ended && found.iter().any(|(entry, _)| Timeline::of(entry).ran_through(one, other)) {
        return false;
    }
    let only = match *found {
        [(entry, _)] => Some(entry),
        _ => None,
    };
    let (first, end) = told.span;
    let elsewhere = is_of_other_football(passage, (first.saturating_sub(BESIDE), end + BESIDE), found, out);
    let own_match = only.is_some_and(|entry| anchored(entry.id)) && !elsewhere;
    // Of several matches of one tournament none may have ended so, whichever is meant.
    let edition = found.first().map(|(entry, _)| entry.edition);
    // Of those of other years none is meant where no year is named.
    let own = reader.tournament(out).filter(|_| reader.editions_recalled(passage, None, out).is_none());
    let of_own = || found.iter().filter(|(entry, _)| own == Some(entry.edition)).count() > 0;
    let few = found.len() <= 2 || found.iter().all(|(entry, _)| Some(entry.edition) == edition) || of_own();
    let recalled = few && !is_of_other_football(passage, (0, passage.len()), found, out);
    let reversed = found.iter().any(|(entry, _)| entry.score.end.is_some_and(|end| is_score(end, one, other)));
    // "Not since 1934, when Yugoslavia beat them 8-4": of whom it is told is not plain, nor is the football.
    if told.pair.team.is_none() || told.pair.opponent.is_none() {
        let from = told.span.0.saturating_sub(12);
        let since = (from..told.span.0).find(|&at| passage.is_any(at, &["since"]));
        if since.is_some_and(|at| (at..told.span.0).any(|at| reader.year_at(passage, at).is_some())) {
            return false;
        }
    }
    // "It finished 2-1 to the hosts, who meet Spain": no other match is meant, whoever is named.
    const IT: &[&str] =
        &["it finished", "it ended", "it had finished", "it had ended", "the match finished", "the game finished"];
    let it_ended = passage.any_phrase(first.saturating_sub(2), IT) == Some(first)
        || first > 2 && passage.any_phrase(first - 3, IT) == Some(first);
    let pinned = match (told.pair.team, told.pair.opponent) {
        // "Austria beat them 6-1 in a friendly in March"
        (Some(_), Some(_)) => only.is_some() && !elsewhere || (recalled && !reversed),
        // "A clash between two sides whose 1-1 draw leaves both within sight of …"
        (None, None) if passage.has(first.saturating_sub(4), first, &["whose"]) => false,
        (None, None) => {
            own_match
                && (foci.len() == 1 || it_ended)
                && match told.went {
                    None => true,
                    Some(Went::Drew) => only.is_some_and(|entry| entry.winner_in_play().is_none()),
                    Some(_) => recalled && !reversed && passage.quote.is_none(),
                }
        }
        _ => {
            let bounded = reader.edition.is_some()
                || is_of_these_days(reader, passage, found, out)
                || told.went.is_some() && told.pair.team.is_some() && is_of_years(reader, passage, found, out);
            own_match || (recalled && !reversed && passage.quote.is_none() && bounded)
        }
    };
    // "It finished 1-1": no other match is meant.
    let at_the_end = own_match && told.at_the_end && (foci.len() == 1 || it_ended);
    // "Had lost to them 2-0 in the group": not that of the final.
    let of_stage = told.went.is_some() && only.is_some_and(|entry| is_of_stage_behind(passage, end, entry));
    let of_the_day = told.went.is_some() && found.len() == 1 && of_the_day(passage, told, found, out).is_some();
    // "Israel's men lost 3-0 to the Germans": who is named right before the verb is nobody else.
    let beside = told.went.is_some()
        && told.pair.opponent.is_some()
        && only.is_some()
        && super::results::is_beside(passage, told.pair.team, first)
        && !met_so(told, found, out);
    pinned
        && (at_the_end
            || of_the_day
            || of_stage
            || beside
            || !ended_elsewhere(reader, passage, told, (found, own_match), out))
}

/// Whether a report of no one match tells of matches of the one year its paragraph has named.
fn is_of_years(reader: &Reader<'_, '_>, passage: &Passage, found: &[Sided<'_>], out: &Out<'_>) -> bool {
    let Some(first) = found.first().map(|(entry, _)| entry.edition) else { return false };
    let recalled = reader.editions_recalled(passage, None, out).unwrap_or_default();
    reader.anchor.is_none()
        && found.iter().all(|(entry, _)| entry.edition == first)
        && recalled.contains(&first)
        && recalled.iter().all(|&id| out.record().edition(id).year() == out.record().edition(first).year())
}

/// Whether a report of no one match tells of one of the last two days, in a paragraph that names no other year.
fn is_of_these_days(reader: &Reader<'_, '_>, passage: &Passage, found: &[Sided<'_>], out: &Out<'_>) -> bool {
    let years = focus::years(passage, out, reader.this_year(out));
    reader.anchor.is_none()
        && found.iter().all(|(entry, _)| is_of_last_days(reader, entry, out))
        && years.into_iter().all(|year| Some(year) == reader.this_year(out))
        && reader.editions_recalled(passage, None, out).is_none()
}

/// Whether two teams met at another tournament in a match that ended as told, where nothing says which is meant.
fn was_so_once(reader: &Reader<'_, '_>, passage: &Passage, told: &Told, found: &[Sided<'_>], out: &Out<'_>) -> bool {
    let Some(opponent) = told.pair.opponent else { return false };
    let teams: Vec<TeamId> = told.pair.team.map_or_else(|| out.own.clone(), |team| vec![team]);
    let own = found.iter().any(|(entry, _)| Some(entry.edition) == reader.edition);
    let so = |team: TeamId, entry: &Match| {
        let end = out.side(entry, team).zip(entry.score.end);
        end.is_some_and(|(side, end)| seen_from(end, side) == told.goals)
    };
    !own && focus::years(passage, out, None).is_empty()
        && teams.iter().any(|&team| out.view.meetings(team, opponent).into_iter().any(|entry| so(team, entry)))
}

/// Whether the two teams met once more at the tournament of the match found, and that ended with the score.
fn met_so(told: &Told, found: &[Sided<'_>], out: &Out<'_>) -> bool {
    let (Some(team), Some(opponent)) = (told.pair.team, told.pair.opponent) else { return false };
    out.view.meetings(team, opponent).into_iter().any(|entry| {
        found.iter().any(|(found, _)| found.edition == entry.edition && found.id != entry.id)
            && entry.score.end.is_some_and(|end| is_score(end, told.goals.0, told.goals.1))
    })
}

/// "Held them 1-1 on the opening Sunday": whether the two sides of a match had met at its tournament before, and so.
fn met_before(entry: &Match, told: &Told, out: &Out<'_>) -> bool {
    out.view.meetings(entry.home, entry.away).into_iter().any(|other| {
        other.edition == entry.edition
            && other.date < entry.date
            && other.score.end.is_some_and(|end| is_score(end, told.goals.0, told.goals.1))
    })
}

/// "His two in the 4-3 with Italy": whether the team of somebody the passage or the report is about had the score against
/// the one team that is named.
fn is_of_somebodys_team(reader: &Reader<'_, '_>, passage: &Passage, told: &Told, out: &Out<'_>) -> bool {
    let (Pair { team: None, opponent: Some(opponent) }, None) = (told.pair, told.went) else { return false };
    let people = reader.up_to(passage).iter().flat_map(|passage| &passage.names).flat_map(Name::people);
    people.flat_map(|person| out.record().person(person).teams.iter()).any(|&team| {
        let met = out.view.meetings(team, opponent).into_iter();
        met.filter_map(|entry| entry.score.end).any(|end| is_score(end, told.goals.0, told.goals.1))
    })
}

/// Whether another match of one of the teams, at the same tournament, ended with the score.
fn ended_elsewhere<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    told: &Told,
    (found, own_match): (&[Sided<'r>], bool),
    out: &Out<'r>,
) -> bool {
    let (one, other) = told.goals;
    let is = |goals: Option<Goals>| goals.is_some_and(|goals| is_score(goals, one, other));
    let named = [told.pair.team, told.pair.opponent];
    let own = reader.anchor.map(|entry| [Some(entry.home), Some(entry.away)]);
    // With both named, it may still be another team of the passage that met the opponent.
    // "The 2-0 loss to Mexico in 2018": of the one match with them it can be.
    let only = matches!(found, [_]) && told.went.is_some();
    let both = told.pair.opponent.is_some() && (told.pair.team.is_some() || own_match || only);
    let others: Vec<TeamId> =
        own.into_iter().flatten().flatten().chain(passage.names.iter().filter_map(Name::team)).collect();
    let is_of = |entry: &Match, team: TeamId| out.side(entry, team).is_some();
    let teams = match named {
        [_, Some(_)] if both => [None, told.pair.opponent],
        [None, None] => own.unwrap_or_default(),
        named => named,
    };
    teams.into_iter().flatten().flat_map(|team| out.view.matches_of(team).map(move |entry| (team, entry))).any(
        |(team, entry)| {
            let meant = !both || others.iter().any(|&other| other != team && is_of(entry, other));
            meant
                && !found.iter().any(|(found, _)| found.id == entry.id)
                && (!own_match && reader.editions.contains(&entry.edition)
                    || found.iter().any(|(found, _)| found.edition == entry.edition))
                && (is(entry.score.end) || is(entry.score.shoot_out.and_then(|decided| decided.score)))
        },
    )
}
