"""A window on a scripted engine: no model, no torch, answers to dialogs prepared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
import qasync
from PIL import Image
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from nti_desktop.app import Desktop, build
from nti_desktop.diffusion.sources import ModelDescription
from nti_desktop.engine.fake import FakeEngine, Script
from nti_desktop.ui import session as session_module
from nti_desktop.ui.files.dialogs import ChangedAnswer, RunningAnswer, Then, UnsavedAnswer
from nti_desktop.ui.look.colours import LIGHT
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.settings import Settings, SettingsStore

KNOWN_WORDS = tuple("a of on photo red blue mug table wooden the".split())
CAPTION = "a red mug on a wooden table"


@dataclass
class PreparedDialogs:
    """Answers at once with what the test put there, and counts the questions.

    Attributes:
        opened, saved, exported: the path to answer with; None cancels.
        folder: the folder to answer with.
        unsaved: the answer to unsaved changes; changed: to a file that someone else wrote.
        running: to closing while jobs run.
        stopped_for: why jobs were to be stopped.
        suggested: where each file was offered to be written.
    """

    opened: Path | None = None
    saved: Path | None = None
    exported: Path | None = None
    folder: Path | None = None
    unsaved: UnsavedAnswer = "cancel"
    changed: ChangedAnswer = "cancel"
    running: RunningAnswer = "stay"
    asked: list[str] = field(default_factory=list)
    stopped_for: Then | None = None
    suggested: list[Path] = field(default_factory=list)

    async def choose_open(self) -> Path | None:
        self.asked.append("open")
        return self.opened

    async def choose_save(self, suggestion: Path) -> Path | None:
        self.asked.append(f"save {suggestion.name}")
        self.suggested.append(suggestion)
        return self.saved

    async def choose_export(self, suggestion: Path) -> Path | None:
        self.asked.append(f"export {suggestion.name}")
        self.suggested.append(suggestion)
        return self.exported

    async def choose_folder(self, suggestion: Path) -> Path | None:
        self.asked.append("folder")
        self.suggested.append(suggestion)
        return self.folder

    async def ask_running(self, count: int, then: Then) -> RunningAnswer:
        self.asked.append(f"running {count}")
        self.stopped_for = then
        return self.running

    async def ask_changed(self, name: str) -> ChangedAnswer:
        self.asked.append(f"changed {name}")
        return self.changed

    async def ask_unsaved(self, name: str) -> UnsavedAnswer:
        self.asked.append(f"unsaved {name}")
        return self.unsaved


@dataclass
class Rig:
    """A window and what stands behind it."""

    desktop: Desktop
    engine: FakeEngine
    dialogs: PreparedDialogs

    def __getattr__(self, name: str):
        return getattr(self.desktop, name)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    found = qapp.findChild(Theme)
    made = found if isinstance(found, Theme) else Theme(qapp)
    made.use(LIGHT)
    while made.changing:
        qapp.processEvents()
    return made


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[qasync.QEventLoop]:
    made = qasync.QEventLoop(qapp)
    yield made
    made.close()


@pytest.fixture
def rig(make_rig: Callable[..., Rig]) -> Rig:
    return make_rig()


@pytest.fixture
def make_rig(qtbot, loop: qasync.QEventLoop, monkeypatch) -> Iterator[Callable[..., Rig]]:
    made: list[Rig] = []
    monkeypatch.setattr(session_module, "describe_model", describe_small_model)

    def make(script: Script | None = None, settings: Settings | None = None) -> Rig:
        engine, dialogs = FakeEngine(script), PreparedDialogs()
        desktop = build(engine, loop, dialogs, SettingsStore(settings or Settings(steps=10)))
        made.append(Rig(desktop, engine, dialogs))
        desktop.window.show()
        desktop.window.activateWindow()
        qtbot.waitUntil(lambda: desktop.session.model is not None and not desktop.tasks.busy)
        return made[-1]

    yield make
    for rig in made:
        tear_down(qtbot, rig.desktop)


def tear_down(qtbot, desktop: Desktop) -> None:
    """End a window as the application does."""
    qtbot.waitUntil(lambda: not desktop.tasks.busy and not desktop.theme.changing)
    desktop.window.may_close = True
    desktop.window.close()
    desktop.shutdown()
    desktop.window.deleteLater()


def describe_small_model(model: str) -> ModelDescription:
    return ModelDescription(model, Path(), "0" * 16, 64, 64, 32, 4.0, KNOWN_WORDS)


@pytest.fixture
def photo_file(tmp_path: Path) -> Path:
    """A photo of 240 x 160 pixels, smooth and without symmetry."""
    y, x = np.mgrid[0:160, 0:240]
    pixels = np.stack([x, y * 1.5, (x + y) / 2], -1).astype(np.uint8)
    path = tmp_path / "holiday.png"
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def inverted(rig: Rig, qtbot, photo_file: Path) -> Rig:
    """A window whose photo was inverted by clicking."""
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    return rig


def open_photo(rig: Rig, qtbot, path: Path) -> None:
    rig.files.open(path)
    qtbot.waitUntil(lambda: rig.document.project.photo is not None and not rig.tasks.busy)


def invert(rig: Rig, qtbot, caption: str) -> None:
    start_inversion(rig, qtbot, caption)
    qtbot.waitUntil(lambda: rig.document.project.inversion is not None, timeout=10_000)


def start_inversion(rig: Rig, qtbot, caption: str) -> None:
    from PySide6.QtCore import Qt

    form = rig.window.caption.describe
    form.field.clear()
    qtbot.keyClicks(form.field, caption)
    qtbot.mouseClick(form.invert, Qt.MouseButton.LeftButton)


def chip_of(rig: Rig, text: str):
    return next(b for b in rig.window.caption.words.buttons if b.chip.text == text)


def replace_word(rig: Rig, qtbot, old: str, new: str) -> None:
    from PySide6.QtCore import Qt

    qtbot.mouseClick(chip_of(rig, old), Qt.MouseButton.LeftButton)
    popover = rig.window.caption.words.popover
    popover.replacement.selectAll()
    qtbot.keyClicks(popover.replacement, new)
    qtbot.keyClick(popover.replacement, Qt.Key.Key_Return)


def apply_edit(rig: Rig, qtbot) -> None:
    from PySide6.QtCore import Qt

    before = len(rig.document.project.edits)
    qtbot.mouseClick(rig.window.caption.words.apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rig.document.project.edits) > before and not rig.tasks.busy, timeout=10_000)


def point_at(widget: QWidget) -> None:
    """Bring the mouse over a widget, by the event itself: where the real pointer is, other windows decide."""
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, widget.mapToGlobal(middle)))


def point_elsewhere(widget: QWidget) -> None:
    """Take the mouse away from a widget."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
