"""The errors a user can meet, each with the way out of it."""

from __future__ import annotations


class FundstelleError(Exception):
    """Base of every error that Fundstelle raises on purpose.

    Attributes:
        remedy: one sentence that says what the user can do; shown after the message.
        exit_code: what a command line process ends with (1 failed, 2 wrong usage).
        retryable: True when the same call may succeed later without a change.
    """

    exit_code = 1
    retryable = False

    def __init__(self, message: str, remedy: str = "") -> None:
        """Keep what happened and what to do about it."""
        super().__init__(message)
        self.remedy = remedy

    def __str__(self) -> str:
        """Say what happened, then how to mend it."""
        message = str(self.args[0])
        return f"{message} {self.remedy}".strip()


class UsageError(FundstelleError):
    """The call itself is wrong: a date that is none, an unknown option value, an empty question."""

    exit_code = 2


class SourceError(FundstelleError):
    """One file or record cannot become an article; the rest of the batch goes on.

    Args:
        place: the file, with the line or record number where there is one (`news.jsonl:12`).
        reason: what is wrong with it.
        remedy: how to mend it.
    """

    def __init__(self, place: str, reason: str, remedy: str) -> None:
        """Keep the place apart from the reason, so that reports can list both."""
        super().__init__(f"{place}: {reason}.", remedy)
        self.place = place
        self.reason = reason


class NoIndexError(FundstelleError):
    """There is no generation to read."""


class IncompatibleIndexError(FundstelleError):
    """The index was made by another schema or another embedding model."""


class DamagedIndexError(FundstelleError):
    """A generation is incomplete or its parts contradict each other."""


class LockedError(FundstelleError):
    """Another process is writing to the same data folder."""

    retryable = True


class ModelError(FundstelleError):
    """An embedding model cannot be found, exported or loaded."""


class UnknownArticleError(FundstelleError):
    """No article has this id in the current generation."""
