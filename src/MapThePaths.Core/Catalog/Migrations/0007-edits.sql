-- The user's wishes about a sequence, in the order they were made. Undone ones are kept until another edit is made.
CREATE TABLE sequence_edit (
  id INTEGER PRIMARY KEY,
  sequence_id INTEGER NOT NULL REFERENCES sequence(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,             -- counts from 1
  kind TEXT NOT NULL,
  parameters TEXT NOT NULL,            -- JSON, by kind
  undone INTEGER NOT NULL DEFAULT 0,
  made_at INTEGER NOT NULL,
  UNIQUE (sequence_id, number)
);

-- The track of an edit that has one, as it was when the edit was made: a GPX file that moves or changes later changes nothing.
CREATE TABLE track_fix (
  edit_id INTEGER NOT NULL REFERENCES sequence_edit(id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  altitude REAL,
  PRIMARY KEY (edit_id, at)
) WITHOUT ROWID;

-- Thresholds of rules; 0 switches a rule off where that is allowed.
ALTER TABLE sequence ADD COLUMN duplicate_metres REAL NOT NULL DEFAULT 0.1;
ALTER TABLE sequence ADD COLUMN duplicate_degrees REAL NOT NULL DEFAULT 5;
ALTER TABLE sequence ADD COLUMN max_speed REAL NOT NULL DEFAULT 400;           -- km/h
ALTER TABLE sequence ADD COLUMN zig_zag_metres REAL NOT NULL DEFAULT 30;

-- What edits have changed and the photo's EXIF GPS tags must therefore say, as JSON; null when they stay.
ALTER TABLE life_line ADD COLUMN gps TEXT;
