"""Real faces, plain and photographed grounds, and layouts: what tests of lettering share."""

import functools
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from config.catalogues import catalogue
from pipeline.domain.fonts import FontCatalogue
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, Role, TextBlock
from pipeline.drawing.page import page
from pipeline.typography.library import FaceLibrary
from pipeline.typography.setting import set_block

PHOTOGRAPHS = Path(__file__).parents[1] / "fixtures" / "photographs"


@functools.cache
def library():
    return FaceLibrary(FontCatalogue.from_tables(catalogue("fonts")))


def ground(colour, width=400, height=600):
    art = np.empty((height, width, 3), np.uint8)
    art[:] = tuple(bytes.fromhex(colour.removeprefix("#")))
    return art


def halves(left, right):
    art = ground(left)
    art[:, 200:] = ground(right)[:, 200:]
    return art


def confetti():
    rng = np.random.default_rng(3)
    dots = (rng.random((90, 60, 3)) * 255).astype(np.uint8)
    return np.asarray(Image.fromarray(dots).resize((400, 600), Image.Resampling.BICUBIC))


@functools.cache
def photograph(name, aspect, height=600):
    """The photograph cut to `aspect` from its middle, or from its top when it is too tall."""
    picture = Image.open(PHOTOGRAPHS / f"{name}.jpg").convert("RGB")
    width, tall = picture.size
    if width / tall > aspect:
        slim = round(tall * aspect)
        picture = picture.crop(((width - slim) // 2, 0, (width + slim) // 2, tall))
    else:
        picture = picture.crop((0, 0, width, round(width / aspect)))
    size = (round(height * aspect), height)
    art = np.array(picture.resize(size, Image.Resampling.LANCZOS))
    art.flags.writeable = False
    return art


def block(role, *lines, y, size, colour, font="libre-baskerville", aspect=2 / 3, **options):
    """A block centred on a cover, its box being its ink."""
    made = TextBlock(role=role, words=" ".join(lines), lines=lines, font=font, size=size,
                     box=Box(x=0.07, y=y, w=0.86, h=0.1), colour=colour, **options)  # fmt: skip
    ink, (width, height) = set_block(library(), made, aspect).ink, page(aspect)
    return replace(made, box=Box.edges(ink.left() / width, ink.top() / height,
                                       ink.right() / width, ink.bottom() / height))  # fmt: skip


def cover(colour="#fff7e6", **options):
    """A title, a subtitle and an author in one ink on an upright cover."""
    return Layout(
        aspect=2 / 3,
        blocks=(
            block(Role.TITLE, "Forty", "Evenings", y=0.09, size=0.15, colour=colour, **options),
            block(Role.SUBTITLE, "Meditations for the Dark", y=0.33, size=0.05, colour=colour,
                  **options),
            block(Role.AUTHOR, "Miriam Eaves", y=0.9, size=0.05, colour=colour, **options),
        ),
    )  # fmt: skip
