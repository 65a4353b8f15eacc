-- The meeting run live: its rule for deciding, when it began and ended, how long all write in silence
-- (moments are ISO texts in UTC), and the sentence "it failed because". An item of the agenda keeps
-- the minutes it was given or lost on the way, the seconds used before it runs now, and the pain point
-- or gap it is about; `next_time` moves it to the next meeting.
ALTER TABLE meeting ADD COLUMN rule TEXT NOT NULL DEFAULT '' CHECK (rule IN ('', 'consent', 'vote', 'owner'));
ALTER TABLE meeting ADD COLUMN started_at TEXT;
ALTER TABLE meeting ADD COLUMN ended_at TEXT;
ALTER TABLE meeting ADD COLUMN silent_until TEXT;
ALTER TABLE meeting ADD COLUMN premortem TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN shifted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agenda_item ADD COLUMN used_seconds INTEGER NOT NULL DEFAULT 0 CHECK (used_seconds >= 0);
ALTER TABLE agenda_item ADD COLUMN running_since TEXT;
ALTER TABLE agenda_item ADD COLUMN finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1));
ALTER TABLE agenda_item ADD COLUMN next_time INTEGER NOT NULL DEFAULT 0 CHECK (next_time IN (0, 1));
ALTER TABLE agenda_item ADD COLUMN pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL;
ALTER TABLE agenda_item ADD COLUMN gap_id INTEGER REFERENCES gap (id) ON DELETE SET NULL;
ALTER TABLE decision ADD COLUMN agenda_item_id INTEGER
  REFERENCES agenda_item (id) ON DELETE SET NULL;
ALTER TABLE decision ADD COLUMN decided_on TEXT;
ALTER TABLE action ADD COLUMN decision_id INTEGER REFERENCES decision (id) ON DELETE SET NULL;
-- What came up and belongs elsewhere; the follow-up that was made of it.
CREATE TABLE parked_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL DEFAULT '',
  agenda_item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
  follow_up_id INTEGER REFERENCES follow_up (id) ON DELETE SET NULL
) STRICT;
-- What customers are told of a finished action ("you said, we did"); without a day it is a draft.
CREATE TABLE customer_reply (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id INTEGER REFERENCES action (id) ON DELETE SET NULL,
  text TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL DEFAULT '',
  sent_on TEXT
) STRICT;
-- Five whys: the answers about one pain point in their order, each with what it rests on.
CREATE TABLE why (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL,
  answer TEXT NOT NULL DEFAULT '',
  proof TEXT NOT NULL DEFAULT ''
) STRICT;
-- The journey as text: what the customer wants at a touchpoint, who and what is seen there, what
-- works unseen behind it, whose it is, where it fails. A gap's kind by Kano, and what waiting costs.
ALTER TABLE touchpoint ADD COLUMN aim TEXT NOT NULL DEFAULT '';
ALTER TABLE touchpoint ADD COLUMN front_stage TEXT NOT NULL DEFAULT '';
ALTER TABLE touchpoint ADD COLUMN back_stage TEXT NOT NULL DEFAULT '';
ALTER TABLE touchpoint ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE touchpoint ADD COLUMN failure TEXT NOT NULL DEFAULT '';
ALTER TABLE gap ADD COLUMN kano TEXT CHECK (kano IN ('must', 'more', 'delight'));
ALTER TABLE gap ADD COLUMN waiting_cost TEXT NOT NULL DEFAULT '';
-- The if-then plan of the beginning: when and where, at which hour to be reminded, what usually gets
-- in the way and what is done then, and one person who may ask how it goes.
CREATE TABLE intention (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  routine TEXT NOT NULL DEFAULT '',
  reminder_at TEXT NOT NULL DEFAULT '',
  obstacle TEXT NOT NULL DEFAULT '',
  response TEXT NOT NULL DEFAULT '',
  supporter TEXT NOT NULL DEFAULT '',
  supporter_email TEXT NOT NULL DEFAULT ''
) STRICT;
