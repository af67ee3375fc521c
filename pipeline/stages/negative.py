"""What a model is asked to keep out: lettering above all, then what the author does not want."""

from collections.abc import Callable, Iterable

from pipeline.stages.paintable import Paintable
from pipeline.stages.prompt_words import (
    AGAINST_CLUTTER,
    AGAINST_DARK,
    AGAINST_FLAWS,
    AGAINST_FRAMES,
    AGAINST_LETTERING,
    AGAINST_LIGHT,
    AGAINST_PEOPLE,
    AGAINST_UNSAFE,
)

UNWANTED = 6
"""So many forbidden things are named: whole groups of them are named by the word for all."""


def negative_prompt(subject: Paintable, room: int, count: Callable[[str], int]) -> str:
    """What must not be seen, the most important first, in at most `room` tokens."""
    said: list[str] = []
    for words in _parts(subject):
        if words and count(", ".join((*said, words))) <= room:
            said.append(words)
    return ", ".join(said)


def _parts(subject: Paintable) -> Iterable[str]:
    wishes = subject.wishes
    yield AGAINST_LETTERING
    if not wishes.people:
        yield AGAINST_PEOPLE
    said = set(AGAINST_PEOPLE.split(", ")) if not wishes.people else set[str]()
    more = dict.fromkeys((*subject.banned, *subject.unwanted[:UNWANTED]))
    yield from (words for words in more if words not in said)
    yield AGAINST_UNSAFE
    yield AGAINST_FRAMES
    if wishes.dark is not None:
        yield AGAINST_LIGHT if wishes.dark else AGAINST_DARK
    if wishes.minimal:
        yield AGAINST_CLUTTER
    yield AGAINST_FLAWS
