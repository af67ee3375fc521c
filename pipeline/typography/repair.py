"""Makes lettering legible where it is not, by the mildest means that suffices.

The ladder, measured anew after every step: another ink; a soft tone in the ground's own hue; a
tight halo in the ground's colour; a label, or an outline. A tone darkens; it lightens only art
that is light and calm already, since a whitish band over a photograph looks cheap. Where a person
put a text over a drawing on pale paper, a strip of that paper comes before a tone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.layout import (
    Effect,
    EffectKind,
    Layout,
    Material,
    Role,
    TextBlock,
    Tone,
    Trait,
)  # fmt: skip
from pipeline.drawing.colour import contrast, to_oklab
from pipeline.typography.inking import Ground, inks_for
from pipeline.typography.legibility import RING, Probe, wanted_ratio
from pipeline.typography.library import FaceLibrary
from pipeline.typography.paper import Paper
from pipeline.typography.probing import Probes
from pipeline.typography.toning import FADE, band, plate, with_tone

Inks = tuple[str, ...]

STRENGTHS = (0.28, 0.45, 0.62, 0.78, 0.9)
"""Opacities of a tone, tried in turn."""
HALOS = ((0.07, 0.6), (0.09, 0.85))
STRONG_HALOS = (*HALOS, (0.14, 0.9), (0.18, 1.0))
"""Sizes in ems and strengths; an ink that must stay may need more than one that may change."""
OUTLINE = 0.05
"""The width of an outline in ems; for an ink that must stay it may be as wide as `RING`."""
ALIKE = 0.14
"""Blocks on grounds whose OKLab lightness differs by less get inks of one polarity."""
ROUNDS = 3
"""A tone for one block changes another's ground: everything is looked at again."""


def repair(
    layout: Layout,
    art: NDArray[np.uint8],
    library: FaceLibrary,
    inks: Inks = (),
    small_inks: Inks = (),
    *,
    was: Layout | None = None,
) -> Layout:
    """`layout` with every block legible over `art`, (height, width, 3) RGB of its ratio.

    `inks` are colours to try first for the title and `small_inks` for the rest, best first. What
    can be read already, and every block's words, size and place, stay as they are. Where nothing
    suffices the most legible attempt is kept; `legibility.measure` tells. A colour that a person
    chose is never changed: the block is helped by tones, halos, labels and outlines alone.

    `was` is a layout that was repaired over this art before: blocks that are the same under the
    same tones are not looked at again.
    """
    probes = Probes(layout, art, library, was)
    if _all_read(layout, probes):
        return layout
    done = _in_rounds(layout, probes, inks, small_inks)
    if _all_read(done, probes):
        return done
    # dark letters leave a ground in between no way out: a tone can only help light ones
    light = probes[_title_first(layout)[0]].ground().tint
    inverted = replace(layout, blocks=tuple(
        block if _fixed(block) else replace(block, colour=light) for block in layout.blocks
    ))  # fmt: skip
    other = _in_rounds(inverted, probes, inks, small_inks)
    return other if _all_read(other, probes) else done


def _fixed(block: TextBlock) -> bool:
    """Whether the block has to keep its colour."""
    return Trait.COLOUR in block.chosen


def _all_read(layout: Layout, probes: Probes) -> bool:
    return all(_reads(layout, index, probes) for index in range(len(probes)))


def _in_rounds(layout: Layout, probes: Probes, inks: Inks, small_inks: Inks) -> Layout:
    wished = layout.blocks
    for _ in range(ROUNDS):
        before = layout
        for index in _title_first(layout):
            if _reads(layout, index, probes):
                continue
            asked = inks if layout.blocks[index].role is Role.TITLE else small_inks or inks
            light = _led(layout, probes, index)
            layout = _mended(_Case(layout, index, probes, asked, wished, light))
        if layout is before:
            break
    return layout


def _reads(layout: Layout, index: int, probes: Probes) -> bool:
    block = layout.blocks[index]
    if probes.trusts(layout, index):
        return True
    return probes[index].ratio(block, layout.tones) >= wanted_ratio(block.role)


def _title_first(layout: Layout) -> list[int]:
    blocks = layout.blocks
    return sorted(range(len(blocks)), key=lambda index: blocks[index].role is not Role.TITLE)


def _led(layout: Layout, probes: Probes, index: int) -> bool | None:
    """Whether a block's ink should be light because the title's is, on much the same ground.

    None where the block is free: it is the title, or stands on another ground.
    """
    leader = _title_first(layout)[0]
    if index == leader or _fixed(layout.blocks[index]):
        return None
    first, own = (probes[i].ground(layout.tones) for i in (leader, index))
    if abs(first.lightness - own.lightness) > ALIKE:
        return None
    return to_oklab(layout.blocks[leader].colour)[0] > first.lightness


@dataclass(frozen=True, slots=True)
class _Case:
    """One block of a layout, with what is needed to try things out on it.

    `light` is whether its ink has to be lighter (darker) than the ground, None where either may.
    """

    layout: Layout
    index: int
    probes: Probes
    named: Inks
    wished: tuple[TextBlock, ...]
    light: bool | None

    @property
    def wish(self) -> str:
        """The ink that the block should look like: still its companions', if it was theirs."""
        asked = self.wished[self.index].colour
        for block, wish in zip(self.layout.blocks, self.wished, strict=True):
            if block is not self.block and wish.colour == asked and block.colour != asked:
                return block.colour
        return asked

    def inks(self, ground: Ground) -> list[str]:
        """Inks that can be read on `ground`, best first; the one asked for where it is fixed."""
        if _fixed(self.block):
            return [self.block.colour]
        metal = self.block.material is Material.FOIL
        inks = inks_for(self.wish, self.named, ground, self.wanted, true_to_hue=metal)
        if self.light is None:
            return inks
        return [ink for ink in inks if (to_oklab(ink)[0] > ground.lightness) is self.light]

    @property
    def probe(self) -> Probe:
        return self.probes[self.index]

    def harmless(self, attempt: Layout) -> bool:
        """Whether no block that was seen to before this one suffers from the attempt's tones."""
        order = _title_first(attempt)
        before = order[: order.index(self.index)]
        return attempt.tones == self.layout.tones or all(
            _reads(attempt, other, self.probes)
            for other in before
            if _reads(self.layout, other, self.probes)
        )

    @property
    def block(self) -> TextBlock:
        return self.layout.blocks[self.index]

    @property
    def wanted(self) -> float:
        return wanted_ratio(self.block.role)

    def ratio(self, layout: Layout) -> float:
        return self.probe.ratio(layout.blocks[self.index], layout.tones)

    def ground(self, layout: Layout) -> Ground:
        return self.probe.ground(layout.tones)

    def changed(self, block: TextBlock, tones: tuple[Tone, ...] | None = None) -> Layout:
        layout = self.layout.with_block(self.block, block)
        return layout if tones is None else replace(layout, tones=tones)


def _mended(case: _Case) -> Layout:
    best, best_ratio = case.layout, case.ratio(case.layout)
    # what an earlier round tried in vain is taken off again
    plain = replace(case.block, effects=case.wished[case.index].effects)
    case = replace(case, layout=case.changed(plain))
    for attempt in _ladder(case):
        ratio = case.ratio(attempt)
        if ratio >= case.wanted and case.harmless(attempt):
            return attempt
        if ratio > best_ratio and case.harmless(attempt):
            best, best_ratio = attempt, ratio
    return best


def _ladder(case: _Case) -> Iterator[Layout]:
    if not _fixed(case.block):
        yield from _inked(case)
    if paper := case.probes.paper(case.layout, case.index):
        yield from _on_paper(case, paper)
    yield from _toned(case)
    # a halo first on the untouched art, then together with a moderate tone
    yield from _haloed(case, case.layout)
    for strength in STRENGTHS[2:4]:
        for attempt in _toned(case, (strength,)):
            yield from _haloed(case, attempt)
    if case.light is not None:
        yield from _ladder(replace(case, light=None))
    else:
        yield from _framed(case, case.layout)


def _inked(case: _Case) -> Iterator[Layout]:
    for ink in case.inks(case.ground(case.layout)):
        yield case.changed(replace(case.block, colour=ink))


def _on_paper(case: _Case, paper: Paper) -> Iterator[Layout]:
    """Dark ink on a strip of the art's own paper: printed matter, where a tone would be dirt."""
    if case.block.role is not Role.TITLE:
        yield from _haloed(case, case.layout)
        # a strip through a painting for one small line would hide more than it helps
        yield from () if paper.flat else _labelled(case, case.layout, paper.colour)
    strip = plate(case.block, case.layout, paper)
    tones = (*(t for t in case.layout.tones if t.box.overlap(strip.box) == 0), strip)
    for ink in case.inks(Ground.plain(paper.colour))[:2]:
        yield case.changed(replace(case.block, colour=ink), tones)


def _toned(case: _Case, strengths: tuple[float, ...] = STRENGTHS) -> Iterator[Layout]:
    bare = case.ground(case.layout)
    colour = bare.tint if bare.light and bare.calm else bare.shade
    box = band(case.block, case.layout)
    for strength in strengths:
        tone = Tone(box=box, colour=colour, strength=strength, fade=FADE)
        tones = with_tone(case.layout.tones, tone)
        ground = case.ground(replace(case.layout, tones=tones))
        for ink in case.inks(ground)[:2]:
            yield case.changed(replace(case.block, colour=ink), tones)


def _haloed(case: _Case, layout: Layout) -> Iterator[Layout]:
    block, ground = layout.blocks[case.index], case.ground(layout)
    ink_is_light = to_oklab(block.colour)[0] > ground.lightness
    colour = ground.shade if ink_is_light else ground.tint
    if _fixed(block):
        colour = _against(block.colour, ground)
    for size, strength in STRONG_HALOS if _fixed(block) else HALOS:
        halo = Effect(kind=EffectKind.HALO, colour=colour, strength=strength, size=size)
        yield _with_effect(case, layout, halo)


def _framed(case: _Case, layout: Layout) -> Iterator[Layout]:
    """The last means: a label where it would lie on no other block, else an outline."""
    block, ground = layout.blocks[case.index], case.ground(layout)
    ink_is_light = to_oklab(block.colour)[0] > 0.55
    colour = ground.shade if ink_is_light else ground.tint
    if _fixed(block):
        colour = _against(block.colour, ground)
    yield from _labelled(case, layout, colour)
    for size in (OUTLINE, RING) if _fixed(block) else (OUTLINE,):
        outline = Effect(kind=EffectKind.OUTLINE, colour=colour, strength=1.0, size=size)
        yield _with_effect(case, layout, outline)


def _labelled(case: _Case, layout: Layout, colour: str) -> Iterator[Layout]:
    block = layout.blocks[case.index]
    grown = block.box.inset(-0.5 * block.size, -0.4 * block.size)
    if all(grown.overlap(other.box) == 0 for other in layout.blocks if other is not block):
        label = Effect(kind=EffectKind.PANEL, colour=colour, strength=1.0, size=0.38)
        for ink in case.inks(Ground.plain(colour))[:1]:
            yield _with_effect(case, layout, label, ink)


def _against(ink: str, ground: Ground) -> str:
    """The ground's shade or tint, whichever `ink` stands out from more."""
    return max(ground.shade, ground.tint, key=lambda colour: contrast(colour, ink))


def _with_effect(case: _Case, layout: Layout, effect: Effect, ink: str | None = None) -> Layout:
    block = layout.blocks[case.index]
    kept = tuple(old for old in block.effects if old.kind is not effect.kind)
    changed = replace(block, effects=(*kept, effect), colour=ink or block.colour)
    return layout.with_block(block, changed)
