from __future__ import annotations

import pytest

from index.embedding.prompts import Prompts, declared_prompts, known_prompts

E5 = Prompts("query: ", "passage: ")
REPRESENT = Prompts("Represent this sentence for searching relevant passages: ", "")


@pytest.mark.parametrize(
    ("name", "prompts"),
    [
        ("intfloat/multilingual-e5-small", E5),
        ("intfloat/e5-large-v2", E5),
        ("multilingual-e5-base", E5),
        ("intfloat_multilingual-e5-large", E5),
        ("BAAI/bge-base-en-v1.5", REPRESENT),
        ("bge-small-en", REPRESENT),
        ("nomic-ai/nomic-embed-text-v1.5", Prompts("search_query: ", "search_document: ")),
        ("mixedbread-ai/deepset-mxbai-embed-de-large-v1", E5),
        ("mixedbread-ai/mxbai-embed-large-v1", REPRESENT),
        ("Snowflake/snowflake-arctic-embed-m-v1.5", REPRESENT),
        ("Snowflake/snowflake-arctic-embed-l-v2.0", Prompts("query: ", "")),
        ("WhereIsAI/UAE-Large-V1", REPRESENT),
        ("BAAI/bge-m3", Prompts()),
        ("sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2", Prompts()),
        ("someone/core5-small-talk", Prompts()),
    ],
)
def test_well_known_models_have_their_prompts(name: str, prompts: Prompts) -> None:
    assert known_prompts([name]) == prompts


def test_instruct_models_have_an_instruction_for_questions_only() -> None:
    query, passage = known_prompts(["intfloat/multilingual-e5-large-instruct"])
    assert query.startswith("Instruct: ")
    assert query.endswith("\nQuery: ")
    assert passage == ""


def test_the_first_name_that_is_known_counts() -> None:
    assert known_prompts(["my-copy", "multilingual-e5-small"]) == E5
    assert known_prompts([]) == Prompts()


@pytest.mark.parametrize(
    ("declared", "prompts"),
    [
        ({}, Prompts()),
        ({"query": "", "document": ""}, Prompts()),
        ({"query": "q: ", "document": "", "passage": "p: "}, Prompts("q: ", "p: ")),
        ({"document": "d: ", "passage": "p: "}, Prompts("", "d: ")),
        ({"query": "q: ", "corpus": "c: ", "sts": "s: "}, Prompts("q: ", "c: ")),
    ],
)
def test_declared_prompts_are_found_by_the_librarys_names(declared: dict[str, str], prompts: Prompts) -> None:
    assert declared_prompts(declared) == prompts
