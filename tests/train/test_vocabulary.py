from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from train.pairs import Pair
from train.vocabulary import bilingual, bilingual_normalizer, german_lines, learn


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Für GRÖSSE", "für grösse"),
        ("Café Zoë", "cafe zoe"),
        ("Straße", "straße"),
        ("Mu\u0308ller", "müller"),
        ("Šefčovič", "sefcovic"),
    ],
)
def test_umlauts_stay_and_accents_go(text: str, normal: str) -> None:
    assert bilingual_normalizer().normalize_str(text) == normal


def english() -> Tokenizer:
    vocabulary = {piece: index for index, piece in enumerate(["[UNK]", "the", "house", "h", "##a", "##u", "##s"])}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def test_english_ids_stay_and_new_pieces_follow() -> None:
    tokenizer = bilingual(english(), ["haus", "the", "tür", "dach"], most=2)
    assert tokenizer.get_vocab_size() == 9
    assert tokenizer.token_to_id("house") == 2
    assert tokenizer.token_to_id("haus") == 7
    assert tokenizer.token_to_id("tür") == 8
    assert tokenizer.encode("Haus the TÜR").ids == [7, 1, 8]


def test_frequent_words_become_pieces() -> None:
    pieces = learn(iter(["die Regierung und die Türen"] * 40))
    assert {"regierung", "türen", "die"} <= set(pieces)


def test_no_data_set_fills_the_vocabulary() -> None:
    manual = [Pair("x", f"Wert {n}", "ms-learn", "human") for n in range(50_000)]
    speech = [Pair("x", "Rede", "europarl-sample", "human")]
    lines = list(german_lines(manual + speech))
    assert len(lines) == 40_003
    assert lines.count("Rede") == 3
