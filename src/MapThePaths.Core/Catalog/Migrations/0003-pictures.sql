-- The same for the same picture, whatever the header of its file says.
ALTER TABLE photo ADD COLUMN picture TEXT NOT NULL DEFAULT '';
UPDATE photo SET picture = fingerprint;
CREATE INDEX photo_picture ON photo(picture);

-- Each photo with itself and with those that are it under a changed header: another program wrote a position or a name into its file.
-- One camera does not take two pictures alike to the byte at the same time.
CREATE VIEW same_photo AS
SELECT photo.id AS photo_id, twin.id AS twin_id
FROM photo JOIN photo AS twin ON twin.picture = photo.picture
WHERE twin.id = photo.id
  OR (twin.model IS photo.model AND twin.camera_id IS photo.camera_id
    AND (twin.taken_at = photo.taken_at OR twin.camera_time = photo.camera_time));
