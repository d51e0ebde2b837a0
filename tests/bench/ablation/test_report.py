from __future__ import annotations

from bench.ablation.report import differences, means, verdicts
from bench.ablation.switches import NOTHING_OFF
from bench.ablation.values import single

FULL = {"de>de": single([1.0] * 100), "de>en": single([0.5] * 100)}
TABLE = {
    NOTHING_OFF.name: FULL,
    "useful off": {"de>de": single([0.9] * 100), "de>en": single([0.52] * 100)},
    "idle off": {"de>de": single([0.996] * 100), "de>en": single([0.5] * 100)},
}


def test_differences_are_signed_and_marked_where_they_are_certain() -> None:
    shaky = {"de>de": single([0.0, *[1.0] * 99]), "de>en": FULL["de>en"]}
    lines = differences({**TABLE, "shaky off": shaky})
    assert lines[0] == "| | de>de (100) | de>en (100) |"
    assert lines[2] == "| everything on | 1.000 | 0.500 |"
    assert lines[3] == "| useful off | -0.100* | +0.020* |"
    assert lines[4] == "| idle off | -0.004* | 0 |"
    assert lines[5] == "| shaky off | -0.010 | 0 |"


def test_means_show_every_row_as_it_is() -> None:
    assert means(TABLE)[3] == "| useful off | 0.900 | 0.520 |"


def test_a_part_pays_where_it_is_worth_more_than_noise_in_some_table() -> None:
    assert verdicts([TABLE])[2:] == [
        "| useful off | 0.100 | 0.020 | yes |",
        "| idle off | 0.004 | 0.000 | no |",
    ]
    elsewhere = {NOTHING_OFF.name: FULL, "idle off": {"de>de": single([0.99] * 100), "de>en": FULL["de>en"]}}
    assert verdicts([TABLE, elsewhere])[3] == "| idle off | 0.010 | 0.000 | yes |"
