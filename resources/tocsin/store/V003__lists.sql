-- What a list of incidents shows without folding them. It prints times as the log has them, to the nanosecond, so these
-- are texts.
ALTER TABLE incident ALTER COLUMN declared_at SET DATA TYPE VARCHAR(40);
ALTER TABLE incident ALTER COLUMN in_phase_since SET DATA TYPE VARCHAR(40);
ALTER TABLE incident ADD COLUMN zone VARCHAR(60) NOT NULL BEFORE seal;
ALTER TABLE incident ADD COLUMN next_clock VARCHAR(100) BEFORE seal;
ALTER TABLE incident ADD COLUMN next_due VARCHAR(40) BEFORE seal;
