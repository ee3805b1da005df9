"""Edits and maps with a tiny random model of every family, at a size that is not square."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from nti_desktop.engine.events import Finished
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest, MapsRequest, Request
from nti_desktop.engine.results import Inversion
from tests.tiny_models import tiny_configs, write_folder

KINDS: dict[str, tuple[Any, dict[str, Any]]] = {
    "sd1": ("sd1", {}),
    "sd2": ("sd2", {"rescale_betas_zero_snr": True, "timestep_spacing": "trailing"}),
    "sdxl": ("sdxl", {}),
}
CAPTION = "a red mug, on the grass"
HEIGHT, WIDTH = 72, 104


@dataclass(frozen=True, eq=False)
class Setup:
    """An engine, a model's folder and an inversion."""

    engine: LocalEngine
    model: str
    inversion: Inversion


def finished(engine: LocalEngine, request: Request) -> Any:
    last = list(engine.submit(request))[-1]
    assert isinstance(last, Finished), last
    return last.result


@pytest.fixture(scope="module", params=KINDS)
def setup(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Setup]:
    family, scheduler = KINDS[request.param]
    model = str(write_folder(tmp_path_factory.mktemp("model") / family, tiny_configs(family, **scheduler)))
    image = np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    engine = LocalEngine()
    inversion = finished(engine, InvertRequest(image, CAPTION, model=model, steps=3, guidance=3.0))
    yield Setup(engine, model, inversion)
    engine.close()


def edit(setup: Setup, parameters: EditParameters, *stacked: EditParameters) -> Any:
    return finished(
        setup.engine, EditRequest(setup.inversion, parameters, model=setup.model, stacked=stacked)
    )


def test_an_edit_that_changes_nothing_returns_the_source(setup: Setup) -> None:
    result = edit(setup, EditParameters(CAPTION, mutual_start=0.3, mutual_layer=1))
    difference = np.abs(result.image.astype(int) - setup.inversion.reconstruction)
    assert np.quantile(difference, 0.99) <= 2


def test_an_edit_of_every_kind_runs(setup: Setup) -> None:
    first = EditParameters(
        "a blue teapot, on the snow",
        weights=((1, 2.0),),
        start_blend=0.0,
        blend_softness=0.2,
        proximal="soft",
    )
    long = EditParameters(
        "a blue teapot, on the snow " + "and a very large pineapple " * 20, blend_words=("teapot",)
    )
    result = edit(setup, first, long)
    assert result.image.shape == (HEIGHT, WIDTH, 3)
    assert result.blend_mask.shape == (HEIGHT, WIDTH)
    assert 0 < result.mask_coverage <= 1
    assert np.abs(result.image.astype(int) - setup.inversion.reconstruction).max() > 5


def test_maps_have_the_pictures_aspect_ratio(setup: Setup) -> None:
    found = finished(setup.engine, MapsRequest(setup.inversion, model=setup.model, components=True))
    assert found.maps.shape[0] == 6
    for rows, columns in (found.maps.shape[1:], found.components.shape[:2]):
        assert rows / columns == pytest.approx(HEIGHT / WIDTH, abs=0.15)
    assert np.isfinite(found.maps).all()
