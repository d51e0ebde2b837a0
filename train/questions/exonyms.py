"""Places that German and English spell differently."""

from __future__ import annotations

from train.exonyms import by_hand

_OTHER: dict[str, set[str]] = {}
for _pair in by_hand():
    _names = [name.lower() for name in _pair]
    for _name in _names:
        _OTHER.setdefault(_name, set()).update(_names)


def spellings(name: str) -> frozenset[str]:
    """The spellings of a lower-case place name in both languages; empty for a name that is not in the list."""
    return frozenset(_OTHER.get(name, ()))
