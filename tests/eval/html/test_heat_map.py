from __future__ import annotations

import re

from eval.html.breakdown import directions_html, groups_html
from eval.html.heat_map import Block, Cell, Column, Row, heat_colours, heat_map
from eval.summary.report import Report


def test_every_cell_says_its_value() -> None:
    rows = [Row("a_b", [Cell(0.5, (0.4, 0.61), "n = 3"), Cell(None)])]
    html = heat_map(
        "Metric by <direction>", "metric", [Column("de>de", "3 questions"), Column("x")], [Block("G", rows)]
    )
    assert "0.500" in html
    assert "0.40 to 0.61" in html
    assert "n = 3" in html
    assert "not applicable" in html
    assert "a_<wbr>b" in html
    assert "&lt;direction&gt;" in html
    assert 'scope="row"' in html
    assert 'scope="rowgroup"' in html


def test_every_colour_class_has_its_rule() -> None:
    html = heat_map("c", "m", [Column("x")], [Block("", [Row("r", [Cell(step / 97)]) for step in range(98)])])
    used = set(re.findall(r"heat-\d+", html))
    assert len(used) == 21
    assert used <= set(re.findall(r"heat-\d+", heat_colours()))


def test_all_directions_are_there_and_those_without_questions_say_so(report: Report) -> None:
    html = directions_html(report.metrics)
    for direction in ("de&gt;de", "en&gt;en", "de&gt;en", "en&gt;de"):
        assert direction in html
    assert "2 questions" in html
    assert "Recall@5" in html
    assert "not applicable" in html


def test_groups_are_by_answerability_and_type(report: Report) -> None:
    html = groups_html(report.metrics)
    assert "By answerability" in html
    assert "how_<wbr>much" in html
    assert "By tag" not in html
