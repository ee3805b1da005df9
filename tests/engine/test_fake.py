"""`FakeEngine`: window tests rely on it, so it must behave like an engine."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import numpy as np

from nti_desktop.engine.events import Cancelled, Failed, Finished, Preview, Progress
from nti_desktop.engine.fake import FakeEngine, Pause
from nti_desktop.engine.pretence import make_inversion
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest, MapsRequest
from nti_desktop.engine.results import EditResult, Inversion

PHOTO = np.full((64, 96, 3), (200, 100, 50), np.uint8)
INVERT = InvertRequest(PHOTO, "a red mug on the grass", steps=20, previews=True)


def test_the_plausible_script_ends_in_an_inversion_of_matching_shapes() -> None:
    *steps, last = FakeEngine().submit(INVERT)
    told = [e for e in steps if isinstance(e, Progress)]
    assert [e.step for e in told if e.step_done] == list(range(1, 21))
    assert [e.step for e in told if not e.step_done] == list(range(20))
    assert sum(isinstance(e, Preview) for e in steps) == 2
    assert isinstance(last, Finished)
    inversion = last.result
    assert isinstance(inversion, Inversion)
    assert inversion.pivots.shape == (21, 4, 8, 12)
    assert inversion.residuals.shape == (20, 4, 8, 12)
    assert inversion.word_maps.shape == (6, 8, 12)
    assert len(inversion.report.loss_per_timestep) == len(inversion.timesteps) == 20
    assert list(inversion.timesteps) == sorted(inversion.timesteps, reverse=True)
    assert 0 <= inversion.word_maps.min() <= inversion.word_maps.max() <= 1


def test_an_edit_names_its_word_operations() -> None:
    parameters = EditParameters("a blue mug on the grass", weights=((1, 2.0),))
    *_, last = FakeEngine().submit(EditRequest(make_inversion(INVERT), parameters))
    assert isinstance(last, Finished)
    result = last.result
    assert isinstance(result, EditResult)
    changed = [o for o in result.operations if o.kind != "keep"]
    assert [(o.kind, o.source, o.target, o.weight) for o in changed] == [("replace", "red", "blue", 2.0)]
    assert result.image.shape == PHOTO.shape
    assert (result.image != PHOTO).any(axis=-1).mean() == result.mask_coverage


def test_a_run_of_words_has_the_weight_of_any_of_them() -> None:
    """As the other engines have it: one function tells the operations."""
    parameters = EditParameters("a red hat on the grass", weights=((2, 2.0),))
    request = EditRequest(make_inversion(replace(INVERT, caption="a mug on the grass")), parameters)
    *_, last = FakeEngine([]).submit(request)
    assert [(o.target, o.weight) for o in last.result.operations if o.kind != "keep"] == [("red hat", 2.0)]


def test_the_users_mask_confines_the_edit() -> None:
    mask = np.zeros(PHOTO.shape[:2], np.uint8)
    mask[:8] = 255
    request = EditRequest(make_inversion(INVERT), EditParameters("a mug"), mask=mask)
    *_, last = FakeEngine().submit(request)
    assert isinstance(last, Finished)
    assert isinstance(last.result, EditResult)
    np.testing.assert_array_equal((last.result.image != PHOTO).any(axis=-1), mask > 0)


def test_a_script_is_played_as_written() -> None:
    script = (Progress("loading", 1, 1), Failed("The model is missing; add it."), Progress("pivots", 1, 1))
    engine = FakeEngine(script)
    assert list(engine.submit(INVERT)) == list(script[:2])
    assert list(engine.submit(INVERT)) == list(script[:2])
    assert engine.requests == [INVERT, INVERT]


def test_cancel_ends_a_pause_at_once() -> None:
    engine = FakeEngine([Progress("pivots", 1, 2), Pause(60)])
    events = engine.submit(INVERT)
    next(events)
    canceller = threading.Timer(0.02, engine.cancel)
    began = time.monotonic()
    canceller.start()
    assert list(events) == [Cancelled()]
    assert time.monotonic() - began < 5
    canceller.join()


def test_a_cancelled_inversion_hands_over_what_was_done_and_goes_on_from_it() -> None:
    engine = FakeEngine()
    events = engine.submit(INVERT)
    while next(events).step < 5:
        pass
    engine.cancel()
    *_, last = events
    assert isinstance(last, Cancelled)
    partial = last.partial
    assert len(partial.losses) == len(partial.null_embeddings) == len(partial.residuals) == 5
    assert partial.pivots.shape == (21, 4, 8, 12)
    rest = [e for e in engine.submit(replace(INVERT, resume=partial)) if isinstance(e, Progress)]
    assert [e.step for e in rest if e.step_done] == list(range(6, 21))


def test_components_are_there_when_asked_for() -> None:
    inversion = make_inversion(INVERT)
    for wanted in (False, True):
        *_, last = FakeEngine([]).submit(MapsRequest(inversion, components=wanted))
        assert last.result.words == ("a", "red", "mug", "on", "the", "grass")
        assert len(last.result.maps) == 6
        assert (last.result.components is not None) == wanted


def test_masks_are_added_and_subtracted_and_a_stack_has_the_operations_of_all() -> None:
    added, subtracted = np.zeros((2, *PHOTO.shape[:2]), np.uint8)
    added[:4], subtracted[:, :40] = 255, 255
    first, then = EditParameters("a blue mug on the grass"), EditParameters("a blue cup on the grass")
    request = EditRequest(make_inversion(INVERT), first, added=added, subtracted=subtracted, stacked=(then,))
    *_, last = FakeEngine([]).submit(request)
    result = last.result
    assert result.blend_mask[:, :40].max() == 0
    assert result.blend_mask[:4, 40:].min() == 1
    assert [o.target for o in result.operations if o.kind == "replace"] == ["blue", "cup"]


def test_close_cancels_and_is_remembered() -> None:
    engine = FakeEngine([Pause(60)])
    events = engine.submit(INVERT)
    engine.close()
    assert list(events) == [Cancelled()]
    assert engine.closed
