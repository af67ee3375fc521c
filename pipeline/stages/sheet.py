"""The options of a brief side by side, as a designer lays proofs on the table."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from pipeline.drawing.canvas import pixels, soft_shadow, stroke
from pipeline.stages.sheet_grid import LARGEST_COVER, Grid, Place, cell_aspect, grid
from pipeline.typography.library import FaceLibrary
from pipeline.typography.one_line import Hand, write

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
    """A finished cover, (height, width, 3) RGB, the name of its idea, and a note on it.

    `label` stands before the name; empty: the proof's number on the sheet.
    """

    cover: Pixels
    name: str
    note: str = ""
    label: str = ""


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
    """One sheet with every proof, numbered from 1 where they have no labels.

    Covers are shown as large as fits, but never enlarged; those of several ratios get about the
    same area, and stand on one line.

    Raises:
        ValueError: when there is no proof.
    """
    if not proofs:
        raise ValueError("a sheet needs a proof")
    aspects = [proof.cover.shape[1] / proof.cover.shape[0] for proof in proofs]
    longest = min(max(proof.cover.shape) for proof in proofs)
    plan = grid(len(proofs), cell_aspect(aspects), min(LARGEST_COVER, longest))
    places = [plan.stand(index, aspects) for index in range(len(proofs))]
    surface = skia.Surface(plan.width, plan.height)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*bytes.fromhex(PAPER[1:])))
    _heading(canvas, plan, words, library)
    for index, proof in enumerate(proofs):
        _proof(canvas, plan, index, proof, places[index], library)
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
    canvas: skia.Canvas, plan: Grid, index: int, proof: Proof, place: Place, library: FaceLibrary
) -> None:
    _, y = plan.place(index)
    at = skia.Rect.MakeXYWH(*place)
    outline = skia.Path()
    outline.addRect(at)
    soft_shadow(canvas, outline, 0, 10, 14, "#2a241a", 0.22)
    soft_shadow(canvas, outline, 0, 2, 2.5, "#2a241a", 0.25)
    canvas.drawImage(_picture(proof.cover, place), at.left(), at.top())
    _crop_marks(canvas, at)
    base = y + plan.cover_height + 56
    label = proof.label or str(index + 1)
    x = at.left()
    after = x + 18 + write(canvas, library, label, NUMBER, x, base, room=110)
    room = plan.room(index) - after
    write(canvas, library, proof.name, NAME, after, base, room=room)
    write(canvas, library, proof.note, NOTE, after, base + 36, room=room)


def _picture(cover: Pixels, place: Place) -> skia.Image:
    small = Image.fromarray(cover).resize(place[2:], Image.Resampling.LANCZOS, reducing_gap=3.0)
    return skia.Image.fromarray(np.asarray(small.convert("RGBA")), skia.kRGBA_8888_ColorType)


def _crop_marks(canvas: skia.Canvas, place: skia.Rect) -> None:
    """The printer's ticks at the corners: they set proofs apart from finished covers."""
    paint = stroke(GREY, 1.5, 0.6, StrokeCap=skia.Paint.kButt_Cap)
    for x, away in ((place.left(), -1), (place.right(), 1)):
        for y, off in ((place.top(), -1), (place.bottom(), 1)):
            canvas.drawLine(x + away * TICK_GAP, y, x + away * (TICK_GAP + TICK), y, paint)
            canvas.drawLine(x, y + off * TICK_GAP, x, y + off * (TICK_GAP + TICK), paint)
