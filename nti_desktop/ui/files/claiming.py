"""Which project files are this window's to change."""

from __future__ import annotations

from pathlib import Path

from nti_desktop.document.claims import claim
from nti_desktop.upkeep.locks import Lock


class Claims:
    """The locks that this window holds; `take` may block, and is for a thread."""

    def __init__(self) -> None:
        self._held: dict[Path, Lock | None] = {}

    def take(self, path: Path) -> bool:
        """Whether the file may be changed here; not so while another window has it."""
        key = path.absolute()
        if key not in self._held:
            try:
                lock = claim(key)
            except OSError:  # locks do not work there: then nobody can be kept out
                self._held[key] = None
                return True
            if lock is None:
                return False
            self._held[key] = lock
        return True

    def keep_only(self, path: Path | None) -> None:
        """Give back all others."""
        kept = None if path is None else path.absolute()
        for other in [held for held in self._held if held != kept]:
            lock = self._held.pop(other)
            if lock is not None:
                lock.release()
