"""What the files of a cover say about it."""

from collections.abc import Sequence

from pipeline.domain.brief import Brief
from pipeline.domain.choice import Choice
from pipeline.domain.words import CoverWords
from pipeline.stages.alt_text import Depiction, own_picture, painted_picture
from pipeline.stages.imprint import Imprint
from pipeline.stages.telling import Telling
from pipeline.workshop.workshop import Workshop


def words_of(brief: Brief) -> CoverWords:
    """The words of a brief that are lettered."""
    return CoverWords(
        title=brief.title, subtitle=brief.subtitle, author=brief.author, series=brief.series,
        language=brief.language,
    )  # fmt: skip


def telling_of(
    workshop: Workshop, brief: Brief, words: CoverWords, choice: Choice
) -> Telling:  # fmt: skip
    """What the files of a choice will say, once it is known what its picture shows."""
    language = words.language
    style = workshop.catalogues.style(choice.recipe)
    return Telling(
        title=words.title or brief.title, author=words.author,
        subject=workshop.genre(brief).label(language), manner=style.manner(language),
        otherwise=style.scene(language), language=language,
    )  # fmt: skip


def imprint_of_picture(workshop: Workshop, brief: Brief, words: CoverWords) -> Imprint:
    """The imprint of a picture that the author brought."""
    title = words.title or brief.title
    depiction = Depiction(title=title, author=words.author)
    return Imprint(
        title=title, author=words.author, subject=workshop.genre(brief).label(words.language),
        description=own_picture(depiction, words.language), language=words.language,
    )  # fmt: skip


def imprint_of_painting(
    workshop: Workshop, brief: Brief, words: CoverWords, motifs: Sequence[str]
) -> Imprint:
    """The imprint of a picture that a model painted after `motifs`, which are in the words' language."""
    title = words.title or brief.title
    depiction = Depiction(title=title, author=words.author, motifs=motifs)
    return Imprint(
        title=title, author=words.author, subject=workshop.genre(brief).label(words.language),
        description=painted_picture(depiction, words.language), keywords=tuple(motifs),
        language=words.language,
    )  # fmt: skip
