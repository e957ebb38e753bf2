//! The annotated reports of `corpus/`, as its README describes them, and what is measured on them.
//!
//! Shared by the tests and by `examples/measure_checks.rs`, each of which needs a part.
#![allow(dead_code, unreachable_pub, reason = "each program that shares this uses a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test harness: a malformed corpus must stop it"
)]

pub mod align;
pub mod decidable;
pub mod inject;
pub mod measure;

use std::path::PathBuf;

use byline_report::Span;
use byline_report::claim::Kind;
use byline_report::text::{Options, Report};

/// The half that grammars may be tuned on.
pub const DEVELOPMENT: &str = "development";
/// The half of which only numbers are printed.
pub const HELD_OUT: &str = "held-out";
/// Reports written when the grammar stood, measured once, and open since.
pub const LATER: &str = "later";

/// What a complete and right record would say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    True,
    False,
    Undecidable,
}

/// A checkable statement marked by hand. Spans are bytes of [`Annotated::text`].
#[derive(Debug, Clone)]
pub struct Statement {
    /// Its line of the annotation, from 1.
    pub line: usize,
    pub span: Span,
    /// The kind; `None` for `history`, which is a mixture.
    pub kind: Option<Kind>,
    pub truth: Truth,
    pub reading: String,
    pub speaker: String,
    pub note: String,
}

/// A quote marked by hand.
#[derive(Debug, Clone)]
pub struct Quoted {
    pub span: Span,
    pub speaker: String,
    pub cue: String,
    pub channel: String,
    pub note: String,
}

/// Words that look like a fact and are none.
#[derive(Debug, Clone)]
pub struct Trap {
    pub span: Span,
    pub why: String,
}

/// A report with what was marked in it.
#[derive(Debug, Clone)]
pub struct Annotated {
    /// `007-japan-germany-2022`.
    pub name: String,
    pub number: u32,
    /// The whole file, date line included.
    pub text: String,
    pub style: String,
    /// `2014-07-08 Brazil 1-7 Germany, World Cup semi-final`, or `none`.
    pub anchor: String,
    pub statements: Vec<Statement>,
    pub quotes: Vec<Quoted>,
    pub traps: Vec<Trap>,
}

impl Annotated {
    /// The report as the checker is given it.
    pub fn report(&self) -> Report {
        Report::read(self.text.as_bytes(), &Options::default()).expect("a short report")
    }

    pub fn words(&self, span: &Span) -> &str {
        &self.text[span.clone()]
    }

    /// The sentence around words, or more where full stops deceive.
    pub fn sentence(&self, words: &Span) -> Span {
        let Span { start, end } = *words;
        let before = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let begin = self.text[before..start].rfind(". ").map_or(before, |at| before + at + 2);
        let after = self.text[end..].find('\n').map_or(self.text.len(), |at| end + at);
        begin..self.text[end..after].find(". ").map_or(after, |at| end + at + 1)
    }

    /// The day of the report.
    pub fn date(&self) -> jiff::civil::Date {
        self.text["date ".len()..]["YYYY-MM-DD".len()..]
            .starts_with('\n')
            .then(|| self.text["date ".len()..][.."YYYY-MM-DD".len()].parse().ok())
            .flatten()
            .unwrap_or_else(|| panic!("{}: the first line is not `date YYYY-MM-DD`", self.name))
    }
}

/// Where the stated words are in the text: as `corpus/check.py` finds them, overlapping occurrences counted.
fn span(text: &str, words: &str) -> Result<Span, String> {
    let (words, nth) = match words.rsplit_once('#') {
        Some((before, digits)) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => {
            (before, digits.parse().map_err(|_| format!("#{digits}"))?)
        }
        _ => (words, 0_usize),
    };
    let found: Vec<usize> = text.char_indices().map(|(at, _)| at).filter(|&at| text[at..].starts_with(words)).collect();
    match (nth, found.len()) {
        (_, 0) => Err("not in the text".into()),
        (0, 1) => Ok(found[0]..found[0] + words.len()),
        (0, many) => Err(format!("in the text {many} times, and no #n")),
        (_, many) if many < 2 || nth > many => Err(format!("#{nth} of {many}")),
        _ => Ok(found[nth - 1]..found[nth - 1] + words.len()),
    }
}

fn kind(key: &str) -> Option<Option<Kind>> {
    if key == "history" {
        return Some(None);
    }
    Kind::ALL.into_iter().find(|kind| kind.key() == key).map(Some)
}

/// A report from its text and its annotation; `name` begins with its number.
pub fn read(name: &str, text: String, rows: &str) -> Annotated {
    let mut report = Annotated {
        name: name.to_owned(),
        number: name.split('-').next().and_then(|number| number.parse().ok()).expect("a number first"),
        text,
        style: String::new(),
        anchor: String::new(),
        statements: Vec::new(),
        quotes: Vec::new(),
        traps: Vec::new(),
    };
    for (index, row) in rows.lines().enumerate() {
        let at = |why: String| -> ! { panic!("{name}.tsv:{}: {why}", index + 1) };
        let columns: Vec<&str> = row.split('\t').collect();
        let place = |words: &str| span(&report.text, words).unwrap_or_else(|why| at(format!("{words:?} {why}")));
        match *columns.as_slice() {
            ["meta", "style", style] => report.style = style.into(),
            ["meta", "anchor", anchor] => report.anchor = anchor.into(),
            ["meta", ..] => {}
            ["statement", words, key, verdict, reading, speaker, note] => report.statements.push(Statement {
                line: index + 1,
                span: place(words),
                kind: kind(key).unwrap_or_else(|| at(format!("kind {key}"))),
                truth: match verdict {
                    "true" => Truth::True,
                    "false" => Truth::False,
                    "undecidable" => Truth::Undecidable,
                    _ => at(format!("verdict {verdict}")),
                },
                reading: reading.into(),
                speaker: speaker.into(),
                note: note.into(),
            }),
            ["quote", words, speaker, cue, channel, note] => report.quotes.push(Quoted {
                span: place(words),
                speaker: speaker.into(),
                cue: cue.into(),
                channel: channel.into(),
                note: note.into(),
            }),
            ["trap", words, why] => report.traps.push(Trap { span: place(words), why: why.into() }),
            _ => at("a line of another shape".into()),
        }
    }
    assert!(!report.style.is_empty() && !report.anchor.is_empty(), "{name}.tsv: no style or no anchor");
    report
}

/// The reports of a folder of the corpus, in the order of their numbers.
pub fn reports(folder: &str) -> Vec<Annotated> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "corpus", folder].iter().collect();
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut texts: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    texts.sort();
    texts
        .into_iter()
        .map(|path| {
            let open = |path: &PathBuf| {
                std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
            };
            let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name in UTF-8").to_owned();
            read(&name, open(&path), &open(&path.with_extension("tsv")))
        })
        .collect()
}
