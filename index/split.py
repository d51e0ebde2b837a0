"""An article to its sentences and passages."""

from __future__ import annotations

from index.embedding import Embedder, TokenCounter
from index.models import Article, Sentence
from index.passages import CountTokens, make_passages
from index.sentences import sentence_kind, split_sentences, trim
from index.store.archive import SplitArticle

UNKNOWN_LIMIT = 256
CHARACTERS_A_TOKEN = 3


def split_article(article: Article, embedder: Embedder) -> SplitArticle:
    """Split an article into sentences, and those into passages that fit the embedder."""
    sentences = []
    for start, end in split_sentences(article.text, article.language):
        tight = trim(article.text, start, end)
        sentences.append(Sentence(start=tight[0], end=tight[1], kind=sentence_kind(article.text, start, end)))
    count, limit = _token_counter(embedder)
    return SplitArticle(article, sentences, make_passages(article, sentences, count, limit))


def _token_counter(embedder: Embedder) -> tuple[CountTokens, int]:
    """The embedder's own counter and limit; for one that does not tell, a cautious guess from the characters."""
    if isinstance(embedder, TokenCounter):
        return embedder.count_tokens, embedder.max_tokens
    return (lambda texts: [len(text) // CHARACTERS_A_TOKEN + 2 for text in texts]), UNKNOWN_LIMIT
