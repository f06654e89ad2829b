-- Apart from the tables, because a rebuild loads the rows first.
CREATE UNIQUE INDEX incident_by_key ON incident (incident_key);
CREATE INDEX incident_by_number ON incident (number);
CREATE INDEX incident_by_series ON incident (series, day_count);
CREATE INDEX term_by_person ON term (person_key);
CREATE INDEX task_by_status ON task (status);
