"""Recent files: as a menu, and as cards with thumbnails, which are looked for in a thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMenu, QWidget

from nti_desktop.document.thumbnails import thumbnail_of
from nti_desktop.ui.files.cards import cover
from nti_desktop.ui.files.recent_card import RECENT_SIZE, RecentFile
from nti_desktop.ui.files.start_page import MOST_RECENT_CARDS, StartPage
from nti_desktop.ui.files.thumbnail_cache import ThumbnailCache
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.settings import SettingsStore
from nti_desktop.ui.tasks import Tasks


class RecentMenu(QMenu):
    """Signals: `chosen` (Path)."""

    chosen = Signal(object)

    def __init__(self, store: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self.setTitle(tr("Open recent"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._chosen)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self.clear()
        for known in self._store.value.recent:
            path = Path(known)
            action = self.addAction(path.name.replace("&", "&&"))
            action.setData(known)
            action.setToolTip(known)
        if self.isEmpty():
            self.addAction(tr("Nothing was opened yet")).setEnabled(False)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self.chosen.emit(Path(str(action.data())))


async def show_recents(page: StartPage, tasks: Tasks, recent: tuple[str, ...]) -> None:
    """Fill the start page with recent files, first their names, then what they look like."""
    paths = [Path(known) for known in recent[:MOST_RECENT_CARDS]]
    found = await tasks.in_thread(lambda: tuple(RecentFile(path, _is_there(path)) for path in paths))
    page.show_recents(found)
    cache = ThumbnailCache(RECENT_SIZE)
    await tasks.in_thread(cache.keep_only, paths)
    for file in found:
        if file.there and page.wants_thumbnail(file.path):
            page.show_thumbnail(file.path, await tasks.in_thread(_thumbnail, file.path, cache))
    # What went from the list meanwhile may have been kept after it was let go.
    await tasks.in_thread(cache.keep_only, [card.file.path for card in page.recents])


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _thumbnail(path: Path, cache: ThumbnailCache) -> QImage:
    known = cache.get(path)
    if not known.isNull():
        return known
    pixels = thumbnail_of(path, 2 * max(RECENT_SIZE))
    found = QImage() if pixels is None else cover(pixels, RECENT_SIZE)
    cache.keep(path, found)
    return found
