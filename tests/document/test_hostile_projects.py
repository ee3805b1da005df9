"""Damaged and hostile project files end in one sentence, never in anything else."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy

from nti_desktop.document.archive import MIMETYPE
from nti_desktop.document.container import check_all, load_project
from nti_desktop.document.document import Document
from nti_desktop.document.pictures import image_to_png
from nti_desktop.document.stored import sha256
from nti_desktop.errors import ProjectError

Members = dict[str, bytes]


@pytest.fixture
def members(edited: Document, tmp_path: Path) -> Members:
    edited.save(tmp_path / "good.nti")
    with zipfile.ZipFile(tmp_path / "good.nti") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(members: Members, *, seal: bool = True, kind: int = zipfile.ZIP_STORED) -> bytes:
    """The project file of these members, with a manifest whose checksums are right."""
    if seal:
        manifest = json.loads(members["manifest.json"])
        named = {n: d for n, d in members.items() if n not in ("mimetype", "manifest.json")}
        manifest["members"] = {n: {"sha256": sha256(d), "size": len(d)} for n, d in named.items()}
        members = members | {"manifest.json": json.dumps(manifest).encode()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def refusal(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "bad.nti"
    path.write_bytes(data)
    with pytest.raises(ProjectError) as caught:
        check_all(load_project(path))
    message = str(caught.value)
    assert message.endswith(".")
    assert "\n" not in message
    return message


def with_json(members: Members, name: str, change: Callable[[Any], None]) -> Members:
    value = json.loads(members[name])
    change(value)
    return members | {name: json.dumps(value).encode()}


def with_arrays(members: Members, change: Callable[[dict[str, Any]], None]) -> Members:
    name = next(n for n in members if n.startswith("inversions/"))
    data = members[name]
    header = json.loads(data[8 : 8 + struct.unpack("<Q", data[:8])[0]])
    arrays = safetensors.numpy.load(data)
    change(arrays)
    return members | {name: safetensors.numpy.save(arrays, header["__metadata__"])}


def test_repacking_is_harmless(members: Members, tmp_path: Path):
    for kind in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        (tmp_path / "again.nti").write_bytes(pack(members, kind=kind))
        assert len(load_project(tmp_path / "again.nti").edits) == 2


def test_not_a_project(tmp_path: Path, members: Members):
    for data in (b"", b"x", b"x" * 1000, b"PK\5\6" + b"\0" * 18, pack({"a": b"b"}, seal=False)):
        refusal(tmp_path, data)
    assert "another kind" in refusal(tmp_path, pack(members | {"mimetype": b"application/epub+zip"}))
    backwards = dict(reversed(list(members.items())))
    assert "another kind" in refusal(tmp_path, pack(backwards))
    assert members["mimetype"] == MIMETYPE


def test_a_newer_version(members: Members, tmp_path: Path):
    newer = with_json(
        members, "manifest.json", lambda m: m.update(format_version=3, members="quite different")
    )
    assert "newer NTI Desktop" in refusal(tmp_path, pack(newer, seal=False))


@pytest.mark.parametrize("name", ["photo", "edits.json", "manifest.json"])
def test_a_missing_member(members: Members, tmp_path: Path, name):
    rest = {n: d for n, d in members.items() if n != name}
    assert "missing" in refusal(tmp_path, pack(rest, seal=False))


@pytest.mark.parametrize("prefix", ["photo", "edits.json", "inversions/", "results/"])
def test_a_wrong_checksum(members: Members, tmp_path: Path, prefix):
    name = next(n for n in members if n.startswith(prefix))
    changed = bytearray(members[name])
    changed[len(changed) // 2] ^= 1
    assert "checksum" in refusal(tmp_path, pack(members | {name: bytes(changed)}, seal=False))


def test_pictures_of_another_edit(members: Members, tmp_path: Path):
    first, second = (edit["id"] for edit in json.loads(members["edits.json"])["edits"])

    def sharing(place: int, other: str) -> Callable[[Any], None]:
        return lambda edits: edits["edits"][place].update(pictures_of=other)

    rest = {name: data for name, data in members.items() if name != f"results/{second}.png"}
    for place, other in ((0, first), (0, second), (1, "missing"), (1, first)):  # the last two differ in masks
        shared = with_json(rest if place else members, "edits.json", sharing(place, other))
        assert "none of its own" in refusal(tmp_path, pack(shared))


def test_members_that_do_not_belong(members: Members, tmp_path: Path):
    for name in ("../evil", "/etc/passwd", "photo/x", "results/../../x.png", "results/A.png", "notes.txt"):
        refusal(tmp_path, pack(members | {name: b"x"}))
    unlisted = members | {"results/ffff.png": b"x"}
    assert "too many" in refusal(tmp_path, pack(unlisted, seal=False))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_members(members: Members, tmp_path: Path):
    buffer = io.BytesIO(pack(members))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("photo", b"another")
    assert "twice" in refusal(tmp_path, buffer.getvalue())


def test_bombs(members: Members, tmp_path: Path):
    bomb = members | {"photo": b"\0" * 40_000_000}
    message = refusal(tmp_path, pack(bomb, kind=zipfile.ZIP_DEFLATED))
    assert "tightly" in message or "too large" in message
    many = members | {f"results/{n:x}.png": b"" for n in range(5000)}
    assert "directory" in refusal(tmp_path, pack(many))
    large = members | {"thumbnail.png": b"\1\2\3" * 2_000_000}
    assert "too large" in refusal(tmp_path, pack(large))


def _set(**values: object) -> Callable[[Any], None]:
    return lambda value: value.update(values)


def _set_first_edit(**values: object) -> Callable[[Any], None]:
    return lambda value: value["edits"][0].update(values)


def _set_parameters(**values: object) -> Callable[[Any], None]:
    return lambda value: value["edits"][0]["parameters"].update(values)


@pytest.mark.parametrize(
    "change",
    [
        _set(format="other"),
        _set(format_version=0),
        _set(format_version=True),
        _set(format_version="1"),
        _set(photo=[]),
        _set(photo={"name": 3}),
        _set(caption=None),
        _set(caption="x" * 30_000),
        _set(caption="\ud800"),
        _set(crop={"x": 0, "y": 0, "width": 10**6, "height": 5}),
        _set(crop={"x": 70, "y": 0, "width": 40, "height": 40}),
        _set(crop={"x": 0.5, "y": 0, "width": 4, "height": 4}),
        _set(model={"location": "\\\\host\\share"}),
        _set(model={"location": "//host/share"}),
        _set(model={"location": "\\/host\\share"}),
        _set(model={"location": "/\\host\\share"}),
        _set(model={"location": "http://host/model"}),
        _set(inversions=["a", "a"]),
        _set(inversions=["../../x"]),
        _set(inversions={}),
        _set(active_inversion="missing"),
        _set(current_edit="missing"),
    ],
)
def test_a_wrong_manifest(members: Members, tmp_path: Path, change):
    refusal(tmp_path, pack(with_json(members, "manifest.json", change)))


@pytest.mark.parametrize(
    "change",
    [
        _set(edits={}),
        _set(draft=[]),
        _set_first_edit(id="../x"),
        _set_first_edit(id=None),
        _set_first_edit(inversion="missing"),
        _set_first_edit(mask="yes"),
        _set_first_edit(mask_coverage=2),
        _set_first_edit(seconds=1e400),
        _set_first_edit(network_evaluations=1.5),
        _set_first_edit(operations=[{"kind": "explode", "source": "", "target": "", "weight": 1}]),
        _set_parameters(weights=[[0, 1, 2]]),
        _set_parameters(weights=[[-1, 1.0]]),
        _set_parameters(weights=[["0", 1.0]]),
        _set_parameters(weights=[[0, float("nan")]]),
        _set_parameters(cross_replace=1.5),
        _set_parameters(blend_words=[1]),
        _set_parameters(blend_words="mug"),
        _set_parameters(guidance=True),
        _set_parameters(cross_windows=[[0, 0.5]]),
        _set_parameters(cross_windows=[[0, 0.6, 0.5]]),
        _set_parameters(cross_windows=[[0, 0.6, 1.5]]),
        _set_parameters(cross_windows=[[-1, 0, 1]]),
        _set_parameters(cross_windows={"0": [0, 1]}),
        _set_parameters(blend_exclude=None),
        _set_parameters(blend_exclude=[3]),
        _set_parameters(blend_softness=0.6),
        _set_parameters(blend_softness=None),
        _set_parameters(spatial_replace=-0.1),
        _set_parameters(mutual_start=1.1),
        _set_parameters(mutual_start="never"),
        _set_parameters(mutual_layer=-1),
        _set_parameters(mutual_layer=1.5),
        _set_parameters(proximal="medium"),
        _set_parameters(proximal=None),
        _set_parameters(proximal_quantile=2),
        _set_parameters(null_share=1.5),
        _set_parameters(null_share="all"),
        _set_first_edit(stacked={}),
        _set_first_edit(stacked=[{"caption": "x"}]),
        lambda value: _set_first_edit(stacked=[value["edits"][0]["parameters"]] * 101)(value),
        _set_first_edit(masks=["photo"]),
        _set_first_edit(masks=["own"]),
        _set_first_edit(masks=[1]),
        lambda value: value["edits"].append(value["edits"][0]),
    ],
)
def test_wrong_edits(members: Members, tmp_path: Path, change):
    refusal(tmp_path, pack(with_json(members, "edits.json", change)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"edits": [], "edits": [], "draft": null}',
        b'{"edits": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"edits": [' + b"9" * 10_000 + b"]}",
        b'{"edits": [], "draft": {"caption": "x", "cross_replace": Infinity}}',
    ],
)
def test_broken_json(members: Members, tmp_path: Path, data):
    refusal(tmp_path, pack(members | {"edits.json": data}))


def _replace(name: str, change: Callable[[np.ndarray], np.ndarray]) -> Callable[[dict[str, Any]], None]:
    return lambda arrays: arrays.update({name: change(arrays[name])})


def _spoilt(value: float) -> Callable[[np.ndarray], np.ndarray]:
    def change(array: np.ndarray) -> np.ndarray:
        spoilt = array.copy()
        spoilt.flat[3] = value
        return spoilt

    return change


@pytest.mark.parametrize(
    "change",
    [
        *(
            _replace(name, _spoilt(np.nan))
            for name in ("pivots", "null_embeddings", "residuals", "word_maps")
        ),
        _replace("pivots", _spoilt(np.inf)),
        _replace("word_maps", _spoilt(1.5)),
        _replace("word_maps", lambda a: a[:-1]),
        _replace("pivots", lambda a: a[:-1]),
        _replace("pivots", lambda a: a.astype(np.float16)),
        _replace("residuals", lambda a: a[:, :, :2]),
        _replace("residuals", lambda a: a.astype(np.float32)),
        _replace("null_embeddings", lambda a: a[0]),
        _replace("null_embeddings", lambda a: a[:, :, :0]),
        _replace("timesteps", lambda a: a[::-1].copy()),
        _replace("timesteps", lambda a: a[:0]),
        _replace("timesteps", lambda a: a - 1000),
        _replace("reconstruction", lambda a: a[..., :1].copy()),
        _replace("reconstruction", lambda a: a[:, :10].copy()),
        lambda arrays: arrays.pop("pivots"),
        lambda arrays: arrays.update(more=np.zeros(3, np.float32)),
    ],
)
def test_wrong_arrays(members: Members, tmp_path: Path, change):
    refusal(tmp_path, pack(with_arrays(members, change)))


def test_wrong_headers(members: Members, tmp_path: Path):
    name = next(n for n in members if n.startswith("inversions/"))
    good = members[name]
    length = struct.unpack("<Q", good[:8])[0]
    header = json.loads(good[8 : 8 + length])

    def rebuilt(**changes: Any) -> bytes:
        text = json.dumps(header | changes).encode()
        return struct.pack("<Q", len(text)) + text + good[8 + length :]

    overlapping = rebuilt(pivots=header["pivots"] | {"data_offsets": header["residuals"]["data_offsets"]})
    metadata = rebuilt(__metadata__={"inversion": "[]"})
    for data in (
        b"",
        good[:7],
        struct.pack("<Q", 2**62) + good[8:],
        good[:-5],
        good + b"x",
        overlapping,
        metadata,
    ):
        refusal(tmp_path, pack(members | {name: data}))


def test_wrong_pictures(members: Members, tmp_path: Path):
    masked = next(n for n in members if n.endswith(".mask.png"))
    image = masked.replace(".mask", "")
    small = image_to_png(np.zeros((8, 8, 3), np.uint8))
    for name in (masked, image):
        for data in (small, b"", members[name][:-30], members["photo"]):
            refusal(tmp_path, pack(members | {name: data}))
    refusal(tmp_path, pack(members | {masked: members[image]}))
    for data in (b"", b"text", members["photo"][:500]):
        assert "damaged" in refusal(tmp_path, pack(members | {"photo": data}))


def test_truncation_anywhere(members: Members, tmp_path: Path):
    good = pack(members)
    for share in np.linspace(0, 0.999, 60):
        refusal(tmp_path, good[: int(len(good) * share)])
    refusal(tmp_path, good + b"x")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_random_damage(members: Members, tmp_path: Path):
    """Whatever bytes change, the project opens or is refused with a sentence."""
    good, path = pack(members), tmp_path / "mutated.nti"
    randomness, refused = random.Random(2), 0
    directory = good.rindex(b"PK\1\2", 0, good.index(b"PK\1\2") + 10)
    for turn in range(400):
        data = bytearray(good)
        first = directory if turn % 2 else 0
        for _ in range(randomness.randint(1, 6)):
            data[randomness.randrange(first, len(data))] = randomness.randrange(256)
        path.write_bytes(data)
        try:
            load_project(path)
        except ProjectError:
            refused += 1
    assert refused > 300


def test_random_damage_behind_valid_checksums(members: Members, tmp_path: Path):
    """The same inside the members, where no checksum helps."""
    path, randomness = tmp_path / "mutated.nti", random.Random(3)
    names = [n for n in members if n not in ("mimetype", "manifest.json")]
    for _ in range(300):
        name = randomness.choice(names)
        data = bytearray(members[name])
        for _ in range(randomness.randint(1, 4)):
            data[randomness.randrange(min(len(data), 1500))] = randomness.randrange(256)
        path.write_bytes(pack(members | {name: bytes(data)}))
        try:
            project = load_project(path)
        except ProjectError:
            continue
        assert project.photo is not None


def test_a_missing_or_unreadable_file(tmp_path: Path):
    with pytest.raises(ProjectError, match="no file"):
        load_project(tmp_path / "missing.nti")
    with pytest.raises(ProjectError, match="cannot be read"):
        load_project(tmp_path)
