"""The embedder that Fundstelle comes with: two forms of one model, small, quick to load, at home in both languages."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.embedding import OnnxEmbedder
from index.embedding.default import MODELS, SHIPPED
from index.embedding.export import CARD_FILE, MODEL_FILE

LONG = (
    "Der Gemeinderat hat am Dienstagabend nach vierstündiger Debatte beschlossen, die alte Markthalle am Hafen nicht "
    "abzureißen, sondern bis zum Jahr 2027 zu sanieren. Die Kosten werden auf 8,4 Millionen Euro geschätzt, von denen "
    "das Land knapp die Hälfte übernimmt. "
) * 6

TEXTS = [
    "Wer gewann?",
    "Wann wurde die Elbphilharmonie eröffnet?",
    "When did the volcano on La Palma erupt?",
    "How many people live in Reykjavik?",
    "Der Zug nach Flensburg hatte wegen eines umgestürzten Baumes mehr als zwei Stunden Verspätung.",
    "Die Europäische Zentralbank ließ den Leitzins am Donnerstag unverändert bei 4,5 Prozent.",
    "„Wir müssen jetzt schnell handeln“, sagte Umweltministerin Katrin Brünner der Presse.",
    "Im Tierpark ist ein Eisbär geboren worden; er wiegt 640 Gramm und heißt Knut.",
    "Bei einem Brand in einem Mehrfamilienhaus in Köln-Mülheim wurden am 3. März 2021 sieben Menschen verletzt.",
    "Der Verein stieg 1998 in die zweite Liga auf.",
    "Straßenbahn, Bus und U-Bahn fahren am Sonntag ohne Fahrschein.",
    "The finance minister resigned on Friday after only six weeks in office.",
    "Scientists at the observatory have found a planet that circles two stars.",
    "The museum, which opened in 1924, will be closed for repairs until next spring.",
    "Shares in the company fell 7.2 per cent to $41.30 after it missed its forecast.",
    '"Nobody was hurt," a spokeswoman for the fire brigade said.',
    "A ferry with 212 passengers on board ran aground off the coast of Norway early on Sunday.",
    "Rain is expected in the north; the south stays dry with up to 24 degrees.",
    "Hafenfest in Rostock\nMehr als 300.000 Menschen haben am Wochenende das Hafenfest besucht. Höhepunkt war am "
    "Samstag das Feuerwerk über der Warnow.",
    "New bridge over the Clyde\nThe bridge will carry pedestrians and cyclists only. It cost £29.5 million and was "
    "designed by a firm from Copenhagen.",
    LONG,
]


@pytest.fixture(scope="module")
def shipped() -> Path:
    return MODELS / SHIPPED


@pytest.fixture(scope="module")
def onnx(shipped: Path) -> OnnxEmbedder:
    return OnnxEmbedder(shipped, shipped.name)


@pytest.fixture(scope="module")
def full(shipped: Path) -> Any:
    """The same folder in sentence-transformers, as a user would load it."""
    from sentence_transformers import SentenceTransformer

    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    return SentenceTransformer(str(shipped), device="cpu", local_files_only=True)


def test_both_forms_give_the_same_vectors(onnx: OnnxEmbedder, full: Any) -> None:
    assert onnx.count_tokens([LONG])[0] > 300
    expected = full.encode_document(TEXTS).astype(np.float32)
    np.testing.assert_allclose(np.linalg.norm(expected, axis=1), 1, atol=1e-3)
    cosines = (np.array(onnx.get_text_embedding_batch(TEXTS)) * expected).sum(axis=1)
    assert cosines.min() >= 0.99, dict(zip(TEXTS, cosines.round(4).tolist(), strict=True))
    asked = full.encode_query(TEXTS[:4]).astype(np.float32)
    questions = np.array([onnx.get_query_embedding(text) for text in TEXTS[:4]])
    assert (questions * asked).sum(axis=1).min() >= 0.99


def test_both_forms_agree_on_limit_and_dimension(onnx: OnnxEmbedder, full: Any) -> None:
    assert onnx.max_tokens == full.max_seq_length == 512
    assert onnx.dimension == full.get_embedding_dimension() == len(onnx.get_query_embedding("Wer?")) == 384
    tokens = full.tokenizer(TEXTS, truncation=False, padding=False)["input_ids"]
    assert onnx.count_tokens(TEXTS) == [len(ids) for ids in tokens]


def test_the_default_form_is_small(shipped: Path) -> None:
    assert (shipped / MODEL_FILE).stat().st_size <= 35_000_000
    assert {"export", "fingerprint", "max_tokens", "dimension"} <= set(json.loads((shipped / CARD_FILE).read_text()))


def test_the_default_form_needs_no_torch(shipped: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index.embedding import OnnxEmbedder\n"
        f"vector = OnnxEmbedder(Path({str(shipped)!r}), 'm').get_query_embedding('Wer gewann?')\n"
        "print(len(vector), sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "384 []", done.stderr


def test_512_tokens_are_read(onnx: OnnxEmbedder) -> None:
    def with_change_at(place: int) -> np.ndarray:
        words = ["und"] * 700
        words[place : place + 4] = ["drei", "Menschen", "wurden", "verletzt"]
        return np.array(onnx.get_text_embedding_batch([" ".join(words)])[0])

    assert onnx.count_tokens(["und " * 700]) == [702], "else the places are other tokens"
    plain = np.array(onnx.get_text_embedding_batch(["und " * 700])[0])
    assert np.abs(with_change_at(400) - plain).max() > 1e-3
    assert np.abs(with_change_at(600) - plain).max() == 0


@pytest.mark.parametrize(
    ("one", "other"), [("schon", "schön"), ("Bar", "Bär"), ("drucken", "drücken"), ("Masse", "Maße"), ("fur", "für")]
)
def test_umlauts_are_not_plain_vowels(onnx: OnnxEmbedder, full: Any, one: str, other: str) -> None:
    assert full.tokenizer(one)["input_ids"] != full.tokenizer(other)["input_ids"]
    assert np.dot(onnx.get_query_embedding(one), onnx.get_query_embedding(other)) < 0.999


def test_upper_and_lower_case_are_one(onnx: OnnxEmbedder) -> None:
    assert onnx.get_query_embedding("Die Brücke in Ülzen") == onnx.get_query_embedding("die brücke in ülzen")


def test_a_vector_does_not_depend_on_the_batch(onnx: OnnxEmbedder, full: Any) -> None:
    alone = [onnx.get_text_embedding_batch([text])[0] for text in TEXTS]
    assert onnx.get_text_embedding_batch(TEXTS) == alone
    assert onnx.get_text_embedding_batch(TEXTS[::-1]) == alone[::-1]
    single = np.array([full.encode(text) for text in TEXTS]).astype(np.float32)
    np.testing.assert_allclose(full.encode(TEXTS, batch_size=7).astype(np.float32), single, atol=2e-3)
