-- Relations and settings leave the answers and drafts, where they stood as text under made-up
-- names, for columns and tables of their own. What tied to nothing (a pain that is gone, a day that
-- is none) stays where it was: it can still be read there, and nothing is lost.

-- the pain point that was made of a line of the journal
ALTER TABLE journal ADD COLUMN pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL;
UPDATE journal SET pain_id = (
  SELECT pain.id FROM answer JOIN pain ON answer.text = CAST(pain.id AS TEXT)
  WHERE answer.scope = 'journal.' || journal.id AND answer.prompt = 'pain'
);
DELETE FROM answer WHERE prompt = 'pain' AND EXISTS (
  SELECT 1 FROM journal WHERE answer.scope = 'journal.' || journal.id
  AND answer.text = CAST(journal.pain_id AS TEXT)
);

-- What the leader made of a theme that was suggested: a name of their own, the pain point it became,
-- the suggestion it was merged into. Themes are computed anew each time and known by their id.
CREATE TABLE suggestion (
  theme_id TEXT PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'split', 'dropped')),
  pain_id INTEGER REFERENCES pain (id) ON DELETE SET NULL,
  merged_into TEXT REFERENCES suggestion (theme_id) ON DELETE SET NULL
) STRICT;
CREATE INDEX suggestion_pain ON suggestion (pain_id) WHERE pain_id IS NOT NULL;
-- those merged into come first, for they are tied to
INSERT OR IGNORE INTO suggestion (theme_id)
  SELECT substr(text, 6) FROM answer WHERE scope = 'themes' AND text LIKE 'into _%';
INSERT OR IGNORE INTO suggestion (theme_id)
  SELECT prompt FROM answer WHERE scope IN ('themes', 'themes.names');
UPDATE suggestion SET name = answer.text FROM answer
  WHERE answer.scope = 'themes.names' AND answer.prompt = suggestion.theme_id;
UPDATE suggestion SET state = answer.text FROM answer
  WHERE answer.scope = 'themes' AND answer.prompt = suggestion.theme_id
  AND answer.text IN ('split', 'dropped');
UPDATE suggestion SET merged_into = substr(answer.text, 6) FROM answer
  WHERE answer.scope = 'themes' AND answer.prompt = suggestion.theme_id
  AND answer.text LIKE 'into _%';
UPDATE suggestion SET pain_id = pain.id FROM answer, pain
  WHERE answer.scope = 'themes' AND answer.prompt = suggestion.theme_id
  AND answer.text = 'pain ' || pain.id;
DELETE FROM answer WHERE scope = 'themes.names';
DELETE FROM answer WHERE scope = 'themes' AND EXISTS (
  SELECT 1 FROM suggestion WHERE theme_id = answer.prompt AND (
    answer.text IN ('', state) OR answer.text = 'into ' || merged_into
    OR answer.text = 'pain ' || pain_id
  )
);

-- the practice taken up for a week; the last one only
CREATE TABLE practice_choice (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  practice_id TEXT NOT NULL,
  taken_on TEXT NOT NULL
) STRICT;
INSERT INTO practice_choice
  SELECT 1, practice.text, taken.text FROM answer practice JOIN answer taken
  ON practice.scope = 'checkup' AND practice.prompt = 'practice'
  AND taken.scope = 'checkup' AND taken.prompt = 'taken_on'
  WHERE taken.text = date(taken.text, '+0 days');  -- which alone turns down 30 February
DELETE FROM answer WHERE scope = 'checkup' AND prompt IN ('practice', 'taken_on')
  AND EXISTS (SELECT 1 FROM practice_choice);

-- the leader's own version of a text to send, and whom it was filled for; no text: it is filled anew
CREATE TABLE template_text (
  template_id TEXT PRIMARY KEY,
  text TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO template_text (template_id, text, owner)
  SELECT substr(scope, 10), coalesce(max(text) FILTER (WHERE prompt = 'text'), ''),
    coalesce(max(text) FILTER (WHERE prompt = 'owner'), '')
  FROM answer WHERE scope LIKE 'template._%' AND prompt IN ('text', 'owner') GROUP BY scope;
DELETE FROM answer WHERE scope LIKE 'template._%' AND prompt IN ('text', 'owner');

-- what was chosen last in Share; path and folder are where it was written, empty for the usual place
CREATE TABLE share_choice (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  what TEXT NOT NULL DEFAULT '',
  form TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  path TEXT NOT NULL DEFAULT '',
  folder TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO share_choice (id, what, form, owner, path, folder)
  SELECT 1, coalesce(max(text) FILTER (WHERE prompt = 'what'), ''),
    coalesce(max(text) FILTER (WHERE prompt = 'form'), ''),
    coalesce(max(text) FILTER (WHERE prompt = 'owner'), ''),
    coalesce(max(text) FILTER (WHERE prompt = 'path'), ''),
    coalesce(max(text) FILTER (WHERE prompt = 'folder'), '')
  FROM answer WHERE scope = 'share' HAVING count(*);
DELETE FROM answer WHERE scope = 'share' AND prompt IN ('what', 'form', 'owner', 'path', 'folder');

-- are personal details hidden on the screen, for when others look on?
ALTER TABLE reset ADD COLUMN hide_personal INTEGER NOT NULL DEFAULT 0
  CHECK (hide_personal IN (0, 1));
UPDATE reset SET hide_personal = EXISTS (
  SELECT 1 FROM draft WHERE field = 'screen.hide-personal'
);
DELETE FROM draft WHERE field = 'screen.hide-personal' AND EXISTS (SELECT 1 FROM reset);
