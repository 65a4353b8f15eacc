// What a terminal has from the desktop around it: files, the keyboard, and a word when it is closed.
"use strict";

// Files arrive as downloads, not as pages of their own.
const openWindow = window.open.bind(window);
window.open = (address, ...rest) => {
  if (!String(address).startsWith(`${location.origin}/download/`)) {
    return openWindow(address, ...rest);
  }
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
  return null;
};

// Pasting is the browser's: the terminal would send Ctrl+V as a key, and the clipboard stay unread.
window.addEventListener(
  "keydown",
  (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "v") {
      event.stopImmediatePropagation();
    }
  },
  true,
);

function say(words) {
  document.querySelector("#words").textContent = words;
}

// A sentence of the page in the program's language, with the name of a file in it.
function sentence(kind, file) {
  return document.querySelector("#words").dataset[kind].replace("{name}", () => file.name);
}

function focusTerminal() {
  document.querySelector(".xterm-helper-textarea")?.focus();
}

async function bringIn(files) {
  for (const file of files) {
    say(sentence("bringing", file));
    try {
      const answer = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
        method: "POST",
        body: file,
      });
      say(answer.ok ? sentence("arrived", file) : await answer.text());
    } catch {
      say(sentence("lost", file));
    }
  }
  focusTerminal();
}

window.addEventListener("load", async () => {
  await document.fonts.ready;
  focusTerminal();
  window.dispatchEvent(new Event("resize")); // the letters may have changed their width
});

window.addEventListener("DOMContentLoaded", () => {
  const chooser = document.querySelector("#file");
  chooser.addEventListener("change", async () => {
    await bringIn(chooser.files);
    chooser.value = "";
  });
  document.querySelector("#again").addEventListener("click", () => location.reload());

  const closed = document.querySelector("#closed");
  new MutationObserver(() => {
    if (document.body.classList.contains("-closed") && closed.hidden) {
      closed.hidden = false;
      document.querySelector("#again").focus();
    }
  }).observe(document.body, { attributeFilter: ["class"] });

  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  window.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  window.addEventListener("dragleave", () => document.body.classList.remove("dropping"));
  window.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!holdsFiles(event)) return;
    event.preventDefault();
    bringIn(event.dataTransfer.files);
  });
});
