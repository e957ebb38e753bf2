//! Goals in reports: true tellings confirmed, one changed fact contradicted, traps left alone.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test")]

use std::sync::LazyLock;

use byline_record::ask::Verdict;
use byline_record::{Record, builtin};
use byline_report::claim::Kind;
use byline_report::text::{Options, Report};
use byline_report::{Checked, Checker};

static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap());
static CHECKER: LazyLock<Checker<'static>> = LazyLock::new(|| Checker::new(&RECORD));

const KINDS: [Kind; 6] = [Kind::Scorer, Kind::Minute, Kind::Order, Kind::RunningScore, Kind::Penalty, Kind::OwnGoal];

fn checked(text: &str) -> (Report, Vec<Checked>) {
    let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
    let mut statements = CHECKER.check(&report).statements;
    statements.retain(|statement| KINDS.contains(&statement.kind));
    (report, statements)
}

fn contradicted(text: &str) -> Vec<String> {
    let (report, statements) = checked(text);
    let wrong = statements.iter().filter(|statement| statement.verdict == Verdict::Contradicted);
    wrong.map(|statement| format!("{} {}", statement.kind.key(), report.words(&statement.span))).collect()
}

/// Every one of `told` (a kind and words) is confirmed, and nothing is contradicted.
fn confirms(text: &str, told: &[(Kind, &str)]) {
    let (report, statements) = checked(text);
    for (kind, words) in told {
        let found = statements.iter().any(|statement| {
            statement.kind == *kind
                && statement.verdict == Verdict::Confirmed
                && report.words(&statement.span).contains(words)
        });
        let all: Vec<_> = statements.iter().map(|one| (one.kind, report.words(&one.span))).collect();
        assert!(found, "{kind:?} {words}: not among {all:?}");
    }
    assert_eq!(contradicted(text), Vec::<String>::new());
}

/// Each change of one fact is contradicted.
fn catches(text: &str, changes: &[(&str, &str)]) {
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        let changed = text.replace(from, to);
        assert!(!contradicted(&changed).is_empty(), "{from} -> {to} was not caught");
    }
}

const OPENING: &str = "date 2014-06-12\n\
SAO PAULO - Neymar scored twice as hosts Brazil came from behind to beat Croatia 3-1 in the opening match of the World \
Cup on Thursday.\n\n\
Marcelo turned the ball into his own net after 11 minutes to give Croatia a surprise lead. Neymar levelled in the 29th \
minute with a low shot from 20 metres that went in off the post.\n\n\
The Barcelona forward put Brazil ahead from the penalty spot with 19 minutes left after Fred went down, and Oscar \
wrapped up the victory in stoppage time for 3-1.\n\n\
Croatia, who had a goal by Ivica Olic ruled out, thought they had equalised seven minutes from time.\n";

#[test]
fn an_own_goal_an_equaliser_and_a_penalty() {
    confirms(
        OPENING,
        &[
            (Kind::OwnGoal, "Marcelo"),
            (Kind::Minute, "after 11 minutes"),
            (Kind::Order, "levelled"),
            (Kind::Minute, "29th"),
            (Kind::Order, "put Brazil ahead"),
            (Kind::Penalty, "penalty spot"),
            (Kind::Minute, "with 19 minutes left"),
            (Kind::RunningScore, "3-1"),
        ],
    );
    catches(OPENING, &[("Neymar levelled", "Fred levelled"), ("Oscar wrapped", "Hulk wrapped")]);
}

const SAO_PAULO: &str = "date 2022-11-21\n\
England began the World Cup with a 6-2 win over Iran in Doha on Monday. Jude Bellingham headed them in front in the \
35th minute, Bukayo Saka volleyed in the second eight minutes later and Raheem Sterling made it 3-0 before half-time.\n\n\
Saka scored his second, England's fourth, in the 62nd minute. Mehdi Taremi pulled a goal back three minutes after that. \
Jack Grealish, another substitute, tapped in the sixth in the 90th minute. Taremi converted a penalty in the 13th minute \
of stoppage time.\n";

#[test]
fn goals_one_after_another() {
    confirms(
        SAO_PAULO,
        &[
            (Kind::Order, "in front"),
            (Kind::Order, "the second"),
            (Kind::Minute, "eight minutes later"),
            (Kind::RunningScore, "3-0"),
            (Kind::Order, "his second"),
            (Kind::Order, "England's fourth"),
            (Kind::Minute, "three minutes after that"),
            (Kind::Order, "the sixth"),
            (Kind::Penalty, "a penalty"),
        ],
    );
    catches(
        SAO_PAULO,
        &[
            ("Jude Bellingham headed", "Declan Rice headed"),
            ("35th", "25th"),
            ("Raheem Sterling made", "Mason Mount made"),
            ("3-0", "4-0"),
            ("62nd", "72nd"),
            ("Jack Grealish,", "Callum Wilson,"),
        ],
    );
}

const LUSAIL: &str = "date 2022-12-07\n\
Portugal 6 Switzerland 1\n\n\
Goncalo Ramos, who replaced Cristiano Ronaldo in the team, scored a hat-trick as Portugal thrashed Switzerland in the \
last 16 of the World Cup at Lusail on Tuesday.\n\n\
Pepe headed the second from a corner in the 33rd minute. Ramos made it 3-0 six minutes after the break, and Raphael \
Guerreiro lashed in a fourth in the 55th minute. Manuel Akanji pulled one back for Switzerland three minutes later.\n";

#[test]
fn an_aside_has_no_subject() {
    confirms(
        LUSAIL,
        &[
            (Kind::Scorer, "a hat-trick"),
            (Kind::Order, "the second"),
            (Kind::Order, "a fourth"),
            (Kind::Order, "pulled one back"),
            (Kind::Minute, "three minutes later"),
        ],
    );
    catches(
        LUSAIL,
        &[("Pepe headed", "Ruben Dias headed"), ("55th", "75th"), ("Manuel Akanji pulled", "Breel Embolo pulled")],
    );
}

#[test]
fn goals_that_did_not_count_are_left_alone() {
    for trap in [
        "Higuain nearly put Argentina in front in the 21st minute.",
        "Higuain had the ball in the net on the half-hour, but the flag was up.",
        "Benedikt Howedes headed against the post in first-half stoppage time.",
        "Lionel Messi could have made it 1-0 two minutes after the interval.",
        "Toni Kroos set up the winner for Gotze, who volleyed in with seven minutes left.",
        "Andre Schurrle's cross made it possible in the 113th minute.",
    ] {
        let text = format!(
            "date 2014-07-14\nGermany beat Argentina 1-0 after extra time in the World Cup final in Rio de Janeiro on \
             Sunday, Mario Gotze scoring the winner in the 113th minute.\n\n{trap}\n"
        );
        assert_eq!(contradicted(&text), Vec::<String>::new(), "{trap}");
    }
}

#[test]
fn minutes_are_counted_from_the_goal_before() {
    let text = "date 1994-07-04\nRomania 3-2 Argentina. Ilie Dumitrescu scored twice as Romania reached the \
                quarter-finals of the World Cup in Pasadena on Sunday.\n\nDumitrescu opened the scoring on 11 minutes. \
                Gabriel Batistuta equalised five minutes later. Abel Balbo's goal 17 minutes after Gheorghe Hagi's came \
                too late.\n";
    confirms(text, &[(Kind::Minute, "five minutes later"), (Kind::Minute, "on 11 minutes")]);
    catches(text, &[("on 11 minutes", "on 33 minutes"), ("Gabriel Batistuta equalised", "Ariel Ortega equalised")]);
}

/// Who made a goal, kept one out or took a free kick before it has not scored it.
#[test]
fn those_who_had_a_part_in_a_goal_are_no_scorers() {
    for (date, lead, trap) in [
        (
            "1992-06-27",
            "Denmark beat Germany 2-0 in the final of the European Championship in Gothenburg last night.",
            "In the 18th minute Flemming Povlsen robbed a defender and laid it across for John Jensen, who had hardly \
             ever scored for his country, to drive it past Bodo Illgner.",
        ),
        (
            "2000-06-22",
            "Spain beat Yugoslavia 4-3 at Euro 2000 in Bruges on Wednesday.",
            "With a quarter of an hour left, from a free kick by Ljubinko Drulović, Slobodan Komljenović made it 3-2.",
        ),
        (
            "1970-06-18",
            "Italy beat West Germany 4-3 after extra time in the semi-final of the World Cup in Mexico City yesterday.",
            "Roberto Boninsegna went to the line and pulled it back for Gianni Rivera, unmarked, to score the winner in \
             the 111th.",
        ),
    ] {
        let text = format!("date {date}\n{lead}\n\n{trap}\n");
        assert_eq!(contradicted(&text), Vec::<String>::new(), "{trap}");
    }
}

/// A hat-trick in a paragraph that goes on to an earlier match is of the report's own match.
#[test]
fn a_scorer_of_both_matches_is_of_the_one_reported() {
    let text = "date 1974-06-20\nPoland beat Haiti 7-0 in Munich last night. Grzegorz Lato scored first, in the 17th \
                minute.\n\nAndrzej Szarmach completed his hat-trick five minutes after the interval and Lato got the \
                last. Poland beat Argentina 3-2 on Saturday, when Lato scored twice and Szarmach once.\n";
    assert_eq!(contradicted(text), Vec::<String>::new());
}

/// A penalty that was saved is no goal, whoever scored elsewhere.
#[test]
fn a_saved_penalty_is_no_goal() {
    let text = "date 2000-07-03\nFrance beat Italy 2-1 in the final of Euro 2000 in Rotterdam on Sunday.\n\nFrancesco \
                Toldo saved a penalty from Frank de Boer in the semi-final against the Netherlands.\n";
    let (report, statements) = checked(text);
    let scored = statements.iter().filter(|one| one.kind == Kind::Scorer);
    let of_him: Vec<_> = scored.map(|one| report.words(&one.span)).filter(|words| words.contains("Boer")).collect();
    assert!(of_him.is_empty(), "{of_him:?}");
}

#[test]
fn two_moments_of_a_scorer_are_judged_each_by_its_own_goal() {
    let told = |minute: u8| {
        contradicted(&format!(
            "date 2010-06-25\nSlovakia beat Italy 3-2 in Johannesburg on Thursday.\n\n\
             Robert Vittek shot Slovakia in front after {minute} minutes and at 73 stole in for his third goal of the \
             competition."
        ))
    };
    assert_eq!(told(25), [""; 0]);
    assert_eq!(told(35), ["minute after 35 minutes"]);
}

#[test]
fn a_minute_says_after_which_goal_of_three_a_score_stood() {
    let told = |score: &str| {
        contradicted(&format!(
            "date 1954-06-27\nAustria beat Switzerland 7-5 in Lausanne on Saturday.\n\n\
             Theodor Wagner made it {score} in the 25th minute."
        ))
    };
    assert_eq!(told("3-1"), [""; 0]);
    assert_eq!(told("4-1"), ["running-score 4-1"]);
}

#[test]
fn minutes_counted_from_the_goal_of_somebody_else() {
    let told = |words: &str| {
        contradicted(&format!(
            "date 1998-07-01\nEngland lost to Argentina on penalties after a 2-2 draw in Saint-Etienne on Tuesday.\n\n{words}"
        ))
    };
    assert_eq!(told("Shearer's penalty came four minutes after Batistuta's."), [""; 0]);
    assert_eq!(told("Shearer's penalty came twelve minutes after Batistuta's."), ["minute twelve minutes after"]);
    assert_eq!(told("Shearer equalised four minutes after Batistuta had put Argentina ahead."), [""; 0]);
    let nine = "Shearer equalised nine minutes after Batistuta had put Argentina ahead.";
    assert_eq!(told(nine), ["minute nine minutes after"]);
    // Where the shot went is not said to be the net.
    assert_eq!(told("Shearer equalised nine minutes after Batistuta had put a free kick wide."), [""; 0]);
}

#[test]
fn each_of_several_times_has_its_scorer() {
    let told = |words: &str| {
        contradicted(&format!(
            "date 1998-07-01\nEngland lost to Argentina on penalties after a 2-2 draw in Saint-Etienne on Tuesday.\n\nThere \
             were goals in the sixth minute from Batistuta, in the tenth from Shearer and {words}."
        ))
    };
    assert_eq!(told("in the 16th from Owen"), [""; 0]);
    assert_eq!(told("in the 26th from Owen"), ["minute in the 26th"]);
    assert_eq!(told("in the 16th from McManaman"), ["scorer in the 16th from McManaman"]);
}
