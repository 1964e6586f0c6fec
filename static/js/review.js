// The workbench without page loads, and by keys. Everything here works without it too, by forms and links.

const parser = new DOMParser();
let selecting = null; // the form that is waiting for words selected in the text

// --- from page to page without loading it ----------------------------------------------

async function show(address, options = {}) {
  const main = document.getElementById("main");
  main.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { credentials: "same-origin", ...options });
    const page = parser.parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("main");
    if (!fresh || !fresh.querySelector("[data-desk]")) {
      location.assign(response.url);
      return;
    }
    main.replaceChildren(...fresh.childNodes);
    document.title = page.title;
    if (location.href !== response.url) history.pushState(null, "", response.url);
    arrive();
  } catch {
    // Away for a moment: let the browser say so in its own way, with the form still filled in.
    tell("The archive did not answer. Nothing was lost: press the key again.");
  } finally {
    main.removeAttribute("aria-busy");
  }
}

function tell(words) {
  let place = document.querySelector(".told");
  if (!place) {
    place = document.createElement("ul");
    place.className = "told";
    place.setAttribute("role", "status");
    document.getElementById("main").prepend(place);
  }
  const line = document.createElement("li");
  line.textContent = words;
  place.replaceChildren(line);
}

function arrive() {
  selecting = null;
  document.querySelectorAll("[data-do='span'], .keys").forEach((one) => { one.hidden = false; });
  const wrong = document.querySelector(".fields .error, .fields [role='alert']");
  if (wrong) {
    const field = wrong.closest("div")?.querySelector("input, textarea, select");
    (field || wrong).focus?.();
    wrong.scrollIntoView({ block: "nearest" });
    return;
  }
  document.querySelector("mark.now")?.scrollIntoView({ block: "center" });
  document.getElementById("main").focus({ preventScroll: true });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || !form.closest("[data-desk], .told")) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  show(form.action, { method: "POST", body: new URLSearchParams(body) });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest(".next a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  show(link.href);
});

window.addEventListener("popstate", () => {
  if (document.querySelector("[data-desk]")) show(location.href);
});

// --- keys ----------------------------------------------------------------------------------

function go(step) {
  const links = [...document.querySelectorAll(".next li")];
  const now = links.findIndex((one) => one.getAttribute("aria-current"));
  links[now + step]?.querySelector("a").click();
}

function press(key) {
  if (key === "j" || key === "k") return go(key === "j" ? 1 : -1);
  const target = document.querySelector(`[data-key="${key}"]`);
  if (!target || target.hidden) return;
  if (target.matches("input")) {
    target.focus();
    target.select();
  } else {
    target.click();
  }
}

document.addEventListener("keydown", (event) => {
  if (!document.querySelector("[data-desk]") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (selecting) return choose(event);
  const field = event.target.closest?.("input:not([type='radio'], [type='checkbox']), textarea, select");
  if (field) {
    if (event.key === "Escape") {
      field.blur();
      document.getElementById("main").focus({ preventScroll: true });
    } else if (event.key === "Enter" && field.name === "why") {
      event.preventDefault();
      field.form.querySelector("[value='reject']").click();
    }
    return;
  }
  if (event.key.length === 1 && !event.shiftKey) {
    const before = document.activeElement;
    press(event.key.toLowerCase());
    // The key that leads into a field is not typed there.
    if (document.activeElement !== before) event.preventDefault();
  }
});

// --- the words, selected in the text ----------------------------------------------------------

function takeUp() {
  selecting = document.querySelector(".fields");
  const now = [...document.querySelectorAll("mark.now")];
  if (now.length) {
    const last = now.at(-1);
    getSelection().setBaseAndExtent(now[0], 0, last, last.childNodes.length);
  } else {
    const first = document.querySelector(".sheet > p");
    if (first) getSelection().collapse(first, 0);
  }
  document.activeElement?.blur();
  tell("Select the words: arrows move the end, Shift and arrows the beginning, Enter takes them, Escape leaves.");
}

function choose(event) {
  const selection = getSelection();
  if (event.key === "Escape") {
    selecting = null;
    selection.removeAllRanges();
    tell("Left as it was.");
  } else if (event.key === "Enter") {
    keep(selection);
  } else if (["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].includes(event.key)) {
    move(selection, event);
  } else {
    return;
  }
  event.preventDefault();
}

// The end moves by a word, and with Shift the beginning.
function move(selection, event) {
  if (!selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const [anchor, focus] = event.shiftKey ? ["end", "start"] : ["start", "end"];
  selection.setBaseAndExtent(
    range[`${anchor}Container`], range[`${anchor}Offset`], range[`${focus}Container`], range[`${focus}Offset`],
  );
  const unit = event.key === "ArrowUp" || event.key === "ArrowDown" ? "line" : "word";
  const direction = event.key === "ArrowLeft" || event.key === "ArrowUp" ? "backward" : "forward";
  selection.modify("extend", direction, unit);
}

function keep(selection) {
  const range = selection.rangeCount ? selection.getRangeAt(0) : null;
  const start = range && place(range.startContainer, range.startOffset);
  const end = range && place(range.endContainer, range.endOffset);
  const words = range?.toString() ?? "";
  if (start == null || end == null || !words.trim()) {
    tell("Select words of the article.");
    return;
  }
  const form = selecting;
  selecting = null;
  const lead = [...words.match(/^\s*/)[0]].length;
  const tail = [...words.match(/\s*$/)[0]].length;
  form.elements.words.value = words.trim();
  form.elements.selected.value = `${start + lead}-${end - tail}`;
  tell("Words taken. Press A to save them.");
  document.getElementById("main").focus({ preventScroll: true });
}

// Where a place in the page stands in the article's text, in code points.
function place(node, offset) {
  const inside = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const paragraph = inside.closest("[data-start]");
  if (!paragraph) return null;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  return Number(paragraph.dataset.start) + [...range.toString()].length;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-do='span']")) takeUp();
});

// --- names as they are typed --------------------------------------------------------------------

let asked = 0;

document.addEventListener("input", (event) => {
  const field = event.target;
  if (!field.matches("[data-look-up]") || !field.list) return;
  const list = field.list;
  // Of several countries with ";" between, the last is being typed.
  const [, before, typed] = field.value.match(/^(.*;\s*)?(.*)$/s);
  if (typed.length < 2) return;
  clearTimeout(asked);
  asked = setTimeout(async () => {
    const answer = await fetch(`${list.dataset.from}?q=${encodeURIComponent(typed)}`);
    if (!answer.ok) return;
    const { names } = await answer.json();
    list.replaceChildren(...names.map(({ name, told }) => {
      const option = document.createElement("option");
      option.value = (before ?? "") + name;
      option.label = told;
      return option;
    }));
  }, 120);
});

if (document.querySelector("[data-desk]")) arrive();
