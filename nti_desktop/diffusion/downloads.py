"""Fetches a model that a hub offers into the local cache, where it is found from then on. Torch-free.

The hub's client begins a file anew after an interruption, which is too dear for weights: they go to a partial
file of ours in the cache, which the next attempt continues, and become the cache's when their checksum is
right. A model is entered under its id when all of it has arrived.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from nti_desktop.diffusion.folders import check_small_files
from nti_desktop.diffusion.hub import Offer, RemoteFile, asking, gigabytes, is_weights
from nti_desktop.errors import ModelError, reason_of

_CHUNK = 1 << 20
_PIECE = 1 << 18  # a pause waits for so many bytes, and loses at most these

Report = Callable[[int], None]


def download(offer: Offer, report: Report, endpoint: str | None = None) -> Path:
    """Fetch a model; what is there already is not fetched again.

    The small files come first, and a model that cannot be used is refused before its weights are fetched.

    Args:
        report: called with the bytes of the offer that have arrived; may raise to stop.
        endpoint: the hub's address; None for the client's own.

    Returns:
        The model's folder.

    Raises:
        ModelError: the network or the disk failed, the model cannot be used, or a file is not what the hub
            says it is.
    """
    _check_disk(offer)
    small = [file for file in offer.files if not is_weights(file)]
    large = [file for file in offer.files if is_weights(file)]
    done = 0
    for file in small:
        _link(offer, file, endpoint)
        done += file.size
        report(done)
    folder = _folder(offer.model) / "snapshots" / offer.commit
    check_small_files(folder, offer.model)
    for file in large:
        if file.sha256 is not None:
            _fetch(offer, file, partial(_further, report, done), endpoint)
        _link(offer, file, endpoint)
        done += file.size
        report(done)
    _enter(offer)
    return folder


def discard_partial(offer: Offer) -> None:
    """Delete what has arrived of files that are not complete yet; complete ones stay for the next attempt."""
    for file in offer.files:
        (_folder(offer.model) / "blobs" / f"{file.sha256}.partial").unlink(missing_ok=True)


def kept(offer: Offer) -> int:
    """Bytes of an offer that are here already and need not be fetched again."""
    return sum(_kept(offer, file) for file in offer.files)


def delete_downloaded(model: str) -> None:
    """Delete a downloaded model's files from the cache.

    Raises:
        ModelError: they cannot be deleted.
    """
    folder = _folder(model)
    try:
        if folder.is_dir():
            shutil.rmtree(folder)
    except OSError as error:
        raise ModelError(
            "The files of “{model}” cannot be deleted ({reason}); delete “{folder}” yourself.",
            model=model,
            reason=reason_of(error),
            folder=str(folder),
        ) from error


def _kept(offer: Offer, file: RemoteFile) -> int:
    folder = _folder(offer.model)
    whole, content = folder / "snapshots" / offer.commit / file.name, folder / "blobs" / str(file.sha256)
    unfinished = content.with_name(f"{content.name}.partial")
    if whole.exists() or content.exists():
        return file.size
    return unfinished.stat().st_size if unfinished.exists() else 0


def _link(offer: Offer, file: RemoteFile, endpoint: str | None) -> None:
    """Have the client put a file into the model's folder; it fetches only what the cache lacks."""
    from huggingface_hub import hf_hub_download

    asking(
        offer.model,
        lambda: hf_hub_download(
            offer.model, file.name, revision=offer.commit, endpoint=endpoint, tqdm_class=_reporting(_ignore)
        ),
    )


def _fetch(offer: Offer, file: RemoteFile, report: Report, endpoint: str | None) -> None:
    """Bring a large file's content into the cache, from where an earlier attempt ended."""
    from huggingface_hub import constants, get_token, hf_hub_url
    from huggingface_hub.file_download import http_get

    blob = _folder(offer.model) / "blobs" / str(file.sha256)
    if blob.exists():
        return
    unfinished = blob.with_name(f"{blob.name}.partial")
    blob.parent.mkdir(parents=True, exist_ok=True)
    url = hf_hub_url(offer.model, file.name, revision=offer.commit, endpoint=endpoint)
    with unfinished.open("r+b" if unfinished.exists() else "wb") as target:
        there = target.seek(0, 2)
        options: dict[str, Any] = {"resume_size": there, "expected_size": file.size}
        if get_token():
            options["headers"] = {"authorization": f"Bearer {get_token()}"}
        bar = _reporting(report)
        constants.DOWNLOAD_CHUNK_SIZE = min(constants.DOWNLOAD_CHUNK_SIZE, _PIECE)  # tens of times as much
        asking(offer.model, lambda: http_get(url, target, tqdm_class=bar, **options))
    if _sha256(unfinished) != file.sha256:
        unfinished.unlink()
        raise ModelError(
            "{file} of “{model}” arrived damaged; download it again.", file=file.name, model=offer.model
        )
    unfinished.replace(blob)


def _enter(offer: Offer) -> None:
    """Note in the cache that this state of the model is the current one."""
    reference = _folder(offer.model) / "refs" / "main"
    reference.parent.mkdir(parents=True, exist_ok=True)
    reference.write_text(offer.commit, "ascii")


def _folder(model: str) -> Path:
    from huggingface_hub import constants
    from huggingface_hub.file_download import repo_folder_name

    return Path(constants.HF_HUB_CACHE) / repo_folder_name(repo_id=model, repo_type="model")


def _check_disk(offer: Offer) -> None:
    folder = _folder(offer.model)
    existing = next(parent for parent in folder.parents if parent.is_dir())
    free = shutil.disk_usage(existing).free
    if offer.size > free:
        raise ModelError(
            "“{model}” needs {needed}, the disk has {free}; free some space.",
            model=offer.model,
            needed=gigabytes(offer.size),
            free=gigabytes(free),
        )


def _further(report: Report, before: int, arrived: int) -> None:
    report(before + arrived)


def _ignore(_: int) -> None:
    """Small files report nothing of themselves."""


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _reporting(report: Callable[[int], None]) -> type:
    """A progress bar class, as the hub's client wants one, that only tells how far it is."""
    from tqdm import tqdm

    class Bar(tqdm):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **{**options, "disable": True})
            self.arrived = int(options.get("initial") or 0)

        def update(self, n: float | None = 1) -> bool | None:
            self.arrived += int(n or 0)
            report(self.arrived)
            return None

    return Bar
