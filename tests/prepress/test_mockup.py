import numpy as np
import pytest

from pipeline.drawing.colour import to_oklch
from pipeline.prepress.mockup import mockup
from pipeline.prepress.mockup_camera import camera_for, turned
from pipeline.prepress.mockup_ground import backdrop_colour
from tests.prepress.presets import wrap

SIZE = (320, 400)
RED, BLUE = (200, 30, 40), (20, 40, 190)


def plain(colour, width=60, height=90):
    return np.full((height, width, 3), colour, np.uint8)


def shown(name="kdp-6x9", pages=312, front=RED, spine=BLUE, *, case=False):
    return mockup(plain(front), plain(spine, 8), wrap(name, pages), case=case, size=SIZE)


def columns(picture, channel):
    """The columns in which one channel outweighs the others by far: where a panel is seen."""
    pixels = picture.astype(int)
    others = [c for c in range(3) if c != channel]
    strong = pixels[..., channel] - pixels[..., others].max(-1) > 60
    return np.flatnonzero(strong.any(0))


def test_front_and_spine_are_seen_side_by_side_on_a_calm_ground():
    picture = shown()
    spine, front = columns(picture, 2), columns(picture, 0)

    assert picture.shape == (400, 320, 3)
    assert spine.max() <= front.min() + 2 and len(front) > 5 * len(spine) > 0
    corners = picture[[3, 3, -4, -4], [3, -4, 3, -4]].astype(int)
    assert np.ptp(corners, axis=0).max() < 60


def test_a_thicker_book_shows_a_wider_spine():
    thin, thick = columns(shown(pages=100), 2), columns(shown(pages=700), 2)

    assert len(thick) > 3 * len(thin)


@pytest.mark.parametrize("name", ["kdp-8.25x6", "kdp-8.5x8.5", "kdp-5x8", "kyobo-46판"])
def test_books_of_every_shape_stand_whole_within_the_picture(name):
    front = columns(shown(name, 200), 0)

    assert front.min() > 5 and front.max() < SIZE[0] - 6


def test_what_is_upright_stays_upright():
    made = wrap("kdp-6x9", 312)
    camera = camera_for(made.front.w, made.front.h, made.spine.w, SIZE)

    low, high = camera.seen((40.0, 0.0, 10.0)), camera.seen((40.0, 228.0, 10.0))

    assert low[0] == pytest.approx(high[0]) and high[1] < low[1]
    assert turned((-1.0, 0.0, 0.0))[2] > 0


def test_a_case_shows_its_hinge_where_a_paperback_has_only_a_crease():
    def groove(picture):
        front = columns(picture, 0)
        row = picture[190:210, front.min() : front.max(), 0].mean(0)
        return row[len(row) // 2] - row[2 : len(row) // 6].min()

    case = groove(shown("kdp-hardcover-6x9", case=True))

    assert case > 1.5 * groove(shown()) > 0


def test_the_book_throws_a_shadow_at_its_foot():
    picture = shown(front=(240, 240, 240), spine=(240, 240, 240)).astype(float).mean(-1)
    foot = picture[330:380]

    assert foot.min() < picture[20:60, 20:60].mean() - 50


@pytest.mark.parametrize("colour", [RED, BLUE, (20, 20, 22), (250, 250, 248), (240, 220, 170)])
def test_the_ground_is_a_calm_tint_that_the_cover_stands_out_from(colour):
    ground = to_oklch(backdrop_colour(plain(colour)))
    cover = to_oklch("#{:02x}{:02x}{:02x}".format(*colour))

    assert ground[1] < 0.04
    assert abs(ground[0] - cover[0]) > 0.12


def test_the_same_cover_makes_the_same_picture():
    assert np.array_equal(shown(), shown())


def test_pages_are_as_white_as_their_paper():
    def warmth(*, white):
        picture = mockup(plain((128,) * 3), plain((128,) * 3, 8), wrap("kdp-6x9", 700), case=False,
                         white=white, size=SIZE)  # fmt: skip
        return int((picture[..., 0].astype(int) - picture[..., 2]).max())

    assert warmth(white=False) > 12 > warmth(white=True)
