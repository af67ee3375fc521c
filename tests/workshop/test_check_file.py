from dataclasses import dataclass

import numpy as np
import pytest

from pipeline.domain.errors import RetouchError
from pipeline.domain.lettering import FoundText, Script, TextLine
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.evidence import FileKind, Found
from pipeline.workshop import check_file


@dataclass
class Tools:
    """A workshop's retoucher that nobody asks anything of."""

    detector: object = None
    reader: object = None


@dataclass
class Place:
    retoucher: Tools


PAGE = Found(kind=FileKind.PNG, size_bytes=1, sheet=RectMm(x=0, y=0, w=100, h=150),
             view=np.zeros((600, 400, 3), np.uint8), view_dpi=101.6, lines=None, barcode=None)  # fmt: skip


def seen(monkeypatch, *lines):
    def find(_picture, _detector, _reader):
        return FoundText(lines=lines, width_px=400, height_px=600, detector="craft")

    monkeypatch.setattr(check_file, "find_lettering", find)
    return check_file.looked_at(Place(Tools()), PAGE).lines


def line(x, y, w, h, confidence=0.9, words="Lantern"):
    corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
    return TextLine(polygon=corners, words=words, confidence=confidence, script=Script.LATIN)


def test_what_is_seen_is_placed_on_the_sheet_without_the_room_round_it(monkeypatch):
    (found,) = seen(monkeypatch, line(0.1, 0.2, 0.5, 0.1))

    assert found.box.x == pytest.approx(10 + 0.2 * 15)
    assert found.box.bottom == pytest.approx(45 - 0.12 * 15)
    assert found.size_pt == pytest.approx(15 / 1.24 * 72 / 25.4)


@pytest.mark.parametrize(
    ("confidence", "words", "sure"), [(0.9, "A", True), (0.9, "", False), (0.3, "A", False)]
)
def test_only_words_that_were_read_are_sure(confidence, words, sure, monkeypatch):
    (found,) = seen(monkeypatch, line(0.1, 0.2, 0.5, 0.1, confidence, words))

    assert found.sure is sure


def test_where_nothing_finds_lettering_nothing_is_claimed(monkeypatch):
    def find(*_):
        raise RetouchError("detector-lost", detector="craft")

    monkeypatch.setattr(check_file, "find_lettering", find)

    assert check_file.looked_at(Place(Tools()), PAGE).lines is None
