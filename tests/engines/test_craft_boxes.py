"""Words from heat maps that no picture has to show."""

import numpy as np

from pipeline.engines.craft.boxes import Thresholds, words_in


def test_an_island_whose_every_point_is_a_letter_and_a_link_is_a_word():
    heat = np.zeros((60, 80), np.float32)
    heat[20:40, 10:50] = 0.9

    (word,) = words_in(heat, heat, Thresholds())

    assert (word.corners.min(axis=0) <= (20, 40)).all()
    assert (word.corners.max(axis=0) >= (98, 78)).all()
    assert word.confidence == np.float32(0.9)
