"""The jobs that wait: which is next, in another order, or not at all."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.jobs.progress import JobProgress
from nti_desktop.ui.jobs.queue_list import QueueList
from nti_desktop.ui.jobs.wording import about, name
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label

_Row = tuple[int, str, str]  # a job's number, its name, what it takes
_MOST_ROWS = 5
_FRAME = 4


class QueuePanel(QWidget):
    """Renders the waiting jobs, next one first.

    Signals:
        moved: (number, place) a job is to wait at another place.
        dropped: (number) a job is no longer wanted.
        all_dropped: no job is wanted, the running one neither.
    """

    moved = Signal(int, int)
    dropped = Signal(int)
    all_dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[_Row, ...] = ()
        self.title = label("", "section")
        self.list = QueueList()
        self.earlier = button(tr("Earlier"), tip=tr("Let the chosen job begin sooner (Alt+Up)"))
        self.later = button(tr("Later"), tip=tr("Let the chosen job wait longer (Alt+Down)"))
        self.drop = button(tr("Drop"), tip=tr("Take the chosen job out of the queue (Delete)"))
        self.drop_all = button(
            tr("Cancel all"), "quiet", tr("Stop the running job, and take all others out of the queue")
        )
        self.list.model().rowsMoved.connect(self._row_moved)
        self.list.shifted.connect(self._shift)
        self.list.removed.connect(self._drop)
        self.list.currentRowChanged.connect(self._enable)
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        self.drop.clicked.connect(self._drop)
        self.drop_all.clicked.connect(self.all_dropped)
        self._arrange()

    def show_jobs(self, waiting: tuple[JobProgress, ...]) -> None:
        """Render them; the chosen one stays chosen."""
        shown = tuple((job.number, name(job), _takes(job)) for job in waiting)
        if shown != self._shown:
            chosen, self._shown = self._chosen(), shown
            self._fill(chosen)
            self.title.setText(tr("Waiting ({count})").format(count=len(shown)))
        self.setVisible(bool(shown))

    def _fill(self, chosen: int | None) -> None:
        place = self.list.currentRow()
        self.list.clear()
        for _, line, time in self._shown:
            self.list.add(line, time)
        numbers = [row[0] for row in self._shown]
        self.list.setCurrentRow(numbers.index(chosen) if chosen in numbers else min(place, len(numbers) - 1))
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * min(len(numbers), _MOST_ROWS) + _FRAME)
        self._enable()

    def _chosen(self) -> int | None:
        place = self.list.currentRow()
        return self._shown[place][0] if 0 <= place < len(self._shown) else None

    @Slot()
    def _enable(self) -> None:
        place = self.list.currentRow()
        possible = {
            self.earlier: place > 0,
            self.later: 0 <= place < self.list.count() - 1,
            self.drop: place >= 0,
        }
        for control, is_possible in possible.items():
            if control.hasFocus() and not is_possible:
                self.list.setFocus()  # else the focus would leave the queue
            control.setEnabled(is_possible)

    @Slot()
    def _earlier(self) -> None:
        self._shift(-1)

    @Slot()
    def _later(self) -> None:
        self._shift(1)

    @Slot(int)
    def _shift(self, by: int) -> None:
        number, place = self._chosen(), self.list.currentRow() + by
        if number is not None and 0 <= place < self.list.count():
            self.moved.emit(number, place)

    @Slot()
    def _drop(self) -> None:
        number = self._chosen()
        if number is not None:
            self.dropped.emit(number)

    @Slot(QModelIndex, int, int, QModelIndex, int)
    def _row_moved(self, _from: QModelIndex, first: int, _last: int, _to: QModelIndex, place: int) -> None:
        """A row was dragged; Qt counts the place before it is taken out of the old one."""
        self.moved.emit(self._shown[first][0], place - 1 if place > first else place)

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self.title)
        heading.addStretch(1)
        heading.addWidget(self.drop_all)
        buttons = QHBoxLayout()
        for control in (self.earlier, self.later, self.drop):
            buttons.addWidget(control, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(heading)
        layout.addWidget(self.list)
        layout.addLayout(buttons)


def _takes(job: JobProgress) -> str:
    """What a waiting job will take, in words; "" where that is unknown."""
    return "" if job.seconds_left is None else about(job.seconds_left)
