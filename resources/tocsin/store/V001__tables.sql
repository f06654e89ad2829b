-- Every table ends in `seal`, a checksum over the row's other columns: H2 has none of its own on a page.
-- Rows that belong to an incident have the id (incident.no * 16777216 + place), so that one clustered key serves paging,
-- and no second index is kept beside a million rows. Times are microseconds since 1970.
CREATE TABLE meta (name VARCHAR(40) PRIMARY KEY, number BIGINT NOT NULL, seal INTEGER NOT NULL);

CREATE TABLE applied (
    desk VARCHAR(16) PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash VARCHAR(128) NOT NULL,
    seal INTEGER NOT NULL
);

CREATE TABLE incident (
    no INTEGER PRIMARY KEY,
    incident_key VARCHAR(32) NOT NULL,
    number VARCHAR(32) NOT NULL,
    series VARCHAR(32) NOT NULL,
    day_count INTEGER NOT NULL,
    title VARCHAR(1000) NOT NULL,
    severity INTEGER NOT NULL,
    phase VARCHAR(20) NOT NULL,
    live INTEGER NOT NULL,
    type VARCHAR(20) NOT NULL,
    environment VARCHAR(20) NOT NULL,
    commander VARCHAR(120),
    declared_at BIGINT,
    impact_started_at BIGINT,
    in_phase_since BIGINT NOT NULL,
    last_recorded_at BIGINT,
    open_tasks INTEGER NOT NULL,
    open_conflicts INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    terms INTEGER NOT NULL,
    tasks INTEGER NOT NULL,
    stamps INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    last_entry VARCHAR(40),
    review_owner VARCHAR(120),
    review_due BIGINT,
    merged_into VARCHAR(32),
    seal INTEGER NOT NULL
);

-- Every line of the timeline has its row, the quiet SYSTEM lines too (with an empty text): a page of rows is then a page of
-- the timeline.
CREATE TABLE entry (
    id BIGINT PRIMARY KEY,
    fact VARCHAR(40) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    act VARCHAR(60) NOT NULL,
    text VARCHAR(65536) NOT NULL,
    person VARCHAR(120) NOT NULL,
    recorded_at BIGINT NOT NULL,
    occurred_at BIGINT NOT NULL,
    pinned INTEGER NOT NULL,
    jumped_back INTEGER NOT NULL,
    corrections INTEGER NOT NULL,
    struck_by VARCHAR(120),
    struck_at BIGINT,
    struck_reason VARCHAR(65536),
    seal INTEGER NOT NULL
);

CREATE TABLE term (
    id BIGINT PRIMARY KEY,
    incident_key VARCHAR(32) NOT NULL,
    role VARCHAR(20) NOT NULL,
    person VARCHAR(120) NOT NULL,
    person_key VARCHAR(120) NOT NULL,
    assumed_at BIGINT NOT NULL,
    renounced_at BIGINT,
    team VARCHAR(1000),
    seal INTEGER NOT NULL
);

CREATE TABLE task (
    id BIGINT PRIMARY KEY,
    incident_key VARCHAR(32) NOT NULL,
    fact VARCHAR(40) NOT NULL,
    text VARCHAR(65536) NOT NULL,
    owner VARCHAR(120) NOT NULL,
    person VARCHAR(120) NOT NULL,
    assigned_at BIGINT NOT NULL,
    due BIGINT,
    read_back_at BIGINT,
    status VARCHAR(20) NOT NULL,
    settled_at BIGINT,
    outcome VARCHAR(65536) NOT NULL,
    seal INTEGER NOT NULL
);

CREATE TABLE stamp (
    id BIGINT PRIMARY KEY,
    incident_key VARCHAR(32) NOT NULL,
    name VARCHAR(30) NOT NULL,
    happened_at BIGINT NOT NULL,
    person VARCHAR(120) NOT NULL,
    recorded_at BIGINT NOT NULL,
    fact VARCHAR(40) NOT NULL,
    note VARCHAR(65536) NOT NULL,
    round INTEGER NOT NULL,
    seal INTEGER NOT NULL
);
