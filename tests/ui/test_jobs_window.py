"""The queue and the inversion in the window, driven by mouse and keys."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from nti_desktop.diffusion.sources import ModelDescription
from nti_desktop.engine.estimate import evaluations_of
from nti_desktop.engine.events import Notice, Preview, Progress
from nti_desktop.engine.fake import Pause, plausible_script
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest
from nti_desktop.ui import session as session_module
from nti_desktop.ui.files.dialogs import NativeDialogs
from nti_desktop.ui.jobs import pace_keeper
from nti_desktop.ui.jobs.line import Job
from nti_desktop.ui.jobs.pace import Means
from nti_desktop.ui.jobs.progress import QUIET, JobProgress
from nti_desktop.ui.jobs.queue_list import TIME
from nti_desktop.ui.jobs.speeds import Speeds
from nti_desktop.ui.models.computer import Computer
from nti_desktop.ui.session import CROP_IN_USE
from nti_desktop.ui.settings import Settings
from nti_desktop.ui.tasks import Tasks
from tests.ui.conftest import (
    CAPTION,
    describe_small_model,
    invert,
    open_photo,
    replace_word,
    start_inversion,
)

LEFT = Qt.MouseButton.LeftButton


def half_way(request):
    """The first half of an inversion, then nothing until it is stopped; edits wait from the beginning."""
    steps = [e for e in plausible_script(request, 0) if not isinstance(e, Pause)]
    if isinstance(request, InvertRequest) and request.resume is None:
        return [*(e for e in steps if isinstance(e, Progress) and e.step <= 5), Pause(60)]
    return plausible_script(request, 0)


def held_edits(request):
    return [Pause(60)] if isinstance(request, EditRequest) else plausible_script(request, 0)


@pytest.fixture
def paused(make_rig, qtbot, photo_file):
    """A window whose inversion was paused half way by clicking."""
    rig = make_rig(half_way)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    pause_half_way(rig, qtbot)
    return rig


def pause_half_way(rig, qtbot) -> None:
    qtbot.waitUntil(lambda: rig.session.jobs.running and len(rig.session.jobs.current.losses) == 5)
    qtbot.mouseClick(rig.window.side.job.pause, LEFT)
    qtbot.waitUntil(lambda: not rig.session.jobs.running)


@pytest.fixture
def busy(make_rig, qtbot, photo_file):
    """A window with an inversion, and three edits of which the first never ends."""
    rig = make_rig(held_edits)
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    for old, new in (("red", "blue"), ("blue", "green"), ("green", "black")):
        replace_word(rig, qtbot, old, new)
        qtbot.mouseClick(rig.window.caption.words.apply, LEFT)
    return rig


def rows(rig) -> list[str]:
    shown = rig.window.side.queue.list
    return [shown.item(n).text() for n in range(shown.count())]


def captions(rig) -> list[str]:
    return [r.parameters.caption.split()[1] for r in rig.session.jobs.requests]


def test_a_paused_inversion_goes_on_from_where_it_was(paused, qtbot) -> None:
    panel = paused.window.side.paused
    assert panel.isVisible()
    assert panel.bar.value() == 5
    assert "5 of 10" in paused.window.message.text.text()
    assert len(paused.document.project.paused.partial.losses) == 5
    qtbot.mouseClick(panel.resume, LEFT)
    qtbot.waitUntil(lambda: paused.document.project.inversion is not None)
    assert paused.engine.requests[-1].resume is not None
    assert paused.document.project.paused is None
    drawn = [time for time, _ in paused.window.side.job.plot.curve]
    assert sorted(drawn) == [1 + 20 * step for step in range(10)], "those before the pause too"
    assert not panel.isVisible()


def test_a_paused_inversion_is_offered_again_after_reopening(paused, qtbot, tmp_path) -> None:
    paused.dialogs.saved = tmp_path / "later.nti"
    paused.files.save()
    qtbot.waitUntil(lambda: paused.document.path is not None and not paused.tasks.busy)
    before = paused.document.project
    paused.files.open(paused.dialogs.saved)
    qtbot.waitUntil(lambda: paused.document.project is not before and not paused.tasks.busy)
    assert paused.window.side.paused.isVisible()
    paused.window.actions_["resume"].trigger()
    qtbot.waitUntil(lambda: paused.document.project.inversion is not None)
    assert paused.document.project.inversion.caption == CAPTION


def test_a_paused_inversion_can_be_discarded(paused, qtbot) -> None:
    qtbot.mouseClick(paused.window.side.paused.discard, LEFT)
    assert paused.document.project.paused is None
    assert not paused.window.side.paused.isVisible()
    assert not paused.window.actions_["resume"].isEnabled()


def test_edits_are_queued_while_one_runs(busy, qtbot) -> None:
    side = busy.window.side
    assert captions(busy) == ["blue", "green", "black"]
    assert side.job.isVisible()
    assert len(rows(busy)) == 2
    assert side.queue.title.text() == "Waiting (2)"


def test_waiting_jobs_say_what_they_take_once_one_of_their_kind_was_measured(
    make_rig, qtbot, photo_file
) -> None:
    def measured(request):
        if isinstance(request, EditRequest):
            return [Progress("editing", 5, 10, network_evaluations=15, evaluations_per_second=0.5), Pause(60)]
        return plausible_script(request, 0)

    rig = make_rig(measured)
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    for new in ("blue", "green"):
        rig.document.set_draft(EditParameters(CAPTION.replace("red", new)))
        rig.session.apply()
    shown = rig.window.side.queue.list
    # 10 steps of 3 evaluations at half a one a second
    qtbot.waitUntil(lambda: shown.count() == 1 and shown.item(0).data(TIME) == "about 60 seconds")
    assert "about 60 seconds" in shown.item(0).toolTip()


def test_what_one_model_takes_says_nothing_of_another() -> None:
    def job(model: str) -> Job:
        request = InvertRequest(np.zeros((64, 64, 3), np.uint8), CAPTION, model=model)
        return Job((request,), JobProgress(1, "invert", evaluations=20, evaluations_per_second=100.0))

    speeds = Speeds()
    speeds.note(job("small"))
    assert speeds.seconds(job("small")) == evaluations_of("null-text", "fast", 50) / 100
    assert speeds.seconds(job("large")) is None


def test_the_same_edit_is_not_queued_twice(busy, qtbot) -> None:
    assert not busy.window.caption.words.apply.isEnabled()
    busy.session.apply()
    assert len(busy.session.jobs.requests) == 3


def test_waiting_jobs_change_places_by_button_and_by_key(busy, qtbot) -> None:
    queue = busy.window.side.queue
    queue.list.setCurrentRow(1)
    qtbot.mouseClick(queue.earlier, LEFT)
    assert captions(busy) == ["blue", "black", "green"]
    assert queue.list.currentRow() == 0
    assert not queue.earlier.isEnabled()
    assert queue.list.hasFocus(), "the focus stays with the queue"
    qtbot.keyClick(queue.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert captions(busy) == ["blue", "green", "black"]
    assert queue.list.currentRow() == 1


def test_a_dragged_job_takes_its_new_place(busy, qtbot) -> None:
    shown = busy.window.side.queue.list.model()
    shown.moveRow(shown.index(-1, 0).parent(), 0, shown.index(-1, 0).parent(), 2)
    assert captions(busy) == ["blue", "black", "green"]


def test_a_waiting_job_is_dropped_by_button_and_by_key(busy, qtbot) -> None:
    queue = busy.window.side.queue
    queue.list.setCurrentRow(0)
    qtbot.mouseClick(queue.drop, LEFT)
    assert captions(busy) == ["blue", "black"]
    qtbot.keyClick(queue.list, Qt.Key.Key_Delete)
    assert captions(busy) == ["blue"]
    assert not queue.isVisible()


def test_all_jobs_are_cancelled_together(busy, qtbot) -> None:
    qtbot.mouseClick(busy.window.side.queue.drop_all, LEFT)
    qtbot.waitUntil(lambda: not busy.session.jobs.running)
    assert busy.document.project.edits == ()
    assert len([r for r in busy.engine.requests if isinstance(r, EditRequest)]) == 1


def test_what_one_goes_on_composing_is_kept_when_an_edit_comes(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(lambda r: [Pause(0.2)] if isinstance(r, EditRequest) else plausible_script(r, 0))
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    replace_word(rig, qtbot, "red", "blue")
    qtbot.mouseClick(rig.window.caption.words.apply, LEFT)
    replace_word(rig, qtbot, "mug", "bowl")
    qtbot.waitUntil(lambda: len(rig.document.project.edits) == 1)
    assert rig.session.draft.caption == "a blue bowl on a wooden table"
    assert rig.document.project.edit.caption == "a blue mug on a wooden table"


def test_undo_works_while_a_job_runs_and_results_find_their_place(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(lambda r: [Pause(0.3)] if isinstance(r, EditRequest) else plausible_script(r, 0))
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    replace_word(rig, qtbot, "red", "blue")
    qtbot.mouseClick(rig.window.caption.words.apply, LEFT)
    rig.window.actions_["undo"].trigger()
    assert rig.session.draft.caption == CAPTION
    qtbot.waitUntil(lambda: len(rig.document.project.edits) == 1)
    assert rig.document.project.edits[0].caption == "a blue mug on a wooden table"
    assert rig.session.draft.caption == CAPTION, "what was undone stays undone"


def test_an_undo_that_takes_the_crop_from_a_running_job_is_refused(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(lambda r: [Pause(60)])
    open_photo(rig, qtbot, photo_file)
    first = rig.session.crop
    rig.document.set_crop(first)
    rig.document.set_crop(replace(first, x=first.x + 5))
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.session.jobs.running)
    crop = rig.document.project.crop
    while rig.document.can_undo and not rig.window.message.isVisible():
        rig.window.actions_["undo"].trigger()
    assert rig.document.project.crop == crop
    assert rig.window.message.text.text() == CROP_IN_USE
    assert rig.session.jobs.running


def test_closing_while_a_job_runs_asks_once_and_keeps_what_is_done(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(half_way)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.session.jobs.running and len(rig.session.jobs.current.losses) == 5)
    rig.window.close()
    qtbot.waitUntil(lambda: not rig.tasks.busy)
    assert rig.dialogs.asked == ["running 1"]
    assert rig.session.jobs.running, "the answer was to keep working"
    rig.dialogs.running, rig.dialogs.unsaved = "stop", "discard"
    rig.window.close()
    qtbot.waitUntil(lambda: not rig.window.isVisible())
    assert rig.dialogs.asked == ["running 1", "running 1", "unsaved holiday"]
    assert len(rig.document.project.paused.partial.losses) == 5


def test_closing_with_a_queue_ends_all_of_it(busy, qtbot) -> None:
    busy.dialogs.running, busy.dialogs.unsaved = "stop", "discard"
    busy.window.close()
    qtbot.waitUntil(lambda: not busy.window.isVisible())
    assert busy.dialogs.asked[0] == "running 3"
    assert not busy.session.jobs.running
    assert busy.session.jobs.waiting == ()


def test_ten_thousand_events_need_bounded_memory_and_few_repaints(make_rig, qtbot, photo_file) -> None:
    def chatter(request):
        for number in range(10_000):
            step = number // 200
            yield Progress("null-text", step, 50, 981 - 20 * step, 1e-3, 1e-5, number % 200, step_done=False)
        yield Progress("null-text", 50, 50, 1, 1e-4, 1e-5, 200)
        yield Pause(60)

    rig = make_rig(chatter)
    open_photo(rig, qtbot, photo_file)
    drawn: list[int] = []
    rig.session.jobs.progressed.connect(lambda: drawn.append(len(rig.session.jobs.current.points)))
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: bool(rig.session.jobs.current and rig.session.jobs.current.losses))
    assert max(drawn) <= 51
    assert len(drawn) < 300
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running)


def test_a_job_holds_no_more_after_ten_thousand_events_than_after_a_hundred() -> None:
    def taken(count: int) -> int:
        job = JobProgress(1, "invert")
        tracemalloc.start()
        for number in range(count):
            job.take(Progress("null-text", 1, 50, 981 - 20 * (number % 50), 1e-3 * (1 + number)))
        held = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        return held

    taken(10)
    assert taken(10_000) < 2 * taken(100)


def test_the_preview_is_measured_against_the_photo(make_rig, qtbot, photo_file) -> None:
    def script(request):
        yield Progress("pivots", 10, 10)
        yield Preview(request.image)
        yield Pause(0.2)
        yield Progress("null-text", 1, 10, 981, 1e-3)
        yield Preview(np.clip(request.image.astype(int) + 10, 0, 255).astype(np.uint8))
        yield Pause(60)

    rig = make_rig(script)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    shown = rig.window.side.job.closeness
    qtbot.waitUntil(shown.isVisible)
    measured = rig.session.jobs.current.preview_psnr_db
    assert 27 < measured < 30, "an error of about ten levels is about 28 dB"
    assert shown.text() == f"The preview is at {measured:.1f} dB of the photo"
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running)


def test_the_effort_is_chosen_by_a_click_and_used(make_rig, qtbot, photo_file) -> None:
    rig = make_rig()
    open_photo(rig, qtbot, photo_file)
    effort = rig.window.side.effort
    assert effort.options["instant"].radio.isChecked(), "what edits best on the bundled model comes first"
    option = effort.options["fast"]
    qtbot.mouseClick(option, LEFT)
    assert option.radio.isChecked()
    assert rig.session.settings.effort == "fast"
    invert(rig, qtbot, CAPTION)
    assert rig.engine.requests[0].method == "null-text"
    assert rig.engine.requests[0].preset == "fast"


def test_advanced_choices_reach_the_engine_and_can_be_taken_back(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(settings=Settings(steps=50))
    open_photo(rig, qtbot, photo_file)
    form = rig.window.side.effort.advanced
    qtbot.mouseClick(form.fold, LEFT)
    assert form.body.isVisible()
    for name, keys in (("steps", "12"), ("guidance", "5"), ("null_start", "0.5"), ("refinements", "2")):
        number = form.numbers[name]
        number.selectAll()
        qtbot.keyClicks(number, keys)
        qtbot.keyClick(number, Qt.Key.Key_Return)
    method = form.choices["method"]
    method.setFocus()
    qtbot.keyClick(method, Qt.Key.Key_End)
    qtbot.keyClick(method, Qt.Key.Key_Return)
    method.activated.emit(method.currentIndex())
    assert not form.choices["preset"].isEnabled(), "the other methods have one way each"
    invert(rig, qtbot, CAPTION)
    asked = rig.engine.requests[0]
    assert (asked.steps, asked.guidance, asked.null_start, asked.refinements) == (12, 5.0, 0.5, 2)
    assert asked.method == "direct"
    form.restore.click()
    assert rig.session.settings == replace(rig.session.settings, steps=50, guidance=None, method="")
    assert not form.restore.isVisible()


def test_inverting_again_with_another_effort(inverted, qtbot) -> None:
    summary = inverted.window.side.summary
    summary.efforts["exact"].trigger()
    qtbot.waitUntil(lambda: len(inverted.document.project.inversions) == 2)
    assert inverted.engine.requests[-1].preset == "paper"
    assert inverted.engine.requests[-1].caption == CAPTION


def test_earlier_jobs_tell_how_long_the_next_will_take(make_rig, qtbot, photo_file) -> None:
    def script(request):
        yield Progress("null-text", 10, 10, network_evaluations=50, evaluations_per_second=2.5)
        yield Progress("decoding", 1, 1)

    rig = make_rig(script)
    open_photo(rig, qtbot, photo_file)
    effort = rig.window.side.effort
    said = [effort.options[name].time.text() for name in ("instant", "fast", "exact")]
    assert said == ["", "1.7 × the work of “Instant”", "8.3 × the work of “Instant”"]
    assert effort.unknown.isVisible(), "seconds are not known on this computer"
    invert(rig, qtbot, CAPTION)
    fingerprint = rig.document.project.inversion.model.fingerprint
    qtbot.waitUntil(lambda: rig.session.settings.paces == (f"{fingerprint} auto 2.5",))
    rig.session.model = replace(rig.session.model, fingerprint=fingerprint)
    rig.controller.refresh()
    # 10 steps of 5 evaluations at 2.5 a second
    assert rig.window.side.summary.efforts["fast"].text() == "Fast – about 20 seconds"


def test_one_that_was_paused_tells_it_too(make_rig, qtbot, photo_file) -> None:
    def script(request):
        yield Progress("null-text", 5, 10, network_evaluations=25, evaluations_per_second=2.5)
        yield Pause(60)

    rig = make_rig(script)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.session.jobs.running and rig.session.jobs.current.evaluations == 25)
    assert rig.session.settings.paces == ()
    qtbot.mouseClick(rig.window.side.job.pause, LEFT)
    fingerprint = rig.session.model.fingerprint
    qtbot.waitUntil(lambda: rig.session.settings.paces == (f"{fingerprint} auto 2.5",))
    assert not rig.window.side.effort.unknown.isVisible()


def test_a_long_job_is_announced_before_it_begins(make_rig, qtbot, photo_file, monkeypatch) -> None:
    def large(model: str) -> ModelDescription:
        return replace(describe_small_model(model), known_words=None, width=512, height=512, multiple=64)

    monkeypatch.setattr(session_module, "describe_model", large)
    monkeypatch.setattr(pace_keeper, "look_around", lambda: Computer(None, 2))
    monkeypatch.setattr(pace_keeper, "measured_gflops", lambda: 100.0)
    monkeypatch.setattr(session_module, "describe_model", large)
    rig = make_rig(settings=Settings(steps=50, effort="fast"))
    rig.session.prepare()
    qtbot.waitUntil(lambda: rig.session.means == Means(False, 100.0))
    open_photo(rig, qtbot, photo_file)
    hint = rig.window.side.effort.hint
    assert hint.isVisible()
    # 50 steps of 5 evaluations of 803 GFLOP at 100 GFLOP a second
    assert "“Fast” takes roughly 33 minutes on this computer." in hint.text()
    assert "“Instant” takes" in hint.text()
    assert "graphics card" in hint.text()


def test_a_trial_does_not_push_the_panel_away(inverted, qtbot) -> None:
    side, state = inverted.window.side, inverted.session.state("holiday")
    side.render_state(replace(state, job=JobProgress(9, "edit", key=QUIET)))
    assert not side.job.isVisible()
    assert side.summary.isVisible()
    side.render_state(replace(state, job=JobProgress(9, "edit")))
    assert side.job.isVisible()


def test_without_the_side_panel_a_job_is_seen_in_the_bar(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(half_way)
    glance, side = rig.window.toolbar.job, rig.window.actions_["side"]
    rig.window.resize(1600, 800)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.session.jobs.current is not None and rig.session.jobs.current.share > 0.1)
    assert not glance.isVisible()  # the panel shows it
    side.trigger()
    percent = f"{rig.session.jobs.current.share * 100:.0f} %"
    assert glance.isVisible()
    assert glance.text() == f"Inverting  {percent}"
    rig.window.resize(900, 800)
    qtbot.waitUntil(lambda: glance.text() == percent)
    qtbot.mouseClick(glance, LEFT)
    assert rig.window.side.isVisible()
    assert not glance.isVisible()
    rig.window.actions_["shortcuts"].trigger()
    assert glance.isVisible()
    qtbot.mouseClick(glance, LEFT)
    assert rig.window.side.isVisible()
    assert not glance.isVisible()
    side.trigger()
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not glance.isVisible())


def test_the_panel_fits_into_a_small_window(make_rig, qtbot, photo_file) -> None:
    sentence = "Memory is short: the work goes on in smaller steps, which takes longer."
    rig = make_rig(lambda r: [Notice(sentence), *half_way(r)])
    rig.window.resize(900, 600)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.window.side.job.notice.isVisible() and rig.window.side.job.plot.isVisible())
    assert rig.window.height() == 600
    assert rig.window.side.job.cancel.isVisible()
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running)


def test_the_question_before_closing_is_answered_by_clicking(qtbot, loop) -> None:
    window, tasks, answers = QWidget(), Tasks(loop), []
    qtbot.addWidget(window)
    window.show()

    async def ask() -> None:
        answers.append(await NativeDialogs(window, tasks).ask_running(2, "close"))

    for text, answer in (("Keep working", "stay"), ("Stop and close", "stop")):
        tasks.start(ask())
        qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
        (box,) = window.findChildren(QMessageBox)
        assert "2 jobs" in box.text()
        chosen = next(button for button in box.buttons() if button.text() == text)
        qtbot.mouseClick(chosen, LEFT)
        qtbot.waitUntil(lambda: not tasks.busy and not window.findChildren(QMessageBox))
        assert answers[-1] == answer
    tasks.shutdown()


def test_what_begins_an_inversion_leaves_the_focus_to_the_photo(inverted, qtbot) -> None:
    summary, canvas = inverted.window.side.summary, inverted.window.canvas
    summary.again.setFocus()
    summary.efforts["fast"].trigger()
    qtbot.waitUntil(lambda: inverted.session.jobs.running)
    assert canvas.hasFocus()
    assert canvas.overlay is None  # no word that got the focus shows its map over the preview
    qtbot.waitUntil(lambda: not inverted.session.jobs.running and not inverted.tasks.busy)


def test_how_to_invert_leaves_it_too(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(lambda request: [Pause(60)])
    open_photo(rig, qtbot, photo_file)
    qtbot.keyClicks(rig.window.caption.describe.field, CAPTION)
    rig.window.side.effort.options["instant"].radio.setFocus()
    rig.window.actions_["run"].trigger()
    qtbot.waitUntil(lambda: rig.session.jobs.running)
    assert rig.window.canvas.hasFocus()
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running)
