"""The longest that the window's thread computes at a stretch while a person does one thing after another.

How long that is depends on what else the machine does, by half and more: a yardstick is measured beside it.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nti_desktop.engine.fake import FakeEngine
from tests.benchmarks.desk import SIZE, WATCH, Figures, desktop_on
from tests.benchmarks.gestures import edited, inverted, opened, until

if TYPE_CHECKING:
    from nti_desktop.app import Desktop

Work = Coroutine[Any, Any, None]
_EDITS = 100
_TIMES = 10
_PAGES = ("settings", "shortcuts", "models", "compare_captions", "palette")
_MOMENT = 0.3  # seconds in which what follows from a command is done
_KEY = 0.05  # between two keys


def moments() -> Figures:
    """At 3840 x 2160, each thing done for the first time: what is made late is made then."""
    from nti_desktop.document.samples import samples

    sample = samples()[0]
    figures: Figures = {}
    with desktop_on(FakeEngine(), WATCH) as (desktop, run):

        def measure(name: str, work: Work) -> None:
            figures[f"{name}_ms"] = run(name, work)[f"{name}_held_ms"]

        run("", asyncio.sleep(1))
        run("", opened(desktop, sample.path, sample.caption))
        figures["yardstick_ms"] = _yardstick()
        measure("typing_a_caption", _typed(desktop, " seen from above"))
        run("", inverted(desktop, sample.caption))
        run("", edited(desktop, sample.edit_caption))
        for name, work in _small_things(desktop):
            measure(name, work)
        for number in range(_EDITS - 2):
            run("", edited(desktop, f"{sample.edit_caption} {number}"))
        measure("the_hundredth_edit", edited(desktop, f"{sample.edit_caption} at last"))
        measure("another_edit_shown", _another(desktop))
        with tempfile.TemporaryDirectory() as folder:
            measure("a_project_of_100_edits_opened", _reopened(desktop, Path(folder) / "hundred.nti"))
    return figures


def _yardstick() -> float:
    """A picture of the screen's size filled and copied, in the same run: what the least change of the whole
    window costs on this machine."""
    from PySide6.QtGui import QColor, QImage, QPainter

    made, copy = (QImage(*SIZE, QImage.Format.Format_RGB32) for _ in range(2))
    made.fill(QColor("#336699"))
    copy.fill(QColor("#993366"))
    began = time.thread_time()
    for _ in range(_TIMES):
        made.fill(QColor("#336699"))
        painter = QPainter(copy)
        painter.drawImage(0, 0, made)
        painter.end()
    return 1000 * (time.thread_time() - began) / _TIMES


def _small_things(desktop: Desktop) -> Iterator[tuple[str, Work]]:
    """Made when their turn comes, since each stands on those before."""
    actions = desktop.window.actions_
    yield "undo", _done(desktop.session.undo)
    yield "redo", _done(desktop.session.redo)
    yield "mask_brush", _done(actions["mask"].trigger)
    yield "mask_brush_away", _done(actions["mask"].trigger)
    for name in _PAGES:
        yield name, _done(actions[name].trigger)
        yield f"{name}_closed", _done(actions[name].trigger)
    yield "export_sheet", _done(actions["export"].trigger)
    yield "a_word_opened", _done(lambda: _open_word(desktop))
    yield "weight_dragged_with_live_edits", _weighed(desktop)
    yield "another_look", _done(lambda: desktop.theme.choose("dark"))
    yield "the_first_look_again", _done(lambda: desktop.theme.choose("light"))


async def _done(command: Callable[[], object]) -> None:
    command()
    await asyncio.sleep(_MOMENT)


async def _typed(desktop: Desktop, text: str) -> None:
    from PySide6.QtTest import QTest

    field = desktop.window.caption.describe.field
    field.setFocus()
    for key in text:
        QTest.keyClicks(field, key)
        await asyncio.sleep(_KEY)


def _open_word(desktop: Desktop) -> None:
    words = desktop.window.caption.words
    words.open_popover(words.buttons[1])


async def _weighed(desktop: Desktop) -> None:
    """A word's weight is dragged while every change is tried."""
    desktop.session.store.update(live=True)
    popover = desktop.window.caption.words.popover
    assert popover is not None
    slider = popover.weight.slider
    for turn in range(40):
        slider.setValue(slider.minimum() + (7 * turn) % (slider.maximum() - slider.minimum()))
        await asyncio.sleep(_KEY)
    await until(lambda: desktop.session.trial is not None and not desktop.session.jobs.running)
    desktop.session.store.update(live=False)
    popover.close()
    await asyncio.sleep(_MOMENT)


async def _another(desktop: Desktop) -> None:
    desktop.session.select_edit(desktop.document.project.edits[3].id)
    await asyncio.sleep(_MOMENT)


async def _reopened(desktop: Desktop, path: Path) -> None:
    from nti_desktop.ui.files.reading import write_project

    project = desktop.document.project
    await desktop.tasks.in_thread(write_project, project, path)
    desktop.document.mark_saved(project, path)
    desktop.files.open(path)
    await until(lambda: desktop.document.project is not project and not desktop.tasks.busy)
    await asyncio.sleep(_MOMENT)


MEASURES: dict[str, Callable[[], Figures]] = {"moments": moments}
