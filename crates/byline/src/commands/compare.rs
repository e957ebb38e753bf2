//! `byline compare A B…`: accounts of one match side by side.

use std::io::Write as _;
use std::process::ExitCode;

use byline_record::sheet::{Sheet, sheet};
use byline_record::{Record, Sources, View};
use byline_report::Checker;
use byline_report::compare::{Account, Comparison, compare};
use byline_report::text::Options;

use crate::Outcome;
use crate::args::{Common, CompareArgs};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::reports::{Checkup, Input};
use crate::{files, page, print, wire};

/// What came of it: what faces present.
#[derive(Debug)]
pub(crate) struct Compared<'v> {
    pub(crate) view: View<'v>,
    pub(crate) checkups: Vec<Checkup>,
    pub(crate) comparison: Comparison,
}

impl<'v> Compared<'v> {
    /// The accounts laid side by side, along their match as the latest of them could know it.
    pub(crate) fn new(record: &'v Record, checkups: Vec<Checkup>) -> Self {
        let views = checkups.iter().map(|checkup| checkup.view(record));
        let view = views.max_by_key(View::as_of).unwrap_or_else(|| record.latest());
        let accounts: Vec<Account<'_>> = checkups
            .iter()
            .map(|Checkup { origin, report, checked }| Account {
                name: report.outlet.clone().unwrap_or_else(|| origin.short_name()),
                report,
                checked,
            })
            .collect();
        let comparison = compare(&view, &accounts);
        Self { view, checkups, comparison }
    }

    /// The match the accounts are about.
    pub(crate) fn about(&self) -> Option<Sheet> {
        sheet(&self.view, self.comparison.in_match?)
    }

    /// Who says anything of the record's side.
    pub(crate) fn sources(&self) -> Sources {
        let cells = self.comparison.rows.iter().filter_map(|row| row.record.as_ref());
        cells.fold(Sources::NONE, |all, cell| all.and(cell.sources))
    }

    /// What an account is called.
    pub(crate) fn name(&self, account: usize) -> &str {
        self.comparison.accounts.get(account).map_or("", |info| info.name.as_str())
    }

    /// What is known of an account as a whole, in words: `copy of The Post: 93 % of its words`; `None` if nothing is.
    pub(crate) fn remark(&self, account: usize) -> Option<String> {
        let info = self.comparison.accounts.get(account)?;
        let copy = info.copy_of.map(|copy| {
            let [words, names] = [copy.words, copy.names].map(print::percent);
            let of = print::clip(self.name(copy.account), NAME);
            format!("made from the text of {of}: {words} of its words, {names} of its names and numbers; counted once")
        });
        let astray = (self.comparison.in_match.is_some() && info.in_match != self.comparison.in_match)
            .then(|| "not surely about this match".to_owned());
        copy.or(astray)
    }
}

/// Letters of an outlet's name that are shown.
pub(crate) const NAME: usize = 40;

pub(crate) fn run(common: &Common, args: &CompareArgs) -> Outcome {
    let told = |given: usize, what: &str| match given {
        0 | 1 => Ok(()),
        _ if given == args.files.len() => Ok(()),
        _ => Err(Failure::bad_input(format!("{what} is given {given} times for {} accounts", args.files.len()))
            .hint("give it once for all of them, or once for each in their order")),
    };
    told(args.date.len(), "--date")?;
    told(args.outlet.len(), "--outlet")?;
    told(args.zone.len(), "--zone")?;
    let mut inputs = Vec::with_capacity(args.files.len());
    for (place, path) in args.files.iter().enumerate() {
        let options = Options {
            format: None,
            date: of(&args.date, place),
            outlet: of(&args.outlet, place),
            zone: of(&args.zone, place),
        };
        inputs.push(Input::file(path, options)?);
    }
    let desk = Desk::open(common)?;
    let checker = Checker::new(desk.record());
    let checkups: Vec<Checkup> =
        inputs.into_iter().map(|input| input.check(&checker, common.as_of)).collect::<Result<_, _>>()?;
    let is_answered = checkups.iter().any(Checkup::is_answered);
    let compared = Compared::new(desk.record(), checkups);
    if let Some(path) = &args.html {
        files::write(path, &page::compare::page(&compared))?;
    }
    if common.json {
        wire::print(&wire::compare::wire(&compared, common.as_of))?;
    } else {
        anstream::stdout().lock().write_all(print::compare::text(&compared).as_bytes())?;
    }
    match (is_answered, common.json) {
        (true, _) => Ok(ExitCode::SUCCESS),
        (false, true) => Ok(ExitCode::from(1)),
        (false, false) => Err(Failure::unanswerable("no match could be told that these accounts are about")
            .hint("give the days of the accounts: --date YYYY-MM-DD")),
    }
}

/// What is given for the account at a place: its own, or the one for all.
fn of<T: Clone>(given: &[T], place: usize) -> Option<T> {
    match given {
        [only] => Some(only.clone()),
        _ => given.get(place).cloned(),
    }
}
