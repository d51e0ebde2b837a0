from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from eval.html.excerpts import excerpts
from eval.html.fragments import Fragment, fragments, joined
from eval.runs.record import Context, QuestionRecord
from index.models import Article

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8)


@given(st.text(min_size=80, max_size=80), SPANS)
def test_joined_fragments_are_the_text_and_do_not_touch(text: str, spans: list[tuple[int, int]]) -> None:
    parts = joined(Fragment(start, text[start : start + length]) for start, length in spans)
    assert all(part.text == text[part.start : part.end] for part in parts)
    assert all(one.end < two.start for one, two in pairwise(parts))
    covered = {place for part in parts for place in range(part.start, part.end)}
    assert covered == {place for start, length in spans for place in range(start, start + length)}


def test_records_alone_hold_what_stands_next_to_quotes(
    make_record: Callable[..., QuestionRecord], records: list[QuestionRecord]
) -> None:
    context = Context(stored="Der Kran hebt 60 Tonnen.", before="", after=" Er steht")
    record = records[0].model_copy(update={"contexts": [context], "results": []})
    evidence = Fragment(0, record.evidence[0])
    assert fragments([record])["hafen"] == {Fragment(0, "Der Kran hebt 60 Tonnen. Er steht"), evidence}
    kept = excerpts([record], lambda article_id: None)["hafen"]
    assert kept["pieces"] == [[0, "Der Kran hebt 60 Tonnen. Er steht"]]
    assert kept["whole"] is False
    assert kept["title"] == "Kran & Kai"


def test_the_archive_adds_the_whole_article(
    records: list[QuestionRecord], article_of: Callable[[str], Article | None]
) -> None:
    kept = excerpts(records, article_of)
    article = article_of("hafen")
    assert article is not None
    assert kept["hafen"]["pieces"] == [[0, article.text]]
    assert kept["hafen"]["whole"] is True
    assert kept["hafen"]["source"] == "Küstenbote"


def test_an_article_that_was_only_retrieved_is_not_kept_as_a_whole(
    records: list[QuestionRecord], article_of: Callable[[str], Article | None]
) -> None:
    kept = excerpts([records[1]], article_of)
    assert kept["zoo"]["whole"] is True
    assert kept["hafen"]["pieces"] == [[0, records[1].results[0].text]]


def test_an_article_that_has_changed_since_is_not_taken_from_the_archive(records: list[QuestionRecord]) -> None:
    changed = Article(id="hafen", title="Neu", text="Ganz anderer Text.", language="de")
    kept = excerpts([records[0]], lambda article_id: changed)["hafen"]
    assert kept["whole"] is False
    assert kept["pieces"] == [[0, records[0].results[0].text]]
