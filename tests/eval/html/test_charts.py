from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.html.charts import charts_html
from eval.html.curves import recall_curves
from eval.html.histogram import bars, latency_chart
from eval.html.recall_curve import recall_chart
from eval.html.reliability import reliability_chart
from eval.metrics.calibration import Outcome, calibration
from eval.runs.record import QuestionRecord
from eval.summary.report import Report

TEXT = "{http://www.w3.org/2000/svg}text"


def labels(svg: str) -> list[str]:
    return [node.text or "" for node in ET.fromstring(svg).iter("text")]


@given(st.lists(st.floats(0, 60_000), min_size=1, max_size=200))
def test_every_value_is_counted_once(values: list[float]) -> None:
    found = bars(values)
    assert sum(bar.n for bar in found) == len(values)
    for bar in found:
        assert bar.n == sum(bar.low <= value < bar.high for value in values) or bar.high - bar.low < 1e-3
    assert all(one.high == pytest.approx(two.low) for one, two in pairwise(found))


def test_the_histogram_says_median_and_late() -> None:
    svg = latency_chart("latency", "Time", [100, 110, 120, 400])
    assert {"p50 110 ms", "p95 400 ms", "milliseconds", "questions"} <= set(labels(svg))
    assert "100 to" in svg
    assert latency_chart("latency", "Time", []) == ""


def test_lines_differ_without_colour_and_are_named() -> None:
    svg = recall_chart({"de>de": [0.5, 0.9], "en>en": [0.6, 1.0], "de>en": [0.4, 0.8], "en>de": [0.4, 0.8]})
    assert {"de>de", "en>en", "de>en", "en>de"} <= set(labels(svg))
    shapes = {number: set(re.findall(rf'<(\w+)[^>]*class="series series-{number}"', svg)) for number in range(4)}
    assert shapes == {0: {"circle"}, 1: {"rect"}, 2: {"polygon"}, 3: {"polygon"}}
    assert "0.900 at 2" in svg
    assert recall_chart({}) == ""


def test_labels_at_the_ends_do_not_touch() -> None:
    svg = recall_chart({name: [0.5, 0.9] for name in ("de>de", "en>en", "de>en", "en>de")})
    places = [
        float(node.attrib["y"]) for node in ET.fromstring(svg).iter("text") if node.attrib.get("class") == "label"
    ]
    assert len(places) == 4
    assert min(b - a for a, b in pairwise(places)) >= 12


def test_the_recall_curve_agrees_with_the_metric(records: list[QuestionRecord]) -> None:
    assert recall_curves(records) == {"de>de": [0.5, *[1.0] * 9]}


def test_the_reliability_diagram_counts_and_states_the_error() -> None:
    found = calibration([Outcome(0.9, True), Outcome(0.9, False), Outcome(0.3, False)])
    svg = reliability_chart("reliability", "Reliability", "right answers", found)
    assert {"2", "1", f"ECE {found.ece:.3f}", "confidence", "share of right answers"} <= set(labels(svg))
    assert "2 questions with confidence 0.90: 0.50" in svg
    assert reliability_chart("r", "R", "s", calibration([])) == ""


def test_every_chart_has_its_figures_as_a_table(report: Report) -> None:
    html = charts_html(report)
    assert html.count("<figure>") == html.count("<svg") == html.count("Figures of this chart") == 4
    names = re.findall(r'aria-labelledby="([^"]+)"', html)
    assert len(set(names)) == 4
