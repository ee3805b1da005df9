"""What to export and how: a small card over the window, which stops nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from nti_desktop.document.encoding import ExportOptions
from nti_desktop.document.export import Loss, losses
from nti_desktop.document.outputs import WHATS, What, outputs, size_of
from nti_desktop.document.state import Project
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.settings import ExportFormat, Settings

_WIDTH = 400
_LEAST_QUALITY = 40
_FORMATS: dict[ExportFormat, str] = {
    "png": noop("PNG: every pixel kept"),
    "jpg": noop("JPEG: small, opens everywhere"),
    "webp": noop("WebP: small, or every pixel kept"),
    "tif": noop("TIFF: for print and other editors"),
}
_WHATS: dict[What, str] = {
    "shown": noop("The edit you see"),
    "starred": noop("Starred edits ({number})"),
    "all": noop("All edits ({number})"),
    "reconstruction": noop("The reconstruction, without an edit"),
}
_LOSSES: dict[Loss, str] = {
    "transparency": noop("JPEG has no transparency: what is clear becomes white."),
    "depth": noop("The original has more than 8 bits for each colour; the file has 8."),
    "colours": noop("The original has colours for print; the file has those of screens (sRGB)."),
    "exactness": noop("Untouched pixels come close to the original's, but are not equal to them."),
}


@dataclass(frozen=True)
class ExportChoice:
    """What was chosen in the sheet."""

    what: What
    format: ExportFormat
    quality: int
    full: bool
    mark: bool

    @property
    def options(self) -> ExportOptions:
        """How each picture is written."""
        return ExportOptions(self.quality if self.format in ("jpg", "webp") else None, self.mark)


class ExportSheet(QFrame):
    """Signals: `accepted` (ExportChoice), once, before it goes; `closed`."""

    accepted = Signal(object)
    closed = Signal()

    def __init__(self, project: Project, settings: Settings, what: What, parent: QWidget) -> None:
        super().__init__(parent)
        self._project = project
        self._qualities = {"jpg": settings.jpeg_quality, "webp": settings.webp_quality}
        self.what, self.format, self.size = QComboBox(), QComboBox(), QComboBox()
        self.quality = QSlider(Qt.Orientation.Horizontal)
        self.quality_shown = label("")
        self.mark = QCheckBox(tr("Note in the file that AI edited it"))
        self.note = label("", "small", wrap=True)
        self.cancel = button(tr("Cancel"), tip=tr("Export nothing (Escape)"))
        self.export = button(tr("Export…"), "primary", tr("Choose where to write it (Enter)"))
        self._fill(settings, what)
        self._arrange()
        self._connect()
        self._name_controls()
        self._refresh()

    @property
    def choice(self) -> ExportChoice:
        """What the controls say."""
        full = self.size.currentData() is True
        return ExportChoice(
            self.what.currentData(),
            self.format.currentData(),
            self.quality.value(),
            full,
            self.mark.isChecked(),
        )

    def open_below(self, anchor: QWidget) -> None:
        """Show it under a button, inside the window."""
        self.adjustSize()
        parent = self.parentWidget()
        place = anchor.mapTo(parent, QPoint(0, anchor.height() + 6))
        right = max(8, parent.width() - self.width() - 8)
        self.move(min(place.x(), right), place.y())
        self.show()
        self.raise_()
        self.export.setFocus()

    def event(self, event: QEvent) -> bool:
        """Escape belongs to the sheet, not to the job behind it."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it, Enter goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            super().keyPressEvent(event)

    @Slot()
    def close_sheet(self) -> None:
        """Go, and leave everything as it was."""
        self.hide()
        self.closed.emit()

    @Slot()
    def _accept(self) -> None:
        if self.export.isEnabled():
            choice = self.choice
            self.close_sheet()
            self.accepted.emit(choice)

    def _fill(self, settings: Settings, wanted: What) -> None:
        for what in WHATS:
            found = outputs(self._project, what)
            if found:
                self.what.addItem(tr(_WHATS[what]).format(number=len(found)), what)
        self.what.setCurrentIndex(max(0, self.what.findData(wanted)))
        for name, text in _FORMATS.items():
            self.format.addItem(tr(text), name)
        self.format.setCurrentIndex(self.format.findData(settings.export_format))
        self.quality.setRange(_LEAST_QUALITY, 100)
        self.size.addItem("", True)
        self.size.addItem("", False)
        self.size.setCurrentIndex(0 if settings.export_full else 1)
        self.mark.setChecked(settings.mark_exports)

    def _arrange(self) -> None:
        self.setProperty("look", "popover")
        self.setFixedWidth(_WIDTH)
        self.setGraphicsEffect(_shadow(self))
        self._form = QFormLayout()
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(14)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._quality_row = QWidget()
        row = QHBoxLayout(self._quality_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.quality, 1)
        row.addWidget(self.quality_shown)
        for text, part in (
            (tr("What"), self.what),
            (tr("Format"), self.format),
            (tr("Quality"), self._quality_row),
            (tr("Size"), self.size),
        ):
            self._form.addRow(label(text, "muted"), part)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(label(tr("Export"), "heading"))
        column.addLayout(self._form)
        column.addWidget(self.mark)
        column.addWidget(self.note)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.export)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.close_sheet)
        self.export.clicked.connect(self._accept)
        self.what.currentIndexChanged.connect(self._refresh)
        self.size.currentIndexChanged.connect(self._refresh)
        self.format.currentIndexChanged.connect(self._refresh)
        self.quality.valueChanged.connect(self._quality_changed)

    def _name_controls(self) -> None:
        for part, name, tip in (
            (self.what, tr("What to export"), tr("Which pictures to write")),
            (self.format, tr("Format"), tr("The kind of file; all keep colour profile and camera data")),
            (self.quality, tr("Quality"), tr("Higher looks better and makes a larger file")),
            (self.size, tr("Size"), tr("Merged into your photo, or as the model made it")),
        ):
            part.setAccessibleName(name)
            part.setToolTip(tip)
        self.mark.setToolTip(tr("Writes the press standard's mark (IPTC) into the file's metadata"))

    @Slot()
    def _quality_changed(self) -> None:
        self._qualities[self.choice.format] = self.quality.value()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Bring what depends on other controls up to date."""
        kind = self.choice.format
        lossy = kind in self._qualities
        self._form.setRowVisible(self._quality_row, lossy)
        if lossy:
            self.quality.setValue(self._qualities[kind])
        value = self.quality.value()
        exact = kind == "webp" and value == 100
        self.quality_shown.setText(tr("every pixel kept") if exact else str(value))
        self._show_sizes()
        self.note.setText(" ".join(self._notes()))
        self.note.setVisible(bool(self.note.text()))
        self.export.setEnabled(self.what.count() > 0)
        self.adjustSize()

    def _show_sizes(self) -> None:
        found = outputs(self._project, self.choice.what) if self.what.count() else ()
        for row, text in ((0, tr("Full resolution{size}")), (1, tr("As the model made it{size}"))):
            full = row == 0
            sizes = {size_of(self._project, output, full=full) for output in found}
            one = next(iter(sizes)) if len(sizes) == 1 else None
            self.size.setItemText(row, text.format(size=f", {one[0]} × {one[1]}" if one else ""))
        self.size.setEnabled(self.choice.what != "reconstruction")

    def _notes(self) -> Iterable[str]:
        photo = self._project.photo
        if photo is None:
            return ()
        lost = losses(photo, f".{self.choice.format}", self.choice.options)
        at_models_size = not self.choice.full or self.choice.what == "reconstruction"
        return (tr(_LOSSES[loss]) for loss in lost if not (at_models_size and loss != "colours"))


def _shadow(parent: QWidget) -> QGraphicsDropShadowEffect:
    made = QGraphicsDropShadowEffect(parent)
    made.setBlurRadius(28)
    made.setOffset(0, 6)
    made.setColor(QColor(0, 0, 0, 70))
    return made
