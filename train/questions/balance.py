"""Which seeds become rows: the directions in fixed shares, the kinds of answer as even as the material allows."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from index.models import Language
from train.questions.candidates import Kind
from train.questions.seeds import Seed

SHARES: dict[tuple[Language, Language], float] = {
    ("de", "de"): 0.3,
    ("en", "en"): 0.3,
    ("de", "en"): 0.2,
    ("en", "de"): 0.2,
}
"""Of all rows, by (asked, written)."""

GROUPS: dict[Kind, str] = {
    "person": "who", "name": "what", "what": "what", "place": "where", "time": "when", "count": "number",
    "percent": "number", "money": "number", "measure": "number", "duration": "number", "reason": "why",
}  # fmt: skip
MOST_USES = 4
"""How often one question may be asked, each time of another passage."""


def balanced(seeds: Sequence[Seed], rows: int, chance: random.Random) -> list[Seed]:
    """Draw seeds for a number of rows; fewer where the material of a direction is used up."""
    chosen: list[Seed] = []
    for direction, share in SHARES.items():
        groups: dict[str, list[Seed]] = defaultdict(list)
        for seed in seeds:
            if (seed.asked, seed.written) == direction:
                groups[GROUPS[seed.kind]].append(seed)
        counts = allotted({group: MOST_USES * len(members) for group, members in groups.items()}, round(rows * share))
        for group in sorted(groups):
            chosen += _drawn(groups[group], counts[group], chance)
    chance.shuffle(chosen)
    return chosen


def allotted(available: dict[str, int], total: int) -> dict[str, int]:
    """Divide a total as evenly as what is available allows: what one cannot fill goes to the others."""
    counts: dict[str, int] = {}
    open_groups = sorted(available, key=lambda group: (available[group], group))
    left = total
    for number, group in enumerate(open_groups):
        counts[group] = min(available[group], left // (len(open_groups) - number))
        left -= counts[group]
    return counts


def _drawn(members: list[Seed], count: int, chance: random.Random) -> list[Seed]:
    """Each member as often as the others, give or take one."""
    whole, part = divmod(count, len(members))
    return members * whole + chance.sample(members, part)
