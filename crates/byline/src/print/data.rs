//! What `data` commands print.

use std::fmt::Write as _;
use std::path::Path;

use anstyle::Style;
use byline_record::export::Exported;
use byline_record::import::{Imported, Outcome, Report};
use byline_record::store::{SourceStatus, Status};
use byline_record::{Conflict, Extent, Record, Sources, Table, View};

use super::{grid, laid_out, line};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// What an import did.
pub(crate) fn import(path: &Path, report: &Report) -> String {
    let mut out = String::new();
    let mut table = grid(&["file", "format", "rows", "matches", "events and kicks", "differs", "left out"]);
    let mut ignored = 0_usize;
    let mut known = 0_usize;
    for file in &report.files {
        match &file.outcome {
            Outcome::Imported(imported) => {
                let name = file.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                table.add_row(row(&name, imported));
            }
            Outcome::AlreadyImported => known += 1,
            Outcome::Ignored => ignored += 1,
            Outcome::Failed(_) => {}
        }
    }
    if table.row_count() > 0 {
        line!(out, "{}", laid_out(&table));
        line!(out);
    }
    let failed = report.failures().count();
    let imported = report.files.len() - ignored - known - failed;
    let mut parts = vec![format!("{imported} imported")];
    let mut part = |count: usize, what: &str| {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    };
    part(known, "known already, nothing added");
    part(ignored, "of no format Byline reads");
    part(failed, "refused");
    part(report.undated, "matches without a date not placed yet");
    line!(out, "{}: {}", path.display(), parts.join("; "));
    out
}

fn row(name: &str, imported: &Imported) -> Vec<String> {
    let merged = &imported.merged;
    let counts = |added: usize, known: usize| match (added, known) {
        (0, 0) => String::new(),
        _ => format!("{added} new, {known} known"),
    };
    vec![
        if imported.replaced { format!("{name} (newer edition)") } else { name.to_owned() },
        imported.format.name().to_owned(),
        imported.rows.to_string(),
        counts(merged.matches_added, merged.matches_merged),
        counts(merged.events_added, merged.events_merged),
        merged.conflicts.to_string(),
        imported.skipped.len().to_string(),
    ]
}

/// Sources, files and completeness.
pub(crate) fn status(path: Option<&Path>, imported: &Status, view: &View<'_>) -> String {
    let record = view.record();
    let mut out = String::new();
    match path {
        Some(path) => line!(out, "{BOLD}{}{BOLD:#}", path.display()),
        None => line!(out, "{BOLD}the built-in record{BOLD:#} (no database yet: `byline data import` makes one)"),
    }
    line!(
        out,
        "{} matches, {} people, {} editions, {} differences between sources",
        view.matches().count(),
        record.people().len(),
        view.editions().count(),
        record.conflicts().len()
    );
    let loose: Vec<_> = view.loose_matches().collect();
    if !loose.is_empty() {
        let penalties: usize = loose.iter().map(|entry| entry.count()).sum();
        line!(out, "{penalties} penalties of {} matches without a date, kept beside the matches", loose.len());
    }
    for source in &imported.sources {
        source_status(&mut out, source);
    }
    if !record.undated().is_empty() {
        line!(out);
        line!(out, "{BOLD}Not placed{BOLD:#}");
        for waiting in record.undated() {
            let id = waiting.external_id.as_deref().unwrap_or("no number");
            line!(out, "  {} v {} ({id}): {}", waiting.home, waiting.away, waiting.reason);
        }
    }
    completeness(&mut out, view);
    line!(out);
    line!(out, "{BOLD}Sources, the preferred first{BOLD:#}");
    for source in record.sources() {
        line!(out, "  {}: {}", source.key, source.name);
        line!(out, "    {DIM}{} · {}{DIM:#}", source.licence, source.attribution);
    }
    out
}

fn source_status(out: &mut String, source: &SourceStatus) {
    line!(out);
    line!(out, "{BOLD}{}{BOLD:#}, {}", source.source.name, source.source.licence);
    let mut table = grid(&["file", "format", "rows", "matches", "events", "left out", "imported"]);
    for file in &source.files {
        table.add_row([
            file.name.clone(),
            file.format.clone(),
            file.rows.to_string(),
            file.matches.to_string(),
            file.events.to_string(),
            file.skipped.to_string(),
            file.imported_at.clone(),
        ]);
    }
    line!(out, "{}", laid_out(&table));
}

/// How far tables reach, competition by competition: editions complete, partial, without.
fn completeness(out: &mut String, view: &View<'_>) {
    let record = view.record();
    line!(out);
    line!(out, "{BOLD}How far the tables reach{BOLD:#} (editions complete, partial, none or unknown)");
    for competition in record.competitions() {
        let editions: Vec<_> =
            view.editions().filter(|edition| edition.competition == competition.id).map(|edition| edition.id).collect();
        let said = |table: Table, extent: Extent| {
            editions.iter().filter(|&&edition| view.extent(edition, table) == extent).count()
        };
        let rows: Vec<String> = Table::ALL
            .iter()
            .map(|&table| (table, said(table, Extent::Complete), said(table, Extent::Partial)))
            .filter(|&(_, complete, partial)| complete + partial > 0)
            .map(|(table, complete, partial)| {
                format!("{table} {complete}, {partial}, {}", editions.len() - complete - partial)
            })
            .collect();
        if !rows.is_empty() {
            line!(out, "  {}, {} editions: {}", competition.name, editions.len(), rows.join("; "));
        }
    }
}

/// Tables written.
pub(crate) fn export(exported: &[Exported]) -> String {
    let mut out = String::new();
    for file in exported {
        line!(out, "{:>9} rows  {}", file.rows, file.path.display());
    }
    out
}

/// Differences between sources.
pub(crate) fn conflicts(view: &View<'_>, shown: &[&Conflict], known: usize) -> String {
    let record = view.record();
    let mut out = String::new();
    for conflict in shown {
        if let Some(entry) = conflict.in_match.and_then(|id| view.get(id)) {
            let team = |id| record.team(id).display_name();
            line!(out, "{BOLD}{} {} v {}{BOLD:#}: {}", entry.date, team(entry.home), team(entry.away), conflict.about);
        } else {
            line!(out, "{BOLD}{}{BOLD:#}", conflict.about);
        }
        line!(
            out,
            "  {} ({}), but {} ({}) {DIM}· {}{DIM:#}",
            conflict.preferred.value,
            keys(record, conflict.preferred.sources),
            conflict.other.value,
            keys(record, conflict.other.sources),
            conflict.preference.rule()
        );
    }
    match known - shown.len() {
        0 => line!(out, "{known} differences"),
        more => line!(out, "{known} differences, {more} not shown: --most 0 for all"),
    }
    out
}

fn keys(record: &Record, sources: Sources) -> String {
    let keys: Vec<&str> = record.sources_in(sources).map(|source| &*source.key).collect();
    if keys.is_empty() { "source not kept".to_owned() } else { keys.join(", ") }
}
