-- Version 3: captains of teams for an edition, and the clubs of squad players.
CREATE TABLE edition_captain (
    edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    team       TEXT NOT NULL,
    captain    TEXT NOT NULL,               -- of the team for the edition; those of matches are in "sheet"
    PRIMARY KEY (edition_id, number)
) STRICT, WITHOUT ROWID;

ALTER TABLE edition_squad ADD COLUMN club TEXT;     -- club of the player when the edition began
