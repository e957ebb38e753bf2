//! Needs in the English of a newspaper.

use super::Places;
use super::goal::{Aim, Goal};
use super::needs::{Case, Fate, Form, Needs, Outcome, Test, Why};
use super::status::{Certainty, Next, Outlook, Status};
use crate::criterion::Criterion;
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
}

/// A number in words up to twelve.
fn number(count: i32) -> String {
    const WORDS: [&str; 13] =
        ["nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    usize::try_from(count)
        .ok()
        .and_then(|count| WORDS.get(count))
        .map_or_else(|| count.to_string(), |&word| word.to_owned())
}

/// `Poland's`, `Netherlands'`.
fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}

/// Who plays, by name.
struct Names<'n> {
    team: &'n str,
    other: [&'n str; 2],
}

impl Names<'_> {
    /// Results of the other match: `Mexico do not beat Poland`.
    fn results(&self, results: &[Outcome]) -> String {
        let [one, two] = self.other;
        let has = |outcome: Outcome| results.contains(&outcome);
        match (has(Outcome::Win), has(Outcome::Draw), has(Outcome::Defeat)) {
            (true, false, false) => format!("{one} beat {two}"),
            (false, true, false) => format!("{one} and {two} draw"),
            (false, false, true) => format!("{two} beat {one}"),
            (true, true, false) => format!("{two} do not beat {one}"),
            (false, true, true) => format!("{one} do not beat {two}"),
            (true, false, true) => format!("{one} and {two} do not draw"),
            _ => String::new(),
        }
    }

    fn winner(&self, result: Option<Outcome>) -> (&str, &str) {
        let [one, two] = self.other;
        if result == Some(Outcome::Defeat) { (two, one) } else { (one, two) }
    }
}

/// A form at `bound` or beyond: after results of the other match, the own result and how the margins must be.
fn margins(names: &Names<'_>, form: Form, more: bool, bound: i32, own: Option<Outcome>, other: &[Outcome]) -> String {
    let results = if other.len() == Outcome::ALL.len() { String::new() } else { names.results(other) };
    let single = match other {
        [one] => Some(*one),
        _ => None,
    };
    let and = |rest: String| if results.is_empty() { rest } else { format!("{results} and {rest}") };
    let by = |bound: i32, more: bool| match (more, bound) {
        (true, ..=1) => String::new(),
        (true, _) => format!(" by {} or more", number(bound)),
        (false, 1) => " by one only".to_owned(),
        (false, _) => format!(" by no more than {}", number(bound)),
    };
    match form {
        Form::Own => {
            let verb = if own == Some(Outcome::Win) { "win" } else { "lose" };
            and(format!("{} {verb}{}", names.team, by(bound, more)))
        }
        Form::Other => {
            let (winner, loser) = names.winner(single);
            format!("{winner} beat {loser}{}", by(bound, more))
        }
        Form::Sum if more => and(format!("the two margins add up to {} or more", number(bound))),
        Form::Sum => and(format!("the two margins add up to no more than {}", number(bound))),
        Form::Difference => {
            let winner = possessive(names.winner(single).0);
            let how = match (more, bound) {
                (true, 1) => format!("is greater than {winner}"),
                (true, 2..) => format!("is greater than {winner} by {} or more", number(bound)),
                (true, 0) => format!("is no smaller than {winner}"),
                (true, _) => format!("is not smaller than {winner} by {} or more", number(1 - bound)),
                (false, -1) => format!("is smaller than {winner}"),
                (false, ..=-2) => format!("is smaller than {winner} by {} or more", number(-bound)),
                (false, 0) => format!("is no greater than {winner}"),
                (false, _) => format!("is not greater than {winner} by {} or more", number(bound + 1)),
            };
            and(format!("{} margin {how}", possessive(names.team)))
        }
    }
}

/// What decides: `goals scored`, `lots`, `the other groups`.
fn reasons(why: &[Why]) -> String {
    let each: Vec<&str> = why
        .iter()
        .map(|why| match why {
            Why::Goals => "goals scored",
            Why::Scores => "the exact scores",
            Why::Elsewhere => "the other groups",
            Why::Criterion(Criterion::FairPlay | Criterion::RedCards | Criterion::YellowCards) => "cards",
            Why::Criterion(Criterion::PlayOff) => "a play-off",
            Why::Criterion(Criterion::ShootOut) => "a shoot-out",
            Why::Criterion(Criterion::Ranking) => "the ranking list",
            Why::Criterion(Criterion::GoalAverage) => "goal average",
            Why::Criterion(_) => "lots",
        })
        .collect();
    list(&each)
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

/// What a test leaves open, behind the condition for reaching the goal, or, if `unless`, for not being sure of it.
fn between(test: &Test, unless: bool) -> String {
    if test.why.is_empty() {
        return String::new();
    }
    let reasons = reasons(&test.why);
    let step = if test.more { 1 } else { -1 };
    let (Some(through), Some(out)) = (test.through, test.out) else {
        let when = if unless { "then" } else { "otherwise" };
        return format!(" ({when} it comes down to {reasons})");
    };
    let [near, far] = [through - step, out + step];
    let values = if near == far {
        format!("exactly {}", number(near))
    } else {
        format!("{} to {}", number(near.min(far)), number(near.max(far)))
    };
    match test.form {
        Form::Own | Form::Other => format!(" (by {values} it comes down to {reasons})"),
        Form::Sum => format!(" (with {values} it comes down to {reasons})"),
        Form::Difference if near == 0 && far == 0 => format!(" (if the two are equal, it comes down to {reasons})"),
        Form::Difference if near == far => {
            let how = if near > 0 { "greater" } else { "smaller" };
            format!(" (if it is {how} by exactly {}, it comes down to {reasons})", number(near.abs()))
        }
        Form::Difference => format!(" (short of that it can come down to {reasons})"),
    }
}

/// What comes of one result of a team, put together.
struct Branch<'c> {
    own: Option<Outcome>,
    /// Fates, each with the results of the other match that lead to it.
    fates: Vec<(Vec<Outcome>, &'c Fate)>,
}

impl<'c> Branch<'c> {
    fn of(own: Option<Outcome>, cases: &'c [Case]) -> Self {
        let mut fates: Vec<(Vec<Outcome>, &Fate)> = Vec::new();
        for case in cases.iter().filter(|case| case.own == own) {
            let results: Vec<Outcome> = case.other.map_or_else(|| Outcome::ALL.to_vec(), |other| vec![other]);
            let alike = fates.iter_mut().find(|(_, fate)| {
                // Tests of the own margin, or none at all, are the same whatever the other match.
                let apart =
                    matches!(case.fate, Fate::By(Test { form: Form::Other | Form::Sum | Form::Difference, .. }));
                !apart && **fate == case.fate
            });
            match alike {
                Some((known, _)) => known.extend(results),
                None => fates.push((results, &case.fate)),
            }
        }
        Self { own, fates }
    }

    fn all(&self, wanted: &Fate) -> bool {
        self.fates.iter().all(|(_, fate)| *fate == wanted)
    }

    fn open(&self) -> bool {
        self.fates.iter().all(|(_, fate)| matches!(fate, Fate::Undecided(_)))
    }

    fn never(&self) -> bool {
        self.fates.iter().all(|(_, fate)| match fate {
            Fate::Through => false,
            Fate::By(test) => test.through.is_none(),
            Fate::Out | Fate::Undecided(_) => true,
        })
    }

    /// When the goal is reached, and what else there is to say.
    fn condition(&self, names: &Names<'_>) -> Condition {
        let mut good = Vec::new();
        let mut bad = Vec::new();
        let mut open = Vec::new();
        for (results, fate) in &self.fates {
            let results = &**results;
            match fate {
                Fate::Through => good.push(names.results(results)),
                Fate::Out => bad.push(names.results(results)),
                Fate::By(test) => {
                    let words = |more, bound| margins(names, test.form, more, bound, self.own, results);
                    let step = if test.more { 1 } else { -1 };
                    match (test.through, test.out) {
                        (Some(bound), _) => {
                            good.push(words(test.more, bound) + &between(test, false));
                            bad.push(words(!test.more, bound - step) + &between(test, true));
                        }
                        (None, Some(bound)) => {
                            bad.push(names.results(results));
                            open.push((words(test.more, bound + step), reasons(&test.why)));
                        }
                        (None, None) => {}
                    }
                }
                Fate::Undecided(why) => open.push((names.results(results), reasons(why))),
            }
        }
        let sure = self
            .fates
            .iter()
            .filter(|(_, fate)| **fate == Fate::Through)
            .map(|(results, _)| results.len())
            .sum::<usize>();
        let shorter = sure > 1 || (good.len() == 1 && sure == 0 && good.concat().len() > bad.concat().len());
        let unless = open.is_empty() && bad.len() == 1 && shorter;
        Condition { unless, clauses: if unless { bad } else { good }, open }
    }
}

/// When a goal is reached, in words.
struct Condition {
    /// Whether the clauses say when it is not.
    unless: bool,
    clauses: Vec<String>,
    /// When something else decides, and what.
    open: Vec<(String, String)>,
}

impl Condition {
    /// `if ..., or if ...; if ..., it comes down to goals scored`.
    fn words(&self) -> String {
        let word = if self.unless { "unless" } else { "if" };
        format!("{word} {}{}", self.clauses.join(&format!(", or {word} ")), self.rest())
    }

    /// `that ..., or that ...`.
    fn hope(&self) -> String {
        format!("that {}{}", self.clauses.join(", or that "), self.rest())
    }

    fn rest(&self) -> String {
        self.open.iter().map(|(when, reasons)| format!(" (if {when}, it comes down to {reasons})")).collect()
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

impl Goal {
    fn hoping(&self) -> String {
        match &self.what {
            Aim::Stage(stage) => format!("can still reach the {}", stage.name()),
            Aim::Zone(zone) => format!("can still end in `{zone}`"),
            Aim::Top => "can still be first".to_owned(),
        }
    }
}
