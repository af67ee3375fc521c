"""keras-ocr with its real graph and the published weights, beside the same network on onnxruntime."""

import json
import subprocess
import sys

import numpy as np
import pytest

from pipeline.engines.craft.detector import CraftDetector
from pipeline.engines.keras_ocr.detector import KerasOcrDetector, environment_for
from tests.bench_lettering.generating import sample
from tests.bench_lettering.truth import Split

COVERS = [(Split.ENGLISH, 0), (Split.KOREAN, 3), (Split.PSEUDO, 0)]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home of nobody's, in which libraries would leave their files."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def keras_ocr(tmp_path_factory, home):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        detector = KerasOcrDetector(tmp_path_factory.mktemp("keras-ocr"))
    yield detector
    detector.close()


@pytest.fixture(scope="module")
def craft(tmp_path_factory):
    return CraftDetector(tmp_path_factory.mktemp("craft"))


@pytest.mark.parametrize(("split", "number"), COVERS)
def test_it_finds_what_craft_finds_box_for_box(keras_ocr, craft, split, number):
    picture = sample(split, number).rgb

    words, same = keras_ocr.fragments(picture), craft.fragments(picture)

    assert len(words) == len(same)
    assert words
    for word, other in zip(words, same, strict=True):
        assert np.abs(word.corners - other.corners).max() < 1.0
        assert word.confidence == pytest.approx(other.confidence, abs=1e-3)


@pytest.mark.parametrize("size", [(1, 1), (30, 900)])
def test_it_looks_at_pictures_of_any_size(keras_ocr, size):
    assert list(keras_ocr.fragments(np.full((*size, 3), 200, np.uint8))) == []


def test_it_leaves_nothing_in_the_home_of_whoever_runs_it(keras_ocr, home):
    keras_ocr.fragments(np.full((64, 64, 3), 200, np.uint8))

    assert list(home.rglob("*")) == []


INSIDE = """
import sys
import numpy as np
from pipeline.engines.craft.weights import load_weights, weights_file
from pipeline.engines.keras_ocr.network import THRESHOLDS, _fill, open_network
from tests.bench_lettering.generating import sample
from tests.bench_lettering.truth import Split

picture = np.ascontiguousarray(sample(Split.ENGLISH, 0).rgb[:256, :256])
network = open_network()
assert "torch" not in sys.modules

from keras_ocr.detection import Detector
real = Detector(weights=None)
_fill(real.model, load_weights(weights_file()))
(boxes,) = real.detect([picture], detection_threshold=THRESHOLDS.detection,
                       text_threshold=THRESHOLDS.text, link_threshold=THRESHOLDS.link)
assert len(boxes) and np.array_equal(boxes, [one.corners for one in network(picture)])

heat = np.zeros((1, 60, 80, 2), np.float32)
heat[0, 20:40, 10:50] = 0.9
network._heat_of = lambda pictures: heat
(word,) = network(picture)
print([float(one) for one in (*word.corners.min(axis=0), *word.corners.max(axis=0))])
"""


def test_it_finds_what_the_library_finds_and_no_island_breaks_it(tmp_path):
    """On an island whose every point is a letter and a link, the library raises an IndexError."""
    run = subprocess.run([sys.executable, "-c", INSIDE], env=environment_for(tmp_path), check=False,
                         capture_output=True, text=True)  # fmt: skip

    assert run.returncode == 0, run.stderr
    left, top, right, bottom = json.loads(run.stdout.splitlines()[-1])
    assert (left <= 20, right >= 98) == (True, True)
    assert (top <= 40, bottom >= 78) == (True, True)
