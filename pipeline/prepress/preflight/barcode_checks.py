"""Checks of the ISBN's barcode, as GS1 General Specifications 5.2 and ISO/IEC 15416 want it."""

from collections.abc import Iterator

from pipeline.domain.report import Check, Verdict
from pipeline.prepress.preflight.evidence import SeenBarcode
from pipeline.prepress.preflight.judging import at_least, said
from pipeline.prepress.preflight.placing import Placed

MODULE_MM, MODULE_LOW_MM = 0.264, 0.20
"""80 per cent is the smallest that GS1 lets be printed; below the second no scanner reads it."""
QUIET, QUIET_LOW = (11.0, 7.0), (7.0, 5.0)
"""Modules at the left and the right; the second from where on scanners begin to fail."""
MEASURED = 0.5
"""How far a quiet zone is measured wrong, in modules."""
CONTRAST, CONTRAST_LOW = 0.70, 0.40
"""Grades A and C of ISO/IEC 15416."""
BARS = 20
"""Of 30 bars so many have to be vectors, for it is drawn as such."""
BLACK = 1.0


def barcode_checks(file: Placed) -> Iterator[Check]:
    """What there is to say of the barcode; only a cover with a back has one."""
    if not file.has_back:
        return
    seen, printer = file.found.barcode, file.target.printer
    isbn = file.book.isbn if file.book else ""
    if seen is None:
        if printer.barcode.own and not was_coarse(file):
            yield said("barcode", "", "", Verdict.FAIL if isbn else Verdict.WARN)
        return
    yield said("barcode", seen.digits, "")
    if isbn:
        yield said("barcode-isbn", seen.digits, isbn, None if seen.digits == isbn else Verdict.FAIL)
    yield _place(file, seen)
    yield from _drawn(file, seen)


def was_coarse(file: Placed) -> bool:
    """Whether the page was drawn too coarsely to say that there is no barcode."""
    return file.found.pdf is not None and file.found.pdf.coarse and file.found.barcode is None


def _place(file: Placed, seen: SeenBarcode) -> Check:
    """On the back, and clear of the knife and the folds."""
    back, box = file.wrap.back, seen.box
    clear = min(box.x - back.x, back.right - box.right, box.y - back.y, back.bottom - box.bottom)
    wanted = file.target.printer.safe_mm
    wrong = None if clear >= wanted - MEASURED else Verdict.FAIL if clear < 0 else Verdict.WARN
    return said("barcode-place", round(clear, 1), round(wanted, 1), wrong, "mm",
                box if wrong else None)  # fmt: skip


def _drawn(file: Placed, seen: SeenBarcode) -> Iterator[Check]:
    left, right = (quiet + MEASURED for quiet in seen.quiet)
    worse = (
        (left, QUIET[0], QUIET_LOW[0])
        if left - QUIET[0] < right - QUIET[1]
        else (right, QUIET[1], QUIET_LOW[1])
    )
    found = at_least("barcode-quiet", *worse, "modules", seen.box)
    yield said(found.code, round(worse[0] - MEASURED, 1), worse[1],
               None if found.verdict is Verdict.PASS else found.verdict, "modules", found.place)  # fmt: skip
    yield at_least("barcode-contrast", seen.contrast * 100, CONTRAST * 100, CONTRAST_LOW * 100, "%",
                   seen.box)  # fmt: skip
    yield at_least("barcode-size", seen.module_mm + 0.005, MODULE_MM, MODULE_LOW_MM, "mm", seen.box)
    pdf = file.found.pdf
    if pdf is None or not file.target.printer.barcode.own:
        return
    if pdf.bars < BARS:
        yield said("barcode-vector", float(pdf.bars), 30.0, Verdict.WARN, "", seen.box)
    elif pdf.bar_inks is not None:
        wrong = None if abs(pdf.bar_inks - BLACK) < 0.02 else Verdict.WARN
        yield said("barcode-ink", round(100 * pdf.bar_inks), 100.0, wrong, "%",
                   seen.box if wrong else None)  # fmt: skip
