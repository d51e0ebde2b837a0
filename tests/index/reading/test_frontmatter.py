from __future__ import annotations

import logging

import pytest

from index.errors import SourceError
from index.reading.frontmatter import split_front_matter
from index.reading.metadata import Metadata


def test_fields_are_taken_off_the_body() -> None:
    block = '---\nid: x\ntitle: "Putin: ja"\npublished: 2023-09-14\nlanguage: de\nsource: Bote\nurl: http://a.b\n---\n'
    metadata, body = split_front_matter(f"{block}Text.\n", "a.md")
    assert metadata == Metadata("x", "Putin: ja", "2023-09-14", "de", "Bote", "http://a.b")
    assert body == "Text.\n"


@pytest.mark.parametrize(
    ("line", "metadata"),
    [
        ("published: 2023-09", Metadata(published="2023-09")),
        ("published: 2023", Metadata(published="2023")),
        ("published: 2023-09-14T07:12:00+02:00", Metadata(published="2023-09-14")),
        ("title: No", Metadata(title="No")),
        ("title: 1:30", Metadata(title="1:30")),
        ("title: 2024", Metadata(title="2024")),
        ("title:", Metadata()),
        ("title: ~", Metadata()),
        ("# a comment", Metadata()),
        ("title: |\n  zwei\n  Zeilen", Metadata(title="zwei Zeilen")),
    ],
)
def test_values_stay_as_they_are_written(line: str, metadata: Metadata) -> None:
    assert split_front_matter(f"---\n{line}\n---\nText", "a.md") == (metadata, "Text")


@pytest.mark.parametrize(
    "text", ["", "Text.", "Text\n---\nmehr", "---\n\nText nach einer Linie", "----\ntitle: x\n----\n"]
)
def test_a_text_without_front_matter_stays_whole(text: str) -> None:
    assert split_front_matter(text, "a.md") == (Metadata(), text)


def test_an_empty_block_and_one_closed_by_dots() -> None:
    assert split_front_matter("---\n---\nText", "a.md") == (Metadata(), "Text")
    assert split_front_matter("---\ntitle: T\n...\nText", "a.md") == (Metadata(title="T"), "Text")


def test_unknown_names_are_logged_and_ignored(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        metadata, _ = split_front_matter("---\ntitle: T\nautor: M\ndate: 2023\n---\nText", "a.md")
    assert metadata == Metadata(title="T")
    assert "a.md: front matter autor, date ignored" in caplog.text


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("---\ntitle: T\nText ohne Ende", "a.md:1", "the front matter is not closed"),
        ("---\nsource: Bote\ntitle: Putin: ja\n---\n", "a.md:3", "the front matter is no YAML: mapping values"),
        ("---\ntitle: 'offen\n---\n", "a.md:3", "the front matter is no YAML"),
        ("---\n- a\n- b\n---\n", "a.md:2", "the front matter has no names"),
        ("---\nnur Text\n---\n", "a.md:2", "the front matter has no names"),
        ("---\na: " + "[" * 5_000 + "\n---\n", "a.md:2", "the front matter is nested too deeply"),
        ("---\npublished: 2023-02-30\n---\n", "a.md", "'published' is wrong: '2023-02-30' is not in the calendar"),
        ("---\nlanguage: fr\n---\n", "a.md", "the language 'fr' is not supported"),
        ("---\ntitle: [a, b]\n---\n", "a.md", "'title' is a list"),
        ("---\ntitle: !!python/object/apply:os.getcwd []\n---\n", "a.md", "'title' is a list"),
    ],
)
def test_broken_front_matter_is_reported_with_its_line(text: str, place: str, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        split_front_matter(text, "a.md")
    assert caught.value.place == place
    assert caught.value.reason.startswith(reason)
    assert caught.value.remedy
