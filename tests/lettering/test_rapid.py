"""RapidOCR with its real models: what it finds, what is not believed, and what it reads."""

import subprocess
import sys

import cv2
import numpy as np
import pytest

from pipeline.domain.lettering import Script
from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.rapid import models
from pipeline.engines.rapid.detector import RapidDetector, plausible
from pipeline.engines.rapid.reader import RapidReader
from pipeline.ports.lettering import UNREAD
from tests.bench_lettering.generating import sample
from tests.bench_lettering.truth import Split
from tests.lettering.test_craft import covered


@pytest.fixture(scope="module")
def rapid():
    return RapidDetector()


@pytest.fixture(scope="module")
def reader():
    return RapidReader()


def cut_out(cover, line):
    """One line of a cover, upright, with a little of what surrounds it."""
    (left, top), (right, bottom) = line.corners.min(axis=0), line.corners.max(axis=0)
    return cover.rgb[max(0, int(top) - 4) : int(bottom) + 5, max(0, int(left) - 4) : int(right) + 5]


def box(width, height):
    return np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)


@pytest.mark.parametrize("split", [Split.ENGLISH, Split.KOREAN])
def test_every_line_of_a_cover_is_found(rapid, split):
    cover = sample(split, 1)

    fragments = rapid.fragments(cover.rgb)

    assert all(covered(line, fragments) for line in cover.lines)
    assert all(0.3 <= one.confidence <= 1 for one in fragments)


def test_a_tilted_line_begins_at_its_left_end(rapid):
    plain = np.full((400, 500, 3), 235, np.uint8)
    cv2.putText(plain, "MIDNIGHT", (90, 215), cv2.FONT_HERSHEY_DUPLEX, 2, (20, 20, 60), 4)
    turn = cv2.getRotationMatrix2D((250, 200), -25, 1)
    tilted = cv2.warpAffine(plain, turn, (500, 400), borderMode=cv2.BORDER_REPLICATE)

    (line,) = rapid.fragments(tilted)

    along = line.corners[1] - line.corners[0]
    assert np.degrees(np.arctan2(along[1], along[0])) == pytest.approx(25, abs=4)


@pytest.mark.parametrize(("width", "height", "believed"), [
    (400, 60, True), (60, 400, True), (512, 160, False), (300, 300, False), (512, 150, True),
])  # fmt: skip
def test_what_is_too_large_for_lettering_is_not_believed(width, height, believed):
    assert plausible(box(width, height), (768, 512, 3)) is believed


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (61, 37), (3000, 20), (700, 700)])
def test_pictures_of_any_size_are_looked_at(rapid, size):
    assert rapid.fragments(np.full((*size, 3), 200, np.uint8)) == []


def test_english_lines_are_read(reader):
    cover = sample(Split.ENGLISH, 1)

    readings = reader.read([cut_out(cover, line) for line in cover.lines])

    right = [
        one.words.replace(" ", "").casefold() == line.words.replace(" ", "").casefold()
        for one, line in zip(readings, cover.lines, strict=True)
    ]
    assert sum(right) >= len(right) - 1
    assert {one.script for one in readings} == {Script.LATIN}


def test_hangul_is_not_read_as_something_else(reader):
    cover = sample(Split.KOREAN, 1)

    readings = reader.read([cut_out(cover, line) for line in cover.lines])

    assert all(one.confidence < 0.75 for one in readings)


@pytest.mark.parametrize("size", [(1, 1), (2, 900), (900, 2)])
def test_a_line_of_any_size_is_read_or_unread(reader, size):
    assert reader.read([np.full((*size, 3), 128, np.uint8)]) == [UNREAD]


def test_a_model_that_is_missing_is_told_and_never_fetched(monkeypatch):
    monkeypatch.setattr(models, "DETECTOR", "PP-OCRv9_det.onnx")

    with pytest.raises(RetouchError) as caught:
        RapidDetector().fragments(np.zeros((40, 40, 3), np.uint8))

    assert caught.value.facts == {"file": "PP-OCRv9_det.onnx"}


def test_a_model_that_cannot_be_run_is_told(monkeypatch, tmp_path):
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"no model")
    monkeypatch.setattr(models, "_file", lambda name: broken)

    with pytest.raises(RetouchError) as caught:
        RapidDetector().fragments(np.zeros((40, 40, 3), np.uint8))

    assert caught.value.code == "detector-failed"


def test_it_says_nothing_and_asks_nobody():
    looks = (
        "import socket, numpy as np\n"
        "def nobody(*_, **__): raise SystemExit('asked the network')\n"
        "socket.socket.connect = socket.getaddrinfo = nobody\n"
        "from pipeline.engines.rapid.detector import RapidDetector\n"
        "from pipeline.engines.rapid.reader import RapidReader\n"
        "blank = np.full((64, 64, 3), 200, np.uint8)\n"
        "RapidDetector().fragments(blank), RapidReader().read([blank])\n"
    )

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", looks], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
