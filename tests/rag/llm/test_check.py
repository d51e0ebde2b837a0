from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from rag.llm.check import check_model_server
from rag.llm.errors import LlmError
from rag.llm.model import ChatModel

MakeModel = Callable[..., ChatModel]


@pytest.mark.parametrize(
    ("script", "name"),
    [({}, "scripted"), ({"models_status": 404}, "anything"), ({"models": ["x", "llama3.1:latest"]}, "llama3.1")],
)
def test_a_model_that_answers_is_well(
    scripted_llm: Any, make_model: MakeModel, script: dict[str, Any], name: str
) -> None:
    scripted_llm.says("Ja.", **script)
    model = replace(make_model(scripted_llm.url, key="sk-very-secret"), name=name)
    seen = check_model_server(model)
    assert seen.startswith(f"{name} at {scripted_llm.url} answered 'Ja.' in ")
    assert "sk-very-secret" not in seen
    assert len(scripted_llm.requests()) == 1


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ({"models": ["a", "b"]}, "does not know scripted; it has: a, b"),
        ({"models": []}, "it has: none"),
        ({"models_status": 401}, "401"),
        ({"statuses": [500]}, "500"),
        ({"cut_after": 0}, "broke off"),
    ],
)
def test_what_is_wrong_is_said_with_a_remedy(
    scripted_llm: Any, make_model: MakeModel, script: dict[str, Any], words: str
) -> None:
    scripted_llm.says("Ja.", **script)
    with pytest.raises(LlmError, match=words) as caught:
        check_model_server(make_model(scripted_llm.url, retries=3, key="sk-very-secret"))
    assert caught.value.remedy
    assert "sk-very-secret" not in str(caught.value)
    assert len(scripted_llm.requests()) <= 1, "a test is made once"


def test_no_server_is_said(make_model: MakeModel) -> None:
    with pytest.raises(LlmError, match="there is no language model at"):
        check_model_server(make_model())
