"""When, with what and how fast a run was made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from eval.runs.info import RunInfo
from eval.summary.report import Metrics


def lead_html(metrics: Metrics, info: RunInfo) -> str:
    """One sentence under the title."""
    started = datetime.fromisoformat(info.started).astimezone(UTC)
    when = f"{started.day} {started:%B %Y, %H:%M} UTC"
    return (
        f'<p class="lead">{metrics.questions:,} questions of {escape(Path(info.gold).name)}, asked of '
        f"{metrics.articles:,} articles in {metrics.passages:,} passages on "
        f'<time datetime="{escape(info.started)}">{when}</time>; it took {_duration(info.seconds)}.</p>'
    )


def circumstances_html(info: RunInfo) -> str:
    """Everything that the run says about itself, as a list."""
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in _flat(info.model_dump(mode="json"))
    )
    return f'<dl class="circumstances">{items}</dl>'


def _flat(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Nested values as lines: `latency_ms.ask.p50`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        yield name, ", ".join(str(item) for item in value) or "none"
    elif value is not None and value != "":
        yield name, f"{value:,.3f}" if isinstance(value, float) else str(value)


def _duration(seconds: float) -> str:
    """Seconds below two minutes, else minutes."""
    return f"{seconds:.0f} seconds" if seconds < 120 else f"{seconds / 60:.1f} minutes"
