-- What the cluster knows of itself. Run again and again: every statement leaves alone what is there. A change of it raises the number in
-- PostgresSchema.Version, and keeps the release before working, since the processes of a cluster are upgraded one at a time.

CREATE SCHEMA IF NOT EXISTS cluster;

CREATE SEQUENCE IF NOT EXISTS cluster.generation;

-- One for all groups, so that a group that nobody owns needs no row to keep its epochs growing.
CREATE SEQUENCE IF NOT EXISTS cluster.epoch;

-- One row. Whatever changes who is in the cluster locks it first: such changes come one after the other.
CREATE TABLE IF NOT EXISTS cluster.cluster_version (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint NOT NULL,
    schema integer NOT NULL
);

INSERT INTO cluster.cluster_version (version, schema) VALUES (0, 0) ON CONFLICT DO NOTHING;

-- The silos that are not dead: the dead are those that are not here, and a generation is never given twice.
CREATE TABLE IF NOT EXISTS cluster.silo (
    generation bigint PRIMARY KEY,
    host text NOT NULL,
    port integer NOT NULL,
    is_draining boolean NOT NULL DEFAULT false,
    joined_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (host, port)
);

-- Apart from the silo, so that a renewal and a claim do not wait for each other. HOT updates: no index on what a renewal changes.
CREATE TABLE IF NOT EXISTS cluster.silo_lease (
    generation bigint PRIMARY KEY REFERENCES cluster.silo ON DELETE CASCADE,
    until timestamptz NOT NULL,
    time_to_live interval NOT NULL,
    load integer NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

-- Only groups that somebody owns who is not dead. What the dead owned goes with them.
CREATE TABLE IF NOT EXISTS cluster.activation (
    placement_group text PRIMARY KEY,
    generation bigint NOT NULL REFERENCES cluster.silo ON DELETE CASCADE,
    epoch bigint NOT NULL
);

CREATE INDEX IF NOT EXISTS activation_generation ON cluster.activation (generation);
