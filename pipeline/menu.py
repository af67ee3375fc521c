"""What can be asked for by name, and orders with their names and colours made plain."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pipeline.domain.art import Drawn, Painted
from pipeline.domain.brief import Brief
from pipeline.domain.errors import ModelError, PaintError, VersionError
from pipeline.domain.fonts import FontCatalogue
from pipeline.domain.format import Format, find_format
from pipeline.domain.genre import DEFAULT_GENRE, Genre, find_genre
from pipeline.domain.hands import hand_for, plain
from pipeline.domain.layout import Role
from pipeline.domain.lettering import Hand
from pipeline.domain.operation import (
    EraseText,
    Export,
    Operation,
    Print,
    Recolour,
    ReplaceText,
    Reroll,
    Restyle,
    Sample,
    Vary,
)
from pipeline.domain.painting import Engine
from pipeline.domain.palette import Palette
from pipeline.domain.policy import Found
from pipeline.domain.printer import Printer
from pipeline.domain.style import Style, find_style
from pipeline.domain.upscaling import Enlarger
from pipeline.domain.version import Document, Version
from pipeline.domain.words import writing_of
from pipeline.prepress.print_order import settled_print
from pipeline.stages.colour_words import colour_of
from pipeline.stages.policy import Policy
from pipeline.stages.title_colours import title_colours

if TYPE_CHECKING:
    from pipeline.typography.library import FaceLibrary

_NAMED = 5
"""So many names are told to who asked for one that does not exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """The genres, styles, formats, printers, font pairings and palettes that there are.

    `palettes` gives those of each style, by its name, and `library` the typefaces; they are called
    when these are first needed. `paints` says that there is a model, and `policy` what it is not
    asked for; `writes` says that there is one that letters words into pictures. `fault` is why there
    is none although whoever runs the place demands one: then nothing is drawn in its stead. `enlarger` makes pictures
    larger for print.
    """

    genres: Sequence[Genre]
    styles: Sequence[Style]
    formats: Sequence[Format]
    fonts: FontCatalogue = field(repr=False)
    palettes: Callable[[], Mapping[str, Sequence[Palette]]] = field(repr=False)
    library: Callable[[], "FaceLibrary"] = field(repr=False)
    paints: bool = False
    writes: bool = False
    fault: ModelError | None = None
    policy: Policy | None = field(default=None, repr=False)
    printers: Sequence[Printer] = field(default=(), repr=False)
    enlarger: str = Enlarger.NCNN

    def demand_on(self, brief: Brief) -> None:
        """Find out whether what a brief names exists.

        Raises:
            GenreError, StyleError: when it does not.
        """
        self.demand_genre(brief.genre)
        if brief.style:
            find_style(brief.style, self.styles)

    def maker_for(
        self, brief: Brief, asked: Engine | None, *, picture: bool
    ) -> tuple[Engine | None, Found]:
        """What makes a brief's art, and what of the brief whoever runs the place should know of.

        Raises:
            GenreError, StyleError: for a genre or style that does not exist.
            PaintError: as `engine_for` and `found_in`.
        """
        self.demand_on(brief)
        maker = self.engine_for(brief, asked, picture=picture)
        return maker, self.found_in(brief, maker)

    def engine_for(self, brief: Brief, asked: Engine | None, *, picture: bool) -> Engine | None:
        """What makes a brief's art; None: it is a picture that is brought.

        Who asks for none gets the model where there is one and the brief names no style, which
        only the illustrator has.

        Raises:
            PaintError: `painter-missing`; `paint-style` for a painted cover in a drawn style.
            ModelError: the `fault`, where the model would paint.
        """
        if asked is Engine.PAINTER:
            self._demand_painter()
            if brief.style:
                raise PaintError("paint-style", style=brief.style)
            return asked
        if picture:
            return None
        if brief.style or asked is not None or (self.fault is None and not self.paints):
            return Engine.ILLUSTRATOR
        self._demand_painter()
        return Engine.PAINTER

    def found_in(self, brief: Brief, maker: Engine | None) -> Found:
        """What of a brief that `maker` is to make whoever runs the place should know of.

        Raises:
            PaintError: `paint-words` where that is refused.
        """
        if maker is not Engine.PAINTER or self.policy is None:
            return Found()
        return self.policy.looked_at(brief)

    def found_again(self, operation: Operation, about: Document, brief: Brief) -> Found:
        """The same for an operation that is asked of the cover `about`.

        Raises:
            PaintError: `painter-missing`, `paint-words` where it is to be painted anew.
        """
        if not isinstance(about.art, Painted) or not isinstance(operation, Vary | Reroll):
            return Found()
        self._demand_painter()
        return self.found_in(brief, Engine.PAINTER)

    def _demand_painter(self) -> None:
        if self.fault is not None:
            raise self.fault
        if not self.paints:
            raise PaintError("painter-missing")

    def demand_genre(self, genre: str) -> None:
        """Find out whether there is such a genre; empty is any.

        Raises:
            GenreError: when there is not.
        """
        if genre:
            find_genre(genre, self.genres)

    def demand_letterable(self, words: str, hand: Hand | None, font: str = "") -> None:
        """Find out whether words can be lettered into a picture, by that hand and in that font.

        Raises:
            RetouchError: when nothing here can.
        """
        # what the model letters needs no typeface of ours, unless it fails at it
        if hand_for(words, hand, writes=self.writes) is Hand.TYPE:
            # lettering opens typefaces, which nothing else that is asked for needs
            from pipeline.typography.in_place.candidates import styles_for  # noqa: PLC0415

            styles_for(self.library(), writing_of(plain(words)), plain(words), font)

    def pairings_for(self, version: Version, genre: str = "") -> tuple[str, ...]:
        """The font pairings for a version's writing: its own first, then the best for `genre`."""
        document = version.document
        known = find_genre(genre or DEFAULT_GENRE, self.genres).name
        ranked = self.fonts.ranked(known, writing_of(_largest_words(document)))
        names = [pairing.name for pairing in ranked]
        return tuple(sorted(names, key=lambda name: name != document.pairing))

    def name_of(self, pairing: str, language: str) -> str:
        """What people call a font pairing: the family of its title."""
        return self.fonts.named_as(self.fonts.pairing(pairing), language)

    def colours_for(self, version: Version) -> tuple[str, ...]:
        """Eight colours (`#rrggbb`) that can be read on a version's art, the title's own first."""
        return title_colours(version.document, version.report)

    def palettes_of(self, version: Version) -> tuple[Palette, ...]:
        """The palettes that the version's style has; none for a picture that was brought."""
        art = version.document.art
        return tuple(self._palettes(art)) if isinstance(art, Drawn) else ()

    def print_formats(self, own: Format, formats: Sequence[Format] = ()) -> tuple[Format, ...]:
        """In which of `formats` (none given: of all) a cover of `own` can be printed, `own` first."""
        others = (form for form in formats or self.formats if form.name != own.name)
        return (own, *(form for form in others if own.is_near(form)))

    def settled(  # noqa: PLR0911 - one case for each operation
        self, operation: Operation, about: Document, own: Format, new_seed: Callable[[], int]
    ) -> Operation:  # fmt: skip
        """The operation with its seed drawn, its colours as `#rrggbb`, and its names checked.

        It is asked of the cover `about`, whose format is `own`.

        Raises:
            VersionError: `colour-unknown`, `pairing-unknown`, `palette-unknown`, `export-format`.
            FormatError: for a format that does not exist.
            RetouchError: for words in a picture that nothing here can letter.
            PrintError: for what a printer does not make, or a wrong ISBN.
        """
        match operation:
            case Vary(seed=None) | Reroll(seed=None) | EraseText(seed=None):
                return replace(operation, seed=new_seed())
            case ReplaceText(seed=seed, words=words, colour=colour):
                self.demand_letterable(words, operation.hand, operation.font)
                return replace(operation, seed=new_seed() if seed is None else seed,
                               words=plain(words), colour=colour_of(colour) if colour else "")  # fmt: skip
            case Recolour(palette=palette, colours=colours):
                self._demand_palette(palette, about)
                return replace(operation, colours=tuple(map(colour_of, colours)))
            case Restyle(pairing=pairing, colour=colour):
                self._demand_pairings([] if pairing is None else [pairing])
                return replace(operation, colour=None if colour is None else colour_of(colour))
            case Sample(pairings=pairings, colours=colours):
                self._demand_pairings(pairings)
                return replace(operation, colours=tuple(map(colour_of, colours)))
            case Export(format=form):
                return replace(operation, format=self._print_format(form, own) if form else "")
            case Print():
                return settled_print(operation, own, self.printers, self.formats)
            case _:
                return operation

    def _demand_pairings(self, pairings: Sequence[str]) -> None:
        known = [pairing.name for pairing in self.fonts.pairings]
        for pairing in pairings:
            if pairing not in known:
                near = get_close_matches(pairing, known, _NAMED, 0.3) or known[:_NAMED]
                raise VersionError("pairing-unknown", value=pairing, near=", ".join(near))

    def _demand_palette(self, palette: str, about: Document) -> None:
        """Only of what is drawn: that nothing else can be recoloured is told elsewhere."""
        if not palette or not isinstance(about.art, Drawn):
            return
        names = [one.name for one in self._palettes(about.art)]
        if palette not in names:
            raise VersionError("palette-unknown", value=palette, palettes=", ".join(names))

    def _palettes(self, art: Drawn) -> Sequence[Palette]:
        return self.palettes().get(art.choice.recipe, ())

    def _print_format(self, asked: str, own: Format) -> str:
        """The name of the format to print in; empty for the cover's own."""
        form = find_format(asked, (own, *self.formats))
        if not own.is_near(form):
            fitting = ", ".join(one.name for one in self.print_formats(own))
            raise VersionError("export-format", asked=form.name, formats=fitting)
        return "" if form.name == own.name else form.name


def _largest_words(document: Document) -> str:
    """The title, or on a cover without one what is lettered largest."""
    layout = document.layout
    largest = max(layout.blocks, key=lambda block: block.size, default=None)
    title = layout.block(Role.TITLE) or largest
    return title.words if title else ""
