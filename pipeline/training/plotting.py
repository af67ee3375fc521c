"""The losses of a training as a picture."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia
from PIL import Image

from pipeline.drawing.canvas import fill, pixels, stroke
from pipeline.training.history import History
from pipeline.typography.library import FaceLibrary
from pipeline.typography.one_line import Hand, write

WIDTH, HEIGHT = 1280, 760
LEFT, RIGHT, TOP, BOTTOM = 110, 1236, 150, 660
PAPER, INK, GREY, RULE = "#f2efe9", "#1d1b18", "#6d685f", "#d8d3c9"
FAINT, BLUE, RED = "#9fb3c4", "#1f5f8b", "#b5432a"
TITLE, LINE = Hand(size=38, weight=650), Hand(size=22, weight=420, colour=GREY)
TICK = Hand(size=20, weight=420, colour=GREY)
_TICKS = 6
_NEAR = 1e-9
"""What rounding may add to a number that lies on the edge."""
_YOUNG = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotWords:
    """What stands on the plot, in the reader's language."""

    title: str
    line: str
    step: str
    loss: str
    each: str
    smooth: str
    held_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """Where numbers are on the paper."""

    steps: float
    low: float
    high: float

    def at(self, step: float, loss: float) -> tuple[float, float]:
        share = (min(max(loss, self.low), self.high) - self.low) / (self.high - self.low)
        return LEFT + (RIGHT - LEFT) * step / self.steps, BOTTOM - (BOTTOM - TOP) * share


def loss_plot(history: History, words: PlotWords, library: FaceLibrary) -> bytes:
    """A PNG of 1280 x 760 with the loss of each step, its running mean, and that on held-out pictures.

    Single losses beyond the frame lie on its edge: what is read is the mean.
    """
    surface = skia.Surface(WIDTH, HEIGHT)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*bytes.fromhex(PAPER[1:])))
    frame = _frame(history)
    write(canvas, library, words.title, TITLE, LEFT, 62, room=RIGHT - LEFT)
    write(canvas, library, words.line, LINE, LEFT, 98, room=RIGHT - LEFT)
    _axes(canvas, frame, words, library)
    _curves(canvas, frame, history)
    _legend(canvas, history, words, library)
    file = io.BytesIO()
    Image.fromarray(pixels(surface)).save(file, "PNG")
    return file.getvalue()


def _frame(history: History) -> _Frame:
    """Room for the means, the held-out losses, and nearly all single losses."""
    shown = [*history.smooth().tolist(), *(loss for _, loss in history.measured)]
    if history.learnt:
        shown += np.percentile(history.learnt, (2, 98)).tolist()
    low, high = (min(shown), max(shown)) if shown else (0.0, 1.0)
    room = 0.06 * (high - low) or 0.1 * abs(high) or 1.0
    last = max([len(history.learnt), *(step for step, _ in history.measured), 1])
    return _Frame(steps=last, low=max(0.0, low - room), high=high + room)


def _axes(canvas: skia.Canvas, frame: _Frame, words: PlotWords, library: FaceLibrary) -> None:
    for loss in ticks(frame.low, frame.high):
        x, y = frame.at(0, loss)
        canvas.drawLine(LEFT, y, RIGHT, y, stroke(RULE, 1.2))
        write(canvas, library, f"{loss:.4g}", TICK, x - 12, y + 7, room=90, right=True)
    for step in ticks(0, frame.steps):
        if step == int(step):
            x, y = frame.at(step, frame.low)
            canvas.drawLine(x, y, x, y + 7, stroke(GREY, 1.4))
            label = f"{step:,.0f}"
            write(canvas, library, label, TICK, x - 5.4 * len(label), y + 33, room=120)
    canvas.drawLine(LEFT, BOTTOM, RIGHT, BOTTOM, stroke(GREY, 1.6))
    write(canvas, library, words.loss, TICK, LEFT, TOP - 16, room=300)
    write(canvas, library, words.step, TICK, RIGHT, BOTTOM + 68, room=300, right=True)


def ticks(low: float, high: float) -> list[float]:
    """Round numbers from `low` to `high`, about six of them."""
    rough = (high - low) / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    return [
        n * step for n in range(math.ceil(low / step - _NEAR), math.floor(high / step + _NEAR) + 1)
    ]


def _curves(canvas: skia.Canvas, frame: _Frame, history: History) -> None:
    for step, loss in enumerate(history.learnt, 1):
        canvas.drawCircle(*frame.at(step, loss), 2.2, fill(FAINT, 0.55))
    smooth = list(enumerate(history.smooth().tolist(), 1))
    # the first means are of hardly any losses
    _line(canvas, frame, smooth[min(len(smooth) // 20, _YOUNG) :], BLUE, 3.4)
    _line(canvas, frame, history.measured, RED, 2.4)
    for step, loss in history.measured:
        canvas.drawCircle(*frame.at(step, loss), 5.5, fill(RED))


def _line(
    canvas: skia.Canvas, frame: _Frame, points: Sequence[tuple[int, float]], colour: str,
    width: float,
) -> None:  # fmt: skip
    if len(points) < 2:
        return
    path = skia.Path()
    path.moveTo(*frame.at(*points[0]))
    for point in points[1:]:
        path.lineTo(*frame.at(*point))
    canvas.drawPath(path, stroke(colour, width))


def _legend(canvas: skia.Canvas, history: History, words: PlotWords, library: FaceLibrary) -> None:
    entries = [(words.each, FAINT), (words.smooth, BLUE)]
    if history.measured:
        entries.append((words.held_out, RED))
    x = float(LEFT)
    for text, colour in entries:
        canvas.drawCircle(x + 7, BOTTOM + 62, 7, fill(colour))
        x += 24 + write(canvas, library, text, TICK, x + 24, BOTTOM + 69, room=420) + 36
