"""Which addresses may become links."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web (http or https with a host), else None: never `javascript:` or `data:`."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # as "http://[", which is no address
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.hostname else None


def link_html(url: str | None, label: str, hint: str) -> str:
    """A link that tells the other site nothing about the archive; empty when the address is not one of the web."""
    address = web_address(url)
    if address is None:
        return ""
    return (
        f'<a class="fs-link" href="{escape(address)}" target="_blank" rel="noopener noreferrer" '
        f'title="{escape(hint)}">{escape(label)}<span aria-hidden="true"> ↗</span></a>'
    )
