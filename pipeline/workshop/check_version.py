"""A version checked for a printer before its file is made: by its layout and its picture's pixels."""

from dataclasses import replace

from pipeline.domain.art import Brought, Drawn, Painted, own_px
from pipeline.domain.brief import Brief
from pipeline.domain.errors import PrintError
from pipeline.domain.layout import Layout
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.printing import demand_book
from pipeline.domain.report import Check, Report
from pipeline.domain.version import Document, Version
from pipeline.prepress.preflight.judging import said
from pipeline.stages.preflight import Evidence, of_art, preflight
from pipeline.stages.reformat import reformatted

LOOKS = ("contrast-title", "contrast-small", "thumbnail-size", "thumbnail-contrast")
"""What does not change with the trim: it was measured when the version was made."""


def checked_version(
    version: Version, brief: Brief, target: PrintTarget, book: Book | None
) -> Report:  # fmt: skip
    """What the front of a version will be like on `target`, and whether its spine may be lettered.

    Raises:
        PrintError: `print-shape` for a trim of other proportions; `print-pages`, `print-paper`.
    """
    own, trim = brief.format, target.trim
    if not own.is_near(trim):
        raise PrintError("print-shape", target=target.name, format=own.name)
    document = version.document
    layout = document.layout
    if layout.aspect != trim.aspect:
        layout = reformatted(layout, trim.aspect)
    seen = tuple(check for check in version.report.checks if check.code in LOOKS)
    checks = (*_measured(document, layout, target), *seen, *_spine(target, book))
    report = Report(checks=checks, unmeasured=() if book else ("spine-text",))
    return of_art(report, document.art)


def _measured(document: Document, layout: Layout, target: PrintTarget) -> tuple[Check, ...]:
    """Pixels, small type and the knife, at the size of the trim."""
    size = target.trim.print_px()
    found = preflight(Evidence(
        format=target.trim, layout=layout, measures=(), pixels=size,
        art_px=_own_px(document, size), safe_mm=target.printer.safe_mm,
    ))  # fmt: skip
    return tuple(check for check in found.checks if check.code not in {"pixels", *LOOKS})


def _own_px(document: Document, size: tuple[int, int]) -> tuple[int, int]:
    """What the art has of its own for the print; what is drawn has all that is asked for."""
    match document.art:
        case Drawn():
            return size
        case (Brought() | Painted()) as art:
            have = own_px(art)
            return min(have[0], size[0]), min(have[1], size[1])


def _spine(target: PrintTarget, book: Book | None) -> tuple[Check, ...]:
    """Whether the spine gets lettering; without enough pages it goes without, which is no fault."""
    if book is None:
        return ()
    pages = demand_book(target, replace(book)).pages
    return (
        said("spine-text", float(pages), float(target.printer.spine.text_pages), None, "pages"),
    )
