"""EraseText: lettering taken out of a version's picture."""

from pipeline.domain.operation import EraseText
from pipeline.domain.outcome import Made
from pipeline.ports.bench import Bench
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop


async def erase_text(operation: EraseText, task: Task, bench: Bench[Workshop]) -> Made:
    """Not yet."""
    raise NotImplementedError
