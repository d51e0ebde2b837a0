from __future__ import annotations

import json
from pathlib import Path

from bench.ablation.both import answering_pairs, own_before, write_parallel
from bench.mlqa import Records, article_id, parallel_questions

RECORDS: Records = {
    "de": [
        {"id": "1", "title": "Husum", "question": "Wo?", "context": "In Husum.", "answers": ["Husum"]},
        {"id": "2", "title": "Husum", "question": "Wann?", "context": "Im Mai.", "answers": ["Mai"]},
    ],
    "en": [
        {"id": "1", "title": "Husum", "question": "Where?", "context": "It is in Husum.", "answers": ["Husum"]},
        {"id": "3", "title": "Husum", "question": "Who?", "context": "The mayor.", "answers": ["mayor"]},
    ],
}
GERMAN, ENGLISH = article_id("de", "In Husum."), article_id("en", "It is in Husum.")


def test_own_language_before_the_other() -> None:
    assert own_before(["x", "own", "other"], "own", "other") == [1.0]
    assert own_before(["x", "other", "own"], "own", "other") == [0.0]
    assert own_before(["x", "other"], "own", "other") == [0.0]
    assert own_before(["x"], "own", "other") == []


def test_pairs_name_the_passage_in_the_questions_language_first() -> None:
    questions = parallel_questions(RECORDS)
    assert answering_pairs(questions, "de") == [("Wo?", GERMAN, ENGLISH)]
    assert answering_pairs(questions, "en") == [("Where?", ENGLISH, GERMAN)]


def test_only_passages_that_are_there_in_both_languages_are_written(tmp_path: Path) -> None:
    path = tmp_path / "parallel.jsonl"
    write_parallel(RECORDS, parallel_questions(RECORDS), path)
    written = [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert sorted(written) == [GERMAN, ENGLISH]
