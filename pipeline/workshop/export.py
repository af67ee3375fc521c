"""Export: the print files of a version, its picture made again at 300 DPI; it makes no version."""

from typing import Any

import numpy as np

from pipeline.domain.art import Brought, Drawn
from pipeline.domain.brief import Brief
from pipeline.domain.errors import PictureError
from pipeline.domain.file import File
from pipeline.domain.operation import Export
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Version
from pipeline.ports.bench import Bench
from pipeline.stages.art import painted, shown
from pipeline.stages.came_from import came_from
from pipeline.stages.export import Edition, Pixels, document, print_files
from pipeline.stages.open_picture import open_picture
from pipeline.workshop.finishing import imprint_of
from pipeline.workshop.task import Task, demand_base
from pipeline.workshop.workshop import Workshop


async def export(operation: Export, task: Task, bench: Bench[Workshop]) -> Made:
    """PNG, JPEG and PDF at print size, and the cover as JSON; their names begin with its id.

    Raises:
        PictureError: when a picture that was brought cannot be read any more.
    """
    base = demand_base(task)
    await bench.tell(Step(done=0, total=2, doing=Doing.PRINTING))
    match base.document.art:
        case Drawn():
            picture = None
        case Brought(origin=origin):
            picture = await bench.blob(origin.sha256)
    files = await bench.do(printed, base, task.brief, picture)
    await bench.tell(Step(done=1, total=2, doing=Doing.SAVING))
    return Made(files=files)


def printed(
    workshop: Workshop, version: Version, brief: Brief, picture: bytes | None
) -> tuple[File, ...]:  # fmt: skip
    """The files of a version, in a worker; `picture` is what the author brought."""
    made = version.document
    edition = Edition(stem=version.id, format=brief.format,
                      imprint=imprint_of(workshop, brief, made))  # fmt: skip
    art = _art(workshop, version, brief.format.print_px(), picture)
    files = print_files(edition, art, made.layout, workshop.library)
    told = came_from(made) | _releases(workshop, version)
    return (*files, document(edition, made.layout, told))


def _art(
    workshop: Workshop, version: Version, size: tuple[int, int], picture: bytes | None
) -> Pixels:  # fmt: skip
    """The version's art at `size` in pixels."""
    match version.document.art:
        case Drawn() as art:
            aspect = version.document.layout.aspect
            return painted(art, aspect, workshop.catalogues.recipes, size)
        case Brought() as art:
            if picture is None:
                raise PictureError("picture-unreadable")
            return shown(art, open_picture(picture), size)


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
