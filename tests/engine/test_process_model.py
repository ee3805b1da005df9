"""The window's engine with the bundled model in its child, and no torch on this side."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap

import pytest


@pytest.mark.timeout(300)
def test_a_real_job_runs_in_the_child_and_torch_stays_there() -> None:
    program = textwrap.dedent(
        """
        import json, sys
        import numpy as np
        from nti_desktop.diffusion.sources import describe_model
        from nti_desktop.engine.events import Finished
        from nti_desktop.engine.process import ProcessEngine
        from nti_desktop.engine.requests import BUNDLED_MODEL, InvertRequest

        model = describe_model(BUNDLED_MODEL)
        picture = np.full((model.height, model.width, 3), 128, np.uint8)
        engine = ProcessEngine()
        *steps, last = engine.submit(InvertRequest(picture, "an apple on a grey background", steps=3))
        engine.close()
        assert isinstance(last, Finished), last
        print(json.dumps([len(last.result.timesteps), "torch" in sys.modules, len(steps)]))
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=280, check=False
    )
    assert done.returncode == 0, done.stderr
    timesteps, torch_is_here, steps = json.loads(done.stdout)
    assert timesteps == 3
    assert steps > 3
    assert not torch_is_here
