"""What nobody caught: told in the message bar instead of lost on a terminal."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from nti_desktop.ui.look.i18n import noop, tr

_log = logging.getLogger(__name__)

UNEXPECTED = noop("Something unexpected went wrong; save the project, and if it happens again, report it.")


class Alarm(QObject):
    """Takes the place of `sys.excepthook`, which any thread may call.

    Signals:
        raised: (sentence, details), delivered in the window's thread.
    """

    raised = Signal(str, str)

    def install(self) -> None:
        """Begin to listen."""
        sys.excepthook = self._heard

    def remove(self) -> None:
        """Let Python report again."""
        sys.excepthook = sys.__excepthook__

    def _heard(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, where)
        _log.error("nobody caught this", exc_info=(kind, error, where))
        self.raised.emit(tr(UNEXPECTED), "".join(traceback.format_exception(kind, error, where)))
