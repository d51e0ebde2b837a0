// The keyboard: / searches, j and k (or the arrows, inside the table) move, Enter opens, Escape closes.

const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea");

function current() {
  const button = document.activeElement?.closest?.("#rows button.open") ?? (state.open && buttonOf(state.open));
  return button ? state.shown.findIndex((question) => question.id === button.dataset.id) : -1;
}

function move(step) {
  if (!state.shown.length) return;
  const next = Math.min(Math.max(current() + step, 0), state.shown.length - 1);
  const id = state.shown[next].id;
  showUpTo(next);
  if (state.open && state.open !== id) openAt(id);
  const button = buttonOf(id);
  button.focus({ preventScroll: true });
  button.closest("tr").scrollIntoView({ block: state.open ? "start" : "nearest" });
}

function openAt(id) {
  open(id);
  history.replaceState(null, "", id ? `#question=${encodeURIComponent(id)}` : "#questions");
}

function search() {
  form.elements.text.focus();
  form.elements.text.select();
}

const ACTIONS = { "/": search, j: () => move(1), k: () => move(-1) };
const IN_TABLE = { ArrowDown: () => move(1), ArrowUp: () => move(-1) };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    leave(event.target);
    return;
  }
  if (typing(event.target)) return;
  const inTable = event.target.closest("#rows button.open") ? IN_TABLE[event.key] : undefined;
  const action = ACTIONS[event.key] ?? inTable;
  if (!action) return;
  event.preventDefault();
  action();
});

function leave(target) {
  if (target === form.elements.text && target.value) {
    target.value = "";
    refresh();
  } else if (typing(target)) {
    target.blur();
  } else if (state.open) {
    const button = buttonOf(state.open);
    openAt(null);
    button?.focus();
  }
}
