"""The files of a model in the layout of diffusers: are they whole, safe, and which are they?

Nothing is loaded here, and nothing but the standard library is imported: safetensors files are
read as far as their headers go.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from pipeline.domain.errors import ModelError

INDEX = "model_index.json"
HALF = "fp16"
"""The variant of weights that is used where there are no full ones."""
_LONGEST_HEADER = 100_000_000
"""Bytes; the format's own limit (safetensors, README: "Format")."""
_SAMPLE = 1 << 20
_SAMPLES = 64
_PLAIN = ("Tokenizer", "Scheduler", "Processor", "Extractor")
"""What the names of classes without weights contain."""


def read_json(file: Path, model: str) -> dict[str, Any]:
    """An object of a model's configuration.

    Raises:
        ModelError: `model-damaged` when it is missing or is none.
    """
    try:
        held = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise _damaged(model, file) from error
    if not isinstance(held, dict):
        raise _damaged(model, file)
    return cast(dict[str, Any], held)


def parts_of(folder: Path, model: str) -> dict[str, str]:
    """The names of a pipeline's parts, and of their classes; empty for one it goes without.

    Raises:
        ModelError: `model-missing` when there is no pipeline in the folder, `model-damaged`.
    """
    if not (folder / INDEX).is_file():
        raise ModelError("model-missing", model=model)
    index = read_json(folder / INDEX, model)
    pairs = {name: value for name, value in index.items() if isinstance(value, list)}
    return {name: str(value[1] or "") for name, value in pairs.items() if len(value) == 2}


def demand_whole(folder: Path, model: str, without: frozenset[str] = frozenset()) -> None:
    """See that every part of a pipeline is there, complete, and in safetensors.

    Raises:
        ModelError: `model-missing`, `model-damaged`, `model-pickled`.
    """
    for name, kind in parts_of(folder, model).items():
        if name in without or not kind:
            continue
        if not (folder / name).is_dir():
            raise _damaged(model, folder / name)
        if not any(word in kind for word in _PLAIN):
            demand_part(folder / name, model)


def demand_part(folder: Path, model: str) -> None:
    """See that one network is there, complete, and in safetensors.

    Raises:
        ModelError: `model-damaged`, `model-pickled`.
    """
    read_json(folder / "config.json", model)
    files = _weights(folder, model)
    if not files and any(folder.glob("*.bin")):
        raise ModelError("model-pickled", model=model)
    if not files:
        raise _damaged(model, folder)
    for file in files:
        _demand_complete(file, model)


def variant(folder: Path) -> str | None:
    """The variant that must be asked for: HALF where a part has no full weights, else None."""
    halves = {file.parent for file in folder.glob(f"*/*.{HALF}*.safetensors")}
    return HALF if any(not _full(part) for part in halves) else None


def revision(folder: Path) -> str:
    """What identifies the weights: a hub's commit where the folder is named by it, else a digest.

    The digest is of every configuration, and of every weight file its size, its header and
    samples throughout; 4 GB need not be read for it.
    """
    if folder.parent.name == "snapshots" and re.fullmatch("[0-9a-f]{40}", folder.name):
        return folder.name
    digest = hashlib.sha256()
    kinds = {".json", ".txt", ".safetensors"}
    for file in sorted(f for f in folder.rglob("*") if f.suffix in kinds and f.is_file()):
        digest.update(f"{file.relative_to(folder).as_posix()} {file.stat().st_size}\n".encode())
        for piece in _samples(file):
            digest.update(piece)
    return digest.hexdigest()[:16]


def _samples(file: Path) -> Iterator[bytes]:
    size = file.stat().st_size
    with file.open("rb") as opened:
        if size <= _SAMPLE * _SAMPLES:
            yield opened.read()
            return
        for place in range(_SAMPLES):
            opened.seek(place * (size - _SAMPLE) // (_SAMPLES - 1))
            yield opened.read(_SAMPLE)


def _full(folder: Path) -> list[Path]:
    found = [*folder.glob("*.safetensors"), *folder.glob("*.safetensors.index.json")]
    return sorted(file for file in found if f".{HALF}" not in file.name)


def _weights(folder: Path, model: str) -> list[Path]:
    """The weight files that will be read; those of an index must all be named by it."""
    files = _full(folder) or sorted(folder.glob(f"*.{HALF}*.safetensors*"))
    indices = [file for file in files if file.suffix == ".json"]
    if not indices:
        return files
    named = read_json(indices[0], model).get("weight_map")
    if not isinstance(named, dict):
        raise _damaged(model, indices[0])
    return sorted({folder / str(name) for name in cast(dict[str, str], named).values()})


def _demand_complete(file: Path, model: str) -> None:
    """See that a safetensors file is as long as its header says."""
    try:
        with file.open("rb") as opened:
            length = int.from_bytes(opened.read(8), "little")
            if not 2 <= length <= _LONGEST_HEADER:
                raise _damaged(model, file)
            header = json.loads(opened.read(length))
        ends = [v["data_offsets"][1] for name, v in header.items() if name != "__metadata__"]
        size = file.stat().st_size
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _damaged(model, file) from error
    if size != 8 + length + max(ends, default=0):
        raise _damaged(model, file)


def _damaged(model: str, file: Path) -> ModelError:
    """What is wrong is told by the file it is wrong with: a name reads alike in every language."""
    return ModelError("model-damaged", model=model, reason=f"{file.parent.name}/{file.name}")
