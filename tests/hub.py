"""A hub with one model, played by a server on this machine."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import constants
from huggingface_hub.utils import close_session

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


@contextmanager
def serving(files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Hub]:
    """Answer as a hub would while the block runs; what is fetched goes to `folder`/cache."""
    hub = Hub(dict(files))
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("OneHub", (Handler,), {"hub": hub}))
    server.daemon_threads = False
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(folder / "cache"))
    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 4096)
    yield hub
    close_session()
    server.shutdown()
    server.server_close()
    thread.join()
