"""How sure each detector must be of a line."""

import numpy as np
import pytest

from pipeline.ports.lettering import Fragment
from pipeline.stages.seen_lines import seen_lines

PAGE = np.zeros((768, 512, 3), np.uint8)


class Sees:
    """One box, `high` pixels high."""

    def __init__(self, name, confidence, high=40):
        corners = np.array([(50, 50), (300, 50), (300, 50 + high), (50, 50 + high)], np.float32)
        self.name, self._seen = name, [Fragment(corners=corners, confidence=confidence)]

    def fragments(self, rgb):
        return self._seen


@pytest.mark.parametrize("name", ["craft", "keras-ocr"])
def test_heat_maps_must_be_surer_of_large_lines(name):
    assert seen_lines(PAGE, Sees(name, 0.7))
    assert not seen_lines(PAGE, Sees(name, 0.55))
    assert not seen_lines(PAGE, Sees(name, 0.87, high=140))
    assert seen_lines(PAGE, Sees(name, 0.95, high=140))


def test_what_rapidocr_takes_for_text_is_text():
    assert seen_lines(PAGE, Sees("rapidocr", 0.51, high=120))
