"""A question to an answer in the model's words, or, where that fails, to the quotes with a word about why."""

from __future__ import annotations

import logging
import time
from collections.abc import Generator
from dataclasses import dataclass, field

from rag.cancellation import Cancellation
from rag.compose import compose_refusal
from rag.llm.composition import Composition
from rag.llm.errors import LlmError
from rag.llm.model import ChatModel
from rag.llm.notices import UNPROVED, failure_notice
from rag.llm.prompt import Prompt, ask_again, make_prompt
from rag.llm.reader import ReplyReader
from rag.llm.reply import stream_reply
from rag.llm.task import Task
from rag.models import Answer
from rag.streaming import AnswerEvent, AnswerReady, Display

logger = logging.getLogger(__name__)

RETRIEVED = 0.5
"""How much of the confidence depends on what retrieval and reading make of the passages; the rest is the verdicts'."""


@dataclass
class _Clock:
    """When the model was asked, when its first word came, and when it was done; in seconds."""

    started: float = field(default_factory=time.perf_counter)
    first: float | None = None

    def word(self) -> None:
        self.first = self.first or time.perf_counter()

    def timings(self, before: dict[str, float]) -> dict[str, float]:
        done = time.perf_counter()
        waited = 1000 * ((self.first or done) - self.started)
        written = 1000 * (done - self.started)
        total = round(before.get("total", 0.0) + written, 2)
        return {**before, "first_word": round(waited, 2), "model": round(written, 2), "total": total}


def answer_events(model: ChatModel, task: Task, cancellation: Cancellation) -> Generator[AnswerEvent]:
    """Ask the model, show what it writes, and end with the answer.

    Raises:
        Cancelled: it was called off.
    """
    display, clock = Display(), _Clock()
    try:
        answer = yield from _written(model, task, cancellation, display, clock)
    except LlmError as error:
        logger.warning("%s", error)
        answer = _instead(model, task, error, clock)
    yield from display.show(answer.text)
    yield AnswerReady(answer=answer)


def _written(
    model: ChatModel, task: Task, cancellation: Cancellation, display: Display, clock: _Clock
) -> Generator[AnswerEvent, None, Answer]:
    prompt = make_prompt(model, task.question, task.evidence)
    first = yield from _composed(model, task, prompt, cancellation, display, clock)
    if model.limits.on_unsupported != "retry" or not first.faults:
        return _answer(model, task, first, clock)
    faults = [(fault.sentence, fault.reasons) for fault in first.faults]
    again = ask_again(prompt, first.text, faults, task.question)
    try:
        second = yield from _composed(model, task, again, cancellation, display, clock)
    except LlmError as error:
        logger.warning("the second try failed, the first answer is kept: %s", error)
        second = first
    return _answer(model, task, max(second, first, key=lambda composition: composition.support), clock)


def _composed(
    model: ChatModel, task: Task, prompt: Prompt, cancellation: Cancellation, display: Display, clock: _Clock
) -> Generator[AnswerEvent, None, Composition]:
    """One reply, verified sentence by sentence and shown while it comes."""
    language = task.question.language
    composition = Composition(prompt, language, model.limits.on_unsupported, task.copies)
    reader = ReplyReader(language)
    for piece in stream_reply(model, prompt.messages, cancellation):
        clock.word()
        for sentence in reader.feed(piece):
            composition.add(sentence)
            yield from display.show(composition.text)
        if reader.pending:
            yield from display.show(composition.with_beginning(reader.pending, paragraph=reader.paragraph))
    for sentence in reader.finish():
        composition.add(sentence)
        yield from display.show(composition.text)
    return composition


def _answer(model: ChatModel, task: Task, composition: Composition, clock: _Clock) -> Answer:
    """The answer that a composition makes, or a refusal where nothing of it holds."""
    quoted, timings = task.quoted, clock.timings(task.quoted.timings_ms)
    mode = f"llm:{model.name}"
    confidence = composition.confidence * (1.0 - RETRIEVED * (1.0 - quoted.confidence))
    if composition.refused or not composition.supported or confidence < task.threshold:
        refusal = compose_refusal(
            task.question, task.hits, min(confidence, task.threshold), quoted.index, timings, quoted.interpreted
        )
        unproved = bool(composition.faults) and not composition.supported and not composition.refused
        notice = UNPROVED[task.question.language] if unproved else None
        return refusal.model_copy(update={"mode": mode, "notice": notice})
    return quoted.model_copy(
        update={
            "status": "answered",
            "text": composition.text,
            "confidence": round(confidence, 4),
            "sentences": composition.sentences,
            "citations": composition.citations,
            "nearest": [],
            "as_of": max((c.published for c in composition.citations if c.published), default=None),
            "mode": mode,
            "timings_ms": timings,
        }
    )


def _instead(model: ChatModel, task: Task, error: LlmError, clock: _Clock) -> Answer:
    """The quotes, and why they stand in the place of the model's words."""
    quoted = task.quoted
    answered = quoted.status == "answered"
    notice = failure_notice(error.failure, model.name, task.question.language, answered=answered)
    return quoted.model_copy(update={"notice": notice, "timings_ms": clock.timings(quoted.timings_ms)})
