//! Any texts at all, with any statements.

use byline_record::ask::Verdict;
use byline_record::ask::statement::Minutes;
use byline_record::{Clock, Match};
use byline_report::claim::{Kind, SaidMinutes, Topic};
use byline_report::compare::{Comparison, Fate};
use byline_report::text::{Format, Options, Report};
use byline_report::{Anchor, Checked, CheckedReport, quote};
use proptest::prelude::*;

use crate::told::{Told, met, side_by_side};

fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "“",
        "”",
        "\"",
        "''",
        "’",
        "…",
        "...",
        "[",
        "]",
        "(",
        ")",
        " ",
        " ",
        " ",
        "\n\n",
        ". ",
        ", ",
        "We ran",
        "we lost it",
        "in the rain",
        "Kane",
        "said Ann Roy",
        "told ITV",
        "the 78th minute",
        "2-1",
        "he",
        "“We will be back, all of us,”",
        "No.",
        "é",
        "🏆",
        "date 2022-12-11 ",
    ];
    prop_oneof![8 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

fn topic(entry: &Match, other: &Match, choice: u8, at: usize) -> Topic {
    match choice % 8 {
        0 => Topic::Match(entry.id),
        1 => Topic::Event(entry.id, at),
        2 => Topic::Award(entry.id, at),
        3 => Topic::Kick(other.id, at),
        4 => Topic::ShootOut(entry.id),
        5 => Topic::Next(entry.home),
        6 => Topic::Event(other.id, at),
        _ => Topic::Other,
    }
}

type Statement = (u8, usize, usize, usize, Option<(u8, u8)>, bool);

fn told(text: &str, statements: &[Statement]) -> Told {
    let report = Report::read(text.as_bytes(), &Options { format: Some(Format::Plain), ..Options::default() }).unwrap();
    let (entry, other) = (met("England", "France", "2022-12-10"), met("Argentina", "France", "2022-12-18"));
    let checked = statements.iter().map(|&(choice, at, start, length, minutes, of_award)| Checked {
        span: start..start + length,
        kind: Kind::ALL[at % Kind::ALL.len()],
        reading: report.text().chars().skip(start).take(length).collect(),
        verdict: [Verdict::Confirmed, Verdict::Contradicted, Verdict::NotInRecord, Verdict::NotRead][start % 4],
        reason: None,
        evidence: Vec::new(),
        scope: None,
        alternatives: Vec::new(),
        quote: None,
        topic: topic(entry, other, choice, at),
        said: minutes.map(|(one, two)| {
            let clock = |minute: u8| Clock::new(minute % 120 + 1).unwrap();
            let minutes = Minutes { from: clock(one.min(two)), to: clock(one.max(two)), tolerant: false };
            SaidMinutes { minutes, of_award }
        }),
    });
    let anchor = Anchor { in_match: entry.id, confidence: 0.5, clues: Vec::new(), to_come: false };
    let checked = CheckedReport { anchor: Some(anchor), statements: checked.collect(), quotes: quote::find(&report) };
    Told { report, checked }
}

/// What holds of every comparison.
fn holds(told: &[Told], comparison: &Comparison) {
    let count = told.len();
    assert_eq!(comparison.accounts.len(), count);
    for (at, account) in comparison.accounts.iter().enumerate() {
        assert!(account.copy_of.is_none_or(|copy| {
            copy.account < at && comparison.accounts[copy.account].copy_of.is_none() && copy.words <= 1.0
        }));
    }
    assert!(comparison.rows.windows(2).all(|pair| pair[0].section <= pair[1].section), "sections out of order");
    for row in &comparison.rows {
        assert_eq!(row.cells.len(), count);
        for (at, cell) in row.cells.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.as_ref()?))) {
            assert!(!cell.statements.is_empty() && cell.statements.len() == cell.words.len());
            assert!(cell.conflicts_with.iter().all(|&other| other != at && row.cells[other].is_some()));
        }
    }
    let stated: usize =
        comparison.rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|cell| cell.statements.len()).sum();
    let shown = |statement: &&Checked| statement.topic != Topic::Other || statement.verdict != Verdict::NotRead;
    assert_eq!(stated, told.iter().map(|told| told.checked.statements.iter().filter(shown).count()).sum::<usize>());
    for quote in &comparison.quotes {
        assert!(quote.accounts[quote.fullest].is_some());
        for sentence in &quote.sentences {
            assert_eq!(told[sentence.account].report.words(&sentence.at.span), sentence.at.words);
            for (at, (cell, saying)) in sentence.cells.iter().zip(&quote.accounts).enumerate() {
                assert_eq!(cell.is_some(), saying.is_some());
                let Some(cell) = cell else { continue };
                assert_eq!(cell.fate == Fate::Cut, cell.words.is_empty());
                assert!(cell.words.iter().all(|words| told[at].report.words(&words.span) == words.words));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_accounts_hold(accounts in prop::collection::vec((prop::collection::vec(piece(), 0..50), prop::collection::vec(
        (any::<u8>(), 0_usize..40, 0_usize..80, 0_usize..20, any::<Option<(u8, u8)>>(), any::<bool>()), 0..12)), 0..4)) {
        let told: Vec<Told> = accounts.iter().map(|(pieces, statements)| told(&pieces.concat(), statements)).collect();
        holds(&told, &side_by_side(&told));
    }

    /// Sentences of words of their own, some of them left out and the others in any order.
    #[test]
    fn what_is_left_out_and_moved_is_found(
        sentences in prop::collection::vec(prop::collection::vec("[b-y][aeiou][b-y][aeiou]", 4..12), 2..9),
        order in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle(),
        kept in prop::collection::vec(any::<bool>(), 9),
    ) {
        // A number in each word keeps the sentences apart.
        let say = |at: &usize| {
            let words: Vec<String> = sentences[*at].iter().map(|word| format!("{word}{at}")).collect();
            format!("He {}", words.join(" "))
        };
        let whole: Vec<String> = (0..sentences.len()).map(|at| say(&at)).collect();
        let order: Vec<usize> = order.into_iter().filter(|&at| at < sentences.len() && kept[at]).collect();
        let part: Vec<String> = order.iter().map(say).collect();
        let quoted = |sentences: &[String]| format!("It was late.\n\n“{},” Ann Roy said.", sentences.join(". "));
        let comparison = side_by_side(&[Told::plain(&quoted(&whole)), Told::plain(&quoted(&part))]);
        if order.is_empty() {
            return Ok(());
        }
        let [row] = &comparison.quotes[..] else { panic!("{:#?}", comparison.quotes) };
        let cells: Vec<_> = row.sentences.iter().map(|sentence| sentence.cells[1].as_ref().unwrap()).collect();
        prop_assert_eq!(cells.len(), sentences.len());
        for (at, cell) in cells.iter().enumerate() {
            prop_assert_eq!(cell.fate, if order.contains(&at) { Fate::Kept } else { Fate::Cut });
        }
        let moved = cells.iter().filter(|cell| cell.reordered).count();
        prop_assert_eq!(moved, order.len() - longest_rise(&order));
    }

    #[test]
    fn an_account_agrees_with_itself(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        let comparison = side_by_side(&[told(&text, &[]), told(&text, &[])]);
        for cell in comparison.quotes.iter().flat_map(|row| &row.sentences).flat_map(|sentence| sentence.cells.iter().flatten()) {
            prop_assert_eq!(cell.fate, Fate::Kept);
            prop_assert!(!cell.reordered);
        }
    }
}

/// The most numbers that can be left of a list so that they rise.
fn longest_rise(list: &[usize]) -> usize {
    let mut ends: Vec<usize> = Vec::new();
    for &number in list {
        let at = ends.partition_point(|&end| end < number);
        match ends.get_mut(at) {
            Some(end) => *end = number,
            None => ends.push(number),
        }
    }
    ends.len()
}

/// Work that grew with the square of a text would not end here.
#[test]
fn large_accounts_of_one_thing_end() {
    for unit in
        ["“We will be back, all of us, next year,” said Ann Roy. ", "“a b c d… e f g h ", "Kane ", "“x ", "[", "2-1 "]
    {
        let text = unit.repeat(200_000 / unit.len());
        let accounts = [Told::plain(&text), Told::plain(&format!("Now then. {text}"))];
        holds(&accounts, &side_by_side(&accounts));
    }
}
