"""How large the parts of a DiffSTE model are, as its folder tells it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, cast

FORMAT = "diffste"
VERSION = 1
_MOST = 1_000_000
"""No size of any model is larger; numbers beyond are nonsense in a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The defaults are those of the released model.

    `unet` and `vae` are the channels of their levels. Every spatial transformer of the UNet is
    there twice: `text_width` and `text_heads` are of the one that sees the instruction,
    `char_width` and `char_heads` of the one that sees the characters. The text encoder has
    `clip_layers` of `clip_width`, within them `clip_inner`; it could read `clip_positions`, and is
    given `tokens`. `characters` are in the alphabet, of which `length` are read.
    """

    unet: tuple[int, ...] = (320, 640, 1280, 1280)
    text_width: int = 768
    text_heads: int = 8
    char_width: int = 32
    char_heads: int = 2
    characters: int = 95
    length: int = 20
    tokens: int = 20
    clip_vocabulary: int = 49408
    clip_width: int = 768
    clip_inner: int = 3072
    clip_layers: int = 12
    clip_positions: int = 77
    vae: tuple[int, ...] = (128, 256, 512, 512)

    def __post_init__(self) -> None:
        """See that a model can be built of them.

        Raises:
            ValueError: when none can.
        """
        numbers = [value for field in fields(self) for value in _several(getattr(self, field.name))]
        if not all(type(number) is int and 0 < number <= _MOST for number in numbers):
            raise ValueError("sizes are whole numbers above zero")
        if len(self.unet) != 4 or len(self.vae) != 4:
            raise ValueError("both have four levels")
        if self.text_width != self.clip_width or self.char_width > self.text_width:
            raise ValueError("what is read does not fit what reads it")


def _several(value: object) -> tuple[object, ...]:
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)


def written(sizes: Sizes) -> str:
    """The configuration of a model with these sizes, as JSON."""
    return json.dumps({"format": FORMAT, "version": VERSION, "sizes": asdict(sizes)}, indent=2)


def read_sizes(config: Mapping[str, Any]) -> Sizes:
    """The sizes in a configuration that `written` wrote.

    Raises:
        ValueError: when it is none, or of another version.
    """
    held = config.get("sizes")
    if config.get("format") != FORMAT or config.get("version") != VERSION:
        raise ValueError("another format")
    given: dict[str, Any] = dict(cast("Mapping[str, Any]", held)) if held else {}
    for name, value in given.items():
        given[name] = tuple(cast("list[Any]", value)) if isinstance(value, list) else value
    try:
        return Sizes(**given)
    except TypeError as error:
        raise ValueError("unknown sizes") from error
