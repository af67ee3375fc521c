"""One option over a picture that was brought or painted, from its lettering to its files."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.domain.art import Brought, Painted
from pipeline.domain.brief import Brief
from pipeline.domain.format import Format
from pipeline.domain.layout import Layout
from pipeline.domain.picture import Origin
from pipeline.domain.version import Document, Maker
from pipeline.stages.art import shown
from pipeline.stages.came_from import came_from
from pipeline.stages.crop import crop_px
from pipeline.stages.export import (
    Edition,
    Option,
    document,
    examined,
    preview_files,
    print_files,
    proof_of,
    raster_png,
)
from pipeline.stages.imprint import Imprint
from pipeline.stages.open_picture import Picture
from pipeline.stages.own_art import Lettering
from pipeline.typography.library import FaceLibrary
from pipeline.typography.rendering import render_over
from pipeline.typography.repair import repair


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOrder:
    """What to make of one lettering of a picture, tried out small: at full size it is repaired.

    `stem` is how the names of its files begin, `inks` are colours that the author wants.
    """

    stem: str
    art: Brought | Painted
    lettering: Lettering
    inks: tuple[str, ...]
    format: Format
    imprint: Imprint
    maker: Maker
    for_print: bool = False


def letter_orders(
    brief: Brief, picture: Picture, letterings: Sequence[Lettering], imprint: Imprint,
    maker: Maker, inks: tuple[str, ...], *, for_print: bool,
) -> list[LetterOrder]:  # fmt: skip
    """An order for each of `letterings`."""
    return [
        LetterOrder(
            stem=f"cover-{number}", art=_art(one, picture), lettering=one, inks=inks,
            format=brief.format, imprint=imprint, maker=maker, for_print=for_print,
        )
        for number, one in enumerate(letterings, 1)
    ]  # fmt: skip


def _art(one: Lettering, picture: Picture) -> Brought:
    height, width = picture.rgb.shape[:2]
    return Brought(origin=Origin(sha256=picture.sha256, kind=picture.kind, width_px=width,
                                 height_px=height, crop=one.crop))  # fmt: skip


def available(art: Brought | Painted, picture: Picture, wanted: tuple[int, int]) -> tuple[int, int]:
    """The pixels that a print has of its own; what is more than 300 DPI is not printed."""
    have = crop_px(picture.rgb, art.origin.crop)
    return min(have[0], wanted[0]), min(have[1], wanted[1])


def produce_lettered(order: LetterOrder, picture: Picture, library: FaceLibrary) -> Option:
    """Makes the lettering legible at full size, checks and encodes one option."""
    size = order.format.print_px()
    art = shown(order.art, picture, order.format.preview_px)
    layout = repair(order.lettering.layout, art, library, order.inks)
    cover = render_over(art, layout, library)
    edition = Edition(stem=order.stem, format=order.format, imprint=order.imprint)
    files = preview_files(edition, cover)
    if order.for_print:
        files += print_files(edition, shown(order.art, picture, size), layout, library)
    art_px = available(order.art, picture, size)
    report = examined(edition, layout, art, cover, files, library, art_px)
    made = _document(order, layout)
    files.append(document(edition, layout, came_from(made)))
    return Option(document=made, report=report, raster=raster_png(art), files=tuple(files),
                  proof=proof_of(cover))  # fmt: skip


def _document(order: LetterOrder, layout: Layout) -> Document:
    one = order.lettering
    return Document(art=order.art, layout=layout, pairing=one.pairing.name, zones=one.zones,
                    maker=order.maker, alt_text=order.imprint.description,
                    motifs=order.imprint.keywords)  # fmt: skip
