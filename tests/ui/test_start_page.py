"""The start page: samples, what was opened lately, and what is gone."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from nti_desktop.document.container import save_project
from nti_desktop.document.photo import load_photo
from nti_desktop.document.state import Project
from nti_desktop.document.thumbnails import thumbnail_of
from nti_desktop.ui.files import recent
from nti_desktop.ui.files.drop_area import LEAST_HIGH, LOW
from nti_desktop.ui.files.start_page import MOST_RECENT_CARDS, StartPage
from nti_desktop.ui.files.thumbnail_cache import FOLDER, ThumbnailCache
from nti_desktop.ui.settings import Settings
from nti_desktop.upkeep.places import state_folder


@pytest.fixture
def files(tmp_path: Path, photo_file: Path) -> tuple[Path, ...]:
    """A photo, a project, and a file that is gone."""
    project = tmp_path / "trip.nti"
    save_project(Project(photo=load_photo(photo_file), caption="a red mug"), project)
    return photo_file, project, tmp_path / "gone.jpg"


@pytest.fixture
def started(make_rig, files):
    return make_rig(settings=Settings(recent=tuple(str(path) for path in files)))


def test_recent_files_are_shown_with_what_they_look_like(started, qtbot, files) -> None:
    photo, project, gone = started.window.start.recents
    assert [card.file.path for card in (photo, project, gone)] == list(files)
    assert not photo.image.isNull()
    assert not project.image.isNull()
    assert photo.image.pixelColor(20, 20) == project.image.pixelColor(20, 20)
    assert gone.image.isNull()
    assert (photo.greyed, project.greyed, gone.greyed) == (False, False, True)


@pytest.mark.parametrize("which", [0, 1])
def test_one_click_opens_a_recent_file(started, qtbot, files, which) -> None:
    qtbot.mouseClick(started.window.start.recents[which], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: started.document.project.photo is not None and not started.tasks.busy)
    assert started.document.project.caption == ("a red mug" if which else "")
    assert started.session.settings.recent[0] == str(files[which])


def test_a_file_that_is_gone_says_so_and_can_be_removed(started, qtbot, files) -> None:
    gone = started.window.start.recents[2]
    qtbot.mouseClick(gone, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "There is no file" in started.window.message.text.text())
    assert gone.forget.isVisible()
    qtbot.mouseClick(gone.forget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(started.window.start.recents) == 2 and not started.tasks.busy)
    assert started.session.settings.recent == tuple(str(path) for path in files[:2])


def test_the_keyboard_removes_and_opens(started, qtbot, files) -> None:
    qtbot.keyClick(started.window.start.recents[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(started.window.start.recents) == 2 and not started.tasks.busy)
    assert files[0].exists()
    qtbot.keyClick(started.window.start.recents[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: started.document.project.caption == "a red mug" and not started.tasks.busy)


def test_the_menu_of_recent_files(started, qtbot, files) -> None:
    menu = started.controller.files_.recent
    started.window.actions_["open_recent"].trigger()
    qtbot.waitUntil(menu.isVisible)
    actions = menu.actions()
    assert [action.text() for action in actions] == ["holiday.png", "trip.nti", "gone.jpg"]
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(actions[1]).center())
    qtbot.waitUntil(lambda: started.document.project.caption == "a red mug" and not started.tasks.busy)
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["trip.nti", "holiday.png", "gone.jpg"]


def test_without_recent_files_nothing_is_shown_of_them(rig) -> None:
    start, menu = rig.window.start, rig.controller.files_.recent
    assert start.recents == []
    assert len(start.samples) > 2
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [
        ("Nothing was opened yet", False)
    ]


@pytest.mark.parametrize("number", [0, 20])
def test_nothing_is_clipped(make_rig, qtbot, photo_file, number) -> None:
    rig = make_rig(settings=Settings(recent=(str(photo_file),) * number))
    start = rig.window.start
    assert len(start.recents) == min(number, MOST_RECENT_CARDS)
    for size in ((900, 600), (1280, 800)):
        rig.window.resize(*size)
        qtbot.waitUntil(lambda: all(is_inside(card, start) for card in (*start.recents, *start.samples)))
        assert start.open.visibleRegion().boundingRect() == start.open.rect()


def test_the_place_to_drop_a_photo_shrinks_when_there_is_much_else(make_rig, qtbot, photo_file) -> None:
    rig = make_rig()
    rig.window.resize(900, 600)
    start = rig.window.start
    qtbot.waitUntil(lambda: start.drop.height() >= LEAST_HIGH)
    rig.session.store.update(recent=tuple(str(photo_file) for _ in range(8)))
    qtbot.waitUntil(lambda: start.drop.height() == LOW and not rig.tasks.busy)
    assert start.open.visibleRegion().boundingRect() == start.open.rect()
    assert start.drop.minimumSizeHint().height() <= LOW, "nothing in it is squeezed"
    rig.session.store.update(recent=())
    qtbot.waitUntil(lambda: start.drop.height() >= LEAST_HIGH and not rig.tasks.busy)


def test_thumbnails_are_kept_until_their_file_changes_or_goes_from_the_list(tmp_path, qtbot) -> None:
    cache = ThumbnailCache((8, 4), tmp_path / "kept")
    first, other = tmp_path / "a.png", tmp_path / "b.png"
    for path in (first, other):
        Image.new("RGB", (8, 4), "red").save(path)
        assert cache.get(path).isNull()
        cache.keep(path, QImage(str(path)))
    assert cache.get(first).pixelColor(1, 1) == QColor("red")
    assert ThumbnailCache((9, 4), tmp_path / "kept").get(first).isNull(), "of another size"
    Image.new("RGB", (16, 4), "blue").save(first)
    assert cache.get(first).isNull(), "the file is another now"
    cache.keep_only([first])
    assert list((tmp_path / "kept").iterdir()) == []
    cache.keep(tmp_path / "gone.png", QImage(str(first)))
    assert list((tmp_path / "kept").iterdir()) == []
    (tmp_path / "file").touch()
    ThumbnailCache((8, 4), tmp_path / "file").keep(other, QImage(str(other)))
    assert (tmp_path / "file").read_bytes() == b"", "where nothing can be kept nothing goes wrong"


def test_a_photo_is_not_decoded_again_at_the_next_start(make_rig, photo_file, monkeypatch) -> None:
    decoded: list[Path] = []

    def counting(path: Path, side: int):
        decoded.append(path)
        return thumbnail_of(path, side)

    monkeypatch.setattr(recent, "thumbnail_of", counting)
    for _ in range(2):
        rig = make_rig(settings=Settings(recent=(str(photo_file),)))
        assert not rig.window.start.recents[0].image.isNull()
    assert decoded == [photo_file]


def test_what_leaves_the_list_while_it_is_decoded_is_not_kept(
    make_rig, qtbot, photo_file, monkeypatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(path: Path, side: int):
        begun.set()
        go_on.wait(5)
        return thumbnail_of(path, side)

    rig = make_rig()
    monkeypatch.setattr(recent, "thumbnail_of", slow)
    rig.session.store.update(recent=(str(photo_file),))
    qtbot.waitUntil(begun.is_set)
    rig.session.store.update(recent=())
    qtbot.waitUntil(lambda: not rig.window.start.recents)
    go_on.set()
    qtbot.waitUntil(lambda: not rig.tasks.busy)
    assert list((state_folder() / FOLDER).iterdir()) == []


def is_inside(card: QWidget, start: StartPage) -> bool:
    place = QRect(card.mapTo(start.viewport(), card.rect().topLeft()), card.size())
    return QRect(0, 0, start.viewport().width(), 10_000).contains(place)


@pytest.mark.parametrize(
    "name", ["a.png", "a.jpg", "a.webp", "a.gif", "glass.png", "grey.png", "deep.png", "turned.jpg"]
)
def test_thumbnails_of_photos(tmp_path, name) -> None:
    mode = {"glass.png": "RGBA", "grey.png": "L", "deep.png": "I;16"}.get(name, "RGB")
    exif = Image.Exif()
    exif[0x0112] = 6 if name == "turned.jpg" else 1
    Image.new(mode, (600, 300)).save(tmp_path / name, exif=exif)
    made = thumbnail_of(tmp_path / name, 100)
    assert made.shape == ((100, 50, 3) if name == "turned.jpg" else (50, 100, 3))
    if name == "glass.png":
        assert made.min() == 255


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\5\6", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
@pytest.mark.parametrize("suffix", [".nti", ".png"])
def test_what_is_no_picture_has_no_thumbnail(tmp_path, content, suffix) -> None:
    path = tmp_path / f"bad{suffix}"
    path.write_bytes(content)
    assert thumbnail_of(path, 100) is None
    assert thumbnail_of(tmp_path, 100) is None
    assert thumbnail_of(tmp_path / "gone.nti", 100) is None
