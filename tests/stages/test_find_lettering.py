"""Lines of a picture with what they say."""

import numpy as np
import pytest

from pipeline.domain.lettering import Script
from pipeline.ports.lettering import UNREAD, Fragment, Reading
from pipeline.stages.find_lettering import find_lettering

PAGE = np.zeros((300, 200, 3), np.uint8)


class Finding:
    name = "finding"

    def __init__(self, *boxes):
        self.boxes = boxes

    def fragments(self, rgb):
        return [Fragment(corners=np.array([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], np.float32),
                         confidence=0.7) for x, y, w, h in self.boxes]  # fmt: skip


WORDS = {(255, 0, 0): "red first", (0, 0, 255): "blue first"}


class Colours:
    """Reads a line by the colour at its left end."""

    def __init__(self, sure=("blue first", "red first")):
        self.sure, self.shapes = sure, []

    def read(self, lines):
        self.shapes += [line.shape[:2] for line in lines]
        return [self._reading(tuple(line[line.shape[0] // 2, line.shape[1] // 8].tolist())) for line in lines]  # fmt: skip

    def _reading(self, colour):
        words = WORDS.get(colour)
        if not words:
            return UNREAD
        return Reading(
            words=words, confidence=0.9 if words in self.sure else 0.3, script=Script.LATIN
        )


def test_without_a_reader_lines_are_found_all_the_same():
    found = find_lettering(PAGE, Finding((20, 30, 100, 20)), None)
    (line,) = found.lines
    assert (found.width_px, found.height_px, found.detector) == (200, 300, "finding")
    assert (
        line.words == "" and line.script is Script.UNKNOWN and line.confidence == pytest.approx(0.7)
    )
    assert line.polygon[0] == pytest.approx((0.1, 0.1)) and line.polygon[2] == pytest.approx(
        (0.6, 1 / 6)
    )


def test_what_nobody_can_read_stays_a_line():
    found = find_lettering(PAGE, Finding((20, 30, 100, 20)), Colours())
    assert [line.words for line in found.lines] == [""]


def test_lines_are_read_one_by_one_upright():
    page = PAGE.copy()
    page[30:50, 20:70], page[100:120, 20:70] = (255, 0, 0), (0, 0, 255)
    reader = Colours()
    found = find_lettering(page, Finding((20, 100, 100, 20), (20, 30, 100, 20)), reader)
    assert [line.words for line in found.lines] == ["red first", "blue first"]
    assert all(wide > 3 * high for high, wide in reader.shapes)


@pytest.mark.parametrize(("surer", "top"), [("red first", True), ("blue first", False)])
def test_a_line_on_a_spine_runs_the_way_in_which_it_can_be_read(surer, top):
    page = PAGE.copy()
    page[40:140, 80:100], page[140:240, 80:100] = (255, 0, 0), (0, 0, 255)
    (line,) = find_lettering(page, Finding((80, 40, 20, 200)), Colours(sure=(surer,))).lines
    assert line.turned and line.words == surer
    assert (line.polygon[0][1] < 0.5) is top
