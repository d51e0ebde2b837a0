"""The command line: one file a verb."""

from rag.cli.main import main

__all__ = ["main"]
