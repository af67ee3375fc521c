"""What is erased is looked for again, and what is left is told."""

import numpy as np
import pytest

from pipeline.engines.inpainting import PatchInpainter
from pipeline.ports.lettering import Fragment
from pipeline.stages.erasing import erase
from pipeline.stages.quadrilateral import as_corners

GROUND, INK = (225, 220, 205), (20, 16, 30)


def bars(picture, left, top):
    """Something like a word: seven strokes, 30 px high."""
    for number in range(7):
        picture[top : top + 30, left + 12 * number : left + 12 * number + 5] = INK
    return np.array(
        [(left, top), (left + 77, top), (left + 77, top + 30), (left, top + 30)], np.float32
    )


class Dark:
    """Finds whatever is dark inside given places."""

    name = "dark"

    def __init__(self, *places):
        self.places = places

    def fragments(self, rgb):
        return [Fragment(corners=place, confidence=0.8) for place in self.places
                if (rgb[int(place[0][1]):int(place[2][1]), int(place[0][0]):int(place[2][0])] < 90).any()]  # fmt: skip


class Always(Dark):
    """Finds lettering whatever is done."""

    def fragments(self, rgb):
        return [Fragment(corners=place, confidence=0.8) for place in self.places]


class Painting:
    """Fills with the ground; the first `short` times it leaves the mask as it is."""

    def __init__(self, short=0):
        self.short, self.seeds = short, []

    def fill(self, rgb, mask, *, seed):
        self.seeds.append(seed)
        if len(self.seeds) <= self.short:
            return rgb.copy()
        return np.where(mask[..., None], np.array(GROUND, np.uint8), rgb)


@pytest.fixture
def page():
    picture = np.empty((200, 240, 3), np.uint8)
    picture[:] = GROUND
    return picture, bars(picture, 40, 40), bars(picture, 40, 130)


def test_what_is_found_no_more_took_one_try_and_changed_nothing_beside_the_mask(page):
    rgb, first, second = page
    done = erase(rgb, [first, second], Painting(), Dark(first), Dark(second), 5)
    assert (done.tries, done.left) == (1, ())
    assert np.ptp(done.rgb.reshape(-1, 3), axis=0).max() == 0
    assert (done.rgb == rgb)[~done.mask].all()


def test_only_what_was_chosen_is_erased_and_the_rest_is_not_called_left(page):
    rgb, first, second = page
    done = erase(rgb, [first], Painting(), Dark(first, second), Dark(second), 5)
    assert (done.tries, done.left) == (1, ())
    assert (done.rgb[120:] == rgb[120:]).all()


def test_what_either_of_them_still_finds_is_tried_once_more_with_a_larger_mask(page):
    rgb, first, _ = page
    painting = Painting(short=1)
    done = erase(rgb, [first], painting, Dark(), Dark(first), 5)
    once = erase(rgb, [first], Painting(), Dark(), Dark(), 5)
    assert (done.tries, done.left) == (2, ()) and len(set(painting.seeds)) == 2
    assert done.mask.sum() > once.mask.sum() and not (once.mask & ~done.mask).any()


def test_what_is_left_after_two_tries_is_told_where_it_is(page):
    rgb, first, second = page
    done = erase(rgb, [first, second], Painting(), Always(first), Dark(), 5)
    assert done.tries == 2
    (line,) = done.left
    assert as_corners(line.polygon, rgb.shape) == pytest.approx(first, abs=1)


def test_nothing_chosen_changes_nothing(page):
    rgb, first, _ = page
    done = erase(rgb, [], Painting(), Dark(first), Dark(first), 5)
    assert done.tries == 0 and (done.rgb == rgb).all() and not done.mask.any()


def test_lines_that_are_filled_side_by_side_are_filled_the_same_with_the_same_seed():
    rgb = np.random.default_rng(3).integers(90, 160, (420, 240, 3), np.uint8)
    places = [bars(rgb, 40, top) for top in (40, 190, 340)]
    first, again = (erase(rgb, places, PatchInpainter(), Dark(), Dark(), 5).rgb for _ in range(2))
    apart = rgb
    for place in places:
        apart = erase(apart, [place], PatchInpainter(), Dark(), Dark(), 5).rgb
    assert (first == again).all()
    assert (first != rgb).any(axis=2).sum() == (apart != rgb).any(axis=2).sum()
