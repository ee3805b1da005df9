"""The maps job: an `Inversion` in, its attention maps out."""

from __future__ import annotations

from collections.abc import Generator

from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.engine.events import Event
from nti_desktop.engine.requests import MapsRequest
from nti_desktop.engine.results import AttentionMaps
from nti_desktop.errors import EngineError


def look_at_maps(model: DiffusionModel, request: MapsRequest) -> Generator[Event | None, None, AttentionMaps]:
    """Run the job; None is yielded wherever there is nothing to say but a chance to stop."""
    yield None
    raise EngineError(f"{model.description.name} cannot do this yet: {request.layers}")
