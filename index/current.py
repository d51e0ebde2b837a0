"""The current generation, followed as other processes switch it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import DamagedIndexError, IncompatibleIndexError, NoIndexError
from index.generation import Generation, check_model
from index.layout import current_generation, generation_folder

REOPEN_ATTEMPTS = 5


class CurrentGeneration:
    """Hands out the generation that is current at the moment of asking.

    Who asks keeps what was handed out until done, even when a writer switches meanwhile: one question sees one
    generation. The old one is closed when its last user is done with it.
    """

    def __init__(self, data: Path, embedder_name: str, fingerprint: str) -> None:
        """Follow a data folder on behalf of an embedder.

        Args:
            data: the data folder.
            embedder_name: the embedder's name, for error messages.
            fingerprint: the embedder's fingerprint; generations made by another are refused.
        """
        self._data = data
        self._embedder_name = embedder_name
        self._fingerprint = fingerprint
        self._lock = threading.Lock()
        self._open: Generation | None = None
        self._users: dict[Generation, int] = {}

    @contextmanager
    def use(self) -> Iterator[Generation]:
        """Use the current generation.

        Raises:
            NoIndexError: nothing has been indexed.
            IncompatibleIndexError, DamagedIndexError: it cannot be read.
        """
        with self._lock:
            generation = self._refreshed()
            self._users[generation] = self._users.get(generation, 0) + 1
        try:
            yield generation
        finally:
            generation.give_back()
            with self._lock:
                self._users[generation] -= 1
                self._close_unused()

    def close(self) -> None:
        """Release the generation; a later use opens it again."""
        with self._lock:
            retired, self._open = self._open, None
            if retired is not None:
                self._users.setdefault(retired, 0)
            self._close_unused()

    def _refreshed(self) -> Generation:
        wanted = current_generation(self._data)
        if wanted is None:
            remedy = "Index some articles first: fundstelle index PATH"
            raise NoIndexError(f"there is no index in {self._data}.", remedy)
        if self._open is not None and self._open.manifest.generation == wanted:
            return self._open
        fresh = self._opened(wanted)
        retired, self._open = self._open, fresh
        if retired is not None:
            self._users.setdefault(retired, 0)
            self._close_unused()
        return fresh

    def _opened(self, wanted: str) -> Generation:
        """Open a generation; if it vanished because a writer has moved on twice meanwhile, open the newer one."""
        for _ in range(REOPEN_ATTEMPTS):
            try:
                generation = Generation(generation_folder(self._data, wanted))
                break
            except DamagedIndexError:
                newer = current_generation(self._data)
                if newer is None or newer == wanted:
                    raise
                wanted = newer
        else:
            raise DamagedIndexError(f"the index in {self._data} changes faster than it can be opened.", "Try again.")
        try:
            check_model(generation.manifest, self._embedder_name, self._fingerprint)
        except IncompatibleIndexError:
            generation.close()
            raise
        return generation

    def _close_unused(self) -> None:
        for generation in [g for g, users in self._users.items() if users == 0 and g is not self._open]:
            del self._users[generation]
            generation.close()
