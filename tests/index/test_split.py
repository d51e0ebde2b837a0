from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.embedding import OnnxEmbedder
from index.models import Article, Language
from index.passages import embedded_text
from index.sentences import sentence_kind, split_sentences
from index.split import CHARACTERS_A_TOKEN, UNKNOWN_LIMIT, split_article

if TYPE_CHECKING:
    from tests.index.conftest import HashingEmbedder

TEXT = (
    "## Neuer Kran\n\nHUSUM (kb) - Der Kran hebt am 14. September 60.000 kg. „Endlich“, sagte Dr. Petersen.\n\n"
    "- erster Punkt\n- zweiter Punkt\n"
)
FRAGMENTS = st.sampled_from(
    [
        "Der Kran hebt viel. ",
        "Dr. Petersen kam",
        "\n\n",
        "\n- ",
        "„Ja!“ ",
        "14. September ",
        "🏗️",
        " ",
        "\t",
        ".",
        "?",
        "x",
    ]
)


def test_sentences_are_those_of_the_splitter_without_the_white_space(
    hashing: HashingEmbedder, make_article: Callable[..., Article]
) -> None:
    split = split_article(make_article("a", TEXT), hashing)
    tiles = split_sentences(TEXT, "de")
    assert [TEXT[s.start : s.end] for s in split.sentences] == [TEXT[start:end].strip() for start, end in tiles]
    assert [s.kind for s in split.sentences] == [sentence_kind(TEXT, *tile) for tile in tiles]
    assert "Der Kran hebt am 14. September 60.000 kg." in TEXT[split.sentences[1].start : split.sentences[1].end]


def test_the_articles_language_decides(hashing: HashingEmbedder, make_article: Callable[..., Article]) -> None:
    text = "Er kam am 14. Mai kam sie."
    languages: tuple[Language, Language] = ("de", "en")
    german, english = (
        len(split_article(make_article("a", text, language=language), hashing).sentences) for language in languages
    )
    assert german == len(split_sentences(text, "de"))
    assert english == len(split_sentences(text, "en"))
    assert german != english


def test_passages_of_an_embedder_with_a_tokenizer_fit_it(
    embedder: OnnxEmbedder, make_article: Callable[..., Article]
) -> None:
    article = make_article("a", "Donaudampfschifffahrtsgesellschaft und Küstenschutzmaßnahmen kosten Geld. " * 60)
    split = split_article(article, embedder)
    texts = [embedded_text(article.title, article.text[p.start : p.end]) for p in split.passages]
    assert len(texts) > 1
    assert max(embedder.count_tokens(texts)) <= embedder.max_tokens


def test_without_a_tokenizer_passages_are_kept_short_by_their_characters(
    hashing: HashingEmbedder, make_article: Callable[..., Article]
) -> None:
    split = split_article(make_article("a", "Der Kran hebt viel. " * 200), hashing)
    lengths = [p.end - p.start for p in split.passages]
    assert len(lengths) > 1
    assert max(lengths) <= UNKNOWN_LIMIT * CHARACTERS_A_TOKEN


@given(st.lists(FRAGMENTS, min_size=1).map("".join).filter(str.strip))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_all_spans_are_tight_in_order_and_cover_all_that_is_visible(hashing: HashingEmbedder, text: str) -> None:
    split = split_article(Article(id="a", title="t", text=text, language="de"), hashing)
    position = 0
    for sentence in split.sentences:
        assert position <= sentence.start < sentence.end
        assert text[position : sentence.start].strip() == ""
        quote = text[sentence.start : sentence.end]
        assert quote == quote.strip()
        position = sentence.end
    assert text[position:].strip() == ""
    assert split.passages[0].start == split.sentences[0].start
    assert split.passages[-1].end == split.sentences[-1].end
    assert {p.start for p in split.passages} <= {s.start for s in split.sentences}
    assert {p.end for p in split.passages} <= {s.end for s in split.sentences}
