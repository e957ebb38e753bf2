//! Ranking by criteria in order.

use super::{Decision, Game, Standing, Teams, Value};
use crate::criterion::{Criterion, Measure, Rule};

/// What a ranking may need beyond scores. Asked only when a criterion is reached by teams still level.
pub trait Beyond {
    /// What a team has of [`Criterion::FairPlay`], [`RedCards`](Criterion::RedCards),
    /// [`YellowCards`](Criterion::YellowCards), [`EarlierPlace`](Criterion::EarlierPlace) or
    /// [`Ranking`](Criterion::Ranking); `None` if not known.
    fn value(&mut self, criterion: Criterion, team: u8) -> Option<Value>;

    /// The order of teams by [`Criterion::PlayOff`], [`ShootOut`](Criterion::ShootOut) or [`Lots`](Criterion::Lots):
    /// a place for each of `teams`, written to `places`; `false` if not known.
    fn order(&mut self, criterion: Criterion, teams: &[u8], places: &mut [u16]) -> bool;
}

/// Nothing beyond scores is known.
#[derive(Clone, Copy, Debug)]
pub struct Nothing;

impl Beyond for Nothing {
    fn value(&mut self, _: Criterion, _: u8) -> Option<Value> {
        None
    }

    fn order(&mut self, _: Criterion, _: &[u8], _: &mut [u16]) -> bool {
        false
    }
}

/// A ranking: teams from the top, and what separated each from the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Teams, best first; teams that are level in the order of their numbers.
    pub order: Vec<u8>,
    /// For each team but the last what separated it from the next.
    pub decisions: Vec<Decision>,
}

impl Ranking {
    /// The first and last place, from 1, a team can hold given what is decided; the same twice where it is settled.
    #[must_use]
    pub fn places(&self, team: u8) -> Option<[usize; 2]> {
        let place = self.order.iter().position(|&other| other == team)?;
        let settled =
            |between: usize| !matches!(self.decisions.get(between), Some(Decision::Undecided { .. } | Decision::Level));
        let first = (0..place).rev().find(|&between| settled(between)).map_or(0, |between| between + 1);
        let last = (place..self.decisions.len()).find(|&between| settled(between)).unwrap_or(self.order.len() - 1);
        Some([first + 1, last + 1])
    }
}

/// Ranks by criteria. Keeps its working space, so that ranking many groups allocates nothing.
#[derive(Clone, Debug)]
pub struct Ranker<'e> {
    rules: &'e [Rule],
    points: [u8; 3],
    ranking: Ranking,
    values: Vec<Value>,
    tables: Vec<Standing>,
    places: Vec<u16>,
}

/// What is ranked.
struct Field<'g, B> {
    standings: &'g [Standing],
    games: &'g [Game],
    complete: bool,
    beyond: B,
}

impl<'e> Ranker<'e> {
    /// A ranker by criteria in order, with the points of a win, a draw and a defeat.
    #[must_use]
    pub fn new(rules: &'e [Rule], points: [u8; 3]) -> Self {
        let (values, tables, places) = (Vec::new(), Vec::new(), Vec::new());
        Self { rules, points, ranking: Ranking::default(), values, tables, places }
    }

    /// Ranks teams by their standings, and by the matches among them, in the order they were played, where criteria ask
    /// for them. `complete`: whether every match of the group has been played; play-offs, shoot-outs and lots wait for
    /// that.
    pub fn rank(
        &mut self,
        standings: &[Standing],
        games: &[Game],
        complete: bool,
        beyond: &mut impl Beyond,
    ) -> &Ranking {
        let size = u8::try_from(standings.len().min(128)).unwrap_or(128);
        self.ranking.order.clear();
        self.ranking.order.extend(0..size);
        self.ranking.decisions.clear();
        self.ranking.decisions.resize(usize::from(size).saturating_sub(1), Decision::Level);
        self.values.clear();
        self.values.resize(usize::from(size), Value::Count(0));
        self.separate(&mut Field { standings, games, complete, beyond }, 0, usize::from(size), 0);
        &self.ranking
    }

    /// Separates the teams at places `from` to before `to`, level so far, by the criteria from `at` on.
    fn separate<B: Beyond>(&mut self, field: &mut Field<'_, &mut B>, from: usize, to: usize, at: usize) {
        if to - from < 2 {
            return;
        }
        let rules = self.rules;
        for (at, rule) in rules.iter().enumerate().skip(at) {
            if !rule.holds_for(from + 1, to) {
                continue;
            }
            match rule.criterion {
                Criterion::HeadToHead(_) => return self.head_to_head(field, from, to, at),
                Criterion::HeadToHeadAgain => continue,
                Criterion::ShootOut if !self.have_just_met(field, from, to) => continue,
                _ => {}
            }
            let known = self.value(field, rule.criterion, from, to);
            if !known && rule.criterion.comes_last() && !field.complete {
                return;
            }
            if !known {
                let among = self.teams(from, to);
                for decision in &mut self.ranking.decisions[from..to - 1] {
                    *decision = Decision::Undecided { rule: *rule, among };
                }
                return;
            }
            if self.sort(*rule, from, to) {
                return self.each_level(from, to, |ranker, from, to| ranker.separate(field, from, to, at + 1));
            }
        }
    }

    /// Separates teams by a run of head-to-head criteria: one table of the matches among them all.
    fn head_to_head<B: Beyond>(&mut self, field: &mut Field<'_, &mut B>, from: usize, to: usize, at: usize) {
        let rules = self.rules;
        let run = rules[at..].iter().take_while(|rule| matches!(rule.criterion, Criterion::HeadToHead(_))).count();
        let after = at + run;
        let again = rules.get(after).is_some_and(|rule| rule.criterion == Criterion::HeadToHeadAgain);
        self.mini_league(field, from, to);
        let among = self.teams(from, to);
        self.by_mini_league(&rules[at..after], from, to);
        // What separates a pair is the first criterion of the run on which they differ.
        for place in from..to - 1 {
            let [above, below] = [place, place + 1].map(|place| self.tables[usize::from(self.ranking.order[place])]);
            let differs = rules[at..after].iter().find_map(|rule| {
                let values = [above, below].map(|table| Value::Count(table.measure(measure(rule.criterion))));
                (values[0] != values[1]).then_some(Decision::By { rule: *rule, values, among })
            });
            self.ranking.decisions[place] = differs.unwrap_or(Decision::Level);
        }
        let next = if again { after + 1 } else { after };
        self.each_level(from, to, |ranker, first, last| {
            // Anew only where the run has separated someone from them.
            let anew = again && last - first < to - from;
            ranker.separate(field, first, last, if anew { at } else { next });
        });
    }

    /// The table of the matches among the teams at some places, by team.
    fn mini_league<B>(&mut self, field: &Field<'_, B>, from: usize, to: usize) {
        let among = self.teams(from, to);
        self.tables.clear();
        self.tables.resize(field.standings.len(), Standing::default());
        for game in field.games {
            let [first, second] = game.sides;
            if among.has(first) && among.has(second) {
                let [home, away] = game.goals;
                self.tables[usize::from(first)].add(home, away, false, self.points);
                self.tables[usize::from(second)].add(away, home, true, self.points);
            }
        }
    }

    /// Sorts places by the mini-league, one criterion after the other.
    fn by_mini_league(&mut self, run: &[Rule], from: usize, to: usize) {
        let (order, tables) = (&mut self.ranking.order[from..to], &self.tables);
        order.sort_by(|&one, &two| {
            let [one, two] = [one, two].map(|team| &tables[usize::from(team)]);
            let differs = run.iter().map(|rule| {
                let measure = measure(rule.criterion);
                two.measure(measure).cmp(&one.measure(measure))
            });
            differs.into_iter().find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
        });
    }

    /// What the teams at some places have of a criterion; `false` if it is not known of all.
    fn value<B: Beyond>(
        &mut self,
        field: &mut Field<'_, &mut B>,
        criterion: Criterion,
        from: usize,
        to: usize,
    ) -> bool {
        let order = &self.ranking.order[from..to];
        if matches!(criterion, Criterion::PlayOff | Criterion::ShootOut | Criterion::Lots) {
            self.places.clear();
            self.places.resize(to - from, 0);
            if !field.beyond.order(criterion, order, &mut self.places) {
                return false;
            }
            for (&team, &place) in order.iter().zip(&self.places) {
                self.values[usize::from(team)] = Value::Place(place);
            }
            return true;
        }
        for &team in order {
            let standing = &field.standings[usize::from(team)];
            let value = match criterion {
                Criterion::Overall(measure) => Some(Value::Count(standing.measure(measure))),
                Criterion::GoalAverage => {
                    let &Standing { goals_for, goals_against, .. } = standing;
                    Some(Value::Average { goals_for, goals_against })
                }
                Criterion::Wins => Some(Value::Count(i32::from(standing.won))),
                Criterion::AwayWins => Some(Value::Count(i32::from(standing.away_wins))),
                Criterion::Opponents(measure) => Some(Value::Count(opponents(field, team, measure))),
                other => field.beyond.value(other, team),
            };
            let Some(value) = value else { return false };
            self.values[usize::from(team)] = value;
        }
        true
    }

    /// Sorts places by value; whether any two differ.
    fn sort(&mut self, rule: Rule, from: usize, to: usize) -> bool {
        let among = self.teams(from, to);
        let values = &self.values;
        let value = |team: u8| values[usize::from(team)];
        self.ranking.order[from..to].sort_by(|&one, &two| value(two).compare(value(one)));
        let mut any = false;
        for place in from..to - 1 {
            let values = [place, place + 1].map(|place| value(self.ranking.order[place]));
            let differ = values[0] != values[1];
            any |= differ;
            self.ranking.decisions[place] = if differ { Decision::By { rule, values, among } } else { Decision::Level };
        }
        any
    }

    /// Goes through the runs of places still level between `from` and `to`.
    fn each_level(&mut self, from: usize, to: usize, mut separate: impl FnMut(&mut Self, usize, usize)) {
        let mut first = from;
        for place in from..to {
            let ends = place + 1 == to || !matches!(self.ranking.decisions[place], Decision::Level);
            if ends {
                separate(self, first, place + 1);
                first = place + 1;
            }
        }
    }

    fn teams(&self, from: usize, to: usize) -> Teams {
        self.ranking.order[from..to].iter().copied().collect()
    }

    /// Whether just two teams are level on points, and their last match was against each other.
    fn have_just_met<B>(&self, field: &Field<'_, B>, from: usize, to: usize) -> bool {
        let &[one, two] = &self.ranking.order[from..to] else { return false };
        let points = |team: u8| field.standings[usize::from(team)].points;
        let level = field.standings.iter().filter(|standing| standing.points == points(one)).count();
        let last = |team: u8| field.games.iter().rev().find(|game| game.sides.contains(&team));
        level == 2 && last(one).is_some_and(|game| game.sides.contains(&two)) && last(one) == last(two)
    }
}

const fn measure(criterion: Criterion) -> Measure {
    match criterion {
        Criterion::HeadToHead(measure) => measure,
        _ => Measure::Points,
    }
}

/// A measure of the opponents of a team, summed over its matches.
fn opponents<B>(field: &Field<'_, B>, team: u8, measure: Measure) -> i32 {
    let opponent = |game: &Game| match game.sides {
        [first, second] if first == team => Some(second),
        [first, second] if second == team => Some(first),
        _ => None,
    };
    let standings = field.games.iter().filter_map(opponent);
    standings.filter_map(|other| field.standings.get(usize::from(other))).map(|other| other.measure(measure)).sum()
}
