"""How long projects take to open and to be saved; latents as of Stable Diffusion 1.x at 512 x 512."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from nti_desktop.document.container import check_all, load_project, save_project
from nti_desktop.document.journal_folder import JournalWriter
from nti_desktop.document.photo import photo_from_bytes
from tests.benchmarks.measures import Figures
from tests.benchmarks.weights import PHOTO_SIZE, make_project, photo_bytes

SMALL = (1024, 768)  # so that the photo's decoding does not hide the rest
EDITS = 20
_RUNS = 5


def projects() -> Figures:
    """Opening 1 and 8 inversions, and what it would be with all latents; saving 20 edits, and again."""
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "p.nti"
        for captions in (1, 8):
            save_project(make_project(captions, 0, SMALL).project, path)
            name = f"{captions}_inversion{'s' if captions > 1 else ''}"
            figures[f"open_{name}_ms"] = _least(lambda: load_project(path))
            figures[f"open_{name}_and_read_latents_ms"] = _least(lambda: check_all(load_project(path)))
        figures |= _saving(path)
    photo = photo_bytes(PHOTO_SIZE)
    figures["decode_a_photo_of_12_megapixels_ms"] = _least(lambda: photo_from_bytes(photo, "p.jpg"))
    return figures


def _saving(path: Path) -> Figures:
    first, again = _save_twice(path)
    journalled = _save_behind_journal(path)
    gc.collect()
    opened = []
    for _ in range(_RUNS):
        opened.append(_milliseconds(lambda: load_project(path)))
        gc.collect()  # what is still known of the pictures goes with them
    return {
        f"save_{EDITS}_edits_first_ms": first,
        f"save_{EDITS}_edits_behind_the_journal_ms": journalled,
        f"save_{EDITS}_edits_again_ms": again,
        f"open_{EDITS}_edits_ms": min(opened),
    }


def _save_twice(path: Path) -> tuple[float, float]:
    project = make_project(1, EDITS, SMALL).project
    first = _milliseconds(lambda: save_project(project, path))
    return first, _least(lambda: save_project(project, path))


def _save_behind_journal(path: Path) -> float:
    """As in the window, where the journal has packed each edit soon after it was made."""
    project = make_project(1, EDITS, SMALL).project
    JournalWriter(path.parent / "journal").write(project, "mug", None)
    return _milliseconds(lambda: save_project(project, path))


def _least(work: Callable[[], object]) -> float:
    return min(_milliseconds(work) for _ in range(_RUNS))


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


MEASURES: dict[str, Callable[[], Figures]] = {"projects": projects}
