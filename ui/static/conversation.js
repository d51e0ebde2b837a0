// Runs once, when the conversation is on the page; Gradio passes in element, trigger and watch.
// One listener for everything: the buttons below are replaced whenever the conversation changes.

const turnOf = (node) => node.closest("[data-turn]");
let opener = null;

const actions = {
  ask: (button) => trigger("ask", { question: button.dataset.question }),
  retry: (button) => trigger("again", { turn: turnOf(button).dataset.turn }),
  alone: (button) => trigger("alone", { turn: turnOf(button).dataset.turn, alone: button.dataset.alone }),
  dates: (button) => trigger("dates", { turn: turnOf(button).dataset.turn, dates: button.dataset.dates }),
  cite: (button) => open("cite", button),
  nearest: (button) => open("nearest", button),
  open: (button) => {
    opener = button;
    trigger("article", { id: button.dataset.id });
  },
  copy: (button) => copy(button),
  clear: (button) => {
    if (window.confirm(button.dataset.confirm)) trigger("forget", {});
  },
};

function open(kind, button) {
  opener = button;
  hideTip();
  trigger("place", { turn: turnOf(button).dataset.turn, kind, n: Number(button.dataset.n) });
}

element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-action]");
  if (button && element.contains(button)) actions[button.dataset.action](button);
});

// The article says when it was closed: the reader goes on where the article was opened.
document.addEventListener("fundstelle:closed", () => {
  if (opener && opener.isConnected) opener.focus();
});

// Copying ---------------------------------------------------------------------------------------------------------

async function copy(button) {
  const label = button.textContent;
  const done = await toClipboard(button.dataset.text);
  button.textContent = done ? button.dataset.done : button.dataset.failed;
  setTimeout(() => { button.textContent = label; }, 2000);
}

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not there without HTTPS, except on this machine: the old way still works.
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "fs-unseen";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}

// The quote as a tooltip of its marker ------------------------------------------------------------------------------

const tip = document.createElement("div");
tip.className = "fs-tip";
tip.id = "fs-tip";
tip.setAttribute("role", "tooltip");
tip.hidden = true;
document.querySelector(".gradio-container").append(tip);

function showTip(marker) {
  const quote = turnOf(marker).querySelector(`[data-quote="${Number(marker.dataset.n)}"]`);
  if (!quote) return;
  const meta = quote.closest(".fs-source").querySelector(".fs-meta").cloneNode(true);
  meta.querySelectorAll("span:has(> a)").forEach((link) => link.remove());
  const text = quote.cloneNode(true);
  text.removeAttribute("data-quote");
  tip.replaceChildren(text, meta);
  tip.hidden = false;
  marker.setAttribute("aria-describedby", tip.id);
  const box = marker.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left - 24), window.innerWidth - tip.offsetWidth - 8);
  const above = box.top - tip.offsetHeight - 8;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${above >= 8 ? above : box.bottom + 8}px`;
}

function hideTip() {
  tip.hidden = true;
  element.querySelectorAll("[aria-describedby=fs-tip]").forEach((marker) => marker.removeAttribute("aria-describedby"));
}

const markerOf = (event) => event.target.closest && event.target.closest(".fs-marker");
for (const kind of ["mouseover", "focusin"]) {
  element.addEventListener(kind, (event) => { if (markerOf(event)) showTip(markerOf(event)); });
}
for (const kind of ["mouseout", "focusout"]) {
  element.addEventListener(kind, (event) => { if (markerOf(event)) hideTip(); });
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });
window.addEventListener("scroll", hideTip, { passive: true });

// After each change -------------------------------------------------------------------------------------------------

let shown = null;

function follow() {
  hideTip();
  document.documentElement.lang = element.querySelector("[lang]")?.lang ?? "en";
  const turn = element.querySelector("[data-current]");
  if (!turn) return;
  const state = turn.dataset.turn + turn.className;
  if (state !== shown) {
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    turn.scrollIntoView({ block: "start", behavior: calm || shown === null ? "auto" : "smooth" });
  }
  shown = state;
  // Sending disables its button, which drops the focus: give it back, but open no keyboard on a touch screen.
  if (document.activeElement === document.body && window.matchMedia("(pointer: fine)").matches) {
    document.querySelector("#fs-question textarea")?.focus({ preventScroll: true });
  }
}

watch("value", follow);
follow();
