"""The caption under the canvas: a sentence to type, then words to click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nti_desktop.ui.caption.describe_form import DescribeForm
from nti_desktop.ui.caption.draft import Chip
from nti_desktop.ui.caption.retype_form import RetypeForm
from nti_desktop.ui.caption.words_form import WordsForm
from nti_desktop.ui.look.theme import Theme

Mode = Literal["describe", "words", "retype"]


@dataclass(frozen=True)
class CaptionState:
    """All that the editor renders.

    Attributes:
        caption: of the photo; typed: what the describe form holds; edited: the draft's.
        chips: the draft as word operations; empty before inversion.
        inverted: whether there is an inversion for the caption.
        busy: whether a job runs.
        can_apply: whether there are changes that the edit shown does not have.
        has_changes: whether the draft differs from the caption.
        unknown: words that the model does not know.
        unknown_in_edit: the same of the edited caption.
    """

    caption: str = ""
    typed: str = ""
    edited: str = ""
    chips: tuple[Chip, ...] = ()
    inverted: bool = False
    busy: bool = False
    can_apply: bool = False
    has_changes: bool = False
    unknown: tuple[str, ...] = ()
    unknown_in_edit: tuple[str, ...] = ()


class CaptionEditor(QFrame):
    """One of three forms: describe the photo, edit the words, retype the whole caption.

    Signals:
        retyped: (edited caption).
    """

    retyped = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._state = CaptionState()
        self._mode: Mode = "describe"
        self.describe = DescribeForm()
        self.words = WordsForm(theme)
        self.retype = RetypeForm()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        for form in (self.describe, self.words, self.retype):
            layout.addWidget(form)
        self._show("describe")
        self.describe.back.clicked.connect(self._show_words)
        self.words.describe_again.clicked.connect(self._show_describe)
        self.words.retype.clicked.connect(self._show_retype)
        self.retype.given_up.connect(self._show_words)
        self.retype.accepted.connect(self._retyped)

    @property
    def mode(self) -> Mode:
        """The form in sight."""
        return self._mode

    def render_state(self, state: CaptionState) -> None:
        """Show a state; a new or a lost inversion decides the form."""
        changed_sides = state.inverted != self._state.inverted or state.caption != self._state.caption
        self._state = state
        self.describe.show_caption(state.typed, state.inverted, state.busy, state.unknown)
        self.words.show_chips(state.chips, state.busy, state.can_apply, state.has_changes)
        self.words.show_hint(state.can_apply, state.has_changes, state.unknown_in_edit)
        if changed_sides or not state.inverted:
            self._show("words" if state.inverted else "describe")

    def focus_caption(self) -> None:
        """Let the person type at once."""
        if self._mode == "describe":
            self.describe.field.setFocus()

    def _show(self, mode: Mode) -> None:
        self._mode = mode
        forms: dict[Mode, QWidget] = {"describe": self.describe, "words": self.words, "retype": self.retype}
        for name, form in forms.items():
            form.setVisible(name == mode)

    @Slot()
    def _show_words(self) -> None:
        self._show("words")

    @Slot()
    def _show_describe(self) -> None:
        self._show("describe")
        self.describe.field.setFocus()
        self.describe.field.selectAll()

    @Slot()
    def _show_retype(self) -> None:
        self.retype.begin(self._state.edited)
        self._show("retype")
        self.retype.field.setFocus()

    @Slot(str)
    def _retyped(self, caption: str) -> None:
        self._show("words")
        self.retyped.emit(caption)
