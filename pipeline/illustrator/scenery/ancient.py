"""Old worlds: a peristyle temple, broken columns, pyramids, a domed mosque, a caravan."""

import numpy as np
import skia

from pipeline.drawing.canvas import moved
from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import arch, box, joined, limb, outline, shape, without


def dome(x: float, foot: float, half: float) -> skia.Path:
    """An onion-shouldered dome with its finial, springing from y = `foot`."""
    top = foot - 1.5 * half
    return outline(
        f"{x - half * 0.92},{foot}* {x - half * 1.04},{foot - half * 0.45} {x - half * 0.72},{foot - half * 1.0} "
        f"{x - half * 0.16},{top} {x - half * 0.05},{top - half * 0.2} {x},{top - half * 0.62}* "
        f"{x + half * 0.05},{top - half * 0.2} {x + half * 0.16},{top} {x + half * 0.72},{foot - half * 1.0} "
        f"{x + half * 1.04},{foot - half * 0.45} {x + half * 0.92},{foot}*"
    )


def minaret(x: float, foot: float, half: float, tall: float) -> list[skia.Path]:
    """A slender tower with a gallery under a pointed cap."""
    top = foot - tall
    return [
        shape(x - half, foot, x - half * 0.72, top, x + half * 0.72, top, x + half, foot),
        shape(x - half * 0.7, top + half * 1.6, x - half * 1.5, top, x + half * 1.5, top, x + half * 0.7, top + half * 1.6),
        box(x - half * 1.5, top - half * 0.8, x + half * 1.5, top + 0.1 * half),
        box(x - half * 0.6, top - half * 2.6, x + half * 0.6, top),
        dome(x, top - half * 2.5, half * 0.82),
    ]  # fmt: skip


def _column(x: float, top: float, foot: float, half: float) -> list[skia.Path]:
    """A tapering shaft with base and capital."""
    return [
        shape(x - half, foot, x - half * 0.8, top, x + half * 0.8, top, x + half, foot),
        box(x - half * 1.35, foot - half * 0.5, x + half * 1.35, foot),
        shape(x - half * 0.8, top + half * 0.9, x - half * 1.4, top, x + half * 1.4, top,
              x + half * 0.8, top + half * 0.9),
    ]  # fmt: skip


def temple(rng: np.random.Generator) -> Prop:
    """Six columns under a pediment on three steps, dark between the columns."""
    del rng
    body: list[skia.Path] = [box(-50, -3, 50, 2), box(-47, -6, 47, -2), box(-44, -9, 44, -5)]
    shade: list[skia.Path] = [box(-38, -42, 38, -9)]
    columns = np.linspace(-38, 38, 6).tolist()
    for x in columns:
        body += _column(x, -42, -9, 3.0)
    body += [box(-36, -42, 36, -8), box(-44, -49, 44, -41.5)]
    roof = shape(-47, -48.6, 0, -66, 47, -48.6)
    body.append(roof)
    shade += [shape(-34, -50.4, 0, -62.6, 34, -50.4), box(-44, -45.4, 44, -44.6)]
    shade[0] = without(shade[0], *(joined(*_column(x, -42, -9, 3.0)) for x in columns))
    lights = [box(-3.4, -30, 3.4, -9)]
    return finished(body, shade=shade, accent=[roof], lights=lights, metres=20)


def ruins(rng: np.random.Generator) -> Prop:
    """Columns that still carry a piece of their beam, others broken, drums on the ground."""
    body: list[skia.Path] = [box(-52, -4, 46, 2), box(-46, -8, 34, -3)]
    for x, top in ((-40, -62), (-24, -62), (-8, -62)):
        body += _column(x, top, -8, 3.6)
    body.append(shape(-46, -62, -46, -71, -14, -71, -10, -67, -4, -68, -3, -62))
    for x in (10, 26):
        top = -8 - rng.uniform(14, 38)
        body += [shape(x - 3.6, -8, x - 3.1, top, x - 0.6, top - 4, x + 1.4, top - 0.6, x + 3.2, top - 2, x + 3.6, -8),
                 box(x - 4.9, -9.8, x + 4.9, -8)]  # fmt: skip
    body += [shape(38, 2, 39, -4.6, 48, -6, 50, 2), shape(52, 2, 54, -3, 60, -2.4, 61, 2)]
    shade = [box(x + 0.9, -62, x + 5, -8) for x in (-40, -24, -8)]
    shade.append(box(-46, -63.4, -3, -62))
    return finished(body, shade=shade, metres=12)


def pyramids(rng: np.random.Generator) -> Prop:
    """Three pyramids, their far sides in shade."""
    body: list[skia.Path] = []
    shade: list[skia.Path] = []
    for x, half, tall in ((-34, 34, 42), (26, 46, 58), (70, 20, 24)):
        top = -tall * float(rng.uniform(0.95, 1.05))
        body.append(shape(x - half, 2, x, top, x + half, 2))
        shade.append(shape(x, top, x + half * 0.24, 2, x + half, 2))
    return finished(body, shade=shade, accent=[], metres=70)


def mosque(rng: np.random.Generator) -> Prop:
    """A domed hall with a pointed portal between two minarets."""
    del rng
    hall = [box(-34, -30, 34, 2), box(-16, -42, 16, 2), box(-18, -52, 18, -40)]
    great = dome(0, -51, 19)
    small = [dome(x, -29.5, 8) for x in (-26, 26)]
    towers = [*minaret(-44, 2, 3.4, 84), *minaret(44, 2, 3.4, 84)]
    walls = [box(-46, -14, 46, 2)]
    portal = arch(0, -34, 15, 2)
    lights = [arch(x, -46.6, 3.4, -42) for x in (-11, -5.5, 0, 5.5, 11)]
    lights += [arch(x, -22, 4.6, -6) for x in (-27, 27)]
    return finished(
        [*hall, great, *small, *towers, *walls],
        shade=[outline("5,-90* 9,-70 14,-52 18,-51* 24,-60 12,-96*"), portal, box(34, -14, 46, 2)],
        accent=[great, *small], lights=[*lights, arch(0, -22, 7, 2)], metres=45,
    )  # fmt: skip


def _camel() -> list[skia.Path]:
    """A laden camel at a walk, heading right."""
    torso = outline(
        "-27,-54 -22,-61 -13,-66 -6,-74 0,-76 6,-73 12,-65 20,-61 25,-54 23,-44 12,-40 -10,-40 -23,-43"
    )
    neck = limb("20,-53,13 31,-51,9 37,-62,7.5 38,-76,6.6")
    head = outline("34.6,-82* 37,-85.4 42,-84.4 50,-80.6 51.6,-76.6 48.6,-74.4 41,-75 36,-74.4")
    load = outline("-15,-66 -16,-74 -8,-80 6,-80 13,-73 12,-60 15,-50* 6,-47 -12,-47 -18,-51*")
    legs = [limb("-20,-46,11 -23,-26,6 -28,-3,4.4"), limb("-13,-44,9 -11,-24,5.6 -9,-3,4.2"),
            limb("13,-43,9 10,-23,5.6 6,-3,4.2"), limb("19,-46,10 23,-25,6 27,-3,4.4")]  # fmt: skip
    feet = [box(x - 3.2, -3.2, x + 3.6, 0) for x in (-28, -9, 6, 27)]
    tail = limb("-26,-52,3 -30,-44,2 -30,-34,2.4")
    return [torso, neck, head, load, *legs, *feet, tail]


def caravan(rng: np.random.Generator) -> Prop:
    """Three camels in file behind their leader."""
    body: list[skia.Path] = []
    accent: list[skia.Path] = []
    for k, x in enumerate((-110.0, 0.0, 110.0)):
        parts = [moved(part, x + float(rng.uniform(-5, 5)) * (k < 2), 0.0) for part in _camel()]
        body += parts
        accent.append(parts[3])
    body += [limb("146,-62,1.1 172,-46,1.1 186,-40,1.1"), limb("-86,-64,0.9 -60,-54,0.9 -33,-52,0.9"),
             limb("24,-64,0.9 50,-54,0.9 77,-52,0.9")]  # fmt: skip
    body += [outline("186,-58 186,-63 190,-65.6 194,-63 194,-58 192,-55.6 188,-55.6"),
             outline("187,-57* 182,-50 181,-30 178,-2* 186,-3.4 198,-2* 200,-30 199,-50 193,-57*")]  # fmt: skip
    return finished(body, accent=accent, metres=3.0, tangled=True)
