"""Projects on disk: everything comes back, and nothing is ever lost."""

from __future__ import annotations

import errno
import io
import json
import os
import random
import stat
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nti_desktop.document import atomic
from nti_desktop.document.container import load_project, save_project
from nti_desktop.document.document import Document
from nti_desktop.document.state import Project
from nti_desktop.errors import ProjectError
from tests.document.conftest import make_inversion

ROOT = Path(__file__).resolve().parents[2]
ARRAYS = ("timesteps", "pivots", "null_embeddings", "residuals", "word_maps", "reconstruction")


@pytest.fixture
def saved(edited: Document, tmp_path: Path) -> Path:
    edited.add_inversion(make_inversion("a mug", seed=3))
    edited.select_edit(edited.project.edits[0].id)
    edited.save(tmp_path / "p.nti")
    return tmp_path / "p.nti"


def test_everything_comes_back(saved: Path, edited: Document):
    before, after = edited.project, load_project(saved)
    for name in ("crop", "caption", "model", "active_inversion", "current_edit", "draft", "paused"):
        assert getattr(after, name) == getattr(before, name), name
    assert after.photo.original == before.photo.original
    assert after.photo.name == "mug.jpg"
    assert np.array_equal(after.photo.pixels, before.photo.pixels)
    assert [r.id for r in after.inversions] == [r.id for r in before.inversions]
    for old, new in zip(before.edits, after.edits, strict=True):
        assert (old.id, old.inversion_id, old.created) == (new.id, new.inversion_id, new.created)
        assert old.parameters == new.parameters
        assert old.result.operations == new.result.operations
        assert np.array_equal(old.result.image, new.result.image)
        assert (old.result.blend_mask is None) == (new.result.blend_mask is None)
        if old.result.blend_mask is not None:
            assert old.result.blend_mask.tobytes() == new.result.blend_mask.tobytes()
    assert after.edits[0].result.mask_coverage == 0.5


def test_tensors_come_back_byte_equal(saved: Path, edited: Document):
    for old, new in zip(edited.project.inversions, load_project(saved).inversions, strict=True):
        for name in ARRAYS:
            before, after = getattr(old.inversion, name), getattr(new.inversion, name)
            assert (before.dtype, before.shape) == (after.dtype, after.shape), name
            assert before.tobytes() == after.tobytes(), name
        assert old.inversion.report == new.inversion.report
        assert old.inversion.model == new.inversion.model
        assert old.inversion.guidance == new.inversion.guidance


def test_saving_again_gives_the_same_file(saved: Path, tmp_path: Path):
    save_project(load_project(saved), tmp_path / "q.nti")
    assert saved.read_bytes() == (tmp_path / "q.nti").read_bytes()


def test_the_container_is_as_documented(saved: Path):
    data = saved.read_bytes()
    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + 25] == b"application/x-nti-project"
    with zipfile.ZipFile(saved) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        manifest = json.loads(archive.read("manifest.json"))
        assert archive.read("photo")[:3] == b"\xff\xd8\xff"
        thumbnail = Image.open(io.BytesIO(archive.read("thumbnail.png")))
    assert names[:2] == ["mimetype", "manifest.json"]
    assert set(manifest["members"]) == set(names[2:])
    assert manifest["format_version"] == 2
    assert manifest["model"]["fingerprint"] == "0123456789abcdef"
    assert max(thumbnail.size) <= 256
    assert sum(name.startswith("inversions/") for name in names) == 2
    assert sum(name.startswith("results/") for name in names) == 3


def test_an_empty_project_is_not_saved(tmp_path: Path):
    with pytest.raises(ProjectError, match="open a photo first"):
        save_project(Project(), tmp_path / "p.nti")
    assert list(tmp_path.iterdir()) == []


def _leaves_no_trace(folder: Path, path: Path, before: bytes) -> None:
    assert path.read_bytes() == before
    assert [p.name for p in folder.iterdir()] == [path.name]


@pytest.mark.parametrize("call", ["fsync", "replace", "write"])
@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "no space"), (errno.EROFS, "read-only"), (errno.EIO, "try again")]
)
def test_a_failed_save_keeps_the_old_file(
    saved: Path, edited: Document, monkeypatch: pytest.MonkeyPatch, call, number, words
):
    before = saved.read_bytes()
    edited.set_caption("changed since")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    if call == "fsync":
        monkeypatch.setattr(atomic.os, "fsync", fail)
    elif call == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    else:
        monkeypatch.setattr("nti_desktop.document.container.write_archive", fail)
    with pytest.raises(ProjectError, match=words):
        edited.save()
    monkeypatch.undo()
    _leaves_no_trace(saved.parent, saved, before)
    assert edited.changed
    edited.save()
    assert load_project(saved).caption == "changed since"


def test_a_limit_on_file_size_keeps_the_old_file(saved: Path, edited: Document):
    resource = pytest.importorskip("resource")
    before = saved.read_bytes()
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, old[1]))
    try:
        with pytest.raises(ProjectError, match="too large"):
            edited.save()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    _leaves_no_trace(saved.parent, saved, before)


def test_places_that_cannot_be_written(edited: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for path, words in (
        (tmp_path, "a folder has that name"),
        (tmp_path / "missing" / "p.nti", "folder does not exist"),
        (tmp_path / ("x" * 300 + ".nti"), "too long"),
        (tmp_path / "a\0b.nti", "was not saved"),
    ):
        with pytest.raises(ProjectError, match=words):
            edited.save(path)
        with pytest.raises(ProjectError):
            atomic.ensure_writable(path)
    protected = tmp_path / "p.nti"
    protected.write_bytes(b"old")
    monkeypatch.setattr(atomic.os, "access", lambda *_: False)
    with pytest.raises(ProjectError, match="may not write"):
        edited.save(protected)
    assert protected.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="links and modes of POSIX")
def test_links_and_permissions_are_respected(edited: Document, tmp_path: Path):
    real, link = tmp_path / "real.nti", tmp_path / "link.nti"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    edited.save(link)
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert load_project(real).photo is not None
    mask = os.umask(0o027)
    try:
        edited.save(tmp_path / "new.nti")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.nti").stat().st_mode) == 0o640


_SAVING_FOREVER = """
import sys
from pathlib import Path
from nti_desktop.document.container import load_project, save_project
path = Path(sys.argv[1])
project = load_project(path)
print("ready", flush=True)
while True:
    save_project(project, path)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_killed_save_loses_nothing(saved: Path):
    """Kill a program at random moments of its saves; the project always opens, with everything in it."""
    before, randomness = load_project(saved), random.Random(5)
    for _ in range(6):
        child = subprocess.Popen(
            [sys.executable, "-c", _SAVING_FOREVER, str(saved)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        with child:
            assert child.stdout.readline() == "ready\n"
            time.sleep(randomness.uniform(0, 0.05))
            child.kill()
        after = load_project(saved)
        assert [edit.id for edit in after.edits] == [edit.id for edit in before.edits]


def _unreadable(edited: Document, kind: str) -> Project:
    """What an engine or a hand may make, but the reader refuses."""
    project = edited.project
    first, parameters = project.edits[0], project.edits[0].parameters
    if kind == "guidance":
        return replace(project, edits=(replace(first, parameters=replace(parameters, guidance=1e13)),))
    if kind == "stacked":
        return replace(project, edits=(replace(first, stacked=(parameters,) * 101),))
    if kind == "caption":
        return replace(project, caption="a " * 10_001)
    if kind == "members":
        pictures = (replace(first.result, image=first.result.image.copy()) for _ in range(2100))
        edits = tuple(replace(first, id=f"e{n}", result=result) for n, result in enumerate(pictures))
        return replace(project, edits=edits, current_edit=None)
    if kind == "size":
        image = np.zeros((8, 8, 3), np.uint8)
        return replace(project, edits=(replace(first, result=replace(first.result, image=image)),))
    record, *others = project.inversions
    residuals = record.inversion.residuals.copy()
    residuals[0, 0, 0, 0] = np.inf
    changed = {"residuals": residuals} if kind == "residuals" else {"guidance": float("nan")}
    broken = replace(record, inversion=replace(record.inversion, **changed))
    return replace(project, inversions=(broken, *others))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("guidance", "guidance is not as expected"),
        ("stacked", "too many edits"),
        ("caption", "caption is not as expected"),
        ("members", "directory is damaged"),
        ("size", "png"),
        ("residuals", "residuals holds values that are no numbers"),
        ("number", "a value is not a number"),
    ],
)
def test_what_could_not_be_opened_again_is_not_saved(saved: Path, edited: Document, kind: str, words: str):
    before = saved.read_bytes()
    with pytest.raises(ProjectError, match=rf"“p.nti” was not saved: it could not be opened again.*{words}"):
        save_project(_unreadable(edited, kind), saved)
    _leaves_no_trace(saved.parent, saved, before)
    assert load_project(saved).photo is not None
