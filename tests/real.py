"""The real parts of ArtiCover, opened once for tests, benches and galleries."""

from collections.abc import Iterator

from bot.__main__ import _library, _workshop
from config.formats import load_formats
from pipeline.domain.brief import read_brief
from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.format import find_format
from pipeline.domain.words import CoverWords, Writing
from pipeline.illustrator.catalogue import recipes
from pipeline.stages.imprint import Imprint
from pipeline.stages.produce import Order
from tests.samples import concept

WORDS = CoverWords(title="The Salt Cartographer", subtitle="A Novel", author="Iris Vandermeer")

library = _library
workshop = _workshop


def orders(form: str = "a4", *, for_print: bool = False) -> Iterator[Order]:
    """One order for each recipe, with motifs that every recipe can draw."""
    shape = find_format(form, load_formats())
    pairing = library().catalogue.suiting("fantasy", Writing.LATIN)[0].name
    for index, recipe in enumerate(recipes().values()):
        choice = Choice(
            recipe=recipe.name, compositions=tuple(c.name for c in recipe.compositions),
            palette=recipe.palettes[index % len(recipe.palettes)], pairing=pairing,
            concepts=(concept("castle"), concept("lighthouse")), seed=index,
        )  # fmt: skip
        yield Order(number=index + 1, choice=choice, words=WORDS, wishes=Wishes(), format=shape,
                    imprint=Imprint(title=WORDS.title), for_print=for_print)  # fmt: skip


def brief(**changes: object):
    """A brief as the command line would read it."""
    return read_brief({"title": "The Salt Cartographer"} | changes, load_formats())
