//! First and n-th times told by a noun: "their first win over Germany", "a third semi-final", "the second meeting of the
//! two", with what follows the noun.

use byline_record::ask::Statement;
use byline_record::ask::Verdict;
use byline_record::ask::scope::GroundScope;
use byline_record::ask::statement::{Feat, Occurrence, Says, Subject, When};
use byline_record::{CompetitionId, EditionId, Match, StageKind, TeamId, View};

use super::about::{is_hypothetical, is_of_today, is_wanted, statement};
use super::history::{is_of_edition, since, told_of};
use super::plain::closes;
use super::progress::stage_at;
use super::{Focus, Out, Reader};
use crate::claim::Kind;
use crate::passage::Passage;

/// What a noun tells of, before it is known against whom.
enum Deed {
    Beat,
    Lose,
    Meet,
    Feat(Feat),
}

/// Nouns of one of several: with them a group is no stage that was reached.
pub(super) const ONE_OF: &[&str] = &["match", "game", "fixture", "outing", "encounter", "tie", "opponents", "clash"];

/// What a noun tells of: "first win", "second successive final".
pub(crate) fn noun<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end): (usize, usize),
    out: &mut Out<'r>,
) -> Option<usize> {
    let nth = if passage.word(at) == "first" { 1 } else { passage.ordinal(at)?.0 };
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    let mut made = statement(
        Says::Streak {
            team: None,
            kind: byline_record::ask::statement::StreakKind::Winning,
            which: byline_record::ask::statement::StreakWhich::Current,
            length: None,
        },
        reader.sex(out),
        Vec::new(),
    );
    let mut next = end;
    let mut competition = None;
    let mut major = false;
    let (deed, last) = loop {
        if let Some(name) = passage.name_from(next) {
            competition = Some(name.competition()?);
            next = name.end;
            continue;
        }
        if let Some((stage, end)) = stage_at(passage, next) {
            // "Their second Group A match" is one of a group.
            let letter = usize::from(passage.word(end).len() == 1);
            if passage.is_any(end, &["win", "victory", "defeat", "loss", "success"])
                || passage.is_any(end + letter, ONE_OF)
            {
                return None;
            }
            let competition = competition.or(own).filter(|_| !major)?;
            break (Deed::Feat(Feat::ReachStage(competition, stage)), end);
        }
        match passage.word(next) {
            "successive" | "straight" | "consecutive" => {
                return super::streaks::successive(reader, passage, foci, (at, next + 1, nth), out);
            }
            "competitive" => made.scope.competitive_only = true,
            "major" => major = true,
            "continental" => competition = Some(reader.european_championship(out)?),
            "home" => made.scope.ground = GroundScope::Home,
            "away" => made.scope.ground = GroundScope::Away,
            "knockout" => made.scope.knock_out_only = true,
            // "Their first European Championship win": a title.
            "win" | "victory" | "success" | "triumph"
                if competition.is_some()
                    && next > 0
                    && passage.name_at(next - 1).is_some()
                    && closes(passage, next + 1) =>
            {
                return None;
            }
            "win" | "victory" | "success" | "triumph" | "wins" => break (Deed::Beat, next + 1),
            "defeat" | "loss" => break (Deed::Lose, next + 1),
            "meeting" => break (Deed::Meet, next + 1),
            "shoot" if passage.word(next + 1) == "out" => {
                let noun = next + 2;
                let feat = match passage.word(noun) {
                    "win" | "victory" | "success" | "triumph" => Feat::WinShootOut,
                    "defeat" | "loss" => Feat::LoseShootOut,
                    _ => return None,
                };
                break (Deed::Feat(feat), noun + 1);
            }
            "shootout" => {
                let feat = match passage.word(next + 1) {
                    "win" | "victory" | "success" | "triumph" => Feat::WinShootOut,
                    "defeat" | "loss" => Feat::LoseShootOut,
                    _ => return None,
                };
                break (Deed::Feat(feat), next + 2);
            }
            _ => return None,
        }
        next += 1;
    };
    let mut first = at;
    let owned = passage.is_any(at.wrapping_sub(1), &["their", "its", "a", "only", "the"]);
    if owned {
        first -= 1;
    }
    if passage.is_any(at.wrapping_sub(1), &["only"]) {
        return None;
    }
    let meant = if passage.is_possessive(at.wrapping_sub(1)) {
        reader.teams_before(passage, at, out)
    } else {
        reader.teams_about(passage, first, out)
    };
    let first = meant.first.min(first);
    if is_hypothetical(passage, first) || is_wanted(passage, first) {
        return None;
    }
    let Tail { owner, opponent, competitions, edition, competitive, since, end: last } =
        tail(reader, passage, last, out)?;
    made.scope.edition = edition;
    made.scope.competitive_only |= competitive;
    let pair = reader.anchor.filter(|_| matches!(deed, Deed::Meet) && opponent.is_none() && is_of_today(reader, foci));
    let team = owner.or_else(|| pair.map(|entry| entry.home)).or_else(|| meant.likely())?;
    let opponent = opponent.or_else(|| pair.map(|entry| entry.away));
    made.scope.competitions = competition.map_or(competitions, |id| vec![id]);
    if major {
        made.scope.competitions =
            [reader.world_cup(out), reader.european_championship(out)].into_iter().flatten().collect();
    }
    let feat = match deed {
        Deed::Beat => Feat::Beat(opponent),
        Deed::Lose => Feat::LoseTo(opponent),
        Deed::Meet => Feat::Meet(opponent?),
        Deed::Feat(feat) => {
            if is_of_edition(&feat).is_some() {
                made.scope.competitions.clear();
            }
            feat
        }
    };
    let occurrence = match nth {
        1 => Occurrence::First,
        other => Occurrence::Nth(u16::try_from(other).ok()?),
    };
    if since.is_some() && occurrence != Occurrence::First {
        return None;
    }
    made.says = Says::Occasion {
        feat: feat.clone(),
        whose: Some(Subject::Team(team)),
        occurrence,
        when: When::default(),
        since: since.map(|when| (None, when)),
        prospective: false,
    };
    // Which time it was has to be one of the matches told of.
    let ways: Vec<(Statement, View<'r>)> = told_of(reader, foci)
        .iter()
        .filter(|focus| happened_in(&feat, team, focus.entry, out))
        .filter_map(|focus| {
            let mut made = made.clone();
            let Says::Occasion { when, .. } = &mut made.says else { return None };
            match is_of_edition(&feat) {
                Some(id) if id == out.record().edition(focus.entry.edition).competition => {
                    when.edition = Some(focus.entry.edition);
                }
                Some(_) => return None,
                None => when.date = Some(focus.entry.date),
            }
            Some((made, out.view))
        })
        .collect();
    if ways.is_empty() {
        return None;
    }
    let plain = (meant.sure || owner.is_some() || pair.is_some()) && is_of_today(reader, foci);
    let kind = match feat {
        Feat::Meet(_) => Kind::HeadToHead,
        Feat::Beat(None) | Feat::LoseTo(None) | Feat::WinShootOut | Feat::LoseShootOut if nth > 1 => Kind::Tally,
        _ => Kind::FirstSince,
    };
    let verdict = out.decide(passage, (first, last), kind, &ways, &[], plain);
    verdict.filter(|verdict| *verdict != Verdict::NotRead).map(|_| last).or(Some(last))
}

/// Whether a match is one in which the team did it, as far as one match tells.
fn happened_in(feat: &Feat, team: TeamId, entry: &Match, out: &Out<'_>) -> bool {
    let Some(side) = out.side(entry, team) else { return false };
    match feat {
        Feat::Beat(_) => entry.winner_in_play() == Some(side),
        Feat::LoseTo(_) => entry.winner_in_play() == Some(side.other()),
        Feat::WinShootOut => entry.score.shoot_out.is_some() && entry.winner() == Some(side),
        Feat::LoseShootOut => entry.score.shoot_out.is_some() && entry.winner() == Some(side.other()),
        Feat::ReachStage(_, stage) => {
            let kind = entry.stage.as_ref().map(|stage| stage.kind);
            // The match that took it there, or the match itself.
            kind.is_some_and(|kind| kind.is_knock_out() && kind <= *stage && kind != StageKind::ThirdPlace)
        }
        Feat::Meet(other) => out.side(entry, *other).is_some(),
        _ => false,
    }
}

/// What follows the noun: against whom, at which competitions, since when.
pub(crate) struct Tail {
    /// "of Saudi Arabia".
    pub(crate) owner: Option<TeamId>,
    pub(crate) opponent: Option<TeamId>,
    pub(crate) competitions: Vec<CompetitionId>,
    pub(crate) edition: Option<EditionId>,
    pub(crate) competitive: bool,
    pub(crate) since: Option<When>,
    pub(crate) end: usize,
}

pub(crate) fn tail(reader: &Reader<'_, '_>, passage: &Passage, from: usize, out: &Out<'_>) -> Option<Tail> {
    let mut tail = Tail {
        owner: None,
        opponent: None,
        competitions: Vec::new(),
        edition: None,
        competitive: false,
        since: None,
        end: from,
    };
    let mut next = from;
    loop {
        if let Some(end) = passage.any_phrase(
            next,
            &[
                "of the tournament",
                "of the finals",
                "of the competition",
                "of the campaign",
                "of this tournament",
                "at this tournament",
            ],
        ) {
            tail.edition = Some(reader.tournament(out)?);
            next = end;
        } else if let Some(end) = passage.any_phrase(
            next,
            &[
                "in a competitive match",
                "in a competitive game",
                "in a competitive international",
                "in competitive football",
            ],
        ) {
            tail.competitive = true;
            next = end;
        } else if passage.is_any(next, &["over", "against", "with", "to", "by", "of", "for"]) {
            let name = if passage.word(next + 1) == "the" { next + 2 } else { next + 1 };
            let Some(team) = passage.name_from(name).and_then(crate::passage::Name::team) else { break };
            if passage.is_any(next, &["of", "for"]) {
                tail.owner = Some(team);
            } else {
                tail.opponent = Some(team);
            }
            next = passage.name_from(name).map_or(name, |name| name.end);
        } else if passage.is_any(next, &["at", "in"]) {
            let noun = if passage.is_any(next + 1, &["a", "the", "any"]) { next + 2 } else { next + 1 };
            if let Some(end) = passage.any_phrase(
                noun,
                &[
                    "major tournament",
                    "major finals",
                    "major championship",
                    "finals",
                    "major competition",
                    "tournament",
                ],
            ) {
                let major = passage.word(noun) == "major";
                tail.competitions = if major {
                    [reader.world_cup(out), reader.european_championship(out)].into_iter().flatten().collect()
                } else {
                    vec![out.record().edition(reader.tournament(out)?).competition]
                };
                next = end;
            } else if let Some(name) = passage.name_from(noun)
                && let Some(competition) = name.competition()
            {
                tail.competitions = vec![competition];
                next = name.end;
                if passage.is_any(next, &["match", "game", "finals"]) {
                    next += 1;
                }
            } else {
                break;
            }
        } else if passage.word(next) == "since" {
            let (when, end) = since(reader, passage, next + 1, out)?;
            tail.since = Some(when);
            next = end;
        } else {
            break;
        }
    }
    // What follows may narrow it: then it was not understood.
    if !closes(passage, next) {
        return None;
    }
    tail.end = next;
    Some(tail)
}
