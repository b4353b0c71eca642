-- Times are milliseconds since 1970-01-01T00:00:00Z, except where a column says that it is a camera's wall clock.

-- A picture, known by its content wherever it lies.
CREATE TABLE photo (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  defect TEXT,                         -- reason code; then no fact below is known
  latitude REAL,
  longitude REAL,
  position_source TEXT,
  altitude REAL,
  taken_at INTEGER,
  camera_time INTEGER,                 -- the camera's wall clock, as if it were UTC
  time_source TEXT,
  heading REAL,
  heading_source TEXT,
  projection TEXT,
  width INTEGER NOT NULL DEFAULT 0,
  height INTEGER NOT NULL DEFAULT 0,
  orientation INTEGER NOT NULL DEFAULT 1,
  make TEXT,
  model TEXT,
  camera_id TEXT,
  warnings TEXT NOT NULL DEFAULT ''    -- reason codes, a space between
);

-- Where photos were found; an unchanged file is not read again.
CREATE TABLE file (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  photo_id INTEGER NOT NULL REFERENCES photo(id)
);

CREATE TABLE sequence (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,       -- the name without regard to case
  description TEXT NOT NULL,
  tags TEXT NOT NULL,                  -- a space between
  transport TEXT NOT NULL,             -- Parent-Child
  time_zone TEXT,
  max_gap REAL NOT NULL,
  max_jump REAL NOT NULL,
  created_at INTEGER NOT NULL
);

-- Every file that was given for a sequence, left out or not.
CREATE TABLE sequence_file (
  sequence_id INTEGER NOT NULL REFERENCES sequence(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  photo_id INTEGER REFERENCES photo(id),
  reason TEXT,                         -- why this file does not take part
  PRIMARY KEY (sequence_id, path)
);
CREATE INDEX sequence_file_photo ON sequence_file(photo_id);

CREATE TABLE part (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  sequence_id INTEGER NOT NULL REFERENCES sequence(id) ON DELETE CASCADE,
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
  UNIQUE (sequence_id, destination, account, number)
);

-- Where each photo is at each destination: one life line a row, whichever sequences it belongs to.
CREATE TABLE life_line (
  photo_id INTEGER NOT NULL REFERENCES photo(id),
  destination TEXT NOT NULL,
  account TEXT NOT NULL,
  part_id INTEGER REFERENCES part(id) ON DELETE SET NULL,
  position INTEGER,                    -- order within the part
  state TEXT NOT NULL,
  at INTEGER NOT NULL,                 -- when it came into this state
  reason TEXT,
  message TEXT,                        -- the destination's own words
  path TEXT NOT NULL,
  taken_at INTEGER,                    -- as sent
  latitude REAL,
  longitude REAL,
  description TEXT,                    -- the ImageDescription that is written into the photo's bytes
  tried INTEGER NOT NULL DEFAULT 0,    -- bytes of it may be at the destination
  bytes INTEGER,
  receipt TEXT,                        -- what the destination gave for the bytes
  sent_at INTEGER,
  image_id TEXT,
  PRIMARY KEY (photo_id, destination, account)
);
CREATE INDEX life_line_part ON life_line(part_id, position);

-- What destinations show, as received.
CREATE TABLE remote_image (
  destination TEXT NOT NULL,
  image_id TEXT NOT NULL,
  remote_sequence_id TEXT,
  part_id INTEGER REFERENCES part(id) ON DELETE SET NULL,
  photo_id INTEGER REFERENCES photo(id),
  taken_at INTEGER NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  record TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (destination, image_id)
);
CREATE INDEX remote_image_part ON remote_image(part_id);

CREATE TABLE remote_sequence (
  destination TEXT NOT NULL,
  remote_sequence_id TEXT NOT NULL,
  part_id INTEGER REFERENCES part(id) ON DELETE SET NULL,
  record TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (destination, remote_sequence_id)
);
