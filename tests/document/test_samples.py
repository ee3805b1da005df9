"""The list of sample photos."""

from __future__ import annotations

import json

import pytest

from nti_desktop.document import samples as module
from nti_desktop.document.photo import load_photo
from nti_desktop.errors import PhotoError
from tests.document.conftest import encoded, noise_image


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "resource_path", lambda name: tmp_path / name)
    (tmp_path / "photos").mkdir()
    return tmp_path / "photos"


def test_samples(folder):
    (folder / "mug.png").write_bytes(encoded(noise_image()))
    entry = {
        "file": "../photos/mug.png",
        "caption": "a red mug",
        "edit_caption": "a blue mug",
        "licence": "CC0",
    }
    (folder / "samples.json").write_text(json.dumps([entry]), encoding="utf-8")
    (sample,) = module.samples()
    assert load_photo(sample.path).size == (80, 60)
    assert (sample.caption, sample.edit_caption) == ("a red mug", "a blue mug")


@pytest.mark.parametrize("text", [None, "", "{}", "[{}]", "[3]"])
def test_damaged_lists(folder, text):
    if text is not None:
        (folder / "samples.json").write_text(text, encoding="utf-8")
    with pytest.raises(PhotoError, match="install"):
        module.samples()
