"""Citations that are wrong, missing, superfluous or inexact."""

from __future__ import annotations

from eval.runs.record import Context, QuestionRecord
from eval.selftest.cases import Evidence
from eval.selftest.records import cite
from eval.selftest.spoil.change import with_answer


def wrong_citation(record: QuestionRecord) -> QuestionRecord | None:
    """The sentence stays, what it cites is another article."""
    if record.answer is None or not record.answer.citations:
        return None
    other = cite(1, _stranger(record))
    return with_answer(record, record.answer.model_copy(update={"citations": [other]}))


def dropped_citation(record: QuestionRecord) -> QuestionRecord | None:
    """The sentence stays, what it cites is gone."""
    if record.answer is None or not record.answer.citations:
        return None
    bare = [sentence.model_copy(update={"citations": []}) for sentence in record.answer.sentences]
    return with_answer(record, record.answer.model_copy(update={"citations": [], "sentences": bare}))


def superfluous_citation(record: QuestionRecord) -> QuestionRecord | None:
    """A second citation that has nothing to do with the sentence."""
    if record.answer is None or not record.answer.citations:
        return None
    citations = [*record.answer.citations, cite(2, _stranger(record))]
    sentences = [s.model_copy(update={"citations": [1, 2]}) for s in record.answer.sentences]
    return with_answer(record, record.answer.model_copy(update={"citations": citations, "sentences": sentences}))


def shifted_offsets(record: QuestionRecord) -> QuestionRecord | None:
    """Offsets that are one character off: the article does not hold the quote there."""
    if not record.shown:
        return None
    return record.model_copy(update={"contexts": [Context(stored=f"{c.quote[1:]} ") for c in record.shown]})


def other_sentence(record: QuestionRecord) -> QuestionRecord | None:
    """A quote of another article, rightly cited, that has nothing to do with the question."""
    if record.answer is None or not record.answer.citations or not record.expected.answers:
        return None
    stranger = _stranger(record)
    sentence = record.answer.sentences[0].model_copy(update={"text": stranger.text, "end": len(stranger.text)})
    changed = {"text": f"{stranger.text} [1]", "citations": [cite(1, stranger)], "sentences": [sentence]}
    return with_answer(record, record.answer.model_copy(update=changed))


def _stranger(record: QuestionRecord) -> Evidence:
    """An article that has nothing to do with the question: the last one ranked, in the language of the evidence."""
    cited = record.answer.citations[0].language if record.answer and record.answer.citations else "de"
    hit = next((hit for hit in reversed(record.results) if hit.article_id.startswith(f"{cited}-")), record.results[-1])
    return Evidence(article_id=hit.article_id, title=hit.article_id, language=cited, text=hit.text)
