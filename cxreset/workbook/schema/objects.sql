-- index data_point_measurement
CREATE INDEX data_point_measurement ON data_point (measurement_id, period, counted_on);
-- index evidence_feedback
CREATE INDEX evidence_feedback ON evidence (feedback_id);
-- index feedback_batch
CREATE INDEX feedback_batch ON feedback (batch_id);
-- index feedback_group
CREATE INDEX feedback_group ON feedback (group_id) WHERE group_id IS NOT NULL;
-- index feedback_newest
CREATE INDEX feedback_newest ON feedback
  (received_on DESC, id, channel, rating, preventable, seen, batch_id, group_id);
-- index feedback_preventable
CREATE INDEX feedback_preventable ON feedback (preventable) WHERE preventable IS NOT NULL;
-- index feedback_seen
CREATE INDEX feedback_seen ON feedback (seen) WHERE seen = 1;
-- index suggestion_pain
CREATE INDEX suggestion_pain ON suggestion (pain_id) WHERE pain_id IS NOT NULL;
-- index undo_step_entry
CREATE INDEX undo_step_entry ON undo_step (entry_id);
-- table action
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
, purpose TEXT
  CHECK (purpose IN ('recover', 'remove', 'join', 'learn')), decision_id INTEGER REFERENCES decision (id) ON DELETE SET NULL) STRICT;
-- table agenda_item
CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  position INTEGER NOT NULL DEFAULT 0,
  minutes INTEGER NOT NULL DEFAULT 10 CHECK (minutes BETWEEN 1 AND 480),
  title TEXT NOT NULL DEFAULT '',
  lead TEXT NOT NULL DEFAULT ''
, shifted INTEGER NOT NULL DEFAULT 0, used_seconds INTEGER NOT NULL DEFAULT 0 CHECK (used_seconds >= 0), running_since TEXT, finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1)), next_time INTEGER NOT NULL DEFAULT 0 CHECK (next_time IN (0, 1)), pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL, gap_id INTEGER REFERENCES gap (id) ON DELETE SET NULL) STRICT;
-- table answer
CREATE TABLE answer (scope TEXT NOT NULL, prompt TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (scope, prompt)) STRICT;
-- table calendar_entry
CREATE TABLE calendar_entry (
  audience TEXT NOT NULL,
  entry TEXT NOT NULL,
  digest TEXT NOT NULL,
  sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  changed_at TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  starts_on TEXT NOT NULL,
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
  PRIMARY KEY (audience, entry)
) STRICT;
-- table channel_seen
CREATE TABLE channel_seen (
  channel TEXT PRIMARY KEY
    CHECK (channel IN ('survey', 'review', 'chat', 'ticket', 'call', 'other')),
  seen INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
-- table checkup_mark
CREATE TABLE checkup_mark (
  day INTEGER NOT NULL,
  habit TEXT NOT NULL,
  statement INTEGER NOT NULL CHECK (statement >= 1),
  mark INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 5),
  PRIMARY KEY (day, habit, statement)
) STRICT;
-- table customer_reply
CREATE TABLE customer_reply (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id INTEGER REFERENCES action (id) ON DELETE SET NULL,
  text TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL DEFAULT '',
  sent_on TEXT
) STRICT;
-- table data_point
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
, note TEXT NOT NULL DEFAULT '') STRICT;
-- table decision
CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  priority INTEGER CHECK (priority BETWEEN 1 AND 5)
, reason TEXT NOT NULL DEFAULT '', decided_by TEXT NOT NULL DEFAULT '', rejected TEXT NOT NULL DEFAULT '', dissent TEXT NOT NULL DEFAULT '', review_on TEXT, pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL, gap_id INTEGER REFERENCES gap (id) ON DELETE SET NULL, agenda_item_id INTEGER
  REFERENCES agenda_item (id) ON DELETE SET NULL, decided_on TEXT) STRICT;
-- table draft
CREATE TABLE draft (field TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
-- table dropped_step
CREATE TABLE dropped_step (step_id TEXT PRIMARY KEY, dropped_on TEXT NOT NULL) STRICT;
-- table evidence
CREATE TABLE evidence (
  pain_id INTEGER NOT NULL REFERENCES pain (id) ON DELETE CASCADE,
  feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
  PRIMARY KEY (pain_id, feedback_id)
) STRICT, WITHOUT ROWID;
-- table feedback
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
, title TEXT NOT NULL DEFAULT '', approximate INTEGER NOT NULL DEFAULT 0
  CHECK (approximate IN (0, 1))) STRICT;
-- table feedback_aside
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
, title TEXT NOT NULL DEFAULT '', approximate INTEGER NOT NULL DEFAULT 0) STRICT;
-- table feedback_count
CREATE TABLE feedback_count (
  channel TEXT NOT NULL,
  seen INTEGER NOT NULL,
  comments INTEGER NOT NULL,
  PRIMARY KEY (channel, seen)
) STRICT, WITHOUT ROWID;
-- table feedback_search
CREATE VIRTUAL TABLE feedback_search USING fts5(
  text, content = '', columnsize = 0,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);
-- table fix
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
-- table focus_timer
CREATE TABLE focus_timer (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  planned_seconds INTEGER NOT NULL DEFAULT 7200 CHECK (planned_seconds > 0),
  spent_seconds INTEGER NOT NULL DEFAULT 0 CHECK (spent_seconds >= 0),
  running_since TEXT
) STRICT;
-- table follow_up
CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  due_on TEXT,
  who TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL DEFAULT '',
  action_id INTEGER REFERENCES action (id) ON DELETE SET NULL,
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;
-- table gap
CREATE TABLE gap (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  touchpoint_id INTEGER REFERENCES touchpoint (id) ON DELETE SET NULL,
  pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL
, kano TEXT CHECK (kano IN ('must', 'more', 'delight')), waiting_cost TEXT NOT NULL DEFAULT '') STRICT;
-- table holiday
CREATE TABLE holiday (falls_on TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;
-- table import_batch
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
, columns TEXT NOT NULL DEFAULT '') STRICT;
-- table insight
CREATE TABLE insight (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL,
  gap_id INTEGER REFERENCES gap (id) ON DELETE SET NULL,
  reaction TEXT NOT NULL DEFAULT ''
) STRICT;
-- table intention
CREATE TABLE intention (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  routine TEXT NOT NULL DEFAULT '',
  obstacle TEXT NOT NULL DEFAULT '',
  response TEXT NOT NULL DEFAULT '',
  supporter TEXT NOT NULL DEFAULT '',
  supporter_email TEXT NOT NULL DEFAULT ''
) STRICT;
-- table journal
CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  written_on TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'win' CHECK (kind IN ('win', 'fire', 'reflection', 'hard_moment')),
  text TEXT NOT NULL DEFAULT ''
, pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL) STRICT;
-- table ledger
CREATE TABLE ledger (
  version INTEGER PRIMARY KEY,
  program TEXT NOT NULL
) STRICT;
-- table lesson
CREATE TABLE lesson (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  verdict TEXT CHECK (verdict IN ('keep', 'change', 'stop')),
  text TEXT NOT NULL DEFAULT '',
  pilot_id INTEGER REFERENCES pilot (id) ON DELETE SET NULL,
  measurement_id INTEGER REFERENCES measurement (id) ON DELETE SET NULL
, learned_on TEXT) STRICT;
-- table measurement
CREATE TABLE "measurement" (
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
-- table meeting
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  held_on TEXT,
  starts_at TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT ''
, rule TEXT NOT NULL DEFAULT '' CHECK (rule IN ('', 'consent', 'vote', 'owner')), started_at TEXT, ended_at TEXT, silent_until TEXT, premortem TEXT NOT NULL DEFAULT '') STRICT;
-- table metric
CREATE TABLE metric (
  key TEXT PRIMARY KEY,
  before TEXT NOT NULL DEFAULT '',
  after TEXT NOT NULL DEFAULT ''
) STRICT;
-- table pain
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
, quote_id INTEGER REFERENCES feedback (id) ON DELETE SET NULL) STRICT;
-- table parked_item
CREATE TABLE parked_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL DEFAULT '',
  agenda_item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
  follow_up_id INTEGER REFERENCES follow_up (id) ON DELETE SET NULL
) STRICT;
-- table pause
CREATE TABLE pause (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  first_on TEXT NOT NULL,
  last_on TEXT
, spare INTEGER NOT NULL DEFAULT 0 CHECK (spare IN (0, 1))) STRICT;
-- table person
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  function TEXT NOT NULL DEFAULT 'other'
    CHECK (function IN ('marketing', 'product', 'support', 'cx', 'other')),
  email TEXT NOT NULL DEFAULT '',
  attended INTEGER NOT NULL DEFAULT 0 CHECK (attended IN (0, 1))
) STRICT;
-- table personal_choice
CREATE TABLE personal_choice (
  piece TEXT NOT NULL PRIMARY KEY,
  kept INTEGER NOT NULL CHECK (kept IN (0, 1))
) STRICT;
-- table pilot
CREATE TABLE pilot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  action_id INTEGER REFERENCES action (id) ON DELETE SET NULL,
  hypothesis TEXT NOT NULL DEFAULT '',
  participants TEXT NOT NULL DEFAULT '',
  start_on TEXT,
  end_on TEXT,
  stop_rule TEXT NOT NULL DEFAULT ''
, site TEXT NOT NULL DEFAULT '', comparison TEXT NOT NULL DEFAULT '', worst_of INTEGER CHECK (worst_of >= 0), fresh_baseline INTEGER CHECK (fresh_baseline IN (0, 1)), events TEXT NOT NULL DEFAULT '') STRICT;
-- table pilot_plan
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
-- table practice_choice
CREATE TABLE practice_choice (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  practice_id TEXT NOT NULL,
  taken_on TEXT NOT NULL
) STRICT;
-- table practice_tick
CREATE TABLE practice_tick (practice_id TEXT NOT NULL, day INTEGER NOT NULL, done_on TEXT NOT NULL,
  PRIMARY KEY (practice_id, day)) STRICT;
-- table presence
CREATE TABLE presence (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last_seen TEXT NOT NULL,
  away_first TEXT,
  away_last TEXT,
  settled INTEGER NOT NULL DEFAULT 1 CHECK (settled IN (0, 1))
) STRICT;
-- table procedure
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
-- table reset
CREATE TABLE reset (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  start_on TEXT NOT NULL,
  workdays TEXT NOT NULL DEFAULT '0,1,2,3,4',
  frozen_on TEXT,
  place TEXT NOT NULL DEFAULT 'today',
  created_on TEXT NOT NULL
, hide_personal INTEGER NOT NULL DEFAULT 0
  CHECK (hide_personal IN (0, 1)), region TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '', daily_at TEXT NOT NULL DEFAULT '') STRICT;
-- table search_due
CREATE TABLE search_due (seq INTEGER PRIMARY KEY, feedback_id INTEGER NOT NULL, was TEXT) STRICT;
-- table search_switch
CREATE TABLE search_switch (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  noting INTEGER NOT NULL CHECK (noting IN (0, 1))
) STRICT;
-- table share_choice
CREATE TABLE share_choice (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  what TEXT NOT NULL DEFAULT '',
  form TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  path TEXT NOT NULL DEFAULT '',
  folder TEXT NOT NULL DEFAULT ''
) STRICT;
-- table share_out
CREATE TABLE share_out (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  told_on TEXT,
  who TEXT NOT NULL DEFAULT '',
  how TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL DEFAULT ''
) STRICT;
-- table squeeze
CREATE TABLE squeeze (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_on TEXT NOT NULL,
  sessions TEXT NOT NULL DEFAULT ''
) STRICT;
-- table step_tick
CREATE TABLE step_tick (step_id TEXT PRIMARY KEY, done_on TEXT NOT NULL) STRICT;
-- table suggestion
CREATE TABLE suggestion (
  theme_id TEXT PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'split', 'dropped')),
  pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL,
  merged_into TEXT REFERENCES suggestion (theme_id) ON DELETE SET NULL
) STRICT;
-- table template_text
CREATE TABLE template_text (
  template_id TEXT PRIMARY KEY,
  text TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT ''
) STRICT;
-- table touchpoint
CREATE TABLE touchpoint (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  promise TEXT NOT NULL DEFAULT '',
  reality TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  width INTEGER CHECK (width BETWEEN 1 AND 5)
, aim TEXT NOT NULL DEFAULT '', front_stage TEXT NOT NULL DEFAULT '', back_stage TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL DEFAULT '', failure TEXT NOT NULL DEFAULT '') STRICT;
-- table undo_entry
CREATE TABLE undo_entry (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  at REAL NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
-- table undo_step
CREATE TABLE undo_step (
  seq INTEGER PRIMARY KEY,
  entry_id INTEGER REFERENCES undo_entry (id) ON DELETE CASCADE,
  tab TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'delete', 'update', 'import', 'aside', 'restored')),
  mask INTEGER NOT NULL,
  c0 ANY, c1 ANY, c2 ANY, c3 ANY, c4 ANY, c5 ANY, c6 ANY, c7 ANY,
  c8 ANY, c9 ANY, c10 ANY, c11 ANY, c12 ANY, c13 ANY, c14 ANY, c15 ANY
) STRICT;
-- table undo_switch
CREATE TABLE undo_switch (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  recording INTEGER NOT NULL CHECK (recording IN (0, 1))
) STRICT;
-- table version_stamp
CREATE TABLE version_stamp (seq INTEGER PRIMARY KEY, stamp BLOB NOT NULL) STRICT;
-- table voice
CREATE TABLE voice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pilot_id INTEGER REFERENCES pilot (id) ON DELETE SET NULL,
  side TEXT NOT NULL DEFAULT 'customer' CHECK (side IN ('customer', 'team')),
  who TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) STRICT;
-- table why
CREATE TABLE why (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL,
  answer TEXT NOT NULL DEFAULT '',
  proof TEXT NOT NULL DEFAULT ''
) STRICT;
-- trigger count_delete
CREATE TRIGGER count_delete AFTER DELETE ON feedback BEGIN
  UPDATE feedback_count SET comments = comments - 1
    WHERE channel = OLD.channel AND seen = OLD.seen;
END;
-- trigger count_insert
CREATE TRIGGER count_insert AFTER INSERT ON feedback BEGIN
  INSERT INTO feedback_count VALUES (NEW.channel, NEW.seen, 1)
    ON CONFLICT DO UPDATE SET comments = comments + 1;
END;
-- trigger count_update
CREATE TRIGGER count_update AFTER UPDATE OF channel, seen ON feedback
WHEN OLD.channel <> NEW.channel OR OLD.seen <> NEW.seen BEGIN
  UPDATE feedback_count SET comments = comments - 1
    WHERE channel = OLD.channel AND seen = OLD.seen;
  INSERT INTO feedback_count VALUES (NEW.channel, NEW.seen, 1)
    ON CONFLICT DO UPDATE SET comments = comments + 1;
END;
-- trigger search_delete
CREATE TRIGGER search_delete AFTER DELETE ON feedback WHEN (SELECT noting FROM search_switch) BEGIN
  INSERT INTO search_due (feedback_id, was) VALUES (OLD.id, OLD.text);
END;
-- trigger search_insert
CREATE TRIGGER search_insert AFTER INSERT ON feedback WHEN (SELECT noting FROM search_switch) BEGIN
  INSERT INTO search_due (feedback_id) VALUES (NEW.id);
END;
-- trigger search_update
CREATE TRIGGER search_update AFTER UPDATE OF id, text ON feedback
WHEN (SELECT noting FROM search_switch) BEGIN
  INSERT INTO search_due (feedback_id, was) VALUES (OLD.id, OLD.text);
  INSERT INTO search_due (feedback_id) VALUES (NEW.id);
END;
-- trigger undo_action_delete
CREATE TRIGGER undo_action_delete AFTER delete ON "action" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12) VALUES('action','delete',8191,OLD."id",OLD."title",OLD."owner",OLD."deadline",OLD."status",OLD."fix_id",OLD."gap_id",OLD."pain_id",OLD."note",OLD."opened_on",OLD."completed_on",OLD."purpose",OLD."decision_id"); END;
-- trigger undo_action_insert
CREATE TRIGGER undo_action_insert AFTER insert ON "action" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('action','insert',0,NEW."id"); END;
-- trigger undo_action_update
CREATE TRIGGER undo_action_update AFTER update OF "title","owner","deadline","status","fix_id","gap_id","pain_id","note","opened_on","completed_on","purpose","decision_id" ON "action" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12) VALUES('action','update',((OLD."title" IS NOT NEW."title")<<1)|((OLD."owner" IS NOT NEW."owner")<<2)|((OLD."deadline" IS NOT NEW."deadline")<<3)|((OLD."status" IS NOT NEW."status")<<4)|((OLD."fix_id" IS NOT NEW."fix_id")<<5)|((OLD."gap_id" IS NOT NEW."gap_id")<<6)|((OLD."pain_id" IS NOT NEW."pain_id")<<7)|((OLD."note" IS NOT NEW."note")<<8)|((OLD."opened_on" IS NOT NEW."opened_on")<<9)|((OLD."completed_on" IS NOT NEW."completed_on")<<10)|((OLD."purpose" IS NOT NEW."purpose")<<11)|((OLD."decision_id" IS NOT NEW."decision_id")<<12),OLD."id",CASE WHEN OLD."title" IS NOT NEW."title" THEN OLD."title" END,CASE WHEN OLD."owner" IS NOT NEW."owner" THEN OLD."owner" END,CASE WHEN OLD."deadline" IS NOT NEW."deadline" THEN OLD."deadline" END,CASE WHEN OLD."status" IS NOT NEW."status" THEN OLD."status" END,CASE WHEN OLD."fix_id" IS NOT NEW."fix_id" THEN OLD."fix_id" END,CASE WHEN OLD."gap_id" IS NOT NEW."gap_id" THEN OLD."gap_id" END,CASE WHEN OLD."pain_id" IS NOT NEW."pain_id" THEN OLD."pain_id" END,CASE WHEN OLD."note" IS NOT NEW."note" THEN OLD."note" END,CASE WHEN OLD."opened_on" IS NOT NEW."opened_on" THEN OLD."opened_on" END,CASE WHEN OLD."completed_on" IS NOT NEW."completed_on" THEN OLD."completed_on" END,CASE WHEN OLD."purpose" IS NOT NEW."purpose" THEN OLD."purpose" END,CASE WHEN OLD."decision_id" IS NOT NEW."decision_id" THEN OLD."decision_id" END); END;
-- trigger undo_agenda_item_delete
CREATE TRIGGER undo_agenda_item_delete AFTER delete ON "agenda_item" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11) VALUES('agenda_item','delete',4095,OLD."id",OLD."position",OLD."minutes",OLD."title",OLD."lead",OLD."shifted",OLD."used_seconds",OLD."running_since",OLD."finished",OLD."next_time",OLD."pain_id",OLD."gap_id"); END;
-- trigger undo_agenda_item_insert
CREATE TRIGGER undo_agenda_item_insert AFTER insert ON "agenda_item" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('agenda_item','insert',0,NEW."id"); END;
-- trigger undo_agenda_item_update
CREATE TRIGGER undo_agenda_item_update AFTER update OF "position","minutes","title","lead","shifted","used_seconds","running_since","finished","next_time","pain_id","gap_id" ON "agenda_item" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11) VALUES('agenda_item','update',((OLD."position" IS NOT NEW."position")<<1)|((OLD."minutes" IS NOT NEW."minutes")<<2)|((OLD."title" IS NOT NEW."title")<<3)|((OLD."lead" IS NOT NEW."lead")<<4)|((OLD."shifted" IS NOT NEW."shifted")<<5)|((OLD."used_seconds" IS NOT NEW."used_seconds")<<6)|((OLD."running_since" IS NOT NEW."running_since")<<7)|((OLD."finished" IS NOT NEW."finished")<<8)|((OLD."next_time" IS NOT NEW."next_time")<<9)|((OLD."pain_id" IS NOT NEW."pain_id")<<10)|((OLD."gap_id" IS NOT NEW."gap_id")<<11),OLD."id",CASE WHEN OLD."position" IS NOT NEW."position" THEN OLD."position" END,CASE WHEN OLD."minutes" IS NOT NEW."minutes" THEN OLD."minutes" END,CASE WHEN OLD."title" IS NOT NEW."title" THEN OLD."title" END,CASE WHEN OLD."lead" IS NOT NEW."lead" THEN OLD."lead" END,CASE WHEN OLD."shifted" IS NOT NEW."shifted" THEN OLD."shifted" END,CASE WHEN OLD."used_seconds" IS NOT NEW."used_seconds" THEN OLD."used_seconds" END,CASE WHEN OLD."running_since" IS NOT NEW."running_since" THEN OLD."running_since" END,CASE WHEN OLD."finished" IS NOT NEW."finished" THEN OLD."finished" END,CASE WHEN OLD."next_time" IS NOT NEW."next_time" THEN OLD."next_time" END,CASE WHEN OLD."pain_id" IS NOT NEW."pain_id" THEN OLD."pain_id" END,CASE WHEN OLD."gap_id" IS NOT NEW."gap_id" THEN OLD."gap_id" END); END;
-- trigger undo_answer_delete
CREATE TRIGGER undo_answer_delete AFTER delete ON "answer" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('answer','delete',7,OLD."scope",OLD."prompt",OLD."text"); END;
-- trigger undo_answer_insert
CREATE TRIGGER undo_answer_insert AFTER insert ON "answer" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('answer','insert',0,NEW."scope",NEW."prompt"); END;
-- trigger undo_answer_update
CREATE TRIGGER undo_answer_update AFTER update OF "text" ON "answer" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('answer','update',((OLD."text" IS NOT NEW."text")<<2),OLD."scope",OLD."prompt",CASE WHEN OLD."text" IS NOT NEW."text" THEN OLD."text" END); END;
-- trigger undo_channel_seen_delete
CREATE TRIGGER undo_channel_seen_delete AFTER delete ON "channel_seen" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('channel_seen','delete',7,OLD."channel",OLD."seen",OLD."note"); END;
-- trigger undo_channel_seen_insert
CREATE TRIGGER undo_channel_seen_insert AFTER insert ON "channel_seen" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('channel_seen','insert',0,NEW."channel"); END;
-- trigger undo_channel_seen_update
CREATE TRIGGER undo_channel_seen_update AFTER update OF "seen","note" ON "channel_seen" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('channel_seen','update',((OLD."seen" IS NOT NEW."seen")<<1)|((OLD."note" IS NOT NEW."note")<<2),OLD."channel",CASE WHEN OLD."seen" IS NOT NEW."seen" THEN OLD."seen" END,CASE WHEN OLD."note" IS NOT NEW."note" THEN OLD."note" END); END;
-- trigger undo_checkup_mark_delete
CREATE TRIGGER undo_checkup_mark_delete AFTER delete ON "checkup_mark" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3) VALUES('checkup_mark','delete',15,OLD."day",OLD."habit",OLD."statement",OLD."mark"); END;
-- trigger undo_checkup_mark_insert
CREATE TRIGGER undo_checkup_mark_insert AFTER insert ON "checkup_mark" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('checkup_mark','insert',0,NEW."day",NEW."habit",NEW."statement"); END;
-- trigger undo_checkup_mark_update
CREATE TRIGGER undo_checkup_mark_update AFTER update OF "mark" ON "checkup_mark" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3) VALUES('checkup_mark','update',((OLD."mark" IS NOT NEW."mark")<<3),OLD."day",OLD."habit",OLD."statement",CASE WHEN OLD."mark" IS NOT NEW."mark" THEN OLD."mark" END); END;
-- trigger undo_customer_reply_delete
CREATE TRIGGER undo_customer_reply_delete AFTER delete ON "customer_reply" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5) VALUES('customer_reply','delete',63,OLD."id",OLD."action_id",OLD."text",OLD."audience",OLD."channel",OLD."sent_on"); END;
-- trigger undo_customer_reply_insert
CREATE TRIGGER undo_customer_reply_insert AFTER insert ON "customer_reply" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('customer_reply','insert',0,NEW."id"); END;
-- trigger undo_customer_reply_update
CREATE TRIGGER undo_customer_reply_update AFTER update OF "action_id","text","audience","channel","sent_on" ON "customer_reply" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5) VALUES('customer_reply','update',((OLD."action_id" IS NOT NEW."action_id")<<1)|((OLD."text" IS NOT NEW."text")<<2)|((OLD."audience" IS NOT NEW."audience")<<3)|((OLD."channel" IS NOT NEW."channel")<<4)|((OLD."sent_on" IS NOT NEW."sent_on")<<5),OLD."id",CASE WHEN OLD."action_id" IS NOT NEW."action_id" THEN OLD."action_id" END,CASE WHEN OLD."text" IS NOT NEW."text" THEN OLD."text" END,CASE WHEN OLD."audience" IS NOT NEW."audience" THEN OLD."audience" END,CASE WHEN OLD."channel" IS NOT NEW."channel" THEN OLD."channel" END,CASE WHEN OLD."sent_on" IS NOT NEW."sent_on" THEN OLD."sent_on" END); END;
-- trigger undo_data_point_delete
CREATE TRIGGER undo_data_point_delete AFTER delete ON "data_point" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9) VALUES('data_point','delete',1023,OLD."id",OLD."measurement_id",OLD."period",OLD."site",OLD."counted_on",OLD."hits",OLD."low",OLD."total",OLD."value",OLD."note"); END;
-- trigger undo_data_point_insert
CREATE TRIGGER undo_data_point_insert AFTER insert ON "data_point" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('data_point','insert',0,NEW."id"); END;
-- trigger undo_data_point_update
CREATE TRIGGER undo_data_point_update AFTER update OF "measurement_id","period","site","counted_on","hits","low","total","value","note" ON "data_point" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9) VALUES('data_point','update',((OLD."measurement_id" IS NOT NEW."measurement_id")<<1)|((OLD."period" IS NOT NEW."period")<<2)|((OLD."site" IS NOT NEW."site")<<3)|((OLD."counted_on" IS NOT NEW."counted_on")<<4)|((OLD."hits" IS NOT NEW."hits")<<5)|((OLD."low" IS NOT NEW."low")<<6)|((OLD."total" IS NOT NEW."total")<<7)|((OLD."value" IS NOT NEW."value")<<8)|((OLD."note" IS NOT NEW."note")<<9),OLD."id",CASE WHEN OLD."measurement_id" IS NOT NEW."measurement_id" THEN OLD."measurement_id" END,CASE WHEN OLD."period" IS NOT NEW."period" THEN OLD."period" END,CASE WHEN OLD."site" IS NOT NEW."site" THEN OLD."site" END,CASE WHEN OLD."counted_on" IS NOT NEW."counted_on" THEN OLD."counted_on" END,CASE WHEN OLD."hits" IS NOT NEW."hits" THEN OLD."hits" END,CASE WHEN OLD."low" IS NOT NEW."low" THEN OLD."low" END,CASE WHEN OLD."total" IS NOT NEW."total" THEN OLD."total" END,CASE WHEN OLD."value" IS NOT NEW."value" THEN OLD."value" END,CASE WHEN OLD."note" IS NOT NEW."note" THEN OLD."note" END); END;
-- trigger undo_decision_delete
CREATE TRIGGER undo_decision_delete AFTER delete ON "decision" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11) VALUES('decision','delete',4095,OLD."id",OLD."title",OLD."priority",OLD."reason",OLD."decided_by",OLD."rejected",OLD."dissent",OLD."review_on",OLD."pain_id",OLD."gap_id",OLD."agenda_item_id",OLD."decided_on"); END;
-- trigger undo_decision_insert
CREATE TRIGGER undo_decision_insert AFTER insert ON "decision" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('decision','insert',0,NEW."id"); END;
-- trigger undo_decision_update
CREATE TRIGGER undo_decision_update AFTER update OF "title","priority","reason","decided_by","rejected","dissent","review_on","pain_id","gap_id","agenda_item_id","decided_on" ON "decision" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11) VALUES('decision','update',((OLD."title" IS NOT NEW."title")<<1)|((OLD."priority" IS NOT NEW."priority")<<2)|((OLD."reason" IS NOT NEW."reason")<<3)|((OLD."decided_by" IS NOT NEW."decided_by")<<4)|((OLD."rejected" IS NOT NEW."rejected")<<5)|((OLD."dissent" IS NOT NEW."dissent")<<6)|((OLD."review_on" IS NOT NEW."review_on")<<7)|((OLD."pain_id" IS NOT NEW."pain_id")<<8)|((OLD."gap_id" IS NOT NEW."gap_id")<<9)|((OLD."agenda_item_id" IS NOT NEW."agenda_item_id")<<10)|((OLD."decided_on" IS NOT NEW."decided_on")<<11),OLD."id",CASE WHEN OLD."title" IS NOT NEW."title" THEN OLD."title" END,CASE WHEN OLD."priority" IS NOT NEW."priority" THEN OLD."priority" END,CASE WHEN OLD."reason" IS NOT NEW."reason" THEN OLD."reason" END,CASE WHEN OLD."decided_by" IS NOT NEW."decided_by" THEN OLD."decided_by" END,CASE WHEN OLD."rejected" IS NOT NEW."rejected" THEN OLD."rejected" END,CASE WHEN OLD."dissent" IS NOT NEW."dissent" THEN OLD."dissent" END,CASE WHEN OLD."review_on" IS NOT NEW."review_on" THEN OLD."review_on" END,CASE WHEN OLD."pain_id" IS NOT NEW."pain_id" THEN OLD."pain_id" END,CASE WHEN OLD."gap_id" IS NOT NEW."gap_id" THEN OLD."gap_id" END,CASE WHEN OLD."agenda_item_id" IS NOT NEW."agenda_item_id" THEN OLD."agenda_item_id" END,CASE WHEN OLD."decided_on" IS NOT NEW."decided_on" THEN OLD."decided_on" END); END;
-- trigger undo_dropped_step_delete
CREATE TRIGGER undo_dropped_step_delete AFTER delete ON "dropped_step" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('dropped_step','delete',3,OLD."step_id",OLD."dropped_on"); END;
-- trigger undo_dropped_step_insert
CREATE TRIGGER undo_dropped_step_insert AFTER insert ON "dropped_step" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('dropped_step','insert',0,NEW."step_id"); END;
-- trigger undo_dropped_step_update
CREATE TRIGGER undo_dropped_step_update AFTER update OF "dropped_on" ON "dropped_step" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('dropped_step','update',((OLD."dropped_on" IS NOT NEW."dropped_on")<<1),OLD."step_id",CASE WHEN OLD."dropped_on" IS NOT NEW."dropped_on" THEN OLD."dropped_on" END); END;
-- trigger undo_evidence_delete
CREATE TRIGGER undo_evidence_delete AFTER delete ON "evidence" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('evidence','delete',3,OLD."pain_id",OLD."feedback_id"); END;
-- trigger undo_evidence_insert
CREATE TRIGGER undo_evidence_insert AFTER insert ON "evidence" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('evidence','insert',0,NEW."pain_id",NEW."feedback_id"); END;
-- trigger undo_feedback_delete
CREATE TRIGGER undo_feedback_delete AFTER delete ON "feedback" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14,c15) VALUES('feedback','delete',65535,OLD."id",OLD."batch_id",OLD."row_number",OLD."channel",OLD."text",OLD."received_on",OLD."rating",OLD."customer",OLD."category",OLD."preventable",OLD."seen",OLD."group_id",OLD."apart",OLD."raw",OLD."title",OLD."approximate"); END;
-- trigger undo_feedback_insert
CREATE TRIGGER undo_feedback_insert AFTER insert ON "feedback" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('feedback','insert',0,NEW."id"); END;
-- trigger undo_feedback_update
CREATE TRIGGER undo_feedback_update AFTER update OF "batch_id","row_number","channel","text","received_on","rating","customer","category","preventable","group_id","apart","raw","title","approximate" ON "feedback" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c11,c12,c13,c14,c15) VALUES('feedback','update',((OLD."batch_id" IS NOT NEW."batch_id")<<1)|((OLD."row_number" IS NOT NEW."row_number")<<2)|((OLD."channel" IS NOT NEW."channel")<<3)|((OLD."text" IS NOT NEW."text")<<4)|((OLD."received_on" IS NOT NEW."received_on")<<5)|((OLD."rating" IS NOT NEW."rating")<<6)|((OLD."customer" IS NOT NEW."customer")<<7)|((OLD."category" IS NOT NEW."category")<<8)|((OLD."preventable" IS NOT NEW."preventable")<<9)|((OLD."group_id" IS NOT NEW."group_id")<<11)|((OLD."apart" IS NOT NEW."apart")<<12)|((OLD."raw" IS NOT NEW."raw")<<13)|((OLD."title" IS NOT NEW."title")<<14)|((OLD."approximate" IS NOT NEW."approximate")<<15),OLD."id",CASE WHEN OLD."batch_id" IS NOT NEW."batch_id" THEN OLD."batch_id" END,CASE WHEN OLD."row_number" IS NOT NEW."row_number" THEN OLD."row_number" END,CASE WHEN OLD."channel" IS NOT NEW."channel" THEN OLD."channel" END,CASE WHEN OLD."text" IS NOT NEW."text" THEN OLD."text" END,CASE WHEN OLD."received_on" IS NOT NEW."received_on" THEN OLD."received_on" END,CASE WHEN OLD."rating" IS NOT NEW."rating" THEN OLD."rating" END,CASE WHEN OLD."customer" IS NOT NEW."customer" THEN OLD."customer" END,CASE WHEN OLD."category" IS NOT NEW."category" THEN OLD."category" END,CASE WHEN OLD."preventable" IS NOT NEW."preventable" THEN OLD."preventable" END,CASE WHEN OLD."group_id" IS NOT NEW."group_id" THEN OLD."group_id" END,CASE WHEN OLD."apart" IS NOT NEW."apart" THEN OLD."apart" END,CASE WHEN OLD."raw" IS NOT NEW."raw" THEN OLD."raw" END,CASE WHEN OLD."title" IS NOT NEW."title" THEN OLD."title" END,CASE WHEN OLD."approximate" IS NOT NEW."approximate" THEN OLD."approximate" END); END;
-- trigger undo_fix_delete
CREATE TRIGGER undo_fix_delete AFTER delete ON "fix" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9) VALUES('fix','delete',1023,OLD."id",OLD."title",OLD."pain_id",OLD."gap_id",OLD."kind",OLD."effort",OLD."reason",OLD."horizon",OLD."start_on",OLD."end_on"); END;
-- trigger undo_fix_insert
CREATE TRIGGER undo_fix_insert AFTER insert ON "fix" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('fix','insert',0,NEW."id"); END;
-- trigger undo_fix_update
CREATE TRIGGER undo_fix_update AFTER update OF "title","pain_id","gap_id","kind","effort","reason","horizon","start_on","end_on" ON "fix" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9) VALUES('fix','update',((OLD."title" IS NOT NEW."title")<<1)|((OLD."pain_id" IS NOT NEW."pain_id")<<2)|((OLD."gap_id" IS NOT NEW."gap_id")<<3)|((OLD."kind" IS NOT NEW."kind")<<4)|((OLD."effort" IS NOT NEW."effort")<<5)|((OLD."reason" IS NOT NEW."reason")<<6)|((OLD."horizon" IS NOT NEW."horizon")<<7)|((OLD."start_on" IS NOT NEW."start_on")<<8)|((OLD."end_on" IS NOT NEW."end_on")<<9),OLD."id",CASE WHEN OLD."title" IS NOT NEW."title" THEN OLD."title" END,CASE WHEN OLD."pain_id" IS NOT NEW."pain_id" THEN OLD."pain_id" END,CASE WHEN OLD."gap_id" IS NOT NEW."gap_id" THEN OLD."gap_id" END,CASE WHEN OLD."kind" IS NOT NEW."kind" THEN OLD."kind" END,CASE WHEN OLD."effort" IS NOT NEW."effort" THEN OLD."effort" END,CASE WHEN OLD."reason" IS NOT NEW."reason" THEN OLD."reason" END,CASE WHEN OLD."horizon" IS NOT NEW."horizon" THEN OLD."horizon" END,CASE WHEN OLD."start_on" IS NOT NEW."start_on" THEN OLD."start_on" END,CASE WHEN OLD."end_on" IS NOT NEW."end_on" THEN OLD."end_on" END); END;
-- trigger undo_follow_up_delete
CREATE TRIGGER undo_follow_up_delete AFTER delete ON "follow_up" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5) VALUES('follow_up','delete',63,OLD."id",OLD."due_on",OLD."who",OLD."what",OLD."action_id",OLD."done"); END;
-- trigger undo_follow_up_insert
CREATE TRIGGER undo_follow_up_insert AFTER insert ON "follow_up" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('follow_up','insert',0,NEW."id"); END;
-- trigger undo_follow_up_update
CREATE TRIGGER undo_follow_up_update AFTER update OF "due_on","who","what","action_id","done" ON "follow_up" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5) VALUES('follow_up','update',((OLD."due_on" IS NOT NEW."due_on")<<1)|((OLD."who" IS NOT NEW."who")<<2)|((OLD."what" IS NOT NEW."what")<<3)|((OLD."action_id" IS NOT NEW."action_id")<<4)|((OLD."done" IS NOT NEW."done")<<5),OLD."id",CASE WHEN OLD."due_on" IS NOT NEW."due_on" THEN OLD."due_on" END,CASE WHEN OLD."who" IS NOT NEW."who" THEN OLD."who" END,CASE WHEN OLD."what" IS NOT NEW."what" THEN OLD."what" END,CASE WHEN OLD."action_id" IS NOT NEW."action_id" THEN OLD."action_id" END,CASE WHEN OLD."done" IS NOT NEW."done" THEN OLD."done" END); END;
-- trigger undo_gap_delete
CREATE TRIGGER undo_gap_delete AFTER delete ON "gap" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5) VALUES('gap','delete',63,OLD."id",OLD."title",OLD."touchpoint_id",OLD."pain_id",OLD."kano",OLD."waiting_cost"); END;
-- trigger undo_gap_insert
CREATE TRIGGER undo_gap_insert AFTER insert ON "gap" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('gap','insert',0,NEW."id"); END;
-- trigger undo_gap_update
CREATE TRIGGER undo_gap_update AFTER update OF "title","touchpoint_id","pain_id","kano","waiting_cost" ON "gap" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5) VALUES('gap','update',((OLD."title" IS NOT NEW."title")<<1)|((OLD."touchpoint_id" IS NOT NEW."touchpoint_id")<<2)|((OLD."pain_id" IS NOT NEW."pain_id")<<3)|((OLD."kano" IS NOT NEW."kano")<<4)|((OLD."waiting_cost" IS NOT NEW."waiting_cost")<<5),OLD."id",CASE WHEN OLD."title" IS NOT NEW."title" THEN OLD."title" END,CASE WHEN OLD."touchpoint_id" IS NOT NEW."touchpoint_id" THEN OLD."touchpoint_id" END,CASE WHEN OLD."pain_id" IS NOT NEW."pain_id" THEN OLD."pain_id" END,CASE WHEN OLD."kano" IS NOT NEW."kano" THEN OLD."kano" END,CASE WHEN OLD."waiting_cost" IS NOT NEW."waiting_cost" THEN OLD."waiting_cost" END); END;
-- trigger undo_holiday_delete
CREATE TRIGGER undo_holiday_delete AFTER delete ON "holiday" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('holiday','delete',3,OLD."falls_on",OLD."name"); END;
-- trigger undo_holiday_insert
CREATE TRIGGER undo_holiday_insert AFTER insert ON "holiday" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('holiday','insert',0,NEW."falls_on"); END;
-- trigger undo_holiday_update
CREATE TRIGGER undo_holiday_update AFTER update OF "name" ON "holiday" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('holiday','update',((OLD."name" IS NOT NEW."name")<<1),OLD."falls_on",CASE WHEN OLD."name" IS NOT NEW."name" THEN OLD."name" END); END;
-- trigger undo_import_batch_delete
CREATE TRIGGER undo_import_batch_delete AFTER delete ON "import_batch" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14) VALUES('import_batch','delete',32767,OLD."id",OLD."file_name",OLD."sha256",OLD."imported_on",OLD."channel",OLD."text_column",OLD."rows_read",OLD."stored",OLD."empty",OLD."refused",OLD."sheet",OLD."scale",OLD."personal",OLD."grouped",OLD."columns"); END;
-- trigger undo_import_batch_insert
CREATE TRIGGER undo_import_batch_insert AFTER insert ON "import_batch" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('import_batch','insert',0,NEW."id"); END;
-- trigger undo_import_batch_update
CREATE TRIGGER undo_import_batch_update AFTER update OF "file_name","sha256","imported_on","channel","text_column","rows_read","stored","empty","refused","sheet","scale","personal","grouped","columns" ON "import_batch" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14) VALUES('import_batch','update',((OLD."file_name" IS NOT NEW."file_name")<<1)|((OLD."sha256" IS NOT NEW."sha256")<<2)|((OLD."imported_on" IS NOT NEW."imported_on")<<3)|((OLD."channel" IS NOT NEW."channel")<<4)|((OLD."text_column" IS NOT NEW."text_column")<<5)|((OLD."rows_read" IS NOT NEW."rows_read")<<6)|((OLD."stored" IS NOT NEW."stored")<<7)|((OLD."empty" IS NOT NEW."empty")<<8)|((OLD."refused" IS NOT NEW."refused")<<9)|((OLD."sheet" IS NOT NEW."sheet")<<10)|((OLD."scale" IS NOT NEW."scale")<<11)|((OLD."personal" IS NOT NEW."personal")<<12)|((OLD."grouped" IS NOT NEW."grouped")<<13)|((OLD."columns" IS NOT NEW."columns")<<14),OLD."id",CASE WHEN OLD."file_name" IS NOT NEW."file_name" THEN OLD."file_name" END,CASE WHEN OLD."sha256" IS NOT NEW."sha256" THEN OLD."sha256" END,CASE WHEN OLD."imported_on" IS NOT NEW."imported_on" THEN OLD."imported_on" END,CASE WHEN OLD."channel" IS NOT NEW."channel" THEN OLD."channel" END,CASE WHEN OLD."text_column" IS NOT NEW."text_column" THEN OLD."text_column" END,CASE WHEN OLD."rows_read" IS NOT NEW."rows_read" THEN OLD."rows_read" END,CASE WHEN OLD."stored" IS NOT NEW."stored" THEN OLD."stored" END,CASE WHEN OLD."empty" IS NOT NEW."empty" THEN OLD."empty" END,CASE WHEN OLD."refused" IS NOT NEW."refused" THEN OLD."refused" END,CASE WHEN OLD."sheet" IS NOT NEW."sheet" THEN OLD."sheet" END,CASE WHEN OLD."scale" IS NOT NEW."scale" THEN OLD."scale" END,CASE WHEN OLD."personal" IS NOT NEW."personal" THEN OLD."personal" END,CASE WHEN OLD."grouped" IS NOT NEW."grouped" THEN OLD."grouped" END,CASE WHEN OLD."columns" IS NOT NEW."columns" THEN OLD."columns" END); END;
-- trigger undo_insight_delete
CREATE TRIGGER undo_insight_delete AFTER delete ON "insight" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('insight','delete',31,OLD."id",OLD."title",OLD."pain_id",OLD."gap_id",OLD."reaction"); END;
-- trigger undo_insight_insert
CREATE TRIGGER undo_insight_insert AFTER insert ON "insight" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('insight','insert',0,NEW."id"); END;
-- trigger undo_insight_update
CREATE TRIGGER undo_insight_update AFTER update OF "title","pain_id","gap_id","reaction" ON "insight" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('insight','update',((OLD."title" IS NOT NEW."title")<<1)|((OLD."pain_id" IS NOT NEW."pain_id")<<2)|((OLD."gap_id" IS NOT NEW."gap_id")<<3)|((OLD."reaction" IS NOT NEW."reaction")<<4),OLD."id",CASE WHEN OLD."title" IS NOT NEW."title" THEN OLD."title" END,CASE WHEN OLD."pain_id" IS NOT NEW."pain_id" THEN OLD."pain_id" END,CASE WHEN OLD."gap_id" IS NOT NEW."gap_id" THEN OLD."gap_id" END,CASE WHEN OLD."reaction" IS NOT NEW."reaction" THEN OLD."reaction" END); END;
-- trigger undo_intention_delete
CREATE TRIGGER undo_intention_delete AFTER delete ON "intention" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5) VALUES('intention','delete',63,OLD."id",OLD."routine",OLD."obstacle",OLD."response",OLD."supporter",OLD."supporter_email"); END;
-- trigger undo_intention_insert
CREATE TRIGGER undo_intention_insert AFTER insert ON "intention" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('intention','insert',0,NEW."id"); END;
-- trigger undo_intention_update
CREATE TRIGGER undo_intention_update AFTER update OF "routine","obstacle","response","supporter","supporter_email" ON "intention" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5) VALUES('intention','update',((OLD."routine" IS NOT NEW."routine")<<1)|((OLD."obstacle" IS NOT NEW."obstacle")<<2)|((OLD."response" IS NOT NEW."response")<<3)|((OLD."supporter" IS NOT NEW."supporter")<<4)|((OLD."supporter_email" IS NOT NEW."supporter_email")<<5),OLD."id",CASE WHEN OLD."routine" IS NOT NEW."routine" THEN OLD."routine" END,CASE WHEN OLD."obstacle" IS NOT NEW."obstacle" THEN OLD."obstacle" END,CASE WHEN OLD."response" IS NOT NEW."response" THEN OLD."response" END,CASE WHEN OLD."supporter" IS NOT NEW."supporter" THEN OLD."supporter" END,CASE WHEN OLD."supporter_email" IS NOT NEW."supporter_email" THEN OLD."supporter_email" END); END;
-- trigger undo_journal_delete
CREATE TRIGGER undo_journal_delete AFTER delete ON "journal" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('journal','delete',31,OLD."id",OLD."written_on",OLD."kind",OLD."text",OLD."pain_id"); END;
-- trigger undo_journal_insert
CREATE TRIGGER undo_journal_insert AFTER insert ON "journal" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('journal','insert',0,NEW."id"); END;
-- trigger undo_journal_update
CREATE TRIGGER undo_journal_update AFTER update OF "written_on","kind","text","pain_id" ON "journal" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('journal','update',((OLD."written_on" IS NOT NEW."written_on")<<1)|((OLD."kind" IS NOT NEW."kind")<<2)|((OLD."text" IS NOT NEW."text")<<3)|((OLD."pain_id" IS NOT NEW."pain_id")<<4),OLD."id",CASE WHEN OLD."written_on" IS NOT NEW."written_on" THEN OLD."written_on" END,CASE WHEN OLD."kind" IS NOT NEW."kind" THEN OLD."kind" END,CASE WHEN OLD."text" IS NOT NEW."text" THEN OLD."text" END,CASE WHEN OLD."pain_id" IS NOT NEW."pain_id" THEN OLD."pain_id" END); END;
-- trigger undo_lesson_delete
CREATE TRIGGER undo_lesson_delete AFTER delete ON "lesson" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5) VALUES('lesson','delete',63,OLD."id",OLD."verdict",OLD."text",OLD."pilot_id",OLD."measurement_id",OLD."learned_on"); END;
-- trigger undo_lesson_insert
CREATE TRIGGER undo_lesson_insert AFTER insert ON "lesson" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('lesson','insert',0,NEW."id"); END;
-- trigger undo_lesson_update
CREATE TRIGGER undo_lesson_update AFTER update OF "verdict","text","pilot_id","measurement_id","learned_on" ON "lesson" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5) VALUES('lesson','update',((OLD."verdict" IS NOT NEW."verdict")<<1)|((OLD."text" IS NOT NEW."text")<<2)|((OLD."pilot_id" IS NOT NEW."pilot_id")<<3)|((OLD."measurement_id" IS NOT NEW."measurement_id")<<4)|((OLD."learned_on" IS NOT NEW."learned_on")<<5),OLD."id",CASE WHEN OLD."verdict" IS NOT NEW."verdict" THEN OLD."verdict" END,CASE WHEN OLD."text" IS NOT NEW."text" THEN OLD."text" END,CASE WHEN OLD."pilot_id" IS NOT NEW."pilot_id" THEN OLD."pilot_id" END,CASE WHEN OLD."measurement_id" IS NOT NEW."measurement_id" THEN OLD."measurement_id" END,CASE WHEN OLD."learned_on" IS NOT NEW."learned_on" THEN OLD."learned_on" END); END;
-- trigger undo_measurement_delete
CREATE TRIGGER undo_measurement_delete AFTER delete ON "measurement" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14) VALUES('measurement','delete',32767,OLD."id",OLD."pilot_id",OLD."role",OLD."kind",OLD."name",OLD."scale",OLD."better",OLD."before_hits",OLD."before_low",OLD."before_total",OLD."before_value",OLD."after_hits",OLD."after_low",OLD."after_total",OLD."after_value"); END;
-- trigger undo_measurement_insert
CREATE TRIGGER undo_measurement_insert AFTER insert ON "measurement" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('measurement','insert',0,NEW."id"); END;
-- trigger undo_measurement_update
CREATE TRIGGER undo_measurement_update AFTER update OF "pilot_id","role","kind","name","scale","better","before_hits","before_low","before_total","before_value","after_hits","after_low","after_total","after_value" ON "measurement" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14) VALUES('measurement','update',((OLD."pilot_id" IS NOT NEW."pilot_id")<<1)|((OLD."role" IS NOT NEW."role")<<2)|((OLD."kind" IS NOT NEW."kind")<<3)|((OLD."name" IS NOT NEW."name")<<4)|((OLD."scale" IS NOT NEW."scale")<<5)|((OLD."better" IS NOT NEW."better")<<6)|((OLD."before_hits" IS NOT NEW."before_hits")<<7)|((OLD."before_low" IS NOT NEW."before_low")<<8)|((OLD."before_total" IS NOT NEW."before_total")<<9)|((OLD."before_value" IS NOT NEW."before_value")<<10)|((OLD."after_hits" IS NOT NEW."after_hits")<<11)|((OLD."after_low" IS NOT NEW."after_low")<<12)|((OLD."after_total" IS NOT NEW."after_total")<<13)|((OLD."after_value" IS NOT NEW."after_value")<<14),OLD."id",CASE WHEN OLD."pilot_id" IS NOT NEW."pilot_id" THEN OLD."pilot_id" END,CASE WHEN OLD."role" IS NOT NEW."role" THEN OLD."role" END,CASE WHEN OLD."kind" IS NOT NEW."kind" THEN OLD."kind" END,CASE WHEN OLD."name" IS NOT NEW."name" THEN OLD."name" END,CASE WHEN OLD."scale" IS NOT NEW."scale" THEN OLD."scale" END,CASE WHEN OLD."better" IS NOT NEW."better" THEN OLD."better" END,CASE WHEN OLD."before_hits" IS NOT NEW."before_hits" THEN OLD."before_hits" END,CASE WHEN OLD."before_low" IS NOT NEW."before_low" THEN OLD."before_low" END,CASE WHEN OLD."before_total" IS NOT NEW."before_total" THEN OLD."before_total" END,CASE WHEN OLD."before_value" IS NOT NEW."before_value" THEN OLD."before_value" END,CASE WHEN OLD."after_hits" IS NOT NEW."after_hits" THEN OLD."after_hits" END,CASE WHEN OLD."after_low" IS NOT NEW."after_low" THEN OLD."after_low" END,CASE WHEN OLD."after_total" IS NOT NEW."after_total" THEN OLD."after_total" END,CASE WHEN OLD."after_value" IS NOT NEW."after_value" THEN OLD."after_value" END); END;
-- trigger undo_meeting_delete
CREATE TRIGGER undo_meeting_delete AFTER delete ON "meeting" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9) VALUES('meeting','delete',1023,OLD."id",OLD."held_on",OLD."starts_at",OLD."place",OLD."notes",OLD."rule",OLD."started_at",OLD."ended_at",OLD."silent_until",OLD."premortem"); END;
-- trigger undo_meeting_insert
CREATE TRIGGER undo_meeting_insert AFTER insert ON "meeting" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('meeting','insert',0,NEW."id"); END;
-- trigger undo_meeting_update
CREATE TRIGGER undo_meeting_update AFTER update OF "held_on","starts_at","place","notes","rule","started_at","ended_at","silent_until","premortem" ON "meeting" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9) VALUES('meeting','update',((OLD."held_on" IS NOT NEW."held_on")<<1)|((OLD."starts_at" IS NOT NEW."starts_at")<<2)|((OLD."place" IS NOT NEW."place")<<3)|((OLD."notes" IS NOT NEW."notes")<<4)|((OLD."rule" IS NOT NEW."rule")<<5)|((OLD."started_at" IS NOT NEW."started_at")<<6)|((OLD."ended_at" IS NOT NEW."ended_at")<<7)|((OLD."silent_until" IS NOT NEW."silent_until")<<8)|((OLD."premortem" IS NOT NEW."premortem")<<9),OLD."id",CASE WHEN OLD."held_on" IS NOT NEW."held_on" THEN OLD."held_on" END,CASE WHEN OLD."starts_at" IS NOT NEW."starts_at" THEN OLD."starts_at" END,CASE WHEN OLD."place" IS NOT NEW."place" THEN OLD."place" END,CASE WHEN OLD."notes" IS NOT NEW."notes" THEN OLD."notes" END,CASE WHEN OLD."rule" IS NOT NEW."rule" THEN OLD."rule" END,CASE WHEN OLD."started_at" IS NOT NEW."started_at" THEN OLD."started_at" END,CASE WHEN OLD."ended_at" IS NOT NEW."ended_at" THEN OLD."ended_at" END,CASE WHEN OLD."silent_until" IS NOT NEW."silent_until" THEN OLD."silent_until" END,CASE WHEN OLD."premortem" IS NOT NEW."premortem" THEN OLD."premortem" END); END;
-- trigger undo_metric_delete
CREATE TRIGGER undo_metric_delete AFTER delete ON "metric" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('metric','delete',7,OLD."key",OLD."before",OLD."after"); END;
-- trigger undo_metric_insert
CREATE TRIGGER undo_metric_insert AFTER insert ON "metric" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('metric','insert',0,NEW."key"); END;
-- trigger undo_metric_update
CREATE TRIGGER undo_metric_update AFTER update OF "before","after" ON "metric" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('metric','update',((OLD."before" IS NOT NEW."before")<<1)|((OLD."after" IS NOT NEW."after")<<2),OLD."key",CASE WHEN OLD."before" IS NOT NEW."before" THEN OLD."before" END,CASE WHEN OLD."after" IS NOT NEW."after" THEN OLD."after" END); END;
-- trigger undo_pain_delete
CREATE TRIGGER undo_pain_delete AFTER delete ON "pain" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10) VALUES('pain','delete',2047,OLD."id",OLD."title",OLD."chosen",OLD."actionable",OLD."urgency",OLD."impact",OLD."effort",OLD."level",OLD."place_override",OLD."problem",OLD."quote_id"); END;
-- trigger undo_pain_insert
CREATE TRIGGER undo_pain_insert AFTER insert ON "pain" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('pain','insert',0,NEW."id"); END;
-- trigger undo_pain_update
CREATE TRIGGER undo_pain_update AFTER update OF "title","chosen","actionable","urgency","impact","effort","level","place_override","problem","quote_id" ON "pain" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10) VALUES('pain','update',((OLD."title" IS NOT NEW."title")<<1)|((OLD."chosen" IS NOT NEW."chosen")<<2)|((OLD."actionable" IS NOT NEW."actionable")<<3)|((OLD."urgency" IS NOT NEW."urgency")<<4)|((OLD."impact" IS NOT NEW."impact")<<5)|((OLD."effort" IS NOT NEW."effort")<<6)|((OLD."level" IS NOT NEW."level")<<7)|((OLD."place_override" IS NOT NEW."place_override")<<8)|((OLD."problem" IS NOT NEW."problem")<<9)|((OLD."quote_id" IS NOT NEW."quote_id")<<10),OLD."id",CASE WHEN OLD."title" IS NOT NEW."title" THEN OLD."title" END,CASE WHEN OLD."chosen" IS NOT NEW."chosen" THEN OLD."chosen" END,CASE WHEN OLD."actionable" IS NOT NEW."actionable" THEN OLD."actionable" END,CASE WHEN OLD."urgency" IS NOT NEW."urgency" THEN OLD."urgency" END,CASE WHEN OLD."impact" IS NOT NEW."impact" THEN OLD."impact" END,CASE WHEN OLD."effort" IS NOT NEW."effort" THEN OLD."effort" END,CASE WHEN OLD."level" IS NOT NEW."level" THEN OLD."level" END,CASE WHEN OLD."place_override" IS NOT NEW."place_override" THEN OLD."place_override" END,CASE WHEN OLD."problem" IS NOT NEW."problem" THEN OLD."problem" END,CASE WHEN OLD."quote_id" IS NOT NEW."quote_id" THEN OLD."quote_id" END); END;
-- trigger undo_parked_item_delete
CREATE TRIGGER undo_parked_item_delete AFTER delete ON "parked_item" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3) VALUES('parked_item','delete',15,OLD."id",OLD."text",OLD."agenda_item_id",OLD."follow_up_id"); END;
-- trigger undo_parked_item_insert
CREATE TRIGGER undo_parked_item_insert AFTER insert ON "parked_item" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('parked_item','insert',0,NEW."id"); END;
-- trigger undo_parked_item_update
CREATE TRIGGER undo_parked_item_update AFTER update OF "text","agenda_item_id","follow_up_id" ON "parked_item" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3) VALUES('parked_item','update',((OLD."text" IS NOT NEW."text")<<1)|((OLD."agenda_item_id" IS NOT NEW."agenda_item_id")<<2)|((OLD."follow_up_id" IS NOT NEW."follow_up_id")<<3),OLD."id",CASE WHEN OLD."text" IS NOT NEW."text" THEN OLD."text" END,CASE WHEN OLD."agenda_item_id" IS NOT NEW."agenda_item_id" THEN OLD."agenda_item_id" END,CASE WHEN OLD."follow_up_id" IS NOT NEW."follow_up_id" THEN OLD."follow_up_id" END); END;
-- trigger undo_pause_delete
CREATE TRIGGER undo_pause_delete AFTER delete ON "pause" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3) VALUES('pause','delete',15,OLD."id",OLD."first_on",OLD."last_on",OLD."spare"); END;
-- trigger undo_pause_insert
CREATE TRIGGER undo_pause_insert AFTER insert ON "pause" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('pause','insert',0,NEW."id"); END;
-- trigger undo_pause_update
CREATE TRIGGER undo_pause_update AFTER update OF "first_on","last_on","spare" ON "pause" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3) VALUES('pause','update',((OLD."first_on" IS NOT NEW."first_on")<<1)|((OLD."last_on" IS NOT NEW."last_on")<<2)|((OLD."spare" IS NOT NEW."spare")<<3),OLD."id",CASE WHEN OLD."first_on" IS NOT NEW."first_on" THEN OLD."first_on" END,CASE WHEN OLD."last_on" IS NOT NEW."last_on" THEN OLD."last_on" END,CASE WHEN OLD."spare" IS NOT NEW."spare" THEN OLD."spare" END); END;
-- trigger undo_person_delete
CREATE TRIGGER undo_person_delete AFTER delete ON "person" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('person','delete',31,OLD."id",OLD."name",OLD."function",OLD."email",OLD."attended"); END;
-- trigger undo_person_insert
CREATE TRIGGER undo_person_insert AFTER insert ON "person" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('person','insert',0,NEW."id"); END;
-- trigger undo_person_update
CREATE TRIGGER undo_person_update AFTER update OF "name","function","email","attended" ON "person" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('person','update',((OLD."name" IS NOT NEW."name")<<1)|((OLD."function" IS NOT NEW."function")<<2)|((OLD."email" IS NOT NEW."email")<<3)|((OLD."attended" IS NOT NEW."attended")<<4),OLD."id",CASE WHEN OLD."name" IS NOT NEW."name" THEN OLD."name" END,CASE WHEN OLD."function" IS NOT NEW."function" THEN OLD."function" END,CASE WHEN OLD."email" IS NOT NEW."email" THEN OLD."email" END,CASE WHEN OLD."attended" IS NOT NEW."attended" THEN OLD."attended" END); END;
-- trigger undo_personal_choice_delete
CREATE TRIGGER undo_personal_choice_delete AFTER delete ON "personal_choice" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('personal_choice','delete',3,OLD."piece",OLD."kept"); END;
-- trigger undo_personal_choice_insert
CREATE TRIGGER undo_personal_choice_insert AFTER insert ON "personal_choice" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('personal_choice','insert',0,NEW."piece"); END;
-- trigger undo_personal_choice_update
CREATE TRIGGER undo_personal_choice_update AFTER update OF "kept" ON "personal_choice" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('personal_choice','update',((OLD."kept" IS NOT NEW."kept")<<1),OLD."piece",CASE WHEN OLD."kept" IS NOT NEW."kept" THEN OLD."kept" END); END;
-- trigger undo_pilot_delete
CREATE TRIGGER undo_pilot_delete AFTER delete ON "pilot" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12) VALUES('pilot','delete',8191,OLD."id",OLD."title",OLD."action_id",OLD."hypothesis",OLD."participants",OLD."start_on",OLD."end_on",OLD."stop_rule",OLD."site",OLD."comparison",OLD."worst_of",OLD."fresh_baseline",OLD."events"); END;
-- trigger undo_pilot_insert
CREATE TRIGGER undo_pilot_insert AFTER insert ON "pilot" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('pilot','insert',0,NEW."id"); END;
-- trigger undo_pilot_plan_delete
CREATE TRIGGER undo_pilot_plan_delete AFTER delete ON "pilot_plan" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11) VALUES('pilot_plan','delete',4095,OLD."id",OLD."pilot_id",OLD."kind",OLD."name",OLD."scale",OLD."better",OLD."current",OLD."counted",OLD."target",OLD."smallest",OLD."per_week",OLD."guard"); END;
-- trigger undo_pilot_plan_insert
CREATE TRIGGER undo_pilot_plan_insert AFTER insert ON "pilot_plan" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('pilot_plan','insert',0,NEW."id"); END;
-- trigger undo_pilot_plan_update
CREATE TRIGGER undo_pilot_plan_update AFTER update OF "pilot_id","kind","name","scale","better","current","counted","target","smallest","per_week","guard" ON "pilot_plan" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11) VALUES('pilot_plan','update',((OLD."pilot_id" IS NOT NEW."pilot_id")<<1)|((OLD."kind" IS NOT NEW."kind")<<2)|((OLD."name" IS NOT NEW."name")<<3)|((OLD."scale" IS NOT NEW."scale")<<4)|((OLD."better" IS NOT NEW."better")<<5)|((OLD."current" IS NOT NEW."current")<<6)|((OLD."counted" IS NOT NEW."counted")<<7)|((OLD."target" IS NOT NEW."target")<<8)|((OLD."smallest" IS NOT NEW."smallest")<<9)|((OLD."per_week" IS NOT NEW."per_week")<<10)|((OLD."guard" IS NOT NEW."guard")<<11),OLD."id",CASE WHEN OLD."pilot_id" IS NOT NEW."pilot_id" THEN OLD."pilot_id" END,CASE WHEN OLD."kind" IS NOT NEW."kind" THEN OLD."kind" END,CASE WHEN OLD."name" IS NOT NEW."name" THEN OLD."name" END,CASE WHEN OLD."scale" IS NOT NEW."scale" THEN OLD."scale" END,CASE WHEN OLD."better" IS NOT NEW."better" THEN OLD."better" END,CASE WHEN OLD."current" IS NOT NEW."current" THEN OLD."current" END,CASE WHEN OLD."counted" IS NOT NEW."counted" THEN OLD."counted" END,CASE WHEN OLD."target" IS NOT NEW."target" THEN OLD."target" END,CASE WHEN OLD."smallest" IS NOT NEW."smallest" THEN OLD."smallest" END,CASE WHEN OLD."per_week" IS NOT NEW."per_week" THEN OLD."per_week" END,CASE WHEN OLD."guard" IS NOT NEW."guard" THEN OLD."guard" END); END;
-- trigger undo_pilot_update
CREATE TRIGGER undo_pilot_update AFTER update OF "title","action_id","hypothesis","participants","start_on","end_on","stop_rule","site","comparison","worst_of","fresh_baseline","events" ON "pilot" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12) VALUES('pilot','update',((OLD."title" IS NOT NEW."title")<<1)|((OLD."action_id" IS NOT NEW."action_id")<<2)|((OLD."hypothesis" IS NOT NEW."hypothesis")<<3)|((OLD."participants" IS NOT NEW."participants")<<4)|((OLD."start_on" IS NOT NEW."start_on")<<5)|((OLD."end_on" IS NOT NEW."end_on")<<6)|((OLD."stop_rule" IS NOT NEW."stop_rule")<<7)|((OLD."site" IS NOT NEW."site")<<8)|((OLD."comparison" IS NOT NEW."comparison")<<9)|((OLD."worst_of" IS NOT NEW."worst_of")<<10)|((OLD."fresh_baseline" IS NOT NEW."fresh_baseline")<<11)|((OLD."events" IS NOT NEW."events")<<12),OLD."id",CASE WHEN OLD."title" IS NOT NEW."title" THEN OLD."title" END,CASE WHEN OLD."action_id" IS NOT NEW."action_id" THEN OLD."action_id" END,CASE WHEN OLD."hypothesis" IS NOT NEW."hypothesis" THEN OLD."hypothesis" END,CASE WHEN OLD."participants" IS NOT NEW."participants" THEN OLD."participants" END,CASE WHEN OLD."start_on" IS NOT NEW."start_on" THEN OLD."start_on" END,CASE WHEN OLD."end_on" IS NOT NEW."end_on" THEN OLD."end_on" END,CASE WHEN OLD."stop_rule" IS NOT NEW."stop_rule" THEN OLD."stop_rule" END,CASE WHEN OLD."site" IS NOT NEW."site" THEN OLD."site" END,CASE WHEN OLD."comparison" IS NOT NEW."comparison" THEN OLD."comparison" END,CASE WHEN OLD."worst_of" IS NOT NEW."worst_of" THEN OLD."worst_of" END,CASE WHEN OLD."fresh_baseline" IS NOT NEW."fresh_baseline" THEN OLD."fresh_baseline" END,CASE WHEN OLD."events" IS NOT NEW."events" THEN OLD."events" END); END;
-- trigger undo_practice_choice_delete
CREATE TRIGGER undo_practice_choice_delete AFTER delete ON "practice_choice" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('practice_choice','delete',7,OLD."id",OLD."practice_id",OLD."taken_on"); END;
-- trigger undo_practice_choice_insert
CREATE TRIGGER undo_practice_choice_insert AFTER insert ON "practice_choice" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('practice_choice','insert',0,NEW."id"); END;
-- trigger undo_practice_choice_update
CREATE TRIGGER undo_practice_choice_update AFTER update OF "practice_id","taken_on" ON "practice_choice" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('practice_choice','update',((OLD."practice_id" IS NOT NEW."practice_id")<<1)|((OLD."taken_on" IS NOT NEW."taken_on")<<2),OLD."id",CASE WHEN OLD."practice_id" IS NOT NEW."practice_id" THEN OLD."practice_id" END,CASE WHEN OLD."taken_on" IS NOT NEW."taken_on" THEN OLD."taken_on" END); END;
-- trigger undo_practice_tick_delete
CREATE TRIGGER undo_practice_tick_delete AFTER delete ON "practice_tick" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('practice_tick','delete',7,OLD."practice_id",OLD."day",OLD."done_on"); END;
-- trigger undo_practice_tick_insert
CREATE TRIGGER undo_practice_tick_insert AFTER insert ON "practice_tick" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('practice_tick','insert',0,NEW."practice_id",NEW."day"); END;
-- trigger undo_practice_tick_update
CREATE TRIGGER undo_practice_tick_update AFTER update OF "done_on" ON "practice_tick" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('practice_tick','update',((OLD."done_on" IS NOT NEW."done_on")<<2),OLD."practice_id",OLD."day",CASE WHEN OLD."done_on" IS NOT NEW."done_on" THEN OLD."done_on" END); END;
-- trigger undo_procedure_delete
CREATE TRIGGER undo_procedure_delete AFTER delete ON "procedure" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7) VALUES('procedure','delete',255,OLD."id",OLD."title",OLD."pilot_id",OLD."purpose",OLD."applies_when",OLD."steps",OLD."owner",OLD."on_failure"); END;
-- trigger undo_procedure_insert
CREATE TRIGGER undo_procedure_insert AFTER insert ON "procedure" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('procedure','insert',0,NEW."id"); END;
-- trigger undo_procedure_update
CREATE TRIGGER undo_procedure_update AFTER update OF "title","pilot_id","purpose","applies_when","steps","owner","on_failure" ON "procedure" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7) VALUES('procedure','update',((OLD."title" IS NOT NEW."title")<<1)|((OLD."pilot_id" IS NOT NEW."pilot_id")<<2)|((OLD."purpose" IS NOT NEW."purpose")<<3)|((OLD."applies_when" IS NOT NEW."applies_when")<<4)|((OLD."steps" IS NOT NEW."steps")<<5)|((OLD."owner" IS NOT NEW."owner")<<6)|((OLD."on_failure" IS NOT NEW."on_failure")<<7),OLD."id",CASE WHEN OLD."title" IS NOT NEW."title" THEN OLD."title" END,CASE WHEN OLD."pilot_id" IS NOT NEW."pilot_id" THEN OLD."pilot_id" END,CASE WHEN OLD."purpose" IS NOT NEW."purpose" THEN OLD."purpose" END,CASE WHEN OLD."applies_when" IS NOT NEW."applies_when" THEN OLD."applies_when" END,CASE WHEN OLD."steps" IS NOT NEW."steps" THEN OLD."steps" END,CASE WHEN OLD."owner" IS NOT NEW."owner" THEN OLD."owner" END,CASE WHEN OLD."on_failure" IS NOT NEW."on_failure" THEN OLD."on_failure" END); END;
-- trigger undo_reset_delete
CREATE TRIGGER undo_reset_delete AFTER delete ON "reset" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11) VALUES('reset','delete',4095,OLD."id",OLD."name",OLD."organisation",OLD."start_on",OLD."workdays",OLD."frozen_on",OLD."place",OLD."created_on",OLD."hide_personal",OLD."region",OLD."language",OLD."daily_at"); END;
-- trigger undo_reset_insert
CREATE TRIGGER undo_reset_insert AFTER insert ON "reset" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('reset','insert',0,NEW."id"); END;
-- trigger undo_reset_update
CREATE TRIGGER undo_reset_update AFTER update OF "name","organisation","start_on","workdays","frozen_on","created_on","region","language","daily_at" ON "reset" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c7,c9,c10,c11) VALUES('reset','update',((OLD."name" IS NOT NEW."name")<<1)|((OLD."organisation" IS NOT NEW."organisation")<<2)|((OLD."start_on" IS NOT NEW."start_on")<<3)|((OLD."workdays" IS NOT NEW."workdays")<<4)|((OLD."frozen_on" IS NOT NEW."frozen_on")<<5)|((OLD."created_on" IS NOT NEW."created_on")<<7)|((OLD."region" IS NOT NEW."region")<<9)|((OLD."language" IS NOT NEW."language")<<10)|((OLD."daily_at" IS NOT NEW."daily_at")<<11),OLD."id",CASE WHEN OLD."name" IS NOT NEW."name" THEN OLD."name" END,CASE WHEN OLD."organisation" IS NOT NEW."organisation" THEN OLD."organisation" END,CASE WHEN OLD."start_on" IS NOT NEW."start_on" THEN OLD."start_on" END,CASE WHEN OLD."workdays" IS NOT NEW."workdays" THEN OLD."workdays" END,CASE WHEN OLD."frozen_on" IS NOT NEW."frozen_on" THEN OLD."frozen_on" END,CASE WHEN OLD."created_on" IS NOT NEW."created_on" THEN OLD."created_on" END,CASE WHEN OLD."region" IS NOT NEW."region" THEN OLD."region" END,CASE WHEN OLD."language" IS NOT NEW."language" THEN OLD."language" END,CASE WHEN OLD."daily_at" IS NOT NEW."daily_at" THEN OLD."daily_at" END); END;
-- trigger undo_share_out_delete
CREATE TRIGGER undo_share_out_delete AFTER delete ON "share_out" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('share_out','delete',31,OLD."id",OLD."told_on",OLD."who",OLD."how",OLD."what"); END;
-- trigger undo_share_out_insert
CREATE TRIGGER undo_share_out_insert AFTER insert ON "share_out" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('share_out','insert',0,NEW."id"); END;
-- trigger undo_share_out_update
CREATE TRIGGER undo_share_out_update AFTER update OF "told_on","who","how","what" ON "share_out" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('share_out','update',((OLD."told_on" IS NOT NEW."told_on")<<1)|((OLD."who" IS NOT NEW."who")<<2)|((OLD."how" IS NOT NEW."how")<<3)|((OLD."what" IS NOT NEW."what")<<4),OLD."id",CASE WHEN OLD."told_on" IS NOT NEW."told_on" THEN OLD."told_on" END,CASE WHEN OLD."who" IS NOT NEW."who" THEN OLD."who" END,CASE WHEN OLD."how" IS NOT NEW."how" THEN OLD."how" END,CASE WHEN OLD."what" IS NOT NEW."what" THEN OLD."what" END); END;
-- trigger undo_squeeze_delete
CREATE TRIGGER undo_squeeze_delete AFTER delete ON "squeeze" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('squeeze','delete',7,OLD."id",OLD."from_on",OLD."sessions"); END;
-- trigger undo_squeeze_insert
CREATE TRIGGER undo_squeeze_insert AFTER insert ON "squeeze" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('squeeze','insert',0,NEW."id"); END;
-- trigger undo_squeeze_update
CREATE TRIGGER undo_squeeze_update AFTER update OF "from_on","sessions" ON "squeeze" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('squeeze','update',((OLD."from_on" IS NOT NEW."from_on")<<1)|((OLD."sessions" IS NOT NEW."sessions")<<2),OLD."id",CASE WHEN OLD."from_on" IS NOT NEW."from_on" THEN OLD."from_on" END,CASE WHEN OLD."sessions" IS NOT NEW."sessions" THEN OLD."sessions" END); END;
-- trigger undo_step_tick_delete
CREATE TRIGGER undo_step_tick_delete AFTER delete ON "step_tick" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('step_tick','delete',3,OLD."step_id",OLD."done_on"); END;
-- trigger undo_step_tick_insert
CREATE TRIGGER undo_step_tick_insert AFTER insert ON "step_tick" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('step_tick','insert',0,NEW."step_id"); END;
-- trigger undo_step_tick_update
CREATE TRIGGER undo_step_tick_update AFTER update OF "done_on" ON "step_tick" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1) VALUES('step_tick','update',((OLD."done_on" IS NOT NEW."done_on")<<1),OLD."step_id",CASE WHEN OLD."done_on" IS NOT NEW."done_on" THEN OLD."done_on" END); END;
-- trigger undo_suggestion_delete
CREATE TRIGGER undo_suggestion_delete AFTER delete ON "suggestion" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('suggestion','delete',31,OLD."theme_id",OLD."name",OLD."state",OLD."pain_id",OLD."merged_into"); END;
-- trigger undo_suggestion_insert
CREATE TRIGGER undo_suggestion_insert AFTER insert ON "suggestion" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('suggestion','insert',0,NEW."theme_id"); END;
-- trigger undo_suggestion_update
CREATE TRIGGER undo_suggestion_update AFTER update OF "name","state","pain_id","merged_into" ON "suggestion" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('suggestion','update',((OLD."name" IS NOT NEW."name")<<1)|((OLD."state" IS NOT NEW."state")<<2)|((OLD."pain_id" IS NOT NEW."pain_id")<<3)|((OLD."merged_into" IS NOT NEW."merged_into")<<4),OLD."theme_id",CASE WHEN OLD."name" IS NOT NEW."name" THEN OLD."name" END,CASE WHEN OLD."state" IS NOT NEW."state" THEN OLD."state" END,CASE WHEN OLD."pain_id" IS NOT NEW."pain_id" THEN OLD."pain_id" END,CASE WHEN OLD."merged_into" IS NOT NEW."merged_into" THEN OLD."merged_into" END); END;
-- trigger undo_template_text_delete
CREATE TRIGGER undo_template_text_delete AFTER delete ON "template_text" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('template_text','delete',7,OLD."template_id",OLD."text",OLD."owner"); END;
-- trigger undo_template_text_insert
CREATE TRIGGER undo_template_text_insert AFTER insert ON "template_text" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('template_text','insert',0,NEW."template_id"); END;
-- trigger undo_template_text_update
CREATE TRIGGER undo_template_text_update AFTER update OF "text","owner" ON "template_text" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2) VALUES('template_text','update',((OLD."text" IS NOT NEW."text")<<1)|((OLD."owner" IS NOT NEW."owner")<<2),OLD."template_id",CASE WHEN OLD."text" IS NOT NEW."text" THEN OLD."text" END,CASE WHEN OLD."owner" IS NOT NEW."owner" THEN OLD."owner" END); END;
-- trigger undo_touchpoint_delete
CREATE TRIGGER undo_touchpoint_delete AFTER delete ON "touchpoint" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10) VALUES('touchpoint','delete',2047,OLD."id",OLD."name",OLD."promise",OLD."reality",OLD."evidence",OLD."width",OLD."aim",OLD."front_stage",OLD."back_stage",OLD."owner",OLD."failure"); END;
-- trigger undo_touchpoint_insert
CREATE TRIGGER undo_touchpoint_insert AFTER insert ON "touchpoint" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('touchpoint','insert',0,NEW."id"); END;
-- trigger undo_touchpoint_update
CREATE TRIGGER undo_touchpoint_update AFTER update OF "name","promise","reality","evidence","width","aim","front_stage","back_stage","owner","failure" ON "touchpoint" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10) VALUES('touchpoint','update',((OLD."name" IS NOT NEW."name")<<1)|((OLD."promise" IS NOT NEW."promise")<<2)|((OLD."reality" IS NOT NEW."reality")<<3)|((OLD."evidence" IS NOT NEW."evidence")<<4)|((OLD."width" IS NOT NEW."width")<<5)|((OLD."aim" IS NOT NEW."aim")<<6)|((OLD."front_stage" IS NOT NEW."front_stage")<<7)|((OLD."back_stage" IS NOT NEW."back_stage")<<8)|((OLD."owner" IS NOT NEW."owner")<<9)|((OLD."failure" IS NOT NEW."failure")<<10),OLD."id",CASE WHEN OLD."name" IS NOT NEW."name" THEN OLD."name" END,CASE WHEN OLD."promise" IS NOT NEW."promise" THEN OLD."promise" END,CASE WHEN OLD."reality" IS NOT NEW."reality" THEN OLD."reality" END,CASE WHEN OLD."evidence" IS NOT NEW."evidence" THEN OLD."evidence" END,CASE WHEN OLD."width" IS NOT NEW."width" THEN OLD."width" END,CASE WHEN OLD."aim" IS NOT NEW."aim" THEN OLD."aim" END,CASE WHEN OLD."front_stage" IS NOT NEW."front_stage" THEN OLD."front_stage" END,CASE WHEN OLD."back_stage" IS NOT NEW."back_stage" THEN OLD."back_stage" END,CASE WHEN OLD."owner" IS NOT NEW."owner" THEN OLD."owner" END,CASE WHEN OLD."failure" IS NOT NEW."failure" THEN OLD."failure" END); END;
-- trigger undo_voice_delete
CREATE TRIGGER undo_voice_delete AFTER delete ON "voice" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('voice','delete',31,OLD."id",OLD."pilot_id",OLD."side",OLD."who",OLD."text"); END;
-- trigger undo_voice_insert
CREATE TRIGGER undo_voice_insert AFTER insert ON "voice" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('voice','insert',0,NEW."id"); END;
-- trigger undo_voice_update
CREATE TRIGGER undo_voice_update AFTER update OF "pilot_id","side","who","text" ON "voice" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3,c4) VALUES('voice','update',((OLD."pilot_id" IS NOT NEW."pilot_id")<<1)|((OLD."side" IS NOT NEW."side")<<2)|((OLD."who" IS NOT NEW."who")<<3)|((OLD."text" IS NOT NEW."text")<<4),OLD."id",CASE WHEN OLD."pilot_id" IS NOT NEW."pilot_id" THEN OLD."pilot_id" END,CASE WHEN OLD."side" IS NOT NEW."side" THEN OLD."side" END,CASE WHEN OLD."who" IS NOT NEW."who" THEN OLD."who" END,CASE WHEN OLD."text" IS NOT NEW."text" THEN OLD."text" END); END;
-- trigger undo_why_delete
CREATE TRIGGER undo_why_delete AFTER delete ON "why" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3) VALUES('why','delete',15,OLD."id",OLD."pain_id",OLD."answer",OLD."proof"); END;
-- trigger undo_why_insert
CREATE TRIGGER undo_why_insert AFTER insert ON "why" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0) VALUES('why','insert',0,NEW."id"); END;
-- trigger undo_why_update
CREATE TRIGGER undo_why_update AFTER update OF "pain_id","answer","proof" ON "why" WHEN (SELECT recording FROM undo_switch) BEGIN INSERT INTO undo_step(tab,kind,mask,c0,c1,c2,c3) VALUES('why','update',((OLD."pain_id" IS NOT NEW."pain_id")<<1)|((OLD."answer" IS NOT NEW."answer")<<2)|((OLD."proof" IS NOT NEW."proof")<<3),OLD."id",CASE WHEN OLD."pain_id" IS NOT NEW."pain_id" THEN OLD."pain_id" END,CASE WHEN OLD."answer" IS NOT NEW."answer" THEN OLD."answer" END,CASE WHEN OLD."proof" IS NOT NEW."proof" THEN OLD."proof" END); END;
