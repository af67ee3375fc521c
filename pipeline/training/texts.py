"""Captions as the model reads them: in parts of 75 tokens, of which there may be any number."""

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

PART = 75
"""Tokens of one part, without those for its beginning and end."""


class Reading:
    """Reads captions with a text encoder, and remembers them as long as it is not trained."""

    def __init__(self, tokenizer: Any, encoder: nn.Module, *, remember: bool) -> None:
        """`remember` false: every reading is new and has gradients."""
        self._tokenizer, self._encoder, self._remember = tokenizer, encoder, remember
        self._known: dict[str, Tensor] = {}

    def learn(self, captions: Sequence[str]) -> None:
        """Read captions beforehand, so that the encoder may leave the device."""
        for caption in dict.fromkeys(captions):
            self._known[caption] = self.read(caption).to("cpu")

    def read(self, caption: str) -> Tensor:
        """The features of a caption, (parts * 77, features), where the encoder is."""
        if not self._remember:
            return self._encoded(caption)
        with torch.no_grad():
            return self._known[caption] if caption in self._known else self._encoded(caption)

    def together(self, captions: Sequence[str], device: torch.device) -> Tensor:
        """Captions as rows of one pass, (rows, tokens, features).

        One of fewer parts is repeated: attention over keys that are repeated is attention over one
        copy of them.
        """
        read = [self.read(caption).to(device) for caption in captions]
        tokens = math.lcm(*(len(one) for one in read))
        return torch.stack([one.repeat(tokens // len(one), 1) for one in read])

    def _encoded(self, caption: str) -> Tensor:
        ids = torch.tensor(self._parts(caption), device=next(self._encoder.parameters()).device)
        return self._encoder(ids)[0].flatten(0, 1)

    def _parts(self, caption: str) -> list[list[int]]:
        tokenizer = self._tokenizer
        tokens = tokenizer(caption, add_special_tokens=False, verbose=False).input_ids
        parts = [tokens[start : start + PART] for start in range(0, max(1, len(tokens)), PART)]
        first, last, blank = (
            tokenizer.bos_token_id, tokenizer.eos_token_id, tokenizer.pad_token_id,
        )  # fmt: skip
        return [[first, *part, last, *[blank] * (PART - len(part))] for part in parts]
