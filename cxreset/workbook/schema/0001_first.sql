-- The first schema: the golden thread (feedback - pain - gap - fix - action - pilot - measurement
-- - lesson) and what surrounds it. Dates are ISO text, yes/no is 0/1, scales run 1 to 5.
-- A tie that is cut is set to NULL: removing one end never removes the other.

CREATE TABLE ledger (
  version INTEGER PRIMARY KEY,
  program TEXT NOT NULL
) STRICT;

CREATE TABLE reset (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  start_on TEXT NOT NULL,
  workdays TEXT NOT NULL DEFAULT '0,1,2,3,4',
  frozen_on TEXT,
  place TEXT NOT NULL DEFAULT 'today',
  created_on TEXT NOT NULL
) STRICT;

CREATE TABLE step_tick (step_id TEXT PRIMARY KEY, done_on TEXT NOT NULL) STRICT;
-- what moves the calendar: days that do not count (no last day: until resumed), sessions laid
-- closer together from a day on (their ids, with a space between), steps let go of
CREATE TABLE pause (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  first_on TEXT NOT NULL,
  last_on TEXT
) STRICT;
CREATE TABLE squeeze (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_on TEXT NOT NULL,
  sessions TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE dropped_step (step_id TEXT PRIMARY KEY, dropped_on TEXT NOT NULL) STRICT;
-- when the leader was last here, the last longer absence, and whether it has been spoken of
CREATE TABLE presence (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last_seen TEXT NOT NULL,
  away_first TEXT,
  away_last TEXT,
  settled INTEGER NOT NULL DEFAULT 1 CHECK (settled IN (0, 1))
) STRICT;

CREATE TABLE practice_tick (practice_id TEXT NOT NULL, day INTEGER NOT NULL, done_on TEXT NOT NULL,
  PRIMARY KEY (practice_id, day)) STRICT;
CREATE TABLE answer (scope TEXT NOT NULL, prompt TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (scope, prompt)) STRICT;
CREATE TABLE draft (field TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;

CREATE TABLE focus_timer (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  planned_seconds INTEGER NOT NULL DEFAULT 7200 CHECK (planned_seconds > 0),
  spent_seconds INTEGER NOT NULL DEFAULT 0 CHECK (spent_seconds >= 0),
  running_since TEXT
) STRICT;

-- Undo: triggers on every other table (workbook/recording.py makes them) put here what a change
-- replaced, and each change of the leader's is one entry. See workbook/undo.py.
CREATE TABLE undo_switch (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  recording INTEGER NOT NULL CHECK (recording IN (0, 1))
) STRICT;
INSERT INTO undo_switch VALUES (1, 1);
CREATE TABLE undo_entry (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  at REAL NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE TABLE undo_step (
  seq INTEGER PRIMARY KEY,
  entry_id INTEGER REFERENCES undo_entry (id) ON DELETE CASCADE,
  tab TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'delete', 'update', 'import', 'aside', 'restored')),
  mask INTEGER NOT NULL,
  c0 ANY, c1 ANY, c2 ANY, c3 ANY, c4 ANY, c5 ANY, c6 ANY, c7 ANY,
  c8 ANY, c9 ANY, c10 ANY, c11 ANY, c12 ANY, c13 ANY, c14 ANY, c15 ANY
) STRICT;
CREATE INDEX undo_step_entry ON undo_step (entry_id);

CREATE TABLE channel_seen (
  channel TEXT PRIMARY KEY
    CHECK (channel IN ('survey', 'review', 'chat', 'ticket', 'call', 'other')),
  seen INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)),
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- grouped: 0 while comments that say nearly the same are still to be looked for
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  imported_on TEXT NOT NULL,
  channel TEXT NOT NULL,
  text_column TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  stored INTEGER NOT NULL,
  empty INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  sheet TEXT NOT NULL DEFAULT '',
  scale TEXT NOT NULL DEFAULT '',
  personal TEXT NOT NULL DEFAULT 'kept' CHECK (personal IN ('kept', 'dropped')),
  grouped INTEGER NOT NULL DEFAULT 1 CHECK (grouped IN (0, 1))
) STRICT;

-- group_id: the number of the first comment that says the same; NULL for that first one itself and
-- for one that stands alone. apart: was taken out of its group by hand, and joins none again.
CREATE TABLE feedback (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER REFERENCES import_batch (id) ON DELETE SET NULL,
  row_number INTEGER,
  channel TEXT NOT NULL DEFAULT 'other'
    CHECK (channel IN ('survey', 'review', 'chat', 'ticket', 'call', 'other')),
  text TEXT NOT NULL,
  received_on TEXT,
  rating REAL,
  customer TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '',
  preventable INTEGER CHECK (preventable IN (0, 1)),
  seen INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)),
  group_id INTEGER,
  apart INTEGER NOT NULL DEFAULT 0 CHECK (apart IN (0, 1)),
  raw TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX feedback_batch ON feedback (batch_id);
-- all that the reading list filters by, in its two orders, so that it need not read the texts
CREATE INDEX feedback_order ON feedback
  (id, channel, received_on, rating, preventable, seen, batch_id, group_id);
CREATE INDEX feedback_newest ON feedback
  (received_on DESC, id, channel, rating, preventable, seen, batch_id, group_id);
CREATE INDEX feedback_seen ON feedback (seen);
CREATE INDEX feedback_preventable ON feedback (preventable) WHERE preventable IS NOT NULL;
CREATE INDEX feedback_group ON feedback (group_id) WHERE group_id IS NOT NULL;

-- The search index over the comments' words. It may not be written from a trigger where the schema
-- is not trusted, so triggers only note what is due, and every transaction ends by doing it: see
-- workbook/search.py. Bulk changes set `noting` to 0 and tell the index themselves.
CREATE VIRTUAL TABLE feedback_search USING fts5(
  text, content = 'feedback', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE search_switch (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  noting INTEGER NOT NULL CHECK (noting IN (0, 1))
) STRICT;
INSERT INTO search_switch VALUES (1, 1);
CREATE TABLE search_due (seq INTEGER PRIMARY KEY, feedback_id INTEGER NOT NULL, was TEXT) STRICT;
CREATE TRIGGER search_insert AFTER INSERT ON feedback WHEN (SELECT noting FROM search_switch) BEGIN
  INSERT INTO search_due (feedback_id) VALUES (NEW.id);
END;
CREATE TRIGGER search_delete AFTER DELETE ON feedback WHEN (SELECT noting FROM search_switch) BEGIN
  INSERT INTO search_due (feedback_id, was) VALUES (OLD.id, OLD.text);
END;
CREATE TRIGGER search_update AFTER UPDATE OF id, text ON feedback
WHEN (SELECT noting FROM search_switch) BEGIN
  INSERT INTO search_due (feedback_id, was) VALUES (OLD.id, OLD.text);
  INSERT INTO search_due (feedback_id) VALUES (NEW.id);
END;

-- the comments of an import that was undone, for as long as it can be redone
CREATE TABLE feedback_aside (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL,
  row_number INTEGER,
  channel TEXT NOT NULL,
  text TEXT NOT NULL,
  received_on TEXT,
  rating REAL,
  customer TEXT NOT NULL,
  category TEXT NOT NULL,
  preventable INTEGER,
  seen INTEGER NOT NULL,
  group_id INTEGER,
  apart INTEGER NOT NULL,
  raw TEXT NOT NULL
) STRICT;

CREATE TABLE pain (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
  actionable INTEGER CHECK (actionable IN (0, 1)),
  urgency INTEGER CHECK (urgency BETWEEN 1 AND 5),
  impact INTEGER CHECK (impact BETWEEN 1 AND 5),
  effort INTEGER CHECK (effort BETWEEN 1 AND 5),
  level TEXT CHECK (level IN ('symptom', 'cause')),
  place_override INTEGER CHECK (place_override >= 1),
  problem TEXT NOT NULL DEFAULT ''
) STRICT;

-- columns in the order of the key: SQLite 3.40's quick_check misreads such a table otherwise
CREATE TABLE evidence (
  pain_id INTEGER NOT NULL REFERENCES pain (id) ON DELETE CASCADE,
  feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
  PRIMARY KEY (pain_id, feedback_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_feedback ON evidence (feedback_id);

CREATE TABLE touchpoint (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  promise TEXT NOT NULL DEFAULT '',
  reality TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  width INTEGER CHECK (width BETWEEN 1 AND 5)
) STRICT;

CREATE TABLE gap (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  touchpoint_id INTEGER REFERENCES touchpoint (id) ON DELETE SET NULL,
  pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE fix (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL,
  gap_id INTEGER REFERENCES gap (id) ON DELETE SET NULL,
  kind TEXT CHECK (kind IN ('quick', 'long')),
  effort INTEGER CHECK (effort BETWEEN 1 AND 5),
  reason TEXT NOT NULL DEFAULT '',
  horizon TEXT CHECK (horizon IN ('now', 'next', 'later')),
  start_on TEXT,
  end_on TEXT
) STRICT;

CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  deadline TEXT,
  status TEXT NOT NULL DEFAULT 'not_started'
    CHECK (status IN ('not_started', 'in_progress', 'completed', 'cancelled')),
  fix_id INTEGER REFERENCES fix (id) ON DELETE SET NULL,
  gap_id INTEGER REFERENCES gap (id) ON DELETE SET NULL,
  pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL,
  note TEXT NOT NULL DEFAULT '',
  opened_on TEXT,
  completed_on TEXT
) STRICT;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  held_on TEXT,
  starts_at TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  function TEXT NOT NULL DEFAULT 'other'
    CHECK (function IN ('marketing', 'product', 'support', 'cx', 'other')),
  email TEXT NOT NULL DEFAULT '',
  attended INTEGER NOT NULL DEFAULT 0 CHECK (attended IN (0, 1))
) STRICT;

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  position INTEGER NOT NULL DEFAULT 0,
  minutes INTEGER NOT NULL DEFAULT 10 CHECK (minutes BETWEEN 1 AND 480),
  title TEXT NOT NULL DEFAULT '',
  lead TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE insight (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL,
  gap_id INTEGER REFERENCES gap (id) ON DELETE SET NULL,
  reaction TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  priority INTEGER CHECK (priority BETWEEN 1 AND 5)
) STRICT;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  due_on TEXT,
  who TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL DEFAULT '',
  action_id INTEGER REFERENCES action (id) ON DELETE SET NULL,
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;

CREATE TABLE pilot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  action_id INTEGER REFERENCES action (id) ON DELETE SET NULL,
  hypothesis TEXT NOT NULL DEFAULT '',
  participants TEXT NOT NULL DEFAULT '',
  start_on TEXT,
  end_on TEXT,
  stop_rule TEXT NOT NULL DEFAULT ''
) STRICT;

-- before/after counts: hits of total for csat, conversion and share; promoters (hits),
-- detractors (low) of total for nps; events (hits) per total customers for rate.
CREATE TABLE measurement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pilot_id INTEGER REFERENCES pilot (id) ON DELETE SET NULL,
  kind TEXT NOT NULL DEFAULT 'csat' CHECK (kind IN ('csat', 'nps', 'conversion', 'share', 'rate')),
  name TEXT NOT NULL DEFAULT '',
  scale TEXT NOT NULL DEFAULT '',
  better TEXT NOT NULL DEFAULT 'up' CHECK (better IN ('up', 'down')),
  before_hits INTEGER CHECK (before_hits >= 0),
  before_low INTEGER CHECK (before_low >= 0),
  before_total INTEGER CHECK (before_total >= 0),
  after_hits INTEGER CHECK (after_hits >= 0),
  after_low INTEGER CHECK (after_low >= 0),
  after_total INTEGER CHECK (after_total >= 0)
) STRICT;

CREATE TABLE voice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pilot_id INTEGER REFERENCES pilot (id) ON DELETE SET NULL,
  side TEXT NOT NULL DEFAULT 'customer' CHECK (side IN ('customer', 'team')),
  who TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE lesson (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  verdict TEXT CHECK (verdict IN ('keep', 'change', 'stop')),
  text TEXT NOT NULL DEFAULT '',
  pilot_id INTEGER REFERENCES pilot (id) ON DELETE SET NULL,
  measurement_id INTEGER REFERENCES measurement (id) ON DELETE SET NULL
) STRICT;

-- a written procedure (SOP): what makes a fix last
CREATE TABLE procedure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  pilot_id INTEGER REFERENCES pilot (id) ON DELETE SET NULL,
  purpose TEXT NOT NULL DEFAULT '',
  applies_when TEXT NOT NULL DEFAULT '',
  steps TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  on_failure TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE share_out (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  told_on TEXT,
  who TEXT NOT NULL DEFAULT '',
  how TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  written_on TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'win' CHECK (kind IN ('win', 'fire', 'reflection', 'hard_moment')),
  text TEXT NOT NULL DEFAULT ''
) STRICT;

-- the check-up of days 1 and 29: one mark a statement, higher is healthier
CREATE TABLE checkup_mark (
  day INTEGER NOT NULL,
  habit TEXT NOT NULL,
  statement INTEGER NOT NULL CHECK (statement >= 1),
  mark INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 5),
  PRIMARY KEY (day, habit, statement)
) STRICT;

-- the week's metrics a leader keeps by hand: one figure at the start, one at the end
CREATE TABLE metric (
  key TEXT PRIMARY KEY,
  before TEXT NOT NULL DEFAULT '',
  after TEXT NOT NULL DEFAULT ''
) STRICT;
