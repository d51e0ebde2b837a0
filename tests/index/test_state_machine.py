"""Random histories of an archive, checked after every step against what its files say."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from index.build import build_index
from index.columns import LANGUAGES
from index.current import CurrentGeneration
from index.embedding import fingerprint_of
from index.embedding.interface import embed_passages
from index.errors import FundstelleError
from index.generation import Generation
from index.keywords import analyze
from index.layout import current_generation
from index.passages import embedded_text
from index.progress import Advance

if TYPE_CHECKING:
    from tests.index.conftest import HashingEmbedder

FEED = "feed.jsonl"
NAMES = st.sampled_from(["a.md", "b.md", "c.md", "d.md"])
PIECES = st.sampled_from(
    [
        "Der Kran hebt am 14. September 60.000 kg. ",
        "„Endlich“, sagte Dr. Petersen. ",
        "The bridge closes on Monday. ",
        "\n\n## Kosten\n\n",
        "Er kostet 3,5 Mio. Euro.\n\n",
        "🏗️ Neu! ",
        "- Punkt\n",
        "– … ",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join).filter(lambda text: any(map(str.isalpha, text)))
LANGUAGE = st.sampled_from(["de", "en"])
# A file and what becomes of it: an article (text, language), the records of the feed, or "remove" or "break".
EDITS = st.one_of(
    st.tuples(NAMES, st.tuples(TEXTS, LANGUAGE)),
    st.tuples(st.just(FEED), st.dictionaries(st.sampled_from(["x", "y", "z"]), TEXTS, min_size=1)),
    st.tuples(NAMES | st.just(FEED), st.just("remove")),
    st.tuples(NAMES | st.just(FEED), st.just("break")),
)
STEPS = st.sampled_from(["reading", "splitting", "embedding", "writing", "keywords", "checking"])


class Archive(RuleBasedStateMachine):
    """Files in a folder, the index over them, and a reader that stays open.

    Attributes:
        files: what each file should give, by its name: article id -> (language, words of its text); None when broken.
        indexed: the same by file, as of the last successful build.
    """

    def __init__(self, embedder: HashingEmbedder) -> None:
        super().__init__()
        self.embedder = embedder
        self.root = tempfile.TemporaryDirectory()
        self.source = Path(self.root.name) / "source"
        self.source.mkdir()
        self.data = Path(self.root.name) / "data"
        self.files: dict[str, dict[str, tuple[str, list[str]]] | None] = {}
        self.indexed: dict[str, dict[str, tuple[str, list[str]]]] = {}
        self.reader = self._new_reader()

    def teardown(self) -> None:
        self.reader.close()
        self.root.cleanup()

    def _new_reader(self) -> CurrentGeneration:
        return CurrentGeneration(self.data, self.embedder.model_name, fingerprint_of(self.embedder))

    @initialize(texts=st.lists(TEXTS, min_size=4, max_size=4))
    def begin(self, texts: list[str]) -> None:
        for name, text in zip("abc", texts, strict=False):
            self.write_article(f"{name}.md", text, "de" if name < "c" else "en")
        self.write_feed({"x": texts[3], "y": texts[0]})
        self._build(rebuild=False)

    @rule(edits=st.lists(EDITS, min_size=1, max_size=3), then=st.sampled_from(["build", "build", "rebuild", "nothing"]))
    def edit(self, edits: list[tuple[str, Any]], then: str) -> None:
        """Change some files, and mostly index them."""
        self._apply(edits)
        if then != "nothing":
            self._build(rebuild=then == "rebuild")

    @rule(edits=st.lists(EDITS, max_size=2), step=STEPS, rebuild=st.booleans())
    def interrupted_edit(self, edits: list[tuple[str, Any]], step: str, rebuild: bool) -> None:
        """Change some files and press Ctrl-C while they are indexed."""
        self._apply(edits)
        if self._expected():
            self._interrupt(step, rebuild)

    @rule()
    def reopen(self) -> None:
        self.reader.close()
        self.reader = self._new_reader()

    def _apply(self, edits: list[tuple[str, Any]]) -> None:
        for name, content in edits:
            if isinstance(content, dict):
                self.write_feed(content)
            elif isinstance(content, tuple):
                self.write_article(name, *content)
            elif name in self.files and content == "remove":
                (self.source / name).unlink()
                del self.files[name]
            elif name in self.files:
                (self.source / name).write_bytes(b"")
                self.files[name] = None

    def write_article(self, name: str, text: str, language: str) -> None:
        """Add or change an article."""
        stem = Path(name).stem
        content = f"---\nlanguage: {language}\ntitle: Titel {stem}\n---\n{text}"
        (self.source / name).write_text(content, encoding="utf-8")
        self.files[name] = {stem: (language, text.replace("#", "").split())}

    def write_feed(self, records: dict[str, str]) -> None:
        """Several articles in one file."""
        lines = [json.dumps({"id": name, "text": text, "language": "de"}) for name, text in records.items()]
        (self.source / FEED).write_text("\n".join(lines), encoding="utf-8")
        self.files[FEED] = {name: ("de", text.replace("#", "").split()) for name, text in records.items()}

    def _build(self, rebuild: bool) -> None:
        """Index the folder; what is broken keeps the articles it had."""
        expected = self._expected()
        before = current_generation(self.data)
        if not expected:
            with pytest.raises(FundstelleError, match="no article is left"):
                build_index(self.data, [self.source], self.embedder, rebuild=rebuild)
            assert current_generation(self.data) == before
            return
        report = build_index(self.data, [self.source], self.embedder, rebuild=rebuild)
        old = {key: value for given in self.indexed.values() for key, value in given.items()}
        new = {key: value for given in expected.values() for key, value in given.items()}
        assert report.articles == len(new)
        assert report.added == len(new.keys() - old.keys())
        assert report.removed == len(old.keys() - new.keys())
        assert len(report.problems) == sum(given is None for given in self.files.values())
        assert report.switched == (report.generation != before)
        if old != new or rebuild:
            assert report.switched
        self.indexed = expected

    def _expected(self) -> dict[str, dict[str, tuple[str, list[str]]]]:
        kept = {name: self.indexed.get(name) if given is None else given for name, given in self.files.items()}
        return {name: given for name, given in kept.items() if given is not None}

    def _interrupt(self, wanted: str, rebuild: bool) -> None:
        """Ctrl-C in some step; a build that has nothing to do in it goes through."""

        @contextmanager
        def progress(step: str, total: int, unit: str) -> Iterator[Advance]:
            def advance(count: int) -> None:
                if step == wanted:
                    raise KeyboardInterrupt

            yield advance

        try:
            build_index(self.data, [self.source], self.embedder, rebuild=rebuild, progress=progress)
        except KeyboardInterrupt:
            return
        self.indexed = self._expected()

    @invariant()
    def nothing_else_lies_around(self) -> None:
        if self.indexed:
            # The reader that stays open may hold one older generation.
            assert len(list((self.data / "generations").iterdir())) <= 2

    @invariant()
    def the_index_holds_what_was_indexed(self) -> None:
        if not self.indexed:
            return
        with self.reader.use() as generation:
            found = {a.id: (a.language, a.text.replace("#", "").split()) for a in generation.archive.articles()}
            assert found == {key: value for given in self.indexed.values() for key, value in given.items()}
            _check_parts(generation, self.embedder)


def _check_parts(generation: Generation, embedder: HashingEmbedder) -> None:
    """All parts hold the same rows, spans are exact, and every passage is found once."""
    total = generation.manifest.passages
    split = [article for _, article in generation.archive.split_articles()]
    for article, sentences, passages in split:
        quotes = [article.text[s.start : s.end] for s in sentences]
        assert all(quote and quote == quote.strip() for quote in quotes)
        assert "".join("".join(quotes).split()) == "".join(article.text.split())
        covered = [article.text[p.start : p.end] for p in passages]
        assert "".join("".join(covered).split()) == "".join(article.text.split())
    stored = generation.archive.passages(range(total))
    assert [s.passage for s in stored] == [p for article in split for p in article.passages]
    texts = [embedded_text(s.article.title, s.article.text[s.passage.start : s.passage.end]) for s in stored]
    np.testing.assert_array_equal(generation.vectors.matrix, embed_passages(embedder, texts))
    assert len(generation.columns) == total == len(generation.keywords.scores(["=kran"]))
    codes = [LANGUAGES.index(s.article.language) for s in stored]
    assert generation.columns.languages().tolist() == codes
    for code, language in enumerate(LANGUAGES):
        rows = [row for row in range(total) if codes[row] == code]
        if rows:
            assert generation.vectors.count(language) == len(rows)
            hits = generation.vectors.nearest(generation.vectors.matrix[rows[-1]], language, len(rows)).tolist()
            assert sorted(hits) == rows
    for row in (0, total - 1):
        terms = analyze(texts[row], stored[row].article.language)
        assert generation.keywords.scores(terms)[row] > 0


@pytest.mark.usefixtures("verify_here")
def test_any_history_leaves_the_index_as_the_files_say(hashing: HashingEmbedder) -> None:
    class History(Archive):
        def __init__(self) -> None:
            super().__init__(hashing)

    run_state_machine_as_test(
        History,
        settings=settings(
            max_examples=35,
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
        ),
    )
