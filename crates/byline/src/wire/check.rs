//! JSON of `check`.

use byline_record::ask::Verdict;
use byline_record::{Record, Sources, View};
use byline_report::claim::Kind;
use byline_report::quote::Quote;
use byline_report::text::Report;
use byline_report::{Checked, Span};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::answer::{AlternativeWire, EvidenceWire, MatchWire, ScopeWire};
use super::sheet::SourceWire;
use super::statement::word;
use crate::failure::Failure;
use crate::print;
use crate::print::verdict::ORDER;
use crate::reports::Checkup;

/// The object `check --json` prints for a report.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    file: String,
    line: Option<u64>,
    id: Option<Json>,
    title: Option<String>,
    byline: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    zone: Option<String>,
    format: Json,
    encoding: Json,
    anchor: Option<AnchorWire>,
    statements: Vec<StatementWire>,
    quotes: Vec<QuoteWire>,
    counts: Map<String, Json>,
    sources: Vec<SourceWire>,
    as_of: Option<String>,
}

/// Several reports.
#[derive(Debug, Serialize)]
struct Several {
    reports: Vec<Wire>,
}

#[derive(Debug, Serialize)]
struct AnchorWire {
    #[serde(rename = "match")]
    entry: Option<MatchWire>,
    result: Option<String>,
    confidence: f64,
    clues: Vec<String>,
}

#[derive(Debug, Serialize)]
struct StatementWire {
    span: [usize; 2],
    text: String,
    kind: &'static str,
    reading: Option<String>,
    verdict: &'static str,
    reason: Option<String>,
    evidence: Vec<EvidenceWire>,
    scope: Option<ScopeWire>,
    alternatives: Vec<AlternativeWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<String>,
    quote: Option<usize>,
}

#[derive(Debug, Serialize)]
struct QuoteWire {
    span: [usize; 2],
    text: String,
    speaker: Option<String>,
    speaker_words: Option<String>,
    speaker_by: Option<Json>,
    cue: Option<String>,
    channel: Option<String>,
    channel_kind: Option<Json>,
    utterance: usize,
    extent: Json,
    closed: bool,
}

/// Prints one object: of the report, or of several in a list.
pub(crate) fn print(checkups: &[Checkup], record: &Record, as_of: Option<Date>) -> Result<(), Failure> {
    match checkups {
        [checkup] => super::print(&wire(checkup, record, as_of)),
        _ => super::print(&Several { reports: checkups.iter().map(|one| wire(one, record, as_of)).collect() }),
    }
}

/// The object of a report in a line of its own.
pub(crate) fn line(checkup: &Checkup, record: &Record, as_of: Option<Date>) -> Result<Vec<u8>, Failure> {
    let mut line = serde_json::to_vec(&wire(checkup, record, as_of)).map_err(std::io::Error::from)?;
    line.push(b'\n');
    Ok(line)
}

/// The object of a report.
pub(crate) fn wire(checkup: &Checkup, record: &Record, as_of: Option<Date>) -> Wire {
    let Checkup { origin, report, checked } = checkup;
    let view = checkup.view(record);
    let evidence = checked.statements.iter().flat_map(|statement| &statement.evidence);
    let sources = evidence.fold(Sources::NONE, |all, evidence| all.and(evidence.sources));
    let counted = |(verdict, count): (Verdict, usize)| (verdict.key().to_owned(), count.into());
    Wire {
        file: origin.file.clone(),
        line: origin.line,
        id: origin.id.clone(),
        title: report.title.clone(),
        byline: report.byline.clone(),
        outlet: report.outlet.clone(),
        published: report.published.as_ref().map(|published| published.date.to_string()),
        zone: report.zone.as_ref().and_then(|zone| zone.iana_name().map(ToOwned::to_owned)),
        format: word(&report.format),
        encoding: word(&report.encoding),
        anchor: checked.anchor.as_ref().map(|anchor| AnchorWire {
            entry: MatchWire::of(anchor.in_match, &view),
            result: checkup.about(&view).map(|about| print::sheet::result(&about)),
            confidence: anchor.confidence,
            clues: anchor.clues.clone(),
        }),
        statements: checked.statements.iter().map(|statement| statement_wire(checkup, statement, &view)).collect(),
        quotes: checked.quotes.quotes.iter().map(|quote| quote_wire(report, quote)).collect(),
        counts: checkup.counts(ORDER).into_iter().map(counted).collect(),
        sources: record.sources_in(sources).map(SourceWire::of).collect(),
        as_of: as_of.map(|date| date.to_string()),
    }
}

/// A place in the bytes the report was read from.
pub(super) fn span(report: &Report, span: &Span) -> [usize; 2] {
    let Span { start, end } = report.source(span);
    [start, end]
}

fn statement_wire(checkup: &Checkup, statement: &Checked, view: &View<'_>) -> StatementWire {
    StatementWire {
        span: span(&checkup.report, &statement.span),
        text: checkup.report.words(&statement.span).to_owned(),
        kind: Kind::key(statement.kind),
        reading: Some(statement.reading.clone()).filter(|reading| !reading.is_empty()),
        verdict: statement.verdict.key(),
        reason: statement.reason.clone(),
        evidence: statement.evidence.iter().map(|evidence| EvidenceWire::of(evidence, view)).collect(),
        scope: statement.scope.as_ref().map(|scope| ScopeWire::of(scope, view)),
        alternatives: statement.alternatives.iter().map(AlternativeWire::of).collect(),
        speaker: checkup.speaker(statement.quote).map(ToOwned::to_owned),
        quote: statement.quote,
    }
}

fn quote_wire(report: &Report, quote: &Quote) -> QuoteWire {
    let speaker = quote.speaker.as_ref();
    QuoteWire {
        span: span(report, &quote.span),
        text: report.words(&quote.span).to_owned(),
        speaker: speaker.map(|speaker| speaker.name.clone().unwrap_or_else(|| speaker.at.words.clone())),
        speaker_words: speaker.map(|speaker| speaker.at.words.clone()),
        speaker_by: speaker.map(|speaker| word(&speaker.basis)),
        cue: quote.cue.as_ref().map(|cue| cue.words.clone()),
        channel: quote.channel.as_ref().map(|channel| channel.words.clone()),
        channel_kind: quote.channel.as_ref().map(|channel| word(&channel.kind)),
        utterance: quote.utterance,
        extent: word(&quote.extent),
        closed: quote.closed,
    }
}

#[cfg(test)]
mod tests {
    use byline_report::Checker;
    use byline_report::text::Options;

    use super::*;
    use crate::desk::built_in;
    use crate::reports::{Input, Origin, made};

    #[test]
    fn every_verdict_has_its_word_and_every_statement_its_place() {
        let record = built_in().unwrap();
        let told = serde_json::to_value(wire(&made::checkup(&record), &record, None)).unwrap();
        let statements = told["statements"].as_array().unwrap();
        let verdicts: Vec<&Json> = statements.iter().map(|one| &one["verdict"]).collect();
        assert_eq!(verdicts, ["confirmed", "rounding", "contradicted", "record_differs", "not_in_record", "not_read"]);
        for statement in statements {
            let [start, end] = [0, 1].map(|end| statement["span"][end].as_u64().unwrap() as usize);
            assert_eq!(made::TEXT.get(start..end), statement["text"].as_str());
            assert_eq!(told["counts"][statement["verdict"].as_str().unwrap()], 1);
        }
        let speakers: Vec<Option<&Json>> = statements.iter().map(|one| one.get("speaker")).collect();
        assert_eq!(speakers, [None, None, Some(&"Harry Kane".into()), None, None, None]);
        assert_eq!(statements[2]["quote"], 0);
        assert!(statements[5]["reading"].is_null());
        assert!(statements[3]["scope"]["words"].is_string() && statements[0]["scope"].is_null());
        assert_eq!(told["anchor"]["result"], "England 1-2 France");
    }

    #[test]
    fn a_preview_is_shown_without_the_result_of_its_day() {
        let record = built_in().unwrap();
        let shown = |text: &str| {
            let input = Input { origin: Origin::default(), bytes: text.into(), options: Options::default() };
            let checkup = input.check(&Checker::new(&record), None).unwrap();
            serde_json::to_value(wire(&checkup, &record, None)).unwrap()["anchor"]["result"].clone()
        };
        let before =
            "date 2006-06-30\nGermany v Argentina\n\nThe quarter-final kicks off at 5pm local time in Berlin.\n";
        let after = "date 2006-06-30\nGermany beat Argentina 4-2 on penalties after a 1-1 draw in Berlin today.\n";
        assert!(!shown(before).as_str().unwrap().contains("1-1"));
        assert!(shown(after).as_str().unwrap().contains("1-1"));
    }
}
