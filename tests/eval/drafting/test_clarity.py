from __future__ import annotations

import pytest

from eval.drafting.clarity import Clarity
from eval.drafting.draft import Draft, Source
from index.models import Language

FILLER = [Source(str(n), "de", f"Der Minister sprach am Tag {n} vom Hafen und der Reform.", 0) for n in range(20)]


def accepts(question: str, *answers: str, language: Language = "de") -> bool:
    source = Source("x", language, " ".join(answers), 0)
    return Clarity([*FILLER, source]).accepts(Draft(source, question, "who", answers))


def test_a_question_that_names_something_is_clear() -> None:
    assert accepts("Wer eröffnete die Brücke in Husum?", "Berger")


@pytest.mark.parametrize(
    "question",
    [
        "Wer sprach vom Hafen?",  # everybody did
        "Wer nahm an den Gesprächen teil?",
        "Wer eröffnete dort die Brücke in Husum?",
        "Wer eröffnete seine Brücke in Husum?",
        "Wer eröffnete am Montag die Brücke in Husum?",
        "Wer eröffnete in Husum die?",
        "Wer Husum?",
        "Wer eröffnete mit Berger die Brücke in Husum?",  # the answer
    ],
)
def test_what_only_readers_of_the_article_understand_is_refused(question: str) -> None:
    assert not accepts(question, "Berger")


@pytest.mark.parametrize(
    "question", ["Who opened it in Dundee last?", "Who met him in Dundee in 2023?", "Who opened Dundee and?"]
)
def test_the_same_in_english(question: str) -> None:
    assert accepts("Who opened the bridge in Dundee?", "Berger", language="en")
    assert not accepts(question, "Berger", language="en")
