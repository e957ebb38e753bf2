//! `byline ask "…"`: a question answered, or a statement judged.

use std::io::Write as _;
use std::process::ExitCode;

use byline_record::CompetitionId;
use byline_record::Sex;
use byline_record::ask::scope::{GroundScope, ShootOutCounts};
use byline_record::ask::{Scope, Verdict, ask};
use byline_record::names::find::Context;

use crate::Outcome;
use crate::args::{AskArgs, Common, GroundArg, ShootOutArg};
use crate::desk::{Desk, name_failure};
use crate::failure::Failure;
use crate::{print, wire};

pub(crate) fn run(common: &Common, args: &AskArgs) -> Outcome {
    let desk = Desk::open(common)?;
    let view = desk.view();
    let names = desk.names();
    let mut competitions: Vec<CompetitionId> = Vec::new();
    for name in &args.competition {
        let context = Context { sex: args.women.then_some(Sex::Women), ..Context::default() };
        competitions.push(names.competition(name, &context).map_err(|error| name_failure(&error))?.id);
    }
    let question = args.words.join(" ");
    let asked = ask(&question, &names, &view, &|scope| settle(scope, args, &competitions));
    if common.json {
        wire::print(&wire::answer::wire(&question, &asked, &view, common.as_of))?;
    } else if asked.answer.verdict != Verdict::NotRead || !asked.answer.alternatives.is_empty() {
        anstream::stdout().lock().write_all(print::answer::text(&asked, &view).as_bytes())?;
    }
    match asked.answer.verdict {
        Verdict::NotRead => {
            let reason = asked.answer.reason.as_deref().unwrap_or("the sentence was not understood");
            let failure = Failure::bad_input(format!("not read: {reason}"));
            let failure = asked.forms.iter().fold(failure, |failure, form| failure.hint(format!("ask like: {form}")));
            if common.json { Ok(ExitCode::from(2)) } else { Err(failure) }
        }
        Verdict::NotInRecord => Ok(ExitCode::from(1)),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// What the user has set goes before what the sentence says.
fn settle(scope: &mut Scope, args: &AskArgs, competitions: &[CompetitionId]) {
    if !competitions.is_empty() {
        scope.competitions = competitions.to_vec();
    }
    scope.competitive_only |= args.competitive;
    scope.knock_out_only |= args.knock_out;
    if let Some(ground) = args.ground {
        scope.ground = match ground {
            GroundArg::Home => GroundScope::Home,
            GroundArg::Away => GroundScope::Away,
            GroundArg::Neutral => GroundScope::Neutral,
        };
    }
    scope.from_year = args.from.or(scope.from_year);
    scope.to_year = args.to.or(scope.to_year);
    if let Some(shoot_out) = args.shoot_out_as {
        scope.shoot_out = match shoot_out {
            ShootOutArg::Draw => ShootOutCounts::Draw,
            ShootOutArg::Win => ShootOutCounts::Win,
        };
    }
    scope.predecessors &= !args.no_predecessors;
    if args.women {
        scope.sex = Sex::Women;
    }
}
