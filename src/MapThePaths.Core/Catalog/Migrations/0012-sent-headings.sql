-- As sent: degrees clockwise. Until this version only the description had it.
ALTER TABLE life_line ADD COLUMN heading REAL;
UPDATE life_line SET heading = json_extract(description, '$.MAPCompassHeading.TrueHeading') WHERE json_valid(description);
