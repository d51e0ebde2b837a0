from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from llama_index.core import Response
from llama_index.core.callbacks import CallbackManager, CBEventType, LlamaDebugHandler
from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.response_synthesizers import ResponseMode, get_response_synthesizer
from llama_index.core.schema import MetadataMode, NodeWithScore, QueryBundle, TextNode
from llama_index.core.tools import RetrieverTool
from llama_index.core.vector_stores import FilterOperator, MetadataFilter, MetadataFilters

from index.embedding import Embedder
from index.errors import UsageError
from rag import Answer, Fundstelle

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"


def _check_nodes(archive: Fundstelle, nodes: list[NodeWithScore]) -> None:
    """Every node is an exact span of the article that its id and its metadata name."""
    assert nodes
    for found in nodes:
        node = found.node
        assert isinstance(node, TextNode)
        article = archive.article(node.metadata["article_id"])
        assert node.start_char_idx is not None
        assert node.end_char_idx is not None
        assert article.text[node.start_char_idx : node.end_char_idx] == node.text
        assert node.ref_doc_id == article.id
        assert node.node_id == f"{article.id}:{node.start_char_idx}-{node.end_char_idx}"
        for name in ("title", "published", "language", "source", "url"):
            assert node.metadata[name] == getattr(article, name)
    assert len({found.node.node_id for found in nodes}) == len(nodes)


def _places(nodes: list[NodeWithScore]) -> list[tuple[str, float | None]]:
    return [(node.node.node_id, node.score) for node in nodes]


def test_a_retriever_gives_what_search_gives(facts: Fundstelle) -> None:
    nodes = facts.as_retriever(k=4).retrieve(QUESTION)
    _check_nodes(facts, nodes)
    expected = [(f"{r.article_id}:{r.start}-{r.end}", r.score) for r in facts.search(QUESTION, 4)]
    assert _places(nodes) == expected
    assert _places(facts.as_retriever(4).retrieve(QueryBundle(QUESTION))) == expected


def test_a_retriever_works_in_an_event_loop(facts: Fundstelle) -> None:
    retriever = facts.as_retriever(k=3)

    async def both() -> tuple[list[NodeWithScore], list[NodeWithScore]]:
        one, other = await asyncio.gather(retriever.aretrieve(QUESTION), retriever.aretrieve("Wie heißt der Panda?"))
        return one, other

    one, other = asyncio.run(both())
    assert _places(one) == _places(retriever.retrieve(QUESTION))
    assert _places(other) == _places(retriever.retrieve("Wie heißt der Panda?"))


def test_filters_are_those_of_the_library(facts: Fundstelle) -> None:
    nodes = facts.as_retriever(k=10, languages=["en"], date_to="2023").retrieve(QUESTION)
    assert {node.node.metadata["article_id"] for node in nodes} == {"en-crane"}
    response = facts.as_query_engine(sources=["Harbour Post"]).query(QUESTION)
    assert {node.node.metadata["source"] for node in response.source_nodes} == {"Harbour Post"}


def test_a_wrong_question_raises_our_error(facts: Fundstelle) -> None:
    with pytest.raises(UsageError):
        facts.as_retriever().retrieve(" ")
    with pytest.raises(UsageError):
        facts.as_query_engine().query("x" * 2001)


@pytest.mark.parametrize("mode", [ResponseMode.COMPACT, ResponseMode.TREE_SUMMARIZE])
def test_inside_llamaindexs_own_query_engine(facts: Fundstelle, mode: ResponseMode) -> None:
    synthesizer = get_response_synthesizer(llm=MockLLM(), response_mode=mode)
    engine = RetrieverQueryEngine(retriever=facts.as_retriever(k=2), response_synthesizer=synthesizer)
    response = engine.query(QUESTION)
    _check_nodes(facts, response.source_nodes)
    assert _places(response.source_nodes) == _places(facts.as_retriever(k=2).retrieve(QUESTION))
    # MockLLM answers with its prompt: the passages have reached it.
    assert "60.000 Kilogramm" in str(response)
    later = asyncio.run(engine.aquery(QUESTION))
    assert _places(later.source_nodes) == _places(response.source_nodes)


def test_what_a_model_is_shown_of_a_node(facts: Fundstelle) -> None:
    node = facts.as_retriever(k=1).retrieve(QUESTION)[0].node
    shown = node.get_content(MetadataMode.LLM)
    assert "Küstenbote" in shown
    assert "2023-09-14" in shown
    assert "example.org" not in shown
    assert node.get_content(MetadataMode.EMBED).strip() == node.get_content(MetadataMode.NONE)


def test_a_query_engine_carries_the_whole_answer(facts: Fundstelle) -> None:
    response = facts.as_query_engine().query(QUESTION)
    assert isinstance(response, Response)
    assert response.metadata is not None
    answer = Answer.model_validate(response.metadata["answer"])
    expected = facts.ask(QUESTION)
    assert answer.model_copy(update={"timings_ms": {}}) == expected.model_copy(update={"timings_ms": {}})
    assert str(response) == expected.text
    _check_nodes(facts, response.source_nodes)
    assert [node.node.get_content() for node in response.source_nodes] == [c.quote for c in expected.citations]


def test_a_query_engine_works_in_an_event_loop(facts: Fundstelle) -> None:
    engine = facts.as_query_engine()
    assert str(asyncio.run(engine.aquery(QUESTION))) == str(engine.query(QUESTION))


def test_a_refusal_has_no_source_nodes(facts: Fundstelle) -> None:
    facts.threshold = 1.0
    response = facts.as_query_engine().query(QUESTION)
    assert response.source_nodes == []
    assert response.metadata is not None
    assert response.metadata["answer"]["status"] == "not_in_corpus"
    assert response.metadata["answer"]["nearest"]


def test_a_query_engine_has_no_prompts_to_change(facts: Fundstelle) -> None:
    assert facts.as_query_engine().get_prompts() == {}


def test_the_number_of_nodes_by_either_name(facts: Fundstelle) -> None:
    assert len(facts.as_retriever().retrieve(QUESTION)) > 2
    assert len(facts.as_retriever(k=2).retrieve(QUESTION)) == 2
    retriever = facts.as_retriever(k=9, similarity_top_k=1)
    assert len(retriever.retrieve(QUESTION)) == 1
    with pytest.raises(UsageError):
        facts.as_retriever(similarity_top_k=0).retrieve(QUESTION)


def test_llamaindexs_filters(facts: Fundstelle) -> None:
    filters = MetadataFilters(
        filters=[
            MetadataFilter(key="language", value="de"),
            MetadataFilter(key="published", value="2024-01-03", operator=FilterOperator.GTE),
        ]
    )
    nodes = facts.as_retriever(filters=filters).retrieve(QUESTION)
    assert {node.node.metadata["article_id"] for node in nodes} == {"de-brand-update", "de-panda"}
    response = facts.as_query_engine(filters=filters).query(QUESTION)
    assert {node.node.metadata["article_id"] for node in response.source_nodes} <= {"de-brand-update", "de-panda"}


def test_a_wrong_filter_is_told_at_once(facts: Fundstelle) -> None:
    with pytest.raises(UsageError, match="YYYY"):
        facts.as_retriever(date_from="gestern")
    with pytest.raises(UsageError, match="filtered by title"):
        facts.as_query_engine(filters=MetadataFilters(filters=[MetadataFilter(key="title", value="x")]))


def test_custom_strings_stand_for_the_meaning(facts: Fundstelle) -> None:
    """As in HyDE: the vector is that of the texts given, the keywords stay those of the question."""
    retriever = facts.as_retriever(k=10)
    plain = retriever.retrieve("Nachrichten aus dem Norden?")
    texts = ["A cub of the red panda was born.", "Der Zoo freut sich über einen kleinen Panda."]
    moved = retriever.retrieve(QueryBundle("Nachrichten aus dem Norden?", custom_embedding_strs=texts))
    pandas = {"de-panda", "en-panda"}
    assert plain[0].node.metadata["article_id"] not in pandas
    assert moved[0].node.metadata["article_id"] in pandas


def test_a_foreign_embedding_is_not_used(facts: Fundstelle) -> None:
    retriever = facts.as_retriever(k=3)
    bundle = QueryBundle(QUESTION, embedding=[1.0, 0.0])
    assert _places(retriever.retrieve(bundle)) == _places(retriever.retrieve(QUESTION))


def test_callbacks_are_told(facts: Fundstelle) -> None:
    handler = LlamaDebugHandler(print_trace_on_end=False)
    nodes = facts.as_retriever(k=2, callback_manager=CallbackManager([handler])).retrieve(QUESTION)
    ((begin, end),) = handler.get_event_pairs(CBEventType.RETRIEVE)
    assert begin.payload is not None
    assert end.payload is not None
    assert begin.payload["query_str"] == QUESTION
    assert _places(end.payload["nodes"]) == _places(nodes)


def test_copies_are_named_in_a_node(make_archive: Callable[..., Path], hashing: Embedder) -> None:
    text = "Bei dem Brand einer Lagerhalle im Hafen von Emden sind laut Feuerwehr elf Menschen verletzt worden."
    data = make_archive([{"id": name, "title": "Brand", "language": "de", "text": text} for name in ("one", "two")])
    with Fundstelle.open(data, embedder=hashing) as archive:
        (found,) = archive.as_retriever().retrieve("Wie viele Menschen wurden bei dem Brand verletzt?")
    assert (found.node.metadata["article_id"], found.node.metadata["also_in"]) == ("one", ["two"])
    assert "two" not in found.node.get_content(MetadataMode.LLM)


def test_what_is_not_known_is_not_shown(facts: Fundstelle) -> None:
    nodes = facts.as_retriever(k=10).retrieve("Who is the engineer of the bridge in Whitby?")
    node = next(node.node for node in nodes if node.node.metadata["article_id"] == "en-bridge")
    assert node.metadata["published"] is None
    assert "None" not in node.get_content(MetadataMode.LLM)


def test_a_tools_own_words_are_not_searched_for(facts: Fundstelle) -> None:
    """LlamaIndex's tool asks for "input is ..." when an agent calls it by the name of its argument."""
    retriever = facts.as_retriever(k=5)
    output = RetrieverTool.from_defaults(retriever).call(input="Kran Husum")
    assert _places(output.raw_output) == _places(retriever.retrieve("Kran Husum"))
