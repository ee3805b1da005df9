"""A caption's embedding as its family's noise network was trained on it.

SD 1 and 2: the last hidden states of one text encoder (SD 2's has had its last layer cut off already).
SDXL (Podell et al. 2023, section 2.1): the penultimate hidden states of two, side by side, and the projected
pooled embedding of the second, which pads with a token of its own. (An exclamation mark stays one for the
second encoder, as in training; diffusers' pipeline reads it as padding.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from transformers import CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

from nti_desktop.diffusion.descriptions import ModelDescription
from nti_desktop.diffusion.loading import Parts
from nti_desktop.diffusion.texts import TextEmbedding
from nti_desktop.diffusion.tokens import TokenizedCaption, tokenize
from nti_desktop.errors import CaptionError


@dataclass(eq=False)
class TextEncoders:
    """One text encoder, or SDXL's two.

    Attributes:
        second_padding: the second's own padding token.
        zero_if_empty: whether the empty caption is embedded as zeros, as SDXL was trained.
    """

    tokenizer: CLIPTokenizer
    first: CLIPTextModel
    second: CLIPTextModelWithProjection | None = None
    second_padding: int = 0
    zero_if_empty: bool = False

    @classmethod
    def load(cls, description: ModelDescription, parts: Parts) -> TextEncoders:
        """Load what the model's family has.

        Raises:
            ModelError: a part cannot be loaded.
        """
        if description.family != "sdxl":
            return cls(parts.tokenizer(), parts.text_encoder())
        return cls(
            parts.tokenizer(),
            parts.text_encoder(),
            parts.text_encoder_2(),
            int(parts.tokenizer("tokenizer_2").pad_token_id),
            bool(parts.json("model_index.json").get("force_zeros_for_empty_prompt", True)),
        )

    def to(self, device: torch.device) -> None:
        """Move both."""
        for encoder in (self.first, self.second):
            if encoder is not None:
                encoder.to(device)

    @property
    def window(self) -> int:
        """Tokens that the encoders take at once, with start and end token."""
        return int(self.first.config.max_position_embeddings)

    def tokenize(self, caption: str) -> TokenizedCaption:
        """A caption's words and tokens, padded to whole windows.

        Raises:
            CaptionError: it has characters the tokenizer cannot hold, or more than it can take.
        """
        return tokenize(caption, self._encode, self.window, int(self.tokenizer.pad_token_id))

    @torch.no_grad()
    def embed(self, caption: TokenizedCaption) -> TextEmbedding:
        """Embed a caption window by window, joined along L; pooled: of the first window."""
        ids = torch.tensor(caption.ids, device=self.first.device).view(-1, self.window)
        if self.second is None:
            tokens, pooled = self.first(ids).last_hidden_state, None
        else:
            tokens, pooled = self._embed_twice(ids, self.second)
        if self.zero_if_empty and not caption.caption.strip():
            tokens, pooled = torch.zeros_like(tokens), None if pooled is None else torch.zeros_like(pooled)
        return TextEmbedding(tokens.flatten(0, 1)[None], pooled)

    def _embed_twice(self, ids: Tensor, second: CLIPTextModelWithProjection) -> tuple[Tensor, Tensor]:
        one = self.first(ids, output_hidden_states=True)
        two = second(self._padded_anew(ids), output_hidden_states=True)
        tokens = torch.cat([one.hidden_states[-2], two.hidden_states[-2]], -1)
        return tokens, two.text_embeds[:1]

    def _padded_anew(self, ids: Tensor) -> Tensor:
        """The same windows with the second encoder's padding behind each one's first end token."""
        ends = (ids == int(self.tokenizer.eos_token_id)).int()
        behind = ends.cumsum(1) - ends > 0
        return torch.where(behind, self.second_padding, ids)

    def _encode(self, caption: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoded: Any = self.tokenizer(caption, return_offsets_mapping=True, truncation=False, verbose=False)
        ids = [int(i) for i in encoded["input_ids"]]
        unknown = self.tokenizer.unk_token_id
        if unknown != self.tokenizer.eos_token_id and unknown in ids:
            raise CaptionError("The caption has characters this model cannot read; leave them out.")
        return ids, [(int(a), int(b)) for a, b in encoded["offset_mapping"]]
