"""The files of a full cover for a printer and the shops, made in a worker process."""

import io
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from PIL import Image

from pipeline.domain.file import File
from pipeline.domain.format import MM_PER_INCH, PRINT_DPI, Format, FormatKind
from pipeline.domain.layout_json import to_json
from pipeline.domain.picture import HANDY_MB, MEGABYTE
from pipeline.domain.printer import Binding
from pipeline.domain.report_json import report_entries
from pipeline.domain.retouch_json import retouch_values
from pipeline.domain.wrapping import flat_of
from pipeline.prepress.composed import Composed
from pipeline.prepress.inks import profile
from pipeline.prepress.mockup import mockup
from pipeline.prepress.proof import rendered
from pipeline.prepress.shop import (
    EBOOK_DPI,
    ebook_jpeg,
    ebook_px,
    panels,
    thumbnail_jpeg,
)
from pipeline.stages.came_from import came_from
from pipeline.stages.jpeg import encode_jpeg
from pipeline.stages.png import encode_png
from pipeline.workshop.file_names import EBOOK, print_stem
from pipeline.workshop.outpainting import NOTHING, Outpainted
from pipeline.workshop.print_report import file_report
from pipeline.workshop.print_sheet import LaidSheet, sheet_in
from pipeline.workshop.printing import (
    Bound,
    Printing,
    bound,
    cover_pdfs,
    imprint_for,
    opened,
    rule_of,
    sheet_of,
)
from pipeline.workshop.workshop import Workshop

PROOF_LONGEST_PX = 2400
"""The proof's long side: every chat takes it, and small type can be read on it."""
SCREEN_DPI = 144.0


def pdf_files(workshop: Workshop, about: Printing, laid: LaidSheet) -> tuple[File, ...]:
    """The file for the printer first; one for chats and one with guides, where there is need."""
    to, sheet = bound(workshop, about.order), sheet_in(workshop, about, laid)
    return tuple(_pdfs(workshop, about, to, sheet))


def picture_files(workshop: Workshop, about: Printing, laid: LaidSheet) -> tuple[File, ...]:
    """A proof of the sheet, the front alone at print size, and the book as if photographed."""
    to, imprint = bound(workshop, about.order), imprint_for(workshop, about)
    sheet = sheet_in(workshop, about, laid)
    proof = _proof(workshop, about, to, sheet)
    seen = panels(rendered(sheet, workshop.library, dpi=sheet.dpi), to.wrap)
    case = to.target.printer.binding is Binding.CASE
    papers = to.target.printer.papers
    white = any(paper.white for paper in papers if paper.name == to.book.paper)
    book = mockup(seen.front, seen.spine, to.wrap, case=case, white=white)
    stem = _stem(about, to)
    return (
        proof,
        _picture(f"{stem}-front.png", encode_png(seen.front, imprint, PRINT_DPI)),
        _picture(f"{stem}-front.jpg", encode_jpeg(seen.front, imprint, PRINT_DPI)),
        _picture(f"{stem}-mockup.jpg", encode_jpeg(book, imprint, SCREEN_DPI)),
    )


def shop_files(workshop: Workshop, about: Printing) -> tuple[File, ...]:
    """The cover of the eBook, composed for its proportions at its size, and its thumbnail."""
    return ebook_files(workshop, about, _stem(about, bound(workshop, about.order)))


def ebook_files(workshop: Workshop, about: Printing, stem: str) -> tuple[File, ...]:
    """The same of a front alone, whoever prints it; their names begin with `stem`."""
    imprint = imprint_for(workshop, about)
    ebook = rendered(ebook_sheet(workshop, about), workshop.library, dpi=EBOOK_DPI)
    return (
        _picture(f"{stem}{EBOOK}", ebook_jpeg(ebook, imprint)),
        _picture(f"{stem}-thumbnail.jpg", thumbnail_jpeg(ebook, imprint)),
    )


def ebook_sheet(workshop: Workshop, about: Printing) -> Composed:
    """The cover of the eBook before it is rendered at `EBOOK_DPI`."""
    width, height = ebook_px(about.version.document.layout.aspect)
    scale = MM_PER_INCH / EBOOK_DPI
    screen = Format(name="ebook", english="", korean="", width_mm=width * scale,
                    height_mm=height * scale, kind=FormatKind.SCREEN)  # fmt: skip
    return sheet_of(workshop, about, flat_of(screen), opened(about))


def data_file(workshop: Workshop, about: Printing, pdf: File) -> File:
    """The cover as data: the book, the sheet, the preflight of its `pdf`, where its art came from."""
    to = bound(workshop, about.order)
    order, printer, document = about.order, to.target.printer, about.version.document
    report = file_report(pdf.content, about, to.target, to.book)
    body: dict[str, Any] = {
        "printer": {"target": to.target.name, "standard": str(rule_of(to.target, order).standard),
                    "profile": printer.file.profile, "source": printer.source},
        "book": asdict(to.book) | {"addon": order.addon, "blurb": order.blurb, "about": order.about},
        "wrap_mm": asdict(to.wrap), **report_entries(report), **came_from(document),
        "outpainted": _outpainted(about.aside),
        "layout": json.loads(to_json(document.layout)),
    }  # fmt: skip
    text = json.dumps(body, ensure_ascii=False, indent=2)
    return replace(pdf, name=f"{_stem(about, to)}.json", content=text.encode())


def _outpainted(aside: Outpainted) -> dict[str, Any] | None:
    """How the art of spine and back was painted, or why not; None where that was not tried."""
    if aside == NOTHING:
        return None
    made = aside.aside
    told = {} if made is None else {
        "extensions": [asdict(one) for one in made.extensions],
        "retouches": retouch_values(made.erasures), "upscaled": asdict(made.upscaled),
    }  # fmt: skip
    return {"fault": aside.fault, **told}


def _stem(about: Printing, to: Bound) -> str:
    return print_stem(about.version.id, to.target)


def _picture(name: str, content: bytes) -> File:
    with Image.open(io.BytesIO(content)) as file:
        width, height = file.size
    return File(name=name, width_px=width, height_px=height, content=content)


def _pdfs(workshop: Workshop, about: Printing, to: Bound, sheet: Composed) -> Iterator[File]:
    """What is sent to the printer, one for chats where it is large, and a copy with guides.

    The one for chats has the same sheet with its pictures packed more tightly, still at full
    resolution: a printer takes it as well.
    """
    stem = _stem(about, to)
    made = cover_pdfs(workshop, about, to.target, sheet, (HANDY_MB,))
    content = next(made)
    height, width = sheet.art.shape[:2]
    pdf = File(name=f"{stem}-cover.pdf", width_px=width, height_px=height, content=content)
    yield pdf
    if len(content) > HANDY_MB * MEGABYTE:
        content = next(made)
        yield replace(pdf, name=f"{stem}-handy.pdf", content=content)
    if about.order.guides:
        from pipeline.prepress.pdfx import with_guides  # noqa: PLC0415 - as in `cover_pdfs`

        yield replace(pdf, name=f"{stem}-guides.pdf", content=with_guides(content, to.wrap))


def _proof(workshop: Workshop, about: Printing, to: Bound, sheet: Composed) -> File:
    """The sheet as it looks in print, with where it folds and is cut."""
    longest = max(sheet.wrap.sheet.w, sheet.wrap.sheet.h)
    dpi = min(sheet.dpi, PROOF_LONGEST_PX / longest * MM_PER_INCH)
    inks = profile(rule_of(to.target, about.order).profile)
    picture = rendered(sheet, workshop.library, dpi=dpi, guides=True, soft=inks)
    return _picture(f"{_stem(about, to)}-proof.jpg", encode_jpeg(picture, sheet.imprint, dpi))
