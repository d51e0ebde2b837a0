"""Which language the browser wants."""

from __future__ import annotations

from index.models import Language


def wanted_language(accept_language: str | None) -> Language:
    """The language to show the chat in.

    Args:
        accept_language: the header of that name (RFC 9110), as `de-AT,de;q=0.9,en;q=0.8`.

    Returns:
        German or English, whichever is wanted more; English when neither is named.
    """
    best: Language = "en"
    best_weight = 0.0
    for entry in (accept_language or "").split(","):
        tag, _, parameter = entry.partition(";")
        primary = tag.strip().lower().partition("-")[0]
        weight = _weight(parameter)
        if weight > best_weight and primary in ("de", "en"):
            best, best_weight = ("de" if primary == "de" else "en"), weight
    return best


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
