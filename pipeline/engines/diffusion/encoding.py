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
from pipeline.engines.diffusion.devices import visiting
from pipeline.engines.diffusion.parts import Parts

CHUNK = 75
"""Tokens of the text in one chunk; a beginning and an end come to them."""
_WORD_END = "</w>"
"""How CLIP's vocabulary marks a token that ends a word."""


class Encoder:
    """Encodes prompts by the text encoder of `parts`; the last `remembered` texts are kept.

    For models of the second family the text encoder has one layer fewer, as its own configuration
    says: its last layer is the one before the last of OpenCLIP's.
    """

    def __init__(self, parts: Parts, remembered: int = 256) -> None:
        self._parts = parts
        self._remembered = remembered
        self._known: OrderedDict[str, Tensor] = OrderedDict()

    def encode(self, text: str) -> Tensor:
        """(chunks * 77, features) on the device and in the dtype of the parts.

        Raises:
            PaintError: `paint-long` when the text has more tokens than there is room for.
        """
        if (known := self._known.get(text)) is not None:
            self._known.move_to_end(text)
            return known
        made = self._encoded(text)
        self._known[text] = made
        if len(self._known) > self._remembered:
            self._known.popitem(last=False)
        return made

    def tokens(self, text: str) -> int:
        """How many tokens a text has, without its beginning and end."""
        return len(token_ids(self._parts.tokenizer, text))

    @torch.inference_mode()
    def _encoded(self, text: str) -> Tensor:
        parts = self._parts
        chunks = chunked(parts.tokenizer, text, parts.settings.chunks)
        rows = framed(parts.tokenizer, chunks).to(parts.device)
        with visiting(parts.text_encoder, parts.device):
            made = parts.text_encoder(rows, attention_mask=_seen(parts, chunks, rows))[0]
        flat = made.to(parts.dtype).flatten(0, 1)
        return flat.repeat(parts.settings.chunks // len(chunks), 1)


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


def framed(tokenizer: Any, chunks: Sequence[Sequence[int]]) -> Tensor:
    """(chunks, 77) token ids: a beginning, the tokens, an end, and what the tokenizer pads with."""
    pad = tokenizer.pad_token_id
    rows = [
        [tokenizer.bos_token_id, *chunk, tokenizer.eos_token_id, *[pad] * (CHUNK - len(chunk))]
        for chunk in chunks
    ]
    return torch.tensor(rows)


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


def _seen(parts: Parts, chunks: Sequence[Sequence[int]], rows: Tensor) -> Tensor | None:
    """Which tokens are no padding, for the few text encoders that ask for it."""
    config: Any = parts.text_encoder.config
    if not getattr(config, "use_attention_mask", False):
        return None
    lengths = torch.tensor([len(chunk) + 2 for chunk in chunks], device=rows.device)
    return (torch.arange(rows.shape[1], device=rows.device) < lengths[:, None]).long()
