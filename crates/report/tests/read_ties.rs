//! Ties told by year and round, titles a team was led to, careers of other tournaments, and who put a team out: each
//! with a true text and with one fact changed; and what only looks like a statement of the match.

mod told;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;

use told::{fails_at, found, holds, is_silent};

const SAINT_DENIS: &str = "date 2016-07-11\nPortugal beat France 1-0 after extra time in Saint-Denis on Sunday in the \
    Euro 2016 final. Portugal were crowned European champions for the first time.\n\nPortugal, who lost to Greece in the \
    2004 final, were playing in their second European Championship final.\n\nFrance beat Italy in the final of Euro \
    2000. Didier Deschamps captained France to the 1998 World Cup title.\n\nSpain's triumph at Euro 2012 came before. \
    Italy beat Yugoslavia to win the 1968 European Championship. The Soviet Union won this competition in 1960.\n";

#[test]
fn ties_by_year_and_round() {
    holds(
        SAINT_DENIS,
        &[
            (Kind::Result, "lost to Greece in the 2004 final"),
            (Kind::Result, "beat Italy in the final of Euro 2000"),
            (Kind::FirstSince, "their second European Championship final"),
        ],
    );
    fails_at(SAINT_DENIS, "lost to Greece in the 2004", "lost to Spain in the 2004", "lost to Spain");
    fails_at(SAINT_DENIS, "in the 2004 final", "in the 2008 final", "2008 final");
    fails_at(SAINT_DENIS, "beat Italy in the final", "beat Spain in the final", "final");
    fails_at(SAINT_DENIS, "lost to Greece in", "beat Greece in", "beat Greece");
    is_silent(
        SAINT_DENIS,
        &[
            ("who lost to Greece", "who would have lost to Spain"),
            ("who lost to Greece", "who like England never lost to Spain"),
            (
                "Portugal, who lost to Greece in the 2004 final, were",
                "Portugal had the coach of Brazil when they beat \
              England in the World Cup quarter-finals in 2002. They were",
            ),
        ],
    );
}

#[test]
fn titles_a_team_was_led_to() {
    holds(
        SAINT_DENIS,
        &[
            (Kind::Title, "for the first time"),
            (Kind::Title, "captained France to the 1998 World Cup title"),
            (Kind::Title, "Spain's triumph at Euro 2012"),
            (Kind::Title, "win the 1968 European Championship"),
            (Kind::Title, "won this competition in 1960"),
        ],
    );
    fails_at(SAINT_DENIS, "for the first time", "for the second time", "for the second time");
    fails_at(SAINT_DENIS, "the 1998 World Cup title", "the 1994 World Cup title", "1994");
    fails_at(SAINT_DENIS, "Spain's triumph at Euro 2012", "Italy's triumph at Euro 2012", "Italy's triumph");
    fails_at(SAINT_DENIS, "win the 1968 European", "win the 1972 European", "1972");
    fails_at(SAINT_DENIS, "Italy beat Yugoslavia to win", "Italy beat England to win", "beat England");
    fails_at(SAINT_DENIS, "competition in 1960", "competition in 1964", "1964");
    is_silent(
        SAINT_DENIS,
        &[
            ("captained France to the 1998 World Cup title", "captained France to victory over Brazil in 1994"),
            ("Spain's triumph at Euro 2012", "Italy's victory at Euro 2012 over England"),
            ("Spain's triumph at Euro 2012", "Italy's victory in the Euro 2012 semi-final"),
        ],
    );
}

const MARSEILLE: &str = "date 2016-07-08\nFrance beat Germany 2-0 in Marseille on Thursday to reach the Euro 2016 \
    final.\n\nAntoine Griezmann scored both goals. Germany were knocked out of Euro 2016 by France in a tense \
    semi-final.\n";

#[test]
fn who_put_a_team_out_and_where() {
    const SAID: &str = "were knocked out of Euro 2016 by France in a tense semi-final";
    holds(MARSEILLE, &[(Kind::Progress, SAID)]);
    fails_at(MARSEILLE, "by France in", "by Portugal in", "by Portugal");
    fails_at(MARSEILLE, "tense semi-final", "tense quarter-final", "quarter-final");
    let recalled =
        MARSEILLE.replace("scored both goals.", "scored both goals. Germany beat Spain in the quarter-finals.");
    assert!(
        found(&recalled)
            .iter()
            .any(|(_, said, verdict)| said.contains("beat Spain") && *verdict == Verdict::Contradicted),
        "{:#?}",
        found(&recalled)
    );
}

const SALVADOR: &str = "date 2014-06-17\nGermany beat Portugal 4-0 in Salvador on Monday in World Cup Group G.\n\nThomas \
    Müller hit a hat-trick.\n\nHe netted five goals at South Africa 2010.\n\nThat came in the 78th minute when he tapped \
    in for his eighth World Cup goal.\n";

#[test]
fn careers_of_other_tournaments() {
    holds(SALVADOR, &[(Kind::Tally, "five goals at South Africa 2010"), (Kind::Tally, "his eighth World Cup goal")]);
    fails_at(SALVADOR, "netted five goals", "netted six goals", "six goals");
    // Nobody is named before it: what fits no scorer of the match is left open.
    is_silent(SALVADOR, &[("his eighth World", "his tenth World")]);
}

const COLOGNE: &str = "date 2024-07-01\nSpain, who last won the title in 2012, beat Georgia 4-1 in Cologne on Sunday in the \
    Euro 2024 round of 16.\n";

#[test]
fn the_last_title_is_the_last() {
    holds(COLOGNE, &[(Kind::FirstSince, "last won the title in 2012"), (Kind::Title, "won the title in 2012")]);
    fails_at(COLOGNE, "title in 2012", "title in 2008", "last won the title in 2008");
}

const ROUND_UP: &str = "date 2012-06-20\nThe quarter-finals of Euro 2012 are known.\n\nItaly will face England in Kiev on \
    Sunday. Spain play France in Donetsk on Saturday.\n";

#[test]
fn matches_to_come_in_a_round_up() {
    holds(
        ROUND_UP,
        &[
            (Kind::NextFixture, "England"),
            (Kind::NextFixture, "Sunday"),
            (Kind::NextFixture, "France"),
            (Kind::NextFixture, "Saturday"),
        ],
    );
    fails_at(ROUND_UP, "face England", "face Germany", "Germany");
    fails_at(ROUND_UP, "on Saturday", "on Friday", "Friday");
    is_silent(ROUND_UP, &[("Italy will face England in Kiev", "Italy could face Germany in Kiev")]);
}

const SOCCER_CITY: &str = "date 2010-07-12\nSpain beat the Netherlands 1-0 after extra time in Johannesburg on Sunday in the \
    World Cup final.\n\nReferee Howard Webb showed 14 yellow cards.\n";

#[test]
fn who_refereed() {
    holds(SOCCER_CITY, &[(Kind::Referee, "Howard Webb")]);
    fails_at(SOCCER_CITY, "Referee Howard Webb", "Referee Pierluigi Collina", "Pierluigi Collina");
    is_silent(SOCCER_CITY, &[("Referee Howard Webb", "Former referee Pierluigi Collina said Webb")]);
}

#[test]
fn what_is_not_of_the_match() {
    let none = |text: &str, kind: Kind, words: &str| {
        let found = found(text);
        assert!(!found.iter().any(|(of, said, _)| *of == kind && said.contains(words)), "{words}: {found:#?}");
    };
    let praised =
        SAINT_DENIS.replace("Portugal, who", "Coach Fernando Santos on Monday praised his players. Portugal, who");
    none(&praised, Kind::Date, "Monday");
    let several =
        SAINT_DENIS.replace("Portugal, who", "They had lost three European Championship semi-finals. Portugal, who");
    none(&several, Kind::Stage, "semi-finals");
    let record = SALVADOR.replace("Thomas Müller hit", "Müller levels Klinsmann's scoring record. Thomas Müller hit");
    none(&record, Kind::Order, "levels");
    let hero = SALVADOR.replace("Thomas Müller hit", "The hero of the hour was Thomas Müller. Thomas Müller hit");
    none(&hero, Kind::Minute, "hour");
    let history = SALVADOR
        .replace("Thomas Müller hit", "Müller may yet be a top goalscorer in World Cup history. Thomas Müller hit");
    none(&history, Kind::Record, "top goalscorer");
}
