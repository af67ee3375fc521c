"""Which text of a cover a look is for: the title, another, or all of them."""

from collections.abc import Iterator

from bot.conversation.act import Act
from bot.conversation.message import Button, Choice, Picker, Row
from bot.conversation.naming import Naming, named
from bot.conversation.words import Words
from pipeline.domain.blocks import names
from pipeline.domain.layout import Layout, Role

ALL = "all"
ACROSS = 5
"""Buttons side by side; more texts get a picker."""
CHOICES = 25
"""The most that a picker offers."""


def block_named(layout: Layout, about: str) -> str:
    """The block that is meant: `about` if it is there, else the title, else the first."""
    there = names(layout)
    wanted = [name for name in (about, str(Role.TITLE)) if name in there]
    return (*wanted, *there)[0]


def target_named(layout: Layout, about: str) -> str:
    """The same, or all of them."""
    return ALL if about == ALL else block_named(layout, about)


def blocks_of(target: str) -> tuple[str, ...]:
    """The blocks as operations name them: none is all."""
    return () if target == ALL else (target,)


def block_row(layout: Layout, chosen: str, base: Act, words: Words) -> Iterator[Row]:
    """A row to choose a text, `base` with its name; none where there is no choice."""
    yield from _row(names(layout), chosen, base, words)


def target_row(layout: Layout, chosen: str, base: Act, words: Words) -> Iterator[Row]:
    """A row to choose a text or all of them; none where there is no choice."""
    there = names(layout)
    yield from _row((ALL, *there) if len(there) > 1 else (), chosen, base, words)


def _row(there: tuple[str, ...], chosen: str, base: Act, words: Words) -> Iterator[Row]:
    labels = {name: _label(name, chosen, words) for name in there[:CHOICES]}
    if 1 < len(labels) <= ACROSS:
        yield tuple(Button(label=said, act=base.adding(name)) for name, said in labels.items())
    elif len(labels) > ACROSS:
        choices = tuple(Choice(label=said, value=name) for name, said in labels.items())
        yield Picker(act=base, prompt=words.say("target-which"), choices=choices)


def called(target: str, words: Words) -> str:
    """A text as a label or the beginning of a sentence has it."""
    said = words.say("target-all") if target == ALL else named(Naming.BLOCK, target, words)
    return said[:1].upper() + said[1:]


def _label(name: str, chosen: str, words: Words) -> str:
    said = called(name, words)
    return words.say("chosen", label=said) if name == chosen else said
