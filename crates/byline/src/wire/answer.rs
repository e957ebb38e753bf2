//! JSON of `ask`.

use byline_record::ask::answer::{Alternative, Caveat, Value};
use byline_record::ask::{Asked, Evidence, Scope, describe_scope};
use byline_record::{MatchId, PersonId, Sources, TeamId, View};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::sheet::SourceWire;
use super::statement;

/// The object `ask --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    question: String,
    reading: Option<Reading>,
    verdict: &'static str,
    answer: String,
    value: Json,
    reason: Option<String>,
    evidence: Vec<EvidenceWire>,
    scope: ScopeWire,
    caveats: Vec<CaveatWire>,
    alternatives: Vec<AlternativeWire>,
    forms: Vec<&'static str>,
    sources: Vec<SourceWire>,
    as_of: Option<String>,
}

#[derive(Debug, Serialize)]
struct Reading {
    words: String,
    kind: &'static str,
    denied: bool,
    fields: Map<String, Json>,
}

/// A row that supports an answer.
#[derive(Debug, Serialize)]
pub(super) struct EvidenceWire {
    text: String,
    #[serde(rename = "match")]
    entry: Option<MatchWire>,
    sources: Vec<String>,
}

/// A match in a line.
#[derive(Debug, Serialize)]
pub(super) struct MatchWire {
    date: String,
    home: String,
    away: String,
    competition: String,
    edition: String,
    stage: Option<String>,
}

/// What was counted.
#[derive(Debug, Serialize)]
pub(super) struct ScopeWire {
    words: String,
    #[serde(flatten)]
    fields: Map<String, Json>,
}

#[derive(Debug, Serialize)]
struct CaveatWire {
    kind: &'static str,
    text: String,
}

/// A statement read another way.
#[derive(Debug, Serialize)]
pub(super) struct AlternativeWire {
    reading: String,
    verdict: &'static str,
    answer: String,
}

impl EvidenceWire {
    /// A row, with its match if `view` knows it.
    pub(super) fn of(evidence: &Evidence, view: &View<'_>) -> Self {
        let record = view.record();
        Self {
            text: evidence.text.clone(),
            entry: evidence.in_match.and_then(|id| MatchWire::of(id, view)),
            sources: record.sources_in(evidence.sources).map(|source| source.key.to_string()).collect(),
        }
    }
}

impl MatchWire {
    /// A match that was over by the day of the view.
    pub(super) fn of(id: MatchId, view: &View<'_>) -> Option<Self> {
        let record = view.record();
        let entry = view.get(id)?;
        let edition = record.edition(entry.edition);
        Some(Self {
            date: entry.date.to_string(),
            home: record.team(entry.home).display_name(),
            away: record.team(entry.away).display_name(),
            competition: record.competition(edition.competition).name.to_string(),
            edition: edition.label.to_string(),
            stage: entry.stage.as_ref().map(ToString::to_string),
        })
    }
}

impl ScopeWire {
    /// A scope, in words and field by field.
    pub(super) fn of(scope: &Scope, view: &View<'_>) -> Self {
        Self { words: describe_scope(scope, view), fields: statement::scope_fields(scope, view.record()) }
    }
}

impl AlternativeWire {
    /// A reading that was tried.
    pub(super) fn of(alternative: &Alternative) -> Self {
        Self {
            reading: alternative.reading.clone(),
            verdict: alternative.verdict.key(),
            answer: alternative.answer.clone(),
        }
    }
}

/// The object of an answer.
pub(crate) fn wire(question: &str, asked: &Asked, view: &View<'_>, as_of: Option<Date>) -> Wire {
    let answer = &asked.answer;
    let record = view.record();
    let sources = answer.evidence.iter().fold(Sources::NONE, |all, evidence| all.and(evidence.sources));
    Wire {
        question: question.to_owned(),
        reading: answer.statement.as_ref().map(|read| Reading {
            words: answer.reading.clone(),
            kind: statement::kind(&read.says),
            denied: read.denied,
            fields: statement::fields(&read.says, record),
        }),
        verdict: answer.verdict.key(),
        answer: answer.answer.clone(),
        value: answer.value.as_ref().map_or(Json::Null, |value| value_wire(value, view)),
        reason: answer.reason.clone(),
        evidence: answer.evidence.iter().map(|evidence| EvidenceWire::of(evidence, view)).collect(),
        scope: ScopeWire::of(&answer.scope, view),
        caveats: answer.caveats.iter().map(caveat_wire).collect(),
        alternatives: answer.alternatives.iter().map(AlternativeWire::of).collect(),
        forms: asked.forms.clone(),
        sources: record.sources_in(sources).map(SourceWire::of).collect(),
        as_of: as_of.map(|date| date.to_string()),
    }
}

fn caveat_wire(caveat: &Caveat) -> CaveatWire {
    let (kind, text) = match caveat {
        Caveat::Incomplete(table) => ("incomplete", table.name().to_owned()),
        Caveat::Conflicting(what) => ("conflicting", what.clone()),
        Caveat::ReadAs(how) => ("read_as", how.clone()),
        Caveat::Note(note) => ("note", note.clone()),
    };
    CaveatWire { kind, text }
}

/// Values as JSON has them: numbers, names, dates; counts that are lower bounds as an object.
fn value_wire(value: &Value, view: &View<'_>) -> Json {
    let record = view.record();
    let team = |id: TeamId| record.team(id).display_name();
    let person = |id: PersonId| record.person(id).name.to_string();
    match value {
        Value::Truth(truth) => json!(truth),
        Value::Count { count, at_least: false } => json!(count),
        Value::Count { count, at_least: true } => json!({ "at_least": count }),
        Value::Team(id) => json!(team(*id)),
        Value::Teams(ids) => json!(ids.iter().map(|&id| team(id)).collect::<Vec<_>>()),
        Value::Person(id) => json!(person(*id)),
        Value::People(ids) => json!(ids.iter().map(|&id| person(id)).collect::<Vec<_>>()),
        Value::Date(date) => json!(date.to_string()),
        Value::Year(year) => json!(year),
        Value::Minute(minute) => json!(minute.to_string()),
        Value::Score(own, other) => json!([own, other]),
        Value::Text(text) => json!(text),
    }
}
