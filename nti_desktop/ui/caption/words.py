"""Word commands: turn what is done to chips into the document's next draft."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.caption import draft as ops
from nti_desktop.ui.caption.draft import Chip
from nti_desktop.ui.caption.editor import CaptionEditor
from nti_desktop.ui.session import Session


class WordCommands(QObject):
    """Connects the caption editor's signals with the document."""

    def __init__(self, session: Session, editor: CaptionEditor) -> None:
        super().__init__()
        self._session = session
        words = editor.words
        words.replaced.connect(self._replace)
        words.weighed.connect(self._weigh)
        words.added.connect(self._add)
        words.removed.connect(self._remove)
        words.reverted.connect(self._revert)
        words.revert_all.clicked.connect(self._revert_all)
        editor.retyped.connect(self._retype)

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

    @Slot(object)
    def _remove(self, chip: Chip) -> None:
        self._set(ops.remove_word(self._session.draft, chip))

    @Slot(object)
    def _revert(self, chip: Chip) -> None:
        self._set(ops.revert(self._session.draft, chip))

    @Slot()
    def _revert_all(self) -> None:
        self._session.document.set_draft(None)

    @Slot(str)
    def _retype(self, caption: str) -> None:
        self._set(ops.retype(self._session.draft, caption))
