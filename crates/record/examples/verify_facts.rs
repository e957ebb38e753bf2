//! Compares the built-in record with the data sets in a folder, fact by fact.
//!
//! `cargo run --release -p byline-record --example verify_facts -- FOLDER [--all]`
//!
//! Every file of the folder that Byline reads is laid on the built-in record. For each source the count of agreements
//! is printed for the finals of World Cups and European Championships, and every difference; with `--all` also
//! differences already written down as disputed. Without a folder there is nothing to compare, and that is said.
//! The exit status is 0 unless a match of those finals is missing on one side.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a script for people")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use byline_record::claim::Claims;
use byline_record::read::{detect_file, read_file};
use byline_record::{EditionId, Match, PenaltyOutcome, Preference, Record, Sources, builtin};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from).filter(|folder| folder.is_dir()) else {
        println!("no folder with data sets: nothing to compare (give one as the first argument)");
        return ExitCode::SUCCESS;
    };
    let all = arguments.any(|argument| argument == "--all");
    match compare(&folder, all) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn compare(folder: &Path, all: bool) -> Result<bool, Box<dyn std::error::Error>> {
    let mut merger = builtin::merger()?;
    for (_, mut claims) in builtin::claims()? {
        // What the facts say of other sources is what is to be checked.
        for edition in &mut claims.editions {
            edition.attested.clear();
        }
        merger.add(&claims)?;
    }
    let mut paths = Vec::new();
    files(folder, &mut paths);
    let mut batches: Vec<(usize, PathBuf, Claims)> = Vec::new();
    for path in paths {
        let Ok(Some(_)) = detect_file(&path) else { continue };
        match read_file(&path) {
            Ok(read) => batches.push((merger.rank(&read.claims.source), path, read.claims)),
            Err(error) => println!("not read: {error}"),
        }
    }
    // Only files about national teams have anything to compare.
    batches.retain(|(_, _, claims)| {
        claims.matches.is_empty() || claims.matches.iter().any(|claim| claim.kind == byline_record::TeamKind::National)
    });
    batches.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    for (_, path, claims) in &batches {
        match merger.add(claims) {
            Ok(report) => println!(
                "{:<60} {:>6} rows, matches {} merged {} new, events {} merged {} new, {} differences",
                path.strip_prefix(folder)?.display().to_string(),
                claims.rows,
                report.matches_merged,
                report.matches_added,
                report.events_merged,
                report.events_added,
                report.conflicts,
            ),
            Err(error) => println!("refused: {}: {error}", path.display()),
        }
    }
    let record = merger.finish();
    let finals: Vec<EditionId> = record
        .editions()
        .iter()
        .filter(|edition| {
            let competition = record.competition(edition.competition);
            let own = edition.sources.contains(Sources::one(0));
            own && ["world-cup", "european-championship"].contains(&&*competition.key)
        })
        .map(|edition| edition.id)
        .collect();
    let whole = agreements(&record, &finals);
    differences(&record, &finals, all);
    Ok(whole)
}

/// Counts, for each source, the facts of the finals it confirms.
fn agreements(record: &Record, finals: &[EditionId]) -> bool {
    let ours = Sources::one(0);
    let entries: Vec<&Match> = record.latest().matches().filter(|entry| finals.contains(&entry.edition)).collect();
    let (known, unknown): (Vec<&Match>, Vec<&Match>) =
        entries.into_iter().partition(|entry| entry.sources.fixture.contains(ours));
    println!("\nfinals of World Cups and European Championships: {} matches in the built-in record", known.len());
    for (index, source) in record.sources().iter().enumerate().skip(1) {
        let theirs = Sources::one(index);
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let mut count = |what: &'static str, agrees: bool, of: bool| {
            let entry = counts.entry(what).or_default();
            entry.0 += usize::from(agrees && of);
            entry.1 += usize::from(of);
        };
        for entry in &known {
            let all = entry.sources.all().contains(theirs);
            if !all {
                continue;
            }
            count("1 date and teams", entry.sources.fixture.contains(theirs), true);
            count("2 half-time", entry.sources.half_time.contains(theirs), entry.score.half_time.is_some());
            count("3 full time", entry.sources.full_time.contains(theirs), entry.score.full_time.is_some());
            count("4 score at the end", entry.sources.end.contains(theirs), entry.score.end.is_some());
            count("5 shoot-out", entry.sources.shoot_out.contains(theirs), entry.score.shoot_out.is_some());
            count("6 kick-off", entry.sources.kick_off.contains(theirs), entry.kick_off.is_some());
            for goal in entry.goals() {
                count("7 goals", goal.sources.contains(theirs), true);
            }
            for event in entry.events.iter().filter(|event| !event.kind.is_goal()) {
                count("8 other events", event.sources.contains(theirs), event.sources.contains(ours));
            }
            for kick in &entry.kicks {
                count("9 shoot-out kicks", kick.sources.contains(theirs), true);
            }
        }
        if counts.is_empty() {
            continue;
        }
        println!("\n{} ({})", source.key, source.name);
        for (what, (agreed, of)) in counts {
            println!("  {:<20} {agreed:>5} of {of}", what.get(2..).unwrap_or(what));
        }
    }
    if !unknown.is_empty() {
        println!("\nmatches of those finals that the built-in record lacks:");
        for entry in &unknown {
            println!("  {} {} {}", entry.date, record.team(entry.home).name, record.team(entry.away).name);
        }
    }
    let unclear =
        known.iter().flat_map(|entry| &entry.kicks).filter(|kick| kick.outcome == PenaltyOutcome::Missed).count();
    println!("\nshoot-out kicks of which only the failure is known: {unclear}");
    unknown.is_empty()
}

fn differences(record: &Record, finals: &[EditionId], all: bool) {
    println!("\ndifferences");
    let view = record.latest();
    for conflict in record.conflicts() {
        let Some(entry) = conflict.in_match.and_then(|id| view.get(id)) else {
            println!(
                "  {}: {} | {} {}",
                conflict.about,
                conflict.preferred.value,
                conflict.other.value,
                keys(record, conflict.other.sources)
            );
            continue;
        };
        if !finals.contains(&entry.edition) || (conflict.preference == Preference::Editor && !all) {
            continue;
        }
        println!(
            "  {} {}-{}: {}: {} | {} {}",
            entry.date,
            record.team(entry.home).name,
            record.team(entry.away).name,
            conflict.about,
            conflict.preferred.value,
            conflict.other.value,
            keys(record, conflict.other.sources),
        );
    }
}

fn keys(record: &Record, sources: Sources) -> String {
    record.sources_in(sources).map(|source| &*source.key).collect::<Vec<_>>().join(", ")
}
