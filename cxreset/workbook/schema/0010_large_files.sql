-- Workbooks of a million comments. The row of a file is stored against its header, and its words
-- once: `columns` is the header, empty where rows are as they were before this layout; see
-- workbook/feedback/original.py.
ALTER TABLE import_batch ADD COLUMN columns TEXT NOT NULL DEFAULT '';

-- The order of the numbers is the table's own, and few comments of many are read.
DROP INDEX feedback_order;
DROP INDEX feedback_seen;
CREATE INDEX feedback_seen ON feedback (seen) WHERE seen = 1;

-- How many comments there are of each channel, read and not, so that nobody has to count them.
CREATE TABLE feedback_count (
  channel TEXT NOT NULL,
  seen INTEGER NOT NULL,
  comments INTEGER NOT NULL,
  PRIMARY KEY (channel, seen)
) STRICT, WITHOUT ROWID;
INSERT INTO feedback_count SELECT channel, seen, count(*) FROM feedback GROUP BY channel, seen;
CREATE TRIGGER count_insert AFTER INSERT ON feedback BEGIN
  INSERT INTO feedback_count VALUES (NEW.channel, NEW.seen, 1)
    ON CONFLICT DO UPDATE SET comments = comments + 1;
END;
CREATE TRIGGER count_delete AFTER DELETE ON feedback BEGIN
  UPDATE feedback_count SET comments = comments - 1
    WHERE channel = OLD.channel AND seen = OLD.seen;
END;
CREATE TRIGGER count_update AFTER UPDATE OF channel, seen ON feedback
WHEN OLD.channel <> NEW.channel OR OLD.seen <> NEW.seen BEGIN
  UPDATE feedback_count SET comments = comments - 1
    WHERE channel = OLD.channel AND seen = OLD.seen;
  INSERT INTO feedback_count VALUES (NEW.channel, NEW.seen, 1)
    ON CONFLICT DO UPDATE SET comments = comments + 1;
END;

-- The search index without the length of each text, by which nothing is ranked here; it is filled
-- after this, see workbook/search.py.
DROP TABLE feedback_search;
CREATE VIRTUAL TABLE feedback_search USING fts5(
  text, content = '', columnsize = 0,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);
