"""Caption commands: go from one caption of the photo to another, describe it otherwise, drop one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from nti_desktop.ui.actions import Actions
from nti_desktop.ui.caption.compare_page import ComparePage
from nti_desktop.ui.caption.editor import CaptionEditor
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.session import Session

REMOVED = noop("“{caption}” and the edits made from it are removed; Undo brings them back.")
BUSY = noop("A job is still running; wait for it, or cancel it, before you remove a caption.")


class CaptionCommands(QObject):
    """Connects the strip of captions with the document.

    Signals:
        told: (sentence) that something was done.
    """

    told = Signal(str)

    def __init__(self, session: Session, editor: CaptionEditor, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._editor = editor
        editor.strip.chosen.connect(self.choose)
        editor.strip.remove_wanted.connect(self.remove)
        editor.strip.compare_wanted.connect(actions["compare_captions"].trigger)
        actions["describe_again"].triggered.connect(editor.show_describe)
        actions["remove_caption"].triggered.connect(self._remove_active)

    def make_page(self) -> ComparePage:
        """The page that shows all captions side by side."""
        page = ComparePage(self._session, self._theme)
        page.chosen.connect(self.choose)
        page.chosen.connect(page.closed)
        page.remove_wanted.connect(self.remove)
        return page

    @Slot(str)
    def choose(self, inversion_id: str) -> None:
        """Go on with another caption."""
        self._session.document.select_inversion(inversion_id)
        self._editor.show_words()

    @Slot(str)
    def remove(self, inversion_id: str) -> None:
        """Drop a caption with its inversion and edits; undo brings them back."""
        inversion = self._session.document.project.inversion_of(inversion_id)
        if inversion is None:
            return
        if self._session.jobs.running:
            self._session.problem.emit(tr(BUSY), "")
            return
        self._session.document.delete_inversion(inversion_id)
        self.told.emit(tr(REMOVED).format(caption=inversion.caption))

    @Slot()
    def _remove_active(self) -> None:
        self.remove(self._session.document.project.active_inversion or "")
