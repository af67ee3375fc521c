"""What a printer will say to the file that was just made, by looking at the file itself."""

from dataclasses import replace

from pipeline.domain.art import Brought, Drawn, Painted, own_px
from pipeline.domain.format import MM_PER_INCH
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.report import Check, Report, Verdict
from pipeline.domain.wrap import RectMm
from pipeline.domain.wrapping import front_of, wrap_of
from pipeline.stages.preflight import of_art, resolution
from pipeline.workshop.printing import Printing

_ORDER = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)
BACK_ART = "back-art"
"""The code of the check whether the model continued a picture over spine and back."""


def file_report(pdf: bytes, about: Printing, target: PrintTarget, book: Book | None) -> Report:
    """The preflight of a PDF, read as if somebody else had made it; without a `book` of a front alone.

    What no file can tell is added: how many pixels its picture had before anything enlarged it, and
    that the model could not continue it for the back.
    """
    # libraries of PDF files are for workers, and this module is loaded by who sends them their work
    from pipeline.prepress.preflight.judged import judged  # noqa: PLC0415
    from pipeline.prepress.preflight.pdf_file import read_pdf  # noqa: PLC0415

    report = judged(read_pdf(pdf), target, book)
    front = wrap_of(target, book).front if book else front_of(target).front
    checks = (*_of_the_picture(about, front), *report.checks, *_of_the_back(about))
    return of_art(replace(report, checks=checks), about.version.document.art)


def _of_the_picture(about: Printing, front: RectMm) -> tuple[Check, ...]:
    match about.version.document.art:
        case Drawn():
            return ()
        case (Brought() | Painted()) as art:
            found = resolution(effective_dpi(art, front))
            # what has too little is enlarged before it is printed, which no printer refuses
            return (replace(found, verdict=min(found.verdict, Verdict.WARN, key=_ORDER.index)),)


def _of_the_back(about: Printing) -> tuple[Check, ...]:
    """No printer minds it, but the person was to get another back."""
    fault = about.aside.fault
    return (
        (Check(code=BACK_ART, verdict=Verdict.WARN, measured=fault, limit="", unit=""),)
        if fault
        else ()
    )


def effective_dpi(art: Brought | Painted, front: RectMm) -> float:
    """How many pixels of its own the picture has for each inch of a printed front."""
    width, height = own_px(art)
    return min(width / front.w, height / front.h) * MM_PER_INCH
