#!/usr/bin/env bash
# @linear/import: three CSV readers of one importer treat one and the same action differently.
#
# Expected: an action's due date and priority come through whichever reader the leader picks.
# Seen: the Linear reader has no due date at all, the Asana reader takes it. The Jira reader turns "Lowest" into
#   0, which is Linear's "No priority", not 4 (Low). The Asana reader knows "Med" but not "Medium", so that is 0 too.
#   The due date is read as midnight UTC and sent as a local day: one day early west of Greenwich.
# Why it matters: a plan handed over as a tracker's CSV arrives without deadlines, or with each a day early, and no
#   line of the import says so. Which dialect a workbook writes decides what survives.
# Version: @linear/import 3.2.14. Upstream: https://github.com/linear/linear (packages/import)
#
# The package has no public entry but its command, which asks questions and uploads. So its own file is run unchanged up
# to the line where the command starts, and its readers are called on files here. Nothing is sent anywhere.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @linear/import@3.2.14

printf '%s\n' 'Title,Description,Priority,Status,Assignee,Created,Due Date' \
  'Call back late orders,Weekly,High,Todo,,2025-03-01,2025-03-14' >linear.csv
printf '%s\n' 'Task ID,Name,Notes,Priority,Tags,Assignee,Created At,Completed At,Due Date' \
  '1,Call back late orders,Weekly,High,,,2025-03-01,,2025-03-14' \
  '2,Answer reviews,Weekly,Medium,,,2025-03-01,,' >asana.csv
printf '%s\n' 'Issue key,Issue Type,Summary,Description,Priority,Status,Assignee' \
  'CX-1,Task,Call back late orders,Weekly,Low,Todo,' \
  'CX-2,Task,Answer reviews,Weekly,Lowest,Todo,' >jira.csv

cat >read.cjs <<'JS'
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const assert = require("node:assert");
const path = `${process.cwd()}/node_modules/@linear/import/dist/cli.cjs`;
const [readers] = readFileSync(path, "utf8").split("//#region src/cli.ts");
const names = "{ LinearCsvImporter, AsanaCsvImporter, JiraCsvImporter, format: date_fns.format }";
const { LinearCsvImporter, AsanaCsvImporter, JiraCsvImporter, format } =
  new Function("require", "exports", "module", `${readers}\nreturn ${names};`)(createRequire(path), {}, {});

(async () => {
  const read = async (reader) => (await reader.import()).issues;
  const linear = await read(new LinearCsvImporter("linear.csv"));
  const asana = await read(new AsanaCsvImporter("asana.csv", ""));
  const jira = await read(new JiraCsvImporter("jira.csv", "example"));
  const sent = format(asana[0].dueDate, "yyyy-MM-dd"); // as importIssues() formats it
  console.log("Linear reader, due 2025-03-14 in the file:", linear[0].dueDate);
  console.log("Asana reader, due 2025-03-14 in the file:", sent, "sent from", process.env.TZ);
  console.log("Asana reader, priorities High and Medium:", asana.map((issue) => issue.priority));
  console.log("Jira reader, priorities Low and Lowest:", jira.map((issue) => issue.priority));
  assert.strictEqual(linear[0].title, "Call back late orders");
  assert.strictEqual(linear[0].dueDate, undefined);
  assert.strictEqual(sent, "2025-03-13");
  assert.deepStrictEqual(asana.map((issue) => issue.priority), [2, 0]);
  assert.deepStrictEqual(jira.map((issue) => issue.priority), [4, 0]);
})();
JS
TZ=America/New_York node read.cjs
