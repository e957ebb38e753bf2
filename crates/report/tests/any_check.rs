//! Whatever is written, checking it ends without a panic, with every statement in its place. Texts are made of the words
//! the grammar looks for, so that its rules meet in every order.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail")]

#[path = "../../../fuzz/src/reports.rs"]
#[allow(dead_code, reason = "the other half is any_text's")]
mod reports;

use std::sync::LazyLock;

use byline_record::{Record, builtin};
use byline_report::Checker;
use proptest::prelude::*;

static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap());

const WORDS: &[&str] = &[
    "England",
    "France",
    "Harry Kane",
    "Kane's",
    "Olivier Giroud",
    "Didier Deschamps' side",
    "Argentina",
    "Messi",
    "the holders",
    "Brazil in 1962",
    "Southgate",
    "West Germany",
    "Croatia",
    "Morocco",
    "scored",
    "scored twice",
    "equalised",
    "headed",
    "missed",
    "a penalty",
    "penalty",
    "goals from",
    "the winner",
    "opener",
    "own goal",
    "hat-trick",
    "beat",
    "lost to",
    "drew with",
    "win over",
    "2-1",
    "1-1",
    "4-3",
    "(2-0)",
    "7-1",
    "on penalties",
    "in the shoot-out",
    "in the 57th minute",
    "57",
    "with six minutes to go",
    "11 minutes from time",
    "either side of half-time",
    "90+3",
    "three minutes later",
    "in stoppage time",
    "on Saturday",
    "Wednesday",
    "yesterday",
    "four years ago",
    "in 1998",
    "2022",
    "World Cup",
    "Euro 2020",
    "quarter-final",
    "in the last 16",
    "final",
    "first team since",
    "for the first time since",
    "to retain the World Cup",
    "unbeaten in",
    "five",
    "his third",
    "Group B",
    "topped",
    "sent off",
    "booked",
    "second yellow",
    "goalkeeper",
    "captain",
    "was",
    "were",
    "and",
    "but",
    "who",
    "after",
    "before",
    "either side of",
    "to set up",
    "will face",
    "next",
    "said",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    ",",
    ".",
    "-",
    "—",
    ";",
    ":",
    "(",
    ")",
    "\n\n",
    "date 2022-12-11\n",
    "84th-minute",
    "in",
    "at",
    "the",
    "a",
    "of",
    "from",
    "Lusail",
    "Kazan",
    "had",
    "not",
    "nearly",
    "disallowed",
    "VAR",
    "é",
    "0",
    "999999999999",
    "a draw and a defeat in",
    "wins",
    "matches",
    "points",
    "goal difference",
    "aged 33",
    "19-year-old",
    "Mbappe",
    "they",
    "he",
    "his",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn words_in_any_order_are_checked(picks in prop::collection::vec(0..WORDS.len(), 1..120)) {
        let text = picks.iter().map(|&pick| WORDS[pick]).collect::<Vec<_>>().join(" ");
        reports::checked(&Checker::new(&RECORD), text.as_bytes());
        reports::checked(&Checker::new(&RECORD), format!("date 2022-12-11\nEngland 1-2 France\n\n{text}").as_bytes());
    }
}

/// A text of one sentence over and over: the time must grow with its length and not faster, or this does not end.
#[test]
fn one_sentence_over_and_over_is_checked() {
    let sentence =
        "Kane scored in the 57th minute as England beat France 2-1 on Saturday, their first win since 1966, ";
    let one = format!("date 2022-12-11\n{}", sentence.repeat(3_000));
    reports::checked(&Checker::new(&RECORD), one.as_bytes());
    let many = format!("date 2022-12-11\n{}", "England beat Iran 6-2. ".repeat(1_000));
    reports::checked(&Checker::new(&RECORD), many.as_bytes());
}
