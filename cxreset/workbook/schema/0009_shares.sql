-- What the leader decided about a piece that is or may be personal: kept as it is when shared (1), or
-- masked (0). `piece` is its digits, or its words in lower case.
CREATE TABLE personal_choice (
  piece TEXT NOT NULL PRIMARY KEY,
  kept INTEGER NOT NULL CHECK (kept IN (0, 1))
) STRICT;
-- What each calendar that was handed out holds, for all (audience '') or for one owner: an entry's
-- content as a digest, the number of its changes, when it changed last (UTC), and whether it was
-- called off since.
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
