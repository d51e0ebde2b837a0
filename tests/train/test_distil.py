from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from train import distil
from train.distil import Batch, Lessons, losses, plan, without_dropout
from train.initialise import load_bert
from train.lessons import encode, padded
from train.tokens import Sentences


def some(count: int, seed: int) -> Sentences:
    draw = np.random.default_rng(seed)
    lengths = draw.integers(3, 9, count)
    return Sentences(draw.integers(5, 60, lengths.sum()).astype(np.uint16), np.cumsum([0, *lengths], dtype=np.int64))


@pytest.fixture
def lessons(monkeypatch: pytest.MonkeyPatch) -> Lessons:
    monkeypatch.setattr(distil, "BATCH_TOKENS", 200)
    monkeypatch.setattr(distil, "EARLY", 5)
    goal = np.random.default_rng(0).normal(size=(400, 32)).astype(np.float32)
    goal /= np.linalg.norm(goal, axis=1, keepdims=True)
    return Lessons(some(400, 1), some(400, 2), goal.astype(np.float16))


def test_the_plan_shows_all_german_once_and_half_of_the_english(lessons: Lessons) -> None:
    batches = plan(lessons, 1.0)
    german = np.concatenate([batch.rows for batch in batches if batch.german])
    english = np.concatenate([batch.rows for batch in batches if not batch.german])
    assert sorted(german.tolist()) == list(range(400))
    assert 120 < len(english) < 280
    again = plan(lessons, 1.0)
    assert [(b.german, b.rows.tolist()) for b in batches] == [(b.german, b.rows.tolist()) for b in again]
    assert len(plan(lessons, 0.5)) < len(batches)


def test_a_student_that_gives_the_teachers_vectors_has_no_distance(
    lessons: Lessons, tmp_path: Path, write_tiny_bert: Callable[[Path, int], None]
) -> None:
    write_tiny_bert(tmp_path / "body", 0)
    student = without_dropout(load_bert(tmp_path / "body")).train()
    batch = Batch(True, np.arange(16))
    far, _ = losses(student, lessons, batch)
    with torch.no_grad():
        own = encode(student, *padded(lessons.german, batch.rows, 64)).numpy()
    goal = np.array(lessons.teacher)
    goal[:16] = own
    near, ranking = losses(student, Lessons(lessons.english, lessons.german, goal), batch)
    assert far.item() > 0.5
    assert near.item() < 1e-3
    assert ranking.item() < np.log(16)


def test_training_steps_bring_the_student_nearer(
    lessons: Lessons, tmp_path: Path, write_tiny_bert: Callable[[Path, int], None]
) -> None:
    write_tiny_bert(tmp_path / "body", 0)
    student = without_dropout(load_bert(tmp_path / "body")).train()
    optimizer = torch.optim.AdamW(student.parameters(), lr=3e-3)
    batch = Batch(True, np.arange(32))
    distances = []
    for _ in range(12):
        distance, ranking = losses(student, lessons, batch)
        optimizer.zero_grad()
        torch.autograd.backward(distance + ranking)
        optimizer.step()
        distances.append(distance.item())
    assert distances[-1] < 0.7 * distances[0]
