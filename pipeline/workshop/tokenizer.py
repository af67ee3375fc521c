"""The files of a model's tokenizer, as far as counting needs them."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pipeline.stages.tokens import Tokens, at_most


def counter(folder: Path | None) -> Callable[[str], int]:
    """What counts the tokens of a text for the model whose tokenizer lies in `folder`.

    Without CLIP's files, or with those of another tokenizer, every byte counts as a token: that is
    never too few.
    """
    merges = _merges(folder) if folder else None
    return Tokens(merges) if merges else at_most


def _merges(folder: Path) -> Sequence[Sequence[str]] | None:
    """The pairs that are merged, as `merges.txt` or `tokenizer.json` has them."""
    try:
        plain, whole = folder / "merges.txt", folder / "tokenizer.json"
        if plain.is_file():
            return _pairs(plain.read_text(encoding="utf-8").splitlines())
        if whole.is_file():
            return _of_clip(json.loads(whole.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return None


def _of_clip(tokenizer: Any) -> Sequence[Sequence[str]] | None:
    model = tokenizer["model"]
    if model.get("type") != "BPE" or model.get("end_of_word_suffix") != "</w>":
        return None
    return _pairs(pair if isinstance(pair, str) else " ".join(pair) for pair in model["merges"])


def _pairs(lines: Any) -> list[Sequence[str]]:
    """Two pieces a line; the first line may be the version."""
    return [
        parts
        for line in lines
        if not line.startswith("#version") and len(parts := line.split()) == 2
    ]
