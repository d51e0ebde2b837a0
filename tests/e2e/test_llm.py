"""A language model behind the OpenAI protocol writes the answers: through every door, and when it fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from index.errors import UsageError
from rag import Answer, Fundstelle
from rag.cancellation import Cancelled
from rag.cli.main import main
from rag.llm import LlmLimits, LlmServer
from rag.llm.neutral import REFUSAL
from rag.llm.settings import OnUnsupported
from rag.service import create_app
from rag.streaming import AnswerReady, TextReplaced, shown_after

GERMAN = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"
ENGLISH = "For how long will the swing bridge in Whitby close?"
TRUE = "Der neue Hafenkran hebt bis zu 60.000 Kilogramm."
FALSE = "Ein Erdbeben hat 1999 die Stadt Lissabon zerstört."

Open = Callable[..., Fundstelle]


@pytest.fixture
def opened(archive: Path, scripted_llm: Any) -> Iterator[Open]:
    """Opens the archive of tiny articles with the scripted model; it closes it too."""
    archives: list[Fundstelle] = []

    def make(**limits: object) -> Fundstelle:
        server = LlmServer(url=scripted_llm.url, model="scripted")
        quick = {"retries": 0, "connect_timeout": 5.0, "first_timeout": 30.0, "timeout": 60.0}
        archives.append(Fundstelle.open(archive, llm=server, llm_limits=LlmLimits.model_validate(quick | limits)))
        return archives[-1]

    yield make
    for archive_open in archives:
        archive_open.close()


def timeless(answer: Answer) -> Answer:
    return answer.model_copy(update={"timings_ms": {}})


def number_of(scripted_llm: Any, words: str) -> int:
    """The number under which the model was shown the passage with these words."""
    lines = scripted_llm.requests()[-1]["body"]["messages"][1]["content"].splitlines()
    texts = [line for line in lines if line.startswith("Text: ")]
    return 1 + next(place for place, line in enumerate(texts) if words in line)


def test_the_answer_is_the_models_with_every_sentence_checked(opened: Open, scripted_llm: Any) -> None:
    scripted_llm.says(f"{TRUE} [1]. {FALSE} [1]")
    answer = opened().ask(GERMAN)
    assert number_of(scripted_llm, "Hafenkran") == 1
    assert (answer.status, answer.mode, answer.notice) == ("answered", "llm:scripted", None)
    assert [sentence.support for sentence in answer.sentences] == ["verbatim", "unsupported"]
    assert answer.sentences[1].reasons
    assert answer.text == f"{TRUE} [1] {FALSE} (nicht belegt)"
    (citation,) = answer.citations
    assert citation.article_id == "hafen"
    assert TRUE in citation.quote
    assert "Petersen" not in citation.quote, "the sentence that carries it, not the passage"
    assert answer.as_of == "2023-09-14"
    assert 0.0 < answer.confidence < 1.0
    assert {"first_word", "model", "total"} <= set(answer.timings_ms)
    for sentence in answer.sentences:
        assert answer.text[sentence.start : sentence.end] == sentence.text


def test_an_english_question_about_a_german_article(opened: Open, scripted_llm: Any) -> None:
    scripted_llm.says("The swing bridge will close for eleven weeks [1].")
    answer = opened().ask(ENGLISH)
    assert "Answer in English" in scripted_llm.requests()[0]["body"]["messages"][0]["content"]
    assert answer.citations[0].article_id == "bridge"


@pytest.mark.parametrize(("policy", "calls"), [("mark", 1), ("drop", 1), ("retry", 2)])
def test_a_setting_decides_about_what_lacks_support(
    opened: Open, scripted_llm: Any, policy: OnUnsupported, calls: int
) -> None:
    scripted_llm.says(f"{TRUE} [1]. {FALSE} [1]", f"{TRUE} [1]")
    answer = opened(on_unsupported=policy).ask(GERMAN)
    assert len(scripted_llm.requests()) == calls
    shown = f"{TRUE} [1] {FALSE} (nicht belegt)" if policy == "mark" else f"{TRUE} [1]"
    assert answer.text == shown


def test_a_second_try_is_told_the_reasons_and_marked_when_it_is_no_better(opened: Open, scripted_llm: Any) -> None:
    scripted_llm.says(f"{TRUE} [1]. {FALSE} [1]", f"{FALSE} [1]")
    answer = opened(on_unsupported="retry").ask(GERMAN)
    again = scripted_llm.requests()[1]["body"]["messages"]
    assert [message["role"] for message in again] == ["system", "user", "assistant", "user"]
    assert FALSE in again[3]["content"]
    assert answer.text == f"{TRUE} [1] {FALSE} (nicht belegt)", "the better of the two is kept"


def test_the_model_may_say_that_the_archive_does_not_answer(opened: Open, scripted_llm: Any) -> None:
    scripted_llm.says(REFUSAL)
    answer = opened().ask(GERMAN)
    assert (answer.status, answer.citations, answer.sentences) == ("not_in_corpus", [], [])
    assert answer.nearest[0].article_id == "hafen"
    assert REFUSAL not in answer.text
    assert answer.mode == "llm:scripted"


def test_when_nothing_holds_there_is_no_answer(opened: Open, scripted_llm: Any) -> None:
    scripted_llm.says(f"{FALSE} [1] {FALSE}")
    answer = opened().ask(GERMAN)
    assert answer.status == "not_in_corpus"
    assert answer.notice == "Das Sprachmodell hat geantwortet, aber kein Satz war durch das Archiv belegt."
    assert FALSE not in answer.text


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ({"statuses": [401]}, "hat die Anfrage abgelehnt (Schlüssel)"),
        ({"statuses": [429]}, "ist überlastet"),
        ({"statuses": [500]}, "meldet einen Fehler"),
        ({"cut_after": 5}, "hat mitten in der Antwort abgebrochen"),
        ({"cut_after": 5, "how": "malformed"}, "hat Unlesbares geantwortet"),
        ({"wait": 5.0}, "hat nicht rechtzeitig zu antworten begonnen"),
        ({"cut_after": 5, "how": "hang"}, "ist nicht rechtzeitig fertig geworden"),
    ],
)
def test_a_failure_gives_the_quotes_and_says_so(
    opened: Open, scripted_llm: Any, archive: Path, script: dict[str, Any], words: str
) -> None:
    scripted_llm.says(f"{TRUE} [1]", **script)
    answer = opened(first_timeout=1.0, timeout=2.0).ask(GERMAN)
    with Fundstelle.open(archive, llm=False) as plain:
        quoted = plain.ask(GERMAN)
    assert answer.notice is not None
    assert answer.notice.startswith(f"Das Sprachmodell scripted {words}.")
    assert timeless(answer).model_copy(update={"notice": None}) == timeless(quoted)


def test_no_server_at_all(archive: Path) -> None:
    server = LlmServer(url="http://127.0.0.1:9/v1", model="gone")
    with Fundstelle.open(archive, llm=server, llm_limits=LlmLimits(retries=0)) as opened:
        answer = opened.ask(ENGLISH)
    assert answer.mode == "extractive"
    assert answer.notice is not None
    assert answer.notice.startswith("The language model gone cannot be reached.")


REPLIES = (
    f"{TRUE} [1]. {FALSE} [7]\n\nEr wurde am 14. September eingeweiht [1][9]. Mehr: [hier](https://a.example/b).",
    f"{FALSE} [1]",
    REFUSAL,
    "<think>Hm.</think> - **Er** kostete 3,5 Mio. Euro [1]\n- Die Hälfte bezahlte das Land [1, 2].",
)


@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize("policy", ["mark", "drop"])
def test_streaming_ends_with_what_asking_gives(
    opened: Open, scripted_llm: Any, reply: str, policy: OnUnsupported
) -> None:
    archive = opened(on_unsupported=policy)
    scripted_llm.says(reply)
    text, events = "", []
    with archive.ask_stream(GERMAN) as stream:
        assert stream.live
        for event in stream:
            events.append(event)
            if not isinstance(event, AnswerReady):
                text = shown_after(text, event)
                assert "https" not in text
                assert not text.rstrip().endswith(("[", "[1", "[7", "[9", "[1,"))
    assert isinstance(events[-1], AnswerReady)
    assert events[-1].answer.text == text
    assert timeless(events[-1].answer) == timeless(archive.ask(GERMAN))
    if events[-1].answer.status == "answered" and policy == "mark":
        assert len(events) > 5, "it comes in pieces"
        assert not any(isinstance(event, TextReplaced) for event in events), "nothing was taken back"


def test_quotes_stream_too(archive: Path) -> None:
    with Fundstelle.open(archive) as opened, opened.ask_stream(GERMAN) as stream:
        *deltas, last = list(stream)
        assert not stream.live
        assert isinstance(last, AnswerReady)
        assert "".join(event.text for event in deltas if event.type == "delta") == last.answer.text
        assert timeless(last.answer) == timeless(opened.ask(GERMAN))


def events_of(body: str) -> list[tuple[str, Any]]:
    """Server-sent events as (event, data)."""
    blocks = [block.splitlines() for block in body.split("\n\n") if block and not block.startswith(":")]
    return [(lines[0].removeprefix("event: "), json.loads(lines[1].removeprefix("data: "))) for lines in blocks]


@pytest.mark.parametrize("reply", REPLIES)
def test_the_service_streams_events(opened: Open, scripted_llm: Any, reply: str) -> None:
    scripted_llm.says(reply)
    client = TestClient(create_app(opened()))
    response = client.post("/v1/query", json={"question": GERMAN, "stream": True})
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["x-request-id"]
    *steps, (name, data) = events_of(response.text)
    assert name == "answer"
    text = ""
    for kind, step in steps:
        assert kind in ("delta", "replace")
        text = step["text"] if kind == "replace" else text + step["text"]
    assert data["text"] == text
    plain = client.post("/v1/query", json={"question": GERMAN})
    assert plain.headers["content-type"] == "application/json"
    assert data | {"timings_ms": {}} == plain.json() | {"timings_ms": {}}


def test_a_wrong_question_is_a_problem_before_any_event(opened: Open) -> None:
    client = TestClient(create_app(opened()))
    response = client.post("/v1/query", json={"question": "x", "stream": True, "from": "gestern"})
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"


def test_closing_a_stream_hangs_up_on_the_model(opened: Open, scripted_llm: Any) -> None:
    scripted_llm.says(f"{TRUE} [1]. {TRUE} [1]", cut_after=20, how="hang")
    stream = opened().ask_stream(GERMAN)
    next(stream)
    threading.Timer(0.5, stream.close).start()
    assert not any(isinstance(event, AnswerReady) for event in stream)
    soon(scripted_llm.hung_up)
    with pytest.raises(Cancelled):
        stream.answer()


def test_the_environment_configures_command_line_and_server(
    archive: Path, scripted_llm: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted_llm.says(f"{TRUE} [1]. {FALSE} [1]")
    monkeypatch.setenv("FUNDSTELLE_LLM", f"{scripted_llm.url}#scripted")
    assert main(["ask", GERMAN, "--data", str(archive)]) == 0
    printed = capsys.readouterr().out
    assert f"{TRUE} [1]" in printed
    assert "Not supported: 'Ein Erdbeben" in printed
    assert "Written by scripted" in printed
    assert main(["ask", GERMAN, "--no-llm", "--data", str(archive)]) == 0
    assert "Dazu steht im Archiv:" in capsys.readouterr().out
    assert main(["search", GERMAN, "--data", str(archive)]) == 0
    assert len(scripted_llm.requests()) == 1
    monkeypatch.setenv("FUNDSTELLE_LLM", "nonsense")
    assert main(["ask", GERMAN, "--data", str(archive)]) == 2
    assert "FUNDSTELLE_LLM names no model" in capsys.readouterr().err


@pytest.mark.parametrize(("status", "ok", "words"), [(200, True, "answered 'Ja.'"), (500, False, "500")])
def test_doctor_tries_the_model(
    archive: Path,
    scripted_llm: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    ok: bool,
    words: str,
) -> None:
    scripted_llm.says("Ja.", statuses=[status])
    monkeypatch.setenv("FUNDSTELLE_LLM", f"{scripted_llm.url}#scripted")
    monkeypatch.setenv("FUNDSTELLE_LLM_KEY", "sk-very-secret")
    assert main(["doctor", "--json", "--data", str(archive)]) == (0 if ok else 1)
    printed = capsys.readouterr().out
    (finding,) = [entry for entry in json.loads(printed) if entry["check"] == "language model"]
    assert finding["ok"] is ok
    assert words in finding["seen"]
    assert finding["remedy"] or ok
    assert "sk-very-secret" not in printed


WALL = """
import json, os, socket
connect = socket.socket.connect
def guarded(self, address):
    with open(os.environ["WALL_LOG"], "a") as log:
        log.write(json.dumps(address) + "\\n")
    return connect(self, address)
socket.socket.connect = guarded
def no_names(host, *rest, **options):
    if host not in ("127.0.0.1", "localhost"):
        raise OSError(f"walled off: {host}")
    return resolve(host, *rest, **options)
resolve, socket.getaddrinfo = socket.getaddrinfo, no_names
"""


def test_no_other_machine_is_spoken_to(archive: Path, scripted_llm: Any, tmp_path: Path) -> None:
    """Promise 5: with a model configured, that server is all that is ever connected to."""
    scripted_llm.says(f"{TRUE} [1]")
    (tmp_path / "sitecustomize.py").write_text(WALL, encoding="utf-8")
    log = tmp_path / "log"
    log.touch()
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")])),
        "WALL_LOG": str(log),
        "FUNDSTELLE_LLM": f"{scripted_llm.url}#scripted",
    }
    command = [sys.executable, "-m", "rag.cli.main", "ask", GERMAN, "--json", "--data", str(archive)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["mode"] == "llm:scripted"
    addresses = {tuple(json.loads(line)) for line in log.read_text(encoding="utf-8").splitlines()}
    host, _, port = scripted_llm.url.removeprefix("http://").removesuffix("/v1").partition(":")
    assert addresses == {(host, int(port))}


def soon(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_completing_a_follow_up_can_be_called_off(opened: Open, scripted_llm: Any) -> None:
    scripted_llm.says(GERMAN, wait=20.0)
    archive = opened()
    stream = archive.ask_stream("Und wann?", history=[{"question": GERMAN, "answer": None}])
    threading.Timer(0.5, stream.close).start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        stream.answer()
    assert time.monotonic() - started < 15.0, "not after the model's silence has ended"
    assert len(scripted_llm.requests()) == 1, "it was the follow-up that the model was asked about"


def test_a_wrong_follow_up_is_refused_before_the_model_is_asked(opened: Open, scripted_llm: Any) -> None:
    with pytest.raises(UsageError):
        opened().ask_stream("x" * 5_000, history=[{"question": GERMAN, "answer": None}])
    assert scripted_llm.requests() == []
