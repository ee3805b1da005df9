"""Connects the window's parts with the session and the files; each reaction is one small slot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot

from nti_desktop.document.photo import Photo
from nti_desktop.ui.canvas.presenter import CanvasPresenter
from nti_desktop.ui.caption.draft import chips_of
from nti_desktop.ui.caption.editor import CaptionState
from nti_desktop.ui.caption.words import WordCommands
from nti_desktop.ui.files.drops import clipboard_content, image_in, path_in
from nti_desktop.ui.files.files import Files
from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow

_REDRAW_MS = 30


class Controller(QObject):
    """Renders the session in the window and sends what the person does to it."""

    def __init__(self, window: MainWindow, session: Session, files: Files) -> None:
        super().__init__()
        self._window = window
        self._session = session
        self._files = files
        self._typed: str | None = None  # what the describe form holds, where the document does not
        self._caption = ""
        self._photo: Photo | None = None
        self._redraw = QTimer(self)
        self.presenter = CanvasPresenter(session, window.canvas)
        self.words = WordCommands(session, window.caption)
        self._connect_session()
        self._connect_actions()
        self._connect_parts()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Render everything that follows from the state; widgets skip what did not change."""
        document = self._session.document
        project = document.project
        self._window.show_editor(project.photo is not None)
        if project.caption != self._caption or project.photo is not self._photo:
            self._typed = None
        fresh = project.photo is not self._photo
        self._caption, self._photo = project.caption, project.photo
        state = self._session.state(self._files.name if project.photo is not None else "")
        self._window.show_name(state.name, state.unsaved)
        self._window.side.render_state(state)
        self._window.caption.render_state(self._caption_state())
        self._window.actions_.render_state(state)
        if fresh:
            self._window.caption.focus_caption()

    def stop(self) -> None:
        """Draw nothing any more."""
        self._redraw.stop()

    def _caption_state(self) -> CaptionState:
        session, project = self._session, self._session.document.project
        inversion = project.inversion
        draft = session.draft
        typed = project.caption if self._typed is None else self._typed
        return CaptionState(
            caption=project.caption,
            typed=typed,
            edited=draft.caption,
            chips=chips_of(inversion.caption, draft) if inversion is not None else (),
            inverted=inversion is not None,
            busy=session.jobs.running,
            can_apply=session.can_apply,
            has_changes=session.has_changes,
            unknown=session.unknown_words(typed),
            unknown_in_edit=session.new_unknown_words() if session.can_apply else (),
        )

    def _connect_session(self) -> None:
        session, files, message = self._session, self._files, self._window.message
        session.jobs.changed.connect(self._save_focus)
        session.changed.connect(self.refresh)
        session.jobs.changed.connect(self.refresh)
        session.jobs.cancelled.connect(self._cancelled)
        session.jobs.progressed.connect(self._progressed)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(_REDRAW_MS)
        self._redraw.timeout.connect(self._show_progress)
        session.problem.connect(message.show_problem)
        session.applied.connect(self._applied)
        files.problem.connect(message.show_problem)
        files.told.connect(message.show_notice)
        files.may_close.connect(self._close)
        session.jobs.changed.connect(self._job_changed)

    def _connect_actions(self) -> None:
        window, files, document = self._window, self._files, self._session.document
        canvas, jobs = window.canvas, self._session.jobs
        for name, slot in {
            "open": files.ask_open,
            "save": files.save,
            "save_as": files.save_as,
            "export": files.export,
            "undo": document.undo,
            "redo": document.redo,
            "zoom_in": canvas.zoom_in,
            "zoom_out": canvas.zoom_out,
            "fit": canvas.fit,
            "actual": canvas.actual_size,
            "run": self._run,
            "cancel": jobs.cancel,
            "paste": self._paste,
            "quit": window.close,
        }.items():
            window.actions_[name].triggered.connect(slot)
        window.actions_["compare"].toggled.connect(canvas.set_comparing)
        window.actions_["overlay"].toggled.connect(self.presenter.turn_maps)
        canvas.set_comparing(window.actions_["compare"].isChecked())

    def _connect_parts(self) -> None:
        window, files = self._window, self._files
        window.close_wanted.connect(files.close)
        window.dropped.connect(self._open_mime)
        window.start.open_wanted.connect(files.ask_open)
        window.start.sample_wanted.connect(files.open_sample)
        window.canvas.zoomed.connect(window.toolbar.show_zoom)
        window.toolbar.opacity.valueChanged.connect(window.canvas.set_opacity)
        window.caption.describe.inverted.connect(self._session.invert)
        window.caption.describe.field.picture_pasted.connect(self._paste)
        window.caption.describe.typed.connect(self._type)
        window.caption.describe.back.clicked.connect(self._forget_typed)
        window.caption.words.applied.connect(self._session.apply)
        window.caption.words.pointed.connect(self.presenter.point_at)
        window.side.job.cancel.clicked.connect(self._session.jobs.cancel)
        window.side.edits.selected.connect(self._session.select_edit)
        window.side.edits.deleted.connect(self._session.document.delete_edit)

    @Slot()
    def _run(self) -> None:
        if self._window.caption.mode == "describe":
            self._window.caption.describe.submit()
        elif self._window.caption.mode == "words":
            self._session.apply()

    @Slot(str)
    def _type(self, caption: str) -> None:
        """Keep what is typed in the document, unless an inversion is tied to the caption there or here."""
        project = self._session.document.project
        if project.inversion is None and project.inversion_for_caption(caption) is None:
            self._session.document.set_caption(caption)
        else:
            self._typed = caption
            self.refresh()

    @Slot()
    def _forget_typed(self) -> None:
        self._typed = None
        self.refresh()

    @Slot()
    def _progressed(self) -> None:
        """A quick machine has more to say than a screen can show."""
        if not self._redraw.isActive():
            self._redraw.start()

    @Slot()
    def _show_progress(self) -> None:
        job = self._session.jobs.current
        if job is not None:
            self._window.side.job.show_progress(job)

    @Slot()
    def _save_focus(self) -> None:
        """Before a control that has the focus goes away, give it to the photo, where no key does harm."""
        form = self._window.caption.describe
        if any(w.hasFocus() for w in (form.field, form.invert, self._window.side.job.cancel)):
            self._window.canvas.setFocus()

    @Slot()
    def _job_changed(self) -> None:
        if self._session.jobs.running:
            self._window.message.clear()

    @Slot()
    def _cancelled(self) -> None:
        self._window.message.show_notice("Cancelled; nothing else has changed.")

    @Slot()
    def _applied(self) -> None:
        self._window.canvas.setFocus()

    @Slot()
    def _paste(self) -> None:
        self._open_mime(clipboard_content())

    @Slot(object)
    def _open_mime(self, mime: QMimeData) -> None:
        path: Path | None = path_in(mime)
        if path is not None:
            self._files.open(path)
        else:
            self._files.paste(image_in(mime))

    @Slot()
    def _close(self) -> None:
        self._window.may_close = True
        self._window.close()
