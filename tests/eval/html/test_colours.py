from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.html.colours import Colour, cividis, text_on


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((one.luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)


def parse(code: str) -> Colour:
    return Colour(*(int(code[place : place + 2], 16) for place in (1, 3, 5)))


def test_luminance_of_the_extremes() -> None:
    assert Colour(0, 0, 0).luminance == 0
    assert Colour(255, 255, 255).luminance == pytest.approx(1)
    assert contrast(Colour(0, 0, 0), Colour(255, 255, 255)) == pytest.approx(21)


@pytest.mark.parametrize(("share", "published"), [(0, "#00224e"), (0.5, "#7d7c78"), (1, "#fee838")])
def test_the_scale_is_that_of_its_authors(share: float, published: str) -> None:
    assert tuple(cividis(share)) == pytest.approx(tuple(parse(published)), abs=14)


@given(st.floats(0, 1))
def test_text_can_be_read_on_every_colour(share: float) -> None:
    assert contrast(cividis(share), parse(text_on(cividis(share)))) >= 4.5


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_is_never_darker(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert cividis(high).luminance >= cividis(low).luminance - 0.004


@pytest.mark.parametrize("share", [-1.0, 2.0])
def test_beyond_the_ends_the_end_counts(share: float) -> None:
    assert cividis(share) == cividis(min(max(share, 0), 1))


def test_css_form() -> None:
    assert Colour(0, 34, 78).hex == "#00224e"
