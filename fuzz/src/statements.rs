//! What must hold of the reader of statements and of what answers them, whatever is asked.

use byline_record::Sex;
use byline_record::ask::english::{NameSource, NotRead, Reason, Span, read};
use byline_record::ask::{Scope, describe_scope, evaluate};

use super::names::{known, record};

/// The bytes are a sentence.
pub(crate) fn statement(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let today = jiff::civil::date(2022, 12, 11);
    for sex in [Sex::Men, Sex::Women] {
        let mut end = 0;
        for mention in NameSource::mentions(known(), &text, sex) {
            assert!(mention.span.start >= end, "names overlap at {} in {text:?}", mention.span.start);
            lies_in(&text, &mention.span);
            end = mention.span.end;
        }
    }
    match read(&text, known(), Some(today)) {
        Ok(reading) => {
            lies_in(&text, &reading.span);
            reading.notes.iter().for_each(|note| lies_in(&text, &note.span));
            let view = record().as_of(today);
            let answer = evaluate(&view, &reading.statement);
            assert!(!answer.answer.is_empty() && !answer.reading.is_empty(), "no words for {text:?}: {answer:?}");
            assert!(!describe_scope(&answer.scope, &view).is_empty(), "no words for a scope");
            let later = |id| view.get(id).is_none() && view.fixture_by_id(id).is_none();
            let unseen = answer.evidence.iter().filter_map(|row| row.in_match).any(later);
            assert!(!unseen, "evidence from after the day in question: {answer:?}");
        }
        Err(refusal) => told(&text, &refusal),
    }
    assert!(!describe_scope(&Scope::default(), &record().latest()).is_empty());
}

/// A refusal can be printed, and the words in question are words of the text.
fn told(text: &str, refusal: &NotRead) {
    assert!(!refusal.to_string().is_empty());
    match &refusal.reason {
        Reason::Quoted(span)
        | Reason::Hedged(span, _)
        | Reason::NeedsToday(span)
        | Reason::Ambiguous(span, ..)
        | Reason::NoEdition(span, _) => {
            lies_in(text, span);
        }
        Reason::Unknown(words) => {
            for (span, word) in words {
                lies_in(text, span);
                assert_eq!(text.get(span.clone()), Some(&**word), "another word than at its place");
            }
        }
        Reason::Empty | Reason::TooLong | Reason::NegativeQuestion | Reason::NoForm => {}
    }
}

/// A span is of whole letters of the text.
fn lies_in(text: &str, span: &Span) {
    assert!(span.start <= span.end && text.get(span.clone()).is_some(), "{span:?} is no part of {text:?}");
}
