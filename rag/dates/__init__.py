"""What a question says about time, resolved against a stated clock: "vergangene Woche", "in May 2023", "zuletzt"."""

from rag.dates.interpret import interpret
from rag.dates.interpretation import NOTHING, Interpretation
from rag.dates.period import Period

__all__ = ["NOTHING", "Interpretation", "Period", "interpret"]
