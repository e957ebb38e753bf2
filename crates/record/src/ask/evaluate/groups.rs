//! Places in a group: recorded, or derived from the results where the ranking is plain.

use std::cmp::Reverse;

use crate::ask::answer::Caveat;
use crate::ask::{Evidence, Value, Verdict};
use crate::{EditionId, Match, Side, StageKind, TeamId};

use super::asked::Asked;
use super::evidence;
use super::finding::Finding;
use super::{happenings, titles, words};

/// A team's record in a group.
#[derive(Clone, Copy, Debug)]
struct Line {
    team: TeamId,
    played: u32,
    won: u32,
    drawn: u32,
    scored: i32,
    conceded: i32,
}

impl Line {
    fn points(&self, for_a_win: u32) -> u32 {
        self.won * for_a_win + self.drawn
    }

    fn rank(&self, for_a_win: u32) -> (Reverse<u32>, Reverse<i32>, Reverse<i32>) {
        (Reverse(self.points(for_a_win)), Reverse(self.scored - self.conceded), Reverse(self.scored))
    }
}

/// The order of a group and how it was come by.
struct Order {
    teams: Vec<TeamId>,
    /// For each place, whether it is certain.
    certain: Vec<bool>,
    recorded: bool,
    over: bool,
}

fn stage_matches<'r>(asked: &Asked<'r>, edition: EditionId, group: &str) -> Vec<&'r Match> {
    let label = crate::fold(group);
    let of = |kind: StageKind| -> Vec<&'r Match> {
        asked
            .view
            .matches_in(edition)
            .filter(|entry| {
                entry.stage.as_ref().is_some_and(|stage| {
                    stage.kind == kind && stage.group.as_deref().is_some_and(|is| crate::fold(is) == label)
                })
            })
            .collect()
    };
    let first = of(StageKind::Group);
    if first.is_empty() { of(StageKind::SecondGroup) } else { first }
}

/// The group a team is in.
fn group_of(asked: &Asked<'_>, team: TeamId, edition: EditionId) -> Option<Box<str>> {
    let line = asked.line(team);
    let groups = &asked.record().edition(edition).groups;
    let drawn = groups.iter().find(|(_, teams)| teams.iter().any(|team| line.contains(team)));
    drawn.map(|(label, _)| label.clone()).or_else(|| {
        line.iter().flat_map(|&team| asked.view.matches_of(team)).filter(|entry| entry.edition == edition).find_map(
            |entry| {
                let stage = entry.stage.as_ref().filter(|stage| stage.kind == StageKind::Group)?;
                stage.group.clone()
            },
        )
    })
}

fn order(asked: &Asked<'_>, edition: EditionId, group: &str) -> Option<Order> {
    let label = group.to_uppercase();
    let positions = &asked.record().edition(edition).positions;
    let known = positions.iter().map(|(is, _)| &**is).find(|is| crate::fold(is) == crate::fold(&label));
    if let Some(teams) = known.and_then(|known| asked.view.positions(edition, known)) {
        let certain = vec![true; teams.len()];
        return Some(Order { teams: teams.to_vec(), certain, recorded: true, over: true });
    }
    derived(asked, edition, group)
}

/// The order by points, goal difference and goals, with two points and with three for a win. A place is certain where
/// both agree and no other team is level.
fn derived(asked: &Asked<'_>, edition: EditionId, group: &str) -> Option<Order> {
    let matches = stage_matches(asked, edition, group);
    let mut lines: Vec<Line> = Vec::new();
    let drawn = asked.record().edition(edition).groups.iter().find(|(is, _)| crate::fold(is) == crate::fold(group));
    let fresh = |team| Line { team, played: 0, won: 0, drawn: 0, scored: 0, conceded: 0 };
    lines.extend(drawn.into_iter().flat_map(|(_, teams)| teams).map(|&team| fresh(team)));
    for entry in &matches {
        let Some(end) = entry.score.end else { continue };
        for side in Side::BOTH {
            let team = entry.team(side);
            if !lines.iter().any(|line| line.team == team) {
                lines.push(fresh(team));
            }
            let Some(line) = lines.iter_mut().find(|line| line.team == team) else { continue };
            line.played += 1;
            line.scored += i32::from(end.of(side));
            line.conceded += i32::from(end.of(side.other()));
            match end.leader() {
                None => line.drawn += 1,
                Some(leader) if leader == side => line.won += 1,
                Some(_) => {}
            }
        }
    }
    if matches.is_empty() {
        return None;
    }
    lines.sort_by_key(|line| line.rank(3));
    let mut by_two = lines.clone();
    by_two.sort_by_key(|line| line.rank(2));
    let certain = lines
        .iter()
        .zip(&by_two)
        .map(|(three, two)| {
            let level = lines.iter().any(|other| other.team != three.team && other.rank(3) == three.rank(3));
            three.team == two.team && !level
        })
        .collect();
    let rounds = u32::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
    let over = asked.view.is_over(edition) || lines.iter().all(|line| line.played >= rounds);
    Some(Order { teams: lines.iter().map(|line| line.team).collect(), certain, recorded: false, over })
}

/// A place in a group, said or asked for.
pub(super) fn position(
    asked: &Asked<'_>,
    team: Option<TeamId>,
    edition: Option<EditionId>,
    group: Option<&str>,
    position: Option<u8>,
) -> Finding {
    let record = asked.record();
    let who = team.map_or_else(|| "which team".to_owned(), |team| words::team(record, team));
    let place = position.map_or_else(|| "in which place".to_owned(), |place| words::ordinal(u32::from(place)));
    let edition = edition.or(asked.scope.edition).or_else(|| latest_edition(asked, team));
    let at = edition.map_or_else(String::new, |id| format!(", {}", words::edition(record, id)));
    let of_group = group.map_or_else(String::new, |label| format!(" in group {}", label.to_uppercase()));
    let reading = format!("{who} {place}{of_group}{at}");
    let label = group.map(Into::into).or_else(|| group_of(asked, team?, edition?));
    let found = edition.zip(label).and_then(|(edition, label)| Some((edition, order(asked, edition, &label)?, label)));
    let Some((edition, order, label)) = found else {
        return Finding::unknown("The record has no such group", "no group of the edition fits").read_as(reading);
    };
    let label = label.to_uppercase();
    let so_far = if order.over { "" } else { " so far" };
    let table: Vec<String> = order
        .teams
        .iter()
        .zip(1_u32..)
        .map(|(&team, place)| format!("{place} {}", words::team(record, team)))
        .collect();
    let text = format!("Group {label} of the {}{so_far}: {}", words::edition(record, edition), table.join(", "));
    let rows: Vec<Evidence> =
        stage_matches(asked, edition, &label).into_iter().map(|entry| evidence::of_match(asked, entry)).collect();
    let ranking = Evidence { in_match: None, text: text.clone(), sources: titles::sources(asked, edition) };
    let mut notes = Vec::new();
    if !order.recorded {
        notes.push(Caveat::Note("Derived from the results: points, then goal difference, then goals".to_owned()));
    }
    let place_of = |team: TeamId| order.teams.iter().position(|&other| asked.counts_as(other, team));
    let is_certain = |index: usize| order.certain.get(index).copied().unwrap_or(false);
    let level = "level on points, goal difference and goals, or differing with two points for a win";
    let finding = match (team, position) {
        (Some(team), said) => match (place_of(team), said) {
            (None, _) => Finding::new(Verdict::Contradicted, text),
            (Some(index), _) if !is_certain(index) => Finding::unknown(text, level),
            (Some(index), None) => {
                let value = words::ordinal(u32::try_from(index + 1).unwrap_or(u32::MAX));
                Finding::new(Verdict::Confirmed, text).asked_for(Value::Text(value.into()))
            }
            (Some(index), Some(said)) => {
                let right = index + 1 == usize::from(said);
                if right || order.over {
                    Finding::judged(right, text)
                } else {
                    Finding::unknown(text, "the group is not over")
                }
            }
        },
        (None, Some(said)) => {
            let index = usize::from(said).saturating_sub(1);
            match order.teams.get(index) {
                Some(&team) if is_certain(index) => Finding::new(Verdict::Confirmed, text).asked_for(Value::Team(team)),
                Some(_) => Finding::unknown(text, level),
                None => Finding::unknown(text, "the group has fewer teams"),
            }
        }
        (None, None) => Finding::new(Verdict::Confirmed, text).asked_for(Value::Teams(order.teams.clone())),
    };
    finding.showing([ranking]).showing(rows).with(notes).read_as(reading)
}

/// The latest edition with groups in scope, where none is named.
fn latest_edition(asked: &Asked<'_>, team: Option<TeamId>) -> Option<EditionId> {
    let team = team?;
    happenings::matches(asked, Some(crate::ask::statement::Subject::Team(team)))
        .into_iter()
        .rev()
        .filter(|entry| super::scoping::holds(asked, entry))
        .find(|entry| entry.is_at(StageKind::Group))
        .map(|entry| entry.edition)
}
