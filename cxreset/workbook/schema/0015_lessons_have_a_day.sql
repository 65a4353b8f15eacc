-- The day on which a lesson was written down, so that a week's look has its own; NULL for those from
-- before. The hour of the if-then plan is the one in settings: its own column was never filled.
ALTER TABLE lesson ADD COLUMN learned_on TEXT;
DROP TRIGGER IF EXISTS undo_intention_insert;
DROP TRIGGER IF EXISTS undo_intention_update;
DROP TRIGGER IF EXISTS undo_intention_delete;
ALTER TABLE intention DROP COLUMN reminder_at;
