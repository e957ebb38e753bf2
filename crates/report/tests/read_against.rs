//! Goals told to be against a team in a report on another match: "Wright's header had beaten Egypt in Cagliari".

mod told;

use byline_report::claim::Kind;
use told::{contradicted, fails, fails_at, holds, is_silent};

const NAPLES: &str = "date 1990-07-02\nEngland beat Cameroon 3-2 after extra time in Naples on Sunday to reach the semi-finals of \
    the World Cup.\n\nMark Wright's header had beaten Egypt in Cagliari.\n\nRoger Milla's two in extra time had beaten \
    Colombia.\n\nFrancois Omam-Biyik's header sank Argentina in the opening match.\n";

#[test]
fn who_did_not_score_against_the_side_named_is_denied() {
    holds(NAPLES, &[(Kind::Scorer, "Mark Wright's header"), (Kind::Scorer, "Roger Milla's")]);
    fails_at(NAPLES, "Mark Wright's", "Terry Butcher's", "Terry Butcher's header");
    // England drew with them: it may have been in another year.
    is_silent(NAPLES, &[("beaten Egypt", "beaten the Netherlands")]);
    fails_at(NAPLES, "Roger Milla's two", "Francois Omam-Biyik's two", "Francois Omam-Biyik's two");
    fails_at(NAPLES, "sank Argentina", "sank Romania", "Francois Omam-Biyik's header");
}

#[test]
fn the_place_beside_such_a_goal_is_of_its_match() {
    holds(NAPLES, &[(Kind::Venue, "Cagliari")]);
    fails_at(NAPLES, "in Cagliari", "in Palermo", "Palermo");
}

const KYIV: &str = "date 2012-06-24\nItaly beat England 4-2 on penalties in Kyiv on Sunday after a goalless draw in the \
    quarter-finals of Euro 2012.\n\nAntonio Di Natale put Italy ahead against Spain, and Cesc Fabregas levelled three minutes \
    later.\n\nAntonio Cassano and Mario Balotelli had scored against the Republic of Ireland.\n\nJoleon Lescott's header \
    against France was cancelled out by Samir Nasri.\n\nMarco Tardelli's goal sank England in Turin in 1980.\n";

#[test]
fn a_side_with_an_article_is_no_bar() {
    holds(KYIV, &[(Kind::Scorer, "Antonio Cassano"), (Kind::Scorer, "Mario Balotelli")]);
    fails_at(KYIV, "Mario Balotelli", "Andrea Pirlo", "Andrea Pirlo");
    is_silent(KYIV, &[("scored against the Republic of Ireland", "headed against the bar")]);
}

#[test]
fn what_was_cancelled_out_had_counted() {
    holds(KYIV, &[(Kind::Scorer, "Joleon Lescott's header"), (Kind::Scorer, "Samir Nasri")]);
    fails_at(KYIV, "Joleon Lescott's", "John Terry's", "John Terry's header");
}

#[test]
fn the_answer_is_of_the_same_match() {
    holds(KYIV, &[(Kind::Minute, "three minutes later")]);
    fails_at(KYIV, "Cesc Fabregas levelled", "Fernando Torres levelled", "Fernando Torres levelled");
}

#[test]
fn a_year_says_which_match() {
    holds(KYIV, &[(Kind::Scorer, "Marco Tardelli's goal"), (Kind::Venue, "Turin")]);
    fails_at(KYIV, "Marco Tardelli's", "Francesco Graziani's", "Francesco Graziani's goal");
}

#[test]
fn goals_that_may_be_of_other_football_are_left() {
    let with = |told: &str| assert_eq!(contradicted(&format!("{KYIV}\n{told}\n")), [], "{told}");
    with("Theo Walcott's hat-trick had beaten Croatia in qualifying four years ago.");
    with("Wayne Rooney's goal against France in a friendly was his best.");
    // He did score against them, in another tournament.
    with("Wayne Rooney's two goals against Croatia made his name.");
    with("Luca Toni's goals sank Ukraine.");
    // The main clause is of the match itself.
    with("Danny Welbeck, whose backheel had beaten Sweden, shot wide.");
}

#[test]
fn goals_a_side_cannot_have_had_there_are_of_other_football() {
    let told = |head: &str, told: &str| {
        assert_eq!(contradicted(&format!("date {head}\n\n{told}\n")), [], "{told}");
    };
    let portugal = "2016-07-01\nPortugal beat Poland 5-3 on penalties in Marseille on Thursday in the quarter-finals of Euro 2016.";
    told(portugal, "Arkadiusz Milik's header had beaten Germany in Warsaw.");
    told(portugal, "Arkadiusz Milik's header had beaten Germany.");
    let spain = "2024-07-15\nSpain beat England 2-1 in Berlin on Sunday in the final of Euro 2024.";
    told(spain, "Joselu's late goal had beaten Italy in Enschede the summer before.");
    told(spain, "Cole Palmer scored his second for England in the 73rd minute.");
    let qatar = "2022-12-01\nJapan beat Spain 2-1 in Al Rayyan on Thursday at the World Cup.";
    told(qatar, "Ferran Torres had scored three against Germany.");
    let naples = "1990-07-05\nWest Germany beat England 4-3 on penalties in Turin on Wednesday in the semi-finals of the World Cup.";
    told(naples, "Gary Lineker had once scored four against Spain.");
    let paris =
        "2016-07-11\nPortugal beat France 1-0 after extra time in Saint-Denis on Sunday in the final of Euro 2016.";
    told(paris, "Zinedine Zidane's penalty beat Portugal in 2006, and the final was drawn 1-1.");
    told(paris, "Michel Platini's goal beat Portugal in 1984 and the final was won 2-0.");
}

const BERLIN: &str = "date 2006-06-30\nGermany beat Argentina 4-2 on penalties in Berlin on Friday after a 1-1 draw to reach the \
    semi-finals of the World Cup.\n\nIn 1986 Jorge Burruchaga won it for Argentina in the 84th minute, after Rudi Voller's header \
    had made it 2-2.\n\nOliver Neuville's winner against Poland came in stoppage time.\n";

#[test]
fn players_of_both_sides_and_a_year_are_of_one_match() {
    holds(BERLIN, &[(Kind::Minute, "84th minute"), (Kind::RunningScore, "2-2")]);
    fails_at(BERLIN, "84th", "64th", "64th minute");
    fails(BERLIN, &[("Rudi Voller's", "Karl-Heinz Rummenigge's")]);
    fails_at(BERLIN, "against Poland", "against Ecuador", "Oliver Neuville's winner");
}

const MOSCOW: &str = "date 2018-07-15\nFrance beat Croatia 4-2 in the final of the World Cup in Moscow on Sunday.\n\nMario \
    Mandzukic's goal in the 109th minute had put out England.\n\nSamuel Umtiti's header had settled the semi-final with \
    Belgium.\n\nKieran Trippier had scored in the semi-final with a free-kick.\n";

#[test]
fn a_minute_of_another_is_not_his() {
    holds(MOSCOW, &[(Kind::Minute, "109th minute")]);
    fails_at(MOSCOW, "Mario Mandzukic's", "Ivan Perisic's", "Ivan Perisic's goal in the 109th minute");
}

#[test]
fn the_stage_says_which_match() {
    holds(MOSCOW, &[(Kind::Scorer, "Samuel Umtiti's header"), (Kind::Scorer, "Kieran Trippier had scored")]);
    fails_at(MOSCOW, "Samuel Umtiti's", "Raphael Varane's", "Raphael Varane's header");
    fails_at(MOSCOW, "Kieran Trippier had", "Harry Kane had", "Harry Kane had scored");
}

#[test]
fn how_far_a_side_came_is_no_match() {
    let told = "date 2021-06-27\nDenmark beat Wales 4-0 in Amsterdam on Saturday in the last 16 of Euro 2020.\n\nIn 2016 Gareth \
        Bale scored three goals as Wales reached the semi-finals.\n";
    assert_eq!(contradicted(told), []);
}

const PORTO: &str = "date 2012-07-02\nSpain beat Italy 4-0 in the Euro 2012 final in Kyiv on Sunday.\n\nFernando Torres, on as a \
    substitute, made it three with six minutes left.\n";

#[test]
fn who_came_on_as_a_substitute_is_still_the_subject() {
    holds(PORTO, &[(Kind::Scorer, "Fernando Torres"), (Kind::Minute, "six minutes left")]);
    fails_at(PORTO, "Fernando Torres", "Alvaro Arbeloa", "Alvaro Arbeloa");
}

const SOCHI: &str = "date 2018-06-16\nPortugal drew 3-3 with Spain in Sochi on Friday.\n\nCosta bundled in his second ten minutes \
    after the restart and Nacho, the man who gave away the penalty, lashed in off both posts three minutes after that.\n";

#[test]
fn what_is_put_in_stands_behind_the_subject() {
    holds(SOCHI, &[(Kind::Scorer, "Nacho, the man who gave away the penalty, lashed")]);
    fails_at(SOCHI, "Nacho", "Isco", "Isco, the man who gave away the penalty, lashed");
}

const GOALS_BESIDE: &str = "date 2018-07-15\nFrance beat Croatia 4-2 in the final of the World Cup in Moscow on Sunday.\n\nKylian \
    Mbappe scored twice as Argentina were put out 4-3 in Kazan.\n\nGoals by Varane and Griezmann put out Uruguay, 2-0, in Nizhny \
    Novgorod.\n";

#[test]
fn who_scored_says_which_match_a_score_and_a_place_are_of() {
    holds(GOALS_BESIDE, &[(Kind::Venue, "Kazan"), (Kind::Venue, "Nizhny Novgorod")]);
    fails_at(GOALS_BESIDE, "4-3", "4-2", "4-2");
    fails_at(GOALS_BESIDE, "in Kazan", "in Samara", "Samara");
    fails_at(GOALS_BESIDE, "2-0", "3-0", "3-0");
    // Of a stage still to be reached, and of another match told with "then".
    let berlin = "date 2006-06-30\nGermany beat Argentina 4-2 on penalties in Berlin on Friday.\n\nArgentina won six-nil in \
        Gelsenkirchen and then needed the volley from Maxi Rodriguez in the 98th minute to see off Mexico.\n";
    assert_eq!(contradicted(berlin), []);
    let lusail = "date 2022-12-10\nArgentina beat the Netherlands 4-3 on penalties in Lusail on Friday.\n\nArgentina had one foot \
        in the semi-finals through Nahuel Molina and Lionel Messi before Wout Weghorst scored twice.\n";
    assert_eq!(contradicted(lusail), []);
}
