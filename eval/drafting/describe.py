"""Drafts shown to the person who decides about them."""

from __future__ import annotations

from eval.gold_set import GoldQuestion, GoldSpan
from eval.runs.archive import Archive

_AROUND = 160


def describe(question: GoldQuestion, archive: Archive) -> str:
    """The question, what would be right, and the evidence in its article; a near miss with the article it resembles."""
    kind = f"{question.language}, {question.type or 'question'}"
    lines = [f"{question.question}  ({kind})"]
    if not question.answerable:
        named = ", ".join(f"{archive.article(i).title} ({i})" for i in question.about)
        return "\n".join([*lines, "  expected: not in the archive (near miss)", f"  near: {named}"])
    lines.append(f"  answers:  {' | '.join(question.answers)}")
    lines += [f"  evidence: {_shown(span, archive)}" for span in question.spans[:1]]
    if len(question.articles) > 1:
        lines.append(f"  the same sentence in {len(question.articles) - 1} more: {', '.join(question.articles[1:])}")
    return "\n".join(lines)


def _shown(span: GoldSpan, archive: Archive) -> str:
    """The evidence between arrows, with what stands around it."""
    article = archive.article(span.article_id)
    before = article.text[max(0, span.start - _AROUND) : span.start]
    after = article.text[span.end : span.end + _AROUND]
    quote = f"{before}>>>{article.text[span.start : span.end]}<<<{after}"
    published = f", {article.published}" if article.published else ""
    return f"...{' '.join(quote.split())}...\n            {article.title} ({article.id}{published})"
