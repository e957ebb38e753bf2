//! `byline table EDITION [GROUP]`: the table of a group, and what separated each pair.

use std::io::Write as _;
use std::process::ExitCode;

use byline_competition::Situation;
use byline_competition::certain::{Certainty, certainty};
use byline_competition::edition::Stage;
use byline_record::{Sources, StageKind, View, group_number};
use jiff::civil::Date;

use crate::Outcome;
use crate::args::{Common, TableArgs};
use crate::desk::Desk;
use crate::edition::Opened;
use crate::failure::Failure;
use crate::{print, wire};

/// Tables with everything a face needs to tell them.
#[derive(Debug)]
pub(crate) struct Tables<'o> {
    /// The edition, and what is supposed.
    pub(crate) opened: &'o Opened,
    /// The edition at the moment.
    pub(crate) situation: Situation<'o>,
    /// Stage and group of each table asked for.
    pub(crate) shown: Vec<(usize, usize)>,
    /// What is certain of each of them while it is open.
    pub(crate) certain: Vec<Option<Certainty>>,
    /// Whether the groups were not named, so that the comparison across groups belongs to the answer.
    pub(crate) all: bool,
    /// The day of the record, where one was asked for.
    pub(crate) as_of: Option<Date>,
    /// Who says what has happened.
    pub(crate) sources: Sources,
    /// The record.
    pub(crate) view: View<'o>,
}

pub(crate) fn run(common: &Common, args: &TableArgs) -> Outcome {
    let desk = Desk::open(common)?;
    let view = desk.view();
    let opened = Opened::open(&desk, &view, &args.edition, &args.set)?;
    if !opened.live.is_empty() {
        return Err(Failure::bad_input("--set: a table counts results, not matches under way")
            .hint("leave the minute out to count the score as the result; `byline cup` takes matches under way"));
    }
    let shown = groups(&opened.edition.stages, args)?;
    let situation = opened.situation();
    let certain = |&(stage, group): &(usize, usize)| {
        let table = situation.tables.get(stage).and_then(|tables| tables.get(group))?;
        let begun = table.standings.iter().any(|standing| standing.played > 0);
        (begun && !table.complete).then(|| certainty(&situation, stage, group)).flatten()
    };
    let certain = shown.iter().map(certain).collect();
    let answer = Tables {
        situation,
        shown,
        certain,
        all: args.group.is_none(),
        as_of: common.as_of,
        sources: opened.sources(&view),
        opened: &opened,
        view,
    };
    if common.svg.is_some() {
        return Err(
            Failure::bad_input("a table has no picture").hint("`byline cup EDITION --svg FILE` draws the bracket")
        );
    }
    if common.json {
        wire::print(&wire::table::wire(&answer))?;
    } else {
        anstream::stdout().lock().write_all(print::table::text(&answer).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The groups asked for.
fn groups(stages: &[Stage], args: &TableArgs) -> Result<Vec<(usize, usize)>, Failure> {
    let with_groups = || stages.iter().enumerate().filter(|(_, stage)| !stage.is_knock_out());
    let names = || with_groups().map(|(_, stage)| stage.kind.name()).collect::<Vec<_>>().join(", ");
    if with_groups().next().is_none() {
        return Err(Failure::unanswerable("this edition has no groups: it is a knock-out from its first match")
            .hint("`byline cup EDITION` shows the bracket"));
    }
    let wanted = match &args.stage {
        Some(text) => {
            let kind = StageKind::read(text);
            let found = with_groups().find(|(_, stage)| Some(stage.kind) == kind);
            let Some((number, _)) = found else {
                return Err(Failure::bad_input(format!("`{text}` is no stage of this edition with groups"))
                    .hint(format!("stages with groups: {}", names())));
            };
            Some(number)
        }
        None => None,
    };
    let Some(group) = &args.group else {
        let of_stage = with_groups().filter(|(number, _)| wanted.is_none_or(|wanted| wanted == *number));
        return Ok(of_stage.flat_map(|(number, stage)| (0..stage.groups.len()).map(move |g| (number, g))).collect());
    };
    let label = group.trim().trim_start_matches("group ").trim_start_matches("Group ").to_uppercase();
    // A and 1 are both the first.
    let counted = group_number(&label).and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
    let of_stage = || with_groups().filter(|(number, _)| wanted.is_none_or(|wanted| wanted == *number));
    let exact = |stage: &Stage| stage.groups.iter().position(|group| group.label.to_uppercase() == label);
    let by_label = of_stage().find_map(|(number, stage)| Some((number, exact(stage)?)));
    let by_place = || {
        let fits = |stage: &Stage| counted.filter(|&place| place < stage.groups.len());
        of_stage().find_map(|(number, stage)| Some((number, fits(stage)?)))
    };
    let found = by_label.or_else(by_place);
    found.map(|found| vec![found]).ok_or_else(|| {
        let groups: Vec<String> = with_groups()
            .map(|(_, stage)| {
                let labels: Vec<&str> = stage.groups.iter().map(|group| &*group.label).collect();
                format!("{} {}", stage.kind.name(), labels.join(" "))
            })
            .collect();
        Failure::bad_input(format!("there is no group `{group}`")).hint(format!("groups: {}", groups.join("; ")))
    })
}
