-- How the camera was held: degrees above the horizon, degrees to the right; and how fast its receiver moved, metres a second. Null for photos that were
-- read before this version.
ALTER TABLE photo ADD COLUMN pitch REAL;
ALTER TABLE photo ADD COLUMN roll REAL;
ALTER TABLE photo ADD COLUMN speed REAL;
