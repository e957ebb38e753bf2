//! Goals told by what they did to a side, by what is left of a sentence, and by minutes without the word; kicks told in
//! lists. True tellings confirmed, near misses contradicted or left alone.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test")]

use std::sync::LazyLock;

use byline_record::ask::Verdict;
use byline_record::{Record, builtin};
use byline_report::Checker;
use byline_report::claim::Kind;
use byline_report::text::{Options, Report};

static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap());
static CHECKER: LazyLock<Checker<'static>> = LazyLock::new(|| Checker::new(&RECORD));

/// What is settled of a report: kind, words, verdict.
fn settled(text: &str) -> Vec<(Kind, String, Verdict)> {
    let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
    let statements = CHECKER.check(&report).statements;
    statements.into_iter().map(|one| (one.kind, report.words(&one.span).to_owned(), one.verdict)).collect()
}

/// Every row (a head, a sentence after it, a kind, words) has words of the kind confirmed, and nothing contradicted.
fn confirms(rows: &[(&str, &str, Kind, &str)]) {
    for (head, told, kind, words) in rows {
        let all = settled(&format!("{head}{told}"));
        let found =
            all.iter().any(|(of, span, verdict)| of == kind && *verdict == Verdict::Confirmed && span.contains(words));
        assert!(found, "{kind:?} {words} of {told:?}: not among {all:?}");
        assert!(all.iter().all(|(_, _, verdict)| *verdict != Verdict::Contradicted), "{told:?}: {all:?}");
    }
}

/// No row has anything of the kind confirmed on its words.
fn leaves_alone(rows: &[(&str, &str, Kind, &str)]) {
    for (head, told, kind, words) in rows {
        let all = settled(&format!("{head}{told}"));
        let found =
            all.iter().any(|(of, span, verdict)| of == kind && *verdict == Verdict::Confirmed && span.contains(words));
        assert!(!found, "{kind:?} {words} of {told:?}: among {all:?}");
    }
}

/// England 2-1 Denmark, the day after.
const WEMBLEY: &str = "date 2021-07-08\nLONDON - England reached the final of Euro 2020 on Wednesday, beating Denmark 2-1 \
after extra time at Wembley in the semi-final.\n\n";
/// Netherlands 0-1 Spain, the day after.
const SOCCER_CITY: &str = "date 2010-07-12\nJOHANNESBURG - Spain beat the Netherlands 1-0 after extra time on Sunday to \
win the World Cup final at Soccer City.\n\n";
/// Brazil 1-1 Chile, the day after.
const MINEIRAO: &str = "date 2014-06-29\nBELO HORIZONTE - Brazil beat Chile 3-2 on penalties on Saturday after a 1-1 draw \
in the last 16 of the World Cup. Then came the shoot-out.\n\n";

#[test]
fn who_undid_a_side_scored_against_it() {
    confirms(&[
        (WEMBLEY, "Kane and Sterling had seen to little else since Sterling sank Germany.", Kind::Scorer, "Sterling"),
        (SOCCER_CITY, "It was settled by Andres Iniesta four minutes from the end.", Kind::Scorer, "Iniesta"),
        (SOCCER_CITY, "In the semi-final Carles Puyol did for Germany.", Kind::Scorer, "Puyol"),
        (SOCCER_CITY, "Paraguay were put out by David Villa.", Kind::Scorer, "Villa"),
        (SOCCER_CITY, "David Villa, whose goal beat Portugal, scored five.", Kind::Scorer, "Villa"),
    ]);
    leaves_alone(&[
        (SOCCER_CITY, "In the semi-final Fernando Torres did for Germany.", Kind::Scorer, "Torres"),
        (SOCCER_CITY, "Paraguay were put out by Xavi.", Kind::Scorer, "Xavi"),
        (SOCCER_CITY, "David Villa decided to stay.", Kind::Order, "decided"),
        (SOCCER_CITY, "Carles Puyol got the winner against Paraguay.", Kind::Scorer, "Puyol"),
        (SOCCER_CITY, "Paraguay and Portugal knew: Villa scored after 11 minutes.", Kind::Scorer, "Villa"),
    ]);
}

#[test]
fn a_noun_left_out_is_still_a_goal() {
    confirms(&[
        (SOCCER_CITY, "Villa's two against Honduras had kept them in it.", Kind::Scorer, "two"),
        (SOCCER_CITY, "The Dutch had Wesley Sneijder, whose two beat Brazil.", Kind::Order, "two"),
        (WEMBLEY, "The last goal at this stage was Iniesta's against the Netherlands.", Kind::Scorer, "Iniesta"),
    ]);
    leaves_alone(&[
        (SOCCER_CITY, "Villa's three against Honduras had kept them in it.", Kind::Scorer, "three"),
        (SOCCER_CITY, "The last goal of theirs was Torres's against Germany.", Kind::Scorer, "Torres"),
    ]);
}

#[test]
fn minutes_need_no_word() {
    confirms(&[
        (WEMBLEY, "Mikkel Damsgaard scored after 30, with a free kick.", Kind::Minute, "30"),
        (WEMBLEY, "Damsgaard put Denmark ahead inside half an hour.", Kind::Minute, "inside half an hour"),
        (SOCCER_CITY, "Iniesta scored with four minutes of the extra half-hour left.", Kind::Minute, "four minutes"),
    ]);
    leaves_alone(&[
        (WEMBLEY, "Mikkel Damsgaard scored after 44, with a free kick.", Kind::Minute, "44"),
        (WEMBLEY, "Damsgaard put Denmark ahead inside a quarter of an hour.", Kind::Minute, "inside"),
        (WEMBLEY, "Kane, on 30, is the captain.", Kind::Minute, "30"),
    ]);
}

#[test]
fn kicks_are_told_in_lists() {
    confirms(&[
        (MINEIRAO, "Pinilla missed. So did Gonzalo Jara.", Kind::ShootOut, "Jara"),
        (MINEIRAO, "Willian and Hulk failed; David Luiz, Marcelo and Neymar did not.", Kind::ShootOut, "David Luiz"),
        (MINEIRAO, "Charles Aranguiz and Marcelo Diaz kept Chile level.", Kind::ShootOut, "Aranguiz"),
    ]);
    leaves_alone(&[
        (MINEIRAO, "Pinilla missed. So did Marcelo.", Kind::ShootOut, "So did"),
        (MINEIRAO, "Willian failed; David Luiz, Hulk and Neymar did not.", Kind::ShootOut, "did not"),
    ]);
}

#[test]
fn a_card_is_of_the_subject_before_an_aside() {
    let aside = "Nigel de Jong, who had kicked Xabi Alonso, was booked.";
    confirms(&[(SOCCER_CITY, aside, Kind::Card, "Nigel de Jong")]);
    let other = "Xabi Alonso, who had been kicked by Nigel de Jong, was booked.";
    leaves_alone(&[(SOCCER_CITY, other, Kind::Card, "Jong, was booked")]);
}

#[test]
fn passive_scores_are_of_the_beaten() {
    confirms(&[
        (SOCCER_CITY, "Honduras were swept aside 2-0.", Kind::Score, "2-0"),
        (SOCCER_CITY, "Germany went out 1-0 in the semi-final.", Kind::Score, "1-0"),
    ]);
    leaves_alone(&[(SOCCER_CITY, "Honduras were swept aside 3-0.", Kind::Score, "3-0")]);
}
