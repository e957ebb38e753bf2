//! JSON of `forecast`.

use byline_forecast::grid::{Settlement, Total};
use byline_forecast::saved::SavedSource;
use jiff::civil::Date;
use serde::Serialize;

use crate::commands::forecast::{Answer, FromFile};

/// Lines of totals and handicaps listed.
const TOTALS: [f64; 9] = [0.5, 1.5, 2.0, 2.25, 2.5, 2.75, 3.0, 3.5, 4.5];
const HANDICAPS: [f64; 13] = [-2.5, -2.0, -1.5, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0, 1.5, 2.5];
/// Likeliest scores listed.
const SCORES: usize = 10;
/// Goals of a side the grid is printed up to.
const MOST: usize = 15;

/// The object `forecast --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    date: String,
    home: String,
    away: String,
    occasion: Option<String>,
    ground: &'static str,
    grid: Vec<Vec<f64>>,
    tail: f64,
    win: [f64; 3],
    win_intervals: Option<[[f64; 2]; 3]>,
    through: Option<[f64; 2]>,
    through_intervals: Option<[[f64; 2]; 2]>,
    expected_goals: [f64; 2],
    expected_goals_intervals: Option<[[f64; 2]; 2]>,
    markets: Markets,
    model: &'static str,
    model_file: Option<ModelFile>,
    as_of: Option<String>,
}

#[derive(Debug, Serialize)]
struct ModelFile {
    path: String,
    since: Option<String>,
    until: String,
    matches: usize,
    half_life_years: Option<f64>,
    unseen_teams: Vec<String>,
    sources: Vec<SavedSource>,
}

#[derive(Debug, Serialize)]
struct Markets {
    both_score: f64,
    clean_sheets: [f64; 2],
    totals: Vec<TotalWire>,
    handicaps: Vec<HandicapWire>,
    even_handicap: f64,
    likeliest_scores: Vec<ScoreWire>,
}

#[derive(Debug, Serialize)]
struct TotalWire {
    line: f64,
    over: SettlementWire,
    under: SettlementWire,
}

#[derive(Debug, Serialize)]
struct HandicapWire {
    line: f64,
    home: SettlementWire,
    away: SettlementWire,
}

#[derive(Debug, Serialize)]
struct SettlementWire {
    win: f64,
    half_win: f64,
    push: f64,
    half_loss: f64,
    loss: f64,
    fair_price: Option<f64>,
}

#[derive(Debug, Serialize)]
struct ScoreWire {
    score: [usize; 2],
    chance: f64,
}

fn settlement(settled: Settlement) -> SettlementWire {
    let Settlement { win, half_win, push, half_loss, loss } = settled;
    let fair_price = settled.fair_price().filter(|price| price.is_finite());
    SettlementWire { win, half_win, push, half_loss, loss, fair_price }
}

/// The object of an answer.
pub(crate) fn wire(answer: &Answer, as_of: Option<Date>) -> Wire {
    let meeting = &answer.meeting;
    let [home, away] = meeting.teams.clone();
    let grid = &answer.grid;
    let (rows, columns) = (grid.rows().min(MOST + 1), grid.columns().min(MOST + 1));
    let cells: Vec<Vec<f64>> = (0..rows).map(|h| (0..columns).map(|a| grid.at(h, a)).collect()).collect();
    let shown: f64 = cells.iter().flatten().sum();
    Wire {
        date: meeting.date.to_string(),
        home,
        away,
        occasion: meeting.occasion.clone(),
        ground: meeting.ground(),
        grid: cells,
        tail: (1.0 - shown).max(0.0) + grid.tail(),
        win: answer.win,
        win_intervals: answer.win_intervals,
        through: answer.through,
        through_intervals: answer.through_intervals,
        expected_goals: answer.expected_goals,
        expected_goals_intervals: answer.expected_goals_intervals,
        markets: Markets {
            both_score: grid.both_score(),
            clean_sheets: grid.clean_sheets(),
            totals: TOTALS
                .into_iter()
                .filter_map(|line| grid.total(line))
                .map(|Total { line, over, under }| TotalWire { line, over: settlement(over), under: settlement(under) })
                .collect(),
            handicaps: HANDICAPS
                .into_iter()
                .filter_map(|line| grid.handicap(line).map(|sides| (line, sides)))
                .map(|(line, [home, away])| HandicapWire { line, home: settlement(home), away: settlement(away) })
                .collect(),
            even_handicap: grid.even_handicap(),
            likeliest_scores: grid
                .likeliest(SCORES)
                .into_iter()
                .map(|(score, chance)| ScoreWire { score, chance })
                .collect(),
        },
        model: answer.model(),
        model_file: answer.file.as_ref().map(|FromFile { path, model, unseen }| ModelFile {
            path: path.clone(),
            since: model.since.map(|date| date.to_string()),
            until: model.until.to_string(),
            matches: model.matches,
            half_life_years: model.half_life_years,
            unseen_teams: unseen.clone(),
            sources: model.sources.clone(),
        }),
        as_of: as_of.map(|date| date.to_string()),
    }
}
