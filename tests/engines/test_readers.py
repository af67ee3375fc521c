"""Which of two readers is believed."""

import numpy as np
import pytest

from pipeline.domain.lettering import Script
from pipeline.engines.rapid.reader import latin
from pipeline.engines.readers import Readers
from pipeline.engines.tesseract import TesseractReader
from pipeline.ports.lettering import UNREAD, Reading

LINE = np.zeros((20, 90, 3), np.uint8)


class Says:
    """A reader that says the same of every line, and counts what it was asked."""

    def __init__(self, words="", confidence=0.0, script=Script.UNKNOWN):
        self.reading = Reading(words=words, confidence=confidence, script=script)
        self.asked = 0

    def read(self, lines):
        self.asked += len(lines)
        return [self.reading] * len(lines)


def read(latin, hangul):
    (reading,) = Readers(latin, hangul).read([LINE])
    return reading


def test_a_line_that_is_surely_latin_is_read_once():
    hangul = Says("바다", 0.99, Script.HANGUL)

    assert read(Says("THE SEA", 0.97, Script.LATIN), hangul).words == "THE SEA"
    assert hangul.asked == 0


def test_the_surer_reading_is_taken():
    reading = read(Says("HICH", 0.8, Script.LATIN), Says("바다", 0.93, Script.HANGUL))

    assert (reading.words, reading.script) == ("바다", Script.HANGUL)


def test_hangul_is_unread_without_a_reader_of_it_and_never_invented_latin():
    nobody = Says()

    assert read(Says("HICH", 0.6, Script.LATIN), nobody) == UNREAD


@pytest.mark.parametrize(
    "unsure", [Says("EWUNATU", 0.7, Script.LATIN), Says("벌러", 0.5, Script.HANGUL)]
)
def test_what_is_hardly_read_is_unread(unsure):
    assert read(unsure, Says()) == UNREAD


def test_every_line_gets_an_answer_in_its_place():
    class First:
        def read(self, lines):
            sure = Reading(words="ONE", confidence=0.95, script=Script.LATIN)
            return [sure, UNREAD, sure][: len(lines)]

    readings = Readers(First(), Says("둘", 0.9, Script.HANGUL)).read([LINE] * 3)

    assert [one.words for one in readings] == ["ONE", "둘", "ONE"]


def test_without_tesseract_nothing_is_read(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert TesseractReader().read([LINE]) == [UNREAD]


def test_without_its_korean_data_nothing_is_read(monkeypatch, tmp_path):
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho eng\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert TesseractReader().read([LINE]) == [UNREAD]


@pytest.mark.parametrize(("words", "is_latin"), [
    ("THE SEA", True), ("Émile Zola", True), ("1984", True), ("仝", False), ("The 海", False), ("—", False),
])  # fmt: skip
def test_latin_is_told_from_other_letters(words, is_latin):
    assert latin(words) is is_latin
