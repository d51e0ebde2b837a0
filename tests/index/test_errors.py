from __future__ import annotations

import pytest

from index.errors import (
    DamagedIndexError,
    FundstelleError,
    IncompatibleIndexError,
    LockedError,
    ModelError,
    NoIndexError,
    SourceError,
    UnknownArticleError,
    UsageError,
)


def test_an_error_says_what_happened_and_then_what_to_do() -> None:
    assert str(FundstelleError("the sky fell.", "Look up.")) == "the sky fell. Look up."
    assert str(FundstelleError("the sky fell.")) == "the sky fell."


def test_a_source_error_keeps_place_and_reason_apart() -> None:
    error = SourceError("news.jsonl:12", "'text' is missing", "Write it.")
    assert (error.place, error.reason, error.remedy) == ("news.jsonl:12", "'text' is missing", "Write it.")
    assert str(error) == "news.jsonl:12: 'text' is missing. Write it."


@pytest.mark.parametrize(
    ("error", "exit_code", "retryable"),
    [
        (FundstelleError, 1, False),
        (UsageError, 2, False),
        (NoIndexError, 1, False),
        (IncompatibleIndexError, 1, False),
        (DamagedIndexError, 1, False),
        (LockedError, 1, True),
        (ModelError, 1, False),
        (UnknownArticleError, 1, False),
    ],
)
def test_exit_codes(error: type[FundstelleError], exit_code: int, retryable: bool) -> None:
    assert issubclass(error, FundstelleError)
    assert (error.exit_code, error.retryable) == (exit_code, retryable)
