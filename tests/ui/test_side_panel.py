"""The side panel shows all of its content in every language, however long its words are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from nti_desktop.engine.events import Progress
from nti_desktop.engine.fake import plausible_script
from nti_desktop.engine.requests import EditParameters
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
    side.adjust.more.fold.click()
    for row in side.adjust.rows.values():
        row.slider.setValue(row.slider.value() + 1)
    replace_word(rig, qtbot, "red", "blue")
    apply_edit(rig, qtbot)
    qtbot.waitUntil(lambda: side.adjust.reset.isVisible() and side.edits.isVisible())
    assert too_wide(rig) == {}
    assert side.edits.minimumSizeHint().width() <= side.edits.width()


def test_what_is_unfolded_comes_into_sight(inverted, qtbot) -> None:
    adjust = inverted.window.side.adjust
    inverted.window.resize(1000, 640)
    adjust.fold.click()
    qtbot.waitUntil(lambda: not adjust.fold.visibleRegion().isEmpty())
    adjust.more.fold.setFocus()
    qtbot.keyClick(adjust.more.fold, Qt.Key.Key_Space)
    first = adjust.rows["null_share"].slider
    qtbot.waitUntil(lambda: first.visibleRegion().boundingRect().height() == first.height())


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
def test_adjusting_and_the_history_are_in_sight_together(inverted, qtbot, size) -> None:
    side, session = inverted.window.side, inverted.desktop.session
    inverted.window.resize(*size)
    for colour in ("blue", "green", "yellow", "white"):
        inverted.document.set_draft(EditParameters(CAPTION.replace("red", colour)))
        made = len(inverted.document.project.edits)
        session.apply()
        qtbot.waitUntil(lambda made=made: len(inverted.document.project.edits) > made)
    side.adjust.fold.click()
    area = side.findChild(QScrollArea)
    first = next(iter(side.adjust.rows.values()))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    assert area.viewport().rect().contains(first.mapTo(area.viewport(), first.rect().bottomRight()))
    rows = side.edits.list
    shown = rows.visualRect(rows.currentIndex())
    assert rows.currentIndex().row() == 4
    assert rows.viewport().rect().contains(shown)
    assert rows.height() >= 2 * shown.height(), "one can choose another edit"
    assert not area.isAncestorOf(rows), "no scrolling within scrolling"
    below = side.edits.mapTo(side, rows.geometry().bottomLeft()).y()
    assert area.geometry().bottom() < side.edits.parentWidget().y() < below < side.height()


def test_what_is_below_does_not_jump_when_an_edit_begins_and_ends(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(lambda request: plausible_script(request, 0.03))
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    side, tops = rig.window.side, set()
    for word, other in (("red", "blue"), ("table", "mug")):
        rig.document.set_draft(EditParameters(CAPTION.replace(word, other)))
        made = len(rig.document.project.edits)
        rig.desktop.session.apply()
        qtbot.waitUntil(side.job.isVisible)
        qtbot.waitUntil(lambda: rig.session.jobs.current.seconds_left is not None)
        qtbot.wait(30)
        tops.add(side.adjust.y())
        qtbot.waitUntil(lambda made=made: len(rig.document.project.edits) > made and side.summary.isVisible())
        qtbot.wait(30)
        tops.add(side.adjust.y())
    assert len(tops) == 1


def test_while_inverting_nothing_is_cut_off(language, qtbot, theme) -> None:
    panel = JobPanel(theme)
    qtbot.addWidget(panel)
    panel.show()
    job = JobProgress(1, "invert", label="a red mug on a wooden table beside a window")
    job.take(Progress("null-text", 10, 50, 801, 2e-4, 1e-5, 2, 90, 12.5, 34.4))
    panel.show_progress(job)
    assert panel.minimumSizeHint().width() <= 320 - 1 - 2 * 16 - 10  # panel, line, margins, scroll bar


def test_before_the_inversion_all_is_in_sight_without_scrolling(rig, qtbot, photo_file) -> None:
    rig.window.resize(1280, 800)
    open_photo(rig, qtbot, photo_file)
    side = rig.window.side
    area = side.findChild(QScrollArea)
    qtbot.waitUntil(side.guide.isVisible)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    last = side.guide.mapTo(area.viewport(), side.guide.rect().bottomLeft())
    assert last.y() <= area.viewport().height()
    wanted = side.guide.heightForWidth(side.guide.width())
    assert side.guide.height() == wanted, "no gaps between the steps"


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
