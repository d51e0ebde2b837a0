from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from index.embedding.default import MODELS, SHIPPED
from index.embedding.export import TOKENIZER_FILE
from index.embedding.late_interaction import align, late_interaction
from index.embedding.token_vectors import (
    SCALES_FILE,
    TOKEN_VECTORS,
    VECTORS_FILE,
    WEIGHTS_FILE,
    TokenVectors,
    default_token_vectors,
)
from index.errors import ModelError

FOLDER = MODELS / TOKEN_VECTORS
TOKENIZER = MODELS / SHIPPED / TOKENIZER_FILE

# Piece, its vector (in whole numbers), its scale, its weight in steps of 0.05. "kran" and "crane" are the same,
# "hafen" stands at right angles to both, "bruck" halfway.
PIECES: dict[str, tuple[tuple[int, int, int], float, int]] = {
    "[UNK]": ((9, 9, 9), 1.0, 100),
    "kran": ((10, 0, 0), 0.5, 40),
    "crane": ((40, 0, 0), 0.25, 40),
    "hafen": ((0, 10, 0), 1.0, 20),
    "##kran": ((5, 0, 0), 1.0, 40),
    "der": ((0, 0, 10), 1.0, 0),
    "bruck": ((10, 10, 0), 1.0, 60),
    "60": ((0, 0, 10), 1.0, 80),
    "leer": ((0, 0, 0), 1.0, 80),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A table of nine pieces with its vocabulary."""
    rows = list(PIECES.values())
    np.save(tmp_path / VECTORS_FILE, np.array([row[0] for row in rows], dtype=np.int8))
    np.save(tmp_path / SCALES_FILE, np.array([row[1] for row in rows], dtype=np.float16))
    np.save(tmp_path / WEIGHTS_FILE, np.array([row[2] for row in rows], dtype=np.uint8))
    vocabulary = {piece: number for number, piece in enumerate(PIECES)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(tmp_path / TOKENIZER_FILE))
    return tmp_path


@pytest.fixture
def tiny(folder: Path) -> TokenVectors:
    return TokenVectors(folder, folder / TOKENIZER_FILE)


@pytest.fixture(scope="module")
def shipped() -> TokenVectors:
    return default_token_vectors()


def test_words_their_places_and_weights(tiny: TokenVectors) -> None:
    matrix = tiny.encode("Der Kran, der Hafenkran!")
    assert matrix.offsets.tolist() == [[4, 8], [14, 23]]
    assert matrix.pieces.tolist() == [1, 3, 4]
    assert matrix.starts.tolist() == [0, 1]
    assert matrix.weights == pytest.approx([2.0, 3.0])  # 40 steps; 20 + 40 steps
    assert matrix.norms == pytest.approx([5.0, np.hypot(10, 5)])
    assert tiny.vectors(matrix) == pytest.approx(
        np.array([[1, 0, 0], [5 / np.hypot(10, 5), 10 / np.hypot(10, 5), 0]]), abs=1e-6
    )


@pytest.mark.parametrize("text", ["", "der Der DER", "xyz", "?! ...", "leer"])
def test_words_that_say_nothing_are_left_out(tiny: TokenVectors, text: str) -> None:
    """Common words, words with unknown characters, words whose vectors cancel out."""
    matrix = tiny.encode(text)
    assert len(matrix) == 0
    assert matrix.offsets.shape == (0, 2)
    assert tiny.vectors(matrix).shape == (0, 3)


def test_texts_together_are_what_each_is_alone(tiny: TokenVectors, folder: Path) -> None:
    texts = ["Kran", "", "Hafenkran der Crane", "60 Kran"]
    together = tiny.encode_all(texts)
    fresh = TokenVectors(folder, folder / TOKENIZER_FILE)
    for text, matrix in zip(texts, together, strict=True):
        alone = fresh.encode(text)
        for name in ("pieces", "starts", "offsets", "norms", "weights"):
            assert np.array_equal(getattr(alone, name), getattr(matrix, name)), (text, name)


def test_late_interaction_by_hand(tiny: TokenVectors) -> None:
    question = tiny.encode("Kran Hafen")  # weights 2 and 1
    passages = tiny.encode_all(["the crane", "Brücke bruck", "Hafen crane", "", "60"])
    # crane: the first word alone; bruck: both at 45 degrees; the third: both
    assert late_interaction(tiny, question, passages) == pytest.approx([2 / 3, 0.5, 1.0, 0.0, 0.0], abs=1e-3)


def test_a_question_without_words_finds_nothing(tiny: TokenVectors) -> None:
    passages = tiny.encode_all(["Kran", "Hafen"])
    assert late_interaction(tiny, tiny.encode("der"), passages).tolist() == [0.0, 0.0]
    assert late_interaction(tiny, tiny.encode("Kran"), []).tolist() == []
    assert late_interaction(tiny, tiny.encode("Kran"), tiny.encode_all(["der"])).tolist() == [0.0]


def test_alignment_by_hand(tiny: TokenVectors) -> None:
    left, right = tiny.encode("Hafenkran 60"), tiny.encode("crane hafen")
    links = align(tiny, left, right, 0.4)
    # The compound is linked with both of its parts, the number with nothing.
    assert [(row, column) for row, column, _ in links] == [(0, 0), (0, 1)]
    assert [cosine for _, _, cosine in links] == pytest.approx([0.4472, 0.8944], abs=1e-3)
    assert align(tiny, left, right, 0.5) == [links[1]]
    assert align(tiny, left, tiny.encode("der")) == []


def test_the_lexicon_stays_bounded(tiny: TokenVectors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.embedding.token_vectors.MOST_WORDS", 3)
    expected = tiny.encode("Kran Hafen crane").pieces.tolist()
    for text in ("60 bruck leer", "a b c d e f", "Kran Hafen crane"):
        tiny.encode(text)
        assert len(tiny._lexicon) <= 6
    assert tiny.encode("Kran Hafen crane").pieces.tolist() == expected


@pytest.mark.parametrize("name", [VECTORS_FILE, SCALES_FILE, WEIGHTS_FILE, TOKENIZER_FILE])
@pytest.mark.parametrize("damage", ["missing", "empty", "garbled", "cut"])
def test_damaged_files_are_an_error_with_a_remedy(folder: Path, name: str, damage: str) -> None:
    path = folder / name
    content = path.read_bytes()
    path.unlink()
    if damage != "missing":
        path.write_bytes({"empty": b"", "garbled": b"\xff\xfe garbage", "cut": content[: len(content) // 2]}[damage])
    with pytest.raises(ModelError, match="cannot load the token vectors") as refusal:
        TokenVectors(folder, folder / TOKENIZER_FILE)
    assert refusal.value.remedy


def test_a_table_of_another_vocabulary_is_refused(folder: Path) -> None:
    np.save(folder / WEIGHTS_FILE, np.zeros(8, dtype=np.uint8))
    np.save(folder / SCALES_FILE, np.zeros(8, dtype=np.float16))
    np.save(folder / VECTORS_FILE, np.zeros((8, 3), dtype=np.int8))
    with pytest.raises(ModelError, match="9 pieces"):
        TokenVectors(folder, folder / TOKENIZER_FILE)


def test_the_shipped_model_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 10_000_000
    assert not (FOLDER / TOKENIZER_FILE).exists(), "the vocabulary is stored once, with the embedder"


@pytest.mark.parametrize(
    ("german", "english", "links"),
    [
        (
            "Nordkorea hat Russland Munition und Raketen geliefert.",
            "Pyongyang delivered ammunition and missiles to Moscow.",
            {("Munition", "ammunition"), ("Raketen", "missiles"), ("geliefert", "delivered")},
        ),
        (
            "Der Verteidigungsminister besuchte am Mittwoch die Brücke.",
            "On Wednesday the defence minister visited the bridge.",
            {
                ("Verteidigungsminister", "defence"),
                ("Verteidigungsminister", "minister"),
                ("Mittwoch", "Wednesday"),
                ("besuchte", "visited"),
                ("Brücke", "bridge"),
            },
        ),
        (
            "Die Regierung in Peking erhöht die Steuern auf Getreide.",
            "Beijing's government raises taxes on grain.",
            {("Regierung", "government"), ("Peking", "Beijing"), ("Steuern", "taxes"), ("Getreide", "grain")},
        ),
    ],
)
def test_translations_are_aligned(
    shipped: TokenVectors, german: str, english: str, links: set[tuple[str, str]]
) -> None:
    left, right = shipped.encode_all([german, english])
    found = {
        (german[slice(*left.offsets[row])], english[slice(*right.offsets[column])])
        for row, column, _ in align(shipped, left, right)
    }
    assert links <= found
    turned = {(column, row) for row, column, _ in align(shipped, left, right)}
    assert turned == {(row, column) for row, column, _ in align(shipped, right, left)}


def test_different_numbers_are_no_counterparts(shipped: TokenVectors) -> None:
    left, right = shipped.encode_all(["1996 60 12", "1997 50 12"])
    assert [(row, column) for row, column, _ in align(shipped, left, right)] == [(2, 2)]


def test_function_words_weigh_nothing(shipped: TokenVectors) -> None:
    assert len(shipped.encode("der die und in the of and to")) == 0
    common, rare = shipped.encode("Jahr Husum").weights
    assert rare > common


def test_the_passage_about_it_comes_first_in_either_language(shipped: TokenVectors) -> None:
    passages = shipped.encode_all(
        [
            "Der neue Hafenkran hebt bis zu 60.000 Kilogramm.",
            "The swing bridge in Whitby will close for eleven weeks.",
            "Im Zoo von Görlitz ist ein Roter Panda geboren worden.",
            "The town library has reopened after the flood.",
        ]
    )
    for question, best in (
        ("How many kilograms does the harbour crane lift?", 0),
        ("Wie lange ist die Brücke in Whitby geschlossen?", 1),
        ("Where was the red panda born?", 2),
        ("Wann wurde die Bibliothek nach dem Hochwasser wieder geöffnet?", 3),
    ):
        scores = late_interaction(shipped, shipped.encode(question), passages)
        assert scores.argmax() == best, question
        assert ((scores >= 0.0) & (scores <= 1.0)).all()


@given(st.text(max_size=200))
@example("İstanbul: 60.000 Menschen, ǅ, ﬁne, Straße, 北京 Pekin\u0301g, a_b")
@example("Größe\u200bMaß x́ \ud7a3 😀kran")
def test_offsets_cover_words_of_the_text(text: str) -> None:
    table = default_token_vectors()
    matrix = table.encode(text)
    end = 0
    for start, stop in matrix.offsets:
        word = text[start:stop]
        assert end <= start < stop <= len(text)
        assert all(character.isalnum() or character == "_" for character in word)
        assert start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")
        assert stop == len(text) or not (text[stop].isalnum() or text[stop] == "_")
        end = stop
    assert len(matrix.pieces) >= len(matrix)
    assert np.linalg.norm(table.vectors(matrix), axis=1) == pytest.approx(np.ones(len(matrix)), abs=1e-4)


def test_a_text_finds_itself(shipped: TokenVectors) -> None:
    text = "Bürgermeisterin Anke Petersen weihte den Hafenkran von Husum am 14. September 2023 ein."
    matrix = shipped.encode(text)
    assert late_interaction(shipped, matrix, [matrix])[0] == pytest.approx(1.0, abs=1e-5)


def test_several_threads_get_the_same(shipped: TokenVectors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.embedding.token_vectors.MOST_WORDS", 20)
    texts = [f"Die Stadt {n} baut Brücke {n + 1} und Hafen {n + 2} neu" for n in range(60)]
    expected = [matrix.pieces.tolist() for matrix in shipped.encode_all(texts)]
    found: list[list[list[int]]] = []

    def work() -> None:
        found.append([shipped.encode(text).pieces.tolist() for text in texts])

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8
