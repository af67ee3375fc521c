"""Beyond its edge a picture goes on as its mirror image, in which lines run on."""

import numpy as np
import pytest

from pipeline.prepress.reflection import mirrored, reflected

HEIGHT, WIDTH, BEYOND = 300, 200, 12


def lines(slope, across=0):
    """Dark lines on white, 60 rows apart at the left edge, that go down by `slope`; begun `across` further."""
    x, y = np.meshgrid(np.arange(WIDTH) + across, np.arange(HEIGHT))
    dark = (y - slope * x) % 60 < 8
    return np.where(dark[..., None], 30, 240).repeat(3, axis=2).astype(np.uint8)


@pytest.mark.parametrize("slope", [-1.5, -0.6, 0.0, 0.8, 1.5])
def test_a_line_over_the_edge_runs_straight_on(slope):
    made = reflected(lines(slope), BEYOND)[40:-40].astype(int)
    right = lines(slope, -BEYOND)[40:-40, :BEYOND].astype(int)
    wrong = mirrored(lines(slope), BEYOND)[40:-40].astype(int)
    assert np.abs(made - right).mean() < max(4, 0.4 * np.abs(wrong - right).mean())


def test_what_has_no_lines_is_mirrored():
    flat = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    assert np.array_equal(reflected(flat, 20), flat[:, :20])


def test_nothing_steps_at_the_edge():
    art = np.random.default_rng(3).integers(0, 255, (HEIGHT, WIDTH, 3), np.uint8)
    assert np.abs(reflected(art, 5)[:, -1].astype(int) - art[:, 0]).mean() < 40


def test_more_than_the_picture_is_wide_repeats_it():
    assert reflected(lines(0.5), 3 * WIDTH).shape == (HEIGHT, 3 * WIDTH, 3)
