"""The HTTP API: the same answers as the library, as JSON."""

from __future__ import annotations

from rag.service.app import create_app

__all__ = ["create_app"]
