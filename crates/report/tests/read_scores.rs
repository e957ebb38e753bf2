//! Scores, results, days, places, stages and matches to come, read in short reports of real matches.

mod told;

use byline_report::claim::Kind;
use told::{fails, fails_at, holds};

const AGENCY: &str = "date 2022-12-03\nAL RAYYAN, Qatar - Argentina beat Australia 2-1 on Saturday to reach the \
    quarter-finals of the World Cup.\n\nLionel Messi scored in the 35th minute and Julian Alvarez before the hour. \
    Argentina led 1-0 at half-time.\n\nArgentina face the Netherlands in Lusail on Friday. The Dutch beat the United \
    States 3-1 earlier in the day.\n";

#[test]
fn an_agency_lead_is_read_to_its_end() {
    holds(
        AGENCY,
        &[
            (Kind::Score, "beat Australia 2-1"),
            (Kind::Date, "Saturday"),
            (Kind::Stage, "the quarter-finals"),
            (Kind::HalfTimeScore, "1-0"),
            (Kind::NextFixture, "the Netherlands"),
            (Kind::NextFixture, "Lusail"),
            (Kind::NextFixture, "Friday"),
            (Kind::Score, "3-1"),
        ],
    );
}

#[test]
fn one_wrong_thing_in_an_agency_lead_is_seen() {
    fails_at(AGENCY, "2-1 on", "3-1 on", "3-1");
    fails_at(AGENCY, "reach the quarter-finals", "reach the semi-finals", "semi-finals");
    fails_at(AGENCY, "led 1-0 at", "led 2-0 at", "2-0");
    fails_at(AGENCY, "face the Netherlands", "face England", "England");
    fails_at(AGENCY, "in Lusail on Friday", "in Doha on Monday", "Monday");
    fails_at(AGENCY, "States 3-1", "States 4-1", "4-1");
}

const ROUND: &str = "date 2018-07-07\nEngland are in the semi-finals of the World Cup for the first time since 1990 \
    after a 2-0 win over Sweden in Samara on Saturday.\n\nHarry Maguire headed in a corner in the 30th minute and Dele \
    Alli added the second before the hour. England were ahead at the break.\n\nEngland meet Croatia in Moscow on \
    Wednesday. France and Belgium play the other semi-final in St Petersburg on Tuesday.\n";

#[test]
fn matches_to_come_of_other_teams_are_read() {
    holds(
        ROUND,
        &[
            (Kind::Venue, "Samara"),
            (Kind::HalfTimeScore, "ahead at the break"),
            (Kind::NextFixture, "Croatia"),
            (Kind::NextFixture, "France and Belgium"),
            (Kind::NextFixture, "Tuesday"),
        ],
    );
    fails_at(ROUND, "win over Sweden in Samara", "win over Sweden in Kazan", "Kazan");
    fails_at(ROUND, "ahead at the break", "behind at the break", "behind at the break");
    fails_at(ROUND, "Croatia in Moscow", "Croatia in Sochi", "Sochi");
    fails_at(ROUND, "France and Belgium", "France and Brazil", "Brazil");
}

const RECALLED: &str = "date 2021-06-29\nEngland beat Germany 2-0 at Wembley on Tuesday night to go into the \
    quarter-finals of Euro 2020. Raheem Sterling scored with 15 minutes left and Harry Kane with four.\n\nIt was goalless \
    at the interval. England had beaten Croatia 1-0, drawn 0-0 with Scotland and beaten the Czech Republic 1-0 in the \
    group.\n\nUkraine beat Sweden 2-1 in Glasgow. In 2010 Germany won 4-1 in Bloemfontein.\n";

#[test]
fn matches_recalled_are_held_against_their_own_rows() {
    holds(
        RECALLED,
        &[
            (Kind::HalfTimeScore, "goalless"),
            (Kind::Score, "beaten Croatia 1-0"),
            (Kind::Score, "drawn 0-0 with Scotland"),
            (Kind::Score, "the Czech Republic 1-0"),
            (Kind::Score, "2-1"),
            (Kind::Score, "4-1"),
        ],
    );
    fails_at(RECALLED, "Croatia 1-0", "Croatia 2-0", "2-0");
    fails_at(RECALLED, "drawn 0-0", "drawn 1-1", "1-1");
    fails_at(RECALLED, "Sweden 2-1", "Sweden 3-1", "3-1");
    fails_at(RECALLED, "won 4-1", "won 5-1", "5-1");
}

const FINAL: &str = "date 2024-07-14\nTonight in Berlin England try to win a first European Championship, and Spain a \
    fourth. Kick-off is at 8pm BST.\n\nSpain have won all six: Croatia 3-0, Italy 1-0, Albania 1-0. England drew 1-1 with \
    Denmark and 0-0 with Slovenia.\n";

#[test]
fn a_preview_has_its_time_and_its_lists() {
    holds(
        FINAL,
        &[
            (Kind::Date, "8pm BST"),
            (Kind::Score, "Croatia 3-0"),
            (Kind::Score, "Albania 1-0"),
            (Kind::Score, "1-1 with Denmark"),
            (Kind::Score, "0-0 with Slovenia"),
        ],
    );
    fails_at(FINAL, "8pm BST", "7pm BST", "7pm BST");
    fails_at(FINAL, "Albania 1-0", "Albania 4-0", "4-0");
}

#[test]
fn what_did_not_happen_or_is_of_another_competition_is_left_alone() {
    holds(
        "date 2022-12-03\nArgentina beat Australia 2-1 in the last 16 of the World Cup on Saturday, with goals by Lionel \
         Messi and Julian Alvarez.\n\nIt could have been 4-1. They drew 1-1 with Chile in a friendly in March and won a \
         qualifier 3-0. A 5-0 win was never likely, and 6-2 was the prediction of a parrot.\n",
        &[(Kind::Score, "beat Australia 2-1"), (Kind::Stage, "last 16")],
    );
}

/// What is told of a score that stood, of the last of a list, of a year long gone.
#[test]
fn scores_of_a_moment_a_list_or_another_year_are_left_alone() {
    let of_the_whole_text: &[(Kind, &str)] = &[];
    for text in [
        "date 1966-07-25\nPortugal beat North Korea 5-3 in Liverpool on Saturday to reach the semi-finals of the World \
         Cup.\n\nNorth Korea led Portugal 3-0 after 25 minutes.\n",
        "date 1986-06-19\nSpain beat Denmark 5-1 in Querétaro yesterday.\n\nHaving beaten Scotland, Uruguay, by 6-1, and \
         West Germany, Denmark are out.\n",
        "date 2014-07-09\nGermany beat Brazil 7-1 in the semi-final of the World Cup in Belo Horizonte on Tuesday.\n\nIt \
         was the worst day of the hosts. They had not let in seven since 1934, when Yugoslavia beat them 8-4.\n",
    ] {
        holds(text, of_the_whole_text);
    }
}

/// Who waits for whom; and what stands after "and" or "since" is no opponent.
#[test]
fn opponents_stand_right_after_the_verb() {
    holds(
        "date 2002-06-23\nTurkey beat Senegal 1-0 in Osaka on Saturday, İlhan Mansız scoring the golden goal.\n\nBrazil \
         await Turkey in a repeat of their group match.\n",
        &[(Kind::NextFixture, "Turkey")],
    );
    holds(
        "date 2018-07-12\nCroatia beat England 2-1 after extra time in Moscow on Wednesday to reach the World Cup \
         final.\n\nThey become the 13th country to play in one, and the first new finalists since Spain in 2010. They \
         meet France on Sunday.\n",
        &[(Kind::NextFixture, "France"), (Kind::NextFixture, "Sunday")],
    );
    holds(
        "date 1984-06-24\nFrance beat Portugal 3-2 after extra time in Marseille last night to reach the final of the \
         European Championship.\n\nFrance play the winners of today's semi-final between Denmark and Spain in Lyon, in \
         Paris on Wednesday.\n",
        &[(Kind::NextFixture, "Paris")],
    );
}

/// Days of what is to come, and added time of the first half.
#[test]
fn days_to_come_are_not_those_of_the_match() {
    holds(
        "date 1986-06-23\nDiego Maradona beat England in the Azteca yesterday.\n\nArgentina meet Belgium, who beat Spain \
         5-4 on penalties after a 1-1 draw, on Wednesday.\n",
        &[(Kind::Score, "1-1 draw")],
    );
    holds(
        "date 1998-07-01\nArgentina beat England 4-3 on penalties in Saint-Étienne on Tuesday after a 2-2 draw.\n\nIn added \
         time before the break Javier Zanetti shot the equaliser.\n",
        &[(Kind::Score, "2-2 draw")],
    );
}

/// The subject before an aside, and places of what is to come.
#[test]
fn an_aside_is_not_the_subject_of_what_comes_next() {
    holds(
        "date 2002-06-19\nSouth Korea beat Italy 2-1 in Daejeon last night with a golden goal by Ahn Jung-hwan.\n\nTurkey, \
         1-0 winners over Japan in Miyagi earlier in the day, play Senegal in Osaka on Saturday.\n",
        &[],
    );
    holds(
        "date 2006-07-02\nFrance beat Brazil 1-0 in Frankfurt last night, Thierry Henry scoring in the 57th minute.\n\nThey \
         meet Portugal, who beat England 3-1 on penalties after a goalless draw in Gelsenkirchen, in Munich on \
         Wednesday.\n",
        &[],
    );
}

/// They had met in the group, where it ended 1-0.
#[test]
fn a_score_is_of_the_stage_named_behind_it() {
    let lead =
        "date 2018-07-15\nBelgium beat England 2-0 in Saint Petersburg on Saturday to finish third at the World Cup. ";
    for told in ["England had lost to them", "England had lost to Belgium", "Belgium had beaten England"] {
        let text = format!("{lead}{told} 1-0 in the group as well.\n");
        holds(&text, &[(Kind::Score, "1-0")]);
        fails(&text, &[("1-0 in the group", "2-0 in the group"), ("1-0 in the group", "3-0 in the group")]);
    }
    holds(
        &format!("{lead}Croatia had beaten England 2-1 in the semi-final.\n"),
        &[(Kind::Score, "beaten England 2-1")],
    );
}

/// A ground in a city of another, and cities that grounds out of town are called by.
#[test]
fn a_ground_is_in_its_city() {
    let text = "date 2006-07-01\nGermany beat Argentina on penalties at the Olympiastadion, Berlin, on Friday.\n";
    holds(text, &[(Kind::Venue, "Olympiastadion")]);
    fails(text, &[("Olympiastadion, Berlin", "Olympiastadion, Munich")]);
    for (day, told) in [
        ("1994-07-18", "Brazil beat Italy on penalties at the Rose Bowl, Los Angeles, on Sunday."),
        ("1994-07-18", "Brazil beat Italy on penalties in Los Angeles on Sunday to win the World Cup."),
        ("1998-07-13", "France beat Brazil 3-0 at the Stade de France in Paris on Sunday to win the World Cup."),
        ("2022-12-04", "England beat Senegal 3-0 at the Al Bayt Stadium in Doha on Sunday in the last 16."),
        ("1966-07-31", "England beat West Germany 4-2 at Wembley, London, on Saturday to win the World Cup."),
        ("2002-07-01", "Brazil beat Germany 2-0 at the International Stadium, Tokyo, on Sunday to win the World Cup."),
    ] {
        holds(&format!("date {day}\n{told}\n"), &[]);
    }
}
