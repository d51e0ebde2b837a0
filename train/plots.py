"""Draw the training logs: `python -m train.plots` writes an SVG beside each log in `train/logs` that has a curve."""

from __future__ import annotations

import json
from pathlib import Path

import matplotlib
from matplotlib.figure import Figure

from train.workspace import LOGS

CURVES = ("loss", "distance", "ranking", "answerable", "span", "support", "de>de", "de>en", "en>de", "en>en")
_FEWEST = 3
"""Points that make a curve."""


def main() -> None:
    """Draw every log."""
    for log in sorted(LOGS.glob("*.jsonl")):
        draw(log)


def draw(log: Path) -> Path | None:
    """Draw one log, a panel a curve over the run's reports; None when it has too few points for one."""
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    curves = {name: [line[name] for line in lines if name in line] for name in CURVES}
    curves = {name: values for name, values in curves.items() if len(values) >= _FEWEST}
    if not curves:
        return None
    figure = Figure(figsize=(3.2 * len(curves), 2.6), layout="constrained")
    for axes, (name, values) in zip(figure.subplots(1, len(curves), squeeze=False)[0], curves.items(), strict=True):
        axes.plot(range(len(values)), values, linewidth=1)
        axes.set_title(name, fontsize=9)
        axes.set_xlabel("report", fontsize=8)
        axes.tick_params(labelsize=7)
    target = log.with_suffix(".svg")
    with matplotlib.rc_context({"svg.hashsalt": "fundstelle"}):  # the same log gives the same file
        figure.savefig(target, metadata={"Date": None})
    return target


if __name__ == "__main__":
    main()
