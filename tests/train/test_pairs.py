from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from train import pairs
from train.pairs import Pair, flaw, read_pairs, tidy


def human(en: str, de: str, source: str = "europarl-sample") -> Pair:
    return Pair(en, de, source, "human")


def test_tidy_composes_and_drops_the_speaker() -> None:
    pair = tidy(human("It is  good.\u00a0", "(PT) Es ist scho\u0308n."))
    assert pair == human("It is good.", "Es ist schön.")


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        (human("The house is old.", "Das Haus ist alt."), ""),
        (human("", "Das Haus."), "no text"),
        (human("12", "12"), "no text"),
        (human("a" * 700, "b" * 700), "too long"),
        (human("Yes.", "Das ist ein sehr langer Satz, der nicht dazu passt."), "lengths differ"),
        (human("In 1998 there were 12 of them.", "1999 waren es 12 davon."), "numbers differ"),
        (human("He has two dogs and 3 cats.", "Er hat 2 Hunde und 3 Katzen.", "tatoeba-challenge-test"), ""),
        (human("The house is old and the roof is new.", "The house is old and the roof is gone."), "wrong language"),
        (human("Setup.exe /quiet /norestart x y", "Setup.exe /quiet /norestart x y"), "untranslated"),
        (Pair("Köln", "Cologne", "wikipedia-titles", "titles"), ""),
    ],
)
def test_flaw_names_what_is_wrong(pair: Pair, reason: str) -> None:
    assert flaw(pair) == reason


def test_the_step_keeps_sound_rows_once_and_holds_some_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("en", "de", "set", "kind")]
    rows += [(f"The house has {n} doors.", f"Das Haus hat {n} Türen.", "europarl-sample", "human") for n in range(900)]
    rows += [rows[1], ("The house has 7 doors.", "Das Haus hat 8 Türen.", "europarl-sample", "human")]
    (tmp_path / "parallel").mkdir()
    with gzip.open(tmp_path / "parallel" / "permissive.tsv.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join("\t".join(row) for row in rows))
    work = tmp_path / "work"
    monkeypatch.setattr(sys, "argv", ["pairs", "--data", str(tmp_path), "--work", str(work)])
    pairs.main()
    train, held = read_pairs(work / "pairs.tsv"), read_pairs(work / "held-out.tsv")
    assert len(train) + len(held) == 900
    assert 0 < len(held) < 20
    assert not set(train) & set(held)
    report = (work / "pairs.report.json").read_text(encoding="utf-8")
    assert "europarl-sample: repeated" in report
    assert "europarl-sample: numbers differ" in report
