-- compatible 1
-- The hub of Tocsin: what desks leave for each other. Plain SQL for every database that speaks PostgreSQL's protocol.

CREATE SCHEMA tocsin;

CREATE TABLE tocsin.meta (
    name text PRIMARY KEY,
    value text NOT NULL
);

-- Filled by an administrator: who sees what. A person reads in every team they belong to and writes in one.
CREATE TABLE tocsin.team (
    id text PRIMARY KEY CHECK (octet_length(id) BETWEEN 1 AND 200)
);

CREATE TABLE tocsin.member (
    role text NOT NULL,
    team text NOT NULL REFERENCES tocsin.team (id),
    writes boolean NOT NULL DEFAULT true,
    PRIMARY KEY (role, team)
);

CREATE UNIQUE INDEX member_writes ON tocsin.member (role) WHERE writes;

-- A desk belongs to the role that came with it first.
CREATE TABLE tocsin.desk (
    id text PRIMARY KEY CHECK (id ~ '^[a-z2-7]{16}$'),
    team text NOT NULL REFERENCES tocsin.team (id),
    owner text NOT NULL DEFAULT current_user,
    since timestamptz NOT NULL DEFAULT now(),
    UNIQUE (id, team)
);

-- The chain of each desk as a foreign key: no gap, no other predecessor, nothing twice.
CREATE TABLE tocsin.event (
    desk text NOT NULL,
    seq bigint NOT NULL CHECK (seq >= 1),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    prev_seq bigint,
    prev_hash bytea,
    body bytea NOT NULL CHECK (octet_length(body) BETWEEN 1 AND 1179648),
    sig bytea CHECK (octet_length(sig) <= 2048),
    team text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (desk, seq),
    UNIQUE (desk, seq, hash),
    FOREIGN KEY (desk, prev_seq, prev_hash) REFERENCES tocsin.event (desk, seq, hash),
    CHECK ((seq = 1 AND prev_seq IS NULL AND prev_hash IS NULL)
        OR (seq > 1 AND prev_seq IS NOT NULL AND prev_seq = seq - 1 AND prev_hash IS NOT NULL))
);

-- Who is there now. Forgotten after seconds, by the clock of the database.
CREATE TABLE tocsin.presence (
    desk text PRIMARY KEY REFERENCES tocsin.desk (id),
    team text NOT NULL,
    owner text NOT NULL DEFAULT current_user,
    person text NOT NULL CHECK (octet_length(person) BETWEEN 1 AND 1000),
    incident text CHECK (octet_length(incident) <= 32),
    typing text CHECK (octet_length(typing) <= 1000),
    at timestamptz NOT NULL DEFAULT now()
);

-- Attachments in pieces.
CREATE TABLE tocsin.chunk (
    team text NOT NULL REFERENCES tocsin.team (id),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    number integer NOT NULL CHECK (number BETWEEN 0 AND 16383),
    bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 262144),
    owner text NOT NULL DEFAULT current_user,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (team, hash, number)
);

-- Everybody logs in with a role of their own, so that current_user is a boundary and no setting of a client is.
-- The administrator who owns the tables still fills members and moves desks, and does not read facts by accident.
ALTER TABLE tocsin.member ENABLE ROW LEVEL SECURITY;
ALTER TABLE tocsin.desk ENABLE ROW LEVEL SECURITY;
ALTER TABLE tocsin.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE tocsin.event FORCE ROW LEVEL SECURITY;
ALTER TABLE tocsin.presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE tocsin.presence FORCE ROW LEVEL SECURITY;
ALTER TABLE tocsin.chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE tocsin.chunk FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON tocsin.member FOR SELECT TO tocsin_desk
    USING (role = current_user);

CREATE POLICY team ON tocsin.desk FOR SELECT TO tocsin_desk
    USING (team IN (SELECT m.team FROM tocsin.member m WHERE m.role = current_user));
CREATE POLICY own ON tocsin.desk FOR INSERT TO tocsin_desk
    WITH CHECK (owner = current_user AND since = now()
        AND team IN (SELECT m.team FROM tocsin.member m WHERE m.role = current_user AND m.writes));

CREATE POLICY team ON tocsin.event FOR SELECT TO tocsin_desk
    USING (team IN (SELECT m.team FROM tocsin.member m WHERE m.role = current_user));
CREATE POLICY own ON tocsin.event FOR INSERT TO tocsin_desk
    WITH CHECK (at = now()
        AND (desk, team) IN (SELECT d.id, d.team FROM tocsin.desk d WHERE d.owner = current_user));

CREATE POLICY team ON tocsin.presence FOR SELECT TO tocsin_desk
    USING (team IN (SELECT m.team FROM tocsin.member m WHERE m.role = current_user));
CREATE POLICY own ON tocsin.presence FOR INSERT TO tocsin_desk
    WITH CHECK (owner = current_user AND at = now()
        AND (desk, team) IN (SELECT d.id, d.team FROM tocsin.desk d WHERE d.owner = current_user));
CREATE POLICY change ON tocsin.presence FOR UPDATE TO tocsin_desk
    USING (owner = current_user)
    WITH CHECK (owner = current_user AND at = now()
        AND (desk, team) IN (SELECT d.id, d.team FROM tocsin.desk d WHERE d.owner = current_user));
CREATE POLICY leave ON tocsin.presence FOR DELETE TO tocsin_desk
    USING (owner = current_user);

CREATE POLICY team ON tocsin.chunk FOR SELECT TO tocsin_desk
    USING (team IN (SELECT m.team FROM tocsin.member m WHERE m.role = current_user));
CREATE POLICY own ON tocsin.chunk FOR INSERT TO tocsin_desk
    WITH CHECK (owner = current_user AND at = now()
        AND team IN (SELECT m.team FROM tocsin.member m WHERE m.role = current_user AND m.writes));

GRANT USAGE ON SCHEMA tocsin TO tocsin_desk;
GRANT SELECT ON tocsin.meta, tocsin.member TO tocsin_desk;
GRANT SELECT, INSERT ON tocsin.desk, tocsin.event, tocsin.chunk TO tocsin_desk;
GRANT SELECT, INSERT, UPDATE, DELETE ON tocsin.presence TO tocsin_desk;
