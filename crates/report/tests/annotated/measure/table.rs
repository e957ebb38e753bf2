//! What was measured, as a table.

use std::fmt::Write as _;

use byline_report::claim::Kind;

use super::{Counts, Measured};
use crate::annotated::decidable::DEFINITION;

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "   -  ".into() } else { format!("{:5.1}%", 100.0 * part as f64 / whole as f64) }
}

impl Measured {
    /// The table by kind and the totals, with the definition above it.
    pub fn table(&self, half: &str) -> String {
        let mut out = format!(
            "{DEFINITION}\n\n{half}: {} reports, {} of them outside the record\n\n",
            self.reports, self.outside
        );
        let head = [
            "kind",
            "annot",
            "decid",
            "found",
            "settled",
            "conf",
            "round",
            "differ",
            "contra",
            "wr.conf",
            "wr.contra",
            "unannot",
        ];
        let _ = write!(out, "{:16}", head[0]);
        for name in &head[1..] {
            let _ = write!(out, "{name:>10}");
        }
        out.push('\n');
        let mut line = |name: &str, counts: &Counts| {
            let _ = write!(out, "{name:16}{:>10}{:>10}{:>10}", counts.annotated, counts.decidable, counts.found);
            let _ = write!(out, "{:>5} {}", counts.settled, percent(counts.settled, counts.decidable));
            for value in [
                counts.confirmed,
                counts.rounding,
                counts.differs,
                counts.contradicted,
                counts.wrong_confirmations,
                counts.wrong_contradictions,
                counts.unannotated_confirmations,
            ] {
                let _ = write!(out, "{value:>10}");
            }
            out.push('\n');
        };
        for (index, counts) in self.kinds.iter().enumerate() {
            if *counts != Counts::default() {
                line(Kind::ALL.get(index).map_or("history", |kind| kind.key()), counts);
            }
        }
        let total = self.total();
        line("all", &total);
        let confirmed = total.right_confirmations + total.wrong_confirmations;
        let contradicted = total.right_contradictions + total.wrong_contradictions;
        let [right, wrong, none, needless] = self.anchors;
        let _ = write!(
            out,
            "\nprecision of confirmed     {} ({} of {confirmed}; besides {} confirmed that nobody annotated)\
             \nprecision of contradicted  {} ({} of {contradicted}, {} inside quotes)\
             \nsettled of decidable       {} ({} of {})\
             \nfalse alarms per 10 reports {:5.2} ({} in {})\
             \nwrong roundings {}, settled inside traps {}, confirmed by a reading with nothing in common {}\
             \noutside the record: {} settled, {} contradicted\
             \nanchors: {right} right, {wrong} wrong, {none} not found, {needless} where there is none of the record\n",
            percent(total.right_confirmations, confirmed),
            total.right_confirmations,
            total.unannotated_confirmations,
            percent(total.right_contradictions, contradicted),
            total.right_contradictions,
            self.contradicted_in_quotes,
            percent(total.settled, total.decidable),
            total.settled,
            total.decidable,
            self.false_alarms_in_ten(),
            total.wrong_contradictions,
            self.reports,
            total.wrong_roundings,
            self.in_traps,
            self.doubtful,
            self.outside_settled,
            self.outside_contradicted,
        );
        out
    }
}
