import numpy as np
import pytest

from pipeline.typography.paper import paper_of

CREAM, NAVY = (244, 239, 226), (20, 30, 60)


def pixels(share, colour=CREAM, grain=0, ground=NAVY):
    """A thousand pixels of which a share is paper, uneven by `grain` to each side."""
    count = round(1000 * share)
    rng = np.random.default_rng(3)
    paper = np.array(colour) + rng.integers(-grain, grain + 1, (count, 1))
    rest = np.tile(ground, (1000 - count, 1))
    return np.concatenate((paper, rest)).clip(0, 255).astype(np.uint8)


def test_the_paper_of_a_print_is_its_own_colour_and_flat():
    paper = paper_of(pixels(0.4, grain=3))

    assert paper
    assert paper.colour == "#f4efe2"
    assert paper.flat


def test_painted_paper_is_not_flat():
    paper = paper_of(pixels(0.6, grain=12))

    assert paper
    assert not paper.flat


@pytest.mark.parametrize(
    "ground", [pixels(0.1), pixels(0), pixels(0.9, colour=(120, 120, 120)),
               pixels(0.5, colour=(225, 225, 225), grain=30)[:0]],
)  # fmt: skip
def test_little_dark_or_no_paper_is_none(ground):
    assert paper_of(ground) is None


def test_bright_clouds_are_no_paper():
    clouds = np.random.default_rng(1).integers(205, 256, (1000, 3)).astype(np.uint8)

    assert paper_of(np.concatenate((clouds, pixels(0), pixels(0)))) is None
