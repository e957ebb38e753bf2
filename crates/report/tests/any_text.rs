//! Any bytes at all: what the fuzzer holds of them, on its seeds, on random texts of quotation marks, and on large ones.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

use std::fs;
use std::path::Path;

use byline_report::quote;
use byline_report::text::{Format, Options, Report};
use proptest::prelude::*;

#[path = "../../../fuzz/src/reports.rs"]
#[allow(dead_code, reason = "the other half is any_check's")]
mod reports;

#[test]
fn every_seed_holds() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/report");
    let mut files: Vec<_> = fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort_unstable();
    assert!(!files.is_empty());
    for file in files {
        println!("{}", file.display());
        reports::report(&fs::read(&file).unwrap());
    }
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "\"",
            "“",
            "”",
            "‘",
            "’",
            "''",
            "‘’",
            "’’",
            "'",
            "«",
            "»",
            " ",
            " ",
            " ",
            "\n\n",
            "\n",
            ", ",
            ". ",
            ": ",
            "—",
            "Kane",
            "said",
            "Ann Roy",
            "he",
            "the striker",
            "told ITV",
            "s",
            "I",
            "…",
            "(",
            "]",
            "é",
            "🏆",
            "<p>",
            "</p>",
            "<b>",
            "&quot;",
            "&ldquo;",
            "<!--",
            "-->",
            "[",
            "](",
            ")",
            "**",
            "_",
            "# ",
            "> ",
            "date 2022-12-11 ",
            "\r\n",
            "<script>",
            "<figcaption>",
            "according to ",
            "\u{feff}",
            "\u{2028}",
            "and",
            "posted",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_holds(pieces in prop::collection::vec(piece(), 0..120)) {
        reports::report(pieces.concat().as_bytes());
    }

    #[test]
    fn a_mark_that_ends_one_quote_and_begins_another_holds(words in "[A-ZÀ][a-z]{0,3}[,.!]?", last in prop::sample::select(vec!["”", "‹", "\"", ""])) {
        reports::report(format!("“{words}…\"{words}{last}{last}").as_bytes());
        reports::report(format!("“We ran.”{words} ran,{last} he said.").as_bytes());
    }

    #[test]
    fn any_bytes_hold(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        reports::report(&bytes);
    }

    #[test]
    fn a_quote_is_found_whatever_is_around_it(words in "[a-z]{3,9}( [a-z]{3,9}){3,9}", close in prop::sample::select(vec!["\"", "”", "’’", "''"])) {
        let text = format!("It was over.\n\n“We {words},{close} said Ann Roy of it.\n\nThey left.");
        let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
        let quotes = quote::find(&report).quotes;
        prop_assert_eq!(quotes.len(), 1);
        prop_assert_eq!(report.words(&quotes[0].span), format!("We {words},"));
        prop_assert_eq!(&quotes[0].speaker.as_ref().unwrap().at.words, "Ann Roy");
    }
}

/// Work that grew with the square of a text would not end here: each is read as plain text, Markdown and a page.
#[test]
fn large_texts_of_one_thing_end() {
    for unit in [
        "\"",
        "“",
        "‘",
        "’ ",
        " '",
        " \"a",
        "a\" ",
        "“a ",
        "said ",
        "Kane ",
        "Kane, ",
        "“a,” said ",
        "he said “a” ",
        ". ",
        "a.",
        "(",
        "[",
        "](",
        "[a](b ",
        "<b>",
        "<p><i>",
        "</b>",
        "&",
        "<!-",
        "<a b=\"",
        "\n",
        "* ",
        "a\n",
        "“No, ",
        "Ann Roy de la ",
        "<div>",
        "<script></",
        "’s ",
        "“‘",
        "\\",
        "“'",
        "“a b, said Ann Roy. ",
        "a,\" ",
        "a.' ",
        "“a,” said the Leeds coach. ",
        "“a,” – Ann Roy. ",
        "“a,” was Ann Roy's verdict. ",
        "Q: a\n\nA: b\n\n",
        "Ann Roy, the manager, ",
        "He said ",
        "“a.” The manager. ",
    ] {
        let text = unit.repeat(100_000 / unit.len());
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            let report =
                Report::read(text.as_bytes(), &Options { format: Some(format), ..Options::default() }).unwrap();
            let quotes = quote::find(&report);
            assert!(quotes.quotes.len() <= text.len(), "{unit:?}");
        }
    }
}

#[test]
fn a_text_too_large_is_refused() {
    let bytes = vec![b'a'; byline_report::text::LARGEST_REPORT + 1];
    assert!(Report::read(&bytes, &Options::default()).is_err());
}
