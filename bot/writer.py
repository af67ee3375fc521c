"""The model that letters words into pictures, if there is one, and the process it works in."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.doctor.choosing import extra_installed
from pipeline.domain.limits import PaintingLimits
from pipeline.engines.diffste.folder import fault_of
from pipeline.engines.diffusion.settings import EngineSettings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.painter import MannerSettings
    from pipeline.ports.painter import PaintEngine
    from pipeline.queue.painting.painter import PaintingProcess


IDLE_S = 300.0
"""A model that letters a sign now and then gives its memory back to the one that paints."""
MOST_ROWS = 8
"""Four samples with guidance; on a processor a step of more would be taken for one that hangs."""


def writer(folder: Path, settings: MannerSettings) -> Callable[[], PaintingProcess] | None:
    """What makes its process; None where there is no model in `folder`, or not what it takes.

    Who put one there wants it to letter, on any device.
    """
    if not folder.is_dir() or not extra_installed() or fault_of(folder) is not None:
        return None
    engine = EngineSettings(model=folder, name=folder.name, device=settings.device,
                            dtype=settings.dtype, rows=min(settings.rows, MOST_ROWS),
                            offload=settings.offload)  # fmt: skip
    return functools.partial(_process, engine)


def _process(engine: EngineSettings) -> PaintingProcess:
    from pipeline.queue.painting.painter import PaintingProcess  # noqa: PLC0415

    return PaintingProcess(functools.partial(opened, engine), at_once=1,
                           limits=PaintingLimits(idle_s=IDLE_S))  # fmt: skip


def opened(settings: EngineSettings) -> PaintEngine:
    """The engine itself, in its own process: here torch is imported.

    Raises:
        ModelError: when its weights cannot be loaded.
    """
    from pipeline.engines.diffste.engine import open_writer  # noqa: PLC0415

    return open_writer(settings)
