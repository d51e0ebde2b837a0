"""The address of reports: exactly the files named report.html in the folders of runs."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse

from ui.evaluation.runs import is_run, report_of

# A report is our own script and style in one file. The sandbox gives it an origin of its own, so that even a file that
# somebody else put there can neither speak to the API nor read what the chat has stored; it can load nothing at all.
_POLICY = (
    "sandbox allow-scripts allow-forms allow-modals; default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"}


def report_address(name: str) -> str:
    """The address of a run's report, relative to the page."""
    return f"runs/{quote(name, safe='')}/report.html"


def add_report_route(app: FastAPI, runs: Path) -> None:
    """Serve the reports of the runs in a folder; must come before whatever stands at "/"."""

    @app.get("/runs/{name}/report.html", include_in_schema=False)
    def report(name: str) -> FileResponse:
        """One report."""
        path = find_report(runs, name)
        if path is None:
            raise HTTPException(404, "no such report")
        return FileResponse(path, media_type="text/html; charset=utf-8", headers=_HEADERS)


def find_report(runs: Path, name: str) -> Path | None:
    """The report of the run of that name: the name is looked up among the folders there are, never made into a path."""
    if not runs.is_dir():
        return None
    folder = next((path for path in runs.iterdir() if path.name == name and is_run(path)), None)
    return report_of(folder) if folder else None
