"""Makes the demo model from nothing, in one command: ``python train.py --assets DIR --work DIR``.

Each stage is resumable: stop it at any time and start it again with the same folders. With more minutes a
finished stage goes on from where it was.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import assets
import autoencoder
import classifier
import common
import denoiser
import export


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assets", type=Path, required=True, help="folder for the unpacked Debian packages")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and caches")
    parser.add_argument(
        "--to", type=Path, default=Path(__file__).resolve().parent.parent, help="where the model goes"
    )
    parser.add_argument("--size", type=int, default=128, choices=(128, 256))
    parser.add_argument("--autoencoder-minutes", type=float, default=120)
    parser.add_argument("--denoiser-minutes", type=float, default=600)
    parser.add_argument("--classifier-minutes", type=float, default=5)
    parser.add_argument("--processes", type=int, default=1, help="on a CPU: one per core")
    parser.add_argument("--guidance", type=float, default=2.0)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    assets.fetch(arguments.assets)
    places = (arguments.assets, arguments.work)
    encoder_settings = autoencoder.Settings(size=arguments.size)
    settings = denoiser.Settings(size=arguments.size)
    common.launch(
        autoencoder.train, arguments.processes, *places, arguments.autoencoder_minutes, encoder_settings
    )
    denoiser.prepare(*places, settings)
    common.launch(denoiser.train, arguments.processes, arguments.work, arguments.denoiser_minutes, settings)
    export.export(arguments.work, arguments.to, settings, arguments.guidance)
    if not (arguments.work / "classifier.pt").exists():
        classifier.train(*places, arguments.classifier_minutes)


if __name__ == "__main__":
    main()
