"""Edits that are tried as soon as something changes: after a moment of rest, and the latest wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from nti_desktop.document.photo import Photo
from nti_desktop.document.state import EditMasks, EditRecord
from nti_desktop.engine.requests import EditParameters, EditRequest
from nti_desktop.engine.results import EditResult, Inversion
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.session import Session

KEY = "live"
TRIAL_ID = "trial"
_REST_MS = 300


@dataclass(frozen=True, eq=False)
class _Wish:
    """What a trial is asked to show; two are the same when they would show the same."""

    parameters: EditParameters
    masks: EditMasks | None
    inversion: Inversion
    inversion_id: str

    def same_as(self, other: _Wish | None) -> bool:
        """Whether the other would show the same."""
        return (
            other is not None
            and self.parameters == other.parameters
            and self.masks is other.masks
            and self.inversion is other.inversion
        )


class _Seen(NamedTuple):
    """What a trial follows from; another one is told by identity."""

    live: bool
    photo: Photo | None
    edits: tuple[EditRecord, ...]
    shown: EditRecord | None
    inversion: Inversion | None
    draft: EditParameters | None
    masks: EditMasks | None

    def moved_from(self, other: _Seen | None) -> bool:
        """Whether anything is another now."""
        return other is None or any(new is not old for new, old in zip(self, other, strict=True))

    def composed_from(self, other: _Seen | None) -> bool:
        """Whether someone went on composing, rather than stepping to another edit or project, whose words
        came along: those are there already, or were given up."""
        if other is None or self.photo is not other.photo:
            return False
        if self.live is not other.live or self.inversion is not other.inversion:
            return True
        same_place = self.edits is other.edits and self.shown is other.shown
        return same_place and (self.draft is not other.draft or self.masks is not other.masks)


class LiveEdits(QObject):
    """Watches the draft; results become the session's trial and go into the history only when kept."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._wish: _Wish | None = None  # the latest, whether waiting, being made or made
        self._made_for: _Wish | None = None  # what the request was made of
        self._request: EditRequest | None = None
        self._seen: _Seen | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)
        session.changed.connect(self._look)
        session.jobs.changed.connect(self._look)
        session.jobs.edited.connect(self._edited)

    @property
    def share(self) -> float | None:
        """How much of the trial under way is done; None when none is."""
        job = self._session.jobs.current
        return job.share if job is not None and job.key == KEY else None

    @Slot()
    def _look(self) -> None:
        """Something changed: perhaps the draft, perhaps the switch."""
        wish, seen, before = self._wanted(), self._looked(), self._seen
        self._seen = seen
        if wish is None:
            self._give_up()
            if seen.moved_from(before) and not self._session.shows_draft:
                self._session.set_trial(None)
        elif self._is_tried(wish):
            self._give_up()
            self._wish = wish
        elif not wish.same_as(self._wish):
            self._turn_to(wish, seen.composed_from(before))

    def _turn_to(self, wish: _Wish, composed: bool) -> None:
        """Try something else, if someone asked for it by composing it."""
        if composed:
            self._wish = wish
            self._rest.start()
        else:
            self._give_up()
            self._wish = wish
            self._session.set_trial(None)

    def _is_tried(self, wish: _Wish) -> bool:
        """Whether the trial in sight shows this, such as a variation that was opened."""
        trial = self._session.trial
        if trial is None or trial.inversion_id != wish.inversion_id:
            return False
        return trial.parameters == wish.parameters and trial.masks is wish.masks

    def _wanted(self) -> _Wish | None:
        """What should be tried now, unless it is being made for good already."""
        session, project = self._session, self._session.document.project
        inversion, active = project.inversion, project.active_inversion
        if not session.settings.live or not session.can_apply or inversion is None or active is None:
            return None
        return _Wish(session.draft, project.draft_masks, inversion, active)

    def _looked(self) -> _Seen:
        project = self._session.document.project
        return _Seen(
            self._session.settings.live,
            project.photo,
            project.edits,
            project.edit,
            project.inversion,
            project.draft,
            project.draft_masks,
        )

    def _give_up(self) -> None:
        self._wish = None
        self._rest.stop()
        self._forget_request()
        self._session.jobs.drop(KEY)

    def _forget_request(self) -> None:
        if self._request is not None:
            self._session.claimed.discard(self._request)
            self._request = None

    @Slot()
    def _begin(self) -> None:
        """The person rests."""
        request = self._session.edit_request(self._session.draft)
        if request is None or self._wish is None:
            return
        self._forget_request()
        self._request, self._made_for = request, self._wanted()
        self._session.claimed.add(request)
        self._session.jobs.add(request, tr("Live edit"), key=KEY)

    @Slot(object, object)
    def _edited(self, request: EditRequest, result: EditResult) -> None:
        wish = self._made_for
        if request is not self._request or wish is None:
            return
        trial = EditRecord(
            TRIAL_ID, wish.inversion_id, request.parameters, result, "", request.stacked, wish.masks
        )
        self._session.set_trial(trial)
