"""A painter without a model that goes on from what it is given, as models do."""

from dataclasses import dataclass, field, replace

import numpy as np

from pipeline.workshop.paint_plan import png
from tests.painting import FakePainter
from tests.workshop.drawings import pixels


@dataclass
class GoingOn(FakePainter):
    """Paints more of what it is given, with stripes in it; a picture of its own for the seeds `astray`."""

    astray: set = field(default_factory=set)

    async def paint(self, request, watch):
        picture = await super().paint(request, watch)
        if request.source is None or request.seed in self.astray:
            return picture
        source = pixels(request.source).copy()
        source[::8] = np.clip(source[::8] + 20.0, 0, 255).astype(np.uint8)
        return replace(picture, content=png(source))
