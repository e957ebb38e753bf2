//! Scorers and takers in lists, of which all but one are right.

mod told;

use byline_report::claim::Kind;
use told::{contradicted, fails, holds};

const LINE: &str = "date 1998-07-09\nFrance beat Croatia 2-1 in Saint-Denis on Wednesday in the semi-final.\n\nScorers: Suker 46, \
    Thuram 47, Thuram 70.\n";

#[test]
fn a_list_of_scorers_with_minutes() {
    holds(LINE, &[(Kind::Scorer, "Suker")]);
    fails(LINE, &[("Suker 46", "Boban 46")]);
    let booked = "date 1998-07-09\nFrance beat Croatia 2-1 in Saint-Denis on Wednesday in the semi-final.\n\nBooked: Suker 46, \
        Thuram 47, Boban 70.\n";
    assert_eq!(contradicted(booked), []);
}

const KICKS: &str = "date 2006-07-01\nPortugal beat England 3-1 on penalties in Gelsenkirchen after a goalless draw.\n\nIn the \
    shoot-out Frank Lampard, 28, missed; Hargreaves scored, Gerrard was denied by Ricardo, and Jamie Carragher, a substitute \
    without a goal for his country, was denied too.\n";

#[test]
fn a_kick_of_somebody_who_took_none() {
    fails(KICKS, &[("Frank Lampard, 28, missed", "John Terry, 25, missed")]);
}

const SOFT: &str = "date 2002-06-19\nSouth Korea beat Italy 2-1 with a golden goal in Daejeon on Tuesday.\n\nTwo minutes from \
    the end Seol Ki-hyeon drilled in his first goal of the finals.\n";

#[test]
fn a_goal_of_somebody_who_never_scored() {
    fails(SOFT, &[("Seol Ki-hyeon drilled in", "Song Chong-gug drilled in")]);
    // A cross is no goal.
    let text = "date 2002-06-19\nSouth Korea beat Italy 2-1 with a golden goal in Daejeon on Tuesday.\n\nSong Chong-gug drilled in \
        a low cross and South Korea had a corner.\n";
    assert_eq!(contradicted(text), []);
}

/// Nothing but the count of kicks says that it was a shoot-out.
const LOSER: &str = "date 2016-07-03\nIt took 18 kicks to find a loser\n\nGermany and Italy drew 1-1 in Bordeaux on Saturday in the \
    quarter-final of Euro 2016.\n\nLorenzo Insigne scored. So did Barzagli, Giaccherini, Parolo and De Sciglio, and so, for \
    Germany, did Kroos, Draxler, Hummels and Kimmich.\n";

#[test]
fn kicks_by_their_number_and_in_lists() {
    holds(LOSER, &[(Kind::ShootOut, "So did Barzagli"), (Kind::ShootOut, "did Kroos, Draxler, Hummels and Kimmich")]);
    fails(LOSER, &[("did Barzagli, Giaccherini", "did Barzagli, Chiellini"), ("Kroos, Draxler,", "Kroos, Gomez,")]);
}

#[test]
fn a_minute_behind_what_only_a_goal_is() {
    let text = "date 2004-06-20\nThe Czech Republic beat the Netherlands 3-2 in Aveiro on Saturday.\n\nWilfred Bouma, who headed in a \
        free kick in the fourth minute, put the Dutch in command.\n";
    holds(text, &[(Kind::Minute, "in the fourth minute")]);
    fails(text, &[("in the fourth minute", "in the fourteenth minute")]);
    let text = "date 2022-12-10\nArgentina beat the Netherlands on penalties in Lusail on Friday after a 2-2 draw.\n\nNahuel Molina put \
        away Lionel Messi's pass on 35 minutes.\n";
    holds(text, &[(Kind::Minute, "on 35 minutes")]);
    fails(text, &[("on 35 minutes", "on 25 minutes")]);
}
