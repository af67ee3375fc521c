"""Lines that show a person where a cover is cut and folded, and what has to stay inside."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import skia

from pipeline.domain.wrap import RectMm, Wrap
from pipeline.prepress.composed import Cmyk, Solid
from pipeline.prepress.marks import line_path

WEIGHT_MM = 0.35
_DASH_MM = 2.0


class GuideKind(StrEnum):
    """What a line stands for."""

    CUT = "cut"
    FOLD = "fold"
    SAFE = "safe"
    HINGE = "hinge"
    BARCODE = "barcode"


INKS: dict[GuideKind, Cmyk] = {
    GuideKind.CUT: (0.0, 1.0, 0.6, 0.0),
    GuideKind.FOLD: (1.0, 0.35, 0.0, 0.0),
    GuideKind.SAFE: (0.75, 0.0, 0.9, 0.0),
    GuideKind.HINGE: (0.0, 0.55, 1.0, 0.0),
    GuideKind.BARCODE: (0.5, 0.9, 0.0, 0.0),
}
COLOURS: dict[GuideKind, str] = {
    GuideKind.CUT: "#e5173f",
    GuideKind.FOLD: "#0a78d1",
    GuideKind.SAFE: "#1f9d45",
    GuideKind.HINGE: "#f08a10",
    GuideKind.BARCODE: "#8a2bb8",
}
"""The same on a screen."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Guide:
    """One kind of lines as an area in millimetres of the sheet."""

    kind: GuideKind
    path: skia.Path


def guides_of(wrap: Wrap) -> tuple[Guide, ...]:
    """Every line of a sheet: the cut, the folds, safe areas, hinges and the barcode's place."""
    spine = [wrap.spine_text] if wrap.spine_text else []
    safe = [area for area in (wrap.safe_back, wrap.safe_front, *spine) if area.w > 0]
    folds = (wrap.spine.x, wrap.spine.right) if wrap.spine.w > 0 else ()
    found = [
        Guide(kind=GuideKind.SAFE, path=_frames(safe, _DASH_MM)),
        Guide(kind=GuideKind.HINGE, path=_frames(wrap.hinges, _DASH_MM)),
        Guide(
            kind=GuideKind.BARCODE, path=_frames([wrap.barcode] if wrap.barcode.w > 0 else [], 0.0)
        ),
        Guide(kind=GuideKind.FOLD, path=_folds(folds, wrap.sheet)),
        Guide(kind=GuideKind.CUT, path=_frames([wrap.trim], 0.0)),
    ]
    return tuple(guide for guide in found if not guide.path.isEmpty())


def guide_solids(wrap: Wrap) -> tuple[Solid, ...]:
    """The same in inks."""
    return tuple(Solid(path=guide.path, inks=INKS[guide.kind]) for guide in guides_of(wrap))


def _frames(areas: Sequence[RectMm], dash_mm: float) -> skia.Path:
    """The four sides of each of `areas`."""
    path = skia.Path()
    for area in areas:
        corners = [(area.x, area.y), (area.right, area.y), (area.right, area.bottom),
                   (area.x, area.bottom)]  # fmt: skip
        for start, end in zip(corners, corners[1:] + corners[:1], strict=True):
            path.addPath(line_path(start, end, WEIGHT_MM, dash_mm))
    return path


def _folds(at: tuple[float, ...], sheet: RectMm) -> skia.Path:
    path = skia.Path()
    for x in at:
        path.addPath(line_path((x, sheet.y), (x, sheet.bottom), WEIGHT_MM, _DASH_MM))
    return path
