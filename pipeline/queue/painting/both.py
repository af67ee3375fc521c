"""Two models behind the one door that jobs have: one that paints, and one that letters words."""

from pipeline.domain.errors import PaintError, RetouchError
from pipeline.domain.painting import PaintedPicture, PaintRequest
from pipeline.ports.painter import Painter, Watch


class PainterAndWriter:
    """Serves `Painter`: requests with words go to the `writer`, all others to the `painter`."""

    def __init__(self, painter: Painter | None, writer: Painter | None) -> None:
        """Either may be missing; then what it would do is refused."""
        self._painter = painter
        self._writer = writer

    @property
    def at_once(self) -> int:
        """So many pictures share the painter's passes.

        Without a painter it is one: a writer alone is no reason to draw more covers at once.
        """
        return 1 if self._painter is None else self._painter.at_once

    async def paint(self, request: PaintRequest, watch: Watch) -> PaintedPicture:
        """A picture by the model that the request is for.

        Raises:
            RetouchError: `replace-model` without a writer; what its engine says of the words.
            PaintError: `painter-missing` without a painter; as `Painter.paint`.
            ModelError: as `Painter.paint`.
        """
        if request.words:
            if self._writer is None:
                raise RetouchError("replace-model")
            return await self._writer.paint(request, watch)
        if self._painter is None:
            raise PaintError("painter-missing")
        return await self._painter.paint(request, watch)
