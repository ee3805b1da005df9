"""The stages of a job that evaluate the noise network. Torch-free."""

from __future__ import annotations

from typing import Literal

NetworkStage = Literal["pivots", "null-text", "reconstruction", "editing", "maps"]
