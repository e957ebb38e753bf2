//! Judges goals told of somebody who did not score: whose goal it was, and whether the words are plain enough to say so.

use byline_record::ask::Verdict;
use byline_record::{EventKind, PersonId, Position, Side, Table};

use super::super::against::is_at_another;
use super::super::clock::Meant;
use super::super::cues::Sure;
use super::super::elsewhere::is_elsewhere;
use super::super::goals::ToldGoal;
use super::super::kicks::is_keeper;
use super::super::{Judged, Out};
use super::Bench;
use crate::claim::{Kind, Topic};
use crate::timeline::Goal;

/// Words that count back from the match to another one, or are of the first match of a side.
const BEFORE: &[&str] = &[
    "curtain raiser",
    "a year before",
    "a year earlier",
    "years before",
    "years earlier",
    "the year before",
    "months before",
    "months earlier",
    "the summer before",
];

impl Bench<'_, '_> {
    /// The goals of a side that are told of in so much that only the scorer is left open.
    pub(super) fn pinned(&self, told: &ToldGoal, side: Option<Side>) -> Vec<Goal> {
        let specific = self.facts(told) > 0 || told.penalty.is_some();
        let goals = self.timeline.goals.iter().filter(|goal| Some(goal.side) == side && goal.scorer.is_some());
        goals.filter(|goal| specific && self.agrees_in_all(goal, told)).copied().collect()
    }

    /// Whether a place named in the clause, from a token on, is none of the match's.
    pub(super) fn is_placed_elsewhere(&self, from: usize, out: &Out<'_>) -> bool {
        let end = self.passage.clause_end(from).min(from + 12);
        (from..end).any(|at| is_at_another(self.passage, at, self.entry(), out))
    }

    /// Somebody is said to have scored who did not.
    pub(super) fn no_goal(
        &self,
        told: &ToldGoal,
        name: usize,
        people: &[PersonId],
        span: (usize, usize),
        out: &mut Out<'_>,
    ) {
        let [person] = *people else { return };
        let exact =
            self.passage.names.get(name).is_some_and(|name| name.how != byline_record::names::find::How::Misprint);
        if !exact || !self.timeline.complete {
            return;
        }
        if told.own_goal.is_some() {
            self.no_own_goal(told, person, span, out);
            return;
        }
        // What he did to his own net gave the others the lead.
        if !self.goals_of(people, true).is_empty() {
            return;
        }
        if self.is_of_another(told, name) || super::super::moment::refers_back(self.passage) {
            return;
        }
        // "Bale scored twice in the final in Kyiv", of no match there, "had beaten Italy a year before": another is told of.
        if self.is_placed_elsewhere(told.end.max(told.at), out) || self.passage.has(told.at, told.end + 9, BEFORE) {
            return;
        }
        // "Villa has scored five of Spain's seven": by now, in whatever matches.
        let by_now = (told.at.saturating_sub(2)..told.at).any(|at| self.passage.is_any(at, &["has", "have"]));
        if by_now && self.passage.cardinal(told.at + 1).is_some() {
            return;
        }
        // "Rivaldo scored five goals": more than his side has in this match.
        let side = out.side_of_person(self.entry(), person);
        let of_side = self.timeline.goals.iter().filter(|goal| Some(goal.side) == side).count();
        let count = told.count.map(|(count, ..)| u32::from(count));
        let count = count.or_else(|| self.passage.cardinal_before(told.at).map(|(_, count)| count));
        if count.is_some_and(|count| count > 3 && usize::try_from(count).is_ok_and(|count| count > of_side)) {
            return;
        }
        // "Lampard's shot bounced a yard over the line": whatever it was, it did not count.
        const LINE: &[&str] = &["over the line", "behind the line", "across the line", "crossed the line"];
        let is_shot = self.passage.is_any(told.at, &["shot", "effort", "drive", "header", "goal", "lob", "strike"]);
        if is_shot && self.passage.has(told.at, told.end + 9, LINE) {
            return;
        }
        // "Gueye's shot was deflected past the keeper for an own goal": somebody else's.
        const TURNED_IN: &[&str] = &["own goal", "own goals", "own net", "deflected", "deflection", "deflecting"];
        let turned_in = self.timeline.goals.iter().any(|goal| matches!(goal.kind, EventKind::OwnGoal))
            && self.passage.has(told.first, self.passage.clause_end(told.end), TURNED_IN);
        if turned_in {
            return;
        }
        // "Curled it into the corner of Yann Sommer's goal": where he stood.
        let kept = self.passage.word(told.at) == "goal"
            && self.passage.names.get(name).is_some_and(|name| {
                let last = name.first.wrapping_sub(1);
                // "Into the corner of goalkeeper Dominguez's goal"
                let keeper = self.passage.is_any(last, &["goalkeeper", "keeper", "goalie"]);
                let before = if keeper { last.wrapping_sub(1) } else { last };
                self.passage.is_possessive(name.end)
                    && self
                        .passage
                        .is_any(before, &["of", "into", "in", "at", "towards", "on", "behind", "across", "onto"])
            });
        // "Mendy's goal was untroubled": a keeper's is the one he stands in.
        let of_keeper = self.passage.word(told.at) == "goal" && is_keeper(self.entry(), Some(person));
        if kept || of_keeper {
            return;
        }
        // "Was hauled off after 69 minutes, to be replaced by Pantelic": a change has a minute too.
        const CHANGED: &[&str] =
            &["hauled off", "taken off", "replaced by", "replaced", "substituted", "withdrawn", "came off"];
        if self.passage.has(told.first, told.end + 10, CHANGED) && told.sure != Sure::Plain {
            return;
        }
        // Of whoever took a kick of the shoot-out that may be told: "scored the winning penalty".
        let kicked = self.entry().kicks.iter().any(|kick| kick.taker == Some(person));
        const DECISIVE: &[&str] = &[
            "winning penalty",
            "winning spot",
            "winning kick",
            "decisive penalty",
            "decisive kick",
            "decisive spot",
            "deciding penalty",
            "deciding kick",
            "final penalty",
        ];
        let decided = self.passage.has(told.first, told.end + 6, DECISIVE);
        if kicked && (told.clocks.is_empty() || decided) {
            return;
        }
        // A full name is of one man; a surname may be of somebody the record does not have.
        let is_full = self.passage.names.get(name).is_some_and(|name| name.end - name.first >= 2);
        let known = out.in_squad(self.entry(), person);
        if !known && !is_full {
            return;
        }
        // Who hooked, met or crossed a ball may have made the goal and not scored it.
        const MAKING: &[&str] = &[
            "hooked",
            "met",
            "climbed",
            "rose",
            "ran",
            "burst",
            "beat",
            "turned",
            "flicked",
            "lifted",
            "guided",
            "knocked",
            "sent",
            "rolled",
            "slid",
            "whipped",
            "drove",
            "crashed",
            "collected",
            "squared",
            "crossed",
            "dummied",
            "reacted",
            "forced",
            "put",
            "gave",
        ];
        // Who is named as the scorer of another's goal need not have a plain verb.
        let pinned = self.pinned(told, out.side_of_person(self.entry(), person));
        let taken = !pinned.is_empty() && pinned.iter().all(|goal| !self.is_beside(goal, told));
        // "Koller swept in a cross from Baros, Jiranek himself volleyed level": whoever else is named, it was he.
        let plainly = self.did_plainly(told, name);
        // "Povlsen won the ball back and pulled it across for Jensen to hit it past Illgner": he made the goal.
        if !plainly && !pinned.is_empty() && pinned.iter().all(|goal| self.names_scorer(goal)) {
            return;
        }
        // Of several who may be meant, only one of the side that scored the goal told can be.
        let serves =
            |&(name, _): &(usize, Vec<PersonId>)| self.passage.names.get(name).is_some_and(|name| self.is_server(name));
        let alone = told.others.iter().all(serves) || (taken && self.is_alone_of_side(told, name, person, out));
        if !alone && !plainly {
            return;
        }
        if !known && !taken {
            return;
        }
        // "Turned home", "knocked in": no pass.
        let finishes = |at: usize| self.passage.is_any(at + 1, &["home", "in"]) && !self.passage.is_any(at, &["sent"]);
        let makes = |at: usize| self.passage.name_at(at).is_none() && self.passage.is_any(at, MAKING) && !finishes(at);
        if (told.first..told.end).any(makes) && !taken && told.orders.is_empty() && told.after.is_none() {
            return;
        }
        let who = out.person(Some(person));
        // Whoever stands right before the verb did it: another goal told near it, of the other side, is not this one.
        let adjacent = self.passage.names.get(name).is_some_and(|name| name.end == told.at);
        let near: Vec<Goal> = self
            .timeline
            .goals
            .iter()
            .filter(|goal| self.agreement(goal, told) >= 2 && goal.scorer.is_some())
            .filter(|goal| !adjacent || Some(goal.side) == side)
            .copied()
            .collect();
        // "Scored twice in three minutes" says no more of when than "scored twice".
        let untimed = told.clocks.iter().all(|words| matches!(words.meant, Meant::Within(_)));
        // "Griezmann scored twice" is of no kicks; "two goals from Nihat sent them through" may be of any match.
        let counted = told.count.is_some() && self.passage.is_any(told.at, &["scored", "netted", "struck", "hit"]);
        let open = untimed && told.orders.is_empty() && told.after.is_none();
        if told.sure != Sure::Plain && !near.is_empty() && near.iter().any(|goal| self.names_scorer(goal)) {
            return;
        }
        let never = out.never(person, Table::Goals);
        // Whoever never scored is not told of in another match either; of others a story of this match alone tells.
        let of_this = || {
            self.focus.is_anchor
                && self.focus.alone
                && self.focus.may_contradict
                && self.is_local
                && of_side > 0
                && told.others.is_empty()
                && !super::super::moment::is_elsewhere(self.passage)
        };
        let finished = !self.is_keeper(person, out) && self.is_finished(told) && (never || of_this());
        let plain = told.sure == Sure::Plain
            || taken
            || finished
            || (near.len() == 1
                && near.iter().all(|goal| !self.is_beside(goal, told))
                && told.clocks.iter().any(|words| matches!(words.meant, Meant::At(_)))
                && near.iter().any(|goal| self.agreement(goal, told) >= 3));
        if !plain
            || !(self.focus.may_contradict
                || (self.focus.alone && never)
                || (self.focus.is_anchor
                    && self.focus.alone
                    && taken
                    && told.sure == Sure::Plain
                    && self.facts(told) >= 2)
                || (self.is_local && taken && (!self.focus.is_anchor || self.facts(told) >= 2))
                || (self.focus.is_anchor && taken && never && !self.is_of_other_football()))
            || (near.is_empty() && !taken && !open)
            || self.entry().score.shoot_out.is_some() && open && !counted
        {
            return;
        }
        let near = if taken { pinned } else { near };
        let shown: Vec<Goal> = if near.is_empty() { self.timeline.goals.clone() } else { near };
        let rows = shown.iter().flat_map(|goal| self.row(out, goal)).collect::<Vec<_>>();
        if rows.is_empty() && !self.timeline.goals.is_empty() {
            return;
        }
        let rows = if rows.is_empty() { out.match_row(self.entry()) } else { rows };
        let topic = shown
            .first()
            .filter(|_| !open)
            .map_or(Topic::Match(self.entry().id), |goal| Topic::Event(self.entry().id, goal.index));
        out.push(
            self.passage,
            span,
            Kind::Scorer,
            format!("{who} scored{}", self.in_match(out)),
            Judged::new(Verdict::Contradicted)
                .because("the record has no goal of his in this match")
                .showing(rows)
                .about(topic),
        );
    }

    /// Whether a goal of the match told of in words of its own may be one of a friendly or of a club.
    fn is_of_other_football(&self) -> bool {
        self.passage.quote.is_some() || is_elsewhere(self.passage, &["disallowed"])
    }

    /// Whether somebody kept goal in the match, or was of a squad as a goalkeeper: goals are told of against him.
    fn is_keeper(&self, person: PersonId, out: &Out<'_>) -> bool {
        let entry = self.entry();
        let squads = [entry.home, entry.away].into_iter().filter_map(|team| out.view.squad(entry.edition, team));
        super::super::kicks::is_keeper(entry, Some(person))
            || squads
                .flat_map(|squad| &squad.players)
                .any(|one| one.player == person && one.position == Some(Position::Goalkeeper))
    }

    /// "Drilled in his second goal", "swept home", "nodded it into the net": whether a verb that may be of any ball is
    /// told with words that only a goal has, of a side that scored.
    fn is_finished(&self, told: &ToldGoal) -> bool {
        const INTO: &[&str] = &[
            "into the net",
            "into the empty net",
            "into the back of the net",
            "into the roof of the net",
            "into the top corner",
            "into the bottom corner",
            "into the far corner",
            "over the line",
        ];
        const OBJECTS: &[&str] = &["the rebound", "the equaliser", "the winner", "the opener", "from close range"];
        const SERVED: &[&str] = &["cross", "crosses", "corner", "centre", "ball", "delivery", "pass"];
        let passage = self.passage;
        let stop = (told.at..passage.clause_end(told.at)).find(|&at| passage.is_break(at));
        let stop = stop.unwrap_or_else(|| passage.clause_end(told.at)).min(told.at + 9);
        let home = (told.at + 1..told.at + 4).any(|at| {
            passage.word(at) == "home"
                && (at + 1 >= stop || passage.is_any(at + 1, &["from", "after", "the", "a", "with"]))
        });
        // "Swept in a cross from Deco" is a goal, "swept in a cross" a chance for somebody else.
        // "Bent one into the far corner": no corner that is taken.
        let of_goal = |at: usize| {
            passage.is_any(at, &["corner"])
                && passage
                    .is_any(at.wrapping_sub(1), &["far", "near", "top", "bottom", "left", "right", "opposite", "hand"])
        };
        let served = (told.at + 1..stop).find(|&at| passage.is_any(at, SERVED) && !of_goal(at));
        let received = served.is_none_or(|ball| {
            passage.is_any(ball + 1, &["from"])
                && passage.name_from(ball + 2).is_some_and(crate::passage::Name::is_person)
                || passage.is_possessive(ball.wrapping_sub(1))
        });
        let particle = passage.word(told.at + 1) == "in"
            && (passage.any_phrase(told.at + 2, OBJECTS).is_some()
                || passage.is_any(told.at + 2, &["his", "her", "their", "a", "the"])
                    && passage.ordinal(told.at + 3).is_some_and(|(_, noun)| passage.is_any(noun, &["goal", "of"]))
                || served.is_some());
        // "Side-footed it in", "bundled the ball home"
        let ball = passage.any_phrase(told.at + 1, &["it", "the ball", "one"]);
        let put_in = ball.is_some_and(|next| {
            passage.is_any(next, &["in", "home"])
                && (next + 1 >= passage.len()
                    || passage.is_break(next + 1)
                    || passage.is_any(next + 1, &["from", "off"]))
        });
        received && (home || particle || put_in || passage.has(told.at, stop, INTO))
    }

    /// Somebody is said to have put a ball into his own net who did not, where another of his side did.
    fn no_own_goal(&self, told: &ToldGoal, person: PersonId, span: (usize, usize), out: &mut Out<'_>) {
        let side = out.side_of_person(self.entry(), person);
        let own: Vec<Goal> = self
            .timeline
            .goals
            .iter()
            .filter(|goal| matches!(goal.kind, EventKind::OwnGoal) && Some(goal.side.other()) == side)
            .filter(|goal| self.agrees_in_all(goal, told) && !self.names_scorer(goal))
            .copied()
            .collect();
        let [goal] = own.as_slice() else { return };
        if !self.focus.may_contradict || !told.others.is_empty() || self.passage.quote.is_some() {
            return;
        }
        let who = out.person(Some(person));
        out.push(
            self.passage,
            span,
            Kind::OwnGoal,
            format!("{who} scored an own goal{}", self.in_match(out)),
            Judged::new(Verdict::Contradicted)
                .because("the record has an own goal of another")
                .showing(self.row(out, goal))
                .about(Topic::Event(self.entry().id, goal.index)),
        );
    }

    /// Of those who may be meant the only one of the side that scored the goal told, else the nearest.
    pub(super) fn suspect<'t>(
        &self,
        told: &'t ToldGoal,
        name: usize,
        people: &'t [PersonId],
        out: &Out<'_>,
    ) -> (usize, &'t [PersonId]) {
        let of_side = |people: &[PersonId]| match people {
            [person] => !self.pinned(told, out.side_of_person(self.entry(), *person)).is_empty(),
            _ => false,
        };
        if told.others.is_empty() || of_side(people) {
            return (name, people);
        }
        let mut fitting = told.others.iter().filter(|(_, people)| of_side(people));
        match (fitting.next(), fitting.next()) {
            (Some((name, people)), None) => (*name, people.as_slice()),
            _ => (name, people),
        }
    }

    /// Whether another, who is not named, stands between a name and the verb as its subject: "Schürrle found him and the
    /// boy from Dortmund volleyed it".
    fn is_of_another(&self, told: &ToldGoal, name: usize) -> bool {
        const JOINTS: &[&str] = &["and", "but", "when", "while", "as", "before", "so", "where", "then"];
        const WHO: &[&str] = &["the", "a", "an", "his", "another", "he", "they", "their", "one", "it", "this"];
        let passage = self.passage;
        let Some(end) = passage.names.get(name).map(|name| name.end).filter(|&end| end < told.at) else { return false };
        (end..told.at).any(|at| {
            passage.is_any(at, &["him", "them"])
                || passage.name_at(at).is_none()
                    && passage.is_any(at, JOINTS)
                    // "Torres, on as a substitute, made it three"
                    && passage.any_phrase(at, &["as a substitute", "as a sub", "as a replacement"]).is_none()
                    && (at + 1..told.at).take(2).any(|next| passage.is_any(next, WHO))
        })
    }

    /// Whether a name stands right before the plain verb of a goal whose place is told, with nothing between that could
    /// have another subject.
    pub(super) fn did_plainly(&self, told: &ToldGoal, name: usize) -> bool {
        const OWN: &[&str] = &["himself", "then", "duly", "also", "later", "soon", "had", "promptly", "immediately"];
        let beside = self.passage.names.get(name).is_some_and(|name| {
            (name.end..told.at).all(|at| self.passage.is_any(at, OWN)) && name.end <= told.at && told.at - name.end <= 2
        });
        beside && told.sure == Sure::Plain && !told.orders.is_empty()
    }

    /// Whether nobody else who may be meant is of the same side.
    fn is_alone_of_side(&self, told: &ToldGoal, name: usize, person: PersonId, out: &Out<'_>) -> bool {
        let side = out.side_of_person(self.entry(), person);
        told.scorers
            .iter()
            .chain(&told.others)
            .filter(|(other, _)| *other != name)
            .all(|(_, people)| people.iter().all(|&other| out.side_of_person(self.entry(), other) != side))
    }

    /// Whether who scored a goal is named near what is told.
    pub(super) fn is_beside(&self, goal: &Goal, told: &ToldGoal) -> bool {
        self.passage.names.iter().any(|name| {
            let (from, to) =
                if name.first >= told.end { (told.end, name.first) } else { (name.end.min(told.first), told.first) };
            goal.scorer.is_some_and(|scorer| name.people().contains(&scorer))
                && to - from <= 14
                && !(from..to).any(|at| self.passage.is_stop(at))
        })
    }
}
