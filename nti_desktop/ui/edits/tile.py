"""One variation in the grid: its picture, its value, and Keep."""

from __future__ import annotations

from PIL import Image
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from nti_desktop.engine.results import ImageArray
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label

SIDE = 124


class Tile(QFrame):
    """Signals: `opened`, `kept`, each with the tile's place."""

    opened = Signal(int)
    kept = Signal(int)

    def __init__(self, place: int, value: str) -> None:
        super().__init__()
        self._place = place
        self.setProperty("look", "tile")
        self.picture = QToolButton()
        self.value = label(value, "strong")
        self.keep = button(tr("Keep"), "quiet", tr("Put this one into the history"))
        self.keep.setAccessibleName(tr("Keep {value}").format(value=value))
        self.picture.setAccessibleName(value)
        self.picture.clicked.connect(self._open)
        self.keep.clicked.connect(self._keep)
        self._arrange()
        self.show_state(tr("waiting"))

    def show_state(self, said: str) -> None:
        """Say why there is no picture yet, or that there will be none; a preview goes."""
        self.picture.setIcon(QIcon())
        self.picture.setText(said)
        self.picture.setToolTip(said)
        self.picture.setEnabled(False)
        self.keep.setVisible(False)

    @property
    def has_picture(self) -> bool:
        """Whether there is something to see, be it a preview."""
        return not self.picture.icon().isNull()

    def show_preview(self, image: ImageArray) -> None:
        """What it becomes; it can not be kept yet."""
        self._show(image)

    def show_result(self, image: ImageArray) -> None:
        """It is done."""
        self._show(image)
        self.picture.setEnabled(True)
        self.picture.setToolTip(tr("See it large on the photo"))
        self.keep.setVisible(True)

    def set_side(self, side: int) -> None:
        """Show the picture so many points wide and high, `SIDE` at most; the tile stays as wide as it is."""
        self.picture.setFixedSize(SIDE + 8, side + 8)
        self.picture.setIconSize(QSize(side, side))

    def show_kept(self, kept: bool) -> None:
        """Whether it is in the history."""
        self.keep.setText(tr("Kept") if kept else tr("Keep"))
        self.keep.setEnabled(not kept)

    def _show(self, image: ImageArray) -> None:
        self.picture.setText("")
        self.picture.setIcon(QIcon(fitted(image, SIDE, self.devicePixelRatioF())))

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._place)

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(self._place)

    def _arrange(self) -> None:
        self.set_side(SIDE)
        self.value.setMaximumWidth(SIDE - 60)
        self.value.setToolTip(self.value.text())
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 2, 0)
        row.addWidget(self.value, 1)
        row.addWidget(self.keep)
        policy = self.keep.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.keep.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(2)
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(row)


def fitted(image: ImageArray, side: int, ratio: float = 1.0) -> QPixmap:
    """A picture as large as fits into `side` points each way; bilinear, which is smooth both ways."""
    whole = Image.fromarray(image)
    scale = side * ratio / max(whole.size)
    size = (max(round(whole.width * scale), 1), max(round(whole.height * scale), 1))
    small = whole.resize(size, Image.Resampling.BILINEAR)
    data = small.tobytes()
    drawn = QImage(data, small.width, small.height, 3 * small.width, QImage.Format.Format_RGB888)
    made = QPixmap.fromImage(drawn)
    made.setDevicePixelRatio(ratio)
    return made
