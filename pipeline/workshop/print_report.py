"""What a printer will say to the file that was just made, by looking at the file itself."""

from dataclasses import replace

from pipeline.domain.art import Brought, Drawn, Painted, own_px
from pipeline.domain.file import File
from pipeline.domain.format import MM_PER_INCH
from pipeline.domain.report import Check, Report, Verdict
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.judged import judged
from pipeline.prepress.preflight.pdf_file import read_pdf
from pipeline.stages.preflight import of_art, resolution
from pipeline.workshop.printing import Bound, Printing

BACK_ART = "back-art"
"""The code of the check whether the model continued a picture over spine and back."""


def file_report(file: File, about: Printing, to: Bound) -> Report:
    """The preflight of a PDF, read as if somebody else had made it.

    What no file can tell is added: how many pixels its picture had before anything enlarged it, and
    that the model could not continue it for the back.
    """
    report = judged(read_pdf(file.content), to.target, to.book)
    checks = (*_of_the_picture(about, to.wrap.front), *report.checks, *_of_the_back(about))
    return of_art(replace(report, checks=checks), about.version.document.art)


def _of_the_picture(about: Printing, front: RectMm) -> tuple[Check, ...]:
    match about.version.document.art:
        case Drawn():
            return ()
        case (Brought() | Painted()) as art:
            return (resolution(effective_dpi(art, front)),)


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
