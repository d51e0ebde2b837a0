"""Which language model is asked, and how much of its time is waited for: from the environment or from code."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal, TypeVar
from urllib.parse import SplitResult, urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from index.errors import UsageError

OnUnsupported = Literal["mark", "drop", "retry"]

VARIABLE = "FUNDSTELLE_LLM"
EXAMPLE = f'For example: {VARIABLE}="http://localhost:11434/v1#llama3.1"'
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class _Settings(BaseModel):
    # Inputs stay out of error messages: one of them may be the key.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


Kind = TypeVar("Kind", bound=_Settings)


class LlmServer(_Settings):
    """A server that speaks the OpenAI protocol: Ollama, llama.cpp, vLLM, or a hosted one."""

    url: str = Field(description="base URL; the path /v1 is added where there is none")
    model: str = Field(min_length=1, max_length=200, description="the model's name, as the server knows it")
    key: SecretStr | None = Field(default=None, repr=False, description="sent as Bearer token; None: none is sent")
    context_tokens: int = Field(default=4096, ge=1024, description="what prompt and reply may take together")

    @field_validator("url")
    @classmethod
    def _checked(cls, url: str) -> str:
        parts = _split(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("no address of a server; it begins with http:// or https://")
        if parts.username or parts.password:
            raise ValueError("a URL with a password in it; the key belongs into FUNDSTELLE_LLM_KEY")
        if parts.query or parts.fragment:
            raise ValueError("a base URL ends with its path")
        path = parts.path.rstrip("/") or "/v1"
        return f"{parts.scheme}://{parts.netloc}{path}"

    @property
    def local(self) -> bool:
        """Whether the server runs on this machine."""
        return urlsplit(self.url).hostname in LOOPBACK


class LlmLimits(_Settings):
    """How long a model is waited for, how much it may write, and what happens to what it cannot prove."""

    answer_tokens: int = Field(default=512, ge=32, description="the longest reply")
    connect_timeout: float = Field(default=5.0, gt=0, description="seconds until the server takes the connection")
    first_timeout: float = Field(default=90.0, gt=0, description="seconds until the first word")
    timeout: float = Field(default=240.0, gt=0, description="seconds until the last word, all tries together")
    retries: int = Field(default=2, ge=0, le=10, description="further tries after 429, 5xx or no connection")
    on_unsupported: OnUnsupported = Field(default="mark", description="what becomes of sentences that lack support")


_LIMITS = {
    "answer_tokens": "FUNDSTELLE_LLM_ANSWER_TOKENS",
    "first_timeout": "FUNDSTELLE_LLM_FIRST_TIMEOUT",
    "timeout": "FUNDSTELLE_LLM_TIMEOUT",
    "retries": "FUNDSTELLE_LLM_RETRIES",
    "on_unsupported": "FUNDSTELLE_LLM_ON_UNSUPPORTED",
}
_SERVER = {
    "url": "FUNDSTELLE_LLM_URL",
    "model": "FUNDSTELLE_LLM_MODEL",
    "key": "FUNDSTELLE_LLM_KEY",
    "context_tokens": "FUNDSTELLE_LLM_CONTEXT",
}
VARIABLES = (VARIABLE, *_SERVER.values(), *_LIMITS.values())


def server_from_environment(environment: Mapping[str, str] = os.environ) -> LlmServer | None:
    """The server that the environment names; None when it names none.

    `FUNDSTELLE_LLM` holds URL and model as `URL#MODEL`; the other way is `FUNDSTELLE_LLM_URL` with
    `FUNDSTELLE_LLM_MODEL`. `FUNDSTELLE_LLM_KEY` is the key, `FUNDSTELLE_LLM_CONTEXT` the context in tokens.

    Raises:
        UsageError: half of it is missing, both ways are used, or a value is wrong.
    """
    given = {field: environment[name] for field, name in _SERVER.items() if environment.get(name)}
    combined = environment.get(VARIABLE, "")
    if combined:
        if "url" in given or "model" in given:
            message = f"{VARIABLE} and {_SERVER['url']} or {_SERVER['model']} are set."
            raise UsageError(message, "Unset one of them.")
        given["url"], hash_sign, given["model"] = combined.partition("#")
        if not hash_sign or not given["model"]:
            raise UsageError(f"{VARIABLE} names no model.", f"Write URL#MODEL. {EXAMPLE}")
    if not {"url", "model"} & set(given):
        return None
    for field in ("url", "model"):
        if field not in given:
            raise UsageError(f"{_SERVER[field]} is not set.", EXAMPLE)
    return _validated(LlmServer, given, {**_SERVER, "url": VARIABLE if combined else _SERVER["url"]})


def limits_from_environment(environment: Mapping[str, str] = os.environ) -> LlmLimits:
    """The limits that the environment sets, the others at their defaults.

    Raises:
        UsageError: a value is wrong.
    """
    given = {field: environment[name] for field, name in _LIMITS.items() if environment.get(name)}
    return _validated(LlmLimits, given, _LIMITS)


def _validated(kind: type[Kind], given: Mapping[str, str], names: Mapping[str, str]) -> Kind:
    """The settings made of these values; a wrong one is named by its variable."""
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        name = names.get(str(first["loc"][0]), str(first["loc"][0]))
        raise UsageError(f"{name}: {first['msg'].removeprefix('Value error, ')}.", EXAMPLE) from None


def _split(url: str) -> SplitResult:
    parts = urlsplit(url.strip())
    if parts.port == 0:  # reading it raises ValueError where it is no number
        raise ValueError("a URL with the port 0")
    return parts
