"""The contact sheet of a brief's options."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.brief import Brief
from pipeline.domain.file import File
from pipeline.domain.version import Document
from pipeline.stages.export import Pixels
from pipeline.stages.imprint import Imprint
from pipeline.stages.png import encode_png
from pipeline.stages.sheet import Proof, SheetWords, contact_sheet
from pipeline.workshop.workshop import Workshop

SHEET_DPI = 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibited:
    """A cover as data, and a small picture of it."""

    document: Document
    proof: Pixels = field(repr=False)


def options_sheet(
    workshop: Workshop, brief: Brief, options: Sequence[Exhibited], seed: int
) -> File:  # fmt: skip
    """All options of a brief side by side; `seed` makes them again."""
    proofs = [
        Proof(cover=option.proof, name=manner_of(workshop, option.document, brief.language),
              note=", ".join(option.document.motifs))
        for option in options
    ]  # fmt: skip
    words = sheet_words(workshop, brief, f"{'시드' if brief.language == 'ko' else 'seed'} {seed}")
    return sheet_file(workshop, brief, proofs, words, "contact-sheet.png")


def sheet_words(workshop: Workshop, brief: Brief, foot_aside: str) -> SheetWords:
    """The heading of a sheet about one book."""
    genre = workshop.genre(brief).label(brief.language)
    return SheetWords(
        title=brief.title, line=" · ".join(filter(None, (brief.author, genre))),
        aside=brief.format.korean if brief.language == "ko" else brief.format.english,
        foot="ArtiCover", foot_aside=foot_aside,
    )  # fmt: skip


def sheet_file(
    workshop: Workshop, brief: Brief, proofs: Sequence[Proof], words: SheetWords, name: str
) -> File:  # fmt: skip
    """Proofs under their heading, as a PNG file called `name`."""
    picture = contact_sheet(proofs, words, workshop.library)
    imprint = Imprint(title=words.title, author=brief.author, language=brief.language)
    height, width = picture.shape[:2]
    return File(name=name, width_px=width, height_px=height,
                content=encode_png(picture, imprint, SHEET_DPI))  # fmt: skip


def manner_of(workshop: Workshop, document: Document, language: str) -> str:
    """What tells a cover from others: its style, or over a brought picture its title's face."""
    match document.art:
        case Drawn(choice=choice):
            return workshop.catalogues.style(choice.recipe).label(language)
        case Brought() | Painted():
            pairing = workshop.library.catalogue.pairing(document.pairing)
            return workshop.library.catalogue.faces[pairing.title.face].family
