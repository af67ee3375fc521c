"""What CRAFT leaves in doubt is looked at once more, from nearer; heat maps drawn by hand."""

import numpy as np
import pytest

from pipeline.engines.craft.boxes import Thresholds, words_in
from pipeline.engines.craft.closer import MOST, STEP_PX, looked_closer

PAGE = np.full((384, 256, 3), 200, np.uint8)
HIGH = 7.0


def heat(*spots, shape=(192, 128), wide=HIGH):
    """Bumps at (x, y), so hot in their middles."""
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    drawn = np.zeros(shape)
    for x, y, hottest in spots:
        bump = np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * (wide / 2) ** 2))
        drawn = np.maximum(drawn, hottest * bump)
    return drawn.astype(np.float32)


def word(x, y, hottest, links=0.9, *, wide=HIGH, shape=(192, 128)):
    """Three letters and what links them."""
    step = 2 * wide
    letters = heat(*((x + step * k, y, hottest) for k in (-1, 0, 1)), shape=shape, wide=wide)
    between = heat(*((x + step * k, y, links) for k in (-0.5, 0.5)), shape=shape, wide=wide)
    return letters, np.minimum(between, links)


class Looking:
    """Sees the same word, or nothing, in the middle of whatever it is shown."""

    def __init__(self, hottest=0.0, links=0.9):
        self.hottest, self.links, self.shapes = hottest, links, []

    def __call__(self, rgb):
        self.shapes.append(rgb.shape[:2])
        shape = (rgb.shape[0] // 2, rgb.shape[1] // 2)
        return word(shape[1] / 2, shape[0] / 2, self.hottest, self.links, wide=12.0, shape=shape)


def looked(first, looking):
    return looked_closer(PAGE, first, list(words_in(*first, Thresholds())), looking)


def test_nothing_is_looked_at_twice_where_nothing_is_in_doubt():
    looking = Looking(0.9)
    (sure,) = looked(word(64, 90, 0.95), looking)
    assert sure.confidence == pytest.approx(0.95, abs=0.03) and looking.shapes == []


def test_a_word_in_doubt_gives_way_to_what_is_seen_from_nearer():
    looking = Looking(0.95)
    (seen,) = looked(word(64, 90, 0.5, 0.45), looking)
    assert seen.confidence > 0.9 and len(looking.shapes) == 1
    assert seen.corners.mean(axis=0) == pytest.approx([128, 180], abs=12)
    assert all(side % STEP_PX == 0 for side in looking.shapes[0])


@pytest.mark.parametrize(("hottest", "links"), [(0.0, 0.0), (0.6, 0.6), (0.95, 0.2)])
def test_where_no_word_is_seen_from_nearer_the_first_look_stands(hottest, links):
    first = word(64, 90, 0.5, 0.45)
    before = list(words_in(*first, Thresholds()))
    after = looked_closer(PAGE, first, before, Looking(hottest, links))
    assert [one.confidence for one in after] == [one.confidence for one in before]


def test_a_sure_word_is_not_doubled_by_what_is_seen_beside_it():
    text, link = word(64, 90, 0.95)
    faint, tied = word(64, 120, 0.5, 0.45)
    both = np.maximum(text, faint), np.maximum(link, tied)
    boxes = [one.corners.mean(axis=0)[1] for one in looked(both, Looking(0.9))]
    assert sorted(boxes) == pytest.approx([180, 240], abs=12)


def test_a_picture_full_of_doubts_costs_half_a_look_more_at_most():
    text, link = heat(), heat()
    for x in (28, 96):
        for y in range(12, 192, 32):
            faint, tied = word(x, y, 0.5, 0.45, wide=4.0)
            text, link = np.maximum(text, faint), np.maximum(link, tied)
    looking = Looking()
    looked((text, link), looking)
    asked = sum((high - STEP_PX) * (wide - STEP_PX) for high, wide in looking.shapes)
    assert looking.shapes and asked <= MOST * PAGE.shape[0] * PAGE.shape[1]


@pytest.mark.parametrize(("links", "sureness"), [(0.9, 0.9), (0.75, 0.9), (0.45, 0.775)])
def test_half_a_link_makes_a_word_less_sure(links, sureness):
    (one,) = words_in(*word(64, 90, 0.9, links), Thresholds())
    assert one.confidence == pytest.approx(sureness, abs=0.02)


def test_a_lone_letter_needs_no_link():
    (one,) = words_in(heat((64, 90, 0.92)), heat(), Thresholds())
    assert one.confidence == pytest.approx(0.92, abs=0.01)
