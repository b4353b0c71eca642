-- Upload sessions of destinations that show them, as received.
CREATE TABLE upload_session (
  destination TEXT NOT NULL,
  session_key TEXT NOT NULL,
  account TEXT NOT NULL,
  part_id INTEGER REFERENCES part(id) ON DELETE SET NULL,
  state TEXT NOT NULL,                 -- open, failed, or gone: not shown any more
  reason TEXT,                         -- why it failed, in the destination's words
  created_at INTEGER,
  record TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (destination, session_key)
);
CREATE INDEX upload_session_part ON upload_session(part_id);

-- What destinations say of a sequence, beside its record.
ALTER TABLE remote_sequence ADD COLUMN captured_at INTEGER;
ALTER TABLE remote_sequence ADD COLUMN created_at INTEGER;
ALTER TABLE remote_sequence ADD COLUMN make TEXT;
ALTER TABLE remote_sequence ADD COLUMN is_panorama INTEGER;
ALTER TABLE remote_sequence ADD COLUMN is_private INTEGER;
ALTER TABLE remote_sequence ADD COLUMN user_id TEXT;
ALTER TABLE remote_sequence ADD COLUMN user_name TEXT;
ALTER TABLE remote_sequence ADD COLUMN organization_id TEXT;
ALTER TABLE remote_sequence ADD COLUMN image_ids TEXT NOT NULL DEFAULT '';  -- in its order, a line break between

-- And of an image.
ALTER TABLE remote_image ADD COLUMN quality REAL;              -- the destination's scale
ALTER TABLE remote_image ADD COLUMN is_private INTEGER;
ALTER TABLE remote_image ADD COLUMN user_id TEXT;
ALTER TABLE remote_image ADD COLUMN user_name TEXT;
ALTER TABLE remote_image ADD COLUMN organization_id TEXT;
