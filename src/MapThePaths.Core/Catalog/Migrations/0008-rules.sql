-- Further rules of a sequence.
ALTER TABLE sequence ADD COLUMN spread_seconds REAL NOT NULL DEFAULT 1;      -- photos with the same time; 0 moves them by single milliseconds
ALTER TABLE sequence ADD COLUMN mixes_cameras INTEGER NOT NULL DEFAULT 0;    -- photos of all cameras in one line
ALTER TABLE sequence ADD COLUMN max_photos INTEGER;                          -- in a part; null for as many as the destination takes
