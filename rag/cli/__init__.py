"""The command line: one file a verb; `main.py` puts them together."""
