"""The words whose maps stay in sight while others are pointed at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from nti_desktop.ui.canvas.colour_maps import hue
from nti_desktop.ui.canvas.presenter import CanvasPresenter
from nti_desktop.ui.caption.chips import Chip, chips_of
from nti_desktop.ui.caption.editor import CaptionEditor
from nti_desktop.ui.session import Session

_Place = tuple[int, ...]  # words of the caption, by index


class Pins(QObject):
    """Remembers the pinned words of each inversion for as long as the window is open."""

    def __init__(self, session: Session, editor: CaptionEditor, presenter: CanvasPresenter) -> None:
        super().__init__()
        self._session = session
        self._editor = editor
        self._presenter = presenter
        self._pinned: dict[str, tuple[_Place, ...]] = {}
        self._shown: tuple[Chip, ...] = ()
        editor.words.pinned.connect(self._pin)
        session.changed.connect(self.refresh)

    @Slot(object, bool)
    def _pin(self, chip: Chip, pinned: bool) -> None:
        wanted = [part.source for part in (chip.parts or (chip,)) if part.source]
        kept = [place for place in self._places() if place not in wanted]
        active = self._session.document.project.active_inversion
        if active is not None:
            self._pinned[active] = tuple(kept + wanted if pinned else kept)
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the maps of what is pinned, as far as the caption still has it."""
        project = self._session.document.project
        chips = chips_of(project.inversion.caption, self._session.draft) if project.inversion else ()
        by_place = {chip.source: chip for chip in chips}
        shown = tuple(by_place[place] for place in self._places() if place in by_place)
        hues = {chip.source: hue(n).name() for n, chip in enumerate(shown)}
        self._editor.words.show_hues(hues)
        if shown != self._shown:
            self._shown = shown
            self._presenter.pin(shown)

    def _places(self) -> tuple[_Place, ...]:
        return self._pinned.get(self._session.document.project.active_inversion or "", ())
