"""An engine that only pretends: for window tests and for trying the interface. Torch-free."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from nti_desktop.diffusion.prompts import word_changes, words_of
from nti_desktop.engine.events import LAST_EVENTS, Cancelled, Event, Finished, Preview, Progress
from nti_desktop.engine.requests import EditRequest, InvertRequest, MapsRequest, Request
from nti_desktop.engine.results import (
    AttentionMaps,
    EditResult,
    FloatArray,
    ImageArray,
    Inversion,
    InversionReport,
    ModelIdentity,
    Result,
    WordOperation,
)

_DOWNSAMPLING = 8
_CHANNELS = 4
_TOKENS = 77
_EMBEDDING = 16


@dataclass(frozen=True)
class Pause:
    """A moment of a script in which nothing happens but a cancel."""

    seconds: float


Script = Iterable[Event | Pause] | Callable[[Request], Iterable[Event | Pause]]


class FakeEngine:
    """Plays a script for every request, and stops when told to.

    Attributes:
        requests: what was submitted so far.
        closed: whether `close` was called.
    """

    def __init__(self, script: Script | None = None) -> None:
        """Without a script, plays `plausible_script`.

        Args:
            script: events and pauses, or a function from the request to these. Where it does not end with a
                last event, a `Finished` with `make_result(request)` follows.
        """
        self._script: Script = plausible_script if script is None else script
        self._cancelled = threading.Event()
        self.requests: list[Request] = []
        self.closed = False

    def submit(self, request: Request) -> Iterator[Event]:
        """Start playing the script."""
        self.requests.append(request)
        self._cancelled.clear()
        return self._play(request)

    def cancel(self) -> None:
        """Let the script end with `Cancelled` at once, also in the middle of a pause."""
        self._cancelled.set()

    def close(self) -> None:
        """Cancel, and remember that there was nothing to release."""
        self.closed = True
        self.cancel()

    def _play(self, request: Request) -> Iterator[Event]:
        script = self._script(request) if callable(self._script) else self._script
        for entry in script:
            if isinstance(entry, Pause):
                self._cancelled.wait(entry.seconds)
            if self._cancelled.is_set():
                yield Cancelled()
                return
            if not isinstance(entry, Pause):
                yield entry
            if isinstance(entry, LAST_EVENTS):
                return
        yield Cancelled() if self._cancelled.is_set() else Finished(make_result(request))


def plausible_script(request: Request, seconds_per_step: float = 0.005) -> Iterator[Event | Pause]:
    """What a quick machine would say: every step's loss, a preview now and then, a result."""
    steps = request.steps if isinstance(request, InvertRequest) else len(request.inversion.timesteps)
    inverting = isinstance(request, InvertRequest)
    picture = request.image if isinstance(request, InvertRequest) else request.inversion.reconstruction
    for step in range(1, steps + 1):
        yield Pause(seconds_per_step)
        yield Progress(
            stage="null-text" if inverting else "editing",
            step=step,
            steps=steps,
            timestep=1 + 20 * (steps - step),
            loss=_loss(step, steps) if inverting else None,
            tolerance=1e-5 if inverting else None,
            inner=2 if inverting else 0,
            network_evaluations=3 * step,
            evaluations_per_second=3 / seconds_per_step if seconds_per_step else 0.0,
            seconds_left=seconds_per_step * (steps - step),
        )
        if not isinstance(request, MapsRequest) and request.previews and step % 10 == 0:
            yield Preview(_veiled(picture, step / steps))
    yield Finished(make_result(request))


def make_result(request: Request) -> Result:
    """A result of the right shapes for any request."""
    match request:
        case InvertRequest():
            return make_inversion(request)
        case EditRequest():
            return make_edit_result(request)
        case MapsRequest():
            inversion = request.inversion
            words = tuple(word.text for word in words_of(inversion.caption))
            return AttentionMaps(words, inversion.word_maps, inversion.reconstruction)


def make_inversion(request: InvertRequest) -> Inversion:
    """An inversion as an engine would give it: the photo itself as reconstruction, a blob for each word."""
    height, width = (side // _DOWNSAMPLING for side in request.image.shape[:2])
    steps = request.steps
    random = np.random.default_rng(0)
    latents = (_CHANNELS, height, width)
    losses = tuple(_loss(step, steps) for step in range(1, steps + 1))
    return Inversion(
        caption=request.caption,
        model=ModelIdentity(request.model, "0" * 16),
        method=request.method,
        preset=request.preset,
        guidance=7.5 if request.guidance is None else request.guidance,
        timesteps=np.arange(steps, 0, -1, dtype=np.int64) * (1000 // steps) - 1000 // steps + 1,
        pivots=random.standard_normal((steps + 1, *latents), np.float32),
        null_embeddings=random.standard_normal((steps, _TOKENS, _EMBEDDING), np.float32),
        residuals=random.standard_normal((steps, *latents), np.float32).astype(np.float16),
        word_maps=_blobs(len(words_of(request.caption)), height, width),
        reconstruction=request.image.copy(),
        report=InversionReport(30.0, 30.0, 1e-6, 1.0, 3 * steps, losses, "cpu"),
    )


def make_edit_result(request: EditRequest) -> EditResult:
    """The reconstruction with its middle recoloured, and the word operations that the captions imply."""
    source = request.inversion.reconstruction
    mask = _middle(source.shape[0], source.shape[1])
    if request.mask is not None:
        mask = (request.mask / np.float32(255)).astype(np.float32)
    swapped = source[..., ::-1]
    image = np.where(mask[..., None] > 0, swapped, source).astype(np.uint8)
    operations = _operations(request)
    return EditResult(image, mask, operations, float(mask.mean()), 0.5, 3 * len(request.inversion.timesteps))


def _operations(request: EditRequest) -> tuple[WordOperation, ...]:
    source, target = request.inversion.caption, request.parameters.caption
    old, new = words_of(source), words_of(target)
    weights = dict(request.parameters.weights)
    return tuple(
        WordOperation(
            change.kind,
            " ".join(old[i].text for i in change.source),
            " ".join(new[j].text for j in change.target),
            weights.get(change.target[0], 1.0) if change.target else 1.0,
        )
        for change in word_changes(source, target)
    )


def _loss(step: int, steps: int) -> float:
    return float(1e-4 * np.exp(-3 * step / steps))


def _veiled(picture: ImageArray, share: float) -> ImageArray:
    """The picture, `share` of the way out of grey."""
    return (128 + (picture.astype(np.float32) - 128) * share).astype(np.uint8)


def _blobs(count: int, rows: int, columns: int) -> FloatArray:
    """One soft spot a word, side by side."""
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    centres = (np.arange(count, dtype=np.float32)[:, None, None] + 0.5) * columns / max(count, 1)
    distance = ((x - centres) / columns) ** 2 + ((y - rows / 2) / rows) ** 2
    blobs: FloatArray = np.exp(-20 * distance).astype(np.float32)
    return blobs


def _middle(height: int, width: int) -> FloatArray:
    mask = np.zeros((height, width), np.float32)
    mask[height // 4 : height - height // 4, width // 4 : width - width // 4] = 1
    return mask
