"""The catalogue of printers and shops: what they cut, bind and take."""

from collections.abc import Mapping
from typing import Any

from config.catalogues import catalogue
from pipeline.domain.format import MM_PER_INCH
from pipeline.domain.printer import (
    BarcodeRule,
    Binding,
    FileRule,
    Paper,
    PdfStandard,
    Printer,
    SpineRule,
)
from pipeline.domain.printing import spelling

_UNITS = {"mm": 1.0, "in": MM_PER_INCH}


def load_printers() -> tuple[Printer, ...]:
    """Every printer of `catalogues/printers.toml`, in its order.

    Raises:
        ValueError: when a measure has no unit, or two printers share a spelling.
    """
    printers = tuple(_printer(entry) for entry in catalogue("printers")["printer"])
    _demand_own_spellings(printers)
    return printers


def _printer(entry: Mapping[str, Any]) -> Printer:
    across, down = entry.get("overhang", ("0 mm", "0 mm"))
    return Printer(
        name=entry["name"], english=entry["english"], korean=entry["korean"],
        binding=Binding(entry["binding"]), trims=tuple(entry["trims"]), pages=(entry["pages"][0], entry["pages"][1]),
        pages_step=entry["pages_step"], papers=tuple(_paper(paper) for paper in entry["paper"]),
        bleed_mm=_mm(entry["bleed"]), safe_mm=_mm(entry["safe"]), spine=_spine(entry["spine"]),
        barcode=_barcode(entry["barcode"]), file=_file(entry["file"]),
        turn_in_mm=_mm(entry.get("turn_in", "0 mm")), hinge_mm=_mm(entry.get("hinge", "0 mm")),
        overhang_mm=(_mm(across), _mm(down)), gsm_mm=entry.get("gsm_mm", 0.0),
        aliases=tuple(entry["aliases"]), calls=tuple(entry.get("calls", {}).items()), assumed=entry.get("assumed", ""), source=entry["source"],
    )  # fmt: skip


def _paper(entry: Mapping[str, Any]) -> Paper:
    return Paper(
        name=entry["name"], english=entry["english"], korean=entry["korean"],
        page_mm=_mm(entry["page"]), pages=_pages(entry.get("pages")), aliases=tuple(entry.get("aliases", ())),
        assumed=entry.get("assumed", False), white=entry.get("white", False),
    )  # fmt: skip


def _pages(limits: list[int] | None) -> tuple[int, int] | None:
    return (limits[0], limits[1]) if limits else None


def _spine(entry: Mapping[str, Any]) -> SpineRule:
    return SpineRule(
        extra_mm=_mm(entry["extra"]), text_pages=entry["text_pages"], clear_mm=_mm(entry["clear"]),
        step_mm=_mm(entry.get("step", "0 mm")), least_mm=_mm(entry.get("least", "0 mm")),
    )  # fmt: skip


def _barcode(entry: Mapping[str, Any]) -> BarcodeRule:
    return BarcodeRule(
        width_mm=_mm(entry["width"]), height_mm=_mm(entry["height"]), aside_mm=_mm(entry["aside"]),
        above_mm=_mm(entry["above"]), own=entry["own"],
    )  # fmt: skip


def _file(entry: Mapping[str, Any]) -> FileRule:
    return FileRule(
        standard=PdfStandard(entry["standard"]), profile=entry["profile"],
        ink_warn=float(entry["ink_warn"]), ink_most=float(entry["ink_most"]),
        advised_mb=float(entry["advised_mb"]), allowed_mb=float(entry["allowed_mb"]),
        marks=entry["marks"], strict=entry.get("strict", False),
    )  # fmt: skip


def _mm(measure: str) -> float:
    """Millimetres of a measure as its source gives it: `0.125 in`, `3 mm`."""
    number, _, unit = measure.partition(" ")
    if unit not in _UNITS:
        raise ValueError(f"{measure!r} has no unit; write it as `3 mm` or `0.125 in`")
    return float(number) * _UNITS[unit]


def _demand_own_spellings(printers: tuple[Printer, ...]) -> None:
    owner: dict[str, str] = {}
    for printer in printers:
        for word in (printer.name, *printer.aliases):
            key = spelling(word)
            if owner.setdefault(key, printer.name) != printer.name:
                raise ValueError(f"{word!r} names both {owner[key]} and {printer.name}")
