"""The plane in which a line of lettering lies, and what one sees when looking at it straight.

Points are (x, y) in pixels, where the middle of the first pixel lies at (0.5, 0.5).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Matrix = NDArray[np.float64]
"""(3, 3), for homogeneous points."""
Corners = NDArray[np.float32]

BAND_PX = 96
"""The height of a line as it is measured: strokes of hairlines are still a pixel or more."""
MARGIN_PX = 32
"""What is seen around it: ascenders, swashes and shadows that a detector cut off."""
ROUND_LINE_PX = 6
"""Letters reach out of what a detector takes for a line by so much without being another line's."""
LONGEST_PX = 2600
FARTHEST = 6.0
"""What is farthest away in a view looks so many times smaller than what is nearest, at most: beyond it
is no lettering in perspective, and near its horizon a view would show all of a picture and more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """A straight view of `width` x `height` pixels, and where its points lie in the picture."""

    to_picture: Matrix = field(repr=False)
    width: int
    height: int

    @staticmethod
    def of(corners: Corners) -> "Plane":
        """The plane of a line with those `corners`, clockwise, the first edge along its top.

        The shorter of its sides is seen `BAND_PX` high, with `MARGIN_PX` around.
        """
        points = np.asarray(corners, np.float64)
        wide = (_far(points[0], points[1]) + _far(points[3], points[2])) / 2
        tall = (_far(points[1], points[2]) + _far(points[0], points[3])) / 2
        scale = min(BAND_PX / max(1e-6, min(wide, tall)), LONGEST_PX / max(1e-6, wide, tall))
        w, h = max(1.0, wide * scale), max(1.0, tall * scale)
        m = MARGIN_PX
        view = np.array([[m, m], [m + w, m], [m + w, m + h], [m, m + h]])
        size = round(w + 2 * m), round(h + 2 * m)
        found = Plane(to_picture=homography(view, points), width=size[0], height=size[1])
        if found.believable:
            return found
        return Plane(to_picture=homography(view, _level(points)), width=size[0], height=size[1])

    @property
    def believable(self) -> bool:
        """Whether all of the view lies before its horizon, and well before it."""
        view = [[0, 0, 1], [self.width, 0, 1], [self.width, self.height, 1], [0, self.height, 1]]
        far = np.array(view, np.float64) @ self.to_picture[2]
        return bool(far.min() > 0 and far.max() <= FARTHEST * far.min())

    def corners(self, points: Sequence[tuple[float, float]] | Matrix) -> Corners:
        """Where `points` of the view lie in the picture."""
        return projected(self.to_picture, np.asarray(points, np.float64)).astype(np.float32)

    def scale_at(self, x: float, y: float) -> float:
        """How many pixels of the picture a pixel of the view takes there, in each direction."""
        here = projected(self.to_picture, np.array([[x, y], [x + 1, y], [x, y + 1]]))
        across, down = here[1] - here[0], here[2] - here[0]
        return float(np.sqrt(abs(across[0] * down[1] - across[1] * down[0])))

    def line(self) -> Mask:
        """Where in the view the line is that it was made for, and a little round it."""
        rim = MARGIN_PX - ROUND_LINE_PX
        inside = np.zeros((self.height, self.width), bool)
        inside[rim : self.height - rim, rim : self.width - rim] = True
        return inside

    def seen(self, picture: Pixels) -> Pixels:
        """`picture`, (height, width) or (height, width, 3), as the view shows it; its edges go on."""
        window, left, top, shrunk = self._window(picture)
        into = np.diag([1 / shrunk, 1 / shrunk, 1.0]) @ _shift(-left, -top) @ self.to_picture
        into = into / into[2, 2]
        image = Image.fromarray(window)
        if shrunk > 1:
            image = image.reduce(shrunk)
        return np.asarray(image.transform(
            (self.width, self.height), Image.Transform.PERSPECTIVE, into.ravel()[:8].tolist(),
            Image.Resampling.BICUBIC,
        ))  # fmt: skip

    def _window(self, picture: Pixels) -> tuple[Pixels, int, int, int]:
        """The part of the picture that is seen, where it begins, and by what it may be shrunk."""
        box = self.corners([(0, 0), (self.width, 0), (self.width, self.height), (0, self.height)])
        shrunk = max(1, int(self.scale_at(self.width / 2, self.height / 2)))
        low = np.floor(box.min(0)).astype(int) - 4 * shrunk
        high = np.ceil(box.max(0)).astype(int) + 4 * shrunk
        rows = np.clip(np.arange(low[1], high[1]), 0, picture.shape[0] - 1)
        columns = np.clip(np.arange(low[0], high[0]), 0, picture.shape[1] - 1)
        return np.ascontiguousarray(picture[rows][:, columns]), int(low[0]), int(low[1]), shrunk

    def placed(self, path: skia.Path) -> skia.Path:
        """A `path` of the view as it lies in the picture."""
        matrix, moved = skia.Matrix(), skia.Path(path)
        matrix.setAll(*(float(value) for value in self.to_picture.ravel()))
        moved.transform(matrix)
        return moved

    def after(self, change: Matrix) -> "Plane":
        """The plane whose view, put through `change`, is this one's; its size stays."""
        return Plane(to_picture=self.to_picture @ change, width=self.width, height=self.height)


def homography(view: Matrix, picture: Matrix) -> Matrix:
    """The matrix that takes four points of `view` to four of `picture`."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(view.tolist(), picture.tolist(), strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    solved = np.linalg.lstsq(np.array(rows), picture.ravel(), rcond=None)[0]
    return np.append(solved, 1.0).reshape(3, 3)


def projected(matrix: Matrix, points: Matrix) -> Matrix:
    """(n, 2) `points` put through `matrix`."""
    moved = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return moved[:, :2] / moved[:, 2:]


def _level(points: Matrix) -> Matrix:
    """The parallelogram that is nearest to four corners, the box round them where that is too thin."""
    middle = points.mean(0)
    along = (points[1] - points[0] + points[2] - points[3]) / 4
    down = (points[3] - points[0] + points[2] - points[1]) / 4
    if abs(along[0] * down[1] - along[1] * down[0]) < 1.0:
        half = np.maximum(0.5, np.ptp(points, axis=0) / 2)
        along, down = np.array([half[0], 0.0]), np.array([0.0, half[1]])
    return np.stack([middle - along - down, middle + along - down,
                     middle + along + down, middle - along + down])  # fmt: skip


def _far(a: Matrix, b: Matrix) -> float:
    return float(np.hypot(*(a - b)))


def _shift(dx: float, dy: float) -> Matrix:
    return np.array([[1, 0, dx], [0, 1, dy], [0, 0, 1.0]])
