"""ReplaceText: other words in the place of lettering in a version's picture."""

from dataclasses import replace

from pipeline.domain.errors import ModelError, PaintError
from pipeline.domain.geometry import Box
from pipeline.domain.hands import hand_for, plain
from pipeline.domain.lettering import Hand
from pipeline.domain.operation import ReplaceText
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.ports.bench import Bench
from pipeline.workshop.paint_pace import Pace
from pipeline.workshop.retouching import retouched
from pipeline.workshop.scene_writing import MANNER, ROUNDS, SAMPLES, written
from pipeline.workshop.task import Task, demand_base, demand_pixels
from pipeline.workshop.typesetting import Replaced, typeset
from pipeline.workshop.workshop import Workshop

AFTER = 2
"""Steps that follow the samples: erasing where none was good, and the cover's own lettering."""
PARTS = 1 + SAMPLES * ROUNDS * (MANNER.steps + 1) + AFTER
"""All steps of a replacement: most of them are the model's."""


async def replace_text(operation: ReplaceText, task: Task, bench: Bench[Workshop]) -> Made:
    """The version with other words in one place of its picture.

    The model letters them where there is one and it can, unless somebody wishes otherwise; what it
    does not write so that it can be read, or fails at, the typesetter sets.

    Raises:
        RetouchError: `retouch-drawn`; `replace-empty`, `replace-long`; `replace-model` and
            `replace-script` where the model was asked for; what the typesetter raises.
        VersionError: `colour-unknown`.
        PaintError, ModelError: when the model that was asked for fails.
    """
    base = demand_base(task)
    art = demand_pixels(base)
    asked = replace(operation, words=plain(operation.words))
    await bench.tell(Step(done=0, total=PARTS, doing=Doing.FINDING))
    hand = await bench.do(hand_here, asked)
    original = await bench.blob(art.origin.sha256)
    done = await _replaced(original, art.origin.crop, asked, hand, bench)
    await bench.tell(Step(done=PARTS - 1, total=PARTS, doing=Doing.LETTERING))
    made = await bench.do(retouched, task.brief, base, done.content, done.replacement,
                          bench.new_id())  # fmt: skip
    return Made(drafts=(made,))


async def _replaced(
    original: bytes, crop: Box, operation: ReplaceText, hand: Hand, bench: Bench[Workshop]
) -> Replaced:
    """The picture with the words by the hand that was chosen, or by the typesetter after it."""
    if hand is Hand.MODEL:
        pace = Pace(bench, [MANNER.steps] * (SAMPLES * ROUNDS), after=AFTER)
        if done := await _written(original, crop, operation, bench, pace):
            return done
    await bench.tell(Step(done=PARTS - AFTER, total=PARTS, doing=Doing.ERASING))
    return await bench.do(typeset, original, crop, operation, fallback=hand is Hand.MODEL)


async def _written(
    original: bytes, crop: Box, operation: ReplaceText, bench: Bench[Workshop], pace: Pace
) -> Replaced | None:
    """The picture with the words by the model; None where it does not write them, or fails.

    Who asked for the model itself hears why it failed.
    """
    try:
        return await written(original, crop, operation, bench, pace)
    except (PaintError, ModelError):
        if operation.hand is Hand.MODEL:
            raise
        return None


def hand_here(workshop: Workshop, operation: ReplaceText) -> Hand:
    """Who letters the words of an operation, in a worker, which knows whether there is a model.

    Raises:
        RetouchError: `replace-empty`, `replace-long`, `replace-model`, `replace-script`.
    """
    return hand_for(operation.words, operation.hand, writes=workshop.retoucher.writes)
