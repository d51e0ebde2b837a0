"""Passages and quotes as LlamaIndex nodes."""

from __future__ import annotations

from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

from rag.models import Citation, SearchResult

METADATA = ("article_id", "title", "published", "language", "source", "url", "also_in")
FOR_PROGRAMS = ("article_id", "url", "also_in")


def passage_node(result: SearchResult) -> TextNode:
    """A ranked passage: `start_char_idx` and `end_char_idx` are its span in the article."""
    return _node(result.text, result.start, result.end, result)


def quote_node(citation: Citation) -> TextNode:
    """A cited quote with its span in the article."""
    return _node(citation.quote, citation.start, citation.end, citation)


def _node(text: str, start: int, end: int, about: SearchResult | Citation) -> TextNode:
    """A node of an article's span, whose source is the article; a model is shown what is known, not what is for us."""
    metadata = about.model_dump(include=set(METADATA))
    return TextNode(
        id_=f"{about.article_id}:{start}-{end}",
        text=text,
        start_char_idx=start,
        end_char_idx=end,
        metadata={name: metadata[name] for name in METADATA},
        excluded_embed_metadata_keys=list(METADATA),
        excluded_llm_metadata_keys=[n for n in METADATA if n in FOR_PROGRAMS or metadata[n] is None],
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=about.article_id)},
    )
