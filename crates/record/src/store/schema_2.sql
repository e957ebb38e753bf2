-- Version 2: penalties told with the score before them, and what a competition is where a file says so.
ALTER TABLE event ADD COLUMN before_home INTEGER;   -- goals of each side before a penalty, where the file tells them
ALTER TABLE event ADD COLUMN before_away INTEGER;
ALTER TABLE match ADD COLUMN class TEXT;            -- 'league', 'cup', 'continental', 'finals', ...
