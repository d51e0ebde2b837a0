from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest

from index.models import Language
from rag.models import Filters, Interpreted
from ui.interpreted import interpreted_html


def _read(use: Literal["filter", "preference"] = "preference", **fields: Any) -> Interpreted:
    values: dict[str, Any] = {"from": "2023-05", "to": "2023-05", "slack_days": 0, "now": "2023-09-20", "spans": []}
    return Interpreted(use=use, **{**values, **fields})


@pytest.mark.parametrize(
    ("time", "language", "text"),
    [
        (_read(), "de", "Aus der Frage gelesen: Mai 2023 bevorzugt"),
        (_read(), "en", "Read from the question: May 2023 preferred"),
        (_read("filter"), "de", "Aus der Frage gelesen: nur Mai 2023"),
        (_read(to="2023-07"), "en", "Read from the question: from May 2023 until July 2023 preferred"),
        (_read(to=None), "de", "Aus der Frage gelesen: ab Mai 2023 bevorzugt"),
        (_read("preference", **{"from": None}), "de", "Aus der Frage gelesen: bis Mai 2023 bevorzugt"),
        (_read("filter", empty=True), "en", "Read from the question: May 2023; there is nothing from that time"),
        (_read(order="newest"), "de", "Aus der Frage gelesen: Mai 2023 bevorzugt · Neuestes zuerst"),
        (_read("preference", **{"from": None}, to=None, order="oldest"), "en", "Read from the question: oldest first"),
    ],
)
def test_what_was_read_is_said_with_a_button_that_takes_it_back(
    time: Interpreted, language: Language, text: str, read: Callable[[str], Any]
) -> None:
    tree = read(interpreted_html(time, Filters(), language))
    (line,) = tree.all("p", "fs-interpreted")
    (said,) = line.all("span")
    (button,) = line.all("button")
    assert said.text == text
    assert (button.attributes["data-action"], button.attributes["data-dates"]) == ("dates", "ignore")
    assert button.text


def test_what_was_taken_back_can_be_heeded_again(read: Callable[[str], Any]) -> None:
    tree = read(interpreted_html(None, Filters(dates="ignore"), "de"))
    (button,) = tree.all("button")
    assert button.attributes["data-dates"] == "read"
    assert "nicht beachtet" in tree.text


def test_nothing_read_is_not_mentioned() -> None:
    assert interpreted_html(None, Filters(), "de") == ""
