"""What a person can choose once and for all; everything takes effect at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.look.i18n import LANGUAGES, tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.pages.choices import Choice, Option, Switch, row
from nti_desktop.ui.pages.sheet import Sheet, section
from nti_desktop.ui.settings import Settings, SettingsStore


class SettingsPage(Sheet):
    """Renders the settings and changes them.

    Attributes:
        choices, switches: the controls, by the name of their setting, as far as the page is filled.

    Signals:
        restart_wanted: the person wants another language now.
    """

    restart_wanted = Signal()

    def __init__(self, store: SettingsStore, theme: Theme, language: str) -> None:
        """Make the page.

        Args:
            language: what the window speaks now.
        """
        super().__init__(tr("Settings"), theme)
        self._store = store
        self._language = language
        self.choices: dict[str, Choice] = {}
        self.switches: dict[str, Switch] = {}
        self.restart = self._restart_row()
        store.changed.connect(self.refresh)
        self.fill(self._parts())

    @Slot()
    def refresh(self) -> None:
        """Render the settings as they are."""
        settings: Settings = self._store.value
        for name, choice in self.choices.items():
            choice.show_value(str(getattr(settings, name)))
        for name, box in self.switches.items():
            box.setChecked(bool(getattr(settings, name)))
        self.restart.setVisible(settings.language != self._language)

    def _parts(self) -> Iterator[None]:
        parts = (
            (tr("Window"), self._add_look),
            (tr("Work"), self._add_work),
            (tr("Files and privacy"), self._add_files),
        )
        for title, add in parts:
            card, column = section(title)
            self.content.addWidget(card)
            yield
            yield from add(column)

    def _restart_row(self) -> QWidget:
        made = QWidget(self)
        made.hide()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        said = tr("The new language is used from the next start on.")
        self.again = button(tr("Start again now"), tip=tr("Close the window and open it in the new language"))
        self.again.clicked.connect(self.restart_wanted)
        row.addWidget(label(said, "notice", wrap=True), 1)
        row.addWidget(self.again)
        return made

    def _add_look(self, column: QVBoxLayout) -> Iterator[None]:
        looks = [("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))]
        column.addLayout(self._choice("look", tr("Look"), tr("Light or dark colours."), looks))
        yield
        languages = [("", tr("As the system")), *LANGUAGES.items()]
        why = tr("What the window is written in; captions stay as the model reads them.")
        column.addLayout(self._choice("language", tr("Language"), why, languages))
        yield
        column.addWidget(self.restart)
        self.restart.setVisible(self._store.value.language != self._language)
        why = tr("The system says when a job of more than ten seconds ends while you are elsewhere.")
        column.addLayout(self._switch("notify", tr("Notifications"), why))
        yield

    def _add_work(self, column: QVBoxLayout) -> Iterator[None]:
        why = tr("Try every change at once, as soon as you pause; keep what you like")
        column.addLayout(self._switch("live", tr("Live edits"), why))
        yield
        why = tr("What computes; a graphics card is many times faster than the processor.")
        devices = [
            ("auto", tr("The fastest there is")),
            ("cuda", tr("NVIDIA graphics card")),
            ("mps", tr("Apple graphics")),
            ("cpu", tr("Processor")),
        ]
        column.addLayout(self._choice("device", tr("Device"), why, devices))
        yield
        why = tr("On little memory the work is done in smaller pieces, which takes longer.")
        memory = [("auto", tr("As much as there is")), ("low", tr("As little as possible"))]
        column.addLayout(self._choice("memory", tr("Memory"), why, memory))
        yield

    def _add_files(self, column: QVBoxLayout) -> Iterator[None]:
        why = tr("Exported photos say in their metadata that a generative model edited them.")
        column.addLayout(self._switch("mark_exports", tr("Mark exported photos"), why))
        yield
        why = tr("Off, reports of problems hold no captions, file names or folders.")
        column.addLayout(self._switch("log_names", tr("Names in reports"), why))
        yield

    def _choice(self, name: str, title: str, why: str, options: list[Option]) -> QHBoxLayout:
        made = self.choices[name] = Choice(options)
        made.show_value(str(getattr(self._store.value, name)))
        made.picked.connect(partial(self._set, name))
        return row(title, why, made)

    def _switch(self, name: str, title: str, why: str) -> QHBoxLayout:
        made = self.switches[name] = Switch()
        made.setChecked(bool(getattr(self._store.value, name)))
        made.picked.connect(partial(self._set, name))
        return row(title, why, made)

    def _set(self, name: str, value: object) -> None:
        self._store.update(**{name: value})
