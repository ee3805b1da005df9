"""From a generator of the diffusion core to events."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

from nti_desktop.diffusion.progress import Tick
from nti_desktop.engine.events import Event, Preview
from nti_desktop.engine.meter import Meter
from nti_desktop.engine.previews import PreviewMaker

T = TypeVar("T")


def follow(
    work: Generator[Tick, None, T], meter: Meter, previews: PreviewMaker | None
) -> Generator[Event | None, None, T]:
    """Turn a generator's ticks into events and hand on its result."""
    meter.begin()
    while True:
        try:
            tick = next(work)
        except StopIteration as finished:
            result: T = finished.value
            return result
        yield meter.progress(tick)
        if previews is not None and tick.done is not None and tick.done.estimate is not None:
            picture = previews.picture(tick.done.estimate)
            if picture is not None:
                yield Preview(picture)
