"""How far the run under way is, as HTML."""

from __future__ import annotations

import math
import time
from html import escape

from index.models import Language
from ui.evaluation.runner import Job
from ui.evaluation.runs import read_run
from ui.evaluation.texts import EVALUATION_TEXTS, EvaluationTexts

_ENOUGH = 5
"""Questions after which it is worth saying how long the rest may take."""


def progress_html(job: Job | None, language: Language) -> str:
    """Render the progress of a job, or how it ended; empty without one.

    Args:
        job: the run under way, or the last one.
        language: of the texts.
    """
    if job is None:
        return ""
    texts = EVALUATION_TEXTS[language]
    run = read_run(job.folder)
    if not job.running:
        done = texts.just_finished if run.finished else f"{texts.just_stopped} {run.last_words}"
        return f'<p class="fs-eval-progress" role="status" lang="{language}">{escape(done.strip())}</p>'
    if not run.questions or run.done == job.known:
        return _bar(texts.loading, "", language)
    said = texts.progress.format(done=run.done, count=run.questions)
    left = _time_left(run.done - job.known, run.questions - run.done, time.monotonic() - job.began, texts)
    return _bar(f"{said}, {left}" if left else said, f' value="{run.done}" max="{run.questions}"', language)


def _bar(said: str, values: str, language: Language) -> str:
    return (
        f'<div class="fs-eval-progress" lang="{language}"><progress aria-label="{escape(said)}"{values}></progress>'
        f'<p role="status">{escape(said)}</p></div>'
    )


def _time_left(asked: int, missing: int, seconds: float, texts: EvaluationTexts) -> str:
    """The time that the missing questions may take; empty while too few were asked to tell."""
    if asked < _ENOUGH:
        return ""
    minutes = math.ceil(seconds / asked * missing / 60)
    return texts.minute_left if minutes <= 1 else texts.minutes_left.format(minutes=minutes)
