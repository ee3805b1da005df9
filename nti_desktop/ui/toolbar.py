"""The bar at the top: files and history at the left, looking at the photo at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QCursor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget, QWidgetAction
from shiboken6 import isValid

from nti_desktop.ui.actions import Actions
from nti_desktop.ui.canvas.colour_maps import COLOUR_MAPS
from nti_desktop.ui.jobs.glance import JobGlance
from nti_desktop.ui.jobs.progress import JobProgress
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.quiet_slider import QuietSlider
from nti_desktop.ui.menu_button import MenuButton

_HEIGHT = 52
_SHARE = 70  # width of what a running job shows at least
_FACTORS = (1, 2, 4, 8, 16)
_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICON = Qt.ToolButtonStyle.ToolButtonIconOnly


class Toolbar(QFrame):
    """Buttons for the actions, the zoom, and how comparison and attention maps look.

    Signals:
        colours_chosen: (name) of a colour map.
        factor_chosen: (factor) by which a difference is amplified.
    """

    colours_chosen = Signal(str)
    factor_chosen = Signal(int)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self.setFixedHeight(_HEIGHT)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 0, 12, 0)
        self._layout.setSpacing(4)
        self._into = self._layout  # where the next part goes
        self.viewing = QWidget()
        self.buttons: dict[str, QToolButton] = {}
        self._wordy: list[QToolButton] = []
        self._full = 0  # width with all words
        self.zoom = self._zoom_button(actions)
        self.opacity = QuietSlider()
        self.hold = QToolButton()
        self.job = JobGlance()
        self._colours = QActionGroup(self)
        self._factors = QActionGroup(self)
        self._fill(actions)

    @Slot(float)
    def show_zoom(self, scale: float) -> None:
        """Render the scale."""
        self.zoom.setText(tr("{percent} %").format(percent=f"{scale * 100:.0f}"))

    def show_choices(self, opacity: int, colours: str, factor: int) -> None:
        """Render how maps and differences look."""
        self.opacity.setValue(opacity)
        for group, chosen in ((self._colours, colours), (self._factors, factor)):
            for action in group.actions():
                action.setChecked(action.data() == chosen)

    def show_job(self, job: JobProgress | None, side_shown: bool) -> None:
        """Render what runs, where the side panel does not."""
        hidden = self.job.isHidden()
        self.job.show_job(job, side_shown)
        if self.job.isHidden() is not hidden:
            self._leave_words_away()

    def show_viewing(self, shown: bool) -> None:
        """Whether there is a photo to look at, and so use for what changes its view."""
        if shown is self.viewing.isHidden():
            self.viewing.setVisible(shown)
            self._leave_words_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(event)
        self._leave_words_away()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it is known how wide the words are."""
        super().showEvent(event)
        self._leave_words_away()

    def _leave_words_away(self) -> None:
        """Where they have no room."""
        if not self.viewing.isVisible():
            return
        self._full = self._full or self.sizeHint().width()
        free = self.width() - self._full
        words = free >= (0 if self.job.isHidden() else _SHARE)
        for made in self._wordy:
            made.setToolButtonStyle(_WORDS if words else _ICON)
        self.job.set_room(free)

    def _fill(self, actions: Actions) -> None:
        for name in ("open", "save", "export"):
            self._add(actions, name, words=True)
        self._add_gap()
        for name in ("undo", "redo"):
            self._add(actions, name)
        self._layout.addWidget(self.job)
        self._layout.addStretch(1)
        self._fill_viewing(actions)
        save_menu = QMenu(self)
        save_menu.addAction(actions["save_as"])
        self._set_menu("save", save_menu)
        self._into = self._layout
        self._layout.addWidget(self.viewing)
        self._layout.addWidget(MenuButton(actions))

    def _fill_viewing(self, actions: Actions) -> None:
        """What is of use where there is a photo."""
        self._into = QHBoxLayout(self.viewing)
        self._into.setContentsMargins(0, 0, 0, 0)
        self._into.setSpacing(4)
        self._wordy.append(self._add(actions, "mask", words=True))
        self._wordy.append(self._add(actions, "compare", words=True))
        self._add_hold(actions)
        self._wordy.append(self._add(actions, "overlay", words=True))
        self._set_menu("compare", self._compare_menu(actions))
        self._set_menu("overlay", self._overlay_menu())
        self._add_gap()
        self._add(actions, "zoom_out")
        self._into.addWidget(self.zoom)
        self._add(actions, "zoom_in")
        self._add(actions, "fit")
        self._add_gap()

    def _add(self, actions: Actions, name: str, words: bool = False) -> QToolButton:
        made = QToolButton()
        made.setDefaultAction(actions[name])
        made.setIconSize(QSize(20, 20))
        made.setToolButtonStyle(_WORDS if words else _ICON)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAccessibleName(actions[name].text())
        self.buttons[name] = made
        self._into.addWidget(made)
        return made

    def _add_hold(self, actions: Actions) -> None:
        """Not the action itself, which stays on until it is chosen again."""
        look = actions["before"]
        self.hold.setIcon(look.icon())
        self.hold.setIconSize(QSize(20, 20))
        self.hold.setToolTip(tr("Hold to see the photo as it was (hold Space over the photo)"))
        self.hold.setAccessibleName(tr("Hold to see the photo as it was"))
        self.hold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._follow_hold)
        self._into.addWidget(self.hold)
        self.buttons["before"] = self.hold

    @Slot()
    def _follow_hold(self) -> None:
        look = self.sender()
        if isinstance(look, QAction):
            self.hold.setIcon(look.icon())
            self.hold.setEnabled(look.isEnabled())

    def _add_gap(self) -> None:
        line = QFrame()
        line.setProperty("look", "rule")
        line.setFixedSize(1, 24)
        self._into.addSpacing(6)
        self._into.addWidget(line)
        self._into.addSpacing(6)

    def _set_menu(self, name: str, menu: QMenu) -> None:
        self.buttons[name].setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.buttons[name].setMenu(menu)
        menu.aboutToHide.connect(partial(QTimer.singleShot, 0, partial(_follow_mouse, self.buttons[name])))

    def _zoom_button(self, actions: Actions) -> QToolButton:
        menu = QMenu(self)
        for name in ("fit", "actual", "double"):
            menu.addAction(actions[name])
        made = QToolButton()
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(menu)
        made.setMinimumWidth(60)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setToolTip(tr("Size of the photo on the screen; click to choose another"))
        made.setAccessibleName(tr("Zoom"))
        return made

    def _compare_menu(self, actions: Actions) -> QMenu:
        menu = QMenu(self)
        for name in ("compare_divider", "compare_side", "compare_difference"):
            menu.addAction(actions[name])
        menu.addSeparator()
        for factor in _FACTORS:
            text = tr("Difference × {factor}").format(factor=factor)
            self._add_choice(menu, self._factors, text, factor)
        self._factors.triggered.connect(self._choose_factor)
        return menu

    def _overlay_menu(self) -> QMenu:
        menu = QMenu(self)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(12, 8, 12, 8)
        self.opacity.setRange(20, 100)
        self.opacity.setFixedWidth(140)
        self.opacity.setToolTip(tr("How strongly attention covers the photo"))
        self.opacity.setAccessibleName(tr("Opacity of the attention map"))
        row.addWidget(label(tr("Opacity"), "muted"))
        row.addWidget(self.opacity)
        action = QWidgetAction(menu)
        action.setDefaultWidget(holder)
        menu.addAction(action)
        menu.addSeparator()
        for name, text in COLOUR_MAPS.items():
            self._add_choice(menu, self._colours, tr(text), name)
        self._colours.triggered.connect(self._choose_colours)
        return menu

    def _add_choice(self, menu: QMenu, group: QActionGroup, text: str, data: object) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setData(data)
        group.addAction(action)

    @Slot(object)
    def _choose_colours(self, action: QAction) -> None:
        self.colours_chosen.emit(action.data())

    @Slot(object)
    def _choose_factor(self, action: QAction) -> None:
        self.factor_chosen.emit(action.data())


def _follow_mouse(button: QToolButton) -> None:
    """A button whose menu is gone is not told that the mouse has left it meanwhile."""
    if isValid(button):
        inside = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, inside)
        button.update()
