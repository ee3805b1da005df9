"""The state of an editing project: one frozen value, which the window renders and the file stores."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from nti_desktop.document.crop import Crop
from nti_desktop.document.photo import Photo
from nti_desktop.engine.requests import BUNDLED_MODEL, EditParameters, EditRequest, Method, Preset
from nti_desktop.engine.results import EditResult, ImageArray, Inversion, PartialInversion


@dataclass(frozen=True)
class InversionRecord:
    """An inversion with the id by which edits refer to it."""

    id: str
    inversion: Inversion


@dataclass(frozen=True)
class PausedInversion:
    """An inversion that was stopped before its end: what a request asked for, and what was done of it."""

    id: str
    caption: str
    method: Method
    preset: Preset
    steps: int
    guidance: float | None
    null_start: float | None
    refinements: int
    partial: PartialInversion


@dataclass(frozen=True, eq=False)
class EditMasks:
    """Masks that the user gave to an edit: uint8 height x width at the reconstruction's size, 255 = white.

    Attributes:
        own: instead of the mask from the words.
        added, subtracted: joined to that mask, and taken out of it.
    """

    own: ImageArray | None = None
    added: ImageArray | None = None
    subtracted: ImageArray | None = None


def masks_of(request: EditRequest) -> EditMasks | None:
    """The masks of a request; None when it has none."""
    masks = EditMasks(request.mask, request.added, request.subtracted)
    return masks if any(mask is not None for mask in vars(masks).values()) else None


@dataclass(frozen=True)
class EditRecord:
    """An edit that was sampled.

    Attributes:
        inversion_id: of the inversion it was made from.
        parameters: what was asked for.
        result: what came out.
        created: when, ISO 8601 in UTC.
        stacked: further edits, each of the result of the one before.
        masks: the user's own; None when there were none.
        name: what the user calls it; "" for no name of its own.
        starred: whether the user marked it.
    """

    id: str
    inversion_id: str
    parameters: EditParameters
    result: EditResult
    created: str
    stacked: tuple[EditParameters, ...] = ()
    masks: EditMasks | None = None
    name: str = ""
    starred: bool = False

    @property
    def caption(self) -> str:
        """What the picture shows: the caption of the last edit of the stack."""
        return (self.parameters, *self.stacked)[-1].caption


@dataclass(frozen=True)
class Project:
    """Everything that is kept when the project is saved.

    Attributes:
        caption: as typed; the active inversion, if there is one, was made with it.
        crop: the part of the photo that all inversions show; None before the first.
        model: `demo`, or the path of a diffusers folder.
        inversions: oldest first, all of this photo and crop.
        active_inversion: id of the inversion that edits start from.
        edits: oldest first.
        current_edit: id of the edit that is shown; None shows the reconstruction.
        draft: the edit being put together, not sampled yet.
        draft_masks: the user's masks for it, of `mask_size`; None when there are none.
        paused_inversions: of this photo and crop, stopped and able to go on; one a caption, latest last.
    """

    photo: Photo | None = None
    crop: Crop | None = None
    caption: str = ""
    model: str = BUNDLED_MODEL
    inversions: tuple[InversionRecord, ...] = ()
    active_inversion: str | None = None
    edits: tuple[EditRecord, ...] = ()
    current_edit: str | None = None
    draft: EditParameters | None = None
    draft_masks: EditMasks | None = None
    paused_inversions: tuple[PausedInversion, ...] = ()

    @property
    def inversion(self) -> Inversion | None:
        """The active inversion."""
        return None if self.active_inversion is None else self.inversion_of(self.active_inversion)

    @property
    def paused(self) -> PausedInversion | None:
        """The paused inversion of the caption as typed, or else the latest."""
        return self.paused_beside(())

    def paused_beside(self, captions: Collection[str]) -> PausedInversion | None:
        """The same among those of other captions, such as what is not being inverted already."""
        left = [paused for paused in self.paused_inversions if paused.caption not in captions]
        mine = [paused for paused in left if paused.caption == self.caption]
        return next(iter(mine or left[-1:]), None)

    @property
    def edit(self) -> EditRecord | None:
        """The edit that is shown."""
        return next((e for e in self.edits if e.id == self.current_edit), None)

    @property
    def mask_size(self) -> tuple[int, int] | None:
        """Width and height of masks for the draft: of the inversion that edits would start from."""
        inversion = self.inversion or (self.inversions[-1].inversion if self.inversions else None)
        if inversion is None:
            return None
        height, width = inversion.reconstruction.shape[:2]
        return width, height

    def inversion_of(self, inversion_id: str) -> Inversion | None:
        """The inversion of that id."""
        return next((r.inversion for r in self.inversions if r.id == inversion_id), None)

    def inversion_for_caption(self, caption: str) -> InversionRecord | None:
        """The latest inversion made with that caption; blanks around it do not count."""
        wanted = caption.strip()
        matching = [r for r in self.inversions if r.inversion.caption.strip() == wanted]
        return matching[-1] if matching else None
