//! "The first since": the time claimed, and the time before it; and what is still to come.

use jiff::civil::Date;

use crate::ask::Verdict;
use crate::ask::answer::Caveat;
use crate::ask::statement::{Occurrence, Subject, When};

use super::asked::Asked;
use super::finding::Finding;
use super::happenings::Row;
use super::occasion::{self, Case};
use super::prospect;

/// Whether a first "since" is looked for among everybody: since somebody else did it, or the first of all. Otherwise
/// whoever is named is compared with himself.
pub(super) fn compares_others(
    asked: &Asked<'_>,
    occurrence: Occurrence,
    whose: Option<Subject>,
    by: Option<Subject>,
) -> bool {
    let own = match (whose, by) {
        (Some(Subject::Team(own)), Some(Subject::Team(by))) => asked.head(own) == asked.head(by),
        (whose, by) => by.is_none() || whose == by,
    };
    occurrence == Occurrence::FirstOfAll || whose.is_none() || !own
}

impl<'r> Case<'_, 'r> {
    /// The first since a time before: the claimed row, and the one before it.
    pub(super) fn first_since(
        &self,
        occurrence: Occurrence,
        by: Option<Subject>,
        then: &When,
        prospective: bool,
    ) -> Finding {
        // "Since somebody else" compares everybody; otherwise whoever is named is compared with himself.
        let others = compares_others(self.asked, occurrence, self.whose, by);
        let series = if others { self.all() } else { &self.own };
        let wanted = |row: &&Row<'_>| self.whose.is_none_or(|whose| self.asked.is_subject(whose, row.team, row.person));
        let claimed = series
            .iter()
            .rev()
            .filter(wanted)
            .find(|row| occasion::fits(self.asked, row, self.when) && self.is_later(row, then));
        let previous_of =
            |row: &Row<'_>| series.iter().rev().find(|other| other.date < row.date && !other.is_with(row)).copied();
        match claimed.filter(|_| !prospective) {
            Some(claimed) => match previous_of(claimed) {
                Some(previous) => self.since(&previous, by, then, Some(claimed)),
                None => {
                    let text = format!("{}; none before it in the record", occasion::named(self.asked, claimed));
                    let reach = self.reach(self.whose, Date::MIN, claimed.date);
                    let finding = if reach.is_complete() {
                        Finding::new(Verdict::Contradicted, text)
                    } else {
                        Finding::unknown(text, "the record is not complete before it")
                    };
                    self.show(finding, &[*claimed]).with(reach.caveats(self.asked))
                }
            },
            None => self.still_to_come(series.last(), by, then),
        }
    }

    /// Whether a row is after the time a "since" names.
    fn is_later(&self, row: &Row<'_>, then: &When) -> bool {
        let year = then.year.or_else(|| self.asked.record().edition(then.edition?).year());
        let named = self.asked.record().edition(row.edition).year().unwrap_or(row.date.year());
        then.date.is_none_or(|date| row.date > date) && year.is_none_or(|year| named.max(row.date.year()) > year)
    }

    fn by_fits(&self, by: Option<Subject>, row: &Row<'_>) -> bool {
        by.is_none_or(|by| self.asked.is_subject(by, row.team, row.person))
    }

    /// Whether the time before is the one said. Nothing may have come between.
    fn since(&self, previous: &Row<'_>, by: Option<Subject>, then: &When, claimed: Option<&Row<'_>>) -> Finding {
        let until = claimed.map_or(Date::MAX, |row| row.date);
        let reach = self.reach(None, previous.date, until);
        let right = self.by_fits(by, previous) && occasion::fits(self.asked, previous, then);
        let now = claimed.map_or_else(String::new, |row| format!("{}; ", occasion::named(self.asked, row)));
        let text = format!("{now}the time before: {}", occasion::named(self.asked, previous));
        let said = then.year.or_else(|| self.asked.record().edition(then.edition?).year());
        let finding = if right && reach.is_complete() {
            Finding::new(Verdict::Confirmed, text)
        } else if right {
            Finding::unknown(text, "the record has none between, but is not complete there")
        } else if reach.is_complete() || said.is_some_and(|said| previous.date.year() > said) {
            Finding::new(Verdict::Contradicted, text)
        } else {
            Finding::unknown(text, "the record is not complete here")
        };
        let rows: Vec<Row<'_>> = claimed.into_iter().chain([previous]).copied().collect();
        self.show(finding, &rows).with(reach.caveats(self.asked))
    }

    /// It has not happened by the moment of the view: whether it still can, and whether the history is right.
    fn still_to_come(&self, last: Option<&Row<'_>>, by: Option<Subject>, then: &When) -> Finding {
        let possible = self.possible(last);
        if possible.verdict == Verdict::Contradicted {
            return possible;
        }
        let Some(last) = last else { return self.nothing() };
        let history = self.since(last, by, then, None);
        if history.verdict != Verdict::Confirmed {
            return history;
        }
        let evidence = history.evidence.clone();
        let reason = possible.reason.clone().unwrap_or_default();
        let mut finding = Finding::new(history.verdict, format!("{}; {}", history.fact, possible.fact))
            .showing(evidence)
            .showing(possible.evidence)
            .with(history.caveats)
            .with(possible.caveats)
            .with([Caveat::ReadAs("still to come: judged by what was known".to_owned())]);
        if !reason.is_empty() {
            finding = finding.because(reason);
        }
        finding
    }

    /// Whether the feat can still happen, and for the first time.
    pub(super) fn possible(&self, last: Option<&Row<'_>>) -> Finding {
        let finding = prospect::judge(self.asked, self.feat, self.whose);
        let rows: Vec<Row<'_>> = last.into_iter().copied().collect();
        if finding.verdict == Verdict::Contradicted {
            let before =
                last.map_or_else(String::new, |row| format!("; the last time: {}", occasion::named(self.asked, row)));
            let fact = format!("{}{before}", finding.fact);
            return self.show(Finding { fact, ..finding }, &rows);
        }
        if last.is_none() {
            let reach = self.reach(self.whose, Date::MIN, Date::MAX);
            if !reach.is_complete() {
                return Finding::unknown(finding.fact, "the record is not complete before")
                    .with(reach.caveats(self.asked));
            }
        }
        finding
    }
}
