//! One fact changed in a true statement, and whether the checker says so.
//!
//! Of every statement annotated true that the record can settle, one thing is changed in the text: a goal of a score, a
//! minute, who did it, a weekday, a year, an opponent, a place, a count, a stage, champions and runners-up. What cannot
//! be changed so that it is surely false (the record does not have the true value in the match of the report, the words
//! name nothing that can be exchanged) is left out. Which other value is taken is a function of seed, report and line.

mod numbers;
mod people;
mod words;

use std::fmt::Write as _;

use byline_record::ask::Verdict;
use byline_record::names::find::{Context, Mention, Names};
use byline_record::{Match, Record};
use byline_report::claim::Kind;
use byline_report::text::{Options, Report};
use byline_report::{Checked, Checker, Span};

use super::align::{Found, aligned, found, meet};
use super::decidable::{Ground, ground, is_decidable};
use super::{Annotated, Statement, Truth};

/// Another seed, other values.
const SEED: u64 = 20_221_210;

/// A change of the text: the bytes replaced and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub span: Span,
    pub with: String,
    /// What was changed: `score`, `minute`.
    pub what: &'static str,
}

/// What a change is made from.
struct Scene<'a> {
    record: &'a Record,
    report: &'a Annotated,
    statement: &'a Statement,
    /// The match of the report, if it is about one.
    entry: Option<&'a Match>,
    /// Every name of the text, read with the match in question.
    mentions: &'a [Mention],
}

impl<'a> Scene<'a> {
    fn words(&self) -> &'a str {
        &self.report.text[self.statement.span.clone()]
    }

    fn sentence(&self) -> Span {
        self.report.sentence(&self.statement.span)
    }

    /// One of some values: the same for the same report, line and values.
    fn pick<T: Clone>(&self, values: &[T]) -> Option<T> {
        let at = mix(SEED ^ mix(u64::from(self.report.number)) ^ mix(self.statement.line as u64 + (1 << 32)));
        (!values.is_empty()).then(|| values[(at % values.len() as u64) as usize].clone())
    }

    /// A change of a part of the annotated words.
    fn within(&self, part: Span, with: String, what: &'static str) -> Option<Change> {
        let start = self.statement.span.start;
        Some(Change { span: start + part.start..start + part.end, with, what })
    }

    fn change(&self) -> Option<Change> {
        match self.statement.kind? {
            Kind::Score | Kind::HalfTimeScore | Kind::RunningScore => numbers::score(self),
            Kind::ShootOut => numbers::score(self).or_else(|| people::other(self)),
            Kind::Minute => numbers::minute(self),
            Kind::Scorer | Kind::Penalty | Kind::OwnGoal | Kind::MissedPenalty | Kind::Card | Kind::Keeper => {
                people::other(self)
            }
            Kind::Role => people::other_manager(self),
            Kind::Date => words::weekday(self),
            Kind::NextFixture => words::opponent(self).or_else(|| words::weekday(self)),
            Kind::Venue => words::city(self),
            // Germany, four times champions, were runners-up four times too: the count first.
            Kind::Title => numbers::count(self).or_else(|| words::champions(self)).or_else(|| numbers::year(self)),
            Kind::FirstSince | Kind::Record => numbers::year(self).or_else(|| numbers::count(self)),
            Kind::Streak | Kind::Tally | Kind::HeadToHead | Kind::Table | Kind::Order => numbers::count(self),
            Kind::Stage | Kind::Progress => words::stage(self),
            _ => None,
        }
    }
}

/// SplitMix64's scrambling of a counter.
fn mix(counter: u64) -> u64 {
    let mut z = counter.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// How changes of one kind fared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fared {
    pub injected: usize,
    /// A statement on the changed or the annotated words is contradicted, and none was there before.
    pub caught: usize,
    /// Caught, or the record differs there.
    pub noticed: usize,
    /// A statement of the kind on the changed words is confirmed all the same.
    pub believed: usize,
    /// Contradictions elsewhere in the text that were not there before the change.
    pub elsewhere: usize,
}

/// A change that was not caught, in words.
#[derive(Debug, Clone)]
pub struct Missed {
    pub report: String,
    pub text: String,
    pub believed: bool,
}

/// What injection found, by [`Kind::ALL`].
#[derive(Debug, Default)]
pub struct Injected {
    pub kinds: Vec<Fared>,
    pub missed: Vec<Missed>,
    /// What was contradicted elsewhere: as a rule wrongly, for all else in the text is as it was.
    pub elsewhere: Vec<Missed>,
}

impl Injected {
    pub fn total(&self) -> Fared {
        self.kinds.iter().fold(Fared::default(), |sum, one| Fared {
            injected: sum.injected + one.injected,
            caught: sum.caught + one.caught,
            noticed: sum.noticed + one.noticed,
            believed: sum.believed + one.believed,
            elsewhere: sum.elsewhere + one.elsewhere,
        })
    }

    /// Of the errors put in, the share contradicted.
    pub fn caught_share(&self) -> f64 {
        let total = self.total();
        super::measure::share(total.caught, total.injected).unwrap_or(1.0)
    }

    /// The table by kind.
    pub fn table(&self, half: &str) -> String {
        let mut out = format!("{half}: one fact changed in each true statement that the record can settle\n\n");
        let head = ["kind", "injected", "caught", "noticed", "believed", "elsewhere"];
        let _ =
            writeln!(out, "{:16}{:>9}{:>16}{:>16}{:>10}{:>10}", head[0], head[1], head[2], head[3], head[4], head[5]);
        let mut line = |name: &str, one: &Fared| {
            let share = |part: usize| format!("{part} {:5.1}%", 100.0 * part as f64 / one.injected.max(1) as f64);
            let (caught, noticed) = (share(one.caught), share(one.noticed));
            let _ = writeln!(
                out,
                "{name:16}{:>9}{caught:>16}{noticed:>16}{:>10}{:>10}",
                one.injected, one.believed, one.elsewhere
            );
        };
        for (kind, one) in Kind::ALL.iter().zip(&self.kinds).filter(|(_, one)| one.injected > 0) {
            line(kind.key(), one);
        }
        line("all", &self.total());
        out.push_str(
            "\ncaught: contradicted on the changed or the annotated words, and not before the change; noticed: or the\n\
             record differs; believed: confirmed on the changed words, of that kind; elsewhere: new contradictions\n\
             on other words, which were left as they were\n",
        );
        out
    }
}

/// A text with one fact changed.
#[derive(Debug, Clone)]
pub struct Injection {
    /// The place of the statement in [`Annotated::statements`].
    pub statement: usize,
    pub change: Change,
    pub text: String,
    /// Where the annotated words and the new ones are in it.
    pub words: Span,
    pub changed: Span,
}

/// Every change of a report, at most one for each statement, no text twice.
pub fn injections(record: &Record, names: &Names<'_>, report: &Annotated) -> Vec<Injection> {
    let ground = ground(record, names, report);
    let entry = if let Ground::One(entry) = ground { Some(entry) } else { None };
    let context = Context { date: Some(report.date()), in_match: entry.map(|entry| entry.id), ..Context::default() };
    let mentions = names.mentions(&report.text, &context);
    let mut all: Vec<Injection> = Vec::new();
    for (index, statement) in report.statements.iter().enumerate() {
        if statement.truth != Truth::True || !is_decidable(record, ground, report, statement) {
            continue;
        }
        let scene = Scene { record, report, statement, entry, mentions: &mentions };
        let Some(change) = scene.change() else { continue };
        let mut text = report.text.clone();
        text.replace_range(change.span.clone(), &change.with);
        // A place in the old text, in the new one.
        let moved = |at: usize| if at >= change.span.end { at + change.with.len() - change.span.len() } else { at };
        if all.iter().all(|other| other.text != text) {
            let words = moved(statement.span.start)..moved(statement.span.end);
            let changed = change.span.start..change.span.start + change.with.len();
            all.push(Injection { statement: index, change, text, words, changed });
        }
    }
    all
}

/// Puts errors into reports, one at a time, and counts those the checker finds.
pub fn inject(record: &Record, reports: &[Annotated]) -> Injected {
    let checker = Checker::new(record);
    let names = Names::new(record);
    let mut injected = Injected { kinds: vec![Fared::default(); Kind::ALL.len()], ..Injected::default() };
    for report in reports {
        let read = report.report();
        let before = checker.check(&read).statements;
        for injection in injections(record, &names, report) {
            injected.one(&checker, report, &injection, &read, &before);
        }
    }
    injected
}

impl Injected {
    fn one(
        &mut self,
        checker: &Checker<'_>,
        report: &Annotated,
        injection: &Injection,
        read: &Report,
        before: &[Checked],
    ) {
        let statement = &report.statements[injection.statement];
        let kind = statement.kind.expect("only what has a kind is changed");
        let slot = Kind::ALL.iter().position(|&other| other == kind).expect("every kind is listed");
        let changed = Report::read(injection.text.as_bytes(), &Options::default()).expect("a short report");
        let after = checker.check(&changed).statements;
        let after = found(&changed, &after);
        let here = |span: &Span| meet(span, &injection.changed) || meet(span, &injection.words);
        let was = found(read, before);
        let was_here = |span: &Span| meet(span, &injection.change.span) || meet(span, &statement.span);
        let contradicted_before = was.iter().any(|one| one.has(Verdict::Contradicted) && was_here(&one.span));
        let says = |verdict: Verdict| after.iter().any(|one| one.has(verdict) && here(&one.span));
        let caught = says(Verdict::Contradicted) && !contradicted_before;
        let noticed = caught || says(Verdict::RecordDiffers);
        let same = Statement { span: injection.changed.clone(), ..statement.clone() };
        let believed = !noticed && after.iter().any(|one| one.has(Verdict::Confirmed) && aligned(&same, one));
        let known = |one: &Found<'_>| {
            let words = &injection.text[one.span.clone()];
            let same = |old: &Found<'_>| old.checked.kind == one.checked.kind && report.words(&old.span) == words;
            was.iter().any(|old| old.has(Verdict::Contradicted) && same(old))
        };
        let elsewhere: Vec<&Found<'_>> =
            after.iter().filter(|one| one.has(Verdict::Contradicted) && !here(&one.span) && !known(one)).collect();
        let fared = &mut self.kinds[slot];
        fared.injected += 1;
        fared.caught += usize::from(caught);
        fared.noticed += usize::from(noticed);
        fared.believed += usize::from(believed);
        fared.elsewhere += elsewhere.len();
        let old = &report.text[injection.change.span.clone()];
        let made = format!(
            "{} of {:?} {}: {old:?} -> {:?}",
            injection.change.what,
            report.words(&statement.span),
            kind.key(),
            injection.change.with
        );
        let told = |one: &Found<'_>| {
            let (words, checked) = (&injection.text[one.span.clone()], one.checked);
            format!("\n      {words:?} {} -> {}: {}", checked.kind.key(), checked.verdict.key(), checked.reading)
        };
        if !elsewhere.is_empty() {
            let text = made.clone() + &elsewhere.iter().map(|one| told(one)).collect::<String>();
            self.elsewhere.push(Missed { report: report.name.clone(), text, believed: false });
        }
        if !caught {
            let here = after.iter().filter(|one| here(&one.span)).map(told).collect::<String>();
            self.missed.push(Missed { report: report.name.clone(), text: made + &here, believed });
        }
    }
}
