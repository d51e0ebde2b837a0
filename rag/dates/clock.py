"""The day that it is: stated with the question, else by the environment, else the machine's."""

from __future__ import annotations

import os
from datetime import date

from index.errors import UsageError

VARIABLE = "FUNDSTELLE_NOW"


def day_of(stated: str | None) -> date:
    """Read a day, YYYY-MM-DD; None takes `$FUNDSTELLE_NOW`, else today.

    Raises:
        UsageError: it is no day.
    """
    written = stated or os.environ.get(VARIABLE)
    if not written:
        return date.today()
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        name = "now" if stated else f"${VARIABLE}"
        raise UsageError(f"{name}: {written!r} is no day ({error}).", "Write it as YYYY-MM-DD.") from error
