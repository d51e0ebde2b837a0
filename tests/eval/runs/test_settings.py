from __future__ import annotations

from typing import Any

import pytest

from eval.runs.settings import Settings
from index.errors import UsageError


@pytest.mark.parametrize(
    ("wrong", "option"),
    [({"k": 9}, "-k"), ({"jobs": 0}, "--jobs"), ({"timeout": 0.0}, "--timeout"), ({"timeout": -1.0}, "--timeout")],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, Any], option: str) -> None:
    with pytest.raises(UsageError, match=option):
        Settings(**wrong)


def test_what_makes_sense_is_kept() -> None:
    assert Settings(k=10, jobs=1, timeout=None) == Settings()
