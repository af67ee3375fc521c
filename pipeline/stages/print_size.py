"""How many pixels a print wants of what a version shows: the one answer for who foresees, judges and prints."""

from collections.abc import Sequence

from pipeline.domain.format import MM_PER_INCH, PRINT_DPI, Format, find_format
from pipeline.domain.operation import Export, Print, Upscale
from pipeline.domain.printer import Book, Printer
from pipeline.domain.printing import find_target
from pipeline.domain.upscaling import Weights
from pipeline.domain.wrapping import wrap_of
from pipeline.stages.reformat import part_of


def wanted_px(
    operation: Upscale | Export | Print, own: Format, printers: Sequence[Printer],
    formats: Sequence[Format],
) -> tuple[int, int]:  # fmt: skip
    """Width and height of all that a version in the format `own` shows, at `PRINT_DPI`.

    The boards of a case are larger than its pages, and of a version in another format a part is printed.

    Raises:
        FormatError, PrintError: for a format or a printer that does not exist (any more).
    """
    match operation:
        case Upscale():
            return own.print_px()
        case Export(format=name):
            return _whole_px(find_format(name, (own, *formats)) if name else own, own)
        case Print():
            target = find_target(operation.target, printers, formats)
            book = Book(pages=operation.pages, paper=operation.paper)
            front, scale = wrap_of(target, book).front, PRINT_DPI / MM_PER_INCH
            return round(front.w * scale), round(front.h * scale)


def weights_of(operation: Upscale | Export | Print) -> Weights | None:
    """By what its picture is enlarged; None: as the picture asks for."""
    return None if isinstance(operation, Export) else operation.weights


def _whole_px(shape: Format, own: Format) -> tuple[int, int]:
    """What all of a cover in `own` needs, so that its part in `shape` has enough."""
    part, (width, height) = part_of(own.aspect, shape.aspect), shape.print_px()
    return (width, height) if shape == own else (round(width / part.w), round(height / part.h))
