//! Places, days and stages told right beside a result are of its match; scores in words of their own.

mod told;

use byline_report::claim::Kind;
use told::{fails, holds, is_silent};

const BEATEN: &str = "date 2018-06-28\nGermany are out of the World Cup. Beaten 2-0 by South Korea at the Kazan Arena on \
    Wednesday, the champions finished last in Group F.\n\nThey lost 1-0 to Mexico in Moscow and squeezed past Sweden \
    2-1 in Sochi. Sweden won the group, thrashing Mexico 3-0 in Yekaterinburg at the same time.\n";

#[test]
fn a_place_beside_a_result_is_of_its_match() {
    holds(
        BEATEN,
        &[
            (Kind::Score, "Beaten 2-0 by South Korea"),
            (Kind::Venue, "Kazan Arena"),
            (Kind::Date, "Wednesday"),
            (Kind::Venue, "Moscow"),
            (Kind::Score, "Sweden 2-1"),
            (Kind::Venue, "Sochi"),
            (Kind::Score, "thrashing Mexico 3-0"),
            (Kind::Venue, "Yekaterinburg"),
        ],
    );
    fails(
        BEATEN,
        &[
            ("Kazan Arena", "Samara Arena"),
            ("Wednesday", "Tuesday"),
            ("in Moscow", "in Kazan"),
            ("in Sochi", "in Samara"),
            ("in Yekaterinburg", "in Saransk"),
        ],
    );
    // What comes between turns to another match, or to none.
    is_silent(BEATEN, &[("3-0 in Yekaterinburg", "3-0 after training in Saransk"), ("in Moscow", "in a city")]);
}

const FINAL: &str = "date 1994-07-18\nPASADENA, California (AP) - Brazil won the World Cup on Sunday, beating Italy 3-2 in a \
    shootout after 120 scoreless minutes in the Rose Bowl.\n\nOn the way Brazil edged the United States, 1-0, on July 4, \
    got past the Netherlands, 3-2, in Dallas, and needed a late header to subdue Sweden 1-0 in the semifinals.\n";

#[test]
fn a_day_without_its_year_and_any_verb_before_its_object() {
    holds(
        FINAL,
        &[
            (Kind::Venue, "PASADENA"),
            (Kind::Score, "scoreless minutes"),
            (Kind::Score, "edged the United States, 1-0"),
            (Kind::Date, "July 4"),
            (Kind::Venue, "Dallas"),
            (Kind::Score, "subdue Sweden 1-0"),
            (Kind::Stage, "semifinals"),
        ],
    );
    fails(FINAL, &[("July 4", "July 3"), ("in Dallas", "in Chicago"), ("the semifinals", "the quarterfinals")]);
}

const BREAK: &str = "date 2014-06-25\nUruguay beat Italy 1-0 in Natal on Tuesday to reach the last 16 of the World Cup.\n\n\
    There had been no goals by half-time. Italy, level at the break, finished with ten men.\n";

#[test]
fn a_stage_won_and_a_score_at_half_time() {
    holds(BREAK, &[(Kind::Stage, "the last 16"), (Kind::HalfTimeScore, "no goals"), (Kind::HalfTimeScore, "level at")]);
    fails(BREAK, &[("the last 16", "the quarter-finals"), ("Italy, level at", "Italy, a goal behind at")]);
    // "A 1-0 defeat of Italy" is a win, "a 1-0 defeat by Italy" is none.
    holds(
        &BREAK.replace("Uruguay beat Italy 1-0", "Uruguay won, a 1-0 defeat of Italy"),
        &[(Kind::Score, "1-0 defeat")],
    );
}
