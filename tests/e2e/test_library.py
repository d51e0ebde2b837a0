"""The library as its users write it: a fresh interpreter, an embedder of their own, an archive that others re-index."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import zlib
from pathlib import Path

import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding

from index.build import build_index
from index.errors import IncompatibleIndexError
from rag import Fundstelle

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"


class LetterEmbedding(BaseEmbedding):
    """A user's own LlamaIndex embedding."""

    model_name: str = "letters"

    def _get_text_embedding(self, text: str) -> list[float]:
        vector = [0.0] * 32
        for word in text.lower().split():
            vector[zlib.crc32(word.encode()) % 32] += 1.0
        return vector

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)


def test_a_script(archive: Path, tmp_path: Path) -> None:
    script = """
        import json, sys
        from rag import Fundstelle

        with Fundstelle.open(sys.argv[1]) as f:
            answer = f.ask(sys.argv[2], date_from="2023", languages=["de"])
            cited = answer.citations + answer.nearest
            found = f.search(sys.argv[2], k=2)
            article = f.article(found[0].article_id)
            nodes = f.as_retriever(k=1).retrieve(sys.argv[2])
            response = f.as_query_engine().query(sys.argv[2])
            print(json.dumps({
                "exact": [f.article(c.article_id).text[c.start:c.end] == c.quote for c in cited],
                "found": article.text[found[0].start:found[0].end] == found[0].text,
                "node": nodes[0].node.node_id,
                "response": response.metadata["answer"]["status"] == f.ask(sys.argv[2]).status,
                "language": f.language_of(sys.argv[2]),
                "articles": f.info().articles,
            }))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(archive), QUESTION],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    assert printed["exact"]
    assert all(printed["exact"])
    assert printed["found"]
    assert printed["node"].startswith("hafen:")
    assert printed["response"]
    assert (printed["language"], printed["articles"]) == ("de", 3)


def test_any_llamaindex_embedding_will_do(articles: Path, tmp_path: Path) -> None:
    embedding = LetterEmbedding()
    build_index(tmp_path / "data", [articles], embedding)
    with Fundstelle.open(tmp_path / "data", embedder=embedding, threshold=0.0) as archive:
        answer = archive.ask(QUESTION)
        assert "60.000 Kilogramm" in answer.citations[0].quote
    with pytest.raises(IncompatibleIndexError, match="letters"):
        Fundstelle.open(tmp_path / "data")
    with pytest.raises(IncompatibleIndexError):
        Fundstelle.open(tmp_path / "data", embedder=LetterEmbedding(model_name="other letters"))


def test_an_open_archive_sees_what_another_process_indexes(articles: Path, tmp_path: Path) -> None:
    def index() -> None:
        command = [sys.executable, "-m", "rag.cli.main", "index", str(articles), "--data", str(tmp_path / "data")]
        subprocess.run(command, check=True, capture_output=True)

    index()
    with Fundstelle.open(tmp_path / "data", threshold=0.0) as archive:
        before = archive.ask(QUESTION)
        (articles / "hafen.md").write_text("Der Hafenkran in Husum hebt 70.000 Kilogramm.", encoding="utf-8")
        index()
        after = archive.ask(QUESTION)
    assert "60.000" in before.text
    assert "70.000" in after.text
    assert "60.000" not in after.text
    assert before.index.generation != after.index.generation
