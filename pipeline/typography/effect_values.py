"""Effects as they look best on a block and its ground, for who names no more than their kinds."""

from collections.abc import Iterable

from pipeline.domain.layout import Effect, EffectKind, TextBlock
from pipeline.drawing.colour import to_oklab
from pipeline.typography.inking import Ground

MIDDLE = 0.55
"""Ink of more OKLab lightness is light, and wants dark round it."""
RIM, LEAST_RIM = 0.018, 0.1
"""The rim of a label as a fraction of the short side, and the least in ems."""
VALUES = {
    EffectKind.SHADOW: (0.6, 0.09),
    EffectKind.HALO: (0.6, 0.07),
    EffectKind.OUTLINE: (0.9, 0.03),
    EffectKind.PANEL: (1.0, 0.38),
}
"""Strength (opacity) and size (ems)."""


def effects_for(
    block: TextBlock, kinds: Iterable[EffectKind], ground: Ground
) -> tuple[Effect, ...]:  # fmt: skip
    """One effect of each of `kinds` for `block` on `ground`, in the ground's own hue.

    A shadow is always dark; what lies round or under the letters is dark for light ink and light
    for dark ink.
    """
    light = to_oklab(block.colour)[0] > MIDDLE
    around = ground.shade if light else ground.tint
    return tuple(
        Effect(kind=kind, colour=ground.shade if kind is EffectKind.SHADOW else around,
               strength=VALUES[kind][0], size=_size(kind, block))
        for kind in dict.fromkeys(kinds)
    )  # fmt: skip


def _size(kind: EffectKind, block: TextBlock) -> float:
    """A label's rim is as wide round a title as round a name: they stand close together."""
    if kind is not EffectKind.PANEL:
        return VALUES[kind][1]
    return max(LEAST_RIM, min(VALUES[kind][1], RIM / block.size))
