#!/usr/bin/env bash
# csvtojson: a full stop in a column's name makes a nested object, and scores and columns are lost on the way.
#
# Expected: one key for each column, named as in the file.
# Seen: "Q1. How likely are you to recommend us?" becomes {"Q1": {" How likely ...": "9"}}. With "Overall" beside
#   "Overall.delivery", the overall score is thrown away; of two columns named "Labels" only the last is left. The option
#   flatKeys keeps the full stops as they are; the repeated column is lost all the same.
# Why it matters: numbered questions are how survey tools name columns, subscores how they name parts, and Jira
#   repeats "Labels" and "Comment" for each value. @linear/import reads such files with this library.
# Version: csvtojson 2.0.13. Upstream: https://github.com/Keyang/node-csvtojson
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts csvtojson@2.0.13
cat >read.cjs <<'JS'
const assert = require("node:assert");
const csvtojson = require("csvtojson");

const CASES = [
  ["ID,Q1. Would you recommend us?\n1,9\n", {}, { ID: "1", Q1: { " Would you recommend us?": "9" } }],
  ["ID,Overall,Overall.delivery\n1,9,2\n", {}, { ID: "1", Overall: { delivery: "2" } }],
  ["ID,Overall,Overall.delivery\n1,9,2\n", { flatKeys: true }, { ID: "1", Overall: "9", "Overall.delivery": "2" }],
  ["ID,Labels,Labels\n1,late,refund\n", {}, { ID: "1", Labels: "refund" }],
  ["ID,Labels,Labels\n1,late,refund\n", { flatKeys: true }, { ID: "1", Labels: "refund" }],
];
(async () => {
  for (const [text, options, expected] of CASES) {
    const [row] = await csvtojson(options).fromString(text);
    console.log(JSON.stringify(text), JSON.stringify(options), "->", JSON.stringify(row));
    assert.deepStrictEqual(row, expected);
  }
})();
JS
node read.cjs
