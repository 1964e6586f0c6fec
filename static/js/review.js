// The workbench without page loads, and by keys. Everything here works without it too, by forms and links.

const parser = new DOMParser();
let selecting = null; // the form that is waiting for words selected in the text
let waiting = false; // for an answer: what is pressed meanwhile was meant for the page before
let shown = address();
const WORDS = document.currentScript.dataset; // what is said to people, in their language

function address() {
  return location.pathname + location.search;
}

// --- from page to page without loading it ----------------------------------------------

async function show(wanted, options = {}) {
  if (waiting) return;
  waiting = true;
  const main = document.getElementById("main");
  main.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(wanted, { credentials: "same-origin", ...options });
    const page = parser.parseFromString(await response.text(), "text/html");
    if (page.querySelector("script[src*='/js/review.']")) {
      main.replaceChildren(...page.getElementById("main").childNodes);
      document.title = page.title;
      if (location.href !== response.url) history.pushState(null, "", response.url);
      shown = address();
      arrive();
    } else if (options.method !== "POST") {
      location.assign(response.url);
    } else if (asksToLogIn(page)) {
      tell(WORDS.loggedOut);
    } else if (response.status !== 403 || !(await renew())) {
      tell(WORDS.refused.replace("{answer}", () => page.querySelector("h1")?.textContent ?? response.status));
    }
  } catch {
    // Away for a moment, with the form still filled in.
    tell(WORDS.silent);
  } finally {
    main.removeAttribute("aria-busy");
    waiting = false;
  }
}

function asksToLogIn(page) {
  return Boolean(page.querySelector("[type='password']"));
}

// Whoever logs in again in another tab gets another token for every form.
async function renew() {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  const page = parser.parseFromString(await answer.text(), "text/html");
  const token = page.querySelector("[name='csrfmiddlewaretoken']")?.value;
  if (!token) return false;
  if (asksToLogIn(page)) {
    tell(WORDS.loggedOut);
    return true;
  }
  document.querySelectorAll("[name='csrfmiddlewaretoken']").forEach((one) => { one.value = token; });
  tell(WORDS.renewed);
  return true;
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
  const words = document.querySelector("mark.now");
  if (words) words.scrollIntoView({ block: "center", behavior: "instant" });
  else scrollTo({ top: 0, behavior: "instant" });
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
  if (address() === shown) return; // from one place to another of the same page
  if (waiting) location.reload();
  else show(location.href);
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
  if (!target.matches("input, textarea, select")) return target.click();
  const words = target.matches("[data-words]") && !target.value && selected();
  if (words) target.value = words.text;
  const section = target.closest("details");
  if (section) section.open = true;
  target.focus();
  target.select?.();
}

document.addEventListener("keydown", (event) => {
  if (!document.querySelector("[data-desk]") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (selecting) return choose(event);
  const field = event.target.closest?.("input:not([type='radio'], [type='checkbox']), textarea, select");
  if (field) {
    if (event.key === "Escape") {
      field.blur();
      document.getElementById("main").focus({ preventScroll: true });
    } else if (event.key === "Enter" && field.matches("input")) {
      // The button beside the field, where it has one of its own; else never another than "accept".
      const beside = field.closest(".field, .rarely")?.querySelector("button");
      const own = beside ?? field.form.querySelector("[value='accept']");
      if (own) event.preventDefault();
      if (!event.repeat) own?.click();
    }
    return;
  }
  // A key held down is pressed once.
  if (event.repeat) return;
  if (event.key === "?") {
    document.querySelector(".keys")?.toggleAttribute("open");
  } else if (event.key.length === 1 && !event.shiftKey) {
    const before = document.activeElement;
    press(event.key.toLowerCase());
    // The key that leads into a field is not typed there.
    if (document.activeElement !== before) event.preventDefault();
  }
});

// --- the words, selected in the text ----------------------------------------------------------

function takeUp() {
  const form = document.querySelector(".fields");
  const words = selected();
  // Words that are selected already are meant; once more, and they can be moved.
  if (words && (selecting || form.elements.selected.value !== words.place)) return keep(form, words);
  selecting = form;
  const now = [...document.querySelectorAll("mark.now")];
  if (now.length && !words) {
    const last = now.at(-1);
    getSelection().setBaseAndExtent(now[0], 0, last, last.childNodes.length);
  } else if (!words) {
    const first = document.querySelector(".sheet > p");
    if (first) getSelection().collapse(first, 0);
  }
  document.activeElement?.blur();
  tell(WORDS.select);
}

function choose(event) {
  const selection = getSelection();
  if (event.key === "Escape") {
    selecting = null;
    selection.removeAllRanges();
    tell(WORDS.left);
  } else if (event.key === "Enter" || event.key.toLowerCase() === "e") {
    const words = selected();
    if (words) keep(selecting, words);
    else tell(WORDS.selectSome);
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

function keep(form, words) {
  selecting = null;
  form.elements.words.value = words.text;
  form.elements.selected.value = words.place;
  tell(WORDS.taken);
  document.getElementById("main").focus({ preventScroll: true });
}

// The words selected in the article, and where they stand; null for none.
function selected() {
  const selection = getSelection();
  const range = selection.rangeCount ? selection.getRangeAt(0) : null;
  const start = range && place(range.startContainer, range.startOffset);
  const end = range && place(range.endContainer, range.endOffset);
  const paragraphs = [...(range?.cloneContents().querySelectorAll("p") ?? [])];
  const words = paragraphs.map((one) => one.textContent).join("\n\n") || (range?.toString() ?? "");
  if (start == null || end == null || !words.trim()) return null;
  const lead = [...words.match(/^\s*/)[0]].length;
  const tail = [...words.match(/\s*$/)[0]].length;
  return { text: words.trim(), place: `${start + lead}-${end - tail}` };
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
  const boilerplate = event.target.closest("a[data-key='b']");
  const words = boilerplate && selected();
  if (words) {
    const to = new URL(boilerplate.href);
    to.searchParams.set("at", words.place);
    boilerplate.href = to;
  }
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
    const answer = await fetch(`${list.dataset.from}?q=${encodeURIComponent(typed)}`).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
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
