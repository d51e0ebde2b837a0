"""Fitting, on made-up sentences of which it is known what tells the right ones."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import numpy as np
import pytest

from index.models import Article, Language, Passage, Sentence
from rag.answering.candidates import Candidate
from rag.answering.features import FEATURES
from rag.answering.places import Place
from rag.answering.scoring import ANSWER_FEATURES, OF_THE_BEST, AnsweringWeights
from rag.answering.selection import ENOUGH
from rag.reading.reader import Reading
from rag.retrieval import Hit
from train.answering import __main__ as fitting
from train.answering.__main__ import _is_right, fit_answers, fit_sentences
from train.answering.cases import Asked, Case

TELLING, SCALE = FEATURES.index("coverage"), FEATURES.index("mass")
NOTHING = Reading(0.5, np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.float32))


def _candidate(article: Article, values: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> Candidate:
    whole = Passage(article_id=article.id, start=0, end=len(article.text))
    hit = Hit(whole, article, score=1.0, keyword=1.0, vector=1.0, cosine=0.5)
    return Candidate(Place(hit, 0, Sentence(start=0, end=len(article.text)), 0, 1), NOTHING, values)


def _cases(number: int = 40, written: Language = "de") -> list[Case]:
    """Four sentences each; "coverage" tells the right one, and its height whether there is one; the rest is chance."""
    chance = np.random.default_rng(3)
    found = []
    for n in range(number):
        answerable = n % 2 == 0
        article = Article(id=f"a{n % 10}", title="Kran", language=written, text="Der Kran hebt viel.")
        values = chance.normal(size=(4, len(FEATURES))).astype(np.float32)
        values[:, TELLING] = 0.0
        values[n % 4, TELLING] = 3.0 if answerable else 1.0
        right = [answerable and place == n % 4 for place in range(4)]
        asked = Asked("Was hebt der Kran?", "de", written, article.id, ("viel",))
        variant = "full" if answerable else "article"
        found.append(Case(asked, variant, [_candidate(article, row) for row in values], right))
    return found


BOTH = [*_cases(), *_cases(written="en")]
"""In the article's language and across."""


def test_what_tells_the_right_sentence_is_found() -> None:
    chooser = fit_sentences(BOTH)
    for model in chooser.models.values():
        assert model.weights.shape == (len(FEATURES),)
        assert int(np.argmax(model.weights)) == TELLING
    for case in BOTH:
        assert sum(chooser.scores(case)) == pytest.approx(1.0)
        if any(case.right):
            assert int(np.argmax(chooser.scores(case))) == list(case.right).index(True)


def test_the_language_itself_counts_where_both_compete() -> None:
    """Of sentences that measure alike, the right ones are mostly in the question's language: so is the first choice."""
    found = []
    for n in range(20):
        articles = [
            Article(id=f"a{n}{language}", title="Kran", language=language, text="Viel.") for language in ("de", "en")
        ]
        candidates = [_candidate(article, np.zeros(len(FEATURES), dtype=np.float32)) for article in articles]
        right = [n % 4 != 0, n % 4 == 0]
        found.append(Case(Asked("Was?", "de", "de", f"a{n}", ("Viel",), among_all=True), "full", candidates, right))
    own, other = fit_sentences(found).scores(found[0])
    assert own == pytest.approx(0.75, abs=0.02)
    assert other == pytest.approx(0.25, abs=0.02)


def test_questions_that_the_archive_does_not_answer_teach_nothing_about_sentences() -> None:
    answered, everything = fit_sentences([case for case in BOTH if case.answerable]), fit_sentences(BOTH)
    for kind, model in everything.models.items():
        assert answered.models[kind].weights == pytest.approx(model.weights)


def test_weights_are_for_raw_features() -> None:
    """A feature that is measured in other units gets another weight, and the verdict stays the same."""
    scaled = []
    for case in BOTH:
        values = [candidate.values.copy() for candidate in case.candidates]
        for row in values:
            row[SCALE] *= 8.0
        candidates = [_candidate(c.article, row) for c, row in zip(case.candidates, values, strict=True)]
        scaled.append(Case(case.asked, case.variant, candidates, case.right))
    plain, other = fit_sentences(BOTH), fit_sentences(scaled)
    for kind, model in plain.models.items():
        assert other.models[kind].weights[SCALE] == pytest.approx(model.weights[SCALE] / 8.0, rel=1e-2)
    assert other.scores(scaled[0]) == pytest.approx(plain.scores(BOTH[0]), abs=1e-3)


def test_whether_the_archive_answers_is_judged_by_the_best_sentence() -> None:
    for model in fit_answers(BOTH, fit_sentences(BOTH)).values():
        assert model.weights.shape == (len(ANSWER_FEATURES),)
        weights = dict(zip(ANSWER_FEATURES, model.weights.tolist(), strict=True))
        assert max(OF_THE_BEST, key=weights.__getitem__) == "best_coverage"
        assert weights["margin"] > 0.0, "where one sentence stands out the archive answers"


def test_a_question_without_its_article_counts_less(monkeypatch: pytest.MonkeyPatch) -> None:
    as_asked = [dataclasses.replace(case, variant="full") for case in BOTH]
    chooser = fit_sentences(as_asked)
    misleading = [dataclasses.replace(case, variant="article", right=[False] * 4) for case in BOTH if any(case.right)]
    monkeypatch.setattr(fitting, "WITHOUT_ARTICLE", 1e-6)
    hardly = fit_answers([*as_asked, *misleading], chooser)
    monkeypatch.setattr(fitting, "WITHOUT_ARTICLE", 1.0)
    fully = fit_answers([*as_asked, *misleading], chooser)
    best = ANSWER_FEATURES.index("best_coverage")
    for kind, model in hardly.items():
        assert fully[kind].weights[best] < 0.7 * model.weights[best]


def test_quotes_are_right_when_any_of_those_quoted_is() -> None:
    case = next(case for case in BOTH if list(case.right) == [False, False, True, False])
    assert _is_right(case, [0.3, 0.2, 0.4, 0.1])
    assert _is_right(case, [0.5, 0.1, 0.3, 0.1])
    assert not _is_right(case, [ENOUGH, 0.01, 1 - ENOUGH - 0.01, 0.0])


def test_what_is_written_is_what_the_answerer_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "cases", lambda folder, scratch: iter(BOTH))
    monkeypatch.setattr(fitting, "WEIGHTS", tmp_path / "weights.json")
    monkeypatch.setattr(sys, "argv", ["train.answering", "--questions", str(tmp_path)])
    fitting.main()
    written = (tmp_path / "weights.json").read_text(encoding="utf-8")
    weights = AnsweringWeights.model_validate_json(written)
    for models, names in ((weights.sentence, FEATURES), (weights.answer, ANSWER_FEATURES)):
        assert [tuple(model.weights) for model in models.values()] == [names, names]
    assert max(weights.sentence["cross"].weights, key=weights.sentence["cross"].weights.__getitem__) == "coverage"
    fitting.main()
    assert (tmp_path / "weights.json").read_text(encoding="utf-8") == written
