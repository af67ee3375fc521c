"""Reads what a page paints (ISO 32000-1, 8 and 9), operator by operator, in bounded memory and time."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pikepdf
import skia

from pipeline.prepress.preflight.affine import Affine, six, times
from pipeline.prepress.preflight.hidden_layers import HiddenLayers
from pipeline.prepress.preflight.paths import PathMade
from pipeline.prepress.preflight.patterns import MOST_FILLS, cell_ink, cells
from pipeline.prepress.preflight.samples import space_inside
from pipeline.prepress.preflight.showing import Showing
from pipeline.prepress.preflight.spaces import CMYK, GRAY, PATTERN, RGB, Space, space_of
from pipeline.prepress.preflight.state import Ink, State, extend, first_ink, ink
from pipeline.prepress.preflight.tokens import Tokens, TooMuch
from pipeline.prepress.preflight.witness import Witness

MOST_TOKENS = 6_000_000
"""A page with more would be read for longer than a person waits; wraps have some ten thousand."""
DEEPEST_FORM, DEEPEST_STATE = 12, 200


_FAULTY = (TypeError, ValueError, IndexError, KeyError, AttributeError, OverflowError,
           pikepdf.PikepdfError)  # fmt: skip
_FULL = {"/W": "/Width", "/H": "/Height", "/BPC": "/BitsPerComponent", "/CS": "/ColorSpace",
         "/IM": "/ImageMask", "/D": "/Decode", "/F": "/Filter"}  # fmt: skip
"""The short names that inline images use (ISO 32000-1, table 93)."""


class Reading:
    """One page's content, told to a witness."""

    def __init__(self, witness: Witness, base: Affine, layers: HiddenLayers) -> None:
        """A page whose points become millimetres by `base`; what hidden `layers` have is not painted."""
        self._layers = layers
        self._witness = witness
        self._state = State(ctm=base)
        self._kept: list[State] = []
        self._path = PathMade()
        self._clip: bool | None = None
        self._resources: Any = pikepdf.Dictionary()
        self._depth = 0
        self._tokens = 0
        self._inline: Any = None
        self._base, self._fills = base, 0
        self._acts = self._table()

    def read(self, stream: Any, resources: Any) -> None:
        """Everything that a page or a form paints.

        Raises:
            TooMuch: when it is more than `MOST_TOKENS`.
        """
        outer, self._resources = self._resources, resources
        self._witness.blending.grouped(stream)
        try:
            pikepdf.Page(stream).parse_contents(Tokens(self._act, self._spend))
        finally:
            self._resources = outer

    def _spend(self) -> None:
        self._tokens += 1
        if self._tokens > MOST_TOKENS:
            raise TooMuch

    def _act(self, name: str, operands: list[Any]) -> None:
        act = self._acts.get(self._layers.seen(name))
        if act is not None:
            # a faulty operator does nothing, as in every reader
            with contextlib.suppress(*_FAULTY):
                act(operands)

    def _table(self) -> Mapping[str, Callable[[list[Any]], None]]:
        return self._of_state() | self._of_colour() | self._of_paths() | self._of_text() | {
            "sh": self._shade, "Do": self._object, "ID": self._inline_head,
            "EI": self._inline_image,
            "BDC": self._marked, "BMC": lambda _operands: self._layers.begin(False),
            "EMC": lambda _operands: self._layers.end(),
        }  # fmt: skip

    def _marked(self, operands: list[Any]) -> None:
        """Marked content, which may lie on a layer that the resources name."""
        layer: Any = None
        with contextlib.suppress(*_FAULTY):
            if str(operands[0]) == "/OC":
                layer = self._resources["/Properties"][str(operands[1])]
        self._layers.begin(self._layers.hides(layer))

    # --- the state

    def _of_state(self) -> dict[str, Callable[[list[Any]], None]]:
        return {"q": self._keep, "Q": self._bring_back, "cm": self._transform,
                "gs": self._extended, "w": self._width}  # fmt: skip

    def _keep(self, _operands: list[Any]) -> None:
        if len(self._kept) >= DEEPEST_STATE:
            raise TooMuch
        self._kept.append(replace(self._state))
        self._witness.map.canvas.save()

    def _bring_back(self, _operands: list[Any]) -> None:
        if self._kept:
            self._state = self._kept.pop()
            self._witness.map.canvas.restore()

    def _transform(self, operands: list[Any]) -> None:
        self._state.ctm = times(six(operands), self._state.ctm)

    def _width(self, operands: list[Any]) -> None:
        self._state.line_width = float(operands[0])

    def _extended(self, operands: list[Any]) -> None:
        extend(self._state, self._resources["/ExtGState"][str(operands[0])])

    # --- colours

    def _of_colour(self) -> dict[str, Callable[[list[Any]], None]]:
        device = {"g": GRAY, "rg": RGB, "k": CMYK}
        fills = {name: partial(self._plain, space, True) for name, space in device.items()}
        strokes = {name.upper(): partial(self._plain, space, False)
                   for name, space in device.items()}  # fmt: skip
        return fills | strokes | {
            "cs": partial(self._space, True), "CS": partial(self._space, False),
            "sc": partial(self._colour, True), "SC": partial(self._colour, False),
            "scn": partial(self._colour, True), "SCN": partial(self._colour, False),
        }  # fmt: skip

    def _plain(self, space: Space, fills: bool, operands: list[Any]) -> None:
        self._use(ink(space, tuple(float(one) for one in operands)), fills)

    def _space(self, fills: bool, operands: list[Any]) -> None:
        self._use(first_ink(self._space_of(operands[0])), fills)

    def _colour(self, fills: bool, operands: list[Any]) -> None:
        space = (self._state.fill if fills else self._state.stroke).space
        if space is PATTERN:
            pattern = self._resources["/Pattern"][str(operands[-1])]
            numbers = tuple(float(one) for one in operands[:-1])
            self._use(Ink(space=space, components=numbers, pattern=pattern), fills)
        else:
            self._use(ink(space, tuple(float(one) for one in operands)), fills)

    def _use(self, colour: Ink, fills: bool) -> None:
        if fills:
            self._state.fill = colour
        else:
            self._state.stroke = colour

    def _space_of(self, thing: Any) -> Space:
        spaces = self._resources.get("/ColorSpace")
        return space_of(thing, lambda name: None if spaces is None else spaces.get(name))

    # --- paths

    def _of_paths(self) -> dict[str, Callable[[list[Any]], None]]:
        painting = {
            name: partial(self._paint, "f" in name.lower() or "b" in name.lower(),
                          name[0] in "SsBb", name.endswith("*"), name[0] in "sb")
            for name in ("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n")
        }  # fmt: skip
        return painting | {
            "m": self._drawn(PathMade.move), "l": self._drawn(PathMade.line),
            "c": self._drawn(PathMade.curve), "v": self._drawn(PathMade.curve_from_here),
            "y": self._drawn(PathMade.curve_to_there), "re": self._drawn(PathMade.rectangle),
            "h": lambda _operands: self._path.close(),
            "W": lambda _operands: self._clips(even_odd=False),
            "W*": lambda _operands: self._clips(even_odd=True),
        }  # fmt: skip

    def _drawn(self, draw: Callable[..., None]) -> Callable[[list[Any]], None]:
        return lambda operands: draw(self._path, self._state.ctm, *map(float, operands))

    def _clips(self, *, even_odd: bool) -> None:
        self._clip = even_odd

    def _paint(
        self, fill: bool, stroke: bool, even_odd: bool, close: bool, _operands: list[Any]
    ) -> None:  # fmt: skip
        """Paint the path, clip by it where that was asked, and begin another."""
        made, clip = self._path, self._clip
        self._path, self._clip = PathMade(), None
        if close:
            made.close()
        if fill and self._state.fill.pattern is not None:
            self._patterned(made.wound(even_odd=even_odd), self._state.fill)
        elif fill:
            self._witness.filled(made.wound(even_odd=even_odd), made.shapes, self._state)
        if stroke:
            self._witness.stroked(made.path, self._state)
        if clip is not None:
            self._witness.clipped(made.shapes)
            self._witness.map.canvas.clipPath(made.wound(even_odd=clip), doAntiAlias=True)

    def _patterned(self, path: skia.Path, colour: Ink) -> None:
        """A path filled with a pattern's cells, or with a gradient."""
        self._fills += 1
        if self._fills > MOST_FILLS:
            raise TooMuch
        canvas = self._witness.map.canvas
        level = canvas.save()
        canvas.clipPath(path, doAntiAlias=True)
        try:
            if int(colour.pattern.get("/PatternType", 1)) == 1:
                self._tiled(colour)
            else:
                self._shaded(colour.pattern["/Shading"])
        finally:
            canvas.restoreToCount(level)

    def _tiled(self, colour: Ink) -> None:
        area = self._witness.map.visible(self._witness.map.sheet)
        if area is None:
            return
        outside = self._state
        # qpdf reads what pages and forms paint, and nothing else
        colour.pattern.Subtype = pikepdf.Name.Form
        places, whole = cells(colour.pattern, self._base, area)
        for place in places:
            start = cell_ink(colour)
            self._state = replace(outside, ctm=place, fill=start, stroke=start)
            self._form(colour.pattern, placed=True)
        self._state = outside
        self._witness.unread = self._witness.unread or not whole

    # --- text

    def _of_text(self) -> dict[str, Callable[[list[Any]], None]]:
        return Showing(self._witness, lambda: self._state, self._font).acts()

    def _font(self, name: str) -> Any | None:
        fonts = self._resources.get("/Font")
        return None if fonts is None else fonts.get(name)

    # --- objects

    def _shade(self, operands: list[Any]) -> None:
        self._shaded(self._resources["/Shading"][str(operands[0])])

    def _shaded(self, shading: Any) -> None:
        self._witness.shaded(shading, self._space_of(shading.get("/ColorSpace")), self._state)

    def _object(self, operands: list[Any]) -> None:
        found = self._resources["/XObject"][str(operands[0])]
        if self._layers.hides(found.get("/OC")):
            return
        if found.get("/Subtype") == pikepdf.Name.Image:
            self._image(found)
        elif found.get("/Subtype") == pikepdf.Name.Form:
            self._form(found)

    def _image(self, image: Any) -> None:
        inside = space_inside(image)
        space = self._space_of(image.get("/ColorSpace")) if inside is None else inside
        self._witness.image(image, space, self._state)

    def _form(self, form: Any, *, placed: bool = False) -> None:
        """A form, as if it stood here, inside its box."""
        if self._depth >= DEEPEST_FORM:
            raise TooMuch
        self._depth += 1
        kept, self._kept = self._kept, []
        outside, self._state = self._state, replace(self._state)
        canvas = self._witness.map.canvas
        level = canvas.save()
        try:
            if (matrix := form.get("/Matrix")) is not None and not placed:
                self._state.ctm = times(six(list(matrix)), self._state.ctm)
            self._clip_to(form.get("/BBox"))
            self.read(form, form.get("/Resources", self._resources))
        finally:
            canvas.restoreToCount(level)
            self._kept, self._state = kept, outside
            self._depth -= 1

    def _clip_to(self, box: Any | None) -> None:
        if box is None or len(box) != 4:
            return
        left, low, right, high = (float(value) for value in box)
        made = PathMade()
        made.rectangle(self._state.ctm, left, low, right - left, high - low)
        self._witness.map.canvas.clipPath(made.path, doAntiAlias=True)

    def _inline_head(self, operands: list[Any]) -> None:
        pairs = zip(operands[::2], operands[1::2], strict=False)
        self._inline = {_FULL.get(str(key), str(key)): value for key, value in pairs}

    def _inline_image(self, _operands: list[Any]) -> None:
        """An inline image is small; it is placed, and its inks are said to be unread."""
        head, self._inline = self._inline or {}, None
        space = self._space_of(head.get("/ColorSpace"))
        self._witness.image(head, space, self._state)
