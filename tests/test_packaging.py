"""What the desktop is told about the program must fit the program."""

from __future__ import annotations

import configparser
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from nti_desktop.document.document import Document
from nti_desktop.document.photo import photo_from_bytes
from nti_desktop.resources import resource_path

PACKAGING = Path(__file__).parent.parent / "packaging"
NAMESPACE = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}
MEDIA_TYPE = "application/x-nti-project"


@pytest.fixture
def mime_type() -> ET.Element:
    found = ET.parse(PACKAGING / "application-x-nti-project.xml").find("mime:mime-type", NAMESPACE)
    assert found is not None
    return found


def test_the_file_type_is_recognised_by_its_content(mime_type: ET.Element, tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.fromarray(np.zeros((64, 64, 3), np.uint8)).save(picture, "PNG")
    document = Document()
    document.open_photo(photo_from_bytes(picture.getvalue(), "photo.png"))
    document.save(tmp_path / "photo.nti")
    content = (tmp_path / "photo.nti").read_bytes()

    rules = list(mime_type.iter(f"{{{NAMESPACE['mime']}}}match"))
    assert len(rules) == 2
    for rule in rules:
        value = rule.attrib["value"].replace(r"\003", "\3").replace(r"\004", "\4").encode()
        assert content[int(rule.attrib["offset"]) :].startswith(value)


def test_the_file_type_has_its_name_and_suffix(mime_type: ET.Element) -> None:
    assert mime_type.attrib["type"] == MEDIA_TYPE
    glob = mime_type.find("mime:glob", NAMESPACE)
    assert glob is not None
    assert glob.attrib["pattern"] == "*.nti"


def test_the_desktop_entry_opens_projects_with_the_command() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(PACKAGING / "nti-desktop.desktop", "utf-8")
    section = entry["Desktop Entry"]
    assert section["Exec"] == "nti-desktop %f"
    assert MEDIA_TYPE in section["MimeType"].split(";")
    assert resource_path(f"{section['Icon']}.svg").is_file()


@pytest.mark.parametrize("size", [16, 32, 48, 64, 128, 256])
def test_the_icon_comes_in_the_usual_sizes(size: int) -> None:
    with Image.open(PACKAGING / "icons" / f"nti-desktop-{size}.png") as icon:
        assert icon.size == (size, size)
        assert icon.mode == "RGBA"
