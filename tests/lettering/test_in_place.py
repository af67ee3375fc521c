"""Words in the place of lettering: they stand, lean, recede and look as the old ones did."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageFilter

from pipeline.domain.errors import RetouchError
from pipeline.typography.in_place.levels import extent, levelled
from pipeline.typography.in_place.matte import matte
from pipeline.typography.in_place.measuring import Place, measured
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


def haloed(line, glow=5.0):
    """The place with a white glow round its letters, which the plain picture has not."""
    place = scene(line, np.full((300, 400, 3), (200, 120, 130), np.uint8))
    where = Image.fromarray(np.uint8(255 * (place.picture != place.plain).any(-1)))
    share = np.clip(2.2 * np.asarray(where.filter(ImageFilter.GaussianBlur(glow))) / 255, 0, 0.8)
    lit = place.plain + share[..., None] * (255.0 - place.plain)
    ink = (place.picture != place.plain).any(-1)[..., None]
    return replace(place, picture=np.where(ink, place.picture, lit).astype(np.uint8))


def test_a_glow_round_the_letters_is_drawn_round_the_new_ones():
    place = haloed(Line(words="Silver Rain", face="anton", colour=(10, 10, 20)))

    old = measured(place, library(), "Golden Hour", "Anton")
    made = set_in_place(place, Wish(words="Golden Hour", family="Anton"), library()).rgb

    assert old.shadow.dx == old.shadow.dy == 0
    assert min(old.shadow.light) > 0.8
    _, columns = inked(place.plain, made)
    dark = made.max(-1) < 60
    assert np.median(made[np.roll(dark, 3, 0) & ~dark]) > 200
    assert columns.min() > 40


def test_a_shadow_beside_the_letters_is_drawn_beside_the_new_ones():
    place = scene(Line(words="Silver Rain", face="anton", em=56))
    ink = (place.picture != place.plain).any(-1)
    dark = np.roll(ink, (4, 4), (0, 1)) & ~ink
    picture = np.where(dark[..., None], np.uint8([90, 0, 0]), place.picture)

    old = measured(replace(place, picture=picture), library(), "x", "Anton")

    assert old.shadow.dx > 2 < old.shadow.dy
    assert np.argmax(old.shadow.light) == 0


def test_plain_letters_have_neither_shadow_nor_glow():
    for face in ("jost", "instrument-serif", "alfa-slab-one"):
        place, family = (
            scene(Line(words="Silver Rain", face=face)),
            library().face(face).spec.family,
        )
        assert measured(place, library(), "x", family).shadow is None


def test_a_ground_that_was_badly_guessed_is_no_shadow():
    place = scene(Line(words="Silver Rain", face="anton"))
    plain = place.plain.copy()
    plain[140:190, 60:220] = (120, 80, 40)

    assert measured(replace(place, plain=plain), library(), "x", "Anton").shadow is None


def test_a_line_that_is_near_is_no_part_of_what_is_measured():
    place = scene(Line(words="봄날의 서재", face="bm-jua", em=48))
    other = scene(Line(words="개정판", face="nanum-square", em=16, at=(280, 186)), place.picture)
    corners = place.corners + np.array([[-4, -6], [4, -6], [4, 14], [-4, 14]], np.float32)
    both = Place(picture=other.picture, plain=place.plain, corners=corners)

    old = measured(both, library(), "가을날의 편지")

    height = (old.extent.bottom - old.extent.top) * old.plane.scale_at(100, 60)
    assert height == pytest.approx(np.ptp(place.corners[:, 1]), rel=0.1)


@pytest.mark.parametrize(("face", "kin"), [
    ("bm-jua", {"bm-jua", "nanum-square-round", "noto-sans-kr", "bm-hanna-pro"}),
    ("nanum-square", {"nanum-square", "nanum-square-round", "noto-sans-kr"}),
    ("noto-serif-kr", {"noto-serif-kr", "nanum-myeongjo-bold"}),
    ("nanum-brush", {"nanum-brush", "nanum-pen"}),
])  # fmt: skip
def test_what_nobody_or_somebody_badly_reads_gets_a_face_of_its_kind(face, kin):
    unread = scene(Line(words="봄날의 서재", face=face), read="")
    misread = replace(unread, readings=("흥컬이 저제",))

    for place in (unread, misread):
        assert measured(place, library(), "가을날의 편지").style.face in kin


def test_the_reading_that_fits_the_ink_is_believed():
    place = scene(Line(words="봄날의 서재", face="bm-jua"))

    old = measured(replace(place, readings=("흥컬이 저제", "봄날의 서재")), library(), "편지")

    assert (old.words, old.style.face) == ("봄날의 서재", "bm-jua")


def test_longer_words_come_no_nearer_to_the_edges_than_the_old_ones_were():
    place = scene(Line(words="IRON CROWN", face="anton", em=72, at=(146, 150)))
    near = place.corners[:, 0].min()

    made = set_in_place(place, Wish(words="THE IRON CROWN", family="Anton"), library()).rgb

    _, columns = inked(place.plain, made)
    assert near < 0.07 * 300
    assert columns.min() >= near - 2
