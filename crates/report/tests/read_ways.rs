//! The way of a side through a tournament, told in previews and histories without a verb: goals for and against, and none
//! let in since; and of which match a preview is that begins with its day and city.

mod told;

use byline_report::claim::Kind;
use told::{both_ways, contradicted, found, holds, is_silent};

const FINAL_1974: &str =
    "date 1974-07-06\nWest Germany and the Netherlands meet in the World Cup final in Munich tomorrow.";
const SEMI_FINAL_1988: &str = "date 1988-06-20\nWest Germany and the Netherlands meet in the semi-finals of the European \
    Championship in Hamburg tomorrow.";
const FINAL_2014: &str =
    "date 2014-07-12\nGermany and Argentina meet in the World Cup final in Rio de Janeiro on Sunday.";

#[test]
fn goals_for_and_against_need_no_verb() {
    let kind = Kind::Tally;
    both_ways(&[
        (
            FINAL_1974,
            "The Dutch have made it look easy. Fourteen goals for, one against.",
            kind,
            "Fourteen goals for, one against",
            ("one", "two"),
        ),
        (
            FINAL_1974,
            "The Dutch have made it look easy: 14 goals scored, only one conceded.",
            kind,
            "14 goals scored",
            ("14", "13"),
        ),
        (
            FINAL_2014,
            "Germany have scored 17 and conceded four in six games.",
            kind,
            "conceded four",
            ("four", "three"),
        ),
        (
            FINAL_2014,
            "Argentina have come through quietly. Eight goals for and three against.",
            kind,
            "Eight goals for and three against",
            ("Eight", "Nine"),
        ),
        (
            SEMI_FINAL_1988,
            "West Germany won the group, with five goals scored and one conceded.",
            kind,
            "five goals scored and one conceded",
            ("five", "six"),
        ),
    ]);
}

#[test]
fn of_a_balance_with_both_numbers_wrong_nothing_is_said() {
    let text = format!("{FINAL_1974}\n\nThe Dutch have made it look easy. Fourteen goals for, one against.\n");
    is_silent(&text, &[("Fourteen goals for, one against", "Twenty goals for, six against")]);
}

#[test]
fn a_goal_let_in_since_is_told_of_the_eve() {
    let words = "West Germany began with a 1-1 draw against Italy and have not conceded since.";
    holds(&format!("{SEMI_FINAL_1988}\n\n{words}\n"), &[(Kind::Streak, "have not conceded since")]);
    let other = "The Netherlands lost to the Soviet Union in Cologne and have not conceded since.";
    let told = found(&format!("{SEMI_FINAL_1988}\n\n{other}\n"));
    assert!(told.iter().all(|(kind, words, _)| *kind != Kind::Streak || !words.contains("since")), "{told:#?}");
    let again = "Argentina have not conceded since the opener.";
    let eve = "date 2022-12-17\nArgentina and France meet in the World Cup final at Lusail tomorrow.";
    assert!(contradicted(&format!("{eve}\n\n{again}\n")).is_empty());
}

#[test]
fn balances_of_other_football_are_left_alone() {
    for words in [
        "The Dutch were better in qualifying. Fourteen goals for, two against.",
        "Should the Dutch finish with fourteen goals for, two against, nobody will mind.",
        "Cruyff scored 14 and conceded two free-kicks.",
        "Poland have had another sort of month: fourteen goals for, two against at home.",
        "The Dutch won the league with fourteen goals for, two against.",
        "The Dutch have not been conceding since anybody can remember.",
    ] {
        let text = format!("{FINAL_1974}\n\n{words}\n");
        assert_eq!(contradicted(&text), [], "{words}");
        let told = found(&text);
        assert!(told.iter().all(|(_, said, _)| !said.contains("against") && !said.contains("conced")), "{told:#?}");
    }
}

#[test]
fn a_preview_may_begin_with_the_day_and_the_city_of_its_match() {
    let text = "date 1974-07-06\nTomorrow, 4pm, Munich: Cruyff against Beckenbauer. Brazil are gone; in the same stadium \
        today they play Poland for third place.\n\nHolland have let in one goal.\n\nWest Germany lost to the other \
        Germany in Hamburg. The two countries have never met at a World Cup.\n";
    holds(text, &[(Kind::HeadToHead, "have never met at a World Cup")]);
}

const LUSAIL: &str = "date 2022-12-14\nArgentina beat Croatia 3-0 in Lusail on Tuesday to reach the World Cup final. Lionel Messi \
    scored a penalty and Julian Alvarez two.";
const STUTTGART: &str = "date 2024-07-06\nSpain beat Germany 2-1 after extra time in Stuttgart on Friday in the Euro 2024 \
    quarter-finals. Dani Olmo and Mikel Merino scored for Spain, Florian Wirtz for Germany.";

#[test]
fn a_result_leads_to_a_place_in_the_group() {
    both_ways(&[
        (
            LUSAIL,
            "Argentina saw off Mexico and Poland, both by two goals to nil, to win Group C.",
            Kind::Table,
            "win Group C",
            ("Group C", "Group D"),
        ),
        (
            STUTTGART,
            "Germany beat Scotland and Hungary and drew 1-1 with Switzerland to finish top of Group A.",
            Kind::Table,
            "finish top of Group A",
            ("1-1 with Switzerland to finish top of Group A", "1-1 with Switzerland to finish top of Group B"),
        ),
    ]);
    for wanted in [
        "Croatia had needed to beat Belgium to win Group F.",
        "A draw with Belgium was not enough for Croatia to win Group F.",
        "Croatia, who beat Canada, had hoped to win Group F.",
    ] {
        let told = found(&format!("{LUSAIL}\n\n{wanted}\n"));
        assert!(told.iter().all(|(kind, ..)| *kind != Kind::Table), "{wanted}: {told:#?}");
    }
}

#[test]
fn the_year_of_an_honour_is_not_that_of_the_sentence() {
    let text = format!(
        "{LUSAIL}\n\nCroatia, the runners-up in 2018, had beaten Brazil on penalties in the quarter-finals and Japan the same way \
         in the last 16.\n"
    );
    holds(
        &text,
        &[(Kind::ShootOut, "beaten Brazil on penalties"), (Kind::Stage, "quarter-finals"), (Kind::Stage, "last 16")],
    );
    // Without the comma behind it the year is that of what is told.
    let of_then =
        format!("{LUSAIL}\n\nCroatia, who were runners-up in 2018 and beat England in the semi-finals, were poor.\n");
    assert_eq!(contradicted(&of_then), []);
}

#[test]
fn what_stands_between_a_result_and_its_teams() {
    both_ways(&[
        (
            STUTTGART,
            "Spain took nine points from a group including Italy, Croatia and Albania before a 4-1 win over Georgia.",
            Kind::Score,
            "4-1 win over Georgia",
            ("4-1", "4-2"),
        ),
        (
            "date 2021-07-12\nItaly beat England 3-2 on penalties in the Euro 2020 final at Wembley on Sunday after a 1-1 draw.",
            "Italy knocked out Belgium, the world's top-ranked side, 2-1 in Munich.",
            Kind::Score,
            "2-1",
            ("2-1", "3-1"),
        ),
    ]);
}

#[test]
fn losers_settle_for_third_place() {
    let words =
        "Croatia must now settle for the third-place play-off on Saturday, against the losers of the other semi-final.";
    let told = [(Kind::NextFixture, "third-place play-off"), (Kind::NextFixture, "Saturday")];
    holds(&format!("{LUSAIL}\n\n{words}\n"), &told);
}
