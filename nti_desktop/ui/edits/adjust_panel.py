"""The fold “Adjust this edit”: every number of an edit as a slider, and where it may happen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import Inversion
from nti_desktop.ui.edits import adjustments as adjust
from nti_desktop.ui.edits.area_chips import AreaChips
from nti_desktop.ui.edits.more_adjustments import MoreAdjustments
from nti_desktop.ui.edits.slider_row import SliderRow
from nti_desktop.ui.edits.sliders import BASIC, MORE, POSE, SMALL, THRESHOLD, Adjustment
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import icon
from nti_desktop.ui.look.parts import rule
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.state import WindowState


class AdjustPanel(QWidget):
    """Renders the draft; folded until someone wants it.

    Signals:
        adjusted: (EditParameters) what the draft should become.
    """

    adjusted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._parameters = EditParameters("")
        self._inversion: Inversion | None = None
        self._painted = False
        self.fold = QToolButton()
        self._theme = theme
        self.reset = QToolButton()
        self.more = MoreAdjustments(theme)
        self.rows = {a.field: SliderRow(a, theme) for a in BASIC} | self.more.rows
        self.pose = QCheckBox(tr("Change of pose"))
        self.area = AreaChips()
        self.body = QWidget()
        self._set_up()
        self._arrange()

    def render_state(self, state: WindowState) -> None:
        """Show the draft's numbers, and what is chosen where it says nothing."""
        project, inversion = state.project, state.project.inversion
        self.setVisible(inversion is not None)
        if inversion is None:
            return
        self._parameters, self._inversion = state.draft, inversion
        self._painted = project.draft_masks is not None and project.draft_masks.own is not None
        self._show_title()
        if self.fold.isChecked():
            self._show_body(inversion)

    def _show_body(self, inversion: Inversion) -> None:
        for row in self.rows.values():
            self._show_row(row, inversion)
        posing = self._parameters.mutual_start is not None
        with QSignalBlocker(self.pose):
            self.pose.setChecked(posing)
        self.rows[POSE.field].setVisible(posing)
        changed = {*(a.field for a in MORE), "proximal"} & set(adjust.changed_fields(self._parameters))
        self.more.show_parameters(self._parameters, len(changed))
        self._show_area(inversion.caption)

    def _show_row(self, row: SliderRow, inversion: Inversion) -> None:
        adjustment = row.adjustment
        value = getattr(self._parameters, adjustment.field)
        automatic = adjust.automatic_value(adjustment, inversion, self._parameters)
        known = adjust.is_set(self._parameters, adjustment.field)
        row.show_value(value if known else None, automatic)

    def _show_area(self, caption: str) -> None:
        draft = self._parameters
        self.area.show_words(
            adjust.words_to_tick(caption, draft.caption),
            draft.blend_words,
            adjust.automatic_words(caption, draft),
            tr("You painted a mask; it says where, not the words.") if self._painted else "",
        )

    def _show_title(self) -> None:
        count = len(adjust.changed_fields(self._parameters))
        title = tr("Adjust this edit")
        self.fold.setText(tr("{title} ({count})").format(title=title, count=count) if count else title)
        self.reset.setVisible(count > 0)

    @Slot(object, float)
    def _move(self, adjustment: Adjustment, value: float) -> None:
        self._set({adjustment.field: value})

    @Slot(object)
    def _reset_one(self, adjustment: Adjustment) -> None:
        self._set({adjustment.field: adjust.default_of(adjustment.field)})

    @Slot()
    def _reset_all(self) -> None:
        self.fold.setFocus()  # the button goes away
        self.adjusted.emit(adjust.reset(self._parameters))

    @Slot(bool)
    def _set_pose(self, on: bool) -> None:
        self._set({POSE.field: adjust.POSE_START if on else None})

    @Slot(str)
    def _choose_small(self, proximal: str) -> None:
        gone = {SMALL.field: adjust.default_of(SMALL.field)} if proximal == "none" else {}
        self._set({"proximal": proximal, **gone})

    @Slot(str)
    def _tick(self, word: str) -> None:
        if self._inversion is not None:
            self.adjusted.emit(adjust.toggled(self._inversion.caption, self._parameters, word))

    @Slot()
    def _area_automatic(self) -> None:
        self._set({"blend_words": None})

    @Slot()
    def _area_whole(self) -> None:
        self._set({"blend_words": ()})

    def _set(self, values: dict[str, Any]) -> None:
        self.adjusted.emit(replace(self._parameters, **values))

    @Slot(bool)
    def _unfold(self, unfolded: bool) -> None:
        if unfolded and self._inversion is not None:
            self._show_body(self._inversion)
        self.body.setVisible(unfolded)
        self.fold.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)

    @Slot()
    def _dress(self) -> None:
        self.reset.setIcon(icon("revert", self._theme.colours, 16))

    def _set_up(self) -> None:
        self.fold.setCheckable(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setProperty("look", "fold")
        self.fold.setToolTip(
            tr("How firmly the photo is held, where the edit may happen, and how strong it is")
        )
        self.fold.setAccessibleName(tr("Adjust this edit"))
        self.fold.toggled.connect(self._unfold)
        self.reset.setIconSize(QSize(16, 16))
        self.reset.setToolTip(tr("Make every adjustment automatic again"))
        self.reset.setAccessibleName(tr("Reset the adjustments"))
        self.reset.clicked.connect(self._reset_all)
        self._theme.changed.connect(self._dress)
        self._dress()
        self.pose.setToolTip(tr(POSE.tip))
        self.pose.toggled.connect(self._set_pose)
        self.area.ticked.connect(self._tick)
        self.area.automatic.connect(self._area_automatic)
        self.area.everywhere.connect(self._area_whole)
        self.more.chosen.connect(self._choose_small)
        for row in self.rows.values():
            row.moved.connect(self._move)
            row.reset.connect(self._reset_one)
        self._unfold(False)

    def _arrange(self) -> None:
        body = QVBoxLayout(self.body)
        body.setContentsMargins(0, 8, 0, 0)
        body.setSpacing(8)
        for adjustment in BASIC:
            if adjustment is THRESHOLD:
                body.addWidget(self.area)
            if adjustment is POSE:
                body.addWidget(self.pose)
            body.addWidget(self.rows[adjustment.field])
        body.addWidget(self.more)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.fold)
        head.addStretch(1)
        head.addWidget(self.reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(rule())
        layout.addSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.body)
