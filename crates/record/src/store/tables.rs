//! The columns of the tables of claims, in the order they are written and read.

use rusqlite::{CachedStatement, Connection};

/// A table and its columns.
pub(super) struct Layout {
    name: &'static str,
    /// The columns of the primary key, by which rows are read back.
    key: &'static str,
    columns: &'static str,
}

impl Layout {
    /// A statement that adds one row.
    pub(super) fn insert<'c>(&self, connection: &'c Connection) -> rusqlite::Result<CachedStatement<'c>> {
        let places = vec!["?"; self.columns.split(',').count()].join(", ");
        connection.prepare_cached(&format!("INSERT INTO {} ({}) VALUES ({places})", self.name, self.columns))
    }

    /// A statement that reads the rows of one file, in order.
    pub(super) fn of_file<'c>(&self, connection: &'c Connection) -> rusqlite::Result<CachedStatement<'c>> {
        self.select(connection, "file_id = ?1")
    }

    /// A statement that reads what belongs to the matches (or editions) from the first parameter to the second, in
    /// order.
    pub(super) fn of_range<'c>(&self, connection: &'c Connection) -> rusqlite::Result<CachedStatement<'c>> {
        let owner = self.key.split(',').next().unwrap_or(self.key);
        self.select(connection, &format!("{owner} BETWEEN ?1 AND ?2"))
    }

    fn select<'c>(&self, connection: &'c Connection, rows: &str) -> rusqlite::Result<CachedStatement<'c>> {
        let Self { name, key, columns } = self;
        connection.prepare_cached(&format!("SELECT {columns} FROM {name} WHERE {rows} ORDER BY {key}"))
    }
}

pub(super) const MATCH: Layout = Layout {
    name: "match",
    key: "id",
    columns: "id, file_id, line, external_id, competition, edition, kind, sex, date, kick_off, utc_offset, stage, \
              group_label, tie, matchday, home, away, stadium, city, country, ground, status, half_time_home, \
              half_time_away, full_time_home, full_time_away, extra_time_home, extra_time_away, end_home, end_away, \
              extra_time_rule, shoot_out_winner, shoot_out_home, shoot_out_away, shoot_out_first, given_to, \
              kick_order_guessed, referee, attendance, class",
};

pub(super) const EVENT: Layout = Layout {
    name: "event",
    key: "match_id, number",
    columns: "match_id, number, minute, side, kind, player, came_on, bench, outcome, keeper, awarded, retaken, foot, \
              across_cm, height_cm, aimed, keeper_move, before_home, before_away",
};

pub(super) const KICK: Layout = Layout {
    name: "kick",
    key: "match_id, number",
    columns: "match_id, number, side, taker, keeper, outcome, foot, across_cm, height_cm, aimed, keeper_move",
};

pub(super) const SHEET: Layout =
    Layout { name: "sheet", key: "match_id, side, role, number", columns: "match_id, side, role, number, name, since" };

pub(super) const ODDS: Layout =
    Layout { name: "odds", key: "match_id, number", columns: "match_id, number, bookmaker, closing, home, draw, away" };

pub(super) const DISPUTE: Layout =
    Layout { name: "dispute", key: "match_id, number", columns: "match_id, number, about, other, sources" };

pub(super) const PERSON: Layout =
    Layout { name: "person", key: "id", columns: "id, file_id, name, other_names, teams, sex, born" };

pub(super) const EDITION: Layout =
    Layout { name: "edition", key: "id", columns: "id, file_id, competition, label, sex, last_day" };

pub(super) const HOST: Layout =
    Layout { name: "edition_host", key: "edition_id, number", columns: "edition_id, number, country" };

pub(super) const STANDING: Layout =
    Layout { name: "edition_standing", key: "edition_id, place, number", columns: "edition_id, place, number, team" };

pub(super) const GROUP: Layout = Layout {
    name: "edition_group",
    key: "edition_id, list, group_number, number",
    columns: "edition_id, list, group_number, number, label, team",
};

pub(super) const MANAGER: Layout =
    Layout { name: "edition_manager", key: "edition_id, number", columns: "edition_id, number, team, manager" };

pub(super) const CAPTAIN: Layout =
    Layout { name: "edition_captain", key: "edition_id, number", columns: "edition_id, number, team, captain" };

pub(super) const SQUAD: Layout = Layout {
    name: "edition_squad",
    key: "edition_id, team_number, number",
    columns: "edition_id, team_number, number, team, player, position, club",
};

pub(super) const EDITION_COVERAGE: Layout =
    Layout { name: "edition_coverage", key: "edition_id, table_name", columns: "edition_id, table_name, extent" };

pub(super) const ATTESTED: Layout =
    Layout { name: "edition_attested", key: "edition_id, number", columns: "edition_id, number, table_name, sources" };

pub(super) const COVERAGE: Layout = Layout {
    name: "coverage",
    key: "file_id, number",
    columns: "file_id, number, competition, edition, table_name, extent",
};

pub(super) const SKIPPED: Layout =
    Layout { name: "skipped", key: "file_id, number", columns: "file_id, number, line, reason" };
