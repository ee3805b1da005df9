"""Getting a model from a hub: its id, what it would cost, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.models.fetching import Fetch, Fetching
from nti_desktop.ui.models.wording import size_text

_WHOLE = 1000


class DownloadForm(QWidget):
    """Renders a `Fetch` and drives it."""

    def __init__(self, fetching: Fetching) -> None:
        super().__init__()
        self._fetching = fetching
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("owner/name"))
        self.field.setAccessibleName(tr("Hub id of a model"))
        self.field.setToolTip(tr("The id of a Stable Diffusion model on the Hugging Face hub, as owner/name"))
        self.ask = button(tr("Look up"), tip=tr("Ask how large it is; nothing is downloaded yet"))
        self.begin = button(tr("Download"), "primary", tr("Fetch the model; it can be paused at any time"))
        self.pause = button(
            tr("Pause"), tip=tr("Stop for now; what has arrived is kept, even over a restart")
        )
        self.cancel = button(tr("Cancel"), "quiet", tr("Do not download it; incomplete files are deleted"))
        self.bar = QProgressBar()
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the download"))
        self.said = label("", "small", wrap=True)
        self._arrange()
        self.field.returnPressed.connect(self._ask)
        self.ask.clicked.connect(self._ask)
        self.begin.clicked.connect(fetching.begin)
        self.pause.clicked.connect(fetching.pause)
        self.cancel.clicked.connect(fetching.cancel)
        fetching.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Render where it stands."""
        held = self._has_focus()
        self._render(self._fetching.now)
        if held and not self._has_focus():  # what had it went away
            controls = (self.field, self.begin, self.pause, self.cancel)
            next((c for c in controls if c.isEnabled() and not c.isHidden()), self.field).setFocus()

    def _has_focus(self) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _render(self, now: Fetch) -> None:
        resting, may_ask = now.phase in ("idle", "asking"), now.phase not in ("running", "stopping")
        self.field.setEnabled(may_ask)
        self.field.setReadOnly(now.phase == "asking")
        self.ask.setVisible(may_ask)
        self.ask.setEnabled(now.phase != "asking")
        self.begin.setVisible(now.phase in ("offered", "paused"))
        self.begin.setText(tr("Go on") if now.phase == "paused" else tr("Download"))
        self.begin.setAccessibleName(self.begin.text())
        self.pause.setVisible(now.phase in ("running", "stopping"))
        self.cancel.setVisible(not resting)
        self.bar.setVisible(now.phase in ("running", "stopping", "paused"))
        self.bar.setValue(round(_WHOLE * now.arrived / max(now.size, 1)))
        self.said.setText(_sentence(now))
        self.said.setVisible(bool(self.said.text()))

    @Slot()
    def _ask(self) -> None:
        self._fetching.ask(self.field.text())

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for part in (self.ask, self.begin, self.pause, self.cancel):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.said)


def _sentence(now: Fetch) -> str:
    """Where it stands, in words."""
    numbers = {"arrived": size_text(now.arrived), "size": size_text(now.size), "model": now.model}
    if now.phase == "asking":
        return tr("Asking the hub…")
    if now.phase == "offered" and now.offer is not None:
        return tr("{model}: {count} files, {size}.").format(count=len(now.offer.files), **numbers)
    if now.phase == "running":
        return tr("{model}: {arrived} of {size}; checked when it is complete.").format(**numbers)
    if now.phase == "stopping":
        return tr("Stopping…")
    if now.phase == "paused":
        return tr("{model}: paused at {arrived} of {size}.").format(**numbers)
    return ""
