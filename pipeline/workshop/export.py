"""Export: the print files of a version, its picture made again at 300 DPI, enlarged where it is too small."""

import asyncio
import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

import numpy as np
from PIL import Image

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.brief import Brief
from pipeline.domain.errors import PictureError
from pipeline.domain.file import File
from pipeline.domain.format import Format, find_format
from pipeline.domain.geometry import Box
from pipeline.domain.operation import Export, Print
from pipeline.domain.outcome import Made
from pipeline.domain.picture import HANDY_MB, MEGABYTE
from pipeline.domain.report_json import report_entries
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Document, Version
from pipeline.ports.bench import Bench
from pipeline.stages.art import painted
from pipeline.stages.came_from import came_from
from pipeline.stages.export import Edition, Pixels, document, examined, print_files
from pipeline.stages.open_picture import open_kept
from pipeline.stages.pdf import encode_pdf
from pipeline.stages.preflight import of_art
from pipeline.stages.print_art import WHOLE, print_art
from pipeline.stages.reformat import part_of, reformatted, within
from pipeline.typography.rendering import render_over
from pipeline.typography.repair import repair
from pipeline.workshop.file_names import export_stem
from pipeline.workshop.finishing import art_px, imprint_of
from pipeline.workshop.print_files import ebook_files
from pipeline.workshop.print_ready import ready
from pipeline.workshop.printing import Printing
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop


async def export(operation: Export, task: Task, bench: Bench[Workshop]) -> Made:
    """PNG, JPEG and PDF at print size, the eBook's cover, and the cover as JSON with its preflight.

    Where the PDF is large, there is a handy one for chats as well.

    Their names begin with the id of the version that they show, and in another format than its own with its measures.
    Only its own is for eBooks as well.

    Raises:
        FormatError: for a format that does not exist (any more).
        PictureError, UpscaleError: when its picture cannot be read or enlarged.
    """
    have = await ready(operation, task, bench)
    await bench.tell(Step(done=0, total=2, doing=Doing.PRINTING))
    making = [bench.do(printed, have.version, task.brief, have.picture, operation.format)]
    if not operation.format:
        making.append(bench.do(ebook, have.version, task.brief, have.picture))
    files = await asyncio.gather(*making)
    await bench.tell(Step(done=1, total=2, doing=Doing.SAVING))
    return Made(drafts=have.drafts, files=tuple(chain.from_iterable(files)))


def _shape(workshop: Workshop, brief: Brief, form: str) -> Format:
    own = brief.format
    return find_format(form, (own, *workshop.catalogues.formats)) if form else own


def printed(
    workshop: Workshop, version: Version, brief: Brief, picture: bytes | None, form: str = ""
) -> tuple[File, ...]:  # fmt: skip
    """The files of a version, in a worker; `picture` is what the author brought."""
    own, shape = brief.format, _shape(workshop, brief, form)
    there = brief if shape == own else replace(brief, format=shape)
    part = WHOLE if shape == own else part_of(version.document.layout.aspect, shape.aspect)
    rgb = None if picture is None else open_kept(picture).rgb
    recipes = workshop.catalogues.recipes
    art = print_art(version.document, part, shape.print_px(), recipes, rgb)
    made = version.document if shape == own else _refitted(workshop, version.document, shape, art)
    edition = Edition(stem=export_stem(version.id, shape, own), format=shape,
                      imprint=imprint_of(workshop, there, made))  # fmt: skip
    files = print_files(edition, art, made.layout, workshop.library)
    told = came_from(made) | _releases(workshop, version)
    told |= _preflight(workshop, edition, made, art, files, art_px(_showing(made, part), there))
    return (
        *files,
        *handy_files(workshop, edition, made, art, files),
        document(edition, made.layout, told),
    )


def handy_files(
    workshop: Workshop, edition: Edition, made: Document, art: Pixels, files: Sequence[File]
) -> Iterator[File]:  # fmt: skip
    """The PDF for chats that do not take the whole one; none where they do."""
    most = round(HANDY_MB * MEGABYTE)
    for pdf in (one for one in files if one.name.endswith(".pdf") and len(one.content) > most):
        with contextlib.suppress(PictureError):  # its lettering alone is larger
            content = encode_pdf(art, made.layout, workshop.library, edition.imprint,
                                 edition.format.points, most)  # fmt: skip
            yield replace(pdf, name=f"{edition.stem}-handy.pdf", content=content)


def ebook(
    workshop: Workshop, version: Version, brief: Brief, picture: bytes | None
) -> tuple[File, ...]:  # fmt: skip
    """The cover as shops want it for an eBook, in a worker."""
    front = Printing(version=version, brief=brief, order=Print(), picture=picture)
    return ebook_files(workshop, front, version.id)[:1]


def _refitted(workshop: Workshop, made: Document, shape: Format, art: Pixels) -> Document:
    """The document with its lettering in another format, legible there as well."""
    layout = reformatted(made.layout, shape.aspect)
    zones = made.zones
    return replace(made, layout=repair(layout, art, workshop.library, zones.inks, zones.small_inks))


def _showing(made: Document, part: Box) -> Document:
    """The document as one whose picture is only a `part` of what it was."""
    match made.art:
        case (Brought(origin=origin) | Painted(origin=origin)) as art:
            cropped = replace(origin, crop=within(origin.crop, part))
            return replace(made, art=replace(art, origin=cropped))
        case Drawn():
            return made


def _preflight(
    workshop: Workshop, edition: Edition, made: Document, art: Pixels, files: list[File],
    art_size: tuple[int, int] | None,
) -> Mapping[str, Any]:  # fmt: skip
    """What the preflight finds on the print; looking at it at preview size is enough."""
    small = np.asarray(Image.fromarray(art).resize(edition.format.preview_px, reducing_gap=2.0))
    picture = render_over(small, made.layout, workshop.library)
    report = examined(edition, made.layout, small, picture, files, workshop.library, art_size)
    return report_entries(of_art(report, made.art))


def _releases(workshop: Workshop, version: Version) -> dict[str, Any]:
    """How far this release draws another picture than the one that made the version did.

    Empty where they are the same release, or the art is no drawing.
    """
    art, then = version.document.art, version.document.maker.release
    if then == workshop.release or not isinstance(art, Drawn):
        return {}
    stored = workshop.arts.pixels(version.raster)
    height, width = stored.shape[:2]
    aspect = version.document.layout.aspect
    again = painted(art, aspect, workshop.catalogues.recipes, (width, height))
    apart = float(np.abs(again.astype(np.int16) - stored).mean())
    return {"releases": {"made": then, "printed": workshop.release,
                         "mean_difference": round(apart, 3)}}  # fmt: skip
