from __future__ import annotations

import pytest

from index.models import Article
from rag.models import Citation
from rag.verification import quote_is_exact

TEXT = "„Größe“: 😀 e\u0301 – elf Menschen. Ende."
ARTICLE = Article(id="a", title="A", text=TEXT, language="de")


def _citation(start: int, end: int, quote: str, highlight: tuple[int, int] | None = None, of: str = "a") -> Citation:
    return Citation(
        n=1, article_id=of, title="A", language="de", quote=quote, start=start, end=end, highlight=highlight
    )


def test_a_quote_is_exact_in_code_points() -> None:
    start = TEXT.index("elf")
    assert quote_is_exact(_citation(start, start + 3, "elf"), ARTICLE)
    in_bytes = len(TEXT[:start].encode())
    assert not quote_is_exact(_citation(in_bytes, in_bytes + 3, "elf"), ARTICLE)
    in_utf16 = len(TEXT[:start].encode("utf-16-le")) // 2
    assert not quote_is_exact(_citation(in_utf16, in_utf16 + 3, "elf"), ARTICLE)


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [(0, 7, "„Größe"), (1, 6, "Größe "), (0, 999, TEXT + " "), (0, 7, "„größe“"), (3, 3, "x")],
)
def test_any_other_text_is_not_exact(start: int, end: int, quote: str) -> None:
    assert not quote_is_exact(_citation(start, end, quote), ARTICLE)


def test_the_right_words_of_another_article_are_not_exact() -> None:
    assert quote_is_exact(_citation(0, 7, TEXT[:7]), ARTICLE)
    assert not quote_is_exact(_citation(0, 7, TEXT[:7], of="b"), ARTICLE)


@pytest.mark.parametrize(
    ("highlight", "exact"),
    [((1, 6), True), ((0, 7), True), (None, True), ((1, 8), False), ((3, 3), False), ((5, 2), False), ((-1, 3), False)],
)
def test_the_highlight_must_lie_within_the_quote(highlight: tuple[int, int] | None, exact: bool) -> None:
    assert quote_is_exact(_citation(0, 7, TEXT[:7], highlight), ARTICLE) is exact
