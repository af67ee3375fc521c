"""Words in the place of lettering: they stand, lean, recede and look as the old ones did."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.domain.errors import RetouchError
from pipeline.typography.in_place.levels import extent, levelled
from pipeline.typography.in_place.matte import matte
from pipeline.typography.in_place.plane import Plane, projected
from pipeline.typography.in_place.setting import Wish, set_in_place
from pipeline.typography.in_place.spacing import spaced
from tests.typography.in_place_scenes import Line, ground, scene
from tests.typography.lettering import library

QUAD = ((40, 110), (350, 140), (350, 190), (40, 200))


def inked(before, after):
    """The rows and columns in which two pictures differ."""
    rows, columns = np.nonzero((before != after).any(-1))
    return rows, columns


def test_the_colour_of_the_ink_is_taken_unless_another_is_wished():
    place = scene(Line(words="Silver Rain", face="anton", colour=(220, 40, 60)))

    as_it_was = set_in_place(place, Wish(words="RAIN", family="Anton"), library()).rgb
    wished = set_in_place(
        place, Wish(words="RAIN", family="Anton", colour="#40e060"), library()
    ).rgb

    for picture, colour in ((as_it_was, (220, 40, 60)), (wished, (64, 224, 96))):
        ink = picture[inked(place.plain, picture)]
        assert np.abs(np.median(ink, 0) - colour).max() < 12


def test_a_line_in_perspective_is_levelled_by_its_own_feet_and_heads():
    line = Line(words="IRON CROWN", face="anton", quad=QUAD)
    place = scene(line)
    low, high = place.corners.min(0), place.corners.max(0)
    box = np.array([low, (high[0], low[1]), high, (low[0], high[1])], np.float32)
    plane = Plane.of(box)
    where = (plane.seen(place.picture) != plane.seen(place.plain)).any(-1)
    taken = matte(plane.seen(place.picture), plane.seen(place.plain), where)

    bent = levelled(taken.cover, plane)

    seen = projected(np.linalg.inv(bent.to_picture), np.array(QUAD, float))
    assert abs(seen[0, 1] - seen[1, 1]) < 6
    assert abs(seen[2, 1] - seen[3, 1]) < 6


def test_words_that_recede_are_smaller_at_the_far_end():
    made = set_in_place(scene(Line(words="IRON CROWN", face="anton", quad=QUAD)),
                        Wish(words="GLASS THRONE", family="Anton"), library()).rgb  # fmt: skip

    rows, columns = inked(ground(), made)
    near, far = rows[columns < 110], rows[columns > 290]
    assert np.ptp(near) > 1.3 * np.ptp(far)


def test_longer_words_get_narrower_and_smaller_and_stay_on_their_place():
    place = scene(Line(words="Silver", face="jost"))

    made = set_in_place(place, Wish(words="Silver Rain", family="Jost"), library()).rgb

    _, columns = inked(place.plain, made)
    assert np.ptp(columns) <= 1.22 * np.ptp(place.corners[:, 0])


def test_words_that_are_too_long_are_refused_with_the_room_there_is():
    place = scene(Line(words="Sea", face="jost"))

    with pytest.raises(RetouchError) as caught:
        set_in_place(
            place, Wish(words="A very long title that has no room", family="Jost"), library()
        )

    assert caught.value.code == "replace-long"
    assert 3 <= caught.value.facts["limit"] < caught.value.facts["length"]


def test_where_nothing_stands_nothing_can_be_replaced():
    place = scene(Line(words="Sea", face="jost"))

    with pytest.raises(RetouchError, match="retouch-nothing"):
        set_in_place(replace(place, picture=place.plain), Wish(words="Sea"), library())


def test_a_family_that_is_not_there_is_refused_with_those_near_it():
    with pytest.raises(RetouchError, match="replace-typeface") as caught:
        set_in_place(scene(Line(words="Sea", face="jost")), Wish(words="Sea", family="Jist"),
                     library())  # fmt: skip

    assert "Jost" in caught.value.facts["near"]


@pytest.mark.parametrize("words", ["IRON CROWN", "The Sea of Time", "달의 궁전을 훔친"])
def test_the_gaps_between_words_are_those_of_the_ink(words):
    face = "nanum-myeongjo-bold" if words > "가" else "eb-garamond"
    place = scene(Line(words=words, face=face, em=36))
    plane = Plane.of(place.corners)
    where = (plane.seen(place.picture) != plane.seen(place.plain)).any(-1)
    cover = matte(plane.seen(place.picture), plane.seen(place.plain), where).cover
    lines = extent(cover)

    ink = cover[int(lines.top) : int(lines.bottom), int(lines.left) : int(lines.right)]

    assert spaced(library(), words.replace(" ", ""), ink) == words
    assert spaced(library(), " ".join(words), ink) == words
