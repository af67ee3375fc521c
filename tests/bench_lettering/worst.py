"""Pictures that went wrong, drawn for people who tune: true lines in red, found ones in green."""

from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageDraw

from pipeline.ports.lettering import Corners, Pixels
from tests.bench_lettering.truth import Sample


class Worst:
    """Writes into a folder, or nothing where there is none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def found(self, sample: Sample, corners: Iterable[Corners]) -> None:
        """A picture in which lines were missed, or found where none are."""
        self._write(sample, sample.rgb, corners, "found")

    def erased(self, sample: Sample, made: Pixels) -> None:
        """A picture in which a line can still be found."""
        self._write(sample, made, (), "left")

    def _write(self, sample: Sample, rgb: Pixels, corners: Iterable[Corners], what: str) -> None:
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        picture = Image.fromarray(rgb)
        draw = ImageDraw.Draw(picture)
        for line in sample.lines:
            draw.polygon(
                [tuple(point) for point in line.corners.tolist()], outline="#ff0000", width=1
            )
        for one in corners:
            draw.polygon([tuple(point) for point in one.tolist()], outline="#00ff00", width=2)
        picture.save(self._folder / f"{sample.name}-{what}.png")
