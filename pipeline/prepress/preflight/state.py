"""The graphics state of a page while it is read (ISO 32000-1, 8.4), as far as a preflight asks."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pikepdf

from pipeline.prepress.preflight.affine import IDENTITY, Affine, times
from pipeline.prepress.preflight.spaces import GRAY, Floats, Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """A colour: its space, its components and its total ink, 0 to 4, where that is known.

    Of a `pattern` it is the colour of its cells, where those have none of their own.
    """

    space: Space
    components: tuple[float, ...] = ()
    total: float | None = None
    pattern: Any = None


def ink(space: Space, components: tuple[float, ...]) -> Ink:
    """The colour of so many components; what is missing is 0, what is over is left out."""
    wanted = 1 if space.indexed else space.components
    filled = (*components, *(0.0,) * wanted)[:wanted]
    colours: Floats = np.asarray([filled], np.float32)
    if space.table is not None:
        colours = space.table[[min(len(space.table) - 1, max(0, int(filled[0])))]]
    totals = space.inks(colours) if wanted else None
    return Ink(space=space, components=filled, total=None if totals is None else float(totals[0]))


def first_ink(space: Space) -> Ink:
    """What is painted with when a space was chosen and no colour: black, or full tints."""
    family = str(space.family)
    full = (1.0,) * space.components
    return ink(space, {"cmyk": (0.0, 0.0, 0.0, 1.0), "spot": full}.get(family, ()))


BLACK = ink(GRAY, (0.0,))


@dataclass(slots=True, kw_only=True)
class State:
    """What `q` keeps and `Q` brings back; `ctm` leads to millimetres of the sheet."""

    ctm: Affine
    fill: Ink = BLACK
    stroke: Ink = BLACK
    line_width: float = 1.0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "/Normal"
    soft_mask: bool = False
    cut_by_text: bool = False
    font: str = ""
    font_size: float = 0.0
    leading: float = 0.0
    text_mode: int = 0

    @property
    def veiled(self) -> bool:
        """Whether what is painted shows through a mask or through letters only, whose shapes are not read."""
        return self.soft_mask or self.cut_by_text


@dataclass(slots=True)
class TextPlace:
    """Where a line of text begins; how far its words go is not followed."""

    matrix: Affine = IDENTITY

    def begin(self) -> None:
        """A text object begins at the origin."""
        self.matrix = IDENTITY

    def set(self, matrix: Affine) -> None:
        """Begin there."""
        self.matrix = matrix

    def next(self, x: float, y: float) -> None:
        """Begin a line beside this one."""
        self.matrix = times((1.0, 0.0, 0.0, 1.0, x, y), self.matrix)


def extend(state: State, given: Any) -> None:
    """What an `ExtGState` changes."""
    for key, value in given.items():
        match str(key):
            case "/ca":
                state.fill_alpha = float(value)
            case "/CA":
                state.stroke_alpha = float(value)
            case "/BM":
                state.blend = str(value[0] if isinstance(value, pikepdf.Array) else value)
            case "/SMask":
                state.soft_mask = isinstance(value, pikepdf.Dictionary)
            case "/LW":
                state.line_width = float(value)
            case _:
                pass
