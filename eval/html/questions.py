"""The frame of the table of questions; its rows are made in the browser, from the data."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from eval.runs.record import QuestionRecord

_WANTED = ("answer_accuracy", "F1", "faithfulness", "Recall@5")
_SHORT = {"answer_accuracy": "Accuracy", "faithfulness": "Faithful"}
_COLUMNS = (("question", "Question"), ("direction", "Direction"), ("type", "Type"), ("outcome", "Outcome"))
_MORE = (("confidence", "Confidence"), ("time", "ms"))


def score_columns(records: Sequence[QuestionRecord]) -> list[str]:
    """The metrics that have a column of their own, as far as a question has a score in them."""
    return [metric for metric in _WANTED if any(metric in record.scores for record in records)]


def questions_html(records: Sequence[QuestionRecord]) -> str:
    """Write filters, an empty table and the hints for the keyboard."""
    return f"{_FILTERS}{_table(score_columns(records))}{_FOOT}"


def _table(metrics: Sequence[str]) -> str:
    columns = [*((name, name, label) for name, label in _COLUMNS)]
    columns += [(metric, "score", _SHORT.get(metric, metric)) for metric in metrics]
    columns += [(name, name, label) for name, label in _MORE]
    widths = "".join(f'<col class="{css}">' for _, css, _ in columns)
    heads = "".join(
        f'<th scope="col" class="{css}" data-column="{escape(name)}" aria-sort="none">'
        f'<button type="button">{escape(label)}</button></th>'
        for name, css, label in columns
    )
    return (
        '<table class="questions" id="table"><caption class="unseen">Questions; a row opens with its button</caption>'
        f'<colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead><tbody id="rows"></tbody></table>'
    )


_FILTERS = """
<noscript><p class="note">The questions are listed by a script, which this viewer does not run. They are also in
questions.jsonl and report.md, beside this file.</p></noscript>
<form id="filters" class="filters" role="search" aria-label="Filter the questions">
<div><label for="by-text">Search</label>
<input id="by-text" type="search" name="text" placeholder="question, answer, gold" autocomplete="off"></div>
<div><label for="by-direction">Direction</label>
<select id="by-direction" name="direction"><option value="">all</option></select></div>
<div><label for="by-type">Type</label>
<select id="by-type" name="type"><option value="">all</option></select></div>
<div><label for="by-answer">Answerable</label>
<select id="by-answer" name="answerable"><option value="">both</option><option value="true">answerable</option>
<option value="false">unanswerable</option></select></div>
<label class="check"><input type="checkbox" name="mistakes"> only mistakes</label>
<button type="button" id="all">Reset</button>
</form>
<div class="status"><span id="count" role="status"></span>
<span class="paper no-print"><label><input type="checkbox" id="paper-details"> with all details</label>
<button type="button" class="small" id="print">Print these questions</button></span>
<span class="keys no-print"><kbd>/</kbd> search &ensp; <kbd>j</kbd> <kbd>k</kbd> next, previous &ensp;
<kbd>Enter</kbd> open &ensp; <kbd>Esc</kbd> close</span></div>
"""
_FOOT = '<button type="button" class="small no-print" id="more" hidden></button>'
