"""`manifest.json` and `edits.json` of a project file, as values and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import cast

from nti_desktop import __version__
from nti_desktop.document.archive import sha256
from nti_desktop.document.crop import Crop
from nti_desktop.document.fields import Fields, MalformedError
from nti_desktop.document.parameters import read_parameters, read_stacked
from nti_desktop.document.state import EditMasks, EditRecord, Project
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import EditResult, FloatArray, ImageArray, OperationKind, WordOperation

FORMAT_VERSION = 2
MASKS = ("own", "added", "subtracted")
_KINDS = ("keep", "replace", "remove", "insert")
_MAX_SIDE = 100_000


@dataclass(frozen=True)
class Member:
    """What the manifest says of another member: its checksum and size in bytes."""

    checksum: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """The manifest.

    Attributes:
        members: all members but `mimetype` and the manifest itself.
        inversions: ids, oldest first.
    """

    members: Mapping[str, Member]
    photo_name: str
    inversions: tuple[str, ...]
    caption: str
    crop: Crop | None
    model: str
    active_inversion: str | None
    current_edit: str | None
    paused: str | None


@dataclass(frozen=True)
class StoredEdit:
    """An edit without its pictures, which are members of their own.

    Attributes:
        has_mask: whether the result has a blend mask.
        masks: which masks the user gave, of `MASKS`.
    """

    id: str
    inversion_id: str
    parameters: EditParameters
    operations: tuple[WordOperation, ...]
    mask_coverage: float
    seconds: float
    network_evaluations: int
    has_mask: bool
    created: str
    stacked: tuple[EditParameters, ...]
    masks: tuple[str, ...]

    def record(self, image: ImageArray, mask: FloatArray | None, masks: EditMasks | None) -> EditRecord:
        """The whole edit."""
        result = EditResult(
            image, mask, self.operations, self.mask_coverage, self.seconds, self.network_evaluations
        )
        return EditRecord(
            self.id, self.inversion_id, self.parameters, result, self.created, self.stacked, masks
        )


def manifest_json(project: Project, photo_name: str, media_type: str, members: Mapping[str, bytes]) -> bytes:
    """The manifest of a project whose other members are `members`."""
    inversion = project.inversions[-1].inversion if project.inversions else None
    manifest = {
        "format": "nti-project",
        "format_version": FORMAT_VERSION,
        "app_version": __version__,
        "photo": {"name": photo_name, "media_type": media_type},
        "caption": project.caption,
        "crop": None if project.crop is None else asdict(project.crop),
        "model": {
            "location": project.model,
            "name": None if inversion is None else inversion.model.name,
            "fingerprint": None if inversion is None else inversion.model.fingerprint,
        },
        "inversions": [record.id for record in project.inversions],
        "active_inversion": project.active_inversion,
        "current_edit": project.current_edit,
        "paused": None if project.paused is None else project.paused.id,
        "members": {name: {"sha256": sha256(data), "size": len(data)} for name, data in members.items()},
    }
    return _dump(manifest)


def read_version(fields: Fields) -> int:
    """The format version, of whatever age.

    Raises:
        MalformedError: it is no manifest of a project.
    """
    fields.one_of("format", ("nti-project",))
    return fields.integer("format_version", 1, 10**6)


def read_manifest(fields: Fields) -> Manifest:
    """Read a manifest of the present version.

    Raises:
        MalformedError: it is not as the format says.
    """
    members = {
        name: Member(member.text("sha256", 64), member.integer("size", 0, 2**40))
        for name, member in fields.nested("members").items()
    }
    return Manifest(
        members=members,
        photo_name=fields.nested("photo").text("name", 255),
        inversions=_ids(fields.texts("inversions"), "inversions"),
        caption=fields.text("caption"),
        crop=_read_crop(fields.nested("crop")) if fields.has("crop") else None,
        model=_read_location(fields.nested("model").text("location", 4096)),
        active_inversion=fields.optional_text("active_inversion", 32),
        current_edit=fields.optional_text("current_edit", 32),
        paused=fields.optional_text("paused", 32),
    )


def edits_json(project: Project) -> bytes:
    """The history of a project."""
    draft = None if project.draft is None else asdict(project.draft)
    return _dump({"edits": [_edit(record) for record in project.edits], "draft": draft})


def read_edits(fields: Fields) -> tuple[tuple[StoredEdit, ...], EditParameters | None]:
    """Read the history: the edits, and the draft if there is one.

    Raises:
        MalformedError: it is not as the format says.
    """
    edits = tuple(_read_edit(entry) for entry in fields.objects("edits"))
    _ids(tuple(edit.id for edit in edits), "edits")
    draft = read_parameters(fields.nested("draft")) if fields.has("draft") else None
    return edits, draft


def _dump(value: object) -> bytes:
    return json.dumps(value, allow_nan=False, indent=1).encode()


def _edit(record: EditRecord) -> dict[str, object]:
    result = record.result
    return {
        "id": record.id,
        "inversion": record.inversion_id,
        "created": record.created,
        "parameters": asdict(record.parameters),
        "stacked": [asdict(parameters) for parameters in record.stacked],
        "masks": [name for name in MASKS if getattr(record.masks, name, None) is not None],
        "operations": [asdict(operation) for operation in result.operations],
        "mask": result.blend_mask is not None,
        "mask_coverage": result.mask_coverage,
        "seconds": result.seconds,
        "network_evaluations": result.network_evaluations,
    }


def _read_edit(fields: Fields) -> StoredEdit:
    return StoredEdit(
        id=fields.text("id", 32),
        inversion_id=fields.text("inversion", 32),
        parameters=read_parameters(fields.nested("parameters")),
        operations=tuple(_read_operation(entry) for entry in fields.objects("operations")),
        mask_coverage=fields.number("mask_coverage", 0, 1),
        seconds=fields.number("seconds", 0),
        network_evaluations=fields.integer("network_evaluations", 0, 10**12),
        has_mask=fields.flag("mask"),
        created=fields.text("created", 64),
        stacked=read_stacked(fields),
        masks=_read_mask_names(fields.over({"masks": []})),
    )


def _read_mask_names(fields: Fields) -> tuple[str, ...]:
    names = fields.texts("masks")
    if not set(names) <= set(MASKS):
        raise MalformedError("an edit has a mask of an unknown kind")
    return _ids(names, "masks")


def _read_operation(fields: Fields) -> WordOperation:
    kind = cast(OperationKind, fields.one_of("kind", _KINDS))
    return WordOperation(kind, fields.text("source"), fields.text("target"), fields.number("weight"))


def _read_crop(fields: Fields) -> Crop:
    return Crop(
        fields.integer("x", 0, _MAX_SIDE),
        fields.integer("y", 0, _MAX_SIDE),
        fields.integer("width", 1, _MAX_SIDE),
        fields.integer("height", 1, _MAX_SIDE),
    )


def _read_location(location: str) -> str:
    """Where the model was; a place on another machine is refused, since looking there would call it."""
    slashed = location.replace("\\", "/")
    remote = slashed.startswith("//") or "://" in slashed
    if remote or "\0" in location:
        raise MalformedError("the model's location is not on this machine")
    return location


def _ids(found: tuple[str, ...], where: str) -> tuple[str, ...]:
    if len(set(found)) != len(found):
        raise MalformedError(f"{where} has an id twice")
    return found
