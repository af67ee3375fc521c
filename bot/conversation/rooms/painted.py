"""How the art of a painted cover came about, as chats tell it."""

from collections.abc import Iterator, Sequence

from bot.conversation.deeds import one_line, shortened
from bot.conversation.words import Words
from pipeline.domain.painting import Painting

LINE = 240
"""Characters of a line that lists things of a brief."""
_SENTENCE = 100


def wishes_heard(painting: Painting, words: Words) -> Iterator[str]:
    """What of the brief was asked of the model, and what found no room."""
    if painting.understood:
        things = shortened(", ".join(painting.understood), LINE)
        yield words.say("painted-understood", things=things)
    if painting.left_out:
        yield words.say("painted-left-out", sentences=_quoted(painting.left_out, words),
                        count=len(painting.left_out))  # fmt: skip


def manner_line(painting: Painting, words: Words) -> str:
    """The seed, the steps, the model and its adapters: what paints it again."""
    adapters = ", ".join(one.name for one in painting.adapters)
    return words.say("painted-manner", seed=str(painting.seed), steps=str(painting.manner.steps),
                     model=model_named(painting), adapters=shortened(adapters, LINE))  # fmt: skip


def model_named(painting: Painting) -> str:
    """A model without the name of who published it, or the folders that it lies in."""
    return painting.record.model.rstrip("/").rpartition("/")[2] or painting.record.model


def _quoted(sentences: Sequence[str], words: Words) -> str:
    """Sentences in quotation marks, as many of them as a line has room for."""
    said = [words.say("painted-quoted", text=one_line(one, _SENTENCE)) for one in sentences]
    told, *more = said
    for one in more:
        if len(told) + len(one) > LINE:
            return f"{told} …"
        told = f"{told} {one}"
    return told
