-- Two people may have one name: what was done is kept with the account of whoever did it. Null: the site itself, or older than this.
ALTER TABLE version ADD COLUMN actor_id TEXT NULL;
ALTER TABLE audit ADD COLUMN actor_id TEXT NULL;
ALTER TABLE schedule ADD COLUMN actor_id TEXT NULL;
