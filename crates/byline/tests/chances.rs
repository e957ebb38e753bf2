//! The JSON of chances, as other programs read it: `match --json` and `forecast --json` on the built-in record.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests may fail")]

use std::process::Command;

use serde_json::Value;

fn json(arguments: &[&str]) -> Value {
    let empty = std::env::temp_dir().join("byline-no-such-home");
    let output = Command::new(env!("CARGO_BIN_EXE_byline"))
        .args(arguments)
        .arg("--json")
        .env_clear()
        .env("XDG_DATA_HOME", empty)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn sum(value: &Value) -> f64 {
    value.as_array().unwrap().iter().map(number).sum()
}

#[test]
fn a_knock_out_match_is_told_minute_by_minute() {
    let told = json(&["match", "England", "France", "2022-12-10"]);
    assert!((sum(&told["chances"]["win"]) - 1.0).abs() < 1e-9);
    assert!((sum(&told["chances"]["through"]) - 1.0).abs() < 1e-9);
    let curve = told["curve"].as_array().unwrap();
    assert!(curve.len() > 90);
    for point in curve {
        assert!((sum(&point["win"]) - 1.0).abs() < 1e-9 && (sum(&point["through"]) - 1.0).abs() < 1e-9, "{point}");
    }
    assert_eq!(curve[0]["minute"], "0");
    for side in 0..3 {
        let (before, kick_off) = (number(&told["chances"]["win"][side]), number(&curve[0]["win"][side]));
        assert!((before - kick_off).abs() < 1e-6);
    }
    let last = &curve[curve.len() - 1];
    assert_eq!((number(&last["win"][2]), number(&last["through"][1])), (1.0, 1.0));
    // Four goals and penalties; the miss is last.
    let worth = told["worth"].as_array().unwrap();
    assert_eq!(worth.len(), 4);
    let miss = &worth[3];
    assert_eq!(
        (&miss["minute"], &miss["player"], &miss["team"]),
        (&"84".into(), &"Harry Kane".into(), &"England".into())
    );
    assert_eq!((&miss["kind"], &miss["measure"]), (&"penalty".into(), &"through".into()));
    let at = |name: &str| number(&miss[name]);
    assert!(at("scored") > at("awarded") && at("awarded") > at("before") && at("before") > at("missed"));
    assert!((at("after") - at("missed")).abs() < 1e-9);
    for name in ["before", "awarded", "scored", "missed", "after", "worth", "kick"] {
        let [low, high] = [0, 1].map(|end| number(&miss["intervals"][name][end]));
        assert!(low <= at(name) && at(name) <= high, "{name}");
    }
    // The event the worth is of is found by its place.
    assert_eq!(told["events"][usize::try_from(miss["event"].as_u64().unwrap()).unwrap()]["player"], "Harry Kane");
}

#[test]
fn a_group_match_has_no_going_through() {
    let told = json(&["match", "Argentina", "Saudi Arabia", "2022-11-22"]);
    assert!(told["chances"]["through"].is_null());
    assert!(number(&told["chances"]["win"][0]) > 0.6, "Argentina were favourites");
    let worth = told["worth"].as_array().unwrap();
    assert!(worth.iter().all(|one| one["measure"] == "win"));
    let winner = worth.iter().find(|one| one["player"] == "Salem Al-Dawsari").unwrap();
    assert!(number(&winner["after"]) > number(&winner["before"]) + 0.1);
    assert_eq!(number(&told["curve"].as_array().unwrap().last().unwrap()["win"][2]), 1.0);
}

#[test]
fn what_comes_later_changes_no_chance() {
    let whole = json(&["match", "England", "France", "2022-12-10"]);
    let then = json(&["match", "England", "France", "2022-12-10", "--as-of", "2022-12-10"]);
    assert_eq!(whole["chances"], then["chances"]);
    let eve = json(&["forecast", "England", "France", "2022-12-10", "--as-of", "2022-12-09"]);
    assert_eq!(eve["win"], whole["chances"]["win"]);
    assert_eq!(json(&["forecast", "England", "France", "2022-12-10"])["win"], eve["win"]);
}

#[test]
fn a_forecast_is_a_grid_and_what_follows_from_it() {
    let told = json(&["forecast", "France", "Morocco", "2022-12-14"]);
    assert!((sum(&told["win"]) - 1.0).abs() < 1e-9);
    let grid = told["grid"].as_array().unwrap();
    let cells: f64 = grid.iter().map(sum).sum();
    assert!((cells + number(&told["tail"]) - 1.0).abs() < 1e-6);
    let home: f64 = (0..grid.len()).flat_map(|h| (0..h).map(move |a| (h, a))).map(|(h, a)| number(&grid[h][a])).sum();
    assert!((home - number(&told["win"][0])).abs() < 1e-6);
    let over = told["markets"]["totals"].as_array().unwrap().iter().find(|total| total["line"] == 2.5).unwrap();
    let more: f64 = (0..grid.len())
        .flat_map(|h| (0..grid.len()).map(move |a| (h, a)))
        .filter(|(h, a)| h + a > 2)
        .map(|(h, a)| grid[h].get(a).map_or(0.0, number))
        .sum();
    assert!((more - number(&over["over"]["win"])).abs() < 1e-6);
    assert_eq!(told["model"], "best");
    assert_eq!(told["occasion"], "World Cup 2022, semi-final");
    for side in 0..3 {
        let [low, high] = [0, 1].map(|end| number(&told["win_intervals"][side][end]));
        assert!(low < number(&told["win"][side]) && number(&told["win"][side]) < high);
    }
}

#[test]
fn a_saved_model_forecasts_and_never_sees_the_future() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("model.json");
    let path = path.to_str().unwrap();
    let fit = ["fit", "--since", "2002-01-01", "--until", "2022-12-01", "--shrinkage", "1", "--save", path];
    let fitted = json(&fit);
    let told = json(&["forecast", "France", "Morocco", "2022-12-14", "--model", path]);
    assert_eq!((&told["model"], &told["occasion"]), (&"dixon-coles".into(), &"World Cup 2022, semi-final".into()));
    let file = &told["model_file"];
    assert_eq!(
        (&file["path"], &file["until"], &file["matches"]),
        (&path.into(), &"2022-12-01".into(), &fitted["matches"])
    );
    assert!(told["win_intervals"].is_null() && told["through_intervals"].is_null());
    assert!((sum(&told["win"]) - 1.0).abs() < 1e-9 && (sum(&told["through"]) - 1.0).abs() < 1e-9);
    assert!(number(&told["through"][0]) > number(&told["win"][0]));
    // Expected goals of a neutral match are those of its parameters: corrected low scores do not move the means.
    let value = |name: &str| {
        let all = fitted["parameters"].as_array().unwrap();
        number(&all.iter().find(|one| one["name"] == name).unwrap()["value"])
    };
    let team = |name: &str, of: &str| {
        let all = fitted["teams"].as_array().unwrap();
        number(&all.iter().find(|one| one["name"] == name).unwrap()[of])
    };
    let expected = (value("mu") + team("France", "attack") - team("Morocco", "defence")).exp();
    assert!((number(&told["expected_goals"][0]) - expected).abs() < 1e-3, "{expected} {}", told["expected_goals"]);
    // The sides may be named the other way round.
    let turned = json(&["forecast", "Morocco", "France", "2023-01-14", "--ground", "neutral", "--model", path]);
    assert!((number(&turned["win"][2]) - number(&told["win"][0])).abs() < 1e-12);
    for arguments in [
        &["forecast", "France", "Morocco", "2022-12-01", "--model", path][..],
        &["forecast", "France", "Morocco", "2022-12-14", "--as-of", "2022-11-30", "--model", path][..],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_byline")).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
