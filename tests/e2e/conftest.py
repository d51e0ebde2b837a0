"""A running `fundstelle serve` and a real headless Chromium in front of it.

What a test module serves, and in which language it reads, it says by fixtures of its own: `served`, `environment`,
`locale`.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 90_000
"""Milliseconds that the browser waits for anything, on a busy machine."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def served(demo: Path) -> Path:
    """The data folder that is served: that of the demo articles."""
    return demo


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    """Settings of the server: none."""
    return {}


@pytest.fixture(scope="module")
def server(served: Path, environment: dict[str, str]) -> Iterator[str]:
    """A running `fundstelle serve`; its address. It must end well when interrupted."""
    command = [sys.executable, "-m", "rag.cli.main", "serve", "--data", str(served), "--port", "0", "--json"]
    settings = os.environ | environment
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=REPOSITORY, env=settings, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    try:
        assert line, "the server did not come up"
        yield json.loads(line)["address"]
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, out + err


@pytest.fixture
def locale() -> str:
    """The browser's language."""
    return "de-DE"


@pytest.fixture
def hosts() -> list[str]:
    """Every host that the browser asked for something."""
    return []


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console reports as errors."""
    return []


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    path = os.environ.get("FUNDSTELLE_BROWSER", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def reader(browser: Browser, locale: str, hosts: list[str], complaints: list[str]) -> BrowserContext:
    """Somebody at the browser, who shares nothing with others there."""
    context = browser.new_context(locale=locale, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    context.on("request", lambda request: hosts.append(httpx.URL(request.url).host))
    context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    return context


@pytest.fixture
def page(reader: BrowserContext, server: str) -> Page:
    """What is served, open in the browser."""
    page = reader.new_page()
    page.goto(server)
    return page
