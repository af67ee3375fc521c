"""Where weights lie, found without any library: a folder, or the cache of a hub below `models`.

    models/
      hub/models--CompVis--stable-diffusion-v1-4/
        refs/main                   the commit that a revision meant when it was pulled
        blobs/SHA                   files by their checksum; SHA.part is one that is on its way
        snapshots/COMMIT/unet/...   links to blobs under the names that the files have
      adapters/...                  see storage/adapters.py
      my-own-model/...              a folder that somebody put here, in the layout of diffusers

This is the layout of the hub's own library, so that its other tools, and a cache that is there
already (`models/hub` may be a link to it), work as well.
"""

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.domain.errors import ModelError
from pipeline.engines.diffusion.weights import INDEX, demand_part, demand_whole

HUB = "hub"
ADAPTERS = "adapters"
MAIN = "main"
PART = ".part"
LICENCE = "licence"
"""The file in a repository's folder that tells what the hub named as its licence."""
_PREFIX = "models--"
_CONFIG = "config.json"
_COMMIT = re.compile("[0-9a-f]{40}")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A model that lies below the models folder; `revision` "" for a folder that was put there.

    `size` are the bytes that it takes on the disk, unfinished files and other revisions included.
    """

    name: str
    folder: Path
    revision: str
    size: int
    complete: bool
    licence: str = ""


def is_repository(text: str) -> bool:
    """Whether it can be the name of a repository, as OWNER/NAME."""
    return _REPOSITORY.fullmatch(text) is not None and ".." not in text


def model_folder(models: Path, model: str) -> Path | None:
    """The folder of a model in the layout of diffusers; None when nothing of it is here.

    `model` is a folder, the name of one below `models`, or a repository as it was pulled, with
    @REVISION behind it where that is not the newest. Ask `is_complete` whether all of it is here.
    """
    if not model.strip():
        return None
    for place in (Path(model).expanduser(), models / model):
        if (place / INDEX).is_file() or (place / _CONFIG).is_file():
            return place
    name, _, revision = model.partition("@")
    return _snapshot(repository_folder(models, name), revision or MAIN)


def repository_folder(models: Path, repository: str) -> Path:
    """The folder of a repository in the cache, whether it is there or not."""
    return models / HUB / (_PREFIX + repository.replace("/", "--"))


def _snapshot(folder: Path, revision: str) -> Path | None:
    try:
        commit = (folder / "refs" / revision).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        commit = revision
    found = folder / "snapshots" / commit
    return found if _COMMIT.fullmatch(commit) and found.is_dir() else None


def is_complete(folder: Path | None) -> bool:
    """Whether everything that the model's own index names is there, whole and in safetensors."""
    return folder is not None and fault_of(folder) is None


def fault_of(folder: Path) -> ModelError | None:
    """Why the weights in a folder cannot be used; None when they can."""
    try:
        if (folder / INDEX).is_file():
            demand_whole(folder, folder.name)
        else:
            demand_part(folder, folder.name)
    except ModelError as error:
        return error
    return None


def has_checker(folder: Path) -> bool:
    """Whether the model brings a safety checker."""
    return (folder / "safety_checker" / _CONFIG).is_file()


def shelved(models: Path) -> Sequence[Shelved]:
    """Every model below `models`, by name."""
    return sorted((*_pulled(models), *_put_there(models)), key=lambda one: one.name.casefold())


def _pulled(models: Path) -> Iterator[Shelved]:
    hub = models / HUB
    for place in sorted(hub.glob(f"{_PREFIX}*")) if hub.is_dir() else ():
        name = place.name.removeprefix(_PREFIX).replace("--", "/", 1)
        for revision, folder in _snapshots(place):
            yield Shelved(name=name, folder=folder, revision=revision, size=disk_size(place),
                          complete=is_complete(folder), licence=_licence(place))  # fmt: skip


def _licence(place: Path) -> str:
    try:
        return (place / LICENCE).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _snapshots(place: Path) -> Iterator[tuple[str, Path]]:
    """The revisions of a repository that have a name, and their folders; none: it was begun."""
    refs = place / "refs"
    names = [ref.relative_to(refs).as_posix() for ref in sorted(refs.rglob("[!.]*"))
             if ref.is_file()]  # fmt: skip
    found = {name: folder for name in names if (folder := _snapshot(place, name))}
    for folder in sorted((place / "snapshots").glob("[!.]*")):
        if folder not in found.values():
            found[folder.name] = folder
    yield from found.items() or [(MAIN, place / "snapshots")]


def _put_there(models: Path) -> Iterator[Shelved]:
    for place in sorted(models.iterdir()) if models.is_dir() else ():
        if place.name not in {HUB, ADAPTERS} and (place / INDEX).is_file():
            yield Shelved(name=place.name, folder=place, revision="", size=disk_size(place),
                          complete=is_complete(place))  # fmt: skip


def disk_size(folder: Path) -> int:
    """The bytes of the files below a folder; what links lead to counts where it lies."""
    sizes = 0
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            if not path.is_symlink() and path.is_file():
                sizes += path.stat().st_size
    return sizes


def let_go(models: Path, repository: str) -> int:
    """Remove a repository with all its revisions; the bytes that are free again.

    Raises:
        ModelError: `model-missing` when nothing of it is here.
        OSError: when the disk does not let go of it.
    """
    place = repository_folder(models, repository)
    if not place.is_dir():
        raise ModelError("model-missing", model=repository)
    size = disk_size(place)
    # Half a model shall not be taken for a whole one, however this ends.
    going = place.with_name(f".going-{place.name}")
    shutil.rmtree(going, ignore_errors=True)
    place.rename(going)
    shutil.rmtree(going)
    return size
