"""Whether a picture has to be enlarged, or was for an earlier order, so that nobody waits for it twice."""

from collections.abc import Sequence

from pipeline.domain.art import Brought, Drawn, Painted, own_px, shown_px
from pipeline.domain.foreseeing import ENOUGH, is_enough
from pipeline.domain.upscaling import Weights
from pipeline.domain.version import Version
from pipeline.ports.upscaler import SCALE


def large_enough(
    base: Version, versions: Sequence[Version], wanted_px: tuple[int, int], weights: Weights | None
) -> tuple[Version, Brought | Painted] | None:
    """The version that is printed for `base`, and its art: itself, or one of `versions` that was enlarged of it.

    None: it has to be enlarged first, or is drawn at any size.
    """
    art = base.document.art
    if isinstance(art, Drawn):
        return None
    if art.upscaled is not None or is_enough(art, wanted_px):
        return base, art
    return enlarged_before(base, versions, wanted_px, weights)


def enlarged_before(
    base: Version, versions: Sequence[Version], wanted_px: tuple[int, int], weights: Weights | None
) -> tuple[Version, Brought | Painted] | None:
    """The newest of `versions` that was enlarged of `base`, as large and by what it is wanted; and its art."""
    art = base.document.art
    if isinstance(art, Drawn):
        return None
    large = [min(wanted, SCALE * own) for wanted, own in zip(wanted_px, own_px(art), strict=True)]
    for one in reversed(versions):
        made = one.document.art
        if isinstance(made, Drawn) or made.upscaled is None or one.parent != base.id:
            continue
        fits = min(have / want for have, want in zip(shown_px(made), large, strict=True)) >= ENOUGH
        if fits and weights in {None, made.upscaled.weights}:
            return one, made
    return None
