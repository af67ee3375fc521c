"""The path under construction (ISO 32000-1, 8.5.2), in millimetres, with its subpaths as shapes."""

import skia

from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.affine import Affine, at
from pipeline.prepress.preflight.glyph_lines import Shape

_STRAIGHT = 1e-3


class PathMade:
    """A path that grows; points come in user space with the matrix that leads to the sheet."""

    def __init__(self) -> None:
        """An empty path."""
        self.path = skia.Path()
        self._subpaths: list[_Subpath] = []
        self._at = (0.0, 0.0)

    @property
    def shapes(self) -> list[Shape]:
        """The subpaths that have any size."""
        return [shape for subpath in self._subpaths if (shape := subpath.shape()) is not None]

    def wound(self, *, even_odd: bool) -> skia.Path:
        """The path with the rule that says what is inside."""
        rule = skia.PathFillType.kEvenOdd if even_odd else skia.PathFillType.kWinding
        self.path.setFillType(rule)
        return self.path

    def move(self, matrix: Affine, x: float, y: float) -> None:
        """Begin a subpath."""
        self._at = (x, y)
        point = at(matrix, x, y)
        self.path.moveTo(*point)
        self._subpaths.append(_Subpath(point))

    def line(self, matrix: Affine, x: float, y: float) -> None:
        """A straight line to there."""
        if not self._subpaths:
            return self.move(matrix, x, y)
        self._at = (x, y)
        point = at(matrix, x, y)
        self.path.lineTo(*point)
        return self._subpaths[-1].add(point)

    def curve(self, matrix: Affine, *xy: float) -> None:
        """A Bézier curve: two handles and its end."""
        if not self._subpaths:
            self.move(matrix, xy[0], xy[1])
        points = [at(matrix, xy[i], xy[i + 1]) for i in (0, 2, 4)]
        self._at = (xy[4], xy[5])
        self.path.cubicTo(*points[0], *points[1], *points[2])
        self._subpaths[-1].curved = True
        for point in points:
            self._subpaths[-1].add(point)

    def curve_from_here(self, matrix: Affine, *xy: float) -> None:
        """The same, its first handle where the path is (`v`)."""
        self.curve(matrix, *self._at, *xy[:4])

    def curve_to_there(self, matrix: Affine, *xy: float) -> None:
        """The same, its second handle where it ends (`y`)."""
        self.curve(matrix, *xy[:4], *xy[2:4])

    def rectangle(self, matrix: Affine, x: float, y: float, w: float, h: float) -> None:
        """A closed rectangle."""
        self.move(matrix, x, y)
        for px, py in ((x + w, y), (x + w, y + h), (x, y + h)):
            self.line(matrix, px, py)
        self.close()

    def close(self) -> None:
        """Back to where the subpath began."""
        if self._subpaths:
            self.path.close()


class _Subpath:
    """The bounds of a subpath's points and handles, and whether it is more than a rectangle."""

    def __init__(self, point: tuple[float, float]) -> None:
        self._left = self._right = point[0]
        self._top = self._bottom = point[1]
        self._last = point
        self._slanted = False
        self._points = 1
        self.curved = False

    def add(self, point: tuple[float, float]) -> None:
        x, y = point
        self._left, self._right = min(self._left, x), max(self._right, x)
        self._top, self._bottom = min(self._top, y), max(self._bottom, y)
        across, down = abs(x - self._last[0]), abs(y - self._last[1])
        self._slanted = self._slanted or (across > _STRAIGHT and down > _STRAIGHT)
        self._last = point
        self._points += 1

    def shape(self) -> Shape | None:
        box = RectMm(x=self._left, y=self._top, w=self._right - self._left,
                     h=self._bottom - self._top)  # fmt: skip
        if max(box.w, box.h) <= 0:
            return None
        plain = not (self.curved or self._slanted) and self._points <= 5
        return Shape(box=box, plain=plain)
