"""Models of a hub, played by a server on this machine."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import constants
from huggingface_hub.utils import close_session

from nti_desktop.diffusion.downloads import download
from nti_desktop.diffusion.hub import Offer, RemoteFile, is_hub_id, look_up, needed_files
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.errors import ModelError
from tests.tiny_models import tiny_configs, write_folder

COMMIT = "1234567890" * 4
MODEL = "someone/tiny"
UNET = "unet/diffusion_pytorch_model.safetensors"


@dataclass
class Hub:
    """What the server has and was asked for.

    Attributes:
        lies: file name -> checksum that the hub claims.
        asked: (method, path, range) of each request for a file's content.
    """

    files: dict[str, bytes]
    address: str = ""
    lies: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)

    def fetched(self) -> set[str]:
        return {name for method, name, _ in self.asked if method == "GET"}

    def sibling(self, name: str) -> dict[str, Any]:
        size, entry = len(self.files[name]), {"rfilename": name}
        if not name.endswith(".safetensors"):
            return entry | {"size": size}
        checksum = self.lies.get(name, hashlib.sha256(self.files[name]).hexdigest())
        return entry | {"size": size, "lfs": {"size": size, "sha256": checksum, "pointerSize": 130}}


class Handler(BaseHTTPRequestHandler):
    hub: Hub

    def do_HEAD(self) -> None:
        self.answer(with_body=False)

    def do_GET(self) -> None:
        self.answer(with_body=True)

    def answer(self, with_body: bool) -> None:
        path = self.path.split("?")[0]
        if path == f"/api/models/{MODEL}":
            siblings = [self.hub.sibling(name) for name in self.hub.files]
            body = json.dumps({"id": MODEL, "sha": COMMIT, "siblings": siblings}).encode()
            self.reply(200, body, with_body)
        elif path.startswith(f"/{MODEL}/resolve/{COMMIT}/"):
            self.file(path.split(COMMIT + "/")[1], with_body)
        else:
            self.reply(404, b"", with_body, {"X-Error-Code": "RepoNotFound"})

    def file(self, name: str, with_body: bool) -> None:
        body, span = self.hub.files[name], self.headers.get("Range")
        self.hub.asked.append((self.command, name, span))
        checksum = self.hub.lies.get(name, hashlib.sha256(body).hexdigest())
        headers = {"ETag": f'"{checksum}"', "X-Repo-Commit": COMMIT}
        if span:
            start = int(span.removeprefix("bytes=").rstrip("-"))
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
            self.reply(206, body[start:], with_body, headers)
        else:
            self.reply(200, body, with_body, headers)

    def reply(self, status: int, body: bytes, with_body: bool, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = write_folder(tmp_path_factory.mktemp("hub") / "model", tiny_configs("sd1"))
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    unwanted = ["unet/diffusion_pytorch_model.bin", "model.ckpt", "pipeline.py", "unet/code.py", "README.md"]
    unwanted += ["safety_checker/model.safetensors", "unet/diffusion_pytorch_model.non_ema.safetensors"]
    return found | dict.fromkeys(unwanted, b"never")


@pytest.fixture
def hub(files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    hub = Hub(dict(files))
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("OneHub", (Handler,), {"hub": hub}))
    server.daemon_threads = False
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 4096)
    yield hub
    close_session()
    server.shutdown()
    server.server_close()
    thread.join()


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
