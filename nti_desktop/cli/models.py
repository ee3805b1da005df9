"""`nti-desktop models`: which models there are, and getting more of them."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import TextIO

from nti_desktop.cli import reports
from nti_desktop.cli.arguments import Arguments
from nti_desktop.cli.progress import LOG_INTERVAL
from nti_desktop.diffusion import hub
from nti_desktop.diffusion.descriptions import FAMILY_NAMES
from nti_desktop.diffusion.downloads import download
from nti_desktop.diffusion.registry import forget, register, registered
from nti_desktop.diffusion.sources import (
    ModelDescription,
    bundled_models,
    describe_model,
    portable_model,
)
from nti_desktop.engine.protocol import Engine
from nti_desktop.errors import ModelError

_LIVE_INTERVAL = 0.1


def models(arguments: Arguments, _: Callable[[], Engine]) -> None:
    """List, add, download, check or remove models.

    Raises:
        ModelError: the model cannot be had or used.
    """
    _ACTIONS[arguments.action](arguments)


def _list(arguments: Arguments) -> None:
    """The bundled models and the user's own; one that cannot be used any more says why."""
    entries, lines = [], []
    for name in (*bundled_models(), *registered()):
        try:
            description = _known_as(name, describe_model(name))
        except ModelError as error:
            entries.append({"name": name, "error": str(error)})
            lines.append(f"{name}: {error}")
        else:
            entries.append(_report(description))
            lines += _lines(description)
    reports.print_report({"models": entries}, lines or ["No model is installed."], as_json=arguments.as_json)


def _check(arguments: Arguments) -> None:
    description = describe_model(arguments.model)
    lines = [f"{description.name} can be used.", *_lines(description)]
    reports.print_report(_report(description), lines, as_json=arguments.as_json)


def _add(arguments: Arguments) -> None:
    """Give a folder, a checkpoint or a downloaded model a name of its own."""
    description = describe_model(arguments.model)
    name = arguments.name or description.name
    if name in bundled_models():
        raise ModelError(f"The name “{name}” is taken by a bundled model; choose another with --name.")
    register(name, portable_model(registered().get(arguments.model, arguments.model)))
    _tell(replace(description, name=name), f"Added; use it with --model “{name}”.", arguments)


def _download(arguments: Arguments) -> None:
    offer = hub.look_up(arguments.model)
    line = DownloadLine(sys.stderr, offer.size)
    print(f"{offer.model}: {len(offer.files)} files, {hub.gigabytes(offer.size)}.", file=sys.stderr)
    try:
        download(offer, line.show)
    finally:
        line.close()
    description = describe_model(offer.model)
    register(offer.model, offer.model)
    _tell(description, f"Downloaded; use it with --model {offer.model}.", arguments)


def _remove(arguments: Arguments) -> None:
    forget(arguments.model)
    reports.print_report(
        {"removed": arguments.model},
        [f"“{arguments.model}” is no longer listed; its files are where they were."],
        as_json=arguments.as_json,
    )


_ACTIONS: Mapping[str, Callable[[Arguments], None]] = {
    "list": _list,
    "check": _check,
    "add": _add,
    "download": _download,
    "remove": _remove,
}


class DownloadLine:
    """Bytes that have arrived: one live line on a terminal, a line now and then in a log."""

    def __init__(self, stream: TextIO, size: int) -> None:
        self._stream, self._size = stream, size
        self._live = stream.isatty()
        self._shown = float("-inf")

    def show(self, arrived: int) -> None:
        """Show it, unless that was done just now."""
        now = time.monotonic()
        if arrived < self._size and now - self._shown < (_LIVE_INTERVAL if self._live else LOG_INTERVAL):
            return
        self._shown = now
        text = f"{hub.gigabytes(arrived)} of {hub.gigabytes(self._size)}"
        self._stream.write(f"\r{text}\x1b[K" if self._live else f"{text}\n")
        self._stream.flush()

    def close(self) -> None:
        """Leave the cursor on a line of its own."""
        if self._live:
            self._stream.write("\n")


def _known_as(name: str, description: ModelDescription) -> ModelDescription:
    """A user's own name goes before the model's."""
    return replace(description, name=name) if name in registered() else description


def _tell(description: ModelDescription, sentence: str, arguments: Arguments) -> None:
    reports.print_report(_report(description), [sentence, *_lines(description)], as_json=arguments.as_json)


def _report(description: ModelDescription) -> reports.Report:
    paths = {"path": str(description.path), "configs": str(description.configs or "")}
    return asdict(description) | paths


def _lines(description: ModelDescription) -> list[str]:
    velocity = ", v-prediction" if description.prediction == "v_prediction" else ""
    kind = f"{FAMILY_NAMES[description.family]}{velocity}"
    size = f"{description.width} x {description.height} pixels"
    return [
        f"{description.name}: {kind}, {size}, fingerprint {description.fingerprint}, in {description.path}"
    ]
