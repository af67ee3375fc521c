import numpy as np
import pytest
import skia
from PIL import Image

from pipeline.domain.layout import Material
from pipeline.drawing.canvas import fill, pixels
from pipeline.typography.materials import Letters, draw_letters
from pipeline.typography.rendering import letters_of
from tests.typography.lettering import cover, library

GROUNDS = {"#f2ead9": "#5a3d0c", "#17352c": "#e6c374"}
"""A light and a dark ground, with an ink for each."""


def letters():
    return letters_of(library(), cover().blocks[0], 2 / 3)


def drawn(material, width, ground, made=None):
    made = made or letters()
    surface = skia.Surface(width, round(width * 1.5))
    canvas = surface.getCanvas()
    canvas.scale(width / made.page[0], width / made.page[0])
    canvas.drawRect(skia.Rect.MakeWH(*made.page), fill(ground))
    draw_letters(canvas, made, GROUNDS[ground], material)
    return pixels(surface)


@pytest.mark.parametrize("material", Material)
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_print_shows_the_same_letters_as_a_preview(material, ground):
    small, large = drawn(material, 300, ground), drawn(material, 1200, ground)

    shrunk = Image.fromarray(large).resize((300, 450), Image.Resampling.BOX)

    difference = np.abs(np.asarray(shrunk, np.int16) - small)
    assert difference.mean() < 1
    assert np.percentile(difference, 99.5) < 60


@pytest.mark.parametrize("material", Material)
def test_the_same_letters_are_drawn_twice_alike(material):
    ground = "#f2ead9"

    assert np.array_equal(drawn(material, 300, ground), drawn(material, 300, ground))


@pytest.mark.parametrize("material", [m for m in Material if m is not Material.FLAT])
def test_every_material_looks_different_from_flat_ink(material):
    ground = "#17352c"

    assert not np.array_equal(drawn(material, 300, ground), drawn(Material.FLAT, 300, ground))


def test_foil_keeps_the_lightness_of_its_ink():
    body = skia.Path()
    body.addRect(skia.Rect.MakeWH(1000, 1500))
    made = Letters(path=body, em=150, page=(1000, 1500))

    dark = drawn(Material.FOIL, 300, "#f2ead9", made).mean((0, 1))

    assert np.abs(dark - (0x5A, 0x3D, 0x0C)).max() < 26


def test_lino_moves_no_edge_by_more_than_a_hundredth_of_an_em():
    flat, cut = drawn(Material.FLAT, 1000, "#f2ead9"), drawn(Material.LINO, 1000, "#f2ead9")

    changed = np.abs(flat.astype(np.int16) - cut).max(-1) > 100
    rows = np.flatnonzero(changed.any(1))

    # 150 units an em at one pixel a unit: a nick is a pixel or two, never a stroke's width
    assert len(rows)
    assert longest_run(changed) < 20


def longest_run(mask):
    """The longest unbroken diagonal-free square of True, by eroding until nothing is left."""
    size = 0
    while mask.any():
        mask = mask[1:, 1:] & mask[:-1, 1:] & mask[1:, :-1] & mask[:-1, :-1]
        size += 1
    return size
