"""Describing a model needs no torch, wherever the model comes from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.tiny_models import tiny_configs, write_folder

SCRIPT = """
import sys
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.errors import ModelError
print(describe_model("demo").family, describe_model(sys.argv[1]).family)
try:
    describe_model("someone/nothing")
except ModelError:
    print(*(name for name in ("torch", "diffusers", "transformers") if name in sys.modules))
"""


def test_describing_a_model_imports_no_torch(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "model", tiny_configs("sdxl"))
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)], capture_output=True, text=True, timeout=100, check=True
    )
    assert done.stdout.split() == ["sd1", "sdxl"]
