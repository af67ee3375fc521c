"""Reads a PDF for its preflight: its boxes, what its page paints and how that looks.

The file may be anybody's: it is opened without repair of what is lost, its streams are unpacked
within limits, and what cannot be read is refused with one sentence. A crash of a library would end
the worker process that this runs in, and nothing else.
"""

import contextlib
import io
import itertools
import warnings
from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf

from pipeline.domain.errors import PrintError
from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.domain.picture import MEGABYTE
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.affine import Affine, times
from pipeline.prepress.preflight.barcode_seen import MODULES
from pipeline.prepress.preflight.content import Reading
from pipeline.prepress.preflight.evidence import FileKind, Font, Found, PdfFound, SeenBarcode
from pipeline.prepress.preflight.glyph_lines import Shape, outlined_lines
from pipeline.prepress.preflight.hidden_layers import HiddenLayers
from pipeline.prepress.preflight.ink_map import InkMap
from pipeline.prepress.preflight.page_view import seen_page
from pipeline.prepress.preflight.tokens import TooMuch
from pipeline.prepress.preflight.witness import Witness

UNPACKED_MB = 600
"""One stream may become so large: an image of 600 DPI over the largest wrap has 270."""
SIDES_MM = (10.0, 3000.0)
POINT_MM = MM_PER_INCH / POINTS_PER_INCH
BAR_SLACK_MM = 0.5
_OF_PRINTERS = {"/PrinterMark", "/TrapNet"}
_GOES = {"/GoTo", "/GoToR"}
LEGIBLE = 0.75
"""On a page that is drawn more coarsely than this nobody can say that there is no barcode."""
PLATE_MM = 6.0
"""How far round its bars a barcode has its digits, its ISBN and its plate."""
Edges = tuple[float, float, float, float]
SLACK_MM = 0.05
"""Boxes are written with few digits."""


def read_pdf(file: Path | bytes) -> Found:
    """What is in a PDF, of its first page; `file` is where it lies, or its content.

    Raises:
        PrintError: `unchecked-password`, `unchecked-damaged`, `unchecked-complex`,
            `unchecked-page` for a page of no size or the size of a house.
    """
    with _opened(file) as pdf:
        page = pdf.pages[0]
        frame = _Frame(page)
        witness = Witness(map=InkMap(frame.sheet.w, frame.sheet.h))
        layers = HiddenLayers(pdf.Root)
        try:
            Reading(witness, frame.base, layers).read(
                page.obj, page.obj.get("/Resources", pikepdf.Dictionary())
            )
        except TooMuch as error:
            raise PrintError("unchecked-complex") from error
        found = _found(pdf, frame, witness)
    coarser = witness.effort.coarser
    view = seen_page(file, frame.edges, frame.sheet, witness.texts, layers.names, coarser)
    found = replace(found, coarse=coarser < LEGIBLE)
    found = _with_bars(found, view.barcode, witness.shapes)
    outlines = outlined_lines(_beside(witness.shapes, view.barcode))
    return Found(
        kind=FileKind.PDF, size_bytes=_size(file), sheet=frame.sheet, view=view.rgb,
        view_dpi=view.dpi, lines=(*view.lines, *outlines),
        barcode=view.barcode, pdf=found,
    )  # fmt: skip


def _size(file: Path | bytes) -> int:
    return len(file) if isinstance(file, bytes) else file.stat().st_size


def _beside(shapes: Sequence[Shape], barcode: SeenBarcode | None) -> Sequence[Shape]:
    """The shapes that are no part of a barcode: neither its bars nor its digits and its plate."""
    if barcode is None:
        return shapes
    zone = barcode.box.inset(-PLATE_MM)
    return [
        one for one in shapes
        if not (zone.x <= one.box.x + one.box.w / 2 <= zone.right
                and zone.y <= one.box.y + one.box.h / 2 <= zone.bottom)
    ]  # fmt: skip


def _with_bars(
    found: PdfFound, barcode: SeenBarcode | None, shapes: Sequence[Shape]
) -> PdfFound:  # fmt: skip
    """With what the bars of a barcode are made of."""
    if barcode is None:
        return found
    upright = abs(MODULES * barcode.module_mm - barcode.box.w) <= BAR_SLACK_MM
    seen = barcode.box if upright else _flipped(barcode.box)
    zone = seen.inset(-BAR_SLACK_MM)
    drawn = [
        replace(shape, box=shape.box if upright else _flipped(shape.box))
        for shape in shapes if shape.plain
    ]  # fmt: skip
    bars = [
        shape for shape in drawn
        if zone.x <= shape.box.x and shape.box.right <= zone.right and shape.box.w <= zone.w / 8
        and shape.box.y <= seen.bottom and shape.box.bottom >= seen.y
    ]  # fmt: skip
    inks = [shape.inks for shape in bars if shape.inks is not None]
    return replace(found, bars=len(bars), bar_inks=max(inks, default=None))


def _flipped(box: RectMm) -> RectMm:
    return RectMm(x=box.y, y=box.x, w=box.h, h=box.w)


@contextlib.contextmanager
def _opened(file: Path | bytes) -> Generator[pikepdf.Pdf]:
    most = UNPACKED_MB * MEGABYTE
    pikepdf.settings.set_qpdf_limits(
        doc_max_warnings=200, flate_max_memory=most, dct_max_memory=most, png_max_memory=most,
        run_length_max_memory=most, tiff_max_memory=most,
    )  # fmt: skip
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with pikepdf.open(io.BytesIO(file) if isinstance(file, bytes) else file) as pdf:
                yield pdf
    except pikepdf.PasswordError as error:
        raise PrintError("unchecked-password") from error
    except (pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, KeyError, IndexError,
            AttributeError, RecursionError) as error:  # fmt: skip
        raise PrintError("unchecked-damaged") from error


class _Frame:
    """A page's size and boxes in millimetres, as it is to be seen, from its upper left corner.

    `edges` are left, low, right and high of what counts as the page, in the file's own units.
    """

    def __init__(self, page: pikepdf.Page) -> None:
        self._page = page
        self.edges = _counting(page)
        left, low, right, high = self.edges
        unit = float(page.obj.get("/UserUnit", 1)) * POINT_MM
        width, height = (right - left) * unit, (high - low) * unit
        turns = int(page.obj.get("/Rotate", 0)) // 90 % 4
        upright: Affine = (unit, 0.0, 0.0, -unit, -left * unit, high * unit)
        self.base = times(upright, _turn(turns, width, height))
        across, down = (height, width) if turns % 2 else (width, height)
        least, most = SIDES_MM
        if not (least <= across <= most and least <= down <= most):
            raise PrintError("unchecked-page", width_mm=round(across), height_mm=round(down))
        self.sheet = RectMm(x=0.0, y=0.0, w=across, h=down)

    def box(self, name: str) -> RectMm | None:
        """One of the page's own boxes; None where it has none."""
        value = self._page.obj.get(name)
        if value is None or len(value) != 4:
            return None
        left, low, right, high = _edges(value)
        corners = [
            (a * x + c * y + e, b * x + d * y + f)
            for a, b, c, d, e, f in (self.base,)
            for x, y in ((left, low), (right, high))
        ]
        (x0, y0), (x1, y1) = corners
        return RectMm(x=min(x0, x1), y=min(y0, y1), w=abs(x1 - x0), h=abs(y1 - y0))


def _counting(page: pikepdf.Page) -> Edges:
    """The media box; of a page that does not say where it is trimmed, what is shown of it.

    The trim box is the crop box where there is none (ISO 32000-1, 14.11.2).
    """
    media = _edges(page.mediabox)
    crop = page.obj.get("/CropBox")
    if "/TrimBox" in page.obj or crop is None or len(crop) != 4:
        return media
    left, low, right, high = _edges(crop)
    shown = (max(left, media[0]), max(low, media[1]), min(right, media[2]), min(high, media[3]))
    return shown if shown[2] > shown[0] and shown[3] > shown[1] else media


def _edges(box: Any) -> Edges:
    """Left, low, right and high of a box, whichever corners it names."""
    first, second, third, fourth = (float(value) for value in box)
    return min(first, third), min(second, fourth), max(first, third), max(second, fourth)


def _turn(turns: int, width: float, height: float) -> Affine:
    """A page of that size turned clockwise so often, back to the origin."""
    turned: tuple[Affine, ...] = (
        (1, 0, 0, 1, 0, 0), (0, 1, -1, 0, height, 0), (-1, 0, 0, -1, width, height),
        (0, -1, 1, 0, 0, width),
    )  # fmt: skip
    return turned[turns]


def _found(pdf: pikepdf.Pdf, frame: _Frame, witness: Witness) -> PdfFound:
    root, page = pdf.Root, pdf.pages[0].obj
    trim, bleed = frame.box("/TrimBox"), frame.box("/BleedBox")
    intent, profiled = _intent(root)
    properties = root.get("/OCProperties", {})
    return PdfFound(
        version=pdf.pdf_version, pages=len(pdf.pages), trim=trim, bleed=bleed,
        nested=_nested(frame.sheet, bleed, trim), standard=_standard(pdf), intent=intent,
        intent_profile=profiled, encrypted=pdf.is_encrypted,
        annotations=_annotations(page), scripts=_runs(root, page),
        layers=len(properties.get("/OCGs", ())), fonts=_fonts(witness),
        transparency=tuple(sorted(witness.transparency)),
        families=tuple(sorted(witness.families)), spots=tuple(sorted(witness.spots)),
        images=tuple(witness.images), inks=witness.map.found(), thinnest_pt=witness.thinnest_pt,
        unread=witness.unread, blended=witness.blending.most, cropped=not _nested(frame.box("/CropBox") or frame.sheet, trim),
    )  # fmt: skip


def _annotations(page: Any) -> int:
    """How many there are, but those that printers put there themselves (ISO 32000-1, 14.11.3 and 6)."""
    return sum(str(one.get("/Subtype", "")) not in _OF_PRINTERS for one in page.get("/Annots", ()))


def _fonts(witness: Witness) -> tuple[Font, ...]:
    """Every font once; of one that is in the file only sometimes, that it is not."""
    found = {(_plain(name), _embedded(font)) for (name, _), font in witness.fonts.items()}
    return tuple(
        Font(name=name, embedded=embedded)
        for name, embedded in sorted(found)
        if not embedded or (name, False) not in found
    )


def _nested(*given: RectMm | None) -> bool:
    """Whether every box lies in the one before; those that are missing do not count."""
    boxes = [box for box in given if box is not None]
    return all(
        inner.x >= outer.x - SLACK_MM and inner.y >= outer.y - SLACK_MM
        and inner.right <= outer.right + SLACK_MM and inner.bottom <= outer.bottom + SLACK_MM
        for outer, inner in itertools.pairwise(boxes)
    )  # fmt: skip


def _standard(pdf: pikepdf.Pdf) -> str:
    """What the file says it is; X-1a:2001 and X-3:2002 stand in its information (ISO 15930)."""
    info: Any = pdf.trailer.get("/Info", {})
    conformance = str(info.get("/GTS_PDFXConformance", ""))
    return conformance or str(info.get("/GTS_PDFXVersion", ""))


def _intent(root: Any) -> tuple[str, bool]:
    """The output condition of the printing intent, and whether its profile is in the file."""
    for intent in root.get("/OutputIntents", ()):
        if str(intent.get("/S", "")) == "/GTS_PDFX":
            keys = ("/OutputConditionIdentifier", "/OutputCondition", "/Info")
            name = next((str(intent[key]) for key in keys if key in intent), "?")
            return name, "/DestOutputProfile" in intent
    return "", False


def _runs(root: Any, page: Any) -> bool:
    """Whether opening the file does something, or it has a form; where it opens is no matter."""
    opens = root.get("/OpenAction")
    acts = isinstance(opens, pikepdf.Dictionary) and str(opens.get("/S", "")) not in _GOES
    form = root.get("/AcroForm", {})
    return (acts or "/AA" in root or "/AA" in page or bool(len(form.get("/Fields", ())))
            or "/XFA" in form or "/JavaScript" in root.get("/Names", {}))  # fmt: skip


def _plain(name: str) -> str:
    """A font's name without its mark of a subset."""
    return name[7:] if name[6:7] == "+" else name


def _embedded(font: Any) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    whole = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = whole.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
