"""From a brief to options: what is chosen for each of them, and how they are made."""

import functools
import secrets
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass

from pipeline.domain.brief import Brief
from pipeline.domain.choice import Choice
from pipeline.domain.concept import Concept
from pipeline.domain.file import File
from pipeline.domain.fonts import Pairing
from pipeline.domain.genre import Genre, find_genre
from pipeline.domain.picture import Lettered
from pipeline.domain.step import Doing, Progress, Step, silent
from pipeline.domain.style import Style, find_style
from pipeline.domain.words import CoverWords, writing_of
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.recipe import Recipe
from pipeline.ports.engines import SentenceEncoder, SubjectFinder
from pipeline.stages.alt_text import Depiction, alt_text, own_picture
from pipeline.stages.choose import Theme, choose
from pipeline.stages.export import Option
from pipeline.stages.imprint import Imprint
from pipeline.stages.letter import LetterOrder, letter_orders, produce_lettered
from pipeline.stages.motifs import Motifs, prepare
from pipeline.stages.open_picture import open_picture
from pipeline.stages.own_art import Canvas, in_turn, letterings
from pipeline.stages.png import encode_png
from pipeline.stages.produce import Order, produce
from pipeline.stages.sheet import Proof, SheetWords, contact_sheet
from pipeline.stages.understand import Understanding, understand
from pipeline.stages.wishes import read_wishes
from pipeline.typography.library import FaceLibrary

DEFAULT_GENRE = "literary"
SHEET_DPI = 150.0
PAIRINGS = 5
"""From this many of the best pairings for a genre the options take theirs."""


AnyOrder = Order | LetterOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogues:
    """What the workshop can choose from; `background` are texts that motifs are weighed against."""

    concepts: tuple[Concept, ...]
    background: tuple[str, ...]
    genres: tuple[Genre, ...]
    styles: tuple[Style, ...]
    recipes: Mapping[str, Recipe]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSet:
    """All options of a brief. `seed` draws the same again; `genre` is how it was understood."""

    seed: int
    genre: Genre
    options: tuple[Option, ...]
    sheet: File

    @property
    def files(self) -> tuple[File, ...]:
        """The sheet and every option's files."""
        return (self.sheet, *(file for option in self.options for file in option.files))


class Workshop:
    """Makes covers out of briefs."""

    def __init__(
        self, *, catalogues: Catalogues, library: FaceLibrary, encoder: SentenceEncoder,
        finder: SubjectFinder, workers: Executor | None = None,
    ) -> None:  # fmt: skip
        """A workshop; without `workers` options are drawn one after another in this process."""
        self._catalogues = catalogues
        self._library = library
        self._encoder = encoder
        self._finder = finder
        self._workers = workers

    def covers(
        self, brief: Brief, *, for_print: bool = True, progress: Progress = silent
    ) -> CoverSet:  # fmt: skip
        """The options of a brief with their files; with `for_print` also those at 300 DPI.

        Raises:
            GenreError, StyleError: for a genre or style that does not exist.
            LetteringError: when the words cannot be set.
        """
        progress(Step(done=0, total=brief.options + 2, doing=Doing.READING))
        seed = _seed(brief)
        orders = self.orders(brief, seed, for_print=for_print)
        return self._finished(brief, seed, orders, progress)

    def letter(
        self, brief: Brief, picture: bytes, *, for_print: bool = True, progress: Progress = silent
    ) -> CoverSet:  # fmt: skip
        """The brief's words on a picture of the author's: each option with other type or place.

        `picture` is a file as `stages.open_picture` takes it.

        Raises:
            PictureError: when the picture cannot be used.
            GenreError: for a genre that does not exist.
            LetteringError: when the words cannot be set.
        """
        progress(Step(done=0, total=brief.options + 2, doing=Doing.READING))
        seed = _seed(brief)
        orders = self.letter_orders(brief, picture, seed, for_print=for_print)
        return self._finished(brief, seed, orders, progress)

    def letter_orders(
        self, brief: Brief, picture: bytes, seed: int, *, for_print: bool
    ) -> list[LetterOrder]:  # fmt: skip
        """What will be made of a brief and a picture; the same for the same seed.

        Raises:
            PictureError, GenreError, LetteringError: see `letter`.
        """
        genre = self.genre(brief)
        art = open_picture(picture)
        canvas = Canvas(rgb=art.rgb, aspect=brief.format.aspect, finder=self._finder)
        pairings = in_turn(self._pairings(brief, genre), brief.options, seed)
        inks = self._inks(brief)
        found = letterings(_words(brief), canvas, pairings, self._library, inks)
        depiction = Depiction(title=brief.title, author=brief.author)
        imprint = _imprint(brief, genre, own_picture(depiction, brief.language))
        return letter_orders(brief, art, found, imprint, self._library, inks, for_print=for_print)

    def _finished(
        self, brief: Brief, seed: int, orders: Sequence[AnyOrder], progress: Progress
    ) -> CoverSet:
        """Every option of some orders, and the sheet with all of them."""
        total = len(orders) + 2
        progress(Step(done=1, total=total, doing=Doing.DRAWING))
        options: list[Option] = []
        for option in self.produced(orders):
            options.append(option)
            done = len(options) + 1
            doing = Doing.DRAWING if len(options) < len(orders) else Doing.SHEET
            progress(Step(done=done, total=total, doing=doing))
        options.sort(key=lambda option: option.number)
        genre = self.genre(brief)
        sheet = self._sheet(brief, genre, options, seed)
        return CoverSet(seed=seed, genre=genre, options=tuple(options), sheet=sheet)

    def orders(self, brief: Brief, seed: int, *, for_print: bool) -> list[Order]:
        """What will be made of a brief: one order an option, the same for the same seed.

        Raises:
            GenreError, StyleError: for a genre or style that does not exist.
        """
        genre = self.genre(brief)
        understanding = self.understanding(brief, genre)
        choices = self._choices(brief, genre, understanding, seed)
        return [
            self._order(brief, genre, understanding, choice, number, for_print=for_print)
            for number, choice in enumerate(choices, 1)
        ]

    def genre(self, brief: Brief) -> Genre:
        """The genre that a brief names, or the default one.

        Raises:
            GenreError: for one that does not exist.
        """
        return find_genre(brief.genre or DEFAULT_GENRE, self._catalogues.genres)

    @functools.cached_property
    def _motifs(self) -> Motifs:
        return prepare(self._catalogues.concepts, self._catalogues.background, self._encoder)

    def understanding(self, brief: Brief, genre: Genre) -> Understanding:
        """What a brief is about, and what its author wishes."""
        title = " ".join(filter(None, (brief.title, brief.subtitle)))
        return understand(title, brief.summary, brief.requirements, self._motifs, self._encoder,
                          genre.motifs)  # fmt: skip

    def _inks(self, brief: Brief) -> tuple[str, ...]:
        """The colours that the author asks for; on a picture only lettering can have them."""
        if not brief.requirements:
            return ()
        motifs = self._motifs
        return read_wishes(brief.requirements, motifs.lexicon, motifs.concepts).colours

    def _pairings(self, brief: Brief, genre: Genre) -> tuple[Pairing, ...]:
        """The pairings that suit a book, best first."""
        suiting = self._library.catalogue.suiting(genre.name, writing_of(brief.title))
        return tuple(suiting[:PAIRINGS])

    def _choices(
        self, brief: Brief, genre: Genre, understanding: Understanding, seed: int
    ) -> list[Choice]:
        recipes = list(self._catalogues.recipes.values())
        if brief.style:
            style = find_style(brief.style, self._catalogues.styles)
            recipes = [self._catalogues.recipes[style.name]]
        faces = self._library.catalogue.faces
        serifs = {name: spec.kind == "serif" for name, spec in faces.items()}
        theme = Theme(
            genre=genre.name, akin=genre.akin, motifs=understanding.motifs, wishes=understanding.wishes,
            pairings=self._pairings(brief, genre), serifs=serifs, dark=genre.dark,
        )  # fmt: skip
        return choose(theme, recipes, brief.options, seed)

    def _order(
        self, brief: Brief, genre: Genre, understanding: Understanding, choice: Choice,
        number: int, *, for_print: bool,
    ) -> Order:  # fmt: skip
        style = next(s for s in self._catalogues.styles if s.name == choice.recipe)
        recipe = self._catalogues.recipes[choice.recipe]
        shown = [motif.label(brief.language) for motif in recipe.shown(choice.concepts)]
        depiction = Depiction(
            title=brief.title,
            author=brief.author,
            motifs=shown or [style.scene(brief.language)],
            manner=style.manner(brief.language),
        )
        description = alt_text(depiction, brief.language)
        imprint = _imprint(brief, genre, description, tuple(shown))
        return Order(
            number=number, choice=choice, words=_words(brief), wishes=understanding.wishes,
            format=brief.format, imprint=imprint, for_print=for_print,
        )  # fmt: skip

    def produced(self, orders: Sequence[AnyOrder]) -> Iterator[Option]:
        """The option of each order, as they become ready."""
        if self._workers is None:
            for order in orders:
                yield _made(order, self._catalogues.recipes, self._library)
            return
        futures = [self._workers.submit(produce_alone, order, self._library) for order in orders]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            for future in futures:
                future.cancel()

    def _sheet(
        self, brief: Brief, genre: Genre, options: Sequence[Option], seed: int
    ) -> File:  # fmt: skip
        labels = {style.name: style.label(brief.language) for style in self._catalogues.styles}
        proofs = [
            Proof(cover=option.proof, note=", ".join(option.motifs),
                  name=option.choice.face if isinstance(option.choice, Lettered)
                  else labels[option.choice.recipe])
            for option in options
        ]  # fmt: skip
        form = brief.format.korean if brief.language == "ko" else brief.format.english
        words = SheetWords(
            title=brief.title, line=" · ".join(filter(None, (brief.author, genre.label(brief.language)))),
            aside=form, foot="ArtiCover", foot_aside=f"--seed {seed}",
        )  # fmt: skip
        picture = contact_sheet(proofs, words, self._library)
        imprint = Imprint(title=brief.title, author=brief.author, language=brief.language)
        content = encode_png(picture, imprint, SHEET_DPI)
        return File(name="contact-sheet.png", width_px=picture.shape[1],
                    height_px=picture.shape[0], content=content)  # fmt: skip


def produce_alone(order: AnyOrder, library: FaceLibrary) -> Option:
    """An option in a worker process, which finds the recipes itself: they hold functions."""
    return _made(order, recipes(), library)


def _made(order: AnyOrder, known: Mapping[str, Recipe], library: FaceLibrary) -> Option:
    if isinstance(order, LetterOrder):
        return produce_lettered(order, library)
    return produce(order, known, library)


def _seed(brief: Brief) -> int:
    return brief.seed if brief.seed is not None else secrets.randbelow(2**32)


def _words(brief: Brief) -> CoverWords:
    return CoverWords(
        title=brief.title, subtitle=brief.subtitle, author=brief.author, series=brief.series,
        language=brief.language,
    )  # fmt: skip


def _imprint(
    brief: Brief, genre: Genre, description: str, keywords: tuple[str, ...] = ()
) -> Imprint:
    return Imprint(
        title=brief.title, author=brief.author, subject=genre.label(brief.language),
        description=description, keywords=keywords, language=brief.language,
    )  # fmt: skip
