from __future__ import annotations

from dataclasses import astuple
from typing import get_args

from index.models import Language
from rag.answering.frames import FRAMES


def test_every_language_has_a_frame_of_its_own() -> None:
    assert set(FRAMES) == set(get_args(Language))
    sentences = [sentence for frame in FRAMES.values() for sentence in astuple(frame)]
    assert len(set(sentences)) == len(sentences)


def test_frames_are_sentences_without_claims_or_markers() -> None:
    for frame in FRAMES.values():
        for sentence in astuple(frame):
            assert sentence == sentence.strip()
            assert sentence[-1] in ".:"
            assert "[" not in sentence
            assert not any(character.isdigit() for character in sentence)
