"""Models: chosen, added, downloaded and removed in the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from nti_desktop.diffusion.hub import cached_folder
from nti_desktop.diffusion.registry import register, registered, registry_file
from nti_desktop.resources import resource_path
from nti_desktop.ui import session as session_module
from nti_desktop.ui.models import commands as commands_module
from nti_desktop.ui.models import computer as computer_module
from nti_desktop.ui.models.computer import Computer, look_around
from nti_desktop.ui.models.known import KnownModel, known_models
from nti_desktop.ui.models.wording import about_computer, about_model, whether_it_fits
from tests.hub import MODEL, UNET, Hub, serving
from tests.ui.conftest import CAPTION, describe_small_model, invert, open_photo

LEFT = Qt.MouseButton.LeftButton
GB = 10**9


@dataclass
class PreparedPlaces:
    """Answers at once."""

    folder: Path | None = None
    checkpoint: Path | None = None

    async def choose_folder(self) -> Path | None:
        return self.folder

    async def choose_checkpoint(self) -> Path | None:
        return self.checkpoint


@pytest.fixture(autouse=True)
def empty_registry() -> Iterator[None]:
    registry_file().unlink(missing_ok=True)
    yield
    registry_file().unlink(missing_ok=True)


@pytest.fixture(scope="module")
def bundled() -> Path:
    return resource_path("models") / "demo"


@pytest.fixture(scope="module")
def own_model(bundled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model's folder of the person's own; links suffice."""
    target = tmp_path_factory.mktemp("models") / "my model"
    for path in bundled.rglob("*"):
        if path.is_file() and path.suffix in (".json", ".safetensors") and "train" not in path.parts:
            place = target / path.relative_to(bundled)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    (target / "nti.json").unlink()
    return target


@pytest.fixture
def page(rig, qtbot):
    return opened(rig, qtbot)


def opened(rig, qtbot):
    rig.window.actions_["models"].trigger()
    settled(rig, qtbot)
    return rig.controller.models.page


def settled(rig, qtbot) -> None:
    qtbot.waitUntil(lambda: not rig.tasks.busy, timeout=10_000)


def card_of(page, name: str):
    return next(card for card in page.cards if card.model.name == name)


def add_folder(rig, qtbot, page, folder: Path) -> None:
    rig.controller.models.places = PreparedPlaces(folder=folder)
    qtbot.mouseClick(page.add_folder, LEFT)
    settled(rig, qtbot)


def test_the_bundled_model_is_always_there(page) -> None:
    card = card_of(page, "demo")
    assert card.isVisible()
    assert not card.remove.isVisible()
    assert not card.use.isVisible()  # it is in use


def test_the_list_is_read_again_when_the_page_is_opened_again(rig, qtbot, page, own_model) -> None:
    rig.window.close_sheet()
    register("from elsewhere", str(own_model))  # as the command line does
    assert card_of(opened(rig, qtbot), "from elsewhere").isVisible()


def test_a_folder_is_added_used_and_taken_off_the_list(rig, qtbot, page, own_model) -> None:
    add_folder(rig, qtbot, page, own_model)
    assert registered() == {"my model": str(own_model)}
    qtbot.mouseClick(card_of(page, "my model").use, LEFT)
    settled(rig, qtbot)
    assert rig.document.project.model == "my model"
    assert rig.session.settings.model == "my model"
    assert card_of(page, "demo").use.isVisible()
    card = card_of(page, "my model")
    qtbot.mouseClick(card.remove, LEFT)
    assert not card.delete.isVisible()  # never files that the app did not bring
    qtbot.mouseClick(card.forget, LEFT)
    settled(rig, qtbot)
    assert registered() == {}
    assert (own_model / "model_index.json").exists()
    assert rig.session.settings.model == "demo"


def test_a_folder_is_dropped_on_the_page(rig, qtbot, page, own_model) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(own_model))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(200, 200), copy, mime, LEFT, none))
    settled(rig, qtbot)
    assert registered() == {"my model": str(own_model)}


def test_a_photo_is_no_model(page, photo_file) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo_file))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(200, 200), copy, mime, LEFT, none)
    page.dragEnterEvent(event)
    assert not event.isAccepted()


def test_a_second_model_of_that_name_gets_another(rig, qtbot, page, own_model) -> None:
    add_folder(rig, qtbot, page, own_model)
    add_folder(rig, qtbot, page, own_model)
    assert set(registered()) == {"my model", "my model 2"}


def test_a_folder_that_is_no_model_gets_one_sentence(rig, qtbot, page, tmp_path) -> None:
    add_folder(rig, qtbot, page, tmp_path)
    assert rig.window.message.isVisible()
    assert registered() == {}


def test_a_file_that_is_no_model_gets_one_sentence(rig, qtbot, page, tmp_path) -> None:
    path = tmp_path / "lora.safetensors"
    path.write_bytes(b"nothing")
    rig.controller.models.places = PreparedPlaces(checkpoint=path)
    qtbot.mouseClick(page.add_file, LEFT)
    settled(rig, qtbot)
    assert rig.window.message.isVisible()
    assert registered() == {}


def test_a_model_that_is_gone_says_so_and_can_only_be_removed(rig, qtbot, tmp_path) -> None:
    register("lost", str(tmp_path / "nowhere"))
    card = card_of(opened(rig, qtbot), "lost")
    assert not card.use.isVisible()
    assert card.remove.isVisible()
    assert "nowhere" in about_model(card.model)


def test_a_downloaded_model_whose_files_are_gone_is_offered_again(rig, qtbot) -> None:
    register("someone/lost", "someone/lost")
    card = card_of(opened(rig, qtbot), "someone/lost")
    assert "download it again" in about_model(card.model)
    assert not card.use.isVisible()


def test_inversions_stay_with_the_model_that_made_them(
    rig, qtbot, photo_file, own_model, monkeypatch
) -> None:
    """Another model asks for another inversion; going back goes on from the first."""
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    first = rig.document.project.active_inversion
    made_by = rig.document.project.inversion.model.fingerprint
    prints = {"demo": made_by, "my model": "b" * 16}

    def describe(model: str):
        from dataclasses import replace

        return replace(describe_small_model(model), fingerprint=prints[model])

    monkeypatch.setattr(session_module, "describe_model", describe)
    monkeypatch.setattr(commands_module, "describe_model", describe)
    rig.controller.models.use("my model")
    settled(rig, qtbot)
    project = rig.document.project
    assert (project.model, project.inversion, len(project.inversions)) == ("my model", None, 1)
    rig.controller.models.use("demo")
    settled(rig, qtbot)
    assert rig.document.project.active_inversion == first
    rig.window.actions_["undo"].trigger()
    assert rig.document.project.model == "my model"


def test_what_another_model_means_follows_the_photo(rig, qtbot, page, photo_file) -> None:
    assert "the next photo" in page.effect.text()
    open_photo(rig, qtbot, photo_file)
    assert "look at the frame" in page.effect.text()


def test_a_new_photo_begins_with_the_chosen_model(rig, qtbot, page, photo_file, own_model) -> None:
    add_folder(rig, qtbot, page, own_model)
    qtbot.mouseClick(card_of(page, "my model").use, LEFT)
    settled(rig, qtbot)
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    assert rig.engine.requests[0].model == "my model"


# Downloads


@pytest.fixture(scope="module")
def files(bundled: Path) -> dict[str, bytes]:
    kept = (p for p in bundled.rglob("*") if p.is_file() and "train" not in p.parts)
    found = {p.relative_to(bundled).as_posix(): p.read_bytes() for p in kept}
    return {name: body for name, body in found.items() if not name.endswith((".md", ".jpg"))}


@pytest.fixture
def hub(files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    with serving(files, monkeypatch, tmp_path) as playing:
        yield playing


@pytest.fixture
def form(rig, qtbot, hub: Hub):
    rig.controller.models.fetching.endpoint = hub.address
    return opened(rig, qtbot).download


def phase(rig) -> str:
    return rig.controller.models.fetching.now.phase


def look_up(rig, qtbot, form) -> None:
    form.field.clear()
    qtbot.keyClicks(form.field, MODEL)
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: phase(rig) == "offered", timeout=10_000)


def slow_down(rig, monkeypatch: pytest.MonkeyPatch, files: dict[str, bytes]) -> None:
    """Wait at the middle of the largest file until the person did something."""
    import threading

    from nti_desktop.ui.models import fetching as module

    download, half = module.download, sum(map(len, files.values())) // 2
    fetching = rig.controller.models.fetching

    def waiting(offer, report, endpoint):
        def told(arrived: int) -> None:
            report(arrived)
            if arrived > half:
                fetching._stop.wait(20)
                report(arrived)

        return download(offer, told, endpoint)

    assert threading.active_count() > 0
    monkeypatch.setattr(module, "download", waiting)


def test_a_download_tells_its_size_first_and_ends_on_the_list(rig, qtbot, hub, form) -> None:
    look_up(rig, qtbot, form)
    assert "MB" in form.said.text()
    assert hub.fetched() == set()
    qtbot.mouseClick(form.begin, LEFT)
    qtbot.waitUntil(lambda: MODEL in registered() and phase(rig) == "idle", timeout=20_000)
    settled(rig, qtbot)
    card = card_of(rig.controller.models.page, MODEL)
    assert card.use.isVisible()
    assert cached_folder(MODEL) is not None


def test_a_download_is_paused_and_goes_on_where_it_was(rig, qtbot, hub, form, files, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        slow_down(rig, patched, files)
        look_up(rig, qtbot, form)
        qtbot.mouseClick(form.begin, LEFT)
        qtbot.waitUntil(lambda: form.bar.value() > 400, timeout=20_000)
        qtbot.mouseClick(form.pause, LEFT)
        qtbot.waitUntil(lambda: phase(rig) == "paused", timeout=10_000)
    assert "paused at" in form.said.text()
    qtbot.mouseClick(form.begin, LEFT)
    qtbot.waitUntil(lambda: MODEL in registered(), timeout=20_000)
    settled(rig, qtbot)
    assert any(
        name == UNET and span and span != "bytes=0-" for method, name, span in hub.asked if method == "GET"
    )


def test_a_cancelled_download_leaves_nothing_incomplete(
    rig, qtbot, form, files, monkeypatch, tmp_path
) -> None:
    slow_down(rig, monkeypatch, files)
    look_up(rig, qtbot, form)
    qtbot.mouseClick(form.begin, LEFT)
    qtbot.waitUntil(lambda: form.bar.value() > 400, timeout=20_000)
    assert list((tmp_path / "cache").rglob("*.partial"))
    qtbot.mouseClick(form.cancel, LEFT)
    qtbot.waitUntil(lambda: phase(rig) == "idle", timeout=10_000)
    settled(rig, qtbot)
    assert not list((tmp_path / "cache").rglob("*.partial"))
    assert registered() == {}


def test_closing_the_window_stops_a_download(rig, qtbot, form, files, monkeypatch) -> None:
    slow_down(rig, monkeypatch, files)
    look_up(rig, qtbot, form)
    qtbot.mouseClick(form.begin, LEFT)
    qtbot.waitUntil(lambda: form.bar.value() > 400, timeout=20_000)
    rig.controller.models.shutdown()
    settled(rig, qtbot)
    assert registered() == {}


def test_damaged_weights_are_told_and_can_be_fetched_again(rig, qtbot, hub, form) -> None:
    hub.lies[UNET] = "0" * 64
    look_up(rig, qtbot, form)
    qtbot.mouseClick(form.begin, LEFT)
    qtbot.waitUntil(rig.window.message.isVisible, timeout=20_000)
    assert "damaged" in rig.window.message.text.text()
    assert form.begin.isVisible()
    now = rig.controller.models.fetching.now
    assert now.arrived <= now.size - len(hub.files[UNET])  # what is damaged is not kept
    assert registered() == {}
    look_up(rig, qtbot, form)  # or another one
    assert not rig.window.message.isVisible()


def test_what_the_hub_does_not_have_gets_one_sentence(rig, qtbot, form) -> None:
    qtbot.keyClicks(form.field, "nobody/nothing")
    qtbot.mouseClick(form.ask, LEFT)
    qtbot.waitUntil(rig.window.message.isVisible, timeout=10_000)
    assert "no such model" in rig.window.message.text.text()
    assert phase(rig) == "idle"


def test_the_focus_stays_with_the_form_while_it_looks_up(rig, qtbot, form) -> None:
    form.field.setText("someone/nothing")
    form.ask.setFocus()
    assert rig.window.focusWidget() is form.ask
    seen = []
    rig.controller.models.fetching.changed.connect(
        lambda: seen.append((phase(rig), form.isAncestorOf(rig.window.focusWidget())))
    )
    qtbot.keyClick(form.ask, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [phase for phase, _ in seen] == ["asking", "idle"], timeout=10_000)
    assert [inside for _, inside in seen] == [True, True]
    qtbot.keyClick(rig.window.focusWidget(), Qt.Key.Key_Escape)
    assert rig.window.pages.currentWidget() is rig.window.start


def test_a_downloaded_models_files_can_be_deleted(rig, qtbot, form, tmp_path) -> None:
    look_up(rig, qtbot, form)
    qtbot.mouseClick(form.begin, LEFT)
    qtbot.waitUntil(lambda: MODEL in registered() and phase(rig) == "idle", timeout=20_000)
    settled(rig, qtbot)
    card = card_of(rig.controller.models.page, MODEL)
    qtbot.mouseClick(card.remove, LEFT)
    assert card.delete.isVisible()
    qtbot.mouseClick(card.delete, LEFT)
    settled(rig, qtbot)
    assert registered() == {}
    assert not list((tmp_path / "cache").rglob("*.safetensors"))


# What is said


def test_what_this_computer_can_do_is_said(page) -> None:
    assert "memory" in page.computer.text() or "processor" in page.computer.text()
    assert look_around().processors >= 1


def test_a_graphics_card_is_found_by_its_driver(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(computer_module.sys, "platform", "linux")
    monkeypatch.setattr(computer_module, "_NVIDIA", tmp_path)
    assert look_around().graphics == ""
    (tmp_path / "0000").mkdir()
    (tmp_path / "0000" / "information").write_text("Model: \t\t GeForce X\nIRQ: 7\n")
    monkeypatch.setattr(computer_module, "_torch_version", lambda: "2.13.0+cpu")
    assert (look_around().graphics, look_around().usable) == ("GeForce X", False)
    monkeypatch.setattr(computer_module, "_torch_version", lambda: "2.13.0")
    assert look_around().usable


@pytest.mark.parametrize(
    ("free", "usable", "expected"),
    [
        (2 * GB, False, "Too large"),
        (5 * GB, False, "A tight fit"),
        (20 * GB, False, "Fits"),
        (2 * GB, True, ""),
        (None, False, ""),
    ],
)
def test_a_model_is_held_against_the_free_memory(free: int | None, usable: bool, expected: str) -> None:
    model = KnownModel("big", describe_small_model("big"), parameters=GB)
    said = whether_it_fits(model, Computer(free, 4, "card" if usable else "", usable))
    assert said.startswith(expected)
    assert bool(said) is bool(expected)


def test_a_card_that_cannot_be_used_is_named() -> None:
    assert "(Y 7), but" in about_computer(Computer(None, 4, "Y 7", usable=False))
    assert "on its graphics card (Y 7)" in about_computer(Computer(None, 4, "Y 7", usable=True))


def test_the_bundled_models_size_is_counted(bundled: Path) -> None:
    model = known_models()[0]
    weights = [p for p in bundled.rglob("*.safetensors") if "train" not in p.parts]
    assert model.disk == sum(p.stat().st_size for p in weights)
    assert 0 < model.disk / model.parameters < 4.5
