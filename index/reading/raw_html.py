"""HTML inside Markdown, reduced to its text."""

from __future__ import annotations

from html.parser import HTMLParser

_INSIDE_LINES = (
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "em",
    "i",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
)


def visible_text(markup: str) -> str:
    """The visible text of a raw HTML block, its lines without the markup's indents."""
    collector = _TextCollector()
    collector.feed(markup)
    collector.close()
    lines = map(str.strip, "".join(collector.pieces).split("\n"))
    return "\n".join(filter(None, lines))


class _TextCollector(HTMLParser):
    """Collects what a browser would show of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to skip at a script or style; begin a line at a block."""
        if tag in ("script", "style"):
            self._hidden = tag
        self._break_line(tag)

    def handle_endtag(self, tag: str) -> None:
        """Stop skipping at its end; end a block's line."""
        if tag == self._hidden:
            self._hidden = None
        self._break_line(tag)

    def handle_data(self, data: str) -> None:
        """Keep visible text."""
        if self._hidden is None:
            self.pieces.append(data)

    def _break_line(self, tag: str) -> None:
        if tag not in _INSIDE_LINES:
            self.pieces.append("\n")
