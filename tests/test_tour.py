"""The tour and the README: the pictures, links, commands and keys that they name are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from nti_desktop.ui.actions import Actions
from nti_desktop.ui.look.theme import Theme

ROOT = Path(__file__).resolve().parents[1]
TOUR = ROOT / "docs" / "tour.md"
PAGES = (TOUR, ROOT / "README.md")
IMAGES = ROOT / "docs" / "images"
MOST_BYTES, MOST_BYTES_IN_ALL = 250_000, 3_500_000
HOLD = "Space"  # is held, and so no action


@pytest.fixture
def actions(qtbot, qapp) -> dict[str, list[str]]:
    """Keys of each action by the text that a person sees."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Actions(window, qapp.findChild(Theme) or Theme(qapp)).by_name.values()
    portable = QKeySequence.SequenceFormat.PortableText
    return {a.text(): [k.toString(portable) for k in a.shortcuts()] for a in made}


def named(page: Path) -> set[Path]:
    """Files that a page shows or leads to."""
    text = page.read_text("utf-8")
    found = re.findall(r'src(?:set)?="([^"]+)"', text) + re.findall(r"\]\(([^)#\s]+)\)", text)
    return {page.parent / name for name in found if "://" not in name}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_shows_and_leads_to_is_there(page) -> None:
    files = named(page)
    assert len(files) > 5
    assert not [file for file in files if not file.exists()]


def test_links_within_the_tour_lead_to_a_heading() -> None:
    text = TOUR.read_text("utf-8")
    headings = {re.sub(r"\W+", "-", h.lower()) for h in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    links = re.findall(r"\]\(#([^)]+)\)", text)
    assert links
    assert set(links) <= headings


def test_every_picture_is_light_and_dark_and_shown_and_small() -> None:
    shown = {file.resolve() for page in PAGES for file in named(page) if file.suffix == ".png"}
    there = set(IMAGES.iterdir())
    assert shown == there
    assert {p.name.replace("-dark", "-light") for p in there} == {p.name for p in there if "-light" in p.name}
    assert max(p.stat().st_size for p in there) <= MOST_BYTES
    assert sum(p.stat().st_size for p in there) <= MOST_BYTES_IN_ALL
    for path in there:
        with Image.open(path) as picture:
            assert picture.size == (1280, 800)


def test_every_command_of_the_tour_exists_with_its_keys(actions) -> None:
    text = TOUR.read_text("utf-8").replace("**bold**", "")
    commands = re.findall(r"\*\*([^*]+)\*\*(?:\s+\(`([^`]+)`\))?", text)
    assert len(commands) > 25
    assert not {name for name, _ in commands} - set(actions)
    assert not [(name, key) for name, key in commands if key and key not in actions[name]]


def test_every_key_of_the_tour_belongs_to_a_command(actions) -> None:
    text = TOUR.read_text("utf-8")
    keys = set(re.findall(r"(?<=\(`)[^`]+(?=`\))", text)) | ({HOLD} & set(re.findall(r"`([^`]+)`", text)))
    assert keys - {HOLD} <= {key for known in actions.values() for key in known}


def test_controls_that_the_tour_quotes_are_in_the_window() -> None:
    source = "".join(p.read_text("utf-8") for p in (ROOT / "nti_desktop" / "ui").rglob("*.py"))
    quoted = re.findall(r"“([A-Z][^”]+)”", TOUR.read_text("utf-8"))
    assert len(quoted) > 5
    assert not [name for name in quoted if f'"{name}"' not in source]
