// The texts of articles, by code points as all offsets count them (a JavaScript string counts otherwise).

const cutUp = new Map();

function piecesOf(articleId) {
  if (!cutUp.has(articleId)) {
    const article = DATA.articles[articleId];
    cutUp.set(articleId, (article?.pieces ?? []).map(([start, text]) => ({ start, points: Array.from(text) })));
  }
  return cutUp.get(articleId);
}

// The piece that holds a span as a whole, if the report keeps one.
function pieceAround(articleId, start, end) {
  return piecesOf(articleId).find((piece) => piece.start <= start && end <= piece.start + piece.points.length);
}

function textOf(articleId, start, end) {
  const piece = pieceAround(articleId, start, end);
  return piece ? piece.points.slice(start - piece.start, end - piece.start).join("") : null;
}

// Windows around spans, widened to whole words and joined where they touch.
function windowsAround(articleId, spans, margin) {
  const windows = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const piece = pieceAround(articleId, span.start, span.end);
    if (!piece) continue;
    const first = wordBreak(piece, span.start - margin, -1);
    const last = wordBreak(piece, span.end + margin, 1);
    const before = windows[windows.length - 1];
    if (before && first <= before.end) before.end = Math.max(before.end, last);
    else windows.push({ start: first, end: last });
  }
  return windows;
}

function wordBreak(piece, offset, step) {
  const end = piece.start + piece.points.length;
  let place = Math.min(Math.max(offset, piece.start), end);
  while (place > piece.start && place < end && !/\s/.test(piece.points[place - piece.start - (step < 0 ? 1 : 0)])) {
    place += step;
  }
  return place;
}
