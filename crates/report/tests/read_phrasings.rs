//! The same fact in many phrasings: each is found, with one fact changed it is contradicted, and what only sounds alike is
//! left alone.

mod told;

use byline_report::claim::Kind;
use told::{Found, contradicted, found, holds};

/// What is told is found right by its kind and words, and nothing is contradicted.
#[track_caller]
fn reads(head: &str, cases: &[(&str, Kind, &str)]) {
    for (words, kind, confirmed) in cases {
        let text = format!("{head}\n\n{words}\n");
        holds(&text, &[(*kind, confirmed)]);
        assert!(contradicted(&text).is_empty(), "{words}: {:#?}", contradicted(&text));
    }
}

/// Likewise, and with some words changed it is contradicted.
#[track_caller]
fn slips(head: &str, cases: &[(&str, Kind, &str, (&str, &str))]) {
    for (words, kind, confirmed, (right, wrong)) in cases {
        reads(head, &[(words, *kind, confirmed)]);
        let text = format!("{head}\n\n{}\n", words.replacen(right, wrong, 1));
        assert!(!contradicted(&text).is_empty(), "{wrong:?} is not contradicted: {:#?}", found(&text));
    }
}

/// Nothing of a kind is found, and nothing is contradicted.
#[track_caller]
fn silent(head: &str, kind: Kind, cases: &[&str]) {
    for words in cases {
        let text = format!("{head}\n\n{words}\n");
        assert!(contradicted(&text).is_empty(), "{words}: {:#?}", contradicted(&text));
        let told = found(&text);
        let own = |(found, of, _): &Found| *found == kind && words.contains(of.as_str()) && !head.contains(of.as_str());
        assert!(!told.iter().any(own), "{words}: {told:#?}");
    }
}

const WEMBLEY: &str =
    "date 1966-07-31\nEngland beat West Germany 4-2 after extra time in the World Cup final at Wembley on Saturday.";
const LEON: &str =
    "date 1970-06-15\nWest Germany beat England 3-2 after extra time in the World Cup quarter-final in Leon on Sunday.";
const BERNE: &str = "date 1954-07-05\nWest Germany beat Hungary 3-2 in the World Cup final in Berne on Sunday.";
const AZTECA: &str =
    "date 1986-06-30\nArgentina beat West Germany 3-2 in the World Cup final in Mexico City on Sunday.";
const AVEIRO: &str = "date 2004-06-20\nThe Czech Republic beat the Netherlands 3-2 at Euro 2004 in Aveiro on Saturday.";
const LILLE: &str = "date 2016-07-02\nWales beat Belgium 3-1 in the Euro 2016 quarter-final in Lille on Friday.";
const BERLIN_QUARTER: &str = "date 2006-07-01\nGermany beat Argentina 4-2 on penalties after a 1-1 draw in the World Cup \
    quarter-final in Berlin on Friday.";
const STOCKHOLM: &str = "date 1958-06-30\nBrazil beat Sweden 5-2 in the World Cup final in Stockholm on Sunday.";
const MARSEILLES: &str = "date 1984-06-24\nFrance beat Portugal 3-2 after extra time in the European Championship semi-final in \
    Marseilles on Saturday.";
const SEOUL: &str = "date 2002-06-01\nSenegal beat France 1-0 in Seoul on Friday in the World Cup.";
const BASLE: &str = "date 2008-06-20\nGermany beat Portugal 3-2 in the Euro 2008 quarter-final in Basle on Thursday.";
const BLOEMFONTEIN: &str =
    "date 2010-06-28\nGermany beat England 4-1 in the World Cup second round in Bloemfontein on Sunday.";
const SALVADOR: &str = "date 2014-07-02\nBelgium beat the United States 2-1 after extra time in the World Cup second round in \
    Salvador on Tuesday.";
const LUSAIL: &str = "date 2022-12-19\nArgentina beat France 4-2 on penalties after a 3-3 draw in the World Cup final in Lusail \
    on Sunday.";

#[test]
fn a_verb_and_its_object_say_which_goal_it_was() {
    slips(
        WEMBLEY,
        &[("Haller had the first word after 12 minutes.", Kind::Order, "had the first word", ("Haller", "Hurst"))],
    );
    slips(
        LEON,
        &[
            ("Beckenbauer halved it on 68 minutes.", Kind::Order, "halved it", ("Beckenbauer", "Overath")),
            ("Seeler's header made them equal.", Kind::Order, "made them equal", ("Seeler", "Overath")),
        ],
    );
    slips(
        BERNE,
        &[
            ("Morlock stabbed one back.", Kind::Order, "stabbed one back", ("one back", "the equaliser")),
            ("Rahn had it level at 2-2.", Kind::Order, "had it level", ("Rahn", "Morlock")),
        ],
    );
    slips(
        SALVADOR,
        &[("De Bruyne breached the dam.", Kind::Order, "breached the dam", ("breached the dam", "equalised"))],
    );
    reads(
        AVEIRO,
        &[
            ("It fell to Smicer to win it.", Kind::Order, "win it"),
            ("Koller sparked the revival.", Kind::Order, "sparked the revival"),
        ],
    );
    slips(
        BLOEMFONTEIN,
        &[(
            "Upson's header made a contest of it.",
            Kind::Order,
            "made a contest of it",
            ("made a contest of it", "opened the scoring"),
        )],
    );
    reads(BASLE, &[("Schweinsteiger set the ball rolling.", Kind::Order, "set the ball rolling")]);
}

#[test]
fn where_a_goal_put_its_side_stands_behind_any_verb() {
    slips(
        LILLE,
        &[(
            "Nainggolan thumped Belgium ahead, only for Ashley Williams to nod the equaliser.",
            Kind::Order,
            "thumped Belgium ahead",
            ("Nainggolan", "Hazard"),
        )],
    );
    slips(
        BERLIN_QUARTER,
        &[(
            "Klose dragged Germany level with ten minutes to go.",
            Kind::Order,
            "dragged Germany level",
            ("dragged Germany level", "put Germany ahead"),
        )],
    );
    reads(STOCKHOLM, &[("Liedholm gave the Swedes a dream start.", Kind::Order, "gave the Swedes a dream start")]);
    // A chance somebody else undid is no goal.
    silent(LILLE, Kind::Scorer, &["Nainggolan headed for the corner, only for Hennessey to tip it over."]);
}

#[test]
fn what_a_goal_did_to_a_list_or_a_tournament_is_no_place_in_its_match() {
    silent(
        BASLE,
        Kind::Order,
        &[
            "Klose cut the gap at the top of the scorers to one.",
            "Ballack began the scoring at the tournament that brought him here.",
        ],
    );
    let text = "date 1996-07-01\nGermany beat the Czech Republic 2-1 in the European Championship final at Wembley on Sunday \
        with a golden goal.\n\nBierhoff scored five minutes into extra time.\n";
    holds(text, &[(Kind::Minute, "five minutes into extra time")]);
    let text = text.replacen("five", "twelve", 1);
    assert!(!contradicted(&text).is_empty(), "{:#?}", found(&text));
}

#[test]
fn a_goal_is_told_by_what_it_did_to_the_others() {
    reads(MARSEILLES, &[("Jordao turned the tie with Portugal's second, a header.", Kind::Order, "second")]);
    reads(SEOUL, &[("Diop poked in the goal that beat the champions.", Kind::Order, "goal that beat")]);
}

#[test]
fn a_goal_is_told_by_its_place_alone() {
    slips(
        AZTECA,
        &[(
            "Brown headed the first, Valdano the second and Burruchaga the third.",
            Kind::Order,
            "the second",
            ("Valdano", "Maradona"),
        )],
    );
    reads(WEMBLEY, &[("Hurst's third, England's fourth, came with the last shot.", Kind::Order, "third")]);
    reads(LUSAIL, &[("Mbappe's third was again a penalty, and it brought the shoot-out.", Kind::Order, "third")]);
}

#[test]
fn what_sounds_like_a_goal_and_is_none_is_left_alone() {
    silent(
        WEMBLEY,
        Kind::Order,
        &[
            "Seeler almost broke the deadlock before anyone else did.",
            "Overath might have put the Germans ahead.",
            "Seeler's header would have made the match safe.",
            "Held hoped to win it for Germany.",
            "Bobby Charlton nodded one back to Banks.",
            "Ball made the game, running until he dropped.",
            "Moore began the move that led to the last goal.",
        ],
    );
    silent(
        LUSAIL,
        Kind::Order,
        &[
            "It was Messi's fifth World Cup and his second final.",
            "Kolo Muani missed the chance to put the game beyond doubt.",
            "Lloris kept France level with a save.",
        ],
    );
}

const SEVILLE: &str = "date 1982-07-09\nWest Germany beat France 5-4 on penalties after a 3-3 draw in the World Cup semi-final in \
    Seville on Thursday.";
const GUADALAJARA: &str = "date 1986-06-22\nFrance beat Brazil 4-3 on penalties after a 1-1 draw in the World Cup quarter-final in \
    Guadalajara on Saturday.";
const PRETORIA: &str = "date 2010-06-30\nParaguay beat Japan 5-3 on penalties after a goalless draw in the World Cup second round \
    in Pretoria on Tuesday.";
const AMSTERDAM: &str = "date 2000-06-30\nItaly beat the Netherlands 3-1 on penalties after a goalless Euro 2000 semi-final in \
    Amsterdam on Thursday.";
const DONETSK: &str = "date 2012-06-28\nSpain beat Portugal 4-2 on penalties after a goalless Euro 2012 semi-final in Donetsk on \
    Wednesday.";
const EURO_96: &str = "date 1996-06-27\nGermany beat England 6-5 on penalties after a 1-1 draw in the European Championship \
    semi-final at Wembley on Wednesday.";
const AL_RAYYAN: &str = "date 2022-12-07\nMorocco beat Spain 3-0 on penalties after a goalless World Cup second round match in Al \
    Rayyan on Tuesday.";
const PUEBLA: &str = "date 1986-06-23\nBelgium beat Spain 5-4 on penalties after a 1-1 draw in the World Cup quarter-final in \
    Puebla on Sunday.";
const TURIN: &str = "date 1990-07-05\nWest Germany beat England 4-3 on penalties after a 1-1 draw in the World Cup semi-final in \
    Turin on Wednesday.";

/// A sentence, the words of a kick that are found, and a change by which it is contradicted.
type Kicked<'a> = (&'a str, &'a str, Option<(&'a str, &'a str)>);

/// Sentences about a shoot-out, behind one that names it.
#[track_caller]
fn kicks(head: &str, cases: &[Kicked<'_>]) {
    for (words, confirmed, change) in cases {
        let head = format!("{head}\n\nThen came the shoot-out.");
        let text = format!("{head} {words}\n");
        holds(&text, &[(Kind::ShootOut, confirmed)]);
        assert!(contradicted(&text).is_empty(), "{words}: {:#?}", contradicted(&text));
        if let Some((right, wrong)) = change {
            let text = format!("{head} {}\n", words.replacen(right, wrong, 1));
            assert!(!contradicted(&text).is_empty(), "{wrong:?} is not contradicted: {:#?}", found(&text));
        }
    }
}

#[test]
fn a_kick_is_told_by_how_it_was_struck_and_where_it_went() {
    kicks(
        AMSTERDAM,
        &[
            ("Stam sent his into the stand.", "Stam sent his into the stand", Some(("Stam", "Cocu"))),
            ("Totti chipped his down the middle.", "Totti chipped his down the middle", Some(("Totti", "Maldini"))),
        ],
    );
    kicks(
        PRETORIA,
        &[
            ("Komano's kick came back off the bar.", "Komano's kick came back off the bar", Some(("Komano", "Honda"))),
            ("Barreto rolled his into the corner.", "Barreto rolled his into the corner", Some(("Barreto", "Komano"))),
        ],
    );
    kicks(
        DONETSK,
        &[
            ("Alves's rattled the bar.", "Alves's rattled the bar", Some(("rattled the bar", "went in"))),
            (
                "Fabregas's spun in off the post.",
                "Fabregas's spun in off the post",
                Some(("spun in off the post", "was saved")),
            ),
            (
                "Xabi Alonso and Moutinho both saw theirs saved.",
                "Xabi Alonso and Moutinho both saw theirs saved",
                Some(("saw theirs saved", "scored")),
            ),
        ],
    );
    kicks(EURO_96, &[("Southgate's was the only failure.", "Southgate's was the only failure", None)]);
    kicks(GUADALAJARA, &[("It was left to Fernandez, and he did not miss.", "Fernandez, and he did not miss", None)]);
}

#[test]
fn the_place_of_a_kick_needs_no_noun() {
    kicks(
        PRETORIA,
        &[
            ("Cardozo took the fifth.", "took the fifth", Some(("fifth", "third"))),
            ("Paraguay put away all five.", "all five", Some(("five", "four"))),
        ],
    );
    kicks(
        SEVILLE,
        &[(
            "Six was the first Frenchman to falter.",
            "Six was the first Frenchman to falter",
            Some(("first", "third")),
        )],
    );
    kicks(
        EURO_96,
        &[
            ("Eleven of the twelve went in.", "Eleven of the twelve went in", Some(("Eleven", "Ten"))),
            ("After ten perfect kicks Southgate walked up.", "After ten perfect kicks", None),
        ],
    );
}

#[test]
fn a_total_of_kicks_may_be_denied() {
    let told = |words: &str| {
        let text = format!("{AL_RAYYAN}\n\nThen came the shoot-out. {words}\n");
        assert!(contradicted(&text).is_empty(), "{words}: {:#?}", contradicted(&text));
    };
    told("Spain did not score one of their three.");
    told("Spain missed all three.");
    kicks(
        PUEBLA,
        &[
            (
                "Eloy was the only one of ten not to score.",
                "Eloy was the only one of ten not to score",
                Some(("Eloy", "Chendo")),
            ),
            ("Nine of the ten went in.", "Nine of the ten went in", Some(("Nine", "Eight"))),
        ],
    );
}

#[test]
fn what_is_of_play_is_no_kick() {
    for words in [
        "Waddle had rattled the bar from forty yards in normal time.",
        "Thon might have missed and it would not have mattered.",
        "Buchwald had hit the post in extra time.",
        "Brehme's free-kick had gone in off Parker in the second half.",
    ] {
        let text = format!("{TURIN}\n\nThen came the shoot-out. {words}\n");
        assert!(contradicted(&text).is_empty(), "{words}: {:#?}", contradicted(&text));
        let own = |(kind, of, _): &&Found| *kind == Kind::ShootOut && words.contains(of.as_str());
        assert_eq!(found(&text).iter().find(own), None, "{words}");
    }
    let text = format!("{SEVILLE}\n\nHrubesch rolled in the last and West Germany were in Madrid.\n");
    assert!(contradicted(&text).is_empty(), "{:#?}", contradicted(&text));
}

const BUENOS_AIRES: &str = "date 1978-06-26\nArgentina beat the Netherlands 3-1 after extra time in the World Cup final in Buenos Aires on Sunday.";
const MADRID: &str = "date 1982-07-12\nItaly beat West Germany 3-1 in the World Cup final in Madrid on Sunday.";
const PASADENA: &str =
    "date 1994-07-18\nBrazil beat Italy 3-2 on penalties after a goalless World Cup final in Pasadena on Sunday.";
const SAINT_DENIS: &str = "date 1998-07-13\nFrance beat Brazil 3-0 in the World Cup final in Saint-Denis on Sunday.";
const YOKOHAMA: &str = "date 2002-07-01\nBrazil beat Germany 2-0 in the World Cup final in Yokohama on Sunday.";
const JOHANNESBURG: &str = "date 2010-07-12\nSpain beat the Netherlands 1-0 after extra time in the World Cup final in Johannesburg on Sunday.";
const DURBAN: &str = "date 2010-07-08\nSpain beat Germany 1-0 in the World Cup semi-final in Durban on Wednesday.";
const MOSCOW: &str = "date 2018-07-16\nFrance beat Croatia 4-2 in the World Cup final in Moscow on Sunday.";

/// Sentences that count goals, behind one that speaks of them.
#[track_caller]
fn counted(head: &str, cases: &[Kicked<'_>]) {
    for (words, confirmed, change) in cases {
        let head = format!("{head}\n\nThere was talk of goals afterwards.");
        let text = format!("{head} {words}\n");
        holds(&text, &[(Kind::Tally, confirmed)]);
        assert!(contradicted(&text).is_empty(), "{words}: {:#?}", contradicted(&text));
        if let Some((right, wrong)) = change {
            let text = format!("{head} {}\n", words.replacen(right, wrong, 1));
            assert!(!contradicted(&text).is_empty(), "{wrong:?} is not contradicted: {:#?}", found(&text));
        }
    }
}

#[test]
fn somebody_stands_at_a_number_of_goals() {
    counted(SAINT_DENIS, &[("Ronaldo stayed on four.", "Ronaldo stayed on four", Some(("four", "seven")))]);
    counted(
        MOSCOW,
        &[
            ("Kane's tally of six won him the Golden Boot.", "Kane's tally of six", None),
            ("Mbappe has four to his name at the age of 19.", "Mbappe has four to his name", None),
            ("Giroud goes home without a goal.", "Giroud goes home without a goal", Some(("Giroud", "Griezmann"))),
        ],
    );
    counted(
        DURBAN,
        &[(
            "Torres still awaits his first goal here.",
            "Torres still awaits his first goal here",
            Some(("Torres", "Villa")),
        )],
    );
}

#[test]
fn goals_are_counted_over_a_stretch_or_a_stage() {
    counted(
        MADRID,
        &[("Rossi has six in his last three matches.", "six in his last three matches", Some(("six", "seven")))],
    );
    counted(
        PASADENA,
        &[(
            "Baggio's five all came in the knock-out rounds.",
            "all came in the knock-out rounds",
            Some(("knock-out rounds", "group stage")),
        )],
    );
    counted(
        MADRID,
        &[(
            "Italy managed two goals in the whole of the first round.",
            "managed two goals in the whole of the first round",
            Some(("two", "five")),
        )],
    );
    counted(
        SAINT_DENIS,
        &[(
            "France's defence was beaten twice in seven games.",
            "beaten twice in seven games",
            Some(("twice", "three times")),
        )],
    );
}

#[test]
fn a_team_has_its_goals_or_does_something_with_them() {
    counted(
        YOKOHAMA,
        &[("Brazil's 18 goals came at better than two a match.", "Brazil's 18 goals", Some(("18", "19")))],
    );
    counted(
        JOHANNESBURG,
        &[("Spain won the World Cup with eight goals.", "won the World Cup with eight goals", Some(("eight", "nine")))],
    );
    let text = "date 1988-06-26\nThe Netherlands beat the Soviet Union 2-0 in the European Championship final in Munich on \
        Saturday.\n\nVan Basten's five goals made him the leading scorer.\n";
    assert!(contradicted(text).is_empty(), "{:#?}", contradicted(text));
    let text = text.replacen("five", "six", 1);
    assert!(!contradicted(&text).is_empty(), "{:#?}", found(&text));
    silent(
        BUENOS_AIRES,
        Kind::Tally,
        &[
            "Argentina's three goals came from Kempes and Bertoni.",
            "Argentina's four goals against Poland's none would be remembered.",
        ],
    );
    silent(
        MOSCOW,
        Kind::Tally,
        &[
            "Griezmann has 24 goals for France in all competitions.",
            "France's 18 goals in qualifying were nothing special.",
            "Modric moved on to 113 caps.",
            "Mbappe has 21 in his last 30 for Paris Saint-Germain.",
        ],
    );
    silent(DURBAN, Kind::Scorer, &["Villa has scored five of Spain's seven."]);
}

const MEXICO_CITY: &str = "date 1970-06-18\nItaly beat West Germany 4-3 after extra time in the World Cup semi-final in Mexico City on Wednesday.";
const EURO_2020: &str = "date 2021-07-12\nItaly beat England 3-2 on penalties after a 1-1 draw in the Euro 2020 final at Wembley on \
    Sunday.";
const BERLIN: &str =
    "date 2006-07-10\nItaly beat France 5-3 on penalties after a 1-1 draw in the World Cup final in Berlin on Sunday.";
const RIO: &str =
    "date 2014-07-14\nGermany beat Argentina 1-0 after extra time in the World Cup final in Rio de Janeiro on Sunday.";

#[test]
fn how_long_something_had_not_been() {
    reads(
        MEXICO_CITY,
        &[("Italy had gone 32 years without a final.", Kind::FirstSince, "gone 32 years without a final")],
    );
    slips(
        BERLIN,
        &[
            (
                "Italy had gone 24 years without the World Cup.",
                Kind::FirstSince,
                "gone 24 years without the World Cup",
                ("24", "16"),
            ),
            ("Italy's 24-year wait is over.", Kind::FirstSince, "24-year wait is over", ("24", "20")),
        ],
    );
    reads(
        RIO,
        &[
            ("It is 24 years since Germany last won it.", Kind::FirstSince, "24 years since Germany last won it"),
            ("Argentina had waited 24 years for another final.", Kind::FirstSince, "waited 24 years for another final"),
        ],
    );
    reads(
        EURO_2020,
        &[("England have gone 55 years without a title.", Kind::FirstSince, "gone 55 years without a title")],
    );
}

#[test]
fn what_became_of_finals_is_counted() {
    slips(
        EURO_2020,
        &[(
            "For the first time since 1976 a European final went to penalties.",
            Kind::FirstSince,
            "a European final went to penalties",
            ("1976", "1980"),
        )],
    );
    slips(
        PASADENA,
        &[(
            "No final had been decided by a shoot-out before.",
            Kind::FirstSince,
            "No final had been decided by a shoot-out",
            ("before", "since 1990"),
        )],
    );
    slips(
        BERLIN,
        &[(
            "Not since 1994 had a final gone to penalties.",
            Kind::FirstSince,
            "a final gone to penalties",
            ("1994", "1990"),
        )],
    );
    silent(
        EURO_2020,
        Kind::FirstSince,
        &[
            "Mancini's first final as a coach went to penalties.",
            "No final at Wembley had gone to penalties in all that time.",
            "Chiellini had waited 17 years for this.",
            "England's wait is not over.",
            "Italy had gone 33 matches without defeat.",
        ],
    );
}

#[test]
fn which_of_its_finals_and_titles_it_was_stands_behind_the_noun() {
    slips(
        PASADENA,
        &[(
            "It is the fourth World Cup Brazil have won.",
            Kind::Title,
            "the fourth World Cup Brazil have won",
            ("fourth", "third"),
        )],
    );
    reads(PASADENA, &[("It was the second final Italy have lost.", Kind::Tally, "the second final Italy have lost")]);
    reads(
        BUENOS_AIRES,
        &[(
            "Argentina are the first hosts to win since West Germany in 1974.",
            Kind::FirstSince,
            "the first hosts to win since West Germany in 1974",
        )],
    );
}
