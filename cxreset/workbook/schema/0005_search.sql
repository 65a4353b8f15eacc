-- The search index holds the comments' words as a reader would call them the same: folded by
-- base/letters.py, with the vowel signs of every script. So it keeps no content of its own, and what
-- is taken out of it is said as it was put in; see workbook/search.py, which fills it after this.
DROP TABLE feedback_search;
CREATE VIRTUAL TABLE feedback_search USING fts5(
  text, content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);
