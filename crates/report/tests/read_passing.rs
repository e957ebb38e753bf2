//! What reports tell in passing of other days: lists of fixtures, goals beside a name, sums of a team, those in charge.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod check;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use check::{checked, of};

const SEMI: &str = "Croatia beat England 2-1 after extra time in the World Cup semi-final in Moscow on Wednesday.\n\n";
const LAST_16: &str = "England beat Colombia on penalties in the World Cup in Moscow on Tuesday.\n\n";
const FINAL: &str = "France beat Croatia 4-2 in the World Cup final in Moscow on Sunday.\n\n";
const EIGHTH: &str = "Uruguay beat Portugal 2-1 in the World Cup in Sochi on Saturday.\n\n";
const QUARTER: &str = "France beat Uruguay 2-0 in the World Cup quarter-final in Nizhny Novgorod on Friday.\n\n";

/// Each text with the kind and verdict that must be found, or must not.
fn hold(lead: &str, date: &str, cases: &[(&str, Kind, Verdict, bool)]) {
    let before = checked(date, lead);
    for &(words, kind, verdict, is_so) in cases {
        let found = checked(date, &format!("{lead}{words}"));
        let count = of(&found, kind, verdict).len() - of(&before, kind, verdict).len();
        assert_eq!(count > 0, is_so, "{words}: {verdict:?}, {found:?}");
    }
}

#[test]
fn fixtures_are_read_from_lists_with_place_and_day() {
    use Kind::NextFixture;
    use Verdict::{Confirmed, Contradicted};
    hold(
        LAST_16,
        "2018-07-04",
        &[
            (
                "Quarter-finals: Uruguay v France, Nizhny Novgorod, Friday; Brazil v Belgium, Kazan, Friday.",
                NextFixture,
                Confirmed,
                true,
            ),
            (
                "Quarter-finals: Uruguay v France, Nizhny Novgorod, Friday; Brazil v Belgium, Kazan, Friday.",
                NextFixture,
                Contradicted,
                false,
            ),
            ("Friday: Brazil v Belgium (Kazan).", NextFixture, Confirmed, true),
            ("Friday: Brazil-Belgium in Kazan.", NextFixture, Confirmed, true),
            ("Brazil v Belgium, Samara, Friday.", NextFixture, Contradicted, true),
            ("Brazil v Belgium, Kazan, Sunday.", NextFixture, Contradicted, true),
            (
                "Uruguay v France, Nizhny Novgorod, Friday; Brazil v Japan, Kazan, Friday.",
                NextFixture,
                Contradicted,
                true,
            ),
            ("Brazil v Belgium, Barcelona, 1982, was another age.", NextFixture, Contradicted, false),
        ],
    );
    hold(
        SEMI,
        "2018-07-12",
        &[
            ("Next comes Sunday's final in Moscow.", NextFixture, Confirmed, true),
            ("Next comes Friday's final in Moscow.", NextFixture, Contradicted, true),
        ],
    );
}

#[test]
fn goals_beside_a_name_are_counted() {
    use Kind::Tally;
    use Verdict::{Confirmed, Contradicted};
    hold(
        SEMI,
        "2018-07-12",
        &[
            ("Harry Kane has six goals in Russia.", Tally, Confirmed, true),
            ("Harry Kane has four goals in Russia.", Tally, Contradicted, true),
            ("Harry Kane (6), Romelu Lukaku (4) and Denis Cheryshev (4) lead the scorers.", Tally, Confirmed, true),
            (
                "Of the scorers Romelu Lukaku (7) and Denis Cheryshev (4) follow Harry Kane (6).",
                Tally,
                Contradicted,
                true,
            ),
            (
                "Six goals so far, all of them before the semi-final: Harry Kane will not forget Russia.",
                Tally,
                Contradicted,
                false,
            ),
        ],
    );
    // Of the day after the match, what he "has" includes it.
    hold(
        LAST_16,
        "2018-07-04",
        &[
            ("Harry Kane has six goals in Russia.", Tally, Confirmed, true),
            ("Harry Kane has five goals in Russia.", Tally, Confirmed, false),
        ],
    );
}

#[test]
fn sums_of_a_team_are_counted() {
    use Verdict::{Confirmed, Contradicted};
    hold(
        QUARTER,
        "2018-07-07",
        &[
            ("France have won four and drawn one.", Kind::Streak, Confirmed, true),
            ("France have nine goals from five matches.", Kind::Tally, Confirmed, true),
            ("France have eleven goals from five matches.", Kind::Tally, Confirmed, false),
            ("France have won five and drawn one in qualifying.", Kind::Streak, Contradicted, false),
        ],
    );
    hold(
        EIGHTH,
        "2018-07-01",
        &[
            (
                "Pepe's header was the first goal Uruguay had conceded at the tournament.",
                Kind::FirstSince,
                Confirmed,
                true,
            ),
            ("It was the first goal Portugal had conceded at the tournament.", Kind::FirstSince, Confirmed, false),
        ],
    );
}

#[test]
fn those_in_charge_are_known_by_other_words() {
    use Kind::Role;
    use Verdict::{Confirmed, Contradicted};
    hold(
        SEMI,
        "2018-07-12",
        &[
            ("Gareth Southgate's lot go home.", Role, Confirmed, true),
            ("Roberto Martinez's Belgium are next.", Role, Confirmed, true),
            ("Zlatko Dalic, the man in charge, wept.", Role, Confirmed, true),
            ("Didier Deschamps, the man in charge, wept.", Role, Confirmed, false),
            ("Didier Deschamps's England go home.", Role, Contradicted, true),
            ("Gareth Southgate's waistcoat went home.", Role, Contradicted, false),
        ],
    );
}

#[test]
fn ages_stand_before_more_than_a_comma() {
    use Kind::Age;
    use Verdict::{Confirmed, Contradicted};
    hold(
        SEMI,
        "2018-07-12",
        &[
            ("Luka Modric, 32 and tireless, ran on.", Age, Confirmed, true),
            ("Luka Modric, 35 and tireless, ran on.", Age, Contradicted, true),
            ("Nobody ran further than Luka Modric, 32.", Age, Confirmed, true),
            ("Luka Modric, at 32, ran on.", Age, Confirmed, true),
            ("Luka Modric, at 35, ran on.", Age, Contradicted, true),
        ],
    );
}

#[test]
fn other_matches_have_their_day_and_place() {
    use Verdict::{Confirmed, Contradicted};
    hold(
        SEMI,
        "2018-07-12",
        &[
            ("England had beaten Sweden in Samara on Saturday.", Kind::Venue, Confirmed, true),
            ("England had beaten Sweden in Samara on Saturday.", Kind::Date, Confirmed, true),
            ("England had beaten Sweden in Kazan on Saturday.", Kind::Venue, Confirmed, false),
            ("England lost to West Germany in Turin in 1990.", Kind::Venue, Confirmed, true),
            ("England lost to West Germany in Naples in 1990.", Kind::Venue, Contradicted, true),
            ("England had beaten Sweden four days before.", Kind::Date, Confirmed, true),
            ("England had beaten Sweden six days before.", Kind::Date, Confirmed, false),
        ],
    );
}

#[test]
fn champions_are_so_after_the_final_only() {
    use Kind::Title;
    use Verdict::{Confirmed, Contradicted};
    hold(
        FINAL,
        "2018-07-16",
        &[
            ("France became world champions on Sunday.", Title, Confirmed, true),
            ("Croatia became world champions on Sunday.", Title, Contradicted, true),
            ("Croatia would have become world champions with less luck.", Title, Contradicted, false),
        ],
    );
    hold(SEMI, "2018-07-12", &[("France became world champions in 1998.", Title, Contradicted, false)]);
}

#[test]
fn day_and_place_of_what_is_next_are_read_beside_a_team() {
    use Kind::NextFixture;
    use Verdict::{Confirmed, Contradicted};
    hold(
        LAST_16,
        "2018-07-04",
        &[
            ("Sweden in Samara on Saturday.", NextFixture, Confirmed, true),
            ("Sweden were in Kazan on Saturday, some of them.", NextFixture, Confirmed, false),
            ("Friday, in Kazan: Brazil v Japan.", NextFixture, Confirmed, false),
            ("On Friday it is Brazil v Japan in Kazan.", NextFixture, Contradicted, true),
        ],
    );
}

#[test]
fn shoot_outs_there_were_none_of() {
    use Kind::FirstSince;
    use Verdict::Confirmed;
    hold(
        LAST_16,
        "2018-07-04",
        &[
            ("England had never won a World Cup shoot-out.", FirstSince, Confirmed, true),
            ("England had never lost a World Cup shoot-out.", FirstSince, Confirmed, false),
            ("Colombia had never been through a World Cup shoot-out.", FirstSince, Confirmed, true),
        ],
    );
}
