//! What a family of statements found, before it is dressed as an [`Answer`](crate::ask::Answer).

use crate::ask::answer::{Alternative, Caveat};
use crate::ask::{Evidence, Value, Verdict};

/// A verdict with what supports it.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// The statement in our words.
    pub(super) reading: String,
    pub(super) verdict: Verdict,
    /// The fact, without "yes" or "no".
    pub(super) fact: String,
    /// What was asked for, where something was; `None` for a statement that leaves nothing open.
    pub(super) value: Option<Value>,
    pub(super) reason: Option<String>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) caveats: Vec<Caveat>,
    pub(super) alternatives: Vec<Alternative>,
}

impl Finding {
    pub(super) fn new(verdict: Verdict, fact: impl Into<String>) -> Self {
        Self {
            reading: String::new(),
            verdict,
            fact: fact.into(),
            value: None,
            reason: None,
            evidence: Vec::new(),
            caveats: Vec::new(),
            alternatives: Vec::new(),
        }
    }

    /// Confirmed if `true`, else contradicted.
    pub(super) fn judged(right: bool, fact: impl Into<String>) -> Self {
        Self::new(if right { Verdict::Confirmed } else { Verdict::Contradicted }, fact)
    }

    /// The record cannot tell, and why.
    pub(super) fn unknown(fact: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::new(Verdict::NotInRecord, fact).because(reason)
    }

    pub(super) fn read_as(mut self, reading: impl Into<String>) -> Self {
        self.reading = reading.into();
        self
    }

    pub(super) fn asked_for(mut self, value: Value) -> Self {
        self.value = Some(value);
        self
    }

    pub(super) fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// A reason where there is none and it applies.
    pub(super) fn because_if(self, applies: bool, reason: &str) -> Self {
        if applies && self.reason.is_none() { self.because(reason) } else { self }
    }

    pub(super) fn showing(mut self, rows: impl IntoIterator<Item = Evidence>) -> Self {
        self.evidence.extend(rows);
        self
    }

    pub(super) fn with(mut self, caveats: impl IntoIterator<Item = Caveat>) -> Self {
        for caveat in caveats {
            if !self.caveats.contains(&caveat) {
                self.caveats.push(caveat);
            }
        }
        self
    }

    pub(super) fn or_else_read(
        mut self,
        reading: impl Into<String>,
        verdict: Verdict,
        answer: impl Into<String>,
    ) -> Self {
        self.alternatives.push(Alternative { reading: reading.into(), verdict, answer: answer.into() });
        self
    }

    /// A contradiction that another reading would confirm is only a difference of definition.
    pub(super) fn soften(mut self) -> Self {
        let other_reading = self.alternatives.iter().any(|other| other.verdict == Verdict::Confirmed);
        if self.verdict == Verdict::Contradicted && other_reading {
            self.verdict = Verdict::RecordDiffers;
        }
        self
    }
}
