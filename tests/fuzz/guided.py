"""The same targets led by coverage: `python -m tests.fuzz.guided projects build/corpus -max_total_time=600`.

Needs atheris, which the extra `dev` has where there is a build of it. Mutations are those of `mutators`,
which get behind checksums; inputs that reach new lines are kept in the corpus folder and spoilt further. A
find ends the run, with its input beside that folder. The options of libFuzzer follow the folder.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["nti_desktop", "PIL", "zipfile", "json", "safetensors"]):
    from tests.fuzz.mutators import spoil
    from tests.fuzz.targets import Target, targets

_LIMITS = ("-timeout=5", "-rss_limit_mb=1024", "-max_len=200000")


def main() -> None:
    """Fuzz one target until something is found or the time is over."""
    name, corpus, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        target = targets(Path(folder), name)[name]
        _sow(target, Path(corpus))
        seeds = iter(range(10**12))

        def mutate(data: bytes, largest: int, seed: int) -> bytes:
            dice = random.Random(seed)
            fresh = dice.random() < 0.3 or not data
            made = target.spoil(random.Random(next(seeds))) if fresh else spoil(data, dice)
            return made[:largest]

        def read(data: bytes) -> None:
            target.read(data or b"\n")

        beside = f"-artifact_prefix={Path(corpus).absolute().parent}/"
        atheris.Setup([sys.argv[0], *_LIMITS, beside, *options, corpus], read, custom_mutator=mutate)
        atheris.Fuzz()


def _sow(target: Target, corpus: Path) -> None:
    """Put some spoilt files into the corpus to begin with."""
    corpus.mkdir(parents=True, exist_ok=True)
    for number in range(40):
        (corpus / f"seed-{number}").write_bytes(target.spoil(random.Random(number)))


if __name__ == "__main__":
    main()
