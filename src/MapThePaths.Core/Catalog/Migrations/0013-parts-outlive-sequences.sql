-- What a destination has published stays a part when its sequence is forgotten; the next sequence with photos of it takes it over.
CREATE TABLE part_of_any (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  sequence_id INTEGER REFERENCES sequence(id) ON DELETE SET NULL,  -- null: forgotten
  destination TEXT NOT NULL,
  account TEXT NOT NULL,
  account_name TEXT NOT NULL,
  number INTEGER NOT NULL,             -- counts from 1
  cut_reason TEXT NOT NULL,
  state TEXT NOT NULL,
  dry_run INTEGER NOT NULL DEFAULT 0,
  session_key TEXT,
  intent_at INTEGER,                   -- the publish call was about to be made
  publication_id TEXT,
  published_at INTEGER,
  looks INTEGER NOT NULL DEFAULT 0,
  next_look_at INTEGER,
  error_code TEXT,
  error TEXT,
  resend INTEGER NOT NULL DEFAULT 0,   -- it holds photos that were sent before and are sent again on purpose
  UNIQUE (sequence_id, destination, account, number)
);
INSERT INTO part_of_any SELECT * FROM part;
DROP TABLE part;
ALTER TABLE part_of_any RENAME TO part;
