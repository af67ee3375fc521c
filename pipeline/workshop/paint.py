"""Paint: a brief becomes options by the model, each lettered where its picture has room."""

from pipeline.domain.brief import Brief
from pipeline.domain.errors import PaintError
from pipeline.domain.operation import Paint
from pipeline.domain.outcome import Made
from pipeline.ports.bench import Bench
from pipeline.workshop.workshop import Workshop


async def paint(operation: Paint, brief: Brief, bench: Bench[Workshop]) -> Made:
    """The options of a brief with their files; `for_print` also at 300 DPI.

    Raises:
        PaintError: when there is no model, or it cannot paint this.
        GenreError: for a genre that does not exist.
        LetteringError: when the words cannot be set.
    """
    raise PaintError("painter-missing")
