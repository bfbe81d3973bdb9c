-- Secrets are never stored as they are: passwords and recovery codes as hashes, session ids and one-time tokens as SHA-256 (they are random
-- and long), the secret of the second factor encrypted by the accounts module.
CREATE TABLE account (
    id                  TEXT NOT NULL PRIMARY KEY,
    user_name           TEXT NOT NULL,
    normalized_name     TEXT NOT NULL UNIQUE,
    name                TEXT NOT NULL,
    email               TEXT NULL,
    language            TEXT NOT NULL,
    state               TEXT NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
    start_node          TEXT NULL,      -- no foreign key: when the document goes, the account reaches nothing
    media_start_node    TEXT NULL,
    password_hash       TEXT NULL,
    password_changed_at TEXT NULL,
    security_stamp      TEXT NOT NULL,  -- a new one ends every session of the account
    totp_secret         TEXT NULL,
    totp_pending        TEXT NULL,      -- shown to the person, not yet confirmed with a code
    totp_step           INTEGER NOT NULL, -- of the last code that was taken; that code and older ones are refused
    recovery_codes      TEXT NOT NULL,  -- JSON array of hashes
    failed              INTEGER NOT NULL,
    locked_until        TEXT NULL,
    created_at          TEXT NOT NULL,
    updated_at          TEXT NOT NULL,
    last_signed_in_at   TEXT NULL,
    version             INTEGER NOT NULL
);

CREATE TABLE account_group (
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    alias      TEXT NOT NULL,           -- of a user group of umbraco.json
    PRIMARY KEY (account_id, alias)
) WITHOUT ROWID;

CREATE TABLE account_session (
    hash         TEXT NOT NULL PRIMARY KEY,
    account_id   TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    stamp        TEXT NOT NULL,         -- the account's security stamp when the session began
    code_hash    TEXT NULL,             -- the authorization code it came from
    agent        TEXT NOT NULL,         -- family of the browser only
    created_at   TEXT NOT NULL,
    last_used_at TEXT NOT NULL,
    expires_at   TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX account_session_account ON account_session (account_id);
CREATE INDEX account_session_expires ON account_session (expires_at);

CREATE TABLE account_token (
    hash       TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    purpose    TEXT NOT NULL,
    stamp      TEXT NOT NULL,
    payload    TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at    TEXT NULL
) WITHOUT ROWID;
CREATE INDEX account_token_account ON account_token (account_id);
CREATE INDEX account_token_expires ON account_token (expires_at);

-- Failures to sign in under names that nobody has, so that such a name locks like any other and nobody can tell them apart.
CREATE TABLE account_unknown (
    name_hash    TEXT NOT NULL PRIMARY KEY,
    failed       INTEGER NOT NULL,
    locked_until TEXT NULL,
    at           TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX account_unknown_at ON account_unknown (at);

CREATE TABLE account_audit (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    at         TEXT NOT NULL,
    actor      TEXT NOT NULL,
    action     TEXT NOT NULL,
    account_id TEXT NOT NULL,
    detail     TEXT NULL
);
CREATE INDEX account_audit_account ON account_audit (account_id, seq);
