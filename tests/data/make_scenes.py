"""Renders the held-out scenes of the tests: `python tests/data/make_scenes.py ASSETS_FOLDER`.

Each scene gives NAME.png, the true answer of its recolouring NAME-edited.png, and its object's NAME-mask.png.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "resources" / "models" / "demo" / "train"))

from scenes import Renderer, Scene, Thing  # noqa: E402

# Seeds of a range of their own, far from the training's.
SCENES = [
    ("mug", Scene((Thing("mug", "red", 0, 0.51, 0.54, 0.62),), "grass", 7_000_001, ""), "blue"),
    ("hat", Scene((Thing("hat", "blue", 0, 0.48, 0.52, 0.6),), "snow", 7_000_002, ""), "red"),
    ("car", Scene((Thing("car", "green", 0, 0.5, 0.55, 0.6),), "bricks", 7_000_003, ""), "yellow"),
    ("rose", Scene((Thing("rose", "red", 0, 0.5, 0.52, 0.6),), "grey background", 7_000_004, ""), "purple"),
]


def main(assets: Path) -> None:
    """Render every scene and describe them in scenes.json."""
    renderer, rows = Renderer(assets), []
    for name, scene, colour in SCENES:
        edited = scene.edited(0, colour=colour)
        picture = renderer.render(scene)
        Image.fromarray(picture.image).save(HERE / "scenes" / f"{name}.png")
        Image.fromarray(renderer.render(edited).image).save(HERE / "scenes" / f"{name}-edited.png")
        Image.fromarray(picture.masks[0]).save(HERE / "scenes" / f"{name}-mask.png")
        rows.append(
            {"name": name, "noun": scene.things[0].noun, "caption": scene.caption, "edited": edited.caption}
        )
    (HERE / "scenes" / "scenes.json").write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
