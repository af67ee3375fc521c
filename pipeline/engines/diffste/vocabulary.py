"""CLIP's vocabulary, which DiffSTE's checkpoint goes without: it is that of Stable Diffusion."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from pipeline.domain.errors import ModelError

VOCABULARY, MERGES, WHOLE = "vocab.json", "merges.txt", "tokenizer.json"
BEGIN, END = "<|startoftext|>", "<|endoftext|>"
_VERSION = "#version: 0.2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The ids of all tokens, and the pairs that are merged, in their order."""

    tokens: Mapping[str, int]
    merges: Sequence[tuple[str, str]]


def read_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary in the folder of a tokenizer, as any version of transformers writes it.

    Raises:
        ModelError: `writer-tokenizer`, whose `fault` is `missing` or `damaged`.
    """
    try:
        tokens, merges = _files(folder)
        found = Vocabulary(tokens=tokens, merges=merges)
        sound = _is_sound(found)
    except FileNotFoundError as error:
        raise _unfit(folder, "missing") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _unfit(folder, "damaged") from error
    if not sound:
        raise _unfit(folder, "damaged")
    return found


def demand_fitting(vocabulary: Vocabulary, folder: Path, size: int) -> None:
    """See that it has as many tokens as the text encoder of a model knows.

    Raises:
        ModelError: `writer-tokenizer` of fault `misfit`.
    """
    if len(vocabulary.tokens) != size:
        raise _unfit(folder, "misfit")


def write_vocabulary(vocabulary: Vocabulary, folder: Path) -> None:
    """Write it as `vocab.json` and `merges.txt` into a new folder.

    Raises:
        OSError: when that cannot be.
    """
    folder.mkdir()
    tokens = json.dumps(vocabulary.tokens, ensure_ascii=False)
    (folder / VOCABULARY).write_text(tokens, encoding="utf-8")
    lines = [_VERSION, *map(" ".join, vocabulary.merges), ""]
    (folder / MERGES).write_text("\n".join(lines), encoding="utf-8")


def _files(folder: Path) -> tuple[dict[str, int], list[tuple[str, str]]]:
    if (folder / VOCABULARY).is_file():
        tokens = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
        lines = (folder / MERGES).read_text(encoding="utf-8").splitlines()
        merges = [line for line in lines if line.strip() and not line.startswith("#version")]
        return tokens, [_pair(line) for line in merges]
    model = json.loads((folder / WHOLE).read_text(encoding="utf-8"))["model"]
    return model["vocab"], [_pair(merge) for merge in model["merges"]]


def _pair(merge: Any) -> tuple[str, str]:
    one, other = merge.split(" ") if isinstance(merge, str) else cast("list[str]", merge)
    return one, other


def _is_sound(vocabulary: Vocabulary) -> bool:
    """Whether every merge makes a token, every id is there once, and the last two are the marks."""
    tokens = vocabulary.tokens
    ids = sorted(tokens.values())
    return (
        ids == list(range(len(ids)))
        and (tokens.get(BEGIN), tokens.get(END)) == (len(ids) - 2, len(ids) - 1)
        and all(one + other in tokens for one, other in vocabulary.merges)
    )


def _unfit(folder: Path, fault: str) -> ModelError:
    return ModelError("writer-tokenizer", path=str(folder), fault=fault)
