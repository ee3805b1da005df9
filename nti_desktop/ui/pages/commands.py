"""Opens the pages, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from nti_desktop.diffusion.registry import registry_file
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.pages.about_page import AboutPage
from nti_desktop.ui.pages.settings_page import SettingsPage
from nti_desktop.ui.pages.sheet import Sheet
from nti_desktop.ui.pages.shortcuts_page import ShortcutsPage
from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow


class PageCommands(QObject):
    """Shows a page for each of its actions; the same action again goes back.

    Attributes:
        pages: those made so far, by their action's name.
        restarting: whether another window is to be opened when this one is closed.
    """

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._theme = window.theme
        self._language = session.settings.language
        self._photo = session.document.project.photo
        self.pages: dict[str, Sheet] = {}
        self.restarting = False
        self._asked_to_restart = False
        window.close_wanted.connect(self._closing)
        for name, make in self._makers().items():
            window.actions_[name].triggered.connect(partial(self._toggle, name, make))
        window.actions_["side"].setChecked(session.settings.side)
        window.actions_["side"].toggled.connect(self._show_side)
        window.show_side(session.settings.side)
        session.changed.connect(self._follow)
        window.message.secrets = self._secrets

    def add(self, name: str, make: Callable[[], Sheet]) -> None:
        """Open another page by the action of that name."""
        self._window.actions_[name].triggered.connect(partial(self._toggle, name, make))

    def _makers(self) -> dict[str, Callable[[], Sheet]]:
        return {"settings": self._settings, "shortcuts": self._shortcuts, "about": self._about}

    def _toggle(self, name: str, make: Callable[[], Sheet], _checked: bool = False) -> None:
        page = self.pages.get(name)
        if page is not None and self._window.pages.currentWidget() is page:
            self._window.close_sheet()
            return
        if page is None:
            page = self.pages[name] = make()
            page.closed.connect(self._window.close_sheet)
        self._window.open_sheet(page)

    def _settings(self) -> Sheet:
        page = SettingsPage(self._session.store, self._theme, self._language)
        page.restart_wanted.connect(self._restart)
        return page

    def _shortcuts(self) -> Sheet:
        return ShortcutsPage(self._window.actions_.by_name, self._theme)

    def _about(self) -> Sheet:
        settings = self._session.store.path
        places = {tr("Settings"): settings} if settings is not None else {}
        places[tr("List of models")] = registry_file()
        return AboutPage(self._theme, places)

    @Slot()
    def _restart(self) -> None:
        self._asked_to_restart = True
        self._window.close()

    @Slot()
    def _closing(self) -> None:
        """Each attempt to close counts for itself: the person may think better of one."""
        self.restarting, self._asked_to_restart = self._asked_to_restart, False

    @Slot(bool)
    def _show_side(self, shown: bool) -> None:
        self._window.show_side(shown)
        self._session.store.update(side=shown)

    @Slot()
    def _follow(self) -> None:
        """A new photo is looked at: pages make way."""
        photo = self._session.document.project.photo
        if photo is not self._photo:
            self._photo = photo
            self._window.close_sheet()

    def _secrets(self) -> tuple[str, ...]:
        """What nobody who reads a copied report needs to know."""
        document = self._session.document
        project = document.project
        if self._session.settings.log_names:
            return ()
        captions = [project.caption, *(edit.caption for edit in project.edits)]
        captions += [record.inversion.caption for record in project.inversions]
        captions += [paused.caption for paused in project.paused_inversions]
        captions += [edit.name for edit in project.edits if len(edit.name) > 2]
        captions.append(self._session.draft.caption)
        names = [project.photo.name] if project.photo is not None else []
        names += [document.path.name] if document.path is not None else []
        return (*captions, *names, *(Path(name).stem for name in names))
