"""What the layers below say, in the person's language and with numbers as they write them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from nti_desktop.diffusion.prompts import find_word
from nti_desktop.document.atomic import atomic_write
from nti_desktop.document.photo import load_photo
from nti_desktop.engine.events import Event, Failed
from nti_desktop.engine.fake import plausible_script
from nti_desktop.engine.requests import EditParameters, Request
from nti_desktop.errors import CaptionError, EngineError, PhotoError, ProjectError, Sentence, UserError
from nti_desktop.ui.caption.draft import chips_of
from nti_desktop.ui.edits.variations import KINDS, variations_of
from nti_desktop.ui.look.i18n import install_language, number, said
from tests.ui.conftest import CAPTION, invert, open_photo, start_inversion


@pytest.fixture
def german(qapp: QApplication):
    before = QLocale()
    install_language(qapp, "de")
    yield
    install_language(qapp, "en")
    QLocale.setDefault(before)


def refused(request: Request) -> list[Event]:
    """As the child sends it: the sentence of an error that the engine raised."""
    limits = "The guidance must be between {least:g} and {most:g}; 7.5 is usual."
    error = EngineError(limits, least=1.01, most=50.0)
    return pickle.loads(pickle.dumps([Failed(error.sentence)]))


def test_a_message_without_values_is_taken_as_it_is() -> None:
    assert str(UserError("a {brace} and another {")) == "a {brace} and another {"
    assert str(UserError("{name} is gone", name="{x}")) == "{x} is gone"


def test_a_sentence_keeps_its_parts_on_its_way(german: None) -> None:
    inner = Sentence("{count:.1f} GB", count=2.5)
    arrived = pickle.loads(pickle.dumps(CaptionError("It is {name} of {size}.", name="it", size=inner)))
    assert isinstance(arrived, CaptionError)
    assert str(arrived) == "It is it of 2.5 GB."
    assert (arrived.sentence.template, arrived.sentence.values["name"]) == ("It is {name} of {size}.", "it")
    assert said(arrived) == "It is it of 2,5 GB."


def test_german_writes_commas(german: None) -> None:
    assert number(34.94, ".1f") == "34,9"
    draft = EditParameters("a red mug")
    weight = next(kind for kind in KINDS if kind.key == "weight")
    made = variations_of(draft, weight, chips_of("a red mug", draft)[1], "0,5; 1, 1,25")
    assert [v.label for v in made] == ["× 0,5", "× 1", "× 1,25"]
    assert [v.parameters.weights for v in made] == [((1, 0.5),), (), ((1, 1.25),)]
    with pytest.raises(CaptionError) as caught:
        find_word("a mug", "cat")
    assert said(caught.value).startswith("Die Beschreibung hat kein Wort „cat“; ihre Wörter sind:")


def test_what_the_system_says_is_said_in_german(tmp_path: Path, german: None) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(PhotoError) as caught:
        load_photo(tmp_path / "a" / "b.png")
    assert said(caught.value).startswith("„b.png“ ist nicht lesbar (Ist kein Ordner);")
    with pytest.raises(ProjectError) as refused:
        atomic_write(tmp_path / "none" / "x.nti", lambda _: None)
    assert (
        said(refused.value)
        == "„x.nti“ wurde nicht gespeichert: den Ordner gibt es nicht; anderswo speichern."
    )


def test_errors_and_figures_in_the_german_window(make_rig, qtbot, photo_file: Path, german: None) -> None:
    rig = make_rig(lambda r: refused(r) if r.steps == 10 else plausible_script(r))
    message = rig.window.message
    broken = photo_file.with_name("kaputt.png")
    broken.write_bytes(photo_file.read_bytes()[:200])
    rig.files.open(broken)
    qtbot.waitUntil(message.isVisible)
    assert message.text.text().startswith("„kaputt.png“ ist beschädigt oder unvollständig;")
    project = photo_file.with_name("alt.nti")
    project.write_bytes(b"not a project at all, but long enough to be looked at")
    rig.files.open(project)
    qtbot.waitUntil(lambda: "alt.nti" in message.text.text())
    assert message.text.text() == (
        "„alt.nti“ ist kein Projekt oder beschädigt (ihr Ende fehlt); eine Sicherungskopie versuchen."
    )
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(message.isVisible)
    assert message.text.text() == "Die Führung muss zwischen 1,01 und 50 liegen; 7,5 ist üblich."
    rig.session.store.update(steps=12)
    invert(rig, qtbot, CAPTION)
    report = rig.document.project.inversion.report
    assert f"{report.psnr_db:.1f}".replace(".", ",") + " dB" in rig.window.side.summary.sentence.text()
