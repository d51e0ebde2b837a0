"""Write the embedder as it is shipped: `python -m train.export`.

`index/models/fundstelle-embed-de-en/` becomes a complete sentence-transformers folder (weights in float16) with
`model.int8.onnx`, what runs by default, and `export.json`, its card for the loader, beside them. One minute.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from index.embedding.default import MODELS, SHIPPED
from index.embedding.export import CARD_FILE, MODEL_FILE, TOKENIZER_FILE
from index.embedding.tracing import Pooled
from train.initialise import load_bert
from train.onnx_export import export_int8
from train.pairs import read_pairs
from train.smoothing import smooth
from train.workspace import Workspace, open_workspace, parser_of

logger = logging.getLogger(__name__)

TARGET = MODELS / SHIPPED
MAX_TOKENS = 512
DIMENSION = 384
EXPORT_VERSION = "1"
SAMPLES = 100
"""Held-out pairs that show the quantiser how large numbers get."""


def main() -> None:
    """Write the folder, all but its README."""
    space = open_workspace(parser_of(__doc__).parse_args())
    TARGET.mkdir(parents=True, exist_ok=True)
    write_sentence_transformers(space, TARGET)
    sample = torch.ones(2, 7, dtype=torch.long)
    inputs = {"input_ids": sample, "attention_mask": sample}
    body = load_bert(space.file("embedder"), attention="sdpa").eval()
    smooth(body, lambda: _embed_samples(space, body))
    export_int8(Pooled(body), inputs, {"embedding": {0: "batch"}}, TARGET / MODEL_FILE)
    digest = hashlib.sha256(EXPORT_VERSION.encode())
    for name in (MODEL_FILE, TOKENIZER_FILE):
        digest.update((TARGET / name).read_bytes())
    card = {
        "export": EXPORT_VERSION,
        "max_tokens": MAX_TOKENS,
        "dimension": DIMENSION,
        "fingerprint": digest.hexdigest()[:16],
    }
    _write_json(TARGET / CARD_FILE, card)
    logger.info("%s: %.1f MB of int8", TARGET, (TARGET / MODEL_FILE).stat().st_size / 1e6)


def _embed_samples(space: Workspace, body: Any) -> None:
    """Run held-out sentences and paragraphs of both languages through the model."""
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))
    pairs = read_pairs(space.file("held-out.tsv"))[:SAMPLES]
    texts = [side for pair in pairs for side in (pair.en, pair.de)]
    texts += [" ".join(pair[side] for pair in pairs[start::20]) for start in range(10) for side in (0, 1)]
    for text in texts:
        ids = torch.tensor([tokenizer.encode(text).ids[:MAX_TOKENS]])
        body(input_ids=ids, attention_mask=torch.ones_like(ids))


def write_sentence_transformers(space: Workspace, folder: Path) -> None:
    """Write what `SentenceTransformer(folder)` reads: transformer, mean pooling, normalisation."""
    body = load_bert(space.file("embedder")).half()
    body.save_pretrained(folder)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    # Stored in half the bytes, computed in float32: processors are slow at float16.
    config.pop("torch_dtype", None)
    config["dtype"] = "float32"
    config["_attn_implementation_autoset"] = False
    _write_json(folder / "config.json", config)
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))
    tokenizer.save(str(folder / TOKENIZER_FILE))
    special = {
        "cls_token": "[CLS]",
        "mask_token": "[MASK]",
        "pad_token": "[PAD]",
        "sep_token": "[SEP]",
        "unk_token": "[UNK]",
    }
    _write_json(folder / "special_tokens_map.json", special)
    _write_json(
        folder / "tokenizer_config.json",
        {
            **special,
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": MAX_TOKENS,
            "do_lower_case": False,
        },
    )
    modules = [("0", "", "Transformer"), ("1", "1_Pooling", "Pooling"), ("2", "2_Normalize", "Normalize")]
    _write_json(
        folder / "modules.json",
        [
            {"idx": int(name), "name": name, "path": path, "type": f"sentence_transformers.models.{kind}"}
            for name, path, kind in modules
        ],
    )
    _write_json(folder / "sentence_bert_config.json", {"max_seq_length": MAX_TOKENS, "do_lower_case": False})
    _write_json(
        folder / "config_sentence_transformers.json",
        {"prompts": {"query": "", "document": ""}, "default_prompt_name": None, "similarity_fn_name": "cosine"},
    )
    pooling = folder / "1_Pooling"
    shutil.rmtree(pooling, ignore_errors=True)
    pooling.mkdir()
    _write_json(
        pooling / "config.json",
        {"word_embedding_dimension": DIMENSION, "pooling_mode_mean_tokens": True, "pooling_mode_cls_token": False},
    )


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
