"""Keeps what a page's content was seen to do: images, colours, transparency, shapes like letters."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pikepdf
import skia
from PIL import Image

from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.affine import box_of, scales, spread
from pipeline.prepress.preflight.blending import UNBLENDED, Blending, adds
from pipeline.prepress.preflight.effort import GRADIENT, IMAGE, PLAIN, Effort
from pipeline.prepress.preflight.evidence import PlacedImage
from pipeline.prepress.preflight.glyph_lines import Shape
from pipeline.prepress.preflight.gradients import MOST_GRADIENTS, most_ink
from pipeline.prepress.preflight.ink_map import InkMap
from pipeline.prepress.preflight.names import plain_name
from pipeline.prepress.preflight.samples import inks_of, opacity_of, stencil_of
from pipeline.prepress.preflight.spaces import LIGHT, Family, Space, true_spots
from pipeline.prepress.preflight.state import Ink, State
from pipeline.prepress.preflight.tokens import TooMuch
from pipeline.prepress.preflight.unreadable import Unreadable

POINT_MM = MM_PER_INCH / POINTS_PER_INCH
MOST_SHAPES = 60_000
"""So many shapes are looked at for letters; who draws more draws a picture."""
MOST_BYTES = 1_000_000_000
"""An image of more is no picture for a cover, and would be unpacked for minutes."""
HEAVY = 2.0
"""What has no more ink than this can be left out of total ink: no printer minds."""
STROKED, INVISIBLE, CUTTING, CUTTING_ONLY = 1, 3, 4, 7
"""Text rendering modes (ISO 32000-1, table 106): those from 4 on are 0 to 3 that clip what follows."""
MOST_TEXTS = 20_000
"""So many texts, each as small as a letter, tell the sizes of the letters on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextUse:
    """Text that was shown: where it begins, how large, in which ink."""

    x: float
    y: float
    size_pt: float
    inks: float | None


@dataclass(slots=True)
class Witness:
    """What was seen; painted things also go onto the `map` of inks.

    `unread` says that something with inks could not be read, so that the map has less than there is.
    """

    map: InkMap
    effort: Effort = field(default_factory=Effort)
    blending: Blending = field(default_factory=Blending)
    images: list[PlacedImage] = field(default_factory=list[PlacedImage])
    families: set[tuple[Family, bool]] = field(default_factory=set[tuple[Family, bool]])
    spots: set[str] = field(default_factory=set[str])
    transparency: set[str] = field(default_factory=set[str])
    shapes: list[Shape] = field(default_factory=list[Shape])
    texts: list[TextUse] = field(default_factory=list[TextUse])
    fonts: dict[tuple[str, tuple[int, int]], Any] = field(
        default_factory=dict[tuple[str, tuple[int, int]], Any]
    )
    thinnest_pt: float | None = None
    unread: bool = False
    gradients: int = 0

    def filled(self, path: skia.Path, shapes: list[Shape], state: State) -> None:
        """A path that was filled; its `shapes` are its subpaths."""
        self._coloured(state.fill, state, state.fill_alpha)
        self._effort(path, state, state.fill_alpha)
        total = state.fill.total
        self.blending.painted(total, state)
        if not self._veiled(state, total):
            self._painted(path, total, state.fill_alpha)
        self._shaped(replace(shape, inks=total) for shape in shapes)

    def clipped(self, shapes: list[Shape]) -> None:
        """A path that clips what comes next: letters that are filled with a picture."""
        if len(shapes) > 1:
            self._shaped(shapes)

    def _shaped(self, shapes: Iterable[Shape]) -> None:
        if len(self.shapes) < MOST_SHAPES:
            self.shapes += [shape for shape in shapes if self.map.visible(shape.box)]

    def stroked(self, path: skia.Path, state: State) -> None:
        """A path that was stroked."""
        self._coloured(state.stroke, state, state.stroke_alpha)
        self._effort(path, state, state.stroke_alpha)
        self.blending.painted(state.stroke.total, state)
        width = state.line_width * spread(state.ctm)
        points = width / POINT_MM
        if self.thinnest_pt is None or points < self.thinnest_pt:
            self.thinnest_pt = points
        if not self._veiled(state, state.stroke.total):
            self._painted(path, state.stroke.total, state.stroke_alpha, max(width, 0.05))

    def _painted(
        self, path: skia.Path, total: float | None, alpha: float, stroke_mm: float = 0
    ) -> None:
        """A path on the map; one that is too tangled to be drawn is told as unread, unless it is light."""
        if not self.map.paint(path, total, alpha, stroke_mm):
            self.unread = self.unread or (total or 0) > HEAVY

    def _effort(self, path: skia.Path, state: State, alpha: float) -> None:
        bounds = path.getBounds()
        self._covered(
            RectMm(x=bounds.left(), y=bounds.top(), w=bounds.width(), h=bounds.height()),
            PLAIN, state, alpha,
        )  # fmt: skip

    def _covered(self, box: RectMm, weight: float, state: State, alpha: float) -> None:
        """What is seen of a box was painted."""
        seen, sheet = self.map.visible(box), self.map.sheet
        if seen is not None:
            self.effort.add(seen.w * seen.h / (sheet.w * sheet.h), weight, state, alpha)

    def _veiled(self, state: State, total: float | None) -> bool:
        """Whether paint has no known place on the map; then it is kept as a bound."""
        if state.veiled:
            self.blending.masked(total or 0.0)
        return state.veiled or not adds(state)

    def shaded(self, shading: Any, space: Space, state: State) -> None:
        """A gradient over all that the clip leaves open, as if it were its heaviest everywhere."""
        self._coloured(Ink(space=space), state, state.fill_alpha)
        self._covered(self.map.sheet, GRADIENT, state, state.fill_alpha)
        self.gradients += 1
        looked_into = space.is_separated and self.gradients <= MOST_GRADIENTS
        most = most_ink(shading, space) if looked_into else None
        self.unread = self.unread or (most is None and not space.is_light)
        self.blending.painted(most, state)
        if not self._veiled(state, most):
            self.map.flood(most, state.fill_alpha)

    def text(self, place: tuple[float, float], size_pt: float, font: Any, state: State) -> None:
        """Text that was shown, also where it is invisible."""
        if font is not None:
            # two fonts of one name may be in the file and not
            self.fonts[plain_name(font.get("/BaseFont", state.font)), font.objgen] = font
        if state.text_mode == INVISIBLE:
            return
        state.cut_by_text = state.cut_by_text or state.text_mode >= CUTTING
        used = state.stroke if state.text_mode % CUTTING == STROKED else state.fill
        shown = state.text_mode != CUTTING_ONLY
        if shown:
            self._coloured(used, state, state.fill_alpha)
            self.blending.painted(used.total, state)
        if len(self.texts) < MOST_TEXTS:
            inks = used.total if shown else None
            self.texts.append(TextUse(x=place[0], y=place[1], size_pt=size_pt, inks=inks))

    def image(self, image: Any, space: Space, state: State) -> None:
        """An image on the unit square."""
        box = self.map.visible(box_of(state.ctm, 0, 0, 1, 1))
        if box is None:
            return
        width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
        if min(width, height) < 1:
            return
        stencil = bool(image.get("/ImageMask", False))
        used = state.fill if stencil else Ink(space=space)
        self._coloured(used, state, state.fill_alpha)
        self._covered(box, IMAGE, state, state.fill_alpha)
        across, down = scales(state.ctm)
        dpi = min(width / max(across, 1e-6), height / max(down, 1e-6)) * MM_PER_INCH
        bits = 1 if stencil else int(image.get("/BitsPerComponent", 8))
        self.images.append(PlacedImage(
            box=box, dpi=dpi, width_px=width, height_px=height, family=used.space.family,
            managed=used.space.managed, bits=bits,
        ))  # fmt: skip
        if width * height * bits * max(1, space.components) > 8 * MOST_BYTES:
            raise TooMuch
        step = max(1, int(dpi / MM_PER_INCH / self.map.scale))
        if stencil:
            self._stencilled(image, state, step)
        else:
            self._inked(image, space, state, step)

    def _stencilled(self, image: Any, state: State, step: int) -> None:
        """A colour through a stencil; one that cannot be read matters where the colour is heavy."""
        total = state.fill.total
        self.blending.painted(total, state)
        if self._veiled(state, total):
            return
        try:
            alpha = stencil_of(image, step) * np.float32(state.fill_alpha)
        except Unreadable:
            self.unread = self.unread or (total or 0) > HEAVY
            return
        totals = None if total is None else np.full(alpha.shape, total, np.float32)
        self.map.image(state.ctm, totals, alpha)

    def _inked(self, image: Any, space: Space, state: State, step: int) -> None:
        """The image on the map of inks; one that cannot be read is told, unless it is light."""
        alpha: Any = state.fill_alpha
        mask = image.get("/Mask")
        keyed = isinstance(mask, pikepdf.Array) and "/SMask" not in image
        try:
            if state.veiled or keyed:
                return self._behind(inks_of(image, space, step), state)
            if int(image.get("/SMaskInData", 0)):
                self.transparency.add("soft-mask")
            alpha = alpha * self._masked(image, step)
            totals = inks_of(image, space, step)
        except Unreadable:
            self.unread = self.unread or not space.is_light
            self.blending.painted(LIGHT if space.is_separated else None, state)
            return None if state.veiled else self.map.image(state.ctm, None, state.fill_alpha)
        self.blending.painted(None if totals is None else float(totals.max()), state)
        if not adds(state):
            return None
        if totals is not None and not isinstance(alpha, float | int):
            alpha = _resized(alpha, totals.shape)
        return self.map.image(state.ctm, totals, alpha)

    def _behind(self, totals: Any, state: State) -> None:
        """An image behind a mask that is not read: its heaviest place counts."""
        self.blending.painted(None if totals is None else float(totals.max()), state)
        self.blending.masked(0.0 if totals is None else float(totals.max()))
        if totals is None and not state.veiled:
            self.map.image(state.ctm, None, state.fill_alpha)

    def _masked(self, image: Any, step: int) -> Any:
        """How much of an image its mask lets through, 0 to 1.

        Raises:
            Unreadable: as of an image.
        """
        soft, mask = image.get("/SMask"), image.get("/Mask")
        if soft is not None:
            self.transparency.add("soft-mask")
        if soft is not None:
            return opacity_of(soft, step)
        return 1.0 if mask is None else stencil_of(mask, step)

    def _coloured(self, ink: Ink, state: State, alpha: float) -> None:
        """Note in what was painted, and through what."""
        self.families.add((ink.space.family, ink.space.managed))
        self.spots.update(true_spots(ink.space))
        if alpha < 1:
            self.transparency.add("opacity")
        if state.soft_mask:
            self.transparency.add("soft-mask")
        if state.blend not in UNBLENDED:
            self.transparency.add("blend-mode")


def _resized(mask: Any, shape: tuple[int, ...]) -> Any:
    """A mask with the pixels of its image, which it may be finer or coarser than."""
    if mask.shape == shape:
        return mask
    size = (shape[1], shape[0])
    return np.asarray(Image.fromarray(mask).resize(size, Image.Resampling.BILINEAR))
