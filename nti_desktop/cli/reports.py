"""What commands print: one JSON object, or a few lines for people."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from operator import attrgetter
from typing import Any

from nti_desktop.diffusion.prompts import word_changes
from nti_desktop.document.state import EditRecord, InversionRecord, PausedInversion, Project
from nti_desktop.engine.results import EditResult, Inversion, WordOperation

Report = dict[str, Any]


def print_report(report: Report, lines: Sequence[str], *, as_json: bool) -> None:
    """Print the report as JSON, or the lines; numbers that JSON does not have become null."""
    print(json.dumps(_finite(report), ensure_ascii=False) if as_json else "\n".join(lines))


def inversion_report(inversion: Inversion) -> Report:
    """The fields that `invert --json` promises, and a few more."""
    return {
        **asdict(inversion.report),
        "caption": inversion.caption,
        "method": inversion.method,
        "preset": inversion.preset,
        "steps": len(inversion.timesteps),
        "guidance": inversion.guidance,
        "model": inversion.model.name,
        "fingerprint": inversion.model.fingerprint,
    }


def inversion_lines(inversion: Inversion) -> list[str]:
    """The same for people."""
    figures = inversion.report
    work = f"{figures.network_evaluations} network evaluations on {figures.device}"
    bound = f"the autoencoder alone reaches {figures.vae_psnr_db:.2f} dB"
    return [
        f"Inverted “{inversion.caption}” by {inversion.method} in {figures.seconds:.1f} s ({work}).",
        f"Reconstruction: {figures.psnr_db:.2f} dB; {bound}.",
    ]


def edit_report(result: EditResult, captions: Sequence[str]) -> Report:
    """The fields that `edit --json` promises, and a few more.

    Args:
        captions: the photo's, the edited one, and those of further edits.
    """
    words = [
        {
            "edit": edit,
            "word": operation.target or operation.source,
            "operation": operation.kind,
            "weight": operation.weight,
            "source": operation.source,
            "target": operation.target,
        }
        for edit, operation in zip(_edit_numbers(captions, result), result.operations, strict=True)
    ]
    return {
        "seconds": result.seconds,
        "words": words,
        "mask_coverage": result.mask_coverage,
        "network_evaluations": result.network_evaluations,
    }


def _edit_numbers(captions: Sequence[str], result: EditResult) -> list[int]:
    """For each word operation of a stack, to which edit it belongs, from 1."""
    pairs = enumerate(itertools.pairwise(captions), 1)
    numbers = [number for number, (before, after) in pairs for _ in word_changes(before, after)]
    count = len(result.operations)
    return numbers if len(numbers) == count else [1] * count  # an older program aligned otherwise


def edit_lines(result: EditResult, caption: str) -> list[str]:
    """The same for people."""
    runs = itertools.groupby(result.operations, attrgetter("kind"))
    changed = [_change(kind, tuple(run)) for kind, run in runs if kind != "keep"]
    weighted = [f"{o.target} x {o.weight:g}" for o in result.operations if o.weight != 1]
    what = ", ".join(changed + weighted) or "nothing changed"
    coverage = f"{100 * result.mask_coverage:.0f} % of the picture"
    return [f"Edited to “{caption}” in {result.seconds:.1f} s: {what}; {coverage}."]


def project_report(project: Project) -> Report:
    """What `info --json` prints."""
    photo = project.photo
    size = (0, 0) if photo is None else photo.size
    return {
        "photo": {
            "name": "" if photo is None else photo.name,
            "media_type": "" if photo is None else photo.media_type,
            "width": size[0],
            "height": size[1],
        },
        "crop": None if project.crop is None else asdict(project.crop),
        "caption": project.caption,
        "model": project.model,
        "inversions": [_inversion_entry(record, project) for record in project.inversions],
        "edits": [_edit_entry(record, project) for record in project.edits],
        "paused": None if project.paused is None else _paused_entry(project.paused),
        "paused_inversions": [_paused_entry(paused) for paused in project.paused_inversions],
    }


def project_lines(project: Project) -> list[str]:
    """The same for people."""
    width, height = (0, 0) if project.photo is None else project.photo.size
    name = "" if project.photo is None else project.photo.name
    lines = [f"Photo    {name}, {width} x {height} pixels", f"Caption  {project.caption}"]
    if project.crop is not None:
        crop = project.crop
        lines.append(f"Crop     {crop.width} x {crop.height} pixels at {crop.x}, {crop.y}")
    for record in project.inversions:
        inversion = record.inversion
        lines.append(
            f"Inverted “{inversion.caption}” with {inversion.model.name}, {inversion.method}, "
            f"{len(inversion.timesteps)} steps: {inversion.report.psnr_db:.2f} dB "
            f"(autoencoder {inversion.report.vae_psnr_db:.2f} dB)"
        )
    lines += [f"Paused   “{paused.caption}”, {paused_words(paused)}" for paused in project.paused_inversions]
    lines += [f"Edit     “{record.caption}”, {record.created}" for record in project.edits]
    return lines


def paused_words(paused: PausedInversion) -> str:
    """How far a paused inversion has come."""
    pivots, done, steps = len(paused.partial.pivots) - 1, len(paused.partial.losses), paused.steps
    return f"{pivots} of {steps} pivots found, {done} of {steps} steps optimised"


def _inversion_entry(record: InversionRecord, project: Project) -> Report:
    entry = {"id": record.id, "active": record.id == project.active_inversion}
    return entry | inversion_report(record.inversion)


def _edit_entry(record: EditRecord, project: Project) -> Report:
    entry = {
        "id": record.id,
        "inversion": record.inversion_id,
        "current": record.id == project.current_edit,
        "created": record.created,
        "parameters": asdict(record.parameters),
        "stacked": [asdict(parameters) for parameters in record.stacked],
    }
    inversion = project.inversion_of(record.inversion_id)
    source = "" if inversion is None else inversion.caption
    edited = [parameters.caption for parameters in (record.parameters, *record.stacked)]
    return entry | edit_report(record.result, [source, *edited])


def _paused_entry(paused: PausedInversion) -> Report:
    return {
        "id": paused.id,
        "caption": paused.caption,
        "method": paused.method,
        "preset": paused.preset,
        "steps": paused.steps,
        "pivots_done": len(paused.partial.pivots) - 1,
        "steps_done": len(paused.partial.losses),
        "seconds": paused.partial.seconds,
    }


def _change(kind: str, run: Sequence[WordOperation]) -> str:
    """Changes of one kind side by side; words removed or inserted are named together."""
    if kind == "replace":
        return ", ".join(f"{o.source} to {o.target}" for o in run)
    sides = " ".join(o.source or o.target for o in run)
    return f"without {sides}" if kind == "remove" else f"with {sides}"


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value
