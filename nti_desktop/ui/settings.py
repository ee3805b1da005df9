"""What a person chose once and for all: one frozen value, kept between starts."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from threading import Lock
from typing import Any, Literal, get_args

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from nti_desktop.document.atomic import atomic_write
from nti_desktop.engine.requests import BUNDLED_MODEL, Device, Method, Preset
from nti_desktop.errors import UserError

Effort = Literal["exact", "fast", "instant"]
Memory = Literal["auto", "low"]
Look = Literal["system", "light", "dark"]
Zoom = Literal["fit", "actual"]
ExportFormat = Literal["png", "jpg", "webp", "tif"]

Compare = Literal["divider", "side", "difference"]
MapColours = Literal["warm", "green", "blue"]

MOST_RECENT = 12
_REST_MS = 300

# Method and preset behind each choice.
EFFORTS: dict[Effort, tuple[Method, Preset]] = {
    "exact": ("null-text", "paper"),
    "fast": ("null-text", "fast"),
    "instant": ("direct", "fast"),
}


@dataclass(frozen=True)
class Settings:
    """The choices; each has a default that suits most.

    Attributes:
        effort: how much work an inversion may be.
        method, preset: instead of the effort's, where someone chose them under Advanced; "" for the effort's.
        guidance, null_start: None takes the model's and the method's own.
        paces: how quick inversions were: a model's fingerprint, the device, network evaluations a second.
        live: whether an edit is made again as soon as it is changed.
        compare, comparing: how before and after are shown together, and whether they are.
        amplify: how many times as strong a difference is shown.
        map_opacity, map_colours: how strongly attention covers the photo, percent, and in which colours.
        look: light or dark, or as the system has it.
        language: of the window, such as "de"; "" follows the system.
        notify: whether a long job that ends in the background is announced by the system.
        mark_exports: whether exports say in their metadata that a generative model edited them.
        export_format: of the last export; jpeg_quality, webp_quality: 1 to 100.
        export_full: whether exports are at full resolution, or as large as the model's pictures.
        log_names: whether the log may hold captions and file names.
        model: what new photos are edited with.
        geometry: where the window was and how large, as Qt writes it, in base64; "" before the first time.
        zoom: how a photo is shown when it is opened.
        side: whether the panel at the right is shown.
        commands: what was chosen in the command palette lately, latest first.
        folder: where something was saved or exported to last; "" before the first time.
        recent: paths of projects and photos opened lately, latest first.
        seen: names of hints that need not be shown again.
    """

    effort: Effort = "instant"
    method: Method | Literal[""] = ""
    preset: Preset | Literal[""] = ""
    steps: int = 50
    guidance: float | None = None
    null_start: float | None = None
    refinements: int = 0
    device: Device = "auto"
    memory: Memory = "auto"
    paces: tuple[str, ...] = ()
    live: bool = False
    compare: Compare = "divider"
    comparing: bool = True
    amplify: int = 4
    map_opacity: int = 75
    map_colours: MapColours = "warm"
    look: Look = "system"
    language: str = ""
    notify: bool = True
    mark_exports: bool = False
    export_format: ExportFormat = "png"
    jpeg_quality: int = 95
    webp_quality: int = 100
    export_full: bool = True
    log_names: bool = False
    model: str = BUNDLED_MODEL
    geometry: str = ""
    zoom: Zoom = "fit"
    side: bool = True
    commands: tuple[str, ...] = ()
    folder: str = ""
    recent: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()

    @property
    def way(self) -> tuple[Method, Preset]:
        """The method and preset that an inversion is done with; methods but null-text have one way each."""
        method, preset = EFFORTS[self.effort]
        method, preset = self.method or method, self.preset or preset
        return method, preset if method == "null-text" else "fast"


class SettingsStore(QObject):
    """Holds the settings and keeps them in a file; without one they last as long as the window.

    Attributes:
        path: the file.

    Signals:
        changed: `value` is another now.
    """

    changed = Signal()

    def __init__(self, value: Settings | None = None, path: Path | None = None) -> None:
        super().__init__()
        self.path = path
        self._lock = Lock()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self._keep)
        self.value = value or (Settings() if path is None else _read(path))

    def update(self, **changes: Any) -> None:
        """Choose otherwise."""
        value = replace(self.value, **changes)
        if value != self.value:
            self.value = value
            if self.path is not None:
                self._soon.start()
            self.changed.emit()

    def flush(self) -> None:
        """Write now what is still to be written, such as before the window goes."""
        if self._soon.isActive():
            self._soon.stop()
            self._write()

    @Slot()
    def _keep(self) -> None:
        """A slider being dragged writes once, and not in the window's thread."""
        QThreadPool.globalInstance().start(self._write)

    def _write(self) -> None:
        with self._lock:
            if self.path is not None:
                _write(self.path, self.value)

    def remember(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        others = [known for known in self.value.recent if known != str(path)]
        self.update(recent=(str(path), *others)[:MOST_RECENT])


def _read(path: Path) -> Settings:
    """What the file says, as far as it makes sense: settings are no reason not to start."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    return Settings(**_known(found))


def _known(found: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for field in fields(Settings):
        value, default = found.get(field.name), field.default
        if isinstance(default, tuple) and isinstance(value, list):
            value = tuple(part for part in value if isinstance(part, str))
        if value is not None and _fits(field.name, value, default):
            made[field.name] = value
    return made


_CHOICES: dict[str, tuple[str, ...]] = {
    "effort": get_args(Effort),
    "method": ("", *get_args(Method)),
    "preset": ("", *get_args(Preset)),
    "device": get_args(Device),
    "memory": get_args(Memory),
    "look": get_args(Look),
    "zoom": get_args(Zoom),
    "compare": get_args(Compare),
    "map_colours": get_args(MapColours),
    "export_format": get_args(ExportFormat),
}


def _fits(name: str, value: object, default: object) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if default is None:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type(default)


def _write(path: Path, value: Settings) -> None:
    """Best effort: a read-only home folder must not keep anyone from working."""
    data = json.dumps(asdict(value), indent=1).encode()
    with suppress(OSError, UserError):
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, lambda file: file.write(data))
