// Text with its quotes, answer phrases and gold evidence marked; a stretch may be several of them at once.

const MARK_NAMES = { quote: "quoted", phrase: "answer phrase", gold: "gold evidence" };

function markedText(articleId, start, end, spans) {
  const text = document.createDocumentFragment();
  const piece = pieceAround(articleId, start, end);
  if (!piece) return text;
  const inside = (place) => Math.min(Math.max(place, start), end);
  const cuts = [...new Set([start, end, ...spans.flatMap((span) => [inside(span.start), inside(span.end)])])];
  cuts.sort((a, b) => a - b);
  for (let number = 0; number + 1 < cuts.length; number += 1) {
    const [from, to] = [cuts[number], cuts[number + 1]];
    const stretch = piece.points.slice(from - piece.start, to - piece.start).join("");
    const over = spans.filter((span) => span.start <= from && to <= span.end);
    text.append(over.length ? markOf(stretch, over) : el("span", null, lines(stretch)));
  }
  return text;
}

function markOf(stretch, spans) {
  const kinds = [...new Set(spans.map((span) => span.kind))];
  const names = [...new Set(spans.map((span) => `${MARK_NAMES[span.kind]}${span.n ? ` [${span.n}]` : ""}`))];
  return el("mark", { class: kinds.map((kind) => `mark-${kind}`).join(" "), title: names.join(", ") }, lines(stretch));
}

// Blank lines as a small gap; every character stays in the page, so that a copy is exact.
function lines(stretch) {
  return stretch.split(/(\n\s*\n)/).map((part, number) => (number % 2 ? el("span", { class: "paragraph" }, part) : part));
}

// An article with its marks: the windows around them, and the whole of it on demand.
function articleExcerpt(articleId, spans) {
  const article = DATA.articles[articleId];
  const box = el("blockquote", { class: "text", lang: article.language });
  const windows = windowsAround(articleId, spans, 200);
  const pieces = piecesOf(articleId);
  const last = pieces.length ? pieces[pieces.length - 1].start + pieces[pieces.length - 1].points.length : 0;
  const show = (parts) => {
    box.replaceChildren();
    parts.forEach((part, number) => {
      if (part.start > 0) box.append(el("span", { class: "gap" }, number ? " […] " : "… "));
      box.append(markedText(articleId, part.start, part.end, spans));
    });
    if (parts.length && (!article.whole || parts[parts.length - 1].end < last)) box.append(el("span", { class: "gap" }, " …"));
  };
  if (!windows.length && !article.whole) return null;
  const excerpt = windows.length ? windows : [{ start: 0, end: wordBreak(pieces[0], 300, 1) }];
  show(excerpt);
  if (!article.whole) return el("div", null, box);
  const all = [{ start: 0, end: last }];
  const toggle = el("button", { type: "button", class: "small no-print", "aria-expanded": "false" }, "Show the whole article");
  toggle.addEventListener("click", () => {
    const open = toggle.getAttribute("aria-expanded") === "true";
    toggle.setAttribute("aria-expanded", String(!open));
    toggle.textContent = open ? "Show the whole article" : "Show the excerpt";
    show(open ? excerpt : all);
  });
  return el("div", null, box, toggle);
}
