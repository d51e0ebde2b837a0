"""`python -m bench`: cold start and indexing speed. Prints the tables and writes them to `bench/results/speed.md`."""

from __future__ import annotations

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.build import measure_build
from bench.cold import measure_cold

RESULT = Path(__file__).parent / "results" / "speed.md"


def main() -> None:
    """Measure everything and write the report."""
    lines = [
        "# Speed",
        "",
        f"`python -m bench`, {datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} cores.",
        "Medians; ratios compare within this run and mean more than seconds.",
        "",
        *measure_cold(),
        "",
        *measure_build(),
    ]
    RESULT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(RESULT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
