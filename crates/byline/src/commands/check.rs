//! `byline check FILE…`: reports, statement by statement.

mod inputs;
mod stream;

pub(crate) use stream::Total;

use std::io::Write as _;
use std::process::ExitCode;

use byline_report::Checker;
use byline_report::text::Options;

use crate::Outcome;
use crate::args::{CheckArgs, Common};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::reports::{Checkup, Input};
use crate::{files, page, print, wire};

pub(crate) fn run(common: &Common, args: &CheckArgs) -> Outcome {
    let options = Options { format: None, date: args.date, outlet: args.outlet.clone(), zone: args.zone.clone() };
    if args.html.is_some() && (args.files.len() > 1 || args.files.iter().any(|path| inputs::is_stream(path))) {
        return Err(Failure::bad_input("--html writes the page of one report")
            .hint("name one report; `byline compare` lays several on one page"));
    }
    if args.files.iter().any(|path| inputs::is_stream(path)) {
        return stream::run(common, args, &options);
    }
    let inputs: Vec<Input> =
        args.files.iter().map(|path| Input::file(path, options.clone())).collect::<Result<_, _>>()?;
    let desk = Desk::open(common)?;
    let record = desk.record();
    let checker = Checker::new(record);
    let checkups: Vec<Checkup> =
        inputs.into_iter().map(|input| input.check(&checker, common.as_of)).collect::<Result<_, _>>()?;
    if let (Some(path), [checkup]) = (&args.html, checkups.as_slice()) {
        files::write(path, &page::check::page(checkup, record))?;
    }
    if common.json {
        wire::check::print(&checkups, record, common.as_of)?;
    } else {
        let mut out = String::new();
        for (place, checkup) in checkups.iter().enumerate() {
            if checkups.len() > 1 {
                out.push_str(&print::check::file_heading(checkup, place == 0));
            }
            out.push_str(&print::check::text(checkup, record, args.all));
        }
        anstream::stdout().lock().write_all(out.as_bytes())?;
    }
    if checkups.iter().any(Checkup::is_answered) {
        return Ok(ExitCode::SUCCESS);
    }
    if common.json {
        return Ok(ExitCode::from(1));
    }
    Err(Failure::unanswerable("no match could be told that this is about, and nothing was settled")
        .hint("give the day of the report: --date YYYY-MM-DD")
        .hint("see what the record holds with `byline data status`, and import more with `byline data import`"))
}
