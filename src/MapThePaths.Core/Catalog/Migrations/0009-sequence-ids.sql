-- The last id that a sequence was given. An id of a sequence that was forgotten is never given again: scripts and notes may still name it.
CREATE TABLE last_sequence (id INTEGER NOT NULL);
INSERT INTO last_sequence (id) SELECT COALESCE(MAX(id), 0) FROM sequence;
