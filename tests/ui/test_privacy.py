"""A whole session in the window reaches no network."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from tests.network import no_network
from tests.ui.conftest import CAPTION, Rig, apply_edit, invert, open_photo, replace_word


def test_a_session_from_photo_to_project_reaches_no_network(
    make_rig, qtbot, photo_file: Path, tmp_path: Path
):
    with no_network() as tried:
        rig: Rig = make_rig()
        open_photo(rig, qtbot, photo_file)
        invert(rig, qtbot, CAPTION)
        replace_word(rig, qtbot, CAPTION.split()[1], "green")
        apply_edit(rig, qtbot)
        rig.dialogs.saved = tmp_path / "session.nti"
        rig.files.save()
        qtbot.waitUntil(lambda: not rig.tasks.busy)
        qtbot.keyClick(rig.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        rig.files.open(tmp_path / "session.nti")
        qtbot.waitUntil(lambda: not rig.tasks.busy)
    assert tried == []
    assert (tmp_path / "session.nti").stat().st_size > 0
