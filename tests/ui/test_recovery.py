"""What was not saved comes back: driven in the real window, with a journal of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from nti_desktop.app import build
from nti_desktop.document.claims import claim
from nti_desktop.document.container import load_project
from nti_desktop.document.journal import Journal
from nti_desktop.document.journal_recovery import journals_folder, recover, recoverable
from nti_desktop.engine.events import Checkpoint, Failed, Finished, Progress
from nti_desktop.engine.fake import FakeEngine
from nti_desktop.engine.pretence import make_inversion, make_partial
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.ui import session as session_module
from nti_desktop.ui.settings import Settings, SettingsStore
from nti_desktop.upkeep.crashes import crashes_folder
from nti_desktop.upkeep.places import private_folder
from tests.ui.conftest import (
    CAPTION,
    PreparedDialogs,
    Rig,
    apply_edit,
    describe_small_model,
    invert,
    open_photo,
    replace_word,
    start_inversion,
    tear_down,
)


@pytest.fixture
def make(qtbot, loop, monkeypatch, tmp_path: Path) -> Iterator[Callable[..., Rig]]:
    """Windows that journal, with a state folder for this test alone."""
    made: list[Rig] = []
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(session_module, "describe_model", describe_small_model)

    def window(script=None) -> Rig:
        engine, dialogs = FakeEngine(script), PreparedDialogs()
        desktop = build(engine, loop, dialogs, SettingsStore(Settings(steps=10)), Journal(delay=0.0))
        made.append(Rig(desktop, engine, dialogs))
        desktop.window.show()
        qtbot.waitUntil(lambda: desktop.session.model is not None and not desktop.tasks.busy)
        return made[-1]

    yield window
    for rig in made:
        tear_down(qtbot, rig.desktop)


def journalled() -> tuple:
    """What could be recovered if all windows were gone now; looks past their locks."""
    return tuple(journals_folder().glob("*/state-*.json"))


def crash(rig: Rig) -> None:
    """Leave the journal as a window does that ends without closing."""
    rig.keeping.close(keep=True)


def edited_window(make, qtbot, photo_file: Path) -> Rig:
    rig = make()
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    replace_word(rig, qtbot, CAPTION.split()[1], "green")
    apply_edit(rig, qtbot)
    return rig


def test_unsaved_work_is_offered_and_comes_back(make, qtbot, photo_file: Path):
    first = edited_window(make, qtbot, photo_file)
    crash(first)
    second = make()
    section = second.recovery.section
    assert section.isVisible()
    (card,) = section.cards
    assert card.recovery.name == "holiday"
    assert not card.picture.image.isNull()
    qtbot.mouseClick(card.recover, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: second.document.project.photo is not None and not second.tasks.busy)
    assert len(second.document.project.edits) == 1
    assert second.document.changed
    assert second.window.isWindowModified()
    crash(second)
    assert len(recover(recoverable(journals_folder())[0]).edits) == 1


@pytest.mark.parametrize("written_meanwhile", [True, False])
def test_a_file_that_was_written_after_the_crash_is_not_written_over_unasked(
    make, qtbot, photo_file: Path, tmp_path: Path, written_meanwhile: bool
):
    first = edited_window(make, qtbot, photo_file)
    first.dialogs.saved = path = tmp_path / "p.nti"
    first.files.save()
    qtbot.waitUntil(lambda: not first.tasks.busy and not first.document.changed)
    first.document.set_draft(None)
    first.document.set_caption("another caption")
    crash(first)
    first.files.shutdown()
    saved = path.read_bytes()
    if written_meanwhile:
        path.write_bytes(saved + b"x")
    second = make()
    (card,) = second.recovery.section.cards
    qtbot.mouseClick(card.recover, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: second.document.path == path and not second.tasks.busy)
    second.files.save()
    qtbot.waitUntil(lambda: not second.tasks.busy)
    assert ("changed p.nti" in second.dialogs.asked) == written_meanwhile
    assert second.document.changed == written_meanwhile


def test_what_is_discarded_is_not_offered_again(make, qtbot, photo_file: Path):
    crash(edited_window(make, qtbot, photo_file))
    second = make()
    (card,) = second.recovery.section.cards
    qtbot.mouseClick(card.discard, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not second.tasks.busy)
    assert not second.recovery.section.isVisible()
    assert recoverable(journals_folder()) == ()


def test_saved_work_is_not_kept_any_more(make, qtbot, photo_file: Path, tmp_path: Path):
    rig = edited_window(make, qtbot, photo_file)
    qtbot.waitUntil(lambda: bool(journalled()))
    rig.dialogs.saved = tmp_path / "p.nti"
    rig.files.save()
    qtbot.waitUntil(lambda: not rig.tasks.busy and not journalled())
    assert load_project(tmp_path / "p.nti").edits


def test_a_window_that_closes_well_leaves_nothing(make, qtbot, photo_file: Path):
    rig = edited_window(make, qtbot, photo_file)
    qtbot.waitUntil(lambda: bool(journalled()))
    rig.keeping.close()
    assert list(journals_folder().iterdir()) == []


def broken_in_the_middle(request):
    yield Progress("pivots", 10, 10)
    yield Checkpoint(make_partial(request, 3))
    yield Progress("null-text", 4, 10)
    yield Failed("The engine stopped unexpectedly; start the job again.", "", engine_died=True)


def test_an_inversion_that_crashed_can_go_on(make, qtbot, photo_file: Path):
    rig = make(broken_in_the_middle)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.document.project.paused is not None and not rig.session.jobs.running)
    assert len(rig.document.project.paused.partial.losses) == 3
    crash(rig)
    (found,) = recoverable(journals_folder())
    assert len(recover(found).paused.partial.losses) == 3


def test_an_inversion_that_failed_can_go_on(make, qtbot, photo_file: Path):
    def failing(request):
        return [Failed("The numbers overflow; run it on the CPU.", partial=make_partial(request, 4))]

    rig = make(failing)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.document.project.paused is not None and not rig.session.jobs.running)
    assert len(rig.document.project.paused.partial.losses) == 4


def checkpoint_then_cancelled(request):
    yield Checkpoint(make_partial(request, 3))
    while True:
        yield Progress("null-text", 4, 10)


def test_cancelling_one_inversion_leaves_the_paused_one_of_another_caption(make, qtbot, photo_file: Path):
    rig = make(checkpoint_then_cancelled)
    open_photo(rig, qtbot, photo_file)
    other = InvertRequest(np.zeros((64, 64, 3), np.uint8), "another caption", steps=10)
    rig.document.set_crop(rig.session.crop)
    rig.document.set_paused(other, make_partial(other, 5))
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.session.jobs.running)
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running and not rig.tasks.busy)
    assert rig.document.project.paused.caption == "another caption"
    assert len(rig.document.project.paused.partial.losses) == 5


def test_a_crash_of_the_engine_leaves_both(make, qtbot, photo_file: Path):
    rig = make(lambda request: [Checkpoint(make_partial(request, 3)), Failed("Gone.", engine_died=True)])
    open_photo(rig, qtbot, photo_file)
    other = InvertRequest(np.zeros((64, 64, 3), np.uint8), "another caption", steps=10)
    rig.document.set_crop(rig.session.crop)
    rig.document.set_paused(other, make_partial(other, 5))
    start_inversion(rig, qtbot, CAPTION)
    panel = rig.window.side.paused
    qtbot.waitUntil(lambda: CAPTION in panel.what.text() and not rig.session.jobs.running)
    kept = {paused.caption: len(paused.partial.losses) for paused in rig.document.project.paused_inversions}
    assert kept == {"another caption": 5, CAPTION: 3}
    assert panel.others.isVisible()
    assert "another caption" in panel.others.text()
    panel.discard.click()
    assert "another caption" in panel.what.text()
    assert not panel.others.isVisible()
    qtbot.waitUntil(lambda: len(journalled()) > 0 and not rig.tasks.busy)


def text_of(state: Path) -> str:
    """A state as it is written; "" when a newer one has taken its place meanwhile."""
    try:
        return state.read_text().replace("\\", "")
    except FileNotFoundError:
        return ""


def test_what_is_under_way_is_in_the_journal_while_it_runs(make, qtbot, photo_file: Path):
    rig = make(checkpoint_then_cancelled)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: any('"partial/' in text_of(state) for state in journalled()))
    assert rig.document.project.paused is None
    crash(rig)
    (found,) = recoverable(journals_folder())
    assert recover(found).paused.caption == CAPTION
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running)


def checkpoint_then_end(request):
    yield Checkpoint(make_partial(request, 3))
    yield Finished(make_inversion(request))


def test_a_finished_inversion_leaves_nothing_paused(make, qtbot, photo_file: Path):
    rig = make(checkpoint_then_end)
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    assert rig.document.project.paused is None
    assert rig.engine.requests[-1].checkpoints
    while rig.document.can_undo:
        rig.document.undo()
        assert rig.document.project.paused is None


def test_a_project_that_is_open_elsewhere_keeps_its_file(make, qtbot, photo_file: Path, tmp_path: Path):
    first = edited_window(make, qtbot, photo_file)
    first.dialogs.saved = path = tmp_path / "p.nti"
    first.files.save()
    qtbot.waitUntil(lambda: not first.tasks.busy)
    before = path.read_bytes()
    second = make()
    second.files.open(path)
    qtbot.waitUntil(lambda: second.document.project.photo is not None and not second.tasks.busy)
    assert "another window" in second.window.message.text.text()
    assert second.document.path is None
    second.dialogs.saved = path
    second.files.save()
    qtbot.waitUntil(lambda: not second.tasks.busy)
    assert "another name" in second.window.message.text.text()
    assert path.read_bytes() == before
    first.files.shutdown()
    second.files.save()
    qtbot.waitUntil(lambda: not second.tasks.busy)
    assert second.document.path == path


def test_another_photo_gives_the_file_back(make, qtbot, photo_file: Path, tmp_path: Path):
    rig = edited_window(make, qtbot, photo_file)
    rig.dialogs.saved = path = tmp_path / "p.nti"
    rig.files.save()
    qtbot.waitUntil(lambda: not rig.tasks.busy)
    assert claim(path) is None
    open_photo(rig, qtbot, photo_file)
    qtbot.waitUntil(lambda: rig.document.path is None and not rig.tasks.busy)
    lock = claim(path)
    assert lock is not None
    lock.release()


def test_the_trace_of_a_crash_is_offered_once(make, qtbot, monkeypatch, tmp_path: Path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    trace = private_folder(crashes_folder()) / "0123456789abcdef.txt"
    trace.write_text('Fatal Python error: Segmentation fault\n  File "/home/ann/nti_desktop/app.py", line 3')
    rig = make()
    assert "ended unexpectedly" in rig.window.message.text.text()
    qtbot.mouseClick(rig.window.message.copy, Qt.MouseButton.LeftButton)
    assert not trace.exists()
    assert not make().window.message.isVisible()
