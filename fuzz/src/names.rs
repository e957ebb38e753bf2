//! What must hold of names, whatever is typed.

use std::sync::OnceLock;

use byline_record::names::find::{Context, NameError, Names};
use byline_record::{Record, Sex, builtin, fold};

/// The built-in record, made once.
pub(crate) fn record() -> &'static Record {
    static RECORD: OnceLock<Record> = OnceLock::new();
    RECORD.get_or_init(|| builtin::record().expect("the built-in record"))
}

/// Its names.
pub(crate) fn known() -> &'static Names<'static> {
    static NAMES: OnceLock<Names<'static>> = OnceLock::new();
    NAMES.get_or_init(|| Names::new(record()))
}

/// The first byte picks what is in question, the rest is the text.
pub(crate) fn names(bytes: &[u8]) {
    let Some((&pick, bytes)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    folds(&text);
    let (names, context) = (known(), context(pick));
    told(names.team(&text, &context));
    told(names.competition(&text, &context));
    told(names.edition(&text, &context));
    told(names.stage(&text));
    told(names.venue(&text, &context));
    told(names.person(&text, &context));
    let mut end = 0;
    for mention in names.mentions(&text, &context) {
        assert!(text.get(mention.span.clone()).is_some_and(|name| !name.is_empty()), "{mention:?} in {text:?}");
        assert!(mention.span.start >= end && !mention.means.is_empty(), "{mention:?} in {text:?}");
        end = mention.span.end;
    }
}

/// Folding is done once, whatever is folded, and makes nothing much longer.
fn folds(text: &str) {
    let folded = fold(text);
    assert_eq!(fold(&folded), folded, "folding {text:?} is not done once");
    assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "), "{folded:?}");
}

/// Nothing in question, women's football, or a match.
fn context(pick: u8) -> Context {
    match pick {
        0..=99 => Context::default(),
        100..=119 => Context { sex: Some(Sex::Women), ..Context::default() },
        _ => {
            let entry = record().latest().matches().rev().nth(usize::from(pick - 120) * 7);
            entry.map_or_else(Context::default, |entry| Context::of_match(entry.id))
        }
    }
}

/// An error of a name can be printed and lists what it says.
fn told<T>(result: Result<T, NameError>) {
    if let Err(error) = result {
        let text = error.to_string();
        assert!(!text.is_empty() && text.len() < 4_000, "an error of {} bytes", text.len());
    }
}
