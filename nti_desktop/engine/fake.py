"""An engine that only pretends: for window tests and for trying the interface. Torch-free."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from nti_desktop.engine.events import LAST_EVENTS, Cancelled, Event, Finished, Preview, Progress
from nti_desktop.engine.pretence import loss_at, make_partial, make_result, veiled
from nti_desktop.engine.requests import InvertRequest, MapsRequest, Request


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
        done = 0
        for entry in script:
            if isinstance(entry, Pause):
                self._cancelled.wait(entry.seconds)
            if self._cancelled.is_set():
                yield _cancelled(request, done)
                return
            if isinstance(entry, Progress) and entry.stage == "null-text":
                done = entry.step
            if not isinstance(entry, Pause):
                yield entry
            if isinstance(entry, LAST_EVENTS):
                return
        yield _cancelled(request, done) if self._cancelled.is_set() else Finished(make_result(request))


def _cancelled(request: Request, done: int) -> Cancelled:
    """With what was done, where an inversion had got so far."""
    if isinstance(request, InvertRequest) and done > 0:
        return Cancelled(make_partial(request, done))
    return Cancelled()


def plausible_script(request: Request, seconds_per_step: float = 0.005) -> Iterator[Event | Pause]:
    """What a quick machine would say: every step's loss, under way and done, previews, a result."""
    steps = request.steps if isinstance(request, InvertRequest) else len(request.inversion.timesteps)
    inverting = isinstance(request, InvertRequest)
    picture = request.image if isinstance(request, InvertRequest) else request.inversion.reconstruction
    resumed = request.resume if isinstance(request, InvertRequest) else None
    losses = () if resumed is None else resumed.losses
    earlier = tuple((1 + 20 * (steps - step), loss) for step, loss in enumerate(losses, 1))
    for step in range(len(losses) + 1, steps + 1):
        yield Pause(seconds_per_step)
        done = Progress(
            stage="null-text" if inverting else "editing",
            step=step,
            steps=steps,
            timestep=1 + 20 * (steps - step),
            loss=loss_at(step, steps) if inverting else None,
            tolerance=1e-5 if inverting else None,
            inner=2 if inverting else 0,
            network_evaluations=3 * step,
            evaluations_per_second=3 / seconds_per_step if seconds_per_step else 0.0,
            seconds_left=seconds_per_step * (steps - step),
            earlier=earlier if step == len(losses) + 1 else (),
        )
        if done.loss is not None:
            yield replace(done, step=step - 1, loss=2 * done.loss, inner=1, step_done=False)
        yield done
        if not isinstance(request, MapsRequest) and request.previews and step % 10 == 0:
            yield Preview(veiled(picture, step / steps))
    yield Finished(make_result(request))
