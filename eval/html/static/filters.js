// Which questions are shown.

const form = byId("filters");

// What the text filter looks in, made once a question.
function haystack(question) {
  question.searched ??= [question.id, question.question, question.type, ...question.tags, ...question.gold.facts.flat(), ...question.gold.articles, question.answer?.text]
    .filter(Boolean)
    .join("\n")
    .toLocaleLowerCase();
  return question.searched;
}

function chosen() {
  const words = form.elements.text.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const { direction, type, answerable, mistakes } = form.elements;
  return DATA.questions.filter(
    (question) =>
      words.every((word) => haystack(question).includes(word)) &&
      (!direction.value || (question.direction ?? `${question.language}, unanswerable`) === direction.value) &&
      (!type.value || (question.type ?? "none") === type.value) &&
      (!answerable.value || String(question.answerable) === answerable.value) &&
      (!mistakes.checked || question.mistake),
  );
}

function fillFilters() {
  const fill = (select, values) => {
    for (const value of [...new Set(values)].sort()) select.append(el("option", { value }, value));
  };
  fill(form.elements.direction, DATA.questions.map((question) => question.direction ?? `${question.language}, unanswerable`));
  fill(form.elements.type, DATA.questions.map((question) => question.type ?? "none"));
}
