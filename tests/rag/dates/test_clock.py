from __future__ import annotations

from datetime import date

import pytest

from index.errors import UsageError
from rag.dates.clock import VARIABLE, day_of


def test_what_is_stated_wins_over_the_environment_and_that_over_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert abs((day_of(None) - date.today()).days) <= 1
    monkeypatch.setenv(VARIABLE, "2023-09-20")
    assert day_of(None) == date(2023, 9, 20)
    assert day_of("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize("wrong", ["2023-02-29", "2023", "gestern", "20.09.2023"])
def test_what_is_no_day_is_wrong_usage(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="now") as caught:
        day_of(wrong)
    assert "YYYY-MM-DD" in caught.value.remedy
    monkeypatch.setenv(VARIABLE, wrong)
    with pytest.raises(UsageError, match=VARIABLE):
        day_of(None)
