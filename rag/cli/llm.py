"""The option that switches a configured language model off."""

from __future__ import annotations

import argparse
from typing import Literal


def add_no_llm(parser: argparse.ArgumentParser) -> None:
    """Add --no-llm."""
    parser.add_argument(
        "--no-llm", action="store_true", help="answer with quotes although $FUNDSTELLE_LLM names a language model"
    )


def llm_of(options: argparse.Namespace) -> Literal[False] | None:
    """What `Fundstelle.open` takes as `llm`: False for none, None for the one that the environment names."""
    return False if options.no_llm else None
