from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.models import Citation
from ui.highlight import quote_html


def test_the_answer_phrase_is_marked(make_citation: Callable[..., Citation]) -> None:
    citation = make_citation(quote="Der Kran hebt 60 Tonnen.", start=100, highlight=(114, 123))
    assert quote_html(citation) == "Der Kran hebt <mark>60 Tonnen</mark>."


def test_offsets_count_code_points(make_citation: Callable[..., Citation]) -> None:
    citation = make_citation(quote="😀😀 Größe: 7 €", start=5, highlight=(15, 18))
    assert quote_html(citation) == "😀😀 Größe: <mark>7 €</mark>"


def test_everything_is_escaped(make_citation: Callable[..., Citation]) -> None:
    citation = make_citation(quote='<b>&</b> "x" \'', start=0, highlight=(3, 4))
    assert quote_html(citation) == "&lt;b&gt;<mark>&amp;</mark>&lt;/b&gt; &quot;x&quot; &#x27;"


@pytest.mark.parametrize("highlight", [None, (10, 10), (0, 5), (90, 95)])
def test_nothing_is_marked_where_nothing_is_inside(
    make_citation: Callable[..., Citation], highlight: tuple[int, int] | None
) -> None:
    assert quote_html(make_citation(quote="Kran", start=10, highlight=highlight)) == "Kran"


@given(quote=st.text(max_size=40), start=st.integers(0, 30), place=st.tuples(st.integers(0, 90), st.integers(0, 90)))
def test_the_quote_is_always_whole(
    read: Callable[[str], Any],
    make_citation: Callable[..., Citation],
    quote: str,
    start: int,
    place: tuple[int, int],
) -> None:
    first, last = sorted(place)
    tree = read(quote_html(make_citation(quote=quote, start=start, highlight=(first, last))))
    assert tree.text == quote
    inside = quote[max(first - start, 0) : max(last - start, 0)]
    assert [mark.text for mark in tree.all("mark")] == ([inside] if inside else [])
