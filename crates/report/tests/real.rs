//! Reports that are not ours to publish: read where they are, passed over where they are not.
//! `BYLINE_REPORTS` names the folder.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

use std::path::PathBuf;

use byline_record::builtin;
use byline_report::Checker;
use byline_report::quote::{self, ChannelKind, Extent, Quotes};
use byline_report::text::{Options, Report};

fn read(name: &str) -> Option<(Report, Quotes)> {
    let folder = PathBuf::from(std::env::var_os("BYLINE_REPORTS")?);
    let bytes = std::fs::read(folder.join("real").join(name)).ok()?;
    let report = Report::read(&bytes, &Options::default()).unwrap();
    let record = builtin::record().unwrap();
    let quotes = Checker::new(&record).check(&report).quotes;
    Some((report, quotes))
}

fn said(quotes: &Quotes, by: &str) -> usize {
    let named =
        |quote: &&quote::Quote| quote.speaker.as_ref().is_some_and(|speaker| speaker.name.as_deref() == Some(by));
    quotes.quotes.iter().filter(named).filter(|quote| quote.extent == Extent::Speech).count()
}

fn channel(quotes: &Quotes, by: &str) -> Vec<Option<ChannelKind>> {
    let named =
        |quote: &&quote::Quote| quote.speaker.as_ref().is_some_and(|speaker| speaker.name.as_deref() == Some(by));
    let speech = quotes.quotes.iter().filter(named).filter(|quote| quote.extent == Extent::Speech);
    speech.map(|quote| quote.channel.as_ref().map(|channel| channel.kind)).collect()
}

#[test]
fn the_first_real_report() {
    let Some((report, quotes)) = read("2022-12-11-england-france-a.txt") else { return };
    assert_eq!(report.published.unwrap().date.to_string(), "2022-12-11");
    assert_eq!(said(&quotes, "David Beckham"), 3);
    assert_eq!(said(&quotes, "Hugo Lloris"), 2);
    assert_eq!(said(&quotes, "Harry Kane"), 4);
    assert_eq!(channel(&quotes, "David Beckham"), [Some(ChannelKind::SocialPost); 3]);
    assert_eq!(channel(&quotes, "Harry Kane"), [Some(ChannelKind::Television); 4]);
    assert_eq!(channel(&quotes, "Hugo Lloris"), [None; 2]);
}

#[test]
fn the_second_real_report() {
    let Some((report, quotes)) = read("2022-12-12-england-france-b.txt") else { return };
    assert_eq!(report.published.unwrap().date.to_string(), "2022-12-12");
    assert_eq!(said(&quotes, "David Beckham"), 2);
    assert_eq!(channel(&quotes, "David Beckham"), [Some(ChannelKind::SocialPost); 2]);
}
