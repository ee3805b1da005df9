"""`edits.json` of a project file, as values and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import cast

from nti_desktop.document.fields import Fields, MalformedError, dumped, unique
from nti_desktop.document.parameters import read_parameters, read_stacked
from nti_desktop.document.state import EditMasks, EditRecord, Project
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import EditResult, FloatArray, ImageArray, OperationKind, WordOperation

MASKS = ("own", "added", "subtracted")
DRAFT = "draft"  # stands for an edit's id in the names of the draft's masks
MOST_NAME = 200
_KINDS = ("keep", "replace", "remove", "insert")

# What the first files of version 2 did not have.
_LATER: dict[str, object] = {"name": "", "starred": False, "masks": []}


@dataclass(frozen=True)
class StoredEdit:
    """An edit without its pictures, which are members of their own.

    Attributes:
        has_mask: whether the result has a blend mask.
        masks: which masks the user gave, of `MASKS`.
        pictures_of: id of an earlier edit whose picture and blend mask are this one's, too; None for its own.
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
    name: str
    starred: bool
    pictures_of: str | None = None

    def record(self, image: ImageArray, mask: FloatArray | None, masks: EditMasks | None) -> EditRecord:
        """The whole edit."""
        result = EditResult(
            image, mask, self.operations, self.mask_coverage, self.seconds, self.network_evaluations
        )
        return EditRecord(
            self.id,
            self.inversion_id,
            self.parameters,
            result,
            self.created,
            self.stacked,
            masks,
            self.name,
            self.starred,
        )


@dataclass(frozen=True)
class StoredEdits:
    """The history and the draft, without their pictures.

    Attributes:
        draft_masks: which masks the user gave for the draft, of `MASKS`.
    """

    edits: tuple[StoredEdit, ...]
    draft: EditParameters | None
    draft_masks: tuple[str, ...]


def edits_json(project: Project) -> bytes:
    """The history of a project."""
    draft = None if project.draft is None else asdict(project.draft)
    shared = shared_pictures(project.edits)
    edits = [_edit(record, shared.get(record.id)) for record in project.edits]
    return dumped({"edits": edits, "draft": draft, "draft_masks": given_masks(project.draft_masks)})


def read_edits(fields: Fields) -> StoredEdits:
    """Read the history: the edits, and the draft if there is one.

    Raises:
        MalformedError: it is not as the format says.
    """
    edits = tuple(_read_edit(entry) for entry in fields.objects("edits"))
    if DRAFT in unique(tuple(edit.id for edit in edits), "edits"):
        raise MalformedError("an edit has an id that is none")
    draft = read_parameters(fields.nested("draft")) if fields.has("draft") else None
    return StoredEdits(edits, draft, _read_mask_names(fields.over({"draft_masks": []}), "draft_masks"))


def shared_pictures(edits: Sequence[EditRecord]) -> dict[str, str]:
    """Which edits have the very picture and blend mask of an earlier one, such as copies; and of which."""
    first: dict[tuple[int, int], str] = {}
    found = {e.id: first.setdefault((id(e.result.image), id(e.result.blend_mask)), e.id) for e in edits}
    return {edit_id: other for edit_id, other in found.items() if other != edit_id}


def given_masks(masks: EditMasks | None) -> list[str]:
    """Which of `MASKS` there are."""
    return [name for name in MASKS if getattr(masks, name, None) is not None]


def _edit(record: EditRecord, pictures_of: str | None) -> dict[str, object]:
    result = record.result
    shared = {} if pictures_of is None else {"pictures_of": pictures_of}
    return shared | {
        "id": record.id,
        "inversion": record.inversion_id,
        "created": record.created,
        "parameters": asdict(record.parameters),
        "stacked": [asdict(parameters) for parameters in record.stacked],
        "masks": given_masks(record.masks),
        "name": record.name,
        "starred": record.starred,
        "operations": [asdict(operation) for operation in result.operations],
        "mask": result.blend_mask is not None,
        "mask_coverage": result.mask_coverage,
        "seconds": result.seconds,
        "network_evaluations": result.network_evaluations,
    }


def _read_edit(fields: Fields) -> StoredEdit:
    fields = fields.over(_LATER)
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
        masks=_read_mask_names(fields, "masks"),
        name=fields.text("name", MOST_NAME),
        starred=fields.flag("starred"),
        pictures_of=fields.optional_text("pictures_of", 32),
    )


def _read_mask_names(fields: Fields, key: str) -> tuple[str, ...]:
    names = fields.texts(key)
    if not set(names) <= set(MASKS):
        raise MalformedError("an edit has a mask of an unknown kind")
    return unique(names, key)


def _read_operation(fields: Fields) -> WordOperation:
    kind = cast(OperationKind, fields.one_of("kind", _KINDS))
    return WordOperation(kind, fields.text("source"), fields.text("target"), fields.number("weight"))
