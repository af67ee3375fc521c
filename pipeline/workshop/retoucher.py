"""What a worker process has at hand for lettering in pictures."""

from dataclasses import dataclass

from pipeline.domain.lettering import Eraser
from pipeline.ports.lettering import Inpainter, TextDetector, TextReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Retoucher:
    """Engines that are loaded when they are first asked.

    `judge` finds lettering in another way than `detector`, and so can judge what was erased after it.
    `eraser` fills the places: the model where one paints, else `inpainter`. `by_itself` says that
    pictures which were just painted are looked through before they are lettered. `writes` says
    that there is a scene-text model.
    """

    detector: TextDetector
    judge: TextDetector
    reader: TextReader
    inpainter: Inpainter
    eraser: Eraser = Eraser.BUILTIN
    by_itself: bool = True
    writes: bool = False
