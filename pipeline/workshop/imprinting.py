"""What the files of a cover say about it."""

from pipeline.domain.brief import Brief
from pipeline.domain.choice import Choice
from pipeline.domain.words import CoverWords
from pipeline.stages.alt_text import Depiction, alt_text, own_picture
from pipeline.stages.imprint import Imprint
from pipeline.workshop.workshop import Workshop


def words_of(brief: Brief) -> CoverWords:
    """The words of a brief that are lettered."""
    return CoverWords(
        title=brief.title, subtitle=brief.subtitle, author=brief.author, series=brief.series,
        language=brief.language,
    )  # fmt: skip


def imprint_of_drawing(
    workshop: Workshop, brief: Brief, words: CoverWords, choice: Choice
) -> Imprint:
    """The imprint of a choice that is going to be drawn; its keywords are the motifs."""
    language = words.language
    style = workshop.catalogues.style(choice.recipe)
    recipe = workshop.catalogues.recipes[choice.recipe]
    motifs = tuple(motif.label(language) for motif in recipe.shown(choice.concepts))
    depiction = Depiction(
        title=words.title or brief.title, author=words.author,
        motifs=motifs or (style.scene(language),), manner=style.manner(language),
    )  # fmt: skip
    return _imprint(workshop, brief, words, alt_text(depiction, language), motifs)


def imprint_of_picture(workshop: Workshop, brief: Brief, words: CoverWords) -> Imprint:
    """The imprint of a picture that the author brought."""
    depiction = Depiction(title=words.title or brief.title, author=words.author)
    return _imprint(workshop, brief, words, own_picture(depiction, words.language))


def _imprint(
    workshop: Workshop, brief: Brief, words: CoverWords, description: str,
    keywords: tuple[str, ...] = (),
) -> Imprint:  # fmt: skip
    return Imprint(
        title=words.title or brief.title, author=words.author,
        subject=workshop.genre(brief).label(words.language), description=description,
        keywords=keywords, language=words.language,
    )  # fmt: skip
