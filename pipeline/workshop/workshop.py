"""What every process that works on covers has at hand."""

import functools
from collections.abc import Callable
from dataclasses import replace

from pipeline.domain.brief import Brief
from pipeline.domain.fonts import Pairing
from pipeline.domain.genre import DEFAULT_GENRE, Genre, find_genre
from pipeline.domain.style import find_style
from pipeline.domain.version import Maker, Sha
from pipeline.domain.words import writing_of
from pipeline.illustrator.recipe import Recipe
from pipeline.ports.engines import SentenceEncoder, SubjectFinder
from pipeline.ports.upscaler import Upscaler
from pipeline.stages.eyes import Eyes, of_the_picture
from pipeline.stages.lexicon import Lexicon
from pipeline.stages.manners import Manners, read_manners
from pipeline.stages.motifs import Motifs, prepare
from pipeline.stages.paintable import Paintable, paintable
from pipeline.stages.policy import WordList
from pipeline.stages.prompt import Room
from pipeline.stages.understand import Understanding, understand
from pipeline.stages.wishes import read_wishes
from pipeline.typography.library import FaceLibrary
from pipeline.workshop.art_cache import ArtCache, no_blobs
from pipeline.workshop.catalogues import Catalogues
from pipeline.workshop.easel import Easel
from pipeline.workshop.retoucher import Retoucher
from pipeline.workshop.tokenizer import counter

ILLUSTRATOR, AUTHOR, PAINTER = "illustrator", "author", "painter"
"""What makes art here: our own illustrator, the author who brings a picture, and the model."""
PAIRINGS = 5
"""From this many of the best pairings for a genre the options take theirs."""


class Workshop:
    """Catalogues, typefaces, engines, and the art that was worked on last."""

    def __init__(
        self, *, catalogues: Catalogues, library: FaceLibrary, encoder: SentenceEncoder,
        finder: SubjectFinder, release: str, read: Callable[[Sha], bytes] = no_blobs,
        easel: Easel | None = None, retoucher: Retoucher | None = None,
        upscaler: Upscaler | None = None,
    ) -> None:  # fmt: skip
        """A workshop of a `release` of ours; `read` gives the content of blobs for `arts`.

        `easel` tells of the model, where there is one; `retoucher` is for lettering in pictures,
        `upscaler` for pictures that are too small for print.
        """
        self.catalogues = catalogues
        self.library = library
        self.finder = finder
        self.release = release
        self.easel = easel
        self._retoucher = retoucher
        self._upscaler = upscaler
        self.arts = ArtCache(read)
        self._encoder = encoder

    def maker(self, engine: str = ILLUSTRATOR) -> Maker:
        """Who makes art here and now."""
        model = self.easel.model if engine == PAINTER and self.easel else ""
        return Maker(engine=engine, model=model, release=self.release)

    def genre(self, brief: Brief) -> Genre:
        """The genre that a brief names, or the default one.

        Raises:
            GenreError: for one that does not exist.
        """
        return find_genre(brief.genre or DEFAULT_GENRE, self.catalogues.genres)

    def recipes(self, brief: Brief) -> list[Recipe]:
        """The recipes that a brief allows: all, or that of the style which it names.

        Raises:
            StyleError: for a style that does not exist.
        """
        if not brief.style:
            return list(self.catalogues.recipes.values())
        style = find_style(brief.style, self.catalogues.styles)
        return [self.catalogues.recipes[style.name]]

    def understanding(self, brief: Brief, genre: Genre) -> Understanding:
        """What a brief is about, and what its author wishes."""
        title = "\n".join(filter(None, (brief.title, brief.subtitle)))
        return understand(title, brief.summary, brief.requirements, self._motifs, self._encoder,
                          genre)  # fmt: skip

    def paintable(self, brief: Brief, genre: Genre) -> Paintable:
        """What of a brief can be painted."""
        eyes = self._eyes
        manners = self.manners(brief)
        wanted = replace(brief, requirements=of_the_picture(manners.rest, eyes))
        title = " ".join(filter(None, (brief.title, brief.subtitle)))
        return paintable(title, brief.summary, brief.requirements,
                         self.understanding(wanted, genre), eyes, manners)  # fmt: skip

    def manners(self, brief: Brief) -> Manners:
        """The adapters of the model's family that the author asks for by name, or forbids."""
        easel = self.easel or Easel(model="")
        return read_manners(brief.requirements, [one.name for one in easel.fitting()])

    @property
    def retoucher(self) -> Retoucher:
        """What finds, reads and erases lettering in pictures.

        Raises:
            LookupError: in a workshop that was made without: a bug in the caller.
        """
        if self._retoucher is None:
            raise LookupError("this workshop has no retoucher")
        return self._retoucher

    @property
    def upscaler(self) -> Upscaler:
        """What enlarges pictures.

        Raises:
            LookupError: in a workshop that was made without: a bug in the caller.
        """
        if self._upscaler is None:
            raise LookupError("this workshop has no upscaler")
        return self._upscaler

    @property
    def looks_over(self) -> bool:
        """Whether pictures that were just painted lose their lettering here."""
        return self._retoucher is not None and self._retoucher.by_itself

    @functools.cached_property
    def prompt_room(self) -> Room:
        """How long a prompt may be."""
        easel = self.easel or Easel(model="")
        return Room(tokens=easel.words_room, count=counter(easel.tokenizer))

    def wished_inks(self, brief: Brief) -> tuple[str, ...]:
        """The colours that the author asks for; on a picture only lettering can have them."""
        if not brief.requirements:
            return ()
        motifs = self._motifs
        return read_wishes(brief.requirements, motifs.lexicon, motifs.concepts).colours

    def pairings(self, title: str, genre: Genre) -> tuple[Pairing, ...]:
        """The pairings that suit a title in a genre, best first."""
        suiting = self.library.catalogue.suiting(genre.name, writing_of(title))
        return tuple(suiting[:PAIRINGS])

    @functools.cached_property
    def _eyes(self) -> Eyes:
        sights, forbidden = self.catalogues.sights, WordList(self.catalogues.forbidden)
        return Eyes(motifs=self._motifs, sights=sights, lexicon=Lexicon(sights),
                    forbidden=forbidden.forbids)  # fmt: skip

    @functools.cached_property
    def _motifs(self) -> Motifs:
        return prepare(self.catalogues.concepts, self.catalogues.background, self._encoder)
