from __future__ import annotations

import pytest

from eval.drafting.draft import Draft, QuestionType, Source
from eval.drafting.shortening import shortened
from index.models import Language


def shorter(question: str, sentence: str, language: Language, kind: QuestionType = "who", refused: str = "") -> str:
    draft = Draft(Source("a", language, sentence, 0), question, kind, ("Berger",))
    return shortened(draft, lambda candidate: candidate.question != refused).question


ENGLISH = "Berger brought on Lauren James and Chloe Kelly at half-time in front of a large crowd in Sydney."


def test_phrases_are_left_out_until_few_words_are_copied() -> None:
    question = "Who brought on Lauren James and Chloe Kelly at half-time in front of a large crowd in Sydney?"
    assert shorter(question, ENGLISH, "en") == "Who brought on Lauren James and Chloe Kelly?"


def test_it_stops_where_the_rest_would_not_be_understood() -> None:
    question = "Who brought on Lauren James and Chloe Kelly at half-time in Sydney?"
    refused = "Who brought on Lauren James and Chloe Kelly at half-time?"
    assert shorter(question, ENGLISH.replace(" in front of a large crowd", ""), "en", refused=refused) == question


def test_a_question_in_other_words_stays() -> None:
    question = "Who sent Lauren James and Chloe Kelly onto the pitch in Sydney?"
    assert shorter(question, ENGLISH, "en") == question


def test_german_keeps_the_verb_at_the_end() -> None:
    sentence = (
        "Berger hat am Montag in Pjöngjang einen Vertrag über eine umfassende strategische Partnerschaft unterzeichnet."
    )
    question = "Wer hat in Pjöngjang einen Vertrag über eine umfassende strategische Partnerschaft unterzeichnet?"
    assert shorter(question, sentence, "de") == question


@pytest.mark.parametrize("kind", ["quote", "definition"])
def test_quotations_and_offices_are_not_cut(kind: QuestionType) -> None:
    sentence = "Berger, the head of the port authority of the harbour of Husum in the north, disagreed."
    question = "Who is the head of the port authority of the harbour of Husum in the north?"
    assert shorter(question, sentence, "en", kind) == question
