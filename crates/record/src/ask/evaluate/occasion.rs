//! The first, last, only, n-th time, and never: questions over the rows of a feat.
//!
//! "First" is asked of the rows before, "last" of those after, "only" and "never" of all: so is the completeness of
//! the tables they come from.

use std::cell::OnceCell;

use jiff::civil::Date;

use crate::ask::statement::{Feat, Occurrence, Subject, When};
use crate::ask::{Value, Verdict};

use super::asked::Asked;
use super::completeness::{Needs, Reach, reach};
use super::evidence;
use super::finding::Finding;
use super::happenings::{self, Row};
use super::query::Query;
use super::since::compares_others;
use super::{tally, words};

/// A statement about an occasion, with its rows.
pub(super) struct Case<'a, 'r> {
    pub(super) asked: &'a Asked<'r>,
    pub(super) feat: &'a Feat,
    pub(super) whose: Option<Subject>,
    pub(super) when: &'a When,
    /// Rows of whoever is named, else of anybody.
    pub(super) own: Vec<Row<'r>>,
    /// Rows of anybody, once asked for.
    all: OnceCell<Vec<Row<'r>>>,
}

/// The feat in words, for a subject in front of it: `retain the World Cup`.
pub(super) fn feat_words(asked: &Asked<'_>, feat: &Feat) -> String {
    let record = asked.record();
    let competition = |id| words::competition(record, id);
    let team = |team: Option<crate::TeamId>| team.map_or_else(|| "any team".to_owned(), |id| words::team(record, id));
    match *feat {
        Feat::WinTitle(id) => format!("win the {}", competition(id)),
        Feat::RetainTitle(id) => format!("retain the {}", competition(id)),
        Feat::WinAsHosts(id) => format!("win the {} as hosts", competition(id)),
        Feat::ReachStage(id, stage) => format!("reach the {} of the {}", stage.name(), competition(id)),
        Feat::MissStage(id, stage) => format!("go out before the {} of the {}", stage.name(), competition(id)),
        Feat::TakePart(id) => format!("take part in the {}", competition(id)),
        Feat::Host(id) => format!("host the {}", competition(id)),
        Feat::Beat(other) => format!("beat {}", team(other)),
        Feat::LoseTo(other) => format!("lose to {}", team(other)),
        Feat::DrawWith(other) => format!("draw with {}", team(other)),
        Feat::Meet(other) => format!("meet {}", team(Some(other))),
        Feat::WinShootOut => "win a shoot-out".to_owned(),
        Feat::LoseShootOut => "lose a shoot-out".to_owned(),
        Feat::HatTrick => "score three or more in a match".to_owned(),
        Feat::Score => "score".to_owned(),
        Feat::MissPenalty => "miss a penalty in play".to_owned(),
        Feat::SentOff => "be sent off".to_owned(),
        Feat::WinBy(goals) => format!("win by at least {goals} without conceding"),
        Feat::ComeBack => "win from behind".to_owned(),
    }
}

/// Whether a row is when the statement says.
pub(super) fn fits(asked: &Asked<'_>, row: &Row<'_>, when: &When) -> bool {
    let named = asked.record().edition(row.edition).year();
    when.edition.is_none_or(|id| id == row.edition)
        && when.year.is_none_or(|year| year == row.date.year() || named == Some(year))
        && match row.entry {
            Some((entry, _)) => super::matching::date_fit(entry, when) != super::matching::DateFit::No,
            None => when.date.is_none_or(|date| date == row.date),
        }
}

/// A row by name: `Brazil, World Cup 1962`.
pub(super) fn named(asked: &Asked<'_>, row: &Row<'_>) -> String {
    let record = asked.record();
    match row.entry {
        None => {
            let team = row.team.map_or_else(String::new, |team| words::team(record, team));
            format!("{team}, {}", words::edition(record, row.edition))
        }
        Some(_) => evidence::of_row(asked, row).text,
    }
}

/// The value of a row: who, if nobody is named; else when.
fn value(asked: &Asked<'_>, row: &Row<'_>, whose: Option<Subject>, when: &When) -> Option<Value> {
    let date = match row.entry {
        None => Value::Year(asked.record().edition(row.edition).label.clone()),
        Some(_) => Value::Date(row.date),
    };
    if when.is_open() {
        return Some(date);
    }
    match (whose, row.person, row.team) {
        (Some(_), _, _) => None,
        (None, Some(person), _) => Some(Value::Person(person)),
        (None, None, team) => team.map(Value::Team),
    }
}

/// An occasion, said or asked for.
pub(super) fn occasion(
    asked: &Asked<'_>,
    feat: &Feat,
    whose: Option<Subject>,
    occurrence: Occurrence,
    when: &When,
    since: Option<&(Option<Subject>, When)>,
    prospective: bool,
) -> Finding {
    let own = happenings::rows(asked, &Query::of_feat(feat, whose));
    let case = Case { asked, feat, whose, when, own, all: OnceCell::new() };
    let finding = match (occurrence, since) {
        (Occurrence::First | Occurrence::FirstOfAll, Some((by, then))) => {
            case.first_since(occurrence, *by, then, prospective)
        }
        // Within a confederation only a first of all has a meaning.
        (Occurrence::First, None) if whose.is_none() || asked.scope.confederation.is_none() => case.first(prospective),
        (Occurrence::First | Occurrence::FirstOfAll, None) => case.first_of_all(prospective),
        (Occurrence::Last, _) => case.last(),
        (Occurrence::LastOfAll, _) => case.last_of_all(),
        (Occurrence::Only, _) => case.only(),
        (Occurrence::OnlyOfAll, _) => case.only_of_all(),
        (Occurrence::Nth(number), _) => case.nth(number, prospective),
        (Occurrence::Never, _) => case.never(),
    };
    let what = Query::of_feat(feat, whose).what;
    finding.with(tally::notes(asked, what)).read_as(reading(asked, feat, whose, occurrence, when, since, prospective))
}

fn reading(
    asked: &Asked<'_>,
    feat: &Feat,
    whose: Option<Subject>,
    occurrence: Occurrence,
    when: &When,
    since: Option<&(Option<Subject>, When)>,
    prospective: bool,
) -> String {
    let record = asked.record();
    let feat = feat_words(asked, feat);
    let who = whose.map_or_else(|| "anybody".to_owned(), |whose| words::subject(record, whose));
    let time = words::when(record, when);
    let asks = if when.is_open() && since.is_none() && occurrence != Occurrence::Never { " (when?)" } else { "" };
    let others = since.is_some_and(|(by, _)| compares_others(asked, occurrence, whose, *by))
        || (whose.is_some() && asked.scope.confederation.is_some());
    let time_words = match occurrence {
        Occurrence::First if !others => format!("the first time for {who} to {feat}"),
        Occurrence::First | Occurrence::FirstOfAll => format!("{who} the first of all to {feat}"),
        Occurrence::Last => format!("the last time for {who} to {feat}"),
        Occurrence::LastOfAll => format!("{who} the last of all to {feat}"),
        Occurrence::Only => format!("the only time for {who} to {feat}"),
        Occurrence::OnlyOfAll => format!("{who} the only one to {feat}"),
        Occurrence::Nth(number) => format!("the {} time for {who} to {feat}", words::ordinal(u32::from(number))),
        Occurrence::Never => format!("{who} never: {feat}"),
    };
    let since = since.map_or_else(String::new, |(by, then)| {
        let by = by.map_or_else(String::new, |by| format!(" {}", words::subject(record, by)));
        let then = words::when(record, then);
        let then = if by.is_empty() { then.replacen(" in ", " ", 1) } else { then };
        format!(" since{by}{then}")
    });
    let still = if prospective { " (still to come)" } else { "" };
    format!("{time_words}{time}{since}{still}{asks}")
}

impl<'r> Case<'_, 'r> {
    /// Rows of anybody.
    pub(super) fn all(&self) -> &[Row<'r>] {
        match self.whose {
            None => &self.own,
            Some(_) => self.all.get_or_init(|| happenings::rows(self.asked, &Query::of_feat(self.feat, None))),
        }
    }

    fn name(&self) -> String {
        self.whose.map_or_else(|| "Nobody".to_owned(), |whose| words::subject(self.asked.record(), whose))
    }

    /// How far the record reaches between two days, for whoever is named or for all.
    pub(super) fn reach(&self, whose: Option<Subject>, from: Date, to: Date) -> Reach {
        let query = Query::of_feat(self.feat, whose);
        reach(self.asked, &Needs { from, to, ..Needs::of_query(&query) })
    }

    pub(super) fn show(&self, finding: Finding, rows: &[Row<'_>]) -> Finding {
        finding.showing(rows.iter().map(|row| evidence::of_row(self.asked, row)))
    }

    /// A row found for what was asked: confirmed, with what the record cannot rule out.
    fn found(&self, row: &Row<'_>, text: String, reach: &Reach) -> Finding {
        let text = if reach.is_complete() { text } else { format!("As far as the record goes: {text}") };
        let mut finding = Finding::new(Verdict::Confirmed, text);
        finding.value = value(self.asked, row, self.whose, self.when);
        if !reach.is_complete() && !self.when.is_open() {
            finding.verdict = Verdict::NotInRecord;
            finding = finding.because("the record has this one, but may lack another");
        }
        self.show(finding, &[*row]).with(reach.caveats(self.asked))
    }

    /// A claimed time against the row it should be.
    fn against(&self, row: &Row<'_>, reach: &Reach, settled: bool) -> Finding {
        let text = named(self.asked, row);
        if fits(self.asked, row, self.when) {
            return self.found(row, text, reach);
        }
        let finding = if reach.is_complete() || settled {
            Finding::new(Verdict::Contradicted, text)
        } else {
            Finding::unknown(text, "the record is not complete here")
        };
        self.show(finding, &[*row]).with(reach.caveats(self.asked))
    }

    /// Nothing of the kind is known.
    pub(super) fn nothing(&self) -> Finding {
        let reach = self.reach(self.whose, Date::MIN, Date::MAX);
        let text = format!("{}: no time to {} in the record", self.name(), feat_words(self.asked, self.feat));
        if reach.is_complete() && self.whose.is_some() {
            return Finding::new(Verdict::Contradicted, text).because("the record is complete here");
        }
        Finding::unknown(text, "the record has none").with(reach.caveats(self.asked))
    }

    /// Rows of a series before which something may be missing.
    fn first(&self, prospective: bool) -> Finding {
        let Some(first) = self.own.first() else {
            return if prospective { self.possible(None) } else { self.nothing() };
        };
        if prospective {
            let text = format!("It has happened before: {}", named(self.asked, first));
            return self.show(Finding::new(Verdict::Contradicted, text), &[*first]);
        }
        let reach = self.reach(self.whose, Date::MIN, first.date);
        // A claim of a later first is settled by the earlier row, whatever is missing before it.
        let settled = self.said_after(first);
        let mut finding = self.against(first, &reach, settled);
        if let (Some(whose), Some(earliest)) = (self.whose, self.all().first())
            && self.when.is_open()
            && !self.asked.is_subject(whose, earliest.team, earliest.person)
        {
            let answer = named(self.asked, earliest);
            let verdict = if earliest.date < first.date { Verdict::Contradicted } else { Verdict::NotInRecord };
            finding = finding.or_else_read(format!("{} were the first of all", self.name()), verdict, answer);
        }
        finding
    }

    /// Whether the time said is after a row.
    fn said_after(&self, row: &Row<'_>) -> bool {
        let year = self.when.year.or_else(|| self.asked.record().edition(self.when.edition?).year());
        self.when.date.is_some_and(|date| date > row.date) || year.is_some_and(|year| year > row.date.year())
    }

    /// Whether the time said is before a row.
    fn said_before(&self, row: &Row<'_>) -> bool {
        let year = self.when.year.or_else(|| self.asked.record().edition(self.when.edition?).year());
        self.when.date.is_some_and(|date| date < row.date) || year.is_some_and(|year| year < row.date.year())
    }

    fn first_of_all(&self, prospective: bool) -> Finding {
        let Some(first) = self.all().first() else {
            return if prospective { self.possible(None) } else { self.nothing() };
        };
        let text = named(self.asked, first);
        let Some(whose) = self.whose else {
            let reach = self.reach(None, Date::MIN, first.date);
            return self.against(first, &reach, self.said_after(first));
        };
        if !self.asked.is_subject(whose, first.team, first.person) {
            // Somebody did it before: no gap in the record can mend that, unless it hides an earlier one by the subject.
            let reach = self.reach(Some(whose), Date::MIN, first.date);
            let earlier = format!("{} was the first: {text}", self.doer(first));
            let finding = if reach.is_complete() || !self.own.is_empty() {
                Finding::new(Verdict::Contradicted, earlier)
            } else {
                Finding::unknown(earlier, "the record is not complete before")
            };
            return self.show(finding, &[*first]).with(reach.caveats(self.asked));
        }
        if prospective {
            return self
                .show(Finding::new(Verdict::Contradicted, format!("It has happened before: {text}")), &[*first]);
        }
        let reach = self.reach(None, Date::MIN, first.date);
        if reach.is_complete() && fits(self.asked, first, self.when) {
            return self.show(Finding::new(Verdict::Confirmed, text), &[*first]);
        }
        self.against(first, &reach, self.said_after(first))
            .because_if(!reach.is_complete(), "the earliest in the record, which is not complete before it")
    }

    fn doer(&self, row: &Row<'_>) -> String {
        let record = self.asked.record();
        match (row.person, row.team) {
            (Some(person), _) => words::person(record, person),
            (None, Some(team)) => words::team(record, team),
            (None, None) => "somebody not named".to_owned(),
        }
    }

    fn last(&self) -> Finding {
        let Some(last) = self.own.last() else { return self.nothing() };
        let reach = self.reach(self.whose, last.date, Date::MAX);
        let finding = self.against(last, &reach, self.said_before(last));
        match (self.whose, self.all().last()) {
            (Some(whose), Some(latest))
                if !self.when.is_open() && !self.asked.is_subject(whose, latest.team, latest.person) =>
            {
                let verdict = if latest.date > last.date { Verdict::Contradicted } else { Verdict::NotInRecord };
                finding.or_else_read(format!("nobody since {}", self.name()), verdict, named(self.asked, latest))
            }
            _ => finding,
        }
    }

    fn last_of_all(&self) -> Finding {
        let Some(last) = self.all().last() else { return self.nothing() };
        let reach = self.reach(None, last.date, Date::MAX);
        let own = self.whose.is_none_or(|whose| self.asked.is_subject(whose, last.team, last.person));
        if own {
            let finding = self.against(last, &reach, self.said_before(last));
            return if reach.is_complete() || finding.verdict != Verdict::Confirmed {
                finding
            } else {
                Finding { verdict: Verdict::NotInRecord, ..finding }
            };
        }
        // Somebody has done it since, unless the record lacks a later time of whoever is named.
        let later = self.reach(self.whose, last.date, Date::MAX);
        let text = named(self.asked, last);
        let finding = if later.is_complete() || self.own.is_empty() || !self.when.is_open() {
            Finding::new(Verdict::Contradicted, text)
        } else {
            Finding::unknown(text, "the record is not complete after it")
        };
        self.show(finding, &[*last]).with(later.caveats(self.asked))
    }

    fn only(&self) -> Finding {
        let reach = self.reach(self.whose, Date::MIN, Date::MAX);
        match self.own.as_slice() {
            [] => self.nothing(),
            [only] => self.against(only, &reach, false),
            several => {
                let times: Vec<String> = several.iter().rev().map(|row| named(self.asked, row)).collect();
                let text = format!("{} times: {}", several.len(), words::some_of(&times, 5));
                self.show(Finding::new(Verdict::Contradicted, text), several)
            }
        }
    }

    fn only_of_all(&self) -> Finding {
        let reach = self.reach(None, Date::MIN, Date::MAX);
        let mut doers: Vec<Subject> = Vec::new();
        for row in self.all() {
            let doer = match (row.person, row.team) {
                (Some(person), _) => Subject::Person(person),
                (None, Some(team)) => Subject::Team(self.asked.head(team)),
                (None, None) => continue,
            };
            if !doers.contains(&doer) {
                doers.push(doer);
            }
        }
        let is_named = |doer: &Subject| match (self.whose, doer) {
            (None, _) => true,
            (Some(whose), Subject::Team(team)) => self.asked.is_subject(whose, Some(*team), None),
            (Some(whose), Subject::Person(person)) => self.asked.is_subject(whose, None, Some(*person)),
        };
        let names: Vec<String> = doers.iter().map(|&doer| words::subject(self.asked.record(), doer)).collect();
        let text = format!("Done by {}", words::some_of(&names, 10));
        let finding = match doers.as_slice() {
            [] => return self.nothing(),
            [only] if is_named(only) && reach.is_complete() => Finding::new(Verdict::Confirmed, text),
            [only] if is_named(only) => Finding::unknown(text, "the only one in the record, which is not complete"),
            _ => Finding::new(Verdict::Contradicted, text),
        };
        let finding = if let (None, [only]) = (self.whose, doers.as_slice()) {
            finding.asked_for(match *only {
                Subject::Team(team) => Value::Team(team),
                Subject::Person(person) => Value::Person(person),
            })
        } else {
            finding
        };
        let latest: Vec<Row<'_>> = self.all().iter().rev().copied().collect();
        self.show(finding, &latest).with(reach.caveats(self.asked))
    }

    fn nth(&self, number: u16, prospective: bool) -> Finding {
        let known = self.own.len();
        let index = usize::from(number).saturating_sub(1);
        if prospective {
            let reach = self.reach(self.whose, Date::MIN, Date::MAX);
            let text = format!(
                "{}: {} so far",
                self.name(),
                words::count(u32::try_from(known).unwrap_or(u32::MAX), "time", "times")
            );
            let finding = if known > index {
                Finding::new(Verdict::Contradicted, text)
            } else if !reach.is_complete() {
                Finding::unknown(text, "the record is not complete here")
            } else if known == index {
                return self.show(self.possible(None), &self.own);
            } else {
                Finding::new(Verdict::Contradicted, text)
            };
            return self.show(finding, &self.own).with(reach.caveats(self.asked));
        }
        let Some(row) = self.own.get(index) else {
            let reach = self.reach(self.whose, Date::MIN, Date::MAX);
            let text = format!(
                "{}: {} in the record",
                self.name(),
                words::count(u32::try_from(known).unwrap_or(u32::MAX), "time", "times")
            );
            let finding = if reach.is_complete() {
                Finding::new(Verdict::Contradicted, text)
            } else {
                Finding::unknown(text, "the record is not complete here")
            };
            return self.show(finding, &self.own).with(reach.caveats(self.asked));
        };
        let reach = self.reach(self.whose, Date::MIN, row.date);
        self.against(row, &reach, self.said_after(row))
    }

    fn never(&self) -> Finding {
        let rows: Vec<Row<'_>> =
            self.own.iter().rev().filter(|row| fits(self.asked, row, self.when)).copied().collect();
        if rows.is_empty() {
            let reach = self.reach(self.whose, Date::MIN, Date::MAX);
            let text = format!("{}: no time to {} in the record", self.name(), feat_words(self.asked, self.feat));
            return if reach.is_complete() {
                Finding::new(Verdict::Confirmed, text).because("the record is complete here")
            } else {
                Finding::unknown(text, "the record has none, and is not complete here").with(reach.caveats(self.asked))
            };
        }
        let times: Vec<String> = rows.iter().map(|row| named(self.asked, row)).collect();
        self.show(Finding::new(Verdict::Contradicted, words::some_of(&times, 5)), &rows)
    }
}
