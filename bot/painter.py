"""The model that paints, if one does: what is known of it, and the process that it works in."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from bot.app import PainterSettings
from bot.doctor.choosing import Choice, weights_of, would_paint
from pipeline.domain.limits import PaintingLimits
from pipeline.domain.painting import Manner, Sampler
from pipeline.engines.diffusion.card import describe
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.engines.hub.shelf import ADAPTERS, is_repository
from pipeline.engines.sessions import wait_asleep
from pipeline.workshop.easel import Easel
from storage.adapters import FolderAdapters

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.domain.event import Notice
    from pipeline.domain.known_model import KnownModel
    from pipeline.ports.painter import PaintEngine
    from pipeline.queue.painting.painter import PaintingProcess


class MannerSettings(PainterSettings, Protocol):
    """What besides decides how it paints; see config/painting.py."""

    @property
    def dtype(self) -> str: ...  # noqa: D102

    @property
    def sampler(self) -> str: ...  # noqa: D102

    @property
    def steps(self) -> int: ...  # noqa: D102

    @property
    def guidance(self) -> float: ...  # noqa: D102

    @property
    def rows(self) -> int: ...  # noqa: D102

    @property
    def compile(self) -> bool: ...  # noqa: D102


COMPILING_S = 3600.0
"""A compiled model is traced for every size of its passes before it paints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atelier:
    """Where painting is done: the `easel` for who plans pictures, and the engine for who paints.

    `at_once` pictures share the passes of the engine, which is opened by what `engine` says, in a
    process that lives within `limits`.
    """

    easel: Easel
    engine: EngineSettings
    at_once: int
    limits: PaintingLimits

    def process(self, notice: Notice) -> PaintingProcess:
        """The process of the engine; it is started when it is first needed."""
        from pipeline.queue.painting.painter import PaintingProcess  # noqa: PLC0415

        return PaintingProcess(functools.partial(opened, self.engine), at_once=self.at_once,
                               limits=self.limits, notice=notice)  # fmt: skip


def opened(settings: EngineSettings) -> PaintEngine:
    """The engine itself, in its own process: here torch is imported.

    Raises:
        ModelError: when its weights cannot be loaded.
    """
    wait_asleep()
    from pipeline.engines.diffusion.engine import open_engine  # noqa: PLC0415

    return open_engine(settings)


def atelier(settings: MannerSettings, known: Sequence[KnownModel]) -> Atelier | None:
    """Where painting is done on this machine; None where nothing paints.

    Raises:
        ModelError: when painting was demanded and cannot be.
    """
    choice = would_paint(settings)
    if not choice.paints or choice.model is None:
        _demand_unasked(settings, choice)
        return None
    return _atelier(settings, choice.model, known)


def _demand_unasked(settings: MannerSettings, choice: Choice) -> None:
    if settings.use == "on" and choice.error is not None:
        raise choice.error


def _atelier(settings: MannerSettings, model: Path, known: Sequence[KnownModel]) -> Atelier:
    name = settings.model if is_repository(settings.model.partition("@")[0]) else model.name
    card, weights = describe(model, name), weights_of(model, settings.models, known)
    manner = _manner(settings, card.manner)
    shelf = FolderAdapters(settings.models / ADAPTERS)
    engine = EngineSettings(
        model=model, name=name, preview=weights.preview, inpainting=weights.inpainting,
        device=settings.device, dtype=settings.dtype, rows=settings.rows,
        compile=settings.compile, offload=settings.offload, adapter=shelf.path,
    )  # fmt: skip
    easel = Easel(model=name, base=card.base, area_px=card.area_px, manner=manner,
                  words_room=card.words_room(engine.chunks), tokenizer=model / "tokenizer",
                  adapters=shelf.all)  # fmt: skip
    limits = PaintingLimits()
    if settings.compile:
        limits = replace(limits, start_s=COMPILING_S)
    return Atelier(easel=easel, engine=engine, limits=limits,
                  at_once=max(1, settings.rows // card.rows(manner)))  # fmt: skip


def _manner(settings: MannerSettings, usual: Manner) -> Manner:
    """The manner that suits the model, with what the host says otherwise."""
    return replace(
        usual,
        sampler=Sampler(settings.sampler) if settings.sampler else usual.sampler,
        steps=settings.steps or usual.steps,
        guidance=usual.guidance if settings.guidance < 0 else settings.guidance,
    )
