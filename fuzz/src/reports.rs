//! What must hold of a report whatever bytes it is read from. `crates/report/tests/any_text.rs` runs it over the seeds.

use byline_report::Span;
use byline_report::quote::{self, Quotes};
use byline_report::text::{Format, Options, Report};

/// The bytes are a report: as told by their content, and as each format.
pub(crate) fn report(bytes: &[u8]) {
    for format in [None, Some(Format::Plain), Some(Format::Markdown), Some(Format::Html)] {
        let options = Options { format, ..Options::default() };
        if let Ok(report) = Report::read(bytes, &options) {
            let quotes = quote::find(&report);
            holds(bytes, &report, &quotes);
        }
    }
}

/// Every span is one of the text, in order, and leads back to the bytes.
fn holds(bytes: &[u8], report: &Report, quotes: &Quotes) {
    let mut end = 0;
    for paragraph in &report.paragraphs {
        lies_in(bytes, report, &paragraph.span);
        assert!(paragraph.span.start >= end && !paragraph.span.is_empty(), "paragraphs overlap or are empty");
        end = paragraph.span.end;
        assert!(!paragraph.sentences.is_empty(), "a paragraph without a sentence");
        let mut last = paragraph.span.start;
        for sentence in &paragraph.sentences {
            lies_in(bytes, report, sentence);
            assert!(sentence.start >= last && !sentence.is_empty(), "sentences overlap or are empty");
            last = sentence.end;
        }
        assert!(last <= paragraph.span.end, "a sentence leaves its paragraph");
    }
    let mut end = 0;
    let mut utterance = 0;
    for quote in &quotes.quotes {
        lies_in(bytes, report, &quote.outer);
        lies_in(bytes, report, &quote.span);
        assert!(
            quote.outer.start <= quote.span.start && quote.span.end <= quote.outer.end,
            "words outside their marks"
        );
        assert!(quote.outer.start >= end, "quotes overlap");
        assert!(quote.utterance >= utterance, "utterances out of order");
        (end, utterance) = (quote.outer.end, quote.utterance);
        let paragraph = &report.paragraphs[quote.paragraph].span;
        assert!(
            paragraph.start <= quote.outer.start && quote.outer.end <= paragraph.end,
            "a quote leaves its paragraph"
        );
        for at in quote.speaker.iter().map(|speaker| &speaker.at).chain(&quote.cue) {
            lies_in(bytes, report, &at.span);
            assert_eq!(report.words(&at.span), at.words, "other words than at their place");
        }
        if let Some(channel) = &quote.channel {
            assert_eq!(report.words(&channel.span), channel.words, "other words than at their place");
        }
    }
    quotes.scare.iter().for_each(|span| lies_in(bytes, report, span));
}

fn lies_in(bytes: &[u8], report: &Report, span: &Span) {
    assert!(report.text().get(span.clone()).is_some(), "{span:?} is no part of the text");
    let source = report.source(span);
    assert!(source.start <= source.end && source.end <= bytes.len(), "{source:?} is no part of {} bytes", bytes.len());
}

/// A checked report's statements lie in its text, and nothing is settled without saying what was read.
pub(crate) fn checked(checker: &byline_report::Checker<'_>, bytes: &[u8]) {
    let Ok(report) = Report::read(bytes, &Options::default()) else { return };
    let checked = checker.check(&report);
    for statement in &checked.statements {
        lies_in(bytes, &report, &statement.span);
        assert!(!statement.reading.is_empty(), "a verdict on nothing that was read");
        assert!(statement.quote.is_none_or(|quote| quote < checked.quotes.quotes.len()), "a quote that is not there");
    }
}
