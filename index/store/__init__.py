"""The parts of a generation on disk: articles in SQLite, vectors in Chroma, keywords in bm25s, a manifest."""
