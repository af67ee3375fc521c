"""Korean roofs: a palace hall, a stone-and-timber pagoda, a hanok."""

import numpy as np
import skia

from pipeline.illustrator.scenery.castles import Masonry
from pipeline.illustrator.scenery.prop import Prop
from pipeline.illustrator.scenery.shapes import box, outline, shape


def tiled_roof(
    eave: float, half: float, ridge_half: float, height: float, lift: float
) -> skia.Path:
    """A hip-and-gable roof: eaves that sag and rise to the tips, concave slopes, a heavy ridge.

    `eave` is the y of the eaves in the middle, `lift` how much higher the tips are.
    """
    top = eave - height
    r, h, tip = ridge_half, half, eave - lift
    return outline(
        f"{-h},{tip}* {-h * 0.86},{tip - height * 0.13} {-(r + (h - r) * 0.42)},{eave - height * 0.5} "
        f"{-r - 0.4},{top + height * 0.1}* {-r - 1.7},{top - height * 0.1}* {-r - 1.2},{top - height * 0.16}* "
        f"{-r * 0.5},{top - 0.3} {r * 0.5},{top - 0.3} {r + 1.2},{top - height * 0.16}* "
        f"{r + 1.7},{top - height * 0.1}* {r + 0.4},{top + height * 0.1}* "
        f"{r + (h - r) * 0.42},{eave - height * 0.5} {h * 0.86},{tip - height * 0.13} {h},{tip}* "
        f"{h * 0.985},{tip + 1.3}* {h * 0.62},{eave + 0.5} 0,{eave + 1.1} {-h * 0.62},{eave + 0.5} {-h * 0.985},{tip + 1.3}*"
    )


def _roof(into: Masonry, *measures: float) -> None:
    roof = tiled_roof(*measures)
    eave, half, _, height, _ = measures
    into.body.append(roof)
    into.accent.append(roof)
    # brackets under the eaves: a band of shade, toothed
    into.body.append(box(-half * 0.74, eave, half * 0.74, eave + height * 0.16))
    into.shade.append(box(-half * 0.74, eave + 0.8, half * 0.74, eave + height * 0.16))


def _storey(into: Masonry, half: float, top: float, foot: float, bays: int, *, lit: float,
            rng: np.random.Generator) -> None:  # fmt: skip
    """Round columns with papered, latticed doors between them."""
    into.body.append(box(-half, top, half, foot))
    bay = 2 * half / bays
    for i in range(bays):
        left = -half + i * bay + bay * 0.16
        right = left + bay * 0.68
        if rng.random() > lit:
            into.shade.append(box(left, top + 1, right, foot))
            continue
        leaves = 4 if bay > 5 else 2
        for k in range(leaves):
            a = left + (right - left) * k / leaves
            b = left + (right - left) * (k + 0.84) / leaves
            sill = foot - (foot - top) * 0.24
            mid = top + (sill - top) * 0.48
            into.lights += [box(a, top + 1.2, b, mid - 0.12), box(a, mid + 0.12, b, sill)]


def palace(rng: np.random.Generator) -> Prop:
    """A two-tiered throne hall on a stone terrace."""
    into = Masonry()
    _storey(into, 27, -55, -44, 5, lit=1.0, rng=rng)
    _roof(into, -54, 40, 22, 20, 4.5)
    _storey(into, 36, -32, -12, 7, lit=0.9, rng=rng)
    _roof(into, -31.5, 51, 33, 13, 5.5)
    into.body += [box(-43, -12.4, 43, -6), box(-50, -6.6, 50, 3)]
    into.body += [box(x - 0.6, -15.4, x + 0.6, -12) for x in np.linspace(-42, 42, 13).tolist()]
    into.body.append(box(-42, -14.4, 42, -13.7))
    into.shade += [box(-43, -6.6, 50, -5.8), shape(-6, -12, 6, -12, 9, 3, -9, 3)]
    return into.prop(26)


def pagoda(rng: np.random.Generator) -> Prop:
    """A five-storeyed pagoda: each roof a little narrower than the one below."""
    into = Masonry()
    foot, half, tall = -4.0, 15.0, 14.5
    for storey in range(5):
        top = foot - tall * 0.62
        _storey(into, half * 0.62, top, foot, 3, lit=0.75, rng=rng)
        _roof(into, top + 0.2, half * 1.22, half * 0.52, tall * 0.46, tall * 0.13)
        foot, half, tall = top - tall * 0.36, half * 0.87, tall * 0.93
        if storey == 4:
            into.body += [box(-0.5, foot - 17, 0.5, foot), box(-2.2, foot - 3, 2.2, foot + 1)]
            into.body += [outline(f"{-2.6 + k * 0.35},{foot - 5 - 2.2 * k} 0,{foot - 5.8 - 2.2 * k} "
                                  f"{2.6 - k * 0.35},{foot - 5 - 2.2 * k} 0,{foot - 4.4 - 2.2 * k}")
                          for k in range(5)]  # fmt: skip
    into.body += [box(-13, -4.5, 13, -1), box(-17, -1.6, 17, 3)]
    return into.prop(30)


def hanok(rng: np.random.Generator) -> Prop:
    """A low tiled house with papered doors, a veranda on stilts and a stone step."""
    into = Masonry()
    _storey(into, 36, -27, -8, 6, lit=0.8, rng=rng)
    roof = tiled_roof(-25, 52, 33, 21, 4.5)
    into.body.append(roof)
    into.accent.append(roof)
    into.shade += [outline("-45,-26* -20,-23.5 0,-23 20,-23.5 45,-26* 40,-22.4 0,-21 -40,-22.4"),
                   outline("36,-46* 40,-38 51,-29* 52,-27* 30,-25* 26,-46*")]  # fmt: skip
    into.body += [box(-40, -8.6, 40, -6), box(-46, -2.4, 46, 3)]
    into.body += [box(x - 0.9, -7, x + 0.9, 0) for x in (-38, -26, -13, 0, 13, 26, 38)]
    into.body += [box(x - 1, -27, x + 1, -6) for x in (-39, 39)]
    return into.prop(7)
