//! From a typed sentence to an answer: read, settle the scope, evaluate.

use jiff::civil::Date;

use super::answer::{Alternative, Answer, Caveat, Verdict};
use super::english::{NameSource, Named, NotRead, Reading, Reason, read};
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
        Err(refusal) if refusal.readings.is_empty() => not_read(&refusal, view),
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
    let Asked { answer: mut undecided, forms } = not_read(&refusal, view);
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
    // Of whom the record tells nothing of the kind is not who was meant.
    let shown: Vec<usize> =
        answers.iter().enumerate().filter(|(_, answer)| !answer.evidence.is_empty()).map(|(index, _)| index).collect();
    let chosen = match (standing.as_slice(), shown.as_slice()) {
        (&[only], _) => Some((only, "one of several people of the name, whom the record confirms")),
        (_, &[only]) => Some((only, "the one of several people of the name of whom the record tells such a thing")),
        _ => None,
    };
    match chosen {
        Some((only, why)) => {
            let mut answer = answers.remove(only);
            answer.caveats.push(Caveat::ReadAs(why.into()));
            answer.alternatives.extend(answers.iter().map(alternative));
            Asked { answer, forms: Vec::new() }
        }
        None => {
            undecided.alternatives = answers.iter().map(alternative).collect();
            Asked { answer: undecided, forms }
        }
    }
}

/// Who bears a name, in words, each with a team where there is one.
fn bearers(named: &[Named], view: &View<'_>) -> String {
    let record = view.record();
    let names: Vec<String> = named
        .iter()
        .map(|&one| match one {
            Named::Team(id) => record.team(id).display_name(),
            Named::Person(id) => {
                let person = record.person(id);
                match person.teams.first() {
                    Some(&team) => format!("{} ({})", person.name, record.team(team).display_name()),
                    None => person.name.to_string(),
                }
            }
            Named::Competition(id) => record.competition(id).name.to_string(),
            Named::Edition(id) => {
                let edition = record.edition(id);
                format!("{} {}", record.competition(edition.competition).name, edition.label)
            }
        })
        .collect();
    names.join(", ")
}

fn not_read(refusal: &NotRead, view: &View<'_>) -> Asked {
    let reason = match &refusal.reason {
        Reason::Ambiguous(_, name, named) => {
            format!("`{name}` can mean any of {}; write the name in full or name a team or year", bearers(named, view))
        }
        _ => refusal.to_string(),
    };
    Asked {
        answer: Answer {
            statement: None,
            reading: String::new(),
            verdict: Verdict::NotRead,
            answer: String::new(),
            value: None,
            reason: Some(reason),
            evidence: Vec::new(),
            scope: Scope::default(),
            caveats: Vec::new(),
            alternatives: Vec::new(),
        },
        forms: refusal.forms.clone(),
    }
}
