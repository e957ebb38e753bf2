//! Accounts side by side.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

use std::sync::LazyLock;

use byline_record::{Record, builtin};
use byline_report::compare::{Account, Comparison, compare};
use byline_report::text::{Options, Report};
use byline_report::{CheckedReport, Checker};

static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap());

fn dump(c: &Comparison) {
    println!("{:?}", c.accounts);
    for row in &c.rows {
        println!("{:?} {} | {:?} | {:?}", row.section, row.label, row.record.as_ref().map(|r| &r.text), row.agreement);
        for cell in row.cells.iter() { println!("     {:?}", cell.as_ref().map(|c| (&c.reading, c.verdict, &c.minutes))); }
    }
    for q in &c.quotes {
        println!("== {} fullest {} channels {:?} speakers {:?}", q.speaker, q.fullest, q.channels, q.speakers);
        for s in &q.sentences {
            println!("  [{}] {}", s.account, s.at.words);
            for cell in &s.cells {
                println!("      {:?}", cell.as_ref().map(|c| (c.fate, c.joined, c.reordered, c.words.iter().map(|w| w.words.as_str()).collect::<Vec<_>>())));
            }
        }
    }
}

#[test]
fn scratch() {
    let folder = std::path::PathBuf::from(std::env::var_os("BYLINE_REPORTS").unwrap());
    let mut list = vec![];
    for name in std::env::var("NAMES").unwrap().split(',') {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        list.push((name.to_owned(), Report::read(&bytes, &Options::default()).unwrap()));
    }
    let checker = Checker::new(&RECORD);
    let checked: Vec<CheckedReport> = list.iter().map(|(_, r)| checker.check(r)).collect();
    let accounts: Vec<Account<'_>> = list.iter().zip(&checked).map(|((n, report), checked)| Account { name: n.clone(), report, checked }).collect();
    let t = std::time::Instant::now();
    dump(&compare(&RECORD.latest(), &accounts));
    println!("{:?}", t.elapsed());
}
