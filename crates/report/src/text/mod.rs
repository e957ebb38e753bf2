//! A report as it is read: its text, paragraphs, sentences, and what is known about it.

mod blocks;
mod class;
mod encoding;
mod head;
mod html;
mod map;
mod markdown;
pub(crate) mod sentence;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::Span;
pub use class::Class;
pub use encoding::Encoding;
use map::Mapped;

/// The largest report that is read, in bytes.
pub const LARGEST_REPORT: usize = 64 << 20;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Paragraphs set apart by empty lines, or a paragraph a line.
    Plain,
    /// Markdown. Marks of emphasis and addresses of links are not part of the text.
    Markdown,
    /// A saved web page.
    Html,
}

/// What the reader of a report is told besides its bytes. What is given here is preferred to what the report says.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How the report is written; told by its content if not given.
    pub format: Option<Format>,
    /// The day of the report.
    pub date: Option<Date>,
    /// Who published the report.
    pub outlet: Option<String>,
    /// The time zone in which the report names weekdays.
    pub zone: Option<TimeZone>,
}

/// When a report was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The day, as the report has it: in its own time zone.
    pub date: Date,
    /// The moment, if the report has it.
    pub moment: Option<Timestamp>,
}

/// A paragraph of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it is in the text of the report, without white space around it.
    pub span: Span,
    /// What it is.
    pub class: Class,
    /// Its sentences, in order, without white space between them. Never empty.
    pub sentences: Vec<Span>,
}

/// Why a report could not be read. Every text can; only its size is bounded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The report is larger than [`LARGEST_REPORT`].
    #[error("the report has {0} bytes, at most {LARGEST_REPORT} are read: give reports one by one, or as JSON lines")]
    TooLarge(usize),
}

/// A report as read.
///
/// `text` is what a reader of the report would see. All spans are byte ranges in it and end on characters;
/// [`Report::source`] leads from them to the bytes the report was read from.
#[derive(Debug, Clone)]
pub struct Report {
    mapped: Mapped,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// How the report was written.
    pub format: Format,
    /// Its title, if it says which text is.
    pub title: Option<String>,
    /// Who wrote it, as it says.
    pub byline: Option<String>,
    /// Who published it, as it says or as was told.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// The time zone in which it names weekdays, if told.
    pub zone: Option<TimeZone>,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
}

impl Report {
    /// Reads a report.
    ///
    /// # Errors
    /// If it is larger than [`LARGEST_REPORT`].
    pub fn read(bytes: &[u8], options: &Options) -> Result<Self, ReadError> {
        if bytes.len() > LARGEST_REPORT {
            return Err(ReadError::TooLarge(bytes.len()));
        }
        let (decoded, encoding) = encoding::decode(bytes);
        let format = options.format.unwrap_or_else(|| detect(decoded.text()));
        let mut head = head::Head::default();
        let (mapped, blocks) = match format {
            Format::Html => html::read(&decoded, &mut head),
            Format::Markdown => {
                let start = head.take(decoded.text());
                let mapped = markdown::strip(&decoded, start);
                let blocks = blocks::split(mapped.text(), 0, true);
                (mapped, blocks)
            }
            Format::Plain => {
                let start = head.take(decoded.text());
                let blocks = blocks::split(decoded.text(), start, false);
                (decoded, blocks)
            }
        };
        let paragraphs = class::classify(mapped.text(), blocks, &mut head);
        let told = options.date.map(|date| Published { date, moment: None });
        let published = match (told, head.published) {
            // The moment the report gives still holds if it is of the day that was told.
            (Some(told), Some(stated)) if told.date == stated.date => Some(stated),
            (told, stated) => told.or(stated),
        };
        Ok(Self {
            mapped,
            encoding,
            format,
            title: head.title,
            byline: head.byline,
            outlet: options.outlet.clone().or(head.outlet),
            published,
            zone: options.zone.clone(),
            paragraphs,
        })
    }

    /// The text of the report.
    #[must_use]
    pub fn text(&self) -> &str {
        self.mapped.text()
    }

    /// The words at a span of the text; empty if the span is not one of this report.
    #[must_use]
    pub fn words(&self, span: &Span) -> &str {
        self.text().get(span.clone()).unwrap_or_default()
    }

    /// Where a part of the text is in the bytes the report was read from, for any format and encoding. Between the two
    /// ends the bytes may hold more than the text: tags, marks of emphasis, white space.
    #[must_use]
    pub fn source(&self, span: &Span) -> Span {
        self.mapped.source(span)
    }

    /// The paragraphs the outlet tells its story in, without titles, captions, pull quotes and notices.
    pub fn prose(&self) -> impl Iterator<Item = &Paragraph> {
        self.paragraphs.iter().filter(|paragraph| paragraph.class == Class::Prose)
    }
}

/// How a text is written, by what it begins with.
fn detect(text: &str) -> Format {
    let start = text.trim_start();
    let head = start.get(..start.floor_char_boundary(4096)).unwrap_or_default();
    let lower = head.to_ascii_lowercase();
    let tags = ["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<h1", "<?xml", "<!--"];
    if tags.iter().any(|tag| lower.starts_with(tag)) || lower.contains("<html") || lower.contains("</p>") {
        return Format::Html;
    }
    let heading = |line: &str| line.trim_start_matches('#').starts_with(' ') && line.starts_with('#');
    if lower.starts_with("---\n") || head.contains("](http") || head.lines().any(heading) {
        return Format::Markdown;
    }
    Format::Plain
}
