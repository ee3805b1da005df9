"""Word commands: turn what is done to chips into the document's next draft."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.actions import Actions
from nti_desktop.ui.caption import draft as ops
from nti_desktop.ui.caption.chips import Chip
from nti_desktop.ui.caption.editor import CaptionEditor
from nti_desktop.ui.caption.spelling import with_word
from nti_desktop.ui.session import Session

_COMMANDS = (
    "word_change",
    "word_add",
    "word_stronger",
    "word_weaker",
    "word_keep",
    "word_pin",
    "word_remove",
    "word_revert",
)
_NUDGES = {"word_stronger": 1, "word_weaker": -1}


class WordCommands(QObject):
    """Connects the caption editor's signals with the document."""

    def __init__(self, session: Session, editor: CaptionEditor, actions: Actions) -> None:
        super().__init__()
        self._session = session
        self._editor = editor
        words = editor.words
        words.replaced.connect(self._replace)
        words.weighed.connect(self._weigh)
        words.added.connect(self._add)
        words.kept.connect(self._keep)
        words.removed.connect(self._remove)
        words.reverted.connect(self._revert)
        words.revert_all.clicked.connect(self._revert_all)
        words.spelling.chosen.connect(self._respell)
        editor.retyped.connect(self._set)
        for name in _COMMANDS:
            actions[name].triggered.connect(partial(self._do, name))
        actions["revert_all"].triggered.connect(self._revert_all)
        actions["retype"].triggered.connect(editor.show_retype)

    def _do(self, command: str, _checked: bool = False) -> None:
        if self._editor.mode == "words":
            self._editor.words.do(command)
        elif self._editor.mode == "retype" and command in _NUDGES:
            self._editor.retype.nudge(_NUDGES[command])

    @Slot(object)
    def _set(self, draft: EditParameters) -> None:
        self._session.document.set_draft(draft)

    @Slot(object, str)
    def _replace(self, chip: Chip, text: str) -> None:
        self._set(ops.replace_word(self._session.draft, chip, text))

    @Slot(object, float)
    def _weigh(self, chip: Chip, weight: float) -> None:
        self._set(ops.set_weight(self._session.draft, chip, weight))

    @Slot(object, str, bool)
    def _add(self, chip: Chip, text: str, before: bool) -> None:
        place = chip.place if before else chip.place + len(chip.target)
        self._set(ops.insert_words(self._session.draft, place, text))

    @Slot(object, bool)
    def _keep(self, chip: Chip, kept: bool) -> None:
        self._set(ops.set_kept(self._session.draft, chip, kept))

    @Slot(object)
    def _remove(self, chip: Chip) -> None:
        self._set(ops.remove_word(self._session.draft, chip))

    @Slot(object)
    def _revert(self, chip: Chip) -> None:
        self._set(ops.revert(self._session.draft, chip))

    @Slot()
    def _revert_all(self) -> None:
        """Every word as it was; where an edit is shown, the picture goes with its words."""
        self._session.document.show_original()

    @Slot(str, str)
    def _respell(self, unknown: str, word: str) -> None:
        draft = self._session.draft
        self._set(ops.retype(draft, with_word(draft.caption, unknown, word)))
