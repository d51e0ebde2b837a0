// Everything about one question.

function detailOf(question) {
  return el(
    "div",
    { class: "detail" },
    el("div", { class: "detail-main" }, answerPart(question), evidencePart(question)),
    el("div", { class: "detail-side" }, expectedPart(question), scoresPart(question), judgePart(question), failuresPart(question)),
    resultsPart(question),
  );
}

function part(title, ...content) {
  return el("section", { class: "part" }, el("h3", null, title), ...content);
}

function facts(...entries) {
  const shown = entries.filter(([, value]) => value !== null && value !== undefined && value !== "" && value.length !== 0);
  return el("dl", { class: "facts" }, shown.map(([name, value]) => el("div", null, el("dt", null, name), el("dd", null, value))));
}

// The answer, sentence by sentence ------------------------------------------------------------------------------------

const VERDICTS = { verbatim: "verbatim", supported: "supported", partly: "only partly supported", unsupported: "not supported" };

function answerPart(question) {
  const answer = question.answer;
  if (!answer) return part("Answer", el("p", null, "There is none: asking ended with an error."));
  const times = `search ${question.milliseconds.search} ms, answer ${question.milliseconds.ask} ms`;
  const about = facts(
    ["Confidence", score(answer.confidence)],
    ["Written by", answer.mode],
    ["Newest article cited", answer.as_of],
    ["Searched for", answer.rewritten],
    ["Notice", answer.notice],
    ["Time", times],
  );
  if (answer.status === "not_in_corpus") {
    const text = el("p", { class: "refusal", lang: answer.language }, el("strong", null, "Refused. "), answer.text.split("\n")[0]);
    return part("Answer", text, about);
  }
  return part("Answer", el("ul", { class: "sentences" }, answer.sentences.map((sentence) => sentenceItem(sentence, answer))), about);
}

function sentenceItem(sentence, answer) {
  const cited = answer.citations.find((citation) => sentence.citations.includes(citation.n));
  const numbers = sentence.citations.map((n) => `[${n}]`).join("");
  return el(
    "li",
    { class: `support-${sentence.support}` },
    el("span", { lang: cited?.language ?? answer.language, class: "sentence" }, sentence.text),
    " ",
    el("span", { class: "markers" }, numbers),
    " ",
    el("span", { class: "verdict" }, VERDICTS[sentence.support] ?? sentence.support),
    [...new Set([...sentence.reasons, ...(sentence.verdict?.reasons ?? [])])].map((reason) => el("span", { class: "why" }, reason)),
    verdictNote(sentence),
  );
}

// The evaluation's own verifier, where it does not agree with what the answer says of itself.
function verdictNote(sentence) {
  const own = sentence.verdict?.support;
  if (!own || own === sentence.support) return null;
  return el("span", { class: "why" }, `The evaluation's verifier says: ${VERDICTS[own] ?? own}.`);
}

// The articles, with what was quoted and what the gold expects --------------------------------------------------------

function evidencePart(question) {
  const cited = question.answer?.citations ?? [];
  const nearest = question.answer?.nearest ?? [];
  const ids = [...cited.map((c) => c.article_id), ...question.gold.articles, ...nearest.map((c) => c.article_id)];
  const shown = [...new Set(ids)];
  if (!shown.length) return null;
  const legend = el(
    "p",
    { class: "legend" },
    el("mark", { class: "mark-quote" }, "quoted"),
    " ",
    el("mark", { class: "mark-quote mark-phrase" }, "answer phrase"),
    " ",
    el("mark", { class: "mark-gold" }, "gold evidence"),
  );
  return part("Quotes in context", legend, shown.map((id) => articlePart(id, question, cited, nearest)));
}

function articlePart(id, question, cited, nearest) {
  const quotes = cited.filter((citation) => citation.article_id === id);
  const near = nearest.filter((citation) => citation.article_id === id);
  const kept = DATA.articles[id];
  const known = kept ?? [...quotes, ...near][0];
  const roles = [
    ...quotes.map((citation) => `cited [${citation.n}]`),
    near.length ? "nearest article" : "",
    question.gold.articles.includes(id) ? "gold" : "",
  ].filter(Boolean);
  const spans = [
    ...[...quotes, ...near].filter((c) => c.in_place).map((c) => ({ start: c.start, end: c.end, kind: "quote", n: quotes.includes(c) ? c.n : 0 })),
    ...quotes.filter((c) => c.in_place && c.highlight).map((c) => ({ start: c.highlight[0], end: c.highlight[1], kind: "phrase" })),
    ...question.gold.spans.filter(([article]) => article === id).map(([, start, end]) => ({ start, end, kind: "gold" })),
  ];
  const lost = [...quotes, ...near].filter((citation) => !citation.in_place);
  return el(
    "article",
    { class: "article" },
    el("h4", { lang: known?.language }, known?.title ?? id),
    el(
      "p",
      { class: "meta" },
      roles.map((role) => el("span", { class: "role" }, role)),
      known ? languageBadge(known.language) : null,
      el("span", null, [known?.source, known?.published, id].filter(Boolean).join(" · ")),
      quotes.map((c) => el("span", { class: "place" }, `[${c.n}] characters ${c.start} to ${c.end}`)),
    ),
    kept?.pieces.length ? articleExcerpt(id, spans) : el("p", { class: "lost" }, "Neither the run nor the archive holds the text of this article."),
    lost.map((c) => el("blockquote", { class: "text", lang: c.language }, el("mark", { class: "mark-quote" }, c.quote), el("span", { class: "lost" }, " The article did not hold this quote at its place."))),
  );
}

// What was expected, and how it was judged ----------------------------------------------------------------------------

function expectedPart(question) {
  const gold = question.gold;
  if (!question.answerable) {
    const about = gold.about.length ? `Near it: ${gold.about.join(", ")}.` : "";
    return part("Expected", el("p", null, "A refusal: the archive does not hold the answer. ", about), facts(["Asked on", gold.now], ["Tags", question.tags.join(", ")]));
  }
  const strings = gold.facts.map((fact) => el("li", null, fact.map((text, number) => [number ? el("span", { class: "or" }, " or ") : null, el("q", null, text)])));
  const lead = gold.facts.length > 1 ? "One of each line:" : null;
  return part(
    "Expected",
    lead ? el("p", null, lead) : null,
    el("ul", { class: "expected" }, strings),
    facts(["Articles", gold.articles.join(", ")], ["Asked on", gold.now], ["Type", question.type], ["Tags", question.tags.join(", ")]),
  );
}

function scoresPart(question) {
  const rows = Object.entries(question.scores).map(([metric, value]) =>
    el("tr", null, el("th", { scope: "row" }, breakable(metric)), el("td", { class: "number" }, score(value)), el("td", null, question.reasons[metric] ?? "")),
  );
  if (!rows.length) return part("Scores", el("p", null, "No metric applies: nothing was to be found, and nothing was cited."));
  const head = el("tr", null, ["metric", "score", "why"].map((name) => el("th", { scope: "col" }, name)));
  return part("Scores", el("table", { class: "scores" }, el("thead", null, head), el("tbody", null, rows)));
}

function judgePart(question) {
  const judged = question.judged;
  if (!judged) return null;
  const verdict = { true: "right", false: "wrong" }[String(judged.correct)] ?? "no verdict that can be read";
  return part("Language model as a judge", el("p", null, el("strong", null, verdict), ` (${judged.model})`), el("p", { class: "meta" }, judged.reply));
}

function failuresPart(question) {
  if (!question.failures.length) return null;
  return part("Errors", el("ul", null, question.failures.map((failure) => el("li", null, el("strong", null, `${failure.step}: `), failure.error))));
}

// Retrieved passages --------------------------------------------------------------------------------------------------

function resultsPart(question) {
  if (!question.results.length) return part("Retrieved passages", el("p", null, "None."));
  const gold = question.gold.spans;
  const items = question.results.map((result) => {
    const article = DATA.articles[result.article_id];
    const spans = gold.filter(([id]) => id === result.article_id).map(([, start, end]) => ({ start, end, kind: "gold" }));
    const text = article && pieceAround(result.article_id, result.start, result.end);
    return el(
      "li",
      null,
      el(
        "details",
        null,
        el(
          "summary",
          null,
          result.gold ? el("strong", { class: "role" }, result.gold) : null,
          article ? languageBadge(article.language) : null,
          el("span", { lang: article?.language, class: "result-title" }, article?.title ?? result.article_id),
          el("span", { class: "meta" }, `${result.article_id} ${result.start} to ${result.end} · score ${score(result.score, 2)}`),
        ),
        text ? el("blockquote", { class: "text", lang: article.language }, markedText(result.article_id, result.start, result.end, spans)) : el("p", { class: "lost" }, "The text is not in this report."),
      ),
    );
  });
  return el("section", { class: "part results" }, el("h3", null, "Retrieved passages"), el("ol", { class: "passages" }, items));
}
