"""The concepts and sights that come with ArtiCover, read from their catalogues."""

from typing import Any

from config.catalogues import catalogue
from pipeline.domain.concept import Concept, Sight, SightKind


def load_concepts() -> tuple[Concept, ...]:
    """All curated concepts, in the catalogue's order."""
    return tuple(_concept(name, table) for name, table in catalogue("concepts").items())


def load_sights() -> tuple[Sight, ...]:
    """All sights, in the catalogue's order.

    Raises:
        ValueError: for a kind that does not exist.
    """
    return tuple(
        Sight(
            name=name, kind=SightKind(table["kind"]), paint=table["paint"],
            english=tuple(table["english"]), korean=tuple(table["korean"]),
            uncertain=tuple(table.get("uncertain", ())),
        )
        for name, table in catalogue("sights").items()
    )  # fmt: skip


def load_background() -> tuple[str, ...]:
    """Blurbs of many kinds, against which nearness to a concept is measured."""
    return tuple(catalogue("background")["texts"])


def _concept(name: str, table: dict[str, Any]) -> Concept:
    return Concept(
        name=name,
        gloss=table["gloss"],
        english=tuple(table["english"]),
        korean=tuple(table["korean"]),
        uncertain=tuple(table.get("uncertain", ())),
        icon=table.get("icon"),
        scene=table.get("scene"),
        setting=table.get("setting"),
        person=table.get("person", False),
        place=table.get("place", False),
        paint=table["paint"],
    )
