//! Direct quotes: the words, who said them, by which cue, and where.
//!
//! [`find`] walks the paragraphs of a report once. Marks of quotation are paired within each paragraph; a quote that ends
//! without its mark goes on in the next. A *speech* is a quote in whole sentences, a *fragment* a few words within a
//! sentence of the outlet that names who said them. Marks around a few words that nobody is said to have spoken are scare
//! quotes, listed apart.
//!
//! What is stated inside a quote is the speaker's, not the outlet's: [`Quotes::covering`] says whose a statement is.

mod anaphora;
mod beside;
mod byword;
mod captain;
mod chain;
mod channel;
mod club;
mod credit;
mod describe;

mod goal;
mod kin;
mod lead;
mod leaders;
mod lexicon;
mod marks;
mod mend;
mod names;
mod phrase;
mod player;
mod resolve;
mod speaker;
mod spelling;
mod state;
mod story;
mod words;

use crate::Span;
use crate::text::{Class, Report};
pub use channel::ChannelKind;
pub(crate) use resolve::resolve;

/// Words of a report and their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsAt {
    /// The words.
    pub words: String,
    /// Where they are in the text.
    pub span: Span,
}

/// How much of what was said a quote is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Whole sentences, or the beginning or end of one with its own cue.
    Speech,
    /// A few words within a sentence of the outlet: believes that he “forced it a bit”.
    Fragment,
}

/// How a report refers to a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeakerForm {
    /// By name.
    Name,
    /// By a pronoun.
    Pronoun,
    /// By what they are: the Tottenham striker.
    Description,
}

/// By what a speaker is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A cue before the quote.
    CueBefore,
    /// A cue after it.
    CueAfter,
    /// A cue between two parts of one utterance.
    CueInside,
    /// The sentence before the quote leads up to it.
    Introduced,
    /// The speaker of the quote before.
    Carried,
}

/// Who said something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The words that refer to the speaker, and their place.
    pub at: WordsAt,
    /// What kind of words they are.
    pub form: SpeakerForm,
    /// The fullest name known for the speaker: by an earlier full name for a surname, by whoever spoke or was named last
    /// for a pronoun, by the one person the sentence before is about for a description. `None` where the report does not
    /// tell; a [`Checker`](crate::Checker) asks the record as well.
    pub name: Option<String>,
    /// By what the speaker is known.
    pub basis: Basis,
}

/// Where something was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// What kind of place.
    pub kind: ChannelKind,
    /// Where the text names it.
    pub span: Span,
    /// The words that do.
    pub words: String,
}

/// A direct quote within one paragraph. All spans are of the report's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words spoken, without marks of quotation.
    pub span: Span,
    /// The words with their marks.
    pub outer: Span,
    /// The paragraph, as a place in [`Report::paragraphs`].
    pub paragraph: usize,
    /// Whether a closing mark ends it; without one it goes to its cue or to the end of the paragraph.
    pub closed: bool,
    /// How much of what was said it is.
    pub extent: Extent,
    /// Which utterance it is a part of: quotes of one number were said by one person, one after another.
    pub utterance: usize,
    /// Who said it.
    pub speaker: Option<Speaker>,
    /// The verb of speech beside it.
    pub cue: Option<WordsAt>,
    /// Where it was said, if the report says so for it or for the utterance before it.
    pub channel: Option<Channel>,
}

/// The quotes of a report, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quotes {
    /// What was said.
    pub quotes: Vec<Quote>,
    /// Words within marks of quotation that nobody is said to have spoken, without the marks.
    pub scare: Vec<Span>,
}

impl Quotes {
    /// The quote that a span of the text lies in, if it does.
    #[must_use]
    pub fn covering(&self, span: &Span) -> Option<&Quote> {
        let after = self.quotes.partition_point(|quote| quote.outer.start <= span.start);
        let quote = self.quotes.get(after.checked_sub(1)?)?;
        (span.end <= quote.outer.end).then_some(quote)
    }
}

/// The longest title within a story told by its words alone, in bytes.
const TITLE: usize = 64;

/// Whether a line is a title within the story: short, without a full stop, and with single marks as titles have them.
fn is_title_within(words: &str) -> bool {
    let single = |c: char| matches!(c, '‘' | '’' | '\'');
    let whole = words.starts_with(single) && words.ends_with(single) && !words.contains(',');
    let within = !words.starts_with(single) && [" ‘", " '"].iter().any(|mark| words.contains(mark));
    words.len() <= TITLE
        && (whole || within)
        && !words.contains(['"', '“', '”', '\n'])
        && words.trim_end_matches(single).ends_with(char::is_alphanumeric)
}

/// The quotes of a report. Titles, captions, pull quotes and notices are not looked into.
#[must_use]
pub fn find(report: &Report) -> Quotes {
    let text = report.text();
    let mut state = state::State::new(text);
    let mut last = None;
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        // Whoever the standfirst ends with does not go on in the story.
        if last.replace(paragraph.class) == Some(Class::Standfirst) && paragraph.class != Class::Standfirst {
            state.nobody_speaks();
        }
        let words = text.get(paragraph.span.clone()).unwrap_or_default();
        if matches!(paragraph.class, Class::Prose | Class::Standfirst) && !is_title_within(words) {
            state.paragraph(index, &paragraph.span);
        }
    }
    state.finish()
}
