"""What an archive holds, as one short name."""

from __future__ import annotations

import hashlib

from eval.runs.archive import Archive

_DIGITS = 16


def archive_fingerprint(archive: Archive) -> str:
    """Name the content of an archive: 16 hex digits over every article and the number of passages.

    Two generations of the same articles share it; a changed, added or removed article does not.
    """
    digest = hashlib.sha256()
    for article_id in sorted(archive.article_ids()):
        digest.update(f"{article_id}\t{archive.article(article_id).checksum}\n".encode())
    digest.update(str(archive.info().passages).encode())
    return digest.hexdigest()[:_DIGITS]
