"""Lettering zones that most compositions share."""

from pipeline.domain.arrangement import WIDE, Anchor, Arrangement, margin
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Material
from pipeline.domain.palette import Palette

AUTHOR_HEIGHT = 0.055
"""The author's zone, as a share of the cover's height in an upright cover."""


def _author(aspect: float, box: Box) -> Box:
    """A zone for the author along the lower edge, over the width of `box`."""
    _, my = margin(aspect)
    height = AUTHOR_HEIGHT * (1.0 if aspect < WIDE else 1.5)
    return Box(x=box.x, y=1 - my - height, w=box.w, h=height)


def above(aspect: float, palette: Palette, *, share: float = 0.36, align: Align = Align.CENTRE,
          material: Material = Material.FLAT, vertical: bool = False) -> Arrangement:  # fmt: skip
    """Title at the top, author at the foot; beside the subject (left) in a wide cover."""
    mx, my = margin(aspect)
    if aspect >= WIDE:
        return beside(aspect, palette, left=True, material=material)
    zone = Box.edges(mx, my, 1 - mx, share)
    return Arrangement(title=zone, author=_author(aspect, zone), align=align, anchor=Anchor.TOP,
                       inks=palette.inks, small_inks=palette.inks, material=material,
                       vertical=vertical)  # fmt: skip


def below(aspect: float, palette: Palette, *, share: float = 0.36, align: Align = Align.CENTRE,
          material: Material = Material.FLAT) -> Arrangement:  # fmt: skip
    """Title and author in the lower part; beside the subject (right) in a wide cover."""
    mx, _ = margin(aspect)
    if aspect >= WIDE:
        return beside(aspect, palette, left=False, material=material)
    foot = _author(aspect, Box.edges(mx, 0, 1 - mx, 1))
    zone = Box.edges(mx, 1 - share - AUTHOR_HEIGHT, 1 - mx, foot.y - 0.02)
    return Arrangement(title=zone, author=foot, align=align, anchor=Anchor.BOTTOM,
                       inks=palette.inks, small_inks=palette.inks, material=material)  # fmt: skip


def beside(aspect: float, palette: Palette, *, left: bool, align: Align = Align.LEFT,
           material: Material = Material.FLAT) -> Arrangement:  # fmt: skip
    """Title and author in one half of a wide cover."""
    mx, my = margin(aspect)
    zone = Box.edges(mx, my, 0.5, 0.8) if left else Box.edges(0.52, my, 1 - mx, 0.8)
    return Arrangement(title=zone, author=_author(aspect, zone), align=align, anchor=Anchor.MIDDLE,
                       inks=palette.inks, small_inks=palette.inks, material=material)  # fmt: skip


def centred(aspect: float, palette: Palette, *, width: float = 0.64, height: float = 0.4,
            middle: tuple[float, float] = (0.5, 0.5),
            material: Material = Material.FLAT) -> Arrangement:  # fmt: skip
    """Everything in a panel round `middle`, the author directly under the title."""
    x, y = middle[0] - width / 2, middle[1] - height / 2
    foot = 0.12 * height
    zone = Box(x=x, y=y, w=width, h=height - foot * 1.6)
    author = Box(x=x, y=y + height - foot, w=width, h=foot)
    return Arrangement(title=zone, author=author, align=Align.CENTRE, anchor=Anchor.MIDDLE,
                       inks=palette.inks, small_inks=palette.inks, material=material)  # fmt: skip
