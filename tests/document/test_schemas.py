"""The JSON Schemas of the project format say what the reader says: whoever holds to them is understood."""

from __future__ import annotations

import copy
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest

from nti_desktop.document.container import load_project
from nti_desktop.document.document import Document
from nti_desktop.document.edit_records import edits_json, read_edits
from nti_desktop.document.fields import Fields, MalformedError
from nti_desktop.document.records import FORMAT_VERSION, manifest_json, read_manifest, read_version
from nti_desktop.document.state import EditMasks
from nti_desktop.engine.requests import EditParameters
from tests.document.conftest import make_result

ROOT = Path(__file__).resolve().parents[2]
MUTATIONS = 600

# What takes the place of a value: of every type, at and beyond the bounds. Whole floats are left out: to JSON
# Schema 1.0 is an integer, to the reader it is not.
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 33, 100_001, 10**13, 10**400, 0.5, -0.25, 1.5, 2.5e12, "", "x", "draft",
    "own", "x" * 33, "x" * 256, "x" * 20_001, [], {}, [[]], [0, 0.5], [[0, 0.5]], ["own"], ["own", "own"],
    [1], {"caption": "x"}, "keep", "none", "//host/share", "http://host", "\\/host", "a\0b",
)  # fmt: skip


def schema(name: str) -> jsonschema.Draft202012Validator:
    found = json.loads((ROOT / "docs" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def manifest_is_read(value: object) -> bool:
    try:
        fields = Fields(value, "manifest.json")
        if read_version(fields) > FORMAT_VERSION:
            return False
        read_manifest(fields)
    except MalformedError:
        return False
    return True


def edits_are_read(value: object) -> bool:
    try:
        read_edits(Fields(value, "edits.json"))
    except MalformedError:
        return False
    return True


@pytest.fixture
def document(edited: Document) -> Document:
    mask = np.zeros((32, 32), np.uint8)
    parameters = EditParameters("a red cup", weights=((0, 1.5),), cross_windows=((0, 0.25, 0.75),))
    stacked = (EditParameters("a red cup, tall", cross_replace=0.3),)
    edited.add_edit(parameters, make_result(4), stacked=stacked, masks=EditMasks(own=mask))
    return edited


@pytest.fixture
def texts(document: Document) -> dict[str, Any]:
    photo = document.project.photo
    manifest = manifest_json(document.project, photo.name, photo.media_type, {})
    value = json.loads(manifest)
    value["members"] = {"photo": {"sha256": "0" * 64, "size": 3}}
    return {"manifest": value, "edits": json.loads(edits_json(document.project))}


READERS: dict[str, Callable[[object], bool]] = {"manifest": manifest_is_read, "edits": edits_are_read}


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths to everything in a JSON value."""
    keys: Any = value.keys() if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield (*path, key)
        if isinstance(value[key], dict | list):
            yield from places(value[key], (*path, key))


def mutated(value: Any, dice: random.Random) -> Any:
    """A copy with one thing replaced by something odd, or taken away, or doubled."""
    changed = copy.deepcopy(value)
    *path, last = dice.choice(list(places(changed)))
    parent = changed
    for key in path:
        parent = parent[key]
    kind = dice.randrange(8)
    if kind == 0:
        del parent[last]
    elif kind == 1 and isinstance(parent, list):
        parent.append(copy.deepcopy(parent[last]))
    else:
        parent[last] = copy.deepcopy(dice.choice(ODD))
    return changed


def beyond_a_schema(name: str, value: Any) -> bool:
    """What no schema can say: that windows do not fall, and that edits' ids differ."""
    if name != "edits" or not isinstance(value.get("edits"), list):
        return False
    edits = [edit for edit in value["edits"] if isinstance(edit, dict)]
    ids = [json.dumps(edit.get("id")) for edit in edits]
    all_parameters = [value.get("draft"), *(edit.get("parameters") for edit in edits)]
    all_parameters += [p for edit in edits if isinstance(edit.get("stacked"), list) for p in edit["stacked"]]
    windows = [p.get("cross_windows") for p in all_parameters if isinstance(p, dict)]
    rows = [row for found in windows if isinstance(found, list) for row in found if isinstance(row, list)]
    numbers = [row for row in rows if len(row) == 3 and all(isinstance(v, int | float) for v in row)]
    return len(set(ids)) != len(ids) or any(row[1] > row[2] for row in numbers)


@pytest.mark.parametrize("name", ["manifest", "edits"])
def test_what_is_written_holds_to_its_schema(texts: dict[str, Any], name: str):
    schema(name).validate(texts[name])
    assert READERS[name](texts[name])


@pytest.mark.parametrize("file", ["version-1.nti"])
def test_projects_of_old_hold_to_it_as_well(file: str):
    path = ROOT / "tests" / "data" / file
    with zipfile.ZipFile(path) as archive:
        for name in ("manifest", "edits"):
            schema(name).validate(json.loads(archive.read(f"{name}.json")))
    assert load_project(path).photo is not None


@pytest.mark.parametrize("name", ["manifest", "edits"])
def test_schema_and_reader_agree_on_whatever_is_changed(texts: dict[str, Any], name: str):
    dice, validator, verdicts = random.Random(11), schema(name), {True: 0, False: 0}
    for _ in range(MUTATIONS):
        value = mutated(texts[name], dice)
        if beyond_a_schema(name, value):
            assert not READERS[name](value)
            continue
        valid = validator.is_valid(value)
        assert READERS[name](value) == valid, json.dumps(value)[:2000]
        verdicts[valid] += 1
    assert min(verdicts.values()) > MUTATIONS // 10
