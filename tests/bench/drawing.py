"""Drawing and lettering: times against a yardstick, memory, and the start of the command."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

import numpy as np
from PIL import Image, ImageFilter

from pipeline.domain.layout import Material
from pipeline.domain.operation import EditText, Restyle
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.painter import paint
from pipeline.stages.export import Option
from pipeline.stages.plan import plan
from pipeline.stages.produce import Order, produce
from pipeline.typography.rendering import render_over
from pipeline.typography.repair import repair
from pipeline.workshop import drafting
from pipeline.workshop.edit_text import edited
from pipeline.workshop.finishing import finish
from pipeline.workshop.restyle import restyled
from tests.bench.line import Line, best
from tests.real import brief, library, orders, version_of, workshop

PREVIEW, PRINT = (1024, 1536), (2480, 3508)
SUMMARY = (
    "On an island where the tide redraws the coast every night, a mapmaker's apprentice finds a "
    "chart that shows tomorrow, and a ship that should not exist sailing toward it. Hunted by the "
    "lighthouse keepers, she has until the spring flood to learn who drew it, and for whom."
)


def yardstick(size: tuple[int, int], rounds: int = 5) -> float:
    """Pillow's GaussianBlur(8) of an RGB picture of `size`, in seconds."""
    noise = np.random.default_rng(1).integers(0, 255, (size[1], size[0], 3), np.uint8)
    picture = Image.fromarray(noise)
    return best(lambda: picture.filter(ImageFilter.GaussianBlur(8)), rounds)


def drawing_lines() -> Iterator[Line]:
    """Everything about one cover; times that are held against a yardstick on one core."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    yield from covers_at("preview", PREVIEW, median=3.0, slowest=6.0)
    yield from text_changes()
    yield from covers_at("print", PRINT, median=2.5, slowest=5.0)
    yield motifs()
    yield help_time()
    os.sched_setaffinity(0, cores)
    yield contact_sheet()
    yield memory()


def covers_at(name: str, size: tuple[int, int], median: float, slowest: float) -> Iterator[Line]:
    """One brief to a finished picture, recipe by recipe, without encoding.

    The yardstick is measured anew beside each recipe, so that a machine that slows down for a
    while slows both.
    """
    yield Line(f"yardstick {name} {size[0]}x{size[1]}", yardstick(size))
    lines: list[Line] = []
    for order in orders():
        finished(order, size)
        before = yardstick(size, 2)
        seconds = best(lambda order=order: finished(order, size), 3)
        unit = min(before, yardstick(size, 2))
        lines.append(Line(f"{name}: {order.choice.recipe}", seconds, ratio=seconds / unit))
        yield lines[-1]
    lines.sort(key=lambda line: line.ratio or 0.0)
    middle, worst = lines[len(lines) // 2], lines[-1]
    yield replace(middle, name=f"{name}: median recipe", limit=median)
    yield replace(worst, name=f"{name}: slowest recipe", limit=slowest)


def finished(order: Order, size: tuple[int, int]) -> np.ndarray:
    """Plan, paint, repair and letter one cover at `size`."""
    made = plan(order.choice, order.words, size[0] / size[1], wishes=order.wishes,
                recipes=recipes(), library=library())  # fmt: skip
    art = paint(made.recipe, made.scene, *size)
    layout = repair(made.layout, art, library(), made.arrangement.inks)
    return render_over(art, layout, library())


def text_changes() -> Iterator[Line]:
    """Other words in the same composition over cached art: set, measured and drawn again."""
    lines = sorted(map(text_change, orders("2:3")), key=lambda line: line.ratio or 0.0)
    yield replace(lines[len(lines) // 2], name="text change: median recipe", limit=0.4)
    yield replace(lines[-1], name="text change: slowest recipe", limit=0.4)
    middle = next(one for one in orders("2:3") if one.choice.recipe == lines[len(lines) // 2].name)
    for material in Material:
        line = text_change(middle, material)
        yield replace(line, name=f"text change: {material} letters", limit=0.4)


def text_change(order: Order, material: Material | None = None) -> Line:
    """The shortest of several changes of one cover's title, of all its letters of a material."""
    option = produce(order, recipes(), library())
    base = version_of(option)
    art = np.asarray(Image.open(io.BytesIO(option.raster)))
    if material is not None and material is not base.document.layout.blocks[0].material:
        base = replace(base, document=restyled(Restyle(material=material), workshop(), base, art))
    titles = iter([f"Another Title Number {n}" for n in range(100)])

    def change() -> None:
        words = EditText(changes=(("title", next(titles)),))
        document = edited(words, workshop(), base, art)
        finish(workshop(), document, art, was=base.document.layout)

    change()
    before = yardstick(PREVIEW, 2)
    seconds = best(change, 7)
    unit = min(before, yardstick(PREVIEW, 2))
    return Line(order.choice.recipe, seconds, ratio=seconds / unit)


def motifs() -> Line:
    """Reading a brief: ranking every concept for a summary of usual length."""
    about = brief(genre="fantasy", summary=SUMMARY, requirements="blue and gold, no people")
    genre = workshop().genre(about)
    workshop().understanding(about, genre)
    seconds = best(lambda: workshop().understanding(about, genre), 5)
    return Line("choosing motifs", seconds, limit=0.3, limit_unit=" s")


def help_time() -> Line:
    """The whole process of `articover --help`."""
    command = [sys.executable, "-m", "bot", "--help"]
    seconds = best(lambda: subprocess.run(command, check=True, capture_output=True), 5)
    return Line("articover --help", seconds, limit=0.3, limit_unit=" s")


def contact_sheet() -> Line:
    """Four options on two warm processes against one after another in one."""
    four = list(orders("2:3"))[:4]
    with ProcessPoolExecutor(1) as one, ProcessPoolExecutor(2) as two:
        for pool, count in ((one, 1), (two, 4)):
            list(pool.map(drawn_alone, four[:1] * count))
        alone = best(lambda: list(one.map(drawn_alone, four)))
        together = best(lambda: list(two.map(drawn_alone, four)))
    return Line("sheet of four, two processes", together, ratio=alone / together, limit=1.7,
                at_least=True)  # fmt: skip


def drawn_alone(order: Order) -> Option:
    """An option in a worker process, with the workshop that it has."""
    return drafting.draw(workshop(), order)


def memory() -> Line:
    """Peak memory of a process that makes every recipe's print files, in MB."""
    made = subprocess.run(
        [sys.executable, "-m", "tests.bench.memory"], check=True, capture_output=True, text=True
    )
    peak = float(made.stdout)
    return Line("peak memory at print size", peak, unit="MB", limit=600, limit_unit=" MB")
