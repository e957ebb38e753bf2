//! Weekdays on the outlet's clock: a match of a Saturday night in Qatar was on a Sunday in New Zealand.

#![allow(clippy::unwrap_used, reason = "a test")]

use byline_record::ask::Verdict;
use byline_record::builtin;
use byline_report::Checker;
use byline_report::claim::Kind;
use byline_report::text::{Options, Report};
use jiff::tz::TimeZone;

const TEXT: &str = "date 2022-12-11\n\nFrance beat England 2-1 in the quarter-finals of the World Cup in Al Khor on \
                    Sunday. Olivier Giroud scored the winner. France will play Morocco in the semi-final on Thursday.";

/// The verdicts on the day of the match and on the day of the next one, for an outlet of a zone.
fn verdicts(zone: Option<&str>) -> [Vec<Verdict>; 2] {
    let record = builtin::record().unwrap();
    let zone = zone.map(|zone| TimeZone::get(zone).unwrap());
    let report = Report::read(TEXT.as_bytes(), &Options { zone, ..Options::default() }).unwrap();
    let checked = Checker::new(&record).check(&report);
    let of = |kind: Kind, words: &str| {
        let found = checked.statements.iter().filter(|found| found.kind == kind && report.words(&found.span) == words);
        found.map(|found| found.verdict).collect::<Vec<_>>()
    };
    [of(Kind::Date, "Sunday"), of(Kind::NextFixture, "Thursday")]
}

#[test]
fn a_day_is_confirmed_on_the_clock_of_the_outlet() {
    assert_eq!(verdicts(Some("Pacific/Auckland")), [vec![Verdict::Confirmed], vec![Verdict::Confirmed]]);
}

#[test]
fn without_a_zone_it_may_be_the_day_of_any() {
    assert_eq!(verdicts(None), [vec![Verdict::Rounding], vec![Verdict::Rounding]]);
}

#[test]
fn with_a_zone_the_day_of_another_is_wrong() {
    assert_eq!(verdicts(Some("Europe/London")), [vec![Verdict::Contradicted], vec![Verdict::Contradicted]]);
}
