"""A version checked for a printer or a shop by the very file that it would get, which nobody keeps."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.domain.art import Art, Drawn, is_enlarged, own_px
from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.domain.printing import find_target
from pipeline.domain.report import Check, Report, Verdict
from pipeline.domain.shop import Shop
from pipeline.domain.wrap import RectMm
from pipeline.domain.wrapping import front_of
from pipeline.prepress.composed import Lettering
from pipeline.prepress.preflight.evidence import Line, Source
from pipeline.prepress.preflight.picture_file import read_picture_file
from pipeline.prepress.preflight.shop_checks import as_shown, judged_for_shop
from pipeline.prepress.proof import rendered
from pipeline.prepress.shop import EBOOK_DPI, ebook_jpeg
from pipeline.workshop.print_files import ebook_sheet
from pipeline.workshop.print_report import file_report
from pipeline.workshop.printing import Printing, bound, cover_pdfs, imprint_for, opened, sheet_of
from pipeline.workshop.workshop import Workshop


def checked_version(workshop: Workshop, about: Printing) -> Report:
    """What a printer will say to the full cover as `Print` makes it, in a worker.

    Of a book whose pages nobody told it is the front alone. A picture that `Print` enlarges is placed
    as it is, since its resolution is told by the pixels that it has; nothing is painted beside it.

    Raises:
        PrintError: what `Print` raises.
        PictureError: when its picture cannot be read.
    """
    catalogues, order = workshop.catalogues, about.order
    target = find_target(order.target, catalogues.printers, catalogues.formats)
    to = bound(workshop, order) if order.pages else None
    sheet = sheet_of(workshop, about, to.wrap if to else front_of(target), opened(about))
    pdf = next(cover_pdfs(workshop, about, target, sheet))
    return file_report(pdf, about, target, to.book if to else None)


def version_for_shop(workshop: Workshop, about: Printing, shop: Shop) -> Report:
    """What a shop of eBooks will say to the picture that `Print` and `Export` make for it, in a worker.

    Its lettering is known, so nobody looks for it.

    Raises:
        PictureError: when its picture cannot be read.
    """
    sheet = ebook_sheet(workshop, about)
    picture = rendered(sheet, workshop.library, dpi=EBOOK_DPI)
    found = as_shown(read_picture_file(ebook_jpeg(picture, imprint_for(workshop, about))))
    lines = tuple(line for one in sheet.lettering for line in _lines(one))
    report = judged_for_shop(replace(found, lines=lines), shop)
    art = about.version.document.art
    return replace(report, checks=tuple(_by_its_own(one, art, shop) for one in report.checks))


def _lines(lettering: Lettering) -> Iterator[Line]:
    area, layout = lettering.area, lettering.layout
    em = min(area.w, area.h) / MM_PER_INCH * POINTS_PER_INCH
    for block in layout.blocks:
        box = block.box
        yield Line(
            box=RectMm(x=area.x + box.x * area.w, y=area.y + box.y * area.h, w=box.w * area.w,
                       h=box.h * area.h),
            size_pt=block.size * em, source=Source.TEXT, turned=block.vertical,
        )  # fmt: skip


def _by_its_own(check: Check, art: Art, shop: Shop) -> Check:
    """How sharp it is, by the pixels that its picture has: more of them show no more."""
    if check.code != "shop-sharp" or isinstance(art, Drawn) or is_enlarged(art):
        return check
    have = own_px(art)
    short = all(own < wanted for own, wanted in zip(have, shop.ideal_px, strict=True))
    return (
        replace(check, verdict=Verdict.WARN, measured=f"{have[0]} × {have[1]}") if short else check
    )
