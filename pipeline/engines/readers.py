"""Two readers as one `TextReader`: it is found out for each line in which script it is."""

from collections.abc import Sequence

from pipeline.domain.lettering import Script
from pipeline.ports.lettering import UNREAD, Pixels, Reading, TextReader

SURE = 0.9
"""What is read so well as Latin letters is not offered to the other reader."""
LEAST = {Script.LATIN: 0.75, Script.HANGUL: 0.55, Script.UNKNOWN: 1.0}
"""What is read worse is not read: invented words would be worse than none. On generated lines, real
Latin ones came out at .87 and above and pseudo-lettering below .85, nearly all of it below .7."""


class Readers:
    """Reads Latin letters and Hangul, each by the reader that knows them."""

    def __init__(self, latin: TextReader, hangul: TextReader) -> None:
        self._latin = latin
        self._hangul = hangul

    def read(self, lines: Sequence[Pixels]) -> list[Reading]:
        """What each picture of one upright line says, as the surer of the two reads it."""
        readings = list(self._latin.read(lines))
        left = [at for at, reading in enumerate(readings) if reading.confidence < SURE]
        again = self._hangul.read([lines[at] for at in left])
        for at, reading in zip(left, again, strict=True):
            readings[at] = max(readings[at], reading, key=lambda one: one.confidence)
        return [one if one.confidence >= LEAST[one.script] else UNREAD for one in readings]
