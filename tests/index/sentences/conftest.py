"""Reads the case lists, so that each line is a test of its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

CASES = Path(__file__).parent / "cases"
BOUNDARY, NEWLINE = "⏐", "⏎"


class Case(NamedTuple):
    category: str
    language: str
    text: str
    marks: list[int]


def unescape(written: str, marks: str) -> tuple[str, list[int]]:
    """The text of a case and the offsets of its marks in it."""
    written = re.sub(r"\{([0-9A-F]{4,5})\}", lambda match: chr(int(match[1], 16)), written.replace(NEWLINE, "\n"))
    offsets, length = [], 0
    for piece in re.split(f"[{marks}]", written)[:-1]:
        length += len(piece)
        offsets.append(length)
    return re.sub(f"[{marks}]", "", written), offsets


def read_cases(path: Path, marks: str) -> list[Case]:
    """The cases of a file, in order; lines that start with # are comments."""
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            category, language, written = line.split(" ", 2)
            cases.append(Case(category, language, *unescape(written, marks)))
    return cases


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a line: `boundary_case` over all files but kinds.txt, `kind_case` over kinds.txt."""
    if "boundary_case" in metafunc.fixturenames:
        numbered = [
            (f"{path.stem}-{case.category}-{number}", case)
            for path in sorted(CASES.glob("*.txt"))
            if path.stem != "kinds"
            for number, case in enumerate(read_cases(path, BOUNDARY), 1)
        ]
        metafunc.parametrize("boundary_case", [case for _, case in numbered], ids=[name for name, _ in numbered])
    if "kind_case" in metafunc.fixturenames:
        kinds = read_cases(CASES / "kinds.txt", "⟦⟧")
        metafunc.parametrize("kind_case", kinds, ids=[f"{case.category}-{n}" for n, case in enumerate(kinds, 1)])
