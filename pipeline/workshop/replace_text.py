"""ReplaceText: other words in the place of lettering in a version's picture."""

from pipeline.domain.operation import ReplaceText
from pipeline.domain.outcome import Made
from pipeline.ports.bench import Bench
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop


async def replace_text(operation: ReplaceText, task: Task, bench: Bench[Workshop]) -> Made:
    """Not yet."""
    raise NotImplementedError
