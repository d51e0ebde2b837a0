from __future__ import annotations

from collections.abc import Callable

import pytest

from index.models import Language
from rag.verification import Evidence
from rag.verification.dates import missing_dates
from rag.verification.sources import Source


def lacking(passage: Evidence, claim: str, language: Language) -> list[str]:
    return missing_dates(claim, language, [Source(passage)])[1]


@pytest.mark.parametrize(
    ("text", "written", "claim", "language", "missing"),
    [
        ("Er kam am 14. September 2023.", "de", "He came on September 14, 2023.", "en", []),
        ("Er kam am 14. September 2023.", "de", "He came in September 2023.", "en", []),
        ("Er kam am 14. September 2023.", "de", "He came on 15 September 2023.", "en", ["15 September 2023"]),
        ("Er kam am 14. September 2023.", "de", "Er kam 2024.", "de", ["2024"]),
        ("It was on Aug. 29 and Sept. 3.", "en", "Es war am 29. August und am 3. September.", "de", []),
        ("It was on Aug. 29.", "en", "Es war am 28. August.", "de", ["28. August"]),
        ("He left on Monday.", "en", "Er ging am Montag.", "de", []),
        ("He left on Monday.", "en", "Er ging am Dienstag.", "de", ["Dienstag"]),
        ("Er ging am Donnerstagabend.", "de", "He left on Thursday evening.", "en", []),
        ("He left yesterday.", "en", "Er ging gestern.", "de", []),
        ("He left.", "en", "Er ging gestern.", "de", ["gestern"]),
        ("Er ging.", "de", "Er ging am Morgen.", "de", []),
        ("Er predigte am Palmsonntag.", "de", "He preached on Palm Sunday.", "en", []),
        ("Er predigte am Palmsonntag.", "de", "He preached on Easter Monday.", "en", ["Monday"]),
        ("Her current deputy was her boss.", "en", "Er ist heute ihr Vize.", "de", []),
        ("She left yesterday, he is now alone.", "en", "Sie ging heute.", "de", ["heute"]),
    ],
)
def test_named_dates(
    evidence: Callable[..., Evidence], text: str, written: Language, claim: str, language: Language, missing: list[str]
) -> None:
    assert lacking(evidence(text, written), claim, language) == missing


@pytest.mark.parametrize(
    ("text", "claim", "missing"),
    [
        # Published on Thursday 14 September 2023.
        ("Er kam am Mittwoch.", "Er kam am 13. September 2023.", []),
        ("Er kam am Mittwoch.", "Er kam am 12. September 2023.", ["12. September 2023"]),
        ("Er kam gestern.", "Er kam am Mittwoch.", []),
        ("Er kam gestern.", "Er kam am 13. September.", []),
        ("Er kam am 13. September.", "Er kam am Mittwoch.", []),
        ("Er kam am 13. September.", "Er kam gestern.", []),
        ("Er kam am 13. September.", "Er kam am 13. September 2023.", []),
        ("Er kam am 13. September.", "Er kam am 13. September 2022.", ["13. September 2022"]),
        ("Er kam am 30. Dezember.", "Er kam am 30. Dezember 2023.", []),
        ("Er kam.", "Er kam im September 2023.", []),
        ("Er kam.", "Er kam im August 2023.", ["August 2023"]),
        ("Er kam 2018.", "Er kam 2023.", ["2023"]),
    ],
)
def test_days_count_from_the_publication(
    evidence: Callable[..., Evidence], text: str, claim: str, missing: list[str]
) -> None:
    assert lacking(evidence(text, published="2023-09-14"), claim, "de") == missing


@pytest.mark.parametrize("published", [None, "2023", "2023-09"])
def test_without_a_day_of_publication_nothing_is_counted(
    evidence: Callable[..., Evidence], published: str | None
) -> None:
    passage = evidence("Er kam am Mittwoch.", published=published)
    assert lacking(passage, "Er kam am 13. September 2023.", "de") == ["13. September 2023"]


def test_all_are_counted(evidence: Callable[..., Evidence]) -> None:
    source = Source(evidence("Er kam am Montag."))
    assert missing_dates("Er kam am Montag, dem 3. Mai, und gestern.", "de", [source])[0] == 3
