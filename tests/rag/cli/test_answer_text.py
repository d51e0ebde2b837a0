from __future__ import annotations

from rag import Answer, AnswerSentence, Citation, IndexInfo, SearchResult
from rag.cli.answer_text import WIDTH, answer_text, results_text

INFO = IndexInfo(generation="g", articles=1, passages=1)
CITATION = Citation(
    n=1,
    article_id="hafen",
    title="Der Hafen",
    published="2023-09",
    language="de",
    source="Küstenbote",
    quote="Er hebt viel.",
    start=10,
    end=23,
    also_in=["kopie-1", "kopie-2"],
)
BARE = Citation(n=2, article_id="b", title="Bridge", language="en", quote="It fell.", start=0, end=8)


def _answer(**fields: object) -> Answer:
    base = {"question": "?", "language": "de", "status": "answered", "text": "", "confidence": 1, "index": INFO}
    return Answer.model_validate(base | fields)


def test_an_answer_with_its_sources() -> None:
    sentence = AnswerSentence(text="Er hebt viel.", start=6, end=19, citations=[1], support="verbatim", score=1)
    answer = _answer(text="Dazu:\nEr hebt viel. [1]", sentences=[sentence], citations=[CITATION, BARE])
    assert answer_text(answer) == (
        "Dazu:\nEr hebt viel. [1]\n"
        "\n"
        "[1] Der Hafen (Küstenbote, 2023-09, DE)\n"
        "    hafen characters 10-23 (also in kopie-1, kopie-2)\n"
        "[2] Bridge (EN)\n"
        "    b characters 0-8"
    )


def test_a_refusal_shows_what_the_nearest_passages_say() -> None:
    long = CITATION.model_copy(update={"quote": "Wort\n" * 200, "also_in": []})
    text = answer_text(_answer(status="not_in_corpus", text="Nichts.", nearest=[long, BARE]))
    assert text.startswith("Nichts.\n\n[1] Der Hafen")
    assert "    Wort Wort" in text
    assert "…" in text
    assert "    It fell." in text
    assert max(map(len, text.splitlines())) <= WIDTH


def test_a_refusal_without_neighbours_is_its_text() -> None:
    assert answer_text(_answer(status="not_in_corpus", text="Nichts.")) == "Nichts."


def test_results() -> None:
    result = SearchResult(
        article_id="hafen", start=10, end=23, score=1.239, text="Er\nhebt  viel.", title="Der Hafen", language="de"
    )
    assert results_text([result, result]) == "\n\n".join(
        f" {rank}. Der Hafen (DE)  score 1.24\n    hafen characters 10-23\n    Er hebt viel." for rank in (1, 2)
    )


def test_no_results() -> None:
    assert results_text([]) == "Nothing fits."


def test_what_was_read_from_the_question_ends_the_answer() -> None:
    def line(**fields: object) -> str:
        base = {"use": "filter", "slack_days": 3, "now": "2023-09-20", "spans": []}
        return answer_text(_answer(text="Nichts.", interpreted=base | fields)).splitlines()[-1]

    end = " Take it back: --no-dates"
    assert line(**{"from": "2023-09-19", "to": "2023-09-19"}) == (
        f"Read from the question: only 2023-09-19 to 2023-09-19 (and 3 days more).{end}"
    )
    assert line(**{"from": "2023", "use": "preference", "slack_days": 0, "order": "newest"}) == (
        f"Read from the question: 2023 to today first, the newest first.{end}"
    )
    assert "nothing was published then" in line(to="2020", empty=True)
    assert "Read from" not in answer_text(_answer(text="Nichts."))


def test_a_models_answer_says_what_lacks_support_and_who_wrote_it() -> None:
    good = AnswerSentence(text="Er hebt viel.", start=0, end=13, citations=[1], support="supported", score=1)
    weak = AnswerSentence(
        text="Er kostet 5 Euro.",
        start=18,
        end=35,
        citations=[],
        support="unsupported",
        reasons=["5 Euro steht nicht in [1]", "Euro fehlt"],
        score=0,
    )
    answer = _answer(
        text="Er hebt viel. [1] Er kostet 5 Euro. (nicht belegt)",
        sentences=[good, weak],
        citations=[CITATION],
        mode="llm:llama3.1",
    )
    assert answer_text(answer).splitlines()[2] == (
        "Not supported: 'Er kostet 5 Euro.'. 5 Euro steht nicht in [1]; Euro fehlt"
    )
    assert answer_text(answer).endswith("Written by llama3.1, every sentence checked against its sources.")


def test_a_notice_ends_the_answer() -> None:
    answer = _answer(text="Nichts.", status="not_in_corpus", notice="Das Modell schweigt.")
    assert answer_text(answer) == "Nichts.\n\nNote: Das Modell schweigt."
