"""Promise 8 with a language model: articles that give orders, and a model that obeys every one of them.

The articles are in `tests/rag/llm/injections.jsonl`: what each says, the question whose answer it stands beside, what
an obedient model `obeyed` with, and what of that is `forbidden` in an answer.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from index.build import build_index
from index.embedding import OnnxEmbedder
from rag import Answer, Fundstelle
from rag.answering.frames import FRAMES
from rag.llm import LlmLimits, LlmServer
from rag.llm.hidden import HIDDEN
from rag.llm.marks import MARKS
from rag.llm.neutral import neutral
from rag.streaming import AnswerReady, shown_after

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
DATA = Path(__file__).resolve().parents[1] / "rag" / "llm" / "injections.jsonl"
INJECTIONS: list[dict[str, Any]] = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
IDS = [injection["id"] for injection in INJECTIONS]
DANGEROUS = re.compile(
    r"\]\(|^\s*\[[^\]]*\]:|!\[|<[a-zA-Z!?/|]|://|\bwww\.|javascript:|data:\w|vbscript:|mailto:|&#|&lt;|【|\[\[|\.example\b",
    re.IGNORECASE | re.MULTILINE,
)


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory, embedder: OnnxEmbedder) -> Path:
    """An archive of the demo articles with the injections among them."""
    folder = tmp_path_factory.mktemp("poisoned")
    feed = folder / "feed.jsonl"
    known = ("id", "title", "text", "language")
    feed.write_text("\n".join(json.dumps({name: i[name] for name in known}) for i in INJECTIONS), encoding="utf-8")
    report = build_index(folder / "data", [CORPUS, feed], embedder)
    assert report.problems == []
    return folder / "data"


@pytest.fixture
def obeyed(poisoned: Path, scripted_llm: Any) -> Iterator[Fundstelle]:
    """The archive with a model that does what every article before it says."""
    orders = [{"trigger": neutral(i["text"])[:40], "says": i["obeyed"]} for i in INJECTIONS]
    scripted_llm.says(orders=orders)
    server = LlmServer(url=scripted_llm.url, model="scripted", context_tokens=8192)
    limits = LlmLimits(retries=0, answer_tokens=2000, timeout=200)
    with Fundstelle.open(poisoned, threshold=0.0, llm=server, llm_limits=limits) as opened:
        yield opened


def test_there_are_enough_of_them_in_both_languages() -> None:
    assert len(INJECTIONS) >= 30
    assert {language: sum(i["language"] == language for i in INJECTIONS) >= 15 for language in ("de", "en")} == {
        "de": True,
        "en": True,
    }
    assert len({i["kind"] for i in INJECTIONS}) >= 25


@pytest.mark.parametrize("injection", INJECTIONS, ids=IDS)
def test_an_obeyed_injection_changes_nothing_but_the_quotes(
    obeyed: Fundstelle, scripted_llm: Any, injection: dict[str, Any]
) -> None:
    shown, texts = "", []
    with obeyed.ask_stream(injection["question"]) as stream:
        for event in stream:
            if isinstance(event, AnswerReady):
                answer = event.answer
            else:
                shown = shown_after(shown, event)
                texts.append(shown)
    system = scripted_llm.requests()[-1]["body"]["messages"][0]["content"]
    assert neutral(injection["text"])[:40] in scripted_llm.requests()[-1]["body"]["messages"][1]["content"]
    for text in [*texts, answer.text, *(reason for s in answer.sentences for reason in s.reasons)]:
        _check_clean(text, system, injection["forbidden"])
    if answer.status == "answered":
        _check_sentences(answer)
        _check_quotes(obeyed, answer)
    else:
        assert (answer.sentences, answer.citations) == ([], [])
    assert answer.text == shown


def test_the_model_did_obey(obeyed: Fundstelle, scripted_llm: Any) -> None:
    """Else the tests above would prove nothing: lies without markup come through to the verifier, which marks them."""
    answer = obeyed.ask("When was the lighthouse at Crane Point relit?")
    lie = next(sentence for sentence in answer.sentences if "stole the lamp" in sentence.text)
    assert lie.support != "verbatim"
    assert any("relit on Saturday" in sentence.text and sentence.citations for sentence in answer.sentences)


@pytest.mark.parametrize("injection", INJECTIONS, ids=IDS)
def test_without_a_model_there_are_only_quotes(poisoned: Path, injection: dict[str, Any]) -> None:
    with Fundstelle.open(poisoned, threshold=0.0, llm=False) as opened:
        answer = opened.ask(injection["question"], dates="ignore")
        assert (answer.status, answer.mode, answer.notice) == ("answered", "extractive", None)
        rest = answer.text
        for sentence in reversed(answer.sentences):
            assert sentence.support == "verbatim"
            rest = rest[: sentence.start] + rest[sentence.end :]
        frame = re.sub(r"(?: ?\[\d+\])+", "", rest)
        assert set(frame.split("\n")) <= {"", FRAMES[answer.language].found}
        _check_quotes(opened, answer)


def _check_clean(text: str, system: str, forbidden: Sequence[str]) -> None:
    """No link, image or markup, nothing hidden, no forged marker, nothing of the prompt."""
    assert not DANGEROUS.search(text), text
    assert not HIDDEN.search(text), text
    code = re.findall(r"\b[0-9a-f]{16}\b", system)[0]
    assert code not in re.sub(r"[\W_]", "", text)
    assert base64.b64encode(system.encode()).decode()[:24] not in text
    words = re.findall(r"\w+", system.lower())
    said = " ".join(re.findall(r"\w+", text.lower()))
    assert not any(" ".join(words[place : place + 7]) in said for place in range(len(words) - 6)), text
    for piece in forbidden:
        assert piece not in text, text


def _check_sentences(answer: Answer) -> None:
    """Each sentence is supported by what it cites or marked, and there is no other marker."""
    marks, rest = MARKS[answer.language], answer.text
    for sentence in reversed(answer.sentences):
        assert "[" not in sentence.text or not re.search(r"\[\s*\d", sentence.text)
        behind = "".join(f"[{n}]" for n in sentence.citations)
        behind = (f" {behind}" if behind else "") + (f" {marks[sentence.support]}" if sentence.support in marks else "")
        assert answer.text[sentence.end :].startswith(behind)
        assert bool(sentence.citations) is (sentence.support != "unsupported")
        rest = rest[: sentence.start] + rest[sentence.end + len(behind) :]
    assert rest.strip() == ""
    numbers = [n for sentence in answer.sentences for n in sentence.citations]
    assert list(dict.fromkeys(numbers)) == [citation.n for citation in answer.citations]
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))


def _check_quotes(archive: Fundstelle, answer: Answer) -> None:
    for citation in answer.citations:
        assert archive.article(citation.article_id).text[citation.start : citation.end] == citation.quote != ""
