-- What destinations say of an image, beside its record.
ALTER TABLE remote_image ADD COLUMN make TEXT;
ALTER TABLE remote_image ADD COLUMN model TEXT;
ALTER TABLE remote_image ADD COLUMN heading REAL;              -- degrees
ALTER TABLE remote_image ADD COLUMN camera_type TEXT;          -- the destination's word
ALTER TABLE remote_image ADD COLUMN is_panorama INTEGER;
ALTER TABLE remote_image ADD COLUMN computed_latitude REAL;    -- where the destination puts it
ALTER TABLE remote_image ADD COLUMN computed_longitude REAL;
CREATE INDEX remote_image_photo ON remote_image(photo_id);
CREATE INDEX remote_image_taken ON remote_image(destination, taken_at);

-- Photos that two cameras took at the same instant.
CREATE INDEX life_line_taken ON life_line(destination, account, taken_at);

-- The part holds photos that were sent before and are sent again on purpose.
ALTER TABLE part ADD COLUMN resend INTEGER NOT NULL DEFAULT 0;
