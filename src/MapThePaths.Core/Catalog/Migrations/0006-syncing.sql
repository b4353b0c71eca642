-- What a service that lists sequences knows of ours: an entry for each sequence as a destination made it.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  server TEXT NOT NULL,                -- its address
  destination TEXT NOT NULL,           -- where the images are
  sequence_key TEXT NOT NULL,          -- what that destination calls the sequence
  part_id INTEGER REFERENCES part(id) ON DELETE SET NULL,
  contract TEXT NOT NULL,              -- the generation that the server spoke
  step TEXT NOT NULL,                  -- new, creating, created, importing, synced
  step_at INTEGER NOT NULL,
  entry_id TEXT,                       -- what the server calls it
  error_code TEXT,
  error TEXT,
  UNIQUE (server, destination, sequence_key)
);
CREATE INDEX entry_part ON entry(part_id);

-- What was found out about such a server, and what its user agreed to.
CREATE TABLE entry_server (
  server TEXT PRIMARY KEY,
  contract TEXT,                       -- null: not looked yet
  contract_at INTEGER,
  agreed INTEGER,                      -- whether it may get the destination's token; null: never asked
  agreed_at INTEGER
);
