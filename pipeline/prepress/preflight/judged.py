"""What a printer will say to a file: every check that it gives ground for."""

from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.report import Check, Report, Verdict
from pipeline.prepress.preflight.barcode_checks import barcode_checks, was_coarse
from pipeline.prepress.preflight.evidence import Found
from pipeline.prepress.preflight.ink_checks import ink_checks, inks_unread
from pipeline.prepress.preflight.judging import said
from pipeline.prepress.preflight.lettering_checks import lettering_checks
from pipeline.prepress.preflight.placing import Part, Placed, placed
from pipeline.prepress.preflight.sheet_checks import EXACT_MM, ROUGH_MM, sheet_checks, whole_page

FILE_CHECKS = (
    "file-kind", "page-count", "blank", "page-size", "spine-width", "bleed", "boxes", "marks", "encryption",
    "extras", "layers", "file-pdf", "pdf-standard", "pdf-claim", "output-intent", "colour-space",
    "spot-colours", "total-ink", "image-resolution", "line-art", "transparency", "fonts", "hairline",
    "edge-clearance", "fold-clearance", "spine-text", "spine-clearance", "type-size", "type-inks",
    "title-size", "title-contrast", "barcode", "barcode-isbn", "barcode-place", "barcode-quiet",
    "barcode-contrast", "barcode-size", "barcode-vector", "barcode-ink", "barcode-zone",
)  # fmt: skip
"""The codes of all checks of a file, in the order of a report; the rule is `preflight-CODE`, how to
mend it `preflight-CODE-mend`."""
UNMEASURED = (
    "title-size", "edge-clearance", "spine-width", "spine-text", "barcode", "total-ink",
)  # fmt: skip
"""What a person would miss in a report, when the file gives no ground for it."""


def judged(found: Found, target: PrintTarget, book: Book | None = None) -> Report:
    """A file against what `target` asks for, with the `book` where that is known.

    Raises:
        PrintError: `print-pages`, `print-paper` for a book that the printer does not make.
    """
    file = placed(found, target, book)
    checks = (
        *sheet_checks(file), *_spine_width(file), *ink_checks(file), *lettering_checks(file),
        *barcode_checks(file),
    )  # fmt: skip
    order = {code: place for place, code in enumerate(FILE_CHECKS)}
    ordered = tuple(sorted(checks, key=lambda check: order[check.code]))
    return Report(checks=ordered, unmeasured=_unmeasured(file, ordered))


def _spine_width(file: Placed) -> tuple[Check, ...]:
    """The spine that the sheet has room for, against that of the book."""
    page = whole_page(file)
    if not file.has_back or not file.told or abs(page.h - file.wrap.sheet.h) > ROUGH_MM:
        return ()
    wanted = file.wrap.spine.w
    # whatever the sheet is wider or narrower, the spine is
    width = wanted + page.w - file.wrap.sheet.w
    off = abs(width - wanted)
    wrong = None if off <= EXACT_MM else Verdict.WARN if off <= ROUGH_MM else Verdict.FAIL
    return (said("spine-width", round(width, 1), round(wanted, 1), wrong, "mm"),)


def _unmeasured(file: Placed, checks: tuple[Check, ...]) -> tuple[str, ...]:
    """What a person would expect to be checked, and could not be."""
    done = {check.code for check in checks}
    hoped = ["title-size", "edge-clearance"]
    if file.part is not Part.WRAP:
        hoped += ["spine-width", "barcode"]
    elif not file.told:
        hoped += ["spine-width", "spine-text"]
    if was_coarse(file):
        hoped.append("barcode")
    pdf, rule = file.found.pdf, file.target.printer.file
    unread = pdf is not None and inks_unread(pdf, rule)
    hoped = [code for code in dict.fromkeys((*hoped, "total-ink")) if code not in done]
    return (*hoped, *(("total-ink",) if unread and "total-ink" in done else ()))
