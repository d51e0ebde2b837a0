"""Progress bars with counts and rate on stderr; silent when nobody watches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from index.progress import Advance


@contextmanager
def bars(step: str, total: int, unit: str) -> Iterator[Advance]:
    """Show a step as a bar (see `index.progress.Progress`); nothing is shown when stderr is no terminal."""
    with tqdm(total=total, desc=f"{step:>10}", unit=f" {unit}", disable=None, leave=True, dynamic_ncols=True) as bar:

        def advance(count: int) -> None:
            bar.update(count)

        yield advance
