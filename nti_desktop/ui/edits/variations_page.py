"""The page over the photo on which variations are asked for, arrive, and are chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from nti_desktop.ui.edits.tile_area import TileArea
from nti_desktop.ui.edits.variation_form import VariationForm
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import icon
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.theme import Theme


class VariationsPage(QFrame):
    """Signals: `closed`; `opened`, `kept` (place of a tile)."""

    closed = Signal()
    opened = Signal(int)
    kept = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAccessibleName(tr("Variations"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.form = VariationForm()
        self.hint = label("", "small", wrap=True)
        self.area = TileArea()
        self.close_ = QToolButton()
        self.close_.setToolTip(tr("Back to the photo; the variations stay here (Escape)"))
        self.close_.setAccessibleName(tr("Back to the photo"))
        self.close_.clicked.connect(self.closed)
        theme.changed.connect(self._dress)
        self._dress()
        self._arrange()
        self.show_hint("")
        self.hide()

    def show_hint(self, problem: str) -> None:
        """Say what is wrong with what was typed, or how it goes."""
        self.hint.setText(
            problem
            or tr("Each is made from the edit as it is now. Click one to see it large; keep what you like.")
        )

    def show_values(self, values: tuple[str, ...]) -> None:
        """Begin a new grid."""
        for tile in self.area.show_values(values):
            tile.opened.connect(self.opened)
            tile.kept.connect(self.kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the photo."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _dress(self) -> None:
        self.close_.setIcon(icon("close", self._theme.colours, 16))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(tr("Try variations"), "heading"))
        head.addStretch(1)
        head.addWidget(self.close_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.form)
        layout.addWidget(self.hint)
        layout.addSpacing(4)
        layout.addWidget(self.area, 1)
