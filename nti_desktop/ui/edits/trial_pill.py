"""A word over the photo on the trial that is seen there: keep it, or put it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QToolButton, QVBoxLayout

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import icon
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme

_MOST_TEXT = 260
_WHOLE = 1000


class TrialPill(QFrame):
    """Renders a trial and the job that makes the next one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "popover")
        self.text = label("", "")
        self.keep = button(tr("Keep"), "", tr("Put this trial into the history (Ctrl+Return)"))
        self.grid = button(tr("All variations"), "quiet", tr("Go back to all variations"))
        self.close_ = QToolButton()
        self.close_.setToolTip(tr("Put the trial away; the words stay as they are"))
        self.close_.setAccessibleName(tr("Put the trial away"))
        self.bar = QProgressBar()
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the trial"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self._dress)
        self._dress()
        self._arrange()
        self.hide()

    def show_trial(self, title: str | None, share: float | None, from_grid: bool) -> None:
        """Render.

        Args:
            title: of the trial that is seen; None when there is none yet.
            share: how much of the next one is done; None when none is being made.
            from_grid: whether there are variations to go back to.
        """
        said = tr("Trying…") if title is None else tr("Trial: {title}").format(title=title)
        metrics = QFontMetrics(self.text.font())
        self.text.setText(metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, _MOST_TEXT))
        self.text.setToolTip(tr("Not in the history yet. {title}").format(title=title or ""))
        self.setAccessibleName(said)
        self.keep.setVisible(title is not None)
        self.close_.setVisible(title is not None)
        self.grid.setVisible(from_grid)
        self.show_share(share)
        self.setVisible(title is not None or share is not None)
        self.raise_()

    def show_share(self, share: float | None) -> None:
        """Render how far the next trial is; its place stays, so that nothing jumps."""
        self.bar.setValue(round((share or 0) * _WHOLE))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.bar.setVisible(share is not None)

    @Slot()
    def _dress(self) -> None:
        self.close_.setIcon(icon("close", self._theme.colours, 14))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.text)
        row.addSpacing(4)
        row.addWidget(self.grid)
        row.addWidget(self.keep)
        row.addWidget(self.close_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 10, 4)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.bar)
