"""From a fresh folder of real articles to answers: the seeds where they lie beside the repository, the demo always."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.build import build_index
from index.embedding import OnnxEmbedder
from rag import Answer, Fundstelle

SEEDS = (
    ("Wie viel Benzin und Diesel hat Belarus an Russland geliefert?", "60.000 Tonnen"),
    ("How much petrol and diesel did Belarus deliver to Russia?", "60.000 Tonnen"),
    ("Wie viele Container mit Munition schickte Nordkorea laut Matthew Miller nach Russland?", "11.000 Container"),
    ("How many containers of munitions did North Korea send to Russia according to Miller?", "11.000 Container"),
    ("In welcher Stadt besichtigte Kim eine Flugzeugfabrik?", "Komsomolsk"),
    ("Wo traf sich Putin mit Lukaschenko?", "Sotschi"),
    ("Welchen Codenamen hat die NATO der Su-57 gegeben?", "Felon"),
)
DEMO = (
    ("Wie viel Benzin und Diesel hat Belarus an Russland geliefert?", "60.000 Tonnen"),
    ("Wann trat Finnland der NATO bei?", "4. April 2023"),
    ("When did Finland join NATO?", "April"),
    ("Who won the Euro 2024 final?", "Spain"),
    ("Who set the marathon world record in Chicago?", "Kiptum"),
    ("In which year did the Key Bridge open?", "1977"),
)
UNANSWERABLE = ("Wie viele Medaillen gewann Norwegen bei den Olympischen Spielen?", "Who composed the opera Carmen?")


@dataclass(frozen=True)
class Corpus:
    """An archive, the files it was made from, and answers with a phrase that a right one quotes ("": there is none)."""

    archive: Fundstelle
    folder: Path
    answers: list[tuple[Answer, str]]


def _asked(data: Path, folder: Path, questions: tuple[tuple[str, str], ...]) -> Corpus:
    """Ask everything; the archive always answers: what is tested is what it says."""
    archive = Fundstelle.open(data, threshold=0.0)
    asked = [*questions, *((question, "") for question in UNANSWERABLE)]
    return Corpus(archive, folder, [(archive.ask(question), phrase) for question, phrase in asked])


@pytest.fixture(scope="module")
def corpora(
    seeds: Path, demo: Path, tmp_path_factory: pytest.TempPathFactory, embedder: OnnxEmbedder
) -> Iterator[list[Corpus]]:
    """Every corpus that is there, freshly indexed."""
    found = [_asked(demo, Path(__file__).resolve().parents[2] / "corpus", DEMO)]
    if any(seeds.glob("*.txt")):
        data = tmp_path_factory.mktemp("seeds")
        report = build_index(data, [seeds], embedder)
        assert report.problems == []
        found.append(_asked(data, seeds, SEEDS))
    yield found
    for corpus in found:
        corpus.archive.close()


def test_every_file_is_an_article_and_nothing_of_its_text_is_lost(corpora: list[Corpus]) -> None:
    for corpus in corpora:
        files = {path.stem: path for path in corpus.folder.rglob("*") if path.suffix in (".md", ".txt")}
        assert set(corpus.archive.article_ids()) == set(files)
        for identifier, path in files.items():
            article = corpus.archive.article(identifier)
            assert article.language in ("de", "en")
            assert article.title
            written = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
            last_words = article.text.split()[-5:]
            assert written.split()[-5:] == last_words or path.suffix == ".md"


def test_spans_are_exact_against_the_text_of_the_file(corpora: list[Corpus]) -> None:
    """Against the stored article, and its words against what stands in the file itself."""
    for corpus in corpora:
        files = {path.stem: path for path in corpus.folder.rglob("*.*")}
        for answer, _ in corpus.answers:
            assert answer.citations
            for citation in answer.citations:
                text = corpus.archive.article(citation.article_id).text
                assert text[citation.start : citation.end] == citation.quote
                written = unicodedata.normalize("NFC", files[citation.article_id].read_text(encoding="utf-8"))
                plain = written.replace("\u00ad", "").replace("**", "").replace("\\", "")
                assert " ".join(citation.quote.split()) in " ".join(plain.split())


def test_answers_quote_the_facts(corpora: list[Corpus]) -> None:
    for corpus in corpora:
        for answer, phrase in corpus.answers:
            quotes = " ".join(" ".join(citation.quote for citation in answer.citations).split())
            assert phrase in quotes, answer.question


def test_a_clear_question_is_answered_and_a_foreign_one_refused_by_default(corpora: list[Corpus]) -> None:
    for corpus in corpora:
        with Fundstelle.open(corpus.archive.data) as archive:
            answer = archive.ask("Wie viel Benzin und Diesel hat Belarus an Russland geliefert?")
            assert answer.status == "answered"
            assert "60.000 Tonnen" in answer.text
            refusal = archive.ask(UNANSWERABLE[1])
            assert refusal.status == "not_in_corpus"
            assert refusal.nearest
            assert refusal.citations == []


def test_both_questions_and_articles_of_either_language_meet(corpora: list[Corpus]) -> None:
    for corpus in corpora:
        asked = [answer for answer, phrase in corpus.answers if phrase]
        assert {answer.language for answer in asked} == {"de", "en"}
