//! Compiles an edition at a moment.

use super::alias::Alias;
use super::fast::{self, Fast, Steps};
use super::luck::{CardDraws, CardRates, CardsSoFar};
use super::pairing::{Pairing, code};
use super::pairings::{Hosts, Pairings, place};
use super::plan::{
    Address, BestPart, FourPart, GamePart, GroupPart, KnockOutPart, NOBODY, OPEN, Over, Part, SimulateError, Simulator,
    Through, UnderWay, table_ground, threshold,
};
use crate::criterion::Criterion;
use crate::edition::{Edition, Level, Slot};
use crate::situation::{GroupTable, Situation};
use crate::table::{Decision, Teams};

/// Compiles what is left of an edition.
pub(super) fn compile<'e>(
    situation: &Situation<'e>,
    pairings: &Pairings,
    under_way: &[UnderWay],
) -> Result<Simulator<'e>, SimulateError> {
    Compiler::new(situation, pairings, under_way)?.compile()
}

struct Compiler<'s, 'e> {
    situation: &'s Situation<'e>,
    edition: &'e Edition,
    pairings: &'s Pairings,
    under_way: &'s [UnderWay],
    plan: Simulator<'e>,
    /// Who can be at each address.
    candidates: Vec<Teams>,
    /// Where those allocated are put, by the stage of the comparison.
    allocated: Option<Address>,
    groups: usize,
}

impl<'s, 'e> Compiler<'s, 'e> {
    fn new(
        situation: &'s Situation<'e>,
        pairings: &'s Pairings,
        under_way: &'s [UnderWay],
    ) -> Result<Self, SimulateError> {
        let edition = situation.edition;
        let teams = edition.teams.len();
        if pairings.teams() != teams {
            let (found, expected) = (pairings.teams(), teams);
            return Err(SimulateError::Pairings { edition: edition.name(), found, expected });
        }
        for one in under_way {
            let open = edition.fixtures.get(one.fixture).is_some_and(|fixture| {
                let sides = situation.sides.get(one.fixture).is_some_and(|sides| sides.iter().all(Option::is_some));
                let knock_out = edition.stages[fixture.stage].is_knock_out();
                let played = situation.played.get(one.fixture).is_none_or(Option::is_some);
                sides && !played && (one.through.is_some() || !knock_out)
            });
            if !open {
                let number = edition.fixtures.get(one.fixture).map_or(0, |fixture| fixture.number);
                return Err(SimulateError::UnderWay { edition: edition.name(), number });
            }
        }
        let all: Vec<u8> = (0..teams).map(|team| team as u8).collect();
        let plan = Simulator {
            edition,
            cards: CardDraws::default(),
            steps: Steps::new(edition.points),
            start: all.clone(),
            codes: vec![OPEN; edition.fixtures.len()],
            numbers: Vec::new(),
            parts: Vec::new(),
            blocks: Vec::new(),
            tables: Vec::new(),
            table_of: Vec::new(),
            through: Vec::new(),
            play_off: Vec::new(),
            placed: vec![Vec::new(); edition.stages.len()],
            decided: vec![[0; 2]; edition.fixtures.len()],
        };
        let candidates = all.iter().map(|&team| Teams::default().with(team)).collect();
        let (allocated, groups) = (None, 0);
        Ok(Self { situation, edition, pairings, under_way, plan, candidates, allocated, groups })
    }

    fn compile(mut self) -> Result<Simulator<'e>, SimulateError> {
        for stage in 0..self.edition.stages.len() {
            if self.edition.stages[stage].is_knock_out() {
                self.knock_out(stage)?;
            } else {
                self.groups(stage)?;
            }
        }
        self.plan.blocks = (0..self.edition.fixtures.len().div_ceil(4))
            .filter(|block| (4 * block..4 * block + 4).any(|fixture| self.plan.is_open(fixture)))
            .map(|block| block as u32)
            .collect();
        Ok(self.plan.with_cards(CardRates::WORLD_CUPS))
    }

    /// A new address, whose value can be any of these teams.
    fn address(&mut self, value: u8, candidates: Teams) -> Address {
        self.plan.start.push(value);
        self.candidates.push(if value == NOBODY { candidates } else { Teams::default().with(value) });
        Address::try_from(self.plan.start.len() - 1).unwrap_or(Address::MAX)
    }

    fn slot(&self, stage: usize, slot: Slot, fixture: Option<[usize; 2]>) -> Option<Address> {
        match slot {
            Slot::Team(team) => Some(Address::from(team)),
            Slot::Placed { group, place } => {
                let earlier = self.edition.groups_before(stage)?;
                let first = self.plan.placed[earlier].get(usize::from(group))?;
                Some(first + Address::from(place) - 1)
            }
            Slot::Allocated { .. } => {
                let column = self.edition.allocation.as_ref()?.to.iter().position(|&to| Some(to) == fixture)?;
                Some(self.allocated? + Address::try_from(column).ok()?)
            }
            Slot::Winner(fixture) => self.plan.decided.get(usize::from(fixture)).map(|decided| decided[0]),
            Slot::Loser(fixture) => self.plan.decided.get(usize::from(fixture)).map(|decided| decided[1]),
        }
    }

    fn unfilled(&self, fixture: usize) -> SimulateError {
        let number = self.edition.fixtures.get(fixture).map_or(0, |fixture| fixture.number);
        SimulateError::Slot { edition: self.edition.name(), number }
    }

    fn missing(&self, pair: [u8; 2]) -> SimulateError {
        let [one, other] = pair.map(|team| self.edition.team(team).to_owned());
        SimulateError::NoPairing { edition: self.edition.name(), one, other }
    }

    fn knock_out(&mut self, stage: usize) -> Result<(), SimulateError> {
        let level = self.edition.stages[stage].level;
        let [first, end] = self.edition.stages[stage].fixtures;
        for fixture in first..end {
            let known = self.situation.sides[fixture];
            let mut sides = [0; 2];
            for side in 0..2 {
                let slot = self.edition.fixtures[fixture].sides[side];
                let of_slot = self.slot(stage, slot, Some([fixture, side]));
                let known = known[side].map(Address::from);
                sides[side] = known.or(of_slot).ok_or_else(|| self.unfilled(fixture))?;
            }
            let winner = self.situation.played[fixture].as_ref().and_then(|played| played.winner);
            if let (Some(winner), [Some(one), Some(other)]) = (winner, known) {
                let pair = [one, other];
                let [won, lost] = [pair[winner], pair[1 - winner]];
                self.plan.decided[fixture] =
                    [self.address(won, Teams::default()), self.address(lost, Teams::default())];
                continue;
            }
            let [one, other] = sides.map(|side| self.candidates[usize::from(side)]);
            let both = one.union(other);
            self.plan.decided[fixture] = [self.address(NOBODY, both), self.address(NOBODY, both)];
            let hosts = Hosts::of(self.edition, &self.edition.fixtures[fixture]);
            let own = self.under_way.iter().find(|one| one.fixture == fixture).and_then(|one| one.through);
            let through = self.through(level, hosts);
            if own.is_none() {
                self.chances(through, [one, other])?;
            }
            let part = KnockOutPart { fixture, stage, sides, through, own };
            self.plan.parts.push(Part::KnockOut(part));
        }
        Ok(())
    }

    fn through(&mut self, level: Level, hosts: Hosts) -> usize {
        let same = |through: &Through| through.level == level && through.hosts == hosts;
        if let Some(known) = self.plan.through.iter().position(same) {
            return known;
        }
        let size = self.edition.teams.len().pow(2);
        self.plan.through.push(Through { level, hosts, chances: vec![f64::NAN; size], words: vec![0; size] });
        self.plan.through.len() - 1
    }

    fn chances(&mut self, through: usize, sides: [Teams; 2]) -> Result<(), SimulateError> {
        let teams = self.edition.teams.len();
        for one in sides[0].iter() {
            for other in sides[1].iter().filter(|&other| other != one) {
                let pair = [one, other];
                let at = place(teams, pair, 0);
                let table = &mut self.plan.through[through];
                if !table.chances[at].is_nan() {
                    continue;
                }
                let Some(chance) = self.pairings.through(pair, table.hosts.at_home(pair), &table.level) else {
                    return Err(self.missing(pair));
                };
                table.chances[at] = chance;
                table.words[at] = threshold(chance);
            }
        }
        Ok(())
    }

    fn groups(&mut self, stage: usize) -> Result<(), SimulateError> {
        let of_stage = &self.edition.stages[stage];
        let first_number = self.groups;
        let mut open = false;
        for group in 0..of_stage.groups.len() {
            open |= self.group(stage, group)?;
        }
        if let Some(best) = &of_stage.best {
            let columns = self.edition.allocation.as_ref().map_or(&[][..], |allocation| &allocation.to);
            let mut compared = Vec::new();
            for group in 0..of_stage.groups.len() {
                let address = self.plan.placed[stage][group] + Address::from(best.place) - 1;
                compared.push((first_number + group, address));
            }
            let settled = self.situation.best[stage].as_ref().filter(|_| !open);
            let is_settled = settled.is_some_and(|table| {
                let take = usize::from(best.take);
                let inside = |&member: &u8| table.ranking.places(member).is_some_and(|[_, last]| last <= take);
                table.ranking.order.iter().take(take).all(inside)
            });
            let mut first = None;
            for &[fixture, side] in columns {
                let Slot::Allocated { groups, .. } = self.edition.fixtures[fixture].sides[side] else { continue };
                let from = compared.iter().enumerate().filter(|(group, _)| groups >> group & 1 == 1);
                let from = from
                    .fold(Teams::default(), |all, (_, &(_, address))| all.union(self.candidates[usize::from(address)]));
                let address = self.address(NOBODY, from);
                first.get_or_insert(address);
            }
            self.allocated = first;
            if let (Some(out), false) = (first, is_settled) {
                let cards = (0..of_stage.groups.len()).map(|group| self.cards(stage, group)).collect();
                let (take, fast) = (usize::from(best.take), Fast::across(&best.ranking));
                self.plan.parts.push(Part::Best(BestPart { stage, compared, take, fast, out, cards }));
            }
        }
        Ok(())
    }

    /// Members' addresses and what is known of their cards.
    fn cards(&self, stage: usize, group: usize) -> (Vec<Address>, Vec<CardsSoFar>) {
        let entrants = &self.edition.stages[stage].groups[group].entrants;
        let members = entrants.iter().filter_map(|&slot| self.slot(stage, slot, None)).collect();
        let table = &self.situation.tables[stage][group];
        let mut cards: Vec<CardsSoFar> = table.cards.iter().map(|&shown| CardsSoFar { shown, to_come: 0 }).collect();
        for &fixture in &self.edition.stages[stage].groups[group].fixtures {
            let known = self.situation.played[fixture].as_ref().is_some_and(|played| played.meeting.cards.is_some());
            if known {
                continue;
            }
            for side in self.edition.fixtures[fixture].sides {
                if let Some(member) = entrants.iter().position(|&entrant| entrant == side)
                    && let Some(cards) = cards.get_mut(member)
                {
                    cards.to_come += 1;
                }
            }
        }
        (members, cards)
    }

    /// Compiles a group; whether anything of it is open.
    fn group(&mut self, stage: usize, number: usize) -> Result<bool, SimulateError> {
        let of_stage = &self.edition.stages[stage];
        let group = &of_stage.groups[number];
        let size = group.entrants.len();
        let table = &self.situation.tables[stage][number];
        let compared = of_stage.best.as_ref().map(|best| usize::from(best.place) - 1);
        let first = group.fixtures.first().copied().unwrap_or(0);
        let mut members = Vec::new();
        for (entrant, &slot) in group.entrants.iter().enumerate() {
            let known = table.members.get(entrant).copied().flatten().map(Address::from);
            let address = known.or_else(|| self.slot(stage, slot, None));
            members.push(address.ok_or_else(|| self.unfilled(first))?);
        }
        let all = members.iter().fold(Teams::default(), |all, &m| all.union(self.candidates[usize::from(m)]));
        let settled: Option<Vec<u8>> = (1..=size)
            .map(|place| table.settled(place).and_then(|member| table.members[usize::from(member)]))
            .collect();
        let settled = settled.filter(|_| table.complete);
        let mut out = None;
        for place in 0..size {
            let value = settled.as_ref().and_then(|order| order.get(place).copied()).unwrap_or(NOBODY);
            let address = self.address(value, all);
            out.get_or_insert(address);
        }
        let out = out.unwrap_or(0);
        self.plan.placed[stage].push(out);
        let number_of_all = self.groups;
        self.groups += 1;
        self.plan.numbers.push(0);
        let games = self.games(stage, number, &members)?;
        if let (Some(order), Some(place)) = (&settled, compared) {
            let member = order.get(place).and_then(|team| table.members.iter().position(|m| *m == Some(*team)));
            self.plan.numbers[number_of_all] = member.map_or(0, |member| self.fixed_numbers(&games, member));
        }
        if settled.is_some() {
            return Ok(false);
        }
        let teams: Vec<u8> = members.iter().map(|&member| self.plan.start[usize::from(member)]).collect();
        let four = FourPart::of(&teams, &games);
        let sides: Vec<[u8; 2]> = match four {
            Some(_) => FourPart::PAIRS.to_vec(),
            None => games.iter().map(|game| game.sides).collect(),
        };
        let (_, cards) = self.cards(stage, number);
        if of_stage.ranking.iter().any(|rule| rule.criterion == Criterion::PlayOff) {
            self.play_offs(all);
        }
        let part = GroupPart {
            stage,
            group: number,
            four,
            known: games.iter().all(|game| game.table.is_some()),
            members,
            out,
            number: number_of_all,
            games,
            fast: Fast::new(&of_stage.ranking, self.edition.points, size, &sides),
            cards,
            over: table.complete.then(|| over(table)),
            compared,
        };
        self.plan.parts.push(Part::Group(part));
        Ok(true)
    }

    /// The packed numbers of a member after its fixed games.
    fn fixed_numbers(&self, games: &[GamePart], member: usize) -> u64 {
        let mut numbers = fast::nothing(member);
        for game in games {
            let steps = self.plan.steps.of(self.plan.codes[game.fixture]);
            for (side, step) in game.sides.iter().zip(steps) {
                if usize::from(*side) == member {
                    numbers = numbers.wrapping_add(step);
                }
            }
        }
        numbers
    }

    /// Games in the order they are or were played.
    fn games(&mut self, stage: usize, number: usize, members: &[Address]) -> Result<Vec<GamePart>, SimulateError> {
        let of_stage = &self.edition.stages[stage];
        let group = &of_stage.groups[number];
        let mut games = Vec::new();
        for &fixture in &group.fixtures {
            let entry = &self.edition.fixtures[fixture];
            let sides = entry.sides.map(|slot| {
                let member = group.entrants.iter().position(|&entrant| entrant == slot);
                member.and_then(|member| u8::try_from(member).ok()).unwrap_or(0)
            });
            let hosts = Hosts::of(self.edition, entry);
            let played = self.situation.played[fixture].as_ref();
            let date = played.and_then(|played| played.meeting.date).or(entry.date);
            let table = if let Some(played) = played {
                let [home, away] = played.goals.map(usize::from);
                let score = u8::try_from(code(home, away)).unwrap_or(u8::MAX);
                self.plan.codes[fixture] = score;
                self.plan.tables.push(Alias::always(score));
                Some(self.plan.tables.len() - 1)
            } else {
                let extra_time = of_stage.level.extra_time.is_some();
                let begun = self.under_way.iter().find(|one| one.fixture == fixture);
                let sides = sides.map(|member| self.candidates[usize::from(members[usize::from(member)])]);
                if let Some(begun) = begun {
                    let alias = Alias::new(&Pairing::new(begun.grid.clone()).counted(extra_time));
                    self.plan.tables.push(alias);
                    Some(self.plan.tables.len() - 1)
                } else {
                    self.scores(sides, hosts, extra_time)?
                }
            };
            games.push((date, GamePart { fixture, sides, table, hosts }));
        }
        games.sort_by_key(|(date, _)| *date);
        Ok(games.into_iter().map(|(_, game)| game).collect())
    }

    /// The table of scores of a match, where both sides are known; else tables for all that can be.
    fn scores(&mut self, sides: [Teams; 2], hosts: Hosts, extra_time: bool) -> Result<Option<usize>, SimulateError> {
        let teams = self.edition.teams.len();
        if self.plan.table_of.is_empty() {
            self.plan.table_of = vec![u32::MAX; 6 * teams * teams];
        }
        let mut only = None;
        for one in sides[0].iter() {
            for other in sides[1].iter().filter(|&other| other != one) {
                let pair = [one, other];
                let home = hosts.at_home(pair);
                let at = place(teams, pair, table_ground(home, extra_time));
                if self.plan.table_of[at] == u32::MAX {
                    let pairing = self.pairings.get(pair, home, false).ok_or_else(|| self.missing(pair))?;
                    self.plan.table_of[at] = self.plan.tables.len() as u32;
                    self.plan.tables.push(Alias::new(&pairing.counted(extra_time)));
                }
                only = Some(self.plan.table_of[at] as usize);
            }
        }
        Ok(only.filter(|_| sides.iter().all(|side| side.len() == 1)))
    }

    fn play_offs(&mut self, members: Teams) {
        let teams = self.edition.teams.len();
        if self.plan.play_off.is_empty() {
            self.plan.play_off = vec![0.5; teams * teams];
        }
        let level = Level { extra_time: Some(byline_record::ExtraTimeRule::PlayedOut), ..Level::default() };
        for one in members.iter() {
            for other in members.iter().filter(|&other| other != one) {
                if let Some(chance) = self.pairings.through([one, other], None, &level) {
                    self.plan.play_off[place(teams, [one, other], 0)] = chance;
                }
            }
        }
    }
}

/// What is decided of a group that is over.
fn over(table: &GroupTable) -> Over {
    let ranking = &table.ranking;
    let mut level = Vec::new();
    let mut first = 0;
    for place in 0..ranking.order.len() {
        let decision = ranking.decisions.get(place);
        if matches!(decision, Some(Decision::Undecided { .. } | Decision::Level)) {
            continue;
        }
        if place > first {
            let play_off = matches!(ranking.decisions.get(first), Some(Decision::Undecided { rule, .. })
                if rule.criterion == Criterion::PlayOff);
            level.push((first, place, play_off));
        }
        first = place + 1;
    }
    Over { order: ranking.order.clone(), level }
}
