"""The table that compares the methods: what it measures, and that it goes where it belongs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nti_desktop.engine.events import Event, Finished
from nti_desktop.engine.fake import FakeEngine
from nti_desktop.engine.pretence import make_edit_result, make_inversion
from nti_desktop.engine.requests import METHODS, EditRequest, InvertRequest, Request
from tests.behaviour.scenes import held_out_scenes
from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks import canvas, desk, methods, moments, speed, tables, weights, window

SCENE = held_out_scenes()[0]
ROWS = {row.name: row for row in (*methods.METHOD_ROWS, *methods.OPTION_ROWS)}


class Painter(FakeEngine):
    """Edits perfectly where an edit is confined, and spoils the background where it is not."""

    def submit(self, request: Request) -> Iterator[Event]:
        self.requests.append(request)
        if isinstance(request, InvertRequest):
            inversion = make_inversion(request)
            seconds = 8.0 if request.preset == "paper" else 2.0
            yield Finished(replace(inversion, report=replace(inversion.report, seconds=seconds)))
        if isinstance(request, EditRequest):
            picture = SCENE.truth.copy()
            if request.parameters.blend_words == ():
                picture[~SCENE.mask] = 0
            yield Finished(replace(make_edit_result(request), image=picture))


def drifting(inversion):
    """A sampler whose path ends 10 levels too bright."""
    return inversion.pivots[::-1] + 1, np.clip(SCENE.image.astype(int) + 10, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def figures() -> dict:
    return methods.run(Painter(), drifting, [SCENE], 4, 7.5)


@pytest.mark.parametrize("scenes", ["0", "5", "-1"])
def test_more_scenes_than_there_are_cannot_be_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], scenes: str
) -> None:
    assert len(held_out_scenes()) == benchmarks.HELD_OUT
    monkeypatch.setattr("sys.argv", ["bench", "methods", "--scenes", scenes])
    with pytest.raises(SystemExit):
        benchmarks._arguments()
    assert "give --scenes 1 to 4" in capsys.readouterr().err


def test_every_method_is_compared(figures) -> None:
    compared = {row.invert["method"] for row in methods.METHOD_ROWS}
    assert compared == set(METHODS)
    assert {row.name for row in figures} == set(ROWS)


def test_figures_are_what_they_say(figures) -> None:
    (fast,) = figures[ROWS["null-text, fast"]]
    assert fast.recoloured
    assert fast.inside > 80
    assert fast.background > fast.background_everywhere + 10
    assert fast.with_residuals == 30
    assert 28 < fast.without_residuals < 29  # 10 levels, here and there cut off at 255


def test_a_wrong_hue_is_no_success() -> None:
    class Idle(Painter):
        """Leaves the photo as it is."""

        def submit(self, request: Request) -> Iterator[Event]:
            for event in super().submit(request):
                changed = isinstance(request, EditRequest)
                yield Finished(replace(event.result, image=SCENE.image)) if changed else event

    bench = methods.Bench(Idle(), drifting, 4, None)
    (measured,) = bench.measure(ROWS["direct"], [SCENE])
    assert not measured.recoloured
    assert measured.background > 80


def test_ddim_alone_is_edited_from_its_own_path() -> None:
    engine = Painter()
    methods.Bench(engine, drifting, 4, None).measure(ROWS["DDIM alone"], [SCENE])
    inverted, edited, _ = engine.requests
    found = make_inversion(inverted)
    np.testing.assert_array_equal(edited.inversion.pivots, found.pivots + 1)
    assert not edited.inversion.residuals.any()
    engine = Painter()
    methods.Bench(engine, drifting, 4, None).measure(ROWS["direct"], [SCENE])
    np.testing.assert_array_equal(engine.requests[1].inversion.pivots, found.pivots)


def test_rows_that_share_an_inversion_make_it_once() -> None:
    engine = Painter()
    bench = methods.Bench(engine, drifting, 4, None)
    for row in methods.OPTION_ROWS:
        bench.measure(row, [SCENE])
    assert sum(isinstance(request, InvertRequest) for request in engine.requests) == 2
    edits = [r.parameters for r in engine.requests if isinstance(r, EditRequest)]
    assert {p.proximal for p in edits} == {"none", "soft", "hard"}
    assert {p.mutual_start for p in edits} == {None, 0.1}


def test_the_table(figures) -> None:
    lines = tables.section(figures, "Guidance 7.5").splitlines()
    paper = next(line for line in lines if line.startswith("| null-text, paper"))
    assert paper.endswith("| 8.0 | 4.00 |")
    assert "| 1 of 1 |" in paper
    assert "The autoencoder alone: 30.0 dB." in lines
    rows = [line.count("|") for line in lines if line.startswith("|")]
    assert len(rows) == len(methods.METHOD_ROWS) + len(methods.OPTION_ROWS) + 4


def test_the_table_replaces_the_last_one_and_nothing_else(tmp_path: Path) -> None:
    document = tmp_path / "methods.md"
    document.write_text(f"before\n{tables.BEGIN}\n\nold\n\n{tables.END}\nafter\n", "utf-8")
    for text in ("new", "newer"):
        tables.write(text, document)
        assert document.read_text("utf-8") == f"before\n{tables.BEGIN}\n\n{text}\n\n{tables.END}\nafter\n"
    document.write_text("nothing", "utf-8")
    with pytest.raises(ValueError, match="no place"):
        tables.write("new", document)


def test_the_document_describes_every_method_and_has_a_place_for_the_table() -> None:
    text = tables.DOCUMENT.read_text("utf-8")
    assert text.index(tables.BEGIN) < text.index(tables.END)
    for method in METHODS:
        assert f"## `{method}`" in text


def test_speed_goes_into_its_own_section_as_tables(tmp_path: Path) -> None:
    document, kept = tmp_path / "speed.md", "<!-- two: begin -->kept<!-- two: end -->"
    document.write_text(f"<!-- one: begin -->old<!-- one: end -->{kept}", "utf-8")
    late = {"idle_median_ms": 0.14, "idle_p99_ms": 1.0, "idle_max_ms": 2.0, "idle_held_ms": 0.5}
    speed.put("one", late | {"seconds": 1.25, "first_mb": 300.0}, "measured here:", document)
    text = document.read_text("utf-8")
    assert "old" not in text
    assert text.endswith(kept)
    assert "measured here:" in text
    for line in ("| idle | 0.1 | 1.0 | 2.0 | 0.5 |", "| time | 1.25 s |", "| first | 300 MB |"):
        assert line in text
    with pytest.raises(ValueError, match="no place"):
        speed.put("three", late, "", document)


def test_every_benchmark_of_the_window_has_a_place() -> None:
    text = speed.DOCUMENT.read_text("utf-8")
    for name in (*window.MEASURES, *canvas.MEASURES, *moments.MEASURES):
        assert f"<!-- {name}: begin -->" in text


def test_lateness_is_what_exceeds_a_tick() -> None:
    ticks = desk.Ticks(at=[0.0, 0.010, 0.020, 0.055])
    assert ticks.figures("x") == pytest.approx(
        {"x_median_ms": 0.0, "x_p99_ms": 25.0, "x_max_ms": 25.0}, abs=1e-9
    )


def test_held_is_what_the_thread_computes_in_a_turn() -> None:
    stretches = desk.Stretches()
    stretches.end()  # of a turn whose beginning was not seen
    for work in (0.002, 0.02, 0.001):
        stretches.begin()
        time.sleep(0.03)  # the thread waits for an event
        until = time.thread_time() + work
        while time.thread_time() < until:
            pass
        stretches.end()
    assert 20 <= stretches.figures("x")["x_held_ms"] < 25


@pytest.mark.slow
def test_plain_sampling_at_guidance_1_retraces_the_pivots() -> None:
    """The oracle of the column without residuals, on the bundled model: DDIM there and back."""
    from nti_desktop.engine.local import LocalEngine

    inversion = methods.finish(LocalEngine(), InvertRequest(SCENE.image, SCENE.caption, method="direct"))
    path, picture = methods.sampler()(replace(inversion, guidance=1.0))
    assert np.square(path[::-1] - inversion.pivots).mean() < 1e-3
    assert np.square(picture.astype(float) - inversion.reconstruction).mean() < 20


def test_a_project_is_weighed_to_the_last_byte(tmp_path: Path) -> None:
    path = tmp_path / "p.nti"
    found = weights.weigh(weights.make_project(photo_size=(640, 480)), path)
    sizes = {weight.name: weight.stored for weight in found}
    assert sum(sizes.values()) == path.stat().st_size
    numbers = weights.STEPS * 4 * 64 * 64
    assert sizes["inversion: residuals, half precision"] == 2 * numbers
    assert sizes["inversion: pivots"] == 4 * (numbers + 4 * 64 * 64)
    assert min(sizes.values()) > 0
    assert f"| the file | {path.stat().st_size / 1e6:.3f} |" in weights.rendered(found)
