"""The rankings of a run of `fundstelle eval`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.formats.dataset import Rankings
from eval.formats.fields import list_of, text_of
from eval.formats.guess import RECORDS
from eval.lines import attempt_records
from index.errors import SourceError


def read_run_folder(folder: Path) -> Rankings:
    """Read the ranked articles of a run, each at the rank of its first passage and with that passage's score.

    Raises:
        SourceError: the folder holds no records.
    """
    rows, problems = attempt_records(folder / RECORDS, _ranking)
    return Rankings(dict(rows), problems)


def _ranking(place: str, record: dict[str, Any]) -> tuple[str, list[tuple[str, float]]]:
    ranked: dict[str, float] = {}
    for number, hit in enumerate(list_of(place, record, "results")):
        article = text_of(f"{place}: results[{number}]", hit, "article_id")
        score = hit.get("score")
        if not isinstance(score, int | float):
            raise SourceError(
                place, f"the field 'score' of results[{number}] is no number", "Run the evaluation again."
            )
        ranked.setdefault(article, float(score))
    return text_of(place, record, "id"), list(ranked.items())
