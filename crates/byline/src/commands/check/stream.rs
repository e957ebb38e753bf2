//! Many reports: a line of output each, in the order of the input, in memory that does not grow with their number.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use byline_record::Record;
use byline_report::Checker;
use byline_report::text::Options;
use rayon::ThreadPool;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::inputs;
use crate::Outcome;
use crate::args::{CheckArgs, Common};
use crate::desk::Desk;
use crate::failure::{self, Failure};
use crate::pool::pool;
use crate::print::verdict::ORDER;
use crate::reports::{Checkup, Input};
use crate::{print, progress, wire};

/// Reports worked on together, and the bytes from which on no more are added.
const BATCH: usize = 512;
const BATCH_BYTES: usize = 8 << 20;

/// What a stream came to.
#[derive(Debug, Default)]
pub(crate) struct Total {
    /// Reports checked.
    pub(crate) reports: u64,
    /// Those of which the match was told.
    pub(crate) anchored: u64,
    /// Statements by verdict, in the order shown.
    pub(crate) statements: [u64; ORDER.len()],
    /// Reports that could not be had.
    pub(crate) bad: u64,
    /// Whether any had something to tell.
    answered: bool,
}

/// A report's line, and what it adds to the total.
struct Done {
    line: Vec<u8>,
    counts: [u64; ORDER.len()],
    anchored: bool,
    answered: bool,
}

pub(super) fn run(common: &Common, args: &CheckArgs, options: &Options) -> Outcome {
    let desk = Desk::open(common)?;
    let work = Work { common, record: desk.record(), checker: Checker::new(desk.record()), pool: pool(args.threads)? };
    let bar = progress::stream(common, "reports");
    let mut out: Box<dyn Write> = if common.json {
        Box::new(BufWriter::new(std::io::stdout().lock()))
    } else {
        Box::new(BufWriter::new(anstream::stdout().lock()))
    };
    let mut total = Total::default();
    let mut batch: Vec<Result<Input, Failure>> = Vec::new();
    let mut bytes = 0;
    let mut take = |input: Result<Input, Failure>| {
        bytes += input.as_ref().map_or(0, |input| input.bytes.len());
        batch.push(input);
        if batch.len() < BATCH && bytes < BATCH_BYTES {
            return Ok(());
        }
        bytes = 0;
        work.finish(std::mem::take(&mut batch), &mut total, &mut out, &bar)
    };
    for path in &args.files {
        inputs::each(path, options, &mut take)?;
    }
    work.finish(batch, &mut total, &mut out, &bar)?;
    bar.finish_and_clear();
    if !common.json {
        out.write_all(print::check::total(&total).as_bytes())?;
    }
    out.flush()?;
    Ok(ExitCode::from(match (total.bad, total.answered) {
        (1.., _) => 2,
        (0, true) => 0,
        (0, false) => 1,
    }))
}

/// What every batch is worked on with.
struct Work<'w> {
    common: &'w Common,
    record: &'w Record,
    checker: Checker<'w>,
    pool: ThreadPool,
}

impl Work<'_> {
    /// Checks a batch and writes what came of it, in order.
    fn finish(
        &self,
        batch: Vec<Result<Input, Failure>>,
        total: &mut Total,
        out: &mut dyn Write,
        bar: &indicatif::ProgressBar,
    ) -> Result<(), Failure> {
        let done: Vec<Result<Done, Failure>> = self.pool.install(|| {
            batch
                .into_par_iter()
                .map(|input| input.and_then(|input| input.check(&self.checker, self.common.as_of)))
                .map(|checkup| checkup.and_then(|checkup| self.line(&checkup)))
                .collect()
        });
        for one in done {
            match one {
                Ok(done) => {
                    out.write_all(&done.line)?;
                    total.reports += 1;
                    total.anchored += u64::from(done.anchored);
                    total.answered |= done.answered;
                    for (all, own) in total.statements.iter_mut().zip(done.counts) {
                        *all += own;
                    }
                }
                Err(error) => {
                    total.bad += 1;
                    bar.suspend(|| failure::report(&error));
                }
            }
            bar.inc(1);
        }
        Ok(())
    }

    fn line(&self, checkup: &Checkup) -> Result<Done, Failure> {
        let line = if self.common.json {
            wire::check::line(checkup, self.record, self.common.as_of)?
        } else {
            print::check::line(checkup, self.record).into_bytes()
        };
        Ok(Done {
            line,
            counts: checkup.counts(ORDER).map(|(_, count)| count as u64),
            anchored: checkup.checked.anchor.is_some(),
            answered: checkup.is_answered(),
        })
    }
}
