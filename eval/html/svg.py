"""The few SVG elements that the charts are made of."""

from __future__ import annotations

from html import escape


def element(name: str, *content: str, **attributes: str | float | None) -> str:
    """Write an element.

    Args:
        name: of the element.
        content: markup inside it; use `words` for text.
        attributes: `stroke_width=2` becomes `stroke-width="2"`, a trailing underscore goes (`class_`); None: left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_write(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(content)}</{name}>" if content else f"<{name}{written}/>"


def words(x: float, y: float, text: str, class_: str = "", anchor: str = "start") -> str:
    """Write a line of text; `anchor` is start, middle or end."""
    return element("text", escape(text), x=x, y=y, text_anchor=anchor, class_=class_ or None)


def chart(name: str, width: int, height: int, title: str, description: str, *content: str) -> str:
    """Write a whole drawing, with a title and a description for those who do not see it.

    Args:
        name: one word, of no other drawing on the page.
        width: in units; the page scales it.
        height: in the same units.
        title: what it is.
        description: what it shows, in figures.
        content: the elements.
    """
    names = (f"{name}-title", f"{name}-text")
    return element(
        "svg",
        element("title", escape(title), id=names[0]),
        element("desc", escape(description), id=names[1]),
        *content,
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby=" ".join(names),
        class_="chart",
    )


def _write(value: str | float) -> str:
    """A number with at most two decimals, words as they are."""
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
