from __future__ import annotations

import pytest

from index.errors import SourceError
from index.reading.txt import read_txt

STORY = "Kim ist in Russland angekommen. Er bleibt bis Sonntag."


@pytest.mark.parametrize(
    ("raw", "published", "text"),
    [
        (f" date 2023-09 {STORY}", "2023-09", STORY),
        (f" date 2023-09-14 {STORY}\n", "2023-09-14", STORY),
        (f"date 2023-09\n\n{STORY}", "2023-09", STORY),
        (STORY, None, STORY),
        (f"Ein date 2023-09 {STORY}", None, f"Ein date 2023-09 {STORY}"),
        (f"date 2023 {STORY}", None, f"date 2023 {STORY}"),
    ],
)
def test_a_leading_date_is_metadata(raw: str, published: str | None, text: str) -> None:
    draft = read_txt(raw.encode(), "a.txt")
    assert (draft.metadata.published, draft.text) == (published, text)


@pytest.mark.parametrize(
    ("leading", "published"),
    [
        ("", "2023-09-14"),
        (" date 2023-09 ", "2023-09-14"),
        (" date 2023-08 ", "2023-08"),
        (" date 2023-09-13 ", "2023-09-13"),
    ],
)
def test_a_stated_date_counts_when_it_is_finer_and_agrees(leading: str, published: str) -> None:
    text = f"Kim in Russland Stand: 14.09.2023 07:12 Uhr\n\n{STORY}"
    draft = read_txt(f"{leading}{text}".encode(), "a.txt")
    assert draft.metadata.published == published
    assert draft.text == text


def test_a_leading_date_that_does_not_exist_is_reported() -> None:
    with pytest.raises(SourceError, match=r"a\.txt: 'published' is wrong: '2023-13' is not in the calendar"):
        read_txt(f" date 2023-13 {STORY}".encode(), "a.txt")


def test_windows_text_with_windows_line_ends() -> None:
    draft = read_txt("„Größe“\r\n\r\nÄrger".encode("cp1252"), "a.txt")
    assert draft.text == "„Größe“\n\nÄrger"
