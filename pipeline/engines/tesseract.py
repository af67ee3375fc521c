"""Tesseract with its Korean data as a `TextReader`: Hangul, in a process of its own.

It is a program of the system (the packages tesseract-ocr and tesseract-ocr-kor of Debian and Ubuntu)
and need not be there: then nothing is read. It was made for black print on white paper, so it gets
every line as that, in another way where the first was not read well.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import unicodedata
from functools import cached_property
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from pipeline.domain.lettering import Script
from pipeline.ports.lettering import UNREAD, Pixels, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.engines.black_on_white import Print

PROGRAM = "tesseract"
LANGUAGE = "kor"
AS_ONE_LINE = "7"
"""Its page segmentation mode."""
SURE = 0.9
"""What is read so well is not read again in another way."""
MOSTLY = 0.5
"""At least this share of the letters that were read must be Hangul, or it is none."""
LONGEST_S = 60.0
"""A twentieth of a second a line is usual."""


class TesseractReader:
    """Reads single lines in Hangul; without the program or its Korean data it reads nothing."""

    @cached_property
    def program(self) -> str | None:
        """Where the program is; None where it or its Korean data are not."""
        path = shutil.which(PROGRAM)
        return path if path and LANGUAGE in _said([path, "--list-langs"]).split() else None

    def read(self, lines: Sequence[Pixels]) -> list[Reading]:
        """What each picture of one upright line says; two processes at most are started for all."""
        from pipeline.engines.black_on_white import WAYS  # noqa: PLC0415  (cv2 is heavy)

        best = [UNREAD] * len(lines)
        for ways in (WAYS[:1], WAYS[1:]):
            left = [at for at, reading in enumerate(best) if reading.confidence < SURE]
            attempts = list(product(left, ways))
            readings = self._readings([way(lines[at]) for at, way in attempts])
            for (at, _), reading in zip(attempts, readings, strict=True):
                best[at] = max(best[at], reading, key=lambda one: one.confidence)
        return best

    def _readings(self, prints: Sequence[Print]) -> list[Reading]:
        if self.program is None or not prints:
            return [UNREAD] * len(prints)
        with TemporaryDirectory(prefix="articover-") as folder:
            listed = _laid_out(prints, Path(folder))
            table = _said([self.program, str(listed), "stdout", "-l", LANGUAGE,
                           "--psm", AS_ONE_LINE, "--dpi", "300", "tsv"])  # fmt: skip
        rows = list(_words(table))
        return [_reading([row for row in rows if row[0] == at]) for at in range(len(prints))]


def _laid_out(prints: Sequence[Print], folder: Path) -> Path:
    """A list of picture files: the program takes it for one document of so many pages."""
    for at, drawn in enumerate(prints):
        Image.fromarray(drawn).save(folder / f"{at}.png")
    listed = folder / "lines.txt"
    listed.write_text("".join(f"{folder / str(at)}.png\n" for at in range(len(prints))), "utf-8")
    return listed


def _said(command: Sequence[str]) -> str:
    """What the program says; nothing when it fails, as reading is a courtesy."""
    try:
        done = subprocess.run(  # noqa: S603 (arguments of ours, and no shell)
            command, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=LONGEST_S,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _words(table: str) -> Iterator[tuple[int, str, float]]:
    """Place of the line, text and confidence of each word in the program's table."""
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == "5" and (text := (row["text"] or "").strip()):
            yield int(row["page_num"]) - 1, text, float(row["conf"]) / 100


def _reading(words: Sequence[tuple[int, str, float]]) -> Reading:
    """One line's words; each counts by its length, and strange signs count against the line."""
    spread = all(len(word) == 1 for _, word, _ in words)  # letter-spaced, not words
    text = unicodedata.normalize("NFC", ("" if spread else " ").join(word for _, word, _ in words))
    signs = text.replace(" ", "")
    hangul = sum("가" <= sign <= "힣" for sign in signs)
    if not hangul or hangul < MOSTLY * sum(sign.isalpha() for sign in signs):
        return UNREAD
    usual = (hangul + sum(sign.isdecimal() for sign in signs)) / len(signs)
    sure = sum(len(word) * confidence for _, word, confidence in words) / len(signs)
    return Reading(words=text, confidence=max(0.0, sure) * usual, script=Script.HANGUL)
