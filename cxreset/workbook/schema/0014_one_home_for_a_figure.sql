-- What else happened in a week ("strike"), marked in the chart of its figure.
ALTER TABLE data_point ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- A figure has one home: what a week kept by hand and step 4.2 can hold moves there, if it is a
-- number. What is no number stays where it was written.
UPDATE undo_switch SET recording = 0;
CREATE TABLE figure_moved AS SELECT key FROM metric
  WHERE key IN ('csat', 'nps', 'conversion', 'effort')
    AND (trim(before) <> '' OR trim(after) <> '')
    AND replace(trim(before), '%', '') NOT GLOB '*[^0-9.,+ -]*'
    AND replace(trim(after), '%', '') NOT GLOB '*[^0-9.,+ -]*';
INSERT INTO measurement (kind, name, before_value, after_value)
  SELECT key, CASE key WHEN 'csat' THEN 'Customer satisfaction' WHEN 'nps' THEN 'NPS'
    WHEN 'conversion' THEN 'Purchases per visit' ELSE 'Effort' END, trim(before), trim(after)
  FROM metric WHERE key IN (SELECT key FROM figure_moved) ORDER BY key;
DELETE FROM metric WHERE key IN (SELECT key FROM figure_moved);
DROP TABLE figure_moved;
UPDATE undo_switch SET recording = 1;
