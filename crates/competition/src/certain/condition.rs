//! Conditions in words: results, margins, and what decides where those do not.

use super::needs::{Case, Fate, Form, Outcome, Test, Why};
use crate::criterion::Criterion;
use crate::table::list;

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
pub(super) struct Names<'n> {
    pub(super) team: &'n str,
    pub(super) other: [&'n str; 2],
}

impl Names<'_> {
    /// Results of the other match: `Mexico do not beat Poland`.
    pub(super) fn results(&self, results: &[Outcome]) -> String {
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
pub(super) fn reasons(why: &[Why]) -> String {
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
pub(super) struct Branch<'c> {
    own: Option<Outcome>,
    /// Fates, each with the results of the other match that lead to it.
    pub(super) fates: Vec<(Vec<Outcome>, &'c Fate)>,
}

impl<'c> Branch<'c> {
    pub(super) fn of(own: Option<Outcome>, cases: &'c [Case]) -> Self {
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

    pub(super) fn all(&self, wanted: &Fate) -> bool {
        self.fates.iter().all(|(_, fate)| *fate == wanted)
    }

    pub(super) fn open(&self) -> bool {
        self.fates.iter().all(|(_, fate)| matches!(fate, Fate::Undecided(_)))
    }

    pub(super) fn never(&self) -> bool {
        self.fates.iter().all(|(_, fate)| match fate {
            Fate::Through => false,
            Fate::By(test) => test.through.is_none(),
            Fate::Out | Fate::Undecided(_) => true,
        })
    }

    /// When the goal is reached, and what else there is to say.
    pub(super) fn condition(&self, names: &Names<'_>) -> Condition {
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
pub(super) struct Condition {
    /// Whether the clauses say when it is not.
    pub(super) unless: bool,
    pub(super) clauses: Vec<String>,
    /// When something else decides, and what.
    pub(super) open: Vec<(String, String)>,
}

impl Condition {
    /// `if ..., or if ...; if ..., it comes down to goals scored`.
    pub(super) fn words(&self) -> String {
        let word = if self.unless { "unless" } else { "if" };
        format!("{word} {}{}", self.clauses.join(&format!(", or {word} ")), self.rest())
    }

    /// `that ..., or that ...`.
    pub(super) fn hope(&self) -> String {
        format!("that {}{}", self.clauses.join(", or that "), self.rest())
    }

    fn rest(&self) -> String {
        self.open.iter().map(|(when, reasons)| format!(" (if {when}, it comes down to {reasons})")).collect()
    }
}
