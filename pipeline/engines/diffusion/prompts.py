"""What diffusers' own pipelines are told of prompts; none is ever cut without a word."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Protocol

import torch
from torch import Tensor

from pipeline.domain.adapter import Base
from pipeline.domain.errors import PaintError
from pipeline.domain.painting import AdapterUse, PaintRequest
from pipeline.engines.diffusion.encoding import chunked, read, repeated, token_ids
from pipeline.engines.diffusion.pipelines import Pipelines

_REMEMBERED = 64
_ALL_LAYERS = {"output_hidden_states": True}
_LONGEST = 512
"""Tokens that text encoders other than CLIP are given at most."""


class Prompts(Protocol):
    """Prompts of one model. Adapters are those at work, for the text encoder may have learnt too."""

    def demand(self, request: PaintRequest) -> None:
        """See that nothing of a request's words would be lost.

        Raises:
            PaintError: `paint-long`.
        """
        ...

    def told(self, requests: Sequence[PaintRequest], *, guided: bool) -> dict[str, Any]:
        """The arguments for a call that paints them all."""
        ...


def prompts_of(pipelines: Pipelines) -> Prompts:
    """How the prompts of a model are told."""
    match pipelines.card.base:
        case Base.SD1 | Base.SD2:
            return Chunked(pipelines, second=False)
        case Base.SDXL:
            return Chunked(pipelines, second=True)
        case None:
            return Plain(pipelines)


class Chunked:
    """Embeddings of prompts in chunks, as in `encoding`; with a `second` text encoder, of both.

    SDXL takes the last layer but one of either, side by side, and of the first chunk besides what
    the second says of the whole text (Podell and others 2023, section 2.1).
    """

    def __init__(self, pipelines: Pipelines, *, second: bool) -> None:
        self._pipe = pipelines.first
        self._chunks = pipelines.settings.chunks
        self._device = pipelines.device
        self._second = second
        self._known: OrderedDict[tuple[str, tuple[AdapterUse, ...]], tuple[Tensor, ...]]
        self._known = OrderedDict()

    def demand(self, request: PaintRequest) -> None:
        """As `Prompts`."""
        for text in (request.prompt, request.negative):
            chunked(self._pipe.tokenizer, text, self._chunks)

    def told(self, requests: Sequence[PaintRequest], *, guided: bool) -> dict[str, Any]:
        """As `Prompts`."""
        prompts = [self._embedded(request.prompt, request.adapters) for request in requests]
        told = _named("", prompts)
        if guided:
            told |= _named("negative_", [self._negative(request) for request in requests])
        return told

    def _negative(self, request: PaintRequest) -> tuple[Tensor, ...]:
        """Of a negative prompt; some models of SDXL were trained with nothing but zeros for none."""
        made = self._embedded(request.negative, request.adapters)
        zeros = self._second and self._pipe.config.force_zeros_for_empty_prompt
        return tuple(map(torch.zeros_like, made)) if zeros and not request.negative else made

    def _embedded(self, text: str, adapters: tuple[AdapterUse, ...]) -> tuple[Tensor, ...]:
        made = self._known.pop((text, adapters), None)
        self._known[text, adapters] = self._made(text) if made is None else made
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return self._known[text, adapters]

    @torch.no_grad()
    def _made(self, text: str) -> tuple[Tensor, ...]:
        pipe = self._pipe
        chunks = chunked(pipe.tokenizer, text, self._chunks)
        if not self._second:
            made = read(pipe.text_encoder, pipe.tokenizer, chunks, self._device)[0]
            return (repeated(made, self._chunks),)
        first = read(pipe.text_encoder, pipe.tokenizer, chunks, self._device, **_ALL_LAYERS)
        second = read(pipe.text_encoder_2, pipe.tokenizer_2, chunks, self._device, **_ALL_LAYERS)
        both = torch.cat([first.hidden_states[-2], second.hidden_states[-2]], dim=-1)
        return repeated(both, self._chunks), second.text_embeds[0]


class Plain:
    """Prompts as they are, for pipelines that read them by themselves, as far as theirs reach."""

    def __init__(self, pipelines: Pipelines) -> None:
        parts = pipelines.first.components
        self._readers = [part for name, part in parts.items() if part and "tokenizer" in name]

    def demand(self, request: PaintRequest) -> None:
        """As `Prompts`; of several text encoders the one that reads most must read it all."""
        for text in (request.prompt, request.negative):
            left = [self._left(reader, text) for reader in self._readers]
            if left and min(left)[0] > 0:
                _, tokens, room = min(left)
                raise PaintError("paint-long", tokens=tokens, room=room)

    def told(self, requests: Sequence[PaintRequest], *, guided: bool) -> dict[str, Any]:
        """As `Prompts`."""
        told = {"prompt": [request.prompt for request in requests]}
        if guided:
            told["negative_prompt"] = [request.negative for request in requests]
        return told

    def _left(self, reader: Any, text: str) -> tuple[int, int, int]:
        """How many tokens are too many for a tokenizer's model, of how many, and its room."""
        tokens, room = len(token_ids(reader, text)), min(reader.model_max_length, _LONGEST) - 2
        return tokens - room, tokens, room


def _named(prefix: str, made: Sequence[tuple[Tensor, ...]]) -> dict[str, Tensor]:
    names = (f"{prefix}prompt_embeds", f"{prefix}pooled_prompt_embeds")
    return {
        name: torch.stack(rows) for name, rows in zip(names, zip(*made, strict=True), strict=False)
    }
