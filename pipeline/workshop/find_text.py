"""FindText: lettering in a version's picture, numbered on it and listed; it makes no version."""

from pipeline.domain.outcome import Made
from pipeline.ports.bench import Bench
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop


async def find_text(task: Task, bench: Bench[Workshop]) -> Made:
    """Not yet."""
    raise NotImplementedError
