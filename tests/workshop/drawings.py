"""Books and versions that the tests of drawing share."""

import functools
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from pipeline.domain.layout import Role, Trait
from pipeline.domain.operation import Letter
from tests.real import Bench, begun, brief, lettered, versions

ENGLISH = {
    "title": "The Lighthouse Keeper's Arithmetic",
    "author": "Oona Fairweather",
    "genre": "mystery",
    "summary": "A lighthouse keeper counts the ships that pass, and one night there is one more.",
    "format": "5x8",
}
KOREAN = {
    "title": "바다와 등대",
    "subtitle": "겨울의 산문",
    "author": "윤서아",
    "genre": "에세이",
    "summary": "외딴 섬의 등대지기가 바다와 고양이에 대해 쓴 산문.",
    "format": "46판",
}
PHOTOGRAPH = Path(__file__).parents[1] / "fixtures" / "photographs" / "coffee.jpg"
BENCH = Bench()
"""Keeps the pictures of every version that is made here."""


def book(language="en", **changes):
    return brief(
        **{**(KOREAN if language == "ko" else ENGLISH), "options": 1, "seed": 4, **changes}
    )


@functools.cache
def drawn(style="seascape", language="en"):
    """A cover's first version."""
    return begun(book(language, style=style), BENCH)[0]


@functools.cache
def brought():
    """A version over a photograph."""
    made = lettered(book(), PHOTOGRAPH.read_bytes(), bench=BENCH)
    return versions(made, BENCH, Letter(picture="", seed=4))[0]


def pixels(content):
    """A picture's file as (height, width, 3)."""
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB"))


def placed(version, role=Role.TITLE, dy=0.25):
    """The version with a block that a person moved down."""
    block = version.document.layout.block(role)
    moved = replace(block, box=replace(block.box, y=block.box.y + dy), locked=True)
    return _with(version, block, moved)


def coloured(version, colour="#d81e5b", role=Role.TITLE):
    """The version with a block in a colour of a person's."""
    block = version.document.layout.block(role)
    return _with(version, block, replace(block, colour=colour, chosen=(Trait.COLOUR,)))


def _with(version, old, new):
    layout = version.document.layout.with_block(old, new)
    return replace(version, document=replace(version.document, layout=layout))
