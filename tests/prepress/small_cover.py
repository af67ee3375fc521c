"""A small full cover for tests: its geometry, art with grain, lettering on front and spine, solids."""

from datetime import UTC, datetime
from functools import cache

import numpy as np
import skia

from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, Material, Role, TextBlock
from pipeline.domain.printer import FileRule, PdfStandard
from pipeline.domain.wrap import RectMm, Wrap
from pipeline.prepress.composed import BLACK, PAPER_WHITE, Composed, Lettering, Solid, Turn
from tests.stages.proofs import KOREAN, layout

BLEED, WIDTH, HEIGHT, SPINE = 3.0, 40.0, 60.0, 10.0
MADE_AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def rule(standard=PdfStandard.X1A, profile="gracol-240", ink_warn=240.0, **changes):
    named = {"advised_mb": 40.0, "allowed_mb": 650.0, "marks": False, "ink_most": 300.0}
    return FileRule(standard=standard, profile=profile, ink_warn=ink_warn, **named | changes)


@cache
def wrap():
    back = RectMm(x=BLEED, y=BLEED, w=WIDTH, h=HEIGHT)
    spine = RectMm(x=back.right, y=BLEED, w=SPINE, h=HEIGHT)
    front = RectMm(x=spine.right, y=BLEED, w=WIDTH, h=HEIGHT)
    width = front.right - BLEED
    return Wrap(
        sheet=RectMm(x=0, y=0, w=width + 2 * BLEED, h=HEIGHT + 2 * BLEED),
        trim=RectMm(x=BLEED, y=BLEED, w=width, h=HEIGHT), back=back, spine=spine, front=front,
        safe_back=back.inset(3), safe_front=front.inset(3), spine_text=spine.inset(1.6), hinges=(),
        barcode=RectMm(x=back.right - 22, y=back.bottom - 17, w=18, h=13),
    )  # fmt: skip


def art(dpi):
    """Colours from dark to light and vivid, with grain, of the whole sheet."""
    sheet = wrap().sheet
    width, height = round(sheet.w / 25.4 * dpi), round(sheet.h / 25.4 * dpi)
    y, x = np.mgrid[0:height, 0:width] / np.array([height, width])[:, None, None]
    waves = np.sin(9 * x) * np.cos(7 * y)
    colours = np.stack([30 + 180 * x, 90 + 80 * waves, 40 + 170 * y], axis=-1)
    grain = np.random.default_rng(1).normal(0, 3, (height, width, 1))
    return np.clip(colours + grain, 0, 255).astype(np.uint8)


def composed(
    material=Material.FLAT, effects=(), *, dpi=100.0, tones=(), spine="#101010", **changes
):
    """The cover; `spine` is the colour of the lettering there, `changes` are fields of it."""
    front = Layout(
        aspect=WIDTH / HEIGHT, language="ko", tones=tones,
        blocks=layout(material=material, effects=effects).blocks,
    )  # fmt: skip
    parts = {
        "wrap": wrap(), "art": art(dpi), "dpi": dpi, "imprint": KOREAN,
        "lettering": (Lettering(layout=front, area=wrap().front), on_spine(spine)),
        "solids": bars(),
    }  # fmt: skip
    return Composed(**parts | changes)


def on_spine(colour, turn=Turn.CLOCKWISE):
    block = TextBlock(
        role=Role.TITLE, words="Lantern", lines=("Lantern",), font="noto-sans-kr", size=0.45,
        axes=(("wght", 700.0),), box=Box(x=0.1, y=0.25, w=0.8, h=0.5), colour=colour,
    )  # fmt: skip
    lettered = Layout(aspect=HEIGHT / SPINE, blocks=(block,))
    return Lettering(layout=lettered, area=wrap().spine, turn=turn)


def bars():
    zone = wrap().barcode
    return (
        Solid(path=_rects([(zone.x, zone.y, zone.w, zone.h)]), inks=PAPER_WHITE),
        Solid(path=_rects([(zone.x + 3 + i, zone.y + 2, 0.4, 9) for i in range(12)]), inks=BLACK),
    )


def _rects(sides):
    path = skia.Path()
    for side in sides:
        path.addRect(skia.Rect.MakeXYWH(*side))
    return path
