"""Names of the same things, gathered pair by pair."""

from __future__ import annotations

from index.keywords.exonyms import JOINT


class Groups:
    """Things with their English and German keys; a key names one thing."""

    def __init__(self) -> None:
        """Start without any."""
        self._english: dict[str, int] = {}
        self._german: dict[str, int] = {}
        self._count = 0

    def join(self, english: str, german: str) -> None:
        """Take a pair at its word: what either side named before is the same thing from now on."""
        known = {self._english.get(english), self._german.get(german)} - {None}
        self._count += 1
        for table in (self._english, self._german):
            for key, number in table.items():
                if number in known:
                    table[key] = self._count
        self._english[english] = self._german[german] = self._count

    def add(self, english: str, german: str) -> None:
        """Take a pair that nobody vouches for: another name at most for a thing, never two things made one."""
        one, other = self._english.get(english), self._german.get(german)
        # A name of several words that is known has its counterpart already: the second is of something else.
        known = [number for number in (one, other) if number is not None]
        if len(known) == 2 or (known and JOINT in english + german):
            return
        self._count += 1
        self._english[english] = self._german[german] = one or other or self._count

    def table(self) -> str:
        """A line a thing: English keys, a tab, German keys, apart by spaces; the first English key names it."""
        sides: dict[int, tuple[list[str], list[str]]] = {}
        for place, table in enumerate((self._english, self._german)):
            for key, number in table.items():
                sides.setdefault(number, ([], []))[place].append(key)
        return "".join(f"{' '.join(english)}\t{' '.join(german)}\n" for english, german in sides.values())
