-- The comment the leader wants quoted first for a pain point, in the place of the one found.
ALTER TABLE pain ADD COLUMN quote_id INTEGER REFERENCES feedback (id) ON DELETE SET NULL;
