//! Reports from files, read and checked.

use std::fmt;
use std::io::Read as _;
use std::path::Path;

use byline_record::ask::Verdict;
use byline_record::sheet::{Sheet, sheet};
use byline_record::{Record, View};
use byline_report::text::{LARGEST_REPORT, Options, Published, ReadError, Report};
use byline_report::{CheckedReport, Checker};
use jiff::civil::Date;
use serde_json::Value as Json;

use crate::failure::Failure;
use crate::print::verdict::is_settled;

/// Where a report is from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Origin {
    /// Its file, as typed; `-` for standard input.
    pub(crate) file: String,
    /// Its line, from 1, in a file of JSON lines.
    pub(crate) line: Option<u64>,
    /// Its own name there.
    pub(crate) id: Option<Json>,
}

/// A report before it is read.
#[derive(Debug)]
pub(crate) struct Input {
    /// Where it is from.
    pub(crate) origin: Origin,
    /// What it consists of.
    pub(crate) bytes: Vec<u8>,
    /// What its reader is told.
    pub(crate) options: Options,
}

/// A report that was read and checked: what faces present.
#[derive(Debug)]
pub(crate) struct Checkup {
    /// Where it is from.
    pub(crate) origin: Origin,
    /// It as read.
    pub(crate) report: Report,
    /// How it stands.
    pub(crate) checked: CheckedReport,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

impl Origin {
    /// A file of its own.
    pub(crate) fn file(path: &Path) -> Self {
        Self { file: path.display().to_string(), ..Self::default() }
    }

    /// The name of the file without its folder and ending.
    pub(crate) fn short_name(&self) -> String {
        let stem = Path::new(&self.file).file_stem();
        stem.map_or_else(|| self.file.clone(), |stem| stem.to_string_lossy().into_owned())
    }

    /// What the report is called: its own name where it has one.
    pub(crate) fn name(&self) -> String {
        match &self.id {
            Some(Json::String(id)) => id.clone(),
            Some(id) => id.to_string(),
            None => self.to_string(),
        }
    }
}

impl Input {
    /// The report of a file.
    pub(crate) fn file(path: &Path, options: Options) -> Result<Self, Failure> {
        let mut bytes = Vec::new();
        // One byte more than is read, so that a larger file is seen to be one.
        let most = LARGEST_REPORT as u64 + 1;
        std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)).map_err(|error| {
            Failure::bad_input(format!("{}: cannot be read: {error}", path.display())).hint(
                "name a report (plain text, Markdown or a saved HTML page), a folder of them, or a file of JSON lines",
            )
        })?;
        Ok(Self { origin: Origin::file(path), bytes, options })
    }

    /// Reads and checks it. With `as_of`, nothing later than that day is used.
    pub(crate) fn check(self, checker: &Checker<'_>, as_of: Option<Date>) -> Result<Checkup, Failure> {
        let Self { origin, bytes, options } = self;
        let mut report = Report::read(&bytes, &options).map_err(|error| too_large(&origin, error))?;
        if let Some(day) = as_of
            && report.published.as_ref().is_none_or(|published| published.date > day)
        {
            report.published = Some(Published { date: day, moment: None });
        }
        let checked = checker.check(&report);
        Ok(Checkup { origin, report, checked })
    }
}

fn too_large(origin: &Origin, error: ReadError) -> Failure {
    Failure::bad_input(match error {
        // Of a larger file no more than this is read: its size is not known.
        ReadError::TooLarge(_) => format!("{origin}: larger than {} MiB, the most that is read", LARGEST_REPORT >> 20),
    })
    .hint("give reports one by one, or as JSON lines")
}

impl Checkup {
    /// The record as the report could know it.
    pub(crate) fn view<'r>(&self, record: &'r Record) -> View<'r> {
        let view = record.as_of(self.report.published.as_ref().map_or(Date::MAX, |published| published.date));
        let to_come = self.checked.anchor.as_ref().filter(|anchor| anchor.to_come);
        // Also of its very day.
        match to_come.and_then(|anchor| view.get(anchor.in_match)) {
            Some(entry) => view.morning_of(entry.date),
            None => view,
        }
    }

    /// The match it is about, as far as it was known on the day of the report.
    pub(crate) fn about(&self, view: &View<'_>) -> Option<Sheet> {
        sheet(view, self.checked.anchor.as_ref()?.in_match)
    }

    /// Whether there is anything to tell: a match it is about, or a statement the record knows of.
    pub(crate) fn is_answered(&self) -> bool {
        self.checked.anchor.is_some() || self.checked.statements.iter().any(|one| is_settled(one.verdict))
    }

    /// Who says a statement that stands in a quote, by the fullest name there is.
    pub(crate) fn speaker(&self, quote: Option<usize>) -> Option<&str> {
        let quote = self.checked.quotes.quotes.get(quote?)?;
        quote.speaker.as_ref().map(|speaker| speaker.name.as_deref().unwrap_or(&speaker.at.words))
    }

    /// How many statements have each verdict, in the order given.
    pub(crate) fn counts<const N: usize>(&self, order: [Verdict; N]) -> [(Verdict, usize); N] {
        order.map(|verdict| (verdict, self.checked.count(verdict)))
    }
}

#[cfg(test)]
pub(crate) mod made {
    //! A checked report made by hand, with a statement of every verdict.

    use byline_record::ask::answer::Alternative;
    use byline_record::ask::{Evidence, Scope};
    use byline_report::claim::{Kind, Topic};
    use byline_report::quote;
    use byline_report::text::Format;
    use byline_report::{Anchor, Checked, Span};

    use super::*;

    /// The report. Nobody has to believe it.
    pub(crate) const TEXT: &str = "date 2022-12-11\n\
        England lost 2-1 to France & <i>Kane</i> scored in the 55th minute.\n\n\
        \u{201c}I missed in the 80th minute,\u{201d} Harry Kane said. He has 50 goals and a\u{1b}[31m dog. It was a fine evening.";

    /// Its statements: words, kind, verdict.
    const STATEMENTS: [(&str, Kind, Verdict); 6] = [
        ("England lost 2-1 to France", Kind::Score, Verdict::Confirmed),
        ("in the 55th minute", Kind::Minute, Verdict::Rounding),
        ("missed in the 80th minute", Kind::Minute, Verdict::Contradicted),
        ("50 goals", Kind::Tally, Verdict::RecordDiffers),
        ("dog", Kind::GoalDescription, Verdict::NotInRecord),
        ("a fine evening", Kind::Record, Verdict::NotRead),
    ];

    /// Where words are in the text of a report.
    pub(crate) fn find(report: &Report, words: &str) -> Span {
        let start = report.text().find(words).unwrap();
        start..start + words.len()
    }

    /// The report, checked.
    pub(crate) fn checkup(record: &Record) -> Checkup {
        let options = Options { format: Some(Format::Plain), outlet: Some("The <Post>".into()), ..Options::default() };
        let report = Report::read(TEXT.as_bytes(), &options).unwrap();
        let view = record.latest();
        let played = |entry: &&byline_record::Match| {
            entry.date.to_string() == "2022-12-10" && record.team(entry.home).display_name() == "England"
        };
        let entry = view.matches().find(played).unwrap();
        let quotes = quote::find(&report);
        let statements = STATEMENTS.map(|(words, kind, verdict)| Checked {
            span: find(&report, words),
            kind,
            reading: if verdict == Verdict::NotRead { String::new() } else { format!("our words for {words}") },
            verdict,
            reason: (verdict == Verdict::Contradicted).then(|| "the record has it at 84'".to_owned()),
            evidence: if is_settled(verdict) {
                vec![Evidence { in_match: Some(entry.id), text: "a row".to_owned(), sources: entry.sources.all() }]
            } else {
                Vec::new()
            },
            scope: (verdict == Verdict::RecordDiffers).then(Scope::default),
            alternatives: if verdict == Verdict::RecordDiffers {
                vec![Alternative {
                    reading: "with friendlies".into(),
                    verdict: Verdict::Confirmed,
                    answer: "50".into(),
                }]
            } else {
                Vec::new()
            },
            quote: quotes.quotes.iter().position(|quote| quote.span.contains(&find(&report, words).start)),
            topic: Topic::Other,
            said: None,
        });
        let anchor =
            Some(Anchor { in_match: entry.id, confidence: 0.9, clues: vec!["both teams".into()], to_come: false });
        let checked = CheckedReport { anchor, statements: statements.to_vec(), quotes };
        Checkup { origin: Origin { file: "report.txt".into(), ..Origin::default() }, report, checked }
    }
}
