"""A small finished cover for tests: art, its lettering, and the faces for it."""

from functools import cache

import numpy as np

from config.catalogues import catalogue
from pipeline.domain.fonts import FontCatalogue
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Effect, EffectKind, Layout, Material, Role, TextBlock
from pipeline.stages.imprint import Imprint
from pipeline.typography.library import FaceLibrary

KOREAN = Imprint(
    title="별이 내리는 밤", author="김하늘", description="《별이 내리는 밤》 표지 <등대> & 바다",
    subject="판타지", keywords=("등대", "바다"), language="ko",
)  # fmt: skip
ENGLISH = Imprint(
    title="The “Quiet” Lantern", author="Anna Wren", description="Cover: a lantern & a moth",
    subject="Mystery", keywords=("lantern", "moth"), language="en",
)  # fmt: skip


@cache
def library():
    return FaceLibrary(FontCatalogue.from_tables(catalogue("fonts")))


def art(width=240, height=360):
    """A smooth dark blue gradient."""
    rows = np.linspace(20, 90, height).astype(np.uint8)[:, None]
    blue = np.broadcast_to(rows, (height, width))
    return np.ascontiguousarray(np.stack([blue // 3, blue // 2, blue], axis=-1))


def block(role, words, y, size, colour="#ffffff", **changes):
    box = Box(x=0.1, y=y, w=0.8, h=size)
    return TextBlock(role=role, words=words, lines=(words,), font="noto-sans-kr", size=size,
                     axes=(("wght", 700.0),), box=box, colour=colour, **changes)  # fmt: skip


def layout(title="별이 내리는 밤", material=Material.FLAT, effects=()):
    return Layout(
        aspect=2 / 3, language="ko",
        blocks=(block(Role.TITLE, title, 0.1, 0.11, material=material, effects=effects),
                block(Role.AUTHOR, "김하늘", 0.85, 0.05)),
    )  # fmt: skip


SHADOW = Effect(kind=EffectKind.SHADOW, colour="#000000", strength=0.6, size=0.1)
