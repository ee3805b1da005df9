"""Several edits that differ in one thing: asked for, made as one job, seen large, kept."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nti_desktop.engine.events import Failed, Finished
from nti_desktop.engine.fake import Pause, plausible_script
from nti_desktop.engine.pretence import make_result
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest
from nti_desktop.errors import UserError
from nti_desktop.ui.caption.draft import chips_of
from nti_desktop.ui.edits.variation_form import VariationForm
from nti_desktop.ui.edits.variations import KINDS, MOST_VARIATIONS, variations_of
from nti_desktop.ui.edits.variations_page import VariationsPage
from tests.ui.conftest import CAPTION, Rig, chip_of, invert, open_photo, replace_word

LEFT = Qt.MouseButton.LeftButton
KIND = {kind.key: kind for kind in KINDS}


def quick_but_slow_where_slow(request):
    if isinstance(request, InvertRequest):
        return plausible_script(request, 0.0)
    if "slow" in request.parameters.caption:
        return [Pause(60)]
    if "bad" in request.parameters.caption:
        return [Failed("It did not work; try another word.")]
    return [Finished(make_result(request))]


@pytest.fixture
def trying(make_rig, qtbot, photo_file) -> Rig:
    """The page of variations, opened by its button on an inverted photo."""
    rig = make_rig(quick_but_slow_where_slow)
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    qtbot.mouseClick(rig.window.side.edits.buttons["variations"], LEFT)
    return rig


def page_of(rig: Rig) -> VariationsPage:
    return rig.controller.edits.variations.page


def make(rig: Rig, qtbot, kind: str, word: str, values: str) -> None:
    form = page_of(rig).form
    form.kind.setCurrentIndex(list(KIND).index(kind))
    form.word.setCurrentText(word)
    form.values.selectAll()
    qtbot.keyClicks(form.values, values)
    qtbot.mouseClick(form.make, LEFT)


def wait_until_done(rig: Rig, qtbot) -> None:
    qtbot.waitUntil(lambda: not rig.session.jobs.running and not rig.tasks.busy, timeout=10_000)


def edits_of(rig: Rig) -> list[EditRequest]:
    return [request for request in rig.engine.requests if isinstance(request, EditRequest)]


def test_five_weights_of_one_word_are_one_job(trying, qtbot) -> None:
    page = page_of(trying)
    assert page.isVisible()
    numbers = set()
    trying.session.jobs.changed.connect(
        lambda: numbers.add(trying.session.jobs.current.number) if trying.session.jobs.current else None
    )
    make(trying, qtbot, "weight", "mug", "0.5, 1, 1.5, 2, 2.5")
    assert [tile.value.text() for tile in page.area.tiles] == ["× 0.5", "× 1", "× 1.5", "× 2", "× 2.5"]
    wait_until_done(trying, qtbot)
    assert len(numbers) == 1
    assert [request.parameters.weights for request in edits_of(trying)] == [
        ((2, 0.5),),
        (),
        ((2, 1.5),),
        ((2, 2.0),),
        ((2, 2.5),),
    ]
    assert all(tile.picture.isEnabled() and tile.keep.isVisible() for tile in page.area.tiles)
    assert trying.document.project.edits == ()


def test_a_whole_row_is_in_sight_in_a_low_window(trying, qtbot) -> None:
    page_of(trying).area.setFixedHeight(120)
    make(trying, qtbot, "replace", "red", "blue, green")
    wait_until_done(trying, qtbot)
    page = page_of(trying)
    view, tile = page.area.viewport(), page.area.tiles[0]
    qtbot.waitUntil(lambda: tile.keep.mapTo(view, tile.keep.rect().bottomLeft()).y() < view.height())
    small = tile.picture.height()
    page.area.setFixedHeight(300)
    qtbot.waitUntil(lambda: tile.picture.height() > small)


def test_what_is_kept_goes_into_the_history(trying, qtbot) -> None:
    make(trying, qtbot, "replace", "red", "blue, green, yellow")
    wait_until_done(trying, qtbot)
    tile = page_of(trying).area.tiles[1]
    qtbot.mouseClick(tile.keep, LEFT)
    assert [edit.caption for edit in trying.document.project.edits] == ["a green mug on a wooden table"]
    assert not tile.keep.isEnabled()
    assert chip_of(trying, "green").chip.was == "red"
    assert page_of(trying).isVisible()
    qtbot.mouseClick(trying.window.toolbar.buttons["undo"], LEFT)
    assert trying.document.project.edits == ()
    assert tile.keep.isEnabled()


def test_one_is_seen_large_on_the_photo_and_kept_there(trying, qtbot) -> None:
    make(trying, qtbot, "replace", "red", "blue,green")
    wait_until_done(trying, qtbot)
    page, pill = page_of(trying), trying.controller.edits.pill
    qtbot.mouseClick(page.area.tiles[0].picture, LEFT)
    assert not page.isVisible()
    assert pill.text.text() == "Trial: Other words: blue"
    qtbot.waitUntil(lambda: not trying.tasks.busy)
    assert trying.window.canvas.result.rect.width() == 240
    qtbot.mouseClick(pill.grid, LEFT)
    assert page.isVisible()
    assert trying.session.trial is None
    qtbot.mouseClick(page.area.tiles[1].picture, LEFT)
    qtbot.mouseClick(pill.keep, LEFT)
    assert [edit.caption for edit in trying.document.project.edits] == ["a green mug on a wooden table"]


def test_stopping_keeps_what_is_done(trying, qtbot) -> None:
    make(trying, qtbot, "replace", "red", "blue, slow, green")
    page = page_of(trying)
    qtbot.waitUntil(lambda: len(edits_of(trying)) == 2)
    assert page.area.tiles[1].picture.text() == "being made…"
    qtbot.mouseClick(page.form.stop, LEFT)
    wait_until_done(trying, qtbot)
    assert [tile.picture.text() for tile in page.area.tiles] == ["", "not made", "not made"]
    assert [tile.keep.isVisible() for tile in page.area.tiles] == [True, False, False]
    assert page.form.make.isVisible()


def test_one_that_fails_is_told_and_what_is_done_stays(trying, qtbot) -> None:
    make(trying, qtbot, "replace", "red", "blue, bad, green")
    wait_until_done(trying, qtbot)
    assert [tile.picture.isEnabled() for tile in page_of(trying).area.tiles] == [True, False, False]
    assert trying.window.message.text.text() == "It did not work; try another word."


def test_the_layout_is_varied_on_top_of_the_words(trying, qtbot) -> None:
    replace_word(trying, qtbot, "red", "blue")
    make(trying, qtbot, "cross", "", "20, 80%")
    wait_until_done(trying, qtbot)
    made = [(r.parameters.caption, r.parameters.cross_replace) for r in edits_of(trying)]
    assert made == [("a blue mug on a wooden table", 0.2), ("a blue mug on a wooden table", 0.8)]
    assert [tile.value.text() for tile in page_of(trying).area.tiles] == ["20\u00a0%", "80\u00a0%"]


def test_escape_goes_back_to_the_photo_and_loses_nothing(trying, qtbot) -> None:
    make(trying, qtbot, "weight", "mug", "1, 2")
    wait_until_done(trying, qtbot)
    page = page_of(trying)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    trying.window.actions_["variations"].trigger()
    assert page.isVisible()
    assert len(page.area.tiles) == 2
    pill = trying.controller.edits.pill
    qtbot.mouseClick(page.area.tiles[1].picture, LEFT)
    assert pill.isVisible()
    trying.window.actions_["variations"].trigger()
    assert not pill.isVisible()
    trying.window.side.edits.list.setFocus()
    qtbot.keyClick(trying.window.side.edits.list, Qt.Key.Key_Home)
    assert not page.isVisible()


def test_wrong_values_get_one_sentence_and_start_nothing(trying, qtbot) -> None:
    make(trying, qtbot, "weight", "mug", "1, much")
    assert "“much”" in page_of(trying).hint.text()
    assert edits_of(trying) == []
    make(trying, qtbot, "weight", "mug", "1")
    wait_until_done(trying, qtbot)
    assert "“much”" not in page_of(trying).hint.text()


def test_another_photo_takes_the_variations_away(trying, qtbot, photo_file) -> None:
    make(trying, qtbot, "weight", "mug", "1, 2")
    wait_until_done(trying, qtbot)
    trying.document.new()
    assert not page_of(trying).isVisible()
    assert page_of(trying).area.tiles == []
    assert not trying.controller.edits.variations.has_results


DRAFT = EditParameters("a blue mug")
CHIPS = chips_of("a red mug", DRAFT)


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("weight", "", "commas"),
        ("weight", " , ;", "commas"),
        ("weight", "nan", "numbers from -1 to 3"),
        ("weight", "4", "numbers from -1 to 3"),
        ("cross", "0.5, 101", "numbers from 0 to 100"),
        ("guidance", "0.5", "numbers from 1 to 15"),
        ("weight", ",".join(f"1.{n:02}" for n in range(MOST_VARIATIONS + 1)), "fewer"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(kind, typed, said) -> None:
    with pytest.raises(UserError, match=said):
        variations_of(DRAFT, KIND[kind], CHIPS[1], typed)


def test_a_word_has_to_be_chosen() -> None:
    with pytest.raises(UserError, match="Choose the word"):
        variations_of(DRAFT, KIND["weight"], None, "1, 2")


def test_values_are_separated_as_people_do_and_none_is_made_twice() -> None:
    made = variations_of(DRAFT, KIND["replace"], CHIPS[1], "green; yellow，dark red, green")
    assert [v.parameters.caption for v in made] == ["a green mug", "a yellow mug", "a dark red mug"]


# --- what is seen large, its words and its numbers


def open_large(rig: Rig, qtbot, place: int) -> None:
    qtbot.mouseClick(page_of(rig).area.tiles[place].picture, LEFT)


def test_what_is_seen_large_has_its_own_words(trying, qtbot) -> None:
    make(trying, qtbot, "replace", "red", "blue, green")
    wait_until_done(trying, qtbot)
    replace_word(trying, qtbot, "red", "pink")
    open_large(trying, qtbot, 0)
    assert chip_of(trying, "blue").chip.was == "red"
    words = trying.window.caption.words
    assert "trial" in words.hint.text()
    assert words.apply.isEnabled()
    qtbot.mouseClick(trying.controller.edits.pill.grid, LEFT)
    assert chip_of(trying, "pink").chip.was == "red"
    open_large(trying, qtbot, 1)
    qtbot.mouseClick(words.apply, LEFT)
    assert [edit.caption for edit in trying.document.project.edits] == ["a green mug on a wooden table"]
    assert len(edits_of(trying)) == 2


def test_undo_leaves_what_is_seen_large(trying, qtbot) -> None:
    make(trying, qtbot, "replace", "red", "blue, green")
    wait_until_done(trying, qtbot)
    open_large(trying, qtbot, 0)
    qtbot.mouseClick(trying.window.toolbar.buttons["undo"], LEFT)
    assert trying.session.trial is None
    assert chip_of(trying, "red").chip.kind == "keep"


def test_live_does_not_make_again_what_is_seen_large(trying, qtbot) -> None:
    make(trying, qtbot, "replace", "red", "blue, green")
    wait_until_done(trying, qtbot)
    trying.session.store.update(live=True)
    open_large(trying, qtbot, 1)
    qtbot.wait(400)
    assert len(edits_of(trying)) == 2
    assert trying.session.trial.caption == "a green mug on a wooden table"


def test_the_weighed_word_is_named_and_what_changes_nothing_can_only_be_kept(trying, qtbot) -> None:
    make(trying, qtbot, "weight", "mug", "1, 2")
    wait_until_done(trying, qtbot)
    pill = trying.controller.edits.pill
    open_large(trying, qtbot, 1)
    assert pill.text.text() == "Trial: Weight of “mug”: × 2"
    assert chip_of(trying, "mug").chip.weight == 2
    qtbot.mouseClick(pill.grid, LEFT)
    open_large(trying, qtbot, 0)
    assert not trying.window.caption.words.apply.isEnabled()
    assert trying.window.caption.words.hint.text().startswith("This is a trial. Keep")


def test_apply_leaves_the_page(trying, qtbot) -> None:
    replace_word(trying, qtbot, "red", "blue")
    assert page_of(trying).isVisible()
    qtbot.mouseClick(trying.window.caption.words.apply, LEFT)
    assert not page_of(trying).isVisible()


def test_the_pill_leaves_the_names_of_the_pictures_free(trying, qtbot) -> None:
    make(trying, qtbot, "replace", "red", "blue")
    wait_until_done(trying, qtbot)
    open_large(trying, qtbot, 0)
    canvas, pill = trying.window.canvas, trying.controller.edits.pill
    for _ in range(3):
        qtbot.waitUntil(lambda: not pill.geometry().intersects(canvas.names_band.toAlignedRect()))
        canvas.zoom_in()


def test_a_preview_of_others_does_not_cover_what_is_seen_large(trying, qtbot) -> None:
    make(trying, qtbot, "replace", "red", "blue, slow")
    qtbot.waitUntil(lambda: len(edits_of(trying)) == 2)
    open_large(trying, qtbot, 0)
    qtbot.waitUntil(lambda: not trying.tasks.busy and trying.window.canvas.result is not None)
    seen = trying.window.canvas.result
    trying.session.jobs.previewed.emit(np.zeros((8, 8, 3), np.uint8))
    assert trying.window.canvas.result is seen
    qtbot.mouseClick(trying.controller.edits.pill.close_, LEFT)
    trying.session.jobs.previewed.emit(np.zeros((8, 8, 3), np.uint8))
    assert trying.controller.presenter._previewing is None


def test_variations_of_a_caption_that_is_removed_stop_and_add_nothing(trying, qtbot) -> None:
    make(trying, qtbot, "replace", "red", "slow, blue, green")
    qtbot.waitUntil(lambda: len(edits_of(trying)) == 1)
    trying.document.delete_inversion(trying.document.project.active_inversion)
    qtbot.waitUntil(lambda: not trying.session.jobs.running)
    trying.document.undo()
    assert trying.document.project.edits == ()
    assert len(edits_of(trying)) == 1
    assert trying.session.claimed == set()


@pytest.mark.parametrize("width", [400, 560, 1200])
def test_a_narrow_form_cuts_nothing_of_what_varies(qtbot, theme, width) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(width, 200)
    form = VariationForm()
    form.setParent(host)
    host.show()
    form.setGeometry(0, 0, width, 120)
    texts = form.fontMetrics().horizontalAdvance
    qtbot.waitUntil(lambda: form.kind.width() > texts(form.kind.itemText(0)) + 30)
    assert form.values.width() > texts("0.5, 1, 1.5, 2, 2.5")
    assert form.make.geometry().right() <= width
