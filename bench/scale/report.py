"""The measurements as Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import numpy as np

from bench.scale.questions import SCENARIOS


def report(built: Mapping[str, Any], ours: Mapping[str, Any], chroma: Mapping[str, Any], options: Any) -> str:
    """What `bench/results/scale.md` says.

    Args:
        built: what `bench.scale.building` kept.
        ours: what `bench.scale.searching` printed of our search.
        chroma: what it printed of the alternative.
        options: of the command line.
    """
    lines = [
        *_heading(built, options),
        *_searching(ours, chroma, options),
        *_memory(ours, chroma),
        *_building(built),
    ]
    return "\n".join(lines) + "\n"


def _heading(built: Mapping[str, Any], options: Any) -> list[str]:
    return [
        f"# Search at {built['passages']:,} passages",
        "",
        f"`python -m bench.scale --data DIR --passages {options['passages']}`, {datetime.now(UTC):%Y-%m-%d}, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores.",
        f"{built['articles']:,} articles: news, German law and web documentation, with made-up days and outlets where",
        "they state none. Ratios compare within this run and mean more than milliseconds.",
        "",
    ]


def _searching(ours: Mapping[str, Any], chroma: Mapping[str, Any], options: Any) -> list[str]:
    """How long each way of searching takes, beside the alternative."""
    return [
        "## Searching",
        "",
        f"{options['questions']} questions a row, half German, half English, each asked once; reading, encoding and",
        "fetching texts included, no reranking. CPU: processor time of all threads, on average. Chroma: the nearest",
        "ten passages by the same vectors with the same filter as `where`, encoding included; no keywords, no texts.",
        "",
        "| | p50 ms | p95 ms | p95 German | p95 English | CPU ms | Chroma p50 | Chroma p95 | p95, ratio |",
        "|---|---|---|---|---|---|---|---|---|",
        *(
            _row(scenario.name, own, other)
            for scenario, own, other in zip(SCENARIOS, ours["scenarios"], chroma["scenarios"], strict=True)
        ),
        "",
    ]


def _memory(ours: Mapping[str, Any], chroma: Mapping[str, Any]) -> list[str]:
    """What the searching processes hold, and how long ours takes to be ready."""
    return [
        "## Memory of the searching process, MB",
        "",
        "| | resident | own | mapped files | peak |",
        "|---|---|---|---|---|",
        *(
            f"| {name} | {' | '.join(f'{part:.0f}' for part in ours['memory'][key])} |"
            for name, key in (
                ("before opening", "before"),
                ("after the first questions", "warm"),
                ("at the end", "after"),
            )
        ),
        f"| Chroma, at the end | {' | '.join(f'{part:.0f}' for part in chroma['memory']['after'])} |",
        "",
        f"Opening took {ours['opening']:.2f} s, the first search {ours['first']:.2f} s.",
        "",
    ]


def _building(built: Mapping[str, Any]) -> list[str]:
    """What each step of the build took."""
    return [
        "## Building",
        "",
        f"{built['seconds']:.0f} s in all; {built['embedded']:,} passages had to be embedded.",
        "",
        "| step | of | s | CPU s | a second | peak MB so far |",
        "|---|---|---|---|---|---|",
        *(
            f"| {name} | {step['total']:,} | {step['seconds']:.1f} | {step['cpu']:.1f} "
            f"| {step['total'] / max(step['seconds'], 1e-9):.0f} | {step['peak']:.0f} |"
            for name, step in built["steps"].items()
        ),
    ]


def _row(name: str, ours: Mapping[str, Any], chroma: Mapping[str, Any]) -> str:
    every, other = ours["ms"]["de"] + ours["ms"]["en"], chroma["ms"]["de"] + chroma["ms"]["en"]
    p95, other_p95 = np.percentile(every, 95), np.percentile(other, 95)
    languages = " | ".join(f"{np.percentile(ours['ms'][language], 95):.1f}" for language in ("de", "en"))
    return (
        f"| {name} | {np.median(every):.1f} | {p95:.1f} | {languages} | {ours['cpu']:.1f} "
        f"| {np.median(other):.1f} | {other_p95:.1f} | {other_p95 / p95:.1f} |"
    )
