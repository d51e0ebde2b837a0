from __future__ import annotations

import threading

import pytest

from rag.cancellation import Cancellation, Cancelled


def test_what_is_announced_is_called_once() -> None:
    cancellation, calls = Cancellation(), []
    with cancellation.calling(lambda: calls.append("a")), cancellation.calling(lambda: calls.append("b")):
        before = cancellation.cancelled
        cancellation.cancel()
        cancellation.cancel()
    assert (before, cancellation.cancelled) == (False, True)
    assert calls == ["a", "b"]


def test_what_is_over_is_not_called() -> None:
    cancellation, calls = Cancellation(), []
    with cancellation.calling(lambda: calls.append("a")):
        pass
    cancellation.cancel()
    assert calls == []


def test_what_begins_too_late_is_called_at_once() -> None:
    cancellation, calls = Cancellation(), []
    cancellation.cancel()
    with cancellation.calling(lambda: calls.append("a")):
        assert calls == ["a"]


def test_sleeping_ends_when_called_off() -> None:
    cancellation = Cancellation()
    cancellation.sleep(0.0)
    threading.Timer(0.05, cancellation.cancel).start()
    with pytest.raises(Cancelled):
        cancellation.sleep(60.0)
