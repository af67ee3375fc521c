"""The options of a brief side by side, as a designer lays proofs on the table."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from pipeline.drawing.canvas import pixels, soft_shadow, stroke
from pipeline.stages.sheet_grid import LARGEST_COVER, Grid, grid
from pipeline.stages.sheet_lettering import Hand, write
from pipeline.typography.library import FaceLibrary

PAPER, GREY, RULE = "#f2efe9", "#6d685f", "#c9c4ba"
TITLE = Hand(size=50, weight=650)
LINE = Hand(size=27, weight=420, colour=GREY)
NUMBER = Hand(size=34, weight=650)
NAME = Hand(size=28, weight=560)
NOTE = Hand(size=23, weight=400, colour=GREY)
TICK, TICK_GAP = 16.0, 7.0

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A finished cover, (height, width, 3) RGB, the name of its idea, and a note on it."""

    cover: Pixels
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """What stands on the sheet besides its proofs, in the reader's language.

    `title` and `line` head it, `aside` stands at the right of the title; `foot` and `foot_aside`
    stand below. Any of them may be empty; what is too long is cut with an ellipsis.
    """

    title: str
    line: str = ""
    aside: str = ""
    foot: str = ""
    foot_aside: str = ""


def contact_sheet(proofs: Sequence[Proof], words: SheetWords, library: FaceLibrary) -> Pixels:
    """One sheet with every proof, numbered from 1; all covers have the size of the first.

    Covers are shown as large as fits, but never enlarged.

    Raises:
        ValueError: when there is no proof.
    """
    if not proofs:
        raise ValueError("a sheet needs a proof")
    height, width = proofs[0].cover.shape[:2]
    plan = grid(len(proofs), width / height, min(LARGEST_COVER, max(width, height)))
    surface = skia.Surface(plan.width, plan.height)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*bytes.fromhex(PAPER[1:])))
    _heading(canvas, plan, words, library)
    for number, proof in enumerate(proofs, 1):
        _proof(canvas, plan, number, proof, library)
    _footing(canvas, plan, words, library)
    return pixels(surface)


def _heading(canvas: skia.Canvas, plan: Grid, words: SheetWords, library: FaceLibrary) -> None:
    left, right = plan.margin, plan.width - plan.margin
    base = plan.margin + 40
    taken = write(canvas, library, words.aside, LINE, right, base, right=True,
                  room=0.4 * (right - left))  # fmt: skip
    write(canvas, library, words.title, TITLE, left, base, room=right - left - taken - 40)
    write(canvas, library, words.line, LINE, left, base + 48, room=right - left)
    _rule(canvas, plan, plan.top - 60)


def _footing(canvas: skia.Canvas, plan: Grid, words: SheetWords, library: FaceLibrary) -> None:
    left, right = plan.margin, plan.width - plan.margin
    base = plan.height - plan.margin + 6
    _rule(canvas, plan, base - 46)
    taken = write(canvas, library, words.foot_aside, NOTE, right, base, right=True,
                  room=0.5 * (right - left))  # fmt: skip
    write(canvas, library, words.foot, NOTE, left, base, room=right - left - taken - 40)


def _rule(canvas: skia.Canvas, plan: Grid, y: float) -> None:
    canvas.drawLine(plan.margin, y, plan.width - plan.margin, y, stroke(RULE, 1.5))


def _proof(
    canvas: skia.Canvas, plan: Grid, number: int, proof: Proof, library: FaceLibrary
) -> None:
    x, y = plan.place(number - 1)
    place = skia.Rect.MakeXYWH(x, y, plan.cover_width, plan.cover_height)
    outline = skia.Path()
    outline.addRect(place)
    soft_shadow(canvas, outline, 0, 10, 14, "#2a241a", 0.22)
    soft_shadow(canvas, outline, 0, 2, 2.5, "#2a241a", 0.25)
    canvas.drawImage(_picture(proof.cover, plan), x, y)
    _crop_marks(canvas, place)
    base = y + plan.cover_height + 56
    after = x + 18 + write(canvas, library, str(number), NUMBER, x, base, room=80)
    room = plan.room(number - 1) - after
    write(canvas, library, proof.name, NAME, after, base, room=room)
    write(canvas, library, proof.note, NOTE, after, base + 36, room=room)


def _picture(cover: Pixels, plan: Grid) -> skia.Image:
    size = (plan.cover_width, plan.cover_height)
    small = Image.fromarray(cover).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return skia.Image.fromarray(np.asarray(small.convert("RGBA")), skia.kRGBA_8888_ColorType)


def _crop_marks(canvas: skia.Canvas, place: skia.Rect) -> None:
    """The printer's ticks at the corners: they set proofs apart from finished covers."""
    paint = stroke(GREY, 1.5, 0.6, StrokeCap=skia.Paint.kButt_Cap)
    for x, away in ((place.left(), -1), (place.right(), 1)):
        for y, off in ((place.top(), -1), (place.bottom(), 1)):
            canvas.drawLine(x + away * TICK_GAP, y, x + away * (TICK_GAP + TICK), y, paint)
            canvas.drawLine(x, y + off * TICK_GAP, x, y + off * (TICK_GAP + TICK), paint)
