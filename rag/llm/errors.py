"""What can go wrong with a language model."""

from __future__ import annotations

from typing import Literal

from index.errors import FundstelleError

Failure = Literal[
    "unreachable", "slow", "too_slow", "denied", "unknown", "busy", "broken", "refused", "garbled", "cut_off", "empty",
    "too_long", "too_small",
]  # fmt: skip
"""unreachable: no connection. slow: no first word in time. too_slow: not done in time. denied: 401, 403. unknown: no
such model or address (404). busy: 429. broken: 5xx. refused: another 4xx. garbled: not the protocol. cut_off: the
connection ended within the reply. empty: no reply. too_long: the reply did not fit into its tokens. too_small: the
context holds no passage."""


class LlmError(FundstelleError):
    """The language model gave no usable reply.

    Attributes:
        failure: what kind of failure it is.
        after: seconds that the server asks to wait before the next try; None where it says nothing.
    """

    def __init__(self, failure: Failure, message: str, remedy: str = "", *, after: float | None = None) -> None:
        """Keep what kind of failure it is."""
        super().__init__(message, remedy)
        self.failure = failure
        self.after = after

    @property
    def worth_another_try(self) -> bool:
        """Whether the same request may succeed in a moment."""
        return self.failure in ("unreachable", "busy", "broken")
