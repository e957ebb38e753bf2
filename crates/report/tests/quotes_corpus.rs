//! Quotes and their speakers on the annotated reports: `cargo test -p byline-report --test quotes_corpus -- --nocapture`
//! prints a line for each part of the corpus, and what went wrong on the open ones.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a measurement of reports that are there"
)]

mod annotated;

use std::fmt;

use annotated::{DEVELOPMENT, HELD_OUT, LATER, Quoted, reports};
use byline_record::builtin;
use byline_report::quote::{self, ChannelKind, Quote};
use byline_report::{Checker, Span};

/// Counts over a folder.
#[derive(Debug, Default)]
struct Counts {
    /// Quotes marked by hand, quotes found, and found ones whose words are the very ones marked.
    marked: u32,
    found: u32,
    same: u32,
    /// Of the marked ones whose words were found: speaker, cue and channel as marked.
    speaker: u32,
    cue: u32,
    channel: u32,
    /// Of those whose speaker is not the marked one: nobody, somebody known by a description only, another name.
    nobody: u32,
    described: u32,
    another: u32,
}

impl Counts {
    fn f1(&self) -> f64 {
        2.0 * f64::from(self.same) / f64::from(self.marked + self.found)
    }

    /// Right speakers among all marked quotes: one whose words were not found has none.
    fn speakers(&self) -> f64 {
        f64::from(self.speaker) / f64::from(self.marked)
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { marked, found, same, speaker, cue, channel, nobody, described, another } = self;
        write!(
            f,
            "marked {marked}, found {found}, same words {same}: F1 {:.3}; right speaker {speaker} ({:.3}), cue {cue}, channel {channel}; \
             wrong: nobody {nobody}, only a description {described}, another name {another}",
            self.f1(),
            self.speakers()
        )
    }
}

/// The words without the marks around them and without the comma or full stop at their end, which the annotations have
/// or leave out as it looked better.
fn trimmed(text: &str, span: &Span) -> Span {
    let mark = |c: char| c.is_whitespace() || "\"'“”‘’„«»`´".contains(c);
    let words = &text[span.clone()];
    let start = span.start + (words.len() - words.trim_start_matches(mark).len());
    let end = span.start + words.trim_end_matches(|c| mark(c) || matches!(c, ',' | '.')).len();
    start..end.max(start)
}

/// A name as agencies spell it: `ü` is `ue` in one paper and `u` in the next.
fn folded(name: &str) -> String {
    byline_record::fold(name).replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

fn is_description(speaker: &str) -> bool {
    speaker
        .split(' ')
        .next()
        .is_some_and(|word| ["a", "an", "the", "his", "her", "one", "their"].contains(&&*word.to_lowercase()))
}

/// The speaker by full name, by surname alone where we have no more, or as described where that is all the text gives.
fn right_speaker(marked: &str, quote: &Quote) -> bool {
    let Some(speaker) = &quote.speaker else { return false };
    let Some(name) = &speaker.name else {
        let bare = |words: &str| {
            folded(words.split_once(' ').filter(|_| is_description(words)).map_or(words, |(_, rest)| rest))
        };
        return is_description(marked) && bare(marked) == bare(&speaker.at.words);
    };
    // Sir Alf Ramsey is Alf Ramsey.
    let honoured = ["Sir ", "Dame "].iter().find_map(|title| marked.strip_prefix(title));
    let (marked, name) = (folded(honoured.unwrap_or(marked)), folded(name));
    // `van Marwijk` and `De Boer` are surnames too.
    let surname = |name: &str| {
        let mut words = name.rsplit(' ');
        words.next().is_some()
            && words.all(|word| {
                ["al", "d", "da", "de", "den", "der", "di", "dos", "el", "ten", "van", "von"].contains(&word)
            })
    };
    marked == name || (surname(&name) && marked.ends_with(&format!(" {name}")))
}

fn right_cue(marked: &str, quote: &Quote) -> bool {
    match &quote.cue {
        None => marked == "carried",
        Some(cue) => {
            marked.split(' ').any(|word| word == cue.words)
                || (marked == "carried"
                    && quote.speaker.as_ref().is_some_and(|speaker| speaker.basis == quote::Basis::CueInside))
        }
    }
}

fn right_channel(marked: &str, quote: &Quote) -> bool {
    let Some(channel) = &quote.channel else { return marked.is_empty() };
    let marked = marked.to_lowercase();
    let kind = match channel.kind {
        ChannelKind::PressConference => marked.contains("conference"),
        ChannelKind::Reporters => marked == "reporters",
        _ => false,
    };
    let words = channel.words.to_lowercase();
    kind || (!marked.is_empty() && (words.contains(&marked) || marked.contains(&words)))
}

fn count(folder: &str, tell: bool) -> Counts {
    let mut counts = Counts::default();
    let record = builtin::record().expect("the built-in record");
    let checker = Checker::new(&record);
    for annotated in reports(folder) {
        let report = annotated.report();
        let text = &annotated.text;
        let quotes = checker.check(&report).quotes.quotes;
        let spans: Vec<Span> = quotes.iter().map(|quote| trimmed(text, &quote.span)).collect();
        counts.marked += annotated.quotes.len() as u32;
        counts.found += quotes.len() as u32;
        for marked in &annotated.quotes {
            let Quoted { speaker, cue, channel, .. } = marked;
            let words = trimmed(text, &marked.span);
            let Some(quote) = spans.iter().position(|span| *span == words).map(|at| &quotes[at]) else {
                if tell {
                    println!("{}: not found: {}", annotated.name, &text[words]);
                }
                continue;
            };
            // Words that go on with an utterance have no channel of their own in the annotations; ours carry it.
            let carries = cue == "carried" && channel.is_empty();
            let right =
                [right_speaker(speaker, quote), right_cue(cue, quote), carries || right_channel(channel, quote)];
            counts.same += 1;
            counts.speaker += u32::from(right[0]);
            match &quote.speaker {
                _ if right[0] => {}
                None => counts.nobody += 1,
                Some(speaker) if speaker.name.is_none() => counts.described += 1,
                Some(_) => counts.another += 1,
            }
            counts.cue += u32::from(right[1]);
            counts.channel += u32::from(right[2]);
            if tell && right != [true; 3] {
                println!(
                    "{}: {}\n    marked {speaker} | {cue} | {channel}\n    found {:?} | {:?} | {:?}",
                    annotated.name,
                    &text[words],
                    quote.speaker.as_ref().map(|found| (&found.name, &found.at.words)),
                    quote.cue.as_ref().map(|found| &found.words),
                    quote.channel.as_ref().map(|found| (found.kind, &found.words)),
                );
            }
        }
        let of_none = |span: &&Span| !annotated.quotes.iter().any(|marked| trimmed(text, &marked.span) == **span);
        for span in spans.iter().filter(of_none).filter(|_| tell) {
            println!("{}: found, not marked: {}", annotated.name, &text[span.clone()]);
        }
    }
    counts
}

#[test]
fn quotes_of_the_development_half() {
    let counts = count(DEVELOPMENT, true);
    println!("development: {counts}");
    assert!(counts.f1() >= 0.999 && counts.speakers() >= 0.999, "{counts}");
    assert!(counts.cue >= 51 && counts.channel >= 52, "{counts}");
}

#[test]
fn quotes_of_the_held_out_half() {
    let counts = count(HELD_OUT, false);
    println!("held-out: {counts}");
    assert!(counts.f1() >= 0.91 && counts.speakers() >= 0.65, "{counts}");
}

#[test]
fn quotes_of_the_later_reports() {
    let counts = count(LATER, true);
    println!("later: {counts}");
    assert!(counts.f1() >= 0.99 && counts.speakers() >= 0.98, "{counts}");
    assert!(counts.cue >= 62 && counts.channel >= 63, "{counts}");
}
