"""What to export and how: a small card over the window, which stops nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from nti_desktop.document.outputs import WHATS, What, outputs, size_of
from nti_desktop.document.state import Project
from nti_desktop.ui.files.export_choice import FORMAT_TEXTS, WHAT_TEXTS, ExportChoice, notes
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.quiet_slider import QuietSlider
from nti_desktop.ui.look.shadow import Shadow
from nti_desktop.ui.settings import Settings

_WIDTH = 400
_LEAST_QUALITY = 40


class ExportSheet(QFrame):
    """Signals: `accepted` (ExportChoice), once, before it goes; `closed`."""

    accepted = Signal(object)
    closed = Signal()

    def __init__(self, project: Project, settings: Settings, what: What, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.project = project
        self._qualities = {"jpg": settings.jpeg_quality, "webp": settings.webp_quality}
        self.what, self.format, self.extent = QComboBox(), QComboBox(), QComboBox()
        self.quality = QuietSlider()
        self._quality_name, self.quality_shown = label(tr("Quality"), "muted"), label("")
        self.mark = QCheckBox(tr("Note in the file that AI edited it"))
        self.mark.setAccessibleName(self.mark.text())
        self.note = label("", "small", wrap=True)
        self.cancel = button(tr("Cancel"), tip=tr("Export nothing (Escape)"))
        self.export = button(tr("Export…"), "primary", tr("Choose where to write it (Enter)"))
        self._fill(settings, what)
        self._arrange()
        self._connect()
        self._name_controls()
        self._refresh()
        Shadow(self)

    @property
    def choice(self) -> ExportChoice:
        """What the controls say."""
        full = self.extent.currentData() is True
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
        place = anchor.mapTo(self._parent, QPoint(0, anchor.height() + 6))
        right = max(8, self._parent.width() - self.width() - 8)
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
            found = outputs(self.project, what)
            if found:
                self.what.addItem(tr(WHAT_TEXTS[what]).format(number=len(found)), what)
        self.what.setCurrentIndex(max(0, self.what.findData(wanted)))
        for name, text in FORMAT_TEXTS.items():
            self.format.addItem(tr(text), name)
        self.format.setCurrentIndex(self.format.findData(settings.export_format))
        self.quality.setRange(_LEAST_QUALITY, 100)
        self.extent.addItem("", True)
        self.extent.addItem("", False)
        self.extent.setCurrentIndex(0 if settings.export_full else 1)
        self.mark.setChecked(settings.mark_exports)

    def _arrange(self) -> None:
        self.setProperty("look", "popover")
        self.setFixedWidth(_WIDTH)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(label(tr("Export"), "heading"))
        column.addLayout(self._form())
        column.addWidget(self.mark)
        column.addWidget(self.note)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.export)
        column.addLayout(buttons)

    def _form(self) -> QGridLayout:
        """A name and a control in each line."""
        form = QGridLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        form.setColumnStretch(1, 1)
        for row, (text, part) in enumerate(
            (
                (tr("What"), self.what),
                (tr("Format"), self.format),
                ("", self.quality),
                (tr("Size"), self.extent),
            )
        ):
            name = self._quality_name if part is self.quality else label(text, "muted")
            form.addWidget(name, row, 0)
            form.addWidget(part, row, 1, 1, 1 if part is self.quality else 2)
        form.addWidget(self.quality_shown, 2, 2)
        return form

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.close_sheet)
        self.export.clicked.connect(self._accept)
        self.what.currentIndexChanged.connect(self._refresh)
        self.extent.currentIndexChanged.connect(self._refresh)
        self.format.currentIndexChanged.connect(self._refresh)
        self.quality.valueChanged.connect(self._quality_changed)

    def _name_controls(self) -> None:
        for part, name, tip in (
            (self.what, tr("What to export"), tr("Which pictures to write")),
            (self.format, tr("Format"), tr("The kind of file; all keep colour profile and camera data")),
            (self.quality, tr("Quality"), tr("Higher looks better and makes a larger file")),
            (self.extent, tr("Size"), tr("Merged into your photo, or as the model made it")),
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
        for part in (self._quality_name, self.quality, self.quality_shown):
            part.setVisible(lossy)
        if lossy:
            self.quality.setValue(self._qualities[kind])
        value = self.quality.value()
        exact = kind == "webp" and value == 100
        self.quality_shown.setText(tr("every pixel kept") if exact else str(value))
        self._show_sizes()
        self.note.setText(" ".join(notes(self.project, self.choice)))
        self.note.setVisible(bool(self.note.text()))
        self.export.setEnabled(self.what.count() > 0)
        self._column.activate()  # else the size is that of the rows before
        self.adjustSize()

    def _show_sizes(self) -> None:
        found = outputs(self.project, self.choice.what) if self.what.count() else ()
        for row, text in ((0, tr("Full resolution{size}")), (1, tr("As the model made it{size}"))):
            full = row == 0
            sizes = {size_of(self.project, output, full=full) for output in found}
            one = next(iter(sizes)) if len(sizes) == 1 else None
            self.extent.setItemText(row, text.format(size=f", {one[0]} × {one[1]}" if one else ""))
        self.extent.setEnabled(self.choice.what != "reconstruction")
