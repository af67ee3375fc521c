"""The models that are known by name, read from their catalogue."""

from collections.abc import Mapping
from typing import Any

from config.catalogues import catalogue
from pipeline.domain.adapter import Base
from pipeline.domain.known_model import KnownModel, Purpose
from pipeline.domain.painting import Manner, Sampler


def load_models() -> tuple[KnownModel, ...]:
    """All models, in the catalogue's order.

    Raises:
        KeyError, ValueError: for an entry without its facts, or with a word that means nothing.
    """
    return tuple(_model(name, table) for name, table in catalogue("models").items())


def _model(name: str, table: Mapping[str, Any]) -> KnownModel:
    return KnownModel(
        name=name, repository=table["repository"], english=table["english"],
        korean=table["korean"], licence=table["licence"], size_mb=table["size_mb"],
        purpose=Purpose(table.get("purpose", Purpose.PAINTING)),
        base=Base(table["base"]) if "base" in table else None,
        side_px=table.get("side_px", 512), manner=_manner(table),
        preview=table.get("preview", ""), inpainting=table.get("inpainting", ""),
    )  # fmt: skip


def _manner(table: Mapping[str, Any]) -> Manner:
    usual = Manner()
    return Manner(
        sampler=Sampler(table.get("sampler", usual.sampler)),
        steps=table.get("steps", usual.steps),
        guidance=float(table.get("guidance", usual.guidance)),
    )
