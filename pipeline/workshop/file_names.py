"""What files of print orders are called, so that one in the way is found before minutes of work."""

from collections.abc import Sequence

from pipeline.domain.format import Format, FormatKind, find_format
from pipeline.domain.operation import Export, Print
from pipeline.domain.printer import Printer, PrintTarget
from pipeline.domain.printing import find_target

PRINTED = ("-cover.pdf", "-proof.jpg", "-front.png", "-front.jpg", "-mockup.jpg", ".json", "-ebook.jpg",
           "-thumbnail.jpg")  # fmt: skip
"""What every full cover comes as; there may be more."""
EXPORTED = ("-print.png", "-print.jpg", "-print.pdf", ".json")
"""The same of a front."""
EBOOK = "-ebook.jpg"


def print_stem(version: str, target: PrintTarget) -> str:
    """How names for a printer begin: with the target where that is ASCII and no part of a path."""
    name, trim = target.name, target.trim
    plain = name.isascii() and all(char.isalnum() or char in "-." for char in name)
    size = f"{trim.width_mm:.0f}x{trim.height_mm:.0f}mm"
    return f"{version}-{name if plain else f'{target.printer.name}-{size}'}"


def export_stem(version: str, shape: Format, own: Format) -> str:
    """How names of a front in `shape` begin; no name of a format becomes part of a path."""
    if shape == own:
        return version
    width, height = shape.print_px()
    if shape.kind is FormatKind.SCREEN:
        return f"{version}-{width}x{height}px"
    return f"{version}-{shape.width_mm:.0f}x{shape.height_mm:.0f}mm"


def sure_names(
    order: Export | Print, version: str, own: Format, printers: Sequence[Printer],
    formats: Sequence[Format],
) -> list[str]:  # fmt: skip
    """The files that an order writes for sure where it shows that `version`, whose format is `own`.

    Raises:
        FormatError, PrintError: for a format or a printer that does not exist.
    """
    if isinstance(order, Print):
        stem = print_stem(version, find_target(order.target, printers, formats))
        return [stem + ending for ending in PRINTED]
    shape = find_format(order.format, (own, *formats)) if order.format else own
    stem = export_stem(version, shape, own)
    return [stem + ending for ending in EXPORTED] + ([stem + EBOOK] if shape == own else [])
