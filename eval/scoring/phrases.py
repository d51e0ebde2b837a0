"""The words of an answer that answer: what EM, F1 and similarity compare with the gold."""

from __future__ import annotations

from rag.models import Answer, AnswerSentence, Citation


def phrases_of(answer: Answer) -> list[str]:
    """One phrase a sentence, the best sentence's first; none for a refusal.

    The phrase is what a citation of the sentence highlights, where the sentence says these words too; a quote always
    does, a sentence of a language model may. Otherwise the sentence stands for itself.
    """
    if answer.status == "not_in_corpus":
        return []
    cited = {citation.n: citation for citation in answer.citations}
    ordered = sorted(answer.sentences, key=lambda sentence: -sentence.score)
    return [_phrase(sentence, cited) for sentence in ordered]


def _phrase(sentence: AnswerSentence, cited: dict[int, Citation]) -> str:
    """What the first citation highlights that the sentence says too, else the sentence."""
    for citation in (cited[number] for number in sentence.citations if number in cited):
        if citation.highlight is not None:
            start, end = citation.highlight
            words = citation.quote[start - citation.start : end - citation.start]
            if words and words in sentence.text:
                return words
    return sentence.text
