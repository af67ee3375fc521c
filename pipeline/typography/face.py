"""One loaded font: what it covers, and its outlines as paths."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import skia

from pipeline.domain.fonts import Axes, FaceSpec
from pipeline.typography.harfbuzz import hb
from pipeline.typography.outlines import merged

INVISIBLE = {"Zs", "Cf", "Cc", "Zl", "Zp"}
"""Categories of characters that need no ink: spaces, joiners, direction marks."""


def needs_ink(char: str) -> bool:
    """Whether a reader would miss `char`: no space, joiner or variation selector."""
    return unicodedata.category(char) not in INVISIBLE and not "\ufe00" <= char <= "\ufe0f"


class Face:
    """A font file, opened once; glyph outlines are kept for every set of axes that is used.

    Outlines and advances are in ems, y down, the baseline at 0.
    """

    def __init__(self, spec: FaceSpec, path: Path) -> None:
        self.spec = spec
        self.path = path
        self._face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.upem: int = self._face.upem
        self.ranges: Mapping[str, tuple[float, float]] = {
            axis.tag: (axis.min_value, axis.max_value) for axis in self._face.axis_infos
        }
        self._fonts: dict[Axes, Any] = {}
        self._glyphs: dict[tuple[Axes, int], skia.Path] = {}
        self._covered: dict[str, bool] = {}
        self._features: frozenset[str] | None = None
        self._pen = _pen()

    def settled(self, axes: Axes) -> Axes:
        """`axes` without those that the font lacks, each inside the font's range."""
        return tuple(
            (tag, min(max(value, self.ranges[tag][0]), self.ranges[tag][1]))
            for tag, value in sorted(axes)
            if tag in self.ranges
        )

    def font(self, axes: Axes) -> Any:
        """The HarfBuzz font at `axes` (settled)."""
        font = self._fonts.get(axes)
        if font is None:
            font = hb.Font(self._face)
            font.set_variations(dict(axes))
            self._fonts[axes] = font
        return font

    def covers(self, char: str) -> bool:
        """Whether the font can draw `char`.

        Having a glyph is not enough: several Korean display fonts map all 11,172 syllables and
        leave most of them empty.
        """
        known = self._covered.get(char)
        if known is None:
            known = self._covered[char] = not needs_ink(char) or self._drawn(char)
        return known

    def _drawn(self, char: str) -> bool:
        font = self.font(())
        glyph = font.get_nominal_glyph(ord(char))
        if not glyph:
            return False
        extents = font.get_glyph_extents(glyph)
        return extents is not None and extents.width != 0

    def x_height(self, axes: Axes) -> float:
        """The height of a small x in ems at `axes` (settled); half an em without one."""
        font = self.font(axes)
        glyph = font.get_nominal_glyph(ord("x"))
        extents = font.get_glyph_extents(glyph) if glyph else None
        return extents.y_bearing / self.upem if extents and extents.y_bearing else 0.5

    def has_feature(self, tag: str) -> bool:
        """Whether the font substitutes glyphs by the OpenType feature `tag`, such as `smcp`."""
        if self._features is None:
            tags = self._face.get_language_feature_tags("GSUB")
            self._features = frozenset(tags)
        return tag in self._features

    def outline(self, axes: Axes, glyph: int) -> skia.Path:
        """The outline of a glyph number at `axes` (settled); do not change it."""
        path = self._glyphs.get((axes, glyph))
        if path is None:
            path = skia.Path()
            self.font(axes).draw_glyph(glyph, self._pen, path)
            path = merged(path)
            path.transform(skia.Matrix.Scale(1 / self.upem, -1 / self.upem))
            self._glyphs[axes, glyph] = path
        return path


def _pen() -> Any:
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, path: path.moveTo(x, y))
    pen.set_line_to_func(lambda x, y, path: path.lineTo(x, y))
    pen.set_quadratic_to_func(lambda a, b, x, y, path: path.quadTo(a, b, x, y))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, path: path.cubicTo(a, b, c, d, x, y))
    pen.set_close_path_func(lambda path: path.close())
    return pen
