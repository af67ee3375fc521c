"""Prompts of any length as embeddings of one shape, so that they can share a forward pass.

CLIP reads 77 tokens: a beginning, 75 of the text, an end. A longer prompt is cut into chunks of 75
between words, each is encoded by itself, and the embeddings are put one behind the other; the
UNet's cross-attention takes keys and values of any number.

Rows of one pass need the same number, so a short prompt is repeated until it has as many. That
changes nothing: with weights w_j = exp(q.k_j) the attention is (sum w_j v_j) / (sum w_j), and with
every key there r times both sums are r times as large. It holds only when every chunk is there
equally often, so a text is cut into a number of chunks that divides the whole.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from pipeline.domain.errors import PaintError
from pipeline.domain.painting import AdapterUse
from pipeline.engines.diffusion.bank import Bank, Held
from pipeline.engines.diffusion.devices import visiting
from pipeline.engines.diffusion.parts import Parts
from pipeline.engines.lora.modules import Part

CHUNK = 75
"""Tokens of the text in one chunk; a beginning and an end come to them."""
Key = tuple[str, tuple[tuple[str, float], ...]]
"""A text, and the adapters that it is read with."""
_WORD_END = "</w>"
"""How CLIP's vocabulary marks a token that ends a word."""


class Encoder:
    """Encodes prompts by the text encoder of `parts`; the last `remembered` are kept.

    For models of the second family the text encoder has one layer fewer, as its own configuration
    says: its last layer is the one before the last of OpenCLIP's. Adapters that teach the text
    encoder work here; those that do not change nothing.
    """

    def __init__(self, parts: Parts, remembered: int = 256) -> None:
        self._parts = parts
        self._remembered = remembered
        self._known: OrderedDict[Key, Tensor] = OrderedDict()
        self._bank = Bank(
            parts.text_encoder, slots=parts.settings.adapter_slots, part=Part.TEXT,
            device=parts.device,
        )  # fmt: skip

    def encode(self, text: str, adapters: Sequence[AdapterUse] = ()) -> Tensor:
        """(chunks * 77, features) on the device and in the dtype of the parts.

        Raises:
            PaintError: `paint-long` when the text has more tokens than there is room for.
            ModelError: as `Bank.take`.
        """
        held = self._bank.take(adapters, self._parts.settings.adapter)
        try:
            return self._remembering(text, adapters, held)
        finally:
            self._bank.release(held)

    def tokens(self, text: str) -> int:
        """How many tokens a text has, without its beginning and end."""
        return len(token_ids(self._parts.tokenizer, text))

    def _remembering(self, text: str, adapters: Sequence[AdapterUse], held: Held) -> Tensor:
        # A slot may hold another adapter by the time that it is asked for again.
        key = (text, tuple((use.sha256, use.weight) for use in adapters) if held else ())
        made = self._known.pop(key, None)
        self._known[key] = self._encoded(text, held) if made is None else made
        if len(self._known) > self._remembered:
            self._known.popitem(last=False)
        return self._known[key]

    @torch.inference_mode()
    def _encoded(self, text: str, held: Held) -> Tensor:
        parts = self._parts
        chunks = chunked(parts.tokenizer, text, parts.settings.chunks)
        self._bank.rows([held] * len(chunks))
        with visiting(parts.text_encoder, parts.device):
            made = read(parts.text_encoder, parts.tokenizer, chunks, parts.device)[0]
        return repeated(made.to(parts.dtype), parts.settings.chunks)


def token_ids(tokenizer: Any, text: str) -> list[int]:
    """The tokens of a text by CLIP's byte-pair encoding, without beginning and end."""
    return list(tokenizer(text, add_special_tokens=False, verbose=False).input_ids)


def chunked(tokenizer: Any, text: str, room: int) -> list[list[int]]:
    """The tokens of a text in at most `room` chunks of 75, cut between words; the number divides `room`.

    Only a text that fills its last chunk to the brim is cut inside a word: nothing of it is lost.

    Raises:
        PaintError: `paint-long`.
    """
    ids = token_ids(tokenizer, text)
    if len(ids) > room * CHUNK:
        raise PaintError("paint-long", tokens=len(ids), room=room * CHUNK)
    ends = [token.endswith(_WORD_END) for token in tokenizer.convert_ids_to_tokens(ids)]
    for count in (n for n in range(1, room + 1) if room % n == 0):
        if (cut := _cut(ids, ends, count)) is not None:
            return cut
    return [ids[start : start + CHUNK] for start in range(0, room * CHUNK, CHUNK)]


def read(
    text_encoder: Any, tokenizer: Any, chunks: Sequence[Sequence[int]], device: torch.device,
    **more: Any,
) -> Any:  # fmt: skip
    """What a text encoder says of chunks, each framed by beginning, end and padding to 77 tokens."""
    pad = tokenizer.pad_token_id
    rows = [
        [tokenizer.bos_token_id, *chunk, tokenizer.eos_token_id, *[pad] * (CHUNK - len(chunk))]
        for chunk in chunks
    ]
    seen = None
    if getattr(text_encoder.config, "use_attention_mask", False):
        seen = [[1] * (len(chunk) + 2) + [0] * (CHUNK - len(chunk)) for chunk in chunks]
        seen = torch.tensor(seen, device=device)
    return text_encoder(torch.tensor(rows, device=device), attention_mask=seen, **more)


def repeated(made: Tensor, room: int) -> Tensor:
    """(room * 77, features) of embeddings (chunks, 77, features); `chunks` divides `room`."""
    return made.flatten(0, 1).repeat(room // len(made), 1)


def _cut(ids: list[int], ends: list[bool], count: int) -> list[list[int]] | None:
    """Exactly `count` chunks between words, each as full as it can be; None when they are too few.

    With fewer words than chunks the last ones stay empty, which the model reads as silence.
    """
    chunks: list[list[int]] = []
    place = 0
    for _ in range(count):
        stop = min(place + CHUNK, len(ids))
        whole = stop
        while whole > place and whole < len(ids) and not ends[whole - 1]:
            whole -= 1
        # A word longer than a chunk is cut where the chunk is full.
        stop = whole if whole > place else stop
        chunks.append(ids[place:stop])
        place = stop
    return chunks if place == len(ids) else None
