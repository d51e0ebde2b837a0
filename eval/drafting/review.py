"""A person goes through drafts one by one. Every decision is on disk before the next draft is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.formats.gold import gold_lines
from eval.gold_set import GoldQuestion, load_gold, to_question
from index.errors import SourceError

KEYS = "y yes, n no, e edit, s skip, q quit"

Ask = Callable[[str], str]
"""Shows a prompt and returns what the person typed; raises EOFError when there is no more."""
Show = Callable[[str], None]
"""Shows some lines to the person."""
Describe = Callable[[GoldQuestion], str]
"""Shows a draft with its evidence."""


@dataclass
class Review:
    """Decisions about the drafts of one file.

    Attributes:
        drafts: the file with the drafts; what is decided is noted in it.
        gold: the file that accepted ones are added to.
        accepted, rejected: how many have been decided so far.
    """

    drafts: Path
    gold: Path
    accepted: int = 0
    rejected: int = 0
    _lines: list[GoldQuestion] = field(default_factory=list)
    _gold: list[GoldQuestion] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read both files.

        Raises:
            SourceError: one of them cannot be read, or has bad lines.
        """
        self._lines = load_gold(self.drafts)
        self._gold = load_gold(self.gold) if self.gold.exists() else []
        known = {question.id for question in self._gold}  # accepted, but a crash kept it from being noted here
        self._lines = [line for line in self._lines if line.id not in known]

    @property
    def open(self) -> list[GoldQuestion]:
        """The drafts that nobody has decided about."""
        return [line for line in self._lines if line.draft and line.status != "rejected"]

    def go_through(self, ask: Ask, show: Show, describe: Describe) -> None:
        """Show each open draft and do what the person says; ends with the last one, with "q" or with the input.

        Args:
            ask: reads an answer.
            show: writes to the person.
            describe: shows a draft.
        """
        waiting = self.open
        for number, draft in enumerate(waiting, start=1):
            show(f"\n[{number} of {len(waiting)}] {describe(draft)}")
            try:
                decided = self._decide(draft, ask, show)
            except EOFError:
                return
            if not decided:
                return

    def accept(self, draft: GoldQuestion, edited: GoldQuestion | None = None) -> None:
        """Add a draft to the gold, as it is or as it was edited."""
        final = edited or draft
        status = "edited" if edited else "accepted"
        self._gold.append(final.model_copy(update={"draft": False, "status": status}))
        self._lines = [line for line in self._lines if line.id != draft.id]
        self.accepted += 1
        self._save()

    def reject(self, draft: GoldQuestion) -> None:
        """Note that a draft is no good."""
        noted = draft.model_copy(update={"status": "rejected"})
        self._lines = [noted if line.id == draft.id else line for line in self._lines]
        self.rejected += 1
        self._save()

    def _decide(self, draft: GoldQuestion, ask: Ask, show: Show) -> bool:
        """One draft; False when the person wants to stop."""
        while True:
            key = ask(f"({KEYS}) ").strip().lower()[:1]
            if key == "y":
                self.accept(draft)
            elif key == "n":
                self.reject(draft)
            elif key == "e":
                try:
                    self.accept(draft, edited(draft, ask))
                except SourceError as problem:
                    show(f"  {problem}")
                    continue
            elif key not in ("s", "q"):
                show(f"  Press one of: {KEYS}.")
                continue
            return key != "q"

    def _save(self) -> None:
        """Gold first: a crash between the two leaves a draft that is offered again, never one that is lost."""
        _write(self.gold, self._gold)
        _write(self.drafts, self._lines)


def edited(draft: GoldQuestion, ask: Ask) -> GoldQuestion:
    """Ask for a new wording and new answers; an empty reply keeps what is there.

    Raises:
        SourceError: the result is no gold question.
    """
    question = ask(f"  question [{draft.question}]: ").strip() or draft.question
    fields = draft.model_dump(mode="json") | {"question": question}
    if draft.answerable:
        written = ask(f"  answers, separated by | [{' | '.join(draft.answers)}]: ").strip()
        if written:
            fields["answers"] = [part.strip() for part in written.split("|") if part.strip()]
    return to_question(draft.id, fields)


def _write(path: Path, lines: Sequence[GoldQuestion]) -> None:
    """Write a file whole or not at all."""
    scratch = path.with_name(f".{path.name}.new")
    scratch.write_text("".join(f"{line}\n" for line in gold_lines(lines)), encoding="utf-8")
    scratch.replace(path)
