-- What a customer wrote as a heading, or the question they answered, beside the company's own
-- category; and whether their day is approximate ("6 days ago", a month, a quarter).
ALTER TABLE feedback ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE feedback ADD COLUMN approximate INTEGER NOT NULL DEFAULT 0
  CHECK (approximate IN (0, 1));
ALTER TABLE feedback_aside ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE feedback_aside ADD COLUMN approximate INTEGER NOT NULL DEFAULT 0;

-- Of several columns of words the question stood as the category; it is one of the file's columns.
UPDATE undo_switch SET recording = 0;
UPDATE feedback SET title = category, category = ''
  WHERE category <> '' AND EXISTS (
    SELECT 1 FROM import_batch b WHERE b.id = feedback.batch_id
      AND instr(char(9) || b.columns || char(9), char(9) || feedback.category || char(9))
  );
UPDATE undo_switch SET recording = 1;
