//! One simulation.

use byline_forecast::random::Stream;

use super::fast::{self, LOOK};
use super::luck::{Drawn, Luck};
use super::pairings::place;
use super::plan::{FourPart, GamePart, GroupPart, KnockOutPart, Over, Part, Simulator, table_ground};
use crate::table::{Decision, Game, Ranker, Standing};

/// What a simulation works in: everything that is drawn, and space for ranking.
pub(super) struct Work<'s> {
    /// Teams by address.
    pub(super) values: Vec<u8>,
    /// Scores by fixture.
    pub(super) codes: Vec<u8>,
    /// Random words by fixture.
    words: Vec<u32>,
    /// Packed numbers of the teams compared across groups, by number of the group.
    pub(super) numbers: Vec<u64>,
    own: Vec<u64>,
    pub(super) sorted: Vec<u64>,
    pub(super) teams: Vec<u8>,
    pub(super) places: Vec<u16>,
    pub(super) standings: Vec<Standing>,
    games: Vec<Game>,
    /// By part: the ranker of a group or a comparison.
    pub(super) rankers: Vec<Option<Ranker<'s>>>,
    /// Whether luck beyond the matches was needed since it was last cleared.
    pub(super) luck_used: bool,
}

impl<'e> Simulator<'e> {
    pub(super) fn work(&self) -> Work<'_> {
        let rankers = self.parts.iter().map(|part| match part {
            Part::Group(group) => Some(Ranker::new(&self.edition.stages[group.stage].ranking, self.edition.points)),
            Part::Best(best) => {
                let rules = self.edition.stages[best.stage].best.as_ref()?;
                Some(Ranker::new(&rules.ranking, self.edition.points))
            }
            Part::KnockOut(_) => None,
        });
        Work {
            values: self.start.clone(),
            codes: self.codes.clone(),
            words: vec![0; self.codes.len().next_multiple_of(4)],
            numbers: self.numbers.clone(),
            own: Vec::new(),
            sorted: Vec::new(),
            teams: Vec::new(),
            places: Vec::new(),
            standings: Vec::new(),
            games: Vec::new(),
            rankers: rankers.collect(),
            luck_used: false,
        }
    }

    /// Plays everything that is open.
    pub(super) fn play(&self, work: &mut Work<'_>, luck: Luck) {
        for &block in &self.blocks {
            let at = 4 * block as usize;
            work.words[at..at + 4].copy_from_slice(&luck.words(block));
        }
        for (number, part) in self.parts.iter().enumerate() {
            match part {
                Part::Group(group) => {
                    if let (Some(four), None) = (&group.four, &group.over) {
                        let codes = self.draw_four(four, work);
                        self.rank_four(number, group, four, codes, work, luck);
                        continue;
                    }
                    if group.over.is_none() {
                        self.draw(group, work);
                    }
                    self.rank(number, group, work, luck);
                }
                Part::Best(best) => self.best(number, best, work, luck),
                Part::KnockOut(part) => self.knock_out(part, work),
            }
        }
    }

    #[inline]
    fn knock_out(&self, part: &KnockOutPart, work: &mut Work<'_>) {
        let word = work.words[part.fixture];
        let pair = part.sides.map(|side| work.values[usize::from(side)]);
        let first = match part.own {
            Some(chance) => f64::from(word) < chance * 4_294_967_296.0,
            None => {
                let at = place(self.edition.teams.len(), pair, 0);
                self.through[part.through].words.get(at).is_some_and(|&below| word < below)
            }
        };
        let [winner, loser] = self.decided[part.fixture];
        let [one, other] = pair;
        work.values[usize::from(winner)] = if first { one } else { other };
        work.values[usize::from(loser)] = if first { other } else { one };
    }

    /// Draws the scores of a group of four known teams.
    #[inline]
    fn draw_four(&self, four: &FourPart, work: &mut Work<'_>) -> [u8; 6] {
        let mut codes = [0; 6];
        for (game, code) in codes.iter_mut().enumerate() {
            let fixture = usize::from(four.fixtures[game]);
            *code = self.tables[four.tables[game] as usize].draw(work.words[fixture]);
            work.codes[fixture] = *code;
        }
        codes
    }

    /// Ranks a group of four that meet once: what [`rank`](Self::rank) does, without loops of unknown length.
    #[inline]
    fn rank_four(
        &self,
        part: usize,
        group: &GroupPart,
        four: &FourPart,
        codes: [u8; 6],
        work: &mut Work<'_>,
        luck: Luck,
    ) {
        let steps = |game: usize| self.steps.turned(codes[game], four.turned[game]);
        let [ab, ac, ad, bc, bd, cd] = std::array::from_fn(steps);
        let sum = |member: usize, steps: [u64; 3]| steps.into_iter().fold(fast::nothing(member), u64::wrapping_add);
        let own = [
            sum(0, [ab[0], ac[0], ad[0]]),
            sum(1, [ab[1], bc[0], bd[0]]),
            sum(2, [ac[1], bc[1], cd[0]]),
            sum(3, [ad[1], bd[1], cd[1]]),
        ];
        let mut sorted = own;
        let mut look = group.fast.counts == 0;
        if let Some(patterns) = &group.fast.patterns {
            let outcome = |game: usize| self.steps.outcome(codes[game], four.turned[game]);
            let pattern = (0..6).rev().fold(0, |pattern, game| 3 * pattern + outcome(game));
            look |= by_results(patterns, pattern, &mut sorted);
        }
        sorted = fast::sort_four(sorted);
        look |= sorted.windows(2).any(|two| (two[0] ^ two[1]) & group.fast.counts == 0);
        if look {
            self.look(part, group, work, luck);
            for (number, found) in sorted.iter_mut().zip(&work.sorted) {
                *number = *found;
            }
        }
        let out = usize::from(group.out);
        for (place, &number) in sorted.iter().enumerate() {
            work.values[out + place] = four.teams[fast::member(number) & 3];
        }
        if let Some(compared) = group.compared {
            work.numbers[group.number] = own[fast::member(sorted[compared & 3]) & 3];
        }
    }

    /// Draws the scores of a group.
    #[inline]
    fn draw(&self, group: &GroupPart, work: &mut Work<'_>) {
        for game in &group.games {
            let table = match game.table {
                Some(table) => table,
                None => self.table_between(group, game, work),
            };
            work.codes[game.fixture] = self.tables.get(table).map_or(0, |table| table.draw(work.words[game.fixture]));
        }
    }

    /// The table of a game whose sides are known only now.
    fn table_between(&self, group: &GroupPart, game: &GamePart, work: &Work<'_>) -> usize {
        let pair = game.sides.map(|member| work.values[usize::from(group.members[usize::from(member)])]);
        let extra_time = self.edition.stages[group.stage].level.extra_time.is_some();
        let at = place(self.edition.teams.len(), pair, table_ground(game.hosts.at_home(pair), extra_time));
        self.table_of.get(at).map_or(usize::MAX, |&table| table as usize)
    }

    /// Ranks a group whose scores are all there.
    #[inline]
    pub(super) fn rank(&self, part: usize, group: &GroupPart, work: &mut Work<'_>, luck: Luck) {
        if let Some(over) = &group.over {
            return self.finish(group, over, work, luck);
        }
        if let Some(four) = &group.four {
            let codes = four.fixtures.map(|fixture| work.codes[usize::from(fixture)]);
            return self.rank_four(part, group, four, codes, work, luck);
        }
        self.add_up(group, work);
        work.sorted.clear();
        work.sorted.extend_from_slice(&work.own);
        let mut look = group.fast.counts == 0;
        if let Some(patterns) = &group.fast.patterns {
            let outcome = |game: &GamePart| self.steps.outcome(work.codes[game.fixture], false);
            let pattern = group.games.iter().rev().fold(0, |pattern, game| 3 * pattern + outcome(game));
            look |= by_results(patterns, pattern, &mut work.sorted);
        }
        fast::sort(&mut work.sorted);
        look |= work.sorted.windows(2).any(|two| (two[0] ^ two[1]) & group.fast.counts == 0);
        if look {
            return self.rank_by_criteria(part, group, work, luck);
        }
        self.put(group, work);
        self.compare_across(group, work);
    }

    /// Ranks a group whose scores are all there by every criterion.
    pub(super) fn rank_by_criteria(&self, part: usize, group: &GroupPart, work: &mut Work<'_>, luck: Luck) {
        self.look(part, group, work, luck);
        self.put(group, work);
        self.add_up(group, work);
        self.compare_across(group, work);
    }

    /// The packed numbers of every member, into `work.own`.
    fn add_up(&self, group: &GroupPart, work: &mut Work<'_>) {
        work.own.clear();
        work.own.extend((0..group.members.len()).map(fast::nothing));
        for game in &group.games {
            let steps = self.steps.of(work.codes[game.fixture]);
            for (side, step) in game.sides.iter().zip(steps) {
                work.own[usize::from(*side)] = work.own[usize::from(*side)].wrapping_add(step);
            }
        }
    }

    /// Puts the teams where the order of `work.sorted` sends them.
    fn put(&self, group: &GroupPart, work: &mut Work<'_>) {
        for (place, &number) in work.sorted.iter().enumerate() {
            let team = work.values[usize::from(group.members[fast::member(number)])];
            work.values[usize::from(group.out) + place] = team;
        }
    }

    /// Keeps the numbers of the team that is compared across groups.
    fn compare_across(&self, group: &GroupPart, work: &mut Work<'_>) {
        if let Some(compared) = group.compared {
            work.numbers[group.number] = work.sorted.get(compared).map_or(0, |&number| work.own[fast::member(number)]);
        }
    }

    /// Ranks by every criterion; the order is left in `work.sorted`.
    #[cold]
    fn look(&self, part: usize, group: &GroupPart, work: &mut Work<'_>, luck: Luck) {
        let size = group.members.len();
        work.standings.clear();
        work.standings.resize(size, Standing::default());
        work.games.clear();
        for game in &group.games {
            let code = work.codes[game.fixture];
            let goals = [code >> 4, code & 15];
            work.games.push(Game { sides: game.sides, goals });
            let [first, second] = game.sides.map(usize::from);
            work.standings[first].add(goals[0], goals[1], false, self.edition.points);
            work.standings[second].add(goals[1], goals[0], true, self.edition.points);
        }
        work.teams.clear();
        work.teams.extend(group.members.iter().map(|&member| work.values[usize::from(member)]));
        let Some(Some(ranker)) = work.rankers.get_mut(part) else { return };
        let values = &work.values;
        let mut drawn = Drawn {
            edition: self.edition,
            rates: &self.cards,
            luck,
            stage: group.stage,
            members: &work.teams,
            cards: &group.cards,
            earlier: &|team| self.earlier_place(group.stage, team, values),
            play_off: &|pair| self.play_off_chance(pair),
            ties: luck.ties(group.number as u32),
            used: false,
        };
        let ranking = ranker.rank(&work.standings, &work.games, true, &mut drawn);
        work.sorted.clear();
        work.sorted.extend(ranking.order.iter().map(|&member| u64::from(member)));
        level_by_lots(&mut work.sorted, &ranking.decisions, &mut drawn, &mut work.places);
        work.luck_used |= drawn.used;
    }

    /// Decides what is still level in a group that is over.
    #[cold]
    fn finish(&self, group: &GroupPart, over: &Over, work: &mut Work<'_>, luck: Luck) {
        work.sorted.clear();
        work.sorted.extend(over.order.iter().map(|&member| u64::from(member)));
        work.teams.clear();
        work.teams.extend(group.members.iter().map(|&member| work.values[usize::from(member)]));
        let mut drawn = self.luck_alone(group.stage, &work.teams, luck, luck.ties(group.number as u32));
        for &(first, last, play_off) in &over.level {
            let knot = &mut work.sorted[first..=last];
            if let (&mut [one, other], true) = (&mut *knot, play_off) {
                let pair = [one, other].map(|member| work.teams[fast::member(member)]);
                if !drawn.plays_off(pair) {
                    knot.reverse();
                }
            } else {
                shuffle(knot, &mut drawn, &mut work.places);
            }
        }
        work.luck_used |= drawn.used;
        self.put(group, work);
        self.add_up(group, work);
        self.compare_across(group, work);
    }

    /// Luck without facts.
    fn luck_alone<'w>(&'w self, stage: usize, members: &'w [u8], luck: Luck, ties: Stream) -> Drawn<'w> {
        Drawn {
            edition: self.edition,
            rates: &self.cards,
            luck,
            stage,
            members,
            cards: &[],
            earlier: &|_| None,
            play_off: &|_| 0.5,
            ties,
            used: false,
        }
    }

    fn play_off_chance(&self, pair: [u8; 2]) -> f64 {
        self.play_off.get(place(self.edition.teams.len(), pair, 0)).copied().unwrap_or(0.5)
    }

    /// Place of a team in the group stage before a stage, from 1.
    pub(super) fn earlier_place(&self, stage: usize, team: u8, values: &[u8]) -> Option<u16> {
        let earlier = self.edition.groups_before(stage)?;
        let groups = self.placed[earlier].iter().zip(&self.edition.stages[earlier].groups);
        for (&first, group) in groups {
            let places = &values[usize::from(first)..usize::from(first) + group.entrants.len()];
            if let Some(place) = places.iter().position(|&other| other == team) {
                return u16::try_from(place + 1).ok();
            }
        }
        None
    }
}

/// Puts the classes of results in place of points; whether that does not do.
#[inline(always)]
fn by_results(patterns: &[u16], pattern: usize, numbers: &mut [u64]) -> bool {
    let classes = patterns.get(pattern).copied().unwrap_or(LOOK);
    for (member, number) in numbers.iter_mut().enumerate() {
        let class = u64::from(classes >> (3 * member) & 7);
        *number = *number & 0xFFFF_FFFF_FFFF | class << 48;
    }
    classes & LOOK != 0
}

/// Draws lots among those a ranking leaves level.
pub(super) fn level_by_lots(order: &mut [u64], decisions: &[Decision], drawn: &mut Drawn<'_>, places: &mut Vec<u16>) {
    let mut first = 0;
    for place in 0..order.len() {
        if matches!(decisions.get(place), Some(Decision::Undecided { .. } | Decision::Level)) {
            continue;
        }
        if place > first {
            shuffle(&mut order[first..=place], drawn, places);
        }
        first = place + 1;
    }
}

/// Puts a knot in the order of lots.
fn shuffle(knot: &mut [u64], drawn: &mut Drawn<'_>, places: &mut Vec<u16>) {
    places.clear();
    places.resize(knot.len(), 0);
    drawn.lots(places);
    let before: Vec<u64> = knot.to_vec();
    for (&member, &place) in before.iter().zip(places.iter()) {
        knot[usize::from(place) - 1] = member;
    }
}
