"""Heat maps that are drawn by hand, and the words in them."""

import numpy as np
import pytest

from pipeline.engines.craft.boxes import Thresholds, words_in

SHAPE = (100, 160)


def heat(*letters, hottest=0.9, points=6.0):
    """Bumps with their middles at (x, y), as the network draws letters and links."""
    rows, columns = np.mgrid[: SHAPE[0], : SHAPE[1]]
    drawn = np.zeros(SHAPE, np.float32)
    for x, y in letters:
        bump = np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * (points / 2) ** 2))
        drawn = np.maximum(drawn, hottest * bump)
    return drawn.astype(np.float32)


def found(text, link, thresholds=None):
    return list(words_in(text, link, thresholds or Thresholds()))


def test_linked_letters_are_one_word_at_twice_the_size_of_the_map():
    letters = [(40, 50), (52, 50), (64, 50)]
    links = [(46, 50), (58, 50)]

    (word,) = found(heat(*letters), heat(*links))

    left, top = word.corners.min(axis=0)
    right, bottom = word.corners.max(axis=0)
    assert left < 80
    assert right > 128
    assert top < 100 < bottom
    assert right - left > 2 * (bottom - top)
    assert word.confidence == pytest.approx(0.9, abs=0.01)


def test_letters_without_links_are_apart():
    apart = found(heat((40, 50), (70, 50)), heat())

    middles = sorted(float(word.corners[:, 0].mean()) for word in apart)
    assert middles == pytest.approx([80, 140], abs=1.5)


def test_the_first_edge_of_a_tilted_word_runs_along_its_top():
    letters = [(40 + 10 * k, 30 + 6 * k) for k in range(5)]
    links = [(45 + 10 * k, 33 + 6 * k) for k in range(4)]

    (word,) = found(heat(*letters), heat(*links))

    along = word.corners[1] - word.corners[0]
    assert np.degrees(np.arctan2(along[1], along[0])) == pytest.approx(31, abs=5)
    assert np.linalg.norm(along) > 2 * np.linalg.norm(word.corners[2] - word.corners[1])


def test_what_is_only_lukewarm_counts_by_the_threshold():
    faint = heat((40, 50), hottest=0.5)

    assert len(found(faint, heat())) == 1
    assert found(faint, heat(), Thresholds(detection=0.7, text=0.4, link=0.4)) == []


def test_specks_are_no_letters():
    assert found(heat((40, 50), points=1.5), heat()) == []


def test_a_map_with_nothing_in_it_has_no_words():
    assert found(heat(), heat()) == []


def test_letters_at_the_edge_are_found_as_well():
    (word,) = found(heat((0, 0)), heat())

    assert word.corners.min() >= 0
