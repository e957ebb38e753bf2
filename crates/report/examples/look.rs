//! Prints what the checker makes of a report: `cargo run -p byline-report --example look -- FILE…`.
use byline_report::{Checker, text};
fn main() {
    let record = byline_record::builtin::record().expect("the built-in record");
    let checker = Checker::new(&record);
    for file in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&file) else { continue };
        let Ok(report) = text::Report::read(&bytes, &text::Options::default()) else { continue };
        let checked = checker.check(&report);
        println!("=== {file}");
        if let Some(anchor) = &checked.anchor {
            println!(
                "anchor {:.2} {:?} {:?}",
                anchor.confidence,
                record.as_of(jiff::civil::Date::MAX).get(anchor.in_match).map(|m| m.date),
                anchor.clues
            );
            let Some(m) = record.as_of(jiff::civil::Date::MAX).get(anchor.in_match) else { continue };
            println!("  {} v {}", record.team(m.home).name, record.team(m.away).name);
        } else {
            println!("no anchor");
        }
        for s in &checked.statements {
            println!(
                "{:14} {:15} «{}» | {} | {}",
                s.verdict.key(),
                s.kind.key(),
                report.words(&s.span).replace('\n', " "),
                s.reading,
                s.reason.clone().unwrap_or_default()
            );
        }
    }
}
