"""Lines in both scripts, read by RapidOCR and tesseract together."""

import shutil

import numpy as np
import pytest

from pipeline.domain.lettering import Script
from pipeline.engines.black_on_white import WAYS
from pipeline.engines.rapid.reader import RapidReader
from pipeline.engines.readers import Readers
from pipeline.engines.tesseract import TesseractReader
from pipeline.ports.lettering import UNREAD
from tests.bench_lettering.generating import sample
from tests.bench_lettering.truth import Split
from tests.lettering.test_rapid import cut_out

korean = pytest.mark.skipif(
    shutil.which("tesseract") is None or TesseractReader().program is None,
    reason="needs tesseract with its Korean data",
)


@pytest.fixture(scope="module")
def readers():
    return Readers(RapidReader(), TesseractReader())


def lines_of(split, number):
    cover = sample(split, number)
    return [line.words for line in cover.lines], [cut_out(cover, line) for line in cover.lines]


def hangul(text):
    return sum("가" <= sign <= "힣" for sign in text)


@korean
def test_the_script_of_each_line_is_found_out(readers):
    english, pictures = lines_of(Split.ENGLISH, 1)
    _, more = lines_of(Split.KOREAN, 1)

    readings = readers.read(pictures + more)

    assert {one.script for one in readings[: len(english)]} == {Script.LATIN}
    assert {one.script for one in readings[len(english) :]} <= {Script.HANGUL, Script.UNKNOWN}
    assert Script.HANGUL in {one.script for one in readings[len(english) :]}


@korean
def test_korean_lines_are_read_though_they_are_light_on_a_picture(readers):
    truths, pictures = lines_of(Split.KOREAN, 1)

    readings = readers.read(pictures)

    same = sum(
        one.words.replace(" ", "") == truth.replace(" ", "")
        for one, truth in zip(readings, truths, strict=True)
    )
    assert same >= len(truths) / 2


@korean
def test_numbers_are_no_reason_to_doubt_a_korean_line(readers):
    truths, pictures = lines_of(Split.KOREAN, 5)
    at = truths.index("2024년 올해의 책")

    (reading,) = readers.read([pictures[at]])

    assert reading.words.replace(" ", "") == "2024년올해의책"


@korean
def test_the_same_line_is_read_the_same_each_time():
    _, pictures = lines_of(Split.KOREAN, 2)

    first, again = (TesseractReader().read(pictures) for _ in range(2))

    assert first == again


def test_without_tesseract_hangul_is_unread(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    _, pictures = lines_of(Split.KOREAN, 1)

    readings = Readers(RapidReader(), TesseractReader()).read(pictures)

    assert readings == [UNREAD] * len(pictures)


def test_words_are_not_invented_where_there_are_none(readers):
    grounds = [sample(Split.FREE, number).rgb for number in range(6)]
    pictures = [ground[at : at + 48, 60:400] for ground in grounds for at in (100, 500)]

    assert readers.read(pictures) == [UNREAD] * len(pictures)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("size", [(1, 1), (3, 400), (200, 3)])
def test_every_way_of_printing_takes_any_line(way, size):
    drawn = way(np.full((*size, 3), 128, np.uint8))

    assert drawn.dtype == np.uint8
    assert drawn.ndim == 2
