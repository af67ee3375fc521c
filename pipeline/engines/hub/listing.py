"""What a repository holds, and which of its files are needed to paint."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.domain.errors import ModelError

INDEX = "model_index.json"
_WEIGHTS = re.compile(
    r"(?P<name>diffusion_pytorch_model|model)(?P<half>\.fp16)?(-\d{5}-of-\d{5})?(?P<late>\.fp16)?"
    r"\.safetensors"
)
_INDEX_OF = re.compile(
    r"(?P<name>diffusion_pytorch_model|model)\.safetensors\.index(?P<late>\.fp16)?\.json|"
    r"(?P<older>diffusion_pytorch_model|model)(?P<half>\.fp16)?\.safetensors\.index\.json"
)
_PLAIN = (".json", ".txt", ".model")
"""Configurations, vocabularies, merges, and sentence pieces."""
_PICKLED = (".bin", ".ckpt", ".pt", ".pth", ".pkl", ".msgpack", ".h5", ".onnx")
_LORA = "pytorch_lora_weights.safetensors"
_LICENCES = ("LICENSE", "LICENCE")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteFile:
    """A file of a repository. `checksum` is its SHA-256 where it is large, else git's own SHA-1."""

    path: str
    size: int
    checksum: str

    @property
    def large(self) -> bool:
        """Whether the checksum is the SHA-256 of its content."""
        return len(self.checksum) == 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A repository at one commit. `gated`: its files are for people who accepted its terms."""

    repository: str
    revision: str
    commit: str
    licence: str
    gated: bool
    files: Mapping[str, RemoteFile]


def needed(listing: Listing, parts: Iterable[str] | None) -> Sequence[RemoteFile]:
    """The files without which the model does not load, and no others.

    `parts` are the folders that its `model_index.json` names; None for a single network without
    one. Of each network the half-precision weights are taken where they are there; never pickles,
    and no second copy in another format. Licences come along.

    Raises:
        ModelError: `hub-layout` when it is no model in the layout of diffusers, `hub-pickles` when
            a network has no safetensors.
    """
    kept = [file for file in listing.files.values() if file.path.upper().startswith(_LICENCES)]
    if parts is None:
        chosen = _of_network(listing, "")
        if not any(_WEIGHTS.fullmatch(file.path) for file in chosen):
            raise ModelError("hub-layout", repository=listing.repository)
        return [*kept, *chosen]
    kept.append(listing.files[INDEX])
    for part in dict.fromkeys(parts):
        found = _of_network(listing, part)
        if not found:
            raise ModelError("hub-layout", repository=listing.repository)
        kept += found
    return kept


def is_model(listing: Listing) -> bool:
    """Whether a repository is laid out as a model, or as a single network."""
    weights = any(_WEIGHTS.fullmatch(path) for path in listing.files)
    return INDEX in listing.files or ("config.json" in listing.files and weights)


def adapter_of(listing: Listing, asked: str = "") -> RemoteFile:
    """The LoRA file of a repository: the one that is `asked` for, else the only one there is.

    diffusers calls it `pytorch_lora_weights.safetensors`; others call it anything.

    Raises:
        ModelError: `hub-file` when there is no such file, or several to choose from; `hub-layout`
            when there is none at all.
    """
    found = {path: file for path, file in listing.files.items() if path.endswith(".safetensors")}
    if not found:
        raise ModelError("hub-layout", repository=listing.repository)
    usual = asked or (_LORA if _LORA in found else next(iter(found)) if len(found) == 1 else "")
    if usual not in found:
        raise ModelError("hub-file", repository=listing.repository, asked=asked,
                         files=", ".join(sorted(found)))  # fmt: skip
    return found[usual]


def _of_network(listing: Listing, part: str) -> Sequence[RemoteFile]:
    """The configuration of one folder, and one set of its weights where it has any."""
    files = {
        path.name: file for file in listing.files.values()
        if (path := PurePosixPath(file.path)).parent == PurePosixPath(part or ".")
    }  # fmt: skip
    plain = [name for name in files if name.endswith(_PLAIN) and not _INDEX_OF.fullmatch(name)]
    sets = {half: [name for name in files if _is_of(name, half=half)] for half in (True, False)}
    weights = sets[True] or sets[False]
    if not weights and (pickled := [name for name in files if name.endswith(_PICKLED)]):
        raise ModelError("hub-pickles", repository=listing.repository,
                         file=f"{part}/{pickled[0]}".strip("/"))  # fmt: skip
    if not part:
        plain = [name for name in plain if name == "config.json"]
    return [files[name] for name in (*plain, *weights)]


def _is_of(name: str, *, half: bool) -> bool:
    """Whether a file is of the set in half, or in full, precision: weights, or their index."""
    found = _WEIGHTS.fullmatch(name) or _INDEX_OF.fullmatch(name)
    if found is None:
        return False
    told = found.groupdict()
    return half is bool(told.get("half") or told.get("late"))
