"""Markdown: front matter, and the text as it reads without its markup."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from index.reading.draft import Draft
from index.reading.encoding import decode
from index.reading.frontmatter import split_front_matter
from index.reading.normalise import clean, one_line
from index.reading.raw_html import visible_text

_BLANKS = re.compile(r"[ \t]+")


def read_markdown(data: bytes, place: str) -> Draft:
    """Read a Markdown file: metadata from its front matter, the body as plain text.

    Paragraphs are one line each with a blank line between them; headings and table rows have a line of their own
    ("cell | cell"), list items too ("- item", "1. item"); emphasis, links, images and code are reduced to their text.

    Raises:
        SourceError: the bytes are no text, or the front matter is broken.
    """
    metadata, body = split_front_matter(clean(decode(data, place)), place)
    root = SyntaxTreeNode(_parser().parse(body))
    return Draft(_blocks(root, "\n\n"), metadata, _title_heading(root))


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables and struck-out text."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _title_heading(root: SyntaxTreeNode) -> str | None:
    """The heading that names the whole: the first of level 1, or the one that opens the text."""
    headings = [node for node in root.children if node.type == "heading"]
    main = next((node for node in headings if node.tag == "h1"), None)
    if main is None and headings and root.children[0] is headings[0]:
        main = headings[0]
    return None if main is None else one_line(_inline(main)) or None


def _blocks(node: SyntaxTreeNode, separator: str) -> str:
    """The text of all blocks in a block, empty ones left out."""
    return separator.join(filter(None, map(_block, node.children)))


def _block(node: SyntaxTreeNode) -> str:
    """The text of one block."""
    match node.type:
        case "heading":
            return one_line(_inline(node))
        case "paragraph":
            return _BLANKS.sub(" ", _inline(node))
        case "bullet_list":
            return "\n".join("- " + _blocks(item, "\n") for item in node.children)
        case "ordered_list":
            return "\n".join(f"{item.info}{item.markup} " + _blocks(item, "\n") for item in node.children)
        case "table":
            return "\n".join(_row(row) for part in node.children for row in part.children)
        case "fence" | "code_block":
            return node.content.strip("\n")
        case "html_block":
            return visible_text(node.content)
        case "hr":
            return ""
        case _:
            return _blocks(node, "\n\n")


def _row(row: SyntaxTreeNode) -> str:
    """The cells of a table row on one line."""
    return " | ".join(one_line(_inline(cell)) for cell in row.children)


def _inline(node: SyntaxTreeNode) -> str:
    """The text inside a block or a span, without markup."""
    match node.type:
        case "text" | "code_inline":
            return node.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if node.content.lower().startswith("<br") else ""
        case _:
            return "".join(map(_inline, node.children))
