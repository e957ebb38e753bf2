//! Claims as daily reports make them, each once as it was and once with a fact of it changed: places of goals, counts of
//! goals and titles, teams called by what they are, extra time, kicks told in lists.

mod told;

use byline_report::claim::Kind;
use told::{contradicted, found, holds};

fn rout(rest: &str) -> String {
    format!(
        "date 2014-07-09\nBrazil 1-7 Germany\n\nGermany thrashed Brazil 7-1 in Belo Horizonte last night in the World Cup \
         semi-final.\n\n{rest}\n"
    )
}

fn wembley(rest: &str) -> String {
    format!(
        "date 2021-07-12\nItaly beat England on penalties\n\nItaly became European champions by beating England 3-2 on \
         penalties at Wembley on Sunday, the final having finished 1-1 after extra time.\n\n{rest}\n"
    )
}

fn al_khor(rest: &str) -> String {
    format!(
        "date 2022-12-11\nFrance beat England\n\nFrance beat England 2-1 in the World Cup quarter-final at Al Bayt Stadium \
         in Al Khor on Saturday.\n\n{rest}\n"
    )
}

fn eve_of_lusail(rest: &str) -> String {
    format!(
        "date 2022-12-17\nWorld Cup final preview\n\nArgentina meet France in the World Cup final at Lusail Stadium on \
         Sunday.\n\n{rest}\n"
    )
}

/// Words are confirmed as a statement of a kind, and nothing is contradicted.
fn right(text: &str, kind: Kind, words: &str) {
    holds(text, &[(kind, words)]);
}

/// Words are contradicted, and nothing else is.
fn wrong(text: &str, words: &str) {
    let all = contradicted(text);
    assert!(!all.is_empty() && all.iter().all(|(_, told, _)| told.contains(words)), "{text}: {all:?}");
}

#[test]
fn a_goal_has_no_place_that_none_of_its_scorers_has() {
    right(&rout("Miroslav Klose doubled the lead."), Kind::Order, "doubled the lead");
    wrong(&rout("Toni Kroos doubled the lead."), "doubled the lead");
    wrong(&rout("Klose gave Germany the lead."), "gave Germany the lead");
    right(&al_khor("Aurelien Tchouameni fired France ahead from 25 yards in the 17th minute."), Kind::Minute, "17th");
    wrong(&al_khor("Aurelien Tchouameni fired France ahead from 25 yards in the 27th minute."), "27th");
    // He scored again when they led, and was the first to put them further ahead.
    let further = rout("Toni Kroos put Germany further ahead.");
    assert_eq!(contradicted(&further), []);
}

#[test]
fn goals_are_counted_of_the_tournament_or_of_every_year() {
    right(&rout("Thomas Muller has ten World Cup goals."), Kind::Tally, "ten World Cup goals");
    wrong(&rout("Thomas Muller has nine World Cup goals."), "nine World Cup goals");
    right(&rout("Klose scored his 16th World Cup goal."), Kind::Tally, "his 16th World Cup goal");
    wrong(&rout("Klose scored his 15th World Cup goal."), "his 15th World Cup goal");
    let record = "Klose became the leading scorer in World Cup history with his 16th goal.";
    right(&rout(record), Kind::Tally, "his 16th goal");
    wrong(&rout(&record.replace("16th", "15th")), "his 15th goal");
    // One more than at this tournament: it takes other tournaments to make it five.
    right(&eve_of_lusail("Olivier Giroud has four goals."), Kind::Tally, "four goals");
    assert!(found(&eve_of_lusail("Olivier Giroud has five goals.")).iter().all(|(kind, ..)| *kind != Kind::Tally));
}

#[test]
fn numbers_behind_scorers_are_of_the_match() {
    let text = rout("Goals from Muller, Klose, Kroos (2), Khedira and Schurrle (2) did the damage.");
    assert_eq!(contradicted(&text), []);
    right(&rout("Substitute Andre Schurrle grabbed a late double."), Kind::Order, "double");
}

#[test]
fn what_a_team_has_scored_is_counted_with_the_match_reported() {
    right(&al_khor("England scored 13 goals in the tournament."), Kind::Tally, "13 goals in the tournament");
    wrong(&al_khor("England scored 12 goals in the tournament."), "12 goals in the tournament");
    right(&al_khor("England had scored 12 goals before the match."), Kind::Tally, "scored 12 goals");
}

#[test]
fn every_year_of_a_list_of_titles_counts() {
    right(&rout("Germany won the World Cup in 1954, 1974 and 1990."), Kind::Title, "1974");
    // Brazil's year, and no less wrong for that.
    wrong(&rout("Germany won the World Cup in 1954, 1970 and 1990."), "1970");
    let twice = "Argentina have won the World Cup twice, in 1978 and 1986.";
    right(&eve_of_lusail(twice), Kind::Tally, "have won the World Cup twice");
    wrong(&eve_of_lusail(&twice.replace("twice", "four times")), "won the World Cup four times");
    let finals = "Argentina have reached the final five times, in 1930, 1978, 1986, 1990 and 2014.";
    right(&eve_of_lusail(finals), Kind::Tally, "have reached the final five times");
    let four = found(&eve_of_lusail("Argentina have reached the final four times."));
    assert!(four.iter().all(|(kind, ..)| *kind != Kind::Progress), "{four:#?}");
}

#[test]
fn a_first_world_cup_since_some_year_may_be_the_first_one_won() {
    let text = "date 2022-12-19\nArgentina won the World Cup on Sunday, beating France 4-2 on penalties after a 3-3 draw at \
                Lusail Stadium.\n\nIt was Argentina's first World Cup since 1986.\n";
    right(text, Kind::FirstSince, "first World Cup since 1986");
    let told = found(&rout("Germany have not won the World Cup since 1990."));
    assert!(told.iter().all(|(kind, ..)| *kind != Kind::Streak), "{told:#?}");
}

#[test]
fn a_result_against_somebody_else_is_wrong() {
    right(&al_khor("England had thrashed Senegal 3-0 in the last 16."), Kind::Score, "Senegal 3-0");
    wrong(&al_khor("England had thrashed Ecuador 3-0 in the last 16."), "Ecuador 3-0");
    // Of no stage it may be of any match there was.
    assert_eq!(contradicted(&al_khor("England had thrashed Ecuador 3-0.")), []);
}

#[test]
fn teams_are_called_by_what_they_are() {
    let bruges = "date 2000-06-26\nYugoslavia were out of Euro 2000 on Sunday, thrashed 6-1 by the Netherlands in the \
                  quarter-finals in Rotterdam.\n\nSpain had lost 2-1 to the world champions in Bruges.\n";
    right(bruges, Kind::Score, "2-1 to the world champions");
    let berlin = "date 2010-07-08\nSpain beat Germany 1-0 in Durban on Wednesday to reach the World Cup final.\n\nGermany \
                  had never met the hosts. Uruguay beat the hosts 3-0 in Pretoria.\n";
    right(berlin, Kind::Score, "beat the hosts 3-0");
    wrong(&berlin.replace("hosts 3-0", "hosts 2-0"), "beat the hosts 2-0");
}

#[test]
fn scores_are_read_in_words_and_before_those_of_kicks() {
    right(&rout("Germany beat France one-nil in the quarter-finals."), Kind::Score, "France one-nil");
    wrong(&rout("Germany beat France two-nil in the quarter-finals."), "France two-nil");
    let text = "date 2022-12-10\nNetherlands 2-2 Argentina (3-4 on pens)\n\nArgentina beat the Netherlands in Lusail last \
                night.\n";
    right(text, Kind::Score, "Netherlands 2-2 Argentina");
}

#[test]
fn a_match_went_to_extra_time_or_did_not() {
    right(&wembley("Nothing else happened."), Kind::Stage, "after extra time");
    right(&wembley("England needed extra time to beat Denmark."), Kind::Stage, "needed extra time");
    let long = "date 2022-12-11\nFrance beat England 2-1 after extra time in the World Cup quarter-final in Al Khor on \
                Saturday.\n";
    wrong(long, "after extra time");
    assert_eq!(contradicted(&al_khor("Nobody wanted extra time, and it was avoided.")), []);
}

#[test]
fn kicks_are_told_in_lists() {
    right(
        &wembley("Marcus Rashford, Jadon Sancho and Bukayo Saka all missed."),
        Kind::ShootOut,
        "Bukayo Saka all missed",
    );
    wrong(&wembley("Marcus Rashford, Jadon Sancho and Harry Kane all missed."), "Harry Kane all missed");
    wrong(&wembley("Harry Maguire and Jack Grealish scored England's penalties."), "Jack Grealish scored");
}

#[test]
fn who_lifts_a_trophy_scores_no_goal_and_a_goalkeeper_is_one_by_the_squads() {
    let told = found(&wembley("Leonardo Bonucci lifted the trophy."));
    assert!(told.iter().all(|(kind, words, _)| *kind != Kind::Scorer || !words.contains("Bonucci")), "{told:#?}");
    right(&eve_of_lusail("The goalkeeper Hugo Lloris is fit."), Kind::Keeper, "goalkeeper Hugo Lloris");
    wrong(&eve_of_lusail("The goalkeeper Antoine Griezmann is fit."), "goalkeeper Antoine Griezmann");
}

#[test]
fn a_card_is_of_its_half() {
    right(&rout("Dante was booked in the second half."), Kind::Minute, "in the second half");
    wrong(&rout("Dante was booked in the first half."), "in the first half");
}

#[test]
fn what_is_so_is_not_contradicted() {
    let maracana = |rest: &str| {
        format!(
            "date 2014-07-14\nGermany beat Argentina 1-0 after extra time in the World Cup final in Rio de Janeiro on \
             Sunday.\n\n{rest}\n"
        )
    };
    right(&maracana("The hosts, beaten 7-1 by Germany, finished fourth."), Kind::Score, "beaten 7-1 by Germany");
    let moscow = |rest: &str| {
        format!("date 2018-07-16\nFrance beat Croatia 4-2 in the World Cup final in Moscow on Sunday.\n\n{rest}\n")
    };
    let own = moscow("Mario Mandzukic's own goal gave France the lead after 18 minutes.");
    right(&own, Kind::OwnGoal, "Mandzukic");
    let yokohama = "date 2002-07-01\nBrazil beat Germany 2-0 in Yokohama on Sunday to win the World Cup.\n\nRivaldo \
                    scored five goals and Ronaldinho two. Miroslav Klose scored five, all with his head.\n";
    let bloemfontein = "date 2010-06-28\nGermany thrashed England 4-1 in the last 16 of the World Cup in Bloemfontein on \
                        Sunday.\n\nFrank Lampard's shot bounced a yard over the line when it was 2-1.\n";
    let kiev = "date 2012-07-02\nSpain thrashed Italy 4-0 in Kiev on Sunday to win Euro 2012.\n\nItaly finished with \
                ten men because Thiago Motta was injured. Spain had conceded once, to Italy.\n\nThat match had ended \
                1-1.\n";
    let kazan = "date 2018-06-28\nGermany went out of the World Cup when they lost 2-0 to South Korea in Kazan on \
                 Wednesday.\n\nIt was the first time Germany had gone out in the first round since 1938.\n";
    let moscow = "date 2018-07-04\nEngland beat Colombia on penalties in Moscow on Tuesday after a 1-1 draw.\n\nEric Dier \
                  scored the final penalty in the shoot-out, with England coming back from 3-2 down.\n";
    let al_khor = al_khor("Kane, top scorer in 2018 with six goals, has two here.");
    for text in [yokohama, bloemfontein, kiev, kazan, moscow, &al_khor] {
        assert_eq!(contradicted(text), [], "{text}");
    }
}
