// Copying a citation by a click or by the key C. Without script the lines can be selected, and the files downloaded.

const SWITCHED_OFF = "citation-key-off";
const WORDS = document.currentScript.dataset; // what is said to people, in their language
const keys = document.querySelector("[data-keys]");
const told = document.querySelector("[data-told]");
const buttons = document.querySelectorAll("[data-copy]");

async function copy(button) {
  const from = document.getElementById(button.dataset.copy);
  const text = from.value ?? from.textContent;
  const isCopied = await intoClipboard(text);
  told.textContent = isCopied ? button.dataset.copied : WORDS.refused;
}

async function intoClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // By plain HTTP there is no such clipboard; what is selected can be copied.
    return copySelected(text);
  }
}

function copySelected(text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.className = "hidden";
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  return isCopied;
}

// --- the key: it can be switched off, for those who speak to their machine -------------------

function isOff() {
  try {
    return localStorage.getItem(SWITCHED_OFF) === "yes";
  } catch {
    return false;
  }
}

function turn() {
  try {
    localStorage.setItem(SWITCHED_OFF, isOff() ? "no" : "yes");
  } catch {
    told.textContent = WORDS.keepsNothing;
  }
  tellKeys();
}

function tellKeys() {
  keys.querySelector("span").textContent = isOff() ? WORDS.keyIsOff : WORDS.keyIsOn;
  keys.querySelector("button").textContent = isOff() ? WORDS.switchOn : WORDS.switchOff;
}

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (isOff() || event.repeat || event.target.closest?.("input, textarea:not([readonly]), select")) return;
  copy(buttons[0]);
});

if (keys && told && buttons.length) {
  buttons.forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet copy";
  button.addEventListener("click", turn);
  keys.append(document.createElement("span"), " ", button);
  keys.hidden = false;
  tellKeys();
}
