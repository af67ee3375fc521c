"""What the pipeline is told of words: the instruction's tokens and the words' characters, packed."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor, nn

from pipeline.domain.errors import RetouchError
from pipeline.domain.painting import PaintRequest
from pipeline.engines.diffste.architecture import packed
from pipeline.engines.diffste.characters import character_ids, read, unwritable
from pipeline.engines.diffste.sizes import Sizes
from pipeline.engines.diffste.tokens import no_token_ids, token_ids

_REMEMBERED = 64


class Conditions:
    """Serves `diffusion.prompts.Prompts`. A request's prompt is the instruction.

    What guidance leads away from is always nothing at all, so negative prompts are not read.
    """

    def __init__(
        self, pipe: Any, characters: nn.Module, sizes: Sizes, device: torch.device
    ) -> None:
        """`characters` embeds the numbers of characters; it stays on the processor."""
        self._pipe = pipe
        self._characters = characters
        self._sizes = sizes
        self._device = device
        self._read = lru_cache(_REMEMBERED)(self._embedded)

    def demand(self, request: PaintRequest) -> None:
        """See that the model can write a request's words.

        Raises:
            RetouchError: `replace-script`, `replace-long`.
        """
        words, limit = request.words, self._sizes.length
        if characters := unwritable(words):
            raise RetouchError("replace-script", characters=characters)
        if len(read(words)) > limit:
            raise RetouchError("replace-long", length=len(read(words)), limit=limit)

    def told(self, requests: Sequence[PaintRequest], *, guided: bool) -> dict[str, Any]:
        """The arguments for a call that letters them all."""
        made = torch.stack([self.condition(one.prompt, one.words) for one in requests])
        told = {"prompt_embeds": made}
        if guided:
            told["negative_prompt_embeds"] = self.nothing().expand_as(made)
        return told

    def condition(self, instruction: str, words: str) -> Tensor:
        """Both of one picture, (2 * tokens, width)."""
        ids = token_ids(self._pipe.tokenizer, instruction, self._sizes.tokens)
        return self._read(tuple(ids), tuple(character_ids(words, self._sizes.length)))

    def nothing(self) -> Tensor:
        """What it is led away from, of the same shape."""
        ids = no_token_ids(self._pipe.tokenizer, self._sizes.tokens)
        return self._read(tuple(ids), tuple(character_ids("", self._sizes.length)))

    @torch.no_grad()
    def _embedded(self, tokens: tuple[int, ...], characters: tuple[int, ...]) -> Tensor:
        ids = torch.tensor([tokens], device=self._device)
        # the last layer, normalised, as the original has it
        text: Tensor = self._pipe.text_encoder(ids).last_hidden_state
        spelt: Tensor = self._characters(torch.tensor([characters]))
        return packed(text, spelt.to(text.device, text.dtype))[0]
