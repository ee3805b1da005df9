"""The lines in which a caption is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit

from nti_desktop.diffusion.prompts import same_word, words_of
from nti_desktop.ui.files.drops import clipboard_content, is_for_the_window

_MOST_LINES = 3
_PADDING = 9
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptionField(QPlainTextEdit):
    """One sentence, wrapped over up to three lines; files and pictures are for the window.

    Signals:
        typed: (caption) by the person, not by the program.
        submitted: Return was pressed.
        picture_pasted: there is a picture or a file on the clipboard, not words.
    """

    typed = Signal(str)
    submitted = Signal()
    picture_pasted = Signal()

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self._filling = False
        self._underliner = _Underliner(self.document(), self)
        self.setProperty("look", "caption")
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._follow)
        self.textChanged.connect(self._changed)
        self._follow()

    def text(self) -> str:
        """What is typed, as one line."""
        return self.toPlainText().replace("\n", " ")

    def setText(self, text: str) -> None:
        """Put a caption in, with the cursor at its end."""
        self.apart(lambda: self.setPlainText(text))
        self.moveCursor(QTextCursor.MoveOperation.End)

    def apart(self, change: Callable[[], object]) -> None:
        """Change something that the person did not type."""
        self._filling = True
        change()
        self._filling = False

    def show_unknown(self, words: tuple[str, ...]) -> None:
        """Underline words that the model does not know."""
        self._underliner.show_words(words)

    def event(self, event: QEvent) -> bool:
        """With nothing typed to take back, undo is the window's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return ends the sentence, Escape is for the form, and a picture or a file is passed on."""
        if event.matches(QKeySequence.StandardKey.Paste) and is_for_the_window(clipboard_content()):
            self.picture_pasted.emit()
        elif event.key() in _RETURNS:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, mime: QMimeData) -> None:
        """Several lines are pasted as one."""
        self.insertPlainText(" ".join(mime.text().split("\n")))

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._follow()
        elif event.type() is QEvent.Type.PaletteChange:
            self.apart(self._underliner.rehighlight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self._follow()

    @Slot()
    def _changed(self) -> None:
        if not self._filling:
            self.typed.emit(self.text())

    @Slot()
    def _follow(self) -> None:
        """As high as the lines need."""
        lines = round(self.document().documentLayout().documentSize().height())
        shown = min(max(lines, 1), _MOST_LINES)
        scrolls = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls if lines > _MOST_LINES else never)
        height = shown * self.fontMetrics().lineSpacing() + 2 * _PADDING + 2
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


class _Underliner(QSyntaxHighlighter):
    """Draws a wavy line under some words."""

    def __init__(self, document: QTextDocument, field: CaptionField) -> None:
        super().__init__(document)
        self._field = field
        self._words: frozenset[str] = frozenset()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Underline these from now on."""
        wanted = frozenset(same_word(word) for word in words)
        if wanted != self._words:
            self._words = wanted
            self._field.apart(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """One line of the text."""
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(self._field.palette().placeholderText().color())
        for word in words_of(text):
            if same_word(word.text) in self._words:
                start = len(text[: word.start].encode("utf-16-le")) // 2
                self.setFormat(start, len(word.text.encode("utf-16-le")) // 2, wavy)
