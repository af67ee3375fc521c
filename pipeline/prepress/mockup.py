"""A picture of the finished book for posting: it stands on a calm ground, in soft light.

Everything is drawn from the cover itself and from the measures of its wrap, so that a thick book
looks thick and a case has its boards.
"""

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.wrap import Wrap
from pipeline.drawing.canvas import pixels
from pipeline.prepress.mockup_camera import camera_for
from pipeline.prepress.mockup_faces import LEAF, WHITE_LEAF, Body, draw_front, draw_head, draw_spine
from pipeline.prepress.mockup_ground import backdrop_colour, draw_backdrop, draw_shadows

Pixels = NDArray[np.uint8]

SIZE_PX = (1600, 2000)
"""Four to five, which chats and picture sites show uncut."""
FINER = 2
"""Drawn so many times finer and then made smaller, for edges without steps."""
THIN_MM = 2.5
"""A book looks at least so thick, lest a leaflet vanish."""
JOINT_MM = 10.0
"""The joint of a case whose wrap tells none."""
GRAIN = 1.1
"""Noise of a camera, in levels of 255."""


def mockup(
    front: Pixels, spine: Pixels, wrap: Wrap, *, case: bool, white: bool = False,
    size: tuple[int, int] = SIZE_PX,
) -> Pixels:  # fmt: skip
    """The book of `wrap` as a photograph of `size` (width, height): (height, width, 3) RGB.

    `front` and `spine` are the panels of the cover with their lettering, (height, width, 3) in
    sRGB at any size; `case` gives it boards, and its pages are
    of cream paper or of `white` one. The same panels make the same picture.
    """
    fine = (size[0] * FINER, size[1] * FINER)
    body = Body(
        width=wrap.front.w,
        height=wrap.front.h,
        thick=max(THIN_MM, wrap.spine.w),
        case=case,
        leaf=WHITE_LEAF if white else LEAF,
        hinge=wrap.hinges[0].w if wrap.hinges else JOINT_MM,
    )
    camera = camera_for(body.width, body.height, body.thick, fine)
    surface = skia.Surface.MakeRasterN32Premul(*fine)
    canvas = surface.getCanvas()
    foot = camera.seen((0.0, 0.0, 0.0))[1]
    draw_backdrop(canvas, fine, backdrop_colour(front), foot)
    draw_shadows(canvas, camera, body.width, body.height, body.thick)
    tall = round(camera.scale * body.height * 1.1)
    draw_head(canvas, camera, body, front, spine)
    draw_spine(canvas, camera, body, _fitted(spine, tall))
    draw_front(canvas, camera, body, _fitted(front, tall))
    small = Image.fromarray(pixels(surface)).resize(size, Image.Resampling.BOX)
    return _grained(np.asarray(small))


def _fitted(panel: Pixels, tall: int) -> Pixels:
    """`panel` no higher than `tall` pixels: what is drawn much smaller than it is would flicker."""
    height, width = panel.shape[:2]
    if height <= tall:
        return panel
    size = (max(1, round(width * tall / height)), tall)
    return np.asarray(Image.fromarray(panel).resize(size, Image.Resampling.LANCZOS))


def _grained(picture: Pixels) -> Pixels:
    """A breath of noise, which also keeps the soft backdrop free of bands."""
    noise = np.random.default_rng(3).normal(0.0, GRAIN, picture.shape[:2])
    made = np.empty_like(picture)
    for channel in range(picture.shape[2]):  # three times as fast as all at once
        made[..., channel] = np.clip(picture[..., channel] + noise + 0.5, 0, 255)
    return made
