//! `byline data import | status | export | conflicts`: what is in the record and where it came from.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use byline_record::builtin;
use byline_record::export::export;
use byline_record::import::{Options, Progress, Report, Step, import};
use byline_record::store::{Status, Store};
use byline_record::{Conflict, TeamId, View};
use jiff::Timestamp;

use crate::Outcome;
use crate::args::{Common, ConflictsArgs, DataCommand, ExportArgs, ImportArgs};
use crate::desk::{Desk, database_to_read, database_to_write, store_failure};
use crate::failure::Failure;
use crate::{files, print, progress, wire};

pub(crate) fn run(common: &Common, command: &DataCommand) -> Outcome {
    match command {
        DataCommand::Import(args) => import_files(common, args),
        DataCommand::Status => status(common),
        DataCommand::Export(args) => export_tables(common, args),
        DataCommand::Conflicts(args) => conflicts(common, args),
    }
}

/// Imports, with a progress bar on a terminal. Exit 2 if a file failed, whatever the others did.
fn import_files(common: &Common, args: &ImportArgs) -> Outcome {
    let path = database_to_write(common)?;
    let mut store = Store::create(&path).map_err(store_failure)?;
    let options = Options {
        imported_at: Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        accept_new_teams: args.accept_new_teams,
        threads: std::thread::available_parallelism().map_or(1, usize::from),
    };
    let bar = progress::bar(common, "files");
    let mut show = |progress: Progress<'_>| {
        bar.set_length(progress.of as u64);
        bar.set_position(progress.done as u64);
        bar.set_message(match progress.step {
            Step::Reading => "reading",
            Step::Writing => "writing",
        });
    };
    let report = import(&mut store, &args.paths, &options, &mut show).map_err(store_failure)?;
    bar.finish_and_clear();
    if common.json {
        wire::print(&wire::data::import(&path, &report))?;
    } else {
        anstream::stdout().lock().write_all(print::data::import(&path, &report).as_bytes())?;
    }
    tell_failures(&report);
    Ok(if report.failures().next().is_some() { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// Failures go to standard error, each with its place and advice.
fn tell_failures(report: &Report) {
    for error in report.failures() {
        let mut failure = Failure::bad_input(error.to_string());
        if let Some(hint) = &error.hint {
            failure = failure.hint(hint.clone());
        }
        crate::failure::report(&failure);
    }
}

fn status(common: &Common) -> Outcome {
    let path = database_to_read(common);
    let imported = match &path {
        Some(path) => read_status(path)?,
        None => Status { sources: Vec::new() },
    };
    let desk = Desk::open(common)?;
    let view = desk.view();
    if common.json {
        wire::print(&wire::data::status(path.as_deref(), &imported, &view))?;
    } else {
        anstream::stdout().lock().write_all(print::data::status(path.as_deref(), &imported, &view).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn read_status(path: &Path) -> Result<Status, Failure> {
    Store::open(path).and_then(|store| store.status()).map_err(store_failure)
}

fn conflicts(common: &Common, args: &ConflictsArgs) -> Outcome {
    let desk = Desk::open(common)?;
    let view = desk.view();
    let team = args.team.as_deref().map(|team| desk.team(&desk.names(), team, None)).transpose()?;
    let known: Vec<&Conflict> =
        view.record().conflicts().iter().filter(|conflict| concerns(&view, conflict, team)).collect();
    let most = if args.most == 0 { known.len() } else { args.most };
    let shown = known.get(..most.min(known.len())).unwrap_or_default();
    if common.json {
        wire::print(&wire::data::conflicts(&view, shown, known.len()))?;
    } else {
        anstream::stdout().lock().write_all(print::data::conflicts(&view, shown, known.len()).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn export_tables(common: &Common, args: &ExportArgs) -> Outcome {
    let format = files::format(args.format)?;
    let desk = Desk::open(common)?;
    let exported = export(desk.view(), &args.folder, format).map_err(|error| Failure::bad_input(error.to_string()))?;
    if common.json {
        wire::print(&wire::data::export(&exported))?;
    } else {
        anstream::stdout().lock().write_all(print::data::export(&exported).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether a difference is known at the view's day and is about a match of the team's line.
fn concerns(view: &View<'_>, conflict: &Conflict, team: Option<TeamId>) -> bool {
    let record = view.record();
    match conflict.in_match {
        None => team.is_none(),
        Some(id) => view.get(id).is_some_and(|entry| {
            team.is_none_or(|team| {
                let root = record.root(team);
                [entry.home, entry.away].iter().any(|&side| record.root(side) == root)
            })
        }),
    }
}

/// How many files the built-in record is made of.
pub(crate) fn built_in_files() -> usize {
    builtin::EDITIONS.len() + 6
}
