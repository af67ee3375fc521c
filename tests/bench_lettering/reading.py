"""How well the words of found lines are read."""

from dataclasses import dataclass, field

from pipeline.ports.lettering import TextReader
from pipeline.stages.find_lettering import find_lettering
from tests.bench_lettering import metrics
from tests.bench_lettering.engines import SCRIPTS, Stopwatch
from tests.bench_lettering.finding import Looked
from tests.bench_lettering.truth import Sample


@dataclass(slots=True, kw_only=True)
class Read:
    """Sums over the lines of one split that one reader read; lines that were not found count as misread."""

    lines: int = 0
    letters: int = 0
    wrong: int = 0
    exact: int = 0
    scripts: int = 0
    """Lines whose script was told right."""
    wall: list[float] = field(default_factory=list[float])

    def add(self, sample: Sample, looked: Looked, reader: TextReader) -> None:
        """One picture."""
        watch = Stopwatch()
        found = find_lettering(sample.rgb, looked.recalled, reader)
        self.wall.append(watch.read()[0])
        corners = [metrics.corners_of(line) for line in found.lines]
        for line in sample.lines:
            overlap, place = metrics.best_of(line, corners)
            there = overlap > metrics.READ
            words = found.lines[place].words if there else ""
            wrong = metrics.misread(line.words, words)
            self.lines += 1
            self.letters += len(metrics.letters(line.words))
            self.wrong += wrong
            self.exact += metrics.letters(line.words) == metrics.letters(words)
            self.scripts += there and found.lines[place].script is SCRIPTS[sample.split]

    @property
    def error_rate(self) -> float:
        """Of the letters (CER)."""
        return self.wrong / max(1, self.letters)

    def as_dict(self) -> dict[str, object]:
        """As plain values; seconds are for all lines of a picture."""
        return {"lines": self.lines, "cer": self.error_rate, "exact": self.exact / max(1, self.lines),
                "script_right": self.scripts / max(1, self.lines),
                "wall_s": sum(self.wall) / max(1, len(self.wall))}  # fmt: skip
