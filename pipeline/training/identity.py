"""Which training it is: what must be the same for a checkpoint to be gone on from."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.training.flaws import Specimen
from pipeline.training.settings import Recipe


def fingerprint(specimens: Sequence[Specimen]) -> str:
    """SHA-256 of what is learnt from: pictures, sizes, captions, which are held out, their order."""
    facts = [
        (one.sha256, *one.size, one.example.caption, one.example.held_out) for one in specimens
    ]
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()


def identity(recipe: Recipe, dtype: str, revision: str, data: str) -> dict[str, Any]:
    """All that decides the weights; `dtype` is what `precision` came to on this machine."""
    return {**asdict(recipe), "precision": dtype, "model": revision, "data": data}


def differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of what is not the same in two identities."""
    names = dict.fromkeys([*one, *other])
    return tuple(name for name in names if one.get(name) != other.get(name))
