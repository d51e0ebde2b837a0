"""Every passage in the archive in both languages: both are found, and neither comes first as a rule."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from index.build import build_index
from index.embedding import OnnxEmbedder
from index.models import Language
from rag import Fundstelle

# German article, English article, German question, English question.
PAIRS = (
    (
        "Der Hafen von Lindau bekommt im Frühjahr ein neues Feuerschiff. Es kostet vier Millionen Euro.",
        "The harbour of Lindau will get a new fireboat in spring. It costs four million euros.",
        "Was kostet das neue Feuerschiff in Lindau?",
        "How much does the new fireboat of Lindau cost?",
    ),
    (
        "Imker im Odenwald klagen über den nassen Sommer. Die Honigernte fiel um die Hälfte geringer aus.",
        "Beekeepers in the Odenwald complain about the wet summer. The honey harvest fell by half.",
        "Warum ernten die Imker im Odenwald weniger Honig?",
        "Why is there less honey from the Odenwald?",
    ),
    (
        "Die Brauerei in Graz schließt nach 150 Jahren. Sechzig Beschäftigte verlieren ihre Arbeit.",
        "The brewery in Graz is closing after 150 years. Sixty employees lose their jobs.",
        "Wie viele Menschen verlieren in der Grazer Brauerei ihre Arbeit?",
        "How many people lose their jobs at the brewery in Graz?",
    ),
    (
        "Forscher fanden in der Nordsee das Wrack eines dänischen Fischkutters. Es liegt in vierzig Metern Tiefe.",
        "Researchers found the wreck of a Danish fishing boat in the North Sea. It lies at a depth of forty metres.",
        "In welcher Tiefe liegt das Wrack des dänischen Kutters?",
        "How deep does the Danish wreck lie?",
    ),
    (
        "Der Chor von Sankt Gallen singt zu Weihnachten in Mailand. Die Reise bezahlt eine Stiftung.",
        "The choir of St. Gallen will sing in Milan at Christmas. A foundation pays for the journey.",
        "Wer bezahlt die Reise des Chors nach Mailand?",
        "Who pays for the choir's journey to Milan?",
    ),
    (
        "Ein Bauer in der Lausitz züchtet Alpakas. Aus ihrer Wolle werden Mützen gestrickt.",
        "A farmer in Lusatia breeds alpacas. Their wool is knitted into hats.",
        "Was wird aus der Wolle der Alpakas gemacht?",
        "What is made of the alpacas' wool?",
    ),
    (
        "Die Straßenbahn nach Freiburg-Rieselfeld fährt wieder. Ein Sturm hatte die Oberleitung zerrissen.",
        "The tram to Freiburg-Rieselfeld is running again. A storm had torn down the overhead line.",
        "Weshalb fuhr die Straßenbahn nach Rieselfeld nicht?",
        "Why did the tram to Rieselfeld stop running?",
    ),
    (
        "Eine Zahnärztin aus Bremen hat den Marathon von Athen gewonnen. Sie lief zum ersten Mal.",
        "A dentist from Bremen has won the marathon of Athens. She ran it for the first time.",
        "Wer gewann den Marathon in Athen?",
        "Who won the marathon in Athens?",
    ),
    (
        "Das Planetarium in Jena zeigt eine Schau über Kometen. Kinder zahlen nichts.",
        "The planetarium in Jena is showing a programme about comets. Children get in free.",
        "Was zahlen Kinder im Planetarium von Jena?",
        "What do children pay at the planetarium in Jena?",
    ),
    (
        "Die Fähre nach Helgoland fiel drei Tage lang aus. Der Kapitän war erkrankt.",
        "The ferry to Heligoland did not run for three days. The captain had fallen ill.",
        "Wie lange fiel die Fähre nach Helgoland aus?",
        "For how long did the ferry to Heligoland not run?",
    ),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, embedder: OnnxEmbedder) -> Iterator[Fundstelle]:
    folder = tmp_path_factory.mktemp("both")
    records = [
        {"id": f"{language}-{number}", "title": "", "language": language, "text": pair[place]}
        for number, pair in enumerate(PAIRS)
        for place, language in enumerate(("de", "en"))
    ]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    build_index(Path(folder) / "data", [folder / "articles.jsonl"], embedder)
    with Fundstelle.open(folder / "data") as opened:
        yield opened


def _ranked(archive: Fundstelle, language: Language) -> Sequence[tuple[int, list[str]]]:
    place = 2 if language == "de" else 3
    return [
        (number, [result.article_id for result in archive.search(pair[place], 10, language=language)])
        for number, pair in enumerate(PAIRS)
    ]


@pytest.mark.parametrize("language", ["de", "en"])
def test_both_are_found(archive: Fundstelle, language: Language) -> None:
    for number, ids in _ranked(archive, language):
        assert {f"de-{number}", f"en-{number}"} <= set(ids[:4])


def test_a_question_does_not_prefer_its_own_language(archive: Fundstelle) -> None:
    languages: tuple[Language, ...] = ("de", "en")
    own = [ids[0].startswith(language) for language in languages for _, ids in _ranked(archive, language)]
    assert 0.2 <= sum(own) / len(own) <= 0.8
