"""Lines found by CRAFT, erased, and looked for by both detectors."""

import numpy as np
import pytest

from pipeline.engines.craft.detector import CraftDetector
from pipeline.engines.inpainting import PatchInpainter
from pipeline.engines.rapid.detector import RapidDetector
from pipeline.stages.erasing import erase
from pipeline.stages.find_lettering import find_lettering
from pipeline.stages.quadrilateral import as_corners
from tests.bench_lettering.generating import sample
from tests.bench_lettering.truth import Split


@pytest.fixture(scope="module")
def engines(tmp_path_factory):
    return CraftDetector(tmp_path_factory.mktemp("craft")), RapidDetector(), PatchInpainter()


@pytest.mark.parametrize(
    ("split", "number"), [(Split.ENGLISH, 0), (Split.KOREAN, 5), (Split.PSEUDO, 22)]
)
def test_nothing_is_left_of_lettering_and_the_ground_is_what_it_was(engines, split, number):
    craft, rapid, inpainter = engines
    cover = sample(split, number)
    found = find_lettering(cover.rgb, craft, None)
    places = [as_corners(line.polygon, cover.rgb.shape) for line in found.lines]

    done = erase(cover.rgb, places, inpainter, craft, rapid, 7)

    assert len(found.lines) >= len(cover.lines) and done.left == ()
    assert (done.rgb == cover.rgb)[~done.mask].all()
    before, after = (np.abs(one.astype(int) - cover.background)[cover.ink].mean()
                     for one in (cover.rgb, done.rgb))  # fmt: skip
    assert after < 0.3 * before
