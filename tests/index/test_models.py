from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from index.models import Article

Make = Callable[..., Article]


def test_the_checksum_is_of_everything_but_the_path(make_article: Make) -> None:
    article = make_article("a", "Der Kran.", path="/news/a.md")
    assert article.model_copy(update={"path": "/moved/a.md"}).checksum == article.checksum
    changes = {
        "id": "b",
        "title": "Anders",
        "title_origin": "derived",
        "text": "Der Kran!",
        "language": "en",
        "published": "2023",
        "source": "Küstenbote",
        "url": "https://example.org/",
    }
    assert changes.keys() == Article.model_fields.keys() - {"path"}
    checksums = {article.model_copy(update={name: value}).checksum for name, value in changes.items()}
    assert len(checksums | {article.checksum}) == len(changes) + 1


def test_a_checksum_is_the_same_in_every_process(make_article: Make) -> None:
    # Computed once with sha256sum over the canonical JSON.
    assert make_article("ä", "x").checksum == "56c4f72a33d37cf57548e997b7b5e2e772ef2c2ed4a7cbc1043f29c7ba15afe9"


@pytest.mark.parametrize(
    ("published", "precision"), [(None, None), ("2023", "year"), ("2023-09", "month"), ("2023-09-14", "day")]
)
def test_precision_follows_from_the_date(make_article: Make, published: str | None, precision: str | None) -> None:
    assert make_article("a", "x", published=published).precision == precision


def test_an_article_is_never_changed(make_article: Make) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        make_article("a", "x").text = "y"


def test_a_misspelt_field_is_an_error(make_article: Make) -> None:
    with pytest.raises(ValidationError, match="publised"):
        make_article("a", "x", publised="2023")
