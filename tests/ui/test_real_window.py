"""The real window on the bundled model: the engine in its child process, everything done by clicking."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt

from nti_desktop.app import build
from nti_desktop.engine.process import ProcessEngine
from nti_desktop.ui.settings import Settings, SettingsStore
from tests.ui.conftest import (
    PreparedDialogs,
    Rig,
    chip_of,
    open_photo,
    replace_word,
    start_inversion,
    tear_down,
)

PATIENCE = 150_000  # milliseconds; the machine may be busy
CAPTION = "a photo of a red mug on a wooden table"

pytestmark = pytest.mark.timeout(400)


@pytest.fixture
def real(qtbot, loop) -> Iterator[Rig]:
    """The window with the engine that people use, and few steps."""
    engine, dialogs = ProcessEngine(), PreparedDialogs()
    desktop = build(engine, loop, dialogs, SettingsStore(Settings(steps=10)))
    desktop.window.show()
    qtbot.waitUntil(lambda: desktop.session.model is not None and not desktop.tasks.busy)
    yield Rig(desktop, engine, dialogs)
    tear_down(qtbot, desktop)


@pytest.fixture
def mug_file(tmp_path: Path) -> Path:
    """A drawing of a red mug, larger than the model's pictures and not square."""
    y, x = np.mgrid[0:300, 0:400]
    pixels = np.empty((300, 400, 3), np.uint8)
    pixels[:] = (150, 105, 60)
    pixels[y < 120] = (205, 190, 170)
    handle = np.hypot(x - 265, y - 165)
    pixels[(handle > 25) & (handle < 40)] = (170, 25, 25)
    pixels[(abs(x - 200) < 62) & (y > 95) & (y < 240)] = (190, 30, 30)
    path = tmp_path / "mug.png"
    Image.fromarray(pixels).save(path)
    return path


def test_the_whole_job_by_clicking(real, qtbot, mug_file, tmp_path) -> None:
    window, document = real.window, real.document
    real.dialogs.opened = mug_file
    qtbot.mouseClick(window.start.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: document.project.photo is not None and not real.tasks.busy)

    previews = []
    real.session.jobs.previewed.connect(lambda image: previews.append(image.shape))
    start_inversion(real, qtbot, CAPTION)
    qtbot.waitUntil(lambda: losses_so_far(real) >= 2, timeout=PATIENCE)
    assert window.side.job.isVisible()
    qtbot.waitUntil(lambda: len(window.side.job.plot.curve) >= 2)
    qtbot.waitUntil(lambda: document.project.inversion is not None, timeout=PATIENCE)
    report = document.project.inversion.report
    assert report.psnr_db >= report.vae_psnr_db - 0.05
    assert previews

    chip = chip_of(real, "mug")
    qtbot.mouseMove(window.caption)
    qtbot.mouseMove(chip, QPoint(5, 5))
    window.caption.words.pointed.emit(chip.chip)
    assert window.canvas.overlay is not None

    replace_word(real, qtbot, "red", "blue")
    apply_edit_patiently(real, qtbot)
    assert window.canvas.comparing
    start = QPoint(round(window.canvas._divider_x()), 80)
    qtbot.mousePress(window.canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(window.canvas, start + QPoint(-60, 0))
    qtbot.mouseRelease(window.canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(-60, 0))
    assert window.canvas.divider < 0.5

    real.dialogs.exported = tmp_path / "blue.png"
    qtbot.mouseClick(window.toolbar.buttons["export"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(real.controller.files_.exports.sheet.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not real.tasks.busy)
    with Image.open(real.dialogs.exported) as exported:
        assert exported.size == (400, 300)

    real.dialogs.saved = real.dialogs.opened = tmp_path / "mug.nti"
    qtbot.mouseClick(window.toolbar.buttons["save"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: document.path is not None and not real.tasks.busy)
    before = document.project
    qtbot.mouseClick(window.toolbar.buttons["open"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: document.project is not before and not real.tasks.busy)
    after = document.project
    for name in ("pivots", "null_embeddings", "residuals", "word_maps", "reconstruction"):
        assert getattr(after.inversion, name).tobytes() == getattr(before.inversion, name).tobytes(), name
    assert after.edit.result.image.tobytes() == before.edit.result.image.tobytes()
    assert after.photo.original == mug_file.read_bytes()
    assert chip_of(real, "blue").chip.was == "red"
    assert not window.isWindowModified()


def test_a_killed_worker_is_told_and_the_next_job_works(real, qtbot, mug_file) -> None:
    open_photo(real, qtbot, mug_file)
    start_inversion(real, qtbot, CAPTION)
    qtbot.waitUntil(lambda: losses_so_far(real) >= 1, timeout=PATIENCE)
    os.kill(real.engine.pid, signal.SIGKILL)
    qtbot.waitUntil(real.window.message.isVisible, timeout=PATIENCE)
    assert real.window.message.text.text().count(".") == 1
    assert real.document.project.caption == CAPTION
    assert real.document.project.photo is not None
    qtbot.mouseClick(real.window.caption.describe.invert, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: real.document.project.inversion is not None, timeout=PATIENCE)
    assert not real.window.message.isVisible()


def test_cancel_in_the_middle_of_the_real_work(real, qtbot, mug_file) -> None:
    open_photo(real, qtbot, mug_file)
    start_inversion(real, qtbot, CAPTION)
    qtbot.waitUntil(lambda: losses_so_far(real) >= 1, timeout=PATIENCE)
    child = real.engine.pid
    qtbot.mouseClick(real.window.side.job.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not real.session.jobs.running, timeout=10_000)
    assert real.document.project.inversions == ()
    assert real.window.caption.mode == "describe"
    assert real.engine.pid == child, "a cancelled job leaves the worker alive"


def test_no_torch_in_the_windows_process_after_a_job(mug_file) -> None:
    program = textwrap.dedent(
        f"""
        import asyncio, sys
        from pathlib import Path
        import qasync
        from PySide6.QtWidgets import QApplication
        from nti_desktop.app import build
        from nti_desktop.engine.process import ProcessEngine
        from nti_desktop.ui.settings import Settings, SettingsStore

        if __name__ == "__main__":
            app = QApplication([])
            loop = qasync.QEventLoop(app)
            desktop = build(ProcessEngine(), loop, store=SettingsStore(Settings(steps=4)))
            desktop.window.show()
            project = lambda: desktop.document.project

            async def job():
                desktop.files.open(Path({str(mug_file)!r}))
                while project().photo is None:
                    await asyncio.sleep(0.02)
                desktop.window.caption.describe.field.setText({CAPTION!r})
                desktop.window.caption.describe.invert.click()
                while project().inversion is None:
                    assert not desktop.window.message.isVisible(), desktop.window.message.text.text()
                    await asyncio.sleep(0.02)

            with loop:
                loop.run_until_complete(job())
                desktop.shutdown()
            heavy = [name for name in ("torch", "diffusers", "transformers") if name in sys.modules]
            sys.exit(f"imported: {{heavy}}" if heavy else 0)
        """
    )
    done = run_script(mug_file.with_name("job.py"), program)
    assert done.returncode == 0, done.stderr


def run_script(script: Path, program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in an interpreter of its own; a file, so that the engine's child can import it."""
    script.write_text(program, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", str(script)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )


def losses_so_far(real: Rig) -> int:
    job = real.session.jobs.current
    return 0 if job is None else len(job.losses)


def apply_edit_patiently(real: Rig, qtbot) -> None:
    qtbot.mouseClick(real.window.caption.words.apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: real.document.project.edit is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not real.tasks.busy, timeout=PATIENCE)


def test_the_application_opens_a_photo_and_ends(mug_file) -> None:
    program = textwrap.dedent(
        f"""
        import asyncio, sys
        from nti_desktop import app

        waited = app._closed

        async def closed(desktop, loop):
            while desktop.document.project.photo is None:
                await asyncio.sleep(0.02)
            assert desktop.window.windowTitle().startswith("mug")
            loop.call_later(0.1, desktop.window.close)
            await waited(desktop, loop)

        if __name__ == "__main__":
            app._closed = closed
            sys.exit(app.run_window({str(mug_file)!r}))
        """
    )
    done = run_script(mug_file.with_name("main.py"), program)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be sent Ctrl+C alone there")
def test_ctrl_c_closes_the_application(mug_file) -> None:
    program = textwrap.dedent(
        f"""
        import asyncio, os, signal, sys
        from nti_desktop import app

        waited = app._closed

        async def closed(desktop, loop):
            while desktop.document.project.photo is None:
                await asyncio.sleep(0.02)
            os.kill(os.getpid(), signal.SIGINT)
            await waited(desktop, loop)

        if __name__ == "__main__":
            app._closed = closed
            sys.exit(app.run_window({str(mug_file)!r}))
        """
    )
    done = run_script(mug_file.with_name("main.py"), program)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
