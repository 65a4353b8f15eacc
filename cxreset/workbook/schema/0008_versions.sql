-- A random stamp a change: which version of its content a file holds, and from which it has grown.
-- See workbook/storage/version.py.
CREATE TABLE version_stamp (seq INTEGER PRIMARY KEY, stamp BLOB NOT NULL) STRICT;
