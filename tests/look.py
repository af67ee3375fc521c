"""Look at one recipe: every composition, palette and ratio on one sheet, with dummy lettering.

    python -m tests.look foil                      all compositions x palettes, 2:3
    python -m tests.look foil --ratios             one composition a ratio
    python -m tests.look foil --concepts crown,sea --seed 7 --full

Writes .look/NAME.png and says where. `--full` writes one picture at 1024 px. Titles are drawn in
their zones as grey-boxed capitals, only to judge the picture with them.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import skia
from PIL import Image

from pipeline.domain.concept import Wishes
from pipeline.drawing.canvas import fill
from pipeline.drawing.page import page
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.painter import free_rectangle, paint
from pipeline.illustrator.recipe import Scene, to_units
from tests.samples import concept

RATIOS = ((2, 3), (1, 1.6), (1, 1.414), (1, 1), (16, 9), (1, 2.5), (2.5, 1))


def scene_for(recipe, composition, palette, aspect, concepts, seed, wishes=None):
    width, height = page(aspect)
    zones = composition.arrange(aspect, palette)
    short = min(width, height)
    title = to_units(zones.title, width, height)
    used = min(title.height(), short * 0.3)
    top = {"top": title.top(), "middle": title.centerY() - used / 2,
           "bottom": title.bottom() - used}[zones.anchor]  # fmt: skip
    title = skia.Rect.MakeXYWH(title.left(), top, title.width(), used)
    text = (title, to_units(zones.author, width, height))
    return Scene(
        width=width, height=height, text=text, focus=free_rectangle(width, height, text),
        palette=palette, composition=composition.name, concepts=concepts,
        wishes=wishes or Wishes(), seed=seed,
    )  # fmt: skip


def dummy_lettering(art, scene):
    # the surface draws into the array and does not keep it alive
    page = np.dstack([art, np.full(art.shape[:2], 255, np.uint8)]).copy()
    surface = skia.Surface(page)
    canvas = surface.getCanvas()
    canvas.scale(art.shape[1] / scene.width, art.shape[0] / scene.height)
    colour = scene.palette.inks[0]
    for rect, words in zip(scene.text, (("THE QUIET", "LANTERN"), ("ANNA WREN",)), strict=True):
        line = rect.height() / len(words)
        size = min(line / 0.95, rect.width() / (0.62 * max(map(len, words))))
        font = skia.Font(skia.Typeface("serif"), size)
        for i, word in enumerate(words):
            x = rect.centerX() - font.measureText(word) / 2
            canvas.drawString(word, x, rect.top() + line * (i + 0.82), font, fill(colour))
    return surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3]


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("recipe")
    parser.add_argument("--concepts", default="crown,castle,sea")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ratios", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--composition", type=int, default=0)
    parser.add_argument("--palette", type=int, default=0)
    parser.add_argument("--no-text", action="store_true")
    return parser.parse_args()


def jobs_for(args, compositions, palettes):
    """(composition, palette, aspect) of every picture, row by row, and how many a row holds."""
    if args.full:
        return [(args.composition, args.palette, 2 / 3)], palettes
    if args.ratios:
        jobs = [(i % compositions, (args.palette + i) % palettes, a / b)
                for i, (a, b) in enumerate(RATIOS)]  # fmt: skip
        return jobs, len(jobs)
    return [(c, p, 2 / 3) for c in range(compositions) for p in range(palettes)], palettes


def tile(args, recipe, index, job):
    composition, palette, aspect = recipe.compositions[job[0]], recipe.palettes[job[1]], job[2]
    concepts = tuple(concept(name) for name in args.concepts.split(",") if name)
    scene = scene_for(recipe, composition, palette, aspect, concepts, args.seed + index)
    height = 1536 if args.full else 640
    began = time.perf_counter()
    art = paint(recipe, scene, round(height * aspect), height)
    took = time.perf_counter() - began
    print(f"{composition.name}/{palette.name} {aspect:.2f}: {1000 * took:.0f} ms")
    return Image.fromarray(art if args.no_text else dummy_lettering(art, scene))


def mounted(tiles, columns):
    rows = [tiles[i : i + columns] for i in range(0, len(tiles), columns)]
    sheet = Image.new("RGB", (max(sum(t.width + 8 for t in r) for r in rows),
                              sum(r[0].height + 8 for r in rows)), "#777")  # fmt: skip
    y = 0
    for row in rows:
        x = 0
        for picture in row:
            sheet.paste(picture, (x, y))
            x += picture.width + 8
        y += row[0].height + 8
    sheet.thumbnail((2600, 2600))
    return sheet


def main():
    args = options()
    recipe = recipes()[args.recipe]
    jobs, columns = jobs_for(args, len(recipe.compositions), len(recipe.palettes))
    tiles = [tile(args, recipe, index, job) for index, job in enumerate(jobs)]
    kind = "-ratios" * args.ratios + "-full" * args.full
    path = Path(".look") / f"{args.recipe}{kind}.png"
    path.parent.mkdir(exist_ok=True)
    mounted(tiles, columns).save(path)
    print(path)


if __name__ == "__main__":
    main()
