from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.replies import core_of, read_courtesy
from rag.replies.courtesies import strip_courtesies


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("Hallo", "greeting", "de"),
        ("hallo!", "greeting", "de"),
        ("Guten Morgen", "greeting", "de"),
        ("Grüß Gott!", "greeting", "de"),
        ("Moin moin", "greeting", "de"),
        ("Wie geht es dir?", "greeting", "de"),
        ("Hello there", "greeting", "en"),
        ("Good evening!", "greeting", "en"),
        ("How are you?", "greeting", "en"),
        ("Hi", "greeting", None),
        ("Danke", "thanks", "de"),
        ("Vielen Dank für die Auskunft!", "thanks", "de"),
        ("Super, danke!", "thanks", "de"),
        ("ok danke", "thanks", "de"),
        ("Thanks a lot", "thanks", "en"),
        ("Thank you very much.", "thanks", "en"),
        ("Great, thanks!", "thanks", "en"),
        ("Hello! Thank you!", "thanks", "en"),
    ],
)
def test_courtesies_alone_get_a_reply(text: str, kind: str, language: str | None) -> None:
    small = read_courtesy(text)
    assert small is not None
    assert (small.kind, small.language) == (kind, language)


@pytest.mark.parametrize("text", ["Auf Wiedersehen!", "Tschüss", "bye", "See you later"])
def test_partings_are_told_from_greetings(text: str) -> None:
    small = read_courtesy(text)
    assert small is not None
    assert small.farewell


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("Hallo, wie viel Benzin hat Belarus geliefert?", "Wie viel Benzin hat Belarus geliefert?"),
        ("Hallo wie viel Benzin hat Belarus geliefert?", "Wie viel Benzin hat Belarus geliefert?"),
        ("Danke! Und wann?", "Und wann?"),
        ("Danke und wann?", "Und wann?"),
        ("Thanks. And why?", "And why?"),
        ("Good morning, who met Kim?", "Who met Kim?"),
        ("Wer traf Kim? Danke!", "Wer traf Kim?"),
        ("Who met Kim? Thanks in advance.", "Who met Kim?"),
        ("Who met Kim? 🙂", "Who met Kim?"),
    ],
)
def test_a_question_is_kept_and_the_courtesy_taken_off(text: str, core: str) -> None:
    assert read_courtesy(text) is None
    assert core_of(text) == core


@pytest.mark.parametrize(
    "text",
    [
        "Wer sagte Danke?",
        "Hi-tech exports to Russia",
        "Hello Kitty",
        "Great Britain election",
        "Danke Merkel",
        "Wie geht es der deutschen Wirtschaft?",
        "What is up with the Key Bridge?",
        "Guten Tag Apotheke Insolvenz",
        "Who said good night to the queen?",
    ],
)
def test_words_of_courtesy_inside_a_question_are_its_own(text: str) -> None:
    assert read_courtesy(text) is None
    assert core_of(text) == text


@given(st.text(max_size=60))
def test_the_core_is_part_of_the_text(text: str) -> None:
    assert strip_courtesies(text).core.rstrip("?") in text
