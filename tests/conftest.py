"""What tests share: a few tiny articles of known wording, and an archive made from them by the real builder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from index.build import build_index
from index.embedding import OnnxEmbedder, default_embedder
from rag import Fundstelle

REPOSITORY = Path(__file__).resolve().parent.parent

# The exported model is kept in the repository's ignored cache, so that only the first run pays for the export.
os.environ.setdefault("FUNDSTELLE_CACHE", str(REPOSITORY / ".cache"))
for name in [name for name in os.environ if name.startswith("FUNDSTELLE_LLM")]:
    os.environ.pop(name)
for name in ("FUNDSTELLE_DATA", "FUNDSTELLE_EMBEDDER", "FUNDSTELLE_READER"):
    os.environ.pop(name, None)

ALPHABET = " ".join("abcdefghijklmnopqrstuvwxyzäöüß0123456789.,:;?!-()'„“£")

TINY_ARTICLES = {
    "hafen.md": """---
title: Neuer Hafenkran in Husum
published: "2023-09-14"
language: de
source: Küstenbote
url: https://example.org/hafen
---
HUSUM (kb) - Der neue Hafenkran hebt bis zu 60.000 Kilogramm. Er wurde am 14. September von Bürgermeisterin Dr. Anke
Petersen eingeweiht. „Wir haben lange darauf gewartet“, sagte sie.

## Kosten

Der Kran kostete 3,5 Mio. Euro. Die Hälfte bezahlte das Land.
""",
    "bridge.md": """---
title: Old bridge in Whitby closes for repairs
published: "2024-03"
language: en
source: Harbour Post
---
WHITBY - The swing bridge will close for eleven weeks, engineer Paul Marsh said on Monday. Repairs cost £1.2 million.

The bridge was built in 1908. Boats may still pass twice a day.
""",
    "zoo.txt": "Im Zoo von Görlitz ist ein Roter Panda geboren worden. Das Jungtier wiegt 120 Gramm. Es heißt Momo.\n",
}


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real articles beside the repository; it may be absent, then it holds nothing."""
    return REPOSITORY.parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def embedder() -> OnnxEmbedder:
    """The default embedder."""
    chosen = default_embedder()
    assert isinstance(chosen, OnnxEmbedder)
    return chosen


@pytest.fixture(scope="session")
def write_tiny_bert() -> Callable[[Path, int], None]:
    """Writes a random BERT (2 layers, 32 numbers) that knows the words of the tiny articles, as transformers does.

    Called with a folder and the number of scores that its head gives; 0 for a body without a head.
    """

    def write(folder: Path, scores: int) -> None:
        import torch
        from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

        transformers: Any = import_module("transformers")  # its types do not fit its own calls
        words = sorted(set(" ".join([*TINY_ARTICLES.values(), ALPHABET]).lower().split()))
        marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
        vocabulary = [*marks, *words, *(f"##{letter}" for letter in ALPHABET.split())]
        numbered = {piece: number for number, piece in enumerate(vocabulary)}
        pieces = BertWordPieceTokenizer(vocab=numbered, lowercase=True, strip_accents=False)
        special = {"cls_token": "[CLS]", "sep_token": "[SEP]", "pad_token": "[PAD]", "unk_token": "[UNK]"}
        transformers.PreTrainedTokenizerFast(tokenizer_object=pieces._tokenizer, **special).save_pretrained(folder)
        config = transformers.BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=64,
            max_position_embeddings=128,
            initializer_range=0.3,
            num_labels=max(1, scores),
        )
        torch.manual_seed(7)
        body = transformers.BertForSequenceClassification(config) if scores else transformers.BertModel(config)
        body.save_pretrained(folder)

    return write


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A fresh folder with the tiny articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    write_tiny_articles(folder)
    return folder


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, embedder: OnnxEmbedder) -> Path:
    """A data folder with an index of the tiny articles; to be read only."""
    folder = tmp_path_factory.mktemp("tiny")
    source = folder / "articles"
    source.mkdir()
    write_tiny_articles(source)
    build_index(folder / "data", [source], embedder)
    return folder / "data"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, embedder: OnnxEmbedder) -> Path:
    """A data folder with an index of the demo articles in corpus/; to be read only."""
    data = tmp_path_factory.mktemp("demo") / "data"
    build_index(data, [REPOSITORY / "corpus"], embedder)
    return data


class ScriptedLlm:
    """A process that speaks the OpenAI protocol and does what a test tells it: `tests/llm_server/scripted.py`.

    Attributes:
        url: its base URL.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.says("Ja.")
        command = [sys.executable, str(REPOSITORY / "tests" / "llm_server" / "scripted.py"), str(folder)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip()

    def says(self, *replies: str, **script: object) -> None:
        """Give these replies, the last one again and again, in the way that the script tells; forget past requests."""
        (self._folder / "requests.jsonl").write_text("", encoding="utf-8")
        (self._folder / "hung_up.jsonl").write_text("", encoding="utf-8")
        (self._folder / "script.json").write_text(json.dumps({"replies": replies, **script}), encoding="utf-8")

    def requests(self) -> list[dict[str, Any]]:
        """The chats that it was asked for, with path, headers and body."""
        lines = (self._folder / "requests.jsonl").read_text(encoding="utf-8").splitlines()
        return [request for request in map(json.loads, lines) if "body" in request]

    def hung_up(self) -> bool:
        """Whether somebody hung up while it was replying."""
        return (self._folder / "hung_up.jsonl").read_text(encoding="utf-8") != ""

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.communicate(timeout=30)


@pytest.fixture(scope="session")
def llm_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScriptedLlm]:
    """The scripted language model; take `scripted_llm`."""
    server = ScriptedLlm(tmp_path_factory.mktemp("llm"))
    yield server
    server.stop()


@pytest.fixture
def scripted_llm(llm_process: ScriptedLlm) -> ScriptedLlm:
    """The scripted language model, saying yes to everything."""
    llm_process.says("Ja.")
    return llm_process


@pytest.fixture
def fundstelle(archive: Path) -> Iterator[Fundstelle]:
    """The archive of tiny articles, open."""
    with Fundstelle.open(archive) as opened:
        yield opened


def write_tiny_articles(folder: Path) -> None:
    """Write the tiny articles into a folder."""
    for name, text in TINY_ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
