-- Two of the thirty days are spare: a working day elsewhere takes one by itself, as a pause of one
-- day that nobody had to ask for.
ALTER TABLE pause ADD COLUMN spare INTEGER NOT NULL DEFAULT 0 CHECK (spare IN (0, 1));
