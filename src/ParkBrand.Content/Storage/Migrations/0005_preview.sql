-- Links by which somebody without an account may look at one draft, for a day.
CREATE TABLE preview_link (
    hash        TEXT NOT NULL PRIMARY KEY,   -- SHA-256 of the token, lower-case hex; the token itself is nowhere
    document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    culture     TEXT NOT NULL,
    actor       TEXT NOT NULL,
    expires_at  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX preview_link_expires ON preview_link (expires_at);
