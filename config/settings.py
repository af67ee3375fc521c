"""What a person or a host sets from outside: environment variables, read once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from config.downloads import DownloadSettings, load_downloads
from config.lettering import LetteringSettings, load_lettering
from config.models import load_models
from config.painting import PaintingSettings, load_painting
from config.reader import Reader
from config.upscaling import UpscalingSettings, load_upscaling
from pipeline.domain.known_model import KnownModel, find_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are kept.

    `data` has the pictures, the lock and (unless `database_url` points elsewhere) the SQLite
    file. `health_port` 0 means that no port is opened; `metrics` and health listen on
    `health_host`. `painting` tells of the model that paints, its name written out where it was
    short; `known_models` are those of the catalogue. `lettering` is about pictures, and
    `upscaling` about enlarging them; `downloads` is about the page for files that no chat takes.
    """

    data: Path
    database_url: str
    quota_mb: int
    long_workers: int
    drain_s: float
    health_host: str
    health_port: int
    painting: PaintingSettings
    lettering: LetteringSettings
    upscaling: UpscalingSettings
    downloads: DownloadSettings
    known_models: tuple[KnownModel, ...]


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of an environment.

    Raises:
        ServiceError: `setting-whole-number`, `setting-number`, `setting-choice`, and those of
            `load_downloads`.
    """
    read = Reader(environment)
    known = load_models()
    home = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    data = Path(environment.get("ARTICOVER_DATA") or Path(home) / "articover")
    painting = _in_full(load_painting(data, environment), known)
    return Settings(
        data=data,
        database_url=environment.get("ARTICOVER_DATABASE_URL") or f"sqlite:///{data / 'articover.db'}",
        quota_mb=read.whole("ARTICOVER_QUOTA_MB", 2000, 1),
        long_workers=read.whole("ARTICOVER_WORKERS", _cores(), 1),
        drain_s=read.whole("ARTICOVER_DRAIN_S", 20, 0),
        health_host=environment.get("ARTICOVER_HEALTH_HOST") or "127.0.0.1",
        health_port=read.whole("ARTICOVER_HEALTH_PORT", 0, 0),
        painting=painting,
        lettering=load_lettering(painting.models, environment),
        upscaling=load_upscaling(environment),
        downloads=load_downloads(environment),
        known_models=known,
    )  # fmt: skip


def _in_full(painting: PaintingSettings, known: tuple[KnownModel, ...]) -> PaintingSettings:
    """With the repository of a model that is called by its short name, its revision kept."""
    name, mark, revision = painting.model.partition("@")
    found = find_known(name, known)
    return replace(painting, model=f"{found.repository}{mark}{revision}") if found else painting


def _cores() -> int:
    """The cores that this process may use, which in a container are fewer than there are."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(4, cores or 1)
