"""Giving pictures out: exporting one or several, and copying what is seen."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from nti_desktop.document.export import export_image
from nti_desktop.document.outputs import Output, What, file_name, free_paths, outputs, pixels_of, shows_all
from nti_desktop.document.photo import Photo
from nti_desktop.document.state import Project
from nti_desktop.ui.files.copying import copied
from nti_desktop.ui.files.export_choice import ExportChoice
from nti_desktop.ui.files.export_sheet import ExportSheet
from nti_desktop.ui.files.files import Files
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow

NOTHING_TO_EXPORT = noop("There is no edited photo yet: change a word, press Apply, then export.")
NOTHING_STARRED = noop("No edit has a star yet: star those that you like, then export.")
NOTHING_TO_COPY = noop("There is no photo yet: open one first.")


class ExportCommands(QObject):
    """The commands that give pictures out; `sheet` is the one that asks how, while it is open."""

    def __init__(self, session: Session, files: Files, window: MainWindow) -> None:
        super().__init__()
        self._session = session
        self._files = files
        self._window = window
        self.sheet: ExportSheet | None = None
        names: dict[str, What] = {
            "export": "shown",
            "export_all": "all",
            "export_starred": "starred",
            "export_reconstruction": "reconstruction",
        }
        self._asks = {name: partial(self.ask, what) for name, what in names.items()}
        for name, ask in self._asks.items():
            window.actions_[name].triggered.connect(ask)
        window.actions_["copy"].triggered.connect(self.copy)
        session.changed.connect(self._follow)

    def ask(self, what: What = "shown", _checked: bool = False) -> None:
        """Ask how to export; with nothing to export say so."""
        self._close_sheet()
        project = self._session.shown
        if not outputs(project, what):
            sentence = NOTHING_STARRED if what == "starred" and project.edits else NOTHING_TO_EXPORT
            self._files.problem.emit(tr(sentence), "")
            return
        self.sheet = ExportSheet(project, self._session.settings, what, self._window)
        self.sheet.accepted.connect(self._export)
        self.sheet.closed.connect(self._close_sheet)
        self.sheet.open_below(self._anchor())

    @Slot()
    def copy(self) -> None:
        """Put what is seen on the clipboard, at full resolution."""
        if self._session.shown.photo is None:
            self._files.problem.emit(tr(NOTHING_TO_COPY), "")
        else:
            self._files.run(self._copy(self._session.shown))

    def _anchor(self) -> QWidget:
        return self._window.toolbar.buttons["export"]

    @Slot()
    def _follow(self) -> None:
        """The sheet is about one photo, and goes with it."""
        if self.sheet is not None and self.sheet.project.photo is not self._session.shown.photo:
            self._close_sheet()

    @Slot()
    def _close_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None
            self._window.canvas.setFocus()

    @Slot(object)
    def _export(self, choice: ExportChoice) -> None:
        self._remember(choice)
        self._files.run(self._write(self._session.shown, choice))

    def _remember(self, choice: ExportChoice) -> None:
        quality = {"jpg": "jpeg_quality", "webp": "webp_quality"}.get(choice.format)
        chosen = {} if quality is None else {quality: choice.quality}
        if choice.what != "reconstruction":
            chosen["export_full"] = choice.full
        self._session.store.update(export_format=choice.format, mark_exports=choice.mark, **chosen)

    async def _write(self, project: Project, choice: ExportChoice) -> None:
        found, photo = outputs(project, choice.what), project.photo
        if photo is None or not found:
            return
        paths = await self._paths(found, choice)
        sizes = []
        for output, path in zip(found[: len(paths)], paths, strict=True):
            if self._files.closing:
                break
            with self._files.busy_note(tr("Exporting “{name}”…").format(name=path.name)):
                size = await self._session.tasks.in_thread(_exported, project, output, path, choice, photo)
            sizes.append(size)
        if sizes:
            self._files.told.emit(_summary(paths, sizes))

    async def _paths(self, found: tuple[Output, ...], choice: ExportChoice) -> tuple[Path, ...]:
        """Where to write each picture; empty when the person gave up."""
        files, stem = self._files, file_name(self._files.name)
        suffix = f".{choice.format}"
        if choice.what in ("all", "starred"):
            folder = await files.dialogs.choose_folder(files.beside(""))
            if folder is None:
                return ()
            files.chose_folder(folder)
            return await self._session.tasks.in_thread(_free_paths, folder, stem, found, suffix)
        path = await files.dialogs.choose_export(files.beside(f"{stem} {found[0].name}{suffix}"))
        if path is None:
            return ()
        files.chose_folder(path.parent)
        return (path,)

    async def _copy(self, project: Project) -> None:
        photo = project.photo
        if photo is None:
            return
        with self._files.busy_note(tr("Copying…")):
            image, png = await self._session.tasks.in_thread(copied, project, photo)
        mime = QMimeData()
        mime.setImageData(image)
        mime.setData("image/png", png)
        QGuiApplication.clipboard().setMimeData(mime)
        told = tr("Copied, {width} × {height} pixels.")
        self._files.told.emit(told.format(width=image.width(), height=image.height()))


def _exported(
    project: Project, output: Output, path: Path, choice: ExportChoice, photo: Photo
) -> tuple[int, int]:
    """In a thread: make and write one picture; returns its size."""
    pixels = pixels_of(project, output, full=choice.full)
    whole = shows_all(project, output, full=choice.full)
    export_image(pixels, path, photo, choice.options, whole=whole)
    return pixels.shape[1], pixels.shape[0]


def _summary(paths: tuple[Path, ...], sizes: list[tuple[int, int]]) -> str:
    if len(paths) > 1:
        told = tr("Exported {number} pictures into {folder}.")
        return told.format(number=len(sizes), folder=paths[0].parent.name)
    told = tr("Exported as {name}, {width} × {height} pixels.")
    return told.format(name=paths[0].name, width=sizes[0][0], height=sizes[0][1])


def _free_paths(folder: Path, stem: str, found: tuple[Output, ...], suffix: str) -> tuple[Path, ...]:
    return tuple(free_paths(folder, stem, found, suffix))
