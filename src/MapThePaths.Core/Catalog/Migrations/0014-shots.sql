-- The same for all that became of one press of the shutter: its file under another header, or with another picture in its place.
ALTER TABLE photo ADD COLUMN shot TEXT NOT NULL DEFAULT '';
UPDATE photo SET shot = picture;
CREATE INDEX photo_shot ON photo(shot);

-- Each photo with itself and with those that it was before: another program wrote into its header, or worked on its picture.
-- A camera begins its numbers anew, so a file's name alone says nothing; one camera takes one photo at a time under one name.
DROP VIEW same_photo;
CREATE VIEW same_photo AS
SELECT photo.id AS photo_id, twin.id AS twin_id, twin.picture <> photo.picture AS has_other_picture
FROM photo JOIN photo AS twin ON twin.shot = photo.shot
WHERE twin.id = photo.id
  OR (twin.model IS photo.model AND twin.camera_id IS photo.camera_id
    AND (twin.taken_at = photo.taken_at OR twin.camera_time = photo.camera_time));
