"""docs/gold.md tells the truth: its commands parse, its fields and formats are those that there are."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

from eval.gold_set import GoldQuestion
from eval.verbs.convert import SOURCES, TARGETS
from rag.cli.main import build_parser

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "gold.md").read_text(encoding="utf-8")


def test_every_command_line_is_understood() -> None:
    lines = re.findall(r"^\$ (fundstelle .+)$", PAGE, re.MULTILINE)
    assert len(lines) >= 7
    for line in lines:
        arguments = shlex.split(line)[1:]
        assert build_parser(arguments).parse_args(arguments).run


def test_the_example_is_a_gold_question() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert GoldQuestion.model_validate(json.loads(example)).answers == ("120 Gramm",)


def test_every_field_is_described() -> None:
    described = set(re.findall(r"`(\w+)`", PAGE))
    assert set(GoldQuestion.model_fields) <= described


def test_every_format_is_described() -> None:
    table = PAGE.split("## Formats")[1]
    for name in (*SOURCES, *TARGETS):
        assert f"`{name}`" in table, name
