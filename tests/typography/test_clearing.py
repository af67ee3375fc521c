"""How far lettering may grow over a picture."""

import numpy as np
import pytest

from pipeline.domain.geometry import Box
from pipeline.typography.clearing import cleared

ROOM = Box.edges(0.2, 0.4, 0.8, 0.6)
WANTED = Box.edges(0.1, 0.2, 0.9, 0.8)
AIR = 20.0


def paper():
    return np.full((500, 500, 3), 200, np.uint8)


def edges(box):
    return box.x, box.y, box.right, box.bottom


def test_bare_paper_gives_all_that_is_wanted():
    assert edges(cleared(ROOM, WANTED, paper(), AIR)) == pytest.approx(edges(WANTED))


def test_shading_is_no_border():
    sky = paper()
    sky[:] = np.linspace(20, 230, 500, dtype=np.uint8)[:, None, None]
    assert edges(cleared(ROOM, WANTED, sky, AIR)) == pytest.approx(edges(WANTED))


@pytest.mark.parametrize("side", range(4))
def test_a_fine_line_ends_the_room_with_some_air(side):
    art = paper()
    at = (75, 150, 425, 350)[side]
    if side % 2:
        art[at : at + 2] = 30
    else:
        art[:, at : at + 2] = 30

    grown = edges(cleared(ROOM, WANTED, art, AIR))

    gap = (grown[side] - at / 500) * (1 if side < 2 else -1)
    assert 0.016 < gap < 0.036
    others = [i for i in range(4) if i != side]
    assert [grown[i] for i in others] == pytest.approx([edges(WANTED)[i] for i in others])


def test_the_room_stays_however_near_something_is_drawn():
    art = paper()
    art[:198] = art[302:] = 30
    grown = cleared(ROOM, WANTED, art, AIR)
    assert (grown.y, grown.bottom) == pytest.approx((ROOM.y, ROOM.bottom))


def test_a_room_is_not_grown_where_nothing_is_wanted():
    inner = Box.edges(0.3, 0.45, 0.7, 0.55)
    assert edges(cleared(ROOM, inner, paper(), AIR)) == pytest.approx(edges(ROOM))


def test_a_texture_that_the_room_has_as_well_is_its_ground():
    rng = np.random.default_rng(4)
    specks = paper()
    for y, x in rng.integers(0, 495, (120, 2)):
        specks[y : y + 5, x : x + 5] = 90
    assert edges(cleared(ROOM, WANTED, specks, AIR)) == pytest.approx(edges(WANTED))
