"""What a question looks for, by kinds, and that names alone find an article in the other language."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.keywords.analyzer import analyze
from index.keywords.bm25 import KeywordIndex, write_keywords
from index.keywords.question import CROSS, SAME, Kind, kind_of, question_terms
from index.models import Language

GERMAN = [
    "Verteidigungsminister Schoigu besuchte das Werk in Wladiwostok. Manturow begleitete ihn.",
    "Lukaschenko flog am 14.09.2023 nach Sotschi und bot 60.000 Traktoren an.",
    "Kim Jong-un besichtigte den Weltraumbahnhof Wostotschny und eine Suchoi in Komsomolsk.",
    "Der Bürgermeister von München eröffnete einen Kindergarten in der Vorstadt.",
    "In Den Haag begann der Prozess gegen den früheren Präsidenten.",
    "Selenskyj sprach in Charkiw mit Soldaten über die Lage an der Front.",
    "Die Ernte fiel in diesem Jahr schlechter aus als im vergangenen, sagte ein Sprecher.",
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> KeywordIndex:
    folder: Path = tmp_path_factory.mktemp("archive") / "keywords"
    write_keywords(folder, [analyze(passage, "de") for passage in GERMAN])
    return KeywordIndex(folder, len(GERMAN))


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("What did Shoigu do in Vladivostok?", 0),
        ("Who went along with Manturov?", 0),
        ("Where did Lukashenko go on September 14, 2023?", 1),
        ("Who offered 60,000 tractors?", 1),
        ("Who visited the Vostochny cosmodrome and a Sukhoi?", 2),
        ("What did the mayor of Munich open?", 3),
        ("What began in The Hague?", 4),
        ("What did Zelenskyy talk about in Kharkiv?", 5),
    ],
)
def test_an_english_question_finds_the_german_article_by_its_names_alone(
    archive: KeywordIndex, question: str, row: int
) -> None:
    weights: dict[Kind, float] = {kind: CROSS[kind] for kind in ("name", "exonym", "number")}
    names_alone = archive.weighted_scores(question_terms(question, "en", "de", weights))
    assert names_alone.argmax() == row
    assert names_alone[row] > 0
    assert archive.weighted_scores(question_terms(question, "en", "de")).argmax() == row


def test_every_kind_has_a_weight_in_both_settings_and_names_count_more_across() -> None:
    assert SAME.keys() == CROSS.keys()
    assert all(CROSS[kind] > SAME[kind] for kind in ("name", "exonym", "number"))
    assert CROSS["stem"] < SAME["stem"]


@pytest.mark.parametrize(
    ("term", "kind"),
    [("=kran", "stem"), ("~putin", "name"), ("@rome", "exonym"), ("#2023", "number"), ("_kra", "gram")],
)
def test_a_mark_tells_the_kind(term: str, kind: Kind) -> None:
    assert kind_of(term) == kind


def test_a_repeated_word_counts_as_often() -> None:
    once, twice = question_terms("Kran", "de", "de"), question_terms("Kran Kran", "de", "de")
    assert once["=kran"] == SAME["stem"]
    assert twice["=kran"] == 2 * SAME["stem"]


def test_in_its_own_language_a_question_looks_for_what_the_index_holds() -> None:
    text = "Lukaschenko in Genf am 14. September 2023"
    assert set(analyze(text, "de")) <= question_terms(text, "de", "de").keys()


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_question_in_small_letters_finds_names_too(archive: KeywordIndex, language: Language) -> None:
    assert archive.weighted_scores(question_terms("schoigu", language, "de", {"name": 1.0})).argmax() == 0


def test_a_function_word_with_a_capital_is_no_name() -> None:
    assert not any(kind_of(term) == "name" for term in question_terms("Wer war das?", "de", "en"))
