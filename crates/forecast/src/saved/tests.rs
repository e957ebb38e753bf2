use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::goals::{GoalModel as _, Options, Pairing, Precision, fit};
use crate::{Class, History, Played};

fn history() -> History {
    let match_of = |home, away, goals| Played {
        day: 0,
        home,
        away,
        goals,
        neutral: false,
        region: None,
        class: Class::Club,
        minutes: 90,
        shoot_out: None,
    };
    let teams = ["Reds", "Blues", "Greens", "Yellows \"B\""].map(String::from).to_vec();
    let matches = vec![
        match_of(0, 1, [3, 1]),
        match_of(1, 2, [2, 2]),
        match_of(2, 0, [0, 2]),
        match_of(1, 0, [1, 0]),
        match_of(0, 2, [0, 0]),
    ];
    History::new(teams, matches).unwrap()
}

fn saved(family: Family, team_home: bool) -> SavedModel {
    let mut options = Options::new(family);
    options.shrinkage = crate::goals::Shrinkage {
        strength: Precision::Given(1.3),
        style: Some(Precision::Given(2.7)),
        team_home: team_home.then_some(Precision::Given(9.0)),
    };
    let fitted = fit(&history(), 1, &options).unwrap();
    SavedModel {
        teams: history().teams().to_vec(),
        parameters: fitted.parameters().clone(),
        since: None,
        until: date(1970, 1, 1),
        matches: 5,
        half_life_years: Some(1.0 / 3.0),
        sources: vec![SavedSource {
            key: "own".into(),
            name: "Own record".into(),
            licence: "CC0".into(),
            attribution: "nobody".into(),
        }],
    }
}

#[test]
fn a_model_is_read_back_to_the_last_digit() {
    for family in Family::ALL {
        for team_home in [false, true] {
            let model = saved(family, team_home);
            let read = SavedModel::from_json(model.to_json().as_bytes()).unwrap();
            // Yellows never played and are not written: unknown teams are average.
            assert_eq!(read.teams, ["Reds", "Blues", "Greens"]);
            assert_eq!(SavedModel::from_json(read.to_json().as_bytes()), Ok(read.clone()));
            for pairing in [Pairing::at_home(0, 2), Pairing::neutral(1, 3)] {
                assert_eq!(model.parameters.rates(&pairing), read.parameters.rates(&pairing), "{}", family.name());
                assert_eq!(model.parameters.grid(&pairing).unwrap().grid, read.parameters.grid(&pairing).unwrap().grid);
            }
            assert_eq!(
                (read.half_life_years, read.sources.len(), read.number("Greens")),
                (Some(1.0 / 3.0), 1, Some(2))
            );
        }
    }
}

fn refused(change: impl Fn(&mut serde_json::Value)) -> String {
    let mut value: serde_json::Value = serde_json::from_str(&saved(Family::DixonColes, false).to_json()).unwrap();
    change(&mut value);
    SavedModel::from_json(value.to_string().as_bytes()).unwrap_err().to_string()
}

#[test]
fn what_is_wrong_is_named() {
    let told = |found: String, wanted: &str| assert!(found.contains(wanted), "{found}");
    told(refused(|file| file["format"] = "a cake".into()), "expected \"byline goal model\"");
    told(refused(|file| drop(file.as_object_mut().unwrap().remove("format"))), "`format` is missing");
    told(refused(|file| file["version"] = 2.into()), "version 2");
    told(refused(|file| file["version"] = "one".into()), "line 1");
    told(refused(|file| file["family"] = "gaussian".into()), "gaussian");
    told(refused(|file| file["family"] = "poisson".into()), "mu, home, rho");
    told(refused(|file| file["teams"][1]["attack"] = 51.into()), "attack of Blues is 51");
    told(refused(|file| file["teams"][1]["attack"] = serde_json::Value::Null), "null");
    told(refused(|file| file["teams"][1]["name"] = "Reds".into()), "Reds stands twice");
    told(refused(|file| file["teams"][1]["home"] = 0.1.into()), "1 of 3 teams");
    told(refused(|file| file["teams"] = serde_json::json!([])), "0 teams");
    told(refused(|file| file["shrinkage"]["style"] = (-1).into()), "shrinkage of style is -1");
    told(refused(|file| file["fitted"]["half_life_years"] = 0.into()), "half_life_years is 0");
    told(refused(|file| file["fitted"]["until"] = "2022-13-01".into()), "month");
    told(refused(|file| file["colour"] = "red".into()), "colour");
}

#[test]
fn a_text_cut_short_is_refused_with_its_place() {
    let text = saved(Family::Poisson, false).to_json();
    for end in 0..text.trim_end().len() {
        if let Some(part) = text.get(..end) {
            assert!(matches!(SavedModel::from_json(part.as_bytes()), Err(SavedError::Json { .. })), "{end}");
        }
    }
    for number in ["1e999", "NaN", "-", "0x10"] {
        let broken = text.replacen("\"value\": ", &format!("\"value\": {number}, \"was\": "), 1);
        assert!(matches!(SavedModel::from_json(broken.as_bytes()), Err(SavedError::Json { .. })), "{number}");
    }
}

proptest! {
    #[test]
    fn no_bytes_are_too_much(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        drop(SavedModel::from_json(&bytes));
    }

    #[test]
    fn one_byte_changed_is_refused_or_a_sound_model(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut text = saved(Family::DixonColes, true).to_json().into_bytes();
        let place = place.index(text.len());
        text[place] = byte;
        if let Ok(model) = SavedModel::from_json(&text) {
            prop_assert_eq!(SavedModel::from_json(model.to_json().as_bytes()), Ok(model));
        }
    }
}

#[test]
fn teams_are_found_by_name_and_misprints_are_told() {
    let model = saved(Family::Poisson, false);
    assert_eq!(model.find("blues"), Ok(1));
    assert_eq!(model.find("Yellows \"B\""), Ok(3));
    let error = model.find("Grenes").unwrap_err();
    assert_eq!(error.to_string(), "the model has no team called Grenes; near it: Greens");
    assert!(model.find("").unwrap_err().near.is_empty());
}

#[test]
fn ground_and_order_of_the_sides_count() {
    let model = saved(Family::DixonColes, false);
    let win = |sides, ground| model.grid(sides, ground).unwrap().win();
    let (reds, blues) = (Some(0), Some(1));
    let [at_home, neutral, away] =
        [Whose::First, Whose::Nobody, Whose::Second].map(|ground| win([reds, blues], ground)[0]);
    assert!(at_home > neutral && neutral > away, "{at_home} {neutral} {away}");
    let turned = win([blues, reds], Whose::Second);
    assert!((turned[2] - at_home).abs() < 1e-12);
    // Two teams nobody has seen are alike.
    let strangers = win([None, None], Whose::Nobody);
    assert!((strangers[0] - strangers[2]).abs() < 1e-12);
    assert!(win([reds, None], Whose::Nobody)[0] != win([blues, None], Whose::Nobody)[0]);
}
