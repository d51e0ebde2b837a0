"""Files to articles, articles to passages, passages to an index generation on disk.

This package knows nothing of `rag`: it reads, splits, embeds and stores. Start reading in `build.py` (the writer) and
`generation.py` (what a reader opens).
"""
