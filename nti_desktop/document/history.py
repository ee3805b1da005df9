"""Undo and redo by keeping frozen project states, which share all that did not change."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from nti_desktop.document.state import Project

_MOST_STATES = 200
JOINED_WITHIN = 2.0  # seconds


class History:
    """The states before and after the present one.

    Attributes:
        present: the state of now.
    """

    def __init__(self, present: Project, clock: Callable[[], float] = time.monotonic) -> None:
        self.present = present
        self._past: list[Project] = []
        self._future: list[Project] = []
        self._kind = ""
        self._last = 0.0
        self._clock = clock

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a state that was undone."""
        return bool(self._future)

    def push(self, state: Project, kind: str = "") -> None:
        """Make `state` the present; changes of one `kind` (not "") in quick succession undo as one."""
        now = self._clock()
        joined = kind != "" and kind == self._kind and now - self._last <= JOINED_WITHIN and bool(self._past)
        self._last = now
        if not joined:
            self._past.append(self.present)
            del self._past[:-_MOST_STATES]
        self._kind = kind
        self._future.clear()
        self.present = state

    def amend(self, change: Callable[[Project], Project]) -> None:
        """Change every state, without a step to go back."""
        self.present = change(self.present)
        self._past = [change(state) for state in self._past]
        self._future = [change(state) for state in self._future]

    def close_step(self) -> None:
        """Let the next change be undone by itself, whatever its kind."""
        self._kind = ""

    def undo(self) -> None:
        """Go one state back, if there is one."""
        if self._past:
            self._future.append(self.present)
            self._step_to(_with_inversions_of(self._past.pop(), self.present))

    def redo(self) -> None:
        """Take the last undo back, if there was one; the state has all inversions but those it drops."""
        if self._future:
            self._past.append(self.present)
            self._step_to(self._future.pop())

    def _step_to(self, state: Project) -> None:
        self.present = state
        self._kind = ""


def _with_inversions_of(state: Project, other: Project) -> Project:
    """`state`, with the inversions that only `other` has: minutes of work are not undone, only set aside."""
    if state.photo is not other.photo or state.crop != other.crop:
        return state
    known = {record.id for record in state.inversions}
    extra = tuple(record for record in other.inversions if record.id not in known)
    return replace(state, inversions=state.inversions + extra) if extra else state
