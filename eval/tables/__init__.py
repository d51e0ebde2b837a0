"""The figures written down: for the terminal, in Markdown and as files."""
