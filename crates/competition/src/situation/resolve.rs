//! Fills an edition with what has happened, stage by stage.

use byline_record::{StageKind, Tie};

use super::beyond::FromFacts;
use super::{GroupTable, Played, Situation};
use crate::edition::{Edition, Fixture, Slot, Stage};
use crate::facts::{Cards, Facts, Meeting};
use crate::table::{Game, Ranker, tally};

pub(super) fn resolve<'e>(edition: &'e Edition, facts: &Facts, supposed: &[Meeting]) -> Situation<'e> {
    let mut situation = Situation {
        edition,
        sides: vec![[None; 2]; edition.fixtures.len()],
        played: vec![None; edition.fixtures.len()],
        tables: vec![Vec::new(); edition.stages.len()],
        best: vec![None; edition.stages.len()],
    };
    let mut supposed: Vec<&Meeting> = supposed.iter().collect();
    for (number, stage) in edition.stages.iter().enumerate() {
        let [first, end] = stage.fixtures;
        for fixture in first..end {
            let sides = edition.fixtures[fixture].sides.map(|slot| team_in(&situation, number, slot));
            situation.sides[fixture] = sides;
            let [Some(home), Some(away)] = sides else { continue };
            situation.played[fixture] = suppose(&mut supposed, stage, [home, away])
                .or_else(|| find(facts, edition, &edition.fixtures[fixture], [home, away]));
        }
        if !stage.is_knock_out() {
            let earlier = earlier_places(&situation, number);
            situation.tables[number] =
                (0..stage.groups.len()).map(|group| table(&situation, facts, number, group, &earlier)).collect();
            situation.best[number] = across(&situation, facts, number, &earlier);
        }
    }
    situation
}

/// Whether two names of a stage can mean the same: a first knock-out round of sixteen has two.
fn same_stage(one: StageKind, other: StageKind) -> bool {
    let first_round = |kind| matches!(kind, StageKind::FirstRound | StageKind::RoundOf16);
    one == other || (first_round(one) && first_round(other))
}

/// A meeting with the sides in the order of the fixture.
fn turned(meeting: &Meeting, teams: [u8; 2]) -> Meeting {
    let mut meeting = meeting.clone();
    if meeting.teams != teams {
        meeting.teams.reverse();
        meeting.end.reverse();
        if let Some(cards) = &mut meeting.cards {
            cards.reverse();
        }
        if let Some(ninety) = &mut meeting.ninety {
            ninety.reverse();
        }
        if let Some(Some(score)) = &mut meeting.shoot_out {
            score.reverse();
        }
        meeting.winner = meeting.winner.map(|side| 1 - side);
    }
    meeting
}

fn between(meeting: &Meeting, teams: [u8; 2]) -> bool {
    meeting.teams == teams || meeting.teams == [teams[1], teams[0]]
}

/// Takes the first thing supposed of two teams.
fn suppose(supposed: &mut Vec<&Meeting>, stage: &Stage, teams: [u8; 2]) -> Option<Played> {
    let place = supposed.iter().position(|meeting| between(meeting, teams) && same_stage(meeting.stage, stage.kind))?;
    let meeting = turned(supposed.remove(place), teams);
    Some(Played { winner: meeting.winner, goals: meeting.end, replays: Vec::new(), meeting })
}

/// What the facts say of a fixture.
fn find(facts: &Facts, edition: &Edition, fixture: &Fixture, teams: [u8; 2]) -> Option<Played> {
    let stage = &edition.stages[fixture.stage];
    // Of two meetings in one stage the side at home tells which is which.
    let twice = fixture.group.is_some_and(|group| {
        let of_pair = stage.groups[group].fixtures.iter().filter(|&&other| {
            let sides = edition.fixtures[other].sides;
            sides == fixture.sides || sides == [fixture.sides[1], fixture.sides[0]]
        });
        of_pair.count() > 1
    });
    let mut found = facts.meetings.iter().filter(|meeting| {
        let fits = if twice { meeting.teams == teams } else { between(meeting, teams) };
        fits && same_stage(meeting.stage, stage.kind) && meeting.tie != Tie::PlayOff
    });
    let first = found.find(|meeting| meeting.tie == Tie::Ordinary)?;
    let replays: Vec<Meeting> = found.filter(|meeting| meeting.tie == Tie::Replay).map(|m| turned(m, teams)).collect();
    let meeting = turned(first, teams);
    let winner = replays.iter().rev().find_map(|replay| replay.winner).or(meeting.winner);
    // In groups extra time counts only where the rules have it.
    let counts = stage.is_knock_out() || stage.level.extra_time.is_some();
    let goals = if counts { meeting.end } else { meeting.ninety.unwrap_or(meeting.end) };
    Some(Played { meeting, replays, winner, goals })
}

fn table(situation: &Situation<'_>, facts: &Facts, number: usize, group: usize, earlier: &[Option<u16>]) -> GroupTable {
    let edition = situation.edition;
    let stage = &edition.stages[number];
    let mut cards_known = facts.cards_known.contains(&(number, group));
    let group = &stage.groups[group];
    let members: Vec<Option<u8>> = group.entrants.iter().map(|&slot| team_in(situation, number, slot)).collect();
    let mut cards = vec![Cards::default(); members.len()];
    let mut games: Vec<(Option<jiff::civil::Date>, Game)> = Vec::new();
    for &fixture in &group.fixtures {
        let Some(played) = &situation.played[fixture] else { continue };
        let sides = edition.fixtures[fixture].sides.map(|slot| {
            let place = group.entrants.iter().position(|&entrant| entrant == slot).unwrap_or(usize::MAX);
            u8::try_from(place).unwrap_or(u8::MAX)
        });
        cards_known &= played.meeting.cards.is_some();
        for (side, shown) in sides.into_iter().zip(played.meeting.cards.unwrap_or_default()) {
            if let Some(cards) = cards.get_mut(usize::from(side)) {
                cards.add(&shown);
            }
        }
        games.push((played.meeting.date.or(edition.fixtures[fixture].date), Game { sides, goals: played.goals }));
    }
    games.sort_by_key(|(date, _)| *date);
    let games: Vec<Game> = games.into_iter().map(|(_, game)| game).collect();
    let complete = games.len() == group.fixtures.len();
    let standings = tally(members.len(), &games, edition.points);
    let mut beyond =
        FromFacts { edition, stage, facts, members: &members, cards: if cards_known { &cards } else { &[] }, earlier };
    let ranking = Ranker::new(&stage.ranking, edition.points).rank(&standings, &games, complete, &mut beyond).clone();
    let official = facts.orders.iter().find(|order| order.stage == stage.kind && order.label == group.label);
    let official = official.filter(|_| complete).and_then(|order| {
        let places = order.teams.iter().map(|&team| {
            let place = members.iter().position(|&member| member == Some(team))?;
            u8::try_from(place).ok()
        });
        places.collect::<Option<Vec<u8>>>()
    });
    GroupTable { members, standings, cards, ranking, complete, official }
}

/// The comparison across groups, once all are complete and the place compared is settled in each.
fn across(situation: &Situation<'_>, facts: &Facts, number: usize, earlier: &[Option<u16>]) -> Option<GroupTable> {
    let edition = situation.edition;
    let stage = &edition.stages[number];
    let best = stage.best.as_ref()?;
    let tables = &situation.tables[number];
    let mut members = Vec::new();
    let mut standings = Vec::new();
    let mut cards = Vec::new();
    for table in tables {
        if !table.complete {
            return None;
        }
        let member = usize::from(table.settled(usize::from(best.place))?);
        members.push(*table.members.get(member)?);
        standings.push(*table.standings.get(member)?);
        cards.push(*table.cards.get(member)?);
    }
    let all_known = (0..tables.len()).all(|group| facts.cards_known.contains(&(number, group)));
    let known = if all_known { &*cards } else { &[] };
    let mut beyond = FromFacts { edition, stage, facts, members: &members, cards: known, earlier };
    let ranking = Ranker::new(&best.ranking, edition.points).rank(&standings, &[], true, &mut beyond).clone();
    Some(GroupTable { members, standings, cards, ranking, complete: true, official: None })
}

/// Place of each team in the group stage before, where settled.
pub(crate) fn earlier_places(situation: &Situation<'_>, number: usize) -> Vec<Option<u16>> {
    let mut places = vec![None; situation.edition.teams.len()];
    let Some(earlier) = situation.edition.groups_before(number) else { return places };
    for table in &situation.tables[earlier] {
        for place in 1..=table.members.len() {
            let team = table.settled(place).and_then(|member| table.members[usize::from(member)]);
            if let Some(team) = team.filter(|_| table.complete) {
                places[usize::from(team)] = u16::try_from(place).ok();
            }
        }
    }
    places
}

pub(super) fn team_in(situation: &Situation<'_>, stage: usize, slot: Slot) -> Option<u8> {
    let edition = situation.edition;
    match slot {
        Slot::Team(team) => Some(team),
        Slot::Placed { group, place } => {
            let table = situation.tables[edition.groups_before(stage)?].get(usize::from(group))?;
            let member = table.settled(usize::from(place)).filter(|_| table.complete)?;
            table.members[usize::from(member)]
        }
        Slot::Allocated { .. } => {
            let groups = edition.groups_before(stage)?;
            let best = edition.stages[groups].best.as_ref()?;
            let table = situation.best[groups].as_ref()?;
            let through = table.ranking.order.get(..usize::from(best.take))?;
            // Who goes through must be settled; in which order they do matters not.
            let settled = through
                .iter()
                .all(|&member| table.ranking.places(member).is_some_and(|[_, last]| last <= usize::from(best.take)));
            let bits = through.iter().fold(0_u32, |bits, &group| bits | 1 << group);
            let allocation = edition.allocation.as_ref().filter(|_| settled)?;
            let row = allocation.row(bits)?;
            let column = allocation.to.iter().position(|&[fixture, side]| {
                edition.fixtures[fixture].stage == stage && edition.fixtures[fixture].sides[side] == slot
            })?;
            table.members[usize::from(*row.get(column)?)]
        }
        Slot::Winner(fixture) | Slot::Loser(fixture) => {
            let fixture = usize::from(fixture);
            let winner = situation.played[fixture].as_ref()?.winner?;
            let side = if matches!(slot, Slot::Winner(_)) { winner } else { 1 - winner };
            situation.sides[fixture][side]
        }
    }
}
