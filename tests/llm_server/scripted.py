"""A server that speaks the OpenAI protocol as a script tells it: a process of its own, with real sockets.

Run as `python scripted.py FOLDER`: it prints its address and reads FOLDER/script.json at every request, so that a test
can change what it does; every request is written to FOLDER/requests.jsonl, every hung-up reply to FOLDER/hung_up.jsonl.
"""

from __future__ import annotations

import base64
import json
import re
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

MODEL = "scripted"
PIECE = 3
"""Characters of a piece: markers, links and words are cut in two."""


def obey(messages: list[dict[str, str]], orders: list[dict[str, str]]) -> str:
    """What a model without any sense answers: it does all that the passages which it was sent tell it to do.

    Args:
        messages: what it was sent.
        orders: for each order its `trigger`, words of the article that gives it, and what the model `says` then;
            ((code)) in that stands for the delimiter (also ((spaced)), ((hyphens))), ((system)) for the rules,
            ((base64)) for the rules encoded, ((prompt)) for all that it was sent.
    """
    system, prompt = messages[0]["content"], "\n".join(message["content"] for message in messages)
    code = re.findall(r"\b[0-9a-f]{16}\b", system)[0]
    knows = {
        "((code))": code,
        "((spaced))": " ".join(code),
        "((hyphens))": "-".join(code),
        "((system))": system,
        "((base64))": base64.b64encode(system.encode()).decode(),
        "((prompt))": prompt,
    }
    said = [order["says"] for order in orders if order["trigger"] in prompt]
    for place, value in knows.items():
        said = [text.replace(place, value) for text in said]
    passages = re.findall(r"^Text: (.*)$", prompt, re.MULTILINE)
    return " ".join([*said, f"{re.split(r'(?<=[.!?]) ', passages[0])[0]} [1]"])


class Handler(BaseHTTPRequestHandler):
    """Answers /v1/models and /v1/chat/completions."""

    protocol_version = "HTTP/1.1"
    folder: Path

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """List the models."""
        script = self._script()
        self._note({"path": self.path, "headers": dict(self.headers)})
        if script.get("models_status"):
            self._fail(script["models_status"], {})
        elif self.path == "/v1/models":
            self._json(200, {"object": "list", "data": [{"id": name} for name in script.get("models", [MODEL])]})
        else:
            self._fail(404, {})

    def do_POST(self) -> None:
        """Complete a chat."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        number = self._note({"path": self.path, "headers": dict(self.headers), "body": body})
        script = self._script()
        statuses = script.get("statuses", [])
        status = statuses[min(number, len(statuses)) - 1] if statuses else 200
        if status != 200:
            self._fail(status, script.get("headers", {}))
            return
        time.sleep(script.get("wait", 0.0))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            self._stream(script, body, number)
        except (BrokenPipeError, ConnectionResetError):
            with (self.folder / "hung_up.jsonl").open("a", encoding="utf-8") as log:
                log.write(f"{number}\n")
            self.close_connection = True

    def _stream(self, script: dict[str, Any], body: dict[str, Any], number: int) -> None:
        if "orders" in script:
            reply = obey(body["messages"], script["orders"])
        else:
            reply = script["replies"][min(number, len(script["replies"])) - 1]
        pieces = [reply[place : place + PIECE] for place in range(0, len(reply), PIECE)]
        cut = script.get("cut_after")
        for count, piece in enumerate(pieces):
            if cut is not None and count >= cut:
                self._break_off(script)
                return
            self._event({"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]}, body)
            time.sleep(script.get("pause", 0.0))
        self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": script.get("finish", "stop")}]}, body)
        self._chunk("data: [DONE]\n\n")
        self._chunk("")

    def _break_off(self, script: dict[str, Any]) -> None:
        """End a reply in the middle of it."""
        how = script.get("how", "close")
        if how == "malformed":
            self._chunk("data: {this is no JSON\n\n")
            self._chunk("")
        elif how == "error":
            self._chunk('data: {"error": {"message": "out of memory"}}\n\n')
            self._chunk("")
        elif how == "end":  # a well-formed end of the body, but no finish_reason and no [DONE]
            self._chunk("")
        elif how == "hang":
            while True:
                time.sleep(0.1)
                self._chunk(": still here\n\n")
        self.close_connection = True

    def _event(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        whole = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": body.get("model"), **event}
        self._chunk(f"data: {json.dumps(whole)}\n\n")

    def _chunk(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _fail(self, status: int, headers: dict[str, str]) -> None:
        key = self.headers.get("Authorization", "").removeprefix("Bearer ")
        message = f"scripted error {status}, your key is {key}"
        self._json(status, {"error": {"message": message, "type": "scripted"}}, headers)

    def _json(self, status: int, value: object, headers: dict[str, str] | None = None) -> None:
        data = json.dumps(value).encode()
        self.send_response(status)
        for name, text in {
            "Content-Type": "application/json",
            "Content-Length": str(len(data)),
            **(headers or {}),
        }.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(data)

    def _script(self) -> dict[str, Any]:
        return dict(json.loads((self.folder / "script.json").read_text(encoding="utf-8")))

    def _note(self, request: dict[str, Any]) -> int:
        """Write a request down; returns how many chats there were."""
        with (self.folder / "requests.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(request) + "\n")
        return sum("body" in request for request in _lines(self.folder / "requests.jsonl"))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


class Server(ThreadingHTTPServer):
    """Ends without waiting for replies that hang."""

    daemon_threads = True


if __name__ == "__main__":
    Handler.folder = Path(sys.argv[1])
    with Server(("127.0.0.1", 0), Handler) as server:
        print(f"http://127.0.0.1:{server.server_address[1]}/v1", flush=True)  # noqa: T201
        server.serve_forever()
