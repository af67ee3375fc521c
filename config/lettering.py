"""What finds, erases and replaces lettering in pictures: environment variables, read once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from config.reader import Reader
from pipeline.domain.lettering import Detector, Eraser

ERASERS = ("auto", *Eraser)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetteringSettings:
    """Engines for lettering in pictures.

    `detector` finds it. `eraser` is one of ERASERS: auto is the model where one paints. With
    `erase_painted` pictures that were just painted lose their lettering before they are lettered.
    `writer` is the folder of a scene-text model that was converted; it need not be there.
    """

    detector: Detector
    eraser: str
    erase_painted: bool
    writer: Path


def load_lettering(models: Path, environment: Mapping[str, str] = os.environ) -> LetteringSettings:
    """The settings of an environment; weights lie in the folder `models`.

    Raises:
        ServiceError: `setting-choice`.
    """
    read = Reader(environment)
    return LetteringSettings(
        detector=Detector(read.one_of("ARTICOVER_DETECTOR", tuple(Detector))),
        eraser=read.one_of("ARTICOVER_ERASER", ERASERS),
        erase_painted=read.one_of("ARTICOVER_ERASE_PAINTED", ("yes", "no")) == "yes",
        writer=Path(read.text("ARTICOVER_WRITER", str(models / "diffste"))),
    )
