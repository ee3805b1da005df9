"""The maps job: an `Inversion` in, its attention maps out."""

from __future__ import annotations

import math
from collections.abc import Generator

import numpy as np
import torch

from nti_desktop.diffusion.attention_layers import attention_layers
from nti_desktop.diffusion.maps import MapSums, SelfSums, grid_of, principal_components, word_maps
from nti_desktop.diffusion.maps_along import MOST_POSITIONS, capture_along, self_positions
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.engine.events import Event
from nti_desktop.engine.following import follow
from nti_desktop.engine.meter import Meter
from nti_desktop.engine.requests import MapsRequest
from nti_desktop.engine.results import AttentionMaps, ImageArray
from nti_desktop.errors import EngineError


def look_at_maps(model: DiffusionModel, request: MapsRequest) -> Generator[Event | None, None, AttentionMaps]:
    """Run the job; None is yielded wherever there is nothing to say but a chance to stop.

    Word maps and components each have the size of the layers they come from.

    Raises:
        EngineError: the request cannot be done, with a sentence that says why.
    """
    _check(model, request)
    inversion, caption = request.inversion, model.tokenize(request.inversion.caption)
    height, width = inversion.pivots.shape[-2:]
    chosen = _chosen_steps(request)
    steps = model.steps_at(inversion.timesteps)[chosen]
    # The pivots begin with the clean one; each step starts at its noisier end.
    pivots = torch.from_numpy(np.array(inversion.pivots)).flip(0)[:-1][chosen].to(model.device)
    sums, self_sums = MapSums(layers=request.layers), _self_sums(model, request)
    yield None
    text = model.embed(caption)
    work = capture_along(model, pivots, text, steps, sums, self_sums)
    yield from follow(work, Meter({"maps": 1}, len(steps)), None)
    maps = word_maps(caption, sums, height, width, every_layer=bool(request.layers))
    return AttentionMaps(
        words=tuple(word.text for word in caption.words),
        maps=maps.cpu().numpy().astype(np.float32),
        components=None if self_sums is None else _picture(self_sums, height, width),
    )


def _check(model: DiffusionModel, request: MapsRequest) -> None:
    inversion = request.inversion
    if inversion.model.fingerprint != model.description.fingerprint:
        raise EngineError(
            "This photo was inverted with another model ({model}); invert it again with the current one to "
            "see its maps.",
            model=inversion.model.name,
        )
    if not 0 <= request.first < request.last <= 1:
        raise EngineError(
            "The steps to look at must run from one share to a later one, both between 0 and 1."
        )
    names = [layer.name for layer in attention_layers(model.unet) if layer.self_index is None]
    for prefix in request.layers:
        if not any(name.startswith(prefix) for name in names):
            known = ", ".join(dict.fromkeys(_block(name) for name in names))
            raise EngineError(
                "This model has no attention layers “{prefix}”; choose from: {known}.",
                prefix=prefix,
                known=known,
            )


def _block(name: str) -> str:
    """`down_blocks.0` or `mid_block`, of a layer's name."""
    return name.partition(".attentions")[0]


def _chosen_steps(request: MapsRequest) -> slice:
    count = len(request.inversion.timesteps)
    # 0.14 of 50 is 7, and 7.000000000000001 in floats.
    begin, end = (round(share * count, 6) for share in (request.first, request.last))
    first = min(math.floor(begin), count - 1)
    return slice(first, max(first + 1, math.ceil(end)))


def _self_sums(model: DiffusionModel, request: MapsRequest) -> SelfSums | None:
    if not request.components:
        return None
    positions = self_positions(model, request.layers, *request.inversion.pivots.shape[-2:])
    if positions is None:
        raise EngineError(
            "There is no self-attention among {layers}; name whole blocks, or do without components.",
            layers=", ".join(request.layers),
        )
    if positions > MOST_POSITIONS:
        raise EngineError(
            "The self-attention maps there are too large for components ({positions} positions, at most "
            "{most}); choose layers deeper in the network, or do without components.",
            positions=positions,
            most=MOST_POSITIONS,
        )
    return SelfSums(positions, request.layers)


def _picture(sums: SelfSums, height: int, width: int) -> ImageArray:
    colours = principal_components(sums.average(), *grid_of(sums.positions, height, width))
    picture: ImageArray = (colours * 255).round().to(torch.uint8).numpy()
    return picture
