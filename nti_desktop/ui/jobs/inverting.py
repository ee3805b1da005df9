"""Inverting the photo: begin, begin anew with another effort, pause, go on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from nti_desktop.diffusion.prompts import words_of
from nti_desktop.document.state import PausedInversion
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.engine.results import ImageArray
from nti_desktop.errors import UserError
from nti_desktop.ui.look.i18n import noop, said, tr
from nti_desktop.ui.session import Session
from nti_desktop.ui.settings import Settings

EMPTY_CAPTION = noop("Describe the photo in one sentence first, for example “a red mug on a wooden table”.")


class InversionCommands(QObject):
    """What can be done about the photo's inversions."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    @Slot(str)
    def invert(self, caption: str) -> None:
        """Find how the model brings the photo back, unless that is known; the caption describes it."""
        caption = " ".join(caption.split())
        document = self._session.document
        if document.project.photo is None:
            return
        if not words_of(caption):
            self._session.problem.emit(tr(EMPTY_CAPTION), "")
            return
        document.set_caption(caption)
        paused = document.project.paused
        if paused is not None and paused.caption == caption:
            self._resume(paused)
        elif document.project.inversion is None:
            self._begin(caption, partial(_asked, self._session.settings, caption, document.project.model))

    @Slot(str)
    def invert_again(self, effort: str) -> None:
        """Find it once more for the same caption, with another effort, which is chosen from now on."""
        session, project = self._session, self._session.document.project
        session.store.update(effort=effort, method="", preset="")
        if project.inversion is not None:
            caption = project.inversion.caption
            self._begin(caption, partial(_asked, session.settings, caption, project.model))

    @Slot()
    def pause(self) -> None:
        """Stop the running inversion, and keep what is done of it."""
        self._session.jobs.pause()

    @Slot()
    def resume(self) -> None:
        """Go on with the inversion that was paused."""
        paused = self._session.offered_paused
        if paused is not None:
            self._resume(paused)

    @Slot()
    def forget(self) -> None:
        """Let the paused inversion go."""
        paused = self._session.offered_paused
        if paused is not None:
            self._session.document.forget_paused(paused.caption)

    def _resume(self, paused: PausedInversion) -> None:
        document = self._session.document
        document.set_caption(paused.caption)
        self._begin(paused.caption, partial(_left, self._session.settings, paused, document.project.model))

    def _begin(self, caption: str, ask: Callable[[ImageArray], InvertRequest]) -> None:
        if not self._session.is_inverting(caption):
            self._session.tasks.start(self._queue(caption, ask))

    async def _queue(self, caption: str, ask: Callable[[ImageArray], InvertRequest]) -> None:
        """Put a request into the queue, once there is a picture to ask about."""
        session, photo = self._session, self._session.document.project.photo
        try:
            with session.preparing(caption):
                image = await session.working_image()
        except UserError as error:
            session.problem.emit(said(error), "")
            return
        if image is not None and session.document.project.photo is photo:
            session.jobs.add(ask(image), caption)


def _asked(how: Settings, caption: str, model: str, image: ImageArray) -> InvertRequest:
    """An inversion as the settings want it."""
    method, preset = how.way
    return InvertRequest(
        image,
        caption,
        model=model,
        method=method,
        preset=preset,
        steps=how.steps,
        guidance=how.guidance,
        device=how.device,
        previews=True,
        null_start=None if preset == "paper" else how.null_start,
        refinements=how.refinements,
        memory=how.memory,
        checkpoints=True,
    )


def _left(how: Settings, paused: PausedInversion, model: str, image: ImageArray) -> InvertRequest:
    """What is left of an inversion, which stays as it was asked for."""
    return InvertRequest(
        image,
        paused.caption,
        model=model,
        method=paused.method,
        preset=paused.preset,
        steps=paused.steps,
        guidance=paused.guidance,
        device=how.device,
        previews=True,
        null_start=paused.null_start,
        refinements=paused.refinements,
        resume=paused.partial,
        memory=how.memory,
        checkpoints=True,
    )
