"""Art as data paints the same picture again."""

import numpy as np
import pytest

from pipeline.domain.geometry import Box
from pipeline.illustrator.catalogue import NAMES, recipes
from pipeline.stages.art import drawn, painted, scene_of, shown
from pipeline.stages.open_picture import open_picture
from pipeline.stages.plan import plan
from storage.codec import dumped, loaded
from tests.real import library, orders
from tests.workshop.drawings import BENCH, PHOTOGRAPH, brought, pixels
from tests.workshop.drawings import drawn as version


@pytest.mark.parametrize("style", ["seascape", "foil", "noir"])
def test_a_stored_drawing_paints_the_stored_raster_to_the_byte(style):
    base = version(style)
    stored = pixels(BENCH.blobs[base.raster])

    again = painted(base.document.art, base.document.layout.aspect, recipes(),
                    (stored.shape[1], stored.shape[0]))  # fmt: skip

    assert np.array_equal(again, stored)


@pytest.mark.parametrize("form", ["5x8", "16:9", "46판"])
def test_every_scene_survives_being_data_and_being_json(form):
    for order in orders(form):
        scene = plan(order.choice, order.words, order.format.aspect, wishes=order.wishes,
                     recipes=recipes(), library=library()).scene  # fmt: skip
        art = drawn(order.choice, scene)
        assert scene_of(loaded(type(art), dumped(art)), order.format.aspect) == scene
    assert len(NAMES) == len(list(orders(form)))


def test_a_picture_that_was_brought_is_cut_to_the_stored_raster():
    base = brought()
    stored = pixels(BENCH.blobs[base.raster])
    picture = open_picture(PHOTOGRAPH.read_bytes())

    again = shown(base.document.art, picture, (stored.shape[1], stored.shape[0]))

    assert isinstance(base.document.art.origin.crop, Box)
    assert np.array_equal(again, stored)
