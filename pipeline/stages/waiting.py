"""A quiet picture for the time in which a cover is made: a sheet with the first pencil lines."""

import functools
import io

import skia
from PIL import Image

from pipeline.drawing.canvas import fill, pixels, soft_shadow, stroke
from pipeline.stages.colour_profile import srgb
from pipeline.stages.sheet import GREY, PAPER

SIDE = 1000
"""Pixels of the longer side."""
USUAL = 2 / 3
"""The ratio of most covers."""
ROOM = 0.12
"""Table around the sheet on each side, as a fraction of the picture's shorter side."""
QUALITY = 85
SHEET, PENCIL, GOLD = "#fbf9f5", "#8d8678", "#b98a2f"


@functools.lru_cache(maxsize=16)
def waiting_picture(aspect: float = USUAL) -> bytes:
    """A JPEG file of a blank cover of `aspect` (width / height); it has no words."""
    picture = (SIDE, round(SIDE / aspect)) if aspect > 1 else (round(SIDE * aspect), SIDE)
    surface = skia.Surface(*picture)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*bytes.fromhex(PAPER[1:])))
    room = ROOM * min(picture)
    sheet = skia.Rect.MakeLTRB(room, room, picture[0] - room, picture[1] - room)
    _paper(canvas, sheet)
    _marks(canvas, sheet, 0.16 * room, 0.5 * room)
    _drawing(canvas, sheet)
    _lettering(canvas, sheet)
    file = io.BytesIO()
    Image.fromarray(pixels(surface)).save(file, "JPEG", quality=QUALITY, icc_profile=srgb())
    return file.getvalue()


def _paper(canvas: skia.Canvas, sheet: skia.Rect) -> None:
    outline = skia.Path()
    outline.addRect(sheet)
    soft_shadow(canvas, outline, 0, 12, 16, "#2a241a", 0.18)
    soft_shadow(canvas, outline, 0, 2, 3, "#2a241a", 0.22)
    canvas.drawRect(sheet, fill(SHEET))


def _marks(canvas: skia.Canvas, sheet: skia.Rect, gap: float, length: float) -> None:
    """The printer's ticks at the corners."""
    paint = stroke(GREY, 1.5, 0.6)
    for x, away in ((sheet.left(), -1), (sheet.right(), 1)):
        for y, off in ((sheet.top(), -1), (sheet.bottom(), 1)):
            canvas.drawLine(x + away * gap, y, x + away * length, y, paint)
            canvas.drawLine(x, y + off * gap, x, y + off * length, paint)


def _lettering(canvas: skia.Canvas, sheet: skia.Rect) -> None:
    """Where words will stand: two lines of a title, an author at the foot, between guides."""
    short = min(sheet.width(), sheet.height())
    margin, line = 0.1 * short, 0.075 * short
    left, width = sheet.left() + margin, sheet.width() - 2 * margin
    for number, share in enumerate((0.78, 0.52)):
        top = sheet.top() + margin + number * 1.5 * line
        _bar(canvas, left, top, share * min(width, 1.1 * short), line, 0.16)
    _bar(canvas, left, sheet.bottom() - margin - 0.4 * line, 0.3 * short, 0.4 * line, 0.16)
    dashes = skia.DashPathEffect.Make([4.0, 9.0], 0.0)
    guide = stroke(PENCIL, 1.2, 0.45, PathEffect=dashes)
    for x in (left, sheet.right() - margin):
        canvas.drawLine(x, sheet.top(), x, sheet.bottom(), guide)


def _bar(
    canvas: skia.Canvas, x: float, y: float, width: float, height: float, alpha: float
) -> None:  # fmt: skip
    canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, width, height), 3, 3, fill(PENCIL, alpha))


def _drawing(canvas: skia.Canvas, sheet: skia.Rect) -> None:
    """A sun behind hills, begun: its circle in pencil, and a part of it gone over in gold."""
    canvas.save()
    canvas.clipRect(sheet)
    short = min(sheet.width(), sheet.height())
    across = 0.5 if sheet.width() <= sheet.height() else 0.68
    x, y = sheet.left() + across * sheet.width(), sheet.top() + 0.6 * sheet.height()
    radius = 0.21 * short
    canvas.drawCircle(x, y, radius, stroke(PENCIL, 1.6, 0.5))
    oval = skia.Rect.MakeXYWH(x - radius, y - radius, 2 * radius, 2 * radius)
    canvas.drawArc(oval, -150, 118, False, stroke(GOLD, 0.012 * short))
    for number, rise in enumerate((0.05, 0.12)):
        _hill(canvas, sheet, y + (0.55 + 0.5 * number) * radius, rise * short, number)
    canvas.restore()


def _hill(canvas: skia.Canvas, sheet: skia.Rect, y: float, rise: float, number: int) -> None:
    """A long line across the sheet that hides what is behind it, lightly shaded."""
    path = skia.Path()
    left, width = sheet.left(), sheet.width()
    bend = rise if number else -rise
    path.moveTo(left, y)
    path.cubicTo(left + 0.35 * width, y - bend - rise, left + 0.6 * width, y + bend,
                 sheet.right(), y - 0.6 * rise)  # fmt: skip
    path.lineTo(sheet.right(), sheet.bottom())
    path.lineTo(left, sheet.bottom())
    path.close()
    canvas.drawPath(path, fill(SHEET))
    canvas.drawPath(path, fill(PENCIL, 0.04 + 0.03 * number))
    canvas.drawPath(path, stroke(PENCIL, 1.6, 0.5))
