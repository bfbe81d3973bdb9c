-- Ids are lower-case hyphenated UUIDs, times are UTC ISO 8601 with milliseconds, culture '' is the invariant part.
CREATE TABLE document (
    id                TEXT NOT NULL PRIMARY KEY,
    type              TEXT NOT NULL,
    parent_id         TEXT NULL REFERENCES document (id),
    sort              INTEGER NOT NULL,
    slug              TEXT NOT NULL,
    path              TEXT NULL,      -- address that the current draft would have
    published_path    TEXT NULL,      -- address that the public has, while the invariant part is published
    version           INTEGER NOT NULL,
    trashed_at        TEXT NULL,
    trash_root        TEXT NULL,      -- the document that was thrown away, for the documents below it
    created_at        TEXT NOT NULL,
    updated_at        TEXT NOT NULL
);
CREATE UNIQUE INDEX document_path ON document (path) WHERE path IS NOT NULL AND trashed_at IS NULL;
CREATE UNIQUE INDEX document_published_path ON document (published_path) WHERE published_path IS NOT NULL;
CREATE INDEX document_parent ON document (parent_id, sort, id);
CREATE INDEX document_trash ON document (trash_root) WHERE trash_root IS NOT NULL;

CREATE TABLE version (
    document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    slug        TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    actor       TEXT NOT NULL,
    note        TEXT NULL,
    PRIMARY KEY (document_id, number)
);

CREATE TABLE version_culture (
    document_id TEXT NOT NULL,
    number      INTEGER NOT NULL,
    culture     TEXT NOT NULL,
    name        TEXT NOT NULL,
    value       TEXT NOT NULL,        -- JSON object: property alias → value
    PRIMARY KEY (document_id, number, culture),
    FOREIGN KEY (document_id, number) REFERENCES version (document_id, number) ON DELETE CASCADE
);

-- Which version the public sees, per culture; the row of culture '' says whose invariant values are public.
CREATE TABLE publication (
    document_id        TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    culture            TEXT NOT NULL,
    version            INTEGER NOT NULL,
    published_at       TEXT NOT NULL,
    first_published_at TEXT NOT NULL,
    PRIMARY KEY (document_id, culture)
) WITHOUT ROWID;

CREATE TABLE schedule (
    document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    culture     TEXT NOT NULL,
    action      TEXT NOT NULL CHECK (action IN ('publish', 'unpublish')),
    due_at      TEXT NOT NULL,
    actor       TEXT NOT NULL,
    PRIMARY KEY (document_id, culture, action)
) WITHOUT ROWID;
CREATE INDEX schedule_due ON schedule (due_at);

-- What the current draft of a document refers to. What published documents refer to is in the snapshot.
CREATE TABLE reference (
    document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    culture     TEXT NOT NULL,
    property    TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('document', 'media')),
    target_id   TEXT NOT NULL,
    PRIMARY KEY (document_id, culture, property, target_id)
) WITHOUT ROWID;
CREATE INDEX reference_target ON reference (target_id);

CREATE TABLE redirect (
    path        TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    created_at  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX redirect_document ON redirect (document_id);

CREATE TABLE media (
    id           TEXT NOT NULL PRIMARY KEY,
    path         TEXT NOT NULL UNIQUE, -- where the content files keep it, e.g. parks/nev-park.svg
    name         TEXT NOT NULL,
    content_type TEXT NOT NULL,
    hash         TEXT NOT NULL,        -- SHA-256 of the bytes, lower-case hex; names the blob
    bytes        INTEGER NOT NULL,
    width        INTEGER NULL,         -- px
    height       INTEGER NULL,         -- px
    alt          TEXT NOT NULL,        -- JSON object: culture → text
    created_at   TEXT NOT NULL,
    updated_at   TEXT NOT NULL
);

CREATE TABLE audit (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    at          TEXT NOT NULL,
    actor       TEXT NOT NULL,
    action      TEXT NOT NULL,
    document_id TEXT NOT NULL,
    culture     TEXT NULL,
    detail      TEXT NULL
);
CREATE INDEX audit_document ON audit (document_id, seq);

-- The change feed: appended in the transaction that makes the change, read in order by everything derived from content.
CREATE TABLE change (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    at          TEXT NOT NULL,
    document_id TEXT NOT NULL,
    kind        TEXT NOT NULL
);
