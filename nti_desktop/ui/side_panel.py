"""The panel at the right: what to do, the running job, or the edits made so far."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.engine.results import Inversion
from nti_desktop.ui.edits.panel import EditsPanel
from nti_desktop.ui.jobs.job_panel import JobPanel
from nti_desktop.ui.look.parts import label, rule
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.state import WindowState

WIDTH = 320

_STEPS = (
    ("Describe", "Say in one sentence what is in the photo."),
    ("Invert", "The app finds out how to paint exactly this photo from your words. This is needed once."),
    ("Edit the words", "Replace, strengthen, add or remove words; the photo follows, and the rest stays."),
)


class SidePanel(QFrame):
    """Renders the job, or else the project."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setFixedWidth(WIDTH)
        self.guide = Guide()
        self.job = JobPanel(theme)
        self.summary = Summary()
        self.edits = EditsPanel(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(16)
        layout.addWidget(self.guide)
        layout.addWidget(self.job)
        layout.addWidget(self.summary)
        layout.addWidget(self.edits, 1)
        layout.addStretch(0)

    def render_state(self, state: WindowState) -> None:
        """Show what matters now."""
        project, job = state.project, state.job
        inverting = job is not None and job.kind == "invert"
        has_rows = bool(project.inversions) and not inverting
        self.guide.setVisible(job is None and not project.inversions)
        self.job.setVisible(job is not None)
        self.edits.setVisible(has_rows)
        self.summary.setVisible(has_rows and job is None and project.inversion is not None)
        if job is not None:
            self.job.show_progress(job)
        if project.inversion is not None:
            self.summary.show_inversion(project.inversion)
        self.edits.show_project(project)


class Guide(QWidget):
    """Three steps for someone who is here for the first time."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(label("How it works", "heading"))
        for number, (title, text) in enumerate(_STEPS, 1):
            layout.addLayout(_step(number, title, text))
        layout.addStretch(1)


class Summary(QWidget):
    """What the inversion achieved, in one figure and one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.figure = label("", "heading")
        self.sentence = label("", "small", wrap=True)
        self.sentence.setToolTip("PSNR: how close the picture is to the photo, in decibels; higher is closer")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label("Reconstruction", "section"))
        layout.addWidget(self.figure)
        layout.addWidget(self.sentence)
        layout.addSpacing(10)
        layout.addWidget(rule())

    def show_inversion(self, inversion: Inversion) -> None:
        """Render the report."""
        report = inversion.report
        gap = report.vae_psnr_db - report.psnr_db
        close = gap < 0.1
        self.figure.setText("The photo comes back" if close else "The photo nearly comes back")
        best = "the best this model can do" if close else f"{gap:.1f}\u00a0dB below the best of this model"
        self.sentence.setText(f"{report.psnr_db:.1f}\u00a0dB, {best}\nFound in {_duration(report.seconds)}")


def _duration(seconds: float) -> str:
    return f"{seconds:.1f}\u00a0s" if seconds < 60 else f"{seconds / 60:.1f}\u00a0min"


def _step(number: int, title: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    badge = label(str(number), "badge")
    badge.setFixedSize(24, 24)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(title, "strong"))
    words.addWidget(label(text, "small", wrap=True))
    column = QVBoxLayout()
    column.addWidget(badge)
    column.addStretch(1)
    row.addLayout(column)
    row.addLayout(words, 1)
    return row
