"""One option from its choice to its files, in one call that a worker process can run."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.format import PRINT_DPI, Format
from pipeline.domain.layout import Layout, Role
from pipeline.domain.layout_json import to_json
from pipeline.domain.words import CoverWords
from pipeline.illustrator.painter import paint
from pipeline.illustrator.recipe import Recipe
from pipeline.stages.imprint import Imprint
from pipeline.stages.jpeg import encode_jpeg
from pipeline.stages.pdf import encode_pdf
from pipeline.stages.plan import Plan, plan
from pipeline.stages.png import encode_png
from pipeline.stages.preflight import Evidence, Report, preflight
from pipeline.stages.thumbnail import thumbnail_contrast
from pipeline.typography.legibility import measure
from pipeline.typography.library import FaceLibrary
from pipeline.typography.rendering import render_over
from pipeline.typography.repair import repair

Pixels = NDArray[np.uint8]
PROOF_PX = 1100
"""The height of the small picture that a contact sheet shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to make: one choice for one book in one format.

    `imprint` is the metadata of every file; `for_print` asks for the files at 300 DPI as well.
    """

    number: int
    choice: Choice
    words: CoverWords
    wishes: Wishes
    format: Format
    imprint: Imprint
    for_print: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A finished file: its `name` without a folder, its size in pixels, its bytes."""

    name: str
    width_px: int
    height_px: int
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One finished idea.

    `composition` is the one that was used, `motifs` are what it shows in the language of the
    brief, `proof` is a small picture of it.
    """

    number: int
    choice: Choice
    composition: str
    layout: Layout
    report: Report
    alt_text: str
    motifs: tuple[str, ...]
    files: tuple[File, ...]
    proof: Pixels = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Cover:
    """Art, lettering that can be read on it, and both together."""

    plan: Plan
    art: Pixels
    layout: Layout
    picture: Pixels


def draw(order: Order, recipes: Mapping[str, Recipe], library: FaceLibrary) -> Cover:
    """The cover at preview size.

    Raises:
        LetteringError: when the words cannot be set.
    """
    made = plan(order.choice, order.words, order.format.aspect, wishes=order.wishes,
                recipes=recipes, library=library)  # fmt: skip
    art = paint(made.recipe, made.scene, *order.format.preview_px)
    zones = made.arrangement
    layout = repair(made.layout, art, library, zones.inks, zones.small_inks)
    return Cover(made, art, layout, render_over(art, layout, library))


def reletter(
    order: Order, cover: Cover, recipes: Mapping[str, Recipe], library: FaceLibrary
) -> Cover:
    """The same art and composition with the words of `order`; colours stay where they can be read.

    Raises:
        LetteringError: when the words cannot be set.
    """
    choice = replace(order.choice, compositions=(cover.plan.composition.name,))
    made = plan(choice, order.words, order.format.aspect, wishes=order.wishes, recipes=recipes,
                library=library)  # fmt: skip
    inks = made.arrangement.inks
    layout = repair(_looking_like(made.layout, cover.layout), cover.art, library, inks, inks)
    return Cover(made, cover.art, layout, render_over(cover.art, layout, library))


def _looking_like(layout: Layout, old: Layout) -> Layout:
    """`layout` in the colours and with the effects and tones that `old` has for each role."""
    looks = {block.role: block for block in old.blocks}
    blocks = tuple(
        replace(block, colour=looks[block.role].colour, effects=looks[block.role].effects)
        if block.role in looks
        else block
        for block in layout.blocks
    )
    return replace(layout, blocks=blocks, tones=old.tones)


def produce(order: Order, recipes: Mapping[str, Recipe], library: FaceLibrary) -> Option:
    """Draws, checks and encodes one option.

    Raises:
        LetteringError: when the words cannot be set.
    """
    cover = draw(order, recipes, library)
    files = _preview_files(order, cover)
    if order.for_print:
        files += _print_files(order, cover, library)
    report = _report(order, cover, files, library)
    files.append(_document(order, cover))
    height, width = cover.picture.shape[:2]
    small = Image.fromarray(cover.picture).resize(
        (round(PROOF_PX * width / height), PROOF_PX), Image.Resampling.LANCZOS, reducing_gap=3.0
    )
    return Option(
        number=order.number, choice=order.choice, composition=cover.plan.composition.name,
        layout=cover.layout, report=report, alt_text=order.imprint.description,
        motifs=order.imprint.keywords, files=tuple(files), proof=np.asarray(small),
    )  # fmt: skip


def _preview_files(order: Order, cover: Cover) -> list[File]:
    """What is shown and shared on screens; its DPI is that of the format at this size."""
    width, height = order.format.preview_px
    dpi = width / order.format.points[0] * 72
    stem = f"cover-{order.number}-preview"
    png = encode_png(cover.picture, order.imprint, dpi)
    jpeg = encode_jpeg(cover.picture, order.imprint, dpi)
    return [
        File(name=f"{stem}.png", width_px=width, height_px=height, content=png),
        File(name=f"{stem}.jpg", width_px=width, height_px=height, content=jpeg),
    ]


def _print_files(order: Order, cover: Cover, library: FaceLibrary) -> list[File]:
    """The same cover drawn again at 300 DPI, with its lettering as vectors in the PDF."""
    width, height = order.format.print_px()
    art = paint(cover.plan.recipe, cover.plan.scene, width, height)
    pdf = encode_pdf(art, cover.layout, library, order.imprint, order.format.points)
    picture = render_over(art, cover.layout, library)
    del art
    stem = f"cover-{order.number}-print"
    size = {"width_px": width, "height_px": height}
    png = encode_png(picture, order.imprint, PRINT_DPI)
    return [
        File(name=f"{stem}.png", content=png, **size),
        File(name=f"{stem}.jpg", content=encode_jpeg(picture, order.imprint, PRINT_DPI), **size),
        File(name=f"{stem}.pdf", content=pdf, **size),
    ]


def _report(order: Order, cover: Cover, files: list[File], library: FaceLibrary) -> Report:
    """The preflight of the best files that were made."""
    largest = max(files, key=lambda file: file.width_px)
    size = (largest.width_px, largest.height_px)
    title = cover.layout.block(Role.TITLE)
    kinds = {".jpg": "jpeg", ".pdf": "pdf"}
    return preflight(
        Evidence(
            format=order.format, layout=cover.layout,
            measures=measure(cover.layout, cover.art, library), pixels=size, art_px=size,
            thumbnail_contrast=thumbnail_contrast(cover.picture, cover.art, title.box)
            if title else None,
            file_bytes={kinds[f.name[-4:]]: len(f.content) for f in files if f.name[-4:] in kinds},
        )
    )  # fmt: skip


def _document(order: Order, cover: Cover) -> File:
    """The cover as data: its layout and where its art came from."""
    width, height = order.format.preview_px
    choice = asdict(order.choice) | {"concepts": [c.name for c in order.choice.concepts]}
    body = {
        "choice": choice | {"composition": cover.plan.composition.name},
        "layout": json.loads(to_json(cover.layout)),
    }
    text = json.dumps(body, ensure_ascii=False, indent=2)
    return File(name=f"cover-{order.number}.json", width_px=width, height_px=height,
                content=text.encode())  # fmt: skip
