"""The autoencoder in overlapping tiles: less memory, for a picture that differs a little near the seams."""

from __future__ import annotations

from diffusers import AutoencoderKL

_OVERLAP = 4  # a quarter of a tile overlaps its neighbour: a whole number of latents, and so of pixels
_LEAST = 8


def use_tiles(vae: AutoencoderKL, side: int, factor: int, on: bool = True) -> None:
    """Encode and decode what is larger than half of `side` in tiles of about that size.

    Tiles of latents and of pixels are stepped by three quarters, rounded down: only where both come out even
    do the pieces fit together.

    Args:
        side: of pictures that the model takes whole, in latents.
        factor: pixels per latent.
    """
    tile = max(_LEAST, side // 2 // _OVERLAP * _OVERLAP)
    vae.tile_latent_min_size, vae.tile_sample_min_size = tile, tile * factor
    (vae.enable_tiling if on else vae.disable_tiling)()
