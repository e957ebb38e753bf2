//! From a typed sentence to an answer: read, settle the scope, evaluate.

use jiff::civil::Date;

use super::answer::{Alternative, Answer, Caveat, Verdict};
use super::english::{NameSource, NotRead, Reading, read};
use super::{Scope, evaluate};
use crate::View;

/// An answer, with what the reader of the sentence has to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The answer; its verdict is [`Verdict::NotRead`] if the sentence was not understood.
    pub answer: Answer,
    /// Forms that are read, nearest first, where the sentence was not.
    pub forms: Vec<&'static str>,
}

/// Reads a sentence and answers it from the view.
///
/// `settle` changes the scope the sentence was read with, for what a user has set. Where one name is borne by several
/// people, each reading is evaluated: the one the record confirms is the answer, the others are alternatives.
pub fn ask(text: &str, names: &dyn NameSource, view: &View<'_>, settle: &dyn Fn(&mut Scope)) -> Asked {
    let today = (view.as_of() != Date::MAX).then(|| view.as_of());
    match read(text, names, today) {
        Ok(reading) => Asked { answer: answered(reading, view, settle), forms: Vec::new() },
        Err(refusal) if refusal.readings.is_empty() => not_read(&refusal),
        Err(refusal) => several(refusal, view, settle),
    }
}

fn answered(mut reading: Reading, view: &View<'_>, settle: &dyn Fn(&mut Scope)) -> Answer {
    settle(&mut reading.statement.scope);
    let mut answer = evaluate(view, &reading.statement);
    answer.caveats.extend(reading.notes.into_iter().map(|note| Caveat::ReadAs(note.text)));
    answer
}

/// The reading that stands, with the others beside it; if none or several stand, nothing was decided.
fn several(refusal: NotRead, view: &View<'_>, settle: &dyn Fn(&mut Scope)) -> Asked {
    let Asked { answer: mut undecided, forms } = not_read(&refusal);
    let mut answers: Vec<Answer> =
        refusal.readings.into_iter().map(|reading| answered(reading, view, settle)).collect();
    let stands = |answer: &Answer| matches!(answer.verdict, Verdict::Confirmed | Verdict::Rounding);
    let alternative = |answer: &Answer| Alternative {
        reading: answer.reading.clone(),
        verdict: answer.verdict,
        answer: answer.answer.clone(),
    };
    let standing: Vec<usize> =
        answers.iter().enumerate().filter(|(_, answer)| stands(answer)).map(|(index, _)| index).collect();
    match *standing.as_slice() {
        [only] => {
            let mut answer = answers.remove(only);
            answer.caveats.push(Caveat::ReadAs("one of several people of the name, whom the record confirms".into()));
            answer.alternatives.extend(answers.iter().map(alternative));
            Asked { answer, forms: Vec::new() }
        }
        _ => {
            undecided.alternatives = answers.iter().map(alternative).collect();
            Asked { answer: undecided, forms }
        }
    }
}

fn not_read(refusal: &NotRead) -> Asked {
    Asked {
        answer: Answer {
            statement: None,
            reading: String::new(),
            verdict: Verdict::NotRead,
            answer: String::new(),
            value: None,
            reason: Some(refusal.to_string()),
            evidence: Vec::new(),
            scope: Scope::default(),
            caveats: Vec::new(),
            alternatives: Vec::new(),
        },
        forms: refusal.forms.clone(),
    }
}
