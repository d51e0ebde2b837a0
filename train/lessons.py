"""What the student learns from: `python -m train.lessons`.

Draws sentences from the clean pairs, balanced over the data sets, joins some to paragraphs of up to 250 tokens (titles
first now and then, as passages are embedded), and lets the teacher, all-MiniLM-L6-v2, embed the English side of each.
Writes `lessons.{en,de}.npz` (token ids of the student) and `lessons.teacher.npy` (float16 unit vectors). Ten minutes.
"""

from __future__ import annotations

import logging
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from numpy.lib.format import open_memmap
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tqdm import tqdm

from train.initialise import load_bert
from train.pairs import Pair, read_pairs
from train.tokens import Sentences, save_sentences, tokenise
from train.vocabulary import teacher_folder, teacher_tokenizer
from train.workspace import SEED, open_workspace, parser_of, written

logger = logging.getLogger(__name__)

DOCUMENTATION = 150_000
"""Sentences from all manuals together: they are half of the rows and all alike."""

PARAGRAPHS = 50_000
REPEAT = {"europarl-sample": 2, "mlqe-pe": 3, "pawsx": 3, "aligned-books": 2}
PARAGRAPH_WEIGHTS = {
    "europarl-sample": 6.0,
    "mlqe-pe": 8.0,
    "pawsx": 3.0,
    "tatoeba": 5.0,
    "aligned-books": 1.0,
    "ms": 5.0,
}
TITLED = 0.25
MOST_CHARACTERS = 1100
"""About 250 tokens; MiniLM was trained on 256 at most."""

TEACHER_TOKENS = 256
_BATCH_TOKENS = 4_000


def main() -> None:
    """Draw the lessons and embed them."""
    space = open_workspace(parser_of(__doc__).parse_args())
    torch.set_num_threads(2)
    lessons = draw(read_pairs(space.file("pairs.tsv")))
    logger.info("%d lessons", len(lessons))
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))
    save_sentences(tokenise(tokenizer, [english for english, _ in lessons]), space.work / "lessons.en.npz")
    save_sentences(tokenise(tokenizer, [german for _, german in lessons]), space.work / "lessons.de.npz")
    teach([english for english, _ in lessons], space.work / "lessons.teacher.npy")


def draw(pairs: list[Pair]) -> list[tuple[str, str]]:
    """Choose sentences and join paragraphs; (English, German) in random order."""
    chance = random.Random(SEED)
    by_set: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_set[_family(pair.source)].append(pair)
    lessons = []
    for family, members in sorted(by_set.items()):
        chosen = chance.sample(members, min(len(members), DOCUMENTATION)) if family == "ms" else members
        lessons += [(pair.en, pair.de) for pair in chosen * REPEAT.get(family, 1)]
    families = sorted(PARAGRAPH_WEIGHTS)
    weights = [PARAGRAPH_WEIGHTS[family] for family in families]
    for family in chance.choices(families, weights, k=PARAGRAPHS):
        lessons.append(_paragraph(chance, by_set[family], by_set["wikipedia-titles"]))
    chance.shuffle(lessons)
    return lessons


def _family(source: str) -> str:
    """The data sets that are alike, under one name."""
    return next((family for family in ("ms", "tatoeba") if source.startswith(family)), source)


def _paragraph(chance: random.Random, sentences: list[Pair], titles: list[Pair]) -> tuple[str, str]:
    """Some sentences of one set in a row, up to a random length; now and then under a title."""
    goal = chance.uniform(150, MOST_CHARACTERS)
    chosen: list[Pair] = []
    while sum(len(pair.de) for pair in chosen) < goal and len(chosen) < 24:
        pair = chance.choice(sentences)
        if sum(len(other.de) for other in chosen) + len(pair.de) > MOST_CHARACTERS:
            break
        chosen.append(pair)
    english, german = " ".join(pair.en for pair in chosen), " ".join(pair.de for pair in chosen)
    if chance.random() < TITLED or not chosen:
        title = chance.choice(titles)
        return f"{title.en}\n{english}", f"{title.de}\n{german}"
    return english, german


def teach(texts: list[str], path: Path) -> None:
    """Embed texts with the teacher; float16 unit vectors of shape (texts, 384), in order."""
    sentences = tokenise(teacher_tokenizer(), texts)
    teacher = load_bert(teacher_folder(), attention="sdpa").eval()
    with written(path) as scratch:
        vectors = open_memmap(scratch, mode="w+", dtype=np.float16, shape=(len(texts), 384))
        batches = length_batches(sentences.lengths, _BATCH_TOKENS, TEACHER_TOKENS)
        for rows in tqdm(batches, unit=" batches", mininterval=10):
            vectors[rows] = embed(teacher, sentences, rows, TEACHER_TOKENS).float().numpy()
        vectors.flush()


def length_batches(lengths: NDArray[np.int64], tokens: int, longest: int) -> list[NDArray[np.intp]]:
    """Rows in batches of about `tokens` tokens, alike in length so that little is padding.

    Args:
        lengths: tokens of each row, without the two that frame it.
        tokens: of a batch at most, padding included, unless one row alone has more.
        longest: rows are cut there.
    """
    widths = np.minimum(lengths + 2, longest)
    order = np.argsort(widths, kind="stable")
    batches, start = [], 0
    while start < len(order):
        end = start + 1
        while end < len(order) and (end - start + 1) * widths[order[end]] <= tokens:
            end += 1
        batches.append(order[start:end])
        start = end
    return batches


@torch.no_grad()
def embed(model: torch.nn.Module, sentences: Sentences, rows: NDArray[np.intp], longest: int) -> torch.Tensor:
    """Unit vectors of some sentences, of shape (rows, dimension)."""
    return encode(model, *padded(sentences, rows, longest))


def padded(sentences: Sentences, rows: NDArray[np.intp], longest: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Token ids with [CLS] and [SEP], and the mask, both of shape (rows, longest of them)."""
    parts = [sentences[int(row)][: longest - 2] for row in rows]
    width = max(len(part) for part in parts) + 2
    ids = np.zeros((len(parts), width), dtype=np.int64)
    mask = np.zeros((len(parts), width), dtype=np.int64)
    for row, part in enumerate(parts):
        ids[row, : len(part) + 2] = [CLS, *part, SEP]
        mask[row, : len(part) + 2] = 1
    return torch.from_numpy(ids), torch.from_numpy(mask)


CLS, SEP, MASK = 101, 102, 103
"""Ids of the special tokens in MiniLM's vocabulary, which ours keeps."""


def encode(model: torch.nn.Module, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Mean-pooled unit vectors, in bfloat16 arithmetic where the processor has it."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
    weights = mask.unsqueeze(-1).float()
    return torch.nn.functional.normalize((hidden * weights).sum(1) / weights.sum(1), dim=1)


if __name__ == "__main__":
    main()
