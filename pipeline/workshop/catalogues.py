"""What a workshop can choose from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.domain.concept import Concept, Sight
from pipeline.domain.format import Format
from pipeline.domain.genre import Genre
from pipeline.domain.policy import ForbiddenWords
from pipeline.domain.printer import Printer
from pipeline.domain.style import Style
from pipeline.illustrator.recipe import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogues:
    """Motifs, genres, styles, formats and recipes; `background` are texts that motifs are weighed against.

    `sights` are what a painted picture can show besides motifs, `forbidden` what never reaches a model;
    `printers` and shops are those that covers can be made for.
    """

    concepts: tuple[Concept, ...]
    background: tuple[str, ...]
    genres: tuple[Genre, ...]
    styles: tuple[Style, ...]
    formats: tuple[Format, ...]
    recipes: Mapping[str, Recipe]
    sights: tuple[Sight, ...] = ()
    forbidden: ForbiddenWords = field(default_factory=ForbiddenWords)
    printers: tuple[Printer, ...] = ()

    def style(self, recipe: str) -> Style:
        """The style that a recipe draws.

        Raises:
            KeyError: when there is none.
        """
        for style in self.styles:
            if style.name == recipe:
                return style
        raise KeyError(recipe)
