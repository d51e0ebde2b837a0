// Elements are made with text nodes only: nothing of an article or a question can become markup.

function el(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, String(value));
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const byId = (id) => document.getElementById(id);
const DATA = JSON.parse(byId("data").textContent);

function score(value, digits = 3) {
  return typeof value === "number" ? value.toFixed(digits) : "–";
}

// A metric's name, which may break at its underscores.
function breakable(name) {
  return name.split("_").flatMap((word, number) => (number ? ["_", el("wbr"), word] : [word]));
}

function languageBadge(language) {
  const name = { de: "German", en: "English" }[language] ?? language;
  return el("abbr", { class: "badge", title: name }, String(language).toUpperCase());
}
