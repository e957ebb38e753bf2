//! JSON of `data import`, `data status` and `data conflicts`.

use std::path::Path;

use byline_record::export::Exported;
use byline_record::import::{Outcome, Report};
use byline_record::store::Status;
use byline_record::{Conflict, Extent, Record, Sources, Table, View};
use serde::Serialize;

use super::sheet::SourceWire;

/// The object `data import --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Import {
    database: String,
    files: Vec<File>,
    undated: usize,
}

#[derive(Debug, Default, Serialize)]
struct File {
    path: String,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<Counts>,
    skipped: Vec<Skipped>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
}

#[derive(Debug, Serialize)]
struct Counts {
    rows: usize,
    matches_added: usize,
    matches_merged: usize,
    events_added: usize,
    events_merged: usize,
    people_added: usize,
    conflicts: usize,
    undated: usize,
}

#[derive(Debug, Serialize)]
struct Skipped {
    line: u32,
    reason: String,
}

/// The object of an import.
pub(crate) fn import(database: &Path, report: &Report) -> Import {
    let files = report.files.iter().map(|file| {
        let path = file.path.display().to_string();
        match &file.outcome {
            Outcome::Imported(imported) => File {
                path,
                outcome: if imported.replaced { "replaced" } else { "imported" },
                format: Some(imported.format.name()),
                source: Some(imported.source.to_string()),
                counts: Some(Counts {
                    rows: imported.rows,
                    matches_added: imported.merged.matches_added,
                    matches_merged: imported.merged.matches_merged,
                    events_added: imported.merged.events_added,
                    events_merged: imported.merged.events_merged,
                    people_added: imported.merged.people_added,
                    conflicts: imported.merged.conflicts,
                    undated: imported.merged.undated,
                }),
                skipped: imported
                    .skipped
                    .iter()
                    .map(|skipped| Skipped { line: skipped.line, reason: skipped.reason.to_string() })
                    .collect(),
                ..File::default()
            },
            Outcome::AlreadyImported => File { path, outcome: "already_imported", ..File::default() },
            Outcome::Ignored => File { path, outcome: "ignored", ..File::default() },
            Outcome::Failed(error) => File {
                path,
                outcome: "failed",
                error: Some(error.to_string()),
                hint: error.hint.clone(),
                ..File::default()
            },
        }
    });
    Import { database: database.display().to_string(), files: files.collect(), undated: report.undated }
}

/// The object `data status --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct StatusWire {
    database: Option<String>,
    built_in_files: usize,
    matches: usize,
    people: usize,
    conflicts: usize,
    imported: Vec<Imported>,
    undated: Vec<Undated>,
    loose: Loose,
    completeness: Vec<Reach>,
    sources: Vec<SourceWire>,
}

/// Penalties of matches without a date.
#[derive(Debug, Serialize)]
struct Loose {
    matches: usize,
    penalties: usize,
}

#[derive(Debug, Serialize)]
struct Imported {
    source: String,
    file: String,
    folder: String,
    format: String,
    sha256: String,
    imported_at: String,
    rows: usize,
    matches: usize,
    events: usize,
    skipped: usize,
}

#[derive(Debug, Serialize)]
struct Undated {
    home: String,
    away: String,
    external_id: Option<String>,
    reason: String,
}

#[derive(Debug, Serialize)]
struct Reach {
    competition: String,
    edition: String,
    table: &'static str,
    extent: &'static str,
}

/// The object of a status.
pub(crate) fn status(database: Option<&Path>, imported: &Status, view: &View<'_>) -> StatusWire {
    let record = view.record();
    let mut completeness = Vec::new();
    for edition in view.editions() {
        for &table in Table::ALL {
            let extent = view.extent(edition.id, table);
            if extent != Extent::Unknown {
                completeness.push(Reach {
                    competition: record.competition(edition.competition).name.to_string(),
                    edition: edition.label.to_string(),
                    table: table.name(),
                    extent: extent.name(),
                });
            }
        }
    }
    StatusWire {
        database: database.map(|path| path.display().to_string()),
        built_in_files: crate::commands::data::built_in_files(),
        matches: view.matches().count(),
        people: record.people().len(),
        conflicts: record.conflicts().len(),
        imported: imported
            .sources
            .iter()
            .flat_map(|source| {
                source.files.iter().map(|file| Imported {
                    source: source.source.key.to_string(),
                    file: file.name.clone(),
                    folder: file.folder.clone(),
                    format: file.format.clone(),
                    sha256: file.sha256.clone(),
                    imported_at: file.imported_at.clone(),
                    rows: file.rows,
                    matches: file.matches,
                    events: file.events,
                    skipped: file.skipped,
                })
            })
            .collect(),
        undated: record
            .undated()
            .iter()
            .map(|waiting| Undated {
                home: waiting.home.to_string(),
                away: waiting.away.to_string(),
                external_id: waiting.external_id.as_ref().map(ToString::to_string),
                reason: waiting.reason.to_string(),
            })
            .collect(),
        loose: Loose {
            matches: view.loose_matches().count(),
            penalties: view.loose_matches().map(byline_record::LooseMatch::count).sum(),
        },
        completeness,
        sources: record.sources().iter().map(SourceWire::of).collect(),
    }
}

/// The object `data export --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Export {
    files: Vec<Written>,
}

#[derive(Debug, Serialize)]
struct Written {
    path: String,
    rows: usize,
}

/// The object of an export.
pub(crate) fn export(exported: &[Exported]) -> Export {
    let written = |file: &Exported| Written { path: file.path.display().to_string(), rows: file.rows };
    Export { files: exported.iter().map(written).collect() }
}

/// The object `data conflicts --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Conflicts {
    known: usize,
    conflicts: Vec<ConflictWire>,
}

#[derive(Debug, Serialize)]
struct ConflictWire {
    date: Option<String>,
    home: Option<String>,
    away: Option<String>,
    about: String,
    value: String,
    sources: Vec<String>,
    other_value: String,
    other_sources: Vec<String>,
    rule: &'static str,
}

/// The object of a list of differences.
pub(crate) fn conflicts(view: &View<'_>, shown: &[&Conflict], known: usize) -> Conflicts {
    let record = view.record();
    let conflicts = shown.iter().map(|conflict| {
        let entry = conflict.in_match.and_then(|id| view.get(id));
        ConflictWire {
            date: entry.map(|entry| entry.date.to_string()),
            home: entry.map(|entry| record.team(entry.home).display_name()),
            away: entry.map(|entry| record.team(entry.away).display_name()),
            about: conflict.about.to_string(),
            value: conflict.preferred.value.to_string(),
            sources: keys(record, conflict.preferred.sources),
            other_value: conflict.other.value.to_string(),
            other_sources: keys(record, conflict.other.sources),
            rule: conflict.preference.rule(),
        }
    });
    Conflicts { known, conflicts: conflicts.collect() }
}

fn keys(record: &Record, sources: Sources) -> Vec<String> {
    record.sources_in(sources).map(|source| source.key.to_string()).collect()
}
