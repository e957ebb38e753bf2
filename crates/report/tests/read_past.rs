//! What reaches beyond the match of a report: which time it was, hauls of goals, who was first or youngest, titles, ages
//! and roles. True tellings are confirmed, one changed fact is contradicted, and what is no such statement is left alone.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test")]

use std::sync::LazyLock;

use byline_record::ask::Verdict;
use byline_record::{Record, builtin};
use byline_report::claim::Kind::{self, *};
use byline_report::text::{Options, Report};
use byline_report::{Checked, Checker};

static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap());
static CHECKER: LazyLock<Checker<'static>> = LazyLock::new(|| Checker::new(&RECORD));

const MOSCOW: &str = "date 2018-07-15\n\nFrance beat Croatia 4-2 in the World Cup final in Moscow on Sunday. Mario \
Mandzukic put through his own goal, Antoine Griezmann, Paul Pogba and Kylian Mbappe scored for France, Ivan Perisic and \
Mandzukic for Croatia.";
const SPARTAK: &str = "date 2018-07-04\n\nEngland beat Colombia on penalties in the World Cup last 16 in Moscow on \
Tuesday after a 1-1 draw. Harry Kane scored for England and Yerry Mina for Colombia.";
const WEMBLEY: &str = "date 2021-06-29\n\nEngland beat Germany 2-0 at Wembley in the last 16 of Euro 2020 on Tuesday. \
Raheem Sterling and Harry Kane scored.";
const BERLIN: &str = "date 2006-07-10\n\nItaly beat France on penalties in the World Cup final in Berlin on Sunday after a \
1-1 draw. Zinedine Zidane scored for France and Marco Materazzi for Italy.";
const LISBON: &str = "date 2004-07-05\n\nGreece beat Portugal 1-0 in the final of Euro 2004 in Lisbon on Sunday. Angelos \
Charisteas scored.";
const BELO: &str = "date 2014-07-09\n\nGermany beat Brazil 7-1 in the World Cup semi-final in Belo Horizonte on Tuesday. \
Thomas Muller, Miroslav Klose, Toni Kroos, Sami Khedira and Andre Schurrle scored for Germany, Oscar for Brazil.";

fn judged(lead: &str, sentence: &str) -> Vec<(String, Checked)> {
    let text = format!("{lead}\n\n{sentence}\n");
    let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
    let place = report.text().find(sentence).unwrap();
    let all = CHECKER.check(&report).statements.into_iter().filter(|statement| statement.span.start >= place);
    all.map(|statement| (report.words(&statement.span).to_owned(), statement)).collect()
}

/// Every sentence has a statement of the kind with the verdict; where it is to be confirmed, nothing is contradicted.
fn hold(verdict: Verdict, cases: &[(&str, Kind, &str)]) {
    let mut wrong = Vec::new();
    for (lead, kind, sentence) in cases {
        let found = judged(lead, sentence);
        let has = found.iter().any(|(_, one)| one.kind == *kind && one.verdict == verdict);
        let alarm = verdict == Verdict::Confirmed && found.iter().any(|(_, one)| one.verdict == Verdict::Contradicted);
        if !has || alarm {
            let found: Vec<String> = found
                .iter()
                .map(|(words, one)| format!("{} {} «{words}» {}", one.verdict.key(), one.kind.key(), one.reading))
                .collect();
            wrong.push(format!("{kind:?} {sentence}\n    {}", found.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn which_time_it_was() {
    hold(
        Verdict::Confirmed,
        &[
            (MOSCOW, FirstSince, "Croatia had never before gone beyond the semi-finals."),
            (MOSCOW, Title, "France lifted the World Cup for the second time in their history."),
            (MOSCOW, FirstSince, "Germany had gone out in the group stage for the first time since 1938."),
            (WEMBLEY, HeadToHead, "Not since 1966 had England beaten Germany in a knockout match."),
            (WEMBLEY, FirstSince, "Germany failed to make the last eight for the first time since 2004."),
            (WEMBLEY, HeadToHead, "The two nations last met at a tournament in 2010."),
            (SPARTAK, FirstSince, "It was England's first knockout win at a World Cup since 2006."),
            (SPARTAK, FirstSince, "Colombia had never played in a World Cup shoot-out before."),
            (BERLIN, FirstSince, "For France it was a first defeat in the tournament."),
            (LISBON, FirstSince, "Portugal had never reached a major final before."),
            (BELO, FirstSince, "Germany, last crowned in 1990, scored five before the break."),
        ],
    );
    // How far they came in between is in no dispute.
    hold(
        Verdict::Contradicted,
        &[(SPARTAK, FirstSince, "England have reached the World Cup quarter-finals for the first time since 2010.")],
    );
}

#[test]
fn hauls() {
    hold(
        Verdict::Confirmed,
        &[
            (MOSCOW, Tally, "Antoine Griezmann took his tally for the tournament to four."),
            (MOSCOW, Tally, "England's Harry Kane, with six goals, finished as the tournament's leading scorer."),
            (MOSCOW, Tally, "Mandzukic also ended the tournament with three."),
            (BELO, Tally, "Miroslav Klose's goal was his 16th in World Cups."),
            (BELO, Tally, "Thomas Muller has now scored 10 goals at World Cups."),
            (BERLIN, Tally, "Gianluigi Buffon kept five clean sheets."),
            (SPARTAK, Tally, "Yerry Mina's header was the defender's third of the tournament."),
        ],
    );
    hold(
        Verdict::Contradicted,
        &[
            (MOSCOW, Tally, "Antoine Griezmann took his tally for the tournament to six."),
            (MOSCOW, Tally, "Harry Kane, with seven goals, finished as the tournament's leading scorer."),
            (MOSCOW, Tally, "Mandzukic ended the tournament with four goals."),
        ],
    );
}

#[test]
fn who_was_first_or_youngest() {
    hold(
        Verdict::Confirmed,
        &[
            (MOSCOW, FirstSince, "Kylian Mbappe became the youngest scorer in a final since Pele."),
            (MOSCOW, FirstSince, "Mario Mandzukic's own goal was the first in a World Cup final."),
            (MOSCOW, Record, "It was the highest-scoring final since England beat West Germany 4-2 in 1966."),
            (BERLIN, FirstSince, "Zinedine Zidane became the fourth man to be sent off in a World Cup final."),
            (LISBON, Record, "Milan Baros won the Golden Boot."),
        ],
    );
    hold(Verdict::Contradicted, &[(LISBON, Record, "Angelos Charisteas won the Golden Boot.")]);
}

#[test]
fn titles_ages_and_roles() {
    hold(
        Verdict::Confirmed,
        &[
            (LISBON, Title, "Germany, champions in 1972, 1980 and 1996, went out in the group."),
            (BELO, Role, "The hosts were five down at the break."),
            (BERLIN, Age, "Zidane walked off at the age of 34."),
            (LISBON, Role, "It was a night for Otto Rehhagel's men."),
        ],
    );
    hold(
        Verdict::Contradicted,
        &[
            (LISBON, Title, "Germany, champions in 1972 and 1984, went out in the group."),
            (LISBON, Role, "It was a night for Morten Olsen's men."),
        ],
    );
}

const LUSAIL: &str = "date 2022-12-19\n\nArgentina beat France 4-2 on penalties after a 3-3 draw in the World Cup final in \
Lusail on Sunday.";

#[test]
fn a_world_cup_won_is_a_title() {
    let told = "Argentina had won a third World Cup, their first since 1986.";
    hold(Verdict::Confirmed, &[(LUSAIL, FirstSince, told), (LUSAIL, Title, told)]);
    // They won it again between: titles are in no dispute.
    hold(
        Verdict::Contradicted,
        &[(LUSAIL, FirstSince, "Argentina had won a third World Cup, their first since 1978.")],
    );
}

#[test]
fn what_is_no_such_statement() {
    let quiet = [
        (MOSCOW, "Harry Kane would have been the first man to score seven."),
        (BERLIN, "It was their first competitive defeat since 2004."),
        (WEMBLEY, "Harry Kane has 34 goals for his country."),
        (MOSCOW, "Croatia hoped to win their first title since 1991."),
    ];
    for (lead, sentence) in quiet {
        let wrong: Vec<_> =
            judged(lead, sentence).into_iter().filter(|(_, one)| one.verdict == Verdict::Contradicted).collect();
        assert!(wrong.is_empty(), "{sentence}: {wrong:?}");
    }
}
