"""The log: a few small files, written in turns, with no captions and no names of files in them unless the
person allowed it."""

from __future__ import annotations

import io
import logging
import logging.handlers
from collections.abc import Callable, Iterable
from pathlib import Path

from nti_desktop.upkeep.locks import Lock, try_lock
from nti_desktop.upkeep.places import private_file, private_folder, state_folder
from nti_desktop.upkeep.privacy import anonymised

LARGEST = 512 * 1024  # bytes of one file
OLDER = 3  # files that are kept beside the newest
MOST_AT_ONCE = 8  # processes of one kind with a log of their own
NAMES_ALLOWED = "NTI_LOG_NAMES"  # set for the engine's process where its log may name files and captions
_OWN = "nti_desktop"


def logs_folder() -> Path:
    """Where the logs are."""
    return state_folder() / "logs"


class Logbook:
    """The log of one process, from `start_log` until `close`.

    Attributes:
        secrets: says what must not be in a line, beside what looks like a name: the captions at hand.
    """

    def __init__(self, handler: logging.Handler, lock: Lock, may_name: Callable[[], bool]) -> None:
        self._handler, self._lock = handler, lock
        self.secrets: Callable[[], Iterable[str]] = tuple
        handler.setFormatter(
            _Formatter(lambda text: text if may_name() else anonymised(text, self.secrets()))
        )

    def close(self) -> None:
        """Stop logging; more than once does nothing."""
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        self._lock.release()


def start_log(
    kind: str, may_name: Callable[[], bool] = lambda: False, folder: Path | None = None
) -> Logbook | None:
    """Begin to log: of this program what is worth knowing, of libraries their warnings.

    Args:
        kind: of process, `window` or `engine`; each of several at once has a file of its own.
        may_name: asked at each line whether captions and names of files may be in it.
        folder: for the files; None takes the user's own.

    Returns:
        The log; None where none can be written: that is no reason not to work.
    """
    try:
        where = private_folder(folder or logs_folder())
        found = _free_name(where, kind)
        if found is None:
            return None
        path, lock = found
        handler = _PrivateHandler(path, maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.addFilter(_is_worth_it)
    book = Logbook(handler, lock, may_name)
    logging.getLogger(_OWN).setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    return book


def _free_name(folder: Path, kind: str) -> tuple[Path, Lock] | None:
    for number in range(1, MOST_AT_ONCE + 1):
        name = kind if number == 1 else f"{kind}-{number}"
        lock = try_lock(folder / f"{name}.lock")
        if lock is not None:
            return folder / f"{name}.log", lock
    return None


def _is_worth_it(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name.split(".")[0] == _OWN


class _PrivateHandler(logging.handlers.RotatingFileHandler):
    """Its files are for their owner's eyes only, and a full disk is no event."""

    def _open(self) -> io.TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=private_file)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging calls it so
        """Do without this line."""


class _Formatter(logging.Formatter):
    def __init__(self, cleaned: Callable[[str], str]) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")
        self._cleaned = cleaned

    def format(self, record: logging.LogRecord) -> str:
        return self._cleaned(super().format(record))
