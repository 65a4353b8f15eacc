#!/usr/bin/env bash
# whatsapp-chat-parser: afternoons of Korean, Chinese and Turkish phones are read as mornings, and years at the front as days.
#
# Expected: 2:15 in the afternoon is 14:15 in every language of the application, or the line is refused.
# Seen: only am/pm in Latin letters count. Korean, Chinese and Turkish markers before the hour are skipped, so 14:15
#   becomes 02:15. Greek and Arabic markers after it even become part of the author's name. 2025/3/5 is
#   read as 3 May when no other line shows the order. Nothing is reported.
# Why it matters: chats are where small firms hear their customers. Half of the day lands in the night: response times
#   and "when do complaints come" are wrong, and the author's name splits one customer into two.
# Version: whatsapp-chat-parser 4.0.2. Upstream: https://github.com/Pustur/whatsapp-chat-parser
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts whatsapp-chat-parser@4.0.2
cat >read.cjs <<'JS'
const assert = require("node:assert");
const { parseString } = require("whatsapp-chat-parser");

// Each line was written on 5 March 2025 at 14:15 by the author "Shop".
const LINES = {
  English: ["3/5/25, 2:15 PM - Shop: Sorry", 14, "Shop"],
  Spanish: ["5/3/25, 2:15 p. m. - Shop: Sorry", 14, "Shop"],
  Korean: ["2025. 3. 5. 오후 2:15 - Shop: Sorry", 2, "Shop"],
  Chinese: ["2025/3/5 下午2:15 - Shop: Sorry", 2, "Shop"],
  Turkish: ["5.03.2025 ÖS 2:15 - Shop: Sorry", 2, "Shop"],
  Greek: ["5/3/25, 2:15 μ.μ. - Shop: Sorry", 2, "μ.μ. - Shop"],
  Arabic: ["5/3/25, 2:15 م - Shop: Sorry", 2, "م - Shop"],
};
for (const [language, [line, hour, author]] of Object.entries(LINES)) {
  const [message] = parseString(line);
  console.log(`${language}: ${message.date.getHours()}:15, author ${JSON.stringify(message.author)}`);
  assert.strictEqual(message.date.getHours(), hour);
  assert.strictEqual(message.author, author);
}
const [chinese] = parseString(LINES.Chinese[0]);
console.log("Chinese: month", chinese.date.getMonth() + 1, "day", chinese.date.getDate());
assert.deepStrictEqual([chinese.date.getMonth() + 1, chinese.date.getDate()], [5, 3]);
JS
TZ=UTC node read.cjs
