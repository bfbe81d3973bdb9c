-- What the assistant could not answer, and what visitors think of its answers: work for editors. No address, no session and no
-- name of a visitor stands here; texts come masked, equal ones are one row, and rows go after half a year.
CREATE TABLE visitor_question (
    id       TEXT NOT NULL PRIMARY KEY,
    kind     TEXT NOT NULL,             -- unanswered, unhelpful; helpful: a count alone, without the question
    culture  TEXT NOT NULL,
    question TEXT NOT NULL,
    status   TEXT NOT NULL,             -- how the answer ended
    reason   TEXT NOT NULL,             -- '': none
    comment  TEXT NOT NULL,             -- '': none
    times    INTEGER NOT NULL,
    first_at TEXT NOT NULL,
    last_at  TEXT NOT NULL,
    done_at  TEXT NULL,
    done_by  TEXT NULL,
    done_by_id TEXT NULL                -- account
) WITHOUT ROWID;
CREATE UNIQUE INDEX visitor_question_open ON visitor_question (kind, culture, question, status, reason, comment) WHERE done_at IS NULL;
CREATE INDEX visitor_question_last ON visitor_question (last_at);
