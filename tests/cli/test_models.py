"""`nti-desktop models`: list, check, add, remove, download."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import pytest

from nti_desktop.cli.models import DownloadLine
from nti_desktop.diffusion.descriptions import ModelDescription
from nti_desktop.diffusion.downloads import Report
from nti_desktop.diffusion.hub import Offer, RemoteFile
from nti_desktop.diffusion.registry import registered
from nti_desktop.errors import ModelError
from tests.cli.conftest import Shell, described


@pytest.fixture(autouse=True)
def no_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No bundled models, and a list of the user's own that is empty."""
    monkeypatch.setattr("nti_desktop.diffusion.registry.registry_file", lambda: tmp_path / "models.json")
    monkeypatch.setattr("nti_desktop.cli.models.bundled_models", list)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"


def names(shell: Shell) -> list[str]:
    return [model["name"] for model in shell.json("models")["models"]]


def test_without_models_the_list_says_so(shell: Shell) -> None:
    assert shell("models") == 0
    assert "No model" in shell.out


def test_bundled_models_are_listed(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nti_desktop.cli.models.bundled_models", lambda: ["demo"])
    assert names(shell) == ["demo"]
    assert shell("models", "list") == 0
    assert "Stable Diffusion 1.x, 32 x 32 pixels" in shell.out


def test_a_model_is_checked(shell: Shell) -> None:
    report = shell.json("models", "check", "folder")
    assert (report["fingerprint"], report["family"], report["prediction"]) == ("f" * 16, "sd1", "epsilon")
    assert shell("models", "check", "nowhere") == 1
    assert "no model at" in shell.err


def test_a_model_is_added_listed_and_removed_by_a_name(shell: Shell, folder: Path, monkeypatch) -> None:
    assert shell("models", "add", folder, "--name", "Mugs") == 0
    assert "--model “Mugs”" in shell.out
    monkeypatch.setattr("nti_desktop.cli.models.describe_model", lambda _: described("folder"))
    assert names(shell) == ["Mugs"]
    assert shell("models", "remove", "Mugs") == 0
    assert names(shell) == []
    assert folder.is_dir()
    assert shell("models", "remove", "Mugs") == 1


def test_a_second_name_stands_for_the_same_folder(shell: Shell, folder: Path, monkeypatch) -> None:
    assert shell("models", "add", "folder", "--name", "Mugs") == 0
    monkeypatch.setattr("nti_desktop.cli.models.describe_model", lambda _: described("folder"))
    assert shell("models", "add", "Mugs", "--name", "Cups") == 0
    assert registered() == {"Mugs": str(folder), "Cups": str(folder)}


def test_the_name_is_the_models_own_unless_given(shell: Shell, folder: Path) -> None:
    assert shell.json("models", "add", folder)["name"] == "folder"


def test_a_model_that_went_away_says_so_in_the_list(shell: Shell, folder: Path, monkeypatch) -> None:
    shell.json("models", "add", folder)
    monkeypatch.setattr("nti_desktop.cli.models.describe_model", gone)
    (entry,) = shell.json("models")["models"]
    assert entry == {"name": "folder", "error": "It went away."}


def gone(_: str) -> ModelDescription:
    raise ModelError("It went away.")


def test_what_cannot_be_used_is_not_added(shell: Shell) -> None:
    assert shell("models", "add", "nowhere") == 1
    assert names(shell) == []


def test_a_bundled_name_is_not_taken(shell: Shell, folder: Path, monkeypatch) -> None:
    monkeypatch.setattr("nti_desktop.cli.models.bundled_models", lambda: ["folder"])
    assert shell("models", "add", folder) == 1
    assert "taken by a bundled model" in shell.err


@pytest.mark.parametrize("action", ["add", "download", "remove"])
def test_which_model_must_be_said(shell: Shell, action: str) -> None:
    assert shell("models", action) == 2
    assert f"say which model to {action}" in shell.err


def test_a_download_tells_its_size_first_and_then_how_it_goes(shell: Shell, monkeypatch) -> None:
    offer = Offer("someone/tiny", "0" * 40, (RemoteFile("unet/model.safetensors", 2_500_000_000),))

    def download(wanted: Offer, report: Report) -> Path:
        assert wanted == offer
        report(1_000_000_000)
        report(2_500_000_000)
        return Path()

    monkeypatch.setattr("nti_desktop.cli.models.hub.look_up", lambda _: offer)
    monkeypatch.setattr("nti_desktop.cli.models.download", download)
    monkeypatch.setattr(
        "nti_desktop.cli.models.describe_model",
        lambda name: dataclasses.replace(described("folder"), name=name),
    )
    assert shell("models", "download", "someone/tiny") == 0
    assert shell.err.splitlines() == [
        "someone/tiny: 1 files, 2.5 GB.",
        "1.0 GB of 2.5 GB",
        "2.5 GB of 2.5 GB",
    ]
    assert "--model someone/tiny" in shell.out
    assert names(shell) == ["someone/tiny"]


def test_a_hub_that_cannot_be_asked_is_one_line(shell: Shell) -> None:
    assert shell("models", "download", "someone/tiny") == 1
    assert "HF_HUB_OFFLINE is set" in shell.err


def test_on_a_terminal_the_download_is_one_line() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    line = DownloadLine(terminal, 2_000_000)
    line.show(2_000_000)
    line.close()
    assert terminal.getvalue() == "\r2.0 MB of 2.0 MB\x1b[K\n"
