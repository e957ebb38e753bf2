//! True sentences in frames that look like others: minutes counted from elsewhere, people's adjectives, days and places
//! of matches put in between, kicks and saves in play. Nothing in them is contradicted.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test")]

use std::sync::LazyLock;

use byline_record::ask::Verdict;
use byline_record::{Record, builtin};
use byline_report::Checker;
use byline_report::claim::Kind;
use byline_report::text::{Options, Report};

static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap());
static CHECKER: LazyLock<Checker<'static>> = LazyLock::new(|| Checker::new(&RECORD));

/// What a text says with a verdict, each as its kind and words.
fn with(text: &str, verdict: Verdict) -> Vec<(Kind, String)> {
    let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
    let statements = CHECKER.check(&report).statements;
    let found = statements.iter().filter(|statement| statement.verdict == verdict);
    found.map(|statement| (statement.kind, report.words(&statement.span).to_owned())).collect()
}

/// Each of `told`, put behind `lead`, leaves nothing contradicted and nothing that differs.
fn silent(lead: &str, told: &[&str]) {
    for sentence in told {
        let text = format!("{lead}\n\n{sentence}\n");
        assert_eq!(with(&text, Verdict::Contradicted), Vec::new(), "{sentence}");
        assert_eq!(with(&text, Verdict::RecordDiffers), Vec::new(), "{sentence}");
    }
}

const LUSAIL: &str = "date 2022-12-18\nArgentina won the World Cup in Lusail on Sunday by beating France 4-2 on \
                      penalties after a 3-3 draw.";

#[test]
fn kicks_and_saves_with_a_minute_are_of_play() {
    silent(
        LUSAIL,
        &[
            "Emiliano Martinez saved from Randal Kolo Muani in the last minute of extra time and from Kingsley Coman in \
             the shoot-out, and Aurelien Tchouameni missed.",
            "In the 108th minute Lautaro Martinez's shot was saved. Ten minutes later Kylian Mbappe completed his \
             hat-trick with another penalty.",
            "Kylian Mbappe scored twice in 97 seconds: a penalty in the 80th minute and a volley.",
        ],
    );
    let text = format!(
        "{LUSAIL}\n\nIn the shoot-out he missed nothing: Lionel Messi scored from the spot in the 23rd minute.\n"
    );
    assert!(
        !with(&text, Verdict::Confirmed).iter().any(|(kind, words)| *kind == Kind::ShootOut && words.contains("Messi"))
    );
}

#[test]
fn an_adjective_of_a_people_is_no_side() {
    silent(
        "date 2022-11-28\nGhana beat South Korea at the World Cup in Al Rayyan on Monday.",
        &[
            "Ghana survived a furious South Korean fightback to win a five-goal thriller 3-2.",
            "Ghana got over a South Korean surge to take it 3-2.",
        ],
    );
}

#[test]
fn somebody_unnamed_may_have_scored() {
    silent(
        "date 2014-07-13\nGermany beat Argentina 1-0 after extra time in the World Cup final in Rio de Janeiro on \
         Sunday.",
        &[
            "In the 113th minute Andre Schuerrle found him and the boy from Dortmund volleyed it in.",
            "Andre Schuerrle crossed in the 113th minute and the substitute volleyed the winner.",
        ],
    );
}

#[test]
fn a_goal_kick_and_a_kick_that_passed_the_keeper_are_no_goals_of_theirs() {
    silent(
        "date 2010-06-27\nGermany beat England 4-1 in the last 16 of the World Cup in Bloemfontein on Sunday.",
        &["Miroslav Klose held off Matthew Upson to poke in Manuel Neuer's goal-kick after 20 minutes."],
    );
    silent(
        "date 2002-06-21\nBrazil beat England 2-1 in the first quarter-final of the World Cup in Shizuoka on Friday.",
        &[
            "The second, in the 50th minute, was a free kick from 35 metres that sailed over David Seaman.",
            "England held out until stoppage time in the first half, when Rivaldo shot across David Seaman.",
            "Brazil will meet Senegal or Turkey, who play in Osaka on Saturday, in Saitama next Wednesday.",
        ],
    );
}

#[test]
fn days_and_places_put_in_between_are_of_that_match() {
    silent(
        "date 1990-06-25\nWest Germany beat the Netherlands 2-1 in the last 16 of the World Cup in Milan on Sunday.",
        &["West Germany meet Czechoslovakia, 4-1 winners over Costa Rica on Saturday, in Milan again on Sunday."],
    );
    silent(
        "date 2002-06-18\nSouth Korea beat Italy 2-1 with a golden goal in the last 16 of the World Cup in Daejeon.",
        &["South Korea meet Spain, who beat Ireland 3-2 on penalties after a 1-1 draw, on Saturday in Gwangju."],
    );
    silent(
        "date 1994-07-05\nItaly beat Nigeria 2-1 after extra time in the last 16 of the World Cup in Foxborough.",
        &["Bulgaria beat Mexico on penalties after a 1-1 draw and will face Germany on Sunday."],
    );
}

#[test]
fn what_stood_for_a_while_is_no_result() {
    silent(
        "date 2000-06-12\nPortugal came from behind to beat England 3-2 at Euro 2000 in Eindhoven on Monday.",
        &["England led Portugal 2-0 after 18 minutes and lost 3-2."],
    );
    silent(
        "date 2004-06-13\nFrance beat England 2-1 at Euro 2004 in Lisbon on Sunday.",
        &["Zinedine Zidane scored twice in stoppage time to turn a 1-0 defeat by England into a 2-1 win."],
    );
    silent(
        "date 2000-06-21\nSpain beat Yugoslavia 4-3 at Euro 2000 in Bruges on Wednesday.",
        &[
            "Dejan Govedarica made it 2-1 in the 50th minute. Pedro Munitis, sent on at the break, replied within a minute.",
        ],
    );
}

#[test]
fn passes_clearances_and_red_cards_are_no_goals() {
    let lead = "date 1994-07-03\nRomania beat Argentina 3-2 in the last 16 of the World Cup in Pasadena on Sunday.";
    let text = format!("{lead}\n\nGheorghe Hagi slid a pass through and Ilie Dumitrescu turned it in.\n");
    assert!(!with(&text, Verdict::Confirmed).iter().any(|(_, words)| words.contains("Hagi")));
    let lead = "date 2006-07-09\nItaly beat France on penalties in the World Cup final in Berlin after a 1-1 draw.";
    let text = format!("{lead}\n\nThat was after Zinedine Zidane had been sent off in his last match.\n");
    assert!(!with(&text, Verdict::Confirmed).iter().any(|(kind, _)| *kind == Kind::Scorer));
}

#[test]
fn who_is_whoever_is_named_right_before() {
    silent(
        "date 2024-07-02\nThe Netherlands beat Romania 3-0 in the last 16 of Euro 2024 in Munich on Tuesday.",
        &["Cody Gakpo scored in the 20th minute and made the second for Donyell Malen, who added the third."],
    );
    silent(
        "date 2022-11-23\nMessi's team humbled by the Saudis\n\nSaudi Arabia beat Argentina 2-1.",
        &["It was a shock."],
    );
}
