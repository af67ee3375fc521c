"""The tokens of DiffSTE's instructions, as the tokenizer of its time made them.

It was trained with transformers' CLIPTokenizer without `ftfy`, which prepares a text as BERT does:
lower case, accents stripped, every punctuation mark a word of its own. Today's does none of that.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any

_MARK, _PUNCTUATION = "Mn", "P"
_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
"""BERT takes these for punctuation; for Unicode some of them ($, +, ^) are symbols."""


def prepared(text: str) -> str:
    """A text as CLIP's byte-pair encoding was given it."""
    bare = unicodedata.normalize("NFD", text.lower())
    return "".join(_prepared(char) for char in bare if unicodedata.category(char) != _MARK)


def _prepared(char: str) -> str:
    punctuation = char in _ASCII_PUNCTUATION or unicodedata.category(char).startswith(_PUNCTUATION)
    return f" {char} " if punctuation else char


def token_ids(tokenizer: Any, text: str, length: int) -> list[int]:
    """The ids of a text: a beginning, at most `length` - 2 tokens, ends up to `length`.

    What is too long is cut, as it was in training; of an instruction that is its last part, the
    colour: the words themselves come to the model by their characters.
    """
    found: Sequence[int] = tokenizer(
        prepared(text), padding="max_length", truncation=True, max_length=length, verbose=False
    ).input_ids
    return list(found)


def no_token_ids(tokenizer: Any, length: int) -> list[int]:
    """The ids of nothing, which guidance leads away from: ends alone, not even a beginning."""
    return [int(tokenizer.eos_token_id)] * length
