-- What a heading is counted from, true_north or magnetic_north, and an altitude, sea_level or ellipsoid. Null when the file does not say, and for photos that
-- were read before this version, save that their doubts tell of magnetic north.
ALTER TABLE photo ADD COLUMN heading_reference TEXT;
ALTER TABLE photo ADD COLUMN altitude_reference TEXT;
UPDATE photo SET heading_reference = 'magnetic_north' WHERE ' ' || warnings || ' ' LIKE '% heading-magnetic %';
