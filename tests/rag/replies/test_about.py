from __future__ import annotations

import pytest

from rag.replies.about import asked_about


@pytest.mark.parametrize(
    ("text", "about", "language"),
    [
        ("Wer bist du?", "identity", "de"),
        ("Was bist du eigentlich?", "identity", "de"),
        ("Bist du eine KI?", "identity", "de"),
        ("Was ist Fundstelle?", "identity", "de"),
        ("Who are you?", "identity", "en"),
        ("Are you ChatGPT?", "identity", "en"),
        ("Was kannst du?", "abilities", "de"),
        ("Hilfe", "abilities", "de"),
        ("Sprichst du Englisch?", "abilities", "de"),
        ("What can you do?", "abilities", "en"),
        ("help", "abilities", "en"),
        ("Wie funktionierst du?", "method", "de"),
        ("Sag mal, wie funktionierst du denn?", "method", "de"),
        ("How does this work?", "method", "en"),
        ("Do you make things up?", "method", "en"),
        ("Welche Artikel hast du?", "contents", "de"),
        ("Wie viele Artikel sind im Archiv?", "contents", "de"),
        ("Which articles do you have?", "contents", "en"),
        ("How many articles are in the archive?", "contents", "en"),
        ("Wie aktuell ist das Archiv?", "currency", "de"),
        ("How recent are your articles?", "currency", "en"),
    ],
)
def test_questions_about_fundstelle_itself(text: str, about: str, language: str) -> None:
    assert asked_about(text) == (about, language)


@pytest.mark.parametrize(
    "text",
    [
        "Was weißt du über Kim Jong Un?",
        "What do you know about NATO?",
        "Which articles do you have about the quake?",
        "Wie viele Artikel gibt es über das Erdbeben?",
        "Wer bist du, sagte Putin zu wem?",
        "Was kann man gegen Hochwasser tun?",
        "Wie funktioniert Cell Broadcast?",
        "How does the AI Act work?",
        "Who is the president of Finland?",
        "Was ist Yonhap?",
    ],
)
def test_questions_about_the_world_are_for_the_archive(text: str) -> None:
    assert asked_about(text) is None
