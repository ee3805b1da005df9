"""One sentence over the canvas: what happened, with details to copy; never in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import icon, pixmap
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.report import report

_NOTICE_MS = 4000


class MessageBar(QFrame):
    """A problem stays until it is closed or something newer is said; a notice goes by itself.

    Attributes:
        secrets: says what must not be in copied details, such as captions and file names.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._details = ""
        self._is_problem = False
        self._busy = ""
        self.secrets: Callable[[], Iterable[str]] = tuple
        self._sign = QLabel()
        self.text = label("", wrap=True)
        self.copy = button(
            tr("Copy details"),
            "quiet",
            tr("Copy what a bug report needs; names, folders and captions are left out"),
        )
        self.dismiss = QToolButton()
        self.dismiss.setToolTip(tr("Close this message"))
        self.dismiss.setAccessibleName(tr("Close this message"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.copy.clicked.connect(self._copy)
        self.dismiss.clicked.connect(self.clear)
        theme.changed.connect(self._dress)
        self._arrange()
        self.hide()

    @Slot(str, str)
    def show_problem(self, sentence: str, details: str = "") -> None:
        """Say what went wrong and what to do."""
        self._show(sentence, details, problem=True)
        self._timer.stop()

    @Slot(str)
    def show_notice(self, sentence: str) -> None:
        """Say that something was done."""
        self._show(sentence, "", problem=False)
        self._timer.start(_NOTICE_MS)

    @Slot(str)
    def show_busy(self, sentence: str) -> None:
        """Say what takes so long until it is over, which "" says."""
        if sentence:
            self._show(sentence, "", problem=False)
            self._timer.stop()
        elif self._busy and self.text.text() == self._busy:
            self.clear()
        self._busy = sentence

    def take_back(self, sentence: str) -> None:
        """It is no longer so."""
        if self.text.text() == sentence:
            self.clear()

    @Slot()
    def clear_problem(self) -> None:
        """What went wrong is over: another photo is open, or it is tried again."""
        if self._is_problem:
            self.clear()

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self.hide()

    def _show(self, sentence: str, details: str, problem: bool) -> None:
        self._details, self._is_problem = details, problem
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.copy.setVisible(bool(details))
        self._dress()
        self.show()
        self.raise_()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(report(self.text.text(), self._details, self.secrets()))

    @Slot()
    def _dress(self) -> None:
        colours = self._theme.colours
        self.setProperty("look", "error" if self._is_problem else "message")
        self.style().unpolish(self)
        self.style().polish(self)
        sign, colour = ("warning", colours.danger) if self._is_problem else ("info", colours.accent_ink)
        self._sign.setPixmap(pixmap(sign, colour, 20, self.devicePixelRatioF()))
        self.dismiss.setIcon(icon("close", colours, 16))

    def _arrange(self) -> None:
        self.setMinimumWidth(320)
        self.setMaximumWidth(720)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self._sign)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.copy)
        layout.addWidget(self.dismiss)
