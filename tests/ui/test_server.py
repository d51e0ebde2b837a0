from __future__ import annotations

import ipaddress
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from index.errors import UsageError
from ui.server import AddressError, listen

SERVE = "import sys; from rag.cli.main import main; sys.exit(main(sys.argv[1:]))"


def test_a_taken_port_names_the_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=f"127.0.0.1:{port}") as caught:
            listen("127.0.0.1", port)
    assert "--port" in caught.value.remedy
    assert caught.value.exit_code == 1


@pytest.mark.parametrize("port", [-1, 65_536, 99_999])
def test_a_port_that_is_none_is_wrong_usage(port: int) -> None:
    with pytest.raises(UsageError, match=str(port)):
        listen("127.0.0.1", port)


def test_a_host_that_is_none_of_ours_names_the_way_out() -> None:
    with pytest.raises(AddressError, match=r"192\.0\.2\.1") as caught:
        listen("192.0.2.1", 0)  # an address for documentation, which no machine has
    assert "--port" in caught.value.remedy


def test_a_free_port_is_taken() -> None:
    with listen("127.0.0.1", 0) as listener:
        host, port = listener.getsockname()
        assert ipaddress.ip_address(host).is_loopback
        with pytest.raises(AddressError):
            listen(host, port)


@contextmanager
def serving(archive: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`fundstelle serve` as a process of its own, with the first line it prints."""
    command = [sys.executable, "-c", SERVE, "serve", "--data", str(archive), "--port", "0", *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ.copy()
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline()
        finally:
            process.kill()


def test_serve_prints_its_address_answers_and_ends_with_ctrl_c(archive: Path) -> None:
    with serving(archive, "--json") as (process, line):
        address = json.loads(line)["address"]
        with httpx.Client(base_url=address, trust_env=False, timeout=30) as client:
            assert client.get("/health").json()["articles"] == 3
            answer = client.post("/v1/query", json={"question": "Was kostete der Kran in Husum?"})
            assert answer.json()["language"] == "de"
            assert client.get("/health", headers={"Host": "rebind.example"}).status_code == 421
            # An open stream, as every open chat keeps one, must not hold up the end.
            with client.stream("GET", "/gradio_api/heartbeat/abc") as stream:
                assert stream.status_code == 200
                started = time.monotonic()
                process.send_signal(signal.SIGINT)
                out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert time.monotonic() - started < 10
    assert out == ""
    assert "Traceback" not in err
    assert "authentication" not in err


def test_serve_warns_when_others_can_reach_it(archive: Path) -> None:
    with serving(archive, "--host", "0.0.0.0") as (process, line):
        assert "http://127.0.0.1:" in line
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "no authentication" in err
