-- Who is told of what changes, and what is still to be told. Secrets and headers are encrypted: a copy of the database alone shows none.
CREATE TABLE webhook (
    id              TEXT NOT NULL PRIMARY KEY,
    name            TEXT NOT NULL,
    description     TEXT NULL,
    url             TEXT NOT NULL,
    events          TEXT NOT NULL,        -- JSON array of aliases
    types           TEXT NOT NULL,        -- JSON array of ids of document and media types; empty: all
    headers         TEXT NOT NULL,        -- encrypted JSON object
    secret          TEXT NOT NULL,        -- encrypted
    former_secret   TEXT NULL,            -- encrypted; signs as well until former_until
    former_until    TEXT NULL,
    enabled         INTEGER NOT NULL,
    failures        INTEGER NOT NULL DEFAULT 0,   -- tries without success since the last one that had it
    hold_until      TEXT NULL,            -- nothing is sent before
    suspended_at    TEXT NULL,            -- failed for so long that somebody has to look
    note            TEXT NULL,            -- why it is held or suspended; one of a closed set
    worker          TEXT NULL,            -- the process that sends at the moment
    worker_until    TEXT NULL,
    created_at      TEXT NOT NULL,
    changed_at      TEXT NOT NULL
) WITHOUT ROWID;

-- The outbox and the log in one: a row is an event on its way to one webhook, then what became of it.
CREATE TABLE webhook_delivery (
    place      INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of one subject's events
    id         TEXT NOT NULL UNIQUE,
    webhook_id TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    seq        INTEGER NULL,              -- of a replay: that of what it repeats; otherwise the place
    event      TEXT NOT NULL,
    at         TEXT NOT NULL,
    subject    TEXT NOT NULL CHECK (subject IN ('document', 'media')),
    subject_id TEXT NOT NULL,
    type       TEXT NOT NULL,
    cultures   TEXT NOT NULL,             -- JSON array
    route      TEXT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed', 'dropped')),
    tries      INTEGER NOT NULL DEFAULT 0,
    next_at    TEXT NULL,
    tried_at   TEXT NULL,
    status     INTEGER NULL,              -- of the last reply
    problem    TEXT NULL,                 -- of the last try; one of a closed set
    reply      TEXT NULL                  -- the beginning of the last reply
);
CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook_id, place);
CREATE INDEX webhook_delivery_order ON webhook_delivery (webhook_id, place) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_subject ON webhook_delivery (webhook_id, subject_id, place) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_at ON webhook_delivery (at);

-- What the public saw when the feed was last read. Without it nobody could say whether something left the public or was never there.
CREATE TABLE webhook_known (
    subject_id TEXT NOT NULL PRIMARY KEY,
    subject    TEXT NOT NULL,
    type       TEXT NOT NULL,
    cultures   TEXT NOT NULL,
    route      TEXT NULL,
    live       INTEGER NOT NULL,
    expires_at TEXT NULL
) WITHOUT ROWID;
CREATE INDEX webhook_known_expires ON webhook_known (expires_at) WHERE live AND expires_at IS NOT NULL;

-- How far the change feed was read; no row while there is no webhook.
CREATE TABLE webhook_feed (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL);
