"""What the times of a question do to search and answer, on an archive of reports that differ only in their dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from index.build import build_index
from index.embedding import Embedder
from index.errors import UsageError
from rag import Fundstelle
from rag.retrieval.dates import NEWER, PREFERENCE, UNDATED

MakeArchive = Callable[[Sequence[Mapping[str, str]]], Path]
NOW = "2023-09-20"
DATES = {
    "lastyear": "2022-09-14",
    "may": "2023-05",
    "week": "2023-09-13",
    "yesterday": "2023-09-19",
    "later": "2024-03-01",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, hashing: Embedder) -> Path:
    """One report a date, and one without."""
    folder = tmp_path_factory.mktemp("reports")
    for name, published in [*DATES.items(), ("undated", "")]:
        dated = f'published: "{published}"\n' if published else ""
        text = f"---\ntitle: Bericht {name}\nlanguage: de\n{dated}---\n{_text(name)}\n"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    build_index(folder / "data", [folder], hashing)
    return folder / "data"


@pytest.fixture
def reports(data: Path, hashing: Embedder) -> Iterator[Fundstelle]:
    with Fundstelle.open(data, embedder=hashing, threshold=0.0, now=NOW) as opened:
        yield opened


def _text(name: str) -> str:
    return f"Der Rat von {name.capitalize()} beriet über den Hafen. Der Hafen soll wachsen."


def _ids(archive: Fundstelle, question: str, **filters: object) -> list[str]:
    return [result.article_id for result in archive.search(question, 10, **filters)]  # type: ignore[arg-type]


def test_a_demanded_time_hides_all_others_and_lets_reports_follow(reports: Fundstelle) -> None:
    assert set(_ids(reports, "Was beriet der Rat vergangene Woche über den Hafen?")) == {"week", "yesterday"}
    assert set(_ids(reports, "Meldungen der vergangenen Woche über den Hafen")) == {"week"}
    assert set(_ids(reports, "Welche Artikel vom Mai 2023 nennen den Hafen?")) == {"may"}


def test_a_time_that_is_merely_named_comes_first_and_hides_nothing(reports: Fundstelle) -> None:
    found = _ids(reports, "Was beriet der Rat im Mai 2023 über den Hafen?")
    assert found[0] == "may"
    assert set(found) == {*DATES, "undated"}


def _gains(archive: Fundstelle, question: str) -> dict[str, float]:
    """What each report's score gains by the time that the question names."""
    read, ignored = ({r.article_id: r.score for r in archive.search(question, dates=d)} for d in ("read", "ignore"))
    return {name: round(read[name] - ignored[name], 3) for name in read}


def test_soon_after_gains_more_than_long_after_or_before(reports: Fundstelle) -> None:
    gains = _gains(reports, "Was beriet der Rat im August 2023 über den Hafen?")
    assert PREFERENCE > gains["week"] > gains["yesterday"] > 0.5 * PREFERENCE
    assert gains["later"] == gains["may"] == gains["lastyear"] == 0.0
    assert gains["undated"] == pytest.approx(PREFERENCE * UNDATED, abs=0.01)


@pytest.mark.parametrize(
    ("question", "order"),
    [("Was ist der aktuelle Stand zum Hafen?", "newest"), ("Was meldeten die ersten Berichte zum Hafen?", "oldest")],
)
def test_of_comparable_reports_the_newer_or_the_older_gains_more(
    reports: Fundstelle, question: str, order: str
) -> None:
    gains = _gains(reports, question)
    assert gains["undated"] == 0.0
    rivals = sorted((name for name in gains if gains[name]), key=lambda name: DATES[name], reverse=order == "oldest")
    assert len(rivals) >= 2
    assert [gains[name] for name in rivals] == sorted(gains[name] for name in rivals)
    assert gains[rivals[-1]] == pytest.approx(NEWER, abs=0.01)


def test_no_order_is_none(reports: Fundstelle) -> None:
    assert reports.interpret("Was beriet der Rat über den Hafen?") is None
    assert set(_gains(reports, "Was beriet der Rat über den Hafen?").values()) == {0.0}


def test_the_clock_of_the_question_wins_over_that_of_the_archive(reports: Fundstelle) -> None:
    question = "Was beriet der Rat gestern über den Hafen?"
    assert set(_ids(reports, question)) == {"yesterday"}
    assert set(_ids(reports, question, now="2022-09-15")) == {"lastyear"}
    read = reports.interpret(question, now="2022-09-15")
    assert read is not None
    assert read.model_dump(mode="json") == {
        "from": "2022-09-14",
        "to": "2022-09-14",
        "order": None,
        "use": "filter",
        "slack_days": 3,
        "empty": False,
        "now": "2022-09-15",
        "spans": [[19, 26]],
    }


def test_the_environment_states_the_clock_where_nobody_else_does(
    reports: Fundstelle, hashing: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FUNDSTELLE_NOW", "2022-09-15")
    with Fundstelle.open(reports.data, embedder=hashing) as archive:
        assert set(_ids(archive, "Was beriet der Rat gestern über den Hafen?")) == {"lastyear"}
    assert set(_ids(reports, "Was beriet der Rat gestern über den Hafen?")) == {"yesterday"}


def test_what_was_read_can_be_taken_back(reports: Fundstelle) -> None:
    question = "Was beriet der Rat gestern über den Hafen?"
    assert set(_ids(reports, question, dates="ignore")) == {*DATES, "undated"}
    assert reports.interpret(question, dates="ignore") is None
    assert reports.ask(question, dates="ignore").interpreted is None


def test_bounds_that_the_user_gives_win_and_leave_the_order(reports: Fundstelle) -> None:
    question = "Was beriet der Rat gestern über den Hafen, was ist der aktuelle Stand?"
    assert set(_ids(reports, question, date_to="2023-05")) == {"lastyear", "may"}
    read = reports.interpret(question, date_to="2023-05")
    assert read is not None
    assert (read.date_from, read.date_to, read.order) == (None, None, "newest")


def test_the_answer_carries_what_was_read_and_rests_on_that_time(reports: Fundstelle) -> None:
    answer = reports.ask("Was beriet der Rat gestern über den Hafen?")
    assert answer.interpreted == reports.interpret("Was beriet der Rat gestern über den Hafen?")
    assert {citation.article_id for citation in answer.citations} == {"yesterday"}
    assert reports.ask("Was beriet der Rat?").interpreted is None


def test_a_demanded_time_without_articles_is_refused_and_said(reports: Fundstelle) -> None:
    question = "Was beriet der Rat gestern über den Hafen?"
    answer = reports.ask(question, now="2026-11-22")
    assert answer.status == "not_in_corpus"
    assert answer.text.startswith("Aus der Zeit, nach der gefragt ist, liegt im Archiv nichts vor.")
    assert answer.interpreted is not None
    assert answer.interpreted.empty
    assert answer.nearest
    assert set(_ids(reports, question, now="2026-11-22")) == {*DATES, "undated"}


def test_filters_that_leave_nothing_are_not_the_questions_fault(reports: Fundstelle) -> None:
    read = reports.interpret("Was beriet der Rat gestern?", languages=["en"])
    assert read is not None
    assert not read.empty
    assert _ids(reports, "Was beriet der Rat gestern?", languages=["en"]) == []


def test_a_wrong_clock_is_wrong_usage(reports: Fundstelle) -> None:
    for wrong in ("2023-09", "gestern"):
        with pytest.raises(UsageError):
            reports.search("Was geschah?", now=wrong)
        with pytest.raises(UsageError):
            Fundstelle.open(reports.data, now=wrong)


def test_a_time_named_brings_in_what_its_words_alone_would_not(make_archive: MakeArchive, hashing: Embedder) -> None:
    many = [
        {"id": f"n{n}", "title": "Hafen", "language": "de", "published": "2020", "text": f"Der Hafen wächst. Rat {n}."}
        for n in range(150)
    ]
    one = {"id": "then", "title": "Rat", "language": "de", "published": "2023-05-02", "text": "Er tagte. Es regnete."}
    with Fundstelle.open(make_archive([*many, one]), embedder=hashing, now=NOW) as archive:
        plain = [result.score for result in archive.search("Hafen wächst", 151) if result.article_id == "then"]
        dated = [r.score for r in archive.search("Hafen wächst im Mai 2023", 151) if r.article_id == "then"]
        assert dated
        assert dated[0] > plain[0] + 1.0
