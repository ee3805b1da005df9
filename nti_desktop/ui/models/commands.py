"""What is done on the page of models: choose, add, remove, download."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from nti_desktop.diffusion.downloads import delete_downloaded
from nti_desktop.diffusion.registry import forget, register, registered
from nti_desktop.diffusion.sources import bundled_models, describe_model, portable_model
from nti_desktop.engine.requests import BUNDLED_MODEL
from nti_desktop.errors import ModelError
from nti_desktop.ui.look.i18n import said, tr
from nti_desktop.ui.models.asking import NativePlaces, Places
from nti_desktop.ui.models.computer import look_around
from nti_desktop.ui.models.fetching import Fetching
from nti_desktop.ui.models.known import known_models
from nti_desktop.ui.models.page import ModelsPage
from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow


class ModelCommands(QObject):
    """Stands behind the page, which is made when it is first wanted.

    Attributes:
        places: who answers which folder or file to add.

    Signals:
        problem: (sentence, details); told: (sentence) something was done.
    """

    problem = Signal(str, str)
    told = Signal(str)

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self.places: Places = NativePlaces(window, session.tasks)
        self.fetching = Fetching(session.tasks)
        self.page: ModelsPage | None = None
        self.fetching.problem.connect(self.problem)
        self.fetching.fetched.connect(self._fetched)
        self.fetching.begun.connect(window.message.clear_problem)
        self.problem.connect(window.message.show_problem)
        self.told.connect(window.message.show_notice)
        self._in_use = ""
        self._wanted = ""
        self._looked_for: set[str] = set()
        session.changed.connect(self._follow)
        session.changed.connect(self._learn)

    def make_page(self) -> ModelsPage:
        """The page; its list is read in a thread each time it is opened."""
        self.page = page = ModelsPage(self._window.theme, self.fetching)
        page.opened.connect(self.refresh)
        page.used.connect(self.use)
        page.removed.connect(self._remove)
        page.dropped.connect(self._dropped)
        page.add_folder.clicked.connect(self._add_folder)
        page.add_file.clicked.connect(self._add_file)
        self._follow()
        return page

    @Slot(str)
    def use(self, name: str) -> None:
        """Edit with that model from now on; new photos begin with it too."""
        self._session.tasks.start(self._use(name))

    @Slot()
    def refresh(self) -> None:
        """Read the list again."""
        self._session.tasks.start(self._read())

    def shutdown(self) -> None:
        """Stop a download."""
        self.fetching.shutdown()

    async def _read(self) -> None:
        in_thread = self._session.tasks.in_thread
        models, computer = await in_thread(known_models), await in_thread(look_around)
        found = (model.description for model in models)
        names = {d.fingerprint: m.name for m, d in zip(models, found, strict=True) if d is not None}
        self._session.made_with = names | self._session.made_with
        if self.page is not None:
            project = self._session.document.project
            self._in_use = project.model
            self.page.show_models(models, computer, project.model)

    @Slot()
    def _learn(self) -> None:
        """Find out which models made the inversions of a project that was opened."""
        made = {r.inversion.model.fingerprint for r in self._session.document.project.inversions}
        unknown = made - self._session.made_with.keys() - self._looked_for
        if unknown:
            self._looked_for |= unknown
            self.refresh()

    async def _use(self, name: str) -> None:
        self._wanted = name
        try:
            found = await self._session.tasks.in_thread(describe_model, name)
        except ModelError as error:
            self.problem.emit(said(error), "")
            return
        if self._wanted != name:
            return  # another was chosen while this one was read
        self._session.store.update(model=name)
        document = self._session.document
        if document.project.photo is None:  # nothing to undo
            document.adopt(replace(document.project, model=name), None)
        else:
            document.set_model(name, found.fingerprint)
        self.told.emit(tr("{name} is used from now on.").format(name=name))

    async def _add(self, path: Path | None) -> None:
        if path is None:
            return
        in_thread = self._session.tasks.in_thread
        try:
            found = await in_thread(describe_model, str(path))
            name = _free_name(found.name)
            await in_thread(register, name, portable_model(str(path)))
        except ModelError as error:
            self.problem.emit(said(error), "")
            return
        self.told.emit(tr("Added as “{name}”.").format(name=name))
        await self._read()

    async def _ask_folder(self) -> None:
        await self._add(await self.places.choose_folder())

    async def _ask_file(self) -> None:
        await self._add(await self.places.choose_checkpoint())

    async def _take_away(self, name: str, files_too: bool) -> None:
        in_thread = self._session.tasks.in_thread
        place = registered().get(name, name)
        try:
            if files_too:
                await in_thread(delete_downloaded, place)
            await in_thread(forget, name)
        except ModelError as error:
            self.problem.emit(said(error), "")
        if self._session.settings.model == name:
            self._session.store.update(model=BUNDLED_MODEL)
        await self._read()

    @Slot()
    def _add_folder(self) -> None:
        self._session.tasks.start(self._ask_folder())

    @Slot()
    def _add_file(self) -> None:
        self._session.tasks.start(self._ask_file())

    @Slot(object)
    def _dropped(self, path: Path) -> None:
        self._session.tasks.start(self._add(path))

    @Slot(str, bool)
    def _remove(self, name: str, files_too: bool) -> None:
        self._session.tasks.start(self._take_away(name, files_too))

    @Slot(str)
    def _fetched(self, model: str) -> None:
        self.told.emit(tr("{name} has arrived whole and can be used.").format(name=model))
        self.refresh()

    @Slot()
    def _follow(self) -> None:
        """Another project may have another model."""
        project = self._session.document.project
        if self.page is None:
            return
        self.page.show_effect(_effect(bool(project.inversions), project.photo is not None))
        if project.model != self._in_use:
            self._in_use = project.model
            self.refresh()


def _free_name(name: str) -> str:
    """That name, or one like it that no other model has."""
    taken = {*bundled_models(), *registered()}
    number, free = 2, name
    while free in taken:
        free, number = f"{name} {number}", number + 1
    return free


def _effect(inverted: bool, has_photo: bool) -> str:
    if inverted:
        return tr(
            "With another model the photo is inverted again; what was made with this one stays in the "
            "project and can be chosen again."
        )
    if has_photo:
        return tr("Another model may see another part of the photo: look at the frame after choosing.")
    return tr("The model in use is the one that the next photo is edited with.")
