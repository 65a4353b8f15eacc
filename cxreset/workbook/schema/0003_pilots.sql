-- A pilot is planned before it is counted, set beside a place that stays as it is, looked at on
-- planned days, and asked about again on days 60 and 90.

ALTER TABLE pilot ADD COLUMN site TEXT NOT NULL DEFAULT '';
-- the place that stays as it is
ALTER TABLE pilot ADD COLUMN comparison TEXT NOT NULL DEFAULT '';
-- chosen because it was the worst of so many; none when it was not
ALTER TABLE pilot ADD COLUMN worst_of INTEGER CHECK (worst_of >= 0);
-- was the baseline counted after the choice, or on answers set aside before it?
ALTER TABLE pilot ADD COLUMN fresh_baseline INTEGER CHECK (fresh_baseline IN (0, 1));
-- what else happened in those weeks
ALTER TABLE pilot ADD COLUMN events TEXT NOT NULL DEFAULT '';

-- What the hypothesis is about. Figures are text as typed, for their decimals: "65", "4.9 ± 1.5".
CREATE TABLE pilot_plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pilot_id INTEGER UNIQUE REFERENCES pilot (id) ON DELETE SET NULL,
  kind TEXT NOT NULL DEFAULT 'csat'
    CHECK (kind IN ('csat', 'nps', 'conversion', 'share', 'rate', 'effort')),
  name TEXT NOT NULL DEFAULT '',
  scale TEXT NOT NULL DEFAULT '',
  better TEXT NOT NULL DEFAULT 'up' CHECK (better IN ('up', 'down')),
  current TEXT NOT NULL DEFAULT '',
  counted INTEGER CHECK (counted >= 0),
  target TEXT NOT NULL DEFAULT '',
  smallest TEXT NOT NULL DEFAULT '',
  per_week INTEGER CHECK (per_week >= 0),
  guard TEXT NOT NULL DEFAULT ''
) STRICT;

-- The table of measurements anew: effort is a kind, a figure may come without its counts, and one
-- of a pilot's figures is what it is judged by, one what must not get worse.
CREATE TABLE measurement_next (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pilot_id INTEGER REFERENCES pilot (id) ON DELETE SET NULL,
  role TEXT NOT NULL DEFAULT '' CHECK (role IN ('', 'main', 'guard')),
  kind TEXT NOT NULL DEFAULT 'csat'
    CHECK (kind IN ('csat', 'nps', 'conversion', 'share', 'rate', 'effort')),
  name TEXT NOT NULL DEFAULT '',
  scale TEXT NOT NULL DEFAULT '',
  better TEXT NOT NULL DEFAULT 'up' CHECK (better IN ('up', 'down')),
  before_hits INTEGER CHECK (before_hits >= 0),
  before_low INTEGER CHECK (before_low >= 0),
  before_total INTEGER CHECK (before_total >= 0),
  before_value TEXT NOT NULL DEFAULT '',
  after_hits INTEGER CHECK (after_hits >= 0),
  after_low INTEGER CHECK (after_low >= 0),
  after_total INTEGER CHECK (after_total >= 0),
  after_value TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO measurement_next (
  id, pilot_id, kind, name, scale, better,
  before_hits, before_low, before_total, after_hits, after_low, after_total
) SELECT id, pilot_id, kind, name, scale, better,
  before_hits, before_low, before_total, after_hits, after_low, after_total FROM measurement;
-- ids are never given twice
DELETE FROM sqlite_sequence WHERE name = 'measurement_next';
INSERT INTO sqlite_sequence (name, seq)
  SELECT 'measurement_next', seq FROM sqlite_sequence WHERE name = 'measurement';
-- dropping a table unties what is tied to it
CREATE TABLE lesson_tie AS SELECT id, measurement_id FROM lesson WHERE measurement_id IS NOT NULL;
DROP TABLE measurement;
ALTER TABLE measurement_next RENAME TO measurement;
UPDATE lesson SET measurement_id = lesson_tie.measurement_id FROM lesson_tie
  WHERE lesson_tie.id = lesson.id;
DROP TABLE lesson_tie;

-- What was counted besides before and after at the pilot's place: each week, at each planned look
-- (no counts until it is held), in the comparison place, and on days 60 and 90.
CREATE TABLE data_point (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  measurement_id INTEGER REFERENCES measurement (id) ON DELETE SET NULL,
  period TEXT NOT NULL DEFAULT 'week'
    CHECK (period IN ('before', 'after', 'week', 'look', 'day60', 'day90')),
  site TEXT NOT NULL DEFAULT 'pilot' CHECK (site IN ('pilot', 'comparison')),
  counted_on TEXT,
  hits INTEGER CHECK (hits >= 0),
  low INTEGER CHECK (low >= 0),
  total INTEGER CHECK (total >= 0),
  value TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX data_point_measurement ON data_point (measurement_id, period, counted_on);
