"""The shipped verifier on claims of our own: what it must let through and what it must find."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.models import Language
from rag.support import FEATURES
from rag.support.verifier import FOLDER, WEIGHTS_FILE, Verifier, default_verifier

DAM = "Der Damm bei Nordhagen kostete 1,5 Millionen Euro und wurde am 14. September 2023 eröffnet."
COUNCIL = "The council of Whitby rejected the plan because the bridge would have blocked the harbour."


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return default_verifier()


@pytest.mark.parametrize(
    ("evidence", "claim", "languages"),
    [
        (DAM, DAM, "dede"),
        (DAM, "Der Damm bei Nordhagen kostete 1,5 Mio. Euro.", "dede"),
        (DAM, "The dam near Nordhagen cost 1.5 million euros.", "deen"),
        (COUNCIL, "The council of Whitby rejected the plan.", "enen"),
        (COUNCIL, "Der Rat von Whitby lehnte den Plan ab, weil die Brücke den Hafen blockiert hätte.", "ende"),
    ],
)
def test_true_claims_are_supported(verifier: Verifier, evidence: str, claim: str, languages: str) -> None:
    first, second = _languages(languages)
    assert verifier.judge(claim, evidence, second, first).supported


@pytest.mark.parametrize(
    ("evidence", "claim", "languages"),
    [
        (DAM, "Der Damm bei Nordhagen kostete 2,5 Millionen Euro.", "dede"),
        (DAM, "Der Damm bei Nordhagen wurde am 15. September 2023 eröffnet.", "dede"),
        (DAM, "Anna Weber eröffnete den Damm bei Nordhagen.", "dede"),
        (DAM, "The dam near Nordhagen did not cost 1.5 million euros.", "deen"),
        (COUNCIL, "The council of Whitby accepted the plan.", "enen"),
        (COUNCIL, "Der Zoo von Leipzig hat ein neues Nashorn.", "ende"),
    ],
)
def test_false_claims_are_not(verifier: Verifier, evidence: str, claim: str, languages: str) -> None:
    first, second = _languages(languages)
    assert not verifier.judge(claim, evidence, second, first).supported


def test_the_judgement_says_what_it_rests_on(verifier: Verifier) -> None:
    judgement = verifier.judge("Der Damm kostete 9 Euro.", DAM, "de", "de")
    assert set(FEATURES) < set(judgement.values)
    assert judgement.values["numbers_missing"] == 1.0
    assert 0.0 < judgement.probability < 0.5


def test_every_weight_has_a_value_and_points_the_right_way(verifier: Verifier) -> None:
    weights = json.loads((FOLDER / WEIGHTS_FILE).read_text(encoding="utf-8"))
    assert set(weights) == {"same", "cross"}
    values = verifier.judge("x", "y", "de", "en").values
    for model in weights.values():
        assert set(model["weights"]) <= set(values)
        assert model["weights"]["model"] > 0
        for name in ("numbers_missing", "name_ends_missing", "opposites"):
            assert model["weights"][name] < 0
    assert weights["cross"]["weights"]["swapped"] < 0
    assert weights["same"]["weights"]["dates_missing"] < 0
    assert weights["cross"]["weights"]["dates_missing"] < 0.1, (
        "across, the network itself and the rules see to dates: missing ones need not count, but never for the claim"
    )


def test_missing_weights_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=WEIGHTS_FILE):
        Verifier(folder=tmp_path)


def _languages(pair: str) -> tuple[Language, Language]:
    known: dict[str, Language] = {"de": "de", "en": "en"}
    return known[pair[:2]], known[pair[2:]]
