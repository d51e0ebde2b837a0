from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eval.formats.dataset import Dataset, ReadOptions
from eval.formats.sheet import read_sheet
from eval.formats.sheet_columns import column_of
from index.errors import SourceError
from rag import Fundstelle

Read = Callable[..., Dataset]
GERMAN = """Nr;Frage;Antworten;Artikel;Beleg;Beantwortbar;Bemerkung;Farbe
1;Wie viel hebt der Hafenkran in Husum?;60.000 Kilogramm|60 000 kg;hafen;hebt bis zu 60.000 Kilogramm;ja;;rot
2;Wer weihte den Kran ein?;Anke Petersen;Neuer Hafenkran in Husum;"Dr. Anke
Petersen";;;
3;Was fraß der Bär in München?;;;;nein;;
"""


@pytest.fixture
def read(tmp_path: Path, fundstelle: Fundstelle) -> Read:
    def from_text(text: str, encoding: str = "utf-8", **options: object) -> Dataset:
        path = tmp_path / "fragen.csv"
        path.write_bytes(text.encode(encoding))
        return read_sheet(path, ReadOptions(archive=lambda: fundstelle, **options))  # type: ignore[arg-type]

    return from_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_german_sheet_is_read_in_any_encoding(read: Read, fundstelle: Fundstelle, encoding: str) -> None:
    data = read(GERMAN, encoding)
    assert data.problems == []
    first, second, third = data.questions
    assert (first.id, first.answers, first.articles) == ("1", ("60.000 Kilogramm", "60 000 kg"), ("hafen",))
    span = first.spans[0]
    assert fundstelle.article("hafen").text[span.start : span.end] == "hebt bis zu 60.000 Kilogramm"
    assert second.articles == ("hafen",), "an article may be named by its title"
    assert (third.question, third.answerable, third.language) == ("Was fraß der Bär in München?", False, "de")
    assert any("semicolons" in note for note in data.notes)
    assert any("'Farbe'" in note and "'Bemerkung'" not in note for note in data.notes)


def test_an_english_sheet_with_commas(read: Read) -> None:
    row = '"How long will the bridge close, and why?",eleven weeks,close for eleven weeks,2024-03-05,dated|bridge'
    text = f"Question,Expected,Evidence,As of,Tags\n{row}\n"
    (question,) = read(text).questions
    assert (question.id, question.question) == ("r2", "How long will the bridge close, and why?")
    assert (question.articles, question.now, question.tags) == (("bridge",), "2024-03-05", ("dated", "bridge"))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (";Wer?;x;hafen;Das steht dort nicht;", "no article says 'Das steht dort nicht'"),
        (";Wer?;x;nix;;", "there is no article 'nix'"),
        (";Wer?;x;;;", "answerable, but `articles` is empty"),
        (";;x;hafen;;", "the question is empty"),
        (";Wer?;x;hafen;Petersen;vielleicht", "whether it is answerable says 'vielleicht'"),
        (";Wer?;x;;;nein", "not answerable, yet it has the answer 'x'"),
        (";Wer?;Kran;hafen;Der;", "the quote 'Der' stands 2 times (hafen)"),
        (";Wer?;x;hafen;;ja;zu viel", "7 cells under 6 headings"),
        ("1;Wer?;x;hafen;;", "the id '1' is used twice"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(read: Read, row: str, reason: str) -> None:
    heading = "Nr;Frage;Antworten;Artikel;Beleg;Beantwortbar"
    data = read(f"{heading}\n1;Wo?;Husum;hafen;;\n{row}\n9;Wer?;;;;\n")
    assert [question.id for question in data.questions] == ["1", "9"]
    (problem,) = data.problems
    assert problem.place.endswith("fragen.csv:3")
    assert reason in problem.reason
    assert problem.remedy


def test_a_row_is_named_by_the_line_it_begins_in(read: Read) -> None:
    data = read('Frage,Antwort\n"Wo\nist\ndas?",\nWer?,x\n')
    assert [problem.place.rsplit(":", 1)[1] for problem in data.problems] == ["5"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Nr;Antwort\n1;x\n", "no column holds the question; found: 'Nr', 'Antwort'"),
        ("Frage;Frage\nWo?;Wer?\n", "two columns hold the question"),
        ("Frage;Antwort\n", "it holds no question"),
        ("", "no column holds the question; found: none"),
    ],
)
def test_a_sheet_that_cannot_be_used_is_refused(read: Read, text: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read(text)


def test_the_archive_is_opened_only_where_it_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "fragen.csv"
    path.write_text("Frage\nWer leitet den Hafen?\n", encoding="utf-8")
    assert len(read_sheet(path, ReadOptions()).questions) == 1
    path.write_text("Frage,Antwort,Artikel\nWer?,x,hafen\n", encoding="utf-8")
    assert "--data" in str(read_sheet(path, ReadOptions()).problems[0])


@pytest.mark.parametrize(
    ("heading", "column"),
    [("FRAGE:", "question"), ("Article-ID", "articles"), ("Schlagwörter", "tags"), ("answer(s)", "answers"),
     (" as of ", "now"), ("Preis", None)],
)  # fmt: skip
def test_headings_are_known_however_they_are_written(heading: str, column: str | None) -> None:
    assert column_of(heading) == column
