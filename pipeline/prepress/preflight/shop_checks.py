"""What a shop of eBooks will say to the picture of a cover."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.domain.format import MM_PER_INCH, PRINT_DPI
from pipeline.domain.picture import MEGABYTE
from pipeline.domain.report import Check, Report, Verdict
from pipeline.domain.shop import Shop
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.evidence import Found, PictureFound
from pipeline.prepress.preflight.judging import at_most, said
from pipeline.prepress.preflight.lettering_checks import thumbnail_checks
from pipeline.prepress.preflight.spaces import Family

SHOP_CHECKS = (
    "shop-kind", "page-count", "shop-size", "shop-sharp", "shop-shape", "shop-colours",
    "shop-megabytes", "title-size", "title-contrast",
)  # fmt: skip
"""The codes of all checks of a picture for a shop; words as those of a file for a printer."""
OFF = 0.02
"""So far from a shop's proportions nobody sees it."""


def judged_for_shop(found: Found, shop: Shop) -> Report:
    """A picture against what a shop takes; of a PDF, that it takes none."""
    kind = str(found.kind)
    wrong = None if kind in shop.kinds else Verdict.FAIL
    checks = (said("shop-kind", kind, ", ".join(shop.kinds), wrong),)
    if found.picture is None:
        return Report(checks=checks)
    checks = (*checks, *_pixels(found.picture, shop), *_file(found, found.picture, shop))
    named = [one for one in found.lines or () if one.box.w > 0]
    if not named:
        return Report(checks=checks, unmeasured=("title-size",))
    return Report(checks=(*checks, *thumbnail_checks(found, found.sheet, found.sheet, named)))


def _pixels(picture: PictureFound, shop: Shop) -> Iterator[Check]:
    width, height = picture.width_px, picture.height_px
    least = shop.least_px
    fits = width >= least[0] and height >= least[1] and max(width, height) <= shop.most_px
    limit = f"{_by(*least)} – {_by(shop.most_px, shop.most_px)}"
    yield said("shop-size", _by(width, height), limit, None if fits else Verdict.FAIL, "px")
    sharp = width >= shop.ideal_px[0] or height >= shop.ideal_px[1]
    yield said("shop-sharp", _by(width, height), _by(*shop.ideal_px),
               None if sharp else Verdict.WARN, "px")  # fmt: skip
    aspect = height / width
    off = abs(aspect / shop.aspect - 1)
    yield said("shop-shape", round(aspect, 2), round(shop.aspect, 2),
               Verdict.WARN if off > OFF else None)  # fmt: skip


def _by(width: int, height: int) -> str:
    return f"{width} × {height}"


def _file(found: Found, picture: PictureFound, shop: Shop) -> Iterator[Check]:
    yield said(
        "page-count", float(picture.frames), 1.0, Verdict.FAIL if picture.frames > 1 else None
    )
    wrong = {Family.RGB: None, Family.GRAY: Verdict.WARN}.get(picture.family, Verdict.FAIL)
    yield said("shop-colours", str(picture.family).upper(), "RGB", wrong)
    size = found.size_bytes / MEGABYTE
    yield at_most("shop-megabytes", size, shop.most_mb, shop.most_mb, "MB")


def as_shown(found: Found) -> Found:
    """`found` as large as a screen's cover is meant to be, whatever resolution its file tells."""
    if found.picture is None:
        return found
    mm = MM_PER_INCH / PRINT_DPI
    width, height = found.picture.width_px * mm, found.picture.height_px * mm
    dpi = found.view.shape[1] / width * MM_PER_INCH
    return replace(found, sheet=RectMm(x=0.0, y=0.0, w=width, h=height), view_dpi=dpi)
