//! JSON of `compare`.

use byline_record::Clock;
use byline_report::claim::{Kind, Topic};
use byline_report::compare::{AccountInfo, Cell, QuoteRow, Row, Saying, SentenceCell, SentenceRow};
use byline_report::quote::WordsAt;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value as Json;

use super::answer::MatchWire;
use super::check::{self, span};
use super::sheet::SourceWire;
use super::statement::word;
use crate::commands::compare::Compared;
use crate::print;

/// The object `compare --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    #[serde(rename = "match")]
    entry: Option<MatchWire>,
    result: Option<String>,
    accounts: Vec<AccountWire>,
    rows: Vec<RowWire>,
    quotes: Vec<QuoteRowWire>,
    copies: Vec<CopyWire>,
    reports: Vec<check::Wire>,
    sources: Vec<SourceWire>,
    as_of: Option<String>,
}

#[derive(Debug, Serialize)]
struct AccountWire {
    name: String,
    file: String,
    published: Option<String>,
    same_match: bool,
    copy_of: Option<usize>,
}

#[derive(Debug, Serialize)]
struct CopyWire {
    account: usize,
    of: usize,
    words: f64,
    names: f64,
}

#[derive(Debug, Serialize)]
struct RowWire {
    section: &'static str,
    topic: &'static str,
    event: Option<usize>,
    kind: Option<&'static str>,
    label: String,
    minute: Option<String>,
    record: Option<RecordWire>,
    cells: Vec<Option<CellWire>>,
    agreement: &'static str,
}

#[derive(Debug, Serialize)]
struct RecordWire {
    text: String,
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CellWire {
    reading: Option<String>,
    words: Vec<WordsWire>,
    statements: Vec<usize>,
    minutes: Option<[String; 2]>,
    verdict: &'static str,
    conflicts_with: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct WordsWire {
    span: [usize; 2],
    text: String,
}

#[derive(Debug, Serialize)]
struct QuoteRowWire {
    speaker: Option<String>,
    speakers: &'static str,
    channels: &'static str,
    fullest: usize,
    accounts: Vec<Option<SayingWire>>,
    sentences: Vec<SentenceWire>,
}

#[derive(Debug, Serialize)]
struct SayingWire {
    quotes: Vec<usize>,
    speaker: Option<String>,
    channel: Option<String>,
    channel_kind: Option<Json>,
}

#[derive(Debug, Serialize)]
struct SentenceWire {
    account: usize,
    span: [usize; 2],
    text: String,
    cells: Vec<Option<SentenceCellWire>>,
}

#[derive(Debug, Serialize)]
struct SentenceCellWire {
    fate: &'static str,
    joined: bool,
    reordered: bool,
    words: Vec<WordsWire>,
}

/// The object of a comparison.
pub(crate) fn wire(compared: &Compared<'_>, as_of: Option<Date>) -> Wire {
    let Compared { view, checkups, comparison } = compared;
    let record = view.record();
    let copies = comparison.accounts.iter().enumerate().filter_map(|(account, info)| {
        let copy = info.copy_of?;
        Some(CopyWire { account, of: copy.account, words: copy.words, names: copy.names })
    });
    Wire {
        entry: comparison.in_match.and_then(|id| MatchWire::of(id, view)),
        result: compared.about().map(|about| print::sheet::result(&about)),
        accounts: comparison.accounts.iter().enumerate().map(|(at, info)| account_wire(compared, at, info)).collect(),
        rows: comparison.rows.iter().map(|row| row_wire(compared, row)).collect(),
        quotes: comparison.quotes.iter().map(|quote| quote_wire(compared, quote)).collect(),
        copies: copies.collect(),
        reports: checkups.iter().map(|checkup| check::wire(checkup, record, as_of)).collect(),
        sources: record.sources_in(compared.sources()).map(SourceWire::of).collect(),
        as_of: as_of.map(|date| date.to_string()),
    }
}

fn account_wire(compared: &Compared<'_>, account: usize, info: &AccountInfo) -> AccountWire {
    let checkup = compared.checkups.get(account);
    let published = checkup.and_then(|checkup| checkup.report.published.as_ref());
    AccountWire {
        name: info.name.clone(),
        file: checkup.map(|checkup| checkup.origin.file.clone()).unwrap_or_default(),
        published: published.map(|published| published.date.to_string()),
        same_match: info.in_match.is_some() && info.in_match == compared.comparison.in_match,
        copy_of: info.copy_of.map(|copy| copy.account),
    }
}

/// Words of an account, with their place in its bytes.
fn words_wire(compared: &Compared<'_>, account: usize, part: &WordsAt) -> WordsWire {
    let place = compared.checkups.get(account).map(|checkup| span(&checkup.report, &part.span));
    WordsWire { span: place.unwrap_or_default(), text: part.words.clone() }
}

fn row_wire(compared: &Compared<'_>, row: &Row) -> RowWire {
    let (topic, event) = match row.topic {
        Topic::Match(_) => ("match", None),
        Topic::Event(_, event) => ("event", Some(event)),
        Topic::Award(_, event) => ("award", Some(event)),
        Topic::Kick(_, kick) => ("kick", Some(kick)),
        Topic::ShootOut(_) => ("shoot_out", None),
        Topic::Next(_) => ("next", None),
        Topic::Other => ("other", None),
    };
    let record = compared.view.record();
    RowWire {
        section: row.section.key(),
        topic,
        event,
        kind: row.kind.map(Kind::key),
        label: row.label.clone(),
        minute: row.clock.map(|clock| clock.to_string()),
        record: row.record.as_ref().map(|cell| RecordWire {
            text: cell.text.clone(),
            sources: record.sources_in(cell.sources).map(|source| source.key.to_string()).collect(),
        }),
        cells: by_account(&row.cells, |account, cell| cell_wire(compared, account, cell)),
        agreement: row.agreement.key(),
    }
}

/// What each account has, `None` where it has nothing.
fn by_account<T, W>(cells: &[Option<T>], wire: impl Fn(usize, &T) -> W) -> Vec<Option<W>> {
    cells.iter().enumerate().map(|(account, cell)| cell.as_ref().map(|cell| wire(account, cell))).collect()
}

fn cell_wire(compared: &Compared<'_>, account: usize, cell: &Cell) -> CellWire {
    CellWire {
        reading: Some(cell.reading.clone()).filter(|reading| !reading.is_empty()),
        words: cell.words.iter().map(|part| words_wire(compared, account, part)).collect(),
        statements: cell.statements.clone(),
        minutes: cell.minutes.map(|minutes| [minutes.from, minutes.to].map(|clock: Clock| clock.to_string())),
        verdict: cell.verdict.key(),
        conflicts_with: cell.conflicts_with.clone(),
    }
}

fn quote_wire(compared: &Compared<'_>, quote: &QuoteRow) -> QuoteRowWire {
    let saying = |_, saying: &Saying| SayingWire {
        quotes: saying.quotes.clone(),
        speaker: saying.speaker.clone(),
        channel: saying.channel.as_ref().map(|channel| channel.words.clone()),
        channel_kind: saying.channel.as_ref().map(|channel| word(&channel.kind)),
    };
    QuoteRowWire {
        speaker: Some(quote.speaker.clone()).filter(|speaker| !speaker.is_empty()),
        speakers: quote.speakers.key(),
        channels: quote.channels.key(),
        fullest: quote.fullest,
        accounts: by_account(&quote.accounts, saying),
        sentences: quote.sentences.iter().map(|sentence| sentence_wire(compared, sentence)).collect(),
    }
}

fn sentence_wire(compared: &Compared<'_>, sentence: &SentenceRow) -> SentenceWire {
    let WordsWire { span, text } = words_wire(compared, sentence.account, &sentence.at);
    let cell = |account, cell: &SentenceCell| SentenceCellWire {
        fate: cell.fate.key(),
        joined: cell.joined,
        reordered: cell.reordered,
        words: cell.words.iter().map(|part| words_wire(compared, account, part)).collect(),
    };
    SentenceWire { account: sentence.account, span, text, cells: by_account(&sentence.cells, cell) }
}
