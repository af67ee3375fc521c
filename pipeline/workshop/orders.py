"""From a brief to what shall be drawn: one order an option, the same for the same seed."""

import zlib
from collections.abc import Sequence

import numpy as np

from pipeline.domain.art import Drawn
from pipeline.domain.brief import Brief
from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.layout import Layout
from pipeline.domain.words import CoverWords
from pipeline.stages.choose import Theme, choose
from pipeline.stages.keeping import words_on
from pipeline.stages.produce import Order
from pipeline.workshop.imprinting import telling_of, words_of
from pipeline.workshop.workshop import Workshop


def orders(workshop: Workshop, brief: Brief, seed: int, *, for_print: bool) -> list[Order]:
    """The options of a brief.

    Raises:
        GenreError, StyleError: for a genre or style that does not exist.
    """
    theme = theme_of(workshop, brief, brief.title)
    choices = choose(theme, workshop.recipes(brief), brief.options, seed)
    words = words_of(brief)
    return [
        order_of(workshop, brief, words, choice, theme.wishes, stem=f"cover-{number}",
                 for_print=for_print)
        for number, choice in enumerate(choices, 1)
    ]  # fmt: skip


def theme_of(workshop: Workshop, brief: Brief, title: str) -> Theme:
    """What a brief is about, with the typefaces that suit the `title`.

    Raises:
        GenreError: for a genre that does not exist.
    """
    genre = workshop.genre(brief)
    understanding = workshop.understanding(brief, genre)
    faces = workshop.library.catalogue.faces
    return Theme(
        genre=genre.name, akin=genre.akin, motifs=understanding.motifs,
        wishes=understanding.wishes, pairings=workshop.pairings(title, genre),
        serifs={name: spec.kind == "serif" for name, spec in faces.items()}, dark=genre.dark,
    )  # fmt: skip


def order_of(
    workshop: Workshop, brief: Brief, words: CoverWords, choice: Choice, wishes: Wishes, *,
    stem: str, for_print: bool = False, base: Layout | None = None,
) -> Order:  # fmt: skip
    """The order for one choice."""
    return Order(
        stem=stem, choice=choice, words=words, wishes=wishes, format=brief.format,
        telling=telling_of(workshop, brief, words, choice), maker=workshop.maker(),
        for_print=for_print, base=base,
    )  # fmt: skip


def orders_like(
    workshop: Workshop, brief: Brief, base: Layout, choices: Sequence[Choice], wishes: Wishes
) -> list[Order]:  # fmt: skip
    """Orders for choices with the words of a version, and what a person did to its lettering."""
    words = words_on(base)
    return [
        order_of(workshop, brief, words, choice, wishes, stem=f"cover-{number}", base=base)
        for number, choice in enumerate(choices, 1)
    ]


def seen_of(arts: Sequence[object]) -> list[Drawn]:
    """Those that were drawn."""
    return [art for art in arts if isinstance(art, Drawn)]


def child_rng(seed: int, stream: str) -> np.random.Generator:
    """An independent random stream of an operation's seed."""
    return np.random.default_rng((seed, zlib.crc32(stream.encode())))
