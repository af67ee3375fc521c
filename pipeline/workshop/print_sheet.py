"""The sheet of a print order, composed once for all workers that make files of it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.domain.format import PRINT_DPI
from pipeline.prepress.composed import Composed, Lettering
from pipeline.workshop.printing import (
    Printing,
    bound,
    imprint_for,
    opened,
    plate_of,
    sheet_of,
)
from pipeline.workshop.scratch import known_array, new_array
from pipeline.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidSheet:
    """A sheet whose `art`, of `shape`, lies in a file of a scratch folder; `lettering` lies over it."""

    art: Path
    shape: tuple[int, int, int]
    lettering: tuple[Lettering, ...]


def laid_sheet(workshop: Workshop, about: Printing, folder: Path) -> LaidSheet:
    """The sheet that an order asks for, in a folder; in a worker.

    Raises:
        PrintError: `print-room` for words that do not fit on the back.
        PictureError: when the picture cannot be read any more.
        UpscaleError: `upscale-disk`.
    """
    sheet = sheet_of(workshop, about, bound(workshop, about.order).wrap, opened(about))
    height, width, channels = sheet.art.shape
    laid = LaidSheet(
        art=folder / "sheet", shape=(height, width, channels), lettering=sheet.lettering
    )
    new_array(laid.art, laid.shape)[...] = sheet.art
    return laid


def sheet_in(workshop: Workshop, about: Printing, laid: LaidSheet) -> Composed:
    """The same sheet in another worker."""
    wrap = bound(workshop, about.order).wrap
    return Composed(
        wrap=wrap, art=np.asarray(known_array(laid.art, laid.shape)), dpi=PRINT_DPI,
        lettering=laid.lettering, solids=plate_of(workshop, about.order, wrap),
        imprint=imprint_for(workshop, about),
    )  # fmt: skip
