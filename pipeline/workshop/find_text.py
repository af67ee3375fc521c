"""FindText: lettering in a version's picture, numbered on it and listed; it makes no version."""

from dataclasses import replace

from pipeline.domain.file import File
from pipeline.domain.found_json import LIST_NAME, PICTURE_NAME, found_json
from pipeline.domain.lettering import FoundText
from pipeline.domain.outcome import Made, Treatment
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Version
from pipeline.ports.bench import Bench
from pipeline.ports.lettering import Pixels
from pipeline.stages.export import raster_png
from pipeline.stages.find_lettering import find_lettering
from pipeline.stages.numbered import numbered
from pipeline.stages.open_picture import open_picture
from pipeline.stages.shown_part import reduced
from pipeline.workshop.task import Task, demand_base, demand_pixels
from pipeline.workshop.workshop import Workshop


async def find_text(task: Task, bench: Bench[Workshop]) -> Made:
    """The picture with a number on every line, and the list of them as JSON (`found_json`).

    Raises:
        RetouchError: `retouch-drawn`; what the detector raises.
    """
    base = demand_base(task)
    demand_pixels(base)
    await bench.tell(Step(done=0, total=2, doing=Doing.FINDING))
    found, picture = await bench.do(looked_at, base)
    await bench.tell(Step(done=1, total=2, doing=Doing.SAVING), picture.content)
    listed = replace(picture, name=LIST_NAME, content=found_json(found).encode())
    treatment = Treatment(detector=found.detector, found=len(found.lines))
    return Made(files=(picture, listed), treatments=(treatment,))


def looked_at(workshop: Workshop, base: Version) -> tuple[FoundText, File]:
    """What is found and read in a version's art, and that with numbers, in a worker."""
    found, picture = _numbered(workshop, workshop.arts.pixels(base.raster))
    height, width = picture.shape[:2]
    return found, File(name=PICTURE_NAME, width_px=width, height_px=height,
                       content=raster_png(picture))  # fmt: skip


def looked_through(workshop: Workshop, content: bytes) -> tuple[FoundText, bytes]:
    """What is found in a file of any kind that is let in, and that with numbers as PNG, in a worker.

    It is looked at no larger than a preview, and so is the picture with numbers; what is found
    tells the size of the picture itself.

    Raises:
        PictureError: when the file is no picture, damaged, too large, or several pictures.
        RetouchError: what the detector raises.
    """
    rgb = open_picture(content, least_px=1).rgb
    found, picture = _numbered(workshop, reduced(rgb))
    return replace(found, width_px=rgb.shape[1], height_px=rgb.shape[0]), raster_png(picture)


def _numbered(workshop: Workshop, rgb: Pixels) -> tuple[FoundText, Pixels]:
    tools = workshop.retoucher
    found = find_lettering(rgb, tools.detector, tools.reader)
    return found, numbered(rgb, found, workshop.library)
