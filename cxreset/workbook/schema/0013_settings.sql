-- What the leader settles beside name and days: the region whose public holidays are no working days
-- ('DE', 'DE-BY'; '' for none), the language of weekdays and months ('' for English), the hour of the
-- day's session ('08:45'; '' for none). The holidays themselves are looked up once and stored, so
-- that no start has to know every country's calendar.
ALTER TABLE reset ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE reset ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE reset ADD COLUMN daily_at TEXT NOT NULL DEFAULT '';
CREATE TABLE holiday (falls_on TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;
