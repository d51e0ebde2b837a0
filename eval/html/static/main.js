// Start: filters, first rows, and what an address or a printer asks for.

fillFilters();
form.addEventListener("input", refresh);
form.addEventListener("submit", (event) => event.preventDefault());
byId("all").addEventListener("click", () => {
  form.reset();
  refresh();
});
byId("more").addEventListener("click", () => {
  const first = state.shown[state.limit];
  showUpTo(state.limit);
  buttonOf(first.id).focus();
});
body.addEventListener("click", (event) => {
  const button = event.target.closest("button.open");
  if (button) openAt(button.dataset.id === state.open ? null : button.dataset.id);
});
for (const header of HEADERS) {
  header.querySelector("button").addEventListener("click", () => sortBy(header.dataset.column));
}
// Narrow windows leave columns out, and the details span those that are there.
for (const width of ["900px", "560px"]) matchMedia(`screen and (max-width: ${width})`).addEventListener("change", draw);

function followAddress() {
  const asked = /^#question=(.+)$/.exec(location.hash);
  if (!asked) return;
  const id = decodeURIComponent(asked[1]);
  if (!DATA.questions.some((question) => question.id === id)) return;
  form.reset();
  refresh();
  open(id);
  buttonOf(id).closest("tr").scrollIntoView({ block: "start" });
}

// On paper stands every question that the filters let through, with its details where that was asked for.
function forPaper() {
  const withDetails = byId("paper-details").checked;
  const rows = state.shown.flatMap((question) => (withDetails || state.open === question.id ? [rowOf(question), detailRow(question, HEADERS.length)] : [rowOf(question)]));
  body.replaceChildren(...rows);
  for (const passage of body.querySelectorAll("details")) passage.open = withDetails;
}

window.addEventListener("beforeprint", forPaper);
window.addEventListener("afterprint", draw);
byId("print").addEventListener("click", () => window.print());
window.addEventListener("hashchange", followAddress);
refresh();
followAddress();
document.documentElement.dataset.ready = "";
