from __future__ import annotations

import pytest

from index.models import Language
from rag.support.polarity.denial import Denial, denial


@pytest.mark.parametrize(
    ("claim", "language", "evidence", "written", "expected"),
    [
        ("Die Entscheidung fiel einstimmig.", "de", "Einstimmig fiel die Entscheidung nicht.", "de", "evidence"),
        ("The decision was unanimous.", "en", "The decision was not unanimous.", "en", "evidence"),
        ("The mayor did not open the bridge.", "en", "Der Bürgermeister eröffnete die Brücke.", "de", "claim"),
        ("Die Regierung erhöhte die Steuern nicht.", "de", "The government raised taxes.", "en", "claim"),
        ("The decision was not unanimous.", "en", "Die Entscheidung war nicht einstimmig.", "de", None),
        ("The bank did not raise its share.", "en", "The bank refused to raise its share.", "en", None),
        ("Pope Francis did not come.", "en", "Pope Francis stayed away.", "en", None),
        ("He had not been abroad since 2019.", "en", "It was his first journey abroad since 2019.", "en", None),
        ("The price rose.", "en", "The price rose, but nobody seemed to complain.", "en", None),
        ("Tom Smith got the prize.", "en", "Nicht Anna Weber, sondern Tom Smith erhielt den Preis.", "de", None),
        ("The mayor opened the bridge.", "en", "The mayor opened the bridge, which nobody had expected.", "en", None),
        ("There were no fewer than five visits.", "en", "Es gab mindestens fünf Besuche.", "de", None),
        ("It was not his first visit to Rome.", "en", "It was his first visit to Rome.", "en", "claim"),
        ("A dog barked.", "en", "The minister did not resign.", "en", None),
        # The evidence denies something else in another clause.
        (
            "Spain were not beaten 4-0 by Japan in the group stage.",
            "en",
            "Their way had not been smooth; in the group stage they lost 4-0 to Japan.",
            "en",
            "claim",
        ),
        # The words are there, but another verb is denied.
        (
            "The mayor praised the bridge in May.",
            "en",
            "Der Bürgermeister wollte die Brücke nicht bezahlen.",
            "de",
            None,
        ),
    ],
)
def test_one_denies_what_the_other_says(
    claim: str, language: Language, evidence: str, written: Language, expected: Denial | None
) -> None:
    assert denial(claim, evidence, language, written) == expected
