"""The report of a run, from its folder and the archive."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.html.breakdown import directions_html, groups_html, refusals_html
from eval.html.charts import charts_html
from eval.html.circumstances import circumstances_html, lead_html
from eval.html.definitions import definitions_html
from eval.html.excerpts import ArticleOf, excerpts
from eval.html.key_figures import figures_html, key_figures
from eval.html.page import Section, page
from eval.html.question_view import question_view
from eval.html.questions import questions_html, score_columns
from eval.runs.files import write_whole
from eval.runs.info import RunInfo
from eval.summary.report import Report

FILE = "report.html"


def write_html(report: Report, info: RunInfo, folder: Path, article_of: ArticleOf) -> Path:
    """Write `report.html` into the folder of a run; an older one is replaced in one step.

    Args:
        report: what the run found.
        info: its circumstances.
        folder: of the run.
        article_of: gives the stored articles, so that they can be read around the quotes; the records alone hold
            what stands next to them.

    Returns:
        The file.
    """
    write_whole(folder / FILE, build_html(report, info, article_of))
    return folder / FILE


def build_html(report: Report, info: RunInfo, article_of: ArticleOf) -> str:
    """Write the report of a run as one HTML document that needs no other file and no network."""
    metrics = report.metrics
    sections = [
        Section("summary", "Summary", figures_html(key_figures(report))),
        Section("directions", "By direction", directions_html(metrics)),
        Section("charts", "Charts", charts_html(report)),
        Section("groups", "By group", groups_html(metrics)),
        Section("refusals", "Refusals and failures", refusals_html(report)),
        Section("questions", "Questions", questions_html(report.records)),
        Section("definitions", "What the figures mean", definitions_html(metrics)),
        Section("run", "How it was run", circumstances_html(info)),
    ]
    return page(f"Evaluation of {Path(info.gold).name}", lead_html(metrics, info), sections, _data(report, article_of))


def _data(report: Report, article_of: ArticleOf) -> dict[str, Any]:
    """What the table of questions shows."""
    return {
        "columns": score_columns(report.records),
        "articles": excerpts(report.records, article_of),
        "questions": [question_view(record) for record in report.records],
    }
