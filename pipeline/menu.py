"""What can be asked for by name, and orders with their names and colours made plain."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from pipeline.domain.brief import Brief
from pipeline.domain.errors import VersionError
from pipeline.domain.genre import Genre, find_genre
from pipeline.domain.operation import Operation, Recolour, Reroll, Restyle, Vary
from pipeline.domain.style import Style, find_style
from pipeline.stages.colour_words import colour_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """The genres, styles and font pairings that there are."""

    genres: Sequence[Genre]
    styles: Sequence[Style]
    pairings: Sequence[str]

    def demand_on(self, brief: Brief) -> None:
        """Find out whether what a brief names exists.

        Raises:
            GenreError, StyleError: when it does not.
        """
        self.demand_genre(brief.genre)
        if brief.style:
            find_style(brief.style, self.styles)

    def demand_genre(self, genre: str) -> None:
        """Find out whether there is such a genre; empty is any.

        Raises:
            GenreError: when there is not.
        """
        if genre:
            find_genre(genre, self.genres)

    def settled(self, operation: Operation, new_seed: Callable[[], int]) -> Operation:
        """The operation with its seed drawn, its colours as `#rrggbb`, and its names checked.

        Raises:
            VersionError: `colour-unknown`, `pairing-unknown`.
        """
        match operation:
            case Vary(seed=None) | Reroll(seed=None):
                return replace(operation, seed=new_seed())
            case Recolour(colours=colours):
                return replace(operation, colours=tuple(colour_of(one) for one in colours))
            case Restyle(pairing=pairing, colour=colour):
                self._demand_pairing(pairing)
                return replace(operation, colour=None if colour is None else colour_of(colour))
            case _:
                return operation

    def _demand_pairing(self, pairing: str | None) -> None:
        if pairing is not None and pairing not in self.pairings:
            near = get_close_matches(pairing, self.pairings, 5, 0.3) or self.pairings[:5]
            raise VersionError("pairing-unknown", value=pairing, near=", ".join(near))
