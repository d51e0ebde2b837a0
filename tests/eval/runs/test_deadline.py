from __future__ import annotations

import threading
import time

import pytest

from eval.runs.deadline import DeadlineError, settle, within


def test_what_is_done_in_time_is_returned() -> None:
    assert within(60, lambda: 7) == 7
    assert within(None, lambda: 7) == 7


@pytest.mark.parametrize("seconds", [None, 60.0])
def test_errors_are_those_of_the_action(seconds: float | None) -> None:
    with pytest.raises(ZeroDivisionError):
        within(seconds, lambda: 1 // 0)


def test_what_takes_too_long_is_given_up() -> None:
    gate = threading.Event()
    with pytest.raises(DeadlineError, match=r"within 0\.05 s.*--timeout"):
        within(0.05, gate.wait)
    gate.set()


def test_the_end_waits_for_what_was_given_up_on() -> None:
    done: list[int] = []

    def slow() -> None:
        time.sleep(0.3)
        done.append(1)

    with pytest.raises(DeadlineError):
        within(0.01, slow)
    assert done == []
    settle()
    assert done == [1]


def test_the_end_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.runs.deadline.GRACE", 0.05)
    gate = threading.Event()
    with pytest.raises(DeadlineError):
        within(0.01, gate.wait)
    settle()
    gate.set()
