"""How a page looks, drawn by PDFium: its picture, its text's letters, and a barcode on it."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.errors import PrintError
from pipeline.domain.format import MM_PER_INCH
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.barcode_seen import find_ean
from pipeline.prepress.preflight.evidence import Line, SeenBarcode
from pipeline.prepress.preflight.glyph_lines import char_lines
from pipeline.prepress.preflight.witness import TextUse

Pixels = NDArray[np.uint8]
Edges = tuple[float, float, float, float]
Floats = NDArray[np.float64]
SCAN_DPI = 300.0
"""A bar of the smallest ISBN is three pixels wide then."""
MOST_PX = 40_000_000
VIEW_PX = 1600
"""The longer side of the view that is kept."""
MOST_CHARS = 20_000
INVISIBLE = 3
MOST_NAME = 256
"""Letters that the name of a layer has at most."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageView:
    """A page as it looks, and what was read on it."""

    rgb: Pixels = field(repr=False)
    dpi: float
    lines: tuple[Line, ...]
    barcode: SeenBarcode | None


def seen_page(
    file: Path | bytes, edges: Edges, sheet: RectMm, texts: Sequence[TextUse],
    hidden: frozenset[str] = frozenset(), coarser: float = 1.0,
) -> PageView:  # fmt: skip
    """The first page of a PDF, where it lies or its content: what is within `edges` is `sheet`.

    `edges` are left, low, right and high in the page's own units. Lettering on layers of a `hidden` name
    is none. What would be drawn for minutes is drawn `coarser`, by a factor of its resolution.

    Raises:
        PrintError: `unchecked-damaged` when it cannot be drawn.
    """
    try:
        document = pypdfium2.PdfDocument(file)
        try:
            page = document[0]
            page.set_cropbox(*edges)
            dpi = min(SCAN_DPI, MM_PER_INCH * (MOST_PX / (sheet.w * sheet.h)) ** 0.5) * coarser
            rgb = _drawn(page, sheet.w / MM_PER_INCH * dpi)
            chars = list(_chars(page, edges, sheet, texts, hidden))
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
        raise PrintError("unchecked-damaged") from error
    dpi = rgb.shape[1] / sheet.w * MM_PER_INCH
    view, view_dpi = smaller(rgb, dpi)
    return PageView(rgb=view, dpi=view_dpi, lines=char_lines(chars), barcode=seen_barcode(rgb, dpi))


def _drawn(page: Any, width_px: float) -> Pixels:
    """The page so wide; PDFium knows nothing of units that are not points."""
    scale = width_px / page.get_width()
    bitmap = page.render(scale=scale, rev_byteorder=True, maybe_alpha=False)
    return np.asarray(bitmap.to_numpy())[..., :3]


def smaller(rgb: Pixels, dpi: float) -> tuple[Pixels, float]:
    """A picture no larger than a view, and its resolution then."""
    height, width = rgb.shape[:2]
    scale = min(1.0, VIEW_PX / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    view = Image.fromarray(rgb).resize(size, Image.Resampling.BOX, reducing_gap=2.0)
    return np.asarray(view), dpi * scale


def seen_barcode(rgb: Pixels, dpi: float) -> SeenBarcode | None:
    """The ISBN's barcode on a picture of a known resolution."""
    scan = find_ean(np.asarray(Image.fromarray(rgb).convert("L")))
    if scan is None:
        return None
    mm = MM_PER_INCH / dpi
    left, top, right, bottom = scan.box
    box = RectMm(x=left * mm, y=top * mm, w=(right - left) * mm, h=(bottom - top) * mm)
    return SeenBarcode(digits=scan.digits, box=box, module_mm=scan.module_px * mm,
                       quiet=scan.quiet, contrast=scan.contrast)  # fmt: skip


def _chars(
    page: Any, edges: Edges, sheet: RectMm, texts: Sequence[TextUse], hidden: frozenset[str]
) -> Iterator[tuple[RectMm, float, float | None]]:
    """The ink of every letter of text, its size and its ink, in the order of the text."""
    reader = page.get_textpage()
    width, height = page.get_size()
    across, down = sheet.w / width, sheet.h / height
    matrix, starts = _to_sheet(page, edges), _starts(texts)
    for index in range(min(reader.count_chars(), MOST_CHARS)):
        left, low, right, high = reader.get_charbox(index)
        if right <= left or high <= low or _hidden(reader, index, hidden):
            continue
        (x0, y0), (x1, y1) = matrix(left, low), matrix(right, high)
        box = RectMm(x=min(x0, x1) * across, y=min(y0, y1) * down, w=abs(x1 - x0) * across,
                     h=abs(y1 - y0) * down)  # fmt: skip
        use = texts[_nearest(box, starts)] if texts else None
        yield box, use.size_pt if use else _size(reader, index), use.inks if use else None


def _to_sheet(page: Any, edges: Edges) -> Any:
    """A function from a page's points to points from its upper left corner as it is seen."""
    left, low, right, high = edges
    turned = page.get_rotation()

    def point(x: float, y: float) -> tuple[float, float]:
        match turned:
            case 90:
                return y - low, x - left
            case 180:
                return right - x, y - low
            case 270:
                return high - y, right - x
            case _:
                return x - left, high - y

    return point


def _hidden(reader: Any, index: int, layers: frozenset[str]) -> bool:
    """Whether a letter is there to be searched for only, or lies on one of `layers`."""
    raw = pypdfium2.raw
    made = raw.FPDFText_GetTextObject(reader, index)
    if not made:
        return False
    if raw.FPDFTextObj_GetTextRenderMode(made) == INVISIBLE:
        return True
    if not layers:
        return False
    marks = (raw.FPDFPageObj_GetMark(made, place)
             for place in range(raw.FPDFPageObj_CountMarks(made)))  # fmt: skip
    return any(_layer_of(mark) in layers for mark in marks)


def _layer_of(mark: Any) -> str:
    """The name of the layer that a mark of content says it is on."""
    raw, length = pypdfium2.raw, ctypes.c_ulong()
    content = ctypes.create_string_buffer(2 * MOST_NAME)
    found = raw.FPDFPageObjMark_GetParamStringValue(
        mark, b"Name", ctypes.cast(content, ctypes.POINTER(ctypes.c_ushort)), 2 * MOST_NAME, length
    )  # fmt: skip
    return content.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0") if found else ""


def _size(reader: Any, index: int) -> float:
    return float(pypdfium2.raw.FPDFText_GetFontSize(reader, index))


def _starts(texts: Sequence[TextUse]) -> tuple[Floats, Floats]:
    """Where texts begin, across and down."""
    return np.array([use.x for use in texts]), np.array([use.y for use in texts])


def _nearest(box: RectMm, starts: tuple[Floats, Floats]) -> int:
    """Which text a letter is of, by where they begin: the nearest, and lines run on from there.

    Text runs to the right or down, so what is off its line counts more.
    """
    across, down = np.abs(starts[0] - box.x), np.abs(starts[1] - box.bottom)
    return int((4 * np.minimum(across, down) + np.maximum(across, down)).argmin())
