#!/usr/bin/env bash
# SheetJS (npm xlsx): writing the old .xls format cuts each text at 255 characters without an error.
#
# Expected: the long verbatim comes back whole (an .xls cell holds 32,767 characters), or writing fails.
# Seen: 304 characters go in, 255 come out, for the types "xls", "biff8" and "biff5"; .xlsx, .xlsb and .ods of
#   the same sheet keep all of it.
# Why it matters: an .xls of feedback saved by a script may have lost the end of every long comment, which is
#   where customers say what they want. A column whose longest text is exactly 255 deserves a question.
# Version: xlsx 0.18.5. Upstream: https://git.sheetjs.com/sheetjs/sheetjs
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts xlsx@0.18.5
cat >cut.cjs <<'JS'
const assert = require("node:assert");
const { read, utils, write } = require("xlsx");

const comment = "The driver was kind, but ".repeat(12) + "call";
const book = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet([["Comment"], [comment]]), "Feedback");

for (const bookType of ["biff5", "biff8", "xls", "xlsx", "xlsb", "ods"]) {
  const back = read(write(book, { type: "buffer", bookType })).Sheets.Feedback.A2.v;
  console.log(bookType.padEnd(5), comment.length, "characters in,", back.length, "out, ends", JSON.stringify(back.slice(-12)));
  const cut = bookType.startsWith("biff") || bookType === "xls";
  assert.strictEqual(back, cut ? comment.slice(0, 255) : comment);
}
JS
node cut.cjs
