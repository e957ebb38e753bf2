-- The tables of a Byline database, version 1. docs/store.md tells how to use them.
--
-- A database holds what each imported file SAYS, not what Byline concluded: one row for each thing a file claims, with
-- names as the file writes them. Two files that tell of the same match have two rows in "match". The merged record is
-- made from these rows and kept ready in "snapshot"; "byline data export" writes it as tables.
--
-- Everywhere: dates are YYYY-MM-DD and local to the match; minutes are text as printed ('84', '45+2'); truth is 0 or 1;
-- what a file does not say is NULL. "number" counts from 1 in the order of the file. 'home' is the side listed first,
-- wherever it was played (see match.ground).

-- One row. "changes" grows by one with every file written or removed, so that a reader can tell whether what he has
-- made of the database still holds.
CREATE TABLE meta (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    changes    INTEGER NOT NULL
) STRICT;

INSERT INTO meta (one, changes) VALUES (1, 0);

-- The data sets files were imported from. What must be printed with their facts is in "attribution".
CREATE TABLE source (
    key         TEXT PRIMARY KEY,           -- stable short name: 'world-cup-database'
    name        TEXT NOT NULL,              -- as printed
    licence     TEXT NOT NULL,              -- as the publisher names it
    attribution TEXT NOT NULL,              -- words that go with every copy
    retrieved   TEXT                        -- date the data set was taken from its publisher
) STRICT, WITHOUT ROWID;

-- The files imported. Deleting a row deletes everything the file says (with PRAGMA foreign_keys = ON); add one to
-- meta.changes in the same transaction.
CREATE TABLE file (
    id                INTEGER PRIMARY KEY,
    source            TEXT NOT NULL REFERENCES source (key),
    name              TEXT NOT NULL,        -- file name: 'results.csv'
    folder            TEXT NOT NULL,        -- name of the folder it was in, '' if not known
    format            TEXT NOT NULL,        -- 'international results', 'StatsBomb events', ...
    sha256            TEXT NOT NULL UNIQUE, -- of its bytes, as sha256sum prints it
    rows              INTEGER NOT NULL,     -- rows read, skipped ones included
    imported_at       TEXT NOT NULL,        -- time of import, as the program gave it
    accepts_new_teams INTEGER NOT NULL      -- whether national teams nobody has listed were taken from it
) STRICT;

CREATE INDEX file_by_name ON file (source, name);

-- What a file says of a match. A file of goals alone has rows here too, with no score.
CREATE TABLE match (
    id                 INTEGER PRIMARY KEY, -- ascending in the order of the file
    file_id            INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
    line               INTEGER NOT NULL,    -- line of the file it starts on; 0 where the format has no lines
    external_id        TEXT,                -- the source's own identifier of the match
    competition        TEXT NOT NULL,       -- as the file names it; '' where it does not say
    edition            TEXT NOT NULL,       -- '2022', '2018/19'; '' for the calendar year of the match
    kind               TEXT NOT NULL,       -- 'national' or 'club'
    sex                TEXT NOT NULL,       -- 'men' or 'women'
    date               TEXT,                -- NULL in files of events without their list of matches
    kick_off           TEXT,                -- local time, '19:00'
    utc_offset         INTEGER,             -- minutes kick_off is east of UTC
    stage              TEXT,                -- 'group stage', 'quarter-final', 'final', ...
    group_label        TEXT,                -- 'B', '2'
    tie                TEXT,                -- with a stage: 'ordinary', 'replay' or 'play-off'
    matchday           INTEGER,
    home               TEXT NOT NULL,       -- side listed first
    away               TEXT NOT NULL,       -- side listed second
    stadium            TEXT,
    city               TEXT,
    country            TEXT,
    ground             TEXT NOT NULL,       -- whose ground: 'home', 'away', 'neutral' or 'unknown'
    status             TEXT,                -- 'scheduled', 'played', 'abandoned', 'awarded', 'walkover', 'cancelled'
    half_time_home     INTEGER,             -- goals after the first half
    half_time_away     INTEGER,
    full_time_home     INTEGER,             -- after ninety minutes
    full_time_away     INTEGER,
    extra_time_home    INTEGER,             -- after extra time (all goals), where it was played
    extra_time_away    INTEGER,
    end_home           INTEGER,             -- at the end of play, never with the shoot-out
    end_away           INTEGER,
    extra_time_rule    TEXT NOT NULL,       -- 'played out', 'golden goal' or 'silver goal'
    shoot_out_winner   TEXT,                -- 'home' or 'away'; NULL where there was none
    shoot_out_home     INTEGER,             -- kicks scored
    shoot_out_away     INTEGER,
    shoot_out_first    TEXT,                -- who kicked first: 'home' or 'away'
    given_to           TEXT,                -- winner by lots, ruling or walkover: 'home' or 'away'
    kick_order_guessed INTEGER NOT NULL,    -- 1 where the kicks of the shoot-out are listed team by team
    referee            TEXT,
    attendance         INTEGER
) STRICT;

CREATE INDEX match_by_file ON match (file_id);
CREATE INDEX match_by_home ON match (home, date);
CREATE INDEX match_by_away ON match (away, date);

-- Goals, penalties in play, cards and substitutions.
CREATE TABLE event (
    match_id    INTEGER NOT NULL REFERENCES match (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    minute      TEXT,
    side        TEXT NOT NULL,              -- whose event; a goal's side is the one it counted for, own goals too
    kind        TEXT NOT NULL,              -- 'goal', 'own_goal', 'penalty', 'yellow', 'second_yellow', 'red', 'substitution'
    player      TEXT,                       -- scorer, taker, carded, or who went off
    came_on     TEXT,                       -- substitutions
    bench       INTEGER,                    -- cards: 1 if shown to an official on the bench
    outcome     TEXT,                       -- penalties: 'scored', 'saved', 'off_target', 'woodwork', 'missed'
    keeper      TEXT,                       -- penalties
    awarded     TEXT,                       -- penalties: minute the referee gave it, if another
    retaken     INTEGER,                    -- penalties: 1 if the kick did not count and was taken again
    foot        TEXT,                       -- penalties: 'left', 'right'
    across_cm   INTEGER,                    -- centimetres right of the middle of the goal as the taker sees it
    height_cm   INTEGER,                    -- centimetres above the ground
    aimed       TEXT,                       -- 'left', 'centre', 'right' as the taker sees the goal
    keeper_move TEXT,                       -- likewise; 'centre' is staying
    PRIMARY KEY (match_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_by_player ON event (player) WHERE player IS NOT NULL;

-- Shoot-outs kick by kick. Where match.kick_order_guessed is 1 the order between the sides is not known.
CREATE TABLE kick (
    match_id    INTEGER NOT NULL REFERENCES match (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    side        TEXT NOT NULL,
    taker       TEXT,
    keeper      TEXT,
    outcome     TEXT NOT NULL,
    foot        TEXT,
    across_cm   INTEGER,
    height_cm   INTEGER,
    aimed       TEXT,
    keeper_move TEXT,
    PRIMARY KEY (match_id, number)
) STRICT, WITHOUT ROWID;

-- Team sheets.
CREATE TABLE sheet (
    match_id INTEGER NOT NULL REFERENCES match (id) ON DELETE CASCADE,
    side     TEXT NOT NULL,
    role     TEXT NOT NULL,                 -- 'starter', 'keeper', 'captain', 'manager'
    number   INTEGER NOT NULL,
    name     TEXT NOT NULL,
    since    TEXT,                          -- keepers: minute he took over; NULL from the start
    PRIMARY KEY (match_id, side, role, number)
) STRICT, WITHOUT ROWID;

-- Decimal prices on the result after ninety minutes.
CREATE TABLE odds (
    match_id  INTEGER NOT NULL REFERENCES match (id) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    bookmaker TEXT NOT NULL,                -- by the column name of the source: 'B365'
    closing   INTEGER NOT NULL,
    home      REAL NOT NULL,
    draw      REAL NOT NULL,
    away      REAL NOT NULL,
    PRIMARY KEY (match_id, number)
) STRICT, WITHOUT ROWID;

-- Disputes a file of our own notation writes down.
CREATE TABLE dispute (
    match_id INTEGER NOT NULL REFERENCES match (id) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    about    TEXT NOT NULL,                 -- 'goal Argentina Lionel Messi 108'''
    other    TEXT NOT NULL,                 -- the value not preferred
    sources  TEXT NOT NULL,                 -- JSON list of the keys of sources that have it
    PRIMARY KEY (match_id, number)
) STRICT, WITHOUT ROWID;

-- People a file lists.
CREATE TABLE person (
    id          INTEGER PRIMARY KEY,
    file_id     INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    other_names TEXT NOT NULL,              -- JSON list of other spellings
    teams       TEXT NOT NULL,              -- JSON list of teams
    sex         TEXT NOT NULL,              -- of the side played for: 'men' or 'women'
    born        TEXT                        -- date
) STRICT;

CREATE INDEX person_by_file ON person (file_id);
CREATE INDEX person_by_name ON person (name);

-- What a file says of an edition of a competition as a whole.
CREATE TABLE edition (
    id          INTEGER PRIMARY KEY,
    file_id     INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
    competition TEXT NOT NULL,
    label       TEXT NOT NULL,              -- '2022', '2018/19'
    sex         TEXT NOT NULL,
    last_day    TEXT                        -- day by which all results were in, where the file says
) STRICT;

CREATE INDEX edition_by_file ON edition (file_id);

CREATE TABLE edition_host (
    edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    country    TEXT NOT NULL,
    PRIMARY KEY (edition_id, number)
) STRICT, WITHOUT ROWID;

-- Final ranking. Teams that share a place have the same "place" and another "number".
CREATE TABLE edition_standing (
    edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    team       TEXT NOT NULL,
    PRIMARY KEY (edition_id, place, number)
) STRICT, WITHOUT ROWID;

-- Groups: as drawn, and in their official final order.
CREATE TABLE edition_group (
    edition_id   INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    list         TEXT NOT NULL,             -- 'drawn' or 'final order'
    group_number INTEGER NOT NULL,
    number       INTEGER NOT NULL,          -- the team's place in the list
    label        TEXT NOT NULL,             -- 'B', '2'
    team         TEXT NOT NULL,
    PRIMARY KEY (edition_id, list, group_number, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition_manager (
    edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    team       TEXT NOT NULL,
    manager    TEXT NOT NULL,
    PRIMARY KEY (edition_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition_squad (
    edition_id  INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    team_number INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    team        TEXT NOT NULL,
    player      TEXT NOT NULL,
    position    TEXT,                       -- 'GK', 'DF', 'MF', 'FW'
    PRIMARY KEY (edition_id, team_number, number)
) STRICT, WITHOUT ROWID;

-- How far each table of an edition reaches: 'none', 'partial', 'complete'. A table not listed is unknown.
CREATE TABLE edition_coverage (
    edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,               -- 'results', 'goals', 'missed penalties', ...
    extent     TEXT NOT NULL,
    PRIMARY KEY (edition_id, table_name)
) STRICT, WITHOUT ROWID;

-- Other data sets that agree with a table of the edition (files of our own notation).
CREATE TABLE edition_attested (
    edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    sources    TEXT NOT NULL,               -- JSON list of keys
    PRIMARY KEY (edition_id, number)
) STRICT, WITHOUT ROWID;

-- How far the tables of a file reach. NULL in competition or edition: for all of them.
CREATE TABLE coverage (
    file_id     INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    competition TEXT,
    edition     TEXT,
    table_name  TEXT NOT NULL,
    extent      TEXT NOT NULL,              -- 'none', 'unknown', 'partial', 'complete'
    PRIMARY KEY (file_id, number)
) STRICT, WITHOUT ROWID;

-- Rows of a file that were read and left out, and why.
CREATE TABLE skipped (
    file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    line    INTEGER NOT NULL,
    reason  TEXT NOT NULL,
    PRIMARY KEY (file_id, number)
) STRICT, WITHOUT ROWID;

-- The merged record of all files and the built-in facts, made ready to load: for the program only. It holds while
-- "changes" is meta.changes and "fingerprint" that of the program; otherwise it is made again. Safe to delete.
CREATE TABLE snapshot (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    changes     INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    record      BLOB NOT NULL
) STRICT;
