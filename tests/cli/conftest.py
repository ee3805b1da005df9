"""The command line with an engine that pretends, and a model description without weights."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from nti_desktop import cli
from nti_desktop.diffusion.sources import ModelDescription
from nti_desktop.document.samples import Sample
from nti_desktop.engine.fake import FakeEngine, Script, plausible_script
from nti_desktop.engine.requests import Request
from nti_desktop.errors import ModelError


def quick_script(request: Request):
    return plausible_script(request, seconds_per_step=0)


@dataclass
class Shell:
    """Runs commands; remembers engines.

    Attributes:
        script: what the next engine plays.
    """

    capsys: pytest.CaptureFixture[str]
    script: Script = quick_script
    engines: list[FakeEngine] = field(default_factory=list)
    out: str = ""
    err: str = ""

    def __call__(self, *argv: object) -> int:
        status = cli.main([str(a) for a in argv], self._engine)
        self.out, self.err = self.capsys.readouterr()
        return status

    def json(self, *argv: object) -> dict[str, Any]:
        """Run a command with --json, which must succeed and print one object."""
        assert self(*argv, "--json") == 0, self.err
        value = json.loads(self.out)
        assert isinstance(value, dict)
        return value

    @property
    def request(self) -> Any:
        return self.engines[-1].requests[-1]

    def _engine(self) -> FakeEngine:
        self.engines.append(FakeEngine(self.script))
        return self.engines[-1]


@pytest.fixture
def shell(capsys, monkeypatch, tmp_path: Path) -> Shell:
    monkeypatch.chdir(tmp_path)
    for module in ("inverting", "models"):
        monkeypatch.setattr(f"nti_desktop.cli.{module}.describe_model", described)
    return Shell(capsys)


def opened(path: str | Path) -> Image.Image:
    return Image.open(io.BytesIO(Path(path).read_bytes()))


def described(model: str) -> ModelDescription:
    if Path(model).name not in ("demo", "folder"):
        raise ModelError(f"There is no model at “{model}”; choose the folder of a Stable Diffusion model.")
    return ModelDescription(
        Path(model).name, Path(model), "f" * 16, 32, 32, 8, 7.5, ("a", "red", "blue", "mug")
    )


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    pixels = np.random.default_rng(0).integers(0, 256, (60, 80, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


@pytest.fixture
def project(shell: Shell, photo: Path) -> Path:
    assert shell("invert", photo, "--caption", "a red mug", "-o", "p.nti", "--steps", 4) == 0, shell.err
    return photo.parent / "p.nti"


@pytest.fixture
def sample(photo: Path, monkeypatch) -> Sample:
    found = Sample(photo, "a red mug", "a blue mug")
    monkeypatch.setattr("nti_desktop.cli.demo.samples", lambda: (found,))
    return found
