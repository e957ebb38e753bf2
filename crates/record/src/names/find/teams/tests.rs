use jiff::civil::date;

use super::super::testing::{on, quarter_final, record};
use super::*;

fn printed(names: &Names<'_>, text: &str, context: &Context) -> Result<String, String> {
    names
        .team(text, context)
        .map(|found| names.record().team(found.id).display_name())
        .map_err(|error| error.to_string())
}

#[test]
fn teams_as_people_write_them() {
    let record = record();
    let names = Names::new(&record);
    for (written, team) in [
        ("England", "England"),
        ("ENGLAND ", "England"),
        ("eng", "England"),
        ("Eng", "England"),
        ("the English", "England"),
        ("Englishman", "England"),
        ("Three Lions", "England"),
        ("the three lions", "England"),
        ("England's", "England"),
        ("England’s", "England"),
        ("the England national team", "England"),
        ("England men's national football team", "England"),
        ("les bleus", "France"),
        ("Les Bleus’", "France"),
        ("the French", "France"),
        ("Frenchwomen", "France"),
        ("can", "Canada"),
        ("Holland", "Netherlands"),
        ("The Netherlands", "Netherlands"),
        ("Dutchmen", "Netherlands"),
        ("Cote d'Ivoire", "Ivory Coast"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("COTE D IVOIRE", "Côte"),
        ("Türkiye", "Turkey"),
        ("Tuerkiye", "Turkey"),
        ("Oesterreich", "Austria"),
        ("Osterreich", "Austria"),
        ("USA", "United States"),
        ("u.s.", "United States"),
        ("U.S.A.", "United States"),
        ("the United States of America", "United States"),
        ("usmnt", "United States"),
        ("Korea", "South Korea"),
        ("Korea Republic", "South Korea"),
        ("korea dpr", "North Korea"),
        ("Bosnia-Herzegovina", "Bosnia and Herzegovina"),
        ("Bosnia & Herzegovina", "Bosnia and Herzegovina"),
        ("Ireland", "Republic of Ireland"),
        ("the Irish", "Republic of Ireland"),
        ("N. Ireland", "Northern Ireland"),
        ("São Tomé", "São Tomé and Príncipe"),
        ("sao tome", "São Tomé and Príncipe"),
        ("Curacao", "Curaçao"),
        ("Guinea Bissau", "Guinea-Bissau"),
        ("socceroos", "Australia"),
        ("Germany", "Germany"),
        ("the Germans", "Germany"),
        ("West Germany", "West Germany"),
        ("USSR", "Soviet Union"),
        ("U.S.S.R.", "Soviet Union"),
        ("Czechs", "Czech Republic"),
        ("Eswatini", "Eswatini"),
        ("Leopards", "DR Congo"),
        ("Arsenal", "Arsenal"),
        ("arsenal fc", "Arsenal"),
        ("FC Arsenal", "Arsenal"),
        ("the Gunners", "Arsenal"),
        ("Tottenham Hotspur FC", "Tottenham Hotspur"),
        ("Tottenham", "Tottenham Hotspur"),
        ("Spurs", "Tottenham Hotspur"),
        ("England women", "England women"),
        ("women's England", "England women"),
        ("England Women’s", "England women"),
        ("England (w)", "England women"),
        ("England ladies", "England women"),
        ("the Lionesses", "England women"),
        ("England women's national team", "England women"),
        ("ENG women", "England women"),
        ("the French women", "France women"),
        ("uswnt", "United States women"),
        ("Les Bleues", "France women"),
        ("Matildas", "Australia women"),
    ] {
        let found = printed(&names, written, &Context::default());
        if team == "Côte" {
            // An apostrophe is no space: the nearest name is offered instead.
            assert!(found.unwrap_err().ends_with("nearest: Ivory Coast"), "{written}");
        } else {
            assert_eq!(found.as_deref(), Ok(team), "{written}");
        }
    }
}

#[test]
fn a_name_means_who_played_on_the_day() {
    let record = record();
    let names = Names::new(&record);
    for (written, day, team) in [
        ("Germany", date(1974, 7, 7), "West Germany"),
        ("GER", date(1974, 7, 7), "West Germany"),
        ("the Germans", date(1974, 7, 7), "West Germany"),
        ("Die Mannschaft", date(1990, 7, 8), "West Germany"),
        ("Germany", date(2014, 7, 13), "Germany"),
        ("West Germany", date(2014, 7, 13), "Germany"),
        ("the East Germans", date(1974, 6, 22), "East Germany"),
        ("Russia", date(1966, 7, 25), "Soviet Union"),
        ("Russia", date(1979, 7, 25), "Russia"),
        ("Yugoslavia", date(1998, 6, 14), "FR Yugoslavia"),
        ("the Yugoslavs", date(1998, 6, 14), "FR Yugoslavia"),
        ("the Yugoslavs", date(1962, 6, 10), "Yugoslavia"),
        ("Ireland", date(1912, 2, 10), "Ireland (IFA)"),
        ("Serbia", date(1950, 6, 15), "Serbia"),
        ("DR Congo", date(1974, 6, 14), "Zaire"),
        ("Macedonians", date(2015, 6, 14), "Macedonia"),
        ("Czechs", date(1976, 6, 20), "Czechoslovakia"),
        ("Germany women", date(1989, 7, 2), "West Germany women"),
    ] {
        let context = Context::default().on(day);
        assert_eq!(printed(&names, written, &context).as_deref(), Ok(team), "{written} on {day}");
    }
    let context = Context::of_match(on(&record, date(1974, 7, 7)));
    assert_eq!(printed(&names, "Germany", &context).as_deref(), Ok("West Germany"));
}

#[test]
fn shared_names_need_a_context() {
    let record = record();
    let names = Names::new(&record);
    let say = |text: &str| printed(&names, text, &Context::default()).unwrap_err();
    assert_eq!(say("La Roja"), "`La Roja` can be Spain or Chile");
    assert_eq!(say("the Red Devils"), "`the Red Devils` can be Belgium, Congo or South Korea");
    assert_eq!(say("the Congolese"), "`the Congolese` can be Congo or DR Congo");
    let hint = names.team("La Roja", &Context::default()).unwrap_err().hint();
    assert_eq!(hint, Some("write the name of the country or club"));
    let chile = names.team("Chile", &Context::default()).unwrap().id;
    assert_eq!(printed(&names, "La Roja", &Context::of_teams(&[chile])).as_deref(), Ok("Chile"));
    let chile_women = names.team("Chile women", &Context::default()).unwrap().id;
    assert_eq!(printed(&names, "La Roja", &Context::of_teams(&[chile_women])).as_deref(), Ok("Chile women"));
    let belgium = names.team("Belgium", &Context::default()).unwrap().id;
    assert_eq!(printed(&names, "La Roja", &Context::of_teams(&[belgium])).unwrap_err(), say("La Roja"));
}

#[test]
fn the_context_says_which_side() {
    let record = record();
    let names = Names::new(&record);
    let women = Context { sex: Some(Sex::Women), ..Context::default() };
    assert_eq!(printed(&names, "England", &women).as_deref(), Ok("England women"));
    assert_eq!(printed(&names, "England men", &women).as_deref(), Ok("England"));
    assert_eq!(printed(&names, "Three Lions", &women).as_deref(), Ok("England women"));
    let clubs = Context { kind: Some(TeamKind::Club), ..Context::default() };
    assert_eq!(printed(&names, "England", &clubs).unwrap_err(), "no team is called `England`");
    let semi_final = Context::of_match(on(&record, date(2019, 7, 2)));
    assert_eq!(printed(&names, "the Americans", &semi_final).as_deref(), Ok("United States women"));
    let quarter_final = Context::of_match(quarter_final(&record));
    assert_eq!(printed(&names, "the Lionesses", &quarter_final).as_deref(), Ok("England women"));
}

#[test]
fn unknown_teams_have_neighbours() {
    let record = record();
    let names = Names::new(&record);
    let say = |text: &str| printed(&names, text, &Context::default()).unwrap_err();
    assert_eq!(say("Engalnd"), "no team is called `Engalnd`; nearest: England");
    assert_eq!(say("Portugul"), "no team is called `Portugul`; nearest: Portugal");
    assert_eq!(say("Engalnd women"), "no team is called `Engalnd women`; nearest: England women");
    assert_eq!(say("Qwertyuiop"), "no team is called `Qwertyuiop`");
    assert_eq!(say(" "), "no team is called ``");
    assert!(say("England U21").starts_with("no team is called `England U21`"));
}

#[test]
fn how_a_team_was_named_is_told() {
    let record = record();
    let names = Names::new(&record);
    for (written, how) in [
        ("England", How::Name),
        ("Holland", How::OtherName),
        ("ENG", How::Code),
        ("USSR", How::Code),
        ("French", How::Demonym),
        ("Azzurri", How::Nickname),
    ] {
        assert_eq!(names.team(written, &Context::default()).map(|found| found.how), Ok(how), "{written}");
    }
}
