//! The checker measured on a half of the corpus.

mod table;
mod tell;

use std::fmt::Write as _;

use byline_record::Record;
use byline_record::ask::Verdict;
use byline_record::names::find::Names;
use byline_report::claim::Kind;
use byline_report::{CheckedReport, Checker};

use super::align::{Found, aligned, counts_for, found, meet, nothing_in_common, settled, trap};
use super::decidable::{Ground, ground, is_decidable};
use super::{Annotated, Statement, Truth};
use tell::{stated, told};

/// Counts of one kind, or of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub annotated: usize,
    pub decidable: usize,
    /// Of the decidable.
    pub found: usize,
    /// Of the decidable.
    pub settled: usize,
    /// Of the decidable, by the verdict of what counts for them.
    pub confirmed: usize,
    pub rounding: usize,
    pub differs: usize,
    pub contradicted: usize,
    /// Checked statements, by what they count for.
    pub right_confirmations: usize,
    pub wrong_confirmations: usize,
    pub wrong_roundings: usize,
    pub right_contradictions: usize,
    pub wrong_contradictions: usize,
    /// Confirmed, and nothing annotated is about it.
    pub unannotated_confirmations: usize,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        let Self {
            annotated,
            decidable,
            found,
            settled,
            confirmed,
            rounding,
            differs,
            contradicted,
            right_confirmations,
            wrong_confirmations,
            wrong_roundings,
            right_contradictions,
            wrong_contradictions,
            unannotated_confirmations,
        } = other;
        for (to, from) in [
            (&mut self.annotated, annotated),
            (&mut self.decidable, decidable),
            (&mut self.found, found),
            (&mut self.settled, settled),
            (&mut self.confirmed, confirmed),
            (&mut self.rounding, rounding),
            (&mut self.differs, differs),
            (&mut self.contradicted, contradicted),
            (&mut self.right_confirmations, right_confirmations),
            (&mut self.wrong_confirmations, wrong_confirmations),
            (&mut self.wrong_roundings, wrong_roundings),
            (&mut self.right_contradictions, right_contradictions),
            (&mut self.wrong_contradictions, wrong_contradictions),
            (&mut self.unannotated_confirmations, unannotated_confirmations),
        ] {
            *to += from;
        }
    }
}

/// Something to be looked at.
#[derive(Debug, Clone)]
pub struct Finding {
    pub what: What,
    pub report: String,
    /// All about it, on one line and more.
    pub text: String,
}

/// What a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    WrongConfirmation,
    WrongRounding,
    WrongContradiction,
    /// Held to be about another match, or about none.
    WrongAnchor,
    /// Decidable, and not settled.
    Missed,
    /// Rightly confirmed, for reading by eye whether for the right reason.
    Confirmed,
    /// Rightly confirmed, but the annotated reading has no name and no number in common with ours or its rows.
    Doubtful,
    /// Confirmed, and not annotated.
    Unannotated,
}

/// What was measured.
#[derive(Debug)]
pub struct Measured {
    pub reports: usize,
    /// Reports about matches the record does not have.
    pub outside: usize,
    /// Statements settled in those.
    pub outside_settled: usize,
    pub outside_contradicted: usize,
    /// The match of the report found: right, wrong, none where there is one, one where there is none.
    pub anchors: [usize; 4],
    /// Settled on a trap.
    pub in_traps: usize,
    /// Rightly confirmed by a reading that has nothing in common with the annotated one.
    pub doubtful: usize,
    /// Contradicted inside quotes: the speaker's mistake, not the paper's; counted among all.
    pub contradicted_in_quotes: usize,
    /// By [`Kind::ALL`], and last what has no kind.
    pub kinds: Vec<Counts>,
    pub findings: Vec<Finding>,
}

/// The place of a kind in [`Measured::kinds`].
fn place(kind: Option<Kind>) -> usize {
    kind.and_then(|kind| Kind::ALL.iter().position(|&other| other == kind)).unwrap_or(Kind::ALL.len())
}

/// A share from 0 to 1; `None` of nothing.
pub fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

impl Default for Measured {
    fn default() -> Self {
        Self {
            reports: 0,
            outside: 0,
            outside_settled: 0,
            outside_contradicted: 0,
            anchors: [0; 4],
            in_traps: 0,
            doubtful: 0,
            contradicted_in_quotes: 0,
            kinds: vec![Counts::default(); Kind::ALL.len() + 1],
            findings: Vec::new(),
        }
    }
}

impl Measured {
    pub fn total(&self) -> Counts {
        self.kinds.iter().fold(Counts::default(), |mut sum, counts| {
            sum.add(counts);
            sum
        })
    }

    /// Of what is confirmed and annotated, the share that is true.
    pub fn precision_confirmed(&self) -> Option<f64> {
        let total = self.total();
        share(total.right_confirmations, total.right_confirmations + total.wrong_confirmations)
    }

    /// Of what is contradicted, the share that is false.
    pub fn precision_contradicted(&self) -> Option<f64> {
        let total = self.total();
        share(total.right_contradictions, total.right_contradictions + total.wrong_contradictions)
    }

    /// Of what is decidable, the share that is settled.
    pub fn settled_share(&self) -> Option<f64> {
        let total = self.total();
        share(total.settled, total.decidable)
    }

    /// Wrong contradictions in ten reports.
    pub fn false_alarms_in_ten(&self) -> f64 {
        10.0 * share(self.total().wrong_contradictions, self.reports).unwrap_or(0.0)
    }

    fn note(&mut self, what: What, report: &Annotated, text: String) {
        self.findings.push(Finding { what, report: report.name.clone(), text });
    }

    fn annotated(
        &mut self,
        record: &Record,
        ground: Ground<'_>,
        report: &Annotated,
        all: &[Found<'_>],
        mine: &[Option<usize>],
    ) {
        for (index, statement) in report.statements.iter().enumerate() {
            let decidable = is_decidable(record, ground, report, statement);
            let own = || all.iter().zip(mine).filter(|(_, mine)| **mine == Some(index)).map(|(found, _)| found);
            let near = || all.iter().filter(|found| aligned(statement, found));
            let verdict = own().chain(near()).map(|found| found.checked.verdict).find(|&verdict| settled(verdict));
            let counts = &mut self.kinds[place(statement.kind)];
            counts.annotated += 1;
            if !decidable {
                continue;
            }
            counts.decidable += 1;
            counts.found += usize::from(own().chain(near()).next().is_some());
            counts.settled += usize::from(verdict.is_some());
            match verdict {
                Some(Verdict::Confirmed) => counts.confirmed += 1,
                Some(Verdict::Rounding) => counts.rounding += 1,
                Some(Verdict::RecordDiffers) => counts.differs += 1,
                Some(Verdict::Contradicted) => counts.contradicted += 1,
                _ => {
                    let mut text = stated(report, statement);
                    for found in own().chain(near().filter(|found| !own().any(|own| own.span == found.span))) {
                        let _ = write!(text, "\n      {}", told(report, found));
                    }
                    self.note(What::Missed, report, text);
                }
            }
        }
    }

    fn checked(&mut self, ground: Ground<'_>, report: &Annotated, found: &Found<'_>, mine: Option<usize>) {
        let statement = mine.map(|index| &report.statements[index]);
        let fallen = if statement.is_none() { trap(report, found) } else { None };
        let is_true = statement.is_some_and(|statement| statement.truth == Truth::True);
        let beside_false = || {
            let false_here = |other: &&Statement| other.truth == Truth::False && meet(&other.span, &found.span);
            statement.is_none() && report.statements.iter().any(|other| false_here(&other))
        };
        self.in_traps += usize::from(fallen.is_some() && found.is_settled());
        if matches!(ground, Ground::Outside) {
            self.outside_settled += usize::from(found.is_settled());
            self.outside_contradicted += usize::from(found.has(Verdict::Contradicted));
        }
        let kind = statement.map_or(Some(found.checked.kind), |statement| statement.kind);
        let counts = &mut self.kinds[place(kind)];
        let what = match found.checked.verdict {
            Verdict::Confirmed | Verdict::Rounding if statement.is_none() && fallen.is_none() => {
                counts.unannotated_confirmations += 1;
                What::Unannotated
            }
            Verdict::Confirmed if is_true => {
                counts.right_confirmations += 1;
                What::Confirmed
            }
            Verdict::Confirmed => {
                counts.wrong_confirmations += 1;
                What::WrongConfirmation
            }
            Verdict::Rounding if is_true => What::Confirmed,
            Verdict::Rounding => {
                counts.wrong_roundings += 1;
                What::WrongRounding
            }
            Verdict::Contradicted => {
                self.contradicted_in_quotes += usize::from(found.checked.quote.is_some());
                let told_false = statement.is_some_and(|statement| statement.truth == Truth::False);
                if !matches!(ground, Ground::Outside) && (told_false || beside_false()) {
                    counts.right_contradictions += 1;
                    return;
                }
                counts.wrong_contradictions += 1;
                What::WrongContradiction
            }
            Verdict::RecordDiffers | Verdict::NotInRecord | Verdict::NotRead => return,
        };
        let mut text = told(report, found);
        match (statement, fallen) {
            (Some(statement), _) => {
                let _ = write!(text, "\n      annotated: {}", stated(report, statement));
            }
            (None, Some(trap)) => {
                let _ = write!(text, "\n      on a trap: {:?} ({})", report.words(&trap.span), trap.why);
            }
            (None, None) => {
                text.push_str("\n      nothing annotated is about it");
                for beside in report.statements.iter().filter(|other| meet(&other.span, &found.span)) {
                    let _ = write!(text, "\n      beside: {}", stated(report, beside));
                }
            }
        }
        let rows = found.checked.evidence.iter().map(|row| row.text.as_str());
        let ours = rows.fold(found.checked.reading.clone(), |all, row| all + " " + row);
        if what == What::Confirmed && statement.is_some_and(|statement| nothing_in_common(&statement.reading, &ours)) {
            self.doubtful += 1;
            self.note(What::Doubtful, report, text.clone());
        }
        self.note(what, report, text);
    }

    /// Counts one report with what was made of it. The spans of `checked` are of [`Annotated::report`].
    pub fn count(&mut self, record: &Record, ground: Ground<'_>, report: &Annotated, checked: &CheckedReport) {
        let all = found(&report.report(), &checked.statements);
        let mine: Vec<Option<usize>> = all.iter().map(|found| counts_for(report, found)).collect();
        self.reports += 1;
        self.outside += usize::from(matches!(ground, Ground::Outside));
        let slot = match (&ground, &checked.anchor) {
            (Ground::One(entry), Some(anchor)) if anchor.in_match == entry.id => Some(0),
            (Ground::One(_), Some(_)) => Some(1),
            (Ground::One(_), None) => Some(2),
            (_, Some(_)) => Some(3),
            (_, None) => None,
        };
        if let Some(slot) = slot {
            self.anchors[slot] += 1;
        }
        if slot.is_some_and(|slot| slot > 0) {
            let entry =
                checked.anchor.as_ref().and_then(|anchor| Some((anchor, record.latest().get(anchor.in_match)?)));
            let taken = entry.map_or_else(
                || "none found".to_owned(),
                |(anchor, entry)| {
                    let [home, away] = [entry.home, entry.away].map(|team| &*record.team(team).name);
                    format!("{} {home}-{away}, {:.2} sure, by {:?}", entry.date, anchor.confidence, anchor.clues)
                },
            );
            self.note(What::WrongAnchor, report, format!("{}: {taken}", report.anchor));
        }
        self.annotated(record, ground, report, &all, &mine);
        for (found, &mine) in all.iter().zip(&mine) {
            self.checked(ground, report, found, mine);
        }
    }
}

/// Measures the checker on reports.
pub fn measure(record: &Record, reports: &[Annotated]) -> Measured {
    let checker = Checker::new(record);
    let names = Names::new(record);
    let mut measured = Measured::default();
    for report in reports {
        let checked = checker.check(&report.report());
        measured.count(record, ground(record, &names, report), report, &checked);
    }
    measured
}
