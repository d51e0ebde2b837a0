"""Promise 5: no socket to another machine. Sockets are walled off in every process, and by the kernel where it can."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# Loaded by every Python process on its own: what goes beyond this machine is written down and refused.
WALL = '''
import os, socket

HERE = {"localhost", "127.0.0.1", "::1", "", None}

def guarded(function, address_of):
    def call(*arguments, **options):
        host = address_of(arguments)
        if isinstance(host, bytes):
            host = host.decode()
        if host not in HERE:
            with open(os.environ["WALL_LOG"], "a") as log:
                log.write(f"{function.__name__} {host}\\n")
            raise OSError(f"walled off: {host}")
        return function(*arguments, **options)
    return call

class Guarded(socket.socket):
    """`connect` and its kind to loopback and to local sockets only."""

def host_of(arguments):
    address = arguments[-1]
    return address[0] if isinstance(address, tuple) else "localhost"

for name in ("connect", "connect_ex", "sendto"):
    setattr(Guarded, name, guarded(getattr(socket.socket, name), host_of))
socket.socket = Guarded
for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "create_connection"):
    first = (lambda a: a[0][0]) if name == "create_connection" else (lambda a: a[0])
    setattr(socket, name, guarded(getattr(socket, name), first))
'''

# Runs inside the wall: everything that a user does, one process a verb, as a shell would.
DAY = '''
import fcntl, json, socket, struct, subprocess, sys, urllib.request

def bring_up_loopback():
    """In a network of its own a process has to switch on even 127.0.0.1."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sh", b"lo", 0x1 | 0x40)
        fcntl.ioctl(control, 0x8914, request)

def run(*arguments):
    command = [sys.executable, "-m", "rag.cli.main", *arguments, "--data", "data", "--json"]
    done = subprocess.run(command, capture_output=True, text=True)
    return {"code": done.returncode, "out": json.loads(done.stdout or "null"), "err": done.stderr}

def post(address, path, body):
    request = urllib.request.Request(
        address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)

def serve():
    command = [sys.executable, "-m", "rag.cli.main", "serve", "--port", "0", "--data", "data", "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        address = json.loads(process.stdout.readline())["address"]
        with urllib.request.urlopen(address + "/health", timeout=30) as response:
            health = json.load(response)
        with urllib.request.urlopen(address + "/", timeout=30) as response:
            page = response.read().decode()
        return {"health": health, "page": page, "answer": post(address, "/v1/query", {"question": sys.argv[2]})}
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()

if sys.argv[1] == "kernel":
    bring_up_loopback()
report = {
    "index": run("index", "articles"),
    "ask": run("ask", sys.argv[2]),
    "eval": run("eval", "gold.jsonl"),
    "doctor": run("doctor"),
    "serve": serve(),
}
print(json.dumps(report))
'''

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"
GOLD = {
    "id": "q1",
    "question": QUESTION,
    "language": "de",
    "answerable": True,
    "answers": ["60.000"],
    "articles": ["hafen"],
}


def _unshare() -> list[str]:
    """How to start a process without any network; empty where the kernel or the container does not allow it."""
    command = ["unshare", "--net", "--map-root-user"]
    if shutil.which("unshare") is None:
        return []
    return command if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0 else []


def _walled(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "wall").mkdir(exist_ok=True)
    (folder / "wall" / "sitecustomize.py").write_text(WALL, encoding="utf-8")
    (folder / "log").touch()
    path = os.pathsep.join(filter(None, [str(folder / "wall"), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"PYTHONPATH": path, "WALL_LOG": str(folder / "log")}
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.create_connection(('192.0.2.1', 80), 1)",
        "socket.socket().connect(('192.0.2.1', 80))",
        "socket.getaddrinfo('example.org', 80)",
        "__import__('urllib.request').request.urlopen('http://example.org/', timeout=1)",
    ],
)
def test_the_wall_stands(tmp_path: Path, attempt: str) -> None:
    """Else the test below would prove nothing."""
    done = _walled(tmp_path, sys.executable, "-c", f"import socket; {attempt}")
    assert "walled off" in done.stderr
    assert (tmp_path / "log").read_text(encoding="utf-8") != ""


def test_index_ask_eval_and_serve_need_no_other_machine(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "day.py").write_text(DAY, encoding="utf-8")
    unshare = _unshare()
    done = _walled(tmp_path, *unshare, sys.executable, "day.py", "kernel" if unshare else "python", QUESTION)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    for verb in ("index", "ask", "eval", "doctor"):
        assert report[verb]["code"] == 0, report[verb]["err"]
    assert report["index"]["out"]["articles"] == 3
    cited = report["ask"]["out"]["citations"] or report["ask"]["out"]["nearest"]
    assert "60.000 Kilogramm" in cited[0]["quote"]
    assert report["serve"]["health"]["articles"] == 3
    assert "</html>" in report["serve"]["page"]
    served, asked = report["serve"]["answer"], report["ask"]["out"]
    assert served | {"timings_ms": {}} == asked | {"timings_ms": {}}
    assert (tmp_path / "log").read_text(encoding="utf-8") == "", "a process reached for another machine"
