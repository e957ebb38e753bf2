use jiff::civil::date;

use super::super::testing::{on, quarter_final, record};
use super::*;
use crate::Sex;

fn printed(names: &Names<'_>, text: &str, context: &Context) -> Result<String, String> {
    names
        .person(text, context)
        .map(|found| names.record().person(found.id).name.to_string())
        .map_err(|error| error.to_string())
}

#[test]
fn people_as_they_are_written() {
    let record = record();
    let names = Names::new(&record);
    for (written, person) in [
        ("Harry Kane", "Harry Kane"),
        ("harry kane", "Harry Kane"),
        ("KANE, Harry", "Harry Kane"),
        ("H. Kane", "Harry Kane"),
        ("Kane", "Harry Kane"),
        ("Kane’s", "Harry Kane"),
        ("Lloris'", "Hugo Lloris"),
        ("Tchouameni", "Aurélien Tchouaméni"),
        ("Mbappe", "Kylian Mbappé"),
        ("Kylian Mbappé Lottin", "Kylian Mbappé"),
        ("Heung-min Son", "Son Heung-min"),
        ("Son Heung-min", "Son Heung-min"),
        ("SON Heung Min", "Son Heung-min"),
        ("Son", "Son Heung-min"),
        ("Ji Sung Park", "Park Ji-sung"),
        ("Oezil", "Mesut Özil"),
        ("Ozil", "Mesut Özil"),
        ("Gerd Mueller", "Gerd Müller"),
        ("Gerd Muller", "Gerd Müller"),
        ("Lothar Matthaeus", "Lothar Matthäus"),
        ("Matthaus", "Lothar Matthäus"),
        ("Ljungberg", "Fredrik Ljungberg"),
        ("Freddie Ljungberg", "Fredrik Ljungberg"),
        ("van Dijk", "Virgil van Dijk"),
        ("Van Dyk", "Virgil van Dijk"),
        ("Kuyt", "Dirk Kuijt"),
        ("Recber", "Rüştü Reçber"),
        ("Hakan Sukur", "Hakan Şükür"),
        ("Savicevic", "Dejan Savićević"),
        ("Modric", "Luka Modrić"),
        ("Ibrahimovic", "Zlatan Ibrahimović"),
        ("Eto'o", "Samuel Eto'o"),
        ("Etoo", "Samuel Eto'o"),
        ("Eto’o", "Samuel Eto'o"),
        ("Di Maria", "Ángel Di María"),
        ("Kante", "N'Golo Kanté"),
        ("Ngolo Kante", "N'Golo Kanté"),
        ("Alexander-Arnold", "Trent Alexander-Arnold"),
        ("Alexander Arnold", "Trent Alexander-Arnold"),
        ("Leo Messi", "Lionel Messi"),
        ("Pele", "Pelé"),
        ("Ronaldo (Brazil)", "Ronaldo"),
        ("Ronaldo Nazario", "Ronaldo"),
        ("Cristiano Ronaldo", "Cristiano Ronaldo"),
        ("Luis Suarez", "Luis Suárez"),
        ("Suárez (Uruguay)", "Luis Suárez"),
        ("Suarez, Spain", "Luis Suárez Miramontes"),
        ("Deschamps", "Didier Deschamps"),
    ] {
        let found = printed(&names, written, &Context::default());
        assert_eq!(found.as_deref(), Ok(person), "{written}");
    }
    let both = printed(&names, "Ronaldo", &Context::default()).unwrap_err();
    assert!(both.contains("Ronaldo (Brazil)") && both.contains("Cristiano Ronaldo (Portugal)"), "{both}");
}

#[test]
fn the_scene_decides_whose_surname_it_is() {
    let record = record();
    let names = Names::new(&record);
    let scene = Context::of_match(quarter_final(&record));
    for (written, person, how) in [
        ("Kane", "Harry Kane", How::Surname),
        ("Thuram", "Marcus Thuram", How::Surname),
        ("Harry Kane", "Harry Kane", How::Name),
        ("Kylian", "Kylian Mbappé", How::Part),
        ("Deschamps", "Didier Deschamps", How::Surname),
        ("Sampaio", "Wilton Sampaio", How::Surname),
        ("Beckham", "David Beckham", How::Surname),
        ("Pelé", "Pelé", How::Name),
        ("Lilian Thuram", "Lilian Thuram", How::Name),
        ("Tcouhameni", "Aurélien Tchouaméni", How::Misprint),
        ("Hary Kane", "Harry Kane", How::Misprint),
        ("Giruod", "Olivier Giroud", How::Misprint),
        ("Griezman", "Antoine Griezmann", How::Misprint),
    ] {
        let found = names.person(written, &scene).map(|found| (&*record.person(found.id).name, found.how));
        assert_eq!(found, Ok((person, how)), "{written}");
    }
    assert!(!names.person("Hary Kane", &scene).unwrap().exact());
    let portugal = names.team("Portugal", &Context::default()).unwrap().id;
    let scene = Context::of_teams(&[portugal]);
    assert_eq!(printed(&names, "Ronaldo", &scene).as_deref(), Ok("Cristiano Ronaldo"));
    let germany = names.team("Germany", &Context::default()).unwrap().id;
    assert_eq!(
        printed(&names, "Mueller", &Context::of_teams(&[germany]).on(date(1974, 7, 7))).as_deref(),
        Ok("Gerd Müller")
    );
    let final_1974 = Context::of_match(on(&record, date(1974, 7, 7)));
    assert_eq!(printed(&names, "Müller", &final_1974).as_deref(), Ok("Gerd Müller"));
    let women = Context { sex: Some(Sex::Women), ..Context::default() };
    assert_eq!(printed(&names, "White", &women).as_deref(), Ok("Ellen White"));
    assert_eq!(
        printed(&names, "White", &Context::default()).unwrap_err(),
        "`White` can be Ben White (England, 2022) or Ellen White (England women, 2019)"
    );
}

#[test]
fn several_of_a_name_are_listed_with_teams_and_years() {
    let record = record();
    let names = Names::new(&record);
    let say = |text: &str| printed(&names, text, &Context::default()).unwrap_err();
    assert_eq!(say("Charlton"), "`Charlton` can be Bobby Charlton (England) or Jack Charlton (England)");
    assert_eq!(say("Müller"), "`Müller` can be Gerd Müller (West Germany, 1974) or Thomas Müller (Germany)");
    assert_eq!(say("Hernandez"), "`Hernandez` can be Theo Hernandez (France, 2022) or Lucas Hernandez (France, 2022)");
    assert_eq!(say("Kim"), "`Kim` can be Kim Min-jae (South Korea) or Kim Young-gwon (South Korea)");
    let error = names.person("Hernandez", &Context::of_match(quarter_final(&record))).unwrap_err();
    assert_eq!(error.kind, NameErrorKind::Ambiguous);
    assert_eq!(error.hint(), Some("write the full name, or the team behind it in brackets: `Suárez (Uruguay)`"));
}

#[test]
fn nobody_is_guessed() {
    let record = record();
    let names = Names::new(&record);
    let say = |text: &str| printed(&names, text, &Context::default()).unwrap_err();
    assert_eq!(say("Giruod"), "no person is called `Giruod`; nearest: Olivier Giroud (France, 2022)");
    assert_eq!(say("Hary Kane"), "no person is called `Hary Kane`; nearest: Harry Kane (England, 2022)");
    // Parts of names are for the people of a match or a team.
    assert_eq!(say("Rustu"), "no person is called `Rustu`");
    assert_eq!(say("Dijk"), "no person is called `Dijk`; nearest: Virgil van Dijk (Netherlands)");
    assert_eq!(say("Harry"), "no person is called `Harry`");
    assert_eq!(say(""), "no person is called ``");
    assert_eq!(say("(England)"), "no person is called `(England)`");
    assert_eq!(say("Kane (France)"), "no person is called `Kane (France)`; nearest: N'Golo Kanté (France)");
    // A given name that is not the misprinted one's tells two of a surname apart.
    let scene = Context::of_match(quarter_final(&record));
    assert!(names.person("Lilliam Thuram", &scene).is_err());
}

proptest::proptest! {
    #[test]
    fn one_word_calls_as_a_list_of_one_does(name in "(a|al|de|kane|mueller|muller|ka)( (a|al|de|kane|mueller|muller)){0,3}",
        word in "a|al|de|kane|muller|ka", either_end: bool) {
        let alone = is_called_by_one(&name, &word, How::Name, either_end);
        proptest::prop_assert_eq!(alone, is_called(&name, &[&word], How::Name, either_end));
    }
}
