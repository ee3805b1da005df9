"""A project with undo and those who watch it: what every part of the document is built on."""

from __future__ import annotations

from collections.abc import Callable

from nti_desktop.document.changes import with_fitting_masks
from nti_desktop.document.history import History
from nti_desktop.document.state import Project


class ObservedProject:
    """Holds the present state; observers are told once per change."""

    def __init__(self) -> None:
        self._history = History(Project())
        self._observers: list[Callable[[], None]] = []

    @property
    def project(self) -> Project:
        """The present state."""
        return self._history.present

    @property
    def can_undo(self) -> bool:
        """Whether `undo` would do something."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether `redo` would do something."""
        return self._history.can_redo

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` after every change; returns the function that ends it."""
        self._observers.append(callback)

        def unsubscribe() -> None:
            if callback in self._observers:
                self._observers.remove(callback)

        return unsubscribe

    def undo(self) -> None:
        """Go back one change; inversions made since are set aside, not dropped."""
        if self.can_undo:
            self._history.undo()
            self._tell()

    def redo(self) -> None:
        """Take back the last undo."""
        if self.can_redo:
            self._history.redo()
            self._tell()

    def _change(self, project: Project, kind: str = "") -> None:
        project = with_fitting_masks(project)
        if project != self.project:
            self._history.push(project, kind)
            self._tell()

    def _tell(self) -> None:
        for callback in tuple(self._observers):
            callback()
