// The table of questions: a hundred rows at a time, so that thousands of questions stay quick.

const STEP = 100;
const body = byId("rows");
const state = { shown: [], limit: STEP, sort: null, down: false, open: null };

const COLUMNS = {
  question: (question) => question.question.toLocaleLowerCase(),
  direction: (question) => question.direction ?? `~${question.language}`,
  type: (question) => question.type,
  outcome: (question) => (question.mistake ? "0" : "1") + question.outcome,
  confidence: (question) => question.answer?.confidence,
  time: (question) => question.milliseconds.ask,
};
const valueOf = (question, column) => (column in COLUMNS ? COLUMNS[column](question) : question.scores[column]);

function sorted(questions) {
  if (!state.sort) return questions;
  const sign = state.down ? -1 : 1;
  const missing = (value) => value === null || value === undefined;
  return [...questions].sort((a, b) => {
    const [x, y] = [valueOf(a, state.sort), valueOf(b, state.sort)];
    if (missing(x) || missing(y)) return missing(x) - missing(y);
    return x < y ? -sign : x > y ? sign : 0;
  });
}

function refresh() {
  state.shown = sorted(chosen());
  state.limit = STEP;
  if (state.open && !state.shown.some((question) => question.id === state.open)) state.open = null;
  draw();
  const [count, all] = [state.shown.length, DATA.questions.length];
  const wrong = state.shown.filter((question) => question.mistake).length;
  byId("count").textContent = `${count} of ${all} questions, ${wrong} went wrong`;
}

function draw() {
  const rows = [];
  for (const question of state.shown.slice(0, state.limit)) {
    rows.push(rowOf(question));
    if (state.open === question.id) rows.push(detailRow(question));
  }
  if (!rows.length) rows.push(el("tr", null, el("td", { colspan: columnCount(), class: "empty" }, "No question fits these filters.")));
  body.replaceChildren(...rows);
  drawMore();
}

function drawMore() {
  const rest = state.shown.length - state.limit;
  byId("more").hidden = rest <= 0;
  byId("more").textContent = `Show ${Math.min(STEP, rest)} more of ${rest}`;
}

const HEADERS = [...document.querySelectorAll("#table thead th")];
const columnCount = () => HEADERS.filter((header) => header.offsetParent !== null).length;

function rowOf(question) {
  const open = state.open === question.id;
  const toggle = el(
    "button",
    { type: "button", class: "open", "aria-expanded": String(open), "aria-controls": open ? "detail" : null, "data-id": question.id },
    el("span", { class: "id" }, question.id),
    el("span", { lang: question.language, class: "question" }, question.question),
  );
  const direction = question.direction ?? question.language;
  return el(
    "tr",
    { class: question.mistake ? "row wrong" : "row" },
    el("th", { scope: "row" }, toggle),
    el("td", { class: "direction" }, direction),
    el("td", { class: "type" }, question.type ?? "–"),
    el("td", { class: "outcome" }, el("span", { "aria-hidden": "true", class: "sign" }, question.mistake ? "✗" : "✓"), question.outcome),
    DATA.columns.map((metric) => el("td", { class: "number score" }, score(question.scores[metric], 2))),
    el("td", { class: "number confidence" }, score(question.answer?.confidence, 2)),
    el("td", { class: "number time" }, Math.round(question.milliseconds.ask)),
  );
}

function detailRow(question, columns = columnCount()) {
  return el("tr", { class: "detail-row", id: state.open === question.id ? "detail" : null }, el("td", { colspan: columns }, detailOf(question)));
}

const buttonOf = (id) => body.querySelector(`button[data-id="${CSS.escape(id)}"]`);

// Opens a question and closes the one before; null only closes. The reader keeps the place of the row.
function open(id) {
  const before = state.open;
  state.open = id;
  if (before) {
    byId("detail")?.remove();
    const button = buttonOf(before);
    button?.setAttribute("aria-expanded", "false");
    button?.removeAttribute("aria-controls");
  }
  const number = state.shown.findIndex((question) => question.id === id);
  if (id === null || number < 0) return;
  showUpTo(number);
  const button = buttonOf(id);
  button.setAttribute("aria-expanded", "true");
  button.setAttribute("aria-controls", "detail");
  button.closest("tr").after(detailRow(state.shown[number]));
}

function showUpTo(number) {
  if (number < state.limit) return;
  const first = state.limit;
  state.limit = Math.ceil((number + 1) / STEP) * STEP;
  body.append(...state.shown.slice(first, state.limit).map(rowOf));
  drawMore();
}

function sortBy(column) {
  state.down = state.sort === column && !state.down;
  state.sort = column;
  for (const header of HEADERS) {
    header.setAttribute("aria-sort", header.dataset.column === column ? (state.down ? "descending" : "ascending") : "none");
  }
  refresh();
}
