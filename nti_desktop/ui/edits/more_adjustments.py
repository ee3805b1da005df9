"""The fold “More” of the adjustments: what few edits need."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.edits.slider_row import SliderRow
from nti_desktop.ui.edits.sliders import MORE, PROXIMAL_NAME, PROXIMAL_TIP, PROXIMALS, SMALL
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.pages.choices import Choice


class MoreAdjustments(QWidget):
    """Its rows are filled by the panel around it.

    Signals:
        chosen: (proximal) what becomes of small changes.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.fold = QToolButton()
        self.body = QWidget()
        self.rows = {adjustment.field: SliderRow(adjustment, theme) for adjustment in MORE}
        self.small = Choice([(value, tr(name)) for value, name in PROXIMALS.items()])
        self.small.picked.connect(self.chosen)
        self._set_up()
        self._arrange()

    def show_parameters(self, parameters: EditParameters, changed: int) -> None:
        """Render the choice, and how much in the fold is not as it comes."""
        title = tr("More")
        self.fold.setText(tr("{title} ({count})").format(title=title, count=changed) if changed else title)
        self.small.show_value(parameters.proximal)
        self.rows[SMALL.field].setVisible(parameters.proximal != "none")

    @Slot(bool)
    def _unfold(self, unfolded: bool) -> None:
        self.body.setVisible(unfolded)
        self.fold.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)

    def _set_up(self) -> None:
        self.fold.setCheckable(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setProperty("look", "fold")
        self.fold.setToolTip(tr("What few edits need: when things begin, and what becomes of small changes"))
        self.fold.setAccessibleName(tr("More adjustments"))
        self.fold.toggled.connect(self._unfold)
        self.small.setToolTip(tr(PROXIMAL_TIP))
        self.small.setAccessibleName(tr(PROXIMAL_NAME))
        self.small.setMinimumWidth(120)
        self._unfold(False)

    def _arrange(self) -> None:
        choice = QHBoxLayout()
        choice.addWidget(label(tr(PROXIMAL_NAME)), 1)
        choice.addWidget(self.small)
        body = QVBoxLayout(self.body)
        body.setContentsMargins(0, 4, 0, 0)
        body.setSpacing(8)
        for field, row in self.rows.items():
            if field == SMALL.field:
                body.addLayout(choice)
            body.addWidget(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.body)
