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
    assert not seen_lines(PAGE, Sees(name, 0.78, high=60))
    assert seen_lines(PAGE, Sees(name, 0.9, high=60))


def test_what_rapidocr_takes_for_text_is_text():
    assert seen_lines(PAGE, Sees("rapidocr", 0.51, high=120))


class SeesDark:
    """The box of all that is dark, wherever it stands in what it is shown."""

    name = "rapidocr"

    def __init__(self):
        self.shapes = []

    def fragments(self, rgb):
        self.shapes.append(rgb.shape)
        rows, columns = np.nonzero(rgb[..., 0] < 90)
        if not len(rows):
            return []
        left, top, right, bottom = columns.min(), rows.min(), columns.max(), rows.max()
        corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)
        return [Fragment(corners=corners, confidence=0.9)]


def test_a_look_at_some_places_is_smaller_and_tells_what_a_look_at_the_whole_page_does():
    page = np.full((768, 512, 3), 220, np.uint8)
    page[600:640, 100:400] = 10
    place = np.array([(95, 595), (405, 595), (405, 645), (95, 645)], np.float32)
    detector = SeesDark()
    (whole,) = seen_lines(page, detector)
    (part,) = seen_lines(page, detector, [place])
    assert part.corners == pytest.approx(whole.corners)
    assert detector.shapes[1][0] < detector.shapes[0][0]
