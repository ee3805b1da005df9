"""Describing the photo: what is typed, until it is inverted or given up."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from nti_desktop.document.photo import Photo
from nti_desktop.document.state import Project
from nti_desktop.ui.caption.describe_form import DescribeForm
from nti_desktop.ui.session import Session


class DescribeCommands(QObject):
    """Connects the describe form with the document.

    Attributes:
        typed: what the form holds, where the document does not.

    Signals:
        changed: `typed` is another now.
    """

    changed = Signal()

    def __init__(self, session: Session, form: DescribeForm) -> None:
        super().__init__()
        self._session = session
        self._caption = ""
        self._photo: Photo | None = None
        self.typed: str | None = None
        form.typed.connect(self._type)
        form.back.clicked.connect(self._forget)

    def follow(self, project: Project) -> bool:
        """Another photo or caption ends the typing; says whether the photo is another."""
        fresh = project.photo is not self._photo
        if fresh or project.caption != self._caption:
            self.typed = None
        self._caption, self._photo = project.caption, project.photo
        return fresh

    @Slot(str)
    def _type(self, caption: str) -> None:
        """Keep what is typed in the document, unless an inversion is tied to the caption there or here."""
        project = self._session.document.project
        if project.inversion is None and project.inversion_for_caption(caption) is None:
            self._session.document.set_caption(caption)
        else:
            self.typed = caption
            self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        self.typed = None
        self.changed.emit()
