use std::sync::LazyLock;

use jiff::civil::date;

use super::super::testing::{on, quarter_final, record};
use super::*;
use crate::Record;

/// What is mentioned: the words of the text, and what they mean.
fn told<'t>(names: &Names<'_>, record: &Record, text: &'t str, context: &Context) -> Vec<(&'t str, String)> {
    let name = |entity: &Entity| match *entity {
        Entity::Team(id) => record.team(id).display_name(),
        Entity::Person(id) => record.person(id).name.to_string(),
        Entity::Competition(id) => record.competition(id).name.to_string(),
        Entity::Edition(id) => names.edition_name(id),
        Entity::Stage(_) | Entity::Venue(_) => unreachable!("not looked for"),
    };
    let mentions = names.mentions(text, context);
    mentions
        .iter()
        .map(|mention| {
            (text.get(mention.span.clone()).unwrap(), mention.means.iter().map(name).collect::<Vec<_>>().join("|"))
        })
        .collect()
}

fn check(context: &Context, cases: &[(&str, &[(&str, &str)])]) {
    let record = record();
    let names = Names::new(&record);
    for (text, expected) in cases {
        let found = told(&names, &record, text, context);
        let found: Vec<(&str, &str)> = found.iter().map(|(span, meaning)| (*span, meaning.as_str())).collect();
        assert_eq!(&found, expected, "{text}");
    }
}

#[test]
fn questions_without_a_scene() {
    check(
        &Context::default(),
        &[
            ("When was the World Cup last retained?", &[("World Cup", "World Cup")]),
            (
                "France first team to retain the World Cup since Brazil in 1962",
                &[("France", "France"), ("World Cup", "World Cup"), ("Brazil", "Brazil")],
            ),
            (
                "How many penalties has Kane missed at World Cups?",
                &[("Kane", "Harry Kane"), ("World Cups", "World Cup")],
            ),
            ("Did England beat Argentina in 1998?", &[("England", "England"), ("Argentina", "Argentina")]),
            ("did england beat argentina in 1998?", &[("england", "England"), ("argentina", "Argentina")]),
            ("who won the 2022 world cup", &[("2022 world cup", "World Cup 2022")]),
            ("Who won Euro ’96?", &[("Euro ’96", "European Championship 1996")]),
            ("Italia '90 and Mexico 86", &[("Italia '90", "World Cup 1990"), ("Mexico 86", "World Cup 1986")]),
            ("the World Cup 30 years ago", &[("World Cup", "World Cup")]),
            ("the World Cup of 1998", &[("World Cup of 1998", "World Cup 1998")]),
            ("the 2018/19 Premier League season", &[("2018/19 Premier League", "Premier League 2018/19")]),
            ("ENG v FRA", &[("ENG", "England"), ("FRA", "France")]),
            ("and can per mad", &[]),
            ("You can see us AND them, USA", &[("USA", "United States")]),
            ("a turkey sandwich in Turkey", &[("Turkey", "Turkey")]),
            ("50 euros and a friendly crowd at the Euros", &[("the Euros", "European Championship")]),
            ("England Women’s draw", &[("England Women’s", "England women")]),
            ("the women's England side", &[("women's England", "England women")]),
            ("the Women’s World Cup 2019", &[("Women’s World Cup 2019", "Women's World Cup 2019")]),
            ("the Lionesses", &[("Lionesses", "England women")]),
            ("the Lions, the Eagles and the Elephants", &[]),
            ("La Roja won", &[("La Roja", "Spain|Chile")]),
            ("Jordan Smith of Jordan", &[("Jordan", "Jordan")]),
            ("the Northern Ireland-born keeper", &[("Northern Ireland", "Northern Ireland")]),
            ("New Zealand, Guinea-Bissau", &[("New Zealand", "New Zealand"), ("Guinea-Bissau", "Guinea-Bissau")]),
            ("a day in Madrid", &[]),
            ("Luis Suárez and Gerd Mueller", &[("Luis Suárez", "Luis Suárez"), ("Gerd Mueller", "Gerd Müller")]),
            ("Sunday's final", &[]),
            ("Charlton", &[("Charlton", "Bobby Charlton|Jack Charlton")]),
            ("", &[]),
        ],
    );
}

#[test]
fn a_report_of_a_match() {
    let record = record();
    check(
        &Context::of_match(quarter_final(&record)),
        &[
            (
                "“Les Bleus” held on: Giroud’s header beat Pickford, and Kane — England’s captain — put a second \
                 penalty over Lloris’ bar.",
                &[
                    ("Les Bleus", "France"),
                    ("Giroud", "Olivier Giroud"),
                    ("Pickford", "Jordan Pickford"),
                    ("Kane", "Harry Kane"),
                    ("England", "England"),
                    ("Lloris", "Hugo Lloris"),
                ],
            ),
            (
                "The French won through Tchouaméni; Deschamps and the Three Lions' Southgate embraced.",
                &[
                    ("French", "France"),
                    ("Tchouaméni", "Aurélien Tchouaméni"),
                    ("Deschamps", "Didier Deschamps"),
                    ("Three Lions", "England"),
                    ("Southgate", "Gareth Southgate"),
                ],
            ),
            (
                "Jordan Pickford saved from Hernandez before Rice and Stones",
                &[
                    ("Jordan Pickford", "Jordan Pickford"),
                    ("Hernandez", "Theo Hernandez|Lucas Hernandez"),
                    ("Rice", "Declan Rice"),
                    ("Stones", "John Stones"),
                ],
            ),
            ("White shirts. Walker ran, and White watched.", &[("White", "Ben White")]),
            ("The shot by Tcouhameni flew in", &[("Tcouhameni", "Aurélien Tchouaméni")]),
            ("saved by Jordon Pickford", &[("Jordon Pickford", "Jordan Pickford")]),
            ("as when Lilliam Thuram did", &[("Lilliam Thuram", "Lilian Thuram")]),
            ("as when Marcus Thuram did", &[("Marcus Thuram", "Marcus Thuram")]),
            ("with a penalty after Theo Hernandez", &[("Theo Hernandez", "Theo Hernandez")]),
            ("West Germany in 1990", &[("West Germany", "West Germany")]),
            ("as Todd Kane did", &[]),
            ("as Captain Kane did", &[("Kane", "Harry Kane")]),
            ("Then Kane did, with Hary Kane", &[("Kane", "Harry Kane"), ("Hary Kane", "Harry Kane")]),
            ("and Beckham's red card in 1998", &[("Beckham", "David Beckham")]),
            ("H. Kane scored", &[("H. Kane", "Harry Kane")]),
            ("Morocco next. France, Germany", &[("Morocco", "Morocco"), ("France", "France"), ("Germany", "Germany")]),
        ],
    );
}

#[test]
fn a_team_in_question_has_its_nicknames() {
    let record = record();
    let names = Names::new(&record);
    let id = |text: &str| names.team(text, &Context::default()).unwrap().id;
    let context = Context::of_teams(&[id("Ivory Coast"), id("Chile")]);
    check(&context, &[("The Elephants beat La Roja", &[("Elephants", "Ivory Coast"), ("La Roja", "Chile")])]);
    check(
        &Context::of_match(on(&record, date(1974, 7, 7))),
        &[(
            "Germany's Müller and the Germans",
            &[("Germany", "West Germany"), ("Müller", "Gerd Müller"), ("Germans", "West Germany")],
        )],
    );
    // A surname of the teams in question is not the country of its name.
    check(
        &Context::of_teams(&[id("Scotland")]),
        &[("a goal by Jordan for the Scots", &[("Jordan", "Joe Jordan"), ("Scots", "Scotland")])],
    );
}

#[test]
fn how_a_mention_was_written_is_told() {
    let record = record();
    let names = Names::new(&record);
    let context = Context::of_match(quarter_final(&record));
    let mentions = names.mentions("The French keeper beat Griezman of Les Bleus", &context);
    let hows: Vec<(How, bool)> = mentions.iter().map(|mention| (mention.how, mention.exact())).collect();
    assert_eq!(hows, [(How::Demonym, true), (How::Misprint, false), (How::Nickname, true)]);
    assert!(mentions.iter().all(|mention| mention.one().is_some()));
}

static NAMES: LazyLock<Names<'static>> = LazyLock::new(|| Names::new(Box::leak(Box::new(record()))));

proptest::proptest! {
    // A text that names nothing is compared with every spelling, which takes long unoptimised.
    #![proptest_config(proptest::test_runner::Config::with_cases(48))]

    #[test]
    fn any_text_gives_places_in_order(text in "(\\PC|[ .,'’\n-]|England|les Bleus|Kane|World Cup|2022|’98|Müller|women){0,40}") {
        let names = &*NAMES;
        let record = names.record();
        for context in [Context::default(), Context::of_match(quarter_final(record))] {
            let mut before = 0;
            for mention in names.mentions(&text, &context) {
                proptest::prop_assert!(before <= mention.span.start && mention.span.start < mention.span.end);
                proptest::prop_assert!(text.get(mention.span.clone()).is_some());
                proptest::prop_assert!(!mention.means.is_empty());
                before = mention.span.end;
            }
        }
    }

    #[test]
    fn no_text_is_too_odd_for_a_name(text in "(\\PC|[ .,'’()-]|England|women|98|World Cup){0,12}") {
        let names = &*NAMES;
        let record = names.record();
        let context = Context::of_match(quarter_final(record));
        let said = [
            names.team(&text, &context).err().map(|error| error.to_string()),
            names.person(&text, &context).err().map(|error| error.to_string()),
            names.competition(&text, &context).err().map(|error| error.to_string()),
            names.edition(&text, &context).err().map(|error| error.to_string()),
            names.stage(&text).err().map(|error| error.to_string()),
            names.venue(&text, &context).err().map(|error| error.to_string()),
        ];
        proptest::prop_assert!(said.into_iter().flatten().all(|said| said.contains(text.trim())));
    }
}
