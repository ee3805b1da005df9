"""A tiny random model in a folder of its own, for jobs whose pictures nobody looks at."""

from __future__ import annotations

import pytest

from tests.tiny_models import tiny_configs, write_folder


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_folder(tmp_path_factory.mktemp("models") / "tiny", tiny_configs("sd1")))
