//! Forecasts by a model that `fit --save` wrote.

use std::path::Path;

use byline_forecast::saved::{SavedModel, UnknownTeam, Whose};
use byline_record::TeamId;
use byline_record::names::find::Names;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Answer, day_after, eve, grid, meeting, on_terms, one_team};
use crate::args::ForecastArgs;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::files;

/// The model of a file.
#[derive(Debug)]
pub(crate) struct FromFile {
    pub(crate) path: String,
    pub(crate) model: SavedModel,
    /// Sides the model has not seen, which count as average teams.
    pub(crate) unseen: Vec<String>,
}

/// A side as far as record and model know it.
struct Known {
    /// In the record.
    id: Option<TeamId>,
    /// In the model; a team of the record may be none of its.
    number: Option<u32>,
    name: String,
}

pub(super) fn answer(desk: &Desk, args: &ForecastArgs, as_of: Option<Date>, path: &Path) -> Result<Answer, Failure> {
    let model = files::model(path)?;
    let sees_the_future = |known: String| {
        Failure::bad_input(format!("{}: the model has seen matches up to {}; {known}", path.display(), model.until))
            .hint("fit it to earlier matches: byline fit --until DATE --save FILE")
    };
    if let Some(as_of) = as_of.filter(|as_of| *as_of < model.until) {
        return Err(sees_the_future(format!("nothing later than {as_of} is to be known")));
    }
    let names = desk.names();
    let home = Known::of(desk, &names, &model, &args.team, args.date).map_err(|error| error.told(path))?;
    let away = Known::of(desk, &names, &model, &args.opponent, args.date).map_err(|error| error.told(path))?;
    if home.number.is_some() && home.number == away.number {
        return Err(one_team(&home.name, &away.name));
    }
    let eve = eve(&desk.view(), args.date);
    // A match without a day is the next one after all that record and model know.
    let otherwise = day_after(&eve).max(model.until.saturating_add(1.day()));
    let (meeting, numbers) = match (home.id, away.id) {
        (Some(one), Some(two)) => {
            let meeting = meeting(&eve, [one, two], otherwise, args)?;
            let root = |id| eve.record().root(id);
            let as_typed = meeting.ids.map(|id| id.map(root)).first() == Some(&Some(root(one)));
            (meeting, if as_typed { [home.number, away.number] } else { [away.number, home.number] })
        }
        _ => (on_terms([home.name, away.name], otherwise, false, args), [home.number, away.number]),
    };
    if numbers == [None, None] {
        let [one, two] = &meeting.teams;
        return Err(Failure::bad_input(format!("{}: the model has seen neither {one} nor {two}", path.display()))
            .hint("fit one to matches of theirs: byline fit --competition NAME --save FILE"));
    }
    if meeting.date <= model.until {
        return Err(sees_the_future(format!("the match is of {}", meeting.date)));
    }
    let ground = match meeting.ground() {
        "home" => Whose::First,
        "away" => Whose::Second,
        _ => Whose::Nobody,
    };
    let grid = grid(model.grid(numbers, ground))?;
    let (win, expected_goals) = (grid.win(), grid.expected_goals());
    let chances = meeting.frame.chances(win, expected_goals).map_err(|error| Failure::bad_input(error.to_string()))?;
    let unseen = meeting.teams.iter().zip(numbers).filter(|(_, number)| number.is_none());
    let unseen = unseen.map(|(name, _)| name.clone()).collect();
    Ok(Answer {
        win,
        win_intervals: None,
        through: chances.through,
        through_intervals: None,
        expected_goals,
        expected_goals_intervals: None,
        grid,
        meeting,
        file: Some(FromFile { path: path.display().to_string(), model, unseen }),
    })
}

/// Why nobody is meant by a name: what the record says, and what the model says.
struct Nobody {
    record: Failure,
    model: UnknownTeam,
}

impl Nobody {
    /// What the record says of it, unless the model knows a name like it.
    fn told(self, path: &Path) -> Failure {
        if self.model.near.is_empty() {
            self.record
        } else {
            Failure::bad_input(format!("{}: {}", path.display(), self.model))
        }
    }
}

impl Known {
    /// Who is meant: a team of the record and its place in the model, or else a team of the model alone.
    fn of(
        desk: &Desk,
        names: &Names<'_>,
        model: &SavedModel,
        text: &str,
        date: Option<Date>,
    ) -> Result<Self, Box<Nobody>> {
        let record = names.record();
        match (desk.team(names, text, date), model.find(text)) {
            (Ok(id), _) => {
                let name = record.team(id).display_name();
                // Models count a team and its predecessors as one, under the latest name.
                let root = record.team(record.root(id)).display_name();
                let number = model.number(&root).or_else(|| model.number(&name));
                Ok(Self { id: Some(id), number, name })
            }
            (Err(_), Ok(number)) => {
                let name = model.teams.get(number as usize).cloned().unwrap_or_default();
                Ok(Self { id: None, number: Some(number), name })
            }
            (Err(record), Err(model)) => Err(Box::new(Nobody { record, model })),
        }
    }
}
