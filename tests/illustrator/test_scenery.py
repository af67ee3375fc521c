import numpy as np
import pytest
import skia

from pipeline.illustrator.scenery.prop import Dyes, Place, draw, frame, silhouette
from pipeline.illustrator.scenery.props import PROPS, prop_place, specimen
from pipeline.illustrator.scenery.shapes import box, joined, limb, outline, without

UNIT = skia.Rect.MakeLTRB(-1e-3, -1e-3, 1.001, 1.001)
names = pytest.mark.parametrize("name", sorted(PROPS))


def prop(name, seed=5):
    return PROPS[name](np.random.default_rng(seed))


@names
def test_every_silhouette_is_closed_and_fills_its_unit_square_standing_on_the_foot(name):
    body = prop(name).body
    bounds = body.computeTightBounds()
    assert UNIT.contains(bounds)
    assert max(bounds.width(), bounds.height()) == pytest.approx(1, abs=2e-3)
    assert bounds.bottom() == pytest.approx(1, abs=2e-3)
    moves = sum(verb == skia.Path.kMove_Verb for verb, _ in body)
    closes = sum(verb == skia.Path.kClose_Verb for verb, _ in body)
    assert moves == closes > 0


@names
def test_every_prop_covers_a_readable_area_at_thirty_pixels(name):
    surface = skia.Surface(30, 30)
    draw(surface.getCanvas(), prop(name), skia.Rect.MakeWH(30, 30), Dyes(body="#ffffff"))
    ink = surface.makeImageSnapshot().toarray()[..., 3].astype(float) / 255
    assert 0.01 < ink.mean() < 0.9


@names
def test_details_lie_on_the_silhouette(name):
    drawn = prop(name)
    bounds = drawn.body.computeTightBounds().makeOutset(2e-3, 2e-3)
    for detail in (drawn.shade, drawn.accent, drawn.lights):
        assert detail.isEmpty() or bounds.contains(detail.computeTightBounds())


@names
def test_the_same_stream_draws_the_same_prop(name):
    first, second = prop(name), prop(name)
    for part in ("body", "shade", "accent", "lights"):
        assert bytes(getattr(first, part).serialize()) == bytes(getattr(second, part).serialize())


@pytest.mark.parametrize("name", ["castle", "fir", "tree", "bare-tree", "blossom"])
def test_another_stream_varies_what_grows(name):
    first, second = prop(name, 1).body, prop(name, 2).body
    assert bytes(first.serialize()) != bytes(second.serialize())


def test_people_are_marked_so_that_a_wish_for_none_can_be_kept():
    people = {name for name in PROPS if prop(name).person}
    assert people == {"figure", "man", "woman", "child", "couple", "reader", "umbrella", "hiker"}


def test_ships_float_and_balloons_fly():
    assert specimen("ship", 0).place is specimen("boat", 0).place is Place.WATER
    assert specimen("balloon", 0).place is specimen("birds", 0).place is Place.AIR
    assert specimen("castle", 0).place is prop_place("castle") is Place.LAND


def test_a_frame_holds_its_prop_at_the_wanted_height():
    castle = prop("castle")
    into = frame(castle, 300, 900, 240)
    bounds = silhouette(castle, into).computeTightBounds()
    assert bounds.height() == pytest.approx(240, rel=0.01)
    assert bounds.bottom() == pytest.approx(900, abs=1)
    assert bounds.centerX() == pytest.approx(300, abs=1)


def test_a_limb_that_crosses_a_body_leaves_no_hole():
    body = joined(box(-10, -10, 10, 10), limb("0,0,6 0,-30,4"))
    assert body.contains(0, -2)
    assert body.contains(0, -25)


def test_a_starred_point_is_a_corner_and_the_others_are_round():
    square = outline("0,0* 10,0* 10,10* 0,10*")
    blob = outline("0,0 10,0 10,10 0,10")
    assert square.computeTightBounds().width() == pytest.approx(10)
    assert blob.computeTightBounds().width() > 10.5


def test_holes_are_cut_out():
    wall = without(box(0, 0, 10, 10), box(4, 4, 6, 6))
    assert not wall.contains(5, 5)
    assert wall.contains(2, 2)
