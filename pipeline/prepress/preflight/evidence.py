"""What was found in a file, before anybody judges it: measures in millimetres from its upper left."""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.spaces import Family

Pixels = NDArray[np.uint8]


class FileKind(StrEnum):
    """What a file is."""

    PDF = "PDF"
    PNG = "PNG"
    JPEG = "JPEG"
    TIFF = "TIFF"


class Source(StrEnum):
    """How lettering was found: as text, as outlines that stand in lines, or by looking."""

    TEXT = "text"
    OUTLINE = "outline"
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of lettering: the box of its ink, and how high its letters are in points.

    `size_pt` is the em of text, and for other lettering its ink's height made an em. `inks` is the
    total ink of its colour, 0 to 4, None where that is not known. `turned` lines run up or down. Who is not `sure` may have taken an
    ornament for lettering.
    """

    box: RectMm
    size_pt: float
    source: Source
    inks: float | None = None
    turned: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedImage:
    """An image on the page: its visible part, its resolution there, and what it is made of.

    `dpi` is the lower of across and down, of the image's own pixels. `bits` is 1 for line art.
    """

    box: RectMm
    dpi: float
    width_px: int
    height_px: int
    family: Family
    managed: bool
    bits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InkFound:
    """Total ink of what is given in inks: the 99.9th percentile and the most, per cent, and where.

    `known` is the share of the sheet that is given in inks; of the rest the printer makes them.
    """

    percentile: float
    most: float
    place: RectMm
    known: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font that the page uses."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBarcode:
    """An EAN-13 that can be read: its digits, bars and colours as light as they are seen.

    `module_mm` is the width of the thinnest bar; `quiet` the free space on the left and the right,
    in modules, measured to at most 20; `contrast` is that of ISO/IEC 15416, 0 to 1.
    """

    digits: str
    box: RectMm
    module_mm: float
    quiet: tuple[float, float]
    contrast: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFound:
    """What only a PDF has.

    `trim` and `bleed` are its boxes, None where the file has none of its own. `standard` is what it
    says it is (`PDF/X-1a:2001`), `intent` the name of its output condition, empty for none.
    `transparency` names what makes it (`soft-mask`, `opacity`, `blend-mode`). `nested` says whether
    the boxes lie in one another as they must, and `cropped` whether programs show less than the
    trimmed page. `unread` inks are those of pictures and gradients that could not be read. Where
    something is `blended` or masked, there is at most so much ink, 0 to 4, or inf where nobody can tell. Of
    a barcode so many `bars` are vectors, with at most `bar_inks` of total ink, 0 to 4. A page that
    paints very much was drawn too `coarse` to find every barcode.
    """

    version: str
    pages: int
    trim: RectMm | None
    bleed: RectMm | None
    nested: bool
    standard: str
    intent: str
    intent_profile: bool
    encrypted: bool
    annotations: int
    scripts: bool
    layers: int
    fonts: tuple[Font, ...]
    transparency: tuple[str, ...]
    families: tuple[tuple[Family, bool], ...]
    spots: tuple[str, ...]
    images: tuple[PlacedImage, ...]
    inks: InkFound | None
    thinnest_pt: float | None
    unread: bool = False
    blended: float | None = None
    cropped: bool = False
    bars: int = 0
    bar_inks: float | None = None
    coarse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFound:
    """What only a picture has; `dpi` is what its file says, None for nothing."""

    width_px: int
    height_px: int
    family: Family
    managed: bool
    alpha: bool
    frames: int
    dpi: float | None
    inks: InkFound | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """All that was found in a file of one page of `sheet`, whose upper left corner is (0, 0).

    A picture that does not say how large it is meant has a sheet of its pixels at 300 DPI.
    `view` is how it looks, (height, width, 3) in sRGB at `view_dpi`. `lines` are None where nobody
    has looked for lettering.
    """

    kind: FileKind
    size_bytes: int
    sheet: RectMm
    view: Pixels = field(repr=False)
    view_dpi: float
    lines: tuple[Line, ...] | None
    barcode: SeenBarcode | None
    pdf: PdfFound | None = None
    picture: PictureFound | None = None
