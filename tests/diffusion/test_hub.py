"""Models of a hub, played by a server on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub import constants

from nti_desktop.diffusion import downloads
from nti_desktop.diffusion.downloads import download
from nti_desktop.diffusion.hub import Offer, RemoteFile, is_hub_id, look_up, needed_files
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.errors import ModelError
from tests.hub import COMMIT, MODEL, UNET, Hub, serving
from tests.tiny_models import tiny_configs, write_folder


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = write_folder(tmp_path_factory.mktemp("hub") / "model", tiny_configs("sd1"))
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    unwanted = ["unet/diffusion_pytorch_model.bin", "model.ckpt", "pipeline.py", "unet/code.py", "README.md"]
    unwanted += ["safety_checker/model.safetensors", "unet/diffusion_pytorch_model.non_ema.safetensors"]
    return found | dict.fromkeys(unwanted, b"never")


@pytest.fixture
def hub(files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    with serving(files, monkeypatch, tmp_path) as playing:
        yield playing


def ignore(_: int) -> None:
    pass


def test_the_size_is_known_before_anything_is_fetched(hub: Hub) -> None:
    offer = look_up(MODEL, hub.address)
    assert offer.commit == COMMIT
    assert offer.size == sum(len(hub.files[file.name]) for file in offer.files)
    assert hub.asked == []


def test_a_downloaded_model_is_found_offline_by_its_id(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    arrived: list[int] = []
    offer = look_up(MODEL, hub.address)
    folder = download(offer, arrived.append, hub.address)
    assert arrived == sorted(arrived)
    assert arrived[-1] == offer.size
    assert not [name for name in hub.fetched() if hub.files[name] == b"never"]
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    description = describe_model(MODEL)
    assert (description.name, description.path) == (MODEL, folder)
    model = DiffusionModel.load(description, choose_device("cpu"))
    assert model.embed(model.tokenize("a mug")).tokens.isfinite().all()


def test_half_precision_is_fetched_where_there_is_one(files: dict[str, bytes]) -> None:
    half = "unet/diffusion_pytorch_model.fp16.safetensors"
    names = {file.name for file in needed_files(RemoteFile(name, 1) for name in (*files, half))}
    assert half in names
    assert UNET not in names
    assert "vae/diffusion_pytorch_model.safetensors" in names


def test_an_interrupted_download_goes_on_where_it_was(hub: Hub) -> None:
    offer = look_up(MODEL, hub.address)
    before = sum(file.size for file in offer.files if not file.name.endswith(".safetensors"))
    first = next(file for file in offer.files if file.name.endswith(".safetensors"))

    def stop(arrived: int) -> None:
        if arrived > before + first.size // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        download(offer, stop, hub.address)
    with pytest.raises(ModelError, match="no model at"):
        describe_model(MODEL)
    download(offer, ignore, hub.address)
    spans = [span for method, name, span in hub.asked if (method, name) == ("GET", first.name) and span]
    assert len(spans) == 1
    assert int(spans[0].removeprefix("bytes=").rstrip("-")) > first.size // 4
    assert describe_model(MODEL).family == "sd1"


def test_what_had_arrived_before_a_pause_is_kept(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 10 << 20)  # as the client has it
    offer = look_up(MODEL, hub.address)
    small = sum(file.size for file in offer.files if not file.name.endswith(".safetensors"))
    monkeypatch.setattr(downloads, "_PIECE", 1 << 12)

    def stop(arrived: int) -> None:
        if arrived > small + 20_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        download(offer, stop, hub.address)
    assert sum(path.stat().st_size for path in Path(constants.HF_HUB_CACHE).rglob("*.partial")) > 10_000


def test_a_second_download_fetches_nothing(hub: Hub) -> None:
    offer = look_up(MODEL, hub.address)
    download(offer, ignore, hub.address)
    hub.asked.clear()
    download(offer, ignore, hub.address)
    assert hub.fetched() == set()


def test_weights_that_are_not_what_the_hub_says_are_not_kept(hub: Hub) -> None:
    hub.lies[UNET] = "0" * 64
    with pytest.raises(ModelError, match=f"{UNET} of “{MODEL}” arrived damaged"):
        download(look_up(MODEL, hub.address), ignore, hub.address)
    with pytest.raises(ModelError, match="no model at"):
        describe_model(MODEL)


def test_a_model_that_cannot_be_used_is_refused_before_its_weights(hub: Hub) -> None:
    config = json.loads(hub.files["unet/config.json"])
    hub.files["unet/config.json"] = json.dumps(config | {"in_channels": 9}).encode()
    with pytest.raises(ModelError, match="inpainting"):
        download(look_up(MODEL, hub.address), ignore, hub.address)
    assert not any(name.endswith(".safetensors") for name in hub.fetched())


def test_a_model_in_another_layout_is_refused(hub: Hub) -> None:
    hub.files = {"checkpoint.safetensors": b"x"}
    with pytest.raises(ModelError, match="not laid out as a diffusers model"):
        look_up(MODEL, hub.address)


def test_a_model_without_safetensors_is_refused(hub: Hub) -> None:
    hub.files.pop(UNET)
    with pytest.raises(ModelError, match="no safetensors weights"):
        look_up(MODEL, hub.address)


def test_checksums_that_are_paths_are_no_checksums(hub: Hub) -> None:
    hub.lies[UNET] = "../../../somewhere"
    offer = look_up(MODEL, hub.address)
    assert next(file for file in offer.files if file.name == UNET).sha256 is None


def test_failures_are_sentences(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="no such model"):
        look_up("nobody/nothing", hub.address)
    with pytest.raises(ModelError, match="form owner/name"):
        look_up("name", hub.address)
    with pytest.raises(ModelError, match="the disk has"):
        download(Offer(MODEL, COMMIT, (RemoteFile(UNET, 10**18),)), ignore, hub.address)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE is set"):
        look_up(MODEL, hub.address)


def test_a_hub_that_does_not_answer_is_a_sentence(hub: Hub) -> None:
    with pytest.raises(ModelError, match="cannot be reached"):
        look_up(MODEL, "http://127.0.0.1:9")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *(("a/b", True), ("a.b-c/d_e.1", True), ("a/" + "b" * 96, True)),
        *(("a/b/c", False), ("../b", False), ("b", False), ("a--b/c", False), ("a..b/c", False)),
        *(("a/b.git", False), ("aé/b", False), ("a/" + "b" * 97, False), ("a/b-", False), ("a/b\n", False)),
    ],
)
def test_ids_have_an_owner_and_a_name(name: str, expected: bool) -> None:
    assert is_hub_id(name) is expected
