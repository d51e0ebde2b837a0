"""Questions for two things, asked of a real archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag import Citation, Fundstelle

CitedExactly = Callable[[Fundstelle, Sequence[Citation]], None]
BOTH = "Wie viel Kilogramm hebt der Hafenkran in Husum, und wie viele Menschen wurden bei dem Brand in Emden verletzt?"


def test_both_halves_are_answered_each_from_its_own_articles(facts: Fundstelle, cited_exactly: CitedExactly) -> None:
    answer = facts.ask(BOTH)
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert "60.000 Kilogramm" in quotes
    assert "elf Menschen" in quotes or "zwölf Menschen" in quotes
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    cited_exactly(facts, answer.citations)


def test_no_sentence_is_quoted_twice(facts: Fundstelle) -> None:
    answer = facts.ask("Wie viel Kilogramm hebt der Kran in Husum, und wie viel kostete der Kran in Husum?")
    places = [(citation.article_id, citation.start) for citation in answer.citations]
    assert len(places) == len(set(places))


def test_every_sentence_stands_where_the_answer_says(facts: Fundstelle) -> None:
    answer = facts.ask(BOTH)
    assert answer.sentences
    for sentence in answer.sentences:
        assert answer.text[sentence.start : sentence.end] == sentence.text
