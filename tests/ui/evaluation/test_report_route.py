from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ui.evaluation.report_route import add_report_route, find_report, report_address


@pytest.fixture
def client(make_run: Callable[..., Path], runs: Path) -> TestClient:
    make_run("good")
    make_run("with space & é")
    (make_run("half", finished=None) / "secret.txt").write_text("secret", encoding="utf-8")
    (runs.parent / "report.html").write_text("outside", encoding="utf-8")
    app = FastAPI()
    add_report_route(app, runs)
    return TestClient(app)


@pytest.mark.parametrize("name", ["good", "with space & é"])
def test_a_report_is_served_and_can_do_nothing_here(client: TestClient, name: str) -> None:
    response = client.get(f"/{report_address(name)}")
    assert response.status_code == 200
    assert "Report" in response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    policy = response.headers["content-security-policy"]
    assert policy.startswith("sandbox allow-scripts")
    assert "allow-same-origin" not in policy
    assert "default-src 'none'" in policy
    assert "connect-src" not in policy
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/runs/half/report.html",
        "/runs/nowhere/report.html",
        "/runs/../report.html",
        "/runs/%2e%2e/report.html",
        "/runs/..%2f/report.html",
        "/runs/good%2f..%2f..%2f/report.html",
        "/runs/good/run.json",
        "/runs/half/secret.txt",
        "/runs/good/../half/secret.txt",
        "/runs//report.html",
        "/runs/./report.html",
        "/runs/good%00/report.html",
    ],
)
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "outside" not in response.text
    assert "secret" not in response.text


def test_without_a_folder_there_is_no_report(tmp_path: Path) -> None:
    assert find_report(tmp_path / "nowhere", "good") is None
