"""Floors under what `make bench-lettering` measures on the whole set: a dozen of its pictures."""

import numpy as np
import pytest

from pipeline.engines.craft.detector import CraftDetector
from pipeline.engines.inpainting import PatchInpainter
from pipeline.engines.rapid.detector import RapidDetector
from pipeline.stages.erasing import erase
from tests.bench_lettering import metrics
from tests.bench_lettering.erasing import still
from tests.bench_lettering.finding import Tally, look
from tests.bench_lettering.generating import sample
from tests.bench_lettering.quality import hole_of
from tests.bench_lettering.truth import Split

LETTERED = (
    (Split.ENGLISH, 4), (Split.ENGLISH, 15), (Split.ENGLISH, 29),
    (Split.KOREAN, 8), (Split.KOREAN, 21), (Split.KOREAN, 40),
    (Split.PSEUDO, 6), (Split.PSEUDO, 16), (Split.PSEUDO, 35),
)  # fmt: skip
"""Photographs, drawings, textures and gradients."""
FREE = (3, 6, 13, 15)
"""Two of them have what looks like lettering: trees in rows, and a painter's seal."""
FAINT = ((Split.KOREAN, 7), (Split.KOREAN, 19))
"""Small words over hatching and over rays, which are only half believed at first."""


@pytest.fixture(scope="module")
def craft(tmp_path_factory):
    return CraftDetector(tmp_path_factory.mktemp("craft"))


@pytest.fixture(scope="module")
def rapid():
    return RapidDetector()


@pytest.fixture(scope="module")
def lettered():
    return [sample(*one) for one in LETTERED]


def summed(samples, detector):
    total = Tally()
    for one in samples:
        looked = look(one, detector)
        total.add(one, looked.corners, looked.wall, looked.cpu)
    return total


@pytest.fixture(scope="module")
def found(lettered, craft):
    return summed(lettered, craft)


def test_the_same_number_is_the_same_picture(lettered):
    again = sample(*LETTERED[-1])
    assert np.array_equal(again.rgb, lettered[-1].rgb)
    assert np.array_equal(again.ink, lettered[-1].ink)


def test_a_picture_differs_from_its_background_only_in_its_ink(lettered):
    for one in lettered:
        changed = np.abs(one.rgb.astype(int) - one.background).max(2) > 8
        assert np.array_equal(changed, one.ink)
        assert all(one.ink[metrics.under([line.corners], grown=False)].any() for line in one.lines)


def test_craft_finds_every_line_in_english_korean_and_pseudo_lettering(found):
    assert found.lines >= 36
    assert found.hit >= found.lines - 1


def test_craft_finds_few_lines_that_are_none(found):
    assert found.precision >= 0.9
    assert np.mean(found.inked) >= 0.97


def test_what_is_hard_to_see_is_found_by_a_closer_look(craft):
    hard = summed([sample(*one) for one in FAINT], craft)
    assert hard.hit == hard.lines
    assert min(hard.inked) >= 0.9


def test_the_fast_detector_finds_nearly_as_many(lettered, rapid):
    assert summed(lettered, rapid).recall >= 0.9


def test_nothing_is_masked_where_nothing_is_lettered(craft):
    assert summed([sample(Split.FREE, number) for number in FREE], craft).found == 0


def test_what_was_erased_is_found_by_no_other_detector(lettered, craft, rapid):
    for one in (lettered[0], lettered[4], lettered[8]):
        corners = look(one, craft).corners
        done = erase(one.rgb, corners, PatchInpainter(), craft, rapid, seed=1)
        assert still(one, one.rgb, rapid) >= len(one.lines) - 1
        assert still(one, done.rgb, rapid) == 0
        assert np.array_equal(done.rgb[~done.mask], one.rgb[~done.mask])


def test_holes_are_filled_with_what_was_there_before(lettered):
    errors = []
    for one in (lettered[1], lettered[3]):
        hole = hole_of(one.ink)
        filled = PatchInpainter().fill(one.rgb, hole, seed=1)
        errors.append(((filled[hole].astype(float) - one.background[hole]) ** 2).mean())
    assert np.mean([10 * np.log10(255**2 / error) for error in errors]) >= 22
