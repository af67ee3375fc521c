"""One option over the author's own picture, from its lettering to its files."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.brief import Brief
from pipeline.domain.format import Format
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout
from pipeline.domain.picture import Lettered, Origin
from pipeline.stages.crop import crop_px, cut
from pipeline.stages.export import (
    Edition,
    Option,
    document,
    examined,
    preview_files,
    print_files,
    proof_of,
)
from pipeline.stages.imprint import Imprint
from pipeline.stages.open_picture import Picture
from pipeline.stages.own_art import Lettering
from pipeline.typography.library import FaceLibrary
from pipeline.typography.rendering import render_over
from pipeline.typography.repair import repair

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOrder:
    """What to make of one lettering: `art` at preview size, `printed` at 300 DPI or None.

    `art_px` is what the picture has for the print, before anything enlarged it.
    """

    number: int
    choice: Lettered
    place: str
    layout: Layout
    inks: tuple[str, ...]
    art: Pixels = field(repr=False)
    printed: Pixels | None = field(repr=False)
    art_px: tuple[int, int]
    format: Format
    imprint: Imprint


def letter_orders(
    brief: Brief, picture: Picture, letterings: Sequence[Lettering], imprint: Imprint,
    library: FaceLibrary, inks: tuple[str, ...], *, for_print: bool,
) -> list[LetterOrder]:  # fmt: skip
    """An order for each of `letterings`; those that show the same of the picture share its pixels."""
    arts: dict[tuple[Box, tuple[int, int]], Pixels] = {}

    def art(crop: Box, size: tuple[int, int]) -> Pixels:
        if (crop, size) not in arts:
            arts[crop, size] = cut(picture.rgb, crop, size)
        return arts[crop, size]

    size = brief.format.print_px()
    return [
        LetterOrder(
            number=number, choice=_choice(one, picture, library), place=one.place,
            layout=one.layout, inks=inks, art=art(one.crop, brief.format.preview_px),
            printed=art(one.crop, size) if for_print else None,
            art_px=_available(crop_px(picture.rgb, one.crop), size),
            format=brief.format, imprint=imprint,
        )
        for number, one in enumerate(letterings, 1)
    ]  # fmt: skip


def _choice(one: Lettering, picture: Picture, library: FaceLibrary) -> Lettered:
    height, width = picture.rgb.shape[:2]
    origin = Origin(sha256=picture.sha256, kind=picture.kind, width_px=width, height_px=height,
                    crop=one.crop)  # fmt: skip
    face = library.catalogue.faces[one.pairing.title.face].family
    return Lettered(pairing=one.pairing.name, face=face, origin=origin)


def _available(have: tuple[int, int], wanted: tuple[int, int]) -> tuple[int, int]:
    """The pixels that a print has of its own; what is more than 300 DPI is not printed."""
    return min(have[0], wanted[0]), min(have[1], wanted[1])


def produce_lettered(order: LetterOrder, library: FaceLibrary) -> Option:
    """Makes the lettering legible at full size, checks and encodes one option."""
    layout = repair(order.layout, order.art, library, order.inks)
    picture = render_over(order.art, layout, library)
    edition = Edition(number=order.number, format=order.format, imprint=order.imprint)
    files = preview_files(edition, picture)
    if order.printed is not None:
        files += print_files(edition, order.printed, layout, library)
    report = examined(edition, layout, order.art, picture, files, library, order.art_px)
    came_from = {"art": asdict(order.choice.origin), "pairing": order.choice.pairing}
    files.append(document(edition, layout, came_from))
    return Option(
        number=order.number, choice=order.choice, composition=order.place, layout=layout,
        report=report, alt_text=order.imprint.description, motifs=(), files=tuple(files),
        proof=proof_of(picture),
    )  # fmt: skip
