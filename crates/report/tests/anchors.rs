//! Which match a report is held to be about: nicknames, one side named, another day, what is to come, what is no match of
//! the record.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test")]

use byline_record::builtin;
use byline_report::Checker;
use byline_report::text::{Options, Report};

/// A text, and the day of the match it is about; empty where it is about none of the record.
const ABOUT: &[(&str, &str)] = &[
    (
        "# Croatia in the final\n\nCroatia beat England 2-1 in Moscow. Kieran Trippier scored in the fifth minute.",
        "2018-07-11",
    ),
    // One side named, or none.
    (
        "date 2012-07-02\nThe Azzurri ended with ten men in Kyiv. Silva headed the first and Alba ran on to the second; Torres and Mata came off the bench for the others.",
        "2012-07-01",
    ),
    (
        "date 2021-07-12\nShaw scored early at Wembley and Bonucci late. Rashford hit the post, then Sancho and Saka were denied. Italy are champions.",
        "2021-07-11",
    ),
    (
        "date 1996-06-23\nHierro struck the bar and Nadal's was saved. Pearce roared. It had been goalless for two hours.",
        "1996-06-22",
    ),
    (
        "Hurst's second came down off the bar. Weber had levelled in the last minute. Haller, who scored first, kept the ball.",
        "1966-07-30",
    ),
    // A score in words, a match of which no year is told.
    (
        "It rained in Belo Horizonte on the English. Bahr shot and Gaetjens headed it in for the Americans. One-nil.",
        "1950-06-29",
    ),
    // What a report begins with, another of the day told in full.
    (
        "date 2022-11-30\nMexico's 2-1 win over Saudi Arabia was not enough to take them out of Group C. Henry Martin and Luis Chavez scored for Mexico.\n\nIn the other match Argentina beat Poland 2-0 with goals from Alexis Mac Allister and Julian Alvarez.",
        "2022-11-30",
    ),
    // What is to come, over what was.
    (
        "date 2006-07-03\nThe hosts meet the Azzurri in Dortmund tomorrow. Germany went through against Argentina on penalties.",
        "2006-07-04",
    ),
    // A match of this afternoon, over the other of its group at the same hour.
    (
        "date 2014-06-26\nA draw in Recife this afternoon will put Germany first and the United States second, whatever happens in the other game, Portugal against Ghana. Germany have four points and so have the United States; Ghana and Portugal have one. The Germans have never lost to the Americans at a World Cup.",
        "2014-06-26",
    ),
    // Two days ahead, by the day and the place its first sentence names.
    (
        "date 2018-07-13\nFrance against Croatia, on Sunday, in Moscow. Neither side rested on Thursday. The forecast is for thunder.",
        "2018-07-15",
    ),
    // A place before the dash is no team.
    (
        "date 1998-06-11\nPARIS, France (AP) - Scotland lost 2-1 to the champions. Tom Boyd put through his own net after John Collins had levelled Cesar Sampaio's header.",
        "1998-06-10",
    ),
    // Women among everybody are of no women's team.
    (
        "date 2002-06-20\nA sudden-death goal by Ahn Jung-hwan gave South Korea a 2-1 victory over Italy on Tuesday. Men, women and children danced in the streets of Seoul.",
        "2002-06-18",
    ),
    // Not of the record: friendlies, youth, other sports, clubs.
    (
        "date 2010-11-18\nFrance beat England 2-1 in a friendly at Wembley. Benzema and Valbuena scored before Crouch did.",
        "",
    ),
    ("date 2023-07-09\nEngland's Under-21s beat Spain 1-0 in Batumi. Curtis Jones scored.", ""),
    (
        "date 2018-12-16\nBelgium beat the Netherlands in a shoot-out in the Hockey World Cup final after a 0-0 draw. Hockey has a new champion.",
        "",
    ),
    (
        "date 2005-05-26\nLiverpool beat Milan on penalties after 3-3. Gerrard, Smicer and Alonso scored, and Shevchenko's kick was saved.",
        "",
    ),
];

#[test]
fn reports_are_about_their_match() {
    let record = builtin::record().unwrap();
    let checker = Checker::new(&record);
    let all = record.as_of(jiff::civil::Date::MAX);
    for (text, day) in ABOUT {
        let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
        let found = checker.check(&report).anchor;
        let of = found.as_ref().and_then(|anchor| all.get(anchor.in_match)).map(|entry| entry.date.to_string());
        assert_eq!(of.unwrap_or_default(), *day, "{text} {found:?}");
    }
}
