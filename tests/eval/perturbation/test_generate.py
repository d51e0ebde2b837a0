from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from eval.perturbation import FALSE_KINDS, TRUE_KINDS, load_claims, perturbations, variants
from eval.perturbation.cases import evidence_of, half_of, make_cases, read_articles
from eval.perturbation.claims import TrueClaim, Wordings
from eval.perturbation.hints import hints_of
from eval.perturbation.suite import BARS, Outcome, Rate, missed_bars, rates
from index.models import Language
from rag.verification import Place, Verdict

CORPUS = Path(__file__).resolve().parents[3] / "corpus"
GERMAN = "Am 3. Mai 2021 besiegte Anna Weber in Paris vor 300 Leuten Tom Koch."
ENGLISH = "On 3 May 2021 Anna Weber beat Tom Koch in Paris before 300 people."


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (ENGLISH, "en")])
def test_a_rich_sentence_is_changed_in_every_way(text: str, language: Language) -> None:
    found = list(perturbations(text, language, seed=1))
    kinds = Counter(p.kind for p in found)
    assert {"number", "date", "name", "place", "exaggeration", "wrong_citation", "paraphrase"} <= set(kinds)
    assert all(kinds[kind] <= 1 for kind in FALSE_KINDS)
    assert all(p.text != text for p in found if p.kind != "wrong_citation")
    assert all(p.faithful == (p.kind in TRUE_KINDS) and p.language == language for p in found)


def test_the_same_seed_gives_the_same_sentences_and_another_does_not() -> None:
    assert list(perturbations(ENGLISH, "en", 5)) == list(perturbations(ENGLISH, "en", 5))
    assert len({tuple(perturbations(ENGLISH, "en", seed)) for seed in range(8)}) > 1


def test_a_claim_is_a_paraphrase_in_its_language_and_a_translation_in_the_other() -> None:
    turned = Wordings(de="Tom schlug Anna.", en="Tom beat Anna.")
    claim = TrueClaim(id="x", article="a", quote="q", de="Anna schlug Tom.", en="Anna beat Tom.", turned=turned)
    same, across = list(variants(claim, "de", "de", 0)), list(variants(claim, "en", "de", 0))
    assert (same[0].kind, same[0].text) == ("paraphrase", claim.de)
    assert (across[0].kind, across[0].text) == ("translation", claim.en)
    assert [v.text for v in same if v.kind == "role"] == [turned.de]
    assert sum(v.faithful for v in same + across) == 2


def test_names_are_known_from_the_other_language() -> None:
    claims = [
        TrueClaim(id="a", article="a", quote="q", de="Scholz traf Lukaschenko.", en="Then Scholz met Lukashenko."),
        TrueClaim(id="b", article="b", quote="q", de="Dann ging Habeck.", en="Then Habeck left."),
    ]
    hints = hints_of(claims, "de")
    assert hints["a"].plain == {"Scholz", "Lukaschenko"}
    assert hints["a"].others == ("Habeck",)
    changed = next(v for v in variants(claims[0], "de", "de", 0, hints["a"]) if v.kind == "name")
    assert "Habeck" in changed.text


def test_there_are_enough_pairs_of_every_kind_and_direction() -> None:
    made = list(make_cases(load_claims(), read_articles(CORPUS)))
    pairs = {(case.source, case.claim.language) for case in made}
    assert len(pairs) >= 298
    assert {case.claim.kind for case in made} == {*FALSE_KINDS, *TRUE_KINDS}
    counts = Counter((case.claim.kind, case.direction) for case in made)
    for kind in FALSE_KINDS:
        assert all(counts[kind, direction] >= 10 for direction in ("de>de", "en>en", "de>en", "en>de")), kind
    halves = Counter(case.half for case in made)
    assert 0.6 < halves["tuning"] / halves["report"] < 1.7


def test_the_passage_holds_the_evidence_unless_the_citation_is_wrong() -> None:
    for case in make_cases(load_claims()[:40], read_articles(CORPUS)):
        first, last = case.evidence.sentences[0].start, case.evidence.sentences[-1].end
        assert (first <= case.span[0] < last) is (case.claim.kind != "wrong_citation")
        assert case.half == half_of(case.evidence.article.id)


def test_rates_by_hand() -> None:
    split = next(iter(read_articles(CORPUS).values()))
    claim = next(c for c in load_claims() if c.article == split.article.id)
    case = next(iter(make_cases([claim], {split.article.id: split})))
    start, end = case.span
    near, far = Place(1, start - 1, start + 1), Place(1, end, end + 1)
    good = Outcome(case, Verdict("supported", 0.9, (), (near,)))
    bad = Outcome(case, Verdict("partly", 0.4, ("r",), (far,)))
    assert (good.alarmed, good.placed, bad.alarmed, bad.placed) == (False, True, True, False)
    found = rates([good, good, bad])
    assert found["paraphrase", case.direction] == found["paraphrase", "all"] == Rate(1, 3)
    assert evidence_of(split, split.passages[0]).number == 1


def test_bars_are_compared_the_right_way_round() -> None:
    exact = {(kind, "all"): Rate(round(100 * bar), 100) for kind, bar in BARS.items()}
    assert missed_bars(exact) == []
    worse = {**exact, ("number", "all"): Rate(89, 100), ("paraphrase", "all"): Rate(11, 100)}
    assert len(missed_bars(worse)) == 2
    assert missed_bars(worse, margin=0.02) == []
