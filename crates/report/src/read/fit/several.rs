//! Judges goals told of several scorers, or of a team.

use byline_record::PersonId;
use byline_record::ask::Verdict;
use byline_record::ask::words;

use super::super::clock::Meant;
use super::super::cues::Order;
use super::super::goals::{OrderWords, ToldGoal};
use super::super::{Judged, Out};
use super::minute::Certainty;
use super::{Bench, Fit, best_fit, elapsed, has_order};
use crate::claim::{Kind, Topic};
use crate::timeline::Goal;

impl Bench<'_, '_> {
    pub(super) fn of_several(&mut self, told: &ToldGoal, several: &[(usize, Vec<PersonId>)], out: &mut Out<'_>) {
        let mut all: Vec<Goal> = Vec::new();
        // Of scorers told of together one did score: it is this match, and all are said to have scored in it.
        let any = several.iter().any(|(_, people)| !self.goals_of(people, false).is_empty());
        // "Milik, Glik and Blaszczykowski also scored" in a match with a shoot-out in which all of them did: of their kicks.
        let kicked = |people: &[PersonId]| {
            self.entry().kicks.iter().any(|kick| {
                kick.taker.is_some_and(|taker| people.contains(&taker))
                    && matches!(kick.outcome, byline_record::PenaltyOutcome::Scored)
            })
        };
        let scored = |people: &[PersonId]| !self.goals_of(people, false).is_empty();
        if told.clocks.is_empty()
            && several.iter().all(|(_, people)| kicked(people))
            && !several.iter().all(|(_, people)| scored(people))
        {
            return;
        }
        for (name, people) in several {
            let goals = self.goals_of(people, false);
            if self.focus.loose
                && !goals.iter().any(|goal| self.agreement(goal, told) >= 3 || self.opponent_named(goal, out))
            {
                continue;
            }
            let span = self.passage.names.get(*name).map_or((told.first, told.end), |name| (name.first, name.end));
            if let Some(goal) = goals.first() {
                let topic = Topic::Event(self.entry().id, goal.index);
                let row = self.row(out, goal);
                let who = out.person(goal.scorer);
                out.push(
                    self.passage,
                    span,
                    Kind::Scorer,
                    format!("{who} scored{}", self.in_match(out)),
                    Judged::new(Verdict::Confirmed).showing(row).about(topic),
                );
            } else {
                let sure = if any { super::super::cues::Sure::Plain } else { told.sure };
                let alone = ToldGoal { clocks: Vec::new(), orders: Vec::new(), after: None, sure, ..told.clone() };
                self.no_goal(&alone, *name, people, span, out);
            }
            all.extend(goals);
        }
        let who = several.iter().map(|(_, people)| out.person(people.first().copied())).collect::<Vec<_>>();
        let who = words::list(&who);
        for words in &told.clocks {
            match &words.meant {
                Meant::EitherSide(point) => self.either_side(words, point, &all, &who, out),
                Meant::Within(minutes) => self.within(words, *minutes, &all, &who, out),
                Meant::At(spans) => {
                    let fitting = all
                        .iter()
                        .find(|goal| goal.clock.is_some_and(|clock| best_fit(spans, clock) == Fit::Yes))
                        .copied();
                    // "Struck in the second half", "second-half goals from Holes and Schick": of all of them.
                    let beside = words.end == told.at
                        || words.end <= told.end && told.first <= words.first
                        || words.first >= told.end && words.first - told.end <= 1;
                    let each = several.iter().all(|(_, people)| self.goals_of(people, false).len() == 1);
                    let whole = spans.iter().all(|span| elapsed(span.to) - elapsed(span.from) > 20);
                    let sure = fitting.is_none() && whole && beside && each && told.clocks.len() == 1 && !told.bare;
                    if let Some(goal) = fitting.or_else(|| all.first().copied().filter(|_| sure)) {
                        let who = out.person(goal.scorer);
                        let certainty = Certainty { sure, beside: sure, ..Certainty::default() };
                        self.minute(words, &all, &goal, certainty, &who, out);
                    }
                }
                Meant::Later(_) | Meant::After(..) => {}
            }
        }
        self.remember(all.iter().filter_map(|goal| goal.clock).max());
    }

    /// What is told of a team's goal, or of the opener, equaliser or winner of the match.
    pub(super) fn of_team(&mut self, told: &ToldGoal, out: &mut Out<'_>) {
        if self.focus.loose {
            return;
        }
        let side = told.team.and_then(|team| out.side(self.entry(), team));
        // Of nobody in particular, and in no match in particular.
        if side.is_none() && !self.focus.is_anchor && !self.is_local {
            return;
        }
        if told.team.is_some() && side.is_none() {
            return;
        }
        // "While Turkey went through with a last-minute winner": of whoever is named before it in its clause. "Benzema,
        // who fired in the equaliser": of his side.
        let before = self.passage.clause_start(told.first)..told.first;
        let named = self.passage.names.iter().rfind(|name| {
            name.end <= before.end
                && name.first >= before.start
                && (name.team().is_some() || name.is_person())
                && !super::super::about::is_object(self.passage, name)
        });
        let own = named.filter(|_| side.is_none()).and_then(|name| match name.team() {
            Some(team) => Some(out.side(self.entry(), team)),
            None => name.person().map(|person| out.side_of_person(self.entry(), person)),
        });
        let side = match own {
            Some(None) => return,
            Some(found) if !self.passage.is_possessive(named.map_or(0, |name| name.end)) => found,
            _ => side,
        };
        let of_side: Vec<Goal> =
            self.timeline.goals.iter().filter(|goal| side.is_none_or(|side| goal.side == side)).copied().collect();
        let fitting: Vec<Goal> = of_side
            .iter()
            .filter(|goal| told.orders.iter().all(|words| has_order(goal, self.timeline, words.order)))
            .copied()
            .collect();
        let Some(chosen) = fitting
            .iter()
            .max_by(|one, other| {
                self.agreement(one, told)
                    .cmp(&self.agreement(other, told))
                    .then(self.recency(other).cmp(&self.recency(one)))
            })
            .copied()
        else {
            return;
        };
        // "A consolation penalty converted by Özil", "the opening goal was scored by Peru's Carrillo": of whoever is
        // named behind it.
        let last_of_all = told.orders.iter().all(|words| words.order == Order::LastOfSide);
        let by = (told.end..told.end + 5).find(|&by| self.passage.is_any(by, &["by", "from"]));
        let doer = by.filter(|_| told.team.is_none() && told.scorers.is_empty()).and_then(|by| {
            let names = self.passage.names.iter().filter(|name| name.is_person());
            names.into_iter().find(|name| {
                (by + 1..by + 6).contains(&name.first) && !(by..name.first).any(|at| self.passage.is_stop(at))
            })
        });
        let another = |name: &crate::passage::Name| !chosen.scorer.is_some_and(|who| name.people().contains(&who));
        if doer.is_some_and(|name| last_of_all && name.first == by.unwrap_or(0) + 1 || another(name)) {
            return;
        }
        let row = self.row(out, &chosen);
        let topic = Topic::Event(self.entry().id, chosen.index);
        let team = words::team(out.record(), self.entry().team(chosen.side));
        for words in &told.orders {
            out.push(
                self.passage,
                (words.first, words.end),
                Kind::Order,
                format!("a goal of {team}: {}", words.order.words()),
                Judged::new(Verdict::Confirmed).showing(row.clone()).about(topic.clone()),
            );
        }
        // "England took the lead in the 58th minute"
        let placed = |words: &OrderWords| match words.order {
            Order::Doubled => self.is_explicit(words),
            Order::Ahead => told.team.is_some() && self.is_explicit(words),
            // "Iran added their second"
            Order::Nth(2..) => {
                told.team.is_some() && fitting.len() == 1 && self.passage.is_any(words.first, &["their", "its"])
            }
            order => order.is_plain(),
        };
        let plain = !told.bare && told.orders.iter().any(placed);
        for words in &told.clocks {
            // "The equaliser came in the 70th minute"
            let came = words.first == told.end + 1 && self.passage.is_any(told.end, &["came", "arrived"]);
            // "Slovakia's goal came in the 50th minute", of the only one they scored.
            let only = came
                && self.passage.is_any(told.at, &["goal"])
                && told.orders.is_empty()
                && told.team.is_some()
                && side.is_some()
                && of_side.len() == 1;
            let sure = (plain || only) && told.clocks.len() == 1;
            let beside = sure && (told.team.is_some() || came) && self.stands_beside(told, words);
            let sure = Certainty { sure, beside, ..Certainty::default() };
            self.minute(words, &fitting, &chosen, sure, &team, out);
        }
        self.remember(chosen.clock);
    }
}
