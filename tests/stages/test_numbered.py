"""Lines are framed and numbered beside the picture, so that everybody can call them by number."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.domain.lettering import FoundText, TextLine
from pipeline.stages.numbered import LONGEST_PX, SHORTEST_PX, apart, numbered
from tests.stages.proofs import library


def found(*boxes):
    lines = tuple(TextLine(polygon=((x, y), (x + w, y), (x + w, y + h), (x, y + h)), confidence=1.0)
                  for x, y, w, h in boxes)  # fmt: skip
    return FoundText(lines=lines, width_px=600, height_px=900, detector="craft")


def page(high=900, wide=600):
    """A picture in which no two pixels side by side are alike."""
    noise = np.random.default_rng(3).integers(0, 256, (high, wide, 3))
    return noise.astype(np.uint8)


def test_the_picture_stays_as_it_is_but_for_frames_and_ties():
    rgb = page()
    shown = numbered(rgb, found((0.2, 0.3, 0.5, 0.05)), library())
    assert shown.shape[0] == 900 and shown.shape[1] > 600
    inside = shown[:, -600:]
    changed = (inside != rgb).any(axis=2)
    assert changed.any() and not changed[:240].any() and not changed[350:].any()
    assert not changed[285:300, 140:400].any()


def test_without_lettering_it_is_the_picture_alone():
    rgb = page()
    assert (numbered(rgb, found(), library()) == rgb).all()


@pytest.mark.parametrize(("high", "wide"), [(90, 60), (3000, 2000), (500, 1600), (20, 2600)])
def test_it_has_the_size_at_which_people_look(high, wide):
    shown = numbered(page(high, wide), found((0.2, 0.3, 0.5, 0.3)), library())
    assert SHORTEST_PX <= max(shown.shape[:2]) <= 1.2 * LONGEST_PX


def test_numbers_in_a_thumbnail_are_ten_pixels_high():
    strip = numbered(page(), found((0.2, 0.3, 0.5, 0.05)), library())[:, :-600]
    light = np.flatnonzero((strip.max(axis=2) > 150).any(axis=1))
    assert np.ptp(light) >= 9 / 100 * 600


def test_many_lines_are_numbered_on_both_sides_each_with_room():
    close = [(0.1 + 0.02 * (n % 3), 0.02 + n * 0.03, 0.6, 0.025) for n in range(30)]
    shown = numbered(page(), found(*close), library())
    assert shown.shape[1] > 600 + 2 * 40
    for strip in (shown[:, :20], shown[:, -20:]):
        plates = (strip.max(axis=2) > 150).any(axis=1)
        starts = np.flatnonzero(plates[1:] & ~plates[:-1])
        assert len(starts) + plates[0] == 15


ascending = st.lists(st.floats(-50, 1050), min_size=1, max_size=12).map(sorted)


@settings(deadline=None)
@given(ascending, st.floats(1, 80))
def test_places_keep_their_gap_and_their_order_and_stay_in_their_strip(wanted, gap):
    places = apart(wanted, gap, 0, 1000)
    assert all(0 <= place <= 1000 for place in places)
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(places))


def test_places_with_room_are_where_they_are_wanted_and_neighbours_share_the_way():
    assert apart([100, 500], 50, 0, 1000) == [100, 500]
    assert apart([490, 510], 60, 0, 1000) == pytest.approx([470, 530])
    assert apart([1, 2, 3], 80, 0, 100) == [0, 50, 100]
