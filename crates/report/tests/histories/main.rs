//! What reports say over many matches: titles, first times, tallies, runs, tables, progress, roles and ages.
//!
//! Every sentence stands in a short report of its own about a match of the built-in record, so that it is plain what is
//! judged. True ones must be confirmed, near misses contradicted, and traps must give nothing of the kind.

#![allow(clippy::unwrap_used, reason = "a test")]

mod counts;
mod sentences;

use std::sync::LazyLock;

use byline_record::ask::Verdict;
use byline_record::{Record, builtin};
use byline_report::claim::Kind;
use byline_report::{Checked, Checker, text};

static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap());

/// The opening of a report about a match, with the day it was written.
struct Scene {
    date: &'static str,
    lead: &'static str,
}

const FRANCE: Scene = Scene {
    date: "2022-12-11",
    lead: "England lost 2-1 to France in the World Cup quarter-final on Saturday. Aurelien Tchouameni and Olivier Giroud scored for France, Harry Kane for England.",
};
const MOROCCO: Scene = Scene {
    date: "2022-12-10",
    lead: "Morocco beat Portugal 1-0 in the World Cup quarter-final on Saturday. Youssef En-Nesyri scored.",
};
const YOKOHAMA: Scene = Scene {
    date: "2002-06-30",
    lead: "Brazil beat Germany 2-0 in the World Cup final in Yokohama on Sunday. Ronaldo scored both goals.",
};
const COLOMBIA: Scene = Scene {
    date: "2018-07-03",
    lead: "England beat Colombia on penalties in the World Cup last 16 on Tuesday after a 1-1 draw. Harry Kane scored for England and Yerry Mina for Colombia.",
};
const KYIV: Scene = Scene {
    date: "2012-07-01",
    lead: "Spain beat Italy 4-0 in the final of Euro 2012 in Kyiv on Sunday. David Silva, Jordi Alba, Fernando Torres and Juan Mata scored.",
};

fn checked(scene: &Scene, sentence: &str) -> Vec<(String, Checked)> {
    let report = format!("date {}\n\n{}\n\n{sentence}\n", scene.date, scene.lead);
    let read = text::Report::read(report.as_bytes(), &text::Options::default()).unwrap();
    let place = read.text().find(sentence).unwrap();
    let all = Checker::new(&RECORD).check(&read);
    assert!(all.anchor.is_some(), "no anchor: {}", scene.lead);
    let own = all.statements.into_iter().filter(|statement| statement.span.start >= place);
    own.map(|statement| (read.words(&statement.span).to_owned(), statement)).collect()
}

/// The sentences that do not have a statement of the kind with the verdict, with what they have.
fn wrong(scene: &Scene, verdict: Verdict, sentences: &[(Kind, &str)]) -> Vec<String> {
    let told = |sentence: &str, found: &[(String, Checked)]| {
        let found: Vec<String> = found
            .iter()
            .map(|(words, statement)| {
                format!("{} {} «{words}» {}", statement.verdict.key(), statement.kind.key(), statement.reading)
            })
            .collect();
        format!("{sentence}\n      {}", found.join("\n      "))
    };
    sentences
        .iter()
        .filter_map(|(kind, sentence)| {
            let found = checked(scene, sentence);
            let of_kind: Vec<&Checked> =
                found.iter().map(|(_, statement)| statement).filter(|statement| statement.kind == *kind).collect();
            // What is counted may be counted otherwise: that is told apart from what is wrong.
            let right = of_kind.iter().any(|statement| {
                statement.verdict == verdict
                    || verdict == Verdict::Contradicted && statement.verdict == Verdict::RecordDiffers
            });
            // A sentence of one claim must not be judged both ways.
            let other = match verdict {
                Verdict::Confirmed => Verdict::Contradicted,
                _ => Verdict::Confirmed,
            };
            let both = of_kind.iter().any(|statement| statement.verdict == other);
            (!right || both).then(|| told(sentence, &found))
        })
        .collect()
}

/// Sentences in which something of the kind was settled, though they say nothing of it.
fn settled(scene: &Scene, sentences: &[(Kind, &str)]) -> Vec<String> {
    sentences
        .iter()
        .filter_map(|(kind, sentence)| {
            let found = checked(scene, sentence);
            let settled = |statement: &Checked| {
                statement.kind == *kind && matches!(statement.verdict, Verdict::Confirmed | Verdict::Contradicted)
            };
            let (words, statement) = found.iter().find(|(_, statement)| settled(statement))?;
            Some(format!("{sentence}: {} «{words}» {}", statement.verdict.key(), statement.reading))
        })
        .collect()
}
