from __future__ import annotations

import pytest

from index.errors import UsageError
from rag.llm.model import chosen_model
from rag.llm.settings import LlmLimits, LlmServer, limits_from_environment, server_from_environment

OLLAMA = "http://localhost:11434/v1"


def test_nothing_set_is_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    assert server_from_environment({}) is None
    assert chosen_model(None) is None
    assert chosen_model(False) is None
    with pytest.raises(UsageError, match="no language model is configured"):
        chosen_model(True)
    monkeypatch.setenv("FUNDSTELLE_LLM", f"{OLLAMA}#llama3.1")
    chosen = chosen_model(None)
    assert chosen is not None
    assert chosen.name == "llama3.1"
    assert chosen_model(False) is None


@pytest.mark.parametrize(
    ("environment", "url", "model"),
    [
        ({"FUNDSTELLE_LLM": f"{OLLAMA}#llama3.1:8b"}, OLLAMA, "llama3.1:8b"),
        ({"FUNDSTELLE_LLM": f"{OLLAMA}/#org/model"}, OLLAMA, "org/model"),
        ({"FUNDSTELLE_LLM": "http://127.0.0.1:8080#m"}, "http://127.0.0.1:8080/v1", "m"),
        ({"FUNDSTELLE_LLM_URL": "https://api.example/x/", "FUNDSTELLE_LLM_MODEL": "m"}, "https://api.example/x", "m"),
    ],
)
def test_one_setting_or_two(environment: dict[str, str], url: str, model: str) -> None:
    server = server_from_environment(environment)
    assert server is not None
    assert (server.url, server.model, server.key) == (url, model, None)


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"FUNDSTELLE_LLM": OLLAMA}, "FUNDSTELLE_LLM names no model"),
        ({"FUNDSTELLE_LLM": f"{OLLAMA}#"}, "FUNDSTELLE_LLM names no model"),
        ({"FUNDSTELLE_LLM": "localhost:11434#m"}, "FUNDSTELLE_LLM: no address of a server"),
        ({"FUNDSTELLE_LLM": "ftp://a#m"}, "FUNDSTELLE_LLM: no address of a server"),
        ({"FUNDSTELLE_LLM": "http://a:b@c/v1#m"}, "FUNDSTELLE_LLM_KEY"),
        ({"FUNDSTELLE_LLM": "http://a/v1?key=1#m"}, "ends with its path"),
        ({"FUNDSTELLE_LLM": "http://a:99999/v1#m"}, "FUNDSTELLE_LLM: "),
        ({"FUNDSTELLE_LLM_URL": OLLAMA}, "FUNDSTELLE_LLM_MODEL is not set"),
        ({"FUNDSTELLE_LLM_MODEL": "m"}, "FUNDSTELLE_LLM_URL is not set"),
        ({"FUNDSTELLE_LLM": f"{OLLAMA}#m", "FUNDSTELLE_LLM_MODEL": "n"}, "Unset one of them"),
        ({"FUNDSTELLE_LLM": f"{OLLAMA}#m", "FUNDSTELLE_LLM_CONTEXT": "few"}, "FUNDSTELLE_LLM_CONTEXT: "),
        ({"FUNDSTELLE_LLM": f"{OLLAMA}#m", "FUNDSTELLE_LLM_CONTEXT": "10"}, "FUNDSTELLE_LLM_CONTEXT: "),
    ],
)
def test_wrong_settings_are_named(environment: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        server_from_environment(environment)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FUNDSTELLE_LLM_TIMEOUT", "soon"),
        ("FUNDSTELLE_LLM_RETRIES", "-1"),
        ("FUNDSTELLE_LLM_ON_UNSUPPORTED", "hide"),
        ("FUNDSTELLE_LLM_ANSWER_TOKENS", "1"),
        ("FUNDSTELLE_LLM_FIRST_TIMEOUT", "0"),
    ],
)
def test_wrong_limits_are_named(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=name):
        limits_from_environment({name: value})


def test_limits_are_read() -> None:
    environment = {"FUNDSTELLE_LLM_TIMEOUT": "12.5", "FUNDSTELLE_LLM_ON_UNSUPPORTED": "drop"}
    limits = limits_from_environment(environment)
    assert (limits.timeout, limits.on_unsupported, limits.retries) == (12.5, "drop", LlmLimits().retries)


def test_the_key_comes_from_the_environment_and_is_never_shown() -> None:
    environment = {"FUNDSTELLE_LLM": f"{OLLAMA}#m", "FUNDSTELLE_LLM_KEY": "sk-secret-1"}
    server = server_from_environment(environment)
    assert server is not None
    assert server.key is not None
    assert server.key.get_secret_value() == "sk-secret-1"
    assert "sk-secret-1" not in f"{server!r} {server} {server.model_dump()} {server.model_dump_json()}"
    with pytest.raises(UsageError) as caught:
        server_from_environment(environment | {"FUNDSTELLE_LLM_CONTEXT": "x"})
    assert "sk-secret-1" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "local"),
    [(OLLAMA, True), ("http://[::1]:80/v1", True), ("http://127.0.0.1/v1", True), ("https://a.b", False)],
)
def test_which_servers_are_local(url: str, local: bool) -> None:
    assert LlmServer(url=url, model="m").local is local
