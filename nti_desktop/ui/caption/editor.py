"""The caption under the canvas: a sentence to type, then words to click."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.caption.captions_strip import CaptionsStrip
from nti_desktop.ui.caption.describe_form import DescribeForm
from nti_desktop.ui.caption.retype_form import RetypeForm
from nti_desktop.ui.caption.state import CaptionState
from nti_desktop.ui.caption.words_form import WordsForm
from nti_desktop.ui.look.theme import Theme

Mode = Literal["describe", "words", "retype"]


class CaptionEditor(QFrame):
    """One of three forms: describe the photo, edit the words, retype the whole caption.

    Signals:
        retyped: (EditParameters) the edit that a retyped caption means.
    """

    retyped = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._state = CaptionState()
        self._mode: Mode = "describe"
        self.strip = CaptionsStrip()
        self.describe = DescribeForm()
        self.words = WordsForm(theme)
        self.retype = RetypeForm()
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(10)
        for part in (self.strip, self.describe, self.words, self.retype):
            layout.addWidget(part)
        self._show("describe")
        self.describe.back.clicked.connect(self.show_words)
        self.words.describe_again.clicked.connect(self.show_describe)
        self.words.retype.clicked.connect(self.show_retype)
        self.retype.given_up.connect(self.show_words)
        self.retype.accepted.connect(self._retyped)

    @property
    def mode(self) -> Mode:
        """The form in sight."""
        return self._mode

    def render_state(self, state: CaptionState) -> None:
        """Show a state; another inversion, or none, decides the form."""
        changed_sides = (state.inverted, state.caption, state.active) != (
            self._state.inverted,
            self._state.caption,
            self._state.active,
        )
        self._state = state
        self.strip.show_state(state)
        self.describe.show_state(state)
        self.words.show_state(state)
        if changed_sides or not state.inverted:
            self._show("words" if state.inverted else "describe")

    def focus_caption(self) -> None:
        """Let the person type at once."""
        if self._mode == "describe":
            self.describe.field.setFocus()

    @Slot()
    def show_words(self) -> None:
        """Go back to the chips, if there are any."""
        if self._state.inverted:
            self._show("words")

    @Slot()
    def show_describe(self) -> None:
        """Let the photo be described otherwise."""
        self._show("describe")
        self.describe.field.setFocus()
        self.describe.field.selectAll()

    @Slot()
    def show_retype(self) -> None:
        """Let the whole edited caption be typed."""
        if self._state.inverted:
            self.retype.begin(self._state.caption, self._state.draft, self._state.known)
            self._show("retype")
            self.retype.field.setFocus()

    def _show(self, mode: Mode) -> None:
        """One form in the place of another; the focus goes along, to nothing that starts something long."""
        forms: dict[Mode, QWidget] = {"describe": self.describe, "words": self.words, "retype": self.retype}
        leaving = forms[self._mode]
        has_focus = self._mode != mode and leaving.isAncestorOf(self.window().focusWidget())
        self._mode = mode
        self._layout.setEnabled(False)  # else the card is for a moment as high as two forms
        forms[mode].show()
        if has_focus and mode == "words":
            self.words.take_focus()
        elif has_focus:
            (self.describe if mode == "describe" else self.retype).field.setFocus()
        for name, form in forms.items():
            form.setVisible(name == mode)
        self._layout.setEnabled(True)
        self._layout.activate()

    @Slot(object)
    def _retyped(self, draft: EditParameters) -> None:
        self.retyped.emit(draft)
        self._show("words")
