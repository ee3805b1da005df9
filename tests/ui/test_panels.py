"""The job panel, the summary and the message bar, with plain values."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from nti_desktop.engine.events import Progress
from nti_desktop.ui.jobs.job_panel import JobPanel
from nti_desktop.ui.jobs.loss_plot import LossPlot
from nti_desktop.ui.jobs.progress import JobProgress, LossPoint
from nti_desktop.ui.jobs.wording import time_left
from nti_desktop.ui.message_bar import MessageBar


@pytest.fixture
def panel(qtbot, theme) -> JobPanel:
    made = JobPanel(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_job_is_told_in_plain_words(panel) -> None:
    job = JobProgress(1, "invert")
    job.take(Progress("null-text", 10, 50, 801, 2e-4, 1e-5, 2, 90, 12.5, 34.4))
    panel.show_progress(job)
    assert panel.title.text() == "Inverting"
    assert panel.stage.text() == "Finding how to bring it back"
    assert panel.left.text() == "about 34 seconds left"
    assert panel.speed.text() == "12 evaluations/s"
    assert 300 < panel.bar.value() < 400
    assert panel.plot.isVisible()
    assert panel.plot.curve == ((801, pytest.approx(math.log10(2e-4))),)


def test_the_loss_of_a_step_under_way_is_not_drawn_as_if_it_were_done(panel) -> None:
    job, done = JobProgress(1, "invert"), Progress("null-text", 10, 50, 801, 2e-4, 1e-5, 2)
    job.take(replace(done, step=9, loss=9e-4, inner=1, step_done=False))
    assert job.losses == []
    job.take(done)
    assert (job.timesteps, job.losses) == ([801], [2e-4])


def test_an_edit_has_no_losses_to_draw(panel) -> None:
    panel.show_progress(JobProgress(1, "edit"))
    assert not panel.plot.isVisible()
    assert panel.title.text() == "Making the edit"


def test_cancelling_shows_at_once(panel) -> None:
    panel.show_progress(JobProgress(1, "invert", cancelling=True))
    assert panel.stage.text() == "Stopping…"
    assert not panel.cancel.isEnabled()


def test_progress_never_goes_back() -> None:
    job, shares = JobProgress(1, "invert"), []
    for stage in ("loading", "pivots", "null-text", "encoding", "reconstruction", "decoding"):
        job.take(Progress(stage, 1, 2))
        shares.append(job.share)
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] < 1


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, "estimating the time…"),
        (0.4, "almost done"),
        (12.3, "about 12 seconds left"),
        (600, "about 10 minutes left"),
        (9000, "about 2.5 hours left"),
    ],
)
def test_time_left_is_said_as_people_do(seconds, said) -> None:
    assert time_left(seconds) == said


def test_losses_are_drawn_with_the_noisiest_at_the_left(qtbot, theme) -> None:
    plot = LossPlot(theme)
    qtbot.addWidget(plot)
    losses = ((941, 0.0, 4e-5), (981, 1e-3, 1e-5), (961, 1e-4, 2e-5))
    plot.show_points([LossPoint(t, loss, 2, True, limit) for t, loss, limit in losses])
    assert [time for time, _ in plot.curve] == [981, 961, 941]
    assert [power for _, power in plot.curve] == pytest.approx([-3, -4, -12])
    plot.grab()
    places = [plot.axes.at(time, power) for time, power in plot.curve]
    assert [p.x() for p in places] == sorted(p.x() for p in places)
    assert [p.y() for p in places] == sorted(p.y() for p in places), "the least loss stands lowest"
    assert all(plot.axes.room.contains(place) for place in places)


def test_the_tolerance_is_a_line_through_what_each_step_is_held_to(qtbot, theme) -> None:
    plot = LossPlot(theme)
    qtbot.addWidget(plot)
    plot.show_points([LossPoint(981, 1e-3, 2, True, 1e-5), LossPoint(961, 1e-3, 2, True, 1e-4)])
    assert [time for time, _ in plot.tolerance] == [1000, 981, 961, 0]
    assert [power for _, power in plot.tolerance] == pytest.approx([-5, -5, -4, -4])
    plot.show_points([LossPoint(981, 1e-3, 2, True)])
    assert plot.tolerance == (), "such a step takes all its iterations"


def test_a_step_under_way_is_a_ring_beside_the_curve(qtbot, theme) -> None:
    plot = LossPlot(theme)
    qtbot.addWidget(plot)
    plot.show_points([LossPoint(981, 1e-3, 2, True), LossPoint(961, 1e-2, 1, False)])
    assert [time for time, _ in plot.curve] == [981]
    assert [time for time, _ in plot.live] == [961]
    accent = QColor(theme.colours.accent)
    image, rim = plot.grab().toImage(), plot.axes.at(*plot.live[0]).toPoint()
    assert image.pixelColor(rim) != accent
    assert any(image.pixelColor(rim.x() + by, rim.y()) == accent for by in (-5, -4, 4, 5))
    plot.show_points([LossPoint(981, 1e-3, 2, True), LossPoint(961, 1e-4, 2, True)])
    assert [time for time, _ in plot.curve] == [981, 961]
    assert plot.live == ()


def test_points_are_coloured_by_the_work_that_went_into_them(qtbot, theme) -> None:
    plot = LossPlot(theme)
    qtbot.addWidget(plot)
    plot.show_points([LossPoint(t, 1e-3, inner, True) for t, inner in ((981, 10), (961, 5), (941, 10))])
    colours = [colour.name() for colour in plot.colours]
    assert colours[0] == colours[2] == theme.colours.accent
    drawn = plot.grab().toImage().pixelColor(plot.axes.at(*plot.curve[0]).toPoint())
    assert drawn.name() == theme.colours.accent
    assert colours[1] not in (theme.colours.accent, theme.colours.border_strong)


def test_ten_thousand_losses_are_drawn(qtbot, theme) -> None:
    plot = LossPlot(theme)
    qtbot.addWidget(plot)
    plot.show_points([LossPoint(t, 1e-6 * (t + 1), 1, True) for t in range(10_000)])
    assert len(plot.curve) == 10_000
    assert not plot.grab().isNull()


@pytest.fixture
def message(qtbot, theme) -> MessageBar:
    made = MessageBar(theme)
    qtbot.addWidget(made)
    return made


def test_a_problem_stays_until_it_is_closed(message, qtbot) -> None:
    message.show_problem("It did not work.", "at line 3")
    qtbot.mouseClick(message.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("It did not work.\n\nat line 3")
    assert message.isVisible()
    qtbot.mouseClick(message.dismiss, Qt.MouseButton.LeftButton)
    assert not message.isVisible()


def test_a_notice_goes_by_itself(message, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("nti_desktop.ui.message_bar._NOTICE_MS", 20)
    message.show_notice("Saved.")
    assert message.isVisible()
    assert not message.copy.isVisible()
    qtbot.waitUntil(lambda: not message.isVisible())
