//! Needs in the English of a newspaper.

use super::Places;
use super::condition::{Branch, Names, reasons};
use super::goal::{Aim, Goal};
use super::needs::{Fate, Needs, Outcome, Why};
use super::status::{Certainty, Next, Outlook, Status};
use crate::table::list;

impl Goal {
    /// Having reached it, after a team's name: `are through to the round of 16`.
    #[must_use]
    pub fn reached(&self) -> String {
        match &self.what {
            Aim::Stage(stage) => format!("are through to the {}", stage.name()),
            Aim::Zone(zone) => format!("are sure of `{zone}`"),
            Aim::Top => "are sure of first place".to_owned(),
        }
    }

    /// Having missed it: `cannot reach the round of 16`.
    #[must_use]
    pub fn missed(&self) -> String {
        match &self.what {
            Aim::Stage(stage) => format!("cannot reach the {}", stage.name()),
            Aim::Zone(zone) => format!("cannot end in `{zone}`"),
            Aim::Top => "cannot be first".to_owned(),
        }
    }

    /// Reaching it by something: `are through`.
    const fn short(&self) -> &'static str {
        match &self.what {
            Aim::Stage(_) => "are through",
            Aim::Zone(_) => "are there",
            Aim::Top => "are first",
        }
    }

    /// Reaching it as a hope: `can still reach the round of 16`.
    fn hoping(&self) -> String {
        match &self.what {
            Aim::Stage(stage) => format!("can still reach the {}", stage.name()),
            Aim::Zone(zone) => format!("can still end in `{zone}`"),
            Aim::Top => "can still be first".to_owned(),
        }
    }
}

impl Certainty {
    /// A sentence or two on each team, by the names of the members: what it needs, or where it can end.
    #[must_use]
    pub fn words(&self, names: &[&str]) -> Vec<String> {
        let name = |member: usize| names.get(member).copied().unwrap_or("?");
        let each = self.teams.iter().enumerate();
        each.map(|(member, team)| match (&*self.goals, &team.needs, team.status.first()) {
            ([goal, ..], Some(needs), Some(Status::Open | Status::NotProved)) => needs.words(goal, names),
            _ => self.settled(team, name(member), &name),
        })
        .collect()
    }

    /// What is settled of a team, and between which places it is.
    fn settled<'n>(&self, team: &Outlook, name: &str, names: &dyn Fn(usize) -> &'n str) -> String {
        let Some(goal) = self.goals.first() else { return String::new() };
        if let Some(Status::Open | Status::NotProved) = team.status.first() {
            let compared = goal.perhaps.map(usize::from).map(|place| Places::range(place, place));
            if self.left.is_empty() && compared == Some(team.places) {
                return format!("{name} are {} and depend on the other groups.", team.places);
            }
        }
        let settled = self.goals.iter().zip(&team.status).enumerate().filter_map(|(at, (goal, status))| match status {
            Status::Sure => Some(goal.reached()),
            // Of lesser goals it is enough to say which are reached.
            Status::Out if at == 0 => Some(goal.missed()),
            _ => None,
        });
        let mut settled: Vec<String> = settled.collect();
        if !matches!(team.status.first(), Some(Status::Sure | Status::Out)) {
            settled.push(if team.places == team.possible {
                format!("can still be {}", team.places)
            } else {
                let ends = |places: Places| {
                    let (first, last) = (places.first().unwrap_or(1), places.last().unwrap_or(1));
                    Places::range(first, last)
                };
                format!("can end {}", ends(team.possible))
            });
        }
        let settled: Vec<&str> = settled.iter().map(|settled| &**settled).collect();
        let next = team.next.as_ref().and_then(|next| next.words(goal, name, names(next.opponent.into())));
        let open = matches!(team.status.first(), Some(Status::Open | Status::NotProved));
        let next = next.filter(|_| open).map_or_else(String::new, |next| format!(" {next}"));
        format!("{name} {}.{next}", list(&settled))
    }
}

impl Next {
    /// In a sentence, if the next match can settle anything: `Germany are through to the round of 16 if they beat Hungary`.
    #[must_use]
    pub fn words(&self, goal: &Goal, team: &str, opponent: &str) -> Option<String> {
        let after = |wanted: Status| self.after.iter().filter(|(_, status)| *status == wanted).count();
        let [sure, out] = [after(Status::Sure), after(Status::Out)];
        let mut parts = Vec::new();
        match sure {
            0 => {}
            1 => parts.push(format!("{} if they beat {opponent}", goal.reached())),
            _ => parts.push(format!("{} if they do not lose to {opponent}", goal.reached())),
        }
        match out {
            0 => {}
            1 => parts.push(format!("{} if they lose to {opponent}", goal.missed())),
            _ => parts.push(format!("{} if they do not beat {opponent}", goal.missed())),
        }
        (!parts.is_empty()).then(|| format!("{team} {}.", parts.join(" and ")))
    }
}

impl Needs {
    /// In a sentence, by the names of the members: `Poland are through to the round of 16 with a draw; a defeat is enough
    /// unless ...`.
    #[must_use]
    pub fn words(&self, goal: &Goal, names: &[&str]) -> String {
        let name = |member: u8| names.get(usize::from(member)).copied().unwrap_or("?");
        let team = name(self.member);
        let names = Names { team, other: self.other.map_or(["?"; 2], |(_, sides)| sides.map(name)) };
        let every = |wanted: &Fate| self.cases.iter().all(|case| case.fate == *wanted);
        if every(&Fate::Through) {
            return format!("{team} {}.", goal.reached());
        }
        if every(&Fate::Out) {
            return format!("{team} {}.", goal.missed());
        }
        if self.own.is_none() {
            return self.idle(goal, &names);
        }
        self.playing(goal, &names)
    }

    fn idle(&self, goal: &Goal, names: &Names<'_>) -> String {
        let branch = Branch::of(None, &self.cases);
        if branch.open() || branch.never() {
            let why: Vec<Why> = branch
                .fates
                .iter()
                .flat_map(|(_, fate)| match fate {
                    Fate::Undecided(why) => why.clone(),
                    Fate::By(test) => test.why.clone(),
                    _ => Vec::new(),
                })
                .collect();
            return format!("{} depend on {}.", names.team, reasons(&why));
        }
        format!("{} {} {}.", names.team, goal.reached(), branch.condition(names).words())
    }

    fn playing(&self, goal: &Goal, names: &Names<'_>) -> String {
        let team = names.team;
        let [win, draw, defeat] = Outcome::ALL.map(|own| Branch::of(Some(own), &self.cases));
        let through = |branch: &Branch<'_>| branch.all(&Fate::Through);
        let out = |branch: &Branch<'_>| branch.all(&Fate::Out);
        let mut parts = Vec::new();
        let mut below: Vec<(&Branch<'_>, &str)> = Vec::new();
        if through(&win) && through(&draw) {
            parts.push(format!("{team} {} with a draw", goal.reached()));
            below.push((&defeat, "a defeat"));
        } else if through(&win) && out(&draw) && out(&defeat) {
            return format!("{team} must win: then they {}.", goal.reached());
        } else if through(&win) {
            parts.push(format!("{team} {} with a win", goal.reached()));
            below.extend([(&draw, "a draw"), (&defeat, "a defeat")]);
        } else if out(&draw) && out(&defeat) && !win.open() && !win.never() {
            let condition = win.condition(names);
            let alone = condition.clauses.iter().any(|clause| clause.starts_with(team));
            return if alone || condition.unless {
                format!("{team} must win, and {} then {}.", goal.short(), condition.words())
            } else {
                format!("{team} must win and hope {}: then they {}.", condition.hope(), goal.reached())
            };
        } else {
            parts.push(format!("{team} {}:", goal.hoping()));
            below.extend([(&win, "a win"), (&draw, "a draw"), (&defeat, "a defeat")]);
        }
        let mut lost = Vec::new();
        let mut said = Vec::new();
        for (branch, own) in below {
            if out(branch) {
                lost.push(own);
            } else if through(branch) {
                said.push(format!("{own} is enough"));
            } else if branch.open() || branch.never() {
                said.push(self.open(branch, own, names));
            } else {
                said.push(format!("{own} is enough {}", branch.condition(names).words()));
            }
        }
        if let [first, others @ ..] = &*lost {
            said.push(format!(
                "{first}{} puts them out",
                others.iter().map(|own| format!(" or {own}")).collect::<String>()
            ));
        }
        let open = parts.first().is_some_and(|part| part.ends_with(':'));
        let said = said.join("; ");
        match (parts.concat(), open) {
            (head, _) if said.is_empty() => format!("{head}."),
            (head, true) => format!("{head} {said}."),
            (head, false) => format!("{head}; {said}."),
        }
    }

    /// A result that is never enough by itself.
    fn open(&self, branch: &Branch<'_>, own: &str, names: &Names<'_>) -> String {
        let open: Vec<(&[Outcome], &[Why])> = branch
            .fates
            .iter()
            .filter_map(|(results, fate)| match fate {
                Fate::Undecided(why) => Some((&**results, &**why)),
                Fate::By(test) if !test.why.is_empty() => Some((&**results, &*test.why)),
                _ => None,
            })
            .collect();
        let all: usize = open.iter().map(|(results, _)| results.len()).sum();
        if all == Outcome::ALL.len() {
            let mut why: Vec<Why> = Vec::new();
            for reason in open.iter().flat_map(|(_, why)| *why) {
                if !why.contains(reason) {
                    why.push(*reason);
                }
            }
            return format!("after {own} they depend on {}", reasons(&why));
        }
        let parts: Vec<String> =
            branch.condition(names).open.iter().map(|(when, reasons)| format!("on {reasons} if {when}")).collect();
        format!("after {own} they depend {}, and are out otherwise", parts.join(", "))
    }
}
