"""The catalogue of trim sizes and screen sizes."""

from collections.abc import Mapping
from typing import Any

from config.catalogues import catalogue
from pipeline.domain.format import (
    MM_PER_INCH,
    PRINT_DPI,
    RATIO_SHORT_MM,
    Format,
    FormatKind,
)


def load_formats() -> tuple[Format, ...]:
    """Every format of `catalogues/formats.toml`, in its order.

    Raises:
        ValueError: when an entry has no measure, or two entries share a spelling.
    """
    formats = tuple(_format(entry) for entry in catalogue("formats")["format"])
    _demand_own_spellings(formats)
    return formats


def _format(entry: Mapping[str, Any]) -> Format:
    width_mm, height_mm, kind = _measures(entry)
    return Format(
        name=entry["name"], english=entry["english"], korean=entry["korean"],
        width_mm=width_mm, height_mm=height_mm, kind=kind,
        aliases=tuple(entry.get("aliases", ())),
    )  # fmt: skip


def _measures(entry: Mapping[str, Any]) -> tuple[float, float, FormatKind]:
    """Width and height in mm, and what they stand for."""
    match entry:
        case {"mm": [width, height]}:
            return float(width), float(height), FormatKind.TRIM
        case {"inches": [width, height]}:
            return width * MM_PER_INCH, height * MM_PER_INCH, FormatKind.TRIM
        case {"pixels": [width, height]}:
            scale = MM_PER_INCH / PRINT_DPI
            return width * scale, height * scale, FormatKind.SCREEN
        case {"ratio": [width, height]}:
            scale = RATIO_SHORT_MM / min(width, height)
            return width * scale, height * scale, FormatKind.RATIO
        case _:
            raise ValueError(f"{entry['name']} has no measure")


def _demand_own_spellings(formats: tuple[Format, ...]) -> None:
    owner: dict[str, str] = {}
    for entry in formats:
        for word in (entry.name, *entry.aliases):
            key = "".join(word.casefold().split())
            if owner.setdefault(key, entry.name) != entry.name:
                raise ValueError(f"{word!r} names both {owner[key]} and {entry.name}")
