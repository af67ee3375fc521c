"""Where a version came from and what it is made of, as rows of a label and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.conversation.deeds import deed
from bot.conversation.inspection import sentence
from bot.conversation.naming import Naming, named
from bot.conversation.times import moment
from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.blocks import names
from pipeline.domain.layout import Material
from pipeline.domain.operation import Illustrate, Letter, Paint, Reroll, Vary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.conversation.words import Words
    from pipeline.domain.art import Art, Aside
    from pipeline.domain.geometry import Box
    from pipeline.domain.layout import Align, TextBlock
    from pipeline.domain.painting import Painting
    from pipeline.domain.style import Style
    from pipeline.domain.upscaling import Upscaled
    from pipeline.domain.version import Maker, Version

Row = tuple[str, str]
_SHA = 12
"""Digits of a blob's name that tell it from others."""
_GRID = (("top-left", "top", "top-right"), ("left", "middle", "right"),
         ("bottom-left", "bottom", "bottom-right"))  # fmt: skip


def origin(
    version: Version, styles: Mapping[str, Style], words: Words, *, own: bool = True
) -> Iterator[Row]:  # fmt: skip
    """How a version was made: from what, by what, and with which settings.

    Who has not made it their `own` is told nothing of its brief that cannot be seen.
    """
    row = _rows(words)
    document = version.document
    yield row("cover", version.cover, str(version.number))
    yield row("operation", deed(version.operation, words))
    yield row("parent", version.parent or words.say("show-no-parent"))
    yield row("made", moment(version.made_at))
    yield row("engine", _maker(document.maker, words))
    yield from _art(document.art, styles, words, own=own)
    if asked := _asked_seed(version):
        yield row("asked-seed", asked)
    yield row("pairing", document.pairing)
    if document.motifs:
        yield row("motifs", ", ".join(document.motifs))
    if document.alt_text:
        yield row("picture", document.alt_text)


def _rows(words: Words) -> Callable[..., Row]:
    def row(key: str, *facts: str) -> Row:
        text, *more = facts
        shown = words.say(f"show-{key}-text", text=text, more=more[0]) if more else text
        return words.say(f"show-{key}"), shown

    return row


def _maker(maker: Maker, words: Words) -> str:
    return words.say("show-maker", engine=maker.engine, model=maker.model, release=maker.release)


def _art(art: Art, styles: Mapping[str, Style], words: Words, *, own: bool) -> Iterator[Row]:
    row = _rows(words)
    match art:
        case Drawn(choice=choice, composition=composition):
            style = styles.get(choice.recipe)
            label = style.label(words.language) if style else choice.recipe
            yield row("style", label if label == choice.recipe else f"{label} ({choice.recipe})")
            yield row("composition", composition)
            yield row("palette", choice.palette.name, " ".join(choice.palette.colours))
            yield row("seed", str(choice.seed))
        case Brought(origin=origin_of, upscaled=upscaled, aside=aside):
            yield row("brought", origin_of.kind, _size(origin_of.width_px, origin_of.height_px))
            yield from _enlarged(upscaled, words)
            yield from _continued(aside, words)
        case Painted(painting=painting, upscaled=upscaled, aside=aside):
            yield from _painted(painting, words)
            yield from _enlarged(upscaled, words)
            yield from _continued(aside, words)
            yield from _asked_for(painting, words) if own else ()


def _enlarged(upscaled: Upscaled | None, words: Words) -> Iterator[Row]:
    """By what a picture was enlarged, and from which size."""
    if upscaled is not None:
        row = _rows(words)
        how = words.say("show-upscaled-how", weights=str(upscaled.weights), engine=upscaled.engine)
        yield row("upscaled", _size(upscaled.width_px, upscaled.height_px), how)


def _continued(aside: Aside | None, words: Words) -> Iterator[Row]:
    """What a model painted beside a picture for spine and back."""
    if aside is not None:
        row, models = _rows(words), dict.fromkeys(one.record.model for one in aside.extensions)
        yield row("aside", ", ".join(models), _size(aside.width_px, aside.height_px))


def _painted(painting: Painting, words: Words) -> Iterator[Row]:
    """With what a picture was painted."""
    row = _rows(words)
    record, manner = painting.record, painting.manner
    yield row("model", " ".join(part for part in (record.model, record.revision) if part))
    yield row("painted", _size(painting.width, painting.height))
    yield row("seed", str(painting.seed))
    yield row("manner", str(manner.sampler),
              words.say("show-manner-more", steps=str(manner.steps), guidance=f"{manner.guidance:g}"))  # fmt: skip
    if painting.adapters:
        yield row("adapters", ", ".join(f"{one.name} {one.weight:g}" for one in painting.adapters))
    if painting.source:
        yield row("source", painting.source[:_SHA], f"{painting.strength:.0%}")
    yield row("device", f"{record.device}, {record.dtype}", record.buckets)
    if record.versions:
        yield row("versions", ", ".join(f"{name} {release}" for name, release in record.versions))


def _asked_for(painting: Painting, words: Words) -> Iterator[Row]:
    """What of the brief was asked of the model, and in which words."""
    row = _rows(words)
    if painting.prompt:
        yield row("prompt", painting.prompt)
    if painting.negative:
        yield row("negative", painting.negative)
    if painting.understood:
        yield row("understood", ", ".join(painting.understood))
    if painting.left_out:
        yield row("left-out", " ".join(painting.left_out))


def _size(width_px: int, height_px: int) -> str:
    return f"{width_px} × {height_px} px"


def _asked_seed(version: Version) -> str:
    """The seed of the order, where it is another number than that of the drawing."""
    art, operation = version.document.art, version.operation
    match operation:
        case (
            Illustrate(seed=seed) | Letter(seed=seed) | Paint(seed=seed) | Vary(seed=seed)
            | Reroll(seed=seed)
        ):  # fmt: skip
            return "" if seed is None or seed == _own_seed(art) else str(seed)
        case _:
            return ""


def _own_seed(art: Art) -> int | None:
    """The seed of the picture itself; None for one that was brought."""
    match art:
        case Drawn(choice=choice):
            return choice.seed
        case Painted(painting=painting):
            return painting.seed
        case Brought():
            return None


def blocks(version: Version, words: Words) -> Iterator[Row]:
    """Every text block by name, with its words, its place and its look."""
    layout = version.document.layout
    for name, block in zip(names(layout), layout.blocks, strict=True):
        yield name, words.say("show-block", text=block.words, place=_place(block.box, words),
                              look=", ".join(_look(block, words)))  # fmt: skip


def _place(box: Box, words: Words) -> str:
    """The ninth of the cover in which a box has its middle, and the box in hundredths."""
    anchor = named(Naming.ANCHOR, ninth_of(box), words)
    return words.say("show-place", anchor=anchor, x=f"{box.x:.0%}",
                     y=f"{box.y:.0%}", w=f"{box.w:.0%}", h=f"{box.h:.0%}")  # fmt: skip


def ninth_of(box: Box) -> str:
    """The name of the ninth of the cover in which a box has its middle."""
    x, y = box.centre
    return _GRID[_third(y)][_third(x)]


def _third(at: float) -> int:
    return min(2, max(0, int(at * 3)))


def _look(block: TextBlock, words: Words) -> Iterator[str]:
    axes = " ".join(f"{axis} {value:g}" for axis, value in block.axes)
    yield f"{block.font} {axes}".strip()
    yield words.say("show-size", size=f"{block.size:.1%}")
    yield block.colour
    yield _aligned(block.align, words)
    if block.material is not Material.FLAT:
        yield named(Naming.MATERIAL, str(block.material), words)
    for effect in block.effects:
        yield named(Naming.EFFECT, str(effect.kind), words)
    if block.vertical:
        yield words.say("show-vertical")
    if block.locked:
        yield words.say("show-locked")


def _aligned(align: Align, words: Words) -> str:
    return words.say("show-align", side=str(align))


def checks(version: Version, words: Words) -> Iterator[Row]:
    """Every check of the preflight, with its mark."""
    painted = isinstance(version.document.art, Painted)
    for check in version.report.checks:
        told = sentence(check, words, painted=painted)
        yield words.say(f"preflight-mark-{check.verdict}"), told
