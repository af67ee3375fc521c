"""Checks of what the page is made of: standard, colours, ink, images, transparency, fonts, lines.

PDF/X-1a:2001 is ISO 15930-1 and X-3:2002 ISO 15930-3: no transparency in either, no RGB in the first.
A hairline below a quarter of a point does not print reliably (KDP and IngramSpark ask for more).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.domain.format import PRINT_DPI
from pipeline.domain.printer import FileRule, PdfStandard
from pipeline.domain.report import Check, Verdict
from pipeline.prepress.preflight.evidence import (
    InkFound,
    Line,
    PdfFound,
    PictureFound,
    PlacedImage,
    Source,
)
from pipeline.prepress.preflight.judging import at_least, at_most, said
from pipeline.prepress.preflight.lettering_checks import SMALL_PT
from pipeline.prepress.preflight.placing import Placed
from pipeline.prepress.preflight.spaces import Family

DPI_GOOD, DPI_LOW = PRINT_DPI * 0.99, 200.0
"""A hundredth is lost where pixels are rounded."""
LINE_DPI, LINE_DPI_LOW = 600.0, 300.0
SPECK_MM2, SMALL_MM2 = 20.0, 400.0
"""Below the first nobody sees the pixels of an image, below the second hardly."""
FLAT_PX = 4
"""An image of so few pixels across is a colour or a gradient."""
ROUNDED = 1.0
"""Per cent of total ink: eight bits a plate round each by a fifth of one."""
HAIRLINE_PT = 0.25
"""Thinner lines break up, which no printer refuses a file for."""


def ink_checks(file: Placed) -> Iterator[Check]:
    """What there is to say of what the page is made of."""
    rule, pdf, picture = file.target.printer.file, file.found.pdf, file.found.picture
    if pdf is not None:
        yield from _standard(pdf, rule)
        yield _colours([family for family, _ in pdf.families], rule)
        if pdf.spots:
            wrong = Verdict.FAIL if rule.strict else Verdict.WARN
            yield said("spot-colours", ", ".join(pdf.spots[:4]), "", wrong)
        inks = _with_blends(_with_type(pdf.inks, file.found.lines or ()), pdf, rule)
        yield from _ink(inks, rule, unread=inks_unread(pdf, rule))
        yield from _images(pdf.images)
        yield _transparency(pdf.transparency, rule)
        yield from _fonts(pdf)
        if pdf.thinnest_pt is not None:
            yield at_least("hairline", pdf.thinnest_pt, HAIRLINE_PT, 0.0, "pt")
    if picture is not None:
        yield _colours([picture.family], rule)
        yield from _ink(picture.inks, rule)
        yield _picture(picture, file)
        yield _transparency(("opacity",) if picture.alpha else (), rule)


def _standard(pdf: PdfFound, rule: FileRule) -> Iterator[Check]:
    """The standard, where one is demanded or claimed, and whether the file keeps what it claims."""
    told = pdf.standard or f"PDF {pdf.version}"
    known = any(pdf.standard.startswith(str(one)) for one in PdfStandard)
    if not known:
        wrong = Verdict.FAIL if rule.strict else None
        yield said("pdf-standard", told, str(rule.standard), wrong)
    else:
        kept = _keeps(pdf)
        yield said("pdf-standard" if kept else "pdf-claim", told, str(rule.standard),
                   None if kept else Verdict.FAIL if rule.strict else Verdict.WARN)  # fmt: skip
    if known or rule.strict:
        good = bool(pdf.intent)
        yield said("output-intent", pdf.intent, "", None if good else Verdict.FAIL)


def _keeps(pdf: PdfFound) -> bool:
    """What of a standard can be told from the page: no transparency, fonts, colours, one trim box."""
    colours = {family for family, managed in pdf.families if not managed}
    rgb = Family.RGB in colours or (
        pdf.standard == PdfStandard.X1A
        and any(family in {Family.RGB, Family.LAB} for family, _ in pdf.families)
    )
    return not (pdf.transparency or rgb or any(not font.embedded for font in pdf.fonts)
                or pdf.trim is None or pdf.encrypted)  # fmt: skip


def _colours(families: Sequence[Family], rule: FileRule) -> Check:
    """RGB is separated by the printer, and duller then; who is strict takes none."""
    named = ", ".join(sorted({str(family).upper() for family in families} - {"PATTERN"})) or "—"
    foreign = {Family.RGB, Family.LAB} & set(families)
    wrong = Verdict.FAIL if rule.strict and rule.standard is PdfStandard.X1A else Verdict.WARN
    return said("colour-space", named, "CMYK", wrong if foreign else None)


def _with_type(inks: InkFound | None, lines: Sequence[Line]) -> InkFound | None:
    """With the ink of large type; small type has a check of its own."""
    large = [one for one in lines if one.source is Source.TEXT and one.size_pt > SMALL_PT]
    worst = max(large, key=lambda one: one.inks or 0, default=None)
    heaviest = 100 * (worst.inks or 0) if worst else 0.0
    if worst is None or inks is None or heaviest <= inks.percentile:
        return inks
    return replace(inks, percentile=round(heaviest, 1), most=max(inks.most, heaviest),
                   place=worst.box)  # fmt: skip


def _with_blends(inks: InkFound | None, pdf: PdfFound, rule: FileRule) -> InkFound | None:
    """With the most that blended colours can have, where that is no reason for doubt."""
    most = 100 * (pdf.blended or 0)
    if inks is None or inks_unread(pdf, rule) or most <= inks.percentile:
        return inks
    return replace(inks, percentile=round(most, 1))


def inks_unread(pdf: PdfFound, rule: FileRule) -> bool:
    """Whether there may be more ink than was read, and more than the printer likes."""
    return pdf.unread or (pdf.blended or 0) * 100 > rule.ink_warn + ROUNDED


def _ink(inks: InkFound | None, rule: FileRule, *, unread: bool = False) -> Iterator[Check]:
    """What was read; with something `unread`, only that it is too much can be told."""
    if inks is not None:
        most = max(rule.ink_most, rule.ink_warn)
        found = at_most("total-ink", inks.percentile, rule.ink_warn + ROUNDED,
                        most + ROUNDED, "%", inks.place)  # fmt: skip
        limit = most if found.verdict is Verdict.FAIL else rule.ink_warn
        if not (unread and found.verdict is Verdict.PASS):
            yield replace(found, limit=limit)


def _images(images: Sequence[PlacedImage]) -> Iterator[Check]:
    """The coarsest image that anybody would see, and the coarsest line art."""
    seen = [one for one in images if one.box.w * one.box.h >= SPECK_MM2
            and min(one.width_px, one.height_px) > FLAT_PX]  # fmt: skip
    tones = [one for one in seen if one.bits > 1]
    if tones:
        worst = min(tones, key=lambda one: one.dpi)
        low = DPI_LOW if worst.box.w * worst.box.h >= SMALL_MM2 else 0.0
        yield _resolution("image-resolution", worst, DPI_GOOD, low, PRINT_DPI)
    drawings = [one for one in seen if one.bits == 1]
    if drawings:
        worst = min(drawings, key=lambda one: one.dpi)
        yield _resolution("line-art", worst, LINE_DPI * 0.99, LINE_DPI_LOW * 0.99, LINE_DPI)


def _resolution(code: str, image: PlacedImage, good: float, low: float, limit: float) -> Check:
    found = at_least(code, image.dpi, good, low, "dpi", image.box)
    return said(code, round(image.dpi), float(limit), None if found.verdict is Verdict.PASS
                else found.verdict, "dpi", found.place)  # fmt: skip


def _picture(picture: PictureFound, file: Placed) -> Check:
    """The pixels of a picture over the sheet that it is for."""
    across = picture.width_px / (file.wrap.sheet.w / 25.4)
    down = picture.height_px / (file.wrap.sheet.h / 25.4)
    found = at_least("image-resolution", min(across, down), DPI_GOOD, DPI_LOW, "dpi")
    return said(found.code, round(min(across, down)), float(PRINT_DPI),
                None if found.verdict is Verdict.PASS else found.verdict, "dpi")  # fmt: skip


def _transparency(kinds: Sequence[str], rule: FileRule) -> Check:
    wrong = Verdict.FAIL if rule.strict else Verdict.WARN
    return said("transparency", kinds[0] if kinds else "", "", wrong if kinds else None)


def _fonts(pdf: PdfFound) -> Iterator[Check]:
    missing = [font.name for font in pdf.fonts if not font.embedded]
    if missing:
        yield said("fonts", ", ".join(missing[:4]), "", Verdict.FAIL)
    else:
        yield said("fonts", float(len(pdf.fonts)), "")
