-- How far the heading that a photo was sent with was turned, in degrees, where it was computed; null for a camera's own, and where nobody knows.
ALTER TABLE life_line ADD COLUMN turn REAL;
