"""The side panel shows all of its content in every language, however long its words are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from nti_desktop.engine.events import Progress
from nti_desktop.ui.jobs.job_panel import JobPanel
from nti_desktop.ui.jobs.progress import JobProgress
from nti_desktop.ui.look.i18n import LANGUAGES, install_language
from tests.ui.conftest import CAPTION, apply_edit, invert, open_photo, replace_word


@pytest.fixture(params=list(LANGUAGES))
def language(request, qapp: QApplication):
    before = QLocale()
    yield install_language(qapp, request.param)
    install_language(qapp, "en")
    QLocale.setDefault(before)


def too_wide(rig) -> dict[str, int]:
    """Parts of the panel, by their class, that would need more room than there is."""
    area = rig.window.side.findChild(QScrollArea)
    room = area.widget().layout().contentsRect().width()
    found = {w: w.minimumSizeHint().width() for w in area.widget().findChildren(QWidget) if not w.isHidden()}
    return {type(w).__name__: width for w, width in found.items() if width > room and w.isVisible()}


def test_before_the_inversion_nothing_is_cut_off(language, rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    qtbot.waitUntil(rig.window.side.effort.isVisible)
    assert too_wide(rig) == {}


def test_with_an_adjusted_edit_nothing_is_cut_off(language, rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    side = rig.window.side
    side.adjust.fold.click()
    side.adjust.pose.click()
    for row in side.adjust.rows.values():
        row.slider.setValue(row.slider.value() + 1)
    replace_word(rig, qtbot, "red", "blue")
    apply_edit(rig, qtbot)
    qtbot.waitUntil(lambda: side.adjust.reset.isVisible() and side.edits.isVisible())
    assert too_wide(rig) == {}


def test_while_inverting_nothing_is_cut_off(language, qtbot, theme) -> None:
    panel = JobPanel(theme)
    qtbot.addWidget(panel)
    panel.show()
    job = JobProgress(1, "invert", label="a red mug on a wooden table beside a window")
    job.take(Progress("null-text", 10, 50, 801, 2e-4, 1e-5, 2, 90, 12.5, 34.4))
    panel.show_progress(job)
    assert panel.minimumSizeHint().width() <= 320 - 1 - 2 * 16 - 10  # panel, line, margins, scroll bar


def test_words_that_are_too_long_never_push_the_others_out(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    side = rig.window.side
    area = side.findChild(QScrollArea)
    side.effort.layout().addWidget(QLabel("Donaudampfschifffahrtsgesellschaft" * 4))
    qtbot.waitUntil(lambda: side.effort.minimumSizeHint().width() > 320)
    qtbot.wait(20)
    assert area.widget().width() == area.viewport().width()
    option = next(iter(side.effort.options.values()))
    right = option.mapTo(area.viewport(), option.rect().topRight()).x()
    assert right < area.viewport().width()


def test_the_adjustments_are_reset_by_a_named_button(inverted, qtbot) -> None:
    adjust = inverted.window.side.adjust
    adjust.fold.click()
    row = next(iter(adjust.rows.values()))
    row.slider.setValue(row.slider.value() + 1)
    assert adjust.reset.isVisible()
    assert adjust.reset.accessibleName()
    assert adjust.reset.toolTip()
    adjust.reset.click()
    assert not adjust.reset.isVisible()
