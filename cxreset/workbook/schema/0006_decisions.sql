-- A decision keeps why it was taken, by whom, what was turned down, who disagreed, when it is looked
-- at again, and the pain point or gap that it is about. An action says what it does: recover one
-- customer, remove the cause, join up teams, or learn something; NULL while nobody has said.
ALTER TABLE decision ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN rejected TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN dissent TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN review_on TEXT;
ALTER TABLE decision ADD COLUMN pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL;
ALTER TABLE decision ADD COLUMN gap_id INTEGER REFERENCES gap (id) ON DELETE SET NULL;
ALTER TABLE action ADD COLUMN purpose TEXT
  CHECK (purpose IN ('recover', 'remove', 'join', 'learn'));
