"""Perfect records spoilt in one way: what every figure does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.metrics.mean import mean
from eval.runs.record import QuestionRecord
from eval.scoring.scores import METRICS, scored
from eval.selftest.figures import SET_FIGURES, figures_of
from eval.selftest.spoil.change import Spoil
from eval.selftest.spoil.words import spoken
from eval.summary.group import values_of

GROUPS = ("de", "en")


@dataclass(frozen=True)
class Effect:
    """What one way of spoiling does to the records of one language.

    Attributes:
        applied: how many records could be spoilt so.
        changes: by figure, after minus before; metrics of a question over the records that were spoilt, the other
            figures over all records of the language.
    """

    applied: int
    changes: Mapping[str, float]


def probe(records: Sequence[QuestionRecord], spoil: Spoil) -> dict[str, Effect]:
    """Spoil what can be spoilt; by language of the answers.

    Args:
        records: perfect ones, scored.
        spoil: the way.
    """
    return {group: _effect([r for r in records if spoken(r) == group], spoil) for group in GROUPS}


def _effect(records: Sequence[QuestionRecord], spoil: Spoil) -> Effect:
    """The effect on the records of one group."""
    spoilt = {record.id: scored(changed) for record in records if (changed := spoil(record)) is not None}
    before = [record for record in records if record.id in spoilt]
    changes = {metric: _moved(before, list(spoilt.values()), metric) for metric in METRICS}
    whole, after = figures_of(records), figures_of([spoilt.get(record.id, record) for record in records])
    changes |= {name: after[name] - whole[name] for name in SET_FIGURES if name in whole and name in after}
    return Effect(len(spoilt), {name: change for name, change in changes.items() if change is not None})


def _moved(before: Sequence[QuestionRecord], after: Sequence[QuestionRecord], metric: str) -> float | None:
    """How far a metric moved; None where it does not apply before, or not after."""
    first, then = mean(values_of(before, metric)), mean(values_of(after, metric))
    return None if first is None or then is None else then - first
