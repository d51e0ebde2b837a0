"""Where runs lie, and who may start one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

RUNS_SETTING = "FUNDSTELLE_RUNS"
START_SETTING = "FUNDSTELLE_START_RUNS"


@dataclass(frozen=True)
class EvaluationSettings:
    """What the tab works with.

    Attributes:
        data: the archive's folder.
        runs: the folder that holds a folder for each run.
        may_start: whether visitors may start, continue and cancel runs, which take the machine's time.
    """

    data: Path
    runs: Path
    may_start: bool = False

    @property
    def gold(self) -> Path:
        """The folder whose `.jsonl` files can be chosen as gold questions."""
        return self.data / "gold"


def evaluation_settings(data: Path, *, loopback: bool) -> EvaluationSettings:
    """Read the settings: runs lie in `$FUNDSTELLE_RUNS`, else in the archive's folder.

    Args:
        data: the archive's folder.
        loopback: whether only this machine can reach the server. Then runs may be started; otherwise only when
            `$FUNDSTELLE_START_RUNS` is 1. With 0 they never may.
    """
    chosen = os.environ.get(RUNS_SETTING)
    allowed = os.environ.get(START_SETTING, "")
    return EvaluationSettings(
        data=data,
        runs=Path(chosen).expanduser().absolute() if chosen else data / "runs",
        may_start=allowed == "1" or (loopback and allowed != "0"),
    )
