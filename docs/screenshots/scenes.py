"""One edit from beginning to end, as scenes: each brings the window into a state and has pictures taken."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtTest import QTest

from nti_desktop.document.container import save_project
from nti_desktop.document.samples import Sample, samples
from nti_desktop.document.state import Project
from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.caption.chip_button import ChipButton
from screenshots.studio import Studio

OTHER_CAPTION = "a photo of a wooden table"
SAVED = ("Beach.nti", "Balloon.nti")


def start(studio: Studio) -> None:
    """The start screen, with what was opened before."""
    desktop, store = studio.desktop, studio.desktop.session.store
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder) / "Pictures" / name for name in SAVED]
        places[0].parent.mkdir()
        for sample, place in zip(samples()[1:], places, strict=False):
            edit_sample(studio, sample)
            save_project(desktop.document.project, place)
        desktop.document.adopt(Project(), None)
        store.update(recent=tuple(map(str, places)))
        studio.rest(1.0)
        studio.wait_idle()
        desktop.window.message.clear()
        studio.shoot("start")


def edit_sample(studio: Studio, sample: Sample) -> None:
    """Another photo with its edit."""
    desktop, document = studio.desktop, studio.desktop.document
    document.mark_saved(document.project, sample.path)  # so that nobody asks about the last one
    desktop.files.open_sample(sample.path, sample.caption)
    studio.wait_idle()
    desktop.window.caption.describe.submit()
    studio.wait(lambda: document.project.inversion is not None)
    document.set_draft(EditParameters(sample.edit_caption))
    desktop.session.apply()
    studio.wait(lambda: document.project.edit is not None)


def describe(studio: Studio) -> None:
    """A photo and a sentence about it."""
    desktop, sample = studio.desktop, samples()[0]
    desktop.files.open_sample(sample.path, sample.caption)
    studio.wait(lambda: desktop.document.project.photo is not None)
    studio.wait_idle()
    studio.shoot("describe")


def invert(studio: Studio) -> None:
    """The photo is found in the model."""
    desktop = studio.desktop
    jobs = desktop.session.jobs
    desktop.window.caption.describe.invert.click()
    studio.wait(lambda: jobs.current is not None and jobs.current.share > 0.6)
    studio.shoot("inverting")
    studio.wait(lambda: desktop.document.project.inversion is not None)
    studio.wait_idle()


def look_at_words(studio: Studio) -> None:
    """Words as chips, and where one of them is."""
    words = studio.desktop.window.caption.words
    words.pointed.emit(chip(studio, "mug").chip)
    studio.shoot("words")
    words.pointed.emit(None)


def change_a_word(studio: Studio) -> None:
    """What can be done with a word."""
    words = studio.desktop.window.caption.words
    words.open_popover(chip(studio, "red"))
    popover = words.popover
    if popover is None:
        raise SystemExit("The word did not open.")
    popover.replacement.clear()
    QTest.keyClicks(popover.replacement, "bl")
    studio.shoot("word")
    popover.replacement.setText("blue")
    popover.fields.replace_button.click()
    studio.rest(0.2)
    if words.popover is not None:
        words.popover.close()


def edit(studio: Studio) -> None:
    """The edit, beside the photo in every way."""
    desktop = studio.desktop
    desktop.window.caption.words.apply.click()
    studio.wait(lambda: desktop.document.project.edit is not None)
    studio.wait_idle()
    desktop.window.message.clear()
    studio.shoot("edited")
    studio.act("compare_side")
    studio.shoot("side-by-side")
    studio.act("compare_difference")
    studio.shoot("difference")
    studio.act("compare_divider")


def adjust(studio: Studio) -> None:
    """Every number of the edit."""
    adjusting = studio.desktop.window.side.adjust
    adjusting.fold.click()
    studio.shoot("adjust")
    adjusting.fold.click()


def vary(studio: Studio) -> None:
    """Several edits that differ in one word."""
    desktop = studio.desktop
    studio.act("variations")
    form, area = desktop.controller.edits.variations.page.form, desktop.controller.edits.variations.page.area
    form.kind.setCurrentIndex(1)
    form.values.setText("blue, green, yellow, purple, orange")
    form.make.click()
    studio.rest()
    studio.wait_idle()
    desktop.controller.edits.variations.page.kept.emit(1)
    studio.rest()
    area.setFocus()
    studio.shoot("variations")
    desktop.controller.edits.variations.page.closed.emit()


def paint(studio: Studio) -> None:
    """Where the next edit may happen."""
    canvas = studio.desktop.window.canvas
    studio.act("mask")
    photo = studio.desktop.document.project.photo
    if photo is None:
        raise SystemExit("There is no photo.")
    on = canvas.on_widget(QRectF(0, 0, *photo.size))
    places = ((0.36, 0.45), (0.44, 0.6), (0.5, 0.4), (0.56, 0.6), (0.6, 0.45))
    studio.drag(canvas, *(QPointF(on.x() + x * on.width(), on.y() + y * on.height()) for x, y in places))
    studio.shoot("mask")
    studio.act("mask_clear")
    studio.act("mask")


def describe_otherwise(studio: Studio) -> None:
    """Another caption for the same photo, beside the first."""
    desktop = studio.desktop
    before = len(desktop.document.project.inversions)
    studio.act("describe_again")
    desktop.window.caption.describe.field.setText(OTHER_CAPTION)
    desktop.window.caption.describe.submit()
    studio.wait(lambda: len(desktop.document.project.inversions) > before)
    studio.wait_idle()
    desktop.window.message.clear()
    studio.act("compare_captions")
    studio.shoot("captions")
    desktop.window.close_sheet()
    desktop.controller.captions.choose(desktop.document.project.inversions[0].id)


def pages(studio: Studio) -> None:
    """What lies over the window: commands, models, settings, export."""
    desktop = studio.desktop
    studio.act("palette")
    palette = desktop.controller.palette_.palette_
    if palette is not None:
        QTest.keyClicks(palette.field, "compare")
        studio.shoot("palette")
        palette.hide()
    for name in ("models", "settings"):
        studio.act(name)
        studio.rest(1.0)
        studio.shoot(name)
        desktop.window.close_sheet()
    studio.act("export")
    studio.shoot("export")
    sheet = desktop.controller.files_.exports.sheet
    if sheet is not None:
        sheet.close_sheet()


def chip(studio: Studio, word: str) -> ChipButton:
    """The chip of a word."""
    buttons = studio.desktop.window.caption.words.buttons
    return next(made for made in buttons if made.chip.text == word)


SCENES: tuple[Callable[[Studio], None], ...] = (
    start, describe, invert, look_at_words, change_a_word, edit, adjust, vary, paint, describe_otherwise,
    pages,
)  # fmt: skip
