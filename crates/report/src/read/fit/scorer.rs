//! Judges goals told of one scorer.

use byline_record::ask::Verdict;
use byline_record::{EventKind, Match, PersonId};

use super::super::about::is_hypothetical;
use super::super::clock::Meant;
use super::super::cues::{Order, Sure};
use super::super::goals::{OrderWords, ToldGoal};
use super::super::{Judged, Out};
use super::minute::Certainty;
use super::{Bench, Fit, best_fit, has_order, is_narrow, is_score};
use crate::claim::{Kind, Topic};
use crate::timeline::Goal;

impl Bench<'_, '_> {
    /// "Dier scored, but Russia found an equaliser": whether the other side is named between a scorer and the words of a
    /// goal.
    fn other_side_between(&self, name: usize, at: usize, side: byline_record::Side, out: &Out<'_>) -> bool {
        let Some(scorer) = self.passage.names.get(name) else { return false };
        let mut between = self.passage.names.iter().filter(|name| name.first >= scorer.end && name.end <= at);
        between.any(|name| {
            const LINKS: &[&str] =
                &["but", "and", "before", "then", "after", "when", "once", "though", "although", "until"];
            let is_link = (scorer.end..name.first).any(|at| self.passage.is_any(at, LINKS));
            is_link && name.team().and_then(|team| out.side(self.entry(), team)) == Some(side.other())
        })
    }

    /// Of those who may be the subject the one the record has a fitting goal of, the nearest first.
    pub(super) fn likeliest<'t>(
        &self,
        told: &'t ToldGoal,
        name: usize,
        people: &'t [PersonId],
    ) -> (usize, &'t [PersonId]) {
        let own = told.own_goal.is_some();
        let fits = |people: &[PersonId]| {
            let said = !told.clocks.is_empty() || !told.orders.is_empty() || told.after.is_some();
            self.goals_of(people, own)
                .iter()
                .any(|goal| if said { self.agreement(goal, told) >= 2 } else { told.sure == Sure::Plain })
        };
        if !self.goals_of(people, own).is_empty() || self.did_plainly(told, name) {
            return (name, people);
        }
        let other = told.others.iter().rev().find(|(_, people)| fits(people));
        other.map_or((name, people), |(name, people)| (*name, people.as_slice()))
    }

    /// How many things are told that pin a goal down.
    pub(super) fn facts(&self, told: &ToldGoal) -> usize {
        let clocks = told.clocks.iter().filter(|words| match &words.meant {
            Meant::At(spans) => is_narrow(spans),
            Meant::Later(_) | Meant::After(..) => true,
            Meant::EitherSide(_) | Meant::Within(_) => false,
        });
        let orders = told.orders.iter().filter(|words| self.is_explicit(words));
        clocks.count() + orders.count() + usize::from(told.after.is_some())
    }

    /// Whether a place is told in more than a word that may be used loosely.
    pub(super) fn is_explicit(&self, words: &OrderWords) -> bool {
        let loose = self.passage.is_any(words.first, &["won", "settled", "sealed", "finished", "cancelled", "to"]);
        // "Headed the first from a corner": no first of several chances.
        let first = words.order == Order::Nth(1)
            && (super::super::plain::closes(self.passage, words.end)
                || self.passage.is_any(words.end.wrapping_sub(1), &["goal"])
                || self.passage.is_any(words.end, &["from", "goal", "in", "after", "with", "for"])
                // "The first of the seven goals"
                || self.passage.any_phrase(words.end, &["of the"]).and_then(|of| self.passage.cardinal(of)).is_some_and(
                    |(_, noun)| self.passage.is_any(noun, &["goals"]),
                ));
        let placed = first
            || matches!(
                words.order,
                Order::Opener
                    | Order::Equaliser
                    | Order::Winner
                    | Order::Ahead
                    | Order::AheadForGood
                    | Order::Doubled
                    | Order::Reduced
                    | Order::Nth(2..)
            );
        placed && !loose && words.end - words.first >= 2
    }

    /// Whether words that have a second meaning cannot have it of any of somebody's goals: who scores when his side leads
    /// gives it no lead, and who scores when it is not behind pulls nothing back.
    fn is_misplaced_by(&self, words: &OrderWords, goals: &[Goal]) -> bool {
        // "Gave Germany a 2-0 lead", "put Spain further ahead".
        const MORE: &[&str] = &[
            "further",
            "comfortably",
            "well",
            "back",
            "again",
            "clear",
            "even",
            "more",
            "commanding",
            "comfortable",
            "unassailable",
            "healthy",
        ];
        let passage = self.passage;
        let end = words.end + 2;
        let more = (words.first..end).any(|at| {
            passage.is_any(at, MORE)
                || passage.cardinal(at).is_some()
                || matches!(passage.kind(at), Some(byline_record::ask::english::tokens::TokenKind::Score(..)))
        });
        match words.order {
            Order::Ahead => goals
                .iter()
                .all(|goal| goal.after.leader() != Some(goal.side) || goal.before.leader() == Some(goal.side) && !more),
            Order::Doubled => !more && goals.iter().all(|goal| goal.after.margin(goal.side) != 2),
            Order::Reduced => goals.iter().all(|goal| goal.before.leader() != Some(goal.side.other())),
            Order::AheadForGood => !goals.iter().any(|goal| has_order(goal, self.timeline, words.order)),
            _ => false,
        }
    }

    /// Whether nothing told speaks against a goal.
    pub(super) fn agrees_in_all(&self, goal: &Goal, told: &ToldGoal) -> bool {
        let clocks = told.clocks.iter().all(|words| match (&words.meant, goal.clock) {
            (Meant::At(spans), Some(clock)) => best_fit(spans, clock) != Fit::No,
            (Meant::Later(minutes), Some(clock)) => self.is_later(clock, *minutes),
            (Meant::After(minutes, name), Some(clock)) => self.is_after(clock, *minutes, *name),
            _ => true,
        });
        let orders = told.orders.iter().all(|words| has_order(goal, self.timeline, words.order));
        let score = told.after.is_none_or(|(one, other, _)| is_score(goal.after, one, other));
        let penalty = told.penalty.is_none() || matches!(goal.kind, EventKind::Penalty(_));
        clocks && orders && score && penalty
    }

    pub(super) fn of_scorer(&mut self, told: &ToldGoal, name: usize, people: &[PersonId], out: &mut Out<'_>) {
        let own = told.own_goal.is_some();
        let goals = self.goals_of(people, own);
        // Whom a pronoun stands for is only guessed: the goal is then its side's, or anybody's.
        let counted = told.count.is_some_and(|(count, ..)| count > 1 && usize::from(count) == goals.len());
        if name == usize::MAX && !counted && !goals.iter().any(|goal| self.agreement(goal, told) >= 2) {
            if !told.orders.is_empty() {
                let of_team = ToldGoal { scorers: Vec::new(), others: Vec::new(), bare: true, ..told.clone() };
                self.of_team(&of_team, out);
            }
            return;
        }
        let (mut first, mut end) = self.scorer_words(told, name);
        let Some(chosen) = goals.iter().max_by(|one, other| {
            self.agreement(one, told)
                .cmp(&self.agreement(other, told))
                .then(self.recency(other).cmp(&self.recency(one)))
        }) else {
            if !told.bare {
                let (name, people) = self.suspect(told, name, people, out);
                let (first, end) = self.scorer_words(told, name);
                self.no_goal(told, name, people, (first, end), out);
            }
            return;
        };
        // The opponent is a clue of its own: the goal is one against him, whenever it was.
        let recalled = self.focus.loose && !told.bare && self.opponent_named(chosen, out);
        if self.is_of_another_side(told, &goals) || self.is_wholly_of_another(told, &goals) {
            self.not_then(told, name, &goals, out);
            return;
        }
        if (told.bare || self.focus.loose) && self.agreement(chosen, told) < 3 && !recalled {
            return;
        }
        let chosen = *chosen;
        if self.is_at_odds(told, &chosen) {
            return;
        }
        let who = out.person(chosen.scorer);
        // In a paragraph about this match, who scored once in it needs nothing else to agree.
        let sole = recalled && told.scorers.len() == 1 && self.names_none_but(told, chosen.side, out);
        self.is_local |= sole;
        // Of a match that only a name speaks for, a minute of none of his goals tells that another is meant.
        let fits = |spans: &[byline_record::ask::statement::Minutes]| {
            goals.iter().filter_map(|goal| goal.clock).any(|clock| best_fit(spans, clock) != Fit::No)
        };
        let is_off = |words: &super::super::clock::ClockWords| matches!(&words.meant, Meant::At(spans) if is_narrow(spans) && !fits(spans));
        if self.focus.loose && !sole && told.clocks.iter().any(is_off) {
            return;
        }
        let is_his = self.is_local && !self.focus.is_anchor && !told.bare;
        let both = self.is_local && !told.bare && self.names_two_scorers();
        let all_his = told.count.is_some_and(|(count, ..)| count > 1 && usize::from(count) == goals.len());
        self.agrees = goals.len() == 1 && (is_his || both || self.agreement(&chosen, told) >= 2) || is_his && all_his;
        self.sole = self.focus.alone
            && !self.focus.may_contradict
            && goals.len() == 1
            && chosen.scorer.is_some_and(|scorer| out.goals_of(scorer) == 1);
        let kind = if own { Kind::OwnGoal } else { Kind::Scorer };
        let noun = if own { "scored an own goal" } else { "scored" };
        let row = self.row(out, &chosen);
        let topic = Topic::Event(self.entry().id, chosen.index);
        // How many is told by words of its own, which may be wrong.
        if let Some((_, count, _)) = told.count.filter(|&(_, count, after)| first < count && after <= end) {
            end = count;
        } else if let Some((.., after)) = told.count.filter(|&(_, count, after)| first == count && after < end) {
            first = after;
        }
        out.push(
            self.passage,
            (first, end),
            kind,
            format!("{who} {noun}{}", self.in_match(out)),
            Judged::new(Verdict::Confirmed).showing(row.clone()).about(topic.clone()),
        );
        if let Some((count, first, end)) = told.count {
            // "Completed his hat-trick with another penalty": only that one was a penalty.
            let all_penalties = told.penalty.is_some_and(|(first, end)| {
                self.passage.has(first, end + 1, &["penalties", "spot kicks", "spot", "penalty spot"])
                    && !self.passage.is_any(first, &["a", "another", "the"])
                    || self.passage.has(first, end, &["from the spot", "from the penalty spot"])
            });
            let counts = |goal: &&Goal| !all_penalties || matches!(goal.kind, EventKind::Penalty(_));
            let has = u8::try_from(goals.iter().filter(counts).count()).unwrap_or(u8::MAX);
            let rows = goals.iter().flat_map(|goal| self.row(out, goal)).collect();
            // "Has scored three goals": by now, in whatever matches.
            let by_now = (told.at.saturating_sub(2)..=told.at).any(|at| self.passage.is_any(at, &["has", "have"]));
            // "With Valencia bagging a hat-trick"
            const BAGGED: &[&str] = &["bagging", "netting", "grabbing", "bagged", "grabbed", "notched", "notching"];
            let plain = told.sure == Sure::Plain || self.passage.is_any(told.at, BAGGED) && first <= told.end;
            // "Had scored twice at Wembley", of no match there: another is told of.
            // "Van Basten's five goals made him the leading scorer": all he has at the tournament.
            let edition = out.view.matches_in(self.entry().edition);
            let total: usize = edition
                .map(|entry| {
                    entry.goals().filter(|goal| goal.player == chosen.scorer && chosen.scorer.is_some()).count()
                })
                .sum();
            let in_all = total == usize::from(count) && self.passage.is_possessive(first.wrapping_sub(1));
            let too_many = plain
                && self.timeline.complete
                && has < count
                && !by_now
                && !in_all
                && !self.ends_a_list(name)
                && !self.is_placed_elsewhere(end, out);
            // "A hat-trick against Tunisia" is of the one match with them there was.
            let verdict = match self.by_match(has == count, too_many) {
                Verdict::NotRead if sole && too_many && !super::super::moment::is_elsewhere(self.passage) => {
                    Verdict::Contradicted
                }
                verdict => verdict,
            };
            let rows: Vec<byline_record::ask::Evidence> = rows;
            // A brace and a hat-trick say of a goal which of his it was, too.
            if verdict == Verdict::Confirmed {
                let judged = Judged::new(verdict).showing(rows.clone()).about(topic.clone());
                out.push(self.passage, (first, end), Kind::Order, format!("{who} scored {count}"), judged);
            }
            out.push(
                self.passage,
                (first, end),
                Kind::Scorer,
                format!("{who}: {count} goals{}", self.in_match(out)),
                Judged::new(verdict).showing(rows).about(topic.clone()),
            );
        }
        let own_nth = told
            .orders
            .iter()
            .any(|words| matches!(words.order, Order::OwnNth(_)) && has_order(&chosen, self.timeline, words.order));
        let sure = !told.bare && name != usize::MAX && (told.sure == Sure::Plain || goals.len() == 1 || own_nth);
        // "placed the second": which of his goals it was.
        let placed: Vec<Goal> = goals
            .iter()
            .filter(|goal| told.orders.iter().all(|words| has_order(goal, self.timeline, words.order)))
            .copied()
            .collect();
        let is_placed = placed.len() == 1
            && told.orders.iter().any(|words| self.is_explicit(words) || matches!(words.order, Order::OwnNth(_)));
        let judged = if is_placed { &placed } else { &goals };
        // The score after it says which goal it was, whoever is thought to have scored it.
        let is_scored = told.after.is_some_and(|(one, other, _)| is_score(chosen.after, one, other));
        // Of "he bundled in the equaliser" the place says which goal it was, if no other had it.
        let only_one = !told.orders.is_empty()
            && placed.len() == 1
            && self
                .timeline
                .goals
                .iter()
                .filter(|goal| goal.side == chosen.side)
                .filter(|goal| told.orders.iter().all(|words| has_order(goal, self.timeline, words.order)))
                .count()
                == 1;
        let sure = sure || (is_placed && !told.bare && name != usize::MAX) || ((is_scored || only_one) && !told.bare);
        let paired = self.is_pair(told, &goals, &placed);
        for words in &told.clocks {
            // With two moments told, one may be of something else.
            // "In the first half, as Koller opened the scoring in the 34th minute": the half only says it again.
            let agrees = |other: &super::super::clock::ClockWords| match (&other.meant, chosen.clock) {
                (Meant::At(spans), Some(clock)) => !is_narrow(spans) && best_fit(spans, clock) == Fit::Yes,
                // "Three times within twelve minutes": of no one goal.
                (Meant::Within(_), _) => true,
                _ => false,
            };
            let rest = told.clocks.iter().filter(|other| other.first != words.first);
            // "With three minutes left Italy led by an 18th-minute goal from Vieri": an attribute is of its noun.
            let only = told.clocks.len() == 1 || paired || self.is_attribute(told, words) || rest.clone().all(agrees);
            let only = only && !self.is_put_in(words, told);
            // "in the 57th and 63rd minutes"
            let of_clock = goals.iter().find(|goal| match (&words.meant, goal.clock) {
                (Meant::At(spans), Some(clock)) => told.clocks.len() > 1 && best_fit(spans, clock) == Fit::Yes,
                _ => false,
            });
            let beside = only && !told.bare && (paired || self.stands_beside(told, words));
            let sure = Certainty {
                sure: ((sure || (beside && name != usize::MAX)) && only || paired) && self.is_goal_like(told),
                bare: told.bare,
                beside,
                of_team: self.follows_team(told, words),
            };
            let judged = if sure.sure && !is_placed { &goals } else { judged };
            self.minute(words, judged, of_clock.unwrap_or(&chosen), sure, &who, out);
        }
        self.sole_minute(told, &goals, &chosen, &who, out);
        for words in &told.orders {
            let right = self.is_in_order(words, &chosen);
            let elsewhere = goals.iter().any(|goal| self.is_in_order(words, goal));
            // "Germany's fourth goal in six minutes" counts from somewhere else.
            let in_a_spell = (words.end..words.end + 3)
                .any(|at| self.passage.word(at) == "in" && self.passage.cardinal(at + 1).is_some());
            let counted = matches!(words.order, Order::Nth(2..)) && !self.focus.loose && !in_a_spell;
            let plain = words.order.is_plain() || self.is_explicit(words) && self.is_misplaced_by(words, &goals);
            let wrong = (counted || plain && told.sure == Sure::Plain)
                && (goals.len() == 1 || plain && told.count.is_none() && !self.focus.loose)
                && self.timeline.complete
                && !self.other_side_between(name, words.first, chosen.side, out);
            // "Struck first in extra time"
            const OF_PART: &[&str] = &[
                "in extra time",
                "in overtime",
                "in the second half",
                "after the break",
                "after half time",
                "after the interval",
                "in the shoot out",
                "in the shootout",
            ];
            let of_part = words.order == Order::Opener && self.passage.any_phrase(words.end, OF_PART).is_some();
            let wrong = !of_part && wrong;
            let wrong = wrong || self.is_beyond(words, &chosen, told, out) || self.is_none_of_side(words, told, out);
            if !right && (elsewhere || !wrong) {
                continue;
            }
            let shown = if right { row.clone() } else { self.order_rows(words.order, &chosen, out) };
            out.push(
                self.passage,
                (words.first, words.end),
                Kind::Order,
                format!("the goal of {who} was {}", words.order.words()),
                Judged::new(self.by_match(right, wrong)).showing(shown).about(topic.clone()),
            );
        }
        if let Some((one, other, at)) = told.after {
            let right = is_score(chosen.after, one, other);
            let before = |words: &[&str]| at > 0 && self.passage.is_any(at - 1, words);
            let said =
                told.sure == Sure::Plain || (!told.bare && name != usize::MAX && before(&["it", "was", "for", "lead"]));
            let made = before(&["it"]) && at > 1 && self.passage.is_any(at - 2, &["made", "make", "making"]);
            let elsewhere = self.timeline.goals.iter().any(|goal| {
                is_score(goal.after, one, other) && goal.scorer != chosen.scorer && self.names_scorer(goal)
            });
            let all = told.count.is_some_and(|(count, ..)| usize::from(count) == goals.len());
            let never = !goals.iter().any(|goal| is_score(goal.after, one, other));
            // "Made it 4-1 in the 25th minute": which of his goals the minute says.
            let timed = told.clocks.iter().any(|words| match (&words.meant, chosen.clock) {
                (Meant::At(spans), Some(clock)) => is_narrow(spans) && best_fit(spans, clock) == Fit::Yes,
                _ => false,
            });
            // "Alfonso made it 5-3" of a match that never stood so.
            let nowhere = !self.timeline.goals.iter().any(|goal| is_score(goal.after, one, other));
            let wrong = (goals.len() == 1 || (never && (all && before(&["it", "was"]) || (timed || nowhere) && made)))
                && said
                && (made || !elsewhere)
                && !self.has_rivals(told)
                && (!before(&["at"]) || told.orders.iter().any(|words| words.order == Order::Equaliser))
                && self.timeline.complete;
            // "A goal from Kane would have made it 2-2"
            if right || wrong && !is_hypothetical(self.passage, at) {
                out.push(
                    self.passage,
                    (at, at + 1),
                    Kind::RunningScore,
                    format!("{one}-{other} after the goal of {who}"),
                    Judged::new(self.by_match(right, wrong)).showing(row.clone()).about(topic.clone()),
                );
            }
            // "Made it 1-1" says that it was an equaliser.
            if right && one == other && told.orders.is_empty() {
                out.push(
                    self.passage,
                    (told.at, at + 1),
                    Kind::Order,
                    format!("the goal of {who} was {}", Order::Equaliser.words()),
                    Judged::new(Verdict::Confirmed).showing(row.clone()).about(topic.clone()),
                );
            }
        }
        if let Some(words) = told.penalty {
            let right = matches!(chosen.kind, EventKind::Penalty(_));
            let missed = self
                .entry()
                .events
                .iter()
                .any(|event| !event.kind.is_goal() && matches!(event.kind, EventKind::Penalty(_)));
            let wrong =
                told.sure == Sure::Plain && goals.len() == 1 && !missed && self.entry().score.shoot_out.is_none();
            if right || wrong {
                out.push(
                    self.passage,
                    words,
                    Kind::Penalty,
                    format!("the goal of {who} was a penalty"),
                    Judged::new(self.by_match(right, wrong)).showing(row).about(topic),
                );
            }
        }
        self.remember(chosen.clock);
    }

    /// "Placed the third" of a match of two goals, "his third" of somebody who has two, here and at the tournament: whether
    /// no way of counting reaches a place.
    fn is_beyond(&self, words: &OrderWords, goal: &Goal, told: &ToldGoal, out: &Out<'_>) -> bool {
        const OTHER: &[&str] = &["season", "club", "international", "qualifying", "country", "career", "caps"];
        let passage = self.passage;
        // "His second for France": for his country, in whatever matches.
        let of_side = passage.has(words.end, words.end + 3, &["for"]);
        let other = of_side || passage.has(words.first, words.end + 8, OTHER);
        if told.sure != Sure::Plain && !self.is_goal_like(told) || other {
            return false;
        }
        let entry = self.entry();
        match words.order {
            Order::Nth(nth @ 3..) => {
                let all = self.timeline.goals.len();
                usize::from(nth) > all
            }
            Order::OwnNth(nth @ 2..) => {
                let Some(person) = goal.scorer else { return false };
                let scored = |other: &Match| other.goals().filter(|own| own.player == Some(person)).count();
                let before = out.record().person(person).teams.iter().flat_map(|&team| out.view.matches_of(team));
                let before: Vec<&Match> = before.filter(|other| other.date <= entry.date).collect();
                let of_edition: usize =
                    before.iter().filter(|other| other.edition == entry.edition).map(|other| scored(other)).sum();
                let of_all: usize = before.iter().map(|other| scored(other)).sum();
                // "Firmino's late second" of a side whose second it was.
                let of_side = self.timeline.goals.iter().filter(|own| own.side == goal.side && own.nth <= goal.nth);
                let of_side = of_side.count() == usize::from(nth) && !passage.is_any(words.first, &["his", "her"]);
                usize::from(nth) > of_edition.max(of_all) && !of_side
            }
            _ => false,
        }
    }

    /// "Mbappe scored France's second", who has two others of theirs: a place among the goals of a side in the match itself,
    /// which none of a scorer's has.
    fn is_none_of_side(&self, words: &OrderWords, told: &ToldGoal, out: &Out<'_>) -> bool {
        let passage = self.passage;
        let owner = passage.name_from(words.first).filter(|name| passage.is_possessive(name.end));
        let side = owner.and_then(crate::passage::Name::team).and_then(|team| out.side(self.entry(), team));
        let end = words.end + usize::from(passage.is_any(words.end, &["goal", "goals"]));
        // "Germany's fourth goal in six minutes", "France's second of the tournament": counted over something else.
        let whole =
            end >= passage.len() || passage.is_break(end) || passage.is_stop(end) || passage.is_any(end, &["from"]);
        matches!(words.order, Order::Nth(_))
            && side.is_some()
            && whole
            && told.sure == Sure::Plain
            && told.scorers.len() == 1
            && told.others.is_empty()
            && self.timeline.complete
            && self.focus.is_anchor
            && !self.focus.loose
            && passage.quote.is_none()
    }

    /// Whether a goal has the place told of it: "Senegal's third" is counted over those of Senegal alone.
    fn is_in_order(&self, words: &OrderWords, goal: &Goal) -> bool {
        let Order::Nth(nth) = words.order else { return has_order(goal, self.timeline, words.order) };
        let owner = self.passage.name_from(words.first).filter(|name| self.passage.is_possessive(name.end));
        let of_side = self.timeline.goals.iter().filter(|other| other.side == goal.side && other.nth <= goal.nth);
        match owner.and_then(crate::passage::Name::team) {
            Some(_) => of_side.count() == usize::from(nth),
            None => has_order(goal, self.timeline, words.order),
        }
    }

    /// Whether the moment told of a goal in a match that is neither the report's nor the paragraph's is of none there: it
    /// is of yet another match.
    fn is_at_odds(&self, told: &ToldGoal, chosen: &Goal) -> bool {
        let mut moments = told.clocks.iter().filter_map(|words| match (&words.meant, chosen.clock) {
            (Meant::At(spans), Some(clock)) => Some(best_fit(spans, clock)),
            _ => None,
        });
        let elsewhere = !self.focus.is_anchor && !self.is_local && !self.focus.may_contradict;
        elsewhere && moments.clone().next().is_some() && moments.all(|fit| fit == Fit::No)
    }

    /// Whether two scorers of this match are told of, each by name: it is this one, whatever was recalled before.
    fn names_two_scorers(&self) -> bool {
        let mut named: Vec<PersonId> =
            self.timeline.goals.iter().filter_map(|goal| goal.scorer).filter(|&scorer| self.is_named(scorer)).collect();
        named.sort_unstable();
        named.dedup();
        named.len() > 1
    }

    /// Whether the words are of a goal, and not of a ball that somebody headed or sent somewhere.
    pub(super) fn is_goal_like(&self, told: &ToldGoal) -> bool {
        const INTO: &[&str] = &[
            "home",
            "past",
            "beyond",
            "across",
            "net",
            "goal",
            "corner",
            "into the net",
            "into the corner",
            "into the top",
            "into the bottom",
            "into the roof",
            "into the far",
            "into the goal",
            "into the empty",
            "into the back",
            "over the line",
            "inside",
            "under",
            "through the",
            "score",
            "beat",
            "beating",
            "first",
            "second",
            "third",
            "fourth",
            "in off",
            "high into",
            "low into",
            "his account",
        ];
        let passage = self.passage;
        let end = told.end + 8;
        let in_clock = |at: usize| told.clocks.iter().any(|words| (words.first..words.end).contains(&at));
        let particle = (told.at..end)
            .any(|at| passage.word(at) == "in" && !in_clock(at) && !passage.is_any(at + 1, &["the", "a", "an", "his"]))
            || passage.any_phrase(told.end, &["put in a header", "put in a penalty"]).is_some();
        let in_of_clock = told.clocks.iter().any(|words| {
            passage.word(words.first) == "in" && passage.is_any(words.first + 1, &["after", "on", "with", "from"])
        });
        const GOALS: &[&str] = &[
            "header",
            "penalty",
            "strike",
            "strikes",
            "goal",
            "goals",
            "headers",
            "penalties",
            "nets",
            "finish",
            "volley",
            "opener",
            "equaliser",
            "winner",
            "lob",
            "chip",
            "spot",
            "backheel",
            "slotted",
            "tucked",
            "bundled",
            "converted",
            "buried",
            "prodded",
            "poked",
            "stabbed",
            "squeezed",
            "scrambled",
            "rifled",
            "nodded",
            "volleyed",
            "replied",
            "finished",
        ];
        /// Words that have scored before how it was done is told.
        const SCORED: &[&str] = &[
            "opened the scoring",
            "opening the scoring",
            "scored with",
            "equalised with",
            "levelled with",
            "in front with",
            "ahead with",
            "into the lead with",
            "the lead with",
            "equalised",
        ];
        /// Verbs after which a participle tells how.
        const DONE: &[&str] = &[
            "scored",
            "opened the scoring",
            "broke the deadlock",
            "equalised",
            "equalized",
            "levelled",
            "doubled the lead",
            "doubled their lead",
            "netted",
            "struck",
            "made it",
        ];
        // "Responded with a powerful header"
        let with = (told.at + 1..told.at + 4)
            .find(|&at| passage.word(at) == "with" && passage.is_any(at + 1, &["a", "an", "his", "another"]));
        let noun = with.is_some_and(|with| {
            (with + 2..with + 6).take_while(|&at| !passage.is_break(at)).any(|at| {
                passage.is_any(at, &["header", "volley", "shot", "strike", "finish", "penalty", "drive", "effort"])
                    || passage
                        .is_any(at, &["thunderbolt", "screamer", "rocket", "belter", "piledriver", "curler", "stunner"])
            })
        });
        // "Headed in a free kick", "looped in a header", "put away Messi's pass": of a shot or header alone.
        const HEADED: &[&str] = &[
            "headed", "nodded", "glanced", "tapped", "turned", "bundled", "stabbed", "poked", "prodded", "slotted",
            "looped", "stroked",
        ];
        let headed_in = passage.is_any(told.at, HEADED) && passage.word(told.at + 1) == "in" && !in_clock(told.at + 1)
            || passage
                .any_phrase(told.at, &["put away", "tucked away", "did the rest", "hit back", "struck back"])
                .is_some();
        // "Drilled in a header", "scored first, heading in a cross"
        let into = passage.word(told.at + 1) == "in"
            && passage.is_any(told.at + 2, &["a", "an", "his", "another"])
            && (told.at + 3..told.at + 6)
                .take_while(|&at| !passage.is_break(at) && passage.name_at(at).is_none())
                .any(|at| passage.is_any(at, &["header", "shot", "volley", "penalty", "strike"]));
        let follows = passage.is_mark(told.at.wrapping_sub(1), ',')
            && passage.word(told.at).ends_with("ing")
            && passage.has(told.first, told.at, DONE);
        // "Struck eight minutes from time", "with McCarthy scoring in the 31st minute"
        let scoring = passage.word(told.at) == "scoring"
            && told.at.checked_sub(1).and_then(|last| passage.name_at(last)).is_some_and(|name| name.is_person());
        let struck = (scoring || passage.is_any(told.at, &["struck", "strikes", "pounced"]))
            && told.clocks.iter().any(|words| words.first == told.end);
        told.sure == Sure::Plain
            || noun
            || struck
            || into
            || follows
            || headed_in
            || passage.is_any(told.at, GOALS)
            || passage.is_any(told.at.wrapping_sub(1), &["penalty"]) && passage.is_any(told.at, &["shot", "kick"])
            || !told.orders.is_empty()
            || told.after.is_some()
            || told.penalty.is_some()
            || told.own_goal.is_some()
            || told.count.is_some()
            || particle
            || in_of_clock
            || passage.has(told.at, end, INTO)
            // "Rose unmarked in the 12th minute to meet a corner and scored"
            || passage.has(told.at, passage.clause_end(end).min(told.end + 16), &["and scored", "and headed home"])
            // "Opened the scoring with a fierce 30th-minute shot"
            || passage.has(told.first, told.at, SCORED)
            // "Bellingham's overhead kick equalised"
            || passage.any_phrase(told.at, &["kick equalised", "kick equalized", "kick levelled", "kick opened"]).is_some()
            // "Had scored in the fifth minute through Marquez"
            || passage.name_at(told.at).is_some()
                && passage.has(told.first.saturating_sub(4), told.first, &["through"])
                && passage.has(told.first.saturating_sub(10), told.first, &["scored"])
            // "Sneijder was on hand to convert"
            || passage.word(told.at) == "to" && passage.has(told.at.saturating_sub(2), told.at + 1, &["on hand to"])
            // "Kluivert pulled off a sensational equaliser"
            || passage.name_at(told.at).is_some()
                && passage.has(told.end, told.end + 7, &["equaliser", "equalizer", "winner", "opener", "leveller"])
    }

    /// "twice, in the 23rd and 75th minutes", "in front after 25 minutes and at 73 stole in": two moments of the only two
    /// goals of one scorer, one of them right; where they do not stand side by side, the place of the other goal is told.
    fn is_pair(&self, told: &ToldGoal, goals: &[Goal], placed: &[Goal]) -> bool {
        let [one, other] = told.clocks.as_slice() else { return false };
        let fits = |words: &super::super::clock::ClockWords| match &words.meant {
            Meant::At(spans) => {
                goals.iter().filter_map(|goal| goal.clock).any(|clock| best_fit(spans, clock) != Fit::No)
            }
            _ => true,
        };
        let side_by_side =
            other.first <= one.end + 1 && (one.end == other.first || self.passage.is_any(one.end, &["and"]));
        let wrong = if fits(one) { other } else { one };
        let of_placed = matches!(placed, [placed] if told.orders.iter().any(|words| self.is_explicit(words)
            && has_order(placed, self.timeline, words.order)
            && words.end == wrong.first));
        goals.len() == 2 && !told.bare && fits(one) != fits(other) && (side_by_side || of_placed)
    }

    /// "Pedro Cea, Victoriano Iriarte and Hector Castro scored three times": whether a name ends a list of which not all
    /// were found to be anybody, so that what is counted is of all of them.
    fn ends_a_list(&self, name: usize) -> bool {
        let and = self.passage.names.get(name).and_then(|name| name.first.checked_sub(1));
        and.filter(|&and| self.passage.is_any(and, &["and"])).and_then(|and| and.checked_sub(1)).is_some_and(|last| {
            self.passage.token(last).is_some_and(|token| token.capital)
                || self.passage.name_at(last).is_some_and(crate::passage::Name::is_person)
        })
    }

    /// Whether the passage names the team a goal was scored against.
    pub(super) fn opponent_named(&self, goal: &Goal, out: &Out<'_>) -> bool {
        let record = out.record();
        let opponent = record.root(self.entry().team(goal.side.other()));
        self.passage.names.iter().flat_map(|name| &name.means).any(
            |means| matches!(means, byline_record::names::find::Entity::Team(team) if record.root(*team) == opponent),
        )
    }

    /// Whether the one minute told is that of no goal of his, and in everything told of another of the same side: it may
    /// be the name that is wrong.
    fn is_of_another_side(&self, told: &ToldGoal, goals: &[Goal]) -> bool {
        let [words] = told.clocks.as_slice() else { return false };
        let Meant::At(spans) = &words.meant else { return false };
        let fits = |goal: &Goal| goal.clock.is_some_and(|clock| best_fit(spans, clock) == Fit::Yes);
        let near = |goal: &Goal| goal.clock.is_some_and(|clock| best_fit(spans, clock) != Fit::No);
        let side = goals.first().map(|goal| goal.side);
        is_narrow(spans)
            && words.first >= told.at
            && words.first <= told.end + 1
            && !goals.iter().any(near)
            && self.timeline.goals.iter().any(|goal| Some(goal.side) == side && fits(goal) && !self.names_scorer(goal))
    }

    /// "Lineker's header put England in front after 25 minutes": whether the minute and the place told agree with one goal
    /// of his side, by somebody who is not named, and with none of his.
    fn is_wholly_of_another(&self, told: &ToldGoal, goals: &[Goal]) -> bool {
        let side = goals.first().map(|goal| goal.side);
        self.facts(told) + usize::from(told.penalty.is_some()) > 1
            && told.clocks.len() == 1
            && !goals.iter().any(|goal| self.agrees_in_all(goal, told))
            && matches!(self.pinned(told, side).as_slice(), [goal] if !self.names_scorer(goal))
    }

    /// "Giroud opened the scoring in the 17th minute", of somebody who scored, and not then: denied where he stands right
    /// before words that say nothing but that he scored, or owns the goal of which more is told.
    fn not_then(&self, told: &ToldGoal, name: usize, goals: &[Goal], out: &mut Out<'_>) {
        const SCORED: &[&str] = &["scored", "netted", "equalised", "equalized", "levelled"];
        const DID: &[&str] = &["opened", "put", "gave", "fired", "headed", "sent", "made", "doubled", "restored"];
        let passage = self.passage;
        let ([words], Some(subject)) = (told.clocks.as_slice(), passage.names.get(name)) else { return };
        let Meant::At(spans) = &words.meant else { return };
        let verb = passage.is_any(told.at, SCORED)
            || (!told.orders.is_empty() || told.after.is_some()) && passage.is_any(told.at, DID);
        let alone =
            told.scorers.len() == 1 && told.others.is_empty() && told.count.is_none() && told.own_goal.is_none();
        let exact = subject.how != byline_record::names::find::How::Misprint;
        let owned = passage.is_possessive(subject.end)
            && (subject.end + 1..told.at).len() <= 3
            && !(subject.end + 1..told.at).any(|at| passage.is_break(at) || passage.name_at(at).is_some());
        let adjacent = subject.end == told.at;
        // "Perisic's goal in the 109th minute"
        const GOAL: &[&str] = &["goal", "equaliser", "winner", "opener"];
        const SHOT: &[&str] = &["header", "volley", "strike", "penalty", "shot", "lob", "drive"];
        let behind = words.first == told.end || words.first == told.end + 1 && passage.is_mark(told.end, ',');
        let noun =
            owned && behind && (passage.is_any(told.at, GOAL) || self.is_against && passage.is_any(told.at, SHOT));
        let said = adjacent && told.sure == Sure::Plain && verb || noun;
        let told_whole = (adjacent || owned) && self.is_wholly_of_another(told, goals);
        let plain = alone && exact && (said || told_whole) && !self.speaks_of_more();
        let pinned = (self.focus.is_anchor || self.is_against) && self.focus.may_contradict && passage.quote.is_none();
        let elsewhere = !self.is_against && super::super::moment::is_elsewhere(passage);
        if !plain || !pinned || !self.timeline.complete || elsewhere {
            return;
        }
        let fits = |goal: &&Goal| goal.clock.is_some_and(|clock| best_fit(spans, clock) == Fit::Yes);
        let Some(other) = self.timeline.goals.iter().find(fits).filter(|goal| goal.scorer.is_some()) else { return };
        let who = out.person(goals.first().and_then(|goal| goal.scorer));
        let rows = goals.iter().chain([other]).flat_map(|goal| self.row(out, goal)).collect();
        let judged = Judged::new(Verdict::Contradicted)
            .because(format!("the goal then was by {}", out.person(other.scorer)))
            .showing(rows)
            .about(Topic::Event(self.entry().id, other.index));
        let span = (subject.first, words.end.max(told.end));
        out.take_back(passage, span, &[Kind::Scorer]);
        out.push(passage, span, Kind::Scorer, format!("{who} scored then"), judged);
    }

    /// Whether the passage names no team but the sides of the match, and nobody else who scored in it.
    fn names_none_but(&self, told: &ToldGoal, side: byline_record::Side, out: &Out<'_>) -> bool {
        let entry = self.entry();
        let teams = self.passage.names.iter().filter_map(crate::passage::Name::team);
        let own = told.scorers.iter().flat_map(|(_, people)| people.iter().copied()).collect::<Vec<_>>();
        teams.into_iter().all(|team| out.side(entry, team).is_some())
            && self
                .timeline
                .goals
                .iter()
                .filter(|goal| goal.side == side && goal.scorer.is_some_and(|scorer| !own.contains(&scorer)))
                .all(|goal| !self.names_scorer(goal))
    }

    /// The words that name a scorer with what he did, if they stand together.
    pub(super) fn scorer_words(&self, told: &ToldGoal, name: usize) -> (usize, usize) {
        match self.passage.names.get(name) {
            Some(name) if told.first <= name.first && name.first < told.end && told.end - told.first <= 12 => {
                (told.first.min(name.first), told.end.max(name.end))
            }
            Some(name) => (name.first, name.end),
            None => (told.first, told.end),
        }
    }

    /// The goals that do have a place which another is said to have.
    pub(super) fn order_rows(&self, order: Order, chosen: &Goal, out: &Out<'_>) -> Vec<byline_record::ask::Evidence> {
        let holder = self.timeline.goals.iter().find(|goal| has_order(goal, self.timeline, order));
        let mut rows = self.row(out, chosen);
        if let Some(holder) = holder {
            rows.extend(self.row(out, holder));
        }
        rows
    }
}
