-- The media library. Folders stand beside the files: a file's path stays the name that content files know it by, wherever it is moved.
CREATE TABLE media_folder (
    id         TEXT NOT NULL PRIMARY KEY,
    parent_id  TEXT NULL REFERENCES media_folder (id),
    sort       INTEGER NOT NULL DEFAULT 0,
    path       TEXT NULL UNIQUE,       -- the folder of the content files that it stands for, e.g. parks
    owner_id   TEXT NULL,              -- the document whose people keep their files here, e.g. a park
    name       TEXT NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1,
    trashed_at TEXT NULL,
    trash_root TEXT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE INDEX media_folder_parent ON media_folder (parent_id, sort, name);
CREATE UNIQUE INDEX media_folder_owner ON media_folder (owner_id) WHERE owner_id IS NOT NULL;

ALTER TABLE media ADD COLUMN parent_id TEXT NULL REFERENCES media_folder (id);
ALTER TABLE media ADD COLUMN sort INTEGER NOT NULL DEFAULT 0;
ALTER TABLE media ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE media ADD COLUMN focus_x INTEGER NULL;   -- % of the width: what stays in view when a picture is cut
ALTER TABLE media ADD COLUMN focus_y INTEGER NULL;   -- % of the height
ALTER TABLE media ADD COLUMN crops TEXT NULL;        -- JSON array, as the editor's cropper writes it
ALTER TABLE media ADD COLUMN trashed_at TEXT NULL;
ALTER TABLE media ADD COLUMN trash_root TEXT NULL;   -- the folder it was thrown away with, or itself
CREATE INDEX media_parent ON media (parent_id, sort, name);
CREATE INDEX media_hash ON media (hash);

-- Files that are there already go into folders by their path: features/story.svg into features.
CREATE TEMP TABLE step (path TEXT NOT NULL, folder TEXT NOT NULL, rest TEXT NOT NULL);
INSERT INTO step
WITH RECURSIVE split (path, folder, rest) AS (
    SELECT path, '', path FROM media
    UNION ALL
    SELECT path, folder || CASE folder WHEN '' THEN '' ELSE '/' END || substr(rest, 1, instr(rest, '/') - 1), substr(rest, instr(rest, '/') + 1)
    FROM split WHERE instr(rest, '/') > 0
)
SELECT path, folder, rest FROM split WHERE folder <> '';

INSERT INTO media_folder (id, path, name, created_at, updated_at)
SELECT lower(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-a' || substr(h, 18, 3) || '-' || substr(h, 21, 12)), folder,
       replace(folder, rtrim(folder, replace(folder, '/', '')), ''), at, at
FROM (SELECT folder, hex(randomblob(16)) AS h, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS at FROM (SELECT DISTINCT folder FROM step));
UPDATE media_folder SET parent_id = (SELECT p.id FROM media_folder p WHERE p.path = rtrim(rtrim(media_folder.path, replace(media_folder.path, '/', '')), '/'))
WHERE instr(path, '/') > 0;
UPDATE media SET parent_id = (SELECT f.id FROM step s JOIN media_folder f ON f.path = s.folder WHERE s.path = media.path AND instr(s.rest, '/') = 0);
DROP TABLE step;
