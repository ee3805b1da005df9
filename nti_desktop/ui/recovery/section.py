"""The start page's row of work that was not saved when the window went."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.document.journal_recovery import Recovery
from nti_desktop.ui.files.cards import PictureCard
from nti_desktop.ui.look.flow_layout import FlowLayout
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme

CARD_SIZE = (188, 124)
_GAP = 16


class RecoveryCard(QWidget):
    """One of them, with what can be done about it.

    Signals:
        wanted: (Recovery) it is to come back.
        unwanted: (Recovery) it may go.
    """

    wanted = Signal(object)
    unwanted = Signal(object)

    def __init__(self, recovery: Recovery, image: QImage, theme: Theme) -> None:
        super().__init__()
        self.recovery = recovery
        changed = tr("Changed {when}").format(when=_when(recovery))
        self.picture = PictureCard(CARD_SIZE, theme, (recovery.name, changed))
        self.picture.set_image(image)
        self.picture.setAccessibleName(tr("Recover {name}").format(name=recovery.name))
        self.picture.setToolTip(tr("Go on where this was left; nothing of it was saved in a file"))
        self.recover = button(tr("Recover"), "primary", self.picture.toolTip())
        self.discard = button(tr("Discard"), "quiet", tr("Throw away what was not saved; no file changes"))
        self.discard.setAccessibleName(tr("Discard {name}").format(name=recovery.name))
        self.picture.clicked.connect(self._want)
        self.recover.clicked.connect(self._want)
        self.discard.clicked.connect(self._refuse)
        self._arrange()

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self.recovery)

    @Slot()
    def _refuse(self) -> None:
        self.unwanted.emit(self.recovery)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.recover)
        buttons.addWidget(self.discard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.picture)
        column.addLayout(buttons)


class RecoverySection(QWidget):
    """All of them; hidden while there are none.

    Signals:
        wanted, unwanted: (Recovery) as of a card.
    """

    wanted = Signal(object)
    unwanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cards: list[RecoveryCard] = []
        self._row = FlowLayout(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(tr("Not saved when the window closed unexpectedly"), "section"))
        column.addLayout(self._row)
        self.hide()

    def show_cards(self, found: tuple[tuple[Recovery, QImage], ...]) -> None:
        """Show these and no others."""
        for card in self.cards:
            self._row.removeWidget(card)
            card.deleteLater()
        self.cards = [RecoveryCard(recovery, image, self._theme) for recovery, image in found]
        for card in self.cards:
            card.wanted.connect(self.wanted)
            card.unwanted.connect(self.unwanted)
            self._row.addWidget(card)
        self.setVisible(bool(self.cards))


def _when(recovery: Recovery) -> str:
    moment = QDateTime.fromSecsSinceEpoch(round(recovery.when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
